"""A council's old register comes in: the eighteen events of the sample, again, changed, and taken back."""

import json
import shutil
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import openpyxl
import pytest
from sqlalchemy import func, select

from builders.progress import CancelAt
from builders.registers import (
    MEETING,
    REGISTER,
    TITLES,
    adopt_village_standard,
    brought_in,
    planned,
    told,
    wedding,
)
from builders.rosters import SAMPLES, save_sheets
from builders.village import KEY, Village, household, new_village
from passbook_desk.app.verify import verify_village
from passbook_desk.app.village_file import shipped_scripts
from passbook_desk.db.store import Store
from passbook_desk.features.access.queries import check_permit
from passbook_desk.features.activity.queries import EVERYTHING, log_page
from passbook_desk.features.activity.values import LogKind
from passbook_desk.features.activity.words import sentence
from passbook_desk.features.audit.commands import seal_changes
from passbook_desk.features.events.cases import HostingCase, Trait
from passbook_desk.features.events.commands import adopt_standard
from passbook_desk.features.events.course.commands import take_step
from passbook_desk.features.events.course.kinds import DayPlace, EventState, Outcome, StepKind
from passbook_desk.features.events.course.values import TakeStep
from passbook_desk.features.events.errors import NoStandardYet, UnknownStandard
from passbook_desk.features.events.model import EventFigure, EventStep, RiteEvent, StepFigure
from passbook_desk.features.events.queries import event_card, events
from passbook_desk.features.events.register.undoing import undo_any_import
from passbook_desk.features.events.register.values import Fate, RegisterChoices, RegisterPlan
from passbook_desk.features.events.reporting.queries import event_report
from passbook_desk.features.events.starter import starter_standard
from passbook_desk.features.events.values import AdoptStandard, EventKind, Measure
from passbook_desk.features.households.roster.planning import plan_roster
from passbook_desk.features.intake.errors import BatchAlreadyUndone, BatchTooOld
from passbook_desk.features.intake.queries import batches
from passbook_desk.features.intake.reading import read_workbook
from passbook_desk.features.intake.values import KeepReason, Severity
from passbook_desk.features.ledger.imports import apply_roster
from passbook_desk.kernel.errors import Cancelled
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.jobs import NullProgress


@cache
def expected() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((SAMPLES / "红白事登记.expected.json").read_text(encoding="utf-8"))
    return found


@cache
def _template() -> Path:
    """The sample village with its people and the standard of its council, younger than the events."""
    village = new_village(Path(mkdtemp(prefix="register-")))
    roster = read_workbook(SAMPLES / "花名册_标准.xlsx", NullProgress())
    with village.write() as tx:
        apply_roster(tx, plan_roster(tx, roster, KEY), NullProgress())
    adopt_village_standard(village)
    village.store.close()
    return village.path


@pytest.fixture
def village(tmp_path: Path) -> Iterator[Village]:
    village = new_village(tmp_path)
    village.store.close()
    shutil.copyfile(_template(), village.path)
    village.store = Store.on_file(village.path, 1, seal_changes, check_permit)
    yield village
    village.store.close()


def kinds_of_violation(plan: RegisterPlan) -> set[str]:
    """In the words of EXPECTED: a member's tables count apart."""
    words = {Measure.PER_TABLE: "cost_over", Measure.CARS: "cars_over", Measure.DAYS: "days_over"}
    found = {"late_report" for line in plan.lines if line.late}
    for line in plan.lines:
        member = Trait.MEMBER in line.case.traits
        tables = "over_party_tables" if member else "over_tables"
        found |= {words.get(measure, tables) for measure in line.over}
    return found


def test_all_eighteen_events_come_in_with_the_figures_of_the_council(village: Village) -> None:
    wanted = expected()
    plan = brought_in(village)
    assert (plan.tables[0].header_row, plan.lines[0].said.row) == (3, wanted["first_data_row"])
    with village.read() as scope:
        rows = events(scope)
    assert len(rows) == wanted["events"]
    assert Counter(row.kind for row in rows) == {
        EventKind.WEDDING: wanted["red"],
        EventKind.FUNERAL: wanted["white"],
    }
    assert sum(row.tables or 0 for row in rows) == wanted["declared_tables"]
    assert sum(row.actual_tables or 0 for row in rows) == wanted["actual_tables"]
    assert sum(Trait.MEMBER in row.hosting_case.traits for row in rows) == wanted["party_events"]
    assert Counter(row.state for row in rows) == {
        EventState.CHECKED: wanted["events"] - wanted["not_checked"],
        EventState.REPORTED: wanted["not_checked"],
    }


