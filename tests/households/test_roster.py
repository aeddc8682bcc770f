import json
import re
from datetime import date
from pathlib import Path
from string import Formatter

import pytest

from builders.rosters import (
    HEADER,
    SAMPLES,
    Row,
    id_number,
    line,
    reread,
    save_roster,
    save_sheets,
    three_households,
)
from passbook_desk.features.households.roster.reading import ROSTER_FIELDS, read_roster
from passbook_desk.features.households.roster.values import Roster
from passbook_desk.features.households.values import PartyKind
from passbook_desk.features.intake.layout import find_tables
from passbook_desk.ui.kit.sentences import sentence_for

AREA = "140108203211"
TODAY = date(2026, 3, 10)


def read(path: Path) -> Roster:
    """Read a roster; whatever is found must carry all that its sentence names."""
    roster = read_roster(find_tables(reread(path), ROSTER_FIELDS).tables, AREA, TODAY)
    for found in roster.findings:
        sentence = sentence_for(f"finding.{found.kind}") or "{nothing}"
        places = {name for _, name, _, _ in Formatter().parse(sentence) if name}
        assert places <= found.params.keys(), found.kind
    return roster


def roster_of(tmp_path: Path, rows: list[Row]) -> Roster:
    return read(save_roster(tmp_path / "花名册.xlsx", rows))


def kinds(roster: Roster) -> list[tuple[str, str, int, str]]:
    """Severity, kind, row and column of every finding."""
    return [(one.severity.value, one.kind, one.row, one.column) for one in roster.findings]


def people(roster: Roster) -> dict[str, object]:
    return {person.name: person for household in roster.households for person in household.people}


def first_with(**cells: object) -> list[Row]:
    """The three households with some cells of the second row (单秀英, 01001) replaced."""
    rows = three_households()
    rows[1].update(cells)
    return rows


def test_the_sample_roster_holds_exactly_what_is_expected_and_nothing_is_doubtful() -> None:
    expected = json.loads((SAMPLES / "花名册_标准.expected.json").read_text(encoding="utf-8"))
    roster = read(SAMPLES / "花名册_标准.xlsx")
    everyone = [person for household in roster.households for person in household.people]
    assert roster.findings == ()
    assert len(roster.households) == expected["households"]
    assert len(everyone) == expected["residents"]
    assert sum(person.party is not None for person in everyone) == expected["party_members"]
    assert (
        sum(person.party is PartyKind.PROBATIONARY for person in everyone) == expected["party_probationary"]
    )
    assert sum(person.sex == "男" for person in everyone) == expected["male"]
    assert sum(person.sex == "女" for person in everyone) == expected["female"]
    for tag, count in expected["tags"].items():
        assert sum(tag in (person.tags or ()) for person in everyone) == count
    for grid in expected["per_grid"]:
        code = f"{grid['grid']:02d}"
        inside = [household for household in roster.households if household.grid_code == code]
        members = [person for household in inside for person in household.people]
        assert (code, grid["name"]) in roster.grids
        assert len(inside) == grid["households"]
        assert len(members) == grid["residents"]
        assert sum(person.party is not None for person in members) == grid["party_members"]
        assert [person.name for person in members if person.remark == "网格员"] == [grid["worker"]]


def test_house_numbers_come_from_the_address() -> None:
    numbers = {
        household.code: household.house_number for household in read(SAMPLES / "花名册_标准.xlsx").households
    }
    assert numbers["01003"] == "3"
    assert sum("-" in number for number in numbers.values()) > 0
    assert all(re.fullmatch(r"\d+(-\d+)?", number) for number in numbers.values())


