"""The three columns of an ID or phone: value, keyed lookup, last four (DECISIONS 14f)."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass

from passbook_desk.features.households.model import Organization, Person, RoleSpan
from passbook_desk.kernel.sensitive import Sensitive, SensitiveKind, lookup_hash

_SHORTEST_TAIL = 4
_SALT_BYTES = 16


@dataclass(frozen=True, slots=True, repr=False)
class LookupKey:
    """The secret of the key file by which equal numbers are found; its `repr` shows nothing of it."""

    value: bytes

    def __repr__(self) -> str:
        return "LookupKey(…)"


def lookup_of(secret: Sensitive | None, key: LookupKey) -> str:
    """The keyed hash to compare a number by; empty for no number."""
    return "" if secret is None else lookup_hash(key.value, secret.kind, secret.value)


def id_number_columns(secret: Sensitive | None, key: LookupKey) -> dict[str, str]:
    """The three columns of an ID number; empty for none."""
    return _columns("id_number", secret, key)


def phone_columns(secret: Sensitive | None, key: LookupKey) -> dict[str, str]:
    """The three columns of a phone; empty for none."""
    return _columns("phone", secret, key)


def _columns(column: str, secret: Sensitive | None, key: LookupKey) -> dict[str, str]:
    return {
        column: secret.value if secret else "",
        f"{column}_lookup": lookup_of(secret, key),
        f"{column}_tail4": tail_of(secret),
    }


def set_id_number(person: Person, secret: Sensitive | None, key: LookupKey) -> None:
    """Write a person's ID number into its three columns; None clears them. The salt stays as it is."""
    _set(person, id_number_columns(secret, key))


def set_phone(row: Person | Organization | RoleSpan, secret: Sensitive | None, key: LookupKey) -> None:
    """Write somebody's phone into its three columns; None clears them. The salt stays as it is."""
    _set(row, phone_columns(secret, key))


def _set(row: Person | Organization | RoleSpan, columns: Mapping[str, str]) -> None:
    for column, value in columns.items():
        setattr(row, column, value)


def new_salt() -> bytes:
    """The salt of a new row's commitments."""
    return secrets.token_bytes(_SALT_BYTES)


def id_number_of(stored: str) -> Sensitive | None:
    """A stored ID number as it may be shown; None when there is none."""
    return Sensitive(SensitiveKind.ID_NUMBER, stored) if stored else None


def phone_of(stored: str) -> Sensitive | None:
    """A stored phone as it may be shown; None when there is none."""
    return Sensitive(SensitiveKind.PHONE, stored) if stored else None


def tail_of(secret: Sensitive | None) -> str:
    """The last four of a number; "" for none and for one that is shorter."""
    if secret is None or len(secret.value) < _SHORTEST_TAIL:
        return ""
    return secret.value[-4:]
