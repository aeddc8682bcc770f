from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, func, select
from sqlalchemy.orm import aliased

from passbook_desk.db.store import Scope
from passbook_desk.features.access.model import Operator
from passbook_desk.features.redemption.goods.queries import prices
from passbook_desk.features.redemption.goods.rules import price_on
from passbook_desk.features.redemption.model import (
    Goods,
    Outlet,
    Slip,
    SlipItem,
    StockBatch,
    StockLevel,
    StockMove,
    StockPaper,
    Stocktake,
)
from passbook_desk.features.redemption.stock.errors import UnknownStockPaper
from passbook_desk.features.redemption.stock.values import (
    BatchRow,
    MoveKind,
    MoveRow,
    PaperItemRow,
    PaperKind,
    PaperRow,
)
from passbook_desk.kernel.period import DateSpan


def batches(
    scope: Scope, goods_id: int | None = None, outlet_id: int | None = None, *, empty_too: bool = False
) -> tuple[BatchRow, ...]:
    """What is left of each batch at each outlet, by goods, those that expire first before the others."""
    chosen = (
        select(StockBatch, StockLevel, Goods, StockPaper)
        .join(StockLevel, StockLevel.batch_id == StockBatch.id)
        .join(Goods, Goods.id == StockBatch.goods_id)
        .join(StockPaper, StockPaper.id == StockBatch.paper_id)
        .where(Goods.village_id == scope.village_id)
        .order_by(Goods.code, StockBatch.expires_on.is_(None), StockBatch.expires_on, StockBatch.id)
    )
    if goods_id is not None:
        chosen = chosen.where(Goods.id == goods_id)
    if outlet_id is not None:
        chosen = chosen.where(StockLevel.outlet_id == outlet_id)
    if not empty_too:
        chosen = chosen.where(StockLevel.quantity > 0)
    return tuple(
        BatchRow(
            id=batch.id,
            goods_id=goods.id,
            goods_code=goods.code,
            goods_name=goods.name,
            number=batch.number,
            outlet_id=level.outlet_id,
            quantity=level.quantity,
            expires_on=batch.expires_on,
            cost=batch.cost,
            source=PaperKind(paper.kind),
            from_whom=paper.from_whom,
            came_on=paper.done_on,
        )
        for batch, level, goods, paper in scope.session.execute(chosen)
    )


def least_since(scope: Scope, outlet_id: int, day: date) -> dict[int, int]:
    """The fewest pieces of each kind of goods at an outlet at the end of any day from this one on."""
    rows = scope.session.execute(
        select(StockBatch.goods_id, StockMove.moved_on, func.sum(StockMove.quantity))
        .join(StockBatch, StockBatch.id == StockMove.batch_id)
        .where(StockMove.village_id == scope.village_id, StockMove.outlet_id == outlet_id)
        .group_by(StockBatch.goods_id, StockMove.moved_on)
        .order_by(StockMove.moved_on)
    )
    held, least = Counter[int](), dict[int, int]()
    for goods_id, moved_on, quantity in rows:
        before, held[goods_id] = held[goods_id], held[goods_id] + quantity
        if moved_on > day:
            least[goods_id] = min(least.get(goods_id, before), held[goods_id])
    return {goods_id: least.get(goods_id, left) for goods_id, left in held.items()}


def moves(
    scope: Scope,
    *,
    goods_id: int | None = None,
    span: DateSpan | None = None,
    outlet_id: int | None = None,
    limit: int | None = None,
) -> tuple[MoveRow, ...]:
    """Movements, newest first, each with the document it belongs to."""
    chosen = _moves().where(StockMove.village_id == scope.village_id).order_by(StockMove.number.desc())
    if goods_id is not None:
        chosen = chosen.where(Goods.id == goods_id)
    if span is not None:
        chosen = chosen.where(StockMove.moved_on >= span.first, StockMove.moved_on <= span.last)
    if outlet_id is not None:
        chosen = chosen.where(StockMove.outlet_id == outlet_id)
    if limit is not None:
        chosen = chosen.limit(limit)
    return tuple(_move(row) for row in scope.session.execute(chosen))


def _moves() -> Select[*tuple[Any, ...]]:
    taking_back = aliased(StockMove)
    return (
        select(
            StockMove,
            Goods.id,
            Goods.code,
            Goods.name,
            StockBatch.number,
            Outlet.name,
            func.coalesce(StockPaper.number, Slip.number, Stocktake.number),
            func.coalesce(StockPaper.id, Slip.id, Stocktake.id),
            StockPaper.kind,
            Operator.name,
            taking_back.id.is_not(None),
        )
        .join(StockBatch, StockBatch.id == StockMove.batch_id)
        .join(Goods, Goods.id == StockBatch.goods_id)
        .join(Outlet, Outlet.id == StockMove.outlet_id)
        .join(Operator, Operator.id == StockMove.recorded_by)
        .outerjoin(StockPaper, StockPaper.id == StockMove.paper_id)
        .outerjoin(SlipItem, SlipItem.id == StockMove.slip_item_id)
        .outerjoin(Slip, Slip.id == SlipItem.slip_id)
        .outerjoin(Stocktake, Stocktake.id == StockMove.stocktake_id)
        .outerjoin(taking_back, taking_back.reverses_id == StockMove.id)
    )


