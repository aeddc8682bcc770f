"""Several tables beneath each other in one sheet, each read by its own header."""

import random
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from builders.rosters import id_number
from intake.layouts.stacked import CHANGES, Stacked, draw_stacked
from intake.test_layout_shapes import layout_of, only_table, sheet, told
from passbook_desk.features.households.roster.cure_facts import facts_of
from passbook_desk.features.households.roster.cures import cures_of
from passbook_desk.features.households.roster.fields import ROSTER_FIELDS
from passbook_desk.features.households.roster.reading import read_roster
from passbook_desk.features.intake.choices import Choices, mended
from passbook_desk.features.intake.layout import Layout, find_tables
from passbook_desk.features.intake.layout_headers import headers_digest
from passbook_desk.features.intake.reading import WorkbookRows
from passbook_desk.features.intake.rejects import rejects_workbook
from passbook_desk.features.intake.table import FoundTable, GuessedBy, column_letters

AREA, TODAY = "140108203211", date(2026, 5, 1)
WANG, LI, ZHAO, SUN, QIAN, ZHOU = (
    id_number(f"19{year}0304", 901 + order) for order, year in enumerate((60, 62, 71, 74, 86, 90))
)
FIRST = ("序号", "姓名", "与户主关系", "身份证号", "联系电话", "备注")
PEOPLE = (
    (1, "王建国", "户主", WANG, "13803510001", "党员"),
    (2, "李秀英", "妻", LI, "13803510002", None),
)
SWAPPED = ("序号", "姓名", "联系电话", "身份证号", "与户主关系", "备注")
OTHERS = (
    (1, "赵福贵", "13803510003", ZHAO, "户主", None),
    (2, "孙翠兰", "13803510004", SUN, "妻", "低保"),
)


def wrong(drawn: Stacked, table: FoundTable) -> Iterator[str]:
    """Everything about a drawn sheet that was not found as it is."""
    rows = {row.number: row for row in table.rows}
    if [row.number for row in table.rows] != [number for number, _ in drawn.people]:
        yield f"rows {sorted(rows.keys() ^ {number for number, _ in drawn.people})}"
    for number, cells in drawn.people:
        row = rows.get(number)
        for spec in ROSTER_FIELDS if row is not None else ():
            column, text = cells.get(spec.key, (None, ""))
            found = table.column(spec.key, row)
            if (row and table.cell(row, spec.key).text != text) or (column is not None and found != column):
                yield f"row {number}: {spec.key} in {found}, is {column}"


def problems(drawn: Stacked) -> list[str]:
    tables = find_tables(drawn.workbook, ROSTER_FIELDS).tables
    return list(wrong(drawn, tables[0])) if len(tables) == 1 else [f"{len(tables)} tables"]


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("titled", ["none", "same", "other"])
@pytest.mark.parametrize("totals", [False, True], ids=["plain", "totals"])
def test_every_person_of_a_second_table_is_read_by_its_own_header(
    change: str, titled: str, totals: bool
) -> None:
    told_wrong = {}
    for seed in range(20):
        found = problems(draw_stacked(seed, (change,), titled, totals))
        if found:
            told_wrong[seed] = found[:3]
    assert told_wrong == {}


@pytest.mark.parametrize("seed", [0, random.SystemRandom().randrange(10**9)], ids=["fixed", "fresh"])
def test_in_300_sheets_of_two_to_four_tables_hardly_a_column_is_wrong(seed: int) -> None:
    columns = lost = 0
    told_wrong = []
    for number in range(seed, seed + 300):
        drawn = draw_stacked(number)
        found = problems(drawn)
        columns += sum(len(cells) for _, cells in drawn.people)
        lost += len(found)
        told_wrong += [f"{number} {line}" for line in found]
        assert not [line for line in found if "rows" in line or "table" in line], (number, found)
        assert not [line for line in found if ": name" in line or ": id " in line], (number, found)
    sys.stdout.write(f"{1 - lost / columns:.3%} of the cells right, first seed {seed}\n")
    assert lost <= columns * 0.01, told_wrong


