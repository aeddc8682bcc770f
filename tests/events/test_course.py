"""What comes after the report: decisions on paper, visits, changes, closing."""

from datetime import date
from pathlib import Path

import pytest

from builders.events import card_of, compared_of, events_village, reported, taken, three
from builders.village import Village
from passbook_desk.features.events.cases import HostingCase
from passbook_desk.features.events.course import errors
from passbook_desk.features.events.course.commands import take_step
from passbook_desk.features.events.course.kinds import (
    LAST_STEPS,
    DayPlace,
    EventState,
    Outcome,
    Stage,
    StepKind,
)
from passbook_desk.features.events.course.rules import allowed_steps
from passbook_desk.features.events.course.values import TakeStep
from passbook_desk.features.events.errors import FigureTwice, HeldDateTooFar, TextTooLong, UnknownEvent
from passbook_desk.features.events.queries import event_card, events
from passbook_desk.features.events.values import EventCard, EventKind, Measure, Verdict
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.errors import UserError
from passbook_desk.kernel.ids import new_uid

JUNE_11, JUNE_12, JUNE_20 = date(2026, 6, 11), date(2026, 6, 12), date(2026, 6, 20)
TABLES, PER_TABLE = Measure.TABLES, Measure.PER_TABLE


@pytest.fixture
def village(tmp_path: Path) -> Village:
    """Three households and the starter standard: 20 tables, 300 yuan; today is 2026-06-01."""
    return events_village(tmp_path)


def held(village: Village) -> EventCard:
    """A wedding of 18 tables that was approved with 15; today is the day after."""
    event = reported(village)
    taken(village, event, StepKind.APPROVED, figures=((TABLES, 15),))
    village.on(JUNE_12)
    return card_of(village, event)


def checked(village: Village, tables: int = 16, **more: object) -> EventCard:
    """That wedding, looked at: more tables than the council had agreed to."""
    found = {"outcome": Outcome.PERSUADED, "figures": ((TABLES, tables),), **more}
    return taken(village, held(village), StepKind.CHECKED, **found)


def test_a_wedding_goes_its_way_from_report_to_closing(village: Village) -> None:
    event = reported(village)
    states = [event.state]
    taken(village, event, StepKind.OPINION, words="从简办理")
    taken(village, event, StepKind.VISITED, words="劝减三桌")
    states.append(taken(village, event, StepKind.PLEDGED).state)
    states.append(taken(village, event, StepKind.APPROVED).state)
    for day in (JUNE_11, JUNE_12):
        village.on(day)
        states.append(card_of(village, event).state)
    states.append(taken(village, event, StepKind.CHECKED, outcome=Outcome.WITHIN).state)
    card = taken(village, event, StepKind.CLOSED)
    assert [*states, card.state] == [
        EventState.REPORTED,
        EventState.REPORTED,
        EventState.APPROVED,
        EventState.UNDER_WAY,
        EventState.TO_CHECK,
        EventState.CHECKED,
        EventState.CLOSED,
    ]
    assert [step.number for step in card.steps] == [1, 2, 3, 4, 5, 6]
    assert [step.reference for step in card.steps if step.kind is StepKind.APPROVED] == ["2026-7"]
    assert card.pledge_signed
    assert {step.recorder for step in card.steps} == {"刘文书"}
    with village.read() as scope:
        (row,) = events(scope)
        assert (row.state, row.outcome) == (EventState.CLOSED, Outcome.WITHIN)


def test_planned_approved_and_found_stand_side_by_side(village: Village) -> None:
    card = checked(village, 22)
    assert three(card, TABLES) == (18, 15, 22)
    assert three(card, PER_TABLE) == (280, 280, None)
    found = compared_of(card, TABLES)
    assert (found.limit, found.verdict, found.over_plan) == (20, Verdict.OVER, True)
    assert (compared_of(card, PER_TABLE).verdict, compared_of(card, PER_TABLE).over_plan) == (
        Verdict.NEAR,
        False,
    )
    assert [(figure.measure, figure.declared) for figure in card.figures if figure.declared] == [
        (TABLES, 18),
        (PER_TABLE, 280),
    ]
    with village.read() as scope:
        (row,) = events(scope)
        assert (row.tables, row.actual_tables, row.verdict) == (18, 22, Verdict.OVER)


