from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from passbook_desk.kernel.points import NO_MONEY, ZERO, Money, Points


class PaperKind(StrEnum):
    """How goods came or went other than at the counter."""

    OPENING = "opening"
    """What lay there when the program took over."""
    BOUGHT = "bought"
    DONATED = "donated"
    TRANSFERRED = "transferred"
    """From the township or another village."""
    MOVED = "moved"
    """From one outlet to another."""
    DAMAGED = "damaged"
    EXPIRED = "expired"
    RETURNED = "returned"
    """Back to whoever sold or gave them."""

    @property
    def comes_in(self) -> bool:
        """Pieces come from outside and found batches."""
        return self in (PaperKind.OPENING, PaperKind.BOUGHT, PaperKind.DONATED, PaperKind.TRANSFERRED)


class MoveKind(StrEnum):
    """What a movement of pieces is."""

    IN = "in"
    OUT = "out"
    REDEEMED = "redeemed"
    COUNTED = "counted"
    REVERSAL = "reversal"


@dataclass(frozen=True, slots=True)
class ReceivedItem:
    """Pieces of one kind on a receipt; `cost` is of one piece."""

    goods_id: int
    quantity: int
    expires_on: date | None = None
    cost: Money | None = None


@dataclass(frozen=True, slots=True)
class ReceiveGoods:
    """A receipt (入库单): what came, from whom, handed over and received by whom (two signatures)."""

    uid: str
    kind: PaperKind
    outlet_id: int
    done_on: date
    items: tuple[ReceivedItem, ...]
    from_whom: str = ""
    handed_by: str = ""
    received_by: str = ""
    reference: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class TakenItem:
    """Pieces to take out of stock; without a batch those that expire first."""

    goods_id: int
    quantity: int
    batch_id: int | None = None


@dataclass(frozen=True, slots=True)
class WriteOff:
    """Pieces that were damaged, have expired or go back to where they came from (`from_whom`), and why."""

    uid: str
    kind: PaperKind
    outlet_id: int
    done_on: date
    items: tuple[TakenItem, ...]
    words: str
    from_whom: str = ""
    handed_by: str = ""
    received_by: str = ""


@dataclass(frozen=True, slots=True)
class MoveGoods:
    """Pieces that go from one outlet to another, signed by both."""

    uid: str
    from_outlet_id: int
    to_outlet_id: int
    done_on: date
    items: tuple[TakenItem, ...]
    handed_by: str = ""
    received_by: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class BatchRow:
    """Pieces that came together and what is left of them at an outlet."""

    id: int
    goods_id: int
    goods_code: str
    goods_name: str
    number: int
    outlet_id: int
    quantity: int
    expires_on: date | None
    cost: Money | None
    source: PaperKind
    from_whom: str
    came_on: date

    def expired(self, today: date) -> bool:
        """Past its last day."""
        return self.expires_on is not None and self.expires_on < today


@dataclass(frozen=True, slots=True)
class MoveRow:
    """A movement as the stock ledger (库存台账) shows it, with the number of its paper, slip or stocktake.

    `paper` is the kind of its paper, None for what is no paper's: that is a slip's, `of_slip`, or a
    stocktake's. `document_id` is the id of whichever it is.
    """

    id: int
    number: int
    kind: MoveKind
    goods_id: int
    goods_code: str
    goods_name: str
    batch_number: int
    outlet: str
    quantity: int
    moved_on: date
    document: str
    document_id: int
    paper: PaperKind | None
    of_slip: bool
    reason: str
    recorded_at: datetime
    recorded_by: str
    reversed: bool


@dataclass(frozen=True, slots=True)
class PaperItemRow:
    """Pieces of one batch on a paper: positive as they came, negative as they went."""

    goods_id: int
    code: str
    name: str
    spec: str
    brand: str
    unit: str
    category: str
    shelf: str
    batch_number: int
    quantity: int
    expires_on: date | None
    cost: Money | None
    price: Points | None


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A receipt, a write-off or a transfer with its pieces.

    `back_on` and `back_reason` say when and why it was taken back; of a transfer `from_whom` is the outlet
    that the pieces went to.
    """

    id: int
    uid: str
    number: str
    kind: PaperKind
    outlet: str
    done_on: date
    from_whom: str
    handed_by: str
    received_by: str
    reference: str
    words: str
    items: tuple[PaperItemRow, ...]
    recorded_by: str
    recorded_at: datetime
    back_on: date | None = None
    back_reason: str = ""

    @property
    def taken_back(self) -> bool:
        """Whether the pieces went back where they came from."""
        return self.back_on is not None

    @property
    def pieces(self) -> int:
        """How many pieces came or went."""
        return sum(abs(item.quantity) for item in self.items)

    @property
    def value(self) -> Points:
        """What they cost in points on the day of the paper; what had no price yet counts nothing."""
        return sum((item.price * abs(item.quantity) for item in self.items if item.price), ZERO)

    @property
    def cost(self) -> Money:
        """What was paid for them, where it was said."""
        return sum((item.cost * abs(item.quantity) for item in self.items if item.cost), NO_MONEY)
