"""Taking the import of a list of goods back."""

from collections.abc import Set as AbstractSet
from typing import Final

from sqlalchemy import Select, select

from passbook_desk.db.base import Base
from passbook_desk.db.store import Tx
from passbook_desk.features.intake.model import Batch, BatchRow
from passbook_desk.features.intake.undoing import UndoRules, undo_batch
from passbook_desk.features.intake.values import KeepReason, KeptRow, UndoResult
from passbook_desk.features.redemption.goods.commands import retire_goods
from passbook_desk.features.redemption.importing.errors import GoodsUsedSince
from passbook_desk.features.redemption.importing.planning import moved_goods
from passbook_desk.features.redemption.model import (
    Goods,
    GoodsPrice,
    Slip,
    SlipItem,
    SlipUndo,
    StockBatch,
    StockMove,
    StockPaper,
)
from passbook_desk.features.redemption.stock.commands import take_paper_back
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.changes import Topic

_EVERYTHING_STAYS: Final = UndoRules(keep=lambda _table, _uid: True)
_MOST_NAMES: Final = 5


def undo_goods_import(tx: Tx, number: int) -> UndoResult:
    """Take the opening receipt back and the goods off the counter that the import put there.

    Codes are never reused: the goods stay in the file as retired ones and may come in again. A price that
    the import gave to other goods stays and is listed. Raises UnknownBatch, BatchAlreadyUndone, BatchTooOld,
    and GoodsUsedSince when any of the goods were redeemed, moved or counted since.
    """
    tx.require(Act.IMPORT)
    undo_batch(tx, number, _EVERYTHING_STAYS)
    batch = tx.session.scalars(
        select(Batch).where(Batch.village_id == tx.village_id, Batch.number == number)
    ).one()
    made = tx.session.scalars(
        select(Goods).where(Goods.uid.in_(_noted(batch, Goods))).order_by(Goods.code)
    ).all()
    paper = tx.session.scalar(select(StockPaper).where(StockPaper.batch_id == batch.id))
    _refuse_used(tx, number, {row.id for row in made}, paper)
    if paper is not None and _stands(tx, paper):
        take_paper_back(tx, paper.id, f"撤销第 {number} 批导入")
    for row in made:
        if row.retired_on is None:
            retire_goods(tx, row.id, tx.today)
    tx.touched.add(Topic.GOODS)
    return UndoResult(number, 0, 0, _kept_prices(tx, batch), retired=len(made))


def _noted(batch: Batch, kind: type[Base]) -> Select[str]:
    """The rows of one kind that the import made or changed, by uid."""
    return select(BatchRow.subject_uid).where(
        BatchRow.batch_id == batch.id, BatchRow.subject_table == kind.__tablename__
    )


def _refuse_used(tx: Tx, number: int, made: AbstractSet[int], paper: StockPaper | None) -> None:
    """Pieces that went or came otherwise, and services that were redeemed, hold the import."""
    concerned, papers = set(made), set[int]()
    if paper is not None:
        papers.add(paper.id)
        concerned |= set(
            tx.session.scalars(select(StockBatch.goods_id).where(StockBatch.paper_id == paper.id))
        )
    redeemed = tx.session.scalars(
        select(SlipItem.goods_id)
        .join(Slip, Slip.id == SlipItem.slip_id)
        .outerjoin(SlipUndo, SlipUndo.slip_id == Slip.id)
        .where(Slip.village_id == tx.village_id, SlipUndo.id.is_(None), SlipItem.goods_id.in_(made))
    )
    used = (moved_goods(tx, papers) & concerned) | set(redeemed)
    if used:
        names = tx.session.scalars(select(Goods.name).where(Goods.id.in_(used)).order_by(Goods.code)).all()
        more = "等" if len(names) > _MOST_NAMES else ""
        raise GoodsUsedSince(batch=number, names=f"{'、'.join(names[:_MOST_NAMES])}{more}")


def _stands(tx: Tx, paper: StockPaper) -> bool:
    """Whether nobody took the receipt back by hand."""
    back = select(StockMove.id).where(StockMove.paper_id == paper.id, StockMove.reverses_id.is_not(None))
    return tx.session.scalar(back.limit(1)) is None


def _kept_prices(tx: Tx, batch: Batch) -> tuple[KeptRow, ...]:
    rows = tx.session.execute(
        select(GoodsPrice.uid, Goods.name)
        .join(Goods, Goods.id == GoodsPrice.goods_id)
        .where(GoodsPrice.uid.in_(_noted(batch, GoodsPrice)))
        .order_by(Goods.code)
    )
    return tuple(KeptRow(GoodsPrice.__tablename__, uid, name, KeepReason.IN_USE) for uid, name in rows)
