from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from passbook_desk.kernel.points import Points


class GoodsKind(StrEnum):
    """Whether pieces lie in stock or a service is promised (理发, 食堂一天, 物业费抵扣)."""

    GOODS = "goods"
    SERVICE = "service"


class LimitPeriod(StrEnum):
    """How often a household may have so many pieces."""

    NONE = ""
    VISIT = "visit"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class PriceRow:
    """What a piece costs from a day on."""

    id: int
    number: int
    points: Points
    from_on: date
    reference: str
    set_by: str


@dataclass(frozen=True, slots=True)
class GoodsRow:
    """Something to redeem with its price of today and its stock at an outlet, or at all together.

    `points` is None where no price is in force yet. `stock` is None for a service. `expired` pieces are part
    of the stock and cannot be redeemed; `expires_on` is the earliest day of those that still can.
    """

    id: int
    uid: str
    code: str
    name: str
    spec: str
    brand: str
    unit: str
    category: str
    kind: GoodsKind
    barcode: str
    reorder_least: int
    limit_count: int | None
    limit_period: LimitPeriod
    shelf: str
    shelf_months: int | None
    remark: str
    retired_on: date | None
    price_id: int | None
    points: Points | None
    stock: int | None
    expired: int = 0
    expires_on: date | None = None
    wanted: int = 0

    @property
    def free(self) -> int | None:
        """Pieces that can be redeemed today; None for a service."""
        return None if self.stock is None else self.stock - self.expired

    @property
    def called(self) -> str:
        """Name and specification, as one says it at the counter."""
        return f"{self.name} {self.spec}".strip()

    @property
    def low(self) -> bool:
        """Below the stock at which it should be bought again."""
        return self.free is not None and self.free < self.reorder_least


@dataclass(frozen=True, slots=True)
class SaveGoods:
    """Goods as the form sends them; without an id they are new. An empty code gets the next free number."""

    uid: str
    code: str
    name: str
    spec: str = ""
    brand: str = ""
    unit: str = "件"
    category: str = ""
    kind: GoodsKind = GoodsKind.GOODS
    barcode: str = ""
    reorder_least: int = 0
    limit_count: int | None = None
    limit_period: LimitPeriod = LimitPeriod.NONE
    shelf: str = ""
    shelf_months: int | None = None
    remark: str = ""
    goods_id: int | None = None


@dataclass(frozen=True, slots=True)
class SetPrice:
    """What a piece costs from a day on, by which decision."""

    uid: str
    goods_id: int
    points: Points
    from_on: date
    reference: str = ""


@dataclass(frozen=True, slots=True)
class OutletRow:
    """A place where points are redeemed."""

    id: int
    uid: str
    name: str
    retired_on: date | None
