from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import func, select

from passbook_desk.db.store import Scope
from passbook_desk.db.types import PointsColumn
from passbook_desk.features.access.model import Operator
from passbook_desk.features.audit.model import AuditRow
from passbook_desk.features.ledger.figures import period_figures
from passbook_desk.features.ledger.model import Account, LedgerLine
from passbook_desk.features.ledger.queries import accounts, head
from passbook_desk.features.ledger.values import Colour, LineKind, PeriodFigures
from passbook_desk.features.notices.errors import NoticeBroken, NoticeFiguresBroken
from passbook_desk.features.notices.model import Notice, NoticeLine
from passbook_desk.features.notices.rules import (
    NO_FIGURES,
    figures_of,
    hung_until,
    lines_digest,
    notice_line,
    quarter_days,
    sheet_digest,
    shown_number,
    year_from,
)
from passbook_desk.features.notices.values import NoticeContent, NoticeKind, NoticeLineRow, NoticeRow
from passbook_desk.features.village.queries import policy, village
from passbook_desk.kernel.period import DateSpan, NotAQuarter, Quarter
from passbook_desk.kernel.points import ZERO, Points

ISSUED_ACT = "notice-issued"
"""The audit act whose detail holds the digest of the sheet."""


def quarter_draft(scope: Scope, quarter: Quarter) -> NoticeContent:
    """The notice of a quarter as the ledger stands now: every account, by grid, masked, without a number.

    Accounts without lines show zeros. It may be asked for before the quarter is over, as a proof.
    """
    here, span, end = village(scope), counted_days(scope, quarter), head(scope)
    figures = period_figures(scope, span.first, span.last, year_from(span.last))
    hung_from = max(scope.today, span.last + timedelta(days=1))
    return NoticeContent(
        number=None,
        kind=NoticeKind.QUARTER,
        quarter=quarter,
        first_on=span.first,
        last_on=span.last,
        cut_off_seq=end.seq,
        issued_on=hung_from,
        hung_until=hung_until(hung_from, here.objection_days),
        village_name=here.name,
        township=here.township,
        issuer=here.issuer,
        objection_phone=here.objection_phone,
        wall_places=here.wall_places,
        head_code="",
        lines=tuple(
            notice_line(number, here.wall_names, account, figures.get(account.id, NO_FIGURES))
            for number, account in enumerate(accounts(scope), 1)
        ),
    )


def counted_days(scope: Scope, quarter: Quarter) -> DateSpan:
    """The days that the notice of a quarter counts, by the village's cut-off day and the notice before."""
    before = scope.session.scalar(
        select(Notice.last_on).where(
            Notice.village_id == scope.village_id,
            Notice.kind == NoticeKind.QUARTER.value,
            Notice.period == str(quarter.previous()),
        )
    )
    return quarter_days(quarter, policy(scope).cut_off_day, before)


def issued(scope: Scope, quarter: Quarter) -> NoticeContent | None:
    """The notice of a quarter as it was issued, None when it was not."""
    notice = scope.session.scalar(
        select(Notice).where(
            Notice.village_id == scope.village_id,
            Notice.kind == NoticeKind.QUARTER.value,
            Notice.period == str(quarter),
        )
    )
    return None if notice is None else _content(scope, notice)


def notices(scope: Scope) -> tuple[NoticeRow, ...]:
    """Issued notices, newest first."""
    counted = (
        select(NoticeLine.notice_id, func.count().label("lines")).group_by(NoticeLine.notice_id).subquery()
    )
    rows = scope.session.execute(
        select(Notice, Operator.name, func.coalesce(counted.c.lines, 0))
        .join(Operator, Operator.id == Notice.issued_by)
        .outerjoin(counted, counted.c.notice_id == Notice.id)
        .where(Notice.village_id == scope.village_id)
        .order_by(Notice.id.desc())
    )
    return tuple(_row(notice, issued_by, lines) for notice, issued_by, lines in rows)


def open_quarter(scope: Scope) -> Quarter:
    """The quarter whose notice comes next: the earliest since the first line that is not issued yet.

    It may not be over; then only a proof can be made. A village without lines is at today's quarter.
    """
    first = scope.session.scalar(
        select(func.min(LedgerLine.counted_on)).where(LedgerLine.village_id == scope.village_id)
    )
    done = set(scope.session.scalars(select(Notice.period).where(Notice.village_id == scope.village_id)))
    current = Quarter.of(scope.today)
    quarter = min(Quarter.of(first), current) if first else current
    while quarter < current and str(quarter) in done:
        quarter = quarter.next()
    return quarter


