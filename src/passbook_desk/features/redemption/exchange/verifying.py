"""Every exchange day against its slips, its queue and its settlement."""

from sqlalchemy import select

from passbook_desk.db.store import Scope
from passbook_desk.features.redemption.exchange.errors import ExchangeBroken
from passbook_desk.features.redemption.exchange.queries import exchange_days, tie
from passbook_desk.features.redemption.exchange.values import ExchangeDayRow
from passbook_desk.features.redemption.model import ExchangeTicket, Slip


def verify_exchange_days(scope: Scope) -> int:
    """Check every exchange day and return how many there are.

    Its slips were written at its place on its days; its queue has no gap; its slips, the ledger and the
    stock say the same, and a settlement says what they said when it was written, whatever was taken back
    since. Raises ExchangeBroken.
    """
    days = exchange_days(scope)
    for day in days:
        if not (_slips_fit(scope, day) and _queue_is_dense(scope, day) and _ties(scope, day)):
            raise ExchangeBroken(number=day.number)
    return len(days)


def _slips_fit(scope: Scope, day: ExchangeDayRow) -> bool:
    strange = select(Slip.id).where(
        Slip.exchange_day_id == day.id,
        (Slip.outlet_id != day.outlet_id)
        | (Slip.redeemed_on < day.held_on)
        | (Slip.redeemed_on > day.until_on),
    )
    return scope.session.scalar(strange.limit(1)) is None


def _queue_is_dense(scope: Scope, day: ExchangeDayRow) -> bool:
    numbers = scope.session.scalars(
        select(ExchangeTicket.number)
        .where(ExchangeTicket.exchange_day_id == day.id)
        .order_by(ExchangeTicket.number)
    ).all()
    return list(numbers) == list(range(1, len(numbers) + 1))


def _ties(scope: Scope, day: ExchangeDayRow) -> bool:
    found = tie(scope, day.id)
    return found.agrees and (found.slips, found.slip_points, found.slip_pieces) == (
        day.slips,
        day.points,
        day.pieces,
    )
