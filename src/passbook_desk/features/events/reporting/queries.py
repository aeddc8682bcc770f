from collections.abc import Collection, Iterable, Mapping
from datetime import date

from sqlalchemy import select

from passbook_desk.db.store import Scope
from passbook_desk.features.events.cases import Trait, case_from
from passbook_desk.features.events.course.kinds import EventState, StepKind
from passbook_desk.features.events.course.reading import courses
from passbook_desk.features.events.course.rules import compared, newest, saving, state_on
from passbook_desk.features.events.course.values import Course, Figures
from passbook_desk.features.events.model import RiteEvent, StandardVersion
from passbook_desk.features.events.queries import standards
from passbook_desk.features.events.register.writing import REGISTER_BATCH
from passbook_desk.features.events.reporting.errors import ReportEndsBeforeItBegins
from passbook_desk.features.events.reporting.rules import (
    figures_of,
    group_of,
    handling,
    persuasions,
    said_after,
    was_held,
    year_before,
    year_to_date,
)
from passbook_desk.features.events.reporting.values import EventReport, ReportFigures, ReportGroup, ReportLine
from passbook_desk.features.events.rules import deadline, limits_for
from passbook_desk.features.events.values import EventKind, LimitDraft, Measure, Verdict
from passbook_desk.features.households.model import Headship, Household, Person
from passbook_desk.features.households.spans import latest_first
from passbook_desk.features.intake.model import Batch, BatchRow
from passbook_desk.features.ledger.wall_names import person_on_wall
from passbook_desk.features.village.queries import village
from passbook_desk.features.village.values import WallNames
from passbook_desk.kernel.period import DateSpan

_NOT_COUNTED = frozenset({EventState.WITHDRAWN, EventState.JOINED})


def event_report(scope: Scope, first_day: date, last_day: date) -> EventReport:
    """The red and white events of some days with their figures, the year to date and the year before.

    An event belongs to the day on which it ends, as on the township's form, whose lines carry the day of
    the event; so a wedding reported in March and held in April counts in the second quarter. Withdrawn
    events do not count, and one that was joined into another counts with that one. Everything that an
    event brought stands in its own days: late reports, persuasions before it and the second look after it.
    Only `received` counts by the day of report; what an import brought counts once, even when the import was
    taken back and made again. All figures are as they stand today.
    Raises ReportEndsBeforeItBegins.
    """
    if last_day < first_day:
        raise ReportEndsBeforeItBegins(field="last_day", first=first_day, last=last_day)
    here = village(scope)
    rows = scope.session.scalars(
        select(RiteEvent).where(RiteEvent.village_id == scope.village_id).order_by(RiteEvent.id)
    ).all()
    every = _lines(scope, rows, here.wall_names)
    stayed, taken_back = {line.id for line in every}, _taken_back(scope)
    rows = [row for row in rows if row.id in stayed or row.uid not in taken_back]
    span = DateSpan(first_day, last_day)
    year, before = year_to_date(span), year_before(span)
    lines = tuple(line for line in every if line.last_on in span)
    red, white, other = (_figures(rows, every, span, {group}) for group in ReportGroup)
    known = any(row.reported_on <= before.last for row in rows) or any(
        line.last_on <= before.last for line in every
    )
    return EventReport(
        village_name=here.name,
        township=here.township,
        span=span,
        made_on=scope.today,
        running=scope.today <= last_day,
        lines=lines,
        groups=(red, white, other),
        total=_figures(rows, every, span),
        year_span=year,
        year=_figures(rows, every, year),
        before_span=before,
        before=_figures(rows, every, before) if known else None,
    )


def _taken_back(scope: Scope) -> frozenset[str]:
    """The uids of what came in by imports that were taken back."""
    undone = (
        Batch.village_id == scope.village_id,
        Batch.kind == REGISTER_BATCH,
        Batch.undone_at.is_not(None),
    )
    return frozenset(
        scope.session.scalars(
            select(BatchRow.subject_uid).join(Batch, Batch.id == BatchRow.batch_id).where(*undone)
        )
    )


