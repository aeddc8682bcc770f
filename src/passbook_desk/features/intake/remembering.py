"""How the clerk read a workbook with the same headers last time."""

import json
from collections.abc import Mapping, Sequence

from sqlalchemy import select

from passbook_desk.db.store import Scope, Tx
from passbook_desk.features.intake.layout_headers import headers_digest
from passbook_desk.features.intake.model import ColumnMapping
from passbook_desk.kernel.acts import Act

__all__ = ["headers_digest", "remember_columns", "remembered_columns"]


def remembered_columns(scope: Scope, kind: str) -> Mapping[str, Mapping[str, int]]:
    """Columns by field key, by the digest of the headers over them, as `find_tables` takes them.

    `kind` is the kind of import (roster, owners …).
    """
    rows = scope.session.execute(
        select(ColumnMapping.headers_sha256, ColumnMapping.mapping).where(
            ColumnMapping.village_id == scope.village_id, ColumnMapping.kind == kind
        )
    )
    return {digest: json.loads(mapping) for digest, mapping in rows}


def remember_columns(tx: Tx, kind: str, headers: Sequence[str], columns: Mapping[str, int]) -> None:
    """Keep how a sheet with these headers is read; a sheet without headers is not remembered."""
    tx.require(Act.IMPORT)
    digest = headers_digest(headers)
    if not digest:
        return
    mapping = json.dumps(dict(columns), sort_keys=True)
    row = tx.session.scalar(
        select(ColumnMapping).where(
            ColumnMapping.village_id == tx.village_id,
            ColumnMapping.kind == kind,
            ColumnMapping.headers_sha256 == digest,
        )
    )
    if row is None:
        row = ColumnMapping(village_id=tx.village_id, kind=kind, headers_sha256=digest)
        tx.session.add(row)
    row.mapping, row.used_at = mapping, tx.now
