from datetime import date
from typing import Final

from sqlalchemy import func, select

from passbook_desk.db.store import Tx
from passbook_desk.features.events.errors import UnknownEvent
from passbook_desk.features.events.lending.errors import (
    BackBeforeOut,
    BorrowerMissing,
    CountTooLarge,
    DueBeforeOut,
    EquipmentNameMissing,
    EquipmentThere,
    EquipmentUnitMissing,
    LendingTextTooLong,
    LessThanOut,
    MoreThanLent,
    MovedInFuture,
    NothingCounted,
    NotThatMany,
    UnknownEquipment,
    UnknownLoan,
)
from passbook_desk.features.events.lending.queries import equipment, loans
from passbook_desk.features.events.lending.values import (
    BringBack,
    EquipmentRow,
    KeepEquipment,
    LendOut,
    LoanRow,
    MoveKind,
)
from passbook_desk.features.events.model import Equipment, EquipmentMove, RiteEvent
from passbook_desk.features.households.queries import household
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.changes import Topic

MOST_CHARACTERS: Final = 40
LARGEST_COUNT: Final = 99_999


def keep_equipment(tx: Tx, command: KeepEquipment) -> int:
    """Write a kind of thing and how many there are, and return its id; a changed total becomes a move.

    The same `uid` again writes nothing. Raises EquipmentNameMissing, EquipmentUnitMissing,
    LendingTextTooLong, CountTooLarge, UnknownEquipment, EquipmentThere, LessThanOut.
    """
    tx.require(Act.EVENTS)
    name, unit = command.name.strip(), command.unit.strip()
    if not name:
        raise EquipmentNameMissing(field="name")
    if not unit:
        raise EquipmentUnitMissing(field="unit")
    _check_texts(name=name, unit=unit, words=command.words)
    _check_count("total", command.total)
    kept = _equipment_of(tx, command)
    same = tx.session.scalar(
        select(Equipment.id).where(Equipment.village_id == tx.village_id, Equipment.name == name)
    )
    if same is not None and same != kept.id:
        raise EquipmentThere(field="name", name=name)
    kept.name, kept.unit = name, unit
    tx.session.add(kept)
    tx.session.flush()  # its moves name it by its id
    now = _found(tx, kept.id)
    if command.total < now.out:
        raise LessThanOut(field="total", name=name, out=now.out, unit=unit)
    if command.total != now.total and not _written(tx, command.uid):
        _move(tx, command.uid, kept.id, MoveKind.STOCK, tx.today, command.total - now.total, command.words)
    tx.touched.add(Topic.EVENTS)
    return kept.id


def lend_out(tx: Tx, command: LendOut) -> int:
    """Lend things to an event or a household and return the id of the loan; the same `uid` again returns it.

    Raises NothingCounted, LendingTextTooLong, UnknownEquipment, NotThatMany, BorrowerMissing,
    UnknownEvent, UnknownHousehold, MovedInFuture, DueBeforeOut.
    """
    tx.require(Act.EVENTS)
    kept = tx.session.scalar(select(EquipmentMove.id).where(EquipmentMove.uid == command.uid))
    if kept is not None:
        return kept
    thing = _found(tx, command.equipment_id)
    if command.count < 1:
        raise NothingCounted(field="count")
    if command.count > thing.free:
        raise NotThatMany(field="count", name=thing.name, free=thing.free, unit=thing.unit)
    _check_texts(who=command.who)
    _check_borrower(tx, command)
    if command.moved_on > tx.today:
        raise MovedInFuture(field="moved_on", day=command.moved_on, today=tx.today)
    if command.due_on is not None and command.due_on < command.moved_on:
        raise DueBeforeOut(field="due_on", since=command.moved_on)
    row = _move(tx, command.uid, thing.id, MoveKind.OUT, command.moved_on, command.count)
    row.event_id, row.household_id, row.due_on = command.event_id, command.household_id, command.due_on
    row.who = command.who.strip()
    tx.session.flush()  # the caller may want to bring it back by its id
    return row.id


