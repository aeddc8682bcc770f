"""The books of one account: what they are, what is on their paper, what becomes of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from passbook_desk.features.ledger.queries import accounts_by_id, lines_of
from passbook_desk.features.ledger.values import AccountRow, LineRow
from passbook_desk.features.passbooks.books.commands import (
    adopt_book,
    close_book,
    hand_over_book,
    issue_books,
    replace_book,
)
from passbook_desk.features.passbooks.books.places import set_place
from passbook_desk.features.passbooks.books.printing import confirm_print
from passbook_desk.features.passbooks.books.queries import book, books, last_answered, printed_lines
from passbook_desk.features.passbooks.books.types import book_types
from passbook_desk.features.passbooks.books.values import (
    AdoptBook,
    BookEnd,
    BookRow,
    BookTypeRow,
    ConfirmPrint,
    IssueBook,
    OpenPrint,
    PrintedLine,
    ReplaceBook,
    SetPlace,
)
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.jobs import Jobs
from passbook_desk.ui.kit.ports import Desk


@dataclass(frozen=True, slots=True)
class BookCard:
    """An account with all its books in their order; `lines` are those of the account itself."""

    account: AccountRow
    books: tuple[BookRow, ...]
    types: tuple[BookTypeRow, ...]
    lines: tuple[LineRow, ...]

    @property
    def in_use(self) -> BookRow | None:
        """The book that is continued."""
        return next((row for row in self.books if row.end is BookEnd.NONE), None)


class BooksView(Protocol):
    """What the presenter tells the page."""

    def show_card(self, card: BookCard) -> None: ...
    def show_paper(self, book_id: int, lines: Sequence[PrintedLine]) -> None: ...
    def show_made(self, book_id: int) -> None: ...
    def show_adopted(self, book_id: int) -> None: ...
    def show_done(self) -> None: ...
    def show_placed(self) -> None: ...
    def show_last_print(self, sent: OpenPrint | None) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class BooksPresenter:
    """Loads the card and carries out what is decided on it."""

    def __init__(self, desk: Desk, view: BooksView, jobs: Jobs) -> None:
        self._desk, self._view, self._jobs = desk, view, jobs
        self._account_id = 0
        self._asked = 0

    def open(self, account_id: int) -> None:
        """Show the books of this account."""
        self._account_id = account_id
        self.load()

    def open_book(self, book_id: int) -> None:
        """Show the account of a book."""

        def found(row: BookRow) -> None:
            self.open(row.account.id)

        self._jobs.desk(
            lambda: self._desk.ask(lambda scope: book(scope, book_id)), found, self._view.show_problem
        )

    def load(self) -> None:
        """Read the card again."""
        account_id = self._account_id
        if account_id:
            self._ask(lambda scope: _card(scope, account_id), self._view.show_card)

    def load_paper(self, book_id: int) -> None:
        """What is on the paper of a book, line by line."""
        self._asked += 1
        asked = self._asked

        def show(lines: tuple[PrintedLine, ...]) -> None:
            if asked == self._asked:
                self._view.show_paper(book_id, lines)

        self._ask(lambda scope: printed_lines(scope, book_id), show)

    def load_last_print(self, book_id: int) -> None:
        """The last print that was answered, to answer it anew."""
        self._ask(lambda scope: last_answered(scope, book_id), self._view.show_last_print)

    def issue(self, commands: Sequence[IssueBook]) -> None:
        """A first book, or another one after a closed one."""
        self._do(lambda tx: issue_books(tx, commands)[0], self._view.show_made)

    def adopt(self, command: AdoptBook) -> None:
        """Go on in a paper book that was kept by hand."""
        self._do(lambda tx: adopt_book(tx, command), self._view.show_adopted)

    def replace(self, command: ReplaceBook) -> None:
        """A new book in place of this one."""
        self._do(lambda tx: replace_book(tx, command), self._view.show_made)

    def close(self, book_id: int, reason: str) -> None:
        """End a book without another one after it."""
        self._do(lambda tx: close_book(tx, book_id, reason), lambda _: self._view.show_done())

    def hand_over(self, book_id: int) -> None:
        """Name who holds the book now; its holder page has to be printed."""
        self._do(lambda tx: hand_over_book(tx, book_id), lambda _: self._view.show_made(book_id))

    def set_place(self, command: SetPlace) -> None:
        """The book goes on where its paper says."""
        self._do(lambda tx: set_place(tx, command), lambda _: self._view.show_placed())

    def answer_anew(self, print_id: int, printed: int, spoilt: int) -> None:
        """The last answer was wrong: this one holds."""
        command = ConfirmPrint(print_id, printed, spoilt, new_uid())
        self._do(lambda tx: confirm_print(tx, command), lambda _: self._view.show_done())

    def _ask(self, query: Callable[[Any], Any], show: Callable[[Any], None]) -> None:
        self._jobs.desk(lambda: self._desk.ask(query), show, self._view.show_problem)

    def _do(self, command: Callable[[Any], Any], done: Callable[[Any], None]) -> None:
        self._jobs.desk(lambda: self._desk.do(command), done, self._view.show_problem)


def _card(scope: Any, account_id: int) -> BookCard:
    account = accounts_by_id(scope, (account_id,), closed_too=True)[account_id]
    rows = books(scope, account_ids=(account_id,), ended_too=True)
    lines = lines_of(scope, (account_id,)).get(account_id, ())
    return BookCard(account, rows, book_types(scope), lines)
