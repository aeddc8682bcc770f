"""How many pieces a household may still have in the running month, quarter or year."""

from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType
from typing import Final

from sqlalchemy import func, or_, select

from passbook_desk.db.store import Scope
from passbook_desk.features.households.model import Membership
from passbook_desk.features.ledger.model import Account
from passbook_desk.features.ledger.queries import accounts
from passbook_desk.features.ledger.values import AccountRow
from passbook_desk.features.redemption.goods.values import GoodsRow, LimitPeriod
from passbook_desk.features.redemption.model import Slip, SlipItem, SlipUndo
from passbook_desk.features.village.queries import policy
from passbook_desk.kernel.period import DateSpan
from passbook_desk.kernel.periods import Period, PeriodKind

_KINDS: Final = MappingProxyType(
    {
        LimitPeriod.MONTH: PeriodKind.MONTH,
        LimitPeriod.QUARTER: PeriodKind.QUARTER,
        LimitPeriod.YEAR: PeriodKind.YEAR,
    }
)


def left_of_limits(scope: Scope, goods: Iterable[GoodsRow], account: AccountRow) -> dict[int, int]:
    """Pieces that the household of a book may still have today, by goods; without a limit they are not named.

    A household's green book and the red ones of its members count together, those that closed in the
    meantime too. What was taken back counts not.
    """
    limited = [row for row in goods if row.limit_count is not None]
    had: dict[int, int] = {}
    if any(row.limit_period in _KINDS for row in limited):
        books = _books_of_household(scope, account)
        cut_off_day = policy(scope).cut_off_day
        for limit_period, kind in _KINDS.items():
            ids = [row.id for row in limited if row.limit_period is limit_period]
            span = Period.of(kind, scope.today, cut_off_day).days(cut_off_day)
            had |= _had(scope, ids, books, span) if ids else {}
    return {row.id: max((row.limit_count or 0) - had.get(row.id, 0), 0) for row in limited}


def _had(scope: Scope, ids: Collection[int], books: Collection[int], span: DateSpan) -> Mapping[int, int]:
    rows = scope.session.execute(
        select(SlipItem.goods_id, func.sum(SlipItem.quantity))
        .join(Slip, Slip.id == SlipItem.slip_id)
        .outerjoin(SlipUndo, SlipUndo.slip_id == Slip.id)
        .where(
            Slip.village_id == scope.village_id,
            Slip.account_id.in_(books),
            SlipItem.goods_id.in_(ids),
            Slip.redeemed_on >= span.first,
            Slip.redeemed_on <= span.last,
            SlipUndo.id.is_(None),
        )
        .group_by(SlipItem.goods_id)
    )
    return {goods_id: quantity for goods_id, quantity in rows}


def _books_of_household(scope: Scope, account: AccountRow) -> tuple[int, ...]:
    if account.of_organization or not account.household_id:
        return (account.id,)
    members = select(Membership.person_id).where(Membership.household_id == account.household_id)
    closed = scope.session.scalars(
        select(Account.id).where(
            Account.village_id == scope.village_id,
            Account.closed_on.is_not(None),
            or_(Account.household_id == account.household_id, Account.person_id.in_(members)),
        )
    )
    return *(row.id for row in accounts(scope, household_id=account.household_id)), *closed
