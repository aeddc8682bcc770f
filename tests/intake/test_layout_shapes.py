"""Shapes of rosters, one by one: people side by side, captions between rows, headers that say nothing."""

from dataclasses import replace

import pytest

from builders.rosters import SAMPLES, id_number, reread
from passbook_desk.features.households.roster.fields import ROSTER_FIELDS
from passbook_desk.features.intake.choices import Choices
from passbook_desk.features.intake.layout import Layout, SheetRole, find_tables
from passbook_desk.features.intake.reading import (
    EMPTY_CELL,
    CellKind,
    CellValue,
    Merge,
    RowCells,
    SheetRows,
    WorkbookRows,
)
from passbook_desk.features.intake.table import Certainty, FoundTable, GuessedBy

WANG, LI, ZHAO, SUN, QIAN = (id_number(f"19{year}0304", 901 + year) for year in (60, 62, 71, 74, 86))


def sheet(*rows: tuple[object, ...], name: str = "名单", merges: tuple[Merge, ...] = ()) -> SheetRows:
    found = []
    for number, values in enumerate(rows, 1):
        cells = tuple(
            EMPTY_CELL
            if value is None
            else CellValue(CellKind.NUMBER if isinstance(value, int) else CellKind.TEXT, str(value))
            for value in values
        )
        if any(cell.text for cell in cells):
            found.append(RowCells(number, cells))
    return SheetRows(name, tuple(found), merges)


def layout_of(*sheets: SheetRows, choices: Choices | None = None) -> Layout:
    return find_tables(WorkbookRows("0" * 64, "花名册.xlsx", sheets), ROSTER_FIELDS, choices)


def only_table(*rows: tuple[object, ...], merges: tuple[Merge, ...] = ()) -> FoundTable:
    [table] = layout_of(sheet(*rows, merges=merges)).tables
    return table


def told(table: FoundTable, *keys: str) -> list[tuple[object, ...]]:
    return [(row.number, row.part, *(table.cell(row, key).text for key in keys)) for row in table.rows]


def test_a_spouse_and_children_to_the_right_are_people_of_their_own() -> None:
    table = only_table(
        (
            "户主姓名",
            "户主身份证号",
            "户主电话",
            "住址",
            "配偶姓名",
            "配偶身份证号",
            "子女1姓名",
            "子女1身份证号",
        ),
        ("王建国", WANG, "13800000001", "清泉村1号", "李秀英", LI, "王小燕", QIAN),
        ("赵福贵", ZHAO, None, "清泉村2号", None, None, None, None),
    )
    assert told(table, "head", "name", "id", "relation", "phone", "address") == [
        (2, 0, "王建国", "王建国", WANG, "户主", "13800000001", "清泉村1号"),
        (2, 1, "王建国", "李秀英", LI, "配偶", "", "清泉村1号"),
        (2, 2, "王建国", "王小燕", QIAN, "子女", "", "清泉村1号"),
        (3, 0, "赵福贵", "赵福贵", ZHAO, "户主", "", "清泉村2号"),
    ]


def test_groups_merged_over_the_members_columns_are_told_apart() -> None:
    table = only_table(
        ("户主", "身份证号", "成员一", None, None, "成员二", None, None),
        (None, None, "姓名", "关系", "身份证", "姓名", "关系", "身份证"),
        ("王建国", WANG, "李秀英", "妻", LI, "王强", "长子", SUN),
        merges=(Merge(1, 2, 0, 0), Merge(1, 2, 1, 1), Merge(1, 1, 2, 4), Merge(1, 1, 5, 7)),
    )
    assert told(table, "name", "relation", "id") == [
        (3, 0, "王建国", "户主", WANG),
        (3, 1, "李秀英", "妻", LI),
        (3, 2, "王强", "长子", SUN),
    ]
    assert [table.letters("id", row) for row in table.rows] == ["B", "E", "H"]


def test_the_head_who_is_the_first_member_again_is_there_once() -> None:
    table = only_table(
        ("户主", "成员1姓名", "成员1身份证", "成员2姓名", "成员2身份证"),
        ("王建国", "王建国", WANG, "李秀英", LI),
        ("赵福贵", "赵福贵", ZHAO, None, None),
    )
    assert told(table, "head", "name", "id") == [
        (2, 0, "王建国", "王建国", WANG),
        (2, 1, "王建国", "李秀英", LI),
        (3, 0, "赵福贵", "赵福贵", ZHAO),
    ]


