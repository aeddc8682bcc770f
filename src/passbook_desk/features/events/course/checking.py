"""Refusing steps that cannot be. What is over a limit or late is never refused, only said."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from passbook_desk.features.events.course.errors import (
    NotHeldYet,
    NothingChanged,
    OutcomeDoesNotFit,
    ReferenceMissing,
    SecondLookDoesNotFit,
    StepInFuture,
    StepNotAllowed,
    StepTakesNoDays,
    StepTakesNoFigures,
    StepTakesNoOther,
    StepTooOld,
    TooManyDays,
    WhoMissing,
    WordsForUnapproved,
    WordsMissing,
    WrongGuests,
)
from passbook_desk.features.events.course.kinds import (
    CHECK_OUTCOMES,
    FOLLOW_OUTCOMES,
    DayPlace,
    Outcome,
    StepKind,
)
from passbook_desk.features.events.course.rules import allowed_steps, stage_of, state_on
from passbook_desk.features.events.course.values import Course, TakeStep
from passbook_desk.features.events.errors import TextTooLong
from passbook_desk.features.events.rules import MOST_CHARACTERS, MOST_DAYS_AWAY, check_figures, check_held_on

MOST_DAYS: Final = 31
"""Days and venues of one event; more is a wrong month typed."""

MOST_GUESTS: Final = 100_000
_NEED_REFERENCE: Final = frozenset({StepKind.APPROVED, StepKind.REFUSED, StepKind.FILED, StepKind.CLOSED})
_NEED_WORDS: Final = frozenset({StepKind.OPINION, StepKind.REFUSED, StepKind.CHANGED, StepKind.WITHDRAWN})
_NEED_WHO: Final = frozenset({StepKind.VISITED, StepKind.CHECKED, StepKind.FOLLOWED})


def days_of(days: Iterable[DayPlace]) -> tuple[DayPlace, ...]:
    """Days and venues in order, each once, without spaces around the venue."""
    return tuple(sorted({DayPlace(day.held_on, day.place.strip()) for day in days}))


def every_day(first: date, last: date, place: str) -> tuple[DayPlace, ...]:
    """All days from the first to the last at one place, no more of them than `check_days` refuses."""
    count = min((last - first).days, MOST_DAYS) + 1
    return tuple(DayPlace(first + timedelta(days=later), place) for later in range(count))


def check_days(days: tuple[DayPlace, ...], today: date) -> None:
    """Raises TooManyDays, HeldDateTooFar, TextTooLong."""
    if len(days) > MOST_DAYS:
        raise TooManyDays(field="days", most=MOST_DAYS)
    for day in days:
        check_held_on(day.held_on, today)
        if len(day.place) > MOST_CHARACTERS:
            raise TextTooLong(field="place", most=MOST_CHARACTERS)


def check_step(command: TakeStep, done_on: date, course: Course, today: date) -> None:
    """Whether a step may be recorded now. The council decides on paper: its steps need the minutes' number.

    Raises StepNotAllowed, StepInFuture, StepTooOld, ReferenceMissing, WordsMissing, WhoMissing,
    NothingChanged, NotHeldYet, WordsForUnapproved, OutcomeDoesNotFit, SecondLookDoesNotFit, WrongGuests,
    StepTakesNoFigures, StepTakesNoDays, StepTakesNoOther and what `check_days` and `check_figures` raise.
    """
    state = state_on(course.standing, today)
    if command.kind not in allowed_steps(state):
        raise StepNotAllowed(field="kind", kind=command.kind, state=state, number=course.report.number)
    _check_day(done_on, course, today)
    _check_texts(command)
    _check_figures_and_days(command, today)
    if command.kind is StepKind.CHECKED:
        _check_visit(command, done_on, course)
    _check_outcome(command, done_on)
    if (command.kind is StepKind.JOINED) != (command.other_event_id is not None):
        raise StepTakesNoOther(field="other_event_id", kind=command.kind)


def _check_day(done_on: date, course: Course, today: date) -> None:
    if done_on > today:
        raise StepInFuture(field="done_on", day=done_on, today=today)
    if done_on < course.report.reported_on - timedelta(days=MOST_DAYS_AWAY):
        raise StepTooOld(field="done_on", day=done_on, reported_on=course.report.reported_on)


def _check_texts(command: TakeStep) -> None:
    for field in ("who", "words", "reference"):
        if len(getattr(command, field).strip()) > MOST_CHARACTERS:
            raise TextTooLong(field=field, most=MOST_CHARACTERS)
    if command.kind in _NEED_REFERENCE and not command.reference.strip():
        raise ReferenceMissing(field="reference", kind=command.kind)
    if command.kind in _NEED_WORDS and not command.words.strip():
        raise WordsMissing(field="words", kind=command.kind)
    if command.kind in _NEED_WHO and not command.who.strip():
        raise WhoMissing(field="who", kind=command.kind)


def _check_figures_and_days(command: TakeStep, today: date) -> None:
    if command.figures and stage_of(command.kind) is None:
        raise StepTakesNoFigures(field="figures", kind=command.kind)
    check_figures(command.figures)
    if command.guests is not None and not 0 <= command.guests <= MOST_GUESTS:
        raise WrongGuests(field="guests", guests=command.guests, most=MOST_GUESTS)
    if command.kind is not StepKind.CHANGED:
        if command.days:
            raise StepTakesNoDays(field="days", kind=command.kind)
        return
    if not command.days and not command.figures:
        raise NothingChanged(field="days")
    check_days(days_of(command.days), today)


def _check_visit(command: TakeStep, done_on: date, course: Course) -> None:
    holds = course.standing
    if done_on < holds.first_on:
        raise NotHeldYet(field="done_on", day=done_on, first=holds.first_on)
    if holds.decision is not StepKind.APPROVED and not holds.checked and not command.words.strip():
        raise WordsForUnapproved(field="words")


def _check_outcome(command: TakeStep, done_on: date) -> None:
    fitting: dict[StepKind, frozenset[Outcome]] = {
        StepKind.CHECKED: CHECK_OUTCOMES,
        StepKind.FOLLOWED: FOLLOW_OUTCOMES,
    }
    allowed = fitting.get(command.kind)
    if (allowed is None) != (command.outcome is None) or (allowed and command.outcome not in allowed):
        raise OutcomeDoesNotFit(field="outcome", kind=command.kind)
    wanting = (Outcome.PERSUADED, Outcome.OVER, Outcome.OPEN)
    if command.due_on is not None and (command.outcome not in wanting or command.due_on < done_on):
        raise SecondLookDoesNotFit(field="due_on")
