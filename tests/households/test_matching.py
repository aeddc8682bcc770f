"""A second roster meets the people the file knows: nobody doubled, nobody merged with a namesake."""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from builders.rosters import SAMPLES, Row, id_number, line, reread, save_roster, save_sheets, three_households
from builders.village import Village, new_village
from passbook_desk.features.households.queries import grids, household_by_code, household_card, households
from passbook_desk.features.households.roster.planning import RosterPlan, plan_roster
from passbook_desk.features.households.values import RosterReport
from passbook_desk.features.intake.choices import SOMEBODY_NEW, Choices
from passbook_desk.features.intake.errors import NoHeaderFound, NoSuchSheet
from passbook_desk.features.intake.reading import read_workbook
from passbook_desk.features.ledger.imports import apply_roster, undo_import
from passbook_desk.kernel.jobs import NullProgress


@pytest.fixture
def village(tmp_path: Path) -> Iterator[Village]:
    village = new_village(tmp_path)
    yield village
    village.store.close()


def plan(village: Village, path: Path, choices: Choices | None = None) -> RosterPlan:
    password = "qingquan2026" if "加密" in path.name else ""
    workbook = read_workbook(path, NullProgress(), password)
    with village.read() as scope:
        return plan_roster(scope, workbook, village.key, choices)


def bring(village: Village, path: Path, choices: Choices | None = None) -> RosterReport:
    planned = plan(village, path, choices)
    with village.write() as tx:
        return apply_roster(tx, planned, NullProgress())


@dataclass(frozen=True)
class Counted:
    households: int
    residents: int
    party: int


def in_the_file(village: Village) -> Counted:
    with village.read() as scope:
        rows = grids(scope)
    return Counted(
        sum(row.households for row in rows),
        sum(row.residents for row in rows),
        sum(row.party_members for row in rows),
    )


def kinds(report: RosterReport) -> list[str]:
    return [found.kind for found in report.findings]


def fields(report: RosterReport) -> Counter[str]:
    return Counter(change.field for change in report.changes)


WHOLE = Counted(486, 1615, 61)
MESSY = SAMPLES / "花名册_村里常用.xlsx"
STANDARD = SAMPLES / "花名册_标准.xlsx"


def test_the_messy_roster_after_the_standard_one_doubles_nobody(village: Village) -> None:
    bring(village, STANDARD)
    report = bring(village, MESSY)
    assert in_the_file(village) == WHOLE
    assert (report.new_households, report.new_people, report.same_households) == ((), 0, 483)
    assert set(fields(report)) == {"relation", "remark"}
    assert all(
        {change.old, change.new} <= {"子", "长子", "次子", "三子", "女", "长女", "次女", "三女"}
        for change in report.changes
        if change.field == "relation"
    )
    with village.read() as scope:
        assert [row.name for row in grids(scope)] == [f"第{number}网格" for number in "一二三四五六七"]
    again = bring(village, MESSY)
    assert (again.batch, again.has_changes) == (None, False)


def test_the_standard_roster_after_the_messy_one_adds_only_who_was_held_back(village: Village) -> None:
    first = bring(village, MESSY)
    assert (first.households, first.residents, first.ready.households, first.ready.rows) == (
        486,
        1614,
        483,
        1602,
    )
    assert in_the_file(village) == Counted(483, 1602, 61)
    assert bring(village, MESSY).batch is None
    second = bring(village, STANDARD)
    assert in_the_file(village) == WHOLE
    assert [row.code for row in second.new_households] == ["01038", "03021", "05019"]
    assert "code_differs" not in kinds(second)
    assert not {"name", "household", "head", "grid_name", "tags"} & set(fields(second))
    with village.read() as scope:
        assert household_by_code(scope, "07043").head_name == "赵超"


@pytest.mark.parametrize("name", ["花名册.csv", "花名册.xls", "花名册_加密.xlsx"])
def test_the_same_roster_in_another_kind_of_file_changes_nothing(village: Village, name: str) -> None:
    bring(village, SAMPLES / name)
    assert in_the_file(village) == WHOLE
    assert bring(village, STANDARD).batch is None
    assert fields(bring(village, MESSY)).keys() == {"relation", "remark"}
    assert in_the_file(village) == WHOLE


BY_HOUSEHOLD = SAMPLES / "花名册_按户.xlsx"


