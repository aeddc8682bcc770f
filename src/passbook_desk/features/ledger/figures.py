"""Figures over days, months, quarters and years, and balances at any day, all by `counted_on`.

Whole months come from the kept month sums; of a month that a span cuts, the lines of these days are read
through their index. What was before is never added up: it is the balance now without what came later.
"""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    Subquery,
    case,
    func,
    literal,
    or_,
    select,
    type_coerce,
    union_all,
)

from passbook_desk.db.store import Scope
from passbook_desk.db.types import PointsColumn
from passbook_desk.features.ledger.model import Account, AccountBalance, AccountMonth, LedgerLine
from passbook_desk.features.ledger.rules import OUTSIDE_ASSESSMENT, OUTSIDE_SPENDABLE
from passbook_desk.features.ledger.values import BalanceRow, LineKind, PeriodFigures
from passbook_desk.kernel.period import DateSpan, month_of
from passbook_desk.kernel.points import ZERO, Points

BROUGHT_ALONG: Final = frozenset({LineKind.OPENING, LineKind.BASE})
"""What stands in the opening column even when it was entered inside the span."""
DEBITS: Final = frozenset({LineKind.DEBIT, LineKind.EXPIRE})
REDEMPTIONS: Final = frozenset({LineKind.REDEEM, LineKind.REDEEM_COUNTED})
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class FiguresOn:
    """An account's figures at the end of a day: each the sum of its lines that count up to then."""

    balance: Points
    assessment: Points
    spendable: Points
    base: Points


def period_figures(
    scope: Scope, first_on: date, last_on: date, year_from: date | None = None
) -> dict[int, PeriodFigures]:
    """Figures of every account with lines for the days from `first_on` to `last_on` by `counted_on`.

    What an account brought along (opening and base lines) stands in the opening column even when it was
    entered inside the span; redeeming has a column of its own. `year_total` counts from `year_from`, by
    default the first of January.
    """
    year_first = year_from or date(last_on.year, 1, 1)
    rows = _rows(scope, first_on, last_on)
    inside = {
        account_id: (credits, debits, redeemed, score)
        for account_id, credits, debits, redeemed, score in scope.session.execute(
            select(rows.c.account_id, *_columns(rows)).group_by(rows.c.account_id)
        )
    }
    year = None if year_first == first_on else _scores(scope, DateSpan(year_first, last_on))
    found, nothing = {}, (0, 0, 0, 0)
    for account_id, closing in closings(scope, last_on).items():
        credits, debits, redeemed, score = inside.get(account_id, nothing)
        found[account_id] = PeriodFigures(
            Points(closing - credits - debits - redeemed),
            Points(credits),
            Points(debits) if debits else ZERO,
            Points(redeemed) if redeemed else ZERO,
            Points(closing),
            Points(score if year is None else year.get(account_id, 0)),
        )
    return found


class Moved(NamedTuple):
    """What the lines of a span moved in one account, in hundredths of a point, for adding up many.

    `debits` and `redeemed` are zero or negative. `score` is what they added to the assessment, without base
    points and opening figures. `recorded` is 1 when a deed stands in the span: lines that were taken back
    again are none.
    """

    credits: int
    debits: int
    redeemed: int
    score: int
    recorded: int


NOTHING_MOVED: Final = Moved(0, 0, 0, 0, 0)


def moved(scope: Scope, span: DateSpan) -> dict[int, Moved]:
    """What a span moved in every account it touched, in hundredths of a point."""
    rows = _rows(scope, span.first, span.last)
    points, effect = rows.c.points, rows.c.effect
    recorded = or_(
        _sum(points, effect == LineKind.CREDIT) > 0,
        _sum(points, effect == LineKind.DEBIT) < 0,
        _sum(points, effect == LineKind.HONOUR) != 0,
        _sum(points, effect == LineKind.GIFT) > 0,
    )
    found = scope.session.execute(
        select(rows.c.account_id, *_columns(rows), type_coerce(recorded, Integer)).group_by(rows.c.account_id)
    )
    return {account_id: Moved._make(own) for account_id, *own in found}


def moved_by(rows: Iterable[tuple[LineKind, Points]]) -> Moved:
    """As `moved`, of lines given by effect and points."""
    sums: dict[LineKind, int] = defaultdict(int)
    for effect, points in rows:
        sums[effect] += points.hundredths
    recorded = sums[LineKind.CREDIT] > 0 or sums[LineKind.DEBIT] < 0
    return Moved(
        sum(
            points for effect, points in sums.items() if effect not in (*BROUGHT_ALONG, *DEBITS, *REDEMPTIONS)
        ),
        sum(points for effect, points in sums.items() if effect in DEBITS),
        sum(points for effect, points in sums.items() if effect in REDEMPTIONS),
        sum(points for effect, points in sums.items() if effect not in OUTSIDE_ASSESSMENT | BROUGHT_ALONG),
        int(recorded or sums[LineKind.HONOUR] != 0 or sums[LineKind.GIFT] > 0),
    )


def closings(scope: Scope, day: date) -> dict[int, int]:
    """The balance of every account with lines at the end of a day, in hundredths of a point."""
    rows = _rows(scope, day + _ONE_DAY, None)
    sums = scope.session.execute(
        select(rows.c.account_id, func.sum(rows.c.points, type_=Integer())).group_by(rows.c.account_id)
    )
    later = {account_id: points for account_id, points in sums}
    now = scope.session.execute(
        select(AccountBalance.account_id, type_coerce(AccountBalance.balance, Integer))
        .join(Account, Account.id == AccountBalance.account_id)
        .where(Account.village_id == scope.village_id)
    )
    return {account_id: balance - later.get(account_id, 0) for account_id, balance in now}


