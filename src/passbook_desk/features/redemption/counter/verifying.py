"""Every slip against the ledger, the prices and the stock: points, goods and slip say the same."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, func, select

from passbook_desk.db.store import Scope
from passbook_desk.features.ledger.model import LedgerLine, Voucher
from passbook_desk.features.ledger.values import LineKind, VoucherKind
from passbook_desk.features.redemption.counter.errors import SlipBroken
from passbook_desk.features.redemption.goods.queries import prices
from passbook_desk.features.redemption.goods.rules import price_on
from passbook_desk.features.redemption.goods.values import GoodsKind, PriceRow
from passbook_desk.features.redemption.model import (
    Goods,
    Slip,
    SlipItem,
    SlipUndo,
    StockBatch,
    StockMove,
)
from passbook_desk.features.redemption.stock.values import MoveKind
from passbook_desk.kernel.points import ZERO, Points


@dataclass(frozen=True, slots=True)
class _Given:
    """An item of a slip with its ledger line, what the stock gave for it and what came back."""

    item: SlipItem
    kind: str
    line: LedgerLine
    reversed_by: int | None
    gave: int
    came_back: int


def verify_slips(scope: Scope) -> int:
    """Check every slip and return how many there are.

    Its items are the lines of its voucher at the price of the day; each line took the item's points; the
    stock gave the item's pieces, of these goods and at this place; the book had before what it has after and
    the points; a slip that was taken back has every line reversed by its own voucher, and its pieces back
    where it says so. Raises SlipBroken.
    """
    for number in scope.session.scalars(_strange_moves(scope)):
        raise SlipBroken(number=number)
    given = _given(scope)
    costs = prices(scope, {each.item.goods_id for rows in given.values() for each in rows})
    undone = {row.slip_id: row for row in scope.session.scalars(select(SlipUndo))}
    rows = scope.session.scalars(
        select(Slip).where(Slip.village_id == scope.village_id).order_by(Slip.id)
    ).all()
    by_voucher: dict[int, int] = {
        voucher_id: count
        for voucher_id, count in scope.session.execute(
            select(Voucher.id, func.count(LedgerLine.id))
            .join(LedgerLine, LedgerLine.voucher_id == Voucher.id)
            .where(Voucher.village_id == scope.village_id, Voucher.kind == VoucherKind.REDEMPTION.value)
            .group_by(Voucher.id)
        )
    }
    for slip in rows:
        items = given.get(slip.id, [])
        if not (
            by_voucher.pop(slip.voucher_id, 0) == len(items) > 0
            and slip.points == sum((each.item.points for each in items), ZERO)
            and all(_fits(slip, each, costs.get(each.item.goods_id, ())) for each in items)
            and _had_before(slip, items)
            and _taken_back(undone.get(slip.id), items)
        ):
            raise SlipBroken(number=slip.number)
    if by_voucher:
        raise SlipBroken(number="")
    return len(rows)


def _fits(slip: Slip, given: _Given, costs: Iterable[PriceRow]) -> bool:
    item, line = given.item, given.line
    price = _price(given, costs, slip.redeemed_on)
    wanted = 0 if given.kind == GoodsKind.SERVICE else item.quantity
    return (
        price is not None
        and item.points == price * item.quantity
        and (line.voucher_id, line.account_id) == (slip.voucher_id, slip.account_id)
        and line.kind in (LineKind.REDEEM, LineKind.REDEEM_COUNTED)
        and line.points == -item.points
        and given.gave == wanted
    )


def _had_before(slip: Slip, items: Sequence[_Given]) -> bool:
    first = min(items, key=lambda each: each.line.seq)
    return slip.spendable_before == first.line.spendable_after + first.item.points


def _strange_moves(scope: Scope) -> Select[str]:
    """Slips for which other goods went, or goods of another place."""
    return (
        select(Slip.number)
        .join(SlipItem, SlipItem.slip_id == Slip.id)
        .join(StockMove, StockMove.slip_item_id == SlipItem.id)
        .join(StockBatch, StockBatch.id == StockMove.batch_id)
        .where(
            Slip.village_id == scope.village_id,
            (StockBatch.goods_id != SlipItem.goods_id) | (StockMove.outlet_id != Slip.outlet_id),
        )
        .order_by(Slip.id)
        .limit(1)
    )


def _price(given: _Given, costs: Iterable[PriceRow], day: date) -> Points | None:
    """What a piece cost; None when it was not the price of the day. Of what was taken back any price will
    do: a wrong one was perhaps the reason.
    """
    chosen = next((row for row in costs if row.id == given.item.price_id), None)
    holds = given.reversed_by is not None or chosen == price_on(costs, day)
    return chosen.points if chosen is not None and holds else None


def _taken_back(undo: SlipUndo | None, items: Iterable[_Given]) -> bool:
    if undo is None:
        return all(each.reversed_by is None and not each.came_back for each in items)
    return all(
        each.reversed_by == undo.voucher_id and each.came_back == (each.gave if undo.goods_back else 0)
        for each in items
    )


def _given(scope: Scope) -> dict[int, list[_Given]]:
    moved: dict[tuple[int, bool], int] = {
        (item_id, back): quantity
        for item_id, back, quantity in scope.session.execute(
            select(
                StockMove.slip_item_id,
                StockMove.kind == MoveKind.REVERSAL.value,
                func.sum(StockMove.quantity),
            )
            .where(StockMove.village_id == scope.village_id, StockMove.slip_item_id.is_not(None))
            .group_by(StockMove.slip_item_id, StockMove.kind == MoveKind.REVERSAL.value)
        )
        if item_id is not None
    }
    taking_back = {
        line_id: voucher_id
        for line_id, voucher_id in scope.session.execute(
            select(LedgerLine.reverses_id, LedgerLine.voucher_id).where(
                LedgerLine.village_id == scope.village_id,
                LedgerLine.reverses_id.in_(select(SlipItem.line_id)),
            )
        )
    }
    found: dict[int, list[_Given]] = defaultdict(list)
    rows = scope.session.execute(
        select(SlipItem, Goods.kind, LedgerLine)
        .join(Slip, Slip.id == SlipItem.slip_id)
        .join(Goods, Goods.id == SlipItem.goods_id)
        .join(LedgerLine, LedgerLine.id == SlipItem.line_id)
        .where(Slip.village_id == scope.village_id)
    )
    for item, kind, line in rows:
        found[item.slip_id].append(
            _Given(
                item=item,
                kind=kind,
                line=line,
                reversed_by=taking_back.get(line.id),
                gave=-moved.get((item.id, False), 0),
                came_back=moved.get((item.id, True), 0),
            )
        )
    return found