def test_a_list_by_household_is_compared_and_invents_nobody(village: Village) -> None:
    bring(village, STANDARD)
    report = bring(village, BY_HOUSEHOLD)
    assert (report.households, report.new_people, report.changes) == (486, 0, ())
    differing = [
        (found.row, found.column, found.params["code"], found.params["written"], found.params["counted"])
        for found in report.findings
    ]
    assert set(kinds(report)) == {"population_differs"}
    assert differing == [
        (150, "C", "02074", "1", "2"),
        (362, "C", "05026", "3", "2"),
        (428, "C", "06046", "3", "2"),
    ]


def test_a_list_by_household_brings_heads_into_an_empty_village_and_a_roster_the_rest(
    village: Village,
) -> None:
    report = bring(village, BY_HOUSEHOLD)
    assert kinds(report) == ["heads_only"]
    assert in_the_file(village) == Counted(486, 486, 0)
    rest = bring(village, STANDARD)
    assert (rest.new_people, rest.new_households) == (1129, ())
    assert in_the_file(village) == WHOLE


def test_a_household_that_the_file_does_not_know_is_named_in_a_list_by_household(
    village: Village, tmp_path: Path
) -> None:
    bring(village, save_roster(tmp_path / "花名册.xlsx", three_households()))
    lines = [["户主", "人口", "组别", "门牌"], ["王建国", 3, "一组", "1号"], ["赵大山", 2, "一组", "9号"]]
    report = bring(village, save_sheets(tmp_path / "按户.xlsx", {"按户": lines}))
    assert [(found.kind, found.row) for found in report.findings] == [("household_not_found", 3)]
    assert (report.ready.households, report.has_changes) == (1, False)


HEADS: list[object] = ["户主姓名", "姓名", "与户主关系", "身份证号", "门牌号"]


def uncoded(tmp_path: Path, *lines: list[object], sheet: str = "一组") -> Path:
    return save_sheets(tmp_path / "无编号.xlsx", {sheet: [HEADS, *lines]})


def test_new_households_get_the_next_numbers_of_their_grid_in_the_order_of_the_sheet(
    village: Village, tmp_path: Path
) -> None:
    bring(village, save_roster(tmp_path / "花名册.xlsx", three_households()))
    path = uncoded(
        tmp_path,
        ["赵志明", "赵志明", "户主", id_number("19640205", 907), 8],
        ["王建国", "王建国", "户主", id_number("19600304", 901), 1],
        ["高平", "高平", "户主", id_number("19700707", 909), 9],
    )
    report = bring(village, path)
    assert [(row.code, row.head_name) for row in report.new_households] == [
        ("01003", "赵志明"),
        ("01004", "高平"),
    ]


def test_a_number_once_used_is_never_given_again_not_even_after_an_undo(
    village: Village, tmp_path: Path
) -> None:
    bring(village, save_roster(tmp_path / "花名册.xlsx", three_households()))
    path = uncoded(tmp_path, ["赵志明", "赵志明", "户主", id_number("19640205", 907), 8])
    assert [row.code for row in bring(village, path).new_households] == ["01003"]
    with village.write() as tx:
        undo_import(tx, 2)
    again = bring(village, path)
    assert [row.code for row in again.new_households] == ["01004"]


def test_a_household_held_back_keeps_its_place_in_the_numbers(village: Village, tmp_path: Path) -> None:
    path = uncoded(
        tmp_path,
        ["王建国", "王建国", "户主", id_number("19600304", 901), 1],
        ["李卫东", "赵晓梅", "配偶", id_number("19760707", 906), 2],
        ["高平", "高平", "户主", id_number("19700707", 909), 9],
    )
    report = bring(village, path)
    assert [row.code for row in report.new_households] == ["01001", "01003"]
    assert kinds(report) == ["head_not_listed"]


def test_codes_that_the_sheet_counts_otherwise_are_those_of_the_file(
    village: Village, tmp_path: Path
) -> None:
    bring(village, save_roster(tmp_path / "花名册.xlsx", three_households()))
    rows = three_households()
    for row in rows[:3]:
        row["户编号"] = "01002"
    rows[3]["户编号"] = "01001"
    report = bring(village, save_roster(tmp_path / "新.xlsx", rows))
    assert [(found.kind, found.params["code"], found.params["written"]) for found in report.findings] == [
        ("code_differs", "01001", "01002"),
        ("code_differs", "01002", "01001"),
    ]
    assert not report.has_changes