def test_an_approval_without_figures_agrees_to_the_plan(village: Village) -> None:
    card = taken(village, reported(village), StepKind.APPROVED)
    assert three(card, TABLES) == (18, 18, None)
    assert card.steps[0].stage is None


def test_a_later_check_takes_the_place_of_the_earlier_one_which_stays_readable(village: Village) -> None:
    card = taken(
        village, checked(village, 16), StepKind.CHECKED, outcome=Outcome.OVER, figures=((TABLES, 21),)
    )
    assert three(card, TABLES) == (18, 15, 21)
    assert card.outcome is Outcome.OVER
    said = [(step.stage, step.figures) for step in card.steps if step.figures]
    assert said == [
        (Stage.APPROVED, ((TABLES, 15),)),
        (Stage.ACTUAL, ((TABLES, 16),)),
        (Stage.ACTUAL, ((TABLES, 21),)),
    ]


def test_a_refused_host_changes_the_plan_and_is_approved(village: Village) -> None:
    event = reported(village, figures=((TABLES, 30),))
    refused = taken(village, event, StepKind.REFUSED, words="超过二十桌")
    assert refused.state is EventState.REFUSED
    changed = taken(village, event, StepKind.CHANGED, words="听劝减桌", figures=((TABLES, 20),))
    assert (changed.state, three(changed, TABLES)) == (EventState.REPORTED, (20, None, None))
    approved = taken(village, event, StepKind.APPROVED)
    assert (approved.state, three(approved, TABLES)) == (EventState.APPROVED, (20, 20, None))


@pytest.mark.parametrize(
    ("figures", "state"),
    [
        (((TABLES, 15), (PER_TABLE, 280)), EventState.APPROVED),
        (((TABLES, 12),), EventState.APPROVED),
        (((TABLES, 16), (PER_TABLE, 280)), EventState.REPORTED),
        (((TABLES, 15), (Measure.CARS, 6)), EventState.REPORTED),
    ],
)
def test_who_asks_for_more_than_was_approved_asks_the_council_again(
    village: Village, figures: tuple[tuple[Measure, int], ...], state: EventState
) -> None:
    event = reported(village)
    taken(village, event, StepKind.APPROVED, figures=((TABLES, 15),))
    assert taken(village, event, StepKind.CHANGED, words="改计划", figures=figures).state is state


def test_an_approval_does_not_hide_that_a_later_plan_is_over(village: Village) -> None:
    event = reported(village)
    taken(village, event, StepKind.APPROVED, figures=((TABLES, 15),))
    card = taken(village, event, StepKind.CHANGED, words="添了亲戚", figures=((TABLES, 24),))
    assert (three(card, TABLES), compared_of(card, TABLES).verdict) == ((24, 15, None), Verdict.OVER)
    with village.read() as scope:
        assert [row.verdict for row in events(scope)] == [Verdict.OVER]


def test_a_postponed_wedding_keeps_its_approval_and_its_old_day(village: Village) -> None:
    event = reported(village, place="村文化广场")
    taken(village, event, StepKind.APPROVED)
    days = (DayPlace(JUNE_20, "村文化广场"),)
    card = taken(village, event, StepKind.CHANGED, words="下大雨", days=days)
    assert (card.held_on, card.planned_on, card.days) == (JUNE_20, JUNE_11, days)
    assert (card.state, card.deadline.days_ahead) == (EventState.APPROVED, 19)
    village.on(JUNE_12)
    assert card_of(village, event).state is EventState.APPROVED
    with village.read() as scope:
        (row,) = events(scope)
        assert (row.held_on, row.last_on, row.place) == (JUNE_20, JUNE_20, "村文化广场")


