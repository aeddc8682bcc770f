"""The roster as a village really keeps it: seven sheets, seven layouts; row by row what EXPECTED says."""

import json
from collections import Counter
from datetime import date
from functools import cache
from typing import Any

import openpyxl
import pytest

from builders.rosters import SAMPLES, reread
from passbook_desk.features.households.relations import relation_code
from passbook_desk.features.households.roster.reading import ROSTER_FIELDS, read_roster
from passbook_desk.features.households.roster.values import Roster, RosterHousehold, RosterPerson
from passbook_desk.features.intake.layout import find_tables

AREA = "140108203211"
ROSTER_DAY = date(2026, 3, 10)
NOT_IN_THE_CELL = {("第六网格 ", 125, "birth_month_lost"), ("第六网格 ", 169, "birth_month_lost")}
"""Listed by the sample's list, yet both cells hold a formula with the whole day (19971011, 19541023)."""
FINER = {code: "20" for code in ("21", "22", "23", "24", "25", "26")} | {
    code: "30" for code in ("31", "32", "33", "34", "35", "36")
}
EXCUSES = {
    "id": {"id_damaged_number", "id_checksum", "id_length", "id_missing", "dup_id"},
    "birth": {"id_missing", "id_length"},
    "sex": {"id_damaged_number", "id_checksum", "id_length", "id_missing"},
    "phone": {"phone_length"},
    "relation": {"relation_unknown", "relation_missing", "two_heads", "no_head"},
}


@cache
def expected() -> dict[str, Any]:
    answer: dict[str, Any] = json.loads((SAMPLES / "花名册_村里常用.expected.json").read_text("utf-8"))
    return answer


@cache
def messy() -> Roster:
    return read_roster(
        find_tables(reread(SAMPLES / "花名册_村里常用.xlsx"), ROSTER_FIELDS).tables, AREA, ROSTER_DAY
    )


@cache
def truth() -> dict[tuple[str, int], dict[str, str]]:
    """Everybody of the village by household and place in it, as the standard roster has them."""
    sheet = openpyxl.load_workbook(SAMPLES / "花名册_标准.xlsx").active
    assert sheet is not None
    rows = sheet.iter_rows(values_only=True)
    titles = [str(title) for title in next(rows)]
    found: dict[tuple[str, int], dict[str, str]] = {}
    seen: Counter[str] = Counter()
    for row in rows:
        person = {title: "" if cell is None else str(cell) for title, cell in zip(titles, row, strict=True)}
        found[person["户编号"], seen[person["户编号"]]] = person
        seen[person["户编号"]] += 1
    return found


@cache
def people() -> dict[tuple[str, int], tuple[RosterPerson, RosterHousehold]]:
    return {person.place: (person, household) for household in messy().order for person in household.people}


def flagged() -> dict[tuple[str, int], set[str]]:
    kinds: dict[tuple[str, int], set[str]] = {}
    for sheet, row, _, kind, _, _ in expected()["flags"]:
        kinds.setdefault((sheet, row), set()).add(kind)
    return kinds


def test_every_flag_is_raised_at_its_row_with_its_severity_and_no_other_is() -> None:
    wanted = Counter((sheet, row, kind) for sheet, row, _, kind, _, _ in expected()["flags"]) - Counter(
        NOT_IN_THE_CELL
    )
    raised = Counter((found.sheet, found.row, found.kind) for found in messy().findings)
    assert sorted((wanted - raised).elements()) == []
    assert sorted((raised - wanted).elements()) == []
    severities = {found.kind: found.severity.value for found in messy().findings}
    assert severities == {kind: expected()["flag_kinds"][kind] for kind in severities}
    assert len(severities) == 36


def test_a_flag_that_names_a_cell_is_raised_at_that_cell() -> None:
    raised = {(found.sheet, found.kind, f"{found.column}{found.row}") for found in messy().findings}
    wanted = [
        (sheet, kind, cell)
        for sheet, row, cell, kind, _, _ in expected()["flags"]
        if cell and (sheet, row, kind) not in NOT_IN_THE_CELL
    ]
    assert len(wanted) > 280
    assert [place for place in wanted if place not in raised] == []


def test_nobody_is_lost_and_nobody_invented() -> None:
    listed = {
        (sheet, row): (household, member)
        for sheet, rows in expected()["rows"].items()
        for row, household, member in rows
    }
    left_out = {place for place, (_, member) in listed.items() if member in ("dup", "dead")}
    assert set(people()) == set(listed) - left_out
    assert len(people()) == expected()["totals"]["residents_listed"] == 1614
    assert len(left_out) == 6
    missing = expected()["missing_person"]
    absent = set(truth()) - {who for place, who in listed.items() if place not in left_out}
    assert [(household, truth()[household, place]["姓名"]) for household, place in absent] == [
        (missing["household"], missing["name"])
    ]


