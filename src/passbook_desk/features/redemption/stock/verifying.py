"""The stock kept of every batch against its movements."""

from sqlalchemy import func, select

from passbook_desk.db.store import Scope
from passbook_desk.features.redemption.model import Goods, Outlet, StockBatch, StockLevel, StockMove
from passbook_desk.features.redemption.stock.errors import StockBroken


def verify_stock(scope: Scope) -> None:
    """Add up the movements of every batch anew and compare with the stock kept. Raises StockBroken."""
    summed = {
        (batch_id, outlet_id): quantity
        for batch_id, outlet_id, quantity in scope.session.execute(
            select(StockMove.batch_id, StockMove.outlet_id, func.sum(StockMove.quantity))
            .where(StockMove.village_id == scope.village_id)
            .group_by(StockMove.batch_id, StockMove.outlet_id)
        )
    }
    kept = {
        (level.batch_id, level.outlet_id): level.quantity
        for level in scope.session.scalars(
            select(StockLevel)
            .join(Outlet, Outlet.id == StockLevel.outlet_id)
            .where(Outlet.village_id == scope.village_id)
        )
    }
    for batch_id, outlet_id in sorted(summed.keys() | kept.keys()):
        if summed.get((batch_id, outlet_id), 0) != kept.get((batch_id, outlet_id), 0):
            batch = scope.session.get(StockBatch, batch_id)
            goods = None if batch is None else scope.session.get(Goods, batch.goods_id)
            raise StockBroken(
                goods="" if goods is None else goods.name, batch=0 if batch is None else batch.number
            )
