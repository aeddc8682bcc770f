"""导入旧台账 as the clerk sees it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from builders.importing import ImportClerk
from builders.pages import Announced, Answers, AtOnce, VillageDesk
from builders.registers import TITLES, adopt_village_standard, wedding
from builders.rosters import save_sheets
from builders.village import household, new_village
from passbook_desk.documents.fonts import FontBook
from passbook_desk.features.events.course.kinds import EventState
from passbook_desk.features.events.queries import event_card, events
from passbook_desk.features.events.register.undoing import undo_any_import
from passbook_desk.features.events.values import EventRow
from passbook_desk.kernel.places import resources_folder
from passbook_desk.ui.pages.events.register_page import RegisterPage
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the platform without a display says so

ROWS = (
    wedding(actual="15桌", checker="武学礼", result="符合"),
    wedding("欧阳明", grid="二网格", kind="白", matter="父亲去世", declared=18, actual=24, result="超标"),
    wedding("张建新", grid="三网格", house=None),
    wedding("王建国", held="2025.9.1", reported=None),
    wedding("王大妈"),
)


class Clerk(ImportClerk[RegisterPage]):
    """The page, a register of five rows, a village with a standard younger than they are."""

    def __init__(self, folder: Path) -> None:
        rows = [("清泉村2025年红白事登记台账",), TITLES, *ROWS]
        super().__init__(new_village(folder), save_sheets(folder / "台账.xlsx", {"2025年登记": rows}))
        with self.village.write() as tx:
            for code, head in (
                ("01001", "王建国"),
                ("02001", "欧阳明"),
                ("03001", "张建新"),
                ("03002", "张建新"),
            ):
                household(tx, code, head)
        adopt_village_standard(self.village)
        self.open(RegisterPage(self.tools, self.village.key))

    def events(self) -> tuple[EventRow, ...]:
        with self.village.read() as scope:
            return events(scope)


@pytest.fixture
def clerk(qapp: QApplication, tmp_path: Path) -> Iterator[Clerk]:
    working = Clerk(tmp_path)
    yield working
    working.close()


def test_wrong_rows_come_first_each_with_its_reason(clerk: Clerk) -> None:
    clerk.read()
    assert [line.said.row for line in clerk.lines] == [5, 6, 7]
    clerk.stand_on(5)
    assert clerk.page._why.text() == "叫“张建新”的有 2 户（03001、03002），请选是哪一户。"
    clerk.stand_on(7)
    assert "户册里没有“王大妈”" in clerk.page._why.text()


def test_rows_are_settled_by_their_cures_and_f8_imports(clerk: Clerk) -> None:
    clerk.read()
    clerk.stand_on(5)
    clerk.cure("03002 张建新 2")
    clerk.stand_on(6)
    clerk.cure("按当天报备算")
    assert [line.said.row for line in clerk.lines] == [7]
    QTest.keyClick(clerk.page, Qt.Key.Key_F8)
    assert len(clerk.events()) == 4
    assert clerk.page.message.words.startswith("导入了 4 件（第 1 批），有问题的 1 行没有导入。")
    clerk.page.message._button.click()
    assert clerk.way == [Route("events")]
    assert {row.household_code for row in clerk.events()} == {"01001", "02001", "03002"}


def test_it_says_that_old_events_count_under_the_first_standard(clerk: Clerk) -> None:
    clerk.read()
    assert clerk.page._older.text().startswith("有 2 件早于村里第一份标准，按第 1 版（2026.1.15 通过）算")
    assert not clerk.page._standard.isVisible()


def test_with_several_standards_the_clerk_chooses(clerk: Clerk) -> None:
    adopt_village_standard(clerk.village, date(2026, 3, 1))
    clerk.read()
    assert clerk.page._standard.isVisible()
    assert clerk.page._standard.currentText() == "按第 1 版"
    clerk.page._standard.setCurrentIndex(1)
    clerk.page._standard.activated.emit(1)
    assert "按第 2 版" in clerk.page._older.text()
    QTest.keyClick(clerk.page, Qt.Key.Key_F8)
    with clerk.village.read() as scope:
        assert {event_card(scope, row.id).standard_number for row in events(scope)} == {2}


def test_what_was_found_stands_beside_the_standard(clerk: Clerk) -> None:
    clerk.read()
    clerk.page._table.press_chip("ready")
    told = [[column.text(line) for column in clerk.page._table.model.columns] for line in clerk.lines]
    assert [row[-2] for row in told] == ["", "✕ 桌数超标"]
    assert "报备 74 桌、实际 39 桌，违规 1 件，没核查 3 件。" in clerk.page._table._totals.text()


def test_the_same_register_again_adds_nothing(clerk: Clerk) -> None:
    clerk.read()
    QTest.keyClick(clerk.page, Qt.Key.Key_F8)
    clerk.page.enter({})
    clerk.read()
    assert "这份台账已作为第 1 批导入过" in clerk.page.message.words
    clerk.page._table.press_chip("ready")
    assert clerk.lines == ()
    QTest.keyClick(clerk.page, Qt.Key.Key_F8)
    assert len(clerk.events()) == 2


def test_an_import_taken_back_is_told_in_the_list(clerk: Clerk) -> None:
    clerk.read()
    QTest.keyClick(clerk.page, Qt.Key.Key_F8)
    with clerk.village.write() as tx:
        undo_any_import(tx, 1)
    assert {row.state for row in clerk.events()} == {EventState.WITHDRAWN}


def test_rows_that_stay_out_are_saved_with_their_reasons(clerk: Clerk, tmp_path: Path) -> None:
    clerk.read()
    clerk.dialogs.file = tmp_path / "有问题的.xlsx"
    clerk.cure("有问题的另存为 Excel")
    book = openpyxl.load_workbook(clerk.dialogs.file)
    texts = [str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row]
    assert "王大妈" in texts
    assert any("户册里没有" in text for text in texts)
    assert clerk.said.files == [clerk.dialogs.file]


def test_a_workbook_that_is_no_register_is_told(clerk: Clerk, tmp_path: Path) -> None:
    clerk.dialogs.file = save_sheets(tmp_path / "别的.xlsx", {"物品": [("品名", "数量"), ("肥皂", 20)]})
    clerk.read()
    assert clerk.page.message.words
    assert clerk.lines == ()


def test_in_a_village_without_a_standard_it_is_asked_for_first(qapp: QApplication, tmp_path: Path) -> None:
    village = new_village(tmp_path)
    sheet = save_sheets(tmp_path / "台账.xlsx", {"2025": [TITLES, *ROWS]})
    fonts = FontBook(resources_folder() / "fonts")
    tools = Tools(
        VillageDesk(village),
        AtOnce(),
        village.clock,
        Answers(file=sheet),
        Announced(),
        fonts,
        lambda _route: None,
    )
    page = RegisterPage(tools, village.key)
    page.enter({})
    page._pick()
    assert "标准" in page.message.words
    village.store.close()
