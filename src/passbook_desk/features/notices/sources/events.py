"""Red and white events of a period for the wall: sums, and the households that kept to the standard."""

from datetime import date
from typing import Final

from passbook_desk.db.store import Scope
from passbook_desk.features.events.reporting import words
from passbook_desk.features.events.reporting.queries import event_report
from passbook_desk.features.notices.kinds import period_of
from passbook_desk.features.notices.sources.values import Asked, Drawn, numbered
from passbook_desk.features.notices.titles import chinese_day
from passbook_desk.features.notices.values import (
    CellKind,
    NoticePart,
    PartColumn,
    PartKind,
)
from passbook_desk.features.village.queries import policy

_SUMS: Final = (
    PartColumn("项目"),
    *(PartColumn(word, CellKind.COUNT) for word in words.GROUP_WORDS),
    PartColumn("合计", CellKind.COUNT),
    PartColumn("单位", CellKind.CENTRED),
)


def draw_events(scope: Scope, asked: Asked) -> Drawn:
    """The events that ended in a period, as the quarterly report tells them on a wall. Raises WrongAbout."""
    span = period_of(asked.kind, asked.about).days(policy(scope).cut_off_day)
    report = event_report(scope, span.first, span.last)
    heads, listed = words.heads(for_wall=True), words.listed(report, True)
    sums = NoticePart(
        kind=PartKind.EVENTS,
        title="本期合计",
        columns=_SUMS,
        rows=tuple(
            (
                row.title,
                *(str(row.value(group)) for group in report.groups),
                str(row.value(report.total)),
                row.unit,
            )
            for row in words.summary(for_wall=True)
        )
        if report.lines
        else (),
        first_line=1,
    )
    events = NoticePart(
        kind=PartKind.EVENTS,
        title="办事名单",
        columns=tuple(
            PartColumn(head.title, CellKind.COUNT if head.figures else CellKind.TEXT, summed=head.figures)
            for head in heads
        ),
        rows=tuple(tuple(_cell(head.value(line)) for head in heads) for line in listed),
        first_line=1,
        note=" ".join(words.notes(for_wall=True)),
    )
    return Drawn(span, parts=numbered((), (sums, events)))


def _cell(value: str | int | date | None) -> str:
    if isinstance(value, date):
        return chinese_day(value)
    return "" if value is None else str(value)
