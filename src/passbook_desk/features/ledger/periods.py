"""Closing periods, and opening them again (DECISIONS 14b, domain §13 rule 5)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select

from passbook_desk.db.store import Scope, Tx
from passbook_desk.features.access.model import Operator
from passbook_desk.features.audit.commands import note_act
from passbook_desk.features.ledger.errors import (
    ClosedByNotice,
    LaterDaysClosed,
    PeriodClosed,
    PeriodNotClosed,
    PeriodNotOver,
    ReasonMissing,
)
from passbook_desk.features.ledger.model import ClosedPeriod, PeriodReopening
from passbook_desk.features.ledger.queries import closed_spans
from passbook_desk.features.village.queries import policy
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.period import DateSpan
from passbook_desk.kernel.periods import NotAPeriod, Period

CLOSED_ACT = "period-closed"
"""The audit act whose detail holds the days of a closed period: 2026-04-01..2026-06-30."""
_BY_HAND = "period:"


@dataclass(frozen=True, slots=True)
class ClosePeriod:
    """Close a week, month, quarter or year. `uid` is made when the form opens (DECISIONS 15)."""

    uid: str
    period: Period


@dataclass(frozen=True, slots=True)
class ReopenPeriod:
    """Open the days of the last closed period again, and why."""

    uid: str
    period_uid: str
    reason: str


@dataclass(frozen=True, slots=True)
class ClosedRow:
    """A closed period. `notice` is the number of the notice that closed it, empty when it was closed by hand
    as `period`. `reopened_at` is None while it is closed.
    """

    id: int
    uid: str
    span: DateSpan
    period: Period | None
    notice: str
    closed_at: datetime
    closed_by: str
    reopened_at: datetime | None
    reopened_by: str
    reason: str
    last: bool
    """The one with the latest days of those that are closed: no other can be opened again."""


def close_period(tx: Tx, span: DateSpan, reason: str, uid: str = "") -> None:
    """Close days: from now on deeds of these days count from the day after the last closed one.

    For other commands, which ask for leave themselves; `reason` names the notice. The days go into the audit
    chain.
    """
    row = ClosedPeriod(
        village_id=tx.village_id,
        uid=uid or new_uid(),
        first_on=span.first,
        last_on=span.last,
        reason=reason,
        closed_at=tx.now,
        closed_by=tx.actor.operator_id,
    )
    tx.session.add(row)
    note_act(tx, CLOSED_ACT, ClosedPeriod.__tablename__, row.uid, f"{span.first}..{span.last}")
    tx.touched.add(Topic.LEDGER)


def hold_period(tx: Tx, span: DateSpan, number: str) -> None:
    """Keep days closed that were closed by hand before their notice: nobody may open them again."""
    shut = [row for row in _closed(tx) if row.reopened_at is None]
    by_hand = any(not row.notice and row.span.last >= span.first for row in shut)
    if by_hand and not any(row.notice and row.span.last >= span.last for row in shut):
        close_period(tx, span, number)


def close_days(tx: Tx, command: ClosePeriod) -> DateSpan:
    """Close a period that is over, with all open days before it, and return the days.

    The village's cut-off day tells its last day. The same act again answers with what it closed then. Raises
    PeriodNotOver, PeriodClosed.
    """
    tx.require(Act.CLOSE_PERIOD)
    before = tx.session.scalar(
        select(ClosedPeriod).where(ClosedPeriod.village_id == tx.village_id, ClosedPeriod.uid == command.uid)
    )
    if before is not None:
        return DateSpan(before.first_on, before.last_on)
    span = command.period.days(policy(tx).cut_off_day)
    if tx.today <= span.last:
        raise PeriodNotOver(period=command.period.chinese, last_on=span.last, field="period")
    last_closed = max((each.last for each in closed_spans(tx)), default=date.min)
    if span.last <= last_closed:
        raise PeriodClosed(period=command.period.chinese, last_on=last_closed, field="period")
    if span.first <= last_closed:
        span = DateSpan(last_closed + timedelta(days=1), span.last)
    close_period(tx, span, f"{_BY_HAND}{command.period}", command.uid)
    return span


def reopen_days(tx: Tx, command: ReopenPeriod) -> DateSpan:
    """Open the days of the last closed period again and return them; what counted later stays where it is.

    Raises ReasonMissing, PeriodNotClosed, LaterDaysClosed, and ClosedByNotice when a notice was issued for
    any of these days (domain §13 rule 17: what hangs on the wall does not change).
    """
    tx.require(Act.REOPEN_PERIOD)
    if not command.reason.strip():
        raise ReasonMissing(field="reason")
    rows = _closed(tx)
    wanted = next((row for row in rows if row.uid == command.period_uid), None)
    if wanted is None:
        raise PeriodNotClosed(field="period")
    if wanted.reopened_at is not None:
        return wanted.span
    shut = [row for row in rows if row.reopened_at is None]
    notice = next((row.notice for row in shut if row.notice and row.span.last >= wanted.span.first), "")
    if notice:
        raise ClosedByNotice(number=notice)
    if not wanted.last:
        raise LaterDaysClosed(last_on=max(row.span.last for row in shut))
    tx.session.add(
        PeriodReopening(
            village_id=tx.village_id,
            uid=command.uid,
            closed_period_id=wanted.id,
            reason=command.reason.strip(),
            reopened_at=tx.now,
            reopened_by=tx.actor.operator_id,
        )
    )
    tx.touched.add(Topic.LEDGER)
    return wanted.span


def closed_periods(scope: Scope) -> tuple[ClosedRow, ...]:
    """Every period that was closed, also those opened again, the latest days first."""
    return tuple(sorted(_closed(scope), key=lambda row: (row.span.last, row.id), reverse=True))


def closed_by_hand(scope: Scope, period: Period) -> ClosedRow:
    """The closing of a period, as long as it was not opened again. Raises PeriodNotClosed, ClosedByNotice."""
    shut = [row for row in closed_periods(scope) if row.reopened_at is None]
    for row in shut:
        if row.period == period:
            return row
    for row in shut:
        if row.notice and row.span.first <= period.last and period.first <= row.span.last:
            raise ClosedByNotice(number=row.notice)
    raise PeriodNotClosed(field="period")


def _closed(scope: Scope) -> list[ClosedRow]:
    names = {
        row.id: row.name
        for row in scope.session.execute(
            select(Operator.id, Operator.name).where(Operator.village_id == scope.village_id)
        )
    }
    chosen = (
        select(ClosedPeriod, PeriodReopening)
        .outerjoin(PeriodReopening, PeriodReopening.closed_period_id == ClosedPeriod.id)
        .where(ClosedPeriod.village_id == scope.village_id)
        .order_by(ClosedPeriod.id)
    )
    found: list[tuple[ClosedPeriod, PeriodReopening | None]] = [
        (row, reopened) for row, reopened in scope.session.execute(chosen)
    ]
    last = max(((row.last_on, row.id) for row, reopened in found if reopened is None), default=None)
    return [
        ClosedRow(
            id=row.id,
            uid=row.uid,
            span=DateSpan(row.first_on, row.last_on),
            period=_period(row.reason),
            notice="" if row.reason.startswith(_BY_HAND) else row.reason,
            closed_at=row.closed_at,
            closed_by=names.get(row.closed_by or 0, ""),
            reopened_at=None if reopened is None else reopened.reopened_at,
            reopened_by="" if reopened is None else names.get(reopened.reopened_by, ""),
            reason="" if reopened is None else reopened.reason,
            last=(row.last_on, row.id) == last,
        )
        for row, reopened in found
    ]


def _period(reason: str) -> Period | None:
    if not reason.startswith(_BY_HAND):
        return None
    try:
        return Period.parse(reason.removeprefix(_BY_HAND))
    except NotAPeriod:
        return None