@pytest.mark.parametrize(
    ("kind", "on", "to", "days_ahead", "late"),
    [
        (EventKind.WEDDING, date(2026, 12, 31), date(2027, 1, 6), 8, False),
        (EventKind.WEDDING, date(2027, 1, 10), date(2027, 1, 4), 6, True),
        (EventKind.WEDDING, date(2027, 1, 4), date(2027, 3, 1), 62, False),
        (EventKind.FUNERAL, date(2026, 12, 30), date(2026, 12, 22), -7, False),
        (EventKind.FUNERAL, date(2026, 12, 30), date(2026, 12, 21), -8, True),
        (EventKind.FUNERAL, date(2026, 12, 20), date(2026, 12, 30), 1, False),
        (EventKind.HOUSE, date(2026, 12, 31), date(2027, 1, 5), 7, False),
    ],
)
def test_a_deadline_is_judged_from_the_day_of_report_to_the_day_as_it_is_now(
    village: Village, kind: EventKind, on: date, to: date, days_ahead: int, late: bool
) -> None:
    village.on(date(2026, 12, 29))
    event = reported(village, on, kind=kind)
    village.on(date(2026, 12, 30))
    card = taken(village, event, StepKind.CHANGED, words="改日子", days=(DayPlace(to),))
    assert (card.deadline.days_ahead, card.deadline.late) == (days_ahead, late)
    with village.read() as scope:
        assert [row.late for row in events(scope)] == [late]


def test_a_funeral_is_approved_and_looked_at_after_it_was_held(village: Village) -> None:
    event = reported(village, date(2026, 5, 30), kind=EventKind.FUNERAL)
    assert event.state is EventState.REPORTED
    assert taken(village, event, StepKind.APPROVED).state is EventState.TO_CHECK
    card = taken(village, event, StepKind.CHECKED, outcome=Outcome.WITHIN, done_on=date(2026, 5, 30))
    assert taken(village, card, StepKind.CLOSED).state is EventState.CLOSED


def test_what_nobody_approved_is_looked_at_all_the_same_with_a_word(village: Village) -> None:
    event = reported(village)
    village.on(JUNE_12)
    with pytest.raises(errors.WordsForUnapproved):
        taken(village, event, StepKind.CHECKED, outcome=Outcome.OVER)
    card = taken(village, event, StepKind.CHECKED, outcome=Outcome.OVER, words="没等批就办了")
    assert (card.state, three(card, TABLES)) == (EventState.CHECKED, (18, None, None))


def test_over_the_limit_gets_a_second_look_before_it_can_be_closed(village: Village) -> None:
    card = checked(village, 22, outcome=Outcome.OVER, due_on=JUNE_20)
    assert (card.state, card.due_on) == (EventState.TO_FOLLOW, JUNE_20)
    with pytest.raises(errors.StepNotAllowed):
        taken(village, card, StepKind.CLOSED)
    later = date(2026, 6, 25)
    card = taken(village, card, StepKind.FOLLOWED, outcome=Outcome.OPEN, due_on=later)
    assert (card.state, card.due_on) == (EventState.TO_FOLLOW, later)
    assert taken(village, card, StepKind.FOLLOWED, outcome=Outcome.OPEN).due_on == later
    card = taken(village, card, StepKind.FOLLOWED, outcome=Outcome.SETTLED)
    assert (card.state, card.due_on, card.outcome) == (EventState.CHECKED, None, Outcome.OVER)
    assert taken(village, card, StepKind.CLOSED).state is EventState.CLOSED


@pytest.mark.parametrize(
    ("declared", "approved", "actual", "saving"),
    [
        (((TABLES, 20), (PER_TABLE, 300)), (), ((TABLES, 15), (PER_TABLE, 260)), 6000 - 3900),
        (((TABLES, 20), (PER_TABLE, 300)), ((PER_TABLE, 280),), ((TABLES, 15),), 6000 - 4200),
        (((TABLES, 20), (PER_TABLE, 300)), (), ((TABLES, 15),), 6000 - 4500),
        (((TABLES, 20), (PER_TABLE, 300)), (), ((TABLES, 25),), 0),
        (((TABLES, 20), (Measure.PER_TABLE_FOOD, 200)), (), ((TABLES, 18),), 400),
        (((TABLES, 20),), (), ((TABLES, 15), (PER_TABLE, 260)), None),
        (((PER_TABLE, 300),), (), ((TABLES, 15),), None),
        (((TABLES, 20), (PER_TABLE, 300)), (), ((PER_TABLE, 260),), None),
    ],
)
def test_what_was_saved_is_the_plan_less_what_was_found(
    village: Village,
    declared: tuple[tuple[Measure, int], ...],
    approved: tuple[tuple[Measure, int], ...],
    actual: tuple[tuple[Measure, int], ...],
    saving: int | None,
) -> None:
    event = reported(village, figures=declared)
    taken(village, event, StepKind.APPROVED, figures=approved)
    village.on(JUNE_11)
    assert card_of(village, event).saving is None
    card = taken(village, event, StepKind.CHECKED, outcome=Outcome.WITHIN, figures=actual)
    assert card.saving == saving


