"""Undoing one's own act of the day: the ledger's decision, with what the printed books show."""

from collections.abc import Collection
from dataclasses import dataclass

from passbook_desk.db.store import Scope, Tx
from passbook_desk.features.ledger.reversing import undo_voucher
from passbook_desk.features.ledger.values import RecordedVoucher
from passbook_desk.features.passbooks.books.queries import seqs_on_paper
from passbook_desk.features.passbooks.queries import last_printed


@dataclass(frozen=True, slots=True)
class UndoOwn:
    """An own act of today to take back as a pair. `uid` is made when the button is pressed."""

    uid: str
    voucher_id: int


def undo_own(tx: Tx, command: UndoOwn) -> RecordedVoucher:
    """Take back one's own act of today that is neither on paper nor on its way; no reason (experience §1.7).

    Raises NotAllowed, UnknownVoucher, NoDeedsInVoucher, VoucherTakenBack; and NotUndoable (UndoOfOthers,
    UndoFromBefore, UndoOnPaper) when it takes a reversal with a reason.
    """
    return undo_voucher(
        tx, command.uid, command.voucher_id, lambda account_ids: lines_on_paper(tx, account_ids)
    )


def lines_on_paper(scope: Scope, account_ids: Collection[int]) -> dict[int, int]:
    """For each account the place (account_seq) of the last line on paper or on its way there; 0 for none."""
    shown, in_books = last_printed(scope, account_ids), seqs_on_paper(scope, account_ids)
    return {each: max(shown.get(each, 0), in_books.get(each, 0)) for each in account_ids}