def test_a_plain_roster_has_heads_relations_tags_and_a_note(tmp_path: Path) -> None:
    roster = roster_of(tmp_path, three_households())
    first = roster.households[0]
    assert roster.findings == ()
    assert (first.code, first.grid_code, first.head.name, first.house_number) == (
        "01001",
        "01",
        "王建国",
        "1",
    )
    assert [(one.name, one.relation_code) for one in first.people] == [
        ("王建国", "02"),
        ("单秀英", "10"),
        ("赵晓梅", "38"),
    ]
    assert first.people[1].tags == ("低保", "残疾")
    assert first.people[0].tags is None
    assert roster.households[1].head.party is PartyKind.FULL
    assert roster.households[1].head.remark == "网格员"


GOOD = id_number("19620811", 902)
WRONG_CHECK = GOOD[:17] + ("1" if GOOD[17] != "1" else "2")
FULL_WIDTH = GOOD.translate({ord(digit): ord(digit) + 0xFEE0 for digit in "0123456789"})


@pytest.mark.parametrize(
    ("cell", "expected", "kept"),
    [
        (int(GOOD[:15]) * 1000, [("must_fix", "id_damaged_number")], None),
        ("1.40108196208119E+17", [("must_fix", "id_damaged_number")], None),
        (GOOD[:15] + "000", [("must_fix", "id_damaged_number")], None),
        (WRONG_CHECK, [("must_fix", "id_checksum")], None),
        (GOOD[:17], [("must_fix", "id_length")], None),
        (GOOD + "1", [("must_fix", "id_length")], None),
        (id_number("19620231", 902), [("must_fix", "id_birth_impossible")], None),
        (id_number("20990811", 902), [("must_fix", "birth_future")], None),
        (None, [("check", "id_missing")], None),
        ("未办", [("check", "id_missing")], None),
        (GOOD[:6] + GOOD[8:17], [("check", "id_15")], GOOD),
        (int(GOOD[:6] + GOOD[8:17]), [("check", "id_15")], GOOD),
        (FULL_WIDTH, [("auto", "id_fullwidth")], GOOD),
        (f"{GOOD[:6]} {GOOD[6:14]} {GOOD[14:]}", [("auto", "id_spaces")], GOOD),
        (f"{GOOD}\u3000", [("auto", "id_spaces")], GOOD),
        (f"{GOOD}\t", [("auto", "id_spaces")], GOOD),
        (f"'{GOOD}", [("auto", "id_apostrophe")], GOOD),
        (
            f"' {FULL_WIDTH}",
            [("auto", "id_fullwidth"), ("auto", "id_apostrophe"), ("auto", "id_spaces")],
            GOOD,
        ),
    ],
)
def test_an_id_number_is_kept_only_when_it_is_right(
    tmp_path: Path, cell: object, expected: list[tuple[str, str]], kept: str | None
) -> None:
    roster = roster_of(tmp_path, first_with(公民身份号码=cell))
    assert kinds(roster) == [(severity, kind, 3, "G") for severity, kind in expected]
    person = people(roster)["单秀英"]
    assert (person.id_number.reveal() if person.id_number else None) == kept
    assert person.born_on == date(1962, 8, 11)


def test_a_small_x_is_made_large(tmp_path: Path) -> None:
    order = next(order for order in range(900, 996, 2) if id_number("19620811", order).endswith("X"))
    small = id_number("19620811", order).lower()
    roster = roster_of(tmp_path, first_with(公民身份号码=small))
    assert kinds(roster) == [("auto", "id_lower_x", 3, "G")]
    assert people(roster)["单秀英"].id_number.reveal() == small.upper()


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"出生日期": "1962-08-12"}, [("check", "birth_mismatch", 3, "H")]),
        ({"出生日期": date(1962, 8, 11)}, []),
        ({"出生日期": 19620811}, []),
        ({"出生日期": 22869}, []),
        ({"出生日期": "1962年8月11日"}, []),
        ({"出生日期": "1962.8"}, []),
        ({"出生日期": 1962.8}, []),
        ({"出生日期": "1962.9"}, [("check", "birth_mismatch", 3, "H")]),
        ({"出生日期": "2062-08-11"}, [("must_fix", "birth_future", 3, "H")]),
        ({"出生日期": "属虎"}, [("check", "birth_unreadable", 3, "H")]),
        ({"出生日期": None}, []),
        ({"性别": "男"}, [("check", "sex_mismatch", 3, "F")]),
        ({"性别": "F"}, [("check", "sex_unknown", 3, "F")]),
        ({"性别": None}, []),
    ],
)
def test_birth_and_sex_are_compared_with_the_id_which_counts(
    tmp_path: Path, cells: Row, expected: list[tuple[str, str, int, str]]
) -> None:
    roster = roster_of(tmp_path, first_with(**cells))
    assert kinds(roster) == expected
    assert people(roster)["单秀英"].born_on == date(1962, 8, 11)
    assert people(roster)["单秀英"].sex == "女"


