"""A day at the counter and a year's exchange day, from the scanner to the settlement, in the real window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from journeys.clerk import Clerk
from journeys.conftest import Sits, words_of

pytestmark = pytest.mark.journey
ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape
F6, F8, F9, F11 = Qt.Key.Key_F6, Qt.Key.Key_F8, Qt.Key.Key_F9, Qt.Key.Key_F11
Z = Qt.Key.Key_Z
CONTROL = Qt.KeyboardModifier.ControlModifier
BOOK = "20100033011"


def open_the_counter(clerk: Clerk) -> None:
    clerk.presses("先看示范村")
    clerk.reads("示范村 · 2026年", "首页", "积分超市", "1 种两个月内过期：挂面")
    clerk.keys(F11)
    clerk.reads("兑换柜台", "肥皂", "食堂一餐")


def scan(clerk: Clerk, number: str) -> None:
    clerk.types(number)
    clerk.keys(ENTER)


def take_soap_and_a_towel_with_the_book(clerk: Clerk) -> int:
    """Scan, two things, print; returns the keys after the scanner."""
    scan(clerk, BOOK)
    clerk.reads("金长河", "绿色存折 20100033", "未登折 3 行")
    pressed = 0
    for key, seen in (("1", "肥皂×1"), ("3", "毛巾×1")):
        clerk.types(key)
        clerk.reads(seen)
        pressed += 1
    clerk.reads("合计 －13", "兑后 27 分")
    for key, seen in ((F9, "请放存折"), (ENTER, "打好了吗？"), (ENTER, "兑换柜台")):
        clerk.keys(key)
        clerk.reads(seen)
        pressed += 1
    clerk.reads("换了 肥皂×1、毛巾×1，余 27 分")
    return pressed


def take_it_back(clerk: Clerk) -> None:
    clerk.keys(ESC)
    scan(clerk, "01002")
    clerk.types("1")
    clerk.reads("方启明")
    clerk.types("1")
    clerk.reads("肥皂×1", "兑后 35 分")
    clerk.keys(F8)
    clerk.reads("换了 肥皂×1，余 35 分")
    clerk.keys(Z, held=CONTROL)
    clerk.reads("撤")


def want_more_than_there_is(clerk: Clerk) -> None:
    clerk.keys(ESC)
    scan(clerk, "01005")
    clerk.reads("冯长河")
    clerk.types("4")
    clerk.reads("还差 2 分", "可换")


def send_somebody(clerk: Clerk) -> None:
    clerk.keys(ESC)
    scan(clerk, "01007")
    clerk.types("1")
    clerk.reads("孙新民")
    clerk.keys(F6)
    for words in ("孙小梅", "女儿"):
        clerk.types(words)
        clerk.keys(ENTER)
    clerk.reads("孙小梅")
    clerk.types("2")
    clerk.reads("牙膏×1")
    clerk.keys(F8)
    clerk.reads("换了 牙膏×1，余 28 分")


def put_a_blanket_on_the_counter(clerk: Clerk) -> None:
    """New goods with a price, and none of them on the shelf."""
    clerk.presses("物品")
    clerk.reads("新物品", "肥皂")
    clerk.presses("新物品")
    clerk.reads("兑换分值")
    clerk.fills("名称", "毛毯")
    clerk.fills("单位", "条")
    clerk.fills("兑换分值", "10")
    clerk.keys(F8)
    clerk.reads("已登记“毛毯”")


def ask_for_what_is_gone(clerk: Clerk) -> None:
    clerk.keys(F11)
    clerk.reads("兑换柜台")
    scan(clerk, "20100025")
    clerk.reads("方启明")
    clerk.types("13")
    clerk.keys(ENTER)
    clerk.reads("“毛毯”缺货，已记需求。")


def open_the_exchange_day(clerk: Clerk) -> None:
    clerk.keys(ESC)
    clerk.presses("兑换日")
    clerk.reads("还没有开过兑换日")

    def fill(clerk: Clerk) -> None:
        clerk.fills("叫什么", "年度兑换")
        clerk.keys(ENTER, held=CONTROL)

    with clerk.answering(fill):
        clerk.presses("开兑换日")
    clerk.reads("年度兑换", "可兑 60 本，已发号 0 个")


def queue_and_serve(clerk: Clerk, *books: str) -> None:
    for number, book in enumerate(books, 1):
        clerk.finds("扫存折", book)
        clerk.keys(ENTER)
        clerk.reads(f"{number} 号")
    clerk.presses("排队")
    clerk.reads("1 号", "等候 2 户")
    clerk.presses("去柜台")
    clerk.reads("兑换柜台", "王新民")
    clerk.types("1")
    clerk.reads("肥皂×1")
    clerk.keys(F8)
    clerk.reads("换了 肥皂×1")
    clerk.keys(ESC)
    clerk.presses("兑换日")
    clerk.opens_row("年度兑换")


def settle(clerk: Clerk, sheet: Path) -> None:
    clerk.presses("结算")
    clerk.reads("物、单、分三样相符", "还有 1 户拿了号没有兑")
    with clerk.answering(lambda clerk: clerk.presses("结算")):
        clerk.keys(F8)
    clerk.reads("已结算", "1 张兑换单，5 分，1 件")
    clerk.presses("打结算单")
    clerk.reads("第 1 页")
    clerk.saves_as("存为 PDF", sheet)


def test_neighbours_come_to_the_counter(sits_down: Sits, flatbed: Path) -> None:
    _, clerk = sits_down("here")
    open_the_counter(clerk)
    assert take_soap_and_a_towel_with_the_book(clerk) == 5
    assert [page.read_bytes()[:5] for page in flatbed.iterdir()] == [b"%PDF-"]
    take_it_back(clerk)
    want_more_than_there_is(clerk)
    send_somebody(clerk)
    clerk.presses("兑换登记")
    clerk.reads("兑换登记", "金长河", "孙新民", "孙小梅", "女儿", "已退回")


def test_the_village_redeems_together_and_settles(sits_down: Sits, desk_folder: Path) -> None:
    sheet = desk_folder / "结算单.pdf"
    _, clerk = sits_down("here")
    open_the_counter(clerk)
    put_a_blanket_on_the_counter(clerk)
    ask_for_what_is_gone(clerk)
    open_the_exchange_day(clerk)
    queue_and_serve(clerk, "20100017", "20100041")
    settle(clerk, sheet)
    words = words_of(sheet)
    assert "年度兑换" in words
    assert "肥皂" in words
