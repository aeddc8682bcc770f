"""On which days goods are given out: any, a day of the month, before Spring Festival, an exchange day."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Final

from sqlalchemy import select

from passbook_desk.db.store import Scope
from passbook_desk.features.redemption.exchange.errors import UnknownExchangeDay
from passbook_desk.features.redemption.model import ExchangeDay, ExchangeSettlement
from passbook_desk.features.village.policy import RedeemDays, VillagePolicy
from passbook_desk.kernel.lunar import spring_festival

_QUARTER: Final = 3
_LONGEST_WAIT: Final = 800


def gives_out_on(policy: VillagePolicy, day: date) -> bool:
    """Whether the village's setting lets the counter give goods out on a day."""
    match policy.redeem_days:
        case RedeemDays.MONTH:
            return day.day == _in_month(policy, day)
        case RedeemDays.QUARTER:
            return day.month % _QUARTER == 0 and day.day == _in_month(policy, day)
        case RedeemDays.SPRING:
            festival = spring_festival(day.year)
            return festival is not None and timedelta() < festival - day <= timedelta(policy.redeem_before)
        case RedeemDays.ANY:
            return True


def next_redemption_day(policy: VillagePolicy, day: date) -> date | None:
    """The first day, this one included, on which goods are given out; None where none is known."""
    days = (day + timedelta(later) for later in range(_LONGEST_WAIT))
    return next((each for each in days if gives_out_on(policy, each)), None)


def exchange_day_held(scope: Scope, outlet_id: int, exchange_day_id: int | None = None) -> int | None:
    """The exchange day that is held at an outlet today and not settled yet, or the one that is named.

    Raises UnknownExchangeDay when the one named is not held here today.
    """
    held = scope.session.scalars(
        select(ExchangeDay.id)
        .outerjoin(ExchangeSettlement, ExchangeSettlement.exchange_day_id == ExchangeDay.id)
        .where(
            ExchangeDay.village_id == scope.village_id,
            ExchangeDay.outlet_id == outlet_id,
            ExchangeDay.held_on <= scope.today,
            ExchangeDay.until_on >= scope.today,
            ExchangeSettlement.id.is_(None),
        )
        .order_by(ExchangeDay.id.desc())
    ).all()
    if exchange_day_id is None:
        return held[0] if held else None
    if exchange_day_id not in held:
        raise UnknownExchangeDay(field="exchange_day", number=str(exchange_day_id))
    return exchange_day_id


def is_settled(scope: Scope, exchange_day_id: int) -> bool:
    """Whether what an exchange day came to is frozen."""
    found = select(ExchangeSettlement.id).where(ExchangeSettlement.exchange_day_id == exchange_day_id)
    return scope.session.scalar(found) is not None


def _in_month(policy: VillagePolicy, day: date) -> int:
    return min(max(policy.redeem_day, 1), monthrange(day.year, day.month)[1])
