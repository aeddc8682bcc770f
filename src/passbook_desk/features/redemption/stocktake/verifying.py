"""Every confirmed stocktake against what it moved."""

from bisect import bisect_right
from collections import defaultdict
from itertools import accumulate

from sqlalchemy import select

from passbook_desk.db.store import Scope
from passbook_desk.features.redemption.model import StockBatch, StockMove
from passbook_desk.features.redemption.stock.values import MoveKind
from passbook_desk.features.redemption.stocktake.errors import StocktakeBroken
from passbook_desk.features.redemption.stocktake.queries import latest_counts, stocktakes
from passbook_desk.features.redemption.stocktake.values import StocktakeState

_MOVED = (StocktakeState.CONFIRMED, StocktakeState.REVERSED)


class _Books:
    """Pieces of goods at an outlet after any movement, added up from the movements themselves."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[int, int], list[int]] = defaultdict(list)
        self._pieces: dict[tuple[int, int], list[int]] = defaultdict(list)
        self._sums: dict[tuple[int, int], list[int]] = {}

    def add(self, outlet_id: int, goods_id: int, number: int, quantity: int) -> None:
        """One movement; they come in the order of their numbers."""
        self._numbers[outlet_id, goods_id].append(number)
        self._pieces[outlet_id, goods_id].append(quantity)

    def at(self, outlet_id: int, goods_id: int, last_move: int) -> int:
        """Pieces after the movement of that number, once all movements are added."""
        key = outlet_id, goods_id
        if key not in self._sums:
            self._sums[key] = list(accumulate(self._pieces[key], initial=0))
        return self._sums[key][bisect_right(self._numbers[key], last_move)]


def verify_stocktakes(scope: Scope) -> int:
    """Check every stocktake and return how many there are.

    What it moved of each kind is what was counted less the book stock at that count; one that is open or
    dropped moved nothing; of one that was taken back every movement is reversed. Raises StocktakeBroken.
    """
    books = _Books()
    moved: dict[int, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    net: dict[int, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for outlet_id, goods_id, number, quantity, kind, stocktake_id in scope.session.execute(
        select(
            StockMove.outlet_id,
            StockBatch.goods_id,
            StockMove.number,
            StockMove.quantity,
            StockMove.kind,
            StockMove.stocktake_id,
        )
        .join(StockBatch, StockBatch.id == StockMove.batch_id)
        .where(StockMove.village_id == scope.village_id)
        .order_by(StockMove.number)
    ):
        books.add(outlet_id, goods_id, number, quantity)
        if stocktake_id is not None:
            net[stocktake_id][goods_id] += quantity
            if kind == MoveKind.COUNTED:
                moved[stocktake_id][goods_id] += quantity
    rows = stocktakes(scope)
    for row in rows:
        found: dict[int, int] = {}
        if row.state in _MOVED:
            for goods_id, count in latest_counts(scope, row.id).items():
                difference = count.quantity - books.at(row.outlet_id, goods_id, count.last_move)
                if difference:
                    found[goods_id] = difference
        left = {} if row.state is StocktakeState.REVERSED else found
        if dict(moved[row.id]) != found or {key: some for key, some in net[row.id].items() if some} != left:
            raise StocktakeBroken(number=row.number)
    return len(rows)
