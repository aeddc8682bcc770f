from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from builders.notices import EVERY_COLUMN, LOOK, OF_BUILDINGS, content, line, part, village_lines
from builders.paper import measure
from builders.village import Village, booked, settled_village
from passbook_desk.documents.page import texts
from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.ledger.queries import accounts
from passbook_desk.features.ledger.values import Colour
from passbook_desk.features.notices.commands import issue_quarter
from passbook_desk.features.notices.paper import notice_pages
from passbook_desk.features.notices.queries import quarter_draft
from passbook_desk.features.notices.rules import sums
from passbook_desk.features.notices.sheets import notice_workbook
from passbook_desk.features.notices.values import (
    IssueQuarter,
    NoticeContent,
    NoticeKind,
    PaperSize,
    PartKind,
    Subject,
)
from passbook_desk.kernel.period import Quarter
from passbook_desk.kernel.points import Points

Q2 = Quarter(2026, 2)
HEADS = ["行号", "网格", "户编号", "户主/姓名", "折", "期初", "加分", "扣分", "兑换", "期末结余", "年度累计"]
Worksheet = openpyxl.worksheet.worksheet.Worksheet


@pytest.fixture
def village(tmp_path: Path) -> Village:
    village = settled_village(tmp_path)
    with village.read() as scope:
        households = tuple(row.id for row in accounts(scope, colour=Colour.GREEN))
    booked(village, households, on=date(2026, 2, 3))
    booked(village, households[:2])
    return village


def issued_on(village: Village, day: date) -> NoticeContent:
    village.on(day)
    with village.write() as tx:
        return issue_quarter(tx, IssueQuarter(Q2))


def sheets_of(notice: NoticeContent, folder: Path) -> list[Worksheet]:
    target = folder / "公示.xlsx"
    write_xlsx(notice_workbook(notice), target)
    return list(openpyxl.load_workbook(target).worksheets)


def sheet_of(notice: NoticeContent, folder: Path) -> Worksheet:
    (sheet,) = sheets_of(notice, folder)
    return sheet


def rows_of(sheet: Worksheet) -> list[list[object]]:
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def heads_of(sheet: Worksheet) -> list[object]:
    return next(row for row in rows_of(sheet) if row[0] == "行号")


def lines_of(sheet: Worksheet) -> list[list[object]]:
    return [row for row in rows_of(sheet) if isinstance(row[0], int)]


def test_the_workbook_has_the_figures_of_the_paper_as_numbers_and_the_codes_as_text(
    village: Village, tmp_path: Path
) -> None:
    notice = issued_on(village, date(2026, 7, 1))
    rows = rows_of(sheet_of(notice, tmp_path))
    head = rows.index(HEADS)
    table = [row for row in rows[head + 1 :] if isinstance(row[0], int)]
    assert len(table) == len(notice.lines) == 4
    for row, each in zip(table, notice.lines, strict=True):
        assert row[:5] == [each.number, each.grid_name, each.household_code, each.shown_name, row[4]]
        assert row[4] in {"★红", "●绿"}
        assert isinstance(row[2], str)
        figures = (each.opening, each.credits, -each.debits, -each.redeemed, each.closing, each.year_total)
        assert [str(figure) for figure in row[5:]] == [str(points) for points in figures]
    total = next(row for row in rows if row[1] == "全村")
    assert total[2:4] == ["合计", "4 本"]
    assert total[9] == sum(row[9] for row in table) == 50
    assert [row[1] for row in rows if row[2] == "小计"] == ["第一网格", "第二网格"]


def test_the_workbook_prints_as_the_notice_hangs(village: Village, tmp_path: Path) -> None:
    sheet = sheet_of(issued_on(village, date(2026, 7, 1)), tmp_path)
    head = next(row for row in range(1, 20) if sheet.cell(row, 1).value == "行号")
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.print_title_rows == f"${head}:${head}"
    assert sheet.freeze_panes == f"A{head + 1}"
    assert sheet.print_area == f"'积分公示'!$A$1:$K${sheet.max_row}"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToHeight == 0  # as many pages as it takes, one page wide
    above = "\n".join(str(sheet.cell(row, 1).value) for row in range(1, head))
    below = "\n".join(str(sheet.cell(row, 1).value) for row in range(head + 1, sheet.max_row + 1))
    for fact in ("清泉村2026年二季度积分公示", "〔2026〕第1号", "2026年7月7日", "0351-5550123", "村务公开栏"):
        assert fact in above
    for place in ("编制：", "审核（积分管理小组）：", "监督（监督小组）：", "（盖章处）", "校验码"):
        assert place in below


def test_a_proof_in_a_workbook_says_so_in_its_title(village: Village, tmp_path: Path) -> None:
    with village.read() as scope:
        notice = quarter_draft(scope, Q2)
    sheet = sheet_of(notice, tmp_path)
    assert sheet.cell(1, 1).value == "清泉村2026年二季度积分公示（校样）"


