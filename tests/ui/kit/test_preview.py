from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from builders.offices import NotingPrinters
from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.page import Page, Text
from passbook_desk.kernel.errors import Cancelled
from passbook_desk.ui.kit.preview import PreviewPanel, Sheet
from passbook_desk.ui.kit.screen import dots_per_mm
from passbook_desk.ui.kit.theme import Theme
from ui.surroundings import HeardAnnouncer, JobsAtOnce, ScriptedDialogs

PAGES = tuple(Page(148, 210, (Text(20, 30, f"第 {number} 页", 20),)) for number in range(1, 4))


@pytest.fixture
def panel(
    qtbot: QtBot,
    theme: Theme,
    fontbook: FontBook,
    jobs_at_once: JobsAtOnce,
    dialogs: ScriptedDialogs,
    announcer: HeardAnnouncer,
) -> PreviewPanel:
    widget = PreviewPanel(fontbook, jobs_at_once, dialogs, announcer)
    qtbot.addWidget(widget)
    widget.resize(900, 600)
    widget.show()
    return widget


def _button(panel: PreviewPanel, word: str) -> QPushButton:
    return next(button for button in panel.findChildren(QPushButton) if button.text() == word)


def test_pages_are_turned_by_buttons_and_keys_and_stop_at_the_ends(panel: PreviewPanel) -> None:
    panel.show_pages(PAGES, "存折")
    assert (panel.page_number, panel.page_count) == (1, 3)
    assert not _button(panel, "上一页").isEnabled()
    _button(panel, "下一页").click()
    area = panel.findChild(QScrollArea)
    QTest.keyClick(area, Qt.Key.Key_PageDown)
    QTest.keyClick(area, Qt.Key.Key_PageDown)
    assert panel.page_number == 3
    assert not _button(panel, "下一页").isEnabled()
    QTest.keyClick(area, Qt.Key.Key_Home)
    assert panel.page_number == 1


def test_before_there_are_pages_nothing_can_be_saved(panel: PreviewPanel) -> None:
    assert panel.page_number == 0
    assert not _button(panel, "存为 PDF").isEnabled()


def test_a_page_fits_the_width_or_stands_in_its_true_size(panel: PreviewPanel) -> None:
    panel.show_pages(PAGES, "存折")
    area = panel.findChild(QScrollArea)
    sheet = area.widget()
    assert sheet.width() <= area.viewport().width()
    assert not area.horizontalScrollBar().isVisible()
    _button(panel, "纸上大小").click()
    assert sheet.width() - 12 - 30 == pytest.approx(148 * dots_per_mm(panel), abs=1)


def test_what_is_saved_is_what_is_shown(
    panel: PreviewPanel, dialogs: ScriptedDialogs, announcer: HeardAnnouncer, tmp_path: Path
) -> None:
    target = tmp_path / "存折.pdf"
    saved: list[object] = []
    panel.saved.connect(saved.append)
    panel.show_pages(PAGES, "存折")
    dialogs.answers = [None, target]
    panel.save_pdf()
    assert saved == []
    panel.save_pdf()
    assert saved == [target]
    assert target.read_bytes().startswith(b"%PDF")
    assert announcer.said == ["已存为 存折.pdf，共 3 页。"]


def test_a_folder_that_is_gone_is_told_and_nothing_is_announced(
    panel: PreviewPanel, dialogs: ScriptedDialogs, announcer: HeardAnnouncer, tmp_path: Path
) -> None:
    panel.show_pages(PAGES, "存折")
    dialogs.answers = [tmp_path / "gone" / "x.pdf"]
    panel.save_pdf()
    assert [error.code for error in announcer.problems if not isinstance(error, Cancelled)] == [
        "documents.target-folder-missing"
    ]
    assert announcer.said == []


def test_a_character_no_font_has_is_named_and_nothing_can_be_printed(panel: PreviewPanel) -> None:
    panel.show_pages([Page(100, 100, (Text(10, 20, "王\U0001f600"),))], "x")
    assert "U+1F600" in panel.message.words
    assert panel.page_count == 0
    panel.show_pages(PAGES, "存折")
    assert panel.message.words == ""


def test_at_its_true_size_a_ruler_of_millimetres_lies_along_the_page(panel: PreviewPanel) -> None:
    panel.show_pages(PAGES, "存折")
    panel.show()
    sheet = panel.findChild(Sheet)
    assert sheet is not None

    def ticks() -> list[int]:
        """Where something dark stands left of the page, close to its edge."""
        picture = sheet.grab().toImage()
        column = sheet.down_at(0) - 12
        return [y for y in range(picture.height()) if picture.pixelColor(column, y).lightness() < 160]

    _button(panel, "纸上大小").click()
    tens = ticks()
    step = 10 * dots_per_mm(panel)
    assert len(tens) == 210 // 10 + 1
    assert [y - tens[0] for y in tens] == [pytest.approx(step * n, abs=1) for n in range(len(tens))]
    assert tens[0] == sheet.down_at(0)


def test_pages_leave_only_when_the_gate_lets_them_and_as_it_hands_them_over(
    fontbook: FontBook,
    jobs_at_once: JobsAtOnce,
    dialogs: ScriptedDialogs,
    announcer: HeardAnnouncer,
    tmp_path: Path,
) -> None:
    asked: list[object] = []
    open_now: list[bool] = [False]

    def gate(printer: str | None, go: Callable[[Sequence[Page]], None]) -> None:
        asked.append(printer)
        if open_now[0]:
            go(PAGES[:1])

    office = NotingPrinters(known=("针打",))
    panel = PreviewPanel(fontbook, jobs_at_once, dialogs, announcer, printers=office, gate=gate)
    panel.show_pages(PAGES, "存折")
    panel.print_all()
    assert office.sheets == []
    open_now[0] = True
    panel.print_all()
    assert [sheet.page for sheet in office.sheets] == list(PAGES[:1])
    dialogs.answers = [tmp_path / "存折.pdf"]
    panel.save_pdf()
    assert asked == ["针打", "针打", None]
    assert announcer.said[-1] == "已存为 存折.pdf，共 1 页。"


def test_what_did_not_come_out_is_told_to_the_page(
    fontbook: FontBook, jobs_at_once: JobsAtOnce, dialogs: ScriptedDialogs, announcer: HeardAnnouncer
) -> None:
    office = NotingPrinters(works=False)
    panel = PreviewPanel(fontbook, jobs_at_once, dialogs, announcer, printers=office)
    stopped: list[bool] = []
    panel.stopped.connect(lambda: stopped.append(True))
    panel.show_pages(PAGES, "存折")
    panel.print_all()
    assert stopped == [True]
    assert panel.message.words.startswith("打印机没有准备好")
