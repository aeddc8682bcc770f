"""Writing the audit chain: sealing changed master rows, noting acts."""

from sqlalchemy import insert, select

from passbook_desk.db.base import Base
from passbook_desk.db.store import Tx
from passbook_desk.db.types import moment_text
from passbook_desk.features.audit.digests import row_digest
from passbook_desk.features.audit.model import AuditRow
from passbook_desk.features.audit.rules import audit_hash
from passbook_desk.features.village.queries import village_uid
from passbook_desk.kernel.canonical import NO_HASH

REMOVED = ""
"""The digest of a row that is no longer there."""


def seal_changes(tx: Tx) -> None:
    """Give every master row the transaction created, changed or removed its audit row (I: master digests)."""
    subjects = [
        ("created" if created else "changed", row.__tablename__, _uid(row), row_digest(row), "")
        for row, created in tx.changes.saved.values()
    ]
    subjects += [("removed", row.__tablename__, _uid(row), REMOVED, "") for row in tx.changes.removed]
    _append(tx, subjects)


def note_act(tx: Tx, act: str, subject_table: str, subject_uid: str, detail: str = "") -> None:
    """Remember an act that changes no master row: a print, a restore, a set date. No people's data."""
    _append(tx, [(act, subject_table, subject_uid, "", detail)])


def _uid(row: Base) -> str:
    return str(row.uid)  # type: ignore[attr-defined]


def _append(tx: Tx, subjects: list[tuple[str, str, str, str, str]]) -> None:
    if not subjects:
        return
    last = tx.session.execute(
        select(AuditRow.seq, AuditRow.hash)
        .where(AuditRow.village_id == tx.village_id)
        .order_by(AuditRow.seq.desc())
        .limit(1)
    ).first()
    seq, previous = (last.seq, last.hash) if last else (0, NO_HASH)
    chain = village_uid(tx)
    rows = []
    for act, table, uid, row_hash, detail in subjects:
        seq += 1
        row = {
            "village_id": tx.village_id,
            "seq": seq,
            "at": tx.now,
            "operator_id": tx.actor.operator_id or None,
            "act": act,
            "subject_table": table,
            "subject_uid": uid,
            "digest": row_hash,
            "detail": detail,
            "prev_hash": previous,
        }
        previous = audit_hash(
            chain,
            previous,
            seq,
            moment_text(tx.now),
            tx.actor.operator_id or None,
            act,
            table,
            uid,
            row_hash,
            detail,
        )
        rows.append({**row, "hash": previous})
    tx.session.execute(insert(AuditRow), rows)
