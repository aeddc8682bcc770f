from datetime import date
from typing import Any

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.orm import aliased

from passbook_desk.db.store import Scope
from passbook_desk.features.access.model import Operator
from passbook_desk.features.redemption.goods.queries import goods_rows, prices
from passbook_desk.features.redemption.goods.rules import price_on
from passbook_desk.features.redemption.goods.values import GoodsKind, GoodsRow
from passbook_desk.features.redemption.model import (
    Goods,
    Outlet,
    StockBatch,
    StockMove,
    Stocktake,
    StocktakeCount,
    StocktakeStep,
)
from passbook_desk.features.redemption.stock.values import MoveKind
from passbook_desk.features.redemption.stocktake.errors import UnknownStocktake
from passbook_desk.features.redemption.stocktake.values import (
    CountEntry,
    CountRow,
    StepRow,
    StocktakeCard,
    StocktakeRow,
    StocktakeSheet,
    StocktakeState,
)
from passbook_desk.features.village.queries import village


def stocktakes(scope: Scope) -> tuple[StocktakeRow, ...]:
    """Stocktakes, newest first."""
    return _read(scope, select(Stocktake.id).where(Stocktake.village_id == scope.village_id))


def stocktake_by_id(scope: Scope, stocktake_id: int) -> StocktakeRow:
    """One stocktake without what is counted. Raises UnknownStocktake."""
    chosen = select(Stocktake.id).where(
        Stocktake.village_id == scope.village_id, Stocktake.id == stocktake_id
    )
    for row in _read(scope, chosen):
        return row
    raise UnknownStocktake(field="stocktake", number=str(stocktake_id))


def stocktake_card(scope: Scope, stocktake_id: int) -> StocktakeCard:
    """One stocktake with what is to be counted. Raises UnknownStocktake."""
    row = stocktake_by_id(scope, stocktake_id)
    return StocktakeCard(row, _count_rows(scope, row), _step_rows(scope, stocktake_id))


def stocktake_numbered(scope: Scope, number: str) -> StocktakeCard:
    """The stocktake with this number; an empty one is the only one that goes on. Raises UnknownStocktake."""
    plain, rows = number.strip(), stocktakes(scope)
    if plain:
        chosen = [each for each in rows if each.number == plain]
    else:
        chosen = [each for each in rows if each.state is StocktakeState.OPEN]
    if len(chosen) != 1:
        raise UnknownStocktake(field="stocktake", number=number)
    return stocktake_card(scope, chosen[0].id)


def stocktake_sheet(scope: Scope, stocktake_id: int, *, blind: bool) -> StocktakeSheet:
    """What stands on a paper of a stocktake. Raises UnknownStocktake."""
    return StocktakeSheet(village(scope).name, stocktake_card(scope, stocktake_id), blind)


def last_stocktake(scope: Scope, outlet_id: int | None = None) -> date | None:
    """The day on which a stocktake was confirmed last, at an outlet or anywhere, and not taken back since."""
    later = aliased(StocktakeStep)
    chosen = (
        select(func.max(StocktakeStep.done_on))
        .join(Stocktake, Stocktake.id == StocktakeStep.stocktake_id)
        .outerjoin(
            later,
            and_(
                later.stocktake_id == StocktakeStep.stocktake_id,
                later.kind == StocktakeState.REVERSED.value,
            ),
        )
        .where(
            Stocktake.village_id == scope.village_id,
            StocktakeStep.kind == StocktakeState.CONFIRMED.value,
            later.id.is_(None),
        )
    )
    if outlet_id is not None:
        chosen = chosen.where(Stocktake.outlet_id == outlet_id)
    return scope.session.scalar(chosen)


def count_history(scope: Scope, stocktake_id: int) -> tuple[CountEntry, ...]:
    """Everything that was written down in a stocktake, the latest first."""
    rows = scope.session.execute(
        select(StocktakeCount, Goods.code, Goods.name, Operator.name)
        .join(Stocktake, Stocktake.id == StocktakeCount.stocktake_id)
        .join(Goods, Goods.id == StocktakeCount.goods_id)
        .join(Operator, Operator.id == StocktakeCount.recorded_by)
        .where(Stocktake.village_id == scope.village_id, Stocktake.id == stocktake_id)
        .order_by(StocktakeCount.number.desc())
    )
    return tuple(
        CountEntry(
            number=count.number,
            goods_id=count.goods_id,
            code=code,
            name=name,
            quantity=count.quantity,
            reason=count.reason,
            recorded_at=count.recorded_at,
            recorded_by=operator,
        )
        for count, code, name, operator in rows
    )


