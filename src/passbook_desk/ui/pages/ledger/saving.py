"""Saving an act of entry once and only once, and taking it back."""

from collections.abc import Callable
from typing import Any, Protocol

from passbook_desk.features.catalogue.values import Holder
from passbook_desk.features.ledger.claims.commands import withdraw_claims
from passbook_desk.features.ledger.claims.queries import group_claims
from passbook_desk.features.ledger.commands import reverse_voucher
from passbook_desk.features.ledger.finding import recorded
from passbook_desk.features.ledger.recording import record_deeds
from passbook_desk.features.ledger.recording_values import DeedEntry, RecordBatch, Recorded
from passbook_desk.features.ledger.reversing import Moved, MoveVoucher, move_voucher
from passbook_desk.features.ledger.values import ReverseVoucher, VoucherKind, VoucherRow
from passbook_desk.features.passbooks.undoing import UndoOwn, undo_own
from passbook_desk.kernel.errors import UserError
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.jobs import Jobs
from passbook_desk.ui.kit.ports import Desk
from passbook_desk.ui.pages.ledger.values import Saved, Way
from passbook_desk.ui.shell.choices import ItemChoice


class SaverView(Protocol):
    """What the page is told."""

    def show_reversed(self, lines: int) -> None: ...
    def show_undone(self, lines: int) -> None: ...
    def show_moved(self, recorded: Recorded, choice: ItemChoice) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class Saver:
    """Hands acts of entry to the village; `saved` hears what was written."""

    def __init__(self, desk: Desk, jobs: Jobs, view: SaverView, saved: Callable[[Saved], None]) -> None:
        self._desk, self._jobs, self._view, self._saved = desk, jobs, view, saved

    def save(self, way: Way, uid: str, entries: tuple[DeedEntry, ...]) -> None:
        """Write the deeds as one act. A refusal is said; after any other failure the act is looked up."""
        command = RecordBatch(uid, entries)

        def failed(error: BaseException) -> None:
            if isinstance(error, UserError):
                self._view.show_problem(error)
            else:
                self._look_up(way, command, error)

        self._jobs.desk(
            lambda: self._desk.do(lambda tx: record_deeds(tx, command)),
            lambda written: self._tell(way, written),
            failed,
        )

    def undo(self, saved: Saved, reason: str, done: Callable[[], None]) -> None:
        """Take back what was just saved: its lines, or its claims."""
        written = saved.recorded
        voucher = written.voucher

        def gone(_written: object) -> None:
            self._view.show_undone(len(written.seqs) or len(written.claim_ids))
            done()

        if voucher is None:
            self._jobs.desk(
                lambda: self._desk.do(lambda tx: withdraw_claims(tx, written.claim_ids, reason)),
                gone,
                self._view.show_problem,
            )
            return
        command = UndoOwn(new_uid(), voucher.voucher_id)
        self._jobs.desk(
            lambda: self._desk.do(lambda tx: undo_own(tx, command)), gone, self._view.show_problem
        )

    def move(self, voucher: VoucherRow, choice: ItemChoice, reason: str, done: Callable[[], None]) -> None:
        """Take a whole act back and enter it for another item."""
        command = MoveVoucher(voucher.id, choice.item.code, reason)

        def moved(written: Moved) -> None:
            self._view.show_moved(written.recorded, choice)
            done()

        self._jobs.desk(
            lambda: self._desk.do(lambda tx: move_voucher(tx, command)), moved, self._view.show_problem
        )

    def is_written(self, scope: Any, uid: str) -> bool:
        """Whether an act is in the village file, as lines or as claims."""
        return recorded(scope, uid) is not None or bool(group_claims(scope, uid))

    def reverse(self, voucher: VoucherRow, reason: str, done: Callable[[], None]) -> None:
        """Take a whole act back by red lines."""
        command = ReverseVoucher(new_uid(), voucher.id, reason)

        def back(written: Any) -> None:
            self._view.show_reversed(len(written.seqs))
            done()

        self._jobs.desk(
            lambda: self._desk.do(lambda tx: reverse_voucher(tx, command)), back, self._view.show_problem
        )

    def _look_up(self, way: Way, command: RecordBatch, error: BaseException) -> None:
        """Written after all: the same act again tells what was written then (DECISIONS 15)."""

        def known(is_there: bool) -> None:
            if is_there:
                self._jobs.desk(
                    lambda: self._desk.do(lambda tx: record_deeds(tx, command)),
                    lambda written: self._tell(way, written),
                    self._view.show_problem,
                )
            else:
                self._view.show_problem(error)

        self._jobs.desk(
            lambda: self._desk.ask(lambda scope: self.is_written(scope, command.uid)),
            known,
            lambda _other: self._view.show_problem(error),
        )

    def _tell(self, way: Way, written: Recorded) -> None:
        items = [entry.item for entry in written.entered] + [entry.item for entry in written.left_out]
        reds = bool(items) and all(Holder.HOUSEHOLD not in item.holders for item in items)
        self._saved(Saved(way, written, reds))


def movable(voucher: VoucherRow) -> bool:
    """Deeds can be moved to another item; opening figures and base points cannot."""
    return voucher.reversible and voucher.kind is VoucherKind.RECORD
