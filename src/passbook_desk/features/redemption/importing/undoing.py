"""Taking the import of a list of goods back."""

from typing import Final

from sqlalchemy import select

from passbook_desk.db.store import Tx
from passbook_desk.features.intake.model import Batch, BatchRow
from passbook_desk.features.intake.undoing import UndoRules, undo_batch
from passbook_desk.features.intake.values import KeepReason, KeptRow, UndoResult
from passbook_desk.features.redemption.goods.commands import retire_goods
from passbook_desk.features.redemption.importing.errors import GoodsUsedSince
from passbook_desk.features.redemption.importing.planning import moved_goods
from passbook_desk.features.redemption.model import Goods, GoodsPrice, StockBatch, StockMove, StockPaper
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
    noted = {
        uid: table
        for uid, table in tx.session.execute(
            select(BatchRow.subject_uid, BatchRow.subject_table)
            .where(BatchRow.batch_id == batch.id)
            .order_by(BatchRow.id)
        )
    }
    paper = tx.session.scalar(select(StockPaper).where(StockPaper.batch_id == batch.id))
    made = [row for row in _goods(tx, noted) if noted[row.uid] == Goods.__tablename__]
    _refuse_used(tx, number, made, paper)
    if paper is not None and not _taken_back(tx, paper):
        take_paper_back(tx, paper.id, f"撤销第 {number} 批导入")
    for row in made:
        if row.retired_on is None:
            retire_goods(tx, row.id, tx.today)
    tx.touched.add(Topic.GOODS)
    return UndoResult(number, 0, 0, _kept_prices(tx, noted), retired=len(made))
