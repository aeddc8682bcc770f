import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import insert

from passbook_desk import __version__
from passbook_desk.db.base import Base, stored_values
from passbook_desk.db.store import Tx
from passbook_desk.features.audit.digests import row_digest
from passbook_desk.features.intake.model import Batch, BatchRow
from passbook_desk.features.intake.reading import WorkbookRows
from passbook_desk.features.village.commands import next_number
from passbook_desk.kernel.ids import new_uid

APPLIED: Final = "applied"
UNDONE: Final = "undone"
CREATED: Final = "created"
CHANGED: Final = "changed"


@dataclass(slots=True)
class BatchHandle:
    """An import under way. Features tell it which master rows they create and are about to change.

    `seal` must be called once, at the end of the same transaction, before it commits.
    """

    tx: Tx
    row: Batch
    _created: dict[str, Base] = field(default_factory=dict)
    _before: dict[str, tuple[Base, dict[str, Any]]] = field(default_factory=dict)

    @property
    def number(self) -> int:
        """The number the clerk undoes the import by."""
        return self.row.number

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
        rows = [_batch_row(self.row.id, CREATED, row, {}) for row in self._created.values()]
        for row, before in self._before.values():
            now = stored_values(row)
            changed = {name: value for name, value in before.items() if now[name] != value}
            if changed:
                rows.append(_batch_row(self.row.id, CHANGED, row, changed))
        if rows:
            self.tx.session.execute(insert(BatchRow), rows)


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


def _batch_row(batch_id: int, act: str, row: Base, before: Mapping[str, Any]) -> dict[str, object]:
    return {
        "batch_id": batch_id,
        "subject_table": row.__tablename__,
        "subject_uid": uid_of(row),
        "act": act,
        "digest": row_digest(row),
        "before": json.dumps(before, ensure_ascii=False, sort_keys=True) if before else "",
    }


def uid_of(row: Base) -> str:
    """The identity of a master row."""
    return str(row.uid)  # type: ignore[attr-defined]