def test_two_panels_are_read_one_after_the_other() -> None:
    table = only_table(
        ("序号", "姓名", "与户主关系", "身份证号", "序号", "姓名", "与户主关系", "身份证号"),
        (1, "王建国", "户主", WANG, 3, "赵福贵", "户主", ZHAO),
        (2, "李秀英", "妻", LI, None, None, None, None),
        ("合计", 3),
    )
    assert told(table, "seq", "name", "id") == [
        (2, 0, "1", "王建国", WANG),
        (3, 0, "2", "李秀英", LI),
        (2, 1, "3", "赵福贵", ZHAO),
    ]


def test_a_father_in_a_column_of_his_own_does_not_make_a_household_of_a_persons_row() -> None:
    table = only_table(
        ("姓名", "身份证号", "与户主关系", "父亲姓名", "配偶姓名"),
        ("王建国", WANG, "户主", "王老五", "李秀英"),
        ("李秀英", LI, "妻", "李老四", "王建国"),
    )
    assert told(table, "name") == [(2, 0, "王建国"), (3, 0, "李秀英")]


def test_captions_between_the_rows_are_nobody_and_are_kept_with_their_rows() -> None:
    table = only_table(
        ("清泉村花名册",),
        ("姓名", "身份证号", "与户主关系"),
        ("第一网格（网格员：孙海波）",),
        ("王建国", WANG, "户主"),
        ("二组",),
        ("赵福贵", ZHAO, "户主"),
        ("共2户2人",),
        ("填表人：李会计", None, "审核："),
    )
    assert [(row.number, row.section) for row in table.rows] == [
        (4, "第一网格（网格员：孙海波）"),
        (6, "二组"),
    ]


def test_an_id_column_is_known_by_its_numbers_under_any_title() -> None:
    table = only_table(("姓名", None, "与户主关系"), ("王建国", WANG, "户主"), ("李秀英", LI, "妻"))
    guess = next(guess for guess in table.guesses if guess.key == "id")
    assert (guess.column, guess.by, guess.certainty) == (1, GuessedBy.CONTENT, Certainty.SURE)


def test_titles_over_the_wrong_columns_give_way_to_what_the_columns_hold() -> None:
    people = [("王建国", WANG), ("李秀英", LI), ("赵福贵", ZHAO), ("孙翠兰", SUN)]
    table = only_table(("身份证号", "姓名", "备注"), *[(name, number, None) for name, number in people])
    assert (table.columns["name"], table.columns["id"]) == (0, 1)
    assert {guess.certainty for guess in table.guesses if guess.key == "name"} != {Certainty.SURE}


def test_a_bank_card_is_no_id_number() -> None:
    card = "6217001234567890123"
    table = only_table(
        ("姓名", "身份证（银行卡）号", "卡号", "证号", "与户主关系"),
        ("王建国", card, card, WANG, "户主"),
        ("李秀英", card, card, LI, "妻"),
        ("赵福贵", card, card, ZHAO, "户主"),
    )
    assert table.columns["id"] == 3


def test_running_numbers_under_a_household_title_are_no_household_codes() -> None:
    rows = [
        (number, f"王{name}", id_number(f"19600{number}01", 901), "户主")
        for number, name in enumerate("建国福贵", 1)
    ]
    running = only_table(("户编号", "姓名", "身份证号", "与户主关系"), *rows)
    assert "household" not in running.columns
    codes = only_table(
        ("编号", "姓名", "身份证号", "与户主关系"), *[(f"0100{row[0]}", *row[1:]) for row in rows]
    )
    assert codes.columns["household"] == 0


def test_a_sheet_without_any_header_is_understood_by_its_content() -> None:
    table = only_table(("王建国", "男", WANG), ("李秀英", "女", LI), ("赵福贵", "男", ZHAO))
    assert table.header_row == 0
    assert told(table, "name", "id")[0] == (1, 0, "王建国", WANG)


def test_a_hidden_sheet_is_shown_but_not_read_unless_the_clerk_says_so() -> None:
    rows = (("姓名", "身份证号", "与户主关系"), ("王建国", WANG, "户主"))
    hidden = replace(sheet(*rows, name="旧"), hidden=True)
    found = layout_of(hidden)
    assert (found.sheets[0].role, found.sheets[0].rows, found.tables) == (SheetRole.HIDDEN, 1, ())
    assert len(layout_of(hidden, choices=Choices(sheets={"旧": True})).tables) == 1


