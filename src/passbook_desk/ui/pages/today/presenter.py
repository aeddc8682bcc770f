"""Gathers what is due from the village's file; takes whole acts back."""

from datetime import date, datetime
from typing import Any, Final, Protocol

from passbook_desk.features.catalogue.queries import versions
from passbook_desk.features.events.course.queries import due_steps
from passbook_desk.features.events.queries import events, standards
from passbook_desk.features.households.queries import grids
from passbook_desk.features.ledger.claims.queries import claim_counts
from passbook_desk.features.ledger.commands import reverse_voucher
from passbook_desk.features.ledger.counting.queries import participation
from passbook_desk.features.ledger.finding import accounts_moved_since
from passbook_desk.features.ledger.queries import accounts, last_anchor, recent_vouchers
from passbook_desk.features.ledger.values import (
    AnchorKind,
    RecordedVoucher,
    ReverseVoucher,
    VoucherKind,
    VoucherRow,
)
from passbook_desk.features.notices.queries import open_quarter
from passbook_desk.features.passbooks.books.queries import unprinted_books
from passbook_desk.features.village.queries import policy, village
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.jobs import Jobs
from passbook_desk.kernel.periods import Period, PeriodKind
from passbook_desk.ui.kit.ports import Desk
from passbook_desk.ui.pages.today.board import GRID_SILENT, Board, Facts, board_of

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
        """Ask for the facts and show the board made of them."""
        today, now = self._clock.today(), self._clock.now()
        self._jobs.desk(
            lambda: board_of(self._desk.ask(lambda scope: _facts(scope, today, now))),
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


def reversible(voucher: VoucherRow) -> bool:
    """A reversal is final, and what was taken back stays taken back."""
    return not voucher.reversed and voucher.kind is not VoucherKind.REVERSAL


def _facts(scope: Any, today: date, now: datetime) -> Facts:
    """`scope` is unnamed here as in ports.Desk: the window does not know the database room."""
    all_grids, books = grids(scope), accounts(scope)
    lively = accounts_moved_since(scope, today - GRID_SILENT)
    month = participation(scope, Period.of(PeriodKind.MONTH, today, policy(scope).cut_off_day))
    claims = claim_counts(scope)
    heard = {book.grid_code for book in books if book.id in lively}
    return Facts(
        village=village(scope),
        grids=all_grids,
        silent=tuple(grid for grid in all_grids if grid.households and grid.code not in heard),
        month=month,
        has_catalogue=bool(versions(scope)),
        has_standard=bool(standards(scope)),
        books_unprinted=unprinted_books(scope),
        quarter=open_quarter(scope),
        events=events(scope),
        backup=last_anchor(scope, AnchorKind.BACKUP),
        recent=recent_vouchers(scope, RECENT_SHOWN),
        today=today,
        now=now,
        claims_waiting=claims.to_decide,
        claims_due=claims.due,
        event_steps=due_steps(scope, today),
    )
