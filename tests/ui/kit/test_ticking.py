"""A table whose rows can be ticked."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from passbook_desk.ui.kit.rows import Column
from passbook_desk.ui.kit.table_page import Empty
from passbook_desk.ui.kit.theme import Theme
from passbook_desk.ui.kit.ticking import TickTable


@dataclass(frozen=True)
class Deed:
    code: str
    open: bool = True
    remark: str = ""


COLUMNS: tuple[Column[Deed], ...] = (Column("code", "编号", lambda row: row.code),)
THREE = (Deed("101"), Deed("102", open=False), Deed("103"))


@pytest.fixture
def table(qtbot: QtBot, theme: Theme) -> TickTable[Deed]:
    found: TickTable[Deed] = TickTable(
        COLUMNS, Empty("没有。"), key=lambda row: row.code, can_tick=lambda row: row.open
    )
    qtbot.addWidget(found)
    found.set_rows(THREE)
    found.resize(400, 300)
    found.show()
    return found


def boxes(table: TickTable[Deed]) -> list[str]:
    return [table.model.columns[0].text(row) for row in table.model.rows()]


def test_space_ticks_goes_on_and_passes_a_row_without_a_box(table: TickTable[Deed]) -> None:
    told: list[int] = []
    table.ticks_changed.connect(lambda: told.append(len(table.ticked())))
    table.view.selectRow(0)
    for _ in range(3):
        QTest.keyClick(table.view, Qt.Key.Key_Space)
    assert boxes(table) == ["☑", "", "☑"]
    assert told == [1, 2]
    QTest.keyClick(table.view, Qt.Key.Key_Space)
    assert boxes(table) == ["☑", "", "☐"]


def test_ctrl_a_ticks_all_then_none(table: TickTable[Deed]) -> None:
    QTest.keyClick(table.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert [row.code for row in table.ticked()] == ["101", "103"]
    QTest.keyClick(table.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert table.ticked() == ()


def test_a_click_on_the_box_ticks_and_one_beside_it_only_selects(table: TickTable[Deed]) -> None:
    for column in (0, 1):
        place = table.view.visualRect(table.model.index(2, column)).center()
        QTest.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert boxes(table) == ["☐", "", "☑"]
    assert table.selected_row() == THREE[2]


def test_a_row_read_anew_keeps_its_tick_as_long_as_it_has_a_box(table: TickTable[Deed]) -> None:
    table.tick_all()
    table.set_rows((Deed("101", remark="改过"), Deed("103", open=False)))
    assert [row.remark for row in table.ticked()] == ["改过"]
    table.set_rows(THREE)
    assert boxes(table) == ["☑", "", "☐"]
    table.untick(["101"])
    assert table.ticked() == ()
