"""The books of the village: those that wait, all of them, and accounts that have none."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any, Protocol

from passbook_desk.features.households.queries import grids
from passbook_desk.features.households.values import GridRow
from passbook_desk.features.ledger.finding import holders_found
from passbook_desk.features.ledger.queries import accounts
from passbook_desk.features.passbooks.books.commands import issue_books
from passbook_desk.features.passbooks.books.places import trust_places
from passbook_desk.features.passbooks.books.queries import accounts_without_book, books, books_waiting
from passbook_desk.features.passbooks.books.types import book_types
from passbook_desk.features.passbooks.books.values import BookTypeRow, IssueBook
from passbook_desk.kernel.jobs import Jobs
from passbook_desk.ui.kit.ports import Desk
from passbook_desk.ui.pages.passbooks.values import QueueLine


class Shown(StrEnum):
    """What the table lists."""

    WAITING = "waiting"
    ALL = "all"
    WITHOUT = "without"


class QueueView(Protocol):
    """What the presenter tells the page."""

    def show_grids(self, rows: Sequence[GridRow]) -> None: ...
    def show_lines(self, rows: Sequence[QueueLine]) -> None: ...
    def show_types(self, rows: Sequence[BookTypeRow]) -> None: ...
    def show_issued(self, book_ids: Sequence[int]) -> None: ...
    def show_trusted(self, count: int) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class QueuePresenter:
    """Lists books by grid, state and name; issues the first books of those that have none."""

    def __init__(self, desk: Desk, view: QueueView, jobs: Jobs) -> None:
        self._desk, self._view, self._jobs = desk, view, jobs
        self._shown = Shown.WAITING
        self._grid: str | None = None
        self._find = ""

    def load(self) -> None:
        """Read the grids and what is listed."""
        self._jobs.desk(lambda: self._desk.ask(grids), self._view.show_grids, self._view.show_problem)
        self._list()

    def choose(self, shown: Shown, grid_code: str | None) -> None:
        """List other books, of a grid or of the whole village."""
        self._shown, self._grid = shown, grid_code
        self._list()

    def find(self, text: str) -> None:
        """List those of a name, a household's code, an account number or a book's number."""
        self._find = text
        self._list()

    def load_types(self) -> None:
        """The kinds of books that can be issued."""
        self._jobs.desk(lambda: self._desk.ask(book_types), self._view.show_types, self._view.show_problem)

    def issue(self, commands: Sequence[IssueBook]) -> None:
        """Make the first books of accounts, all or none."""
        self._jobs.desk(
            lambda: self._desk.do(lambda tx: issue_books(tx, commands)),
            self._view.show_issued,
            self._view.show_problem,
        )

    def trust(self, book_ids: Sequence[int], reason: str) -> None:
        """After a restore: somebody says that the paper of these books holds no more than is known."""
        self._jobs.desk(
            lambda: self._desk.do(lambda tx: trust_places(tx, book_ids, reason)),
            self._view.show_trusted,
            self._view.show_problem,
        )

    def _list(self) -> None:
        shown, grid, find = self._shown, self._grid, self._find
        self._jobs.desk(
            lambda: self._desk.ask(lambda scope: _lines(scope, shown, grid, find)),
            self._view.show_lines,
            self._view.show_problem,
        )


def _lines(scope: Any, shown: Shown, grid: str | None, find: str) -> tuple[QueueLine, ...]:
    rows: tuple[QueueLine, ...]
    if shown is Shown.WAITING:
        rows = tuple(QueueLine(row.account, row) for row in books_waiting(scope, grid_code=grid))
    elif shown is Shown.ALL:
        every = {row.account.id: row for row in books(scope)}
        rows = tuple(
            QueueLine(account, every[account.id])
            for account in accounts(scope, grid_code=grid)
            if account.id in every
        )
    else:
        listed = accounts(scope, grid_code=grid)
        bare = accounts_without_book(scope, [account.id for account in listed])
        rows = tuple(QueueLine(account, None) for account in listed if account.id in bare)
    return _found(scope, rows, find) if find else rows


def _found(scope: Any, rows: tuple[QueueLine, ...], find: str) -> tuple[QueueLine, ...]:
    is_found = holders_found(scope, find)

    def fits(line: QueueLine) -> bool:
        numbers = (line.account.number, line.book.number if line.book is not None else "")
        return is_found(line.account) or any(number.startswith(find) for number in numbers)

    return tuple(row for row in rows if fits(row))
