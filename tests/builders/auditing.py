"""What the audit chain says, for tests that look into it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from passbook_desk.db.store import Scope
from passbook_desk.features.access.model import Operator
from passbook_desk.features.audit.model import AuditRow

_DIGESTED = ("created", "changed", "removed")


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """One act in the activity log."""

    seq: int
    at: datetime
    operator: str
    act: str
    subject_table: str
    subject_uid: str
    detail: str


def last_digest(scope: Scope, table: str, uid: str) -> str:
    """The digest of a master row when it was last saved; empty when it was never saved or was removed."""
    found = scope.session.execute(
        select(AuditRow.digest)
        .where(AuditRow.subject_table == table, AuditRow.subject_uid == uid, AuditRow.act.in_(_DIGESTED))
        .order_by(AuditRow.seq.desc())
        .limit(1)
    ).scalar()
    return found or ""


def activity(scope: Scope, limit: int) -> tuple[ActivityRow, ...]:
    """The latest acts, newest first."""
    rows = scope.session.execute(
        select(AuditRow, Operator.name)
        .outerjoin(Operator, Operator.id == AuditRow.operator_id)
        .where(AuditRow.village_id == scope.village_id)
        .order_by(AuditRow.seq.desc())
        .limit(limit)
    )
    return tuple(
        ActivityRow(row.seq, row.at, name or "", row.act, row.subject_table, row.subject_uid, row.detail)
        for row, name in rows
    )


def audit_head(scope: Scope) -> int:
    """The number of the last audit row."""
    return scope.session.execute(
        select(func.coalesce(func.max(AuditRow.seq), 0)).where(AuditRow.village_id == scope.village_id)
    ).scalar_one()
