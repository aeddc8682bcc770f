from dataclasses import dataclass
from datetime import date, datetime

from passbook_desk.features.ledger.counting.standing_values import Standing
from passbook_desk.features.ledger.values import AccountRow
from passbook_desk.features.passbooks.books.values import BookRow
from passbook_desk.features.redemption.goods.values import GoodsRow
from passbook_desk.kernel.points import Points


@dataclass(frozen=True, slots=True)
class Wanted:
    """So many pieces of something."""

    goods_id: int
    quantity: int = 1


@dataclass(frozen=True, slots=True)
class Redeem:
    """A visit at the counter: whose book, what, who collects. `uid` is made when the visitor is found
    (DECISIONS 15). `paper_ref` names the sheet the second person signed, for one's own household.
    """

    uid: str
    account_id: int
    outlet_id: int
    wanted: tuple[Wanted, ...]
    collector: str = ""
    relation: str = ""
    exchange_day_id: int | None = None
    paper_ref: str = ""


@dataclass(frozen=True, slots=True)
class UndoSlip:
    """Take a redemption back; `goods_back` says that the pieces lie on the shelf again.

    Without a reason only one's own of today that is on no paper.
    """

    uid: str
    slip_id: int
    reason: str = ""
    goods_back: bool = True


@dataclass(frozen=True, slots=True)
class SlipItemRow:
    """One line of a slip."""

    number: int
    goods_id: int
    code: str
    name: str
    spec: str
    unit: str
    service: bool
    quantity: int
    price: Points
    points: Points


@dataclass(frozen=True, slots=True)
class SlipRow:
    """A slip (兑换单). `undone_on` is None while it stands; `left` is what could be spent after it."""

    id: int
    uid: str
    number: str
    account: AccountRow
    outlet_id: int
    outlet: str
    redeemed_on: date
    items: tuple[SlipItemRow, ...]
    points: Points
    before: Points
    left: Points
    collector: str
    relation: str
    served_by: str
    served_at: datetime
    paper_ref: str
    exchange_day_id: int | None
    voucher_id: int
    undone_on: date | None = None
    undone_by: str = ""
    undo_reason: str = ""
    goods_back: bool = False

    @property
    def pieces(self) -> int:
        """How many pieces were given."""
        return sum(item.quantity for item in self.items)


@dataclass(frozen=True, slots=True)
class CollectorRow:
    """Somebody who collected for this book before, the latest first."""

    name: str
    relation: str


@dataclass(frozen=True, slots=True)
class Visitor:
    """Whoever stands at the counter: the book, what it allows, and who came for it before.

    `own` is True when whoever serves belongs to this household. `book` is the one in use, None where the
    account has none. `today_open` is False on a day on which the
    village gives nothing out, and `barred` in a book that may not redeem at all.
    """

    account: AccountRow
    standing: Standing
    balance: Points
    pending: Points
    collectors: tuple[CollectorRow, ...]
    own: bool
    book: BookRow | None
    today_open: bool
    barred: bool


@dataclass(frozen=True, slots=True)
class Offer:
    """Goods for this visitor: how many pieces can be had, and why not more.

    `short` is what is missing for one piece, None when one can be paid. `limit_left` are the pieces that the
    household may still have, None without a limit. `key` is the number typed for it at the counter.
    """

    key: int
    goods: GoodsRow
    most: int
    short: Points | None = None
    limit_left: int | None = None

    @property
    def out_of_stock(self) -> bool:
        """Nothing that could be given lies there."""
        return self.goods.free == 0
