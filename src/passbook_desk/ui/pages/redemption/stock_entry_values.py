"""What stands on a paper that is being filled in (no Qt)."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from passbook_desk.features.redemption.goods.values import GoodsRow, OutletRow
from passbook_desk.features.redemption.stock.values import BatchRow, PaperKind
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.points import NO_MONEY, ZERO, Money, Points


class Family(StrEnum):
    """Papers that are filled in alike."""

    IN = "in"
    OUT = "out"
    MOVED = "moved"


def family_of(kind: PaperKind) -> Family:
    """Which papers a kind is filled in like."""
    if kind.comes_in:
        return Family.IN
    return Family.MOVED if kind is PaperKind.MOVED else Family.OUT


KINDS_OF = {
    Family.IN: (PaperKind.BOUGHT, PaperKind.DONATED, PaperKind.TRANSFERRED, PaperKind.OPENING),
    Family.OUT: (PaperKind.DAMAGED, PaperKind.EXPIRED, PaperKind.RETURNED),
    Family.MOVED: (PaperKind.MOVED,),
}


@dataclass(frozen=True, slots=True)
class EntryLine:
    """Pieces on the paper: what comes has last day and cost, what goes a batch or else what expires first.

    `price` is what a piece costs in points on the day of the paper.
    """

    goods: GoodsRow
    quantity: int
    expires_on: date | None = None
    cost: Money | None = None
    batch: BatchRow | None = None
    price: Points | None = None

    @property
    def points(self) -> Points:
        """What they cost in points; nothing without a price."""
        return ZERO if self.price is None else self.price * self.quantity

    def same_as(self, other: "EntryLine") -> bool:
        """Whether both are of one batch, or will be."""
        mine = (self.goods.id, self.expires_on, self.cost, self.batch and self.batch.id)
        return mine == (other.goods.id, other.expires_on, other.cost, other.batch and other.batch.id)


@dataclass(frozen=True, slots=True)
class Totals:
    """What the lines come to."""

    kinds: int
    pieces: int
    points: Points
    cost: Money


def totals(lines: list[EntryLine]) -> Totals:
    """Add the lines up."""
    return Totals(
        kinds=len({line.goods.id for line in lines}),
        pieces=sum(line.quantity for line in lines),
        points=sum((line.points for line in lines), ZERO),
        cost=sum((line.cost * line.quantity for line in lines if line.cost is not None), NO_MONEY),
    )


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above the lines. `to_outlet_id` is for a transfer."""

    kind: PaperKind
    outlet_id: int
    done_on: date
    from_whom: str = ""
    handed_by: str = ""
    received_by: str = ""
    reference: str = ""
    words: str = ""
    to_outlet_id: int = 0


@dataclass(slots=True)
class Draft:
    """A paper before it is saved; its `uid` makes saving twice harmless (DECISIONS 15)."""

    uid: str = field(default_factory=new_uid)
    lines: list[EntryLine] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Shelves:
    """Goods that can stand on a paper, what lies where, and the places that are open."""

    goods: tuple[GoodsRow, ...]
    batches: tuple[BatchRow, ...]
    outlets: tuple[OutletRow, ...]
