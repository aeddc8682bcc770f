"""The three columns of an ID or phone: value, keyed lookup, last four (DECISIONS 14f)."""

import secrets
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


def set_id_number(person: Person, secret: Sensitive | None, key: LookupKey) -> None:
    """Write a person's ID number into its three columns; None clears them. The salt stays as it is."""
    person.id_number = secret.value if secret else ""
    person.id_number_lookup = lookup_of(secret, key)
    person.id_number_tail4 = tail_of(secret)


def set_phone(row: Person | Organization | RoleSpan, secret: Sensitive | None, key: LookupKey) -> None:
    """Write somebody's phone into its three columns; None clears them. The salt stays as it is."""
    row.phone = secret.value if secret else ""
    row.phone_lookup = lookup_of(secret, key)
    row.phone_tail4 = tail_of(secret)


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