def operators_counting(scope: Scope, stocktake_id: int) -> frozenset[int]:
    """Ids of who began the stocktake and of who wrote counts or reasons down."""
    begun_by = scope.session.scalar(
        select(Stocktake.begun_by).where(
            Stocktake.village_id == scope.village_id, Stocktake.id == stocktake_id
        )
    )
    wrote = scope.session.scalars(
        select(StocktakeCount.recorded_by)
        .where(StocktakeCount.stocktake_id == stocktake_id)
        .group_by(StocktakeCount.recorded_by)
    )
    return frozenset(wrote if begun_by is None else (begun_by, *wrote))


def latest_counts(scope: Scope, stocktake_id: int) -> dict[int, StocktakeCount]:
    """The count that holds of each kind of goods."""
    rows = scope.session.scalars(
        select(StocktakeCount)
        .where(StocktakeCount.stocktake_id == stocktake_id)
        .order_by(StocktakeCount.number)
    )
    return {row.goods_id: row for row in rows}


def _read(scope: Scope, chosen: Select[int]) -> tuple[StocktakeRow, ...]:
    rows = scope.session.execute(
        select(Stocktake, Outlet.name, Operator.name)
        .join(Outlet, Outlet.id == Stocktake.outlet_id)
        .join(Operator, Operator.id == Stocktake.begun_by)
        .where(Stocktake.id.in_(chosen))
        .order_by(Stocktake.id.desc())
    ).all()
    steps: dict[int, list[StocktakeStep]] = {}
    for step in scope.session.scalars(
        select(StocktakeStep).where(StocktakeStep.stocktake_id.in_(chosen)).order_by(StocktakeStep.number)
    ):
        steps.setdefault(step.stocktake_id, []).append(step)
    counted = _by_stocktake(
        scope,
        select(StocktakeCount.stocktake_id, func.count(StocktakeCount.goods_id.distinct()))
        .where(StocktakeCount.stocktake_id.in_(chosen))
        .group_by(StocktakeCount.stocktake_id),
    )
    differing = _by_stocktake(
        scope,
        select(StockMove.stocktake_id, func.count(StockBatch.goods_id.distinct()))
        .join(StockBatch, StockBatch.id == StockMove.batch_id)
        .where(StockMove.stocktake_id.in_(chosen), StockMove.kind == MoveKind.COUNTED.value)
        .group_by(StockMove.stocktake_id),
    )
    return tuple(
        _row(row, outlet, operator, steps.get(row.id, []), counted.get(row.id, 0), differing.get(row.id, 0))
        for row, outlet, operator in rows
    )


def _by_stocktake(scope: Scope, chosen: Select[*tuple[Any, ...]]) -> dict[int, int]:
    return {stocktake_id: kinds for stocktake_id, kinds in scope.session.execute(chosen)}


def _row(
    row: Stocktake, outlet: str, operator: str, steps: list[StocktakeStep], counted: int, differing: int
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
        differing=None if confirmed is None else differing,
    )


def _step_rows(scope: Scope, stocktake_id: int) -> tuple[StepRow, ...]:
    rows = scope.session.execute(
        select(StocktakeStep, Operator.name)
        .join(Operator, Operator.id == StocktakeStep.recorded_by)
        .where(StocktakeStep.stocktake_id == stocktake_id)
        .order_by(StocktakeStep.number)
    )
    return tuple(
        StepRow(
            kind=StocktakeState(step.kind),
            done_on=step.done_on,
            who=step.who,
            paper_ref=step.paper_ref,
            words=step.words,
            recorded_at=step.recorded_at,
            recorded_by=operator,
        )
        for step, operator in rows
    )


