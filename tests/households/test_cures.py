"""One press puts a finding right: what each cure adds to the choices, seen by reading the roster again."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from builders.rosters import Row, id_number, line, reread, save_roster, save_sheets, three_households
from passbook_desk.features.households.roster import cures as cures_module
from passbook_desk.features.households.roster.cure_facts import facts_of
from passbook_desk.features.households.roster.cures import Candidate, Cure, cured, cures_of
from passbook_desk.features.households.roster.reading import ROSTER_FIELDS, read_roster
from passbook_desk.features.households.roster.values import Roster
from passbook_desk.features.intake.choices import Choices, mended
from passbook_desk.features.intake.layout import find_tables
from passbook_desk.features.intake.reading import WorkbookRows
from passbook_desk.features.intake.table import FoundTable
from passbook_desk.features.intake.values import Finding, Severity
from passbook_desk.ui.kit.sentences import sentence_for, tell_code

AREA = "140108203211"
TODAY = date(2026, 6, 1)
SECOND_GRID = {"网格编码": "140108203211002", "网格名称": "第二网格"}
MESSY = Path(__file__).resolve().parents[1] / "samples" / "花名册_村里常用.xlsx"


def read(workbook: WorkbookRows, choices: Choices) -> tuple[tuple[FoundTable, ...], Roster]:
    tables = find_tables(mended(workbook, choices), ROSTER_FIELDS, choices).tables
    return tables, read_roster(tables, AREA, TODAY)


def cures(workbook: WorkbookRows, choices: Choices, finding: Finding) -> tuple[Cure, ...]:
    tables, roster = read(workbook, choices)
    return cures_of(finding, facts_of(tables, roster))


def must_fix(workbook: WorkbookRows, choices: Choices) -> list[Finding]:
    _, roster = read(workbook, choices)
    return [found for found in roster.findings if found.severity is Severity.MUST_FIX]


def only(workbook: WorkbookRows, kind: str, choices: Choices | None = None) -> Finding:
    _, roster = read(workbook, choices or Choices())
    return next(found for found in roster.findings if found.kind == kind)


def put_right(workbook: WorkbookRows, choices: Choices | None = None) -> tuple[Choices, int]:
    """Take first cures until nothing must be fixed; all cells that can be emptied are emptied at once."""
    choices, presses = choices or Choices(), 0
    while open_ones := must_fix(workbook, choices):
        tables, roster = read(workbook, choices)
        facts = facts_of(tables, roster)
        firsts = [cures_of(found, facts)[0] for found in open_ones]
        assert all(first.adds != Choices() for first in firsts)
        plain = [first for first in firsts if first.code == "blank_cell" and len(firsts) > 2]
        for cure in plain or firsts[:1]:
            choices, presses = cured(choices, cure), presses + 1
        assert presses < 200
    return choices, presses


def roster_with(tmp_path: Path, change: Callable[[list[Row]], None]) -> WorkbookRows:
    rows = three_households()
    change(rows)
    return reread(save_roster(tmp_path / "花名册.xlsx", rows))


def names(roster: Roster) -> list[tuple[str, list[str]]]:
    return [(house.head.name, [person.name for person in house.people]) for house in roster.households]


def test_the_messy_roster_is_put_right_by_pressing_the_first_button_only() -> None:
    workbook = reread(MESSY)
    before = must_fix(workbook, Choices())
    choices, presses = put_right(workbook)
    _, roster = read(workbook, choices)
    assert presses <= len(before)
    assert (len(roster.households), roster.held) == (486, ())
    assert sum(len(house.people) for house in roster.households) == 1614
    assert must_fix(workbook, Choices()) == before


def test_every_cure_of_the_messy_roster_has_its_words() -> None:
    workbook = reread(MESSY)
    tables, roster = read(workbook, Choices())
    facts = facts_of(tables, roster)
    for finding in roster.findings:
        for cure in cures_of(finding, facts):
            assert sentence_for(f"cure.{cure.code}") is not None, cure.code
            assert tell_code(f"cure.{cure.code}", cure.params).strip("“”")


def _wrong_id(rows: list[Row]) -> None:
    rows[1]["公民身份号码"] = f"{id_number('19620811', 902)[:17]}_"


def _damaged_id(rows: list[Row]) -> None:
    rows[1]["公民身份号码"] = 1.40108196208119e17


def _short_id(rows: list[Row]) -> None:
    rows[1]["公民身份号码"] = id_number("19620811", 902)[:17]


def _same_id(rows: list[Row]) -> None:
    rows[1]["公民身份号码"] = rows[0]["公民身份号码"]


def _same_person(rows: list[Row]) -> None:
    rows.append({**rows[1], **SECOND_GRID, "户编号": "02001", "户主姓名": "买买提·吐尔逊"})


def _same_row(rows: list[Row]) -> None:
    rows.insert(2, dict(rows[1]))


def _no_name(rows: list[Row]) -> None:
    rows[1]["姓名"] = None


def _no_code(rows: list[Row]) -> None:
    rows[1]["户编号"] = None


def _strange_code(rows: list[Row]) -> None:
    for row in rows[:3]:
        row["户编号"] = "甲户"


def _strange_grid(rows: list[Row]) -> None:
    rows[1]["网格编码"] = "甲"


def _other_grid(rows: list[Row]) -> None:
    rows[1].update(SECOND_GRID)


def _nobody_heads(rows: list[Row]) -> None:
    for row in rows[:3]:
        row["户主姓名"] = None
    rows[0]["与户主关系"] = "子"


def _head_elsewhere(rows: list[Row]) -> None:
    for row in rows[:3]:
        row["户主姓名"] = "王老汉"
    rows[0]["与户主关系"] = "子"


def _two_heads(rows: list[Row]) -> None:
    rows[1]["与户主关系"] = "户主"


def _head_in_two_households(rows: list[Row]) -> None:
    moved = {**rows[0], **SECOND_GRID, "户编号": "02001", "户主姓名": "买买提·吐尔逊", "与户主关系": "子"}
    rows.insert(0, moved)


def _born_tomorrow(rows: list[Row]) -> None:
    rows[1]["公民身份号码"] = None
    rows[1]["出生日期"] = "2061-12-29"


def _long_text(rows: list[Row]) -> None:
    rows[1]["备注"] = "长" * 3000


@pytest.mark.parametrize(
    "change",
    [
        _damaged_id,
        _wrong_id,
        _short_id,
        _same_id,
        _same_person,
        _same_row,
        _no_name,
        _no_code,
        _strange_code,
        _strange_grid,
        _other_grid,
        _nobody_heads,
        _head_elsewhere,
        _two_heads,
        _head_in_two_households,
        _born_tomorrow,
        _long_text,
    ],
)
def test_whatever_must_be_fixed_is_fixed_by_first_cures(
    change: Callable[[list[Row]], None], tmp_path: Path
) -> None:
    workbook = roster_with(tmp_path, change)
    before = must_fix(workbook, Choices())
    assert before
    choices, _ = put_right(workbook)
    _, roster = read(workbook, choices)
    assert roster.held == ()
    assert must_fix(workbook, Choices()) == before


def test_a_number_that_cannot_be_read_is_left_empty_and_its_owner_goes_in(tmp_path: Path) -> None:
    workbook = roster_with(tmp_path, _damaged_id)
    (cure,) = cures(workbook, Choices(), only(workbook, "id_damaged_number"))
    _, roster = read(workbook, cured(Choices(), cure))
    assert cure.adds.edits == {("花名册", 3, 6): ""}
    assert [found.kind for found in roster.findings] == ["id_missing"]
    assert names(roster)[0] == ("王建国", ["王建国", "单秀英", "赵晓梅"])


def test_somebody_in_two_households_stays_in_the_one_the_clerk_presses(tmp_path: Path) -> None:
    workbook = roster_with(tmp_path, _same_person)
    here, there = cures(workbook, Choices(), only(workbook, "dup_person"))
    assert [cure.params["household"] for cure in (here, there)] == ["01001", "02001"]
    _, stayed = read(workbook, cured(Choices(), here))
    _, moved = read(workbook, cured(Choices(), there))
    assert names(stayed)[2] == ("买买提·吐尔逊", ["买买提·吐尔逊"])
    assert names(moved)[2] == ("买买提·吐尔逊", ["买买提·吐尔逊", "单秀英"])
    assert names(moved)[0] == ("王建国", ["王建国", "赵晓梅"])


def test_of_two_people_under_one_number_either_may_keep_it(tmp_path: Path) -> None:
    workbook = roster_with(tmp_path, _same_id)
    mine, theirs = cures(workbook, Choices(), only(workbook, "dup_id"))
    assert (mine.code, theirs.code, theirs.params["name"]) == ("blank_cell", "blank_other", "单秀英")
    for cure, keeper in ((mine, "单秀英"), (theirs, "王建国")):
        _, roster = read(workbook, cured(Choices(), cure))
        assert next(one.name for one in roster.households[0].people if one.id_number) == keeper


def test_the_first_or_the_second_becomes_head_where_none_is_written(tmp_path: Path) -> None:
    workbook = roster_with(tmp_path, _nobody_heads)
    first, second, neither = cures(workbook, Choices(), only(workbook, "no_head"))
    assert [cure.params.get("name") for cure in (first, second)] == ["王建国", "单秀英"]
    for cure, head in ((first, "王建国"), (second, "单秀英")):
        _, roster = read(workbook, cured(Choices(), cure))
        assert names(roster)[0][0] == head
    _, without = read(workbook, cured(Choices(), neither))
    assert [head for head, _ in names(without)] == ["李卫东", "买买提·吐尔逊"]


def test_the_other_of_two_heads_loses_the_title_and_stays(tmp_path: Path) -> None:
    workbook = roster_with(tmp_path, _two_heads)
    offered = cures(workbook, Choices(), only(workbook, "two_heads"))
    assert [cure.params.get("name") for cure in offered[:2]] == ["王建国", "单秀英"]
    _, roster = read(workbook, cured(Choices(), offered[1]))
    assert names(roster)[0] == ("单秀英", ["王建国", "单秀英", "赵晓梅"])


def test_a_row_without_a_household_joins_the_one_above(tmp_path: Path) -> None:
    workbook = roster_with(tmp_path, _no_code)
    join, leave = cures(workbook, Choices(), only(workbook, "household_missing"))
    _, roster = read(workbook, cured(Choices(), join))
    assert names(roster)[0] == ("王建国", ["王建国", "单秀英", "赵晓梅"])
    assert leave.adds.skipped == {("花名册", 3)}


def test_leaving_out_the_first_row_under_a_merged_head_keeps_the_head_for_the_others(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    rows = [
        ["户主姓名", "姓名", "与户主关系", "身份证号", "门牌号"],
        ["王建国", "单秀英", "配偶", id_number("19620811", 902), "三组1号"],
        [None, "王建国", "户主", id_number("19600304", 901), None],
        ["李卫东", "李卫东", "户主", id_number("19750520", 903), "三组2号"],
        [None, "单秀英", "母", id_number("19620811", 902), None],
    ]
    path = save_sheets(tmp_path / "合并.xlsx", {"三组": rows})
    book = load_workbook(path)
    for block in ("A2:A3", "A4:A5", "E2:E3", "E4:E5"):
        book["三组"].merge_cells(block)
    book.save(path)
    workbook = reread(path)
    finding = next(found for found in must_fix(workbook, Choices()) if found.row == 2)
    choices = cured(Choices(), cures(workbook, Choices(), finding)[1])
    assert ("三组", 2) in choices.skipped
    _, roster = read(workbook, choices)
    assert names(roster) == [("王建国", ["王建国"]), ("李卫东", ["李卫东", "单秀英"])]
    assert roster.households[0].house_number == read(workbook, Choices())[1].order[0].house_number


def test_an_unknown_relation_is_named_or_left_empty(tmp_path: Path) -> None:
    def change(rows: list[Row]) -> None:
        rows[1]["与户主关系"] = "老伴他弟"

    workbook = roster_with(tmp_path, change)
    other, blank, seen = cures(workbook, Choices(), only(workbook, "relation_unknown"))
    _, roster = read(workbook, cured(Choices(), other))
    assert roster.households[0].people[1].relation_code == "97"
    assert roster.findings == ()
    assert only(workbook, "relation_missing", cured(Choices(), blank)).row == 3
    assert cured(Choices(), seen) == Choices()


def test_a_namesake_is_one_of_those_known_or_somebody_new(tmp_path: Path) -> None:
    workbook = roster_with(tmp_path, lambda rows: None)
    tables, roster = read(workbook, Choices())
    finding = Finding("花名册", 3, "E", Severity.MUST_FIX, "namesake_unclear", {"name": "单秀英"})
    known = (Candidate(7, "单秀英", "01009"), Candidate(9, "单秀英", "03001"))
    offered = cures_of(finding, facts_of(tables, roster, {("花名册", 3): known}))
    assert [cure.code for cure in offered] == ["same_person", "same_person", "another_person"]
    assert [dict(cured(Choices(), cure).people) for cure in offered] == [
        {("花名册", 3): 7},
        {("花名册", 3): 9},
        {("花名册", 3): 0},
    ]


def test_what_was_put_right_by_itself_needs_nothing_and_a_check_can_be_seen(tmp_path: Path) -> None:
    def change(rows: list[Row]) -> None:
        rows[0]["姓名"] = "王 建国"
        rows[1]["公民身份号码"] = None

    workbook = roster_with(tmp_path, change)
    assert cures(workbook, Choices(), only(workbook, "name_spaces")) == ()
    assert [cure.code for cure in cures(workbook, Choices(), only(workbook, "id_missing"))] == ["seen"]


def test_a_grid_nobody_knows_is_made_or_all_its_rows_go_to_one_there_is(tmp_path: Path) -> None:
    rows = [["网格", "户主姓名", "姓名", "与户主关系", "身份证号", "门牌号"]]
    for number, (grid, name) in enumerate((("第一网格", "王建国"), ("东头", "李卫东"), ("东头", "赵晓梅"))):
        rows.append([grid, name, name, "户主", id_number(f"196{number}0304", 901), f"{number + 1}号"])
    workbook = reread(save_sheets(tmp_path / "网格.xlsx", {"全村": rows}))
    first, *_, seen = cures(workbook, Choices(), only(workbook, "grid_new"))
    assert (first.params, seen.code) == ({"grid": "第一网格"}, "seen")
    _, roster = read(workbook, Choices())
    assert len(roster.grids) == 2
    _, roster = read(workbook, cured(Choices(), first))
    assert roster.grids == (("01", "第一网格"),)
    assert len(roster.households) == 3


def test_every_kind_that_must_be_fixed_has_a_cure(tmp_path: Path) -> None:
    folder = Path(cures_module.__file__).parent.parent
    written = "".join(path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.py")))
    kinds = set(re.findall(r'must_fix\(\s*"([a-z_0-9]+)"', written)) | {"namesake_unclear"}
    workbook = roster_with(tmp_path, lambda rows: None)
    tables, roster = read(workbook, Choices())
    facts = facts_of(tables, roster)
    assert len(kinds) > 20
    for kind in sorted(kinds):
        for column in ("", "E", "G"):
            finding = Finding("花名册", 3, column, Severity.MUST_FIX, kind, {"name": "单秀英"})
            assert cures_of(finding, facts), kind


def test_a_cure_goes_on_top_of_what_was_chosen_before(tmp_path: Path) -> None:
    rows = [*three_households(), line("02001", "买买提·吐尔逊", "阿依古丽", "女", "19800101", 906)]
    rows[5]["公民身份号码"] = "14010819800101"
    workbook = reread(save_roster(tmp_path / "花名册.xlsx", rows))
    before = Choices(edits={("花名册", 2, 4): "王国"}, skipped=frozenset({("花名册", 4)}))
    (cure,) = cures(workbook, before, only(workbook, "id_length"))
    after = cured(before, cure)
    assert after.edits == {("花名册", 2, 4): "王国", ("花名册", 7, 6): ""}
    assert after.skipped == before.skipped