def test_a_month_that_lost_its_zero_is_the_ids(tmp_path: Path) -> None:
    october = {"公民身份号码": id_number("19621011", 902), "出生日期": 1962.1}
    assert kinds(roster_of(tmp_path, first_with(**october))) == [("auto", "birth_month_lost", 3, "H")]
    january = {"公民身份号码": id_number("19620111", 902), "出生日期": 1962.1}
    assert kinds(roster_of(tmp_path, first_with(**january))) == []


def test_without_an_id_the_written_day_counts_and_a_bare_month_is_no_day(tmp_path: Path) -> None:
    whole = roster_of(tmp_path, first_with(公民身份号码=None))
    assert people(whole)["单秀英"].born_on == date(1962, 8, 11)
    bare = roster_of(tmp_path, first_with(公民身份号码=None, 出生日期="1962-08"))
    assert people(bare)["单秀英"].born_on is None
    assert kinds(bare) == [("check", "id_missing", 3, "G")]
    without_ids = [{**row, "公民身份号码": None, "出生日期": "1962-08"} for row in three_households()]
    path = save_sheets(
        tmp_path / "无号码.xlsx",
        {
            "花名册": [
                [title for title in HEADER if title != "公民身份号码"],
                *([row[title] for title in HEADER if title != "公民身份号码"] for row in without_ids),
            ]
        },
    )
    assert {kind for _, kind, _, _ in kinds(read(path))} == {"birth_partial"}


@pytest.mark.parametrize(
    ("cell", "expected", "name"),
    [
        ("单\u3000秀英", "name_spaces", "单秀英"),
        ("单秀英 ", "name_spaces", "单秀英"),
        ("单秀英(小名二妮)", "name_note", "单秀英"),
        ("单秀英（代管", "name_note", "单秀英"),
        ("阿依古丽•买买提", "middle_dot", "阿依古丽·买买提"),
        ("阿依古丽・买买提", "middle_dot", "阿依古丽·买买提"),
        ("阿依古丽．买买提", "middle_dot", "阿依古丽·买买提"),
    ],
)
def test_names_are_tidied(tmp_path: Path, cell: str, expected: str, name: str) -> None:
    roster = roster_of(tmp_path, first_with(姓名=cell))
    assert kinds(roster) == [("auto", expected, 3, "E")]
    assert name in people(roster)


def test_what_stands_in_brackets_behind_a_name_goes_into_the_remark(tmp_path: Path) -> None:
    roster = roster_of(tmp_path, first_with(姓名="单秀英（代管）", 备注="低保户"))
    assert people(roster)["单秀英"].remark == "低保户；代管"


