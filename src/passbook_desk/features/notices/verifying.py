"""Every issued notice against its own seals, the audit chain and the ledger up to its cut-off."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import NamedTuple

from sqlalchemy import func, select

from passbook_desk.db.errors import FileDamaged
from passbook_desk.db.store import Scope
from passbook_desk.db.types import PointsColumn
from passbook_desk.features.audit.model import AuditRow
from passbook_desk.features.ledger.model import Account, LedgerLine
from passbook_desk.features.ledger.values import LineKind, PeriodFigures
from passbook_desk.features.notices.errors import NoticeBroken, NoticeFiguresBroken
from passbook_desk.features.notices.kinds import KINDS
from passbook_desk.features.notices.model import Notice, NoticeClaim, NoticeLine
from passbook_desk.features.notices.queries import ISSUED_ACT
from passbook_desk.features.notices.reading import content_of
from passbook_desk.features.notices.rules import figures_of, lines_digest, sheet_digest
from passbook_desk.features.notices.values import NoticeContent, NoticeLineRow
from passbook_desk.kernel.errors import UserError
from passbook_desk.kernel.period import DateSpan
from passbook_desk.kernel.points import ZERO, Points


class _Seal(NamedTuple):
    """What the audit chain kept of an issued notice: its number, digest, when and by whom."""

    number: str
    sheet: str
    issued_at: datetime
    issued_by: int | None


_Moved = dict[str, dict[tuple[str, LineKind], Points]]
"""Points by month, or by day, and effect of each account, by its number."""
_MONTH, _DAY = len("2026-06"), len("2026-06-15")


def verify_notices(scope: Scope) -> int:
    """Check every issued notice and return how many there are.

    Its lines fit their hash, its whole sheet fits what the audit chain kept when it was issued, when and by
    whom; every figure of a book recomputes from the ledger lines up to its cut-off, and what hangs adds up to
    what its lines say. Raises NoticeBroken or NoticeFiguresBroken.
    """
    kept = scope.session.execute(
        select(Notice.id, Notice.uid, Notice.number)
        .where(Notice.village_id == scope.village_id)
        .order_by(Notice.cut_off_seq, Notice.id)
    ).all()
    sealed = _sealed(scope)
    numbers = {uid: number for _, uid, number in kept}
    if sealed.keys() != numbers.keys():
        raise NoticeBroken(number="、".join(_numbers_apart(numbers, sealed)))
    contents = [_whole(scope, notice_id, sealed[uid]) for notice_id, uid, _ in kept]
    _check_rows(scope)
    moved: _Moved = {}
    reached, key = 0, _MONTH if all(map(_of_whole_months, contents)) else _DAY
    for place, content in enumerate(contents):
        _add_lines(scope, moved, reached, content.cut_off_seq, key)
        first = min(min(each.first_on, each.year_first) for each in contents[place:])
        _fold(moved, first.isoformat()[:key])
        if KINDS[content.kind].of_points:
            _check_figures(content, moved)
        reached = content.cut_off_seq
    return len(kept)


def _whole(scope: Scope, notice_id: int, seal: _Seal) -> NoticeContent:
    try:
        notice = scope.session.get_one(Notice, notice_id)
        content = content_of(scope, notice)
        sheet = sheet_digest(content, notice.sheet, notice.reason)
    except (ValueError, KeyError, TypeError, UserError, FileDamaged):  # nothing that the program writes
        raise NoticeBroken(number=seal.number) from None
    told = _Seal(notice.number, sheet, notice.issued_at, notice.issued_by)
    if lines_digest(content.lines, content.form) != notice.lines_sha256 or told != seal:
        raise NoticeBroken(number=seal.number)
    return content


def _check_rows(scope: Scope) -> None:
    """Lines and what hangs are never deleted, so that the rows of a file are numbered without a gap."""
    for rows in (NoticeLine, NoticeClaim):
        numbered = scope.session.execute(
            select(rows.id, Notice.number).join(Notice, Notice.id == rows.notice_id).order_by(rows.id)
        )
        for place, (row_id, number) in enumerate(numbered, 1):
            if row_id != place:
                raise NoticeBroken(number=number)


def _sealed(scope: Scope) -> dict[str, _Seal]:
    """What the audit chain kept of every sheet, by the notice's identity."""
    rows = scope.session.execute(
        select(AuditRow.subject_uid, AuditRow.detail, AuditRow.at, AuditRow.operator_id).where(
            AuditRow.village_id == scope.village_id,
            AuditRow.subject_table == Notice.__tablename__,
            AuditRow.act == ISSUED_ACT,
        )
    )
    found = {}
    for uid, detail, issued_at, issued_by in rows:
        number, _, sheet = detail.partition(" ")
        found[uid] = _Seal(number, sheet, issued_at, issued_by)
    return found


def _numbers_apart(kept: Mapping[str, str], sealed: Mapping[str, _Seal]) -> list[str]:
    unsealed = {number for uid, number in kept.items() if uid not in sealed}
    return sorted(unsealed | {seal.number for uid, seal in sealed.items() if uid not in kept})


def _of_whole_months(content: NoticeContent) -> bool:
    whole = content.first_on.day == 1 and (content.last_on + timedelta(days=1)).day == 1
    return content.year_first.day == 1 and (whole or not KINDS[content.kind].of_points)


def _add_lines(scope: Scope, moved: _Moved, after: int, up_to: int, key_length: int) -> None:
    """Add what the ledger lines moved that are numbered above `after` and not above `up_to`."""
    month = func.substr(LedgerLine.counted_on, 1, key_length)
    rows = scope.session.execute(
        select(Account.number, month, LedgerLine.effect, func.sum(LedgerLine.points, type_=PointsColumn()))
        .join(Account, Account.id == LedgerLine.account_id)
        .where(LedgerLine.village_id == scope.village_id, LedgerLine.seq > after, LedgerLine.seq <= up_to)
        .group_by(Account.number, month, LedgerLine.effect)
    )
    for number, in_month, effect, points in rows:
        sums = moved.setdefault(number, {})
        key = (in_month, LineKind(effect))
        sums[key] = sums.get(key, ZERO) + points


def _fold(moved: _Moved, first: str) -> None:
    """Put everything before a month, or a day, under one that is earlier than any.

    No notice that is still to be checked tells those apart, and a long ledger has many.
    """
    earliest = date.min.isoformat()[: len(first)]
    for sums in moved.values():
        for moment, effect in [key for key in sums if earliest < key[0] < first]:
            points = sums.pop((moment, effect))
            sums[earliest, effect] = sums.get((earliest, effect), ZERO) + points


def _check_figures(content: NoticeContent, moved: _Moved) -> None:
    """Buildings add up books by where people lived, which the seal alone keeps; books recompute."""
    span = DateSpan(content.first_on, content.last_on)
    hanging: dict[int, Points] = {}
    for claim in content.claims:
        hanging[claim.line_number] = hanging.get(claim.line_number, ZERO) + claim.points
    for line in content.lines:
        if not line.account_number:
            continue
        sums = moved.get(line.account_number, {})
        months = ((month, effect, points) for (month, effect), points in sums.items())
        right = figures_of(months, span, content.year_first) == _figures(line)
        if not right or hanging.get(line.number, ZERO) != line.pending:
            raise NoticeFiguresBroken(number=content.number, line=line.number)


def _figures(line: NoticeLineRow) -> PeriodFigures:
    return PeriodFigures(
        line.opening, line.credits, line.debits, line.redeemed, line.closing, line.year_total
    )
