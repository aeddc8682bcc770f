"""Covers and holder pages of many books, the forms of blank stock, the copy of what a book says."""

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from typing import Any, Generic, Protocol, TypeVar, overload

from passbook_desk.documents.correction import corrected
from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import Page
from passbook_desk.features.passbooks.books.cover_paper import cover_pages, texts_of_covers
from passbook_desk.features.passbooks.books.form_paper import entry_form_pages
from passbook_desk.features.passbooks.books.queries import book_facts, books, printed_lines
from passbook_desk.features.passbooks.books.register_paper import book_register_pages, texts_of_register
from passbook_desk.features.passbooks.books.values import BookFacts, BookRow, PrintedLine
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.jobs import Jobs, Progress
from passbook_desk.ui.kit.ports import Corrections, Desk

Part = TypeVar("Part")


class PaperKind(StrEnum):
    """What paper of a book."""

    COVERS = "covers"
    FORMS = "forms"
    """The entry pages of blank stock: heads and rules, no lines."""
    REGISTER = "register"
    """A copy of everything that is on the paper of a book."""


class DrawnPages(Sequence[Page], Generic[Part]):
    """Pages that are drawn when they are asked for, `each` for every part: a village needs no memory."""

    def __init__(self, parts: Sequence[Part], each: int, draw: Callable[[Part], tuple[Page, ...]]) -> None:
        self._parts, self._each, self._draw = parts, each, draw

    def __len__(self) -> int:
        return len(self._parts) * self._each

    @overload
    def __getitem__(self, number: int) -> Page: ...
    @overload
    def __getitem__(self, number: slice) -> tuple[Page, ...]: ...
    def __getitem__(self, number: int | slice) -> Page | tuple[Page, ...]:
        if isinstance(number, slice):
            return tuple(self[each] for each in range(*number.indices(len(self))))
        if not -len(self) <= number < len(self):
            raise IndexError(number)
        part, place = divmod(number % len(self), self._each)
        return self._draw(self._parts[part])[place]

    def __iter__(self) -> Iterator[Page]:
        for part in self._parts:
            yield from self._draw(part)


class PaperView(Protocol):
    """What the presenter tells the page."""

    def show_pages(self, rows: tuple[BookRow, ...], pages: Sequence[Page]) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class PaperPresenter:
    """Draws paper that moves no position: it may be printed as often as it is needed."""

    def __init__(
        self,
        desk: Desk,
        view: PaperView,
        jobs: Jobs,
        clock: Clock,
        fontbook: FontBook,
        corrections: Corrections,
    ) -> None:
        self._desk, self._view, self._jobs, self._clock = desk, view, jobs, clock
        self._fontbook, self._corrections = fontbook, corrections
        self._measure = Measure(fontbook)
        self._asked = 0

    def load(self, kind: PaperKind, book_ids: Sequence[int], label: str) -> None:
        """Draw the paper of these books in the order given."""
        self._asked += 1
        asked, today = self._asked, self._clock.today()

        def query(scope: Any) -> tuple[tuple[BookRow, ...], BookFacts, tuple[PrintedLine, ...]]:
            known = {row.id: row for row in books(scope, book_ids=book_ids, ended_too=True)}
            rows = tuple(known[book_id] for book_id in book_ids if book_id in known)
            lines = printed_lines(scope, rows[0].id) if kind is PaperKind.REGISTER and rows else ()
            return rows, book_facts(scope), lines

        def drawn(
            read: tuple[tuple[BookRow, ...], BookFacts, tuple[PrintedLine, ...]], progress: Progress
        ) -> tuple[tuple[BookRow, ...], Sequence[Page]]:
            rows, facts, lines = read
            progress.check()
            self._fontbook.check(texts_of_covers(rows, facts))
            if kind is PaperKind.COVERS:
                return rows, DrawnPages(rows, 2, lambda row: cover_pages(row, facts, self._measure))
            if kind is PaperKind.FORMS:
                return rows, self._forms(rows[0])
            self._fontbook.check(texts_of_register(rows[0], facts, lines))
            return rows, book_register_pages(rows[0], facts, lines, today, self._measure)

        def show(found: tuple[tuple[BookRow, ...], Sequence[Page]]) -> None:
            if asked == self._asked:
                self._view.show_pages(*found)

        def tell(error: BaseException) -> None:
            if asked == self._asked:
                self._view.show_problem(error)

        self._jobs.desk(
            lambda: self._desk.ask(query),
            lambda read: self._jobs.press(lambda progress: drawn(read, progress), show, tell, label),
            tell,
        )

    def forget(self) -> None:
        """The clerk went on."""
        self._asked += 1

    def send(self, printer: str | None, pages: Sequence[Page], go: Callable[[Sequence[Page]], None]) -> None:
        """Let the pages go, corrected for the printer."""
        if printer is None or not pages:
            go(pages)
            return
        first = pages[0]

        def moved() -> Sequence[Page]:
            found = self._corrections.get(printer, first.width, first.height)
            return pages if found is None else corrected(pages, found)

        self._jobs.desk(moved, go, self._view.show_problem)

    def _forms(self, row: BookRow) -> tuple[Page, ...]:
        layout = row.layout
        return entry_form_pages(layout, row.account.colour, range(1, layout.pages + 1), self._measure)