@pytest.mark.parametrize(
    ("cell", "expected", "phone"),
    [
        (13812345678, [], "13812345678"),
        ("0351-5126397", [], "0351-5126397"),
        ("138 1234 5678", ["phone_format"], "13812345678"),
        ("138-1234-5678", ["phone_format"], "13812345678"),
        ("１３８１２３４５６７８", ["phone_format"], "13812345678"),
        ("13812345678 ", ["phone_format"], "13812345678"),
        ("1381234567", ["phone_length"], "1381234567"),
        ("13812345678/0351-5126397", ["phone_two"], "13812345678"),
        ("0351-5126397、13812345678", ["phone_two"], "13812345678"),
        ("13812345678 0351-5126397", ["phone_two"], "13812345678"),
        ("同上", ["phone_unreadable"], None),
        ("无", [], None),
        (None, [], None),
    ],
)
def test_phones_are_tidied_and_wrong_ones_named(
    tmp_path: Path, cell: object, expected: list[str], phone: str | None
) -> None:
    roster = roster_of(tmp_path, first_with(联系电话=cell))
    assert [(kind, column) for _, kind, _, column in kinds(roster)] == [(kind, "J") for kind in expected]
    person = people(roster)["单秀英"]
    assert (person.phone.reveal() if person.phone else None) == phone
    if expected == ["phone_two"]:
        assert person.remark == "0351-5126397"


@pytest.mark.parametrize(
    ("cell", "expected", "code"),
    [
        ("老伴", [], "10"),
        (" 老 伴", [], "10"),
        ("老伴他弟", [("check", "relation_unknown", 3, "I")], ""),
        (None, [("check", "relation_missing", 3, "I")], ""),
    ],
)
def test_relations_have_the_national_codes(
    tmp_path: Path, cell: str | None, expected: list[tuple[str, str, int, str]], code: str
) -> None:
    roster = roster_of(tmp_path, first_with(与户主关系=cell))
    assert kinds(roster) == expected
    assert people(roster)["单秀英"].relation_code == code


def test_political_standing_tags_and_residence(tmp_path: Path) -> None:
    cells = {"政治面貌": "中共预备党员", "人员类别": "五保 独居", "居住状态": "流出"}
    person = people(roster_of(tmp_path, first_with(**cells)))["单秀英"]
    assert (person.party, person.party_stated) == (PartyKind.PROBATIONARY, True)
    assert (person.tags, person.residence) == (("特困", "独居"), "流出")
    odd = roster_of(tmp_path, first_with(政治面貌="积极分子", 居住状态="两头跑"))
    assert kinds(odd) == [("check", "party_unknown", 3, "L"), ("check", "residence_unknown", 3, "N")]
    assert people(odd)["单秀英"].party is None
    silent = people(roster_of(tmp_path, first_with(政治面貌=None)))["单秀英"]
    assert (silent.party, silent.party_stated) == (None, False)


def test_a_person_in_two_households_is_read_once_and_named_at_both_places(tmp_path: Path) -> None:
    rows = three_households()
    rows.append(line("02001", "买买提·吐尔逊", "赵晓梅", "非亲属", "19900101", 904))
    roster = roster_of(tmp_path, rows)
    assert kinds(roster) == [("must_fix", "dup_person", 4, "G"), ("must_fix", "dup_person", 7, "G")]
    assert [len(household.people) for household in roster.households] == [3, 1, 1]


def test_a_row_written_twice_is_read_once(tmp_path: Path) -> None:
    rows = three_households()
    roster = roster_of(tmp_path, [*rows, rows[0]])
    assert kinds(roster) == [("must_fix", "dup_row", 7, "")]
    assert [len(household.people) for household in roster.households] == [3, 1, 1]


def test_a_row_written_twice_without_an_id_is_known_by_name_and_birth(tmp_path: Path) -> None:
    rows = three_households()
    again = {**rows[1], "公民身份号码": None}
    roster = roster_of(tmp_path, [*rows, again])
    assert [kind for _, kind, _, _ in kinds(roster)] == ["id_missing", "dup_row"]
    assert len(roster.households[0].people) == 3


def test_an_id_copied_down_to_another_name_stays_with_the_first(tmp_path: Path) -> None:
    rows = first_with(公民身份号码=id_number("19600304", 901), 出生日期="1962-08-11", 性别="女")
    roster = roster_of(tmp_path, rows)
    assert kinds(roster) == [("must_fix", "dup_id", 2, "G"), ("must_fix", "dup_id", 3, "G")]
    assert people(roster)["王建国"].id_number is not None
    copied = people(roster)["单秀英"]
    assert (copied.id_number, copied.born_on, copied.sex) == (None, date(1962, 8, 11), "女")


