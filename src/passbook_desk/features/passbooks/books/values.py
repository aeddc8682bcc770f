from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from passbook_desk.features.ledger.values import AccountRow, LineRow
from passbook_desk.features.passbooks.books.layouts import BookLayout
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.points import Points


class BookState(StrEnum):
    """Where a book is in its life; what follows from its lines is not stored."""

    ISSUED = "issued"
    """Made, nothing written in it yet."""
    IN_USE = "in_use"
    FULL = "full"
    """No line is free but that of 转下册."""
    LOST = "lost"
    REPLACED = "replaced"
    CLOSED = "closed"


class BookEnd(StrEnum):
    """How a book ended; NONE while it is the account's book."""

    NONE = ""
    LOST = "lost"
    REPLACED = "replaced"
    CLOSED = "closed"


class BookOrigin(StrEnum):
    """How a book came to be."""

    FIRST = "first"
    ADOPTED = "adopted"
    """A paper book that was kept by hand before the program."""
    NEXT = "next"
    """In place of a full one."""
    REISSUED = "reissued"
    """In place of a lost one."""


class PrintWay(StrEnum):
    """How lines get onto paper."""

    PRINTER = "printer"
    PDF = "pdf"
    BOOKLET = "booklet"
    """The whole book anew, folded and stapled; the paper before it is taken back."""
    STRIP = "strip"
    HAND = "hand"


class PaperLineKind(StrEnum):
    """What a line of the paper is."""

    ENTRY = "entry"
    CARRY_OUT = "carry_out"
    """过次页"""
    CARRY_IN = "carry_in"
    """承前页"""
    FROM_BOOK = "from_book"
    """承上册"""
    TO_BOOK = "to_book"
    """转下册"""


@dataclass(frozen=True, slots=True)
class BookTypeRow:
    """A kind of book as the village keeps it. `version` counts changes that need new books."""

    id: int
    uid: str
    layout: BookLayout
    version: int
    books: int
    retired: bool


class LayoutChange(StrEnum):
    """What keeping a layout does to a kind of book."""

    NEW = "new"
    NONE = "none"
    PLACES = "places"
    """Books in use follow: their lines are counted as before."""
    VERSION = "version"
    """Books in use keep what they have, new books get the next version."""


@dataclass(frozen=True, slots=True)
class LayoutArrival:
    """A layout from elsewhere and what it would change here; `before` None for a name not known."""

    layout: BookLayout
    change: LayoutChange
    before: BookTypeRow | None


@dataclass(frozen=True, slots=True)
class Position:
    """What is on the paper of a book: the next free line (counted over all pages from 1), the last line of
    the account and the balance that stand there; `closed` when 转下册 is written. `spoilt` counts the
    places right before `slot` that were spoilt."""

    slot: int
    last_seq: int
    balance: Points
    closed: bool = False
    spoilt: int = 0


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One line for the paper. `entry` None for a line of carrying; `code` is its check code."""

    slot: int
    page: int
    line: int
    kind: PaperLineKind
    balance: Points
    code: str
    entry: LineRow | None = None


@dataclass(frozen=True, slots=True)
class OpenPrint:
    """Lines that were sent and wait for the answer to 打好了吗."""

    id: int
    uid: str
    way: PrintWay
    printer: str
    sent_at: datetime
    sent_by: str
    lines: tuple[PaperLine, ...]


@dataclass(frozen=True, slots=True)
class BookRow:
    """A book: whose, which, what state, what is next.

    `page` and `line` are the next free place; `unprinted` counts lines of the account that are on no paper
    and belong here. `holder` is the name on the holder page, `account.owner_name` that of today.
    """

    id: int
    uid: str
    number: str
    ordinal: int
    account: AccountRow
    type_id: int
    layout: BookLayout
    origin: BookOrigin
    state: BookState
    end: BookEnd
    end_reason: str
    ended_on: date | None
    issued_on: date
    issued_by: str
    holder: str
    position: Position
    page: int
    line: int
    unprinted: int
    open_print: bool
    doubted: bool = False
    """A backup was restored: the paper may hold more, and nothing is sent until somebody looked at it."""

    @property
    def wants_new_holder(self) -> bool:
        """The book names somebody who holds it no longer (过户); where a household ended, nobody does."""
        return self.end is BookEnd.NONE and self.account.owner_name not in ("", self.holder)

    @property
    def owes_last_line(self) -> bool:
        """The book was replaced, and 转下册 is not written in it yet."""
        free = self.position.slot <= self.layout.capacity
        return self.end is BookEnd.REPLACED and not self.position.closed and free


@dataclass(frozen=True, slots=True)
class BookPlan:
    """What goes on the paper next, in its order; `full` when lines are left that only a new book can take."""

    book: BookRow
    lines: tuple[PaperLine, ...]
    full: bool

    def on_page(self) -> tuple[PaperLine, ...]:
        """The lines of the first page that gets any: what one feeding of the book takes."""
        return tuple(line for line in self.lines if line.page == self.lines[0].page) if self.lines else ()


@dataclass(frozen=True, slots=True)
class BookFacts:
    """What cover and holder page say beside the book itself."""

    village_name: str
    township: str
    issuer: str
    office_phone: str


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line on paper: where, what, when, by whom, on which printer; `spoilt` when it took a line for
    nothing."""

    paper: PaperLine
    way: PrintWay
    printer: str
    printed_at: datetime
    printed_by: str
    spoilt: bool