def _count_rows(scope: Scope, row: StocktakeRow) -> tuple[CountRow, ...]:
    """By shelf and code: what was counted, and what nobody counted although it lies there or could.

    Of an ended stocktake that is what the book had there when the last count was written down.
    """
    counts, later = latest_counts(scope, row.id), _moved_since(scope, row)
    going_on = row.state is StocktakeState.OPEN
    corrected = _corrections(scope, row, counts) if going_on else {}
    last_count = max((count.last_move for count in counts.values()), default=0)

    def book(goods: GoodsRow, last_move: int) -> int:
        """What lies there now without what moved after a movement."""
        since = later.get(goods.id, ())
        return (goods.stock or 0) - sum(pieces for number, pieces in since if number > last_move)

    def belongs(goods: GoodsRow) -> bool:
        if goods.id in counts or goods.kind is not GoodsKind.GOODS:
            return goods.id in counts
        if going_on:
            return goods.retired_on is None or bool(goods.stock)
        return bool(counts) and book(goods, last_count) > 0

    chosen = [each for each in goods_rows(scope, outlet_id=row.outlet_id, retired_too=True) if belongs(each)]
    costs = prices(scope, [each.id for each in chosen])
    found = []
    for each in chosen:
        count, price = counts.get(each.id), price_on(costs.get(each.id, ()), row.begun_on)
        found.append(
            CountRow(
                goods_id=each.id,
                code=each.code,
                name=each.name,
                spec=each.spec,
                unit=each.unit,
                shelf=each.shelf,
                barcode=each.barcode,
                price=None if price is None else price.points,
                book=None if count is None else book(each, count.last_move),
                counted=None if count is None else count.quantity,
                reason="" if count is None else count.reason,
                outdated=count is not None and _is_outdated(count.last_move, corrected.get(each.id, [])),
            )
        )
    return tuple(sorted(found, key=lambda each: (not each.shelf, each.shelf, each.code)))


def _moved_since(scope: Scope, row: StocktakeRow) -> dict[int, list[tuple[int, int]]]:
    """By goods, number and pieces of the movements there since the first count."""
    first = (
        select(func.min(StocktakeCount.last_move))
        .where(StocktakeCount.stocktake_id == row.id)
        .scalar_subquery()
    )
    rows = scope.session.execute(
        select(StockBatch.goods_id, StockMove.number, StockMove.quantity)
        .join(StockBatch, StockBatch.id == StockMove.batch_id)
        .where(
            StockMove.village_id == scope.village_id,
            StockMove.number > first,
            StockMove.outlet_id == row.outlet_id,
        )
    )
    found: dict[int, list[tuple[int, int]]] = {}
    for goods_id, number, pieces in rows:
        found.setdefault(goods_id, []).append((number, pieces))
    return found


def _corrections(
    scope: Scope, row: StocktakeRow, counts: dict[int, StocktakeCount]
) -> dict[int, list[tuple[int, int]]]:
    """By goods, movements since the first count that may have corrected the book and moved nothing.

    Each with its number and from where it holds: a reversal from the movement that it takes back, a paper
    dated before the stocktake from the start.
    """
    earlier = aliased(StockMove)
    rows = scope.session.execute(
        select(StockBatch.goods_id, StockMove.number, func.coalesce(earlier.number, 0))
        .join(StockBatch, StockBatch.id == StockMove.batch_id)
        .outerjoin(earlier, earlier.id == StockMove.reverses_id)
        .where(
            StockMove.village_id == scope.village_id,
            StockMove.outlet_id == row.outlet_id,
            StockMove.number > min((count.last_move for count in counts.values()), default=0),
            or_(
                StockMove.reverses_id.is_not(None),
                and_(StockMove.paper_id.is_not(None), StockMove.moved_on < row.begun_on),
            ),
        )
    )
    found: dict[int, list[tuple[int, int]]] = {}
    for goods_id, number, holds_from in rows:
        found.setdefault(goods_id, []).append((number, holds_from))
    return found


def _is_outdated(last_move: int, corrections: list[tuple[int, int]]) -> bool:
    """Whether one of them came after the count and concerns what lay there before it."""
    return any(holds_from <= last_move < number for number, holds_from in corrections)
