"""The lines of a notice of points: each book with its figures, or each building with those of its books."""

from collections.abc import Mapping

from sqlalchemy import select

from passbook_desk.db.store import Scope
from passbook_desk.features.ledger.counting.queries import places_over
from passbook_desk.features.ledger.counting.standing import stars_on
from passbook_desk.features.ledger.counting.values import By, CountRow
from passbook_desk.features.ledger.counting.words import OUTSIDE
from passbook_desk.features.ledger.figures import period_figures
from passbook_desk.features.ledger.queries import accounts, accounts_by_id
from passbook_desk.features.ledger.values import AccountRow, PeriodFigures
from passbook_desk.features.notices.kinds import period_of
from passbook_desk.features.notices.model import Notice
from passbook_desk.features.notices.rules import NO_FIGURES, notice_line, period_days, subject_of
from passbook_desk.features.notices.sources.corrections import correction_part, corrections
from passbook_desk.features.notices.sources.deductions import deduction_part
from passbook_desk.features.notices.sources.hanging import HangingDeed, hanging_deeds, hanging_part
from passbook_desk.features.notices.sources.values import Asked, Drawn, numbered
from passbook_desk.features.notices.values import (
    HangingClaim,
    NoticeColumn,
    NoticeKind,
    NoticeLineRow,
    NoticeLook,
    NoticePart,
    Subject,
)
from passbook_desk.features.village.policy import WallDeductions
from passbook_desk.features.village.queries import policy
from passbook_desk.kernel.period import DateSpan
from passbook_desk.kernel.periods import Period, PeriodKind
from passbook_desk.kernel.points import ZERO, Points
from passbook_desk.kernel.sensitive import wall_place


def counted_days(scope: Scope, kind: NoticeKind, about: str) -> DateSpan:
    """The days that the notice of a period counts, by the cut-off day and the notice before. Raises
    WrongAbout.
    """
    period = period_of(kind, about)
    before = scope.session.scalar(
        select(Notice.last_on)
        .where(
            Notice.village_id == scope.village_id,
            Notice.kind == kind.value,
            Notice.about == str(period.previous()),
        )
        .order_by(Notice.version.desc())
        .limit(1)
    )
    return period_days(period, policy(scope).cut_off_day, before)


def draw_points(scope: Scope, asked: Asked) -> Drawn:
    """Every book by grid, then shops, units and what was closed since, each with its figures."""
    kind, about, look = asked.kind, asked.about, asked.look
    span = counted_days(scope, kind, about)
    year = Period.of(PeriodKind.YEAR, span.last, policy(scope).cut_off_day)
    year_span = DateSpan(year.days(policy(scope).cut_off_day).first, span.last)
    if Subject.BUILDING in look.subjects:
        lines = tuple(
            _building(number, row)
            for number, row in enumerate(places_over(scope, By.BUILDING, span, year_span), 1)
        )
        return Drawn(span, lines, numbered(lines, (_corrected(scope, kind, span),)))
    figures = period_figures(scope, span.first, span.last, year_span.first)
    deeds = hanging_deeds(scope, kind, about, span.last)
    lines = _books(scope, look, figures, deeds, span)
    by_account = {line.account_number: line for line in lines}
    hung = tuple(deed for deed in deeds if deed.account_number in by_account)
    claims = tuple(
        HangingClaim(deed.claim_uid, by_account[deed.account_number].number, deed.points) for deed in hung
    )
    parts = [_corrected(scope, kind, span), hanging_part(hung, by_account, look.deductions)]
    if look.deductions is WallDeductions.WORDS:
        parts.append(deduction_part(scope, span, by_account))
    return Drawn(span, lines, numbered(lines, parts), claims)


def _corrected(scope: Scope, kind: NoticeKind, span: DateSpan) -> NoticePart:
    return correction_part(corrections(scope, kind, span=span))


def _books(
    scope: Scope,
    look: NoticeLook,
    figures: Mapping[int, PeriodFigures],
    deeds: tuple[HangingDeed, ...],
    span: DateSpan,
) -> tuple[NoticeLineRow, ...]:
    open_books = accounts(scope)
    known = {account.id for account in open_books}
    moved_then_closed = [
        account_id for account_id, own in figures.items() if account_id not in known and own != NO_FIGURES
    ]
    closed = accounts_by_id(scope, moved_then_closed, closed_too=True)
    pending: dict[str, Points] = {}
    for deed in deeds:
        pending[deed.account_number] = pending.get(deed.account_number, ZERO) + deed.points
    wanted: list[tuple[AccountRow, bool]] = [(account, False) for account in open_books]
    wanted += [(account, True) for account in sorted(closed.values(), key=lambda row: row.number)]
    wanted = [(account, gone) for account, gone in wanted if subject_of(account) in look.subjects]
    stars: Mapping[int, int | None] = {}
    if NoticeColumn.STARS in look.columns:
        stars = stars_on(scope, (account for account, _ in wanted), span.last)
    return tuple(
        notice_line(
            number,
            look.names,
            account,
            figures.get(account.id, NO_FIGURES),
            pending.get(account.number, ZERO),
            stars.get(account.id),
            closed=gone,
        )
        for number, (account, gone) in enumerate(wanted, 1)
    )


def _building(number: int, row: CountRow) -> NoticeLineRow:
    outside = row.outside
    return NoticeLineRow(
        number=number,
        grid_code="",
        grid_name=wall_place(row.grid_name) if outside is None else "",
        household_code=wall_place(row.code),
        shown_name=wall_place(row.name) if outside is None else OUTSIDE[outside],
        colour=None,
        account_number="",
        opening=row.closing - row.credits - row.debits - row.redeemed,
        credits=row.credits,
        debits=row.debits,
        redeemed=row.redeemed,
        closing=row.closing,
        year_total=row.before,
    )
