"""At the counter: a book is continued, jams, is turned, is full, is lost; in the real window, by keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from journeys.clerk import Clerk
from journeys.conftest import Sits

pytestmark = pytest.mark.journey
ENTER = Qt.Key.Key_Return


def open_the_demo(clerk: Clerk) -> None:
    clerk.presses("先看示范村")
    clerk.reads("示范村 · 2026年", "首页", "本存折有没登的行")


def open_household(clerk: Clerk, code: str) -> None:
    clerk.goes_to(2, "全部网格")
    clerk.opens_row(code)
    clerk.reads("账号 ", "登折  F9")


def pages_in(folder: Path) -> list[bytes]:
    return [file.read_bytes()[:5] for file in sorted(folder.iterdir())]


def test_from_the_household_two_keys_print_and_a_jam_prints_what_is_missing(
    sits_down: Sits, flatbed: Path
) -> None:
    _, clerk = sits_down("here")
    open_the_demo(clerk)
    open_household(clerk, "01003")
    pressed = 0
    for key, seen in ((Qt.Key.Key_F9, "请放存折，翻到第 1 页"), (ENTER, "打好了吗？")):
        clerk.keys(key)
        pressed += 1
        clerk.reads(seen, "第 1 页 第 2–4 行，3 行")
    assert pressed <= 2
    assert pages_in(flatbed) == [b"%PDF-"]
    clerk.keys(Qt.Key.Key_3)
    clerk.reads("从第 3 行起没打上")
    clerk.keys(ENTER)
    clerk.reads("第 1 页 第 3–4 行，2 行")
    clerk.keys(ENTER)
    clerk.reads("打好了吗？")
    clerk.keys(ENTER)
    clerk.reads("登折 1 本，3 行。", "打印中心")
    assert pages_in(flatbed) == [b"%PDF-"] * 2


def test_the_queue_goes_from_book_to_book_and_keeps_what_was_not_answered(
    sits_down: Sits, flatbed: Path
) -> None:
    _, clerk = sits_down("here")
    open_the_demo(clerk)
    clerk.goes_to(8, "逐本登折")
    clerk.reads("未登 ")
    clerk.keys(Qt.Key.Key_F9)
    clerk.reads("第 1 本，共", "请放存折")
    clerk.keys(ENTER)
    clerk.reads("打好了吗？")
    clerk.keys(ENTER)
    clerk.reads("第 2 本，共", "请放存折")
    clerk.keys(ENTER)
    clerk.reads("打好了吗？")
    clerk.keys(Qt.Key.Key_Escape)
    clerk.reads("1 本等答复。")
    clerk.opens_row("等答复")
    clerk.reads("还没有答复。", "打好了吗？")
    clerk.keys(ENTER)
    clerk.reads("登折 1 本")
    assert pages_in(flatbed) == [b"%PDF-"] * 2


def adopt(clerk: Clerk, page: str, line: str) -> None:
    """The book of this card is closed; one of hand-written pages with its first line goes on."""
    clerk.presses("存折册")
    clerk.reads("存折册", "挂失补发")
    with clerk.answering(lambda clerk: clerk.gives_reason("换成手写的旧折", "注销")):
        clerk.presses("注销")
    clerk.reads("已注销")

    def fill(clerk: Clerk) -> None:
        clerk.fills("下一个空行在第几页", page)
        clerk.fills("下一个空行是第几行", line)
        clerk.fills("折上最后写的结余", "10")
        clerk.keys(ENTER)

    with clerk.answering(fill):
        clerk.presses("接手旧折")
    clerk.reads("已接手旧折。", f"第 {page} 页 第 {line} 行")


def test_a_page_is_turned_between_two_feedings(sits_down: Sits, flatbed: Path) -> None:
    _, clerk = sits_down("here")
    open_the_demo(clerk)
    open_household(clerk, "01004")
    adopt(clerk, "3", "19")
    clerk.keys(Qt.Key.Key_F9)
    clerk.reads("第 3 页 第 19–20 行，2 行", "这一页打好后，还有")
    clerk.keys(ENTER)
    clerk.reads("打好了吗？")
    clerk.keys(ENTER)
    clerk.reads("请翻到第 4 页", "第 4 页 第 1–3 行，3 行")
    clerk.keys(ENTER)
    clerk.reads("打好了吗？")
    clerk.keys(ENTER)
    clerk.reads("登折 1 本，5 行。")
    assert pages_in(flatbed) == [b"%PDF-"] * 2


def test_a_full_book_is_replaced_at_the_printer_and_a_lost_one_from_its_card(
    sits_down: Sits, flatbed: Path
) -> None:
    _, clerk = sits_down("here")
    open_the_demo(clerk)
    open_household(clerk, "01004")
    adopt(clerk, "12", "20")
    clerk.keys(Qt.Key.Key_F9)
    clerk.reads("折上没有空行了，还有 3 行没登，请换折。")
    clerk.keys(ENTER)
    clerk.reads("已换折，新折", "第 12 页 第 20 行，1 行")
    clerk.keys(ENTER)
    clerk.reads("打好了吗？")
    clerk.keys(ENTER)
    clerk.reads("封面和首页打过了再登折。", "第 1 页 第 1–4 行，4 行")
    clerk.keys(ENTER)
    clerk.reads("打好了吗？")
    clerk.keys(ENTER)
    clerk.reads("登折 2 本，5 行。")
    open_household(clerk, "01004")
    clerk.presses("存折册")
    clerk.reads("在用", "挂失补发")
    with clerk.answering(lambda clerk: clerk.gives_reason("赶集丢了", "挂失补发")):
        clerk.presses("挂失补发")
    clerk.reads("封面和首页", "第 1 页 共 2 页")
    clerk.keys(Qt.Key.Key_F9)
    clerk.reads("第 1 页 第 1 行，1 行")
    assert pages_in(flatbed) == [b"%PDF-"] * 2
