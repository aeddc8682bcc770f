from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from passbook_desk.features.ledger.values import AccountRow
from passbook_desk.features.redemption.counter.values import SlipRow
from passbook_desk.kernel.points import ZERO, Points


class ExchangeState(StrEnum):
    """How far an exchange day has come."""

    AHEAD = "ahead"
    HELD = "held"
    OVER = "over"
    """Its days are past, it is not settled yet."""
    SETTLED = "settled"


class Barred(StrEnum):
    """Why a book may not redeem at all."""

    NO = ""
    SUSPENDED = "suspended"
    """Below the suspension line."""
    VETOED = "vetoed"
    MEMBERS = "members"
    """A red book in a village where these are not for goods."""
    CLOSED = "closed"
    """Of a shop or a unit that has closed."""


@dataclass(frozen=True, slots=True)
class OpenExchangeDay:
    """Days on which the village redeems together, at one place. `uid` is made when the form opens."""

    uid: str
    name: str
    outlet_id: int
    held_on: date
    until_on: date


@dataclass(frozen=True, slots=True)
class GiveTicket:
    """A place in the queue of an exchange day for a book."""

    uid: str
    exchange_day_id: int
    account_id: int


@dataclass(frozen=True, slots=True)
class SettleExchangeDay:
    """Freeze what an exchange day came to; `words` are what the village wants to remember of it."""

    uid: str
    exchange_day_id: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class Settlement:
    """What an exchange day came to: standing slips, their points, the pieces they gave."""

    slips: int
    points: Points
    pieces: int
    words: str
    settled_at: datetime
    settled_by: str


@dataclass(frozen=True, slots=True)
class ExchangeDayRow:
    """An exchange day and how far it has come: tickets given, slips that stand. `settled` closes it.

    Of a settled day `slips`, `points` and `pieces` are what was frozen.
    """

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

    def state(self, today: date) -> ExchangeState:
        """How far it has come on a day."""
        if self.settled is not None:
            return ExchangeState.SETTLED
        if today < self.held_on:
            return ExchangeState.AHEAD
        return ExchangeState.HELD if today <= self.until_on else ExchangeState.OVER


@dataclass(frozen=True, slots=True)
class EntitledRow:
    """A book on an exchange day: what it may redeem, its place in the queue, what it had already.

    `book_number` is that of the paper book in use, that of the account where there is none. `barred` says
    why the book may not redeem, with the last day of a veto in `until`. `waiting` is True from the ticket
    to the first slip after it that stands.
    """

    account: AccountRow
    book_number: str
    house_number: str
    redeemable: Points
    barred: Barred
    until: date | None
    ticket: int | None
    waiting: bool
    had: Points
    slips: tuple[str, ...]

    @property
    def may(self) -> bool:
        """Whether it can redeem something now."""
        return self.barred is Barred.NO and self.redeemable > ZERO

    @property
    def listed(self) -> bool:
        """Whether it stands on the list of those who may redeem: those who had something stay on it."""
        return self.may or bool(self.slips)


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


@dataclass(frozen=True, slots=True)
class GoodsOfDay:
    """Goods on an exchange day: opening stock and what else came or went are what was left and given.

    `opening + other - given == left`; a service has no stock. `given` and `points` are those of the slips
    that count.
    """

    goods_id: int
    code: str
    name: str
    spec: str
    unit: str
    service: bool
    opening: int
    other: int
    given: int
    left: int
    points: Points

    @property
    def called(self) -> str:
        """Name and specification, as one says it at the counter."""
        return f"{self.name} {self.spec}".strip()

    @property
    def moved(self) -> bool:
        """Whether there was or is any of it."""
        return bool(self.opening or self.other or self.given or self.left)


@dataclass(frozen=True, slots=True)
class ExchangeDayCard:
    """An exchange day with its goods at the place where it is held, and how many books had something.

    Of a settled day `tie`, `books` and `goods` are as they were when it was settled, and `later` the slips
    that were taken back since.
    """

    row: ExchangeDayRow
    tie: Tie
    books: int
    goods: tuple[GoodsOfDay, ...]
    later: tuple[SlipRow, ...]


@dataclass(frozen=True, slots=True)
class ExchangeSheet:
    """Everything that is printed of an exchange day."""

    village_name: str
    card: ExchangeDayCard
    rows: tuple[EntitledRow, ...]
