"""Taking a whole import back (reliability §3.5)."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import delete, inspect, select
from sqlalchemy.engine.default import DefaultDialect

from passbook_desk.db.base import Base, stored_values
from passbook_desk.db.store import Tx
from passbook_desk.features.audit.digests import row_digest
from passbook_desk.features.intake.commands import APPLIED, CHANGED, CREATED, UNDONE, uid_of
from passbook_desk.features.intake.errors import BatchAlreadyUndone, BatchTooOld, UnknownBatch
from passbook_desk.features.intake.model import Batch, BatchRow
from passbook_desk.features.intake.references import Place, Reference, references_to, tables
from passbook_desk.features.intake.values import BatchSummary, KeepReason, KeptRow, UndoResult

UNDO_DAYS: Final = 30
"""For so long an import can be taken back as a whole."""
_PLAIN = DefaultDialect()
_MOST_BOUND: Final = 500


def _nothing_to_keep(_table: str, _uid: str) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class UndoRules:
    """What the features above know of the rows an import made.

    `keep(table, uid)`: the row must stay. `figures`: tables whose rows are mere figures about a row; they do
    not hold it and go with it. `parts`: (table, column) pairs; a row of the table is part of the row that
    the column names, and stays where that stays.
    """

    keep: Callable[[str, str], bool] = _nothing_to_keep
    figures: frozenset[str] = frozenset()
    parts: frozenset[tuple[str, str]] = frozenset()


def may_be_undone(batch: BatchSummary, now: datetime) -> bool:
    """An import that stands can be taken back until UNDO_DAYS have passed."""
    return not batch.undone and now - batch.applied_at < timedelta(days=UNDO_DAYS)


def undo_batch(tx: Tx, number: int, rules: UndoRules) -> UndoResult:
    """Take a whole import back; the file may be imported again afterwards.

    A row the import created is removed, a row it changed is set back, if it is still as the import left it
    (its audit digest); rows edited since, rows that others refer to, rows that `rules.keep` names and the
    parts of these stay and are listed. Raises UnknownBatch, BatchAlreadyUndone, BatchTooOld.
    """
    batch = _batch(tx, number)
    notes = tuple(tx.session.scalars(select(BatchRow).where(BatchRow.batch_id == batch.id)))
    rows = _rows_of(tx, notes)
    kept: dict[str, KeptRow] = {}
    created: dict[Place, Base] = {}
    restored = 0
    for note in notes:
        row = rows.get(note.subject_uid)
        if row is None:
            continue
        if note.act == CREATED:
            created[_place(row)] = row
        if row_digest(row) != note.digest:
            kept[note.subject_uid] = _kept(tx, row, KeepReason.EDITED)
        elif note.act == CHANGED:
            _set_back(row, json.loads(note.before))
            restored += 1
        elif rules.keep(note.subject_table, note.subject_uid):
            kept[note.subject_uid] = _kept(tx, row, KeepReason.IN_USE)
    tx.session.flush()  # what was set back no longer refers to rows that go
    held = {place for place, row in created.items() if uid_of(row) in kept}
    references = references_to(tx, created)
    for place in _staying(created, held, references, rules) - held:
        kept[uid_of(created[place])] = _kept(tx, created[place], KeepReason.IN_USE)
    going = {place: row for place, row in created.items() if uid_of(row) not in kept}
    _remove(tx, going, rules.figures)
    batch.state = UNDONE
    batch.undone_at = tx.now
    return UndoResult(number, len(going), restored, tuple(kept.values()))


def _batch(tx: Tx, number: int) -> Batch:
    batch = tx.session.scalar(select(Batch).where(Batch.village_id == tx.village_id, Batch.number == number))
    if batch is None:
        raise UnknownBatch(number=str(number))
    if batch.state != APPLIED:
        raise BatchAlreadyUndone(number=str(number))
    if tx.now - batch.applied_at >= timedelta(days=UNDO_DAYS):
        raise BatchTooOld(number=str(number), days=str(UNDO_DAYS))
    return batch


def _kinds() -> dict[str, Any]:
    return {mapper.class_.__tablename__: mapper.class_ for mapper in Base.registry.mappers}


def _place(row: Base) -> Place:
    return row.__tablename__, int(stored_values(row)["id"])


def _rows_of(tx: Tx, notes: Iterable[BatchRow]) -> dict[str, Base]:
    """The rows a batch speaks of that are still there, by uid."""
    wanted: dict[str, list[str]] = {}
    for note in notes:
        wanted.setdefault(note.subject_table, []).append(note.subject_uid)
    kinds = _kinds()
    found: dict[str, Base] = {}
    for table, uids in wanted.items():
        kind = kinds[table]
        for first in range(0, len(uids), _MOST_BOUND):
            chunk = uids[first : first + _MOST_BOUND]
            for row in tx.session.scalars(select(kind).where(kind.uid.in_(chunk))):
                found[row.uid] = row
    return found


def _set_back(row: Base, before: Mapping[str, Any]) -> None:
    for attribute in inspect(type(row)).column_attrs:
        column = attribute.columns[0]
        if column.name in before:
            read = column.type.result_processor(_PLAIN, None)
            value = before[column.name]
            setattr(row, attribute.key, read(value) if read else value)


def _staying(
    created: Mapping[Place, Base], held: set[Place], references: Iterable[Reference], rules: UndoRules
) -> set[Place]:
    """Rows that stay: those held, what rows that stay refer to, the parts of what stays, and so on."""
    holding = [reference for reference in references if reference.child[0] not in rules.figures]
    staying = set(held)
    before = -1
    while len(staying) != before:
        before = len(staying)
        for reference in holding:
            child_stays = reference.child not in created or reference.child in staying
            if child_stays:
                staying.add(reference.parent)
            elif reference.parent in staying and (reference.child[0], reference.column) in rules.parts:
                staying.add(reference.child)
    return staying


def _remove(tx: Tx, going: Mapping[Place, Base], figures: frozenset[str]) -> None:
    """Children before parents, because nothing cascades (DECISIONS 18)."""
    by_table: dict[str, list[int]] = {}
    for name, row_id in going:
        by_table.setdefault(name, []).append(row_id)
    for table in reversed(tables()):
        if table.name in figures:
            for key in table.foreign_keys:
                ids = by_table.get(str(key.target_fullname).partition(".")[0], [])
                for first in range(0, len(ids), _MOST_BOUND):
                    chunk = ids[first : first + _MOST_BOUND]
                    tx.session.execute(delete(table).where(key.parent.in_(chunk)))
        own = [key.parent.name for key in table.foreign_keys if key.column.table is table]
        for row_id in sorted(
            by_table.get(table.name, ()), key=lambda row: -_depth(going, table.name, row, own)
        ):
            tx.session.delete(going[table.name, row_id])
            if own:
                tx.session.flush()  # a place goes before the place above it
        tx.session.flush()  # no relationships tell the session this order


def _depth(going: Mapping[Place, Base], table: str, row_id: int, own: Sequence[str]) -> int:
    """How many going rows of its own table lie above a row."""
    row = going.get((table, row_id))
    if row is None:
        return 0
    values = stored_values(row)
    above = [values[column] for column in own if values[column] is not None]
    return 1 + max((_depth(going, table, parent, own) for parent in above), default=0)


def _kept(tx: Tx, row: Base, reason: KeepReason) -> KeptRow:
    return KeptRow(row.__tablename__, uid_of(row), _label(tx, row), reason)


def _label(tx: Tx, row: Base) -> str:
    """What a row is called: its own name or code, or the name of the first row with one that it refers to."""
    values = stored_values(row)
    own = values.get("name") or values.get("code")
    if own:
        return str(own)
    kinds = _kinds()
    for table in tables():
        if table.name != row.__tablename__:
            continue
        for key in sorted(table.foreign_keys, key=lambda found: found.parent.name, reverse=True):
            parent = str(key.target_fullname).partition(".")[0]
            if parent != "village" and hasattr(kinds[parent], "name") and values[key.parent.name] is not None:
                return str(tx.session.get_one(kinds[parent], values[key.parent.name]).name)
    return ""
