"""A sheet of the grid worker comes in, is signed on paper, and counts once it is reviewed."""

from pathlib import Path

import openpyxl
import pytest
from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt

from journeys.clerk import Clerk
from journeys.conftest import Sits

pytestmark = pytest.mark.journey
ROWS = (
    ("户编号", "积分事项", "分值", "日期", "事由", "见证人", "上报人"),
    ("01003", "102", 2, "7月1日", "扫主街", "张三", "李网格"),
    ("02001", "102", 2, "7月1日", "扫主街", "张三", "李网格"),
    ("02001", "义务植树", 2, "7月1日", "植树", "张三", "李网格"),
)


def sheet_of_the_grid_worker(target: Path) -> Path:
    book = openpyxl.Workbook()
    for row in ROWS:
        book.worksheets[0].append(row)
    book.save(target)
    return target


def bring_in(clerk: Clerk, sheet: Path) -> None:
    clerk.goes_to(3, "选一个网格")
    clerk.presses("审核")
    clerk.reads("村里现在是记了就生效")
    clerk.presses("导入上报表")
    clerk.reads("选网格员交来的积分上报表")
    with clerk.answering(lambda clerk: clerk.names_file(sheet)):
        clerk.presses("选表格")
    clerk.reads("没有审核这一步", "可以报 2 行", "积分细则里没有“义务植树”")
    with clerk.answering(lambda clerk: clerk.presses("打开审核")):
        clerk.presses("打开审核")
    clerk.reads("审核已打开")
    clerk.presses("导入 2 件")
    clerk.reads("2 件进了审核")


def approve_on_a_signed_sheet(clerk: Clerk, paper: Path) -> None:
    clerk.goes_to(3, "选一个网格")
    clerk.presses("审核")
    clerk.reads("待审 2 件", "金长河")
    clerk.keys(Qt.Key.Key_A, held=Qt.KeyboardModifier.ControlModifier)
    clerk.reads("已勾 2 件")
    clerk.keys(Qt.Key.Key_F8)
    clerk.reads("请先打印审核单")
    clerk.keys(Qt.Key.Key_F12)
    clerk.reads("积分审核单 2026-0001")
    clerk.saves_as("存为 PDF", paper)
    clerk.keys(Qt.Key.Key_Escape)
    clerk.reads("已勾 2 件", "2026-0001")
    clerk.keys(Qt.Key.Key_F8)
    clerk.reads("2 件已入账")


def test_what_a_grid_worker_claims_counts_once_its_sheet_is_signed(
    sits_down: Sits, desk_folder: Path
) -> None:
    sheet, paper = sheet_of_the_grid_worker(desk_folder / "上报.xlsx"), desk_folder / "审核单.pdf"
    _, clerk = sits_down("here")
    clerk.presses("先看示范村")
    clerk.reads("示范村 · 2026年", "首页")
    bring_in(clerk, sheet)
    clerk.goes_to(1, "2 件申报待审")
    clerk.goes_to(2, "全部网格")
    clerk.opens_row("01003")
    clerk.reads("待审 2 分，还不能用")
    approve_on_a_signed_sheet(clerk, paper)
    document = PdfDocument(paper)
    words = document[0].get_textpage().get_text_bounded()
    document.close()
    assert "单号：2026-0001" in words
    assert "金长河" in words
    clerk.goes_to(2, "全部网格")
    clerk.opens_row("01003")
    clerk.reads("扫主街")
