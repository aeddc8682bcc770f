"""Are books what their prints made of them: places, lines, balances, check codes, kept positions."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, NamedTuple

from sqlalchemy import TextClause, text

from passbook_desk.db.store import Scope
from passbook_desk.features.passbooks.books.errors import BookBroken
from passbook_desk.features.passbooks.books.layouts import read_layout
from passbook_desk.features.passbooks.books.planning import Outcome, Placed, SetTo, after
from passbook_desk.features.passbooks.books.rules import line_code
from passbook_desk.features.passbooks.books.values import (
    BookEnd,
    BookOrigin,
    PaperLineKind,
    Position,
    PrintWay,
)
from passbook_desk.features.village.queries import village_uid
from passbook_desk.kernel.points import ZERO, Points

_BOOKS: Final = text(
    "SELECT b.id, b.uid, b.account_id, b.ordinal, b.number, b.origin, b.after_seq, b.balance_before,"
    " b.first_slot, b.carried, b.ended_as, t.layout, l.balance_after, p.next_slot, p.last_seq, p.balance,"
    " p.closed, p.spoilt, p.open_print_id"
    " FROM book b JOIN book_type t ON t.id = b.book_type_id LEFT JOIN book_position p ON p.book_id = b.id"
    " LEFT JOIN ledger_line l ON l.account_id = b.account_id AND l.account_seq = b.after_seq"
    " WHERE b.village_id = :village ORDER BY b.account_id, b.ordinal"
)
_PRINTS: Final = text(
    "SELECT p.book_id, p.id, p.number, p.way FROM book_print p JOIN book b ON b.id = p.book_id"
    " WHERE b.village_id = :village ORDER BY p.book_id, p.number"
)
_ANSWERS: Final = text(
    "SELECT o.book_print_id, o.number, o.printed, o.spoilt FROM print_outcome o"
    " JOIN book_print p ON p.id = o.book_print_id JOIN book b ON b.id = p.book_id"
    " WHERE b.village_id = :village ORDER BY o.book_print_id, o.number"
)
_LINES: Final = text(
    "SELECT s.book_print_id, s.slot, s.kind, s.balance, s.code, l.account_id, l.account_seq, l.balance_after,"
    " l.hash FROM book_line s JOIN book_print p ON p.id = s.book_print_id JOIN book b ON b.id = p.book_id"
    " LEFT JOIN ledger_line l ON l.id = s.line_id WHERE b.village_id = :village"
    " ORDER BY p.book_id, p.number, s.slot"
)
_PLACES: Final = text(
    "SELECT s.book_id, s.after_print, s.number, s.slot, s.last_seq, s.balance, l.balance_after"
    " FROM place_set s JOIN book b ON b.id = s.book_id LEFT JOIN ledger_line l"
    " ON l.account_id = b.account_id AND l.account_seq = s.last_seq"
    " WHERE b.village_id = :village ORDER BY s.book_id, s.number"
)
_AT_ONCE: Final = 2000


class _Book(NamedTuple):
    """A row of _BOOKS: the book, the ledger's balance where it begins, its kept position. Hundredths."""

    id: int
    uid: str
    account_id: int
    ordinal: int
    number: str
    origin: str
    after_seq: int
    balance_before: int
    first_slot: int
    carried: int
    ended_as: str
    layout: str
    ledger_balance: int | None
    next_slot: int | None
    last_seq: int | None
    balance: int | None
    closed: int | None
    spoilt: int | None
    open_print_id: int | None

    @property
    def start(self) -> Position:
        return Position(self.first_slot, self.after_seq, Points(self.balance_before))

    def is_at(self, at: Position, waiting: int | None) -> bool:
        """Whether the kept position says this."""
        kept = (self.next_slot, self.last_seq, self.balance, self.closed, self.spoilt)
        made = (at.slot, at.last_seq, at.balance.hundredths, int(at.closed), at.spoilt)
        return (*kept, self.open_print_id) == (*made, waiting)


@dataclass(frozen=True, slots=True)
class _Sent:
    """A line that was sent, with the ledger line it names (None for a line of carrying)."""

    placed: Placed
    code: str
    account_id: int | None
    ledger_balance: int | None
    hash: str | None


class _PlaceSet(NamedTuple):
    """A place that was set by hand, behind so many prints; `right` when the ledger knows its balance."""

    behind: int
    number: int
    step: SetTo
    right: bool


class _Paper:
    """What is on the paper of a book, print by print."""

    def __init__(self, start: Position) -> None:
        self.at = start
        self._start = start
        self._steps: list[Outcome | SetTo] = []
        self._by_hand = False

    def take(self, step: Outcome | SetTo) -> None:
        """The next print, or the next place that was set; such a one looks back at all that was before."""
        self._steps.append(step)
        self._by_hand = self._by_hand or isinstance(step, SetTo)
        if self._by_hand:
            self.at = after(self._start, self._steps)
        else:
            anew = isinstance(step, Outcome) and step.whole and step.printed
            self.at = after(self._start if anew else self.at, [step])


class _Wrong(Exception):
    """Something of the book at hand is not right."""


