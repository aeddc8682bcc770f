"""Walking back through the audit chain and the vouchers, transaction by transaction, a window at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from types import MappingProxyType
from typing import Final

from sqlalchemy import ColumnElement, func, or_, select

from passbook_desk.db.store import Scope
from passbook_desk.features.activity.rules import DATE_SET
from passbook_desk.features.activity.values import LogAsked, LogGroup, LogMark
from passbook_desk.features.audit.model import AuditRow
from passbook_desk.features.audit.queries import audit_end
from passbook_desk.features.ledger.model import Voucher
from passbook_desk.features.ledger.values import VoucherKind

_FIRST_ROWS: Final = 256
_MOST_ROWS: Final = 4_096
"""Rows of a table that are read at a time: few for the first page, more the further one has to go."""
_WITHOUT_LINES: Final = MappingProxyType(
    {
        LogGroup.SIGN_IN: ("sign_in",),
        LogGroup.EVENTS: (
            *("rite_event", "event_figure", "event_step", "event_photo", "standard_version"),
            *("rite_body", "body_charter", "body_member", "pledge_words", "pledge"),
            *("equipment", "equipment_move"),
        ),
    }
)
"""Kinds of acts that never write lines: only their tables are read."""


@dataclass(slots=True)
class Step:
    """One transaction: its audit rows by act and table, and its vouchers; `details` are of the notes."""

    at: datetime
    operator_id: int | None
    signs: dict[tuple[str, str], int] = field(default_factory=dict)
    details: dict[tuple[str, str], str] = field(default_factory=dict)
    subjects: dict[tuple[str, str], str] = field(default_factory=dict)
    first_seq: int = 0
    last_seq: int = 0
    vouchers: dict[int, VoucherKind] = field(default_factory=dict)

    @property
    def key(self) -> tuple[datetime, int | None]:
        """What all rows of one transaction share."""
        return self.at, self.operator_id


def newest(scope: Scope) -> LogMark:
    """The mark after the newest rows of both tables."""
    last = scope.session.scalar(select(func.max(Voucher.id)).where(Voucher.village_id == scope.village_id))
    return LogMark(audit_end(scope)[0] + 1, (last or 0) + 1)


def steps(scope: Scope, asked: LogAsked, mark: LogMark) -> Iterator[Step]:
    """Transactions before a mark, newest first. Only the windows that are asked for are read."""
    audits, vouchers = (
        _audit_steps(scope, asked, mark.audit_seq),
        _voucher_steps(scope, asked, mark.voucher_id),
    )
    audit, voucher = next(audits, None), next(vouchers, None)
    while audit is not None or voucher is not None:
        if audit is not None and voucher is not None and audit.key == voucher.key:
            audit.vouchers = voucher.vouchers
            yield audit
            audit, voucher = next(audits, None), next(vouchers, None)
        elif voucher is None or (audit is not None and audit.at >= voucher.at):
            assert audit is not None
            yield audit
            audit = next(audits, None)
        else:
            yield voucher
            voucher = next(vouchers, None)


def _audit_steps(scope: Scope, asked: LogAsked, before: int) -> Iterator[Step]:
    first, last = _bounds(asked)
    lowest, above = 1, before
    here = AuditRow.village_id == scope.village_id
    if first is not None:
        lowest = (
            scope.session.scalar(select(func.min(AuditRow.seq)).where(here, AuditRow.at >= first)) or before
        )
    if last is not None:
        latest = scope.session.scalar(select(func.max(AuditRow.seq)).where(here, AuditRow.at < last))
        above = min(before, (latest or 0) + 1)
    open_step: Step | None = None
    wanted, size = _audit_filter(asked), _FIRST_ROWS
    while above > lowest:
        bottom, size = max(lowest, above - size), min(size * 2, _MOST_ROWS)
        for step in _audit_window(scope, bottom, above, wanted):
            if open_step is not None and open_step.key == step.key:
                _merge(open_step, step)
                continue
            if open_step is not None and _wanted(open_step, first, last):
                yield open_step
            open_step = step
        above = bottom
    if open_step is not None and _wanted(open_step, first, last):
        yield open_step


def _audit_filter(asked: LogAsked) -> list[ColumnElement[bool]]:
    wanted: list[ColumnElement[bool]] = []
    if asked.operator_id is not None:
        wanted.append(AuditRow.operator_id == asked.operator_id)
    if asked.group is not None and asked.group in _WITHOUT_LINES:
        wanted.append(or_(AuditRow.subject_table.in_(_WITHOUT_LINES[asked.group]), AuditRow.act == DATE_SET))
    return wanted


def _audit_window(scope: Scope, bottom: int, above: int, wanted: Sequence[ColumnElement[bool]]) -> list[Step]:
    rows = scope.session.execute(
        select(
            AuditRow.at,
            AuditRow.operator_id,
            AuditRow.act,
            AuditRow.subject_table,
            func.count(),
            func.min(AuditRow.seq),
            func.max(AuditRow.seq),
            func.max(AuditRow.detail),
            func.max(AuditRow.subject_uid),
        )
        .where(AuditRow.village_id == scope.village_id, AuditRow.seq >= bottom, AuditRow.seq < above, *wanted)
        .group_by(AuditRow.at, AuditRow.operator_id, AuditRow.act, AuditRow.subject_table)
    )
    found: dict[tuple[datetime, int | None], Step] = {}
    for at, operator_id, act, table, count, lowest, highest, detail, uid in rows:
        step = found.setdefault((at, operator_id), Step(at, operator_id, first_seq=lowest, last_seq=highest))
        step.signs[act, table] = count
        step.details[act, table] = detail
        step.subjects[act, table] = uid
        step.first_seq, step.last_seq = min(step.first_seq, lowest), max(step.last_seq, highest)
    return sorted(found.values(), key=lambda step: step.last_seq, reverse=True)


def _merge(newer: Step, older: Step) -> None:
    """The rest of a transaction that reached beyond the window."""
    for sign, count in older.signs.items():
        newer.signs[sign] = newer.signs.get(sign, 0) + count
        newer.details.setdefault(sign, older.details[sign])
        newer.subjects.setdefault(sign, older.subjects[sign])
    newer.first_seq = older.first_seq


def _voucher_steps(scope: Scope, asked: LogAsked, before: int) -> Iterator[Step]:
    first, last = _bounds(asked)
    lowest, above = 1, before
    here = Voucher.village_id == scope.village_id
    if first is not None:
        oldest = scope.session.scalar(select(func.min(Voucher.id)).where(here, Voucher.recorded_at >= first))
        lowest = oldest or before
    if last is not None:
        latest = scope.session.scalar(select(func.max(Voucher.id)).where(here, Voucher.recorded_at < last))
        above = min(before, (latest or 0) + 1)
    if asked.group in _WITHOUT_LINES:
        return
    by = () if asked.operator_id is None else (Voucher.recorded_by == asked.operator_id,)
    open_step: Step | None = None
    size = _FIRST_ROWS
    while above > lowest:
        rows = scope.session.execute(
            select(Voucher.id, Voucher.kind, Voucher.recorded_at, Voucher.recorded_by)
            .where(here, Voucher.id < above, Voucher.id >= lowest, *by)
            .order_by(Voucher.id.desc())
            .limit(size)
        ).all()
        for voucher_id, kind, at, operator_id in rows:
            if open_step is None or open_step.key != (at, operator_id):
                if open_step is not None and _wanted(open_step, first, last):
                    yield open_step
                open_step = Step(at, operator_id)
            open_step.vouchers[voucher_id] = VoucherKind(kind)
        above, size = (rows[-1].id if rows else lowest), min(size * 2, _MOST_ROWS)
    if open_step is not None and _wanted(open_step, first, last):
        yield open_step


def _wanted(step: Step, first: datetime | None, last: datetime | None) -> bool:
    return (first is None or step.at >= first) and (last is None or step.at < last)


def _bounds(asked: LogAsked) -> tuple[datetime | None, datetime | None]:
    """The moments at which the days asked for begin and are over, on the clerk's own clock."""
    first = None if asked.first is None else _begin(asked.first)
    last = None if asked.last is None else _begin(asked.last + timedelta(days=1))
    return first, last


def _begin(day: date) -> datetime:
    return datetime.combine(day, time.min).astimezone()
