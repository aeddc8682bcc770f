"""Looking at the invented village, then moving it to another computer, in the real window."""

import re
from pathlib import Path

import pytest

from journeys.clerk import Clerk
from journeys.conftest import Sits, stands_up

pytestmark = pytest.mark.journey
COUNTS = re.compile(r"共 ([0-9]+) 户 ([0-9]+) 人")


def look_at_the_demo(clerk: Clerk) -> None:
    clerk.presses("先看示范村")
    clerk.reads("示范村 · 2026年", "首页", "最近操作", "兑换 ")
    clerk.reads("本季", "本存折有没登的行", "近期红白事", "▲ 接近")


def counts(clerk: Clerk) -> tuple[str, str, str]:
    """Households, residents and books, as the pages say."""
    clerk.goes_to(2, "全部网格")
    found = COUNTS.search(clerk.words())
    assert found is not None
    clerk.goes_to(8, "逐本登折")
    clerk.presses("副本")
    clerk.reads("本：红色")
    books = re.search(r"列出 [0-9]+ 本：红色 [0-9]+ 本，绿色 [0-9]+ 本", clerk.words())
    assert books is not None
    return found.group(1), found.group(2), books.group()


def latest_acts(clerk: Clerk) -> list[str]:
    """What the home page says was recorded last."""
    clerk.goes_to(1, "最近操作")
    clerk.reads("笔")
    return re.findall(r"^[0-9]+ 笔 .+ 分$", clerk.words(), re.MULTILINE)


def make_a_backup(clerk: Clerk, backup: Path) -> None:
    clerk.goes_to(0, "还没有备份过")
    clerk.saves_as("现在备份", backup)
    clerk.reads(f"已备份到 {backup.name}，核对无误", "上次备份：")


def move_in(clerk: Clerk, backup: Path) -> None:
    with clerk.answering(lambda clerk: clerk.names_file(backup)):
        clerk.presses("从旧电脑搬来")
    clerk.answers(lambda clerk: clerk.presses("搬到这台电脑"))
    clerk.reads("示范村 · 2026年", "首页", "最近操作")


def test_the_demo_village_moves_to_another_computer_with_its_counts(
    sits_down: Sits, desk_folder: Path
) -> None:
    old, clerk = sits_down("old")
    look_at_the_demo(clerk)
    counted, acts = counts(clerk), latest_acts(clerk)
    assert int(counted[0]) > 0
    assert acts
    backup = desk_folder / "示范村.pbd"
    make_a_backup(clerk, backup)
    stands_up(old)

    _, clerk = sits_down("new")
    move_in(clerk, backup)
    assert counts(clerk) == counted
    assert latest_acts(clerk) == acts