def test_the_grid_of_each_table_is_the_one_its_title_names() -> None:
    for seed in range(30):
        drawn = draw_stacked(seed, ("swapped", "missing", "added"), "other", totals=True)
        roster = read_roster(find_tables(drawn.workbook, ROSTER_FIELDS).tables, AREA, TODAY)
        rows = {number: grid for (number, _), grid in zip(drawn.people, drawn.grids, strict=True)}
        codes = {f"第{name}网格": f"{code:02d}" for code, name in enumerate("一二三四", 1)}
        for household in (*roster.households, *roster.held):
            for person in household.people:
                assert household.grid_code == codes[rows[person.row]], (seed, person)


def two_tables() -> Layout:
    return layout_of(sheet(FIRST, *PEOPLE, ("小计", None, 2), ("第二组花名册",), SWAPPED, *OTHERS))


def test_cells_are_addressed_where_they_stand_in_the_sheet() -> None:
    [table] = two_tables().tables
    first, second = table.rows[0], table.rows[2]
    assert (table.letters("phone", first), table.letters("phone", second)) == ("E", "C")
    assert table.cell(second, "phone").text == "13803510003"
    assert table.cell(second, "relation").text == "户主"
    assert [(part.header_row, len(part.rows)) for part in table.each] == [(1, 2), (6, 2)]
    assert two_tables().sheets[0].passed_rows == (4, 5, 6)
    phones = [spec for spec in ROSTER_FIELDS if spec.key == "phone"]
    assert table.described(phones) == "1行 联系电话=E，6行 联系电话=C"


def test_a_household_of_the_second_table_is_told_by_what_that_table_has() -> None:
    table = only_table(
        ("户主姓名", "姓名", "身份证号"),
        ("王建国", "王建国", WANG),
        ("王建国", "李秀英", LI),
        ("姓名", "与户主关系", "身份证号"),
        ("赵福贵", "户主", ZHAO),
        ("孙翠兰", "妻", SUN),
        ("钱学明", "户主", QIAN),
    )
    roster = read_roster([table], AREA, TODAY)
    assert [[person.name for person in household.people] for household in roster.households] == [
        ["王建国", "李秀英"],
        ["赵福贵", "孙翠兰"],
        ["钱学明"],
    ]


def test_a_finding_of_the_second_table_names_its_cell_and_its_cure_mends_that_cell() -> None:
    second = ("序号", "身份证号", "与户主关系", "姓名", "联系电话")
    damaged = f"{SUN[:15]}000"
    rows = ((1, ZHAO, "户主", "赵福贵", None), (2, damaged, "妻", "孙翠兰", "13803510004"))
    book = WorkbookRows("0" * 64, "花名册.xlsx", (sheet(FIRST, *PEOPLE, second, *rows),))
    tables = find_tables(book, ROSTER_FIELDS).tables
    roster = read_roster(tables, AREA, TODAY)
    [finding] = [one for one in roster.findings if one.row]
    assert (finding.kind, finding.row, finding.column) == ("id_damaged_number", 6, "B")
    [cure] = cures_of(finding, facts_of(tables, roster))
    assert dict(cure.adds.edits) == {("名单", 6, 1): ""}
    again = read_roster(find_tables(mended(book, cure.adds), ROSTER_FIELDS).tables, AREA, TODAY)
    assert [one.kind for one in again.findings if one.row] == ["id_missing"]


