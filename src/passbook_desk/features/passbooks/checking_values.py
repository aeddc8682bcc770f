"""What 核验 answers: data that the window and the command line tell in the same words."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TypeAlias

from passbook_desk.features.ledger.values import AccountRow, LineRow
from passbook_desk.features.passbooks.books.values import BookEnd, BookRow, PaperLine, PrintWay
from passbook_desk.kernel.points import Points


class CodeVerdict(StrEnum):
    """What a code from paper is worth."""

    GENUINE = "genuine"
    CHANGED = "changed"
    """Ours, but something happened since."""
    FOREIGN = "foreign"
    """Not of this village, or copied wrongly in a way that no check character catches."""
    SLIP = "slip"
    """Mistyped: nothing can have this code."""


class Slip(StrEnum):
    """How a code is known to be mistyped."""

    CHECK = "check"
    """The check character or digit does not fit."""
    SIGNS = "signs"
    """A character that no code has."""
    LENGTH = "length"


class Remark(StrEnum):
    """What is to be said of something that was found, the gravest first."""

    DIFFERS = "differs"
    """The ledger says something else now than when it was printed."""
    LOST = "lost"
    SPOILT = "spoilt"
    """The line took its place in the book for nothing."""
    OFF_PAPER = "off-paper"
    """Nothing that counts as printed: it failed, or the whole book was made anew."""
    REVERSED = "reversed"
    SHORTER = "shorter"
    """The file ends before the line that the sheet goes up to: an older copy."""
    CLOSED = "closed"
    REPLACED = "replaced"
    WAITING = "waiting"
    """It was sent; nobody has said yet whether it is on paper."""


_OF_OLD_LINES = frozenset({Remark.CLOSED, Remark.REPLACED, Remark.WAITING})
"""What takes nothing from a line that was rightly written; of a book it is a change."""


@dataclass(frozen=True, slots=True)
class LineFound:
    """A line in a book. `taken_back_by` is the line that reversed it, `next_book` the number after its
    book."""

    book: BookRow
    paper: PaperLine
    way: PrintWay
    printer: str
    printed_at: datetime
    printed_by: str
    remarks: tuple[Remark, ...]
    taken_back_by: LineRow | None
    next_book: str

    @property
    def verdict(self) -> CodeVerdict:
        """A line of a book that was replaced in good order is as genuine as ever."""
        return _verdict(set(self.remarks) - _OF_OLD_LINES)


@dataclass(frozen=True, slots=True)
class BookFound:
    """A book by its number; `next_book` is the number of the one after it, "" when there is none."""

    book: BookRow
    next_book: str

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """How it ended."""
        return _ENDS[self.book.end]

    @property
    def verdict(self) -> CodeVerdict:
        """Only the account's book of today is accepted without a word."""
        return _verdict(set(self.remarks))


@dataclass(frozen=True, slots=True)
class AccountFound:
    """An account by its number, its balance, and its book of today ("" without one)."""

    account: AccountRow
    balance: Points
    book: str
    closed: bool

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """Whether it is closed."""
        return (Remark.CLOSED,) if self.closed else ()

    @property
    def verdict(self) -> CodeVerdict:
        """A closed account is a change."""
        return _verdict(set(self.remarks))


class SheetKind(StrEnum):
    """What went out with a head code."""

    NOTICE = "notice"
    PRINTOUT = "printout"
    BOOK_LINES = "book-lines"
    BACKUP = "backup"
    SLIP = "slip"
    """A redemption (兑换单)."""


@dataclass(frozen=True, slots=True)
class SheetFound:
    """Something that left the file when the ledger ended with line `last_seq`; `since` lines came after.

    `number` is that of a notice or slip, of the account when one book was printed, or the name of a backup;
    `name` the holder of that one book, the period of the notice, or whose slip for how many points.
    """

    kind: SheetKind
    made_at: datetime
    last_seq: int
    since: int
    remarks: tuple[Remark, ...]
    made_by: str = ""
    number: str = ""
    name: str = ""
    as_of: date | None = None
    books: int = 0
    pages: int = 0

    @property
    def verdict(self) -> CodeVerdict:
        """Lines that came later change nothing of what the sheet says."""
        return _verdict(set(self.remarks))


Found: TypeAlias = LineFound | BookFound | AccountFound | SheetFound


@dataclass(frozen=True, slots=True)
class CodeAnswer:
    """What a code led to; `found` has several when more than one thing carries it."""

    code: str
    found: tuple[Found, ...] = ()
    slip: Slip | None = None

    @property
    def verdict(self) -> CodeVerdict:
        """The worst of what was found."""
        if self.slip is not None:
            return CodeVerdict.SLIP
        if not self.found:
            return CodeVerdict.FOREIGN
        changed = any(each.verdict is CodeVerdict.CHANGED for each in self.found)
        return CodeVerdict.CHANGED if changed else CodeVerdict.GENUINE


def _verdict(changes: set[Remark]) -> CodeVerdict:
    return CodeVerdict.CHANGED if changes else CodeVerdict.GENUINE


_ENDS = {
    BookEnd.NONE: (),
    BookEnd.LOST: (Remark.LOST,),
    BookEnd.REPLACED: (Remark.REPLACED,),
    BookEnd.CLOSED: (Remark.CLOSED,),
}
