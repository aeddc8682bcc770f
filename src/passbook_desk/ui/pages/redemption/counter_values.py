"""What the counter shows. No Qt here."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from passbook_desk.features.redemption.counter.values import Offer, Visitor, Wanted
from passbook_desk.features.redemption.goods.values import GoodsRow, OutletRow
from passbook_desk.kernel.points import ZERO, Points


@dataclass(frozen=True, slots=True)
class Shelf:
    """What can be had at all, before anybody stands there: goods of an outlet with their pictures.

    `outlet_id` is None while the village has no place to redeem. `next_day` is the next one on which goods
    are given out, where today is none (`open_today`). `single_clerk`: a signed sheet is the second person.
    """

    outlets: tuple[OutletRow, ...]
    outlet_id: int | None
    offers: tuple[Offer, ...]
    pictures: Mapping[int, bytes]
    open_today: bool
    next_day: date | None
    single_clerk: bool


@dataclass(frozen=True, slots=True)
class Visit:
    """Who stands there, and everything on the counter for that book. `uid` is that of the slip to come."""

    uid: str
    who: Visitor
    house_number: str
    offers: tuple[Offer, ...]


class Hindrance(StrEnum):
    """Why one more piece cannot be had."""

    NONE = ""
    OUT_OF_STOCK = "stock"
    ALL_CHOSEN = "chosen"
    """Every piece that lies there is chosen already."""
    LIMIT = "limit"
    SHORT = "short"
    """The points do not reach."""
    BARRED = "barred"
    """Nothing can be given to this book, or not today."""


@dataclass(frozen=True, slots=True)
class Tile:
    """Goods on the counter as they stand with what is chosen so far; `missing` points for one more piece."""

    offer: Offer
    chosen: int = 0
    hindrance: Hindrance = Hindrance.NONE
    missing: Points = ZERO


@dataclass(frozen=True, slots=True)
class BillLine:
    """Pieces of one kind that are chosen, and what they cost."""

    goods: GoodsRow
    quantity: int
    points: Points


@dataclass(frozen=True, slots=True)
class Bill:
    """What is chosen: lines in the order chosen, their sum, what can be redeemed before and after.

    `before` and `after` are None while nobody stands there.
    """

    tiles: tuple[Tile, ...]
    lines: tuple[BillLine, ...] = ()
    total: Points = ZERO
    before: Points | None = None
    after: Points | None = None


@dataclass(slots=True)
class Basket:
    """Goods chosen one piece after another, by their ids."""

    picks: list[int] = field(default_factory=list)

    def drop(self, goods_id: int | None = None) -> None:
        """Take one piece back: of these goods, or the one chosen last."""
        if goods_id is None:
            del self.picks[-1:]
        elif goods_id in self.picks:
            del self.picks[len(self.picks) - 1 - self.picks[::-1].index(goods_id)]

    def keep_only(self, known: Sequence[Offer]) -> None:
        """Forget goods that are not on the counter any more."""
        ids = {offer.goods.id for offer in known}
        self.picks = [goods_id for goods_id in self.picks if goods_id in ids]

    def wanted(self) -> tuple[Wanted, ...]:
        """Kinds and pieces in the order in which the kinds were chosen first."""
        return tuple(Wanted(goods_id, count) for goods_id, count in Counter(self.picks).items())

    def bill(self, offers: Sequence[Offer], who: Visitor | None) -> Bill:
        """The sum of what is chosen, and how the rest of the counter stands with it."""
        counts = Counter(self.picks)
        goods = {offer.goods.id: offer.goods for offer in offers}
        lines = tuple(
            BillLine(goods[goods_id], count, (goods[goods_id].points or ZERO) * count)
            for goods_id, count in counts.items()
        )
        total = sum((line.points for line in lines), ZERO)
        if who is None:
            return Bill(tuple(tile_of(offer, 0, None) for offer in offers))
        before = ZERO if who.barred else who.standing.redeemable
        left = before - total
        if who.barred or not who.today_open:
            tiles = tuple(Tile(offer, 0, Hindrance.BARRED) for offer in offers)
        else:
            tiles = tuple(tile_of(offer, counts[offer.goods.id], left) for offer in offers)
        return Bill(tiles, lines, total, before, left)


def tile_of(offer: Offer, chosen: int, left: Points | None) -> Tile:
    """How goods stand when so many are chosen and so many points are left; None while nobody is there."""
    price = offer.goods.points or ZERO
    if offer.out_of_stock:
        return Tile(offer, chosen, Hindrance.OUT_OF_STOCK)
    if left is None:
        return Tile(offer, chosen)
    if offer.goods.free is not None and chosen >= offer.goods.free:
        return Tile(offer, chosen, Hindrance.ALL_CHOSEN)
    if offer.limit_left is not None and chosen >= offer.limit_left:
        return Tile(offer, chosen, Hindrance.LIMIT)
    if price > left:
        return Tile(offer, chosen, Hindrance.SHORT, price - left)
    return Tile(offer, chosen)
