"""The file itself refuses to overwrite what was said of an event, or to go on after its end."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from builders.events import events_village, reported, taken
from builders.village import Village
from passbook_desk.features.events.course.kinds import DayPlace, Outcome, StepKind
from passbook_desk.features.events.values import Measure

STEP = (
    "INSERT INTO event_step (village_id, uid, event_id, number, kind, done_on, who, words, reference,"
    " outcome, due_on, guests, other_event_id, recorded_at, recorded_by) VALUES"
)


@pytest.fixture
def village(tmp_path: Path) -> Village:
    """Event 1 was changed (step 1), approved (2) and checked (3), event 2 withdrawn (4), event 3 reported."""
    village = events_village(tmp_path)
    event = reported(village, days=(DayPlace(date(2026, 6, 12), "老屋"),))
    days = (DayPlace(date(2026, 6, 13)),)
    taken(village, event, StepKind.CHANGED, words="改期", days=days, figures=((Measure.TABLES, 15),))
    taken(village, event, StepKind.APPROVED, figures=((Measure.TABLES, 12),))
    taken(village, reported(village), StepKind.OPINION, words="好")
    reported(village)
    village.on(date(2026, 6, 14))
    taken(village, event, StepKind.CHECKED, outcome=Outcome.WITHIN, figures=((Measure.TABLES, 12),))
    taken(village, 2, StepKind.WITHDRAWN, words="不办了")
    return village


def step(
    event: int, number: int, kind: str, outcome: str = "", due: str = "NULL", other: str = "NULL"
) -> str:
    """A step with words and a reference, written past the program."""
    return (
        f"{STEP} (1, 'x', {event}, {number}, '{kind}', '2026-06-14', '', '说', '7', '{outcome}', {due},"
        f" NULL, {other}, '2026-06-14T01:30:00.000000Z', 1)"
    )


def refused(village: Village, statement: str, words: str) -> None:
    with pytest.raises(IntegrityError, match=words), village.write() as tx:
        tx.session.execute(text(statement))


@pytest.mark.parametrize("table", ["event_figure", "event_step", "step_figure", "event_day"])
def test_nothing_that_was_said_is_changed_or_removed(village: Village, table: str) -> None:
    refused(village, f"UPDATE {table} SET uid = 'other'", "append-only")
    refused(village, f"DELETE FROM {table}", "append-only")
    refused(village, f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}", ".")


def test_a_report_stays_as_it_was(village: Village) -> None:
    refused(village, "DELETE FROM rite_event", "an event stays")
    for change in (
        "held_on = '2026-07-01'",
        "reported_on = '2026-01-01'",
        "kind = 'birth'",
        "household_id = 2",
    ):
        refused(village, f"UPDATE rite_event SET {change}", "keeps what it was reported with")


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        (step(3, 2, "opinion"), "last step"),
        (step(1, 6, "opinion"), "last step"),
        (step(2, 3, "opinion"), "last step"),
        (step(3, 1, "closed"), "nobody has looked"),
        (step(3, 1, "followed", "settled"), "nobody has looked"),
        (step(3, 1, "joined", other="3"), "another event"),
        (step(3, 1, "joined"), "join_names_the_other"),
        (step(3, 1, "opinion", other="1"), "join_names_the_other"),
        (step(3, 1, "danced"), "kind_known"),
        (step(3, 1, "checked"), "check_has_its_outcome"),
        (step(3, 1, "checked", "settled"), "has_its_outcome"),
        (step(3, 1, "opinion", "within"), "check_has_its_outcome"),
        (step(1, 4, "followed"), "second_look_has_its_outcome"),
        (step(3, 1, "checked", "within", "'2026-06-20'"), "second_look_has_a_reason"),
        (step(3, 1, "opinion", "fine"), "outcome_known"),
        (step(3, 1, "approved").replace("'7'", "''"), "decision_has_its_paper"),
        (step(3, 1, "refused").replace("'说'", "''"), "words_given"),
        (step(3, 1, "opinion").replace("(1, 'x'", "(2, 'x'"), "another event"),
    ],
)
def test_a_step_without_those_before_it_is_refused(village: Village, statement: str, words: str) -> None:
    refused(village, statement, words)


@pytest.mark.parametrize(
    ("step_id", "stage"),
    [(1, "declared"), (3, "approved"), (2, "approved"), (4, "declared"), (99, "declared")],
)
def test_figures_come_with_their_step_or_not_at_all(village: Village, step_id: int, stage: str) -> None:
    values = f"('x', {step_id}, '{stage}', 'cars', 3)"
    refused(
        village, f"INSERT INTO step_figure (uid, step_id, stage, measure, amount) VALUES {values}", "not fit"
    )


@pytest.mark.parametrize(
    ("event", "stage"), [(1, "declared"), (2, "declared"), (3, "approved"), (3, "actual")]
)
def test_figures_of_a_report_are_the_declared_ones(village: Village, event: int, stage: str) -> None:
    values = f"('x', {event}, '{stage}', 'cars', 3)"
    refused(
        village,
        f"INSERT INTO event_figure (uid, event_id, stage, measure, amount) VALUES {values}",
        "belong to a step",
    )


@pytest.mark.parametrize(("event", "step_id"), [(1, "NULL"), (1, "1"), (3, "1"), (1, "4")])
def test_days_come_with_the_report_or_a_change(village: Village, event: int, step_id: str) -> None:
    values = f"('x', {event}, {step_id}, '2026-07-01', '')"
    refused(
        village, f"INSERT INTO event_day (uid, event_id, step_id, held_on, place) VALUES {values}", "not fit"
    )
