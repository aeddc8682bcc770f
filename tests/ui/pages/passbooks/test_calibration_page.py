"""Measuring a printer in the window: two sheets, four numbers, and what is kept."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QWidget

from builders.pages import Announced, Answers, AtOnce, VillageDesk
from builders.village import settled_village
from passbook_desk.app.correction_file import CorrectionFile
from passbook_desk.documents.correction import Correction
from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.imposition import Duplex
from passbook_desk.documents.page import Page
from passbook_desk.documents.print_exchange import Measured
from passbook_desk.kernel.jobs import Progress
from passbook_desk.kernel.places import Places, resources_folder
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.pages.passbooks.calibration_page import CalibrationPage
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools

BOOK = Measured("得实 DS-1100", 130, 180, Correction(1.2, -0.8), date(2026, 5, 1))


@dataclass
class TwoPrinters:
    """A desk with a flat-bed and a laser printer; what reaches them is kept."""

    here: tuple[str, ...] = ("得实 DS-1100", "激光机")
    sent: list[tuple[str, tuple[Page, ...]]] = field(default_factory=list)

    def names(self) -> tuple[str, ...]:
        return self.here

    def usual(self) -> str:
        return self.here[0] if self.here else ""

    def ready(
        self, pages: Sequence[Page], printer: str, title: str, duplex: Duplex | None = None
    ) -> Callable[[Progress], bool]:
        def send(_: Progress) -> bool:
            self.sent.append((printer, tuple(pages)))
            return True

        return send


class Clerk:
    """A page whose routes lead back into itself, on a computer that keeps its corrections in a file."""

    def __init__(self, folder: Path, printers: TwoPrinters) -> None:
        self.village = settled_village(folder)
        self.dialogs, self.said, self.printers = Answers(), Announced(), printers
        self.kept = CorrectionFile(Places(folder, folder / "settings", folder))
        tools = Tools(
            VillageDesk(self.village), AtOnce(), self.village.clock, self.dialogs, self.said,
            FontBook(resources_folder() / "fonts"), self.go, corrections=self.kept,
        )  # fmt: skip
        self.page = CalibrationPage(tools, printers)
        self.page.resize(1100, 640)
        self.page.show()
        self.clicks = 0
        self.page.enter({})

    def go(self, route: Route) -> None:
        self.page.enter(route.params)

    def click(self, words: str) -> None:
        """One click of the mouse on a button that can be seen."""
        QApplication.processEvents()
        shown = [button for button in self.page.findChildren(QPushButton) if button.isVisible()]
        button = next(button for button in shown if button.text().startswith(words))
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.clicks += 1

    def choose(self, name: str, words: str) -> None:
        """Two clicks: open a list, choose in it."""
        boxes = [box for box in self.page.findChildren(QComboBox) if box.accessibleName() == name]
        number = next(each for each in range(boxes[0].count()) if words in boxes[0].itemText(each))
        boxes[0].setCurrentIndex(number)
        self.clicks += 2

    def type(self, *numbers: str) -> None:
        """Numbers one after another, Enter behind each."""
        for number in numbers:
            editor = self.page.focusWidget()
            assert editor is not None
            QTest.keyClicks(editor, number)
            QTest.keyClick(editor, Qt.Key.Key_Return)

    def acts(self) -> list[str]:
        return [act.id for act in self.page.actions_shown]


@pytest.fixture
def clerk(qapp: QApplication, tmp_path: Path) -> Iterator[Clerk]:
    clerk = Clerk(tmp_path, TwoPrinters())
    yield clerk
    clerk.page.close()
    clerk.village.store.close()


def test_a_printer_is_measured_with_two_sheets_and_at_most_ten_clicks(clerk: Clerk) -> None:
    clerk.click("校准")
    clerk.choose("打印机", "激光机")
    clerk.choose("纸", "105×148")
    clerk.click("打印")
    assert clerk.page.title == "校准：填量到的数"
    clerk.type("13", "11.5", "82", "124.5")
    assert clerk.page.title == "校准 第 2 步：打第二张，看准不准"
    clerk.click("打印")
    clerk.click("在圈内，用它")
    (found,) = clerk.kept.all()
    assert (found.printer, found.width, found.height, found.measured_on) == (
        "激光机", 105, 148, clerk.village.clock.today(),
    )  # fmt: skip
    assert found.correction.right_mm == pytest.approx((12 - 13 * 81 / 82 + 0) * 1, abs=0.02)
    assert clerk.said.said[-1].startswith("激光机 的 105×148 纸校准好了：左移 0.8 毫米")
    assert clerk.clicks + 1 <= 10, "with the one that opens this page"


def test_the_first_sheet_goes_out_as_it_is_and_the_second_with_what_was_measured(clerk: Clerk) -> None:
    clerk.click("校准")
    clerk.click("打印")
    clerk.type("13", "12", "106", "156")
    clerk.click("打印")
    (first, straight), (second, moved) = clerk.printers.sent
    assert first == second == "得实 DS-1100"
    assert straight[0].correction == Correction()
    assert moved[0].correction.right_mm == pytest.approx(-1)
    assert (moved[0].width, moved[0].height) == (130, 180)


def test_a_dot_outside_its_ring_is_measured_once_more_and_betters_the_correction(clerk: Clerk) -> None:
    clerk.click("校准")
    clerk.click("打印")
    clerk.type("13", "12", "106", "156")
    clerk.click("打印")
    clerk.click("再量一次")
    clerk.type("12.2", "12", "106", "156")
    clerk.click("打印")
    clerk.click("在圈内，用它")
    (found,) = clerk.kept.all()
    assert found.correction.right_mm == pytest.approx(-1.2)


def test_nothing_is_accepted_before_the_second_sheet_is_on_paper(clerk: Clerk) -> None:
    clerk.click("校准")
    clerk.click("打印")
    clerk.type("13", "12", "106", "156")
    assert clerk.acts() == []
    QTest.keyClick(clerk.page, Qt.Key.Key_F8)
    assert clerk.kept.all() == ()
    clerk.click("打印")
    assert clerk.acts() == ["calibration.again", "calibration.accept"]


def test_centimetres_are_named_beside_their_field_and_what_was_typed_stays(clerk: Clerk) -> None:
    clerk.click("校准")
    clerk.click("打印")
    clerk.type("13", "12", "10.6", "156")
    form = clerk.page.findChild(QWidget, "four")
    assert form is not None
    assert form.problem_of("width") == "10.6 像是厘米，应在 106 毫米左右，请填毫米。"
    assert clerk.page.title == "校准：填量到的数"


def test_the_second_sheet_must_come_from_the_same_printer(clerk: Clerk) -> None:
    clerk.click("校准")
    clerk.click("打印")
    clerk.type("13", "12", "106", "156")
    clerk.choose("打印机", "激光机")
    clerk.click("打印")
    assert "得实 DS-1100" in clerk.page.message.words
    assert len(clerk.printers.sent) == 1


def test_another_size_of_paper_is_typed(clerk: Clerk) -> None:
    clerk.click("校准")
    clerk.choose("纸", "别的大小")
    clerk.page.enter({"new": True, "printer": "激光机", "width": 140.0, "height": 92.0})
    clerk.click("打印")
    printer, (page,) = clerk.printers.sent[0]
    assert (printer, page.width, page.height) == ("激光机", 140, 92)


def test_paper_no_sheet_can_be_made_for_is_named_and_nothing_can_be_printed(clerk: Clerk) -> None:
    clerk.page.enter({"new": True, "width": 30.0, "height": 500.0})
    assert clerk.page.message.words == "纸的宽和高要在 60 到 450 毫米之间，请改。"
    assert clerk.acts() == []
    clerk.click("打印")
    assert clerk.printers.sent == []
    clerk.choose("纸", "125×88")
    clerk.click("打印")
    assert [(page.width, page.height) for _, pages in clerk.printers.sent for page in pages] == [(125, 88)]


def test_fan_fold_paper_that_creeps_is_measured_over_ten_sheets(clerk: Clerk) -> None:
    clerk.kept.keep(BOOK)
    clerk.page.enter({})
    clerk.page.findChild(QWidget, "kept").select(lambda row: row == BOOK)
    clerk.click("连续纸越打越偏")
    clerk.click("打印")
    (_, pages), = clerk.printers.sent  # fmt: skip
    assert len(pages) == 10
    clerk.type("12", "12.9")
    (found,) = clerk.kept.all()
    assert found.correction.drift_mm == pytest.approx(-0.1)
    assert found.correction.right_mm == 1.2


def test_a_correction_is_removed_after_a_question(clerk: Clerk) -> None:
    clerk.kept.keep(BOOK)
    clerk.page.enter({})
    clerk.page.findChild(QWidget, "kept").select(lambda row: row == BOOK)
    clerk.dialogs.agree = False
    clerk.click("删掉")
    assert clerk.kept.all() == (BOOK,)
    clerk.dialogs.agree = True
    clerk.click("删掉")
    assert clerk.kept.all() == ()
    assert clerk.dialogs.asked == ["删掉 得实 DS-1100 的 130×180 纸的校准？"] * 2


def test_corrections_go_to_another_computer_in_a_file(clerk: Clerk, tmp_path: Path) -> None:
    clerk.kept.keep(BOOK)
    clerk.page.enter({})
    clerk.dialogs.file = tmp_path / "打印校准.json"
    clerk.click("导出到别的电脑")
    clerk.kept.remove(BOOK.printer, BOOK.width, BOOK.height)
    clerk.click("从别的电脑导入")
    assert clerk.kept.all() == (BOOK,)
    assert clerk.said.said == ["已导出到 打印校准.json。", "导入了 1 份校准。"]
    clerk.dialogs.file.write_text("别的", encoding="utf-8")
    clerk.click("从别的电脑导入")
    assert "不是本程序导出的" in clerk.page.message.words
    assert "打印校准.json" in clerk.page.message.words


def test_a_computer_without_a_printer_says_so_and_keeps_nothing(qapp: QApplication, tmp_path: Path) -> None:
    clerk = Clerk(tmp_path, TwoPrinters(()))
    clerk.click("校准")
    assert "没有打印机" in clerk.page.message.words
    clerk.page.close()
    clerk.village.store.close()


def test_a_full_disk_is_told(clerk: Clerk, tmp_path: Path) -> None:
    (tmp_path / "settings").write_text("no folder", encoding="utf-8")
    clerk.click("校准")
    clerk.click("打印")
    clerk.type("13", "12", "106", "156")
    clerk.click("打印")
    clerk.click("在圈内，用它")
    assert clerk.page.message.words != ""
    assert clerk.kept.all() == ()
    assert tell(ValueError()) != clerk.page.message.words
