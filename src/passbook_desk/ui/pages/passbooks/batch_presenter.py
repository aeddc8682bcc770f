"""Strips, lines to copy by hand, booklets: many books on one pile of paper, asked about once."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

from passbook_desk.documents.correction import NO_CORRECTION, corrected
from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.imposition import Duplex, booklet_by_hand, booklet_sheets
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import Page
from passbook_desk.features.passbooks.books.booklet_paper import booklet_pages
from passbook_desk.features.passbooks.books.booklets import booklet_size, rules_extract
from passbook_desk.features.passbooks.books.cover_paper import texts_of_covers
from passbook_desk.features.passbooks.books.hand_paper import hand_pages
from passbook_desk.features.passbooks.books.line_paper import texts_of_plans
from passbook_desk.features.passbooks.books.printing import confirm_print, send_all, write_by_hand
from passbook_desk.features.passbooks.books.queries import book_facts, book_plans, open_prints
from passbook_desk.features.passbooks.books.strip_paper import strip_pages
from passbook_desk.features.passbooks.books.values import (
    BookFacts,
    BookPlan,
    BookRow,
    ConfirmPrint,
    OpenPrint,
    PaperLine,
    PrintWay,
    SendLines,
)
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.jobs import Jobs, Progress
from passbook_desk.ui.kit.ports import Corrections, Desk


class Turning(StrEnum):
    """How both sides of a sheet get printed."""

    LONG_EDGE = "long-edge"
    SHORT_EDGE = "short-edge"
    BY_HAND = "by-hand"
    """The printer prints one side; somebody puts the pile back."""


@dataclass(frozen=True, slots=True)
class BatchLine:
    """A book with the lines that go to its paper, or that went there and wait for the answer."""

    book: BookRow
    lines: tuple[PaperLine, ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """What is on the pile: `rows` in their order, `pages` of the first pass, `backs` of the second one.

    `turn_over` says how the pile goes back for the backs. With `asked` the rows were sent before and nobody
    has said what became of them; `left_out` books wait for an answer of another kind, or have nothing to
    print.
    """

    way: PrintWay
    rows: tuple[BatchLine, ...]
    pages: tuple[Page, ...]
    backs: tuple[Page, ...] = ()
    turn_over: bool = False
    asked: bool = False
    left_out: tuple[BookRow, ...] = ()


class BatchView(Protocol):
    """What the presenter tells the page."""

    def show_batch(self, batch: Batch) -> None: ...
    def show_answered(self, books: int, lines: int, again: int) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class BatchPresenter:
    """One pile: drawn on the press lane, written down as sent before it leaves, answered in one act."""

    def __init__(
        self,
        desk: Desk,
        view: BatchView,
        jobs: Jobs,
        fontbook: FontBook,
        corrections: Corrections,
    ) -> None:
        self._desk, self._view, self._jobs = desk, view, jobs
        self._fontbook, self._corrections = fontbook, corrections
        self._measure = Measure(fontbook)
        self._batch: Batch | None = None
        self._prints: dict[int, int] = {}
        self._uids: dict[int, tuple[str, str]] = {}
        self._busy = False
        self._asked = 0

    def load(self, way: PrintWay, book_ids: Sequence[int], turning: Turning, label: str) -> None:
        """Draw the pile of these books; those whose pile of this kind is unanswered are asked about first."""
        self._asked += 1
        asked = self._asked

        def query(scope: Any) -> "_Read":
            return _read(scope, way, book_ids)

        def show(read: tuple[Batch, dict[int, int]]) -> None:
            if asked == self._asked:
                batch, self._prints = read
                self._batch = batch
                self._uids = {row.book.id: (new_uid(), new_uid()) for row in batch.rows}
                self._view.show_batch(batch)

        def tell(error: BaseException) -> None:
            if asked == self._asked:
                self._view.show_problem(error)

        self._jobs.desk(
            lambda: self._desk.copied(query),
            lambda read: self._jobs.press(
                lambda progress: self._drawn(read(), way, turning, progress), show, tell, label
            ),
            tell,
        )

    def forget(self) -> None:
        """The clerk went on."""
        self._asked += 1

    def send(self, printer: str | None, pages: Sequence[Page], go: Callable[[Sequence[Page]], None]) -> None:
        """Write down that the lines go out, once, then let the pages go, corrected for the printer."""
        batch = self._batch
        if batch is None or self._busy or not batch.rows:
            return
        self._busy = True
        commands = [] if self._prints or batch.way is PrintWay.HAND else self._commands(batch, printer or "")

        def work() -> tuple[tuple[int, ...], tuple[Page, ...]]:
            found = self._corrections.get(printer, pages[0].width, pages[0].height) if printer else None
            prints = self._desk.do(lambda tx: send_all(tx, commands)) if commands else ()
            return prints, corrected(pages, found or NO_CORRECTION)

        def sent(done: tuple[tuple[int, ...], tuple[Page, ...]]) -> None:
            self._busy = False
            for command, print_id in zip(commands, done[0], strict=True):
                self._prints[command.book_id] = print_id
            go(done[1])

        self._jobs.desk(work, sent, self._refused)

    @property
    def is_sent(self) -> bool:
        """Whether the pile waits for its answer."""
        return bool(self._prints)

    def answer(self, done: Sequence[int]) -> None:
        """The lines of these books are on their paper, those of the others are not."""
        batch = self._batch
        if batch is None or self._busy:
            return
        self._busy = True
        on_paper = set(done)
        rows, prints, uids = batch.rows, dict(self._prints), self._uids
        by_hand = self._commands(batch, "", on_paper) if batch.way is PrintWay.HAND else []

        def work(tx: Any) -> None:
            for command in by_hand:
                write_by_hand(tx, command, uids[command.book_id][1])
            for row in rows:
                if row.book.id in prints:
                    count = len(row.lines) if row.book.id in on_paper else 0
                    confirm_print(tx, ConfirmPrint(prints[row.book.id], count, uid=uids[row.book.id][1]))

        def told(_: None) -> None:
            self._busy = False
            self._prints = {}
            lines = sum(len(row.lines) for row in rows if row.book.id in on_paper)
            self._view.show_answered(len(on_paper), lines, len(rows) - len(on_paper))

        self._jobs.desk(lambda: self._desk.do(work), told, self._refused)

    def _commands(self, batch: Batch, printer: str, chosen: set[int] | None = None) -> list[SendLines]:
        return [
            SendLines(
                row.book.id,
                batch.way,
                tuple(line.code for line in row.lines),
                printer,
                self._uids[row.book.id][0],
            )
            for row in batch.rows
            if chosen is None or row.book.id in chosen
        ]

    def _refused(self, error: BaseException) -> None:
        self._busy = False
        self._view.show_problem(error)

    def _drawn(
        self, read: "_Read", way: PrintWay, turning: Turning, progress: Progress
    ) -> tuple[Batch, dict[int, int]]:
        """On the press lane: what was unanswered before comes first, else the pile is drawn."""
        unanswered = [found for found in read.waiting if found[1].way is way]
        if unanswered:
            rows = tuple(BatchLine(row, sent.lines) for row, sent in unanswered)
            prints = {row.id: sent.id for row, sent in unanswered}
            return Batch(way, rows, (), asked=True), prints
        open_elsewhere = tuple(row for row, _ in read.waiting)
        known = {row.id for row in open_elsewhere}
        plans = [plan for plan in read.plans if plan.lines and plan.book.id not in known]
        rest = tuple(plan.book for plan in read.plans if not plan.lines and plan.book.id not in known)
        books = tuple(plan.book for plan in plans)
        rules = [text for extract in read.rules.values() for text in extract]
        self._fontbook.check((*texts_of_plans(plans), *texts_of_covers(books, read.facts), *rules))
        fronts, backs, over = self._pages(plans, read, way, turning, progress)
        rows = tuple(BatchLine(plan.book, plan.lines) for plan in plans)
        return Batch(way, rows, fronts, backs, over, left_out=open_elsewhere + rest), {}

    def _pages(
        self, plans: Sequence[BookPlan], read: "_Read", way: PrintWay, turning: Turning, progress: Progress
    ) -> tuple[tuple[Page, ...], tuple[Page, ...], bool]:
        if way is PrintWay.STRIP:
            return strip_pages(told(plans, progress), self._measure), (), False
        if way is PrintWay.HAND:
            return hand_pages(told(plans, progress), self._measure), (), False
        fronts: list[Page] = []
        backs: list[Page] = []
        over = False
        for plan in told(plans, progress):
            extract = read.rules[plan.book.account.id]
            pages = booklet_pages(plan, read.facts, extract, self._measure)
            size = booklet_size(plan.book.layout)
            if size is None:
                fronts += pages
            elif turning is Turning.BY_HAND:
                passes = booklet_by_hand(pages, size)
                fronts += passes.fronts
                backs = [*passes.backs, *backs] if not passes.turn_over else [*backs, *passes.backs]
                over = passes.turn_over
            else:
                fronts += booklet_sheets(pages, size, Duplex(turning.value))
        return tuple(fronts), tuple(backs), over


@dataclass(frozen=True, slots=True)
class _Read:
    plans: tuple[BookPlan, ...]
    waiting: tuple[tuple[BookRow, OpenPrint], ...]
    facts: BookFacts
    rules: Mapping[int, tuple[str, ...]]
    """The extract of the rules for a booklet, by the id of the account."""


def _read(scope: Any, way: PrintWay, book_ids: Sequence[int]) -> _Read:
    whole = way is PrintWay.BOOKLET
    plans = book_plans(scope, book_ids, whole=whole)
    sent = open_prints(scope, [plan.book.id for plan in plans if plan.book.open_print])
    waiting = tuple((plan.book, sent[plan.book.id]) for plan in plans if plan.book.id in sent)
    holders = {plan.book.account.id: plan.book.account for plan in plans} if whole else {}
    rules = {account_id: rules_extract(scope, account) for account_id, account in holders.items()}
    return _Read(plans, waiting, book_facts(scope), rules)


def told(plans: Sequence[BookPlan], progress: Progress) -> Iterator[BookPlan]:
    """The plans one after another, telling how far the pile is; 取消 stops between two books."""
    for number, plan in enumerate(plans):
        progress.check()
        progress.step(number, len(plans))
        yield plan
    progress.step(len(plans), len(plans))
