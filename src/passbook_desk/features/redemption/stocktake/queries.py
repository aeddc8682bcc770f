from collections.abc import Collection

from sqlalchemy import func, select

from passbook_desk.db.store import Scope
from passbook_desk.features.access.model import Operator
from passbook_desk.features.redemption.goods.queries import goods_rows
from passbook_desk.features.redemption.goods.values import GoodsKind, GoodsRow
from passbook_desk.features.redemption.model import (
    Outlet,
    StockBatch,
    StockMove,
    Stocktake,
    StocktakeCount,
    StocktakeStep,
)
from passbook_desk.features.redemption.stocktake.errors import UnknownStocktake
from passbook_desk.features.redemption.stocktake.values import (
    CountRow,
    StocktakeCard,
    StocktakeRow,
    StocktakeState,
)


def stocktakes(scope: Scope) -> tuple[StocktakeRow, ...]:
    """Stocktakes, newest first."""
    rows = scope.session.execute(
        select(Stocktake, Outlet.name, Operator.name)
        .join(Outlet, Outlet.id == Stocktake.outlet_id)
        .join(Operator, Operator.id == Stocktake.begun_by)
        .where(Stocktake.village_id == scope.village_id)
        .order_by(Stocktake.id.desc())
    ).all()
    ids = [row.id for row, _, _ in rows]
    steps = _steps(scope, ids)
    counted = {
        stocktake_id: kinds
        for stocktake_id, kinds in scope.session.execute(
            select(StocktakeCount.stocktake_id, func.count(StocktakeCount.goods_id.distinct()))
            .where(StocktakeCount.stocktake_id.in_(ids))
            .group_by(StocktakeCount.stocktake_id)
        )
    }
    return tuple(
        _row(row, outlet, operator, steps.get(row.id, []), counted.get(row.id, 0))
        for row, outlet, operator in rows
    )


def stocktake_card(scope: Scope, stocktake_id: int) -> StocktakeCard:
    """One stocktake with what is to be counted. Raises UnknownStocktake."""
    row = next((each for each in stocktakes(scope) if each.id == stocktake_id), None)
    if row is None:
        raise UnknownStocktake(field="stocktake", number=str(stocktake_id))
    return StocktakeCard(row, _count_rows(scope, row))


def stocktake_numbered(scope: Scope, number: str) -> StocktakeCard:
    """The stocktake with this number; an empty one is the only one that goes on. Raises UnknownStocktake."""
    plain = number.strip()
    going_on = [each for each in stocktakes(scope) if each.state is StocktakeState.OPEN]
    chosen = going_on if not plain else [each for each in stocktakes(scope) if each.number == plain]
    if len(chosen) != 1:
        raise UnknownStocktake(field="stocktake", number=number)
    return stocktake_card(scope, chosen[0].id)


def book_stock(scope: Scope, outlet_id: int, goods_id: int, last_move: int) -> int:
    """Pieces of goods at an outlet after a movement."""
    found = scope.session.scalar(
        select(func.sum(StockMove.quantity))
        .join(StockBatch, StockBatch.id == StockMove.batch_id)
        .where(
            StockMove.village_id == scope.village_id,
            StockMove.outlet_id == outlet_id,
            StockMove.number <= last_move,
            StockBatch.goods_id == goods_id,
        )
    )
    return found or 0


def latest_counts(scope: Scope, stocktake_id: int) -> dict[int, StocktakeCount]:
    """The count that holds of each kind of goods."""
    rows = scope.session.scalars(
        select(StocktakeCount)
        .where(StocktakeCount.stocktake_id == stocktake_id)
        .order_by(StocktakeCount.number)
    )
    return {row.goods_id: row for row in rows}


def _count_rows(scope: Scope, row: StocktakeRow) -> tuple[CountRow, ...]:
    """What lies at the outlet or was counted there, and what is given out and could lie there."""
    counts = latest_counts(scope, row.id)
    goods = goods_rows(scope, outlet_id=row.outlet_id, retired_too=True)
    chosen = [
        each
        for each in goods
        if each.kind is GoodsKind.GOODS and (each.retired_on is None or each.stock or each.id in counts)
    ]
    return tuple(_count_row(scope, row, each, counts.get(each.id)) for each in chosen)


def _count_row(scope: Scope, row: StocktakeRow, goods: GoodsRow, count: StocktakeCount | None) -> CountRow:
    book = goods.stock or 0
    if count is not None:
        book = book_stock(scope, row.outlet_id, goods.id, count.last_move)
    return CountRow(
        goods_id=goods.id,
        code=goods.code,
        name=goods.name,
        spec=goods.spec,
        unit=goods.unit,
        shelf=goods.shelf,
        book=book,
        counted=None if count is None else count.quantity,
        reason="" if count is None else count.reason,
    )


def _steps(scope: Scope, ids: Collection[int]) -> dict[int, list[StocktakeStep]]:
    found: dict[int, list[StocktakeStep]] = {}
    for step in scope.session.scalars(
        select(StocktakeStep)
        .where(StocktakeStep.stocktake_id.in_(ids))
        .order_by(StocktakeStep.stocktake_id, StocktakeStep.number)
    ):
        found.setdefault(step.stocktake_id, []).append(step)
    return found


def _row(
    row: Stocktake, outlet: str, operator: str, steps: list[StocktakeStep], counted: int
) -> StocktakeRow:
    confirmed = next((step for step in steps if step.kind == StocktakeState.CONFIRMED), None)
    last = steps[-1] if steps else None
    return StocktakeRow(
        id=row.id,
        uid=row.uid,
        number=row.number,
        outlet_id=row.outlet_id,
        outlet=outlet,
        begun_on=row.begun_on,
        counters=row.counters,
        begun_by=operator,
        state=StocktakeState.OPEN if last is None else StocktakeState(last.kind),
        ended_on=None if last is None else last.done_on,
        witness="" if confirmed is None else confirmed.who,
        paper_ref="" if confirmed is None else confirmed.paper_ref,
        words="" if last is None else last.words,
        counted=counted,
    )