def test_a_list_of_officers_beside_a_roster_is_another_list_and_alone_it_is_read() -> None:
    officers = sheet(
        ("姓名", "职务", "身份证号"), ("王建国", "书记", WANG), ("李秀英", "会计", LI), name="两委"
    )
    roster = sheet(("户主", "姓名", "身份证号"), ("赵福贵", "赵福贵", ZHAO), name="一组")
    beside = layout_of(roster, officers)
    assert [table.sheet for table in beside.tables] == ["一组"]
    assert beside.sheet("两委").role is SheetRole.OTHER
    chosen = layout_of(roster, officers, choices=Choices(sheets={"两委": True}))
    assert [table.sheet for table in chosen.tables] == ["一组", "两委"]
    assert [table.sheet for table in layout_of(officers).tables] == ["两委"]


def test_whoever_has_an_id_is_never_taken_for_a_total_or_a_remark() -> None:
    table = only_table(
        ("序号", "姓名", "身份证号", "与户主关系"),
        (1, "王建国", WANG, "户主"),
        ("合计", "李秀英", LI, "妻"),
        ("备注：补录", "赵福贵", ZHAO, "户主"),
    )
    assert [row.number for row in table.rows] == [2, 3, 4]


def test_the_numbers_of_a_forms_columns_and_its_last_words_are_nobody() -> None:
    table = only_table(
        ("户主", "姓名", "身份证号", "与户主关系"),
        (1, 2, 3, 4),
        ("王建国", "王建国", WANG, "户主"),
        (None, "以下空白"),
    )
    assert [row.number for row in table.rows] == [3]


def test_a_head_without_a_members_row_is_not_passed_over() -> None:
    table = only_table(
        ("序号", "户主", "姓名", "身份证号", "与户主关系"),
        (1, "王建国", "王建国", WANG, "户主"),
        (2, "赵福贵", None, None, None),
        (3, None, None, None, None),
    )
    assert told(table, "head", "name") == [(2, 0, "王建国", "王建国"), (3, 0, "赵福贵", "")]


def test_merges_reaching_over_the_whole_sheet_do_no_harm() -> None:
    merges = tuple(Merge(row, 1_048_576, 0, 16_383) for row in range(1, 200))
    table = only_table(
        ("姓名", "身份证号", "与户主关系"), ("王建国", WANG, "户主"), ("李秀英", LI, "妻"), merges=merges[1:]
    )
    assert told(table, "name") == [(2, 0, "王建国"), (3, 0, "李秀英")]


@pytest.mark.parametrize("text", ["", "#N/A", "合计", "：", "0", "户主户主户主"])
def test_a_sheet_full_of_one_word_is_looked_at_without_harm(text: str) -> None:
    found = layout_of(sheet(*[(text or None,) * 30 for _ in range(60)]))
    assert found.tables == ()


def test_the_three_panels_of_a_sign_in_sheet_are_found() -> None:
    table = find_tables(reread(SAMPLES / "签到表_环境整治.xlsx"), ROSTER_FIELDS).sheet("5.22").found
    assert table is not None
    assert {row.part for row in table.rows} == {0, 1, 2}
    first = [next(row for row in table.rows if row.part == part) for part in range(3)]
    assert [(table.cell(row, "head").text, row.section) for row in first] == [
        ("高建业", "一组"),
        ("李成林", "三组"),
        ("陈文杰", "五组"),
    ]


def test_a_group_over_a_name_and_an_untitled_id_is_seen_without_merges() -> None:
    table = only_table(
        ("户编号", "户主", "家庭成员基本情况", None, "出生时间", "住址"),
        (None, None, "村民姓名", None, None, None),
        ("QQ001", "王建国", "王建国", WANG, "1960-03-04", "清泉村1号"),
        (None, None, "李秀英", LI, "1962-03-04", None),
        ("QQ002", "赵福贵", "赵福贵", ZHAO, "1971-03-04", "清泉村2号"),
    )
    assert (table.columns["head"], table.columns["name"], table.columns["id"]) == (1, 2, 3)
    assert [row.number for row in table.rows] == [3, 4, 5]