def verify_notices(scope: Scope) -> int:
    """Check every issued notice and return how many there are.

    Its lines fit their hash, its whole sheet fits what the audit chain kept when it was issued, and every
    figure recomputes from the ledger lines up to its cut-off. Raises NoticeBroken or NoticeFiguresBroken.
    """
    chosen = (
        select(Notice).where(Notice.village_id == scope.village_id).order_by(Notice.cut_off_seq, Notice.id)
    )
    kept = scope.session.scalars(chosen).all()
    sealed = _sealed(scope)
    if set(sealed) != {notice.uid for notice in kept}:
        raise NoticeBroken(number="、".join(_numbers_apart(kept, sealed)))
    moved: _Moved = {}
    reached, key = 0, _MONTH if all(map(_of_whole_months, kept)) else _DAY
    for notice in kept:
        try:
            content = _content(scope, notice)
        except (ValueError, NotAQuarter):  # a word that the program never writes
            raise NoticeBroken(number=notice.number) from None
        sheet = sheet_digest(content)
        if lines_digest(content.lines) != notice.lines_sha256 or sheet != sealed[notice.uid][1]:
            raise NoticeBroken(number=notice.number)
        _add_lines(scope, moved, reached, content.cut_off_seq, key)
        _check_figures(content, moved)
        reached = content.cut_off_seq
    return len(kept)


def _sealed(scope: Scope) -> dict[str, tuple[str, str]]:
    """Number and digest of every sheet, as the audit chain kept them, by the notice's identity."""
    rows = scope.session.execute(
        select(AuditRow.subject_uid, AuditRow.detail).where(
            AuditRow.village_id == scope.village_id,
            AuditRow.subject_table == Notice.__tablename__,
            AuditRow.act == ISSUED_ACT,
        )
    )
    found = {}
    for uid, detail in rows:
        number, _, sheet = detail.partition(" ")
        found[uid] = (number, sheet)
    return found


def _numbers_apart(kept: Sequence[Notice], sealed: dict[str, tuple[str, str]]) -> list[str]:
    unsealed = {notice.number for notice in kept if notice.uid not in sealed}
    uids = {notice.uid for notice in kept}
    return sorted(unsealed | {number for uid, (number, _) in sealed.items() if uid not in uids})


_Moved = dict[str, dict[tuple[str, LineKind], Points]]
"""Points by month, or by day, and effect of each account, by its number."""
_MONTH, _DAY = len("2026-06"), len("2026-06-15")


def _of_whole_months(notice: Notice) -> bool:
    return notice.first_on.day == 1 and (notice.last_on + timedelta(days=1)).day == 1


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


def _check_figures(content: NoticeContent, moved: _Moved) -> None:
    span = DateSpan(content.first_on, content.last_on)
    for line in content.lines:
        sums = moved.get(line.account_number, {})
        months = ((month, effect, points) for (month, effect), points in sums.items())
        if figures_of(months, span) != _figures(line):
            raise NoticeFiguresBroken(number=content.number, line=line.number)


def _figures(line: NoticeLineRow) -> PeriodFigures:
    return PeriodFigures(
        line.opening, line.credits, line.debits, line.redeemed, line.closing, line.year_total
    )


def _row(notice: Notice, issued_by: str, lines: int) -> NoticeRow:
    quarter = Quarter.parse(notice.period)
    return NoticeRow(
        id=notice.id,
        uid=notice.uid,
        number=notice.number,
        shown_number=shown_number(notice.number),
        kind=NoticeKind(notice.kind),
        quarter=quarter,
        period=quarter.chinese,
        first_on=notice.first_on,
        last_on=notice.last_on,
        issued_on=notice.issued_on,
        hung_until=notice.hung_until,
        issued_at=notice.issued_at,
        issued_by=issued_by,
        lines=lines,
        cut_off_seq=notice.cut_off_seq,
        head_code=notice.head_code,
    )


def _content(scope: Scope, notice: Notice) -> NoticeContent:
    rows = scope.session.scalars(
        select(NoticeLine).where(NoticeLine.notice_id == notice.id).order_by(NoticeLine.line_no)
    )
    return NoticeContent(
        number=notice.number,
        kind=NoticeKind(notice.kind),
        quarter=Quarter.parse(notice.period),
        first_on=notice.first_on,
        last_on=notice.last_on,
        cut_off_seq=notice.cut_off_seq,
        issued_on=notice.issued_on,
        hung_until=notice.hung_until,
        village_name=notice.village_name,
        township=notice.township,
        issuer=notice.issuer,
        objection_phone=notice.objection_phone,
        wall_places=notice.wall_places,
        head_code=notice.head_code,
        lines=tuple(_line(row) for row in rows),
    )


def _line(row: NoticeLine) -> NoticeLineRow:
    return NoticeLineRow(
        number=row.line_no,
        grid_code=row.grid_code,
        grid_name=row.grid_name,
        household_code=row.household_code,
        shown_name=row.shown_name,
        colour=Colour(row.colour),
        account_number=row.account_number,
        opening=row.opening,
        credits=row.credits,
        debits=row.debits,
        redeemed=row.redeemed,
        closing=row.closing,
        year_total=row.year_total,
    )