def test_every_column_that_was_chosen_has_its_figures_and_sums(tmp_path: Path) -> None:
    lines = [replace(each, pending=Points.parse("1.25"), stars=3) for each in village_lines(60, 3)]
    (sheet,) = sheets_of(content(*lines, look=replace(LOOK, columns=EVERY_COLUMN)), tmp_path)
    assert heads_of(sheet)[5:] == [
        "期初", "加分", "扣分", "兑换", "期末结余", "公示中", "合计", "年度累计", "星级",
    ]  # fmt: skip
    assert all(row[5:] == [10, 5.5, 2, 3, 10.5, 1.25, 11.75, 13.5, 3] for row in lines_of(sheet))
    total = next(row for row in rows_of(sheet) if row[1] == "全村")
    assert total[2:4] == ["合计", "60 本"]
    assert total[5:] == [600, 330, 120, 180, 630, 75, 705, 810, None]


def test_the_figures_are_those_of_the_paper(tmp_path: Path) -> None:
    lines = [
        replace(each, closing=Points(each.number * 137), year_total=Points(-each.number))
        for each in village_lines(90, 3)
    ]
    notice = content(*lines)
    (sheet,) = sheets_of(notice, tmp_path)
    told = [text for page in notice_pages(notice, measure()) for text in texts(page)]
    figures = [format(row[9], "g") for row in lines_of(sheet)]
    assert [text for text in told if text in set(figures)] == figures
    assert str(sums(lines).closing) in told
    assert format(next(row for row in rows_of(sheet) if row[1] == "全村")[9], "g") == str(sums(lines).closing)


@pytest.mark.parametrize(
    ("paper", "landscape", "number"),
    [(PaperSize.A4, True, 9), (PaperSize.A4, False, 9), (PaperSize.A3, True, 8), (PaperSize.A3, False, 8)],
)
def test_it_prints_on_the_notices_paper(
    paper: PaperSize, landscape: bool, number: int, tmp_path: Path
) -> None:
    look = replace(LOOK, paper=paper, landscape=landscape)
    for sheet in sheets_of(content(*village_lines(9, 3), look=look, parts=(part(10),)), tmp_path):
        assert sheet.page_setup.paperSize == number
        assert sheet.page_setup.orientation == ("landscape" if landscape else "portrait")
        assert sheet.print_area
        assert sheet.print_title_rows


def test_each_part_has_a_sheet_of_its_own_with_its_numbers_sums_and_note(tmp_path: Path) -> None:
    notice = content(
        *village_lines(5, 1), parts=(part(6), part(8, kind=PartKind.PENDING, title="公示中的积分"))
    )
    figures, corrections, pending = sheets_of(notice, tmp_path)
    assert (figures.title, corrections.title, pending.title) == ("积分公示", "更正以前的公示", "公示中的积分")
    assert heads_of(corrections) == ["行号", "公示号", "原行号", "户编号", "姓名", "更正内容", "分值"]
    first, second = lines_of(corrections)
    assert first == [6, "〔2026〕第1号", 37, "03002", "王*国", "义务清扫公共区域，重复记了一次", -2]
    assert second[0] == 7
    total = rows_of(corrections)[rows_of(corrections).index(second) + 1]
    assert (total[1], total[6]) == ("合计", 1.5)
    below = [row[0] for row in rows_of(corrections)]
    assert "更正的积分已计入上表。" in below
    assert any("校验码 ABCDE23456" in str(text) for text in below)
    assert [row[0] for row in lines_of(pending)] == [8, 9]


def test_a_notice_without_lines_has_its_head_and_signatures_on_its_first_part(tmp_path: Path) -> None:
    (sheet,) = sheets_of(
        content(kind=NoticeKind.CORRECTIONS, about="2026-01", number="2026-02", parts=(part(1),)), tmp_path
    )
    assert sheet.title == "更正公示"
    told = "\n".join(str(row[0]) for row in rows_of(sheet))
    for fact in ("清泉村〔2026〕第1号更正公示", "〔2026〕第2号", "0351-5550123", "更正以前的公示", "编制："):
        assert fact in told


def test_a_notice_of_buildings_has_no_column_for_books(tmp_path: Path) -> None:
    rows = [line(n, colour=None, household_code=f"1000{n}", shown_name=f"{n}号楼") for n in range(1, 4)]
    look = replace(LOOK, subjects=(Subject.BUILDING,), columns=OF_BUILDINGS)
    (sheet,) = sheets_of(content(*rows, look=look), tmp_path)
    assert heads_of(sheet)[:4] == ["行号", "网格", "楼栋编号", "楼栋"]
    assert lines_of(sheet)[2] == [3, "第一网格", "10003", "3号楼", 5.5, 2, 10.5, 13.5]


def test_a_notice_from_before_there_was_a_choice_keeps_its_sheet(tmp_path: Path) -> None:
    (sheet,) = sheets_of(content(*village_lines(9, 3), form=1), tmp_path)
    assert sheet.title == "2026年二季度积分公示"
    assert heads_of(sheet) == HEADS
    told = "\n".join(str(row[0]) for row in rows_of(sheet))
    assert "或到村委会当面反映，说明公示上的行号。" in told