def namesake(tmp_path: Path, **cells: object) -> Path:
    """Somebody called 李卫东 without number and birth, in a household of his own elsewhere in the grid."""
    row: Row = {
        **line("01009", "李卫东", "李卫东", "户主", "19750520", 903),
        "公民身份号码": None,
        "出生日期": None,
        "住址": "清泉村66号",
        **cells,
    }
    del row["户编号"]
    titles = list(row)
    return save_sheets(tmp_path / "同名.xlsx", {"花名册": [titles, [row[title] for title in titles]]})


def test_a_namesake_is_asked_about_and_does_not_come_in_until_it_is_answered(
    village: Village, tmp_path: Path
) -> None:
    bring(village, save_roster(tmp_path / "花名册.xlsx", three_households()))
    path = namesake(tmp_path)
    planned = plan(village, path)
    asked = [found for found in planned.report.findings if found.kind == "namesake_unclear"]
    assert [(found.row, found.severity.value, found.params["codes"]) for found in asked] == [
        (2, "must_fix", "01002")
    ]
    place = (asked[0].sheet, asked[0].row)
    assert not planned.goes_in(place)
    assert [(one.name, one.household_code) for one in planned.candidates[place]] == [("李卫东", "01002")]
    assert (planned.report.ready.households, planned.report.has_changes) == (0, False)
    assert planned.report.to_fix.rows == 1


def test_an_answered_namesake_is_somebody_new_or_the_one_who_was_meant(
    village: Village, tmp_path: Path
) -> None:
    bring(village, save_roster(tmp_path / "花名册.xlsx", three_households()))
    path = namesake(tmp_path)
    place = ("花名册", 2)
    known = plan(village, path).candidates[place][0].person_id
    same = plan(village, path, Choices(people={place: known})).report
    assert (same.new_people, same.new_households) == (0, ())
    assert "namesake_unclear" not in kinds(same)
    new = bring(village, path, Choices(people={place: SOMEBODY_NEW}))
    assert (new.new_people, [row.code for row in new.new_households]) == (1, ["01003"])
    with village.read() as scope:
        assert [row.code for row in households(scope, find="李卫东")] == ["01002", "01003"]


def test_namesakes_with_two_numbers_are_two_people_without_a_question(
    village: Village, tmp_path: Path
) -> None:
    bring(village, save_roster(tmp_path / "花名册.xlsx", three_households()))
    other = id_number("19750520", 917)
    report = bring(village, namesake(tmp_path, 公民身份号码=other, 出生日期="1975-05-20"))
    assert (report.new_people, kinds(report)) == (1, [])


def test_a_masked_cell_means_unchanged_and_an_empty_one_erases_nothing(
    village: Village, tmp_path: Path
) -> None:
    bring(village, save_roster(tmp_path / "花名册.xlsx", three_households()))
    rows = three_households()
    for row in rows:
        phone, number = str(row["联系电话"]), str(row["公民身份号码"])
        row["联系电话"] = f"{phone[:3]}****{phone[-4:]}"
        row["公民身份号码"] = f"{number[:6]}********{number[-4:]}"
    rows[1].update({"与户主关系": None, "住址": None, "政治面貌": None, "出生日期": None})
    report = bring(village, save_roster(tmp_path / "遮住.xlsx", rows))
    assert (report.has_changes, kinds(report)) == (False, ["relation_missing"])
    with village.read() as scope:
        wife = household_card(scope, household_by_code(scope, "01001").id).people[1]
    assert wife.id_number is not None
    assert wife.id_number.reveal() == id_number("19620811", 902)


def test_a_newcomer_whose_number_is_masked_comes_in_without_it_and_is_named(
    village: Village, tmp_path: Path
) -> None:
    rows = three_households()[:1]
    rows[0]["公民身份号码"] = "140108********9017"
    report = bring(village, save_roster(tmp_path / "遮住.xlsx", rows))
    assert (report.new_people, kinds(report)) == (1, ["id_masked_new"])


