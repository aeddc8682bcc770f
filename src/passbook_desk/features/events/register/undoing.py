"""Taking back any import, that of an old register too."""

from typing import Final

from sqlalchemy import func, select

from passbook_desk.db.store import Tx
from passbook_desk.features.events.course.kinds import StepKind
from passbook_desk.features.events.model import EventDay, EventFigure, EventStep, RiteEvent
from passbook_desk.features.events.register.writing import REGISTER_BATCH
from passbook_desk.features.intake.model import Batch, BatchRow
from passbook_desk.features.intake.queries import batch_by_number
from passbook_desk.features.intake.references import references_to
from passbook_desk.features.intake.undoing import UndoRules, undo_batch
from passbook_desk.features.intake.values import KeepReason, KeptRow, UndoResult
from passbook_desk.features.ledger.imports import Undone, undo_import
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.ids import new_uid

_OWN: Final = frozenset((table.__tablename__, "event_id") for table in (EventFigure, EventDay, EventStep))
"""By these columns an event's own rows name it."""
_EVERYTHING_STAYS: Final = UndoRules(keep=lambda _table, _uid: True)


def undo_any_import(tx: Tx, number: int) -> Undone:
    """Take an import back as a whole, be it a roster, claims or an old register of events.

    What was reported stays in the file: the events of a register are withdrawn with the reason, and may come
    in again. One that something happened to since stays as it is, and so does a check that the register
    added to an event the file had; both are listed. Raises UnknownBatch, BatchAlreadyUndone, BatchTooOld.
    """
    tx.require(Act.IMPORT)
    if batch_by_number(tx, number).kind != REGISTER_BATCH:
        return undo_import(tx, number)
    undo_batch(tx, number, _EVERYTHING_STAYS)
    notes = tx.session.scalars(
        select(BatchRow.subject_uid)
        .join(Batch, Batch.id == BatchRow.batch_id)
        .where(Batch.village_id == tx.village_id, Batch.number == number)
        .order_by(BatchRow.id)
    ).all()
    kept: list[KeptRow] = []
    withdrawn = 0
    for uid in notes:
        event = tx.session.scalar(select(RiteEvent).where(RiteEvent.uid == uid))
        if event is None:
            kept.append(_kept_check(tx, uid))
        elif _touched_since(tx, event):
            kept.append(KeptRow(RiteEvent.__tablename__, uid, event.number, KeepReason.EDITED))
        elif _referred_to(tx, event):
            kept.append(KeptRow(RiteEvent.__tablename__, uid, event.number, KeepReason.IN_USE))
        else:
            _withdraw(tx, event, f"撤销第 {number} 批导入")
            withdrawn += 1
    tx.touched.add(Topic.EVENTS)
    return Undone(UndoResult(number, 0, 0, tuple(kept), withdrawn), 0)


def _kept_check(tx: Tx, uid: str) -> KeptRow:
    event_number = tx.session.scalar(
        select(RiteEvent.number)
        .join(EventStep, EventStep.event_id == RiteEvent.id)
        .where(EventStep.uid == uid)
    )
    return KeptRow(EventStep.__tablename__, uid, event_number or "", KeepReason.IN_USE)


def _touched_since(tx: Tx, event: RiteEvent) -> bool:
    """Whether there is a step beside the check that came with the event."""
    with_it = (EventStep.kind == StepKind.CHECKED.value) & (EventStep.recorded_at == event.registered_at)
    later = select(func.count()).where(EventStep.event_id == event.id, ~with_it)
    return bool(tx.session.scalar(later))


def _referred_to(tx: Tx, event: RiteEvent) -> bool:
    """Whether something else names the event: points proposed for it, a part joined into it."""
    found = references_to(tx, {(RiteEvent.__tablename__, event.id)})
    return any((reference.child[0], reference.column) not in _OWN for reference in found)


def _withdraw(tx: Tx, event: RiteEvent, words: str) -> None:
    """The last step, after a check too: what is taken back here is the import, not the feast."""
    steps = tx.session.scalar(select(func.count()).where(EventStep.event_id == event.id)) or 0
    tx.session.add(
        EventStep(
            village_id=tx.village_id,
            uid=new_uid(),
            event_id=event.id,
            number=steps + 1,
            kind=StepKind.WITHDRAWN.value,
            done_on=tx.today,
            who="",
            words=words,
            reference="",
            outcome="",
            due_on=None,
            guests=None,
            other_event_id=None,
            recorded_at=tx.now,
            recorded_by=tx.actor.operator_id,
        )
    )
    tx.session.flush()  # the file counts the steps
