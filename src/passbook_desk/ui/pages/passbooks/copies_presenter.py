from collections.abc import Callable, Iterable, Sequence
from typing import Any, Protocol

from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import Page
from passbook_desk.features.households.queries import grids
from passbook_desk.features.households.values import GridRow
from passbook_desk.features.ledger.finding import holders_found
from passbook_desk.features.ledger.queries import account_by_number, accounts
from passbook_desk.features.ledger.values import AccountRow, Colour
from passbook_desk.features.passbooks.books.prints import book_prints
from passbook_desk.features.passbooks.books.values import BookPrintRow
from passbook_desk.features.passbooks.commands import log_printouts
from passbook_desk.features.passbooks.paper import passbook_pages, texts_of
from passbook_desk.features.passbooks.queries import passbook_content, printouts
from passbook_desk.features.passbooks.values import PassbookContent, PrintoutRow
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.jobs import Jobs, Progress
from passbook_desk.ui.kit.ports import Desk

LOGGED_SHOWN = 600
"""Printed books that a log shows: a whole village and a little more."""
_BOOKS_A_STEP = 10


class CopiesView(Protocol):
    def show_grids(self, rows: Sequence[GridRow]) -> None: ...
    def show_books(self, rows: Sequence[AccountRow]) -> None: ...
    def show_preview(self, books: Sequence[PassbookContent], pages: Sequence[Page]) -> None: ...
    def show_printouts(self, rows: Sequence[PrintoutRow]) -> None: ...
    def show_prints(self, rows: Sequence[BookPrintRow]) -> None: ...
    def show_logged(self, books: int) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class CopiesPresenter:
    """Which books are chosen, their pages, and the log of what left the house."""

    def __init__(self, desk: Desk, view: CopiesView, jobs: Jobs, clock: Clock, fontbook: FontBook) -> None:
        self._desk, self._view, self._jobs, self._clock = desk, view, jobs, clock
        self._fontbook = fontbook
        self._measure = Measure(fontbook)
        self._grid: str | None = None
        self._colour: Colour | None = None
        self._find = ""
        self._books: tuple[PassbookContent, ...] = ()
        self._asked = 0

    def load(self) -> None:
        """Read the grids and the books that are chosen."""
        self._ask(grids, self._view.show_grids)
        self._read_books()

    def choose(self, grid_code: str | None, colour: Colour | None) -> None:
        """Choose the books of a grid or of the village, of one colour or both."""
        self._grid, self._colour = grid_code, colour
        self._read_books()

    def find(self, text: str) -> None:
        """Choose by a name in the household, its code or the beginning of an account number."""
        self._find = text
        self._read_books()

    def preview(self, account_ids: Sequence[int], label: str) -> None:
        """Draw these books as they stand today; `label` is said while it takes long."""
        wanted, as_of = tuple(account_ids), self._clock.today()
        self._draw(lambda scope: passbook_content(scope, wanted, as_of), label)

    def preview_number(self, number: str, label: str) -> None:
        """Draw the book of an account number."""
        as_of = self._clock.today()

        def content(scope: Any) -> tuple[PassbookContent, ...]:
            return passbook_content(scope, (account_by_number(scope, number, closed_too=True).id,), as_of)

        self._draw(content, label)

    def forget_preview(self) -> None:
        """The clerk went on: books still being drawn are not shown any more.

        Those shown before are kept, for their PDF may still be on its way and is logged when it is whole.
        """
        self._asked += 1

    def log(self) -> None:
        """Remember that the books of the preview were printed or saved."""
        books = self._books
        self._jobs.desk(
            lambda: self._desk.do(lambda tx: log_printouts(tx, books)),
            lambda _: self._view.show_logged(len(books)),
            self._view.show_problem,
        )

    def load_log(self) -> None:
        """What was printed last: into books, and as copies."""
        self._ask(lambda scope: book_prints(scope, LOGGED_SHOWN), self._view.show_prints)
        self._ask(lambda scope: printouts(scope, LOGGED_SHOWN), self._view.show_printouts)

    def _ask(self, query: Callable[[Any], Any], show: Callable[[Any], None]) -> None:
        self._jobs.desk(lambda: self._desk.ask(query), show, self._view.show_problem)

    def _read_books(self) -> None:
        grid, colour, find = self._grid, self._colour, self._find
        self._ask(lambda scope: _chosen(scope, grid, colour, find), self._view.show_books)

    def _draw(self, query: Callable[[Any], tuple[PassbookContent, ...]], label: str) -> None:
        self._asked += 1
        asked = self._asked

        def draw(read: Callable[[], tuple[PassbookContent, ...]]) -> None:
            self._jobs.press(
                lambda progress: self._drawn(read, progress),
                lambda drawn: self._show(asked, *drawn),
                lambda error: self._tell(asked, error),
                label,
            )

        self._jobs.desk(lambda: self._desk.copied(query), draw, self._view.show_problem)

    def _drawn(
        self, read: Callable[[], tuple[PassbookContent, ...]], progress: Progress
    ) -> tuple[tuple[PassbookContent, ...], tuple[Page, ...]]:
        """On the press lane: a whole village's lines are read from a copy, then drawn."""
        books = read()
        self._fontbook.check(texts_of(books))
        pages: list[Page] = []
        for number, book in enumerate(books):
            if number % _BOOKS_A_STEP == 0:
                progress.check()
                progress.step(number, len(books))
            pages += passbook_pages(book, self._measure)
        progress.step(len(books), len(books))
        return books, tuple(pages)

    def _show(self, asked: int, books: tuple[PassbookContent, ...], pages: Sequence[Page]) -> None:
        if asked == self._asked:
            self._books = books
            self._view.show_preview(books, pages)

    def _tell(self, asked: int, error: BaseException) -> None:
        if asked == self._asked:
            self._view.show_problem(error)


def _chosen(scope: Any, grid: str | None, colour: Colour | None, find: str) -> tuple[AccountRow, ...]:
    rows = accounts(scope, grid_code=grid, colour=colour)
    if not find:
        return rows
    is_found = holders_found(scope, find)
    return tuple(row for row in rows if is_found(row) or row.number.startswith(find))


def count_colours(rows: Iterable[AccountRow]) -> tuple[int, int]:
    """How many of these accounts have red and how many green books."""
    colours = [row.colour for row in rows]
    return colours.count(Colour.RED), colours.count(Colour.GREEN)
