"""Rows that do not go in leave as a workbook that can be mended and imported."""

from pathlib import Path

from openpyxl import load_workbook

from builders.rosters import id_number, reread, save_sheets
from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.households.roster.fields import ROSTER_FIELDS
from passbook_desk.features.intake.choices import Choices
from passbook_desk.features.intake.layout import find_tables
from passbook_desk.features.intake.reading import CellKind, WorkbookRows
from passbook_desk.features.intake.rejects import REASON, rejects_workbook

LONG = "没有写户主，这一户没有导入，请补上户主。"


def messy(tmp_path: Path) -> WorkbookRows:
    """Two sheets with titles, a merged head, a date, a column that is nobody's."""
    rows = [
        ["一组花名册"],
        ["户主姓名", "姓名", "关系", "身份证号", "出生年月", "门牌号", "养狗"],
        ["王建国", "王建国", "户主", id_number("19600304", 901), "1960.3", "1号", 2],
        [None, "单秀英", "妻", id_number("19620811", 902), "1962.8", None, None],
        ["李卫东", "李卫东", "户主", id_number("19750520", 903), "1975.5", "2号", None],
    ]
    path = save_sheets(tmp_path / "花名册.xlsx", {"一组": rows, "二组": [rows[1], *rows[2:]]})
    book = load_workbook(path)
    for name, block in (("一组", "A3:A4"), ("一组", "F3:F4"), ("二组", "A2:A3")):
        book[name].merge_cells(block)
    book.save(path)
    return reread(path)


def written(tmp_path: Path, reasons: dict[tuple[str, int], str]) -> WorkbookRows:
    workbook = messy(tmp_path)
    tables = find_tables(workbook, ROSTER_FIELDS, Choices()).tables
    target = tmp_path / "没有导入的行.xlsx"
    write_xlsx(rejects_workbook(workbook, tables, ROSTER_FIELDS, reasons), target)
    return reread(target)


def texts(workbook: WorkbookRows, sheet: int) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in workbook.sheets[sheet].rows]


def test_only_rows_with_a_reason_leave_each_under_its_own_sheet_and_caption(tmp_path: Path) -> None:
    out = written(tmp_path, {("一组", 3): LONG, ("一组", 4): LONG, ("二组", 4): "身份证号重复。"})
    assert [sheet.name for sheet in out.sheets] == ["一组", "二组"]
    first = texts(out, 0)
    assert first[0] == ["一组花名册"]
    assert first[1][-1] == REASON
    assert [line[1] for line in first[2:]] == ["王建国", "单秀英"]
    assert [line[-1] for line in first[2:]] == [LONG, LONG]
    assert [line[1] for line in texts(out, 1)[1:]] == ["李卫东"]


def test_cells_are_text_and_those_under_a_merged_one_hold_its_value(tmp_path: Path) -> None:
    out = written(tmp_path, {("一组", 4): LONG})
    (line,) = texts(out, 0)[2:]
    assert line[:6] == ["王建国", "单秀英", "妻", id_number("19620811", 902), "1962.8", "1号"]
    kinds = {cell.kind for cell in out.sheets[0].rows[2].cells if cell.text}
    assert kinds == {CellKind.TEXT}


def test_known_columns_carry_our_titles_and_others_keep_theirs(tmp_path: Path) -> None:
    out = written(tmp_path, {("一组", 3): LONG})
    assert texts(out, 0)[1] == [
        "户主姓名", "姓名", "与户主关系", "公民身份号码", "出生日期", "门牌号", "养狗", REASON
    ]  # fmt: skip


def test_what_left_is_found_again_without_the_reason_among_the_columns(tmp_path: Path) -> None:
    out = written(tmp_path, {("一组", 3): LONG, ("一组", 4): LONG})
    (table,) = find_tables(out, ROSTER_FIELDS, Choices()).tables
    assert [table.cell(row, "name").text for row in table.rows] == ["王建国", "单秀英"]
    assert [table.cell(row, "head").text for row in table.rows] == ["王建国", "王建国"]
    assert 7 not in table.columns.values()


def test_nothing_leaves_when_everything_goes_in(tmp_path: Path) -> None:
    workbook = messy(tmp_path)
    tables = find_tables(workbook, ROSTER_FIELDS, Choices()).tables
    assert rejects_workbook(workbook, tables, ROSTER_FIELDS, {}).sheets == ()
