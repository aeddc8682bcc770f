"""What there is to post: the periods, versions and notices that a notice of each kind can be about."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import func, select

from passbook_desk.db.store import Scope
from passbook_desk.features.catalogue.queries import versions
from passbook_desk.features.events.queries import events
from passbook_desk.features.ledger.model import LedgerLine
from passbook_desk.features.notices.kinds import KINDS, OF_CYCLE, period_of
from passbook_desk.features.notices.model import Notice
from passbook_desk.features.notices.rules import covered
from passbook_desk.features.notices.sources.points import counted_days
from passbook_desk.features.notices.values import NoticeKind
from passbook_desk.features.redemption.reporting.counted import first_redemption
from passbook_desk.features.village.queries import policy
from passbook_desk.kernel.period import DateSpan
from passbook_desk.kernel.periods import Period, PeriodKind

MOST: Final = 24
"""Periods offered at most, the newest ones."""
_HALF_YEAR: Final = 6


@dataclass(frozen=True, slots=True)
class Postable:
    """Something that a notice can be about. `over` says that it can be issued and not only proofed.

    `issued` is the number of its newest version, empty as long as there is none.
    """

    kind: NoticeKind
    about: str
    first_on: date
    last_on: date
    over: bool
    issued: str = ""


def postables(scope: Scope, kind: NoticeKind) -> tuple[Postable, ...]:
    """What a notice of this kind can be about, the newest first."""
    found = _issued(scope)
    return tuple(
        Postable(kind, about, span.first, span.last, over, found.get((kind, about), ""))
        for about, span, over in _abouts(scope, kind)
    )


def due_postables(scope: Scope) -> tuple[Postable, ...]:
    """The periods whose notice comes next by the village's rhythm, the newest first; the one that still runs
    is among them. What a notice of another length has published already is not due again.
    """
    kind = OF_CYCLE.get(policy(scope).post_every)
    if kind is None:
        return ()
    rows = scope.session.execute(
        select(Notice.first_on, Notice.last_on).where(
            Notice.village_id == scope.village_id,
            Notice.kind.in_([each.value for each, known in KINDS.items() if known.of_points]),
        )
    )
    published = [DateSpan(first, last) for first, last in rows]
    return tuple(
        each
        for each in postables(scope, kind)
        if not each.issued and not covered(DateSpan(each.first_on, each.last_on), published)
    )


def next_one(rows: Iterable[Postable]) -> Postable | None:
    """The one that a clerk most likely means: of periods the oldest that can be issued, else the one that
    runs; of versions and notices the newest; else the newest that was issued. None when there is nothing.
    """
    every = tuple(rows)
    if every and KINDS[every[0].kind].period is None:
        return every[0]
    every = tuple(each for each in every if not _of_another_length(each))
    waiting = [each for each in every if not each.issued]
    ready = [each for each in waiting if each.over]
    return (*ready[-1:], *waiting[-1:], *every[:1], None)[0]


def _issued(scope: Scope) -> dict[tuple[NoticeKind, str], str]:
    rows = scope.session.execute(
        select(Notice.kind, Notice.about, Notice.number)
        .where(Notice.village_id == scope.village_id)
        .order_by(Notice.version)
    )
    return {(NoticeKind(kind), about): number for kind, about, number in rows}


def _abouts(scope: Scope, kind: NoticeKind) -> Iterator[tuple[str, DateSpan, bool]]:
    if kind is NoticeKind.CATALOGUE:
        for version in versions(scope)[:MOST]:
            yield str(version.number), DateSpan(version.meeting_on, version.effective_from), True
        return
    if kind is NoticeKind.CORRECTIONS:
        rows = scope.session.execute(
            select(Notice.number, Notice.kind, Notice.first_on, Notice.last_on)
            .where(Notice.village_id == scope.village_id)
            .order_by(Notice.id.desc())
        )
        of_points = (row for row in rows if KINDS[NoticeKind(row.kind)].of_points)
        for row, _ in zip(of_points, range(MOST), strict=False):
            yield row.number, DateSpan(row.first_on, row.last_on), True
        return
    usual = KINDS[kind].period
    assert usual is not None
    for length in (usual, *KINDS[kind].also):
        yield from _periods(scope, kind, length)


def _of_another_length(row: Postable) -> bool:
    """Whether its kind has another length usually."""
    return bool(KINDS[row.kind].also) and period_of(row.kind, row.about).kind is not KINDS[row.kind].period


def _periods(scope: Scope, kind: NoticeKind, length: PeriodKind) -> Iterator[tuple[str, DateSpan, bool]]:
    """Periods of a length, the one that runs and those before it back to the first day that has anything."""
    cut_off_day, period = policy(scope).cut_off_day, _current(scope, length)
    since = _first_day(scope, kind)
    for _ in range(MOST):
        days = period.days(cut_off_day)
        if KINDS[kind].of_points:
            days = counted_days(scope, kind, str(period))
        yield str(period), days, scope.today > days.last
        if days.first <= since:
            return
        period = period.previous()


def _current(scope: Scope, length: PeriodKind) -> Period:
    """The period of this length that holds today."""
    cut_off_day = policy(scope).cut_off_day
    if length is not PeriodKind.MONTHS:
        return Period.of(length, scope.today, cut_off_day)
    month = Period.of(PeriodKind.MONTH, scope.today, cut_off_day).first
    first = month.replace(month=1 if month.month <= _HALF_YEAR else _HALF_YEAR + 1)
    return Period.months(first, first.replace(month=first.month + _HALF_YEAR - 1))


def _first_day(scope: Scope, kind: NoticeKind) -> date:
    """The day from which there is something to publish; today where there is nothing yet."""
    if kind is NoticeKind.EVENTS:
        return min((row.held_on for row in events(scope)), default=scope.today)
    if kind is NoticeKind.REDEMPTION:
        return first_redemption(scope) or scope.today
    first = scope.session.scalar(
        select(func.min(LedgerLine.counted_on)).where(LedgerLine.village_id == scope.village_id)
    )
    return first or scope.today
