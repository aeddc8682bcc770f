from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from passbook_desk.ui.kit.rows import Column
from passbook_desk.ui.kit.table_page import Chip, Empty, TablePage
from passbook_desk.ui.kit.theme import Theme, metrics
from ui.surroundings import types


@dataclass(frozen=True, slots=True)
class Household:
    number: int
    head: str


COLUMNS: tuple[Column[Household], ...] = (
    Column("number", "户编号", lambda row: f"3-{row.number:03}", 5),
    Column("head", "户主", lambda row: row.head, 5),
    Column("place", "门牌", lambda row: "三组12号院东", 10, stretch=True),
    Column("points", "可用分", lambda row: f"{row.number} 分", 5, sort=lambda row: row.number, figures=True),
    Column("month", "本月", lambda row: "＋10", 5, figures=True, optional=True),
    Column("state", "状态", lambda row: "在册", 5, optional=True),
)
ROWS = tuple(Household(number, "王建国") for number in range(1, 487))


@pytest.fixture
def table(qtbot: QtBot, theme: Theme) -> TablePage[Household]:
    page: TablePage[Household] = TablePage(
        COLUMNS,
        Empty("还没有户。", "导入花名册", lambda: None),
        "姓名、门牌",
        [Chip("all", "全部"), Chip("in", "在册")],
        matches=lambda row, text: text in f"3-{row.number:03}{row.head}",
    )
    qtbot.addWidget(page)
    page.resize(1180, 600)
    page.show()
    return page


@pytest.mark.parametrize("size", [12, 14, 18])
@pytest.mark.parametrize("width", [1180, 700, 460])
def test_nothing_is_scrolled_sideways_at_any_size(
    table: TablePage[Household], theme: Theme, size: int, width: int
) -> None:
    theme.set_size(size)
    table.resize(width, 600)
    table.set_rows(ROWS)
    view = table.view
    assert sum(view.columnWidth(number) for number in range(len(COLUMNS))) <= view.viewport().width()
    assert view.verticalHeader().defaultSectionSize() == metrics().row


def test_the_less_needed_columns_go_first_when_room_is_short(
    table: TablePage[Household], theme: Theme
) -> None:
    table.set_rows(ROWS)
    assert not any(table.view.isColumnHidden(number) for number in range(len(COLUMNS)))
    theme.set_size(18)
    table.resize(800, 600)
    hidden = [COLUMNS[n].key for n in range(len(COLUMNS)) if table.view.isColumnHidden(n)]
    assert hidden == ["month", "state"] or hidden == ["state"]
    table.resize(1500, 600)
    assert not table.view.isColumnHidden(4)


def test_what_must_be_read_keeps_its_room_and_less_needed_columns_go(qtbot: QtBot, theme: Theme) -> None:
    theme.set_size(18)
    shown = []
    for least in (5, 10):
        columns = [replace(column, least=least) for column in COLUMNS]
        page: TablePage[Household] = TablePage(columns, Empty("还没有户。"))
        qtbot.addWidget(page)
        page.resize(920, 600)
        page.show()
        page.set_rows(ROWS)
        shown.append([COLUMNS[n].key for n in range(len(COLUMNS)) if not page.view.isColumnHidden(n)])
        assert page.view.columnWidth(2) >= least * 24
    assert len(shown[1]) < len(shown[0])


def test_an_empty_table_says_what_to_do_next(qtbot: QtBot, table: TablePage[Household]) -> None:
    pressed: list[str] = []
    table.set_empty(Empty("没有找到“zxg”。", "显示迁出户", lambda: pressed.append("x")))
    button = next(b for b in table.findChildren(QPushButton) if b.text() == "显示迁出户")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pressed == ["x"]
    table.set_rows(ROWS)
    assert not button.isVisible()


def test_enter_opens_the_row_the_clerk_stands_on(qtbot: QtBot, table: TablePage[Household]) -> None:
    opened: list[object] = []
    table.opened.connect(opened.append)
    table.set_rows(ROWS)
    assert table.select(lambda row: row.number == 3)
    QTest.keyClick(table.view, Qt.Key.Key_Return)
    assert opened == [ROWS[2]]
    assert not table.select(lambda row: row.number == 999)


def test_fresh_rows_keep_the_place_and_the_chosen_row(table: TablePage[Household]) -> None:
    table.set_rows(ROWS)
    table.select(lambda row: row.number == 300)
    scrolled = table.view.verticalScrollBar().value()
    table.set_rows((Household(0, "新户"), *ROWS))
    assert table.selected_row() == ROWS[299]
    assert table.view.verticalScrollBar().value() == scrolled > 0


def test_finding_narrows_the_rows_and_down_goes_into_them(qtbot: QtBot, table: TablePage[Household]) -> None:
    table.set_rows(ROWS)
    types(table.find_line, "3-00")
    qtbot.waitUntil(lambda: table.model.rowCount() == 9)
    QTest.keyClick(table.find_line, Qt.Key.Key_Down)
    assert table.selected_row() == ROWS[0]
    table.find_line.clear()
    qtbot.waitUntil(lambda: table.model.rowCount() == 486)


def test_a_chip_tells_its_key(table: TablePage[Household]) -> None:
    told: list[str] = []
    table.chip_changed.connect(told.append)
    assert table.chip == "all"
    table.press_chip("in")
    assert told == ["in"]
    assert table.chip == "in"
