from dataclasses import dataclass
from datetime import date, datetime

from passbook_desk.features.ledger.values import AccountRow
from passbook_desk.kernel.points import Points


@dataclass(frozen=True, slots=True)
class OpenExchangeDay:
    """Days on which the village redeems together, at one place. `uid` is made when the form opens."""

    uid: str
    name: str
    outlet_id: int
    held_on: date
    until_on: date


@dataclass(frozen=True, slots=True)
class Settlement:
    """What an exchange day came to: standing slips, their points, the pieces and kinds they gave."""

    slips: int
    points: Points
    pieces: int
    words: str
    settled_at: datetime
    settled_by: str


@dataclass(frozen=True, slots=True)
class ExchangeDayRow:
    """An exchange day and how far it has come: tickets given, slips that stand. `settled` closes it."""

    id: int
    uid: str
    number: str
    name: str
    outlet_id: int
    outlet: str
    held_on: date
    until_on: date
    tickets: int
    slips: int
    points: Points
    pieces: int
    settled: Settlement | None


@dataclass(frozen=True, slots=True)
class EntitledRow:
    """A book on an exchange day: what it may redeem, its place in the queue, what it had already.

    `barred` says that the book may not redeem at all (suspended, vetoed, or a red book where these do not).
    """

    account: AccountRow
    redeemable: Points
    barred: bool
    ticket: int | None
    had: Points
    slips: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """What the slips, the ledger and the stock say of an exchange day; they must agree.

    `price_points` are pieces given times the prices of their days.
    """

    slips: int
    slip_points: Points
    ledger_points: Points
    price_points: Points
    slip_pieces: int
    stock_pieces: int
    service_pieces: int

    @property
    def agrees(self) -> bool:
        """Goods, slips and points say the same."""
        return (
            self.slip_points == self.ledger_points == self.price_points
            and self.slip_pieces == self.stock_pieces + self.service_pieces
        )