def test_a_vague_word_does_not_make_a_probationary_member_a_full_one(
    village: Village, tmp_path: Path
) -> None:
    rows = three_households()
    rows[3]["政治面貌"] = "中共预备党员"
    bring(village, save_roster(tmp_path / "花名册.xlsx", rows))
    rows[3]["政治面貌"] = "√"
    assert not bring(village, save_roster(tmp_path / "打勾.xlsx", rows)).has_changes
    rows[3]["政治面貌"] = "中共党员"
    assert fields(bring(village, save_roster(tmp_path / "转正.xlsx", rows))) == {"party": 1}


def test_a_wrong_phone_does_not_replace_a_right_one_and_a_short_address_not_a_whole_one(
    village: Village, tmp_path: Path
) -> None:
    rows = [{**row, "住址": f"清泉村一组{number}号"} for number, row in enumerate(three_households(), 1)]
    bring(village, save_roster(tmp_path / "花名册.xlsx", rows[3:4]))
    rows[3].update({"联系电话": "1380903052", "住址": "一组4号"})
    report = bring(village, save_roster(tmp_path / "短.xlsx", rows[3:4]))
    assert (report.has_changes, kinds(report)) == (False, ["phone_length"])


def test_edits_and_skipped_rows_of_the_clerk_count(village: Village, tmp_path: Path) -> None:
    path = uncoded(
        tmp_path,
        ["李卫东", "李卫冬", "户主", id_number("19750520", 905), 2],
        ["王建国", "王建国", "户主", id_number("19600304", 901), 1],
    )
    assert kinds(plan(village, path).report) == ["head_not_listed"]
    mended = Choices(edits={("一组", 2, 1): "李卫东"}, skipped=frozenset({("一组", 3)}))
    report = bring(village, path, mended)
    assert [(row.code, row.head_name) for row in report.new_households] == [("01001", "李卫东")]


def test_columns_that_the_clerk_chose_are_remembered_for_the_next_time(
    village: Village, tmp_path: Path
) -> None:
    lines = [
        ["户主姓名", "姓名", "与户主关系", "身份证号", "门牌号", "甲", "乙"],
        ["王建国", "王建国", "户主", id_number("19600304", 901), 1, "退役", "留校"],
    ]
    path = save_sheets(tmp_path / "列.xlsx", {"一组": lines})
    bring(village, path, Choices(columns={("一组", "education"): 6}))
    lines[1][1:4] = ["李卫东", "户主", id_number("19750520", 905)]
    lines[1][0], lines[1][4] = "李卫东", 2
    bring(village, save_sheets(tmp_path / "列2.xlsx", {"一组": lines}))
    with village.read() as scope:
        card = household_card(scope, household_by_code(scope, "01002").id)
    assert card.people[0].education == "留校"


def test_one_sheet_may_be_asked_for_and_a_workbook_without_a_roster_is_refused(
    village: Village, tmp_path: Path
) -> None:
    workbook = reread(MESSY)
    with village.read() as scope:
        third = plan_roster(scope, workbook, village.key, sheet="三组").report
        assert (third.households, third.residents) == (58, 183)
        with pytest.raises(NoSuchSheet):
            plan_roster(scope, workbook, village.key, sheet="八组")
        other = reread(save_sheets(tmp_path / "别的.xlsx", {"表": [["物品", "数量"], ["锄头", 3]]}))
        with pytest.raises(NoHeaderFound) as refused:
            plan_roster(scope, other, village.key)
    assert "姓名" in refused.value.params["missing"]


def dumped(village: Village) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, from a copy, for the file itself is held by the program."""
    copy = sqlite3.connect(":memory:")
    village.store.copy_into(copy)
    names = [
        name for (name,) in copy.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    ]
    tables = {name: copy.execute(f'SELECT * FROM "{name}" ORDER BY 1').fetchall() for name in names}
    copy.close()
    return tables


def test_an_undone_import_leaves_every_table_as_it_was_but_audit_batches_and_used_numbers(
    village: Village,
) -> None:
    bring(village, STANDARD)
    village.on(date(2026, 6, 20))
    before = dumped(village)
    assert bring(village, MESSY).batch == 2
    assert dumped(village) != before
    with village.write() as tx:
        undone = undo_import(tx, 2)
    assert undone.rows.kept == ()
    after = dumped(village)
    differing = {name for name in before if before[name] != after[name]}
    assert differing <= {"audit", "audit_entry", "batch", "batch_row", "number_series"}
    assert "batch" in differing
    assert sum(map(len, before.values())) > 10_000
