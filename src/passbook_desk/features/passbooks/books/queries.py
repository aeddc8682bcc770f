"""Reading books: whose, where each stands, what goes on the paper next."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import Row, Select, func, select

from passbook_desk.db.store import Scope
from passbook_desk.features.access.model import Operator
from passbook_desk.features.ledger.model import AccountBalance, LedgerLine
from passbook_desk.features.ledger.queries import accounts_by_id, lines_behind, lines_by_id
from passbook_desk.features.ledger.values import Colour, LineRow
from passbook_desk.features.passbooks.books.errors import UnknownBook
from passbook_desk.features.passbooks.books.layouts import BookLayout, read_layout
from passbook_desk.features.passbooks.books.planning import Due, Placed, place_lines
from passbook_desk.features.passbooks.books.rules import line_code, plain_number
from passbook_desk.features.passbooks.books.seen import holds, is_doubted, places_set
from passbook_desk.features.passbooks.books.values import (
    BookEnd,
    BookFacts,
    BookOrigin,
    BookPlan,
    BookRow,
    BookState,
    OpenPrint,
    PaperLine,
    PaperLineKind,
    Position,
    PrintedLine,
    PrintWay,
)
from passbook_desk.features.passbooks.model import (
    Book,
    BookLine,
    BookPosition,
    BookPrint,
    BookType,
    PrintOutcome,
)
from passbook_desk.features.village.queries import village, village_uid

_CHUNK = 500


def book_facts(scope: Scope) -> BookFacts:
    """Who issues the books."""
    here = village(scope)
    return BookFacts(here.name, here.township, here.issuer, here.objection_phone)


def books(
    scope: Scope,
    *,
    account_ids: Iterable[int] | None = None,
    book_ids: Iterable[int] | None = None,
    ended_too: bool = False,
) -> tuple[BookRow, ...]:
    """Books in the order of accounts and of their issue; those in use alone unless `ended_too`."""
    asked = _books()
    if not ended_too:
        asked = asked.where(Book.ended_as == BookEnd.NONE.value)
    rows: list[Row[*tuple[Any, ...]]] = []
    wanted = (Book.account_id, account_ids) if account_ids is not None else (Book.id, book_ids)
    if wanted[1] is None:
        rows += scope.session.execute(asked.where(Book.village_id == scope.village_id))
    else:
        ids = sorted(set(wanted[1]))
        for start in range(0, len(ids), _CHUNK):
            chosen = asked.where(
                Book.village_id == scope.village_id, wanted[0].in_(ids[start : start + _CHUNK])
            )
            rows += scope.session.execute(chosen)
    holders = accounts_by_id(scope, {row.Book.account_id for row in rows}, closed_too=True)
    return tuple(_book_row(row, holders) for row in rows)


def book(scope: Scope, book_id: int) -> BookRow:
    """One book, ended or not. Raises UnknownBook."""
    found = books(scope, book_ids=(book_id,), ended_too=True)
    if not found:
        raise UnknownBook(number=str(book_id), field="number")
    return found[0]


def book_by_number(scope: Scope, number: str) -> BookRow:
    """The book with this number, ended or not. Raises WrongBookNumber and UnknownBook."""
    plain = plain_number(number)
    found = scope.session.scalar(
        select(Book.id).where(Book.village_id == scope.village_id, Book.number == plain)
    )
    if found is None:
        raise UnknownBook(number=number, field="number")
    return book(scope, found)


def books_waiting(scope: Scope, *, grid_code: str | None = None) -> tuple[BookRow, ...]:
    """Books that something is to be printed in, or whose print waits for its answer, by grid and
    household."""
    waiting = (
        select(BookPosition.book_id)
        .join(Book, Book.id == BookPosition.book_id)
        .outerjoin(AccountBalance, AccountBalance.account_id == Book.account_id)
        .where(
            Book.village_id == scope.village_id,
            (BookPosition.open_print_id.is_not(None))
            | (
                (Book.ended_as == BookEnd.NONE.value)
                & (func.coalesce(AccountBalance.account_seq, 0) > BookPosition.last_seq)
            )
            | ((Book.ended_as == BookEnd.REPLACED.value) & BookPosition.closed.is_(False)),
        )
    )
    rows = books(scope, book_ids=scope.session.scalars(waiting).all(), ended_too=True)
    chosen = [row for row in rows if grid_code is None or row.account.grid_code == grid_code]
    chosen = [row for row in chosen if row.end is BookEnd.NONE or row.open_print or row.owes_last_line]
    return tuple(sorted(chosen, key=_by_place))


def unprinted_books(scope: Scope) -> int:
    """How many books in use have lines that are on no paper (未登折)."""
    return (
        scope.session.scalar(
            select(func.count())
            .select_from(Book)
            .join(BookPosition, BookPosition.book_id == Book.id)
            .join(AccountBalance, AccountBalance.account_id == Book.account_id)
            .where(
                Book.village_id == scope.village_id,
                Book.ended_as == BookEnd.NONE.value,
                AccountBalance.account_seq > BookPosition.last_seq,
            )
        )
        or 0
    )


def accounts_without_book(scope: Scope, account_ids: Iterable[int]) -> frozenset[int]:
    """Which of these accounts have no book in use."""
    wanted = frozenset(account_ids)
    having = {row.account.id for row in books(scope, account_ids=wanted)}
    return wanted - having


def book_plans(scope: Scope, book_ids: Sequence[int], *, whole: bool = False) -> tuple[BookPlan, ...]:
    """What goes on the paper next, for each book in the order asked for.

    `whole` is a booklet: the paper made anew, with every line of the book from its first on. A replaced
    book has its line 转下册 left. Raises UnknownBook.
    """
    rows = {row.id: row for row in books(scope, book_ids=book_ids, ended_too=True)}
    for book_id in book_ids:
        if book_id not in rows:
            raise UnknownBook(number=str(book_id), field="number")
    starts = _starts(scope, rows.values())
    since = {
        row.account.id: (starts[row.id].at.last_seq if whole else row.position.last_seq)
        for row in rows.values()
        if row.end is BookEnd.NONE
    }
    due, hashes = lines_behind(scope, since)
    here = village_uid(scope)
    return tuple(_plan(here, rows[book_id], starts[book_id], due, hashes, whole) for book_id in book_ids)


def open_print(scope: Scope, book_id: int) -> OpenPrint | None:
    """The print of a book that waits for its answer."""
    return open_prints(scope, (book_id,)).get(book_id)


def open_prints(scope: Scope, book_ids: Collection[int]) -> dict[int, OpenPrint]:
    """The prints of these books that wait for their answer, by the id of the book."""
    found = scope.session.execute(
        _sent().join(BookPosition, BookPosition.open_print_id == BookPrint.id).where(Book.id.in_(book_ids))
    ).all()
    return {sent.book_id: waiting for (sent, *_), waiting in zip(found, _as_sent(scope, found), strict=True)}


def last_answered(scope: Scope, book_id: int) -> OpenPrint | None:
    """The last print of a book, whose answer may be given anew; None while one waits, or where none was."""
    found = scope.session.execute(
        _sent()
        .join(BookPosition, BookPosition.book_id == BookPrint.book_id)
        .where(BookPrint.book_id == book_id, BookPosition.open_print_id.is_(None))
        .order_by(BookPrint.number.desc())
        .limit(1)
    ).all()
    return next(iter(_as_sent(scope, found)), None)


def printed_lines(scope: Scope, book_id: int) -> tuple[PrintedLine, ...]:
    """What is on the paper of a book, line by line, spoilt lines too: the print log of the book."""
    layout = book(scope, book_id).layout
    prints = scope.session.execute(
        _told(book_id).add_columns(Operator.name).join(Operator, Operator.id == BookPrint.sent_by)
    ).all()
    lines = _sent_lines(scope, {sent.id: layout for sent, *_ in prints})
    found: list[PrintedLine] = []
    by_hand = places_set(scope, book_id)
    for sent, printed, spoilt, name in prints:
        found = _before_places(found, [each.slot for behind, each in by_hand if behind == sent.number - 1])
        if sent.way == PrintWay.BOOKLET.value and printed:
            found.clear()
        for place, paper in enumerate(lines[sent.id][: printed + spoilt]):
            found.append(
                PrintedLine(paper, PrintWay(sent.way), sent.printer, sent.sent_at, name, place >= printed)
            )
    last = prints[-1][0].number if prints else 0
    return tuple(_before_places(found, [each.slot for behind, each in by_hand if behind >= last]))


def _before_places(lines: list[PrintedLine], slots: Sequence[int]) -> list[PrintedLine]:
    """What still counts as printed when the book goes on at these places, one after the other."""
    return [line for line in lines if all(line.paper.slot < slot for slot in slots)]


def seqs_on_paper(scope: Scope, account_ids: Iterable[int]) -> dict[int, int]:
    """For each of these accounts with a book, the last line that is on paper or on its way there."""
    rows = scope.session.execute(
        select(Book.account_id, func.max(BookPosition.last_seq), func.max(LedgerLine.account_seq))
        .join(BookPosition, BookPosition.book_id == Book.id)
        .outerjoin(BookLine, BookLine.book_print_id == BookPosition.open_print_id)
        .outerjoin(LedgerLine, LedgerLine.id == BookLine.line_id)
        .where(Book.account_id.in_(set(account_ids)))
        .group_by(Book.account_id)
    )
    return {account_id: max(on_paper, sent or 0) for account_id, on_paper, sent in rows}


def _sent() -> Select[*tuple[Any, ...]]:
    """Prints with the layout of their book and the name of who sent them."""
    return (
        select(BookPrint, BookType.layout, Operator.name)
        .join(Book, Book.id == BookPrint.book_id)
        .join(BookType, BookType.id == Book.book_type_id)
        .join(Operator, Operator.id == BookPrint.sent_by)
    )


def _as_sent(scope: Scope, rows: Sequence[Row[*tuple[Any, ...]]]) -> list[OpenPrint]:
    """What the rows of `_sent` say, each with its lines."""
    lines = _sent_lines(scope, {sent.id: _layout(layout) for sent, layout, _ in rows})
    return [
        OpenPrint(sent.id, sent.uid, PrintWay(sent.way), sent.printer, sent.sent_at, name, lines[sent.id])
        for sent, _, name in rows
    ]


@dataclass(frozen=True, slots=True)
class Start:
    """How a book began: its position before its first line, and whether 承上册 comes first."""

    at: Position
    carried: bool


def _starts(scope: Scope, rows: Iterable[BookRow]) -> Mapping[int, Start]:
    found = scope.session.scalars(select(Book).where(Book.id.in_([row.id for row in rows])))
    return {
        row.id: Start(Position(row.first_slot, row.after_seq, row.balance_before), row.carried)
        for row in found
    }


def _plan(
    here: str,
    row: BookRow,
    start: Start,
    due: Mapping[int, Sequence[LineRow]],
    hashes: Mapping[int, str],
    whole: bool,
) -> BookPlan:
    at = start.at if whole else row.position
    lines = [line for line in due.get(row.account.id, ()) if line.account_seq > at.last_seq]
    placed, full = place_lines(
        row.layout,
        at,
        [Due(line.account_seq, line.balance_after) for line in lines],
        carried=start.carried,
        closing=row.end is not BookEnd.NONE,
    )
    if row.end is not BookEnd.NONE and (whole or row.end is not BookEnd.REPLACED):
        placed = ()
    by_seq = {line.account_seq: line for line in lines}
    return BookPlan(row, tuple(_paper_line(here, row, one, by_seq, hashes) for one in placed), full)


def _paper_line(
    village: str, row: BookRow, placed: Placed, by_seq: Mapping[int, LineRow], hashes: Mapping[int, str]
) -> PaperLine:
    entry = None if placed.seq is None else by_seq[placed.seq]
    line_hash = "" if entry is None else hashes[entry.id]
    code = line_code(village, row.uid, placed.slot, placed.kind.value, line_hash, placed.balance.hundredths)
    page, line = row.layout.page_of(placed.slot), row.layout.line_of(placed.slot)
    return PaperLine(placed.slot, page, line, placed.kind, placed.balance, code, entry)


def _sent_lines(scope: Scope, layouts: Mapping[int, BookLayout]) -> dict[int, tuple[PaperLine, ...]]:
    """The lines of prints, by the ids of these; `layouts` of their books by the same."""
    rows = scope.session.scalars(
        select(BookLine).where(BookLine.book_print_id.in_(list(layouts))).order_by(BookLine.slot)
    ).all()
    entries = lines_by_id(scope, [row.line_id for row in rows if row.line_id is not None])
    found: dict[int, list[PaperLine]] = {print_id: [] for print_id in layouts}
    for row in rows:
        layout = layouts[row.book_print_id]
        found[row.book_print_id].append(
            PaperLine(
                slot=row.slot,
                page=layout.page_of(row.slot),
                line=layout.line_of(row.slot),
                kind=PaperLineKind(row.kind),
                balance=row.balance,
                code=row.code,
                entry=None if row.line_id is None else entries[row.line_id],
            )
        )
    return {print_id: tuple(lines) for print_id, lines in found.items()}


def _told(book_id: int) -> Select[*tuple[Any, ...]]:
    """The answered prints of a book in their order, with the answer that holds."""
    return (
        select(BookPrint, PrintOutcome.printed, PrintOutcome.spoilt)
        .join(PrintOutcome, PrintOutcome.book_print_id == BookPrint.id)
        .where(BookPrint.book_id == book_id, holds())
        .order_by(BookPrint.number)
    )


@cache
def _books() -> Select[*tuple[Any, ...]]:
    return (
        select(Book, BookType.layout, BookPosition, AccountBalance.account_seq, Operator.name, is_doubted())
        .join(BookType, BookType.id == Book.book_type_id)
        .join(BookPosition, BookPosition.book_id == Book.id)
        .join(Operator, Operator.id == Book.issued_by)
        .outerjoin(AccountBalance, AccountBalance.account_id == Book.account_id)
        .order_by(Book.account_id, Book.ordinal)
    )


@lru_cache(maxsize=64)
def _layout(text: str) -> BookLayout:
    return read_layout(text)


def _book_row(row: Row[*tuple[Any, ...]], holders: Mapping[int, Any]) -> BookRow:
    kept, layout_text, position, account_seq, issued_by, doubted = row
    layout = _layout(layout_text)
    at = Position(position.next_slot, position.last_seq, position.balance, position.closed, position.spoilt)
    end = BookEnd(kept.ended_as)
    shown = min(at.slot, layout.capacity)
    return BookRow(
        id=kept.id,
        uid=kept.uid,
        number=kept.number,
        ordinal=kept.ordinal,
        account=holders[kept.account_id],
        type_id=kept.book_type_id,
        layout=layout,
        origin=BookOrigin(kept.origin),
        state=_state(end, at, layout, kept.first_slot),
        end=end,
        end_reason=kept.end_reason,
        ended_on=kept.ended_on,
        issued_on=kept.issued_on,
        issued_by=issued_by,
        holder=kept.holder,
        position=at,
        page=layout.page_of(shown),
        line=layout.line_of(shown),
        unprinted=max((account_seq or 0) - at.last_seq, 0) if end is BookEnd.NONE else 0,
        open_print=position.open_print_id is not None,
        doubted=doubted,
    )


def _state(end: BookEnd, at: Position, layout: BookLayout, first_slot: int) -> BookState:
    if end is not BookEnd.NONE:
        return BookState(end.value)
    if at.slot >= layout.capacity:
        return BookState.FULL
    return BookState.ISSUED if at.slot == first_slot == 1 else BookState.IN_USE


def _by_place(row: BookRow) -> tuple[str, str, bool, str, int]:
    account = row.account
    return (
        account.grid_code,
        account.owner_code,
        account.colour is Colour.GREEN,
        account.number,
        row.ordinal,
    )
