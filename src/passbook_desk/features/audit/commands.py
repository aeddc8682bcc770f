"""Writing the audit chain: sealing changed master rows, noting acts."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import select

from passbook_desk.db.base import Audited, Base
from passbook_desk.db.bulk import StoredRows, insert_rows, last_id
from passbook_desk.db.store import CreatedRow, Tx
from passbook_desk.db.types import clean_text, moment_text
from passbook_desk.features.audit.digests import row_digests, stored_digests
from passbook_desk.features.audit.model import AuditRow
from passbook_desk.features.audit.queries import audit_end
from passbook_desk.features.audit.rules import AuditChain
from passbook_desk.features.village.queries import village_uid
from passbook_desk.kernel.canonical import Field
from passbook_desk.kernel.collecting import collector_paused

_CREATED = "created"
REMOVED = ""
"""The digest of a row that is no longer there."""


class _Subject(NamedTuple):
    """What an audit row says, by its columns."""

    act: str
    subject_table: str
    subject_uid: str
    digest: str
    detail: str = ""


@collector_paused()
def seal_changes(tx: Tx) -> None:
    """Give every master row the transaction created, changed or removed its audit row (I: master digests)."""
    changes = tx.changes
    subjects = [_Subject(_CREATED, row.table, row.uid, row.digest) for row in changes.created_in_bulk]
    digests = row_digests([row for row, _ in changes.saved.values()])
    subjects += [
        _Subject(_CREATED if created else "changed", row.__tablename__, _uid(row), digest)
        for (row, created), digest in zip(changes.saved.values(), digests, strict=True)
    ]
    subjects += [_Subject("removed", row.__tablename__, _uid(row), REMOVED) for row in changes.removed]
    _append(tx, subjects)


def create_rows(tx: Tx, kind: type[Base], rows: Sequence[Mapping[str, object]]) -> tuple[CreatedRow, ...]:
    """Insert many new master rows of one kind at once, each sealed like a row of the session.

    `rows` are given by attribute, `id` and `uid` included; they are not in the session.
    """
    tx.session.flush()  # the rows may refer to what is pending in the session
    stored = StoredRows.of_values(kind, rows)
    insert_rows(tx.session, stored)
    created = tuple(
        CreatedRow(kind.__tablename__, str(uid), digest)
        for uid, digest in zip(stored.columns["uid"], stored_digests(stored), strict=True)
    )
    tx.changes.created_in_bulk += created
    return created


def seal_upgraded(tx: Tx, from_number: int) -> None:
    """Give their first audit row to rows whose kind was not sealed yet in a file of schema `from_number`."""
    for mapper in Base.registry.mappers:
        kind: Any = mapper.class_
        if issubclass(kind, Audited) and kind.audited_since > from_number:
            rows = tx.session.scalars(select(kind)).all()
            _append(
                tx,
                [
                    _Subject(_CREATED, kind.__tablename__, _uid(row), digest)
                    for row, digest in zip(rows, row_digests(rows), strict=True)
                ],
            )


def note_act(tx: Tx, act: str, subject_table: str, subject_uid: str, detail: str = "") -> None:
    """Remember an act that changes no master row: a print, a restore, a set date. No people's data."""
    _append(tx, [_Subject(act, subject_table, subject_uid, "", clean_text(detail))])


def _uid(row: Base) -> str:
    return str(row.uid)  # type: ignore[attr-defined]


def _append(tx: Tx, subjects: Sequence[_Subject]) -> None:
    if not subjects:
        return
    before, last_hash = audit_end(tx)
    chain, at, operator_id = AuditChain(village_uid(tx)), moment_text(tx.now), tx.actor.operator_id or None
    hashes = [last_hash]
    for seq, subject in enumerate(subjects, before + 1):
        hashes.append(chain.hash(hashes[-1], seq, at, operator_id, *subject))
    count, first_id = len(subjects), last_id(tx.session, AuditRow) + 1
    columns: dict[str, Sequence[Field]] = {
        "id": range(first_id, first_id + count),
        "village_id": [tx.village_id] * count,
        "seq": range(before + 1, before + 1 + count),
        "at": [at] * count,
        "operator_id": [operator_id] * count,
        "prev_hash": hashes[:-1],
        "hash": hashes[1:],
        **dict(zip(_Subject._fields, zip(*subjects, strict=True), strict=True)),
    }
    insert_rows(tx.session, StoredRows(AuditRow, columns))
