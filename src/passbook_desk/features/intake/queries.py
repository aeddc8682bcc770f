from collections import Counter, defaultdict

from sqlalchemy import func, select

from passbook_desk.db.store import Scope
from passbook_desk.features.access.model import Operator
from passbook_desk.features.intake.commands import APPLIED, CHANGED, CREATED, UNDONE
from passbook_desk.features.intake.errors import UnknownBatch
from passbook_desk.features.intake.model import Batch, BatchRow
from passbook_desk.features.intake.reading import WorkbookRows
from passbook_desk.features.intake.values import BatchSummary


def batches(scope: Scope) -> tuple[BatchSummary, ...]:
    """All imports, newest first, undone ones too."""
    counts: dict[int, Counter[str]] = defaultdict(Counter)
    for batch_id, act, count in scope.session.execute(
        select(BatchRow.batch_id, BatchRow.act, func.count()).group_by(BatchRow.batch_id, BatchRow.act)
    ):
        counts[batch_id][act] = count
    rows = scope.session.execute(
        select(Batch, Operator.name)
        .outerjoin(Operator, Operator.id == Batch.applied_by)
        .where(Batch.village_id == scope.village_id)
        .order_by(Batch.number.desc())
    )
    return tuple(
        BatchSummary(
            id=batch.id,
            uid=batch.uid,
            number=batch.number,
            kind=batch.kind,
            file_name=batch.file_name,
            file_sha256=batch.file_sha256,
            applied_at=batch.applied_at,
            applied_by=name or "",
            created=counts[batch.id][CREATED],
            changed=counts[batch.id][CHANGED],
            undone=batch.state == UNDONE,
            undone_at=batch.undone_at,
        )
        for batch, name in rows
    )


def batch_by_number(scope: Scope, number: int) -> BatchSummary:
    """The import of a number; raises UnknownBatch."""
    for batch in batches(scope):
        if batch.number == number:
            return batch
    raise UnknownBatch(number=str(number))


def active_batch_of(scope: Scope, workbook: WorkbookRows, kind: str) -> BatchSummary | None:
    """The latest import of this very workbook that is not undone, by its bytes or by its rows."""
    number = scope.session.scalar(
        select(func.max(Batch.number)).where(
            Batch.village_id == scope.village_id,
            Batch.kind == kind,
            Batch.state == APPLIED,
            (Batch.file_sha256 == workbook.sha256) | (Batch.rows_sha256 == workbook.rows_sha256()),
        )
    )
    return None if number is None else batch_by_number(scope, number)
