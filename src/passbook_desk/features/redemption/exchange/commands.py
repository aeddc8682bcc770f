"""Opening an exchange day, giving places in its queue, settling it (一年一兑换)."""

from datetime import timedelta
from typing import Final

from sqlalchemy import func, select

from passbook_desk.db.store import Tx
from passbook_desk.features.ledger.checking import closed_holders
from passbook_desk.features.ledger.counting.standing import standing
from passbook_desk.features.ledger.errors import HolderClosed, UnknownAccount
from passbook_desk.features.ledger.queries import accounts_by_id
from passbook_desk.features.ledger.values import AccountRow
from passbook_desk.features.redemption.counter.errors import MembersDoNotRedeem, RedemptionBarred
from passbook_desk.features.redemption.exchange.errors import (
    ExchangeBackwards,
    ExchangeDayTaken,
    ExchangeInPast,
    ExchangeNotHeld,
    ExchangeNotOver,
    ExchangeSettled,
    ExchangeTextMissing,
    ExchangeUntied,
    NothingToRedeem,
)
from passbook_desk.features.redemption.exchange.queries import exchange_day, exchange_days, tie
from passbook_desk.features.redemption.exchange.rules import barred
from passbook_desk.features.redemption.exchange.values import (
    Barred,
    ExchangeDayRow,
    ExchangeState,
    GiveTicket,
    OpenExchangeDay,
    SettleExchangeDay,
)
from passbook_desk.features.redemption.goods.commands import outlet_by_id
from passbook_desk.features.redemption.goods.errors import GoodsTextTooLong, UnknownOutlet
from passbook_desk.features.redemption.goods.rules import MOST_CHARACTERS
from passbook_desk.features.redemption.model import ExchangeDay, ExchangeSettlement, ExchangeTicket
from passbook_desk.features.village.commands import next_number
from passbook_desk.features.village.queries import policy
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.points import ZERO

_LONGEST: Final = timedelta(days=31)
_LONGEST_NAME: Final = 16
"""It stands in the title of the page beside the acts."""


def open_exchange_day(tx: Tx, command: OpenExchangeDay) -> int:
    """Let the village redeem together on some days at one place; returns the id.

    The same act again opens nothing. Raises ExchangeTextMissing, GoodsTextTooLong, ExchangeBackwards,
    ExchangeInPast, UnknownOutlet, and ExchangeDayTaken when another one that is not settled is held there.
    """
    tx.require(Act.GOODS)
    kept = tx.session.scalar(select(ExchangeDay.id).where(ExchangeDay.uid == command.uid))
    if kept is not None:
        return kept
    if not command.name.strip():
        raise ExchangeTextMissing(field="name")
    name = _short("name", command.name, _LONGEST_NAME)
    if not timedelta() <= command.until_on - command.held_on <= _LONGEST:
        raise ExchangeBackwards(field="until_on")
    if command.until_on < tx.today:
        raise ExchangeInPast(field="until_on", until_on=command.until_on)
    outlet = outlet_by_id(tx, command.outlet_id)
    if outlet.retired_on is not None:
        raise UnknownOutlet(field="outlet", name=outlet.name)
    for other in exchange_days(tx):
        apart = other.until_on < command.held_on or command.until_on < other.held_on
        if other.outlet_id == outlet.id and other.settled is None and not apart:
            raise ExchangeDayTaken(field="held_on", name=other.name)
    year = command.held_on.year
    row = ExchangeDay(
        village_id=tx.village_id,
        uid=command.uid,
        number=f"DH{year}-{next_number(tx, f'exchange:{year}'):02d}",
        outlet_id=outlet.id,
        held_on=command.held_on,
        until_on=command.until_on,
        name=name,
        opened_at=tx.now,
        opened_by=tx.actor.operator_id,
    )
    tx.session.add(row)
    tx.session.flush()  # the id is the answer
    tx.touched.add(Topic.GOODS)
    return row.id


