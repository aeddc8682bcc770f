from dataclasses import dataclass
from datetime import date

from passbook_desk.features.ledger.values import AccountRow
from passbook_desk.kernel.period import DateSpan
from passbook_desk.kernel.periods import Period
from passbook_desk.kernel.points import NO_MONEY, ZERO, Money, Points


@dataclass(frozen=True, slots=True)
class CountedItem:
    """A line of a slip as the ledger counts it: pieces and points are negative where it was taken back.

    `lost` are pieces of a slip that was taken back and that did not come back to the shelf.
    """

    slip_id: int
    account_id: int
    outlet_id: int
    goods_id: int
    pieces: int
    points: Points
    lost: int = 0

    @property
    def back(self) -> bool:
        """Whether this takes something back."""
        return self.pieces < 0


@dataclass(frozen=True, slots=True)
class RedeemedSums:
    """Pieces and points that were redeemed, less what was taken back; `slips` those that gave something."""

    slips: int = 0
    pieces: int = 0
    points: Points = ZERO


@dataclass(frozen=True, slots=True)
class GoodsSums:
    """What was redeemed of one kind. `back` are pieces taken back, `lost` those of them that are gone."""

    goods_id: int
    code: str
    name: str
    spec: str
    unit: str
    service: bool
    redeemed: RedeemedSums
    back: int = 0
    lost: int = 0


@dataclass(frozen=True, slots=True)
class OutletSums:
    """What one place to redeem gave out."""

    name: str
    redeemed: RedeemedSums


@dataclass(frozen=True, slots=True)
class GroupSums:
    """What the books of a grid redeemed; shops and units stand in groups of their own.

    `holders` are the households of the grid that take part in points (of shops and units: their books),
    `served` those of them that redeemed something.
    """

    name: str
    holders: int
    served: int
    redeemed: RedeemedSums


@dataclass(frozen=True, slots=True)
class BookSums:
    """What one book redeemed."""

    account: AccountRow
    redeemed: RedeemedSums


@dataclass(frozen=True, slots=True)
class StockSums:
    """What lies there now: pieces, those of them that have expired, and what the others cost in points.

    `unpriced` are pieces of goods without a price, which are in no value.
    """

    kinds: int
    pieces: int
    expired: int
    unpriced: int
    value: Points


@dataclass(frozen=True, slots=True)
class Outstanding:
    """Points that could be spent now: of all open books, and what of it the counter would take.

    `barred` are books with points to spend that may redeem nothing now.
    """

    books: int
    spendable: Points
    redeemable: Points
    barred: int


@dataclass(frozen=True, slots=True)
class Budget:
    """The shop's budget of a year beside what the goods cost that were bought in it.

    `planned` is nothing where the village says no sum. `unsaid` are pieces that were bought at a cost nobody
    said.
    """

    year: Period
    planned: Money
    spent: Money
    unsaid: int

    @property
    def left(self) -> Money | None:
        """What remains, negative where more was spent; None without a budget."""
        return None if self.planned == NO_MONEY else self.planned - self.spent


@dataclass(frozen=True, slots=True)
class RedemptionSummary:
    """兑换情况汇总 of a period, by the days that the ledger counts; stock and points to spend as of today.

    `given` and `back` are slips that count in the period and slips whose taking back does; both together
    are `net`. `running` says that the period is not over.
    """

    period: Period
    span: DateSpan
    made_on: date
    running: bool
    given: RedeemedSums
    back: RedeemedSums
    net: RedeemedSums
    services: RedeemedSums
    households: int
    served: int
    goods: tuple[GoodsSums, ...]
    outlets: tuple[OutletSums, ...]
    groups: tuple[GroupSums, ...]
    stock: StockSums
    outstanding: Outstanding
    budget: Budget

    @property
    def back_percent(self) -> int | None:
        """Of a hundred slips so many were taken back, rounded half up; None where there was none."""
        if not self.given.slips:
            return None
        return (self.back.slips * 200 + self.given.slips) // (2 * self.given.slips)
