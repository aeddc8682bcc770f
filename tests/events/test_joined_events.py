"""A feast in several parts, two feasts at one place, and what is due when."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import event as listening

from builders.events import card_of, compared_of, events_village, reported, taken, three
from builders.village import Village
from passbook_desk.features.activity.queries import log_page
from passbook_desk.features.activity.words import sentence
from passbook_desk.features.events.course import errors
from passbook_desk.features.events.course.kinds import (
    DayPlace,
    EventState,
    Outcome,
    ReminderKind,
    StepKind,
)
from passbook_desk.features.events.course.queries import clashes, due_steps
from passbook_desk.features.events.queries import events
from passbook_desk.features.events.values import EventCard, EventKind, EventName, Measure, Verdict
from passbook_desk.kernel.errors import UserError

TABLES, CARS = Measure.TABLES, Measure.CARS


@pytest.fixture
def village(tmp_path: Path) -> Village:
    """Three households and the starter standard: 20 tables, 8 cars; today is 2026-06-01."""
    return events_village(tmp_path)


def june(day: int) -> date:
    return date(2026, 6, day)


def split(village: Village) -> tuple[EventCard, EventCard]:
    """A wedding at noon, and another of the same house three days before; together too many tables."""
    whole = reported(village, june(11), ((TABLES, 12), (CARS, 6)))
    part = reported(village, june(8), ((TABLES, 10), (CARS, 7)))
    return whole, part


def joined(village: Village, part: EventCard, into: EventCard) -> EventCard:
    return taken(village, part, StepKind.JOINED, other_event_id=into.id)


def test_two_feasts_of_one_house_count_as_one_for_the_limits(village: Village) -> None:
    whole, part = split(village)
    gone = joined(village, part, whole)
    assert (gone.state, gone.joined_into) == (EventState.JOINED, EventName(whole.id, whole.number))
    card = card_of(village, whole)
    assert [name.number for name in card.joined] == [part.number]
    assert (three(card, TABLES), three(card, CARS)) == ((22, None, None), (7, None, None))
    assert compared_of(card, TABLES).verdict is Verdict.OVER
    assert (card.held_on, card.days[-1].held_on) == (june(8), june(11))
    with village.read() as scope:
        rows = {row.id: row for row in events(scope)}
    assert (rows[whole.id].tables, rows[whole.id].held_on, rows[whole.id].last_on) == (22, june(8), june(11))
    assert rows[part.id].state is EventState.JOINED


def test_the_council_decides_on_the_whole_when_a_part_was_not_approved(village: Village) -> None:
    whole, part = split(village)
    taken(village, whole, StepKind.APPROVED)
    joined(village, part, whole)
    assert card_of(village, whole).state is EventState.REPORTED
    card = taken(village, whole, StepKind.APPROVED, figures=((TABLES, 20),))
    assert (card.state, three(card, TABLES)) == (EventState.APPROVED, (22, 20, None))
    village.on(june(12))
    found = taken(village, whole, StepKind.CHECKED, outcome=Outcome.WITHIN, figures=((TABLES, 19),))
    assert three(found, TABLES) == (22, 20, 19)


def test_two_approved_parts_are_an_approved_whole(village: Village) -> None:
    whole, part = split(village)
    for event in (whole, part):
        taken(village, event, StepKind.APPROVED)
    joined(village, part, whole)
    card = card_of(village, whole)
    assert (card.state, three(card, TABLES)) == (EventState.APPROVED, (22, 22, None))


def test_a_part_that_is_found_afterwards_is_added_to_what_was_found(village: Village) -> None:
    whole, part = split(village)
    taken(village, whole, StepKind.APPROVED)
    village.on(june(12))
    for event, tables in ((whole, 12), (part, 9)):
        taken(
            village,
            event,
            StepKind.CHECKED,
            outcome=Outcome.PERSUADED,
            words="两处办",
            figures=((TABLES, tables),),
        )
    joined(village, part, whole)
    card = card_of(village, whole)
    assert (card.state, card.outcome, three(card, TABLES)) == (EventState.REPORTED, None, (22, 12, 21))
    assert compared_of(card, TABLES).verdict is Verdict.OVER
    with pytest.raises(errors.StepNotAllowed):
        taken(village, whole, StepKind.CLOSED)
    over: dict[str, object] = {"outcome": Outcome.OVER, "words": "两处合起来超了"}
    found = taken(village, whole, StepKind.CHECKED, due_on=june(20), **over)
    assert (found.state, three(found, TABLES)) == (EventState.TO_FOLLOW, (22, 12, 21))


def test_a_second_look_at_a_part_becomes_a_check_of_the_whole(village: Village) -> None:
    whole, part = split(village)
    for event in (whole, part):
        taken(village, event, StepKind.APPROVED)
    village.on(june(12))
    taken(village, whole, StepKind.CHECKED, outcome=Outcome.WITHIN, figures=((TABLES, 12),))
    over: dict[str, object] = {"outcome": Outcome.OVER, "due_on": june(20)}
    taken(village, part, StepKind.CHECKED, figures=((TABLES, 12),), **over)
    joined(village, part, whole)
    card = card_of(village, whole)
    assert (card.state, card.outcome, card.due_on) == (EventState.TO_CHECK, None, None)
    assert due(village, 12) == [(ReminderKind.CHECK.value, 14, False)]


def test_an_approval_of_one_part_does_not_hide_that_the_whole_is_over(village: Village) -> None:
    whole, part = split(village)
    taken(village, whole, StepKind.APPROVED)
    joined(village, part, whole)
    card = card_of(village, whole)
    assert (three(card, TABLES), compared_of(card, TABLES).verdict) == ((22, 12, None), Verdict.OVER)
    with village.read() as scope:
        assert [row.verdict for row in events(scope) if row.id == whole.id] == [Verdict.OVER]


def test_a_part_found_early_does_not_hide_that_the_whole_is_over(village: Village) -> None:
    whole, part = split(village)
    village.on(june(8))
    found: dict[str, object] = {"outcome": Outcome.WITHIN, "words": "先办一处"}
    taken(village, part, StepKind.CHECKED, figures=((TABLES, 10),), **found)
    joined(village, part, whole)
    assert compared_of(card_of(village, whole), TABLES).verdict is Verdict.OVER


def test_a_closed_feast_keeps_its_parts(village: Village) -> None:
    whole, part = split(village)
    joined(village, part, whole)
    taken(village, whole, StepKind.APPROVED)
    village.on(june(12))
    taken(village, whole, StepKind.CHECKED, outcome=Outcome.OVER)
    closed = taken(village, whole, StepKind.CLOSED)
    with pytest.raises(errors.StepNotAllowed) as refused:
        taken(village, part, StepKind.WITHDRAWN, words="并错了")
    assert refused.value.params["number"] == whole.number
    assert card_of(village, whole) == closed


def test_a_part_that_is_withdrawn_counts_no_more(village: Village) -> None:
    whole, part = split(village)
    joined(village, part, whole)
    with pytest.raises(errors.HasParts):
        taken(village, whole, StepKind.WITHDRAWN, words="不办了")
    assert taken(village, part, StepKind.WITHDRAWN, words="只办一处").state is EventState.WITHDRAWN
    card = card_of(village, whole)
    assert (card.joined, three(card, TABLES), card.held_on) == ((), (12, None, None), june(11))
    assert taken(village, whole, StepKind.WITHDRAWN, words="不办了").state is EventState.WITHDRAWN


def test_feasts_of_two_houses_are_one_only_when_hosted_together(village: Village) -> None:
    whole = reported(village)
    other = reported(village, household_id=3)
    with pytest.raises(errors.NotOneFeast):
        joined(village, other, whole)
    together = reported(village, household_id=3, family="王建国家")
    assert joined(village, together, whole).state is EventState.JOINED


@pytest.mark.parametrize("wrong", ["itself", "another kind", "joined", "withdrawn", "with parts"])
def test_what_cannot_be_joined_is_refused(village: Village, wrong: str) -> None:
    whole, part = split(village)
    third = reported(village, june(9))
    funeral = reported(village, june(9), kind=EventKind.FUNERAL)
    refusals: dict[str, tuple[EventCard, EventCard, type[UserError]]] = {
        "itself": (whole, whole, errors.NotOneFeast),
        "another kind": (funeral, whole, errors.NotOneFeast),
        "joined": (third, part, errors.OtherNotOpen),
        "withdrawn": (whole, third, errors.OtherNotOpen),
        "with parts": (whole, third, errors.HasParts),
    }
    moved, into, refusal = refusals[wrong]
    if wrong in ("joined", "with parts"):
        joined(village, part, whole)
    if wrong == "withdrawn":
        taken(village, third, StepKind.WITHDRAWN, words="不办了")
    with pytest.raises(refusal):
        joined(village, moved, into)


def test_two_events_on_one_day_at_one_place_are_named(village: Village) -> None:
    first = reported(village, place="村文化广场")
    reported(village, place="王家院子")
    gone = reported(village, place="村文化广场", household_id=3)
    taken(village, gone, StepKind.WITHDRAWN, words="不办了")
    reported(village, june(12), place="村文化广场")
    late = reported(
        village,
        june(13),
        household_id=3,
        days=(DayPlace(june(11), "村 文化 广场（东头）"), DayPlace(june(12), "")),
    )
    wanted = (DayPlace(june(11), " 村文化广场"), DayPlace(june(12), ""), DayPlace(june(13), "村文化广场"))
    with village.read() as scope:
        (clash,) = clashes(scope, wanted)
        assert clashes(scope, wanted, first.id) == ()
        (other,) = clashes(scope, (DayPlace(june(11), "村文化广场(东头)"),))
    assert (clash.event_id, clash.held_on, clash.head_name) == (first.id, june(11), "王建国")
    assert other.event_id == late.id


def test_parts_of_one_feast_do_not_clash(village: Village) -> None:
    whole, part = (reported(village, june(11), place="村文化广场") for _ in range(2))
    joined(village, part, whole)
    with village.read() as scope:
        assert [one.event_id for one in clashes(scope, whole.days)] == [whole.id]
        for own in (whole, part):
            assert clashes(scope, whole.days, own.id) == ()


def due(village: Village, day: int) -> list[tuple[str, int, bool]]:
    with village.read() as scope:
        return [(one.kind.value, one.day.day, one.late) for one in due_steps(scope, june(day))]


def test_a_wedding_is_reminded_of_before_on_the_day_and_until_it_is_checked(village: Village) -> None:
    event = reported(village, june(11))
    taken(village, event, StepKind.APPROVED)
    before, on_the_day, check = (
        ReminderKind.BEFORE.value,
        ReminderKind.ON_THE_DAY.value,
        ReminderKind.CHECK.value,
    )
    assert {day: due(village, day) for day in (7, 8, 10, 11, 12, 14, 15)} == {
        7: [],
        8: [(before, 11, False)],
        10: [(before, 11, False)],
        11: [(on_the_day, 11, False)],
        12: [(check, 14, False)],
        14: [(check, 14, False)],
        15: [(check, 14, True)],
    }
    village.on(june(12))
    taken(village, event, StepKind.CHECKED, outcome=Outcome.OVER, due_on=june(20))
    assert {day: due(village, day) for day in (16, 17, 20, 21)} == {
        16: [],
        17: [(ReminderKind.FOLLOW.value, 20, False)],
        20: [(ReminderKind.FOLLOW.value, 20, False)],
        21: [(ReminderKind.FOLLOW.value, 20, True)],
    }
    taken(village, event, StepKind.FOLLOWED, outcome=Outcome.SETTLED)
    assert due(village, 21) == []


def test_what_is_over_is_not_reminded_of(village: Village) -> None:
    whole, part = split(village)
    joined(village, part, whole)
    gone = reported(village, june(9))
    taken(village, gone, StepKind.WITHDRAWN, words="不办了")
    with village.read() as scope:
        assert {one.event_id for day in range(1, 20) for one in due_steps(scope, june(day))} == {whole.id}
        assert [one.day.day for one in due_steps(scope, june(8))] == [8]
        assert due_steps(scope, june(9)) == ()


def test_the_log_names_the_steps(village: Village) -> None:
    village.on(june(2))
    event = reported(village, kind=EventKind.HOUSE)
    village.on(june(3))
    taken(village, event, StepKind.APPROVED, figures=((TABLES, 3),))
    village.on(june(4))
    taken(village, event, StepKind.CHANGED, words="改期", days=(DayPlace(june(20)),))
    with village.read() as scope:
        told = [sentence(row) for row in log_page(scope, most=3).rows]
    assert told == ["红白事：改期改计划", "红白事：同意操办", "报备乔迁"]


def test_a_list_takes_as_many_statements_for_many_events_as_for_few(village: Village) -> None:
    seen: list[str] = []
    with village.read() as scope:
        engine = scope.session.get_bind()
    listening.listen(
        engine, "before_cursor_execute", lambda _c, _cur, statement, *_rest: seen.append(statement)
    )
    counted = []
    for many in (1, 6):
        for _ in range(many):
            taken(village, reported(village, figures=((TABLES, 9),)), StepKind.APPROVED)
        with village.read() as scope:
            seen.clear()
            events(scope)
            counted.append(len(seen))
    assert counted[0] == counted[1]
