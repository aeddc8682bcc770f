"""Every confirmed stocktake against what it moved."""

from collections import defaultdict

from sqlalchemy import select

from passbook_desk.db.store import Scope
from passbook_desk.features.redemption.model import StockBatch, StockMove
from passbook_desk.features.redemption.stock.values import MoveKind
from passbook_desk.features.redemption.stocktake.errors import StocktakeBroken
from passbook_desk.features.redemption.stocktake.queries import book_stock, latest_counts, stocktakes
from passbook_desk.features.redemption.stocktake.values import StocktakeState

_MOVED = (StocktakeState.CONFIRMED, StocktakeState.REVERSED)


def verify_stocktakes(scope: Scope) -> int:
    """Check every stocktake and return how many there are.

    What it moved of each kind is what was counted less the book stock at that count; one that is open or
    dropped moved nothing; of one that was taken back every movement is reversed. Raises StocktakeBroken.
    """
    moved: dict[int, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    net: dict[int, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for move, goods_id in scope.session.execute(
        select(StockMove, StockBatch.goods_id)
        .join(StockBatch, StockBatch.id == StockMove.batch_id)
        .where(StockMove.village_id == scope.village_id, StockMove.stocktake_id.is_not(None))
    ):
        net[move.stocktake_id or 0][goods_id] += move.quantity
        if move.kind == MoveKind.COUNTED:
            moved[move.stocktake_id or 0][goods_id] += move.quantity
    rows = stocktakes(scope)
    for row in rows:
        found: dict[int, int] = {}
        if row.state in _MOVED:
            counts = latest_counts(scope, row.id)
            differing = {
                goods_id: count.quantity - book_stock(scope, row.outlet_id, goods_id, count.last_move)
                for goods_id, count in counts.items()
            }
            found = {goods_id: difference for goods_id, difference in differing.items() if difference}
        left = {} if row.state is StocktakeState.REVERSED else found
        if dict(moved[row.id]) != found or {key: some for key, some in net[row.id].items() if some} != left:
            raise StocktakeBroken(number=row.number)
    return len(rows)
