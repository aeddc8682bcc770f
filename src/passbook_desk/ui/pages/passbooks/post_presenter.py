"""Continuing books one after another: sent, asked about, then the next page or the next book."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from passbook_desk.documents.correction import NO_CORRECTION, Correction, corrected
from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import Page
from passbook_desk.documents.pdf_pen import check_pages, write_pdf
from passbook_desk.features.passbooks.books.commands import replace_book
from passbook_desk.features.passbooks.books.line_paper import continue_pages
from passbook_desk.features.passbooks.books.printing import confirm_print, send_lines
from passbook_desk.features.passbooks.books.queries import book_plans, books, books_waiting, open_print
from passbook_desk.features.passbooks.books.values import (
    BookPlan,
    BookRow,
    ConfirmPrint,
    OpenPrint,
    PrintWay,
    ReplaceBook,
    SendLines,
)
from passbook_desk.kernel.errors import PassbookError
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.jobs import Jobs, Progress
from passbook_desk.ui.kit.ports import Corrections, Desk, Printers
from passbook_desk.ui.pages.passbooks.values import Stand, Tally, green_first, waits


class PostView(Protocol):
    """What the presenter tells the page."""

    def show_stand(self, stand: Stand, missed: bool) -> None: ...
    def show_correction(self, found: Correction | None) -> None: ...
    def show_end(self, tally: Tally) -> None: ...
    def show_no_book(self, account_id: int) -> None: ...
    def show_replaced(self, new: BookRow) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


@dataclass(frozen=True, slots=True)
class _Read:
    plan: BookPlan
    waiting: OpenPrint | None


class PostPresenter:
    """One queue of books.

    What is sent is written down first, then goes to paper; the position of a book moves with the answer.
    """

    def __init__(
        self,
        desk: Desk,
        view: PostView,
        jobs: Jobs,
        fontbook: FontBook,
        corrections: Corrections,
        printers: Printers,
    ) -> None:
        self._desk, self._view, self._jobs, self._fontbook = desk, view, jobs, fontbook
        self._corrections, self._printers = corrections, printers
        self._measure = Measure(fontbook)
        self._queue: list[int] = []
        self._place = 0
        self._stand: Stand | None = None
        self._uid = new_uid()
        self._answer_uid = new_uid()
        self._last_page: tuple[int, int] | None = None
        self._sent: set[str] = set()
        self._done: dict[int, int] = {}
        self._skipped: set[int] = set()
        self._busy = False
        self._moving = False
        self._missed = False
        self._sitting = 0
        self._asked = 0

    @property
    def has_next(self) -> bool:
        """Whether another book of the queue comes after this one."""
        return self._place + 1 < len(self._queue)

    def open(self, params: Mapping[str, object]) -> None:
        """Begin with the books of a route: `book`, `books` (ids), `account` or `accounts` (ids)."""
        self._queue, self._place, self._stand, self._sent = [], 0, None, set()
        self._done, self._skipped, self._last_page, self._busy = {}, set(), None, False
        self._moving = self._missed = False
        self._sitting += 1
        wanted = _ids(params.get("books")) or _ids(params.get("book"))
        if wanted:
            self._start(wanted)
            return
        accounts = _ids(params.get("accounts")) or _ids(params.get("account"))
        asked = self._next_ask()

        def found(rows: tuple[BookRow, ...]) -> None:
            if asked == self._asked:
                if rows:
                    self._start([row.id for row in rows])
                else:
                    self._view.show_no_book(accounts[0] if accounts else 0)

        self._jobs.desk(
            lambda: self._desk.ask(lambda scope: _of_accounts(scope, accounts)),
            found,
            self._view.show_problem,
        )

    def forget(self) -> None:
        """The clerk went on; answers that are still on their way are not shown any more."""
        self._next_ask()

    def reload(self) -> None:
        """Read the book again: something was recorded meanwhile. Not while lines are on their way."""
        if not self._busy and self._queue:
            self._load()

    def choose_printer(self, printer: str) -> None:
        """Say how this printer is corrected for the paper of the book."""
        stand = self._stand
        if stand is None or not stand.pages:
            return
        page = stand.pages[0]
        self._jobs.desk(
            lambda: self._corrections.get(printer, page.width, page.height),
            self._view.show_correction,
            self._view.show_problem,
        )

    def send(self, printer: str, label: str) -> None:
        """Write down that these lines go out, then give their page to the printer, corrected for it."""

        def out(pages: Sequence[Page], title: str) -> Callable[[Progress], bool]:
            return self._printers.ready(pages, printer, title)

        def correction(page: Page) -> Correction:
            return self._corrections.get(printer, page.width, page.height) or NO_CORRECTION

        self._send(PrintWay.PRINTER, printer, out, correction, label)

    def save(self, target: Path, label: str) -> None:
        """The same into a PDF, which somebody prints elsewhere: two steps as well, no correction."""

        def out(pages: Sequence[Page], title: str) -> Callable[[Progress], bool]:
            def write(progress: Progress) -> bool:
                write_pdf(pages, self._fontbook, target, title, progress)
                return True

            return write

        self._send(PrintWay.PDF, target.name, out, lambda _page: NO_CORRECTION, label)

    def answer(self, printed: int, spoilt: int = 0) -> None:
        """So many lines are on paper, so many places behind them are spoilt; then the next page or book."""
        stand = self._stand
        if self._busy or stand is None or stand.waiting is None:
            return
        command = ConfirmPrint(stand.waiting.id, printed, spoilt, self._answer_uid)
        lines = stand.lines
        self._busy = True

        def done(_: object) -> None:
            self._busy = False
            self._answer_uid = new_uid()
            if printed:
                self._done[stand.book.id] = self._done.get(stand.book.id, 0) + printed
            if printed or spoilt:
                self._last_page = (stand.book.id, lines[printed + spoilt - 1].page)
            self._moving = True
            self._load()

        self._jobs.desk(lambda: self._desk.do(lambda tx: confirm_print(tx, command)), done, self._refused)

    def skip(self) -> None:
        """Leave this book for later."""
        if self._stand is not None and not self._busy:
            if not self._stand.has_nothing:
                self._skipped.add(self._stand.book.id)
            self._go_on()

    def replace(self, reason: str) -> None:
        """A new book in place of this full one: 转下册 in the old one, then the lines in the new one."""
        stand = self._stand
        if self._busy or stand is None:
            return
        command = ReplaceBook(stand.book.id, reason, uid=self._uid)
        self._busy = True

        def work() -> BookRow:
            new = self._desk.do(lambda tx: replace_book(tx, command))
            return self._desk.ask(lambda scope: books(scope, book_ids=(new,)))[0]

        def done(new: BookRow) -> None:
            self._busy = False
            self._queue.insert(self._place + 1, new.id)
            self._view.show_replaced(new)
            self._load()

        self._jobs.desk(work, done, self._refused)

    def _start(self, queue: Sequence[int]) -> None:
        self._queue = list(dict.fromkeys(queue))
        self._moving = len(self._queue) > 1
        self._load()

    def _load(self) -> None:
        """Read the book and show it; `_moving` passes over a book that has nothing to print."""
        book_id = self._queue[self._place]
        asked = self._next_ask()

        def work() -> Stand:
            read = self._desk.ask(lambda scope: _read(scope, book_id))
            return self._drawn(read)

        def show(stand: Stand) -> None:
            if asked != self._asked:
                return
            if self._moving and stand.has_nothing:
                self._go_on()
                return
            missed, self._moving, self._missed = self._missed, False, False
            self._stand = stand
            self._uid = new_uid()
            self._view.show_stand(stand, missed)
            self._check(stand)

        self._jobs.desk(work, show, self._refused)

    def _drawn(self, read: _Read) -> Stand:
        plan, waiting = read.plan, read.waiting
        lines = waiting.lines if waiting is not None else plan.on_page()
        pages = tuple(continue_pages(plan, lines, self._measure)) if lines else ()
        last = self._last_page
        turn = bool(lines) and last is not None and last[0] == plan.book.id and last[1] != lines[0].page
        return Stand(
            book=plan.book,
            lines=lines,
            pages=pages,
            later=0 if waiting is not None else len(plan.lines) - len(lines),
            full=plan.full,
            waiting=waiting,
            turn=turn,
            earlier=waiting is not None and waiting.uid not in self._sent,
            measured=self._measured(pages),
            place=self._place + 1,
            count=len(self._queue),
        )

    def _measured(self, pages: Sequence[Page]) -> str:
        for page in pages[:1]:
            for kept in self._corrections.all():
                if kept.fits(kept.printer, page.width, page.height):
                    return kept.printer
        return ""

    def _check(self, stand: Stand) -> None:
        try:
            check_pages(stand.pages, self._fontbook)
        except PassbookError as error:
            self._stand = None
            self._view.show_problem(error)

    def _send(
        self,
        way: PrintWay,
        printer: str,
        out: Callable[[Sequence[Page], str], Callable[[Progress], bool]],
        correction: Callable[[Page], Correction],
        label: str,
    ) -> None:
        stand = self._stand
        if self._busy or stand is None or stand.waiting is not None or not stand.lines:
            return
        codes = tuple(line.code for line in stand.lines)
        command = SendLines(stand.book.id, way, codes, printer, self._uid)
        self._busy = True
        self._sent.add(command.uid)

        def work() -> tuple[Page, ...]:
            pages = corrected(stand.pages, correction(stand.pages[0]))
            self._desk.do(lambda tx: send_lines(tx, command))
            return pages

        def sent(pages: tuple[Page, ...]) -> None:
            sitting = self._sitting
            self._jobs.press(
                out(pages, stand.book.number),
                lambda started: self._ask_whether(sitting, started),
                lambda error: self._not_out(sitting, error),
                label,
            )

        self._jobs.desk(work, sent, self._refused)

    def _ask_whether(self, sitting: int, started: bool) -> None:
        if sitting != self._sitting:
            return
        self._busy = False
        self._missed = not started
        self._load()

    def _not_out(self, sitting: int, error: BaseException) -> None:
        self._view.show_problem(error)
        if sitting != self._sitting:
            return
        self._busy = False
        self._missed = True
        self._load()

    def _refused(self, error: BaseException) -> None:
        self._busy = False
        self._view.show_problem(error)
        if isinstance(error, PassbookError) and error.code in _READ_AGAIN and self._queue:
            self._load()

    def _go_on(self) -> None:
        if self.has_next:
            self._place += 1
            self._moving = True
            self._load()
            return
        self._stand = None
        self._next_ask()
        self._view.show_end(Tally(len(self._done), sum(self._done.values()), len(self._skipped)))

    def _next_ask(self) -> int:
        self._asked += 1
        return self._asked


_READ_AGAIN = frozenset({"books.plan-outdated", "books.print-open", "books.nothing-to-print", "books.full"})


def _ids(value: object) -> tuple[int, ...]:
    if isinstance(value, int):
        return (value,)
    return tuple(int(number) for number in value) if isinstance(value, Sequence) else ()


def _of_accounts(scope: Any, accounts: Sequence[int]) -> tuple[BookRow, ...]:
    """The books of accounts that wait, the green one first; where none waits, those in use.

    Without accounts: the whole queue.
    """
    if not accounts:
        return books_waiting(scope)
    rows = sorted(books(scope, account_ids=accounts, ended_too=True), key=green_first)
    waiting = tuple(row for row in rows if waits(row))
    return waiting or books(scope, account_ids=accounts)[:1]


def _read(scope: Any, book_id: int) -> _Read:
    return _Read(book_plans(scope, (book_id,))[0], open_print(scope, book_id))
