"""What the pages of books show. No Qt here."""

from dataclasses import dataclass

from passbook_desk.documents.page import Page
from passbook_desk.features.ledger.values import AccountRow, Colour
from passbook_desk.features.passbooks.books.values import BookRow, OpenPrint, PaperLine


@dataclass(frozen=True, slots=True)
class QueueLine:
    """An account with its book, or without one."""

    account: AccountRow
    book: BookRow | None


@dataclass(frozen=True, slots=True)
class Stand:
    """Where the clerk is with one book: what goes on its paper next, or what was sent and is not answered.

    `lines` are those of one feeding (`waiting` None) or those sent; `pages` is what a printer gets for them.
    `later` lines of this book come after them; `full` says that some of those need a new book; `turn` that
    the book must be turned to another page than the one that was printed on last, `earlier` that the lines
    that wait were not sent just now; `measured` is a printer that was measured for this paper, or "".
    `place` of `count` is the book in the queue.
    """

    book: BookRow
    lines: tuple[PaperLine, ...]
    pages: tuple[Page, ...]
    later: int
    full: bool
    waiting: OpenPrint | None
    turn: bool
    earlier: bool
    measured: str
    place: int
    count: int

    @property
    def wants_new_book(self) -> bool:
        """Nothing can be printed here any more, and lines are left."""
        return not self.lines and self.full

    @property
    def has_nothing(self) -> bool:
        """Everything is on paper."""
        return not self.lines and not self.full


@dataclass(frozen=True, slots=True)
class Tally:
    """What was done in one sitting: books with lines on paper, those lines, books left for later."""

    books: int = 0
    lines: int = 0
    left: int = 0


def waits(row: BookRow) -> bool:
    """Whether something is to be printed in a book or answered for."""
    return row.open_print or row.unprinted > 0 or row.owes_last_line


def green_first(row: BookRow) -> tuple[bool, str, int]:
    """The order in which the books of a household are fed: the green one, then red ones by their accounts."""
    return row.account.colour is Colour.RED, row.account.number, row.ordinal
