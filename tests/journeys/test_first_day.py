"""A village's first day, by keyboard and mouse in the real window, ending with the files it made."""

import re
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt

from journeys.clerk import Clerk
from journeys.conftest import Sits

pytestmark = pytest.mark.journey
ROSTER = Path(__file__).resolve().parents[1] / "samples" / "花名册_标准.xlsx"


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


def import_the_roster(clerk: Clerk, roster: Path) -> None:
    clerk.goes_to(2, "导入花名册")
    clerk.presses("导入花名册")
    with clerk.answering(lambda clerk: clerk.names_file(roster)):
        clerk.presses("选文件…")
    clerk.reads("可导入", "486 户", "没有要看的地方了")
    clerk.keys(Qt.Key.Key_F8)
    clerk.reads("卢天喜户", "1615 人")
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


def open_the_household(clerk: Clerk) -> None:
    clerk.goes_to(2, "全村　486 户")
    clerk.finds("门牌、户编号", "ltx")
    clerk.opens_row("卢天喜")
    clerk.reads("卢天喜户", "绿折")


def reverse_the_wrong_line(clerk: Clerk) -> None:
    open_the_household(clerk)
    clerk.reads("可用 27 分　结余 27 分", "帮村集体做工")
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
    clerk.fills("每桌（含烟酒）", "350")
    clerk.reads("350 / 300 元", "✕ 超标")
    clerk.keys(Qt.Key.Key_F8)
    clerk.reads("已报备", "打报备表", "村文化广场")
    clerk.keys(Qt.Key.Key_F12)
    clerk.reads("报备表", "第 1 页")
    clerk.saves_as("存为 PDF", sheet)


def print_a_grid(clerk: Clerk, books: Path) -> None:
    clerk.goes_to(8, "没有要登的存折，都在折上了。")
    clerk.presses("副本")
    clerk.reads("列出 547 本")
    clerk.picks("第一网格")
    clerk.presses("只要绿色")
    clerk.reads("列出 74 本：红色 0 本，绿色 74 本")
    clerk.keys(Qt.Key.Key_F12)
    clerk.reads("74 本", "截至 2026.7.2 的打印件", "第 1 页")
    clerk.saves_as("存为 PDF", books)
    clerk.reads("74 本已记入打印记录")


def publish_the_quarter(clerk: Clerk, proof: Path, paper: Path, workbook: Path) -> None:
    clerk.goes_to(7, "2026年二季度积分公示可以发布了")
    clerk.presses("看校样")
    for words in ("列谁的", "列哪些数", "监督电话", "还没有出校样"):
        clerk.reads(words, "第 1 页 共")
        clerk.keys(Qt.Key.Key_F8)
    clerk.reads("校样出好了")
    clerk.saves_as("存为 PDF", proof)
    clerk.keys(Qt.Key.Key_F8)
    clerk.reads("发布后编号和每一行不再变")
    with clerk.answering(lambda clerk: clerk.presses("发布")):
        clerk.keys(Qt.Key.Key_F8)
    clerk.reads("编号 〔2026〕第1号", "2026年二季度积分公示", "第 1 页")
    clerk.saves_as("存为 PDF", paper)
    clerk.saves_as("存为 Excel", workbook)


def pages_of(pdf: Path) -> list[str]:
    document = PdfDocument(pdf)
    pages = [page.get_textpage().get_text_bounded().replace("\r\n", "\n") for page in document]
    document.close()
    return pages


def cells_of(workbook: Path) -> list[list[str]]:
    book = load_workbook(workbook, read_only=True)
    rows = [
        ["" if cell is None else str(cell) for cell in row]
        for sheet in book.worksheets
        for row in sheet.iter_rows(values_only=True)
    ]
    book.close()
    return rows


def secrets_of(roster: Path) -> set[str]:
    """Every ID-card and mobile number of the roster, as typed."""
    cells = {cell.strip(" '\u3000") for row in cells_of(roster) for cell in row}
    return {cell for cell in cells if re.fullmatch(r"[0-9]{17}[0-9Xx]|[0-9]{15}|1[0-9]{10}", cell)}


