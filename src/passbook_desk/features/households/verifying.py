"""Whether what is derived of people, shops and roles still follows from them; no digest covers it."""

from functools import cache

from sqlalchemy import select

from passbook_desk.db.store import Scope
from passbook_desk.features.audit.errors import MasterRowChanged
from passbook_desk.features.households.model import Organization, Person, RoleSpan
from passbook_desk.features.households.secrets import LookupKey, id_number_of, lookup_of, phone_of, tail_of
from passbook_desk.kernel.search import initials, pinyin_key
from passbook_desk.kernel.sensitive import Sensitive

Secretive = Person | Organization | RoleSpan


def verify_derived(scope: Scope, key: LookupKey | None = None) -> None:
    """Check names' pinyin and numbers' last four, with the file's key their lookups too.

    Raises MasterRowChanged for the first row that does not agree. A name's key in the form of the first
    version, with one reading, is in order: opening the file renews it.
    """
    names = cache(lambda name: (pinyin_key(name), initials(name)))
    here, ask = scope.village_id, scope.session.scalars
    named: list[Person | Organization] = [
        *ask(select(Person).where(Person.village_id == here)),
        *ask(select(Organization).where(Organization.village_id == here)),
    ]
    for row in named:
        fresh, letters = names(row.name)
        current = (row.name_key, row.name_initials) == (fresh, letters)
        if not current and row.name_key != fresh.partition("|")[0]:
            raise MasterRowChanged(table=row.__tablename__, uid=row.uid)
        _check_numbers(row, key)
    for role in ask(select(RoleSpan).where(RoleSpan.village_id == here)):
        _check_numbers(role, key)


def _check_numbers(row: Secretive, key: LookupKey | None) -> None:
    phone = phone_of(row.phone)
    told = [(phone, row.phone_tail4, row.phone_lookup)]
    if isinstance(row, Person):
        told.append((id_number_of(row.id_number), row.id_number_tail4, row.id_number_lookup))
    for secret, tail, lookup in told:
        if not number_agrees(secret, tail, lookup, key):
            raise MasterRowChanged(table=row.__tablename__, uid=row.uid)


def number_agrees(secret: Sensitive | None, tail: str, lookup: str, key: LookupKey | None) -> bool:
    """Whether the last four and the lookup that are kept beside a number are those of the number."""
    if tail != tail_of(secret) or bool(lookup) != (secret is not None):
        return False
    return key is None or lookup == lookup_of(secret, key)