def test_a_column_the_clerk_chooses_is_chosen_by_its_title_in_each_table() -> None:
    first = ("姓名", "与户主关系", "身份证号", "家里电话", "备用电话")
    second = ("姓名", "备用电话", "身份证号", "与户主关系", "家里电话")
    rows = (
        first,
        ("王建国", "户主", WANG, "13803510001", "13903510001"),
        ("李秀英", "妻", LI, "13803510002", "13903510002"),
        second,
        ("赵福贵", "13903510003", ZHAO, "户主", "13803510003"),
        ("孙翠兰", "13903510004", SUN, "妻", "13803510004"),
    )
    [guessed] = layout_of(sheet(*rows)).tables
    assert [guessed.column("phone", row) for row in guessed.rows] == [3, 3, 4, 4]
    [table] = layout_of(sheet(*rows), choices=Choices(columns={("名单", "phone"): 4})).tables
    assert [table.column("phone", row) for row in table.rows] == [4, 4, 1, 1]
    assert [table.cell(row, "phone").text[:3] for row in table.rows] == ["139"] * 4
    guess = next(guess for guess in table.guesses if guess.key == "phone")
    assert (guess.column, guess.by) == (4, GuessedBy.CLERK)
    [none] = layout_of(sheet(*rows), choices=Choices(columns={("名单", "phone"): None})).tables
    assert {none.cell(row, "phone").text for row in none.rows} == {""}


def test_a_table_without_the_chosen_title_keeps_its_own_column() -> None:
    rows = (
        ("姓名", "与户主关系", "身份证号", "家里电话", "备用电话"),
        ("王建国", "户主", WANG, "13803510001", "13903510001"),
        ("姓名", "家里电话", "身份证号", "与户主关系"),
        ("赵福贵", "13803510003", ZHAO, "户主"),
    )
    [table] = layout_of(sheet(*rows), choices=Choices(columns={("名单", "phone"): 4})).tables
    assert [table.cell(row, "phone").text for row in table.rows] == ["13903510001", "13803510003"]


def test_a_column_that_only_a_later_table_has_can_be_chosen_for_it() -> None:
    rows = (
        ("姓名", "与户主关系", "身份证号", "家里电话"),
        ("王建国", "户主", WANG, "13803510001"),
        ("姓名", "与户主关系", "身份证号", "家里电话", "备用电话"),
        ("赵福贵", "户主", ZHAO, "13803510003", "13903510003"),
    )
    found = layout_of(sheet(*rows))
    assert [one.header for one in found.sheets[0].spare] == ["备用电话"]
    [table] = layout_of(sheet(*rows), choices=Choices(columns={("名单", "phone"): 4})).tables
    assert [table.cell(row, "phone").text for row in table.rows] == ["13803510001", "13903510003"]
    assert next(guess for guess in table.guesses if guess.key == "phone").column == 4


def test_what_is_remembered_of_the_first_headers_leaves_the_second_table_right() -> None:
    before = two_tables()
    remembered = {headers_digest(before.sheets[0].headers): dict(before.tables[0].columns)}
    book = WorkbookRows("0" * 64, "x", (sheet(FIRST, *PEOPLE, SWAPPED, *OTHERS),))
    [table] = find_tables(book, ROSTER_FIELDS, remembered=remembered).tables
    assert [table.cell(row, "phone").text[-1] for row in table.rows] == ["1", "2", "3", "4"]


def test_a_field_of_the_second_table_alone_is_not_remembered_for_the_first() -> None:
    rows = (
        ("姓名", "与户主关系", "身份证号", "出生日期"),
        ("王建国", "户主", WANG, "1960-03-04"),
        ("姓名", "与户主关系", "身份证号", "联系电话"),
        ("赵福贵", "户主", ZHAO, "13803510003"),
    )
    before = layout_of(sheet(*rows))
    remembered = {headers_digest(before.sheets[0].headers): dict(before.tables[0].columns)}
    book = WorkbookRows("0" * 64, "x", (sheet(*rows),))
    [table] = find_tables(book, ROSTER_FIELDS, remembered=remembered).tables
    assert told(table, "birth", "phone") == [(2, 0, "1960-03-04", ""), (4, 0, "", "13803510003")]


def test_a_header_said_again_on_the_next_page_begins_no_other_table() -> None:
    table = only_table(FIRST, PEOPLE[0], ("小计", None, 1), FIRST, PEOPLE[1])
    assert table.parts == ()
    assert [row.number for row in table.rows] == [2, 5]


