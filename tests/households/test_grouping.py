"""Which rows are one household, by the habits of clerks; every sheet is made up here."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from builders.rosters import id_number, reread, save_sheets
from passbook_desk.features.households.roster.reading import ROSTER_FIELDS, read_roster
from passbook_desk.features.households.roster.values import Roster
from passbook_desk.features.intake.layout import find_tables

AREA = "140108203211"
TODAY = date(2026, 6, 1)
Line = Sequence[object]


def read(path: Path, known: dict[str, str] | None = None) -> Roster:
    return read_roster(find_tables(reread(path), ROSTER_FIELDS).tables, AREA, TODAY, known or {})


def sheet_of(tmp_path: Path, lines: Sequence[Line], name: str = "三组") -> Roster:
    return read(save_sheets(tmp_path / "花名册.xlsx", {name: lines}))


def homes(roster: Roster) -> list[list[str]]:
    return [[person.name for person in household.people] for household in roster.order]


def kinds(roster: Roster) -> list[tuple[str, int, str]]:
    return [(one.kind, one.row, one.column) for one in roster.findings]


def who(name: str, relation: str, born: str, order: int) -> list[object]:
    return [name, relation, id_number(born, order)]


HEADS = ["户主姓名", "姓名", "与户主关系", "身份证号", "门牌号"]
WANG = who("王建国", "户主", "19600304", 901)
WIFE = who("单秀英", "妻子", "19620811", 902)
SON = who("王小军", "长子", "19880101", 903)
LI = who("李卫东", "户主", "19750520", 905)
LI_WIFE = who("赵晓梅", "配偶", "19760707", 906)
ZHAO = who("赵志明", "户主", "19640205", 907)


def test_the_heads_name_on_first_rows_only_begins_households(tmp_path: Path) -> None:
    lines = [
        HEADS,
        ["王建国", *WANG, 1],
        [None, *WIFE, None],
        [None, *SON, None],
        ["李卫东", *LI, 2],
        [None, *LI_WIFE, None],
    ]
    roster = sheet_of(tmp_path, lines)
    assert homes(roster) == [["王建国", "单秀英", "王小军"], ["李卫东", "赵晓梅"]]
    assert roster.findings == ()
    assert {household.grid_code for household in roster.order} == {"03"}


def test_heads_of_one_name_at_two_house_numbers_are_two_households(tmp_path: Path) -> None:
    namesake = who("王建国", "户主", "19710101", 909)
    lines = [
        HEADS,
        ["王建国", *WANG, 1],
        ["王建国", *WIFE, 1],
        ["王建国", *namesake, 7],
        ["王建国", *who("马琴", "妻", "19720202", 910), 7],
    ]
    roster = sheet_of(tmp_path, lines)
    assert homes(roster) == [["王建国", "单秀英"], ["王建国", "马琴"]]
    assert [household.house_number for household in roster.order] == ["1", "7"]
    assert roster.findings == ()


def test_neighbours_of_one_name_without_house_numbers_are_two_households(tmp_path: Path) -> None:
    namesake = who("王建国", "户主", "19710101", 909)
    lines = [
        HEADS[:4],
        ["王建国", *WANG],
        ["王建国", *WIFE],
        ["王建国", *namesake],
        ["王建国", *who("马琴", "妻", "19720202", 910)],
    ]
    assert homes(sheet_of(tmp_path, lines)) == [["王建国", "单秀英"], ["王建国", "马琴"]]


def test_somebody_added_at_the_end_joins_the_household_above_and_is_named(tmp_path: Path) -> None:
    lines = [HEADS, ["王建国", *WANG, 1], [None, *WIFE, None], ["李卫东", *LI, 2], ["王建国", *SON, None]]
    roster = sheet_of(tmp_path, lines)
    assert homes(roster) == [["王建国", "单秀英", "王小军"], ["李卫东"]]
    assert kinds(roster) == [("appended_member", 5, "A")]


def test_somebody_added_to_one_of_two_namesakes_is_not_imported_but_asked_about(tmp_path: Path) -> None:
    namesake = who("王建国", "户主", "19710101", 909)
    lines = [
        HEADS,
        ["王建国", *WANG, 1],
        ["王建国", *namesake, 7],
        ["李卫东", *LI, 2],
        ["王建国", *SON, None],
    ]
    roster = sheet_of(tmp_path, lines)
    assert homes(roster) == [["王建国"], ["王建国"], ["李卫东"]]
    assert kinds(roster) == [("household_unclear", 5, "A")]
    lines[-1] = ["王建国", *SON, 7]
    assert homes(sheet_of(tmp_path, lines)) == [["王建国"], ["王建国", "王小军"], ["李卫东"]]


def merge(sheet: Worksheet, *areas: str) -> None:
    for area in areas:
        sheet.merge_cells(area)


def test_merged_heads_hold_their_household_even_where_the_cell_is_empty(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "二组"
    for line in (
        HEADS,
        ["王建国", *WANG, 1],
        [None, *WIFE, None],
        [None, "李卫东", None, LI[2], 2],
        [None, *LI_WIFE, None],
        ["赵志明", *ZHAO, 3],
    ):
        sheet.append(line)
    merge(sheet, "A2:A3", "E2:E3", "A4:A5", "E4:E5")
    book.save(tmp_path / "花名册.xlsx")
    roster = read(tmp_path / "花名册.xlsx")
    assert homes(roster) == [["王建国", "单秀英"], ["李卫东", "赵晓梅"], ["赵志明"]]
    assert kinds(roster) == [("no_head", 4, "A")]
    assert [household.house_number for household in roster.order] == ["1", "2", "3"]
    assert len(roster.held) == 1


def test_without_a_column_of_heads_the_relation_begins_a_household(tmp_path: Path) -> None:
    lines = [["姓名", "与户主关系", "身份证号"], WANG, WIFE, SON, LI, LI_WIFE]
    assert homes(sheet_of(tmp_path, lines)) == [["王建国", "单秀英", "王小军"], ["李卫东", "赵晓梅"]]


def test_where_blank_rows_part_households_a_second_head_is_named_and_parts_nothing(tmp_path: Path) -> None:
    blank: list[object] = [None, None, None, None]
    child = who("王小军", "户主", "20150101", 903)
    lines = [
        ["姓名", "与户主关系", "身份证号", "住址"],
        [*WANG, "三组1号"],
        [*WIFE, None],
        [*child, None],
        blank,
        [*LI, "三组2号"],
        [*LI_WIFE, None],
        blank,
        [*ZHAO, "三组3号"],
    ]
    roster = sheet_of(tmp_path, lines)
    assert homes(roster) == [["王建国", "单秀英", "王小军"], ["李卫东", "赵晓梅"], ["赵志明"]]
    assert kinds(roster) == [("two_heads", 4, "B")]


def test_two_households_at_one_house_number_stay_two(tmp_path: Path) -> None:
    lines = [HEADS, ["王建国", *WANG, "5号"], ["李卫东", *LI, 5], ["李卫东", *LI_WIFE, 5]]
    roster = sheet_of(tmp_path, lines)
    assert homes(roster) == [["王建国"], ["李卫东", "赵晓梅"]]
    assert kinds(roster) == [("shared_house_no", 3, "E")]


def test_a_key_that_is_no_code_still_tells_households_apart(tmp_path: Path) -> None:
    lines = [
        ["户编号", "姓名", "与户主关系", "身份证号"],
        ["7-1", *WANG],
        [None, *WIFE],
        ["7-2", *LI],
        [None, *LI_WIFE],
    ]
    roster = sheet_of(tmp_path, lines, "七组")
    assert homes(roster) == [["王建国", "单秀英"], ["李卫东", "赵晓梅"]]
    assert [(household.code, household.grid_code) for household in roster.order] == [("", "07"), ("", "07")]


def test_grids_come_from_rows_sheets_and_captions_and_else_all_are_one(tmp_path: Path) -> None:
    lines = [HEADS, ["王建国", *WANG, 1]]
    assert sheet_of(tmp_path, lines, "五").order[0].grid_code == "05"
    assert sheet_of(tmp_path, lines, "12网格").order[0].grid_code == "12"
    assert sheet_of(tmp_path, lines, "七组(新)").grids == (("07", "第七网格"),)
    titled = [["清泉村第二网格居民花名册"], *lines]
    assert sheet_of(tmp_path, titled, "Sheet1").order[0].grid_code == "02"
    column = [["组别", *HEADS], ["四组", "王建国", *WANG, 1], [None, None, *WIFE, None]]
    by_row = sheet_of(tmp_path, column, "Sheet1")
    assert (by_row.order[0].grid_code, len(by_row.order[0].people)) == ("04", 2)
    nothing = sheet_of(tmp_path, lines, "Sheet1")
    assert (nothing.order[0].grid_code, kinds(nothing)) == ("01", [("grid_assumed", 0, "")])


def test_a_grid_without_a_number_gets_the_next_free_code_and_is_named(tmp_path: Path) -> None:
    lines = [["网格", *HEADS], ["东片", "王建国", *WANG, 1], ["西片", "李卫东", *LI, 2]]
    path = save_sheets(tmp_path / "花名册.xlsx", {"花名册": lines})
    roster = read(path, {"01": "第一网格", "02": "西片"})
    assert [household.grid_code for household in roster.order] == ["03", "02"]
    assert [one.kind for one in roster.findings] == ["grid_new"]


def test_of_a_person_in_two_households_the_one_who_married_out_is_left_there(tmp_path: Path) -> None:
    titles = [*HEADS, "备注"]
    daughter = who("王小梅", "女儿", "19900909", 908)
    wife = who("王小梅", "妻子", "19900909", 908)
    lines = [
        titles,
        ["王建国", *WANG, 1, None],
        [None, *daughter, None, "已出嫁"],
        ["李卫东", *LI, 2, None],
        [None, *wife, None, None],
    ]
    roster = sheet_of(tmp_path, lines)
    assert homes(roster) == [["王建国"], ["李卫东", "王小梅"]]
    assert [kind for kind, _, _ in kinds(roster)] == ["dup_person", "dup_person"]


def test_the_dead_are_not_imported_and_remarks_about_others_dead_are_only_remarks(tmp_path: Path) -> None:
    titles = [*HEADS, "备注"]
    lines = [
        titles,
        ["王建国", *WANG, 1, "2025年8月去世"],
        [None, *WIFE, None, "丈夫已故"],
        [None, *SON, None, None],
        ["李卫东", *LI, 2, None],
        [None, "赵晓梅（故）", "配偶", LI_WIFE[2], None, None],
    ]
    roster = sheet_of(tmp_path, lines)
    assert homes(roster) == [["单秀英", "王小军"], ["李卫东"]]
    assert kinds(roster) == [("head_deceased", 2, "F"), ("deceased_member", 6, "B")]
    widow = roster.order[0].head
    assert (widow.name, widow.relation_code, widow.remark) == ("单秀英", "02", "丈夫已故")


def test_words_of_two_meanings_are_told_apart_by_age(tmp_path: Path) -> None:
    lines = [
        HEADS,
        ["王建国", *WANG, 1],
        [None, *who("单秀英", "媳妇", "19620811", 902), None],
        [None, *SON, None],
        [None, *who("周娇", "媳妇", "19930808", 904), None],
        [None, *who("王奕辰", "外甥", "20150424", 911), None],
        [None, *who("单志强", "外甥", "19700424", 913), None],
    ]
    roster = sheet_of(tmp_path, lines)
    assert [person.relation_code for person in roster.order[0].people] == ["02", "10", "22", "38", "43", "95"]
    assert {kind for kind, _, _ in kinds(roster)} == {"relation_ambiguous"}


def test_one_column_of_remarks_holds_tags_party_and_how_people_live(tmp_path: Path) -> None:
    titles = [*HEADS, "备注"]
    lines = [
        titles,
        ["王建国", *WANG, 1, "党员，五保，独居；退役军人，高龄"],
        ["李卫东", *LI, 2, "残疾，外出打工"],
        ["赵志明", *ZHAO, 3, "空挂户"],
    ]
    first, second, third = (household.head for household in sheet_of(tmp_path, lines).order)
    assert (first.tags, first.party, first.remark) == (("特困", "独居", "退役军人", "高龄"), "full", "")
    assert (second.tags, second.residence, second.remark) == (("残疾",), "流出", "外出打工")
    assert (third.residence, third.remark) == ("空挂", "")


def test_a_sheet_with_columns_of_its_own_keeps_its_remarks_whole(tmp_path: Path) -> None:
    titles = [*HEADS, "政治面貌", "人员类别", "居住状态", "备注"]
    lines = [titles, ["王建国", *WANG, 1, "群众", "低保", "常住", "党员，残疾，外出打工"]]
    head = sheet_of(tmp_path, lines).order[0].head
    assert (head.tags, head.party, head.residence) == (("低保",), None, "常住")
    assert head.remark == "党员，残疾，外出打工"


def test_people_side_by_side_are_one_household_and_children_have_the_code_of_their_sex(
    tmp_path: Path,
) -> None:
    titles = ["户主", "户主身份证号", "门牌", "配偶姓名", "配偶身份证号", "子女姓名", "子女身份证号"]
    lines = [
        titles,
        ["王建国", WANG[2], 1, "单秀英", WIFE[2], "王小梅", id_number("19900909", 908)],
        ["李卫东", LI[2], 2, "赵晓梅", LI_WIFE[2], None, None],
    ]
    roster = sheet_of(tmp_path, lines)
    assert homes(roster) == [["王建国", "单秀英", "王小梅"], ["李卫东", "赵晓梅"]]
    assert [person.relation_code for person in roster.order[0].people] == ["02", "10", "30"]
    assert roster.findings == ()


def test_a_caption_between_the_rows_begins_another_grid(tmp_path: Path) -> None:
    lines = [
        ["清泉村花名册"],
        HEADS,
        ["第一网格"],
        ["王建国", *WANG, 1],
        ["王建国", *WIFE, 1],
        ["第二网格"],
        ["李卫东", *LI, 2],
    ]
    roster = sheet_of(tmp_path, lines, "花名册")
    assert [(one.grid_code, len(one.people)) for one in roster.order] == [("01", 2), ("02", 1)]


def test_a_grid_code_that_excel_has_damaged_asks_to_be_looked_at_and_keeps_nobody_out(tmp_path: Path) -> None:
    lines = [
        ["网格编码", "网格名称", *HEADS],
        ["1.40108E+14", "第二网格", "王建国", *WANG, 1],
        ["1.40108E+14", "第二网格", None, *WIFE, None],
        ["1.40108E+14", "第二网格", "李卫东", *LI, 2],
    ]
    roster = sheet_of(tmp_path, lines)
    assert homes(roster) == [["王建国", "单秀英"], ["李卫东"]]
    assert {household.grid_code for household in roster.order} == {"02"}
    assert kinds(roster) == [("grid_code_unread", 2, "A")]
