"""A village brings in its own rules, mends them, adopts them, and prints what the next meeting changes."""

import shutil
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt

from journeys.clerk import Clerk
from journeys.conftest import Sits
from journeys.test_first_day import found_the_village

pytestmark = pytest.mark.journey
RULES = Path(__file__).resolve().parents[1] / "samples" / "积分细则.xlsx"


def bring_in_the_rules(clerk: Clerk, rules: Path) -> None:
    clerk.goes_to(0, "村里议定的规矩")
    clerk.presses("积分细则")
    clerk.reads("还没有积分细则")
    with clerk.answering(lambda clerk: clerk.names_file(rules)):
        clerk.presses("导入表格")
    clerk.reads("积分细则草稿", "要核对 17 处", "来自积分细则.xlsx")


def mend_what_was_not_understood(clerk: Clerk) -> None:
    clerk.chooses_row("“组织生活迟到、早退”的“10分”没写")
    clerk.presses("按年算")
    clerk.reads("要核对 16 处")
    clerk.opens_row("“每评1次”看不准")
    clerk.reads("改 104", "“每评1次”看不准，程序不会按它限。")
    clerk.fills("上限", "每季1次")
    clerk.reads("上面的话看懂了，程序就这样限。")
    clerk.keys(Qt.Key.Key_Return, held=Qt.KeyboardModifier.ControlModifier)
    clerk.reads("要核对 15 处")


def adopt_them(clerk: Clerk) -> None:
    clerk.keys(Qt.Key.Key_F8)
    clerk.reads("采用积分细则", "还有 15 处没核对")
    clerk.presses("采用")
    clerk.reads("已采用积分细则第 1 版", "参加环境整治", "每季最多 1 次")


def draft_the_next(clerk: Clerk, changes: Path) -> None:
    with clerk.answering(lambda clerk: clerk.presses("现行版")):
        clerk.presses("起草下一版")
    clerk.reads("积分细则草稿", "来自第1版", "要核对 0 处")
    clerk.opens_row("清理河道垃圾")
    clerk.reads("改 107")
    clerk.fills("分值", "5分/次")
    clerk.keys(Qt.Key.Key_Return, held=Qt.KeyboardModifier.ControlModifier)
    clerk.reads("＋5")
    clerk.presses("和现行版对照")
    clerk.reads("细则对照", "+3分/次", "+5分/次", "改动 1 项")
    clerk.presses("打印对照表")
    clerk.reads("积分细则对照表", "第 1 页")
    clerk.saves_as("存为 PDF", changes)


def test_a_village_adopts_its_own_rules_and_prints_what_the_next_meeting_changes(
    sits_down: Sits, desk_folder: Path
) -> None:
    rules, changes = desk_folder / RULES.name, desk_folder / "对照.pdf"
    shutil.copyfile(RULES, rules)
    _, clerk = sits_down("here")
    found_the_village(clerk)
    bring_in_the_rules(clerk, rules)
    mend_what_was_not_understood(clerk)
    adopt_them(clerk)
    draft_the_next(clerk, changes)
    document = PdfDocument(changes)
    words = "".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    assert "清泉村积分细则对照表" in words
    assert "第1版 → 草稿" in words
    assert "107" in words
    assert "+5分/次" in words