def test_an_event_of_several_days_is_under_way_until_the_last(village: Village) -> None:
    days = (DayPlace(JUNE_12, "村文化广场"), DayPlace(date(2026, 6, 9), "女方家"))
    event = reported(village, place=" 王家院子 ", days=days)
    assert [day.place for day in event.days] == ["女方家", "王家院子", "村文化广场"]
    assert (event.held_on, event.planned_on, event.place) == (days[1].held_on, days[1].held_on, "女方家")
    assert event.deadline.days_ahead == 8
    taken(village, event, StepKind.APPROVED)
    states = []
    for day in (8, 9, 10, 12, 13):
        village.on(date(2026, 6, day))
        states.append(card_of(village, event).state)
    assert states == [
        EventState.APPROVED,
        EventState.UNDER_WAY,
        EventState.UNDER_WAY,
        EventState.UNDER_WAY,
        EventState.TO_CHECK,
    ]


def test_the_report_names_both_families_the_couple_and_whom_they_invite(village: Village) -> None:
    card = reported(
        village,
        hosting_case=HostingCase.JOINT,
        family=" 柳溪镇张家 ",
        persons="王小明、张丽",
        invited="三代以内",
    )
    assert (card.family, card.persons, card.invited) == ("柳溪镇张家", "王小明、张丽", "三代以内")


def test_a_member_host_needs_the_townships_number_which_is_only_said(village: Village) -> None:
    event = reported(village, household_id=2)
    assert event.needs_filing
    assert taken(village, event, StepKind.APPROVED).needs_filing
    assert not taken(village, event, StepKind.FILED, reference="柳溪备〔2026〕3 号").needs_filing
    assert not reported(village).needs_filing


def test_what_is_withdrawn_or_closed_has_no_further_step(village: Village) -> None:
    closed = taken(village, checked(village), StepKind.CLOSED)
    withdrawn = taken(village, reported(village, JUNE_20), StepKind.WITHDRAWN, words="不办了")
    assert withdrawn.state is EventState.WITHDRAWN
    for event in (closed, withdrawn):
        for kind in StepKind:
            with pytest.raises(errors.StepNotAllowed):
                taken(village, event, kind)


def test_one_table_says_what_may_come_next() -> None:
    every = {kind for state in EventState for kind in allowed_steps(state)}
    assert every == set(StepKind) - {StepKind.PROPOSED}
    for state in EventState:
        may_end = allowed_steps(state) & LAST_STEPS
        assert bool(may_end) is (state not in (EventState.CLOSED, EventState.WITHDRAWN, EventState.TO_FOLLOW))


def test_sending_the_same_step_twice_takes_it_once(village: Village) -> None:
    event = reported(village)
    command = TakeStep(new_uid(), event.id, StepKind.APPROVED, reference="2026-7", figures=((TABLES, 15),))
    for _ in range(2):
        with village.write() as tx:
            card = take_step(tx, command)
            assert (Topic.EVENTS in tx.touched) is (_ == 0)
    assert len(card.steps) == 1
    with village.read() as scope:
        assert event_card(scope, event.id) == card


