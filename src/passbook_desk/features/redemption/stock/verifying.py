"""The stock kept of every batch against its movements, and every paper against its own."""

from collections import Counter, defaultdict

from sqlalchemy import func, select

from passbook_desk.db.store import Scope
from passbook_desk.features.redemption.model import (
    Goods,
    Outlet,
    StockBatch,
    StockLevel,
    StockMove,
    StockPaper,
)
from passbook_desk.features.redemption.stock.errors import StockBroken, StockPaperBroken
from passbook_desk.features.redemption.stock.values import MoveKind, PaperKind


def verify_stock(scope: Scope) -> None:
    """Add up the movements of every batch anew and compare with the stock kept, paper by paper.

    Every place where a batch ever was has its stock kept, and no other place. Raises StockBroken,
    StockPaperBroken.
    """
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
        if summed.get((batch_id, outlet_id)) != kept.get((batch_id, outlet_id)):
            batch = scope.session.get(StockBatch, batch_id)
            goods = None if batch is None else scope.session.get(Goods, batch.goods_id)
            raise StockBroken(
                goods="" if goods is None else goods.name, batch=0 if batch is None else batch.number
            )
    _verify_papers(scope)


def _verify_papers(scope: Scope) -> None:
    """What a paper brought came with it, what it took went, what it moved is elsewhere; all of it was taken
    back or nothing.
    """
    moves: dict[int, list[tuple[StockMove, int]]] = defaultdict(list)
    for move, founded_by in scope.session.execute(
        select(StockMove, StockBatch.paper_id)
        .join(StockBatch, StockBatch.id == StockMove.batch_id)
        .where(StockMove.village_id == scope.village_id, StockMove.paper_id.is_not(None))
    ):
        moves[move.paper_id or 0].append((move, founded_by))
    for paper in scope.session.scalars(select(StockPaper).where(StockPaper.village_id == scope.village_id)):
        if not _fits(paper, moves.get(paper.id, [])):
            raise StockPaperBroken(number=paper.number)


def _fits(paper: StockPaper, moves: list[tuple[StockMove, int]]) -> bool:
    written = [(move, founded_by) for move, founded_by in moves if move.kind != MoveKind.REVERSAL]
    kind, net = PaperKind(paper.kind), Counter[int]()
    for move, _ in written:
        net[move.batch_id] += move.quantity
    if kind.comes_in:
        fits = all(move.kind == MoveKind.IN and founded_by == paper.id for move, founded_by in written)
    elif kind is PaperKind.MOVED:
        fits = not any(net.values())
    else:
        fits = all(move.kind == MoveKind.OUT for move, _ in written)
    here = kind is PaperKind.MOVED or all(move.outlet_id == paper.outlet_id for move, _ in written)
    return bool(written) and fits and here and len(moves) - len(written) in (0, len(written))
