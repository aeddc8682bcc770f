from collections.abc import Iterable
from datetime import date

from sqlalchemy import func, select

from passbook_desk.db.store import Scope
from passbook_desk.features.access.model import Operator
from passbook_desk.features.events.cases import HostingCase, Trait, case_from
from passbook_desk.features.events.course.reading import course_of, courses
from passbook_desk.features.events.course.rules import compared, newest, saving, state_on
from passbook_desk.features.events.course.values import Course
from passbook_desk.features.events.errors import BeforeStandard, NoStandardYet, UnknownEvent
from passbook_desk.features.events.model import RiteEvent, StandardLimit, StandardVersion
from passbook_desk.features.events.rules import deadline, judge, limits_for, subject_from, worst
from passbook_desk.features.events.values import (
    EventCard,
    EventKind,
    EventName,
    EventRow,
    LimitDraft,
    Measure,
    StandardRow,
)
from passbook_desk.features.households.queries import (
    heads_by_household,
    household,
    household_card,
    households,
)
from passbook_desk.features.households.secrets import phone_of


def standards(scope: Scope) -> tuple[StandardRow, ...]:
    """Every red-white standard the village has adopted, the newest first."""
    rows = scope.session.scalars(
        select(StandardVersion)
        .where(StandardVersion.village_id == scope.village_id)
        .order_by(StandardVersion.number.desc())
    ).all()
    return _standard_rows(scope, rows)


def standard_in_force(scope: Scope, day: date) -> StandardRow | None:
    """The standard that held on a day; of two that begin on the same day the later one."""
    row = scope.session.scalar(
        select(StandardVersion)
        .where(StandardVersion.village_id == scope.village_id, StandardVersion.effective_from <= day)
        .order_by(StandardVersion.number.desc())
        .limit(1)
    )
    return None if row is None else _standard_rows(scope, (row,))[0]


def standard_for(scope: Scope, held_on: date) -> StandardRow:
    """The standard for an event reported today: that of the day of report, or of the event if it is over.

    Raises NoStandardYet, BeforeStandard.
    """
    day = min(held_on, scope.today)
    standard = standard_in_force(scope, day)
    if standard is not None:
        return standard
    first = scope.session.scalar(
        select(func.min(StandardVersion.effective_from)).where(StandardVersion.village_id == scope.village_id)
    )
    if first is None:
        raise NoStandardYet(field="held_on")
    raise BeforeStandard(field="held_on", day=day, first=first)


def suggested_case(scope: Scope, household_id: int) -> HostingCase:
    """MEMBER when anybody in the household is a party member, probationary included, else ORDINARY.

    Raises UnknownHousehold.
    """
    people = household_card(scope, household_id).people
    member = any(person.party_kind is not None for person in people)
    return HostingCase.MEMBER if member else HostingCase.ORDINARY


def events(scope: Scope, year: int | None = None) -> tuple[EventRow, ...]:
    """Events of a year of report, or all, as they stand today, the latest event first."""
    statement = select(RiteEvent).where(RiteEvent.village_id == scope.village_id)
    if year is not None:
        statement = statement.where(
            RiteEvent.reported_on >= date(year, 1, 1), RiteEvent.reported_on <= date(year, 12, 31)
        )
    found = scope.session.scalars(statement.order_by(RiteEvent.id.desc())).all()
    limits = _limits_of(scope, {row.standard_version_id for row in found})
    every = courses(scope)
    heads = heads_by_household(scope)
    codes = {row.id: row.code for row in households(scope)}
    rows = [
        _row(
            scope,
            row,
            every[row.id],
            limits.get(row.standard_version_id, ()),
            codes.get(row.household_id, ""),
            heads.get(row.household_id, ""),
        )
        for row in found
    ]
    return tuple(sorted(rows, key=lambda row: row.held_on, reverse=True))


def _row(
    scope: Scope, row: RiteEvent, course: Course, limits: Iterable[LimitDraft], code: str, head: str
) -> EventRow:
    kind, case, holds = EventKind(row.kind), case_from(row.hosting_case), course.standing
    lines = limits_for(limits, kind, case)
    return EventRow(
        id=row.id,
        number=row.number,
        kind=kind,
        hosting_case=case,
        household_code=code,
        head_name=head,
        matter=row.matter,
        held_on=holds.first_on,
        reported_on=row.reported_on,
        place=holds.days[0].place,
        tables=holds.declared.get(Measure.TABLES),
        verdict=worst(judge(newest(holds), lines)),
        late=deadline(kind, holds.first_on, row.reported_on, lines).late,
        household_id=row.household_id,
        state=state_on(holds, scope.today),
        outcome=holds.outcome,
        actual_tables=(holds.actual or {}).get(Measure.TABLES),
        last_on=holds.last_on,
        due_on=holds.due_on,
    )


