"""The digest of a master row: every stored column, secrets as salted commitments (DECISIONS 14f)."""

from passbook_desk.db.base import Audited, Base, stored_values
from passbook_desk.kernel.canonical import Field, commitment, digest

_LABEL = b"PD-ROW-1"


def row_digest(row: Base) -> str:
    """Digest of a row as it will be read back, independent of lookups and of how secrets are kept."""
    assert isinstance(row, Audited)
    values = stored_values(row)
    fields: list[Field] = [row.__tablename__]
    for name in sorted(values):
        if name in row.derived_columns:
            continue
        value = values[name]
        if name in row.later_columns and value in (None, ""):
            continue
        if name in row.secret_columns:
            value = commitment(values["salt"], value)
        fields += (name, value)
    return digest(_LABEL, fields)