def check_the_sheet(sheet: Path) -> None:
    (page,) = pages_of(sheet)
    assert "柳溪镇清泉村红事报备表" in page
    assert "户主 卢天喜" in page
    assert "提前45天报备（要求提前7天）：按时" in page
    assert re.search(r"桌数 19桌 20桌 接近", page)
    assert re.search(r"每桌标准（含烟酒） 350元 300元 超标", page)


def check_the_books(books: Path) -> None:
    pages = pages_of(books)
    assert len(pages) >= 74 * 3
    assert all("截至 2026年7月2日 打印件" in page for page in pages)
    entries = next(page for page in pages if "卢天喜　01001" in page and "参加社区活动" in page)
    lines = [line for line in entries.splitlines() if line.endswith("刘文书")]
    assert lines == [
        "1 2026.6.18 参加社区活动 10 10 刘文书",
        "2 2026.6.20 参加环境整治 10 20 刘文书",
        "3 2026.6.22 房前屋后乱堆 5 15 刘文书",
        "4 2026.7.1 帮村集体做工 12 27 刘文书",
        "5 2026.7.2 冲第 4 行　帮村集体做工 -12 15 刘文书",
    ]


def check_the_notice(proof: Path, paper: Path, workbook: Path) -> None:
    drafts, sheets = pages_of(proof), pages_of(paper)
    rows, secrets = cells_of(workbook), secrets_of(ROSTER)
    assert len(secrets) > 1500
    assert all("校样" in page and "第1号" not in page for page in drafts)
    assert all("〔2026〕第1号" in page and "校样" not in page for page in sheets)
    assert "清泉村2026年二季度积分公示" in sheets[0]
    assert "0351-5550123" in sheets[0]
    assert f"第 1 页　共 {len(sheets)} 页" in sheets[0]
    printed, written = "\n".join(sheets), "\n".join("\t".join(row) for row in rows)
    for text in (printed, written):
        assert "卢*喜" in text
        assert "卢天喜" not in text
        assert not [secret for secret in secrets if secret in text]
    assert "〔2026〕第1号" in written
    on_paper = [line.split(" ") for line in printed.splitlines() if re.match(r"[0-9]+ [0-9]{5} ", line)]
    in_workbook = [[row[0], *row[2:]] for row in rows if row[0].isdigit()]
    assert len(in_workbook) == 547
    assert on_paper == in_workbook


def balances_of_the_household(clerk: Clerk, books: Path, paper: Path, workbook: Path) -> list[str]:
    """What the page, the book, the notice and its workbook say the household has."""
    open_the_household(clerk)
    on_page = re.search(r"结余 ([0-9.]+) 分", clerk.words())
    in_book = re.search(r"卢天喜\n.*?\n([0-9.]+) 分（5 行，截至", "\n".join(pages_of(books)), re.DOTALL)
    on_notice = re.search(r"1 01001 卢\*喜 ●绿 0 20 5 0 ([0-9.]+) ", pages_of(paper)[0])
    in_workbook = [row[9] for row in cells_of(workbook) if row[2:5] == ["01001", "卢*喜", "●绿"]]
    found = [match.group(1) if match else "" for match in (on_page, in_book, on_notice)]
    return [*found, *in_workbook]


def test_a_village_goes_from_its_roster_to_printed_paper_in_a_day(sits_down: Sits, desk_folder: Path) -> None:
    _, clerk = sits_down("laptop")
    found_the_village(clerk)
    import_the_roster(clerk, Path(shutil.copy(ROSTER, desk_folder)))
    adopt_the_rules(clerk)
    record_for_one(clerk, "202", "6.18")
    record_for_a_grid(clerk, "101", "6.20", "第一网格", 74)
    record_for_one(clerk, "108", "6.22")
    record_for_one(clerk, "205", "7.1", points="12")
    reverse_the_wrong_line(clerk)
    sheet, books = desk_folder / "报备表.pdf", desk_folder / "存折.pdf"
    proof, paper, workbook = desk_folder / "校样.pdf", desk_folder / "公示.pdf", desk_folder / "公示.xlsx"
    report_a_wedding(clerk, sheet)
    print_a_grid(clerk, books)
    publish_the_quarter(clerk, proof, paper, workbook)
    check_the_sheet(sheet)
    check_the_books(books)
    check_the_notice(proof, paper, workbook)
    assert balances_of_the_household(clerk, books, paper, workbook) == ["15", "15", "15", "15"]
