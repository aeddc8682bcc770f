"""The 打卡表 that a grid worker fills in."""

import hashlib
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from sqlalchemy import select

from builders.village import Village, household, new_village
from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.catalogue.rules import household_items
from passbook_desk.features.households.model import Household, ScoredSpan
from passbook_desk.features.households.roster.checkin import RowCode, checkin_workbook, new_batch
from passbook_desk.features.households.roster.content import roster_content

ITEMS = ("101 打扫街道", "102 清理河道, 水沟")
HEAD = 5
"""The row of column titles, from 1."""


@pytest.fixture
def village(tmp_path: Path) -> Village:
    village = new_village(tmp_path)
    with village.write() as tx:
        household(tx, "01001", "王建国", phone="13800122211")
        household(tx, "01002", "刘㛃")
        household(tx, "02001", "欧阳明")
        empty = household(tx, "02002", "空挂的人")
        span = tx.session.scalars(select(ScoredSpan).where(ScoredSpan.household_id == empty.id)).one()
        tx.session.delete(span)
    return village


def sheets_of(village: Village, folder: Path, items: tuple[str, ...] = ITEMS) -> openpyxl.Workbook:
    with village.read() as scope:
        content = roster_content(scope)
    target = folder / "打卡表.xlsx"
    write_xlsx(checkin_workbook(content, items, "1a2b3c4d"), target)
    return openpyxl.load_workbook(target)


def column(sheet: Worksheet, title: str) -> int:
    return next(cell.column for cell in sheet[HEAD] if cell.value == title)


def test_every_grid_has_its_sheet_with_its_scored_households(village: Village, tmp_path: Path) -> None:
    book = sheets_of(village, tmp_path)
    assert book.sheetnames == ["第一网格", "第二网格", "事项"]
    assert book["事项"].sheet_state == "hidden"
    listed = {
        sheet.title: [row[1] for row in sheet.iter_rows(min_row=HEAD + 1, values_only=True)]
        for sheet in book.worksheets[:2]
    }
    assert listed == {"第一网格": ["01001", "01002"], "第二网格": ["02001"]}
    assert book.worksheets[0]["A1"].value == "清泉村第一网格打卡表"


def test_each_row_hides_a_code_of_batch_village_grid_household_and_check(
    village: Village, tmp_path: Path
) -> None:
    sheet = sheets_of(village, tmp_path)["第一网格"]
    place = column(sheet, "编码（勿动）")
    assert sheet.column_dimensions[openpyxl.utils.get_column_letter(place)].hidden
    codes = [sheet.cell(row, place).value for row in (3, HEAD + 1, HEAD + 2)]
    said = [code.rsplit("-", 1)[0] for code in codes]
    assert said == [
        "DK1-1a2b3c4d-140108203211-01-",
        "DK1-1a2b3c4d-140108203211-01-01001",
        "DK1-1a2b3c4d-140108203211-01-01002",
    ]
    for code, before in zip(codes, said, strict=True):
        assert code.removeprefix(f"{before}-") == hashlib.sha256(before.encode()).hexdigest()[:6]
    assert all(sheet.cell(row, place).quotePrefix for row in (HEAD + 1, HEAD + 2))


def test_the_hidden_code_stands_between_columns_that_are_sorted_together(
    village: Village, tmp_path: Path
) -> None:
    sheet = sheets_of(village, tmp_path)["第一网格"]
    assert column(sheet, "户编号") < column(sheet, "编码（勿动）") < column(sheet, "户主")


def test_attendance_item_and_date_are_chosen_and_the_rest_is_guarded(
    village: Village, tmp_path: Path
) -> None:
    book = sheets_of(village, tmp_path)
    sheet = book["第一网格"]
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    assert rules["F6:F7"].formula1 == '"到,未到,代"'
    assert rules["D3:F3"].formula1 == "'事项'!$A$1:$A$2"
    assert rules["H3"].type == "date"
    assert [row[0] for row in book["事项"].iter_rows(values_only=True)] == list(ITEMS)
    open_cells = {cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked}
    assert sheet.protection.sheet
    assert {"D3", "H3", "F6", "G6", "H6", "F7"} <= open_cells
    assert not {"B6", "C6", "D6", "A1", "C3"} & open_cells


def test_no_phone_is_on_it(village: Village, tmp_path: Path) -> None:
    sheet = sheets_of(village, tmp_path)["第一网格"]
    whole = "".join(str(cell) for row in sheet.iter_rows(values_only=True) for cell in row)
    assert "2211" not in whole


def test_without_a_catalogue_the_item_is_written_by_hand(village: Village, tmp_path: Path) -> None:
    book = sheets_of(village, tmp_path, ())
    assert book.sheetnames == ["第一网格", "第二网格"]
    assert {rule.type for rule in book["第一网格"].data_validations.dataValidation} == {"list", "date"}
    assert not book["第一网格"]["D3"].protection.locked


def test_a_grid_whose_households_are_not_scored_gives_an_empty_sheet(
    village: Village, tmp_path: Path
) -> None:
    with village.write() as tx:
        for home in tx.session.scalars(select(Household).where(Household.code.like("02%"))):
            for span in tx.session.scalars(select(ScoredSpan).where(ScoredSpan.household_id == home.id)):
                tx.session.delete(span)
    sheet = sheets_of(village, tmp_path)["第二网格"]
    assert sheet.max_row == HEAD


def test_two_givings_out_have_different_codes() -> None:
    one, two = (
        RowCode(new_batch(), "140108203211", "01", "01001"),
        RowCode("x", "140108203211", "01", "01001"),
    )
    assert str(one) != str(two)
    assert new_batch() != new_batch()


def test_only_deeds_of_households_are_offered() -> None:
    from passbook_desk.features.catalogue.values import Holder, ItemRow, ValueKind
    from passbook_desk.kernel.points import Points

    def item(code: str, name: str, holder: Holder, enabled: bool = True) -> ItemRow:
        ten = Points.parse("10")
        return ItemRow(
            1, "u", 1, 1, code, "环境", name, ValueKind.FIXED, ten, ten, "次", "", (holder,), "", "", enabled
        )

    offered = household_items(
        [
            item("101", "打扫街道", Holder.HOUSEHOLD),
            item("801", "按时参加党员大会", Holder.RED),
            item("102", "停用的", Holder.HOUSEHOLD, enabled=False),
        ]
    )
    assert offered == ("101 打扫街道",)