def event_card(scope: Scope, event_id: int) -> EventCard:
    """One event against the standard it was reported under; the head is that of the day of report.

    Raises UnknownEvent.
    """
    row = scope.session.scalar(
        select(RiteEvent).where(RiteEvent.village_id == scope.village_id, RiteEvent.id == event_id)
    )
    if row is None:
        raise UnknownEvent(field="event", event=event_id)
    return _card(scope, row)


def event_by_number(scope: Scope, number: str) -> EventCard:
    """The event "2026-003", or by its plain id. Raises UnknownEvent."""
    row = scope.session.scalar(
        select(RiteEvent).where(RiteEvent.village_id == scope.village_id, RiteEvent.number == number.strip())
    )
    if row is not None:
        return _card(scope, row)
    if number.strip().isascii() and number.strip().isdigit() and len(number) < 12:
        return event_card(scope, int(number))
    raise UnknownEvent(field="event", event=number)


def _card(scope: Scope, row: RiteEvent) -> EventCard:
    kind, case = EventKind(row.kind), case_from(row.hosting_case)
    standard = scope.session.get_one(StandardVersion, row.standard_version_id)
    lines = limits_for(_limits_of(scope, (standard.id,)).get(standard.id, ()), kind, case)
    on_report = Scope(scope.session, scope.village_id, row.reported_on)
    house = household(on_report, row.household_id)
    course = course_of(scope, row)
    holds = course.standing
    return EventCard(
        id=row.id,
        uid=row.uid,
        number=row.number,
        kind=kind,
        hosting_case=case,
        household_id=house.id,
        household_code=house.code,
        head_name=house.head_name,
        grid_name=house.grid_name,
        matter=row.matter,
        held_on=holds.first_on,
        reported_on=row.reported_on,
        place=holds.days[0].place,
        contact=row.contact,
        phone=phone_of(row.phone),
        cook_team=row.cook_team,
        pledge_signed=row.pledge_signed or holds.pledged,
        standard_number=standard.number,
        standard_meeting_on=standard.meeting_on,
        deadline=deadline(kind, holds.first_on, row.reported_on, lines),
        figures=judge(holds.declared, lines),
        rules=tuple(line for line in lines if line.measure is None),
        handler=scope.session.get_one(Operator, row.registered_by).name,
        family=row.family,
        persons=row.persons,
        invited=row.invited,
        planned_on=row.held_on,
        days=holds.days,
        state=state_on(holds, scope.today),
        outcome=holds.outcome,
        due_on=holds.due_on,
        steps=course.steps,
        compared=compared(holds, lines),
        saving=saving(holds),
        joined=course.joined,
        joined_into=_joined_into(course),
        needs_filing=Trait.MEMBER in case.traits and not holds.filed,
    )


def _joined_into(course: Course) -> EventName | None:
    return next((step.other for step in reversed(course.steps) if step.other is not None), None)


def _standard_rows(scope: Scope, rows: Iterable[StandardVersion]) -> tuple[StandardRow, ...]:
    found = tuple(rows)
    limits = _limits_of(scope, (row.id for row in found))
    return tuple(
        StandardRow(
            number=row.number,
            uid=row.uid,
            meeting_on=row.meeting_on,
            minutes_no=row.minutes_no,
            effective_from=row.effective_from,
            source=row.source,
            limits=tuple(limits.get(row.id, ())),
        )
        for row in found
    )


def _limits_of(scope: Scope, version_ids: Iterable[int]) -> dict[int, list[LimitDraft]]:
    found: dict[int, list[LimitDraft]] = {}
    for row in scope.session.scalars(
        select(StandardLimit)
        .where(StandardLimit.version_id.in_(tuple(version_ids)))
        .order_by(StandardLimit.id)
    ):
        measure, title = subject_from(row.measure)
        limit = LimitDraft(
            kind=EventKind(row.event_kind),
            case=case_from(row.hosting_case),
            measure=measure,
            title=title,
            amount=row.amount,
            words=row.words,
        )
        found.setdefault(row.version_id, []).append(limit)
    return found
