from collections.abc import Iterable
from datetime import date

from sqlalchemy import select

from passbook_desk.db.store import Scope
from passbook_desk.features.events.course.kinds import DayPlace, EventState
from passbook_desk.features.events.course.reading import courses
from passbook_desk.features.events.course.rules import reminders, same_place, state_on
from passbook_desk.features.events.course.values import Clash, Course, DueStep
from passbook_desk.features.events.model import RiteEvent
from passbook_desk.features.events.values import EventKind
from passbook_desk.features.households.queries import heads_by_household


def due_steps(scope: Scope, today: date) -> tuple[DueStep, ...]:
    """What is due for the village's events on a day, the earliest first; see `rules.reminders`."""
    found = [
        DueStep(event.id, event.number, EventKind(event.kind), head, kind, day, day < today)
        for event, head, course in _events(scope)
        for kind, day in reminders(course.standing, today)
    ]
    return tuple(sorted(found, key=lambda due: (due.day, due.number)))


def clashes(scope: Scope, days: Iterable[DayPlace], except_event: int | None = None) -> tuple[Clash, ...]:
    """Other events that take place on one of the days at the same place; the clerk decides.

    Withdrawn events do not count, nor does what is joined with `except_event` into one.
    """
    wanted = tuple(days)
    found = []
    for event, head, course in _events(scope):
        state = state_on(course.standing, scope.today)
        own = event.id == except_event or any(part.id == except_event for part in course.joined)
        if own or state in (EventState.WITHDRAWN, EventState.JOINED):
            continue
        found += [
            Clash(event.id, event.number, EventKind(event.kind), head, there.held_on, there.place)
            for there in course.standing.days
            if any(here.held_on == there.held_on and same_place(here.place, there.place) for here in wanted)
        ]
    return tuple(sorted(found, key=lambda clash: (clash.held_on, clash.number)))


def _events(scope: Scope) -> list[tuple[RiteEvent, str, Course]]:
    every, heads = courses(scope), heads_by_household(scope)
    rows = scope.session.scalars(
        select(RiteEvent).where(RiteEvent.village_id == scope.village_id).order_by(RiteEvent.id)
    )
    return [(row, heads.get(row.household_id, ""), every[row.id]) for row in rows]
