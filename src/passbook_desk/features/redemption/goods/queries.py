from collections.abc import Collection
from datetime import date

from sqlalchemy import func, select

from passbook_desk.db.store import Scope
from passbook_desk.features.access.model import Operator
from passbook_desk.features.redemption.goods.errors import OutletNotSaid, UnknownGoods, UnknownOutlet
from passbook_desk.features.redemption.goods.rules import price_on, typed
from passbook_desk.features.redemption.goods.values import (
    GoodsKind,
    GoodsRow,
    LimitPeriod,
    OutletRow,
    PriceRow,
)
from passbook_desk.features.redemption.model import (
    Demand,
    Goods,
    GoodsPrice,
    Outlet,
    StockBatch,
    StockLevel,
)


def goods_rows(
    scope: Scope,
    *,
    outlet_id: int | None = None,
    ids: Collection[int] | None = None,
    retired_too: bool = False,
) -> tuple[GoodsRow, ...]:
    """Goods in the order of their codes, with the price of today and the stock at an outlet, or at all."""
    chosen = select(Goods).where(Goods.village_id == scope.village_id).order_by(Goods.code)
    if ids is not None:
        chosen = chosen.where(Goods.id.in_(ids))
    elif not retired_too:
        chosen = chosen.where(Goods.retired_on.is_(None))
    rows = scope.session.scalars(chosen).all()
    every = [row.id for row in rows]
    costs, levels, asked = prices(scope, every), _levels(scope, every, outlet_id), _wanted(scope, every)
    return tuple(_row(scope.today, row, costs, levels, asked) for row in rows)


def goods_by_code(scope: Scope, text: str) -> GoodsRow:
    """Goods by code or barcode, as typed or scanned. Raises UnknownGoods."""
    plain = typed(text)
    found = scope.session.scalar(
        select(Goods.id)
        .where(
            Goods.village_id == scope.village_id,
            (Goods.code == plain) | ((Goods.barcode == plain) & (Goods.barcode != "")),
        )
        .order_by(Goods.code != plain)
        .limit(1)
    )
    if found is None:
        raise UnknownGoods(field="goods", code=text)
    (row,) = goods_rows(scope, ids=(found,))
    return row


def prices(scope: Scope, goods_ids: Collection[int]) -> dict[int, tuple[PriceRow, ...]]:
    """Every price of these goods in the order in which they were set."""
    rows = scope.session.execute(
        select(GoodsPrice, Operator.name)
        .join(Operator, Operator.id == GoodsPrice.set_by)
        .where(GoodsPrice.goods_id.in_(goods_ids))
        .order_by(GoodsPrice.goods_id, GoodsPrice.number)
    )
    found: dict[int, tuple[PriceRow, ...]] = {}
    for price, name in rows:
        told = PriceRow(price.id, price.number, price.points, price.from_on, price.reference, name)
        found[price.goods_id] = (*found.get(price.goods_id, ()), told)
    return found


def outlets(scope: Scope, *, retired_too: bool = False) -> tuple[OutletRow, ...]:
    """Places to redeem in the order in which they were made."""
    chosen = select(Outlet).where(Outlet.village_id == scope.village_id).order_by(Outlet.id)
    if not retired_too:
        chosen = chosen.where(Outlet.retired_on.is_(None))
    rows = scope.session.scalars(chosen)
    return tuple(OutletRow(row.id, row.uid, row.name, row.retired_on) for row in rows)


def outlet_named(scope: Scope, name: str) -> OutletRow:
    """The place to redeem with this name; an empty name is the only one.

    Raises UnknownOutlet, OutletNotSaid.
    """
    rows = outlets(scope)
    if not name.strip() and len(rows) == 1:
        return rows[0]
    if not name.strip() and rows:
        raise OutletNotSaid(field="outlet", names=[row.name for row in rows])
    for row in rows:
        if row.name == name.strip():
            return row
    raise UnknownOutlet(field="outlet", name=name)


def _levels(
    scope: Scope, ids: Collection[int], outlet_id: int | None
) -> dict[int, list[tuple[int, date | None]]]:
    """Pieces and last day of each batch that still holds some, by goods."""
    chosen = (
        select(StockBatch.goods_id, StockLevel.quantity, StockBatch.expires_on)
        .join(StockBatch, StockBatch.id == StockLevel.batch_id)
        .where(StockBatch.goods_id.in_(ids), StockLevel.quantity > 0)
    )
    if outlet_id is not None:
        chosen = chosen.where(StockLevel.outlet_id == outlet_id)
    found: dict[int, list[tuple[int, date | None]]] = {}
    for goods_id, quantity, expires_on in scope.session.execute(chosen):
        found.setdefault(goods_id, []).append((quantity, expires_on))
    return found


def _wanted(scope: Scope, ids: Collection[int]) -> dict[int, int]:
    rows = scope.session.execute(
        select(Demand.goods_id, func.count())
        .where(Demand.goods_id.in_(ids), Demand.done_on.is_(None))
        .group_by(Demand.goods_id)
    )
    return {goods_id: count for goods_id, count in rows}


def _row(
    today: date,
    row: Goods,
    costs: dict[int, tuple[PriceRow, ...]],
    levels: dict[int, list[tuple[int, date | None]]],
    asked: dict[int, int],
) -> GoodsRow:
    price = price_on(costs.get(row.id, ()), today)
    held = levels.get(row.id, [])
    gone = [count for count, expires_on in held if expires_on is not None and expires_on < today]
    lasting = [expires_on for _, expires_on in held if expires_on is not None and expires_on >= today]
    service = row.kind == GoodsKind.SERVICE
    return GoodsRow(
        id=row.id,
        uid=row.uid,
        code=row.code,
        name=row.name,
        spec=row.spec,
        brand=row.brand,
        unit=row.unit,
        category=row.category,
        kind=GoodsKind(row.kind),
        barcode=row.barcode,
        reorder_least=row.reorder_least,
        limit_count=row.limit_count,
        limit_period=LimitPeriod(row.limit_period),
        shelf=row.shelf,
        shelf_months=row.shelf_months,
        remark=row.remark,
        retired_on=row.retired_on,
        price_id=None if price is None else price.id,
        points=None if price is None else price.points,
        stock=None if service else sum(count for count, _ in held),
        expired=sum(gone),
        expires_on=min(lasting, default=None),
        wanted=asked.get(row.id, 0),
    )
