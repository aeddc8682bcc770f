"""What somebody saw on the paper of a book and said of it; books nobody has looked at since a restore."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, exists, select, text
from sqlalchemy.orm import aliased

from passbook_desk.db.store import Scope
from passbook_desk.features.passbooks.books.planning import SetTo
from passbook_desk.features.passbooks.model import Book, PaperDoubt, PlaceSet, PrintOutcome

_MARKS = text(
    "SELECT b.uid, b.number, p.uid FROM book b JOIN book_print p ON p.book_id = b.id"
    " WHERE b.village_id = :village"
    " UNION ALL SELECT b.uid, b.number, o.uid FROM book b JOIN book_print p ON p.book_id = b.id"
    " JOIN print_outcome o ON o.book_print_id = p.id WHERE b.village_id = :village"
    " UNION ALL SELECT b.uid, b.number, s.uid FROM book b JOIN place_set s ON s.book_id = b.id"
    " WHERE b.village_id = :village"
    " UNION ALL SELECT b.uid, b.number, d.uid FROM book b JOIN paper_doubt d ON d.book_id = b.id"
    " WHERE b.village_id = :village"
    " UNION ALL SELECT b.uid, b.number, b.ended_as FROM book b WHERE b.village_id = :village"
)


@dataclass(frozen=True, slots=True)
class PaperKnown:
    """What a file knows of the paper of a book: its number, a mark for each print, answer, doubt and end."""

    number: str
    marks: frozenset[str]


def paper_known(scope: Scope) -> Mapping[str, PaperKnown]:
    """What the file knows of each book's paper, by the uid of the book."""
    numbers: dict[str, str] = {}
    marks: dict[str, set[str]] = {}
    for uid, number, mark in scope.session.execute(_MARKS, {"village": scope.village_id}):
        numbers[uid] = number
        marks.setdefault(uid, set()).add(mark)
    return {uid: PaperKnown(number, frozenset(marks[uid])) for uid, number in numbers.items()}


def places_set(scope: Scope, book_id: int) -> tuple[tuple[int, SetTo], ...]:
    """Where a book was to go on by hand, in order, each with the number of the print it comes behind."""
    rows = scope.session.scalars(
        select(PlaceSet).where(PlaceSet.book_id == book_id).order_by(PlaceSet.number)
    )
    return tuple((row.after_print, SetTo(row.slot, row.last_seq, row.balance)) for row in rows)


def holds() -> ColumnElement[bool]:
    """Whether an answer is the one that holds: none was given to its print after it."""
    later = aliased(PrintOutcome)
    given_after = exists().where(
        later.book_print_id == PrintOutcome.book_print_id, later.number > PrintOutcome.number
    )
    return ~given_after.correlate(PrintOutcome)


def is_doubted() -> ColumnElement[bool]:
    """Whether a backup was restored since somebody last said where the paper of `Book` ends."""
    looked_at = exists().where(PlaceSet.book_id == PaperDoubt.book_id, PlaceSet.number > PaperDoubt.after_set)
    return exists().where(PaperDoubt.book_id == Book.id, ~looked_at)