def test_a_household_without_head_is_left_out_and_named(tmp_path: Path) -> None:
    rows = three_households()
    rows[3].update({"户主姓名": None, "与户主关系": None})
    roster = roster_of(tmp_path, rows)
    assert kinds(roster) == [("must_fix", "no_head", 5, "D")]
    assert [household.code for household in roster.households] == ["01001", "02001"]


def test_a_head_who_is_not_among_the_people_is_named(tmp_path: Path) -> None:
    rows = three_households()[1:3]
    roster = roster_of(tmp_path, rows)
    assert kinds(roster) == [("must_fix", "head_not_listed", 2, "D")]
    assert roster.households == ()


def test_two_heads_in_one_household_are_named(tmp_path: Path) -> None:
    roster = roster_of(tmp_path, first_with(与户主关系="户主"))
    assert kinds(roster) == [("must_fix", "two_heads", 3, "I")]
    assert [household.code for household in roster.households] == ["01002", "02001"]


def test_the_heads_column_is_enough_where_the_relation_is_empty(tmp_path: Path) -> None:
    rows = three_households()
    rows[0]["与户主关系"] = None
    roster = roster_of(tmp_path, rows)
    assert roster.findings == ()
    assert (roster.households[0].head.name, roster.households[0].head.relation_word) == ("王建国", "户主")


def test_a_household_whose_heads_row_is_left_out_is_left_out_too(tmp_path: Path) -> None:
    rows = three_households()
    rows.append(line("02002", "赵晓梅", "赵晓梅", "户主", "19900101", 904))
    roster = roster_of(tmp_path, rows)
    assert [kind for _, kind, _, _ in kinds(roster)] == ["dup_person", "dup_person", "head_left_out"]
    assert [household.code for household in roster.households] == ["01001", "01002", "02001"]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"姓名": None}, [("must_fix", "name_missing", 3, "E")]),
        ({"姓名": "/"}, [("must_fix", "name_missing", 3, "E")]),
        *(
            ({"姓名": written}, [("must_fix", "name_form", 3, "E")])
            for written in ("-1.5", 12, "12", True, "true", "#REF! ", "A", "、", "140108194401069750")
        ),
        ({"户编号": None}, [("must_fix", "household_missing", 3, "C")]),
        ({"户编号": "一号"}, [("must_fix", "household_code_form", 3, "C")]),
        ({"网格编码": "甲"}, [("must_fix", "grid_code_form", 3, "A")]),
        ({"网格编码": "140108203211002", "网格名称": None}, [("must_fix", "code_in_two_grids", 3, "C")]),
    ],
)
def test_a_row_that_cannot_be_placed_is_left_out_and_the_others_come_in(
    tmp_path: Path, cells: Row, expected: list[tuple[str, str, int, str]]
) -> None:
    roster = roster_of(tmp_path, first_with(**cells))
    assert [one for one in kinds(roster) if one[0] == "must_fix"] == expected
    assert [len(household.people) for household in roster.households] == [2, 1, 1]


def test_codes_are_accepted_in_full_as_numbers_and_by_grid_name(tmp_path: Path) -> None:
    rows = three_households()
    for row in rows[:3]:
        row["户编号"] = 1001
    rows[3]["户编号"] = "14010820321101002"
    rows[3]["网格编码"] = None
    rows[4]["网格编码"] = "2"
    roster = roster_of(tmp_path, rows)
    assert [(one.code, one.grid_code) for one in roster.households] == [
        ("01001", "01"),
        ("01002", "01"),
        ("02001", "02"),
    ]
    assert {kind for _, kind, _, _ in kinds(roster)} == {"code_zero_lost"}


