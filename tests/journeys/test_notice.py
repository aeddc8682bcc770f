"""A quarter's notice from its proof to the next one, in the real window."""

import re
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from journeys.clerk import Clerk
from journeys.conftest import Sits, stands_up, words_of

pytestmark = pytest.mark.journey
ENTER, SPACE, F8 = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_F8
LINE = re.compile(r"^(\d+) 01003 金\*河 ●绿 ([-.\d ]+)$", re.MULTILINE)


def open_the_village(clerk: Clerk) -> None:
    clerk.presses("先看示范村")
    clerk.reads("示范村 · 2026年", "首页")


def proof_the_quarter(clerk: Clerk, proof: Path) -> None:
    clerk.goes_to(7, "2026年二季度积分公示可以发布了")
    clerk.presses("看校样")
    clerk.reads("出公示　2026年二季度积分公示", "列谁的", "第 1 页 共")
    for words in ("列哪些数", "监督电话", "还没有出校样"):
        clerk.keys(F8)
        clerk.reads(words)
    clerk.keys(F8)
    clerk.reads("校样出好了")
    clerk.saves_as("存为 PDF", proof)


def record_what_came_late(clerk: Clerk) -> None:
    clerk.goes_to(3, "单户")
    clerk.presses("单户")
    clerk.fills("日期", "6.28")
    clerk.keys(ENTER)
    clerk.types("202")
    clerk.keys(ENTER)
    clerk.reads("202 ")
    clerk.types("01003")
    clerk.keys(ENTER)
    clerk.reads("01003 金长河  绿折", "可用")
    clerk.keys(F8)
    clerk.reads("已记 1 户")


def issue_and_hang(clerk: Clerk, paper: Path) -> None:
    clerk.goes_to(7, "2026年二季度积分公示可以发布了")
    clerk.presses("看校样")
    clerk.reads("比校样多 1 笔", "01003", "金长河", "参加社区活动")
    clerk.keys(F8)
    clerk.reads("和现在一样，核对好就往下走")
    clerk.keys(F8)
    clerk.reads("发布后编号和每一行不再变")

    def agree(clerk: Clerk) -> None:
        clerk.reads("2026.6.30 及以前的日子关账")
        clerk.presses("发布")

    with clerk.answering(agree):
        clerk.keys(F8)
    clerk.reads("已发布，编号 〔2026〕第2号")
    clerk.saves_as("存为 PDF", paper)
    clerk.keys(F8)
    clerk.reads("已登记：贴在")


def object_to_a_line(clerk: Clerk, line: str) -> None:
    clerk.goes_to(7, "二季度积分公示")
    clerk.opens_row("二季度积分公示")
    clerk.reads("还要挂 4 天")
    clerk.presses("记异议")
    clerk.reads("不填行号，就是对整张公示有意见")
    clerk.types(line)
    clerk.keys(ENTER)
    clerk.reads("01003 金*河")
    clerk.types("六月那次活动我们没去")
    clerk.keys(F8)
    clerk.reads("已记下异议〔2026〕第2号")


def correct_it(clerk: Clerk, answer: Path) -> None:
    clerk.presses("答复")
    clerk.reads("维持", "更正", "参加社区活动")
    clerk.presses("有错，改过来")
    clerk.chooses_row("参加社区活动")
    clerk.keys(SPACE)
    clerk.reads("冲销 －10", "会印在下一期公示上")
    clerk.fills("答复的话", "查了签到表，确实没有去，已经改正。")
    with clerk.answering(lambda clerk: clerk.presses("答复")):
        clerk.keys(F8)
    clerk.reads("　答复：更正　")
    clerk.keys(Qt.Key.Key_F12)
    clerk.reads("答复单")
    clerk.saves_as("存为 PDF", answer)


def close_the_notice(clerk: Clerk, archive: Path) -> None:
    clerk.goes_to(7, "2026年二季度积分公示挂满日子了，可以归档")
    clerk.presses("打开")
    clerk.reads("挂满了，可以归档")
    with clerk.answering(lambda clerk: clerk.presses("归档")):
        clerk.keys(F8)
    clerk.reads("已归档。归档卷可以打印装订")
    clerk.presses("归档卷")
    clerk.reads("第 1 页")
    clerk.saves_as("存为 PDF", archive)


def publish_the_next_one(clerk: Clerk, paper: Path) -> None:
    clerk.goes_to(7, "2026年三季度积分公示可以发布了")
    clerk.presses("看校样")
    for words in ("列谁的", "列哪些数", "监督电话", "还没有出校样"):
        clerk.reads(words, "第 1 页 共")
        clerk.keys(F8)
    clerk.reads("校样出好了")
    clerk.keys(F8)
    clerk.reads("发布后编号和每一行不再变")
    with clerk.answering(lambda clerk: clerk.presses("发布")):
        clerk.keys(F8)
    clerk.reads("已发布，编号 〔2026〕第3号")
    clerk.saves_as("存为 PDF", paper)


def line_of(paper: Path) -> tuple[str, list[str]]:
    """Number and figures of the household's line."""
    found = LINE.search(words_of(paper))
    assert found is not None, words_of(paper)
    return found[1], found[2].split()


def test_a_notice_goes_from_its_proof_over_an_objection_to_the_next_one(
    sits_down: Sits, desk_folder: Path
) -> None:
    proof, paper, answer, archive, following = (
        desk_folder / f"{name}.pdf" for name in ("校样", "公示", "答复单", "归档卷", "下一期")
    )
    program, clerk = sits_down("here", date(2026, 7, 1))
    open_the_village(clerk)
    proof_the_quarter(clerk, proof)
    record_what_came_late(clerk)
    issue_and_hang(clerk, paper)
    stands_up(program)
    number, figures = line_of(paper)
    assert line_of(proof) == (number, ["10", "30", "0", "0", "40", "40"])
    assert figures == ["10", "40", "0", "0", "50", "50"]

    program, clerk = sits_down("here", date(2026, 7, 4))
    open_the_village(clerk)
    object_to_a_line(clerk, number)
    correct_it(clerk, answer)
    stands_up(program)
    assert "查了签到表，确实没有去，已经改正。" in words_of(answer)

    program, clerk = sits_down("here", date(2026, 7, 9))
    open_the_village(clerk)
    close_the_notice(clerk, archive)
    stands_up(program)
    kept = words_of(archive)
    assert "六月那次活动我们没去" in kept
    assert line_of(archive) == (number, figures)

    _, clerk = sits_down("here", date(2026, 10, 2))
    open_the_village(clerk)
    publish_the_next_one(clerk, following)
    assert line_of(following)[1] == ["50", "-10", "0", "0", "40", "40"]
    corrected = f"〔2026〕第2号 {number} 01003 金*河 -10 异议〔2026〕第2号成立"
    assert corrected in words_of(following)