def bring_back(tx: Tx, command: BringBack) -> LoanRow:
    """Write down what came back of a loan, sound, broken or not at all, and return how the loan stands.

    What is short or broken is no longer among what the village has. The same `uid` again changes nothing.
    Raises UnknownLoan, NothingCounted, MoreThanLent, LendingTextTooLong, MovedInFuture, BackBeforeOut.
    """
    tx.require(Act.EVENTS)
    loan = _loan(tx, command.loan_id)
    if _written(tx, command.uid):
        return loan
    counts = (command.count, command.short, command.broken)
    if min(counts) < 0 or not any(counts):
        raise NothingCounted(field="count")
    if sum(counts) > loan.open:
        raise MoreThanLent(field="count", open=loan.open, unit=loan.unit)
    _check_texts(who=command.who, words=command.words)
    if command.moved_on > tx.today:
        raise MovedInFuture(field="moved_on", day=command.moved_on, today=tx.today)
    if command.moved_on < loan.lent_on:
        raise BackBeforeOut(field="moved_on", since=loan.lent_on)
    row = _move(
        tx, command.uid, loan.equipment_id, MoveKind.BACK, command.moved_on, command.count, command.words
    )
    row.loan_id, row.short, row.broken, row.who = loan.id, command.short, command.broken, command.who.strip()
    tx.session.flush()  # the loan is read back from the tables
    return _loan(tx, loan.id)


def _equipment_of(tx: Tx, command: KeepEquipment) -> Equipment:
    if command.equipment_id is None:
        known = tx.session.scalar(select(Equipment).where(Equipment.uid == command.uid))
        return known or Equipment(village_id=tx.village_id, uid=command.uid, name="", unit="")
    row = tx.session.get(Equipment, command.equipment_id)
    if row is None or row.village_id != tx.village_id:
        raise UnknownEquipment(field="equipment", text=str(command.equipment_id))
    return row


def _found(tx: Tx, equipment_id: int) -> EquipmentRow:
    for row in equipment(tx):
        if row.id == equipment_id:
            return row
    raise UnknownEquipment(field="equipment", text=str(equipment_id))


def _loan(tx: Tx, loan_id: int) -> LoanRow:
    for row in loans(tx):
        if row.id == loan_id:
            return row
    raise UnknownLoan(field="loan", text=str(loan_id))


def _written(tx: Tx, uid: str) -> bool:
    return tx.session.scalar(select(EquipmentMove.id).where(EquipmentMove.uid == uid)) is not None


def _check_borrower(tx: Tx, command: LendOut) -> None:
    if (command.event_id is None) == (command.household_id is None):
        raise BorrowerMissing(field="borrower")
    if command.household_id is not None:
        household(tx, command.household_id)
        return
    event = tx.session.get(RiteEvent, command.event_id)
    if event is None or event.village_id != tx.village_id:
        raise UnknownEvent(field="event", event=command.event_id)


def _check_count(field: str, count: int) -> None:
    if not 0 <= count <= LARGEST_COUNT:
        raise CountTooLarge(field=field, most=LARGEST_COUNT)


def _check_texts(**texts: str) -> None:
    for field, text in texts.items():
        if len(text.strip()) > MOST_CHARACTERS:
            raise LendingTextTooLong(field=field, most=MOST_CHARACTERS)


def _move(
    tx: Tx, uid: str, equipment_id: int, kind: MoveKind, on: date, count: int, words: str = ""
) -> EquipmentMove:
    last = tx.session.scalar(
        select(func.max(EquipmentMove.number)).where(EquipmentMove.equipment_id == equipment_id)
    )
    row = EquipmentMove(
        uid=uid,
        equipment_id=equipment_id,
        number=(last or 0) + 1,
        kind=kind.value,
        moved_on=on,
        count=count,
        short=0,
        broken=0,
        event_id=None,
        household_id=None,
        loan_id=None,
        due_on=None,
        who="",
        words=words.strip(),
        recorded_at=tx.now,
        recorded_by=tx.actor.operator_id,
    )
    tx.session.add(row)
    tx.touched.add(Topic.EVENTS)
    return row
