"""The digest of a master row: every stored column, secrets as salted commitments (DECISIONS 14f)."""

from collections.abc import Sequence

from passbook_desk.db.base import Audited, Base
from passbook_desk.db.bulk import StoredRows, each_once
from passbook_desk.kernel.canonical import Field, canonical, commitment, digest_of_laid_out

_LABEL = b"PD-ROW-1"


def row_digest(row: Base) -> str:
    """Digest of a row as it will be read back, independent of lookups and of how secrets are kept."""
    return stored_digests(StoredRows.of_rows(type(row), [row]))[0]


def row_digests(rows: Sequence[Base]) -> list[str]:
    """`row_digest` of each of many rows, of whatever kinds."""
    places: dict[type[Base], list[int]] = {}
    for place, row in enumerate(rows):
        places.setdefault(type(row), []).append(place)
    digests = [""] * len(rows)
    for kind, chosen in places.items():
        stored = StoredRows.of_rows(kind, [rows[place] for place in chosen])
        for place, digest in zip(chosen, stored_digests(stored), strict=True):
            digests[place] = digest
    return digests


def stored_digests(rows: StoredRows) -> list[str]:
    """`row_digest` of each of many rows of one kind, in or not yet in the file."""
    kind = rows.kind
    assert issubclass(kind, Audited)
    start = canonical((kind.__tablename__,))
    fields = [_laid_out(rows, name) for name in sorted(rows.columns) if name not in kind.derived_columns]
    return [digest_of_laid_out(_LABEL, start + b"".join(row)) for row in zip(*fields, strict=True)]


def _laid_out(rows: StoredRows, name: str) -> list[bytes]:
    """A column's part of what is hashed: for each row the column's name and its value."""
    kind, values = rows.kind, rows.columns[name]
    assert issubclass(kind, Audited)
    if name in kind.secret_columns:
        values = list(map(_commitment, rows.columns["salt"], values))
    head = canonical((name,))
    later = name in kind.later_columns

    def laid_out(value: Field) -> bytes:
        return b"" if later and value in (None, "") else head + canonical((value,))

    return each_once(laid_out, values)


def _commitment(salt: Field, value: Field) -> str:
    assert isinstance(salt, bytes)
    assert isinstance(value, str)
    return commitment(salt, value)
