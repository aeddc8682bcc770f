"""Where a book goes on, set by hand: the paper is not what the program thinks, or a backup was restored."""

from collections.abc import Iterable, Mapping

from sqlalchemy import func, select

from passbook_desk.db.store import Scope, Tx
from passbook_desk.features.ledger.errors import ReasonMissing
from passbook_desk.features.passbooks.books.commands import seq_of_balance, slot_at
from passbook_desk.features.passbooks.books.errors import (
    BookEnded,
    PlaceBeforeStart,
    PlaceUnchanged,
    PrintOpen,
)
from passbook_desk.features.passbooks.books.planning import SetTo
from passbook_desk.features.passbooks.books.printing import position_from_prints
from passbook_desk.features.passbooks.books.queries import book, books
from passbook_desk.features.passbooks.books.seen import PaperKnown, paper_known
from passbook_desk.features.passbooks.books.values import BookEnd, BookRow, Doubts, Position, SetPlace
from passbook_desk.features.passbooks.model import Book, BookPosition, BookPrint, PaperDoubt, PlaceSet
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.points import Points


def set_place(tx: Tx, command: SetPlace) -> None:
    """A book goes on at this place from now on; sent twice it is set once.

    Forward, the places between stay empty or crossed out, and the lines that are due follow, unless the
    balance says that they stand there already. Back, nothing counts as printed from the place on: those lines
    go out again, which only who may reverse decides. Raises NotAllowed, ReasonMissing, UnknownBook,
    BookEnded, PrintOpen, PositionOutside, PlaceBeforeStart, PlaceUnchanged, BalanceNotInLedger and
    BalanceAmbiguous.
    """
    tx.require(Act.PRINT)
    if tx.session.scalar(select(PlaceSet.id).where(PlaceSet.uid == command.uid)) is not None:
        return
    row = _looked_at(book(tx, command.book_id), command.reason)
    layout = row.layout
    slot = slot_at(layout, command.page, command.line)
    kept = tx.session.get_one(Book, row.id)
    if slot < kept.first_slot:
        page, line = layout.page_of(kept.first_slot), layout.line_of(kept.first_slot)
        raise PlaceBeforeStart(field="line", number=row.number, page=page, line=line)
    if slot < row.position.slot:
        tx.require(Act.REVERSE)
    wanted = SetTo(slot, *_standing(tx, kept, slot, command))
    at = position_from_prints(tx, kept, wanted)
    if at == row.position and not row.doubted:
        raise PlaceUnchanged(field="line", number=row.number, page=row.page, line=row.line)
    _keep(tx, row, at, command.uid, command.reason)


def trust_places(tx: Tx, book_ids: Iterable[int], reason: str) -> int:
    """After a restore: these books hold no more than the file knows; how many of them were in doubt.

    Raises NotAllowed, ReasonMissing, UnknownBook, BookEnded and PrintOpen.
    """
    tx.require(Act.PRINT)
    chosen = [row for row in books(tx, book_ids=book_ids) if row.doubted]
    for row in chosen:
        _keep(tx, _looked_at(row, reason), row.position, new_uid(), reason)
    return len(chosen)


def doubt_paper(tx: Tx, before: Mapping[str, PaperKnown] | None) -> Doubts:
    """After a restore: which books may have more on their paper than the file knows now.

    `before` is what the file knew until then; None where it could not be read or was at another place: then
    every book in use is meant.
    """
    now = paper_known(tx)
    chosen = [
        row
        for row in books(tx)
        if not row.doubted
        and (before is None or (row.uid in before and before[row.uid].marks - now[row.uid].marks))
    ]
    counted = select(PlaceSet.book_id, func.max(PlaceSet.number)).group_by(PlaceSet.book_id)
    last = {book_id: number for book_id, number in tx.session.execute(counted)}
    tx.session.add_all(
        PaperDoubt(uid=new_uid(), book_id=row.id, after_set=last.get(row.id, 0), raised_at=tx.now)
        for row in chosen
    )
    tx.touched.add(Topic.PASSBOOKS)
    unknown = [] if before is None else [known.number for uid, known in before.items() if uid not in now]
    return Doubts(len(chosen), tuple(sorted(unknown)))


def _looked_at(row: BookRow, reason: str) -> BookRow:
    if not reason.strip():
        raise ReasonMissing(field="reason")
    if row.end is not BookEnd.NONE:
        raise BookEnded(number=row.number)
    if row.open_print:
        raise PrintOpen(number=row.number)
    return row


def _standing(tx: Tx, kept: Book, slot: int, command: SetPlace) -> tuple[int, Points]:
    """The last line of the account before a place and its balance: what is known, or more if it is said."""
    known = position_from_prints(tx, kept, SetTo(slot, 0, kept.balance_before))
    if command.balance is None:
        return known.last_seq, known.balance
    seq = seq_of_balance(tx, kept.account_id, command.balance, command.last_seq, known.last_seq)
    return seq, command.balance


def _keep(tx: Tx, row: BookRow, at: Position, uid: str, reason: str) -> None:
    tx.session.add(
        PlaceSet(
            uid=uid,
            book_id=row.id,
            number=_last(tx, row.id, PlaceSet) + 1,
            after_print=_last(tx, row.id, BookPrint),
            slot=at.slot,
            last_seq=at.last_seq,
            balance=at.balance,
            reason=reason.strip(),
            set_at=tx.now,
            set_by=tx.actor.operator_id,
        )
    )
    kept = tx.session.get_one(BookPosition, row.id)
    kept.next_slot, kept.last_seq, kept.balance, kept.spoilt = at.slot, at.last_seq, at.balance, at.spoilt
    tx.session.flush()  # what follows in this act reads the book anew
    tx.touched.add(Topic.PASSBOOKS)


def _last(scope: Scope, book_id: int, kind: type[PlaceSet] | type[BookPrint]) -> int:
    return scope.session.scalar(select(func.max(kind.number)).where(kind.book_id == book_id)) or 0
