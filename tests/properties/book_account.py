"""One account, the paper of its books, and what the program must say of both."""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import text

from builders.books import plan_of, row_of
from builders.village import Village
from passbook_desk.db.store import Tx
from passbook_desk.features.passbooks.books.layouts import BookLayout
from passbook_desk.features.passbooks.books.queries import printed_lines
from passbook_desk.features.passbooks.books.types import book_types
from passbook_desk.features.passbooks.books.values import (
    BookOrigin,
    BookPlan,
    BookRow,
    BookState,
    PaperLine,
)
from passbook_desk.features.passbooks.books.verifying import verify_books
from passbook_desk.kernel.errors import UserError
from properties.book_file import BookFile
from properties.paper_model import PaperBook, Stock, ink_of, log_of, read_aloud

_LEDGER = text("SELECT points FROM ledger_line WHERE account_id = :account ORDER BY account_seq")
_CODES = text(
    "SELECT s.code, p.book_id, s.slot, l.account_seq FROM book_line s JOIN book_print p"
    " ON p.id = s.book_print_id JOIN book b ON b.id = p.book_id LEFT JOIN ledger_line l ON l.id = s.line_id"
    " WHERE b.account_id = :account"
)


@dataclass(frozen=True, slots=True)
class Waiting:
    """Lines that were sent, and what the printer really did with them; `paper` for a booklet is new."""

    print_id: int
    paper: PaperBook
    row: BookRow
    lines: tuple[PaperLine, ...]
    printed: int
    spoilt: int


class BookAccount:
    """`books` are all books there ever were, the last one perhaps in use."""

    def __init__(self, file: BookFile, account_id: int, seed: int) -> None:
        self.file, self.account, self.chance = file, account_id, random.Random(seed)
        self.acts: Counter[str] = Counter()
        self.books: list[PaperBook] = []
        self.in_use: int | None = None
        """Id of the book in use."""
        self.sound: dict[int, PaperBook] = {}
        """Each book as it was before the lines that wait for an answer."""
        self.waiting: Waiting | None = None
        self.vouchers: dict[int, list[int]] = {}
        """Own acts that stand, with the numbers of their lines in the account."""
        self.standing: set[int] = set()
        self.answered: dict[int, list[int]] = {}
        """Prints of each book that were answered, in their order."""
        self.closing: set[int] = set()
        """Prints of a 转下册, which may be answered anew while other books go on."""
        self.calm = False
        """Nothing jams and nobody presses twice any more."""
        self._points: list[int] | None = None

    @property
    def village(self) -> Village:
        return self.file.village

    # What must hold

    def check(self) -> None:
        """The program knows where the paper of the book in use ends, and how much is not on it yet."""
        if self.in_use is None:
            return
        row, paper = self._row(), self._paper(self.in_use)
        told = self.sound.get(paper.id, paper)
        at = row.position
        layout = row.layout
        assert at.slot == told.used + 1, f"next line {at.slot}, on paper {told.used}"
        if told.used < layout.capacity:
            place = told.stock.place_at(row.page, layout.middle_mm(row.line))
            assert place == told.stock.places()[told.used]
        assert at.last_seq == told.last_seq
        ledger = self.ledger()
        assert at.balance.hundredths == sum(ledger[: told.last_seq])
        assert row.unprinted == len(ledger) - told.last_seq
        waits = self.waiting is not None and self.waiting.row.id == row.id
        assert row.open_print is waits
        full = told.used + 1 >= layout.capacity
        assert (row.state is BookState.FULL) is full

    def read_everything(self) -> None:
        """All paper together is the ledger; the print log says what is on it; every code leads back."""
        ledger = self.ledger()
        assert read_aloud(self.books, ledger) == len(ledger)
        for book in self.books:
            assert not book.replaced or book.closed or book.used == len(book.stock.places())
            self._log_is(book)
        self._codes_lead_back()
        with self.village.read() as scope:
            verify_books(scope)

    def _log_is(self, book: PaperBook) -> None:
        """The print log of the book says what is on its paper, place by place."""
        with self.village.read() as scope:
            told = {line.paper.slot: line for line in printed_lines(scope, book.id)}
        real = log_of(book)
        assert told.keys() == real.keys()
        for slot, ink in real.items():
            line = told[slot]
            assert line.spoilt is (ink.kind is None)
            assert line.spoilt or ink_of(line.paper) == ink

    def _codes_lead_back(self) -> None:
        with self.village.read() as scope:
            rows = scope.session.execute(_CODES, {"account": self.account}).all()
        known = {(row.code, row.book_id, row.slot, row.account_seq) for row in rows}
        for book in self.books:
            places = {place: number for number, place in enumerate(book.stock.places(), 1)}
            for place, ink in book.legible():
                assert (ink.code, book.id, places[place], ink.seq) in known

    # What is there

    def ledger(self) -> list[int]:
        """The points of the account's lines in hundredths, straight from the table."""
        if self._points is None:
            with self.village.read() as scope:
                self._points = list(scope.session.execute(_LEDGER, {"account": self.account}).scalars())
        return self._points

    def on_paper(self, *, sound: bool = False) -> int:
        """The last line of the account on any paper; `sound` leaves out what nobody has confirmed."""
        if not self.books:
            return 0
        last = self.books[-1]
        return self.sound.get(last.id, last).last_seq if sound else last.last_seq

    def _paper(self, book_id: int) -> PaperBook:
        return next(book for book in self.books if book.id == book_id)

    def _row(self) -> BookRow:
        assert self.in_use is not None
        return row_of(self.village, self.in_use)

    def _plan(self) -> BookPlan:
        assert self.in_use is not None
        return plan_of(self.village, self.in_use)

    def _new_paper(self, book_id: int, origin: BookOrigin, kind: int) -> PaperBook:
        row = row_of(self.village, book_id)
        assert (row.type_id, row.origin) == (kind, origin)
        carried = origin in (BookOrigin.NEXT, BookOrigin.REISSUED)
        made = PaperBook(book_id, Stock.of(row.layout), carried, self.on_paper())
        self.books.append(made)
        self.in_use = book_id
        return made

    def _kind(self) -> int:
        """One of the small kinds that are still given out."""
        with self.village.read() as scope:
            return self.chance.choice([row.id for row in book_types(scope) if row.layout.pages <= 4])

    def _layout(self, kind: int) -> BookLayout:
        with self.village.read() as scope:
            return next(row.layout for row in book_types(scope, retired_too=True) if row.id == kind)

    def _newest(self, kind: int) -> int:
        """The kind of the same name that is still given out; the old one when nobody gives out any."""
        with self.village.read() as scope:
            rows = book_types(scope, retired_too=True)
        old = next(row for row in rows if row.id == kind)
        if not old.retired:
            return kind
        return next((row.id for row in rows if not row.retired and row.layout.name == old.layout.name), kind)

    def _refused(self, act: str, expected: type[UserError], work: Callable[[Tx], object]) -> None:
        try:
            with self.village.write() as tx:
                work(tx)
        except expected:
            self.acts[f"refused {act}"] += 1
        else:
            raise AssertionError(f"{act} was not refused")