def verify_books(scope: Scope) -> int:
    """Check every book against its prints and the ledger, and return how many there are.

    Its rows but the kept positions are sealed in the audit chain. Raises BookBroken for the first book, in
    the order of accounts, whose place, lines, check codes, numbers or position are not what they must be.
    """
    made = [_Book._make(row) for row in _rows(scope, _BOOKS)]
    if not made:
        return 0
    prints: dict[int, list[tuple[int, int, str]]] = defaultdict(list)
    for book_id, *sent in _rows(scope, _PRINTS):
        prints[book_id].append((sent[0], sent[1], sent[2]))
    answers: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for print_id, *told in _rows(scope, _ANSWERS):
        answers[print_id].append((told[0], told[1], told[2]))
    places: dict[int, list[_PlaceSet]] = defaultdict(list)
    for book_id, behind, number, slot, last_seq, balance, ledger_balance in _rows(scope, _PLACES):
        step = SetTo(slot, last_seq, Points(balance))
        places[book_id].append(_PlaceSet(behind, number, step, balance == (ledger_balance or 0)))
    check = _Check(village_uid(scope), prints, answers, _sent_lines(scope), places)
    before: _Book | None = None
    ended: Position | None = None
    for row in made:
        if before is not None and before.account_id != row.account_id:
            before = ended = None
        try:
            check.follows(row, before, ended)
            ended = check.paper_of(row)
        except _Wrong:
            raise BookBroken(number=row.number) from None
        before = row
    return len(made)


@dataclass(frozen=True, slots=True)
class _Check:
    """All prints and all places that were set by hand in the village, by book and print."""

    village: str
    prints: Mapping[int, Sequence[tuple[int, int, str]]]
    answers: Mapping[int, Sequence[tuple[int, int, int]]]
    lines: Mapping[int, Sequence[_Sent]]
    places: Mapping[int, Sequence[_PlaceSet]]

    def follows(self, row: _Book, before: _Book | None, ended: Position | None) -> None:
        """A book is numbered and begins behind the account's book before it, which is in use no longer."""
        _must(row.ordinal == (1 if before is None else before.ordinal + 1))
        _must(before is None or before.ended_as != BookEnd.NONE)
        _must(row.carried == (row.origin in (BookOrigin.NEXT, BookOrigin.REISSUED)))
        _must(row.balance_before == (row.ledger_balance if row.after_seq else 0))
        at = Position(1, 0, ZERO) if ended is None else ended
        if row.origin == BookOrigin.ADOPTED:
            _must(row.after_seq >= at.last_seq)
        else:
            _must((row.first_slot, row.after_seq) == (1, at.last_seq))

    def paper_of(self, row: _Book) -> Position:
        """What is on the paper of a book, when each print began where the one before it ended."""
        paper, waiting = _Paper(row.start), None
        capacity = _capacity(row.layout)
        prints, places = self.prints.get(row.id, ()), list(self.places.get(row.id, ()))
        _must([place.number for place in places] == list(range(1, len(places) + 1)))
        _must(all(place.right and 0 <= place.behind <= len(prints) for place in places))
        self._set_behind(0, places, paper)
        for place, (print_id, number, way) in enumerate(prints, 1):
            _must(number == place and waiting is None)
            lines, told = self.lines.get(print_id, ()), self.answers.get(print_id, ())
            whole = way == PrintWay.BOOKLET
            self._stand_right(row, row.start if whole else paper.at, lines, capacity)
            placed = tuple(line.placed for line in lines)
            for answer, (count, printed, spoilt) in enumerate(told, 1):
                _must(count == answer and 0 <= printed <= printed + spoilt <= len(lines))
                _must(not whole or (printed in (0, len(lines)) and not spoilt))
            if not told:
                waiting = print_id
                continue
            _, printed, spoilt = told[-1]
            paper.take(Outcome(placed, printed, spoilt, whole))
            self._set_behind(place, places, paper)
        _must(waiting is None or row.ended_as in (BookEnd.NONE, BookEnd.REPLACED))
        _must(row.is_at(paper.at, waiting))
        return paper.at

    def _set_behind(self, place: int, places: Sequence[_PlaceSet], paper: _Paper) -> None:
        for given in places:
            if given.behind == place:
                paper.take(given.step)
                _must((paper.at.slot, paper.at.last_seq) == (given.step.slot, given.step.last_seq))
                _must(paper.at.balance == given.step.balance)

    def _stand_right(self, row: _Book, at: Position, lines: Sequence[_Sent], capacity: int) -> None:
        """Lines lie on the next free places, in the order of the ledger, each with its balance and code."""
        _must(bool(lines) and not at.closed)
        seq, balance = at.last_seq, at.balance
        for slot, line in enumerate(lines, at.slot):
            placed = line.placed
            if placed.seq is not None:
                _must(line.account_id == row.account_id and placed.seq == seq + 1)
                _must(placed.balance.hundredths == line.ledger_balance)
                seq, balance = placed.seq, placed.balance
            _must(placed.balance == balance and placed.slot == slot)
            _must(slot < capacity or (slot == capacity and placed.kind is PaperLineKind.TO_BOOK))
            _must((placed.kind is PaperLineKind.ENTRY) == (placed.seq is not None))
            _must(
                line.code
                == line_code(
                    self.village, row.uid, slot, placed.kind.value, line.hash or "", balance.hundredths
                )
            )


def _must(right: bool) -> None:
    if not right:
        raise _Wrong


@cache
def _capacity(layout: str) -> int:
    return read_layout(layout).capacity


def _sent_lines(scope: Scope) -> dict[int, list[_Sent]]:
    found: dict[int, list[_Sent]] = defaultdict(list)
    for print_id, slot, kind, balance, code, account_id, seq, ledger_balance, line_hash in _rows(
        scope, _LINES
    ):
        placed = Placed(slot, PaperLineKind(kind), seq, Points(balance))
        found[print_id].append(_Sent(placed, code, account_id, ledger_balance, line_hash))
    return found


def _rows(scope: Scope, statement: TextClause) -> Iterator[Sequence[Any]]:
    found = scope.session.execute(statement, {"village": scope.village_id})
    for rows in found.partitions(_AT_ONCE):
        yield from rows
