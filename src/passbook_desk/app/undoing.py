"""Taking back any import: a roster, claims, an old register of events, a list of goods."""

from passbook_desk.db.store import Tx
from passbook_desk.features.events.register.undoing import undo_any_import
from passbook_desk.features.intake.queries import batch_by_number
from passbook_desk.features.ledger.imports import Undone
from passbook_desk.features.redemption.importing.undoing import undo_goods_import
from passbook_desk.features.redemption.importing.writing import GOODS_BATCH


def undo_whole_import(tx: Tx, number: int) -> Undone:
    """Take an import back as its kind is taken back.

    Raises UnknownBatch, BatchAlreadyUndone, BatchTooOld, GoodsUsedSince.
    """
    if batch_by_number(tx, number).kind == GOODS_BATCH:
        return Undone(undo_goods_import(tx, number), 0)
    return undo_any_import(tx, number)