def test_violations_follow_from_the_standard_not_from_the_register(village: Village) -> None:
    plan = brought_in(village)
    assert sum(line.violates for line in plan.lines) == expected()["violations"]
    assert kinds_of_violation(plan) == set(expected()["violation_kinds"])
    with village.read() as scope:
        over = [row for row in events(scope) if row.late or row.verdict.value == "over"]
    assert len(over) == expected()["violations"]


@pytest.mark.parametrize("wanted", expected()["rows"], ids=lambda row: str(row["row"]))
def test_each_row_is_read_as_expected(plan: RegisterPlan, wanted: dict[str, Any]) -> None:
    line = next(line for line in plan.lines if line.said.row == wanted["row"])
    said = line.said
    assert line.household is not None
    assert (line.household.code, said.head) == (wanted["household"], wanted["head"])
    assert said.reported_on == date.fromisoformat(wanted["reported"])
    assert said.days == (date.fromisoformat(wanted["date"]),)
    assert said.kind is (EventKind.WEDDING if wanted["kind"] == "红" else EventKind.FUNERAL)
    assert (Trait.MEMBER in line.case.traits) is wanted["party"]
    assert (Trait.JOINT in line.case.traits) is (wanted["mode"] == "合办")
    assert said.declared[Measure.TABLES] == wanted["declared"]
    assert said.actual.get(Measure.TABLES) == wanted["actual"]
    assert ("lunar_differs" in told(line)) is ("lunar_mismatch" in wanted["flags"])
    assert line.late is ("late_report" in wanted["flags"])
    assert line.fate is Fate.NEW


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> RegisterPlan:
    village = new_village(tmp_path_factory.mktemp("plan"))
    village.store.close()
    shutil.copyfile(_template(), village.path)
    village.store = Store.on_file(village.path, 1, seal_changes, check_permit)
    found = planned(village)
    village.store.close()
    return found


def test_nothing_of_the_sample_has_to_be_mended(plan: RegisterPlan) -> None:
    assert plan.count(Severity.MUST_FIX) == 0
    assert [told(line) for line in plan.lines if told(line)] == [
        ["report_year"],
        ["result_by_figures"],
        ["lunar_differs"],
        ["memo_left"],
    ]


def test_an_event_is_numbered_in_the_year_of_its_report_and_checked_on_its_day(village: Village) -> None:
    brought_in(village)
    with village.read() as scope:
        cards = [event_card(scope, row.id) for row in reversed(events(scope))]
    assert [card.number for card in cards[:3]] == ["2024-001", "2025-001", "2025-002"]
    assert cards[-1].number == "2026-001"
    first = cards[0]
    assert (first.head_name, first.planned_on) == ("弓玉平", date(2025, 1, 11))
    (step,) = first.steps
    assert (step.kind, step.done_on, step.who) == (StepKind.CHECKED, date(2025, 1, 11), "理事会 刘永胜")
    assert (step.outcome, step.words) == (Outcome.WITHIN, "旧台账登记；结果：符合")
    assert dict(step.figures)[Measure.TABLES] == 17


def test_what_the_register_does_not_say_is_not_made_up(village: Village) -> None:
    brought_in(village)
    with village.read() as scope:
        cards = [event_card(scope, row.id) for row in events(scope)]
    assert {step.kind for card in cards for step in card.steps} == {StepKind.CHECKED}
    assert not any(card.pledge_signed for card in cards)
    (waiting,) = [card for card in cards if not card.steps]
    assert (waiting.head_name, waiting.outcome) == ("丁卫国", None)


def test_events_older_than_the_first_standard_count_under_it_and_that_is_said(village: Village) -> None:
    plan = brought_in(village)
    assert (plan.before_standard, plan.counted_under.number) == (18, 1)
    with village.read() as scope:
        assert {event_card(scope, row.id).standard_number for row in events(scope)} == {1}


def test_the_clerk_may_name_another_standard_for_them(village: Village) -> None:
    later = date(2026, 3, 1)
    with village.write() as tx:
        adopt_standard(tx, AdoptStandard(later, "2026-5", later, "起步标准", starter_standard()))
    assert planned(village).counted_under.number == 1
    plan = brought_in(village, choices=RegisterChoices(standard=2))
    assert {line.standard for line in plan.lines} == {2}
    with pytest.raises(UnknownStandard):
        planned(village, choices=RegisterChoices(standard=7))


def test_an_event_counts_under_the_standard_of_its_own_day(tmp_path: Path) -> None:
    village = new_village(tmp_path)
    with village.write() as tx:
        household(tx, "01001", "王建国")
    first, second = date(2025, 1, 1), date(2025, 6, 1)
    for meeting in (first, second):
        adopt_village_standard(village, meeting)
    rows = [
        wedding(),
        wedding(reported="2025.6.2", held="2025.9.1"),
        wedding(reported="2024.5.1", held="2024.6.1"),
    ]
    plan = planned(village, save_sheets(tmp_path / "台账.xlsx", {"台账": [TITLES, *rows]}))
    assert [line.standard for line in plan.lines] == [1, 2, 1]
    assert plan.before_standard == 1
    village.store.close()


