from collections.abc import Iterator
from pathlib import Path

import pytest

from builders.village import Village, new_village
from passbook_desk.features.households.roster.fields import ROSTER_FIELDS
from passbook_desk.features.intake.layout import find_tables
from passbook_desk.features.intake.reading import (
    EMPTY_CELL,
    CellKind,
    CellValue,
    RowCells,
    SheetRows,
    WorkbookRows,
)
from passbook_desk.features.intake.remembering import headers_digest, remember_columns, remembered_columns
from passbook_desk.features.intake.table import GuessedBy

HEADERS: tuple[str, ...] = ("序号", "姓名", "身份证号", "备注", "情况")


@pytest.fixture
def village(tmp_path: Path) -> Iterator[Village]:
    village = new_village(tmp_path)
    yield village
    village.store.close()


def roster(*rows: tuple[str, ...]) -> WorkbookRows:
    cells = [
        tuple(CellValue(CellKind.TEXT, text) if text else EMPTY_CELL for text in row)
        for row in (HEADERS, *rows)
    ]
    sheet = SheetRows("名单", tuple(RowCells(number, row) for number, row in enumerate(cells, 1)))
    return WorkbookRows("0" * 64, "名单.xlsx", (sheet,))


def test_what_the_clerk_chose_once_is_chosen_for_the_next_file_with_these_headers(village: Village) -> None:
    workbook = roster(("1", "王建国", "140108196003049017", "", "去年迁入"))
    before = find_tables(workbook, ROSTER_FIELDS).sheets[0]
    with village.write() as tx:
        remember_columns(tx, "roster", before.headers, {"name": 1, "id": 2, "remark": 4})
    with village.read() as scope:
        remembered = remembered_columns(scope, "roster")
        assert remembered_columns(scope, "owners") == {}
    again = find_tables(
        roster(("1", "李卫东", "140108197505209035", "", "住女儿家")), ROSTER_FIELDS, None, remembered
    )
    [table] = again.tables
    assert table.columns["remark"] == 4
    assert {guess.key for guess in table.guesses if guess.by is GuessedBy.REMEMBERED} == {
        "name",
        "id",
        "remark",
    }


def test_a_later_choice_takes_the_place_of_the_earlier_one(village: Village) -> None:
    for column in (3, 4):
        with village.write() as tx:
            remember_columns(tx, "roster", HEADERS, {"remark": column})
    with village.read() as scope:
        assert remembered_columns(scope, "roster") == {headers_digest(HEADERS): {"remark": 4}}


def test_a_sheet_without_headers_is_not_remembered(village: Village) -> None:
    with village.write() as tx:
        remember_columns(tx, "roster", ("", ""), {"name": 0})
    with village.read() as scope:
        assert remembered_columns(scope, "roster") == {}


def test_headers_are_the_same_whatever_their_spaces_and_width() -> None:
    assert headers_digest(("姓　名", "身份证号：")) == headers_digest(("姓名", "身份证号"))
    assert headers_digest(("身份证号", "姓名")) != headers_digest(("姓名", "身份证号"))