def _move(row: Row[*tuple[Any, ...]]) -> MoveRow:
    move, own_id, code, name, batch_number, outlet, document, document_id, paper, operator, back = row
    return MoveRow(
        id=move.id,
        number=move.number,
        kind=MoveKind(move.kind),
        goods_id=own_id,
        goods_code=code,
        goods_name=name,
        batch_number=batch_number,
        outlet=outlet,
        quantity=move.quantity,
        moved_on=move.moved_on,
        document=document,
        document_id=document_id,
        of_slip=move.slip_item_id is not None,
        paper=PaperKind(paper) if paper else None,
        reason=move.reason,
        recorded_at=move.recorded_at,
        recorded_by=operator,
        reversed=bool(back),
    )


def first_receipt(scope: Scope) -> date | None:
    """The day of the first paper of the shop; None while nothing ever came."""
    return scope.session.scalar(
        select(func.min(StockPaper.done_on)).where(StockPaper.village_id == scope.village_id)
    )


def papers(scope: Scope, *, span: DateSpan | None = None, limit: int | None = None) -> tuple[PaperRow, ...]:
    """Papers of goods that came or went, newest first."""
    chosen = _papers().where(StockPaper.village_id == scope.village_id).order_by(StockPaper.id.desc())
    if span is not None:
        chosen = chosen.where(StockPaper.done_on >= span.first, StockPaper.done_on <= span.last)
    if limit is not None:
        chosen = chosen.limit(limit)
    return _read_papers(scope, chosen)


def paper_by_number(scope: Scope, number: str) -> PaperRow:
    """One paper by its number. Raises UnknownStockPaper."""
    rows = _read_papers(
        scope,
        _papers().where(StockPaper.village_id == scope.village_id, StockPaper.number == number.strip()),
    )
    if not rows:
        raise UnknownStockPaper(field="paper", number=number)
    return rows[0]


def paper_by_id(scope: Scope, paper_id: int) -> PaperRow:
    """One paper. Raises UnknownStockPaper."""
    rows = _read_papers(
        scope, _papers().where(StockPaper.village_id == scope.village_id, StockPaper.id == paper_id)
    )
    if not rows:
        raise UnknownStockPaper(field="paper", number=str(paper_id))
    return rows[0]


def _papers() -> Select[*tuple[Any, ...]]:
    return (
        select(StockPaper, Outlet.name, Operator.name)
        .join(Outlet, Outlet.id == StockPaper.outlet_id)
        .join(Operator, Operator.id == StockPaper.recorded_by)
    )


def _read_papers(scope: Scope, chosen: Select[*tuple[Any, ...]]) -> tuple[PaperRow, ...]:
    rows = scope.session.execute(chosen).all()
    items, back = _paper_items(scope, [paper for paper, _, _ in rows])
    return tuple(
        PaperRow(
            id=paper.id,
            uid=paper.uid,
            number=paper.number,
            kind=PaperKind(paper.kind),
            outlet=outlet,
            done_on=paper.done_on,
            from_whom=paper.from_whom,
            handed_by=paper.handed_by,
            received_by=paper.received_by,
            reference=paper.reference,
            words=paper.words,
            items=tuple(items[paper.id]),
            recorded_by=operator,
            recorded_at=paper.recorded_at,
            back_on=back[paper.id].moved_on if paper.id in back else None,
            back_reason=back[paper.id].reason if paper.id in back else "",
        )
        for paper, outlet, operator in rows
    )


def _paper_items(
    scope: Scope, chosen: Sequence[StockPaper]
) -> tuple[dict[int, list[PaperItemRow]], dict[int, StockMove]]:
    """Pieces by paper, of a transfer those that came; and of papers taken back a movement that did it."""
    found: dict[int, list[PaperItemRow]] = defaultdict(list)
    back: dict[int, StockMove] = {}
    days = {paper.id: paper for paper in chosen}
    rows = scope.session.execute(
        select(StockMove, StockBatch, Goods)
        .join(StockBatch, StockBatch.id == StockMove.batch_id)
        .join(Goods, Goods.id == StockBatch.goods_id)
        .where(StockMove.paper_id.in_(list(days)))
        .order_by(StockMove.number)
    ).all()
    costs = prices(scope, {goods.id for _, _, goods in rows})
    for move, batch, goods in rows:
        paper = days[move.paper_id or 0]
        if move.kind == MoveKind.REVERSAL:
            back[paper.id] = move
        elif paper.kind != PaperKind.MOVED or move.quantity > 0:
            price = price_on(costs.get(goods.id, ()), paper.done_on)
            found[paper.id].append(
                PaperItemRow(
                    goods_id=goods.id,
                    code=goods.code,
                    name=goods.name,
                    spec=goods.spec,
                    brand=goods.brand,
                    unit=goods.unit,
                    category=goods.category,
                    shelf=goods.shelf,
                    batch_number=batch.number,
                    quantity=move.quantity,
                    expires_on=batch.expires_on,
                    cost=batch.cost,
                    price=None if price is None else price.points,
                )
            )
    return found, back
