"""Counting what lies at an outlet: blind, compared, confirmed by a second person, taken back as a whole."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from sqlalchemy import func, select

from passbook_desk.db.store import Tx
from passbook_desk.features.redemption.goods.commands import goods_by_id, open_outlet
from passbook_desk.features.redemption.goods.errors import GoodsTextTooLong
from passbook_desk.features.redemption.goods.rules import MOST_CHARACTERS, MOST_PIECES
from passbook_desk.features.redemption.goods.values import GoodsKind
from passbook_desk.features.redemption.model import StockMove, Stocktake, StocktakeCount, StocktakeStep
from passbook_desk.features.redemption.stock.errors import NotStocked, ShortOfStock
from passbook_desk.features.redemption.stock.queries import batches
from passbook_desk.features.redemption.stock.rules import first_expiring
from passbook_desk.features.redemption.stock.values import MoveKind
from passbook_desk.features.redemption.stock.writing import DraftMove, reversals, write_moves
from passbook_desk.features.redemption.stocktake.errors import (
    CountedSince,
    CountedTwice,
    CounterMissing,
    CountOutdated,
    DifferenceUnexplained,
    NeverReceived,
    NotCountedYet,
    NothingCounted,
    SameCounter,
    StocktakeEnded,
    StocktakeNotConfirmed,
    StocktakeOpen,
    StocktakeReasonMissing,
    WitnessCounted,
    WrongCount,
)
from passbook_desk.features.redemption.stocktake.queries import (
    latest_counts,
    operators_counting,
    stocktake_by_id,
    stocktake_card,
    stocktakes,
)
from passbook_desk.features.redemption.stocktake.values import (
    ConfirmStocktake,
    Count,
    CountRow,
    StartStocktake,
    StocktakeCard,
    StocktakeRow,
    StocktakeState,
)
from passbook_desk.features.village.commands import next_number
from passbook_desk.features.village.queries import policy
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.ids import new_uid

_BETWEEN_NAMES: Final = re.compile(r"[\s、，,;；/]+")


def start_stocktake(tx: Tx, command: StartStocktake) -> int:
    """Begin to count at an outlet; returns the id. The same act again begins nothing.

    Raises UnknownOutlet, OutletClosed, StocktakeOpen, CounterMissing, GoodsTextTooLong.
    """
    tx.require(Act.STOCK)
    kept = tx.session.scalar(select(Stocktake.id).where(Stocktake.uid == command.uid))
    if kept is not None:
        return kept
    outlet = open_outlet(tx, command.outlet_id)
    for other in stocktakes(tx):
        if other.state is StocktakeState.OPEN and other.outlet_id == outlet.id:
            raise StocktakeOpen(field="outlet", number=other.number)
    row = Stocktake(
        village_id=tx.village_id,
        uid=command.uid,
        number=f"PD{tx.today.year}-{next_number(tx, f'stocktake:{tx.today.year}'):03d}",
        outlet_id=outlet.id,
        begun_on=tx.today,
        counters=_named("counters", command.counters),
        begun_at=tx.now,
        begun_by=tx.actor.operator_id,
    )
    tx.session.add(row)
    tx.session.flush()  # the id is the answer
    tx.touched.add(Topic.GOODS)
    return row.id


def count_goods(tx: Tx, stocktake_id: int, counts: Sequence[Count]) -> None:
    """Write down what was counted; of goods counted before the later count holds.

    Raises UnknownStocktake, StocktakeEnded, UnknownGoods, NotStocked, WrongCount, CountedTwice,
    GoodsTextTooLong.
    """
    tx.require(Act.STOCK)
    row = _open(tx, stocktake_id)
    last = tx.session.scalar(
        select(func.coalesce(func.max(StockMove.number), 0)).where(StockMove.village_id == tx.village_id)
    )
    said: dict[int, int] = {}
    for each in counts:
        goods = goods_by_id(tx, each.goods_id)
        first = said.setdefault(goods.id, each.quantity)
        if first != each.quantity:
            raise CountedTwice(field="quantity", name=goods.name, first=first, second=each.quantity)
        if goods.kind != GoodsKind.GOODS:
            raise NotStocked(field="goods", name=goods.name)
        if not 0 <= each.quantity <= MOST_PIECES:
            raise WrongCount(field="quantity", name=goods.name, most=MOST_PIECES)
        _write_count(tx, row, each, last or 0)


def explain_difference(tx: Tx, stocktake_id: int, goods_id: int, reason: str) -> None:
    """Say why counted goods differ from the book stock; the count itself stays.

    Raises UnknownStocktake, StocktakeEnded, NotCountedYet, GoodsTextTooLong.
    """
    tx.require(Act.STOCK)
    row = _open(tx, stocktake_id)
    held = latest_counts(tx, stocktake_id).get(goods_id)
    if held is None:
        raise NotCountedYet(field="goods", name=goods_by_id(tx, goods_id).name)
    _write_count(tx, row, Count(goods_id, held.quantity, reason), held.last_move)


def confirm_stocktake(tx: Tx, command: ConfirmStocktake) -> None:
    """Let the differences change the stock, as a second person: whoever counted does not confirm.

    In a village with one clerk the numbered sheet that the other has signed stands for that person
    (DECISIONS 14d). What is missing goes from the batches that expire first; what is more joins the newest
    batch. Raises UnknownStocktake, StocktakeEnded, NothingCounted, CounterMissing, WitnessCounted,
    SameCounter, CountOutdated, DifferenceUnexplained, NeverReceived, ShortOfStock, GoodsTextTooLong, and
    OutletClosed when more was found at a place that was given up.
    """
    tx.require(Act.CONFIRM_COUNT)
    if tx.session.scalar(select(StocktakeStep.id).where(StocktakeStep.uid == command.uid)) is not None:
        return
    row = _open(tx, command.stocktake_id)
    card = stocktake_card(tx, row.id)
    if not row.counted:
        raise NothingCounted(field="goods", number=row.number)
    witness, paper_ref = _named("witness", command.witness), _short("paper_ref", command.paper_ref)
    counted_too = _people(witness) & _people(row.counters)
    if counted_too:
        raise WitnessCounted(field="witness", name="、".join(sorted(counted_too)))
    if tx.actor.operator_id in operators_counting(tx, row.id) and not (policy(tx).single_clerk and paper_ref):
        raise SameCounter(field="paper_ref")
    for each in card.outdated:
        raise CountOutdated(field="goods", name=each.name)
    for each in card.unexplained:
        raise DifferenceUnexplained(field="reason", name=each.name, difference=each.difference)
    drafts = [draft for each in card.differing for draft in _drafts(tx, card, each)]
    if any(draft.quantity > 0 for draft in drafts):
        open_outlet(tx, row.outlet_id)
    _add_step(tx, row, StocktakeState.CONFIRMED, command.uid, witness, paper_ref, "")
    write_moves(tx, drafts)


def drop_stocktake(tx: Tx, stocktake_id: int, reason: str) -> None:
    """Give a count up before it changed anything. Raises UnknownStocktake, StocktakeEnded,
    StocktakeReasonMissing, GoodsTextTooLong.
    """
    tx.require(Act.STOCK)
    row = _open(tx, stocktake_id)
    _add_step(tx, row, StocktakeState.DROPPED, new_uid(), "", "", _reason(reason))


def reverse_stocktake(tx: Tx, stocktake_id: int, reason: str) -> None:
    """Take back everything that a confirmed stocktake changed.

    Raises UnknownStocktake, StocktakeNotConfirmed, StocktakeReasonMissing, CountedSince when a later
    stocktake counted from what this one left, ShortOfStock when pieces it found are gone already,
    OutletClosed when missing ones would come back to a place that was given up, GoodsTextTooLong.
    """
    tx.require(Act.CONFIRM_COUNT)
    row = stocktake_by_id(tx, stocktake_id)
    if row.state is not StocktakeState.CONFIRMED:
        raise StocktakeNotConfirmed(number=row.number)
    words = _reason(reason)
    for later in stocktakes(tx):
        same_place = later.outlet_id == row.outlet_id and later.id > row.id
        if same_place and later.state is StocktakeState.CONFIRMED:
            raise CountedSince(number=row.number, later=later.number)
    moved = tx.session.scalars(
        select(StockMove)
        .where(StockMove.stocktake_id == stocktake_id, StockMove.reverses_id.is_(None))
        .order_by(StockMove.number)
    ).all()
    levels = {held.id: held for held in batches(tx, outlet_id=row.outlet_id, empty_too=True)}
    for move in moved:
        held = levels[move.batch_id]
        if held.quantity < move.quantity:
            raise ShortOfStock(field="goods", name=held.goods_name, stock=held.quantity, wanted=move.quantity)
    if any(move.quantity < 0 for move in moved):
        open_outlet(tx, row.outlet_id)
    _add_step(tx, row, StocktakeState.REVERSED, new_uid(), "", "", words)
    write_moves(tx, reversals(moved, tx.today, words))


def _open(tx: Tx, stocktake_id: int) -> StocktakeRow:
    row = stocktake_by_id(tx, stocktake_id)
    if row.state is not StocktakeState.OPEN:
        raise StocktakeEnded(number=row.number)
    return row


def _people(names: str) -> set[str]:
    return {name for name in _BETWEEN_NAMES.split(names) if name}


def _write_count(tx: Tx, row: StocktakeRow, count: Count, last_move: int) -> None:
    number = tx.session.scalar(
        select(func.coalesce(func.max(StocktakeCount.number), 0)).where(StocktakeCount.stocktake_id == row.id)
    )
    tx.session.add(
        StocktakeCount(
            uid=new_uid(),
            stocktake_id=row.id,
            number=(number or 0) + 1,
            goods_id=count.goods_id,
            quantity=count.quantity,
            last_move=last_move,
            reason=_short("reason", count.reason),
            recorded_at=tx.now,
            recorded_by=tx.actor.operator_id,
        )
    )
    tx.session.flush()  # the next count is numbered after it
    tx.touched.add(Topic.GOODS)


def _drafts(tx: Tx, card: StocktakeCard, row: CountRow) -> list[DraftMove]:
    held = batches(tx, row.goods_id, card.row.outlet_id)
    if row.difference < 0:
        taken = first_expiring(held, -row.difference, date.min)
        if taken is None:
            stock = sum(batch.quantity for batch in held)
            raise ShortOfStock(field="goods", name=row.name, stock=stock, wanted=-row.difference)
        return [_draft(tx, card, row, each.batch_id, -each.quantity) for each in taken]
    known = held or batches(tx, row.goods_id, empty_too=True)
    if not known:
        raise NeverReceived(field="goods", name=row.name)
    newest = max(known, key=lambda batch: (batch.came_on, batch.id))
    return [_draft(tx, card, row, newest.id, row.difference)]


def _draft(tx: Tx, card: StocktakeCard, row: CountRow, batch_id: int, quantity: int) -> DraftMove:
    return DraftMove(
        batch_id=batch_id,
        outlet_id=card.row.outlet_id,
        kind=MoveKind.COUNTED,
        quantity=quantity,
        moved_on=tx.today,
        reason=row.reason,
        stocktake_id=card.row.id,
    )


def _add_step(
    tx: Tx, row: StocktakeRow, kind: StocktakeState, uid: str, who: str, paper_ref: str, words: str
) -> None:
    number = tx.session.scalar(
        select(func.count()).select_from(StocktakeStep).where(StocktakeStep.stocktake_id == row.id)
    )
    tx.session.add(
        StocktakeStep(
            uid=uid,
            stocktake_id=row.id,
            number=(number or 0) + 1,
            kind=kind.value,
            done_on=tx.today,
            who=who,
            paper_ref=paper_ref,
            words=words,
            recorded_at=tx.now,
            recorded_by=tx.actor.operator_id,
        )
    )
    tx.session.flush()  # what follows in this transaction sees that it was done
    tx.touched.add(Topic.GOODS)


def _named(field: str, text: str) -> str:
    if not text.strip():
        raise CounterMissing(field=field)
    return _short(field, text)


def _reason(text: str) -> str:
    if not text.strip():
        raise StocktakeReasonMissing(field="reason")
    return _short("reason", text)


def _short(field: str, text: str) -> str:
    if len(text.strip()) > MOST_CHARACTERS:
        raise GoodsTextTooLong(field=field, most=MOST_CHARACTERS)
    return text.strip()
