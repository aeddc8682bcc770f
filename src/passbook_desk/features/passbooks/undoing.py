"""Undoing one's own act of the day: the ledger's decision, with what the printed books show."""

from collections.abc import Collection
from dataclasses import dataclass

from passbook_desk.db.store import Tx
from passbook_desk.features.ledger.reversing import undo_voucher
from passbook_desk.features.ledger.values import RecordedVoucher
from passbook_desk.features.passbooks.queries import last_printed


@dataclass(frozen=True, slots=True)
class UndoOwn:
    """An own act of today to take back as a pair. `uid` is made when the button is pressed."""

    uid: str
    voucher_id: int


def undo_own(tx: Tx, command: UndoOwn) -> RecordedVoucher:
    """Take back one's own act of today that is on no paper yet; no reason is asked for (experience §1.7).

    Raises NotAllowed, UnknownVoucher, NoDeedsInVoucher, VoucherTakenBack; and NotUndoable (UndoOfOthers,
    UndoFromBefore, UndoOnPaper) when it takes a reversal with a reason.
    """

    def on_paper(account_ids: Collection[int]) -> dict[int, int]:
        return last_printed(tx, account_ids)

    return undo_voucher(tx, command.uid, command.voucher_id, on_paper)