def give_ticket(tx: Tx, command: GiveTicket) -> int:
    """Give a book its place in the queue and return the number; whoever has one keeps it.

    Only while the day is held and not settled, and only to who can redeem something. Raises
    UnknownExchangeDay, ExchangeSettled, ExchangeNotHeld, UnknownAccount, MembersDoNotRedeem, HolderClosed,
    RedemptionBarred, NothingToRedeem.
    """
    tx.require(Act.REDEEM)
    day = _open_day(tx, command.exchange_day_id)
    if day.state(tx.today) is not ExchangeState.HELD:
        raise ExchangeNotHeld(name=day.name, held_on=day.held_on, until_on=day.until_on)
    kept = tx.session.scalar(
        select(ExchangeTicket.number).where(
            ExchangeTicket.exchange_day_id == day.id, ExchangeTicket.account_id == command.account_id
        )
    )
    if kept is not None:
        return kept
    account = accounts_by_id(tx, (command.account_id,)).get(command.account_id)
    if account is None:
        raise UnknownAccount(number=command.account_id, field="account")
    _check_may_redeem(tx, account)
    last = tx.session.scalar(
        select(func.coalesce(func.max(ExchangeTicket.number), 0)).where(
            ExchangeTicket.exchange_day_id == day.id
        )
    )
    number = (last or 0) + 1
    tx.session.add(
        ExchangeTicket(
            uid=command.uid,
            exchange_day_id=day.id,
            number=number,
            account_id=account.id,
            given_at=tx.now,
        )
    )
    tx.session.flush()  # the next ticket is numbered after it
    tx.touched.add(Topic.GOODS)
    return number


def settle_exchange_day(tx: Tx, command: SettleExchangeDay) -> None:
    """Freeze what an exchange day came to; slips that are written afterwards do not join it.

    The same act again settles nothing. Raises UnknownExchangeDay, ExchangeSettled, ExchangeNotOver,
    ExchangeUntied when slips, ledger and stock do not say the same, GoodsTextTooLong.
    """
    tx.require(Act.CONFIRM_COUNT)
    kept = select(ExchangeSettlement.id).where(ExchangeSettlement.uid == command.uid)
    if tx.session.scalar(kept) is not None:
        return
    day = _open_day(tx, command.exchange_day_id)
    if day.state(tx.today) is ExchangeState.AHEAD:
        raise ExchangeNotOver(name=day.name, held_on=day.held_on)
    found = tie(tx, day.id)
    if not found.agrees:
        raise ExchangeUntied(name=day.name)
    tx.session.add(
        ExchangeSettlement(
            uid=command.uid,
            exchange_day_id=day.id,
            slips=found.slips,
            points=found.slip_points,
            pieces=found.slip_pieces,
            words=_short("words", command.words),
            settled_at=tx.now,
            settled_by=tx.actor.operator_id,
        )
    )
    tx.session.flush()  # what follows in this transaction sees that it was settled
    tx.touched.add(Topic.GOODS)


def _open_day(tx: Tx, day_id: int) -> ExchangeDayRow:
    day = exchange_day(tx, day_id)
    if day.settled is not None:
        raise ExchangeSettled(name=day.name, day=day.settled.settled_at.astimezone().date())
    return day


def _check_may_redeem(tx: Tx, account: AccountRow) -> None:
    allowed, closed = standing(tx, account), closed_holders(tx, (account,))
    why, _ = barred(policy(tx), account, allowed, closed, tx.today)
    match why:
        case Barred.MEMBERS:
            raise MembersDoNotRedeem(field="account", name=account.owner_name)
        case Barred.CLOSED:
            raise HolderClosed(name=account.owner_name, on=closed[account.organization_id or 0])
        case Barred.SUSPENDED | Barred.VETOED:
            raise RedemptionBarred(field="account", name=account.owner_name)
        case Barred.NO if allowed.redeemable <= ZERO:
            raise NothingToRedeem(field="account", name=account.owner_name)


def _short(field: str, text: str, most: int = MOST_CHARACTERS) -> str:
    if len(text.strip()) > most:
        raise GoodsTextTooLong(field=field, most=most)
    return text.strip()