REFUSED = [
    (StepKind.APPROVED, {"reference": " "}, errors.ReferenceMissing, "reference"),
    (StepKind.REFUSED, {}, errors.WordsMissing, "words"),
    (StepKind.OPINION, {"words": " "}, errors.WordsMissing, "words"),
    (StepKind.CHANGED, {"days": (DayPlace(JUNE_20),)}, errors.WordsMissing, "words"),
    (StepKind.WITHDRAWN, {}, errors.WordsMissing, "words"),
    (StepKind.FILED, {"reference": ""}, errors.ReferenceMissing, "reference"),
    (StepKind.VISITED, {"who": ""}, errors.WhoMissing, "who"),
    (StepKind.CHANGED, {"words": "改"}, errors.NothingChanged, "days"),
    (StepKind.CHANGED, {"words": "改", "days": (DayPlace(date(2028, 1, 1)),)}, HeldDateTooFar, "held_on"),
    (
        StepKind.CHANGED,
        {
            "words": "改",
            "days": tuple(DayPlace(JUNE_20, str(number)) for number in range(32)),
        },
        errors.TooManyDays,
        "days",
    ),
    (StepKind.CHANGED, {"words": "改", "days": (DayPlace(JUNE_20, "村" * 201),)}, TextTooLong, "place"),
    (StepKind.APPROVED, {"done_on": date(2026, 6, 2)}, errors.StepInFuture, "done_on"),
    (StepKind.APPROVED, {"done_on": date(2025, 5, 30)}, errors.StepTooOld, "done_on"),
    (StepKind.APPROVED, {"words": "同" * 201}, TextTooLong, "words"),
    (StepKind.APPROVED, {"figures": ((TABLES, 1), (TABLES, 2))}, FigureTwice, "tables"),
    (StepKind.APPROVED, {"days": (DayPlace(JUNE_20),)}, errors.StepTakesNoDays, "days"),
    (StepKind.APPROVED, {"outcome": Outcome.WITHIN}, errors.OutcomeDoesNotFit, "outcome"),
    (StepKind.APPROVED, {"due_on": JUNE_20}, errors.SecondLookDoesNotFit, "due_on"),
    (StepKind.APPROVED, {"other_event_id": 1}, errors.StepTakesNoOther, "other_event_id"),
    (StepKind.APPROVED, {"guests": 100_001}, errors.WrongGuests, "guests"),
    (StepKind.PLEDGED, {"figures": ((TABLES, 1),)}, errors.StepTakesNoFigures, "figures"),
    (StepKind.JOINED, {}, errors.StepTakesNoOther, "other_event_id"),
    (StepKind.CHECKED, {"outcome": Outcome.WITHIN}, errors.NotHeldYet, "done_on"),
    (StepKind.FOLLOWED, {"outcome": Outcome.SETTLED}, errors.StepNotAllowed, "kind"),
    (StepKind.CLOSED, {}, errors.StepNotAllowed, "kind"),
]


@pytest.mark.parametrize(("kind", "more", "refusal", "field"), REFUSED)
def test_a_step_that_cannot_be_is_refused_and_nothing_is_kept(
    village: Village, kind: StepKind, more: dict[str, object], refusal: type[UserError], field: str
) -> None:
    event = reported(village)
    with pytest.raises(refusal) as refused:
        taken(village, event, kind, **more)
    assert refused.value.params["field"] == field
    assert card_of(village, event) == event


@pytest.mark.parametrize(
    ("more", "refusal"),
    [
        ({"outcome": None}, errors.OutcomeDoesNotFit),
        ({"outcome": Outcome.SETTLED}, errors.OutcomeDoesNotFit),
        ({"who": " "}, errors.WhoMissing),
        ({"guests": -1}, errors.WrongGuests),
        ({"done_on": date(2026, 6, 10)}, errors.NotHeldYet),
        ({"outcome": Outcome.WITHIN, "due_on": JUNE_20}, errors.SecondLookDoesNotFit),
        ({"outcome": Outcome.OVER, "due_on": JUNE_11}, errors.SecondLookDoesNotFit),
    ],
)
def test_a_check_that_cannot_be_is_refused(
    village: Village, more: dict[str, object], refusal: type[UserError]
) -> None:
    event = held(village)
    with pytest.raises(refusal):
        taken(village, event, StepKind.CHECKED, **{"outcome": Outcome.OVER, **more})
    assert card_of(village, event) == event


def test_a_step_of_an_unknown_event_is_refused(village: Village) -> None:
    with pytest.raises(UnknownEvent):
        taken(village, 9, StepKind.OPINION, words="好")
