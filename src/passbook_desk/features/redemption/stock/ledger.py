"""The stock ledger (库存台账): of each kind what lay there, what came and went, and what lies there now."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import case, func, select

from passbook_desk.db.store import Scope
from passbook_desk.features.redemption.goods.errors import UnknownGoods
from passbook_desk.features.redemption.goods.queries import prices
from passbook_desk.features.redemption.goods.rules import price_on
from passbook_desk.features.redemption.goods.values import GoodsKind
from passbook_desk.features.redemption.model import Goods, Outlet, StockBatch, StockMove, StockPaper
from passbook_desk.features.redemption.stock.queries import moves
from passbook_desk.features.redemption.stock.values import MoveKind, MoveRow, PaperKind
from passbook_desk.features.village.queries import village
from passbook_desk.kernel.period import DateSpan
from passbook_desk.kernel.points import ZERO, Points

_BEFORE: Final = "opening"
_BY_PAPER: Final = {
    PaperKind.OPENING: "taken_over",
    PaperKind.BOUGHT: "bought",
    PaperKind.DONATED: "donated",
    PaperKind.TRANSFERRED: "transferred",
    PaperKind.MOVED: "moved",
    PaperKind.DAMAGED: "damaged",
    PaperKind.EXPIRED: "expired",
    PaperKind.RETURNED: "returned",
}


@dataclass(frozen=True, slots=True)
class StockLedgerRow:
    """One kind of goods over some days, in pieces: `opening` and all that follows add up to `closing`.

    What came is positive, what went negative; a paper that was taken back counts against its own column, on
    the day on which it was. `given_back` are pieces of slips taken back, `counted` what stocktakes changed,
    `moved` what went between outlets, nothing over all of them together. `price` is that of the last day;
    `reasons` explain the differences that stocktakes found.
    """

    goods_id: int
    code: str
    name: str
    spec: str
    unit: str
    category: str
    shelf: str
    opening: int = 0
    taken_over: int = 0
    bought: int = 0
    donated: int = 0
    transferred: int = 0
    redeemed: int = 0
    given_back: int = 0
    damaged: int = 0
    expired: int = 0
    returned: int = 0
    moved: int = 0
    counted: int = 0
    price: Points | None = None
    reasons: tuple[str, ...] = ()

    @property
    def came(self) -> int:
        """Pieces from outside."""
        return self.taken_over + self.bought + self.donated + self.transferred

    @property
    def went(self) -> int:
        """Pieces to villagers, those given back taken off, and back to where they were bought: negative."""
        return self.redeemed + self.given_back + self.returned

    @property
    def lost(self) -> int:
        """Damaged and expired pieces: negative."""
        return self.damaged + self.expired

    @property
    def closing(self) -> int:
        """Pieces at the end of the last day."""
        return self.opening + self.came + self.went + self.lost + self.moved + self.counted

    @property
    def value(self) -> Points:
        """What the closing stock costs in points; what has no price counts nothing."""
        return ZERO if self.price is None else self.price * self.closing


@dataclass(frozen=True, slots=True)
class StockLedger:
    """The ledger with what stands above it; `outlet` is empty for all of them together."""

    village: str
    outlet: str
    span: DateSpan
    rows: tuple[StockLedgerRow, ...]

    @property
    def value(self) -> Points:
        """What the closing stock of everything costs in points."""
        return sum((row.value for row in self.rows), ZERO)


@dataclass(frozen=True, slots=True)
class MoveLine:
    """A movement and the pieces of its goods after it."""

    move: MoveRow
    left: int


@dataclass(frozen=True, slots=True)
class GoodsMoves:
    """One kind of goods over some days, movement by movement in the order of their days."""

    row: StockLedgerRow
    lines: tuple[MoveLine, ...]


def stock_ledger(scope: Scope, span: DateSpan, outlet_id: int | None = None) -> tuple[StockLedgerRow, ...]:
    """Goods that lay there or moved in these days, by code, at one outlet or at all together."""
    rows = _rows(scope, span, outlet_id, _stocked(scope))
    return tuple(row for row in rows.values() if row is not None)


def stock_ledger_sheet(scope: Scope, span: DateSpan, outlet_id: int | None = None) -> StockLedger:
    """The ledger as papers and workbooks carry it."""
    outlet = None if outlet_id is None else scope.session.get_one(Outlet, outlet_id)
    return StockLedger(
        village=village(scope).name,
        outlet="" if outlet is None else outlet.name,
        span=span,
        rows=stock_ledger(scope, span, outlet_id),
    )


def goods_moves(scope: Scope, goods_id: int, span: DateSpan, outlet_id: int | None = None) -> GoodsMoves:
    """Every movement of one kind in these days with the stock after it. Raises UnknownGoods."""
    goods = scope.session.get(Goods, goods_id)
    if goods is None or goods.village_id != scope.village_id:
        raise UnknownGoods(field="goods", code=str(goods_id))
    row = _rows(scope, span, outlet_id, (goods,))[goods.id] or _bare(goods)
    found = moves(scope, goods_id=goods_id, span=span, outlet_id=outlet_id)
    left, lines = row.opening, []
    for move in sorted(found, key=lambda each: (each.moved_on, each.number)):
        left += move.quantity
        lines.append(MoveLine(move, left))
    return GoodsMoves(row, tuple(lines))


def _stocked(scope: Scope) -> Sequence[Goods]:
    return scope.session.scalars(
        select(Goods)
        .where(Goods.village_id == scope.village_id, Goods.kind == GoodsKind.GOODS.value)
        .order_by(Goods.code)
    ).all()


def _rows(
    scope: Scope, span: DateSpan, outlet_id: int | None, every: Sequence[Goods]
) -> dict[int, StockLedgerRow | None]:
    """A row by goods in their order; None where nothing lay there and nothing moved."""
    ids = [goods.id for goods in every]
    pieces = _pieces(scope, span, outlet_id, ids)
    costs = prices(scope, [goods_id for goods_id in ids if goods_id in pieces])
    reasons = _reasons(scope, span, outlet_id, ids)
    found: dict[int, StockLedgerRow | None] = {}
    for goods in every:
        price = price_on(costs.get(goods.id, ()), span.last)
        moved = pieces.get(goods.id, {})
        found[goods.id] = None
        if moved.get(_BEFORE) or moved.keys() - {_BEFORE}:
            found[goods.id] = _bare(goods, moved, None if price is None else price.points, reasons[goods.id])
    return found


def _bare(
    goods: Goods,
    moved: dict[str, int] | None = None,
    price: Points | None = None,
    reasons: Sequence[str] = (),
) -> StockLedgerRow:
    return StockLedgerRow(
        goods_id=goods.id,
        code=goods.code,
        name=goods.name,
        spec=goods.spec,
        unit=goods.unit,
        category=goods.category,
        shelf=goods.shelf,
        price=price,
        reasons=tuple(reasons),
        **(moved or {}),
    )


def _pieces(
    scope: Scope, span: DateSpan, outlet_id: int | None, ids: Sequence[int]
) -> dict[int, dict[str, int]]:
    """By goods and column of the ledger, the pieces that moved; those before the first day as its opening."""
    earlier = case((StockMove.moved_on < span.first, 1), else_=0)
    back = case((StockMove.kind == MoveKind.REVERSAL.value, 1), else_=0)
    slip = case((StockMove.slip_item_id.is_not(None), 1), else_=0)
    chosen = (
        select(
            StockBatch.goods_id,
            earlier.label("earlier"),
            StockPaper.kind,
            slip.label("slip"),
            back.label("back"),
            func.sum(StockMove.quantity),
        )
        .join(StockBatch, StockBatch.id == StockMove.batch_id)
        .outerjoin(StockPaper, StockPaper.id == StockMove.paper_id)
        .where(
            StockMove.village_id == scope.village_id,
            StockMove.moved_on <= span.last,
            StockBatch.goods_id.in_(ids),
        )
        .group_by(StockBatch.goods_id, "earlier", StockPaper.kind, "slip", "back")
    )
    if outlet_id is not None:
        chosen = chosen.where(StockMove.outlet_id == outlet_id)
    found: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for goods_id, before, paper, of_slip, reversal, quantity in scope.session.execute(chosen):
        column = _BEFORE if before else _column(paper, bool(of_slip), bool(reversal))
        found[goods_id][column] += quantity
    return found


def _column(paper: str | None, of_slip: bool, reversal: bool) -> str:
    if paper is not None:
        return _BY_PAPER[PaperKind(paper)]
    if of_slip:
        return "given_back" if reversal else "redeemed"
    return "counted"


def _reasons(
    scope: Scope, span: DateSpan, outlet_id: int | None, ids: Sequence[int]
) -> dict[int, tuple[str, ...]]:
    """Why stocktakes found other pieces than the book had, each reason once, in their order."""
    chosen = (
        select(StockBatch.goods_id, StockMove.reason)
        .join(StockBatch, StockBatch.id == StockMove.batch_id)
        .where(
            StockMove.stocktake_id.is_not(None),
            StockMove.moved_on.between(span.first, span.last),
            StockBatch.goods_id.in_(ids),
        )
        .order_by(StockMove.number)
    )
    if outlet_id is not None:
        chosen = chosen.where(StockMove.outlet_id == outlet_id)
    found: dict[int, tuple[str, ...]] = defaultdict(tuple)
    for goods_id, reason in scope.session.execute(chosen):
        if reason and reason not in found[goods_id]:
            found[goods_id] += (reason,)
    return found
