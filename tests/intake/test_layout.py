"""The roster as villages really keep it: sheets, headers, columns and rows found without a click."""

import json
from typing import Any

import pytest

from builders.rosters import SAMPLES, reread
from passbook_desk.features.households.roster.fields import ROSTER_FIELDS
from passbook_desk.features.intake.choices import Choices
from passbook_desk.features.intake.layout import Layout, SheetRole, find_tables
from passbook_desk.features.intake.layout_headers import headers_digest
from passbook_desk.features.intake.reading import WorkbookRows
from passbook_desk.features.intake.table import Certainty, FoundTable, GuessedBy, column_letters

KEPT = "花名册_村里常用.xlsx"
GRIDS = ["第一网格", "2网格", "三组", "第4网格", "五", "第六网格 ", "七组(新)"]
FIELDS = {
    "seq": {"seq"},
    "head": {"head"},
    "name": {"name"},
    "rel": {"relation"},
    "sex": {"sex"},
    "id": {"id"},
    "birth": {"birth"},
    "party": {"party"},
    "phone": {"phone"},
    "addr": {"address", "house_number"},
    "tags": {"tags"},
    "remark": {"remark"},
    "grid": {"grid_name"},
}
"""What EXPECTED calls the fields."""


@pytest.fixture(scope="module")
def expected() -> dict[str, Any]:
    return dict(json.loads((SAMPLES / "花名册_版式.expected.json").read_text("utf-8")))


@pytest.fixture(scope="module")
def kept() -> WorkbookRows:
    return reread(SAMPLES / KEPT)


@pytest.fixture(scope="module")
def layout(kept: WorkbookRows) -> Layout:
    return find_tables(kept, ROSTER_FIELDS)


def found(layout: Layout, sheet: str) -> FoundTable:
    table = layout.sheet(sheet).found
    assert table is not None
    return table


def by_letters(table: FoundTable) -> dict[str, str]:
    return {column_letters(column): key for key, column in table.columns.items()}


def test_the_seven_grids_are_read_and_no_other_sheet(layout: Layout) -> None:
    assert [table.sheet for table in layout.tables] == GRIDS
    assert {sheet.name: sheet.role for sheet in layout.sheets if not sheet.read} == {
        "网格员": SheetRole.OTHER,
        "统计": SheetRole.OTHER,
        "2023旧表": SheetRole.HIDDEN,
        "Sheet3": SheetRole.EMPTY,
    }


@pytest.mark.parametrize("sheet", GRIDS)
def test_header_and_columns_of_a_grid_are_as_expected(
    layout: Layout, expected: dict[str, Any], sheet: str
) -> None:
    right = expected[KEPT]["sheets"][sheet]
    table = found(layout, sheet)
    assert layout.sheet(sheet).header_rows == tuple(right["header_rows"])
    letters = by_letters(table)
    assert letters.keys() == right["columns"].keys()
    assert all(letters[letter] in FIELDS[name] for letter, name in right["columns"].items())


@pytest.mark.parametrize("sheet", GRIDS)
def test_the_rows_of_a_grid_are_its_people_and_nothing_else(
    layout: Layout, expected: dict[str, Any], sheet: str
) -> None:
    table = found(layout, sheet)
    assert [row.number for row in table.rows] == expected[KEPT]["rows"][sheet]
    left_out = expected[KEPT]["sheets"][sheet]["footer_and_separator_rows"]
    assert set(layout.sheet(sheet).passed_rows) <= set(left_out)


def test_hidden_rows_are_read_and_marked(layout: Layout, expected: dict[str, Any]) -> None:
    hidden = [row.number for row in found(layout, "五").rows if row.hidden]
    assert hidden == expected[KEPT]["hidden_rows"]["五"]


def test_the_hidden_family_book_number_is_no_household_code(layout: Layout) -> None:
    spare = {one.header: one for one in layout.sheet("五").spare}
    assert spare["户口簿号"].letters == "B"
    assert spare["户口簿号"].hidden
    assert "household" not in found(layout, "五").columns


def test_a_head_merged_over_his_household_stands_in_each_of_its_rows(layout: Layout) -> None:
    table = found(layout, "五")
    second, third = table.rows[1], table.rows[2]
    assert (table.cell(second, "head").text, table.cell(third, "head").text) == ("安涛", "安涛")
    assert table.block_start(second, "head") == table.block_start(third, "head") == 5
    assert table.block_start(third, "name") is None
    assert table.cell(third, "name").text == "王颖"


