"""Monday: forty households swept the street, and one deed of one household, in the real window."""

from itertools import groupby
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListView

from journeys.clerk import Clerk
from journeys.conftest import Sits, stands_up

pytestmark = pytest.mark.journey
CONTROL = Qt.KeyboardModifier.ControlModifier


class CountingClerk:
    """A clerk whose keys are counted; a key held down is one."""

    def __init__(self, clerk: Clerk) -> None:
        self.clerk = clerk
        self.pressed: list[str] = []

    def keys(self, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.pressed += [key.name for key in keys]
        self.clerk.keys(*keys, held=held)

    def types(self, text: str) -> None:
        self.pressed += list(text)
        self.clerk.types(text)

    @property
    def runs(self) -> int:
        return len(list(groupby(self.pressed)))


def open_the_demo(clerk: Clerk) -> None:
    clerk.presses("先看示范村")
    clerk.reads("示范村 · 2026年", "首页", "最近操作")


def wall(clerk: Clerk) -> QListView:
    """The wall, once it is there."""
    return next(view for view in clerk.seen(QListView) if view.model().rowCount() > 9)


def test_a_grid_is_called_saved_and_taken_back_by_keys(sits_down: Sits) -> None:
    _, clerk = sits_down("here")
    open_the_demo(clerk)
    clerk.goes_to(3, "选一个网格，就会出现这个网格的户。")
    counted = CountingClerk(clerk)
    counted.types("102")
    counted.keys(Qt.Key.Key_Return)
    clerk.reads("102 ")
    clerk.picks("第一网格")
    clerk.reads("001 ", "016 ")
    wall(clerk).setFocus()
    counted.keys(Qt.Key.Key_A, held=CONTROL)
    for steps in (2, 3, 1, 4):
        counted.keys(*[Qt.Key.Key_Right] * steps)
        counted.keys(Qt.Key.Key_Space)
    clerk.reads("已勾 12 户")
    counted.keys(Qt.Key.Key_F8)
    clerk.reads("已记 12 户 ＋")
    assert counted.runs <= 20
    clerk.presses("撤销")
    clerk.reads("已撤销 12 笔。")


def test_one_household_from_its_card_takes_at_most_ten_keys(sits_down: Sits) -> None:
    _, clerk = sits_down("here")
    open_the_demo(clerk)
    clerk.goes_to(2, "全部网格")
    clerk.opens_row("01003")
    clerk.reads("金长河户", "账号 ")
    clerk.presses("记一笔")
    clerk.reads("记给谁", "01003")
    counted = CountingClerk(clerk)
    counted.types("205")
    counted.keys(Qt.Key.Key_Return)
    clerk.reads("分值")
    counted.types("15")
    counted.keys(Qt.Key.Key_F8)
    clerk.reads("已记 1 户 ＋15 分")
    assert len(counted.pressed) <= 10


def test_lines_of_the_grid_are_typed_and_saved(sits_down: Sits) -> None:
    _, clerk = sits_down("here")
    open_the_demo(clerk)
    clerk.goes_to(3, "选一个网格")
    clerk.presses("表格")
    clerk.reads("周四 五月十八")
    for book, item, points, memo in (("01003", "102", "", "扫街"), ("02001", "205", "5*3", "。。")):
        clerk.types(book)
        clerk.keys(Qt.Key.Key_Return)
        clerk.reads(f"{book} ")
        clerk.types(item)
        clerk.keys(Qt.Key.Key_Return)
        clerk.reads(f"{item} ")
        clerk.types(points)
        clerk.keys(Qt.Key.Key_Return)
        clerk.types(memo)
        clerk.keys(Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Return)
    clerk.reads("2 笔 ＋")
    clerk.keys(Qt.Key.Key_F8)
    clerk.reads("已记 2 户 ＋")


def test_ticks_that_were_not_saved_are_offered_after_the_program_was_closed(
    sits_down: Sits, tmp_path: Path
) -> None:
    program, clerk = sits_down("here")
    open_the_demo(clerk)
    clerk.goes_to(3, "选一个网格")
    clerk.types("102")
    clerk.keys(Qt.Key.Key_Return)
    clerk.reads("102 ")
    clerk.picks("第二网格")
    clerk.reads("001 ")
    wall(clerk).setFocus()
    clerk.keys(Qt.Key.Key_Space, Qt.Key.Key_Space, Qt.Key.Key_Space)
    clerk.reads("已勾 3 户", "•1")
    stands_up(program)
    QApplication.processEvents()

    _, clerk = sits_down("here")
    open_the_demo(clerk)
    clerk.goes_to(3, "上次没存的点名（3 户）")
    clerk.presses("继续")
    clerk.reads("已勾 3 户", "102 ")
    clerk.keys(Qt.Key.Key_F8)
    clerk.reads("已记 3 户 ＋")