def _figures(
    rows: Iterable[RiteEvent],
    lines: Iterable[ReportLine],
    span: DateSpan,
    groups: Collection[ReportGroup] = frozenset(ReportGroup),
) -> ReportFigures:
    received = sum(row.reported_on in span and group_of(EventKind(row.kind)) in groups for row in rows)
    return figures_of(
        [line for line in lines if line.last_on in span and group_of(line.kind) in groups], received
    )


def _lines(scope: Scope, rows: Iterable[RiteEvent], style: WallNames) -> tuple[ReportLine, ...]:
    """Every event of the village that counts, the earliest first."""
    every, limits = courses(scope), _limits(scope)
    homes = scope.session.execute(
        select(Household.id, Household.code).where(Household.village_id == scope.village_id)
    )
    codes = {household_id: code for household_id, code in homes}
    heads = _heads(scope)
    found = [
        _line(
            scope.today,
            row,
            every,
            limits.get(row.standard_version_id, ()),
            codes[row.household_id],
            _head_on(heads.get(row.household_id, ()), row.reported_on),
            style,
        )
        for row in rows
        if state_on(every[row.id].standing, scope.today) not in _NOT_COUNTED
    ]
    return tuple(sorted(found, key=lambda line: (line.last_on, line.first_on, line.id)))


def _line(
    today: date,
    row: RiteEvent,
    every: Mapping[int, Course],
    limits: Iterable[LimitDraft],
    code: str,
    head: str,
    style: WallNames,
) -> ReportLine:
    kind, case, course = EventKind(row.kind), case_from(row.hosting_case), every[row.id]
    holds, lines = course.standing, limits_for(limits, kind, case)
    steps = [*course.steps, *(step for part in course.joined for step in every[part.id].steps)]
    return ReportLine(
        id=row.id,
        number=row.number,
        kind=kind,
        household_code=code,
        head_name=head,
        wall_name=person_on_wall(style, head, code),
        member=Trait.MEMBER in case.traits,
        first_on=holds.first_on,
        last_on=holds.last_on,
        reported_on=row.reported_on,
        declared_tables=holds.declared.get(Measure.TABLES),
        approved_tables=(holds.approved or {}).get(Measure.TABLES),
        actual_tables=(holds.actual or {}).get(Measure.TABLES),
        per_table=_price(newest(holds)),
        held=was_held(holds, today),
        refused=holds.decision is StepKind.REFUSED,
        late=deadline(kind, holds.first_on, row.reported_on, lines).late,
        outcome=holds.outcome,
        handling=handling(course),
        exceeded=tuple(each for each in compared(holds, lines) if each.verdict is Verdict.OVER),
        said=said_after(course),
        persuasions=persuasions(steps),
        saving=saving(holds),
        parts=len(course.joined),
    )


def _price(figures: Figures) -> int | None:
    """Yuan a table; without tobacco and liquor only where nothing else is known."""
    return figures.get(Measure.PER_TABLE, figures.get(Measure.PER_TABLE_FOOD))


def _limits(scope: Scope) -> dict[int, tuple[LimitDraft, ...]]:
    """The lines of each standard by the id of its version."""
    by_number = {standard.number: standard.limits for standard in standards(scope)}
    versions = scope.session.execute(
        select(StandardVersion.id, StandardVersion.number).where(
            StandardVersion.village_id == scope.village_id
        )
    )
    return {version_id: by_number[number] for version_id, number in versions}


def _heads(scope: Scope) -> dict[int, tuple[tuple[date | None, str], ...]]:
    """Who headed each household until when, in the order in which the last one that fits counts."""
    found: dict[int, tuple[tuple[date | None, str], ...]] = {}
    rows = scope.session.execute(
        select(Headship.household_id, Headship.to_on, Person.name)
        .join(Person, Person.id == Headship.person_id)
        .where(Person.village_id == scope.village_id)
        .order_by(*latest_first(Headship))
    )
    for household_id, to_on, name in rows:
        found[household_id] = (*found.get(household_id, ()), (to_on, name))
    return found


def _head_on(heads: Iterable[tuple[date | None, str]], day: date) -> str:
    names = [name for to_on, name in heads if to_on is None or to_on >= day]
    return names[-1] if names else ""
