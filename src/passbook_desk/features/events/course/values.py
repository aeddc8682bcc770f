from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from passbook_desk.features.events.course.kinds import DayPlace, Outcome, ReminderKind, StepKind
from passbook_desk.features.events.values import EventKind, EventName, Measure, StepTaken

Figures = Mapping[Measure, int]
"""A set of figures of one stage, each in its measure's unit."""


@dataclass(frozen=True, slots=True)
class TakeStep:
    """A step as it is told. `uid` is made when the form opens (DECISIONS 15); `done_on` None is today.

    `figures` are the new declared ones of a change, those the council approved, or those a check found: a
    whole set, which takes the place of the earlier set of its stage. `days` are all days of a changed event.
    """

    uid: str
    event_id: int
    kind: StepKind
    done_on: date | None = None
    who: str = ""
    words: str = ""
    reference: str = ""
    outcome: Outcome | None = None
    due_on: date | None = None
    guests: int | None = None
    figures: tuple[tuple[Measure, int], ...] = ()
    days: tuple[DayPlace, ...] = ()
    other_event_id: int | None = None


@dataclass(frozen=True, slots=True)
class Reported:
    """What an event was reported with, as far as its course depends on it."""

    id: int
    number: str
    reported_on: date
    days: tuple[DayPlace, ...]
    figures: Figures


@dataclass(frozen=True, slots=True)
class Standing:
    """What holds of an event after its steps, whatever day it is.

    `decision` is the council's on the plan as it is now: APPROVED, REFUSED, or None while it has to decide.
    `approved` is None until the council approved something, `actual` until somebody has looked. `due_on` is
    the day of an open second look. `joined_into` is the event that took this one in.
    """

    days: tuple[DayPlace, ...]
    declared: Figures
    approved: Figures | None = None
    actual: Figures | None = None
    decision: StepKind | None = None
    checked: bool = False
    outcome: Outcome | None = None
    due_on: date | None = None
    filed: bool = False
    pledged: bool = False
    joined_into: int | None = None
    ended: StepKind | None = None

    @property
    def first_on(self) -> date:
        """The first day of the event."""
        return self.days[0].held_on

    @property
    def last_on(self) -> date:
        """The last day of the event."""
        return self.days[-1].held_on


@dataclass(frozen=True, slots=True)
class Course:
    """An event's report, its steps, the events joined into it, and what holds after all of it."""

    report: Reported
    steps: tuple[StepTaken, ...]
    standing: Standing
    joined: tuple[EventName, ...]


@dataclass(frozen=True, slots=True)
class DueStep:
    """Something that is due for an event: `day` is the day it is due on, `late` when that day is over."""

    event_id: int
    number: str
    event_kind: EventKind
    head_name: str
    kind: ReminderKind
    day: date
    late: bool


@dataclass(frozen=True, slots=True)
class Clash:
    """Another event on the same day at the same place."""

    event_id: int
    number: str
    event_kind: EventKind
    head_name: str
    held_on: date
    place: str
