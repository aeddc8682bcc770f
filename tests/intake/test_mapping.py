from pathlib import Path

import pytest

from builders.rosters import HEADER, reread, save_sheets
from passbook_desk.features.intake.errors import NoHeaderFound, NoSuchSheet
from passbook_desk.features.intake.mapping import find_table
from passbook_desk.features.intake.reading import WorkbookRows
from passbook_desk.features.intake.table import FieldSpec, column_letters, plain_title

SPECS = (
    FieldSpec("name", "姓名", ("成员",), required=True),
    FieldSpec("code", "户编号", ("户号",), required=True),
    FieldSpec("relation", "与户主关系", ("关系",)),
)


def book(tmp_path: Path, **sheets: list[list[object]]) -> WorkbookRows:
    return reread(save_sheets(tmp_path / "表.xlsx", dict(sheets)))


def test_the_header_is_found_below_titles_and_by_synonyms(tmp_path: Path) -> None:
    workbook = book(
        tmp_path, 花名册=[["清泉村花名册"], ["2026年"], ["户号", "成 员：", "与户主\n关系"], ["01001", "王"]]
    )
    table = find_table(workbook, SPECS)
    assert (table.sheet, table.header_row, dict(table.columns)) == (
        "花名册",
        3,
        {"code": 0, "name": 1, "relation": 2},
    )
    assert [row.number for row in table.rows] == [4]
    assert table.cell(table.rows[0], "name").text == "王"
    assert table.letters("relation") == "C"
    assert table.described(SPECS) == "姓名=B 户编号=A 与户主关系=C"


def test_of_two_sheets_the_one_with_the_list_is_read_and_the_other_is_named(tmp_path: Path) -> None:
    short = [["姓名", "户编号"], ["王", "01001"]]
    workbook = book(
        tmp_path, 说明=[["怎样填"]], 旧表=short, 新表=[["姓名", "户编号"], *[["李", "01002"]] * 3]
    )
    table = find_table(workbook, SPECS)
    assert (table.sheet, table.also_in) == ("新表", ("旧表",))
    assert find_table(workbook, SPECS, "旧表").sheet == "旧表"


def test_a_sheet_that_is_not_there_is_refused_with_those_that_are(tmp_path: Path) -> None:
    workbook = book(tmp_path, 甲=[["姓名", "户编号"]], 乙=[["x"]])
    with pytest.raises(NoSuchSheet) as refused:
        find_table(workbook, SPECS, "丙")
    assert refused.value.params == {"file": "表.xlsx", "sheet": "丙", "sheets": "甲、乙"}


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    with pytest.raises(NoHeaderFound) as refused:
        find_table(book(tmp_path, 花名册=[["姓名", "关系"], ["王", "户主"]]), SPECS)
    assert refused.value.params == {"file": "表.xlsx", "sheet": "花名册", "missing": "户编号"}


def test_a_header_in_two_lines_with_asides_is_found(tmp_path: Path) -> None:
    rows = [
        ["成员情况", None, "住户"],
        ["姓名（全称）", "与户主\n关系", "户编号（五位）"],
        ["王", "户主", "01001"],
    ]
    table = find_table(book(tmp_path, 花名册=rows), SPECS)
    assert (table.header_row, dict(table.columns)) == (2, {"name": 0, "relation": 1, "code": 2})
    assert [row.number for row in table.rows] == [3]


def test_a_sheet_without_any_header_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoHeaderFound) as refused:
        find_table(book(tmp_path, 表=[["王", "01001"]]), SPECS)
    assert refused.value.params == {"file": "表.xlsx", "sheet": "", "missing": "姓名、户编号"}


def test_columns_have_excels_letters() -> None:
    assert [column_letters(column) for column in (0, 25, 26, 51, 701, 702)] == [
        "A",
        "Z",
        "AA",
        "AZ",
        "ZZ",
        "AAA",
    ]


def test_titles_are_compared_without_width_spaces_and_punctuation() -> None:
    assert plain_title(" 公民\u3000身份号码（ＩＤ）: ") == "公民身份号码id"
    assert len({plain_title(title) for title in HEADER}) == len(HEADER)