def test_without_a_standard_nothing_comes_in(tmp_path: Path) -> None:
    village = new_village(tmp_path)
    with pytest.raises(NoStandardYet):
        planned(village)
    village.store.close()


def test_without_the_roster_every_event_waits_for_its_household(tmp_path: Path) -> None:
    village = new_village(tmp_path)
    adopt_village_standard(village)
    plan = brought_in(village)
    assert plan.batch is None
    assert {line.problem.kind for line in plan.wrong if line.problem} == {"register_unknown_head"}
    assert len(plan.wrong) == 18
    village.store.close()


def test_the_same_register_again_adds_nothing(village: Village) -> None:
    brought_in(village)
    again = brought_in(village)
    assert again.batch is None
    assert [line.fate for line in again.lines] == [Fate.SAME] * 18
    with village.read() as scope:
        assert len(events(scope)) == 18


def changed_copy(folder: Path, cells: dict[str, object]) -> Path:
    book = openpyxl.load_workbook(REGISTER)
    for place, value in cells.items():
        book["2025年登记"][place] = value
    path = folder / "改过的台账.xlsx"
    book.save(path)
    return path


def test_a_check_made_since_is_added_and_a_blank_erases_nothing(village: Village, tmp_path: Path) -> None:
    brought_in(village)
    filled = {"R20": 21, "S20": 280, "V20": "武学礼", "W20": "超标", "R4": None, "W4": None, "L7": None}
    plan = brought_in(village, changed_copy(tmp_path, filled))
    assert Counter(line.fate for line in plan.lines) == {Fate.SAME: 17, Fate.CHECK: 1}
    with village.read() as scope:
        rows = {row.head_name: row for row in events(scope)}
        late = event_card(scope, rows["丁卫国"].id)
    assert (late.outcome, rows["丁卫国"].actual_tables) == (Outcome.OVER, 21)
    assert late.steps[0].done_on == date(2025, 12, 7)
    assert (rows["弓玉平"].actual_tables, rows["原爱民"].tables) == (17, 13)


def test_what_differs_from_the_file_is_listed_and_left_alone(village: Village, tmp_path: Path) -> None:
    brought_in(village)
    plan = brought_in(village, changed_copy(tmp_path, {"L5": 13, "R6": 20, "W6": "符合", "H7": "2025.2.21"}))
    assert plan.batch is None
    listed = [
        (finding.row, finding.column, finding.params["title"], finding.params["was"], finding.params["said"])
        for finding in plan.findings
        if finding.kind == "register_differs"
    ]
    assert listed == [
        (5, "L", "申报桌数", "12", "13"),
        (6, "R", "实际桌数", "26", "20"),
        (6, "W", "核查结果", "超标", "符合"),
        (7, "H", "报备日期", "2025-02-20", "2025-02-21"),
    ]
    with village.read() as scope:
        assert {row.head_name: row.tables for row in events(scope)}["张永刚"] == 12


def test_an_event_of_the_file_is_known_by_a_day_it_was_put_off_from(village: Village) -> None:
    brought_in(village)
    with village.write() as tx:
        row = next(row for row in events(tx) if row.head_name == "丁卫国")
        take_step(
            tx,
            TakeStep(new_uid(), row.id, StepKind.CHANGED, words="改期", days=(DayPlace(date(2025, 12, 20)),)),
        )
    assert {line.fate for line in planned(village).lines} == {Fate.SAME}


def test_stopping_half_way_leaves_nothing(village: Village) -> None:
    with pytest.raises(Cancelled):
        brought_in(village, progress=CancelAt(9))
    with village.read() as scope:
        assert events(scope) == ()
        counts = [
            scope.session.scalar(select(func.count()).select_from(table))
            for table in (RiteEvent, EventFigure, EventStep, StepFigure)
        ]
        assert counts == [0, 0, 0, 0]
        assert [batch.kind for batch in batches(scope)] == ["roster"]


def test_the_import_is_one_batch_and_the_file_stays_whole(village: Village) -> None:
    plan = brought_in(village)
    with village.read() as scope:
        newest = batches(scope)[0]
        assert (newest.number, newest.kind, newest.created) == (plan.batch, "events", 18)
        verify_village(scope, shipped_scripts(), KEY)


