"""Reading and verifying the audit chain."""

from typing import Any

from sqlalchemy import func, select

from passbook_desk.db.base import Audited, Base
from passbook_desk.db.store import Scope
from passbook_desk.db.types import moment_text
from passbook_desk.features.access.model import Operator
from passbook_desk.features.audit.digests import row_digest
from passbook_desk.features.audit.errors import AuditChainBroken, MasterRowChanged
from passbook_desk.features.audit.model import AuditRow
from passbook_desk.features.audit.rules import audit_hash
from passbook_desk.features.audit.values import ActivityRow
from passbook_desk.features.village.queries import village_uid
from passbook_desk.kernel.canonical import NO_HASH

_DIGESTED = ("created", "changed", "removed")


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


def verify_audit(scope: Scope) -> int:
    """Check the audit chain and that every master row is as last audited; returns the number of audit rows.

    Raises AuditChainBroken or MasterRowChanged for the first difference.
    """
    chain = village_uid(scope)
    previous, expected_seq = NO_HASH, 0
    digests: dict[tuple[str, str], str] = {}
    rows = scope.session.execute(
        select(
            AuditRow.seq,
            AuditRow.at,
            AuditRow.operator_id,
            AuditRow.act,
            AuditRow.subject_table,
            AuditRow.subject_uid,
            AuditRow.digest,
            AuditRow.detail,
            AuditRow.prev_hash,
            AuditRow.hash,
        )
        .where(AuditRow.village_id == scope.village_id)
        .order_by(AuditRow.seq)
    )
    for seq, at, operator_id, act, table, uid, digest, detail, prev_hash, row_hash in rows:
        expected_seq += 1
        fitting = audit_hash(
            chain, previous, seq, moment_text(at), operator_id, act, table, uid, digest, detail
        )
        if seq != expected_seq or prev_hash != previous or row_hash != fitting:
            raise AuditChainBroken(seq=expected_seq)
        previous = row_hash
        if act in _DIGESTED:
            digests[table, uid] = digest
    _compare_master_rows(scope, {key: digest for key, digest in digests.items() if digest})
    return expected_seq


def _compare_master_rows(scope: Scope, digests: dict[tuple[str, str], str]) -> None:
    for mapper in Base.registry.mappers:
        kind: Any = mapper.class_
        if not issubclass(kind, Audited):
            continue
        for row in scope.session.scalars(select(kind)):
            key = (str(kind.__tablename__), str(row.uid))
            if digests.pop(key, None) != row_digest(row):
                raise MasterRowChanged(table=key[0], uid=key[1])
    if digests:
        table, uid = min(digests)
        raise MasterRowChanged(table=table, uid=uid)


def audit_head(scope: Scope) -> int:
    """The number of the last audit row."""
    return scope.session.execute(
        select(func.coalesce(func.max(AuditRow.seq), 0)).where(AuditRow.village_id == scope.village_id)
    ).scalar_one()