def balance_on(scope: Scope, account_id: int, day: date) -> FiguresOn:
    """The figures of an account at the end of a day, by the days its lines count."""
    now = scope.session.get(AccountBalance, account_id)
    if now is None:
        return FiguresOn(ZERO, ZERO, ZERO, ZERO)
    rows = _rows(scope, day + _ONE_DAY, None, (account_id,))
    points, effect = rows.c.points, rows.c.effect
    later = scope.session.execute(
        select(
            _sum(points, literal(True)),
            _sum(points, effect.not_in(OUTSIDE_ASSESSMENT)),
            _sum(points, effect.not_in(OUTSIDE_SPENDABLE)),
            _sum(points, effect == LineKind.BASE),
        )
    ).one()
    balance, assessment, spendable, base = map(Points, later)
    return FiguresOn(
        now.balance - balance, now.assessment - assessment, now.spendable - spendable, now.base - base
    )


def balances_on(scope: Scope, rows: Iterable[BalanceRow], day: date) -> tuple[BalanceRow, ...]:
    """The same accounts with their figures at the end of a day; what was on its way then is not known."""
    found = ((row, balance_on(scope, row.account.id, day)) for row in rows)
    return tuple(
        BalanceRow(row.account, on.balance, on.assessment, on.spendable, on.base, ZERO) for row, on in found
    )


def sums_by_effect(
    scope: Scope, first: date, last: date | None, account_ids: Collection[int] | None = None
) -> dict[int, dict[LineKind, Points]]:
    """Points by effect that each account's lines of a span moved; an open end counts everything later."""
    rows = _rows(scope, first, last, account_ids)
    found: dict[int, dict[LineKind, Points]] = {}
    for account_id, effect, points in scope.session.execute(
        select(rows.c.account_id, rows.c.effect, func.sum(rows.c.points, type_=PointsColumn())).group_by(
            rows.c.account_id, rows.c.effect
        )
    ):
        found.setdefault(account_id, {})[LineKind(effect)] = points
    return found


def _columns(rows: Subquery) -> tuple[ColumnElement[int], ...]:
    """Sums of credits, debits, redemptions, and of what enters the score."""
    points, effect = rows.c.points, rows.c.effect
    elsewhere = (*BROUGHT_ALONG, *DEBITS, *REDEMPTIONS)
    return (
        _sum(points, effect.not_in(elsewhere)),
        _sum(points, effect.in_(DEBITS)),
        _sum(points, effect.in_(REDEMPTIONS)),
        _sum(points, effect.not_in((*OUTSIDE_ASSESSMENT, *BROUGHT_ALONG))),
    )


def _scores(scope: Scope, span: DateSpan) -> dict[int, int]:
    rows = _rows(scope, span.first, span.last)
    counted = rows.c.effect.not_in((*OUTSIDE_ASSESSMENT, *BROUGHT_ALONG))
    found = scope.session.execute(
        select(rows.c.account_id, func.sum(rows.c.points, type_=Integer()))
        .where(counted)
        .group_by(rows.c.account_id)
    )
    return {account_id: points for account_id, points in found}


def _sum(points: ColumnElement[Any], when: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((when, points), else_=0)), 0, type_=Integer())


def _rows(
    scope: Scope, first: date, last: date | None, account_ids: Collection[int] | None = None
) -> Subquery:
    """Account, effect and points of a span: month sums for whole months, lines for the days beside them."""
    months, days = _parts(first, last)
    chosen: list[Select[*tuple[Any, ...]]] = []
    if months is not None:
        chosen.append(_month_rows(scope, *months, account_ids))
    chosen += [_line_rows(scope, *part, account_ids) for part in days]
    return (union_all(*chosen) if len(chosen) > 1 else chosen[0]).subquery()


def _month_rows(
    scope: Scope, first: str, last: str | None, account_ids: Collection[int] | None
) -> Select[*tuple[Any, ...]]:
    rows = select(AccountMonth.account_id, AccountMonth.effect, AccountMonth.points).where(
        AccountMonth.month >= first
    )
    if last is not None:
        rows = rows.where(AccountMonth.month <= last)
    if account_ids is not None:
        return rows.where(AccountMonth.account_id.in_(account_ids))
    return rows.join(Account, Account.id == AccountMonth.account_id).where(
        Account.village_id == scope.village_id
    )


def _line_rows(
    scope: Scope, first: date, last: date, account_ids: Collection[int] | None
) -> Select[*tuple[Any, ...]]:
    rows = select(LedgerLine.account_id, LedgerLine.effect, LedgerLine.points).where(
        LedgerLine.counted_on >= first, LedgerLine.counted_on <= last
    )
    if account_ids is not None:
        return rows.where(LedgerLine.account_id.in_(account_ids))
    return rows.where(LedgerLine.village_id == scope.village_id)


def _parts(
    first: date, last: date | None
) -> tuple[tuple[str, str | None] | None, tuple[tuple[date, date], ...]]:
    """Whole months of a span, from and to, and the days before and after them."""
    whole_from = first if first.day == 1 else _month_end(first) + _ONE_DAY
    before = ((first, whole_from - _ONE_DAY),) if first < whole_from else ()
    if last is None:
        return (month_of(whole_from), None), before
    whole_to = last if last == _month_end(last) else last.replace(day=1) - _ONE_DAY
    if whole_from > whole_to:
        return None, ((first, last),)
    after = ((whole_to + _ONE_DAY, last),) if whole_to < last else ()
    return (month_of(whole_from), month_of(whole_to)), (*before, *after)


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])