def test_the_log_tells_of_it_in_one_line(village: Village) -> None:
    village.on(date(2026, 6, 2))
    plan = brought_in(village)
    assert plan.batch is not None
    village.on(date(2026, 6, 3))
    with village.write() as tx:
        undo_any_import(tx, plan.batch)
    with village.read() as scope:
        undone, imported = log_page(scope, EVERYTHING).rows[:2]
    assert (imported.kind, undone.kind) == (LogKind.IMPORTED, LogKind.IMPORT_UNDONE)
    assert sentence(imported) == "导入红白事台账 红白事标准及登记.xlsx：18 件"


def test_taken_back_its_events_are_withdrawn_and_may_come_in_again(village: Village) -> None:
    plan = brought_in(village)
    assert plan.batch is not None
    first = received_in(village, 2025)
    with village.write() as tx:
        done = undo_any_import(tx, plan.batch)
    assert (done.rows.withdrawn, done.rows.kept) == (18, ())
    with village.read() as scope:
        assert {row.state for row in events(scope)} == {EventState.WITHDRAWN}
        card = event_card(scope, events(scope)[0].id)
        assert card.steps[-1].words == f"撤销第 {plan.batch} 批导入"
        verify_village(scope, shipped_scripts(), KEY)
    with village.write() as tx, pytest.raises(BatchAlreadyUndone):
        undo_any_import(tx, plan.batch)
    assert received_in(village, 2025) == 0
    assert len(brought_in(village).of(Fate.NEW)) == 18
    assert received_in(village, 2025) == first > 0


def received_in(village: Village, year: int) -> int:
    with village.read() as scope:
        return event_report(scope, date(year, 1, 1), date(year, 12, 31)).total.received


def test_an_event_that_went_on_since_stays(village: Village) -> None:
    plan = brought_in(village)
    assert plan.batch is not None
    with village.write() as tx:
        row = next(row for row in events(tx) if row.head_name == "弓玉平")
        take_step(tx, TakeStep(new_uid(), row.id, StepKind.CLOSED, reference="2026-3"))
    with village.write() as tx:
        done = undo_any_import(tx, plan.batch)
    assert [(kept.label, kept.reason) for kept in done.rows.kept] == [("2024-001", KeepReason.EDITED)]
    assert done.rows.withdrawn == 17


def test_a_check_added_to_an_older_event_is_kept_and_told(village: Village, tmp_path: Path) -> None:
    brought_in(village)
    plan = brought_in(village, changed_copy(tmp_path, {"R20": 18, "W20": "符合", "V20": "武学礼"}))
    assert plan.batch is not None
    with village.write() as tx:
        done = undo_any_import(tx, plan.batch)
    assert [(kept.table, kept.label) for kept in done.rows.kept] == [("event_step", "2025-016")]


def test_after_thirty_days_it_is_no_longer_taken_back(village: Village) -> None:
    plan = brought_in(village)
    assert plan.batch is not None
    village.on(date(2026, 6, 1) + timedelta(days=30))
    with village.write() as tx, pytest.raises(BatchTooOld):
        undo_any_import(tx, plan.batch)
    with village.read() as scope:
        assert len([row for row in events(scope) if row.state is EventState.WITHDRAWN]) == 0


def test_a_roster_is_still_taken_back_by_the_same_act(tmp_path: Path) -> None:
    village = new_village(tmp_path)
    roster = read_workbook(SAMPLES / "花名册_标准.xlsx", NullProgress())
    with village.write() as tx:
        number = apply_roster(tx, plan_roster(tx, roster, KEY), NullProgress()).batch
    assert number is not None
    with village.write() as tx:
        assert undo_any_import(tx, number).rows.removed > 1000
    village.store.close()


def test_the_result_of_the_register_is_kept_and_ours_is_told_where_they_part(
    village: Village, tmp_path: Path
) -> None:
    plan = brought_in(
        village, changed_copy(tmp_path, {"W6": "符合", "W4": "超标", "W11": "符合", "W5": "劝导后减到15桌"})
    )
    differing = {line.said.row: line for line in plan.lines if "result_differs" in told(line)}
    assert differing.keys() == {4, 6, 11}
    assert differing[6].outcome is Outcome.WITHIN
    said = next(found for found in differing[11].findings if found.kind == "register_result_differs")
    assert said.params["ours"] == "报备迟"
    with village.read() as scope:
        outcomes = {row.head_name: row.outcome for row in events(scope)}
    assert (outcomes["陈永军"], outcomes["张永刚"]) == (Outcome.WITHIN, Outcome.PERSUADED)


def test_the_meeting_of_the_sample_is_younger_than_its_events(plan: RegisterPlan) -> None:
    assert all(line.said.days[0] < MEETING for line in plan.lines)
    assert {line.case for line in plan.lines} == {
        HostingCase.ORDINARY,
        HostingCase.JOINT,
        HostingCase.MEMBER,
    }
