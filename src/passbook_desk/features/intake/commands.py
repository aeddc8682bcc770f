import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from passbook_desk import __version__
from passbook_desk.db.base import Base, stored_values
from passbook_desk.db.bulk import StoredRows, insert_rows, last_id
from passbook_desk.db.store import CreatedRow, Tx
from passbook_desk.features.audit.commands import create_rows
from passbook_desk.features.audit.digests import row_digests
from passbook_desk.features.intake.model import Batch, BatchRow
from passbook_desk.features.intake.reading import WorkbookRows
from passbook_desk.features.intake.verifying import note_batch
from passbook_desk.features.village.commands import next_number
from passbook_desk.kernel.ids import new_uid

APPLIED: Final = "applied"
UNDONE: Final = "undone"
CREATED: Final = "created"
CHANGED: Final = "changed"


@dataclass(slots=True)
class BatchHandle:
    """An import under way. Master rows are created by it, or told to it: those that were created elsewhere
    and those that are about to change.

    `seal` must be called once, at the end of the same transaction, before it commits.
    """

    tx: Tx
    row: Batch
    _added: list[CreatedRow] = field(default_factory=list)
    _created: dict[str, Base] = field(default_factory=dict)
    _before: dict[str, tuple[Base, dict[str, Any]]] = field(default_factory=dict)

    @property
    def number(self) -> int:
        """The number the clerk undoes the import by."""
        return self.row.number

    def add_rows(self, kind: type[Base], rows: Sequence[Mapping[str, object]]) -> None:
        """Create many master rows of one kind at once, given by attribute with their ids (`create_rows`)."""
        self._added += create_rows(self.tx, kind, rows)

    def created(self, row: Base) -> None:
        """The import created this master row."""
        self._created[uid_of(row)] = row

    def changing(self, row: Base) -> None:
        """The import is about to change this master row; call it before the first change."""
        if uid_of(row) not in self._created:
            self._before.setdefault(uid_of(row), (row, stored_values(row)))

    def seal(self) -> None:
        """Write down what was created and changed, with digests to tell later whether it is still so.

        What a changed row held before is kept as it was stored, ID and phone numbers included; it is to be
        encrypted together with them (DECISIONS 19).
        """
        self.tx.session.flush()  # digests are of the rows as they are stored
        notes = [_Note(row.table, row.uid, CREATED, row.digest) for row in self._added]
        notes += _notes(CREATED, [(row, {}) for row in self._created.values()])
        changed = [(row, _overwritten(row, before)) for row, before in self._before.values()]
        notes += _notes(CHANGED, [(row, before) for row, before in changed if before])
        if notes:
            first = last_id(self.tx.session, BatchRow) + 1
            columns = {"id": range(first, first + len(notes)), "batch_id": [self.row.id] * len(notes)}
            columns |= dict(zip(_Note._fields, zip(*notes, strict=True), strict=True))
            insert_rows(self.tx.session, StoredRows(BatchRow, columns))
        note_batch(self.tx, self.row)


def open_batch(tx: Tx, kind: str, workbook: WorkbookRows, mapping: str) -> BatchHandle:
    """Begin an import of a workbook: `kind` names the list, `mapping` the columns it was read by."""
    row = Batch(
        village_id=tx.village_id,
        uid=new_uid(),
        number=next_number(tx, "batch"),
        kind=kind,
        file_name=workbook.file_name,
        file_sha256=workbook.sha256,
        rows_sha256=workbook.rows_sha256(),
        mapping=mapping,
        program_version=__version__,
        applied_at=tx.now,
        applied_by=tx.actor.operator_id,
        state=APPLIED,
        undone_at=None,
    )
    tx.session.add(row)
    tx.session.flush()  # its rows refer to the batch by id
    return BatchHandle(tx, row)


class _Note(NamedTuple):
    """What is written down of a row, by the columns of BatchRow; what a changed row held before as JSON."""

    subject_table: str
    subject_uid: str
    act: str
    digest: str
    before: str = ""


def _notes(act: str, rows: Sequence[tuple[Base, Mapping[str, Any]]]) -> list[_Note]:
    """Notes on rows, each with what it held before."""
    return [
        _Note(
            row.__tablename__,
            uid_of(row),
            act,
            digest,
            json.dumps(before, ensure_ascii=False, sort_keys=True) if before else "",
        )
        for (row, before), digest in zip(rows, row_digests([row for row, _ in rows]), strict=True)
    ]


def _overwritten(row: Base, before: Mapping[str, Any]) -> dict[str, Any]:
    """What a row held before in the columns that now hold something else."""
    now = stored_values(row)
    return {name: value for name, value in before.items() if now[name] != value}


def uid_of(row: Base) -> str:
    """The identity of a master row."""
    return str(row.uid)  # type: ignore[attr-defined]