def test_another_villages_grid_code_is_named_once_and_a_strange_household_code_too(tmp_path: Path) -> None:
    rows = three_households()
    for row in rows[:3]:
        row["网格编码"] = "999999999999001"
    rows[4].update({"户编号": "03001"})
    roster = roster_of(tmp_path, rows)
    assert kinds(roster) == [
        ("check", "grid_of_other_village", 2, "A"),
        ("check", "code_of_other_grid", 6, "C"),
    ]
    assert roster.households[0].grid_code == "01"


def test_a_grid_with_two_names_keeps_the_first(tmp_path: Path) -> None:
    roster = roster_of(tmp_path, first_with(网格名称="东片"))
    assert kinds(roster) == [("check", "grid_two_names", 3, "B")]
    assert roster.grids[0] == ("01", "第一网格")


def test_totals_and_signatures_below_the_list_are_no_residents(tmp_path: Path) -> None:
    rows: list[Row] = [*three_households(), {"网格编码": "合计", "备注": "5人"}, {"住址": "填表人：刘文书"}]
    roster = roster_of(tmp_path, rows)
    assert roster.findings == ()
    assert len(people(roster)) == 5


def test_error_cells_are_empty_and_named_and_long_texts_are_not_cut(tmp_path: Path) -> None:
    roster = roster_of(tmp_path, first_with(住址="#N/A", 联系电话="=A1", 备注="长" * 2001))
    assert kinds(roster) == [
        ("check", "formula_no_result", 3, "J"),
        ("auto", "lookup_error", 3, "K"),
        ("must_fix", "text_too_long", 3, "O"),
    ]


def test_a_second_list_in_the_workbook_is_read_too_and_doubles_nobody(tmp_path: Path) -> None:
    rows = three_households()
    titles = tuple(rows[0])
    table = [titles, *([row[title] for title in titles] for row in rows)]
    path = save_sheets(tmp_path / "花名册.xlsx", {"一组": table, "二组": table[:3], "说明": [["x"]]})
    roster = read(path)
    assert roster.sheets == ("一组", "二组")
    assert [(one.sheet, one.kind, one.row) for one in roster.findings] == [
        ("二组", "dup_row", 2),
        ("二组", "dup_row", 3),
    ]
    assert [household.code for household in roster.households] == ["01001", "01002", "02001"]


def test_severities_are_those_of_the_sample_files() -> None:
    expected = json.loads((SAMPLES / "花名册_标准.expected.json").read_text(encoding="utf-8"))["flag_kinds"]
    ours = {kind: severity for severity, kind in _noted_in_the_source()}
    shared = ours.keys() & expected.keys()
    assert len(shared) > 25
    assert {kind: ours[kind] for kind in shared} == {kind: expected[kind] for kind in shared}


def test_every_kind_has_a_sentence() -> None:
    noted = {kind for _, kind in _noted_in_the_source()}
    noted |= {"name_changed", "id_changed", "person_moved", "head_changed", "namesake_unclear"}
    noted |= {"household_not_found", "code_differs", "heads_only", "population_differs"}
    noted |= {"id_masked_new", "sheet_repeats"}
    lived = set(re.findall(r'"(lived_\w+)"', (_households() / "roster" / "respecting.py").read_text("utf-8")))
    assert len(lived) == 17
    noted |= lived
    assert [kind for kind in sorted(noted) if sentence_for(f"finding.{kind}") is None] == []


def _households() -> Path:
    return Path(__file__).resolve().parents[2] / "src" / "passbook_desk" / "features" / "households"


def _noted_in_the_source() -> set[tuple[str, str]]:
    found = re.findall(
        r'\b(auto|check|must_fix)\("(\w+)"',
        "".join(path.read_text(encoding="utf-8") for path in _households().rglob("*.py")),
    )
    assert len(found) > 40
    return set(found)


def test_a_row_without_grid_is_of_its_households_grid(tmp_path: Path) -> None:
    roster = roster_of(tmp_path, first_with(网格编码=None, 网格名称=None))
    assert roster.findings == ()
    assert [len(household.people) for household in roster.households] == [3, 1, 1]
