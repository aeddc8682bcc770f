"""A village's first day, by keyboard and mouse in the real window, ending with the files it made."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from journeys.clerk import Clerk
from journeys.conftest import Sits

pytestmark = pytest.mark.journey
ROSTER = Path(__file__).resolve().parent.parent / "samples" / "花名册_标准.xlsx"


def found_the_village(clerk: Clerk) -> None:
    clerk.presses("大")
    clerk.presses("建我们村")
    clerk.fills("村或社区名", "清泉村")
    clerk.fills("乡镇或街道", "柳溪镇")
    clerk.fills("区划代码", "140108203211")
    clerk.fills("年度", "2026")
    clerk.fills("您的姓名", "刘文书")
    clerk.fills("监督电话", "0351-5550123")
    clerk.presses("建村")
    clerk.reads("清泉村 · 2026年", "首页")


def import_the_roster(clerk: Clerk) -> None:
    clerk.goes_to(2, "导入花名册")
    clerk.presses("导入花名册")
    with clerk.answering(lambda clerk: clerk.names_file(ROSTER)):
        clerk.presses("选文件…")
    clerk.reads("可导入", "486 户", "1615 人")
    clerk.presses("导入 486 户")
    clerk.reads("已导入：新增 486 户 1615 人", "撤销本次导入")


def adopt_the_rules(clerk: Clerk) -> None:
    clerk.goes_to(0, "村里议定的规矩")
    clerk.presses("积分细则")
    clerk.presses("采用起步版")
    clerk.fills("开会日期", "3.28")
    clerk.presses("采用")
    clerk.reads("已采用积分细则第 1 版", "参加环境整治")
    clerk.goes_to(5, "先开会采用一份")
    clerk.presses("采用标准")
    clerk.presses("采用内置标准")
    clerk.fills("开会日期", "3.28")
    clerk.presses("采用")
    clerk.reads("已采用红白事标准第 1 版", "单办不超过20桌")


def record_for_one(clerk: Clerk, item: str, day: str, points: str = "") -> None:
    clerk.goes_to(3, "单户")
    clerk.presses("单户")
    clerk.fills("日期", day)
    clerk.keys(Qt.Key.Key_Return)
    clerk.types(item)
    clerk.keys(Qt.Key.Key_Return)
    clerk.reads(f"{item} ")
    if points:
        clerk.types(points)
        clerk.keys(Qt.Key.Key_Return)
    clerk.types("卢天喜")
    clerk.keys(Qt.Key.Key_Return)
    clerk.reads("01001 卢天喜  绿折", "可用")
    clerk.keys(Qt.Key.Key_F8)
    clerk.reads("已记 1 户")


def record_for_a_grid(clerk: Clerk, item: str, day: str, grid: str, households: int) -> None:
    clerk.goes_to(3, "点名")
    clerk.presses("点名")
    clerk.fills("日期", day)
    clerk.keys(Qt.Key.Key_Return)
    clerk.types(item)
    clerk.keys(Qt.Key.Key_Return)
    clerk.reads(f"{item} ")
    clerk.picks(grid)
    clerk.reads("001 卢天喜")
    clerk.keys(Qt.Key.Key_A, held=Qt.KeyboardModifier.ControlModifier)
    clerk.reads(f"已勾 {households} 户")
    clerk.keys(Qt.Key.Key_F8)
    clerk.reads(f"已记 {households} 户")


def reverse_the_wrong_line(clerk: Clerk) -> None:
    clerk.goes_to(2, "共 486 户")
    clerk.finds("拼音首字母", "ltx")
    clerk.opens_row("卢天喜")
    clerk.reads("卢天喜户", "绿折", "可用 27 分　结余 27 分", "帮村集体做工")
    clerk.chooses_row("帮村集体做工")
    with clerk.answering(lambda clerk: clerk.gives_reason("记错了户", "冲销")):
        clerk.presses("冲销所选行")
    clerk.reads("可用 15 分　结余 15 分", "5 行")


def report_a_wedding(clerk: Clerk, sheet: Path) -> None:
    clerk.goes_to(5, "红事报备")
    clerk.presses("红事报备")
    clerk.fills("事主", "卢天喜")
    clerk.keys(Qt.Key.Key_Return)
    clerk.reads("01001 卢天喜")
    clerk.fills("办事日期", "8.16")
    clerk.reads("✓ 提前 45 天报备")
    clerk.fills("地点", "村文化广场")
    clerk.fills("桌数", "12")
    clerk.reads("✓ 未超")
    clerk.fills("桌数", "19")
    clerk.reads("19 / 20 桌", "▲ 接近")
    clerk.fills("每桌标准", "350")
    clerk.reads("350 / 300 元", "✕ 超标")
    clerk.keys(Qt.Key.Key_F8)
    clerk.reads("已报备", "打备案表", "村文化广场")
    clerk.keys(Qt.Key.Key_F12)
    clerk.reads("备案表", "第 1 页")
    clerk.saves_as("存为 PDF", sheet)


def print_a_grid(clerk: Clerk, books: Path) -> None:
    clerk.goes_to(8, "列出 547 本")
    clerk.picks("第一网格")
    clerk.presses("只要绿色")
    clerk.reads("列出 74 本：红色 0 本，绿色 74 本")
    clerk.keys(Qt.Key.Key_F12)
    clerk.reads("74 本", "截至 2026.7.2 的打印件", "第 1 页")
    clerk.saves_as("存为 PDF", books)
    clerk.reads("74 本已记入打印记录")


def publish_the_quarter(clerk: Clerk, proof: Path, paper: Path, workbook: Path) -> None:
    clerk.goes_to(7, "二季度已过，可以发布公示了")
    clerk.presses("看校样")
    clerk.reads("公示校样", "第 1 页")
    clerk.saves_as("存为 PDF", proof)
    with clerk.answering(lambda clerk: clerk.presses("发布")):
        clerk.keys(Qt.Key.Key_F8)
    clerk.reads("编号 〔2026〕第1号", "2026年二季度公示", "第 1 页")
    clerk.saves_as("存为 PDF", paper)
    clerk.saves_as("存为 Excel", workbook)


def test_a_village_goes_from_its_roster_to_printed_paper_in_a_day(sits_down: Sits, tmp_path: Path) -> None:
    _, clerk = sits_down("laptop")
    found_the_village(clerk)
    import_the_roster(clerk)
    adopt_the_rules(clerk)
    record_for_one(clerk, "202", "6.18")
    record_for_a_grid(clerk, "101", "6.20", "第一网格", 74)
    record_for_one(clerk, "108", "6.22")
    record_for_one(clerk, "205", "6.25", points="12")
    reverse_the_wrong_line(clerk)
    report_a_wedding(clerk, tmp_path / "备案表.pdf")
    print_a_grid(clerk, tmp_path / "存折.pdf")
    publish_the_quarter(clerk, tmp_path / "校样.pdf", tmp_path / "公示.pdf", tmp_path / "公示.xlsx")
