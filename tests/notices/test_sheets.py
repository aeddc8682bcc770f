from datetime import date
from pathlib import Path

import openpyxl
import pytest

from builders.village import Village, booked, settled_village
from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.ledger.queries import accounts
from passbook_desk.features.ledger.values import Colour
from passbook_desk.features.notices.commands import issue_quarter
from passbook_desk.features.notices.queries import quarter_draft
from passbook_desk.features.notices.sheets import notice_workbook
from passbook_desk.features.notices.values import IssueQuarter, NoticeContent
from passbook_desk.features.notices.words import HEADS, line_figures
from passbook_desk.kernel.period import Quarter

Q2 = Quarter(2026, 2)


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


def sheet_of(content: NoticeContent, folder: Path) -> openpyxl.worksheet.worksheet.Worksheet:
    target = folder / "公示.xlsx"
    write_xlsx(notice_workbook(content), target)
    (sheet,) = openpyxl.load_workbook(target).worksheets
    return sheet


def test_the_workbook_has_the_figures_of_the_paper_as_numbers_and_the_codes_as_text(
    village: Village, tmp_path: Path
) -> None:
    content = issued_on(village, date(2026, 7, 1))
    rows = [list(row) for row in sheet_of(content, tmp_path).iter_rows(values_only=True)]
    head = rows.index(list(HEADS))
    table = [row for row in rows[head + 1 :] if isinstance(row[0], int)]
    assert len(table) == len(content.lines) == 4
    for row, line in zip(table, content.lines, strict=True):
        assert row[:5] == [line.number, line.grid_name, line.household_code, line.shown_name, row[4]]
        assert row[4] in {"★红", "●绿"}
        assert isinstance(row[2], str)
        assert [str(figure) for figure in row[5:]] == [str(points) for points in line_figures(line)]
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
    above = "\n".join(str(sheet.cell(row, 1).value) for row in range(1, head))
    below = "\n".join(str(sheet.cell(row, 1).value) for row in range(head + 1, sheet.max_row + 1))
    for fact in ("清泉村2026年二季度积分公示", "〔2026〕第1号", "2026年7月7日", "0351-5550123", "村务公开栏"):
        assert fact in above
    for place in ("编制：", "审核（积分管理小组）：", "监督（监督小组）：", "（盖章处）", "校验码"):
        assert place in below


def test_a_proof_in_a_workbook_says_so_in_its_title(village: Village, tmp_path: Path) -> None:
    with village.read() as scope:
        content = quarter_draft(scope, Q2)
    sheet = sheet_of(content, tmp_path)
    assert sheet.cell(1, 1).value == "清泉村2026年二季度积分公示（校样）"
