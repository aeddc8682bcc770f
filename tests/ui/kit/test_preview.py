from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.page import Page, Text
from passbook_desk.kernel.errors import Cancelled
from passbook_desk.ui.kit.preview import PreviewPanel
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
    assert sheet.width() - 24 == pytest.approx(148 * panel.logicalDpiX() / 25.4, abs=1)


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
