"""The same rows whatever kind of file they lie in."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from builders.rosters import SAMPLES, reread, save_sheets
from builders.workbooks import save_ods, save_xlsb, texts
from passbook_desk.features.intake.reading import CellKind, CellValue, SheetRows

STANDARD = SAMPLES / "花名册_标准.xlsx"
RARE_NAMES = [
    "刘㛃",
    "王䶮",
    "王𬭎",
    "张𫖯",
    "刘𪨶",
    "张𠅤",
    "牛𬀩",
    "白𤧛",
    "徐𬍛",
    "郭𡝗",
    "赵晓㛃",
    "刘志𬭎",
]


@pytest.fixture(scope="module")
def standard() -> SheetRows:
    return reread(STANDARD).sheets[0]


def test_the_old_workbook_says_what_the_new_one_says(standard: SheetRows) -> None:
    old = reread(SAMPLES / "花名册.xls").sheets[0]
    assert old == standard


def test_the_table_of_text_says_what_the_workbook_says(standard: SheetRows) -> None:
    text = texts(reread(SAMPLES / "花名册.csv").sheets[0])
    tags = text[0].index("人员类别")
    told = [[*row[:tags], row[tags].replace(",", "、"), *row[tags + 1 :]] for row in text]
    assert told == texts(standard)
    assert len(text) == 1_616


@pytest.mark.parametrize("name", ["花名册_标准.xlsx", "花名册.xls", "花名册.csv"])
def test_rare_names_survive_in_every_kind_of_file(name: str) -> None:
    names = {row[5] for row in texts(reread(SAMPLES / name).sheets[0])}
    assert set(RARE_NAMES) <= names


def test_an_et_workbook_of_wps_is_an_old_workbook_under_another_name(
    tmp_path: Path, standard: SheetRows
) -> None:
    (tmp_path / "花名册.et").write_bytes((SAMPLES / "花名册.xls").read_bytes())
    assert reread(tmp_path / "花名册.et").sheets[0] == standard


def test_a_workbook_with_macros_is_read_as_data(tmp_path: Path, standard: SheetRows) -> None:
    load_workbook(STANDARD).save(tmp_path / "花名册.xlsm")
    assert reread(tmp_path / "花名册.xlsm").sheets[0] == standard


@pytest.mark.parametrize("save", [save_ods, save_xlsb])
def test_workbooks_of_rarer_kinds_are_read(
    tmp_path: Path, save: Callable[[Path, str, list[list[str | int]]], Path]
) -> None:
    path = save(tmp_path / "花名册", "一组", [["姓名", "门牌"], ["王䶮", 7], ["张𠅤", "=1+1"]])
    sheet = reread(path).sheets[0]
    assert sheet.name == "一组"
    assert texts(sheet) == [["姓名", "门牌"], ["王䶮", "7"], ["张𠅤", "=1+1"]]
    assert sheet.rows[1].at(1) == CellValue(CellKind.NUMBER, "7")


def test_text_that_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    path = save_sheets(tmp_path / "a.xlsx", {"表": [["x"]]})
    book = load_workbook(path)
    cell = book.worksheets[0]["A2"]
    cell.value, cell.data_type = "=HYPERLINK(1)", "s"
    book.save(path)
    assert reread(path).sheets[0].rows[1].at(0) == CellValue(CellKind.TEXT, "=HYPERLINK(1)")


def test_an_id_number_kept_as_a_figure_arrives_as_the_whole_number_the_file_holds() -> None:
    sheets = {sheet.name: sheet for sheet in reread(SAMPLES / "花名册_村里常用.xlsx").sheets}
    figures = [
        cell.text
        for sheet in sheets.values()
        for row in sheet.rows
        for cell in row.cells
        if cell.kind is CellKind.NUMBER and len(cell.text) >= 17
    ]
    assert len(figures) == 23
    assert all(text.isdigit() for text in figures)
