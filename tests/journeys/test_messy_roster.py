"""The village's own roster, with all its faults, comes in: mended in the list, imported, seen."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from journeys.clerk import Clerk
from journeys.conftest import Sits
from journeys.test_first_day import found_the_village

pytestmark = pytest.mark.journey
MESSY = Path(__file__).resolve().parents[1] / "samples" / "花名册_村里常用.xlsx"
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def choose_the_file(clerk: Clerk, roster: Path) -> None:
    clerk.goes_to(2, "导入花名册")
    clerk.presses("导入花名册")
    with clerk.answering(lambda clerk: clerk.names_file(roster)):
        clerk.presses("选文件…")
    clerk.reads("可导入", "483 户", "必须改", "43 处")


def mend_it_in_the_list(clerk: Clerk) -> None:
    """Of 43 places most are alike; nothing is written while they are mended."""
    clerk.presses("只看必须改")
    clerk.chooses_row("五 · C72")
    clerk.reads("刘晓东不在成员里")
    clerk.keys(Qt.Key.Key_1, held=ALT)
    clerk.reads("484 户", "42 处")
    clerk.chooses_row("三组 · C74")
    clerk.presses("李佳伟当户主")
    clerk.reads("485 户", "41 处")
    clerk.keys(Qt.Key.Key_Z, held=CONTROL)
    clerk.reads("484 户", "42 处")
    clerk.presses("李佳伟当户主")
    clerk.reads("485 户", "41 处")
    clerk.chooses_row("第一网格 · F75")
    clerk.presses("同类 23 处都这样办")
    clerk.reads("18 处")


def import_what_is_good(clerk: Clerk, rejects: Path) -> None:
    clerk.saves_as("另存为 Excel", rejects)
    clerk.keys(Qt.Key.Key_F8)
    clerk.reads("④ 看样", "卢天喜户", "各网格 7 个")
    clerk.keys(Qt.Key.Key_F8)
    clerk.reads("已导入：新增 485 户", "30 天内可以整批撤销", "撤销本次导入")


def test_a_messy_roster_is_mended_imported_and_its_rest_comes_in_later(
    sits_down: Sits, desk_folder: Path
) -> None:
    _, clerk = sits_down("laptop")
    found_the_village(clerk)
    choose_the_file(clerk, Path(shutil.copy(MESSY, desk_folder)))
    mend_it_in_the_list(clerk)
    rejects = desk_folder / "没有导入的行.xlsx"
    import_what_is_good(clerk, rejects)
    clerk.presses("再导入一份")
    with clerk.answering(lambda clerk: clerk.names_file(rejects)):
        clerk.presses("选文件…")
    clerk.chooses_row("没有写户主")
    clerk.presses("林旭东当户主")
    clerk.reads("1 户", "3 处")
    clerk.keys(Qt.Key.Key_F8)
    clerk.reads("④ 看样")
    clerk.keys(Qt.Key.Key_F8)
    clerk.reads("已导入：新增 1 户", "撤销本次导入")
    clerk.goes_to(2, "全村　486 户")