def test_a_longer_header_further_down_does_not_lose_the_people_above_it() -> None:
    table = only_table(
        ("姓名", "与户主关系", "身份证号"),
        ("王建国", "户主", None),
        ("李秀英", "妻", None),
        ("姓名", "性别", "民族", "与户主关系", "身份证号", "联系电话"),
        ("赵福贵", "男", "汉族", "户主", ZHAO, "13803510003"),
    )
    assert told(table, "name", "relation", "sex") == [
        (2, 0, "王建国", "户主", ""),
        (3, 0, "李秀英", "妻", ""),
        (5, 0, "赵福贵", "户主", "男"),
    ]


def test_a_row_that_speaks_in_the_words_of_titles_is_somebody() -> None:
    table = only_table(
        ("姓名", "与户主关系", "政治面貌", "备注"),
        ("王建国", "户主", "群众", None),
        ("李秀英", "妻", "党员", "其他"),
        ("欧阳锋", "户主", "党员", "说明"),
    )
    assert [row.number for row in table.rows] == [2, 3, 4]


def test_two_line_headers_of_both_tables_are_taken_apart() -> None:
    table = only_table(
        ("序号", "家庭成员情况", None, None, "住址"),
        (None, "姓名", "关系", "身份证号", None),
        (1, "王建国", "户主", WANG, "三组1号"),
        (2, "李秀英", "妻", LI, None),
        ("序号", "住址", "家庭成员情况", None, None),
        (None, None, "身份证号", "姓名", "关系"),
        (1, "三组2号", ZHAO, "赵福贵", "户主"),
    )
    assert told(table, "name", "relation", "id", "address") == [
        (3, 0, "王建国", "户主", WANG, "三组1号"),
        (4, 0, "李秀英", "妻", LI, ""),
        (7, 0, "赵福贵", "户主", ZHAO, "三组2号"),
    ]


def test_members_to_the_right_may_follow_a_table_of_one_row_each() -> None:
    table = only_table(
        ("姓名", "身份证号", "与户主关系", "住址"),
        ("王建国", WANG, "户主", "三组1号"),
        ("李秀英", LI, "妻", None),
        ("住址", "户主姓名", "户主身份证号", "配偶姓名", "配偶身份证号"),
        ("三组2号", "赵福贵", ZHAO, "孙翠兰", SUN),
    )
    assert told(table, "name", "id", "address") == [
        (2, 0, "王建国", WANG, "三组1号"),
        (3, 0, "李秀英", LI, ""),
        (5, 0, "赵福贵", ZHAO, "三组2号"),
        (5, 1, "孙翠兰", SUN, "三组2号"),
    ]


def test_rows_that_do_not_go_in_leave_under_the_titles_of_their_own_table() -> None:
    book = WorkbookRows("0" * 64, "x", (sheet(FIRST, *PEOPLE, ("第二组花名册",), SWAPPED, *OTHERS),))
    tables = find_tables(book, ROSTER_FIELDS).tables
    [out] = rejects_workbook(book, tables, ROSTER_FIELDS, {("名单", 3): "甲", ("名单", 7): "乙"}).sheets
    lines = [tuple(str(cell.value) for cell in line) for line in out.rows]
    again = sheet(*lines, name="名单")
    [table] = find_tables(replace(book, sheets=(again,)), ROSTER_FIELDS).tables
    assert [
        (table.cell(row, "name").text, table.cell(row, "phone").text, table.cell(row, "relation").text)
        for row in table.rows
    ] == [("李秀英", "13803510002", "妻"), ("孙翠兰", "13803510004", "妻")]
    only = rejects_workbook(book, tables, ROSTER_FIELDS, {("名单", 7): "乙"}).sheets[0]
    assert [cell.value for cell in only.rows[0]] == ["第二组花名册"]
    assert column_letters(only.head_from) == "B"