@dataclass(frozen=True, slots=True)
class BookPrintRow:
    """A print into a book in the log: `first` and `last` are page and line, `lines` how many were sent.

    `printed` of them are on paper, None while nobody has answered; `spoilt` places behind them are lost.
    """

    id: int
    book: BookRow
    way: PrintWay
    printer: str
    sent_at: datetime
    sent_by: str
    first: tuple[int, int]
    last: tuple[int, int]
    lines: int
    printed: int | None
    spoilt: int


@dataclass(frozen=True, slots=True)
class IssueBook:
    """A book for an account; `uid` is made when the form opens. `number` "" is given by the village's
    pattern."""

    account_id: int
    type_id: int
    number: str = ""
    uid: str = field(default_factory=new_uid)


@dataclass(frozen=True, slots=True)
class AdoptBook:
    """A paper book kept by hand so far: its number, the next free place, the last balance written in it.

    `last_seq` names the last line on paper when several have that balance. `number` "" is given by the
    pattern.
    """

    account_id: int
    type_id: int
    page: int
    line: int
    balance: Points
    number: str = ""
    last_seq: int | None = None
    uid: str = field(default_factory=new_uid)


@dataclass(frozen=True, slots=True)
class ReplaceBook:
    """A new book in place of one that is full, worn or lost; `type_id` None keeps the kind."""

    book_id: int
    reason: str
    lost: bool = False
    type_id: int | None = None
    uid: str = field(default_factory=new_uid)


@dataclass(frozen=True, slots=True)
class SetPlace:
    """Where a book goes on, as somebody saw it on the paper, and why.

    `balance` is what stands there last, when more lines are on the paper than are known; `last_seq` names the
    last of them when several lines have that balance.
    """

    book_id: int
    page: int
    line: int
    reason: str
    balance: Points | None = None
    last_seq: int | None = None
    uid: str = field(default_factory=new_uid)


@dataclass(frozen=True, slots=True)
class SendLines:
    """Lines that go to paper now: their check codes as they were shown, so that nothing else is sent."""

    book_id: int
    way: PrintWay
    codes: tuple[str, ...]
    printer: str = ""
    uid: str = field(default_factory=new_uid)


@dataclass(frozen=True, slots=True)
class ConfirmPrint:
    """The answer to 打好了吗: how many of the lines sent are on paper, and how many more were spoilt behind
    them.

    A spoilt line takes its place in the book and goes out again on the next one.
    """

    print_id: int
    printed: int
    spoilt: int = 0
    uid: str = field(default_factory=new_uid)


@dataclass(frozen=True, slots=True)
class Doubts:
    """What a restore makes uncertain: so many books in use, and numbers of books the file does not know."""

    books: int
    unknown: tuple[str, ...]
