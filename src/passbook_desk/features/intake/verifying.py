"""Are the notes of imports what they were: their digest stands in the audit chain."""

from typing import Final

from sqlalchemy import select

from passbook_desk.db.store import Scope, Tx
from passbook_desk.features.audit.commands import note_act
from passbook_desk.features.audit.model import AuditRow
from passbook_desk.features.intake.errors import BatchBroken
from passbook_desk.features.intake.model import Batch, BatchRow
from passbook_desk.kernel.canonical import Field, digest

BATCH_NOTED: Final = "batch-noted"
_LABEL: Final = b"PD-BATCH-1"


def note_batch(tx: Tx, batch: Batch) -> None:
    """Keep the digest of what was written down of an import in the audit chain."""
    note_act(tx, BATCH_NOTED, Batch.__tablename__, batch.uid, _digest(tx, batch.id))


def verify_batches(scope: Scope) -> int:
    """Check what was written down of every import that was noted, and return how many there are.

    Imports of before the digests are not among them. Raises BatchBroken.
    """
    rows = scope.session.execute(
        select(Batch.id, Batch.number, AuditRow.detail)
        .join(AuditRow, AuditRow.subject_uid == Batch.uid)
        .where(
            AuditRow.village_id == scope.village_id,
            AuditRow.act == BATCH_NOTED,
            AuditRow.subject_table == Batch.__tablename__,
        )
    ).all()
    for batch_id, number, kept in rows:
        if _digest(scope, batch_id) != kept:
            raise BatchBroken(batch=number)
    return len(rows)


def _digest(scope: Scope, batch_id: int) -> str:
    columns = (BatchRow.subject_table, BatchRow.subject_uid, BatchRow.act, BatchRow.digest, BatchRow.before)
    fields: list[Field] = []
    for row in scope.session.execute(
        select(*columns).where(BatchRow.batch_id == batch_id).order_by(BatchRow.id)
    ):
        fields += row
    return digest(_LABEL, fields)
