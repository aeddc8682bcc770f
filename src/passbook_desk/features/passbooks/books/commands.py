"""The life of a book: issued, taken over from paper, replaced when full or lost, handed on, closed."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Final

from sqlalchemy import select

from passbook_desk.db.store import Scope, Tx
from passbook_desk.features.audit.commands import note_act
from passbook_desk.features.ledger.errors import ReasonMissing, UnknownAccount
from passbook_desk.features.ledger.model import LedgerLine
from passbook_desk.features.ledger.queries import accounts_by_id
from passbook_desk.features.ledger.values import AccountRow
from passbook_desk.features.passbooks.books.errors import (
    BalanceAmbiguous,
    BalanceNotInLedger,
    BookEnded,
    BookNumberTaken,
    HasBook,
    HolderUnchanged,
    PaperDoubted,
    PositionOutside,
    PrintOpen,
    TypeOfOtherColour,
)
from passbook_desk.features.passbooks.books.layouts import BookLayout
from passbook_desk.features.passbooks.books.queries import book, books
from passbook_desk.features.passbooks.books.rules import book_number, plain_number
from passbook_desk.features.passbooks.books.types import book_type, book_types
from passbook_desk.features.passbooks.books.values import (
    AdoptBook,
    BookEnd,
    BookOrigin,
    BookRow,
    BookTypeRow,
    IssueBook,
    Position,
    ReplaceBook,
)
from passbook_desk.features.passbooks.model import Book, BookPosition
from passbook_desk.features.village.commands import next_number
from passbook_desk.features.village.policy import BookNumbers
from passbook_desk.features.village.queries import policy
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.points import ZERO, Points

HANDED_OVER: Final = "book-handed-over"
"""The audit act of 过户; a book that is only changed was closed."""


def issue_books(tx: Tx, commands: Sequence[IssueBook]) -> tuple[int, ...]:
    """Make the first book of each of these accounts and return their ids; sent twice they are made once.

    Raises NotAllowed, UnknownAccount, HasBook, UnknownBookType, TypeOfOtherColour, WrongBookNumber and
    BookNumberTaken; then none is made.
    """
    tx.require(Act.PRINT)
    owners = accounts_by_id(tx, [command.account_id for command in commands])
    known = _known(tx, [command.uid for command in commands])
    having = {row.account.id for row in books(tx, account_ids=owners)}
    before = _before(tx, owners)
    kinds: dict[int, BookTypeRow] = {}
    ids = []
    for command in commands:
        if command.uid in known:
            ids.append(known[command.uid])
            continue
        account = _account(owners, command.account_id)
        if command.type_id not in kinds:
            kinds[command.type_id] = book_type(tx, command.type_id)
        kind = _for_colour(kinds[command.type_id], account)
        if account.id in having:
            _without_book(tx, account)
        having.add(account.id)
        earlier, at = before.get(account.id, _NO_BOOK)
        origin = BookOrigin.NEXT if earlier else BookOrigin.FIRST
        ids.append(_add(tx, command.uid, account, kind, origin, earlier + 1, at, command.number))
    return tuple(ids)


def adopt_book(tx: Tx, command: AdoptBook) -> int:
    """Take over a paper book as it is: the program goes on at the next free line (village starts in
    mid-year).

    What is on paper is known by the balance written last; it goes on behind the account's earlier books.
    Raises NotAllowed, UnknownAccount, HasBook, UnknownBookType, TypeOfOtherColour, PositionOutside,
    BalanceNotInLedger, BalanceAmbiguous, WrongBookNumber and BookNumberTaken.
    """
    tx.require(Act.PRINT)
    known = _known(tx, [command.uid])
    if known:
        return known[command.uid]
    account = _account(accounts_by_id(tx, [command.account_id]), command.account_id)
    kind = _fitting(tx, command.type_id, account)
    _without_book(tx, account)
    slot = slot_at(kind.layout, command.page, command.line)
    earlier, before = _before(tx, (account.id,)).get(account.id, _NO_BOOK)
    seq = seq_of_balance(tx, command.account_id, command.balance, command.last_seq, before.last_seq)
    at = Position(slot, seq, command.balance)
    return _add(tx, command.uid, account, kind, BookOrigin.ADOPTED, earlier + 1, at, command.number)


def replace_book(tx: Tx, command: ReplaceBook) -> int:
    """A new book in place of one that is full or worn (换折) or lost (挂失补发); its id.

    The new one begins with 承上册 and goes on behind the last line of the old one. A replaced book gets
    转下册 on its next free line; a lost one is barred. Raises NotAllowed, ReasonMissing, UnknownBook,
    BookEnded, PrintOpen, PaperDoubted, UnknownBookType and TypeOfOtherColour.
    """
    tx.require(Act.PRINT)
    known = _known(tx, [command.uid])
    if known:
        return known[command.uid]
    if not command.reason.strip():
        raise ReasonMissing(field="reason")
    old = _going_on(tx, command.book_id)
    if old.doubted and not command.lost:
        raise PaperDoubted(number=old.number)
    account = replace(old.account, owner_name=old.account.owner_name or old.holder)
    kind = _fitting(tx, command.type_id or _newest(tx, old.type_id), account)
    _end(tx, old, BookEnd.LOST if command.lost else BookEnd.REPLACED, command.reason)
    origin = BookOrigin.REISSUED if command.lost else BookOrigin.NEXT
    at = Position(1, old.position.last_seq, old.position.balance)
    return _add(tx, command.uid, account, kind, origin, old.ordinal + 1, at, "")


def close_book(tx: Tx, book_id: int, reason: str) -> None:
    """End a book that gets no other one after it: the household left, the account is closed.

    Raises NotAllowed, ReasonMissing, UnknownBook, BookEnded and PrintOpen.
    """
    tx.require(Act.PRINT)
    if not reason.strip():
        raise ReasonMissing(field="reason")
    _end(tx, _going_on(tx, book_id), BookEnd.CLOSED, reason)


def hand_over_book(tx: Tx, book_id: int) -> None:
    """The book names who holds it now (过户 after a head change): its holder page is printed anew.

    Raises NotAllowed, UnknownBook, BookEnded, PrintOpen and HolderUnchanged.
    """
    tx.require(Act.PRINT)
    row = _going_on(tx, book_id)
    if not row.wants_new_holder:
        raise HolderUnchanged(number=row.number, name=row.holder)
    tx.session.get_one(Book, book_id).holder = row.account.owner_name
    note_act(tx, HANDED_OVER, Book.__tablename__, row.uid)
    tx.touched.add(Topic.PASSBOOKS)


def _known(tx: Tx, uids: Sequence[str]) -> dict[str, int]:
    rows = tx.session.execute(select(Book.uid, Book.id).where(Book.uid.in_(uids)))
    return {uid: book_id for uid, book_id in rows}


def _account(owners: dict[int, AccountRow], account_id: int) -> AccountRow:
    if account_id not in owners:
        raise UnknownAccount(number=str(account_id), field="account")
    return owners[account_id]


def _fitting(tx: Tx, type_id: int, account: AccountRow) -> BookTypeRow:
    return _for_colour(book_type(tx, type_id), account)


def _for_colour(kind: BookTypeRow, account: AccountRow) -> BookTypeRow:
    if kind.layout.colour not in (None, account.colour):
        raise TypeOfOtherColour(field="type", name=kind.layout.name, number=account.number)
    return kind


def _without_book(tx: Tx, account: AccountRow) -> None:
    for row in books(tx, account_ids=(account.id,)):
        raise HasBook(number=account.number, book=row.number, field="account")


def _before(tx: Tx, account_ids: Collection[int]) -> dict[int, tuple[int, Position]]:
    """For each account that had books: how many, and from where the next one goes on."""
    rows = tx.session.execute(
        select(Book.account_id, Book.ordinal, BookPosition.last_seq, BookPosition.balance)
        .join(BookPosition, BookPosition.book_id == Book.id)
        .where(Book.account_id.in_(list(account_ids)))
        .order_by(Book.account_id, Book.ordinal)
    )
    return {account_id: (ordinal, Position(1, seq, after)) for account_id, ordinal, seq, after in rows}


_NO_BOOK: Final = (0, Position(1, 0, ZERO))


def slot_at(layout: BookLayout, page: int, line: int) -> int:
    """The place of a line in a book of this kind; raises PositionOutside at the number that is wrong."""
    for field, number, most in (("page", page, layout.pages), ("line", line, layout.lines)):
        if not 1 <= number <= most:
            raise PositionOutside(field=field, pages=layout.pages, lines=layout.lines)
    return layout.slot_of(page, line)


def seq_of_balance(scope: Scope, account_id: int, balance: Points, last_seq: int | None, least: int) -> int:
    """The last line of an account on paper, by the balance written there; `last_seq` names it if several fit.

    0 is before the first line. Raises BalanceNotInLedger for none from `least` on, and BalanceAmbiguous.
    """
    known = scope.session.execute(
        select(LedgerLine.account_seq, LedgerLine.balance_after)
        .where(LedgerLine.account_id == account_id)
        .order_by(LedgerLine.account_seq)
    ).all()
    seqs = [seq for seq, after in known if after == balance and seq >= least]
    if not balance and not least:
        seqs = [0, *seqs]
    if last_seq is not None:
        seqs = [seq for seq in seqs if seq == last_seq]
    if not seqs:
        now = known[-1].balance_after if known else ZERO
        raise BalanceNotInLedger(field="balance", balance=balance, now=now)
    if len(seqs) > 1:
        raise BalanceAmbiguous(field="last_seq", balance=balance, lines=tuple(seqs))
    return seqs[0]


def _going_on(tx: Tx, book_id: int) -> BookRow:
    row = book(tx, book_id)
    if row.end is not BookEnd.NONE:
        raise BookEnded(number=row.number)
    if row.open_print:
        raise PrintOpen(number=row.number)
    return row


def _newest(tx: Tx, type_id: int) -> int:
    """The kind that new books get where a book of this kind was: the newest version of its name."""
    kind = book_type(tx, type_id)
    if not kind.retired:
        return type_id
    same = [row.id for row in book_types(tx) if row.layout.name == kind.layout.name]
    return same[-1] if same else type_id


def _end(tx: Tx, old: BookRow, end: BookEnd, reason: str) -> None:
    row = tx.session.get_one(Book, old.id)
    row.ended_as, row.ended_on, row.end_reason = end.value, tx.today, reason.strip()
    tx.session.flush()  # a new book may take its place only now
    tx.touched.add(Topic.PASSBOOKS)


def _add(
    tx: Tx,
    uid: str,
    account: AccountRow,
    kind: BookTypeRow,
    origin: BookOrigin,
    ordinal: int,
    at: Position,
    number: str,
) -> int:
    """The id of a new book, the account's so many-th, which begins at a position."""
    row = Book(
        village_id=tx.village_id,
        uid=uid,
        account_id=account.id,
        ordinal=ordinal,
        number=plain_number(number) if number else _fresh_number(tx, account, ordinal),
        book_type_id=kind.id,
        origin=origin.value,
        holder=account.owner_name,
        after_seq=at.last_seq,
        balance_before=at.balance,
        first_slot=at.slot,
        carried=origin in (BookOrigin.NEXT, BookOrigin.REISSUED),
        issued_on=tx.today,
        issued_at=tx.now,
        issued_by=tx.actor.operator_id,
        ended_as=BookEnd.NONE.value,
        ended_on=None,
        end_reason="",
    )
    taken = select(Book.id).where(Book.village_id == tx.village_id, Book.number == row.number)
    if tx.session.scalar(taken) is not None:
        raise BookNumberTaken(number=row.number, field="number")
    tx.session.add(row)
    tx.session.flush()  # its position refers to it
    tx.session.add(
        BookPosition(
            book_id=row.id,
            next_slot=at.slot,
            last_seq=at.last_seq,
            balance=at.balance,
            closed=False,
            spoilt=0,
            open_print_id=None,
        )
    )
    tx.session.flush()  # further books of this act are numbered behind it
    tx.touched.add(Topic.PASSBOOKS)
    return row.id


def _fresh_number(tx: Tx, account: AccountRow, ordinal: int) -> str:
    """A number by the village's pattern that no book has; printed stock may have used some."""
    numbers = policy(tx).book_numbers
    series = {BookNumbers.YEAR: f"book:{tx.today.year}", BookNumbers.GRID: f"book:{account.grid_code}"}
    while True:
        running = next_number(tx, series[numbers]) if numbers in series else 0
        made = book_number(numbers, account.number, ordinal, tx.today.year, account.grid_code, running)
        taken = select(Book.id).where(Book.village_id == tx.village_id, Book.number == made)
        if tx.session.scalar(taken) is None:
            return made
        if numbers not in series:
            raise BookNumberTaken(number=made, field="number")
