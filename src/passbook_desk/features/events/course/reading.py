"""Reading courses of events: a few statements for all of them, none for each."""

from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import InstrumentedAttribute

from passbook_desk.db.store import Scope
from passbook_desk.features.access.model import Operator
from passbook_desk.features.events.course.kinds import DayPlace, Outcome, Stage, StepKind
from passbook_desk.features.events.course.rules import stage_of, standing
from passbook_desk.features.events.course.values import Course, Figures, Reported, Standing
from passbook_desk.features.events.model import EventDay, EventFigure, EventStep, RiteEvent, StepFigure
from passbook_desk.features.events.values import EventName, Measure, StepTaken


def course_of(scope: Scope, event: RiteEvent) -> Course:
    """One event's course, with the parts that were joined into it."""
    parts = scope.session.scalars(
        select(RiteEvent)
        .join(EventStep, EventStep.event_id == RiteEvent.id)
        .where(EventStep.other_event_id == event.id)
    ).all()
    rows = (event, *parts)
    return _courses(scope, rows, [row.id for row in rows])[event.id]


def courses(scope: Scope) -> Mapping[int, Course]:
    """Every course of the village, by event."""
    rows = scope.session.scalars(select(RiteEvent).where(RiteEvent.village_id == scope.village_id)).all()
    return _courses(scope, rows, None)


def _courses(scope: Scope, rows: Collection[RiteEvent], ids: Collection[int] | None) -> dict[int, Course]:
    """The courses of some events; `ids` None reads those of the whole village."""
    days, figures = _days(scope, ids), _reported_figures(scope, ids)
    steps = _steps(scope, ids, days)
    reports = {
        row.id: Reported(
            id=row.id,
            number=row.number,
            reported_on=row.reported_on,
            days=days.get((row.id, None), (DayPlace(row.held_on, row.place),)),
            figures=figures.get(row.id, {}),
        )
        for row in rows
    }
    alone = {number: standing(report, steps.get(number, ())) for number, report in reports.items()}
    parts: dict[int, list[tuple[int, int]]] = {}
    for number, taken in steps.items():
        for step in taken:
            if step.other is not None and number in reports:
                parts.setdefault(step.other.id, []).append((step.id, number))
    return {
        number: _course(report, steps.get(number, ()), parts.get(number, ()), reports, alone)
        for number, report in reports.items()
    }


def _course(
    report: Reported,
    steps: tuple[StepTaken, ...],
    parts: Iterable[tuple[int, int]],
    reports: Mapping[int, Reported],
    alone: Mapping[int, Standing],
) -> Course:
    live = [(step_id, number) for step_id, number in parts if alone[number].ended is not StepKind.WITHDRAWN]
    whole = standing(report, steps, [(step_id, alone[number]) for step_id, number in live])
    return Course(
        report, steps, whole, tuple(EventName(number, reports[number].number) for _, number in live)
    )


def _steps(
    scope: Scope, ids: Collection[int] | None, days: Mapping[tuple[int, int | None], tuple[DayPlace, ...]]
) -> dict[int, tuple[StepTaken, ...]]:
    figures = _step_figures(scope, ids)
    wanted = (
        select(EventStep, RiteEvent.number, Operator.name)
        .outerjoin(RiteEvent, RiteEvent.id == EventStep.other_event_id)
        .join(Operator, Operator.id == EventStep.recorded_by)
        .where(_chosen(scope, EventStep.event_id, ids))
    )
    found: dict[int, tuple[StepTaken, ...]] = {}
    for row, other, recorder in scope.session.execute(wanted.order_by(EventStep.id)):
        kind = StepKind(row.kind)
        set_of_step = figures.get(row.id, {})
        found[row.event_id] = (
            *found.get(row.event_id, ()),
            StepTaken(
                id=row.id,
                number=row.number,
                uid=row.uid,
                kind=kind,
                done_on=row.done_on,
                who=row.who,
                words=row.words,
                reference=row.reference,
                outcome=Outcome(row.outcome) if row.outcome else None,
                due_on=row.due_on,
                guests=row.guests,
                stage=stage_of(kind) if set_of_step else None,
                figures=tuple((each, set_of_step[each]) for each in Measure if each in set_of_step),
                days=days.get((row.event_id, row.id), ()),
                other=None if row.other_event_id is None else EventName(row.other_event_id, other or ""),
                recorded_at=row.recorded_at,
                recorder=recorder,
            ),
        )
    return found


def _step_figures(scope: Scope, ids: Collection[int] | None) -> dict[int, dict[Measure, int]]:
    wanted = (
        select(StepFigure)
        .join(EventStep, EventStep.id == StepFigure.step_id)
        .where(_chosen(scope, EventStep.event_id, ids))
    )
    found: dict[int, dict[Measure, int]] = {}
    for row in scope.session.scalars(wanted):
        found.setdefault(row.step_id, {})[Measure(row.measure)] = row.amount
    return found


def _reported_figures(scope: Scope, ids: Collection[int] | None) -> Mapping[int, Figures]:
    found: dict[int, dict[Measure, int]] = {}
    declared = EventFigure.stage == Stage.DECLARED.value
    for row in scope.session.scalars(
        select(EventFigure).where(declared, _chosen(scope, EventFigure.event_id, ids))
    ):
        found.setdefault(row.event_id, {})[Measure(row.measure)] = row.amount
    return found


def _days(scope: Scope, ids: Collection[int] | None) -> Mapping[tuple[int, int | None], tuple[DayPlace, ...]]:
    """By event and step (None: as reported), in order."""
    found: dict[tuple[int, int | None], tuple[DayPlace, ...]] = {}
    wanted = select(EventDay).where(_chosen(scope, EventDay.event_id, ids))
    for row in scope.session.scalars(wanted.order_by(EventDay.held_on, EventDay.id)):
        key = (row.event_id, row.step_id)
        found[key] = (*found.get(key, ()), DayPlace(row.held_on, row.place))
    return found


def _chosen(
    scope: Scope, event_id: InstrumentedAttribute[int], ids: Collection[int] | None
) -> ColumnElement[bool]:
    if ids is not None:
        return event_id.in_(ids)
    return event_id.in_(select(RiteEvent.id).where(RiteEvent.village_id == scope.village_id))