def test_every_household_is_whole_and_of_its_grid() -> None:
    listed = {
        (sheet, row): household for sheet, rows in expected()["rows"].items() for row, household, _ in rows
    }
    households = [{listed[person.place] for person in household.people} for household in messy().order]
    assert all(len(codes) == 1 for codes in households)
    assert len({code for codes in households for code in codes}) == len(households) == 486
    assert [next(iter(codes)) for codes in households] == sorted(next(iter(codes)) for codes in households)
    assert all(
        household.grid_code == next(iter(codes))[:2]
        for household, codes in zip(messy().order, households, strict=True)
    )


def test_every_grid_counts_as_expected() -> None:
    for grid in expected()["per_grid"]:
        code = f"{grid['grid']:02d}"
        inside = [household for household in messy().order if household.grid_code == code]
        members = [person for household in inside for person in household.people]
        sheet = next(one for one in expected()["sheets"].values() if one["grid"] == grid["grid"])
        assert (code, grid["name"]) in messy().grids
        assert len(inside) == sheet["households"] == grid["households"]
        assert len(members) == sheet["residents"]
        assert sum(person.party is not None for person in members) == sheet["party_members"]


def differing(person: RosterPerson, household: RosterHousehold, real: dict[str, str]) -> set[str]:
    """In which fields a row is not what the standard roster says; an empty cell says nothing."""
    tags = {tag for tag in real["人员类别"].replace("，", ",").replace("、", ",").split(",") if tag}
    residence = {"外出": "流出"}.get(real["居住状态"], real["居住状态"])
    house = real["住址"].rpartition("组")[2].removesuffix("号")
    of_household = {one["联系电话"] for key, one in truth().items() if key[0] == real["户编号"]}
    code = FINER.get(person.relation_code, person.relation_code)
    pairs = {
        "name": person.name == real["姓名"],
        "sex": person.sex == real["性别"],
        "birth": str(person.born_on) == real["出生日期"],
        "id": person.id_number is not None and person.id_number.reveal() == real["公民身份号码"],
        "phone": person.phone is None or person.phone.reveal() in of_household,
        "relation": code == FINER.get(relation_code(real["与户主关系"]), relation_code(real["与户主关系"])),
        "tags": set(person.tags or ()) == tags,
        "party": (person.party is not None) == ("党员" in real["政治面貌"]),
        "residence": person.residence in ("", residence),
        "house": household.house_number == house,
    }
    return {field for field, same in pairs.items() if not same}


@pytest.mark.parametrize("sheet", ["第一网格", "2网格", "三组", "第4网格", "五", "第六网格 ", "七组(新)"])
def test_every_row_means_what_it_should_unless_it_is_flagged(sheet: str) -> None:
    flags = flagged()
    strange = []
    for row, code, member in expected()["rows"][sheet]:
        if not isinstance(member, int):
            continue
        person, household = people()[sheet, row]
        excused = {field for field, kinds in EXCUSES.items() if kinds & flags.get((sheet, row), set())}
        strange += [
            (row, person.name, field)
            for field in differing(person, household, truth()[code, member]) - excused
        ]
    assert strange == []


def test_what_a_flag_expects_is_what_was_read() -> None:
    for sheet, row, _, kind, _, expect in expected()["flags"]:
        if kind in ("deceased_member", "head_deceased", "dup_person") or (sheet, row) not in people():
            continue
        person, _ = people()[sheet, row]
        if kind in ("name_spaces", "name_note", "middle_dot"):
            assert person.name == expect
        elif kind in ("id_15", "id_lower_x", "id_fullwidth", "id_spaces", "id_apostrophe"):
            assert person.id_number is None or person.id_number.reveal() == expect
        elif kind in ("phone_two", "phone_format"):
            assert person.phone is not None
            assert person.phone.reveal() == expect
        elif kind in ("birth_mismatch", "birth_future", "birth_formula_garbage"):
            assert str(person.born_on) == expect
        elif kind == "relation_ambiguous":
            assert person.relation_code == expect


def test_two_phones_and_words_behind_a_name_are_kept_in_the_remark() -> None:
    assert people()["第一网格", 5][0].remark == "0351-5126397"
    assert people()["第六网格 ", 16][0].remark == "小名二蛋"


def test_a_dead_heads_household_has_a_living_head() -> None:
    for dead in expected()["deceased_heads"]:
        household = people()[dead["sheet"], dead["row"] + 1][1]
        assert household.head.name == dead["living_head"]
        assert household.head.relation_code == "02"


def test_households_without_a_certain_head_are_held_back_and_nothing_else_is() -> None:
    heads = {(found.sheet, found.row) for found in messy().findings if found.kind in HEAD_KINDS}
    held = {person.place for household in messy().held for person in household.people}
    assert len(messy().held) == 3
    assert heads <= held
    assert len(messy().households) == 483


HEAD_KINDS = {"no_head", "two_heads", "head_not_listed"}


def test_empty_households_are_so_for_all_their_people() -> None:
    empty = [
        household
        for household in messy().order
        if all(person.residence == "空挂" for person in household.people)
    ]
    assert len(empty) == 5
    assert sum(person.residence == "空挂" for household in messy().order for person in household.people) == 14


def test_every_relation_word_of_the_file_has_its_code() -> None:
    codes = {word: relation_code(word) for word in expected()["relation_words"]}
    assert {word: FINER.get(code, code) for word, code in codes.items()} == expected()["relation_words"]
