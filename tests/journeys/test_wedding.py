"""A wedding from the report to the quarter's papers, in the real window."""

from datetime import date
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt

from journeys.clerk import Clerk
from journeys.conftest import Sits, stands_up

pytestmark = pytest.mark.journey
ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab
MOST_KEYS = 45


class Counting:
    """Counts the keys of a clerk; a character of an input method counts as one."""

    def __init__(self, clerk: Clerk) -> None:
        self.clerk, self.pressed = clerk, 0

    def types(self, text: str) -> None:
        """Type where the focus is."""
        self.pressed += len(text)
        self.clerk.types(text)

    def keys(self, *keys: Qt.Key) -> None:
        """Press keys where the focus is."""
        self.pressed += len(keys)
        self.clerk.keys(*keys)


def open_the_village(clerk: Clerk) -> None:
    clerk.presses("先看示范村")
    clerk.reads("示范村 · 2026年", "首页")


def report_the_wedding(clerk: Clerk) -> int:
    clerk.goes_to(5, "报备中")
    clerk.presses("红事报备")
    clerk.reads("填了办事日期，就知道是否按时报备")
    by_hand = Counting(clerk)
    by_hand.types("01003")
    clerk.reads("01003  金长河")
    by_hand.keys(ENTER)
    clerk.reads("01003 金长河")
    by_hand.types("7.12")
    clerk.reads("提前 10 天报备，按时")
    by_hand.keys(ENTER)
    by_hand.types("结婚")
    by_hand.keys(ENTER)
    by_hand.types("广场")
    by_hand.keys(ENTER, ENTER, ENTER, ENTER, Qt.Key.Key_Space, ENTER)
    for figure in ("18", "1", "280", "100"):
        by_hand.types(figure)
        by_hand.keys(ENTER)
    clerk.reads("金长河户 · 报备中")
    return by_hand.pressed


def print_the_sheet(clerk: Clerk, paper: Path) -> None:
    clerk.keys(Qt.Key.Key_F12)
    clerk.reads("报备表")
    clerk.saves_as("存为 PDF", paper)
    clerk.keys(Qt.Key.Key_Escape)
    clerk.reads("· 报备中")


def approve(clerk: Clerk) -> None:
    clerk.presses("同意操办")
    clerk.reads("照报备的数同意就不用填")
    clerk.types("2026-7")
    clerk.keys(Qt.Key.Key_F8)
    clerk.reads("· 已核准", "会议记录 2026-7")


def find_too_many_tables(clerk: Clerk) -> None:
    clerk.goes_to(5, "待核查 2")
    clerk.opens_row("金长河户")
    clerk.reads("· 待核查")
    clerk.presses("现场核查")
    clerk.reads("填现场看到的数")
    clerk.types("李会长")
    clerk.fills("桌数", "24")
    clerk.reads("24 / 20 桌", "✕ 超标")
    clerk.keys(Qt.Key.Key_F8)
    clerk.reads("· 已核查", "比核准多")


def propose_points(clerk: Clerk) -> None:
    clerk.goes_to(0, "村里议定的规矩")
    clerk.presses("积分规矩")
    clerk.picks("记录 → 审核")
    clerk.keys(Qt.Key.Key_F8)
    clerk.reads("规矩已保存")
    clerk.goes_to(5, "待核查 2")
    clerk.opens_row("金长河户")
    clerk.chooses_from("登记进展", "建议积分")
    clerk.reads("核查结果：超标", "违规操办红白事")
    clerk.presses("绿折 金长河 · 753 违规操办红白事")
    clerk.keys(TAB)
    clerk.types("5")
    clerk.fills("会议记录号", "2026-8")
    clerk.keys(Qt.Key.Key_F8)
    clerk.reads("已交积分审核")


def review_the_points(clerk: Clerk, paper: Path) -> None:
    clerk.goes_to(3, "选一个网格")
    clerk.presses("审核")
    clerk.reads("待审 1 件", "违规操办红白事")
    clerk.keys(Qt.Key.Key_A, held=Qt.KeyboardModifier.ControlModifier)
    clerk.keys(Qt.Key.Key_F12)
    clerk.reads("积分审核单")
    clerk.saves_as("存为 PDF", paper)
    clerk.keys(Qt.Key.Key_Escape)
    clerk.reads("已勾 1 件", "2026-0001")
    clerk.keys(Qt.Key.Key_F8)
    clerk.reads("1 件已入账")


def close(clerk: Clerk) -> None:
    clerk.goes_to(5, "待核查 2")
    clerk.opens_row("金长河户")
    clerk.presses("办结")
    clerk.types("2026-8")
    clerk.keys(Qt.Key.Key_F8)
    clerk.reads("· 已结")


def words_of(paper: Path) -> str:
    document = PdfDocument(paper)
    try:
        return "".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def test_a_wedding_is_reported_checked_over_the_limit_and_stands_in_the_quarters_papers(
    sits_down: Sits, desk_folder: Path
) -> None:
    program, clerk = sits_down("here")
    open_the_village(clerk)
    pressed = report_the_wedding(clerk)
    assert pressed <= MOST_KEYS
    print_the_sheet(clerk, desk_folder / "报备表.pdf")
    approve(clerk)
    assert "金长河" in words_of(desk_folder / "报备表.pdf")
    stands_up(program)

    program, clerk = sits_down("here", date(2026, 7, 13))
    open_the_village(clerk)
    find_too_many_tables(clerk)
    propose_points(clerk)
    review_the_points(clerk, desk_folder / "审核单.pdf")
    close(clerk)
    stands_up(program)

    _, clerk = sits_down("here", date(2026, 10, 2))
    open_the_village(clerk)
    clerk.goes_to(5, "已结")
    clerk.presses("季报")
    clerk.reads("2026年三季度", "申报桌数", "30", "实际桌数", "24")
    in_the_notice(clerk, desk_folder / "公示.pdf")


def in_the_notice(clerk: Clerk, paper: Path) -> None:
    clerk.goes_to(7, "2026年三季度积分公示可以发布了")
    clerk.presses("看校样")
    for words in ("列谁的", "列哪些数", "监督电话", "还没有出校样"):
        clerk.reads(words, "第 1 页 共")
        clerk.keys(Qt.Key.Key_F8)
    clerk.reads("校样出好了")
    clerk.keys(Qt.Key.Key_F8)
    clerk.reads("发布后编号和每一行不再变")
    with clerk.answering(lambda clerk: clerk.presses("发布")):
        clerk.keys(Qt.Key.Key_F8)
    clerk.reads("已发布，编号 〔2026〕第3号", "第 1 页")
    clerk.saves_as("存为 PDF", paper)
    assert "01003 金*河 ●绿 40 0 5 0 35 35" in words_of(paper)
