"""Gathers what is due from the village's file; takes whole acts back."""

from datetime import datetime
from typing import Any, Final, Protocol

from passbook_desk.features.ledger.commands import reverse_voucher
from passbook_desk.features.ledger.queries import recent_vouchers
from passbook_desk.features.ledger.values import RecordedVoucher, ReverseVoucher, VoucherRow
from passbook_desk.features.rhythm.queries import due_list
from passbook_desk.features.village.queries import policy
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.jobs import Jobs
from passbook_desk.ui.kit.ports import Desk
from passbook_desk.ui.pages.today.board import Board, board_of

RECENT_SHOWN: Final = 5


class HomeView(Protocol):
    """What the presenter tells the page."""

    def show_board(self, board: Board) -> None: ...
    def show_reversed(self, lines: int) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class HomePresenter:
    """Loads the board whenever something changed."""

    def __init__(self, desk: Desk, view: HomeView, jobs: Jobs, clock: Clock) -> None:
        self._desk, self._view, self._jobs, self._clock = desk, view, jobs, clock

    def load(self) -> None:
        """Ask what is due and show it."""
        now = self._clock.now()
        self._jobs.desk(
            lambda: self._desk.ask(lambda scope: _board(scope, now)),
            self._view.show_board,
            self._view.show_problem,
        )

    def reverse(self, voucher: VoucherRow, reason: str) -> None:
        """Take a whole act back."""
        command = ReverseVoucher(new_uid(), voucher.id, reason)

        def done(written: RecordedVoucher) -> None:
            self._view.show_reversed(len(written.seqs))
            self.load()

        self._jobs.desk(
            lambda: self._desk.do(lambda tx: reverse_voucher(tx, command)), done, self._view.show_problem
        )


def _board(scope: Any, now: datetime) -> Board:
    """`scope` is unnamed here as in ports.Desk: the window does not know the database room."""
    return board_of(policy(scope), due_list(scope, now), recent_vouchers(scope, RECENT_SHOWN))
