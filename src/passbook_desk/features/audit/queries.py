"""Reading and verifying the audit chain."""

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import select

from passbook_desk.db.base import Audited, Base
from passbook_desk.db.errors import FileDamaged
from passbook_desk.db.store import Scope
from passbook_desk.db.types import moment_text
from passbook_desk.features.audit.digests import row_digests
from passbook_desk.features.audit.errors import AuditChainBroken, AuditCutOff, MasterRowChanged
from passbook_desk.features.audit.model import AuditRow
from passbook_desk.features.audit.rules import AuditChain
from passbook_desk.features.village.queries import village_uid
from passbook_desk.kernel.canonical import NO_HASH, head_code

_ROWS_A_STEP = 1_000
_DIGESTED = ("created", "changed", "removed")


def audit_end(scope: Scope) -> tuple[int, str]:
    """The number and the hash of the last audit row; 0 and NO_HASH before there is any."""
    row = scope.session.execute(
        select(AuditRow.seq, AuditRow.hash)
        .where(AuditRow.village_id == scope.village_id)
        .order_by(AuditRow.seq.desc())
        .limit(1)
    ).first()
    return (0, NO_HASH) if row is None else (row.seq, row.hash)


def audit_hash_at(scope: Scope, seq: int) -> str:
    """The hash of the audit row with this number; NO_HASH when there is none."""
    found = scope.session.scalar(
        select(AuditRow.hash).where(AuditRow.village_id == scope.village_id, AuditRow.seq == seq)
    )
    return found or NO_HASH


def verify_audit(scope: Scope, codes: Mapping[int, Collection[str]] | None = None) -> int:
    """Check the audit chain and that every master row is as last audited; returns the number of audit rows.

    `codes` are the head codes that left the file, by the number of the audit row they tell. Raises
    AuditChainBroken, AuditCutOff or MasterRowChanged for the first difference.
    """
    left = dict(codes or {})
    chain = AuditChain(village_uid(scope))
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
        fitting = chain.hash(previous, seq, moment_text(at), operator_id, act, table, uid, digest, detail)
        if seq != expected_seq or prev_hash != previous or row_hash != fitting:
            raise AuditChainBroken(seq=expected_seq)
        previous = row_hash
        if any(code != head_code(row_hash) for code in left.pop(seq, ())):
            raise AuditCutOff(seq=seq)
        if act in _DIGESTED:
            digests[table, uid] = digest
    left.pop(0, None)
    if left:
        raise AuditCutOff(seq=min(left))
    _compare_master_rows(scope, {key: digest for key, digest in digests.items() if digest})
    return expected_seq


def _compare_master_rows(scope: Scope, digests: dict[tuple[str, str], str]) -> None:
    for mapper in Base.registry.mappers:
        kind: Any = mapper.class_
        if not issubclass(kind, Audited):
            continue
        table = str(kind.__tablename__)
        try:
            for rows in scope.session.scalars(select(kind)).partitions(_ROWS_A_STEP):
                for row, digest in zip(rows, row_digests(rows), strict=True):
                    if digests.pop((table, str(row.uid)), None) != digest:
                        raise MasterRowChanged(table=table, uid=str(row.uid))
        except FileDamaged as damage:  # a value that no row of this kind can have
            raise FileDamaged(detail=f"{table}: {damage.params['detail']}") from None
    if digests:
        table, uid = min(digests)
        raise MasterRowChanged(table=table, uid=uid)
