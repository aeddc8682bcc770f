"""What to buy and what expires: the purchase list, batches near their last day, and both as counts."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import and_, case, func, select
from sqlalchemy.orm import aliased

from passbook_desk.db.store import Scope
from passbook_desk.features.redemption.goods.queries import goods_rows
from passbook_desk.features.redemption.goods.values import GoodsKind, GoodsRow
from passbook_desk.features.redemption.model import (
    Demand,
    Goods,
    Outlet,
    StockBatch,
    StockLevel,
    StockMove,
    StockPaper,
)
from passbook_desk.features.redemption.stock.rules import EXPIRY_WARNING
from passbook_desk.features.redemption.stock.values import MoveKind
from passbook_desk.kernel.points import NO_MONEY, Money

_FILLED_UP: Final = 2
"""How many times the reorder level is bought up to."""


@dataclass(frozen=True, slots=True)
class PurchaseRow:
    """Goods to buy: how many pieces, and what one piece cost last time; None where nobody said."""

    goods: GoodsRow
    quantity: int
    last_cost: Money | None

    @property
    def money(self) -> Money | None:
        """What they will cost if the cost has not changed."""
        return None if self.last_cost is None else self.last_cost * self.quantity


@dataclass(frozen=True, slots=True)
class ExpiringRow:
    """Pieces of a batch at an outlet that expire within two months, or have expired."""

    goods_id: int
    code: str
    name: str
    spec: str
    unit: str
    shelf: str
    batch_number: int
    outlet: str
    quantity: int
    expires_on: date
    from_whom: str
    expired: bool


@dataclass(frozen=True, slots=True)
class ShopWarnings:
    """How many kinds of goods are below their level, expire soon, have expired, are asked for in vain."""

    low: int
    expiring: int
    expired: int
    wanted: int


def suggested_quantity(free: int, reorder_least: int, waiting: int) -> int:
    """Pieces to buy: up to twice the reorder level, and one for everyone who waits, less what is free.

    Twice, because what is filled up to the level alone is below it again with the next visit. Nothing is
    bought while the level is kept and what is free does for all who wait.
    """
    if free >= reorder_least and free >= waiting:
        return 0
    aim = reorder_least * _FILLED_UP if free < reorder_least else 0
    return max(aim + waiting - free, 0)


def purchase_list(scope: Scope, outlet_id: int | None = None) -> tuple[PurchaseRow, ...]:
    """Goods below their reorder level or asked for in vain, in the order of their codes.

    Expired pieces count as gone. With an outlet, its stock alone is compared. `suggested_quantity` says how
    many.
    """
    found = []
    for row in goods_rows(scope, outlet_id=outlet_id):
        if row.free is not None:
            quantity = suggested_quantity(row.free, row.reorder_least, row.wanted)
            if quantity:
                found.append((row, quantity))
    costs = last_costs(scope, [row.id for row, _ in found])
    return tuple(PurchaseRow(row, quantity, costs.get(row.id)) for row, quantity in found)


def money_for(rows: Sequence[PurchaseRow]) -> tuple[Money, int]:
    """What the goods will cost where that is known, and of how many kinds it is not."""
    known = [row.money for row in rows if row.money is not None]
    return sum(known, NO_MONEY), len(rows) - len(known)


def last_costs(scope: Scope, goods_ids: Collection[int]) -> dict[int, Money]:
    """What a piece cost when it came last with a cost, by goods; receipts taken back do not count."""
    taking_back = aliased(StockMove)
    rows = scope.session.execute(
        select(StockBatch.goods_id, StockBatch.cost)
        .join(StockPaper, StockPaper.id == StockBatch.paper_id)
        .join(
            StockMove,
            and_(
                StockMove.batch_id == StockBatch.id,
                StockMove.paper_id == StockPaper.id,
                StockMove.kind == MoveKind.IN.value,
            ),
        )
        .outerjoin(taking_back, taking_back.reverses_id == StockMove.id)
        .where(
            StockBatch.goods_id.in_(goods_ids),
            StockBatch.cost.is_not(None),
            taking_back.id.is_(None),
        )
        .order_by(StockPaper.done_on, StockBatch.id)
    )
    return {goods_id: cost for goods_id, cost in rows if cost is not None}


def expiring(scope: Scope) -> tuple[ExpiringRow, ...]:
    """Batches that have expired and those that will within two months, the earliest first."""
    rows = scope.session.execute(
        select(StockBatch, StockLevel.quantity, Goods, Outlet.name, StockPaper.from_whom)
        .join(StockLevel, StockLevel.batch_id == StockBatch.id)
        .join(Goods, Goods.id == StockBatch.goods_id)
        .join(Outlet, Outlet.id == StockLevel.outlet_id)
        .join(StockPaper, StockPaper.id == StockBatch.paper_id)
        .where(
            Goods.village_id == scope.village_id,
            StockLevel.quantity > 0,
            StockBatch.expires_on <= scope.today + EXPIRY_WARNING,
        )
        .order_by(StockBatch.expires_on, Goods.code, StockBatch.id, Outlet.id)
    )
    return tuple(
        ExpiringRow(
            goods_id=goods.id,
            code=goods.code,
            name=goods.name,
            spec=goods.spec,
            unit=goods.unit,
            shelf=goods.shelf,
            batch_number=batch.number,
            outlet=outlet,
            quantity=quantity,
            expires_on=batch.expires_on,
            from_whom=from_whom,
            expired=batch.expires_on < scope.today,
        )
        for batch, quantity, goods, outlet, from_whom in rows
        if batch.expires_on is not None
    )


def shop_warnings(scope: Scope) -> ShopWarnings:
    """What the home page warns of, counted in one statement."""
    today, until = scope.today, scope.today + EXPIRY_WARNING
    gone = StockBatch.expires_on < today
    held = (
        select(
            StockBatch.goods_id,
            func.sum(case((gone, 0), else_=StockLevel.quantity)).label("free"),
            func.max(case((gone, 1), else_=0)).label("expired"),
            func.max(case((StockBatch.expires_on.between(today, until), 1), else_=0)).label("soon"),
        )
        .join(StockLevel, StockLevel.batch_id == StockBatch.id)
        .where(StockLevel.quantity > 0)
        .group_by(StockBatch.goods_id)
        .subquery()
    )
    waiting = select(Demand.id).where(Demand.goods_id == Goods.id, Demand.done_on.is_(None)).exists()
    offered = Goods.retired_on.is_(None)
    low = and_(
        offered,
        Goods.kind == GoodsKind.GOODS.value,
        func.coalesce(held.c.free, 0) < Goods.reorder_least,
    )
    counts = scope.session.execute(
        select(
            func.coalesce(func.sum(case((low, 1), else_=0)), 0),
            func.coalesce(func.sum(held.c.soon), 0),
            func.coalesce(func.sum(held.c.expired), 0),
            func.coalesce(func.sum(case((and_(offered, waiting), 1), else_=0)), 0),
        )
        .select_from(Goods)
        .outerjoin(held, held.c.goods_id == Goods.id)
        .where(Goods.village_id == scope.village_id)
    ).one()
    return ShopWarnings(*counts)