def test_formula_columns_and_the_grid_workers_name_belong_to_no_field(layout: Layout) -> None:
    assert [one.header for one in layout.sheet("第六网格 ").spare] == ["户标识", "年龄", "网格员"]


def test_every_column_of_the_village_is_sure_and_shows_masked_samples(layout: Layout) -> None:
    for table in layout.tables:
        guesses = {guess.key: guess for guess in table.guesses if guess.column is not None}
        assert {guess.certainty for guess in guesses.values()} == {Certainty.SURE}
        assert {guess.by for guess in guesses.values()} == {GuessedBy.HEADER}
        assert all(len(guess.samples) <= 3 for guess in guesses.values())
        assert all("*" in sample for key in ("id", "phone") for sample in guesses[key].samples)
    samples = next(guess.samples for guess in found(layout, "2网格").guesses if guess.key == "id")
    assert samples[0] == "14*************959"


def test_what_stands_above_the_header_is_kept(layout: Layout) -> None:
    assert found(layout, "七组(新)").captions == ("清泉村七组居民信息采集表（2026年新）",)
    assert "2026年3月10日" in found(layout, "第一网格").captions[1]


def test_the_list_of_heads_reads_the_head_as_the_name(expected: dict[str, Any]) -> None:
    right = expected["花名册_按户.xlsx"]
    layout = find_tables(reread(SAMPLES / "花名册_按户.xlsx"), ROSTER_FIELDS)
    table = found(layout, right["sheet"])
    assert layout.sheets[0].header_rows == tuple(right["header_rows"])
    assert (table.rows[0].number, table.rows[-1].number) == (right["first_data_row"], right["last_data_row"])
    assert len(table.rows) == right["households"]
    assert table.columns["name"] == table.columns["head"] == 1
    assert layout.sheets[0].passed_rows == tuple(right["footer_rows"])


@pytest.mark.parametrize("name", ["花名册_标准.xlsx", "花名册.xls", "花名册.csv"])
def test_the_standard_roster_is_found_in_every_kind_of_file(name: str) -> None:
    layout = find_tables(reread(SAMPLES / name), ROSTER_FIELDS)
    [table] = layout.tables
    assert " ".join(by_letters(table)[letter] for letter in "ABCDEFGHIJKLMNOPQR") == (
        "seq grid_code grid_name household head name sex ethnic id birth relation phone address party"
        " education tags residence remark"
    )
    assert (table.rows[0].number, len(table.rows)) == (2, 1615)


def test_sheets_of_other_things_are_no_rosters() -> None:
    for name in ("商铺和驻地单位.xlsx", "积分超市物品.xlsx", "积分细则.xlsx"):
        assert find_tables(reread(SAMPLES / name), ROSTER_FIELDS).tables == ()


def test_the_clerk_decides_which_sheets_are_read(kept: WorkbookRows) -> None:
    choices = Choices(sheets={"2023旧表": True, "三组": False})
    chosen = find_tables(kept, ROSTER_FIELDS, choices)
    names = [table.sheet for table in chosen.tables]
    assert "2023旧表" in names
    assert "三组" not in names
    assert chosen.sheet("2023旧表").role is SheetRole.HIDDEN


def test_the_clerk_decides_what_a_column_is(kept: WorkbookRows) -> None:
    choices = Choices(columns={("2网格", "remark"): 10, ("2网格", "party"): None})
    table = found(find_tables(kept, ROSTER_FIELDS, choices), "2网格")
    assert table.columns["remark"] == 10
    assert "party" not in table.columns
    assert table.columns.get("tags") != 10
    guess = next(guess for guess in table.guesses if guess.key == "remark")
    assert (guess.by, guess.certainty) == (GuessedBy.CLERK, Certainty.SURE)


def test_the_last_mapping_of_the_same_headers_is_used_again(kept: WorkbookRows, layout: Layout) -> None:
    remembered = {headers_digest(layout.sheet("2网格").headers): {"name": 2, "id": 5, "remark": 10}}
    table = found(find_tables(kept, ROSTER_FIELDS, remembered=remembered), "2网格")
    assert table.columns["remark"] == 10
    guess = next(guess for guess in table.guesses if guess.key == "remark")
    assert (guess.by, guess.certainty) == (GuessedBy.REMEMBERED, Certainty.SURE)
    other = found(find_tables(kept, ROSTER_FIELDS, remembered=remembered), "三组")
    assert other.columns == found(layout, "三组").columns
