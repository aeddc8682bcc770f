from sqlalchemy import select

from passbook_desk.db.store import Tx
from passbook_desk.features.households.model import Person
from passbook_desk.features.households.secrets import LookupKey, id_number_of, lookup_of, phone_of


def renew_person_lookups(tx: Tx, key: LookupKey) -> None:
    """Bring every person's keyed hashes in line with a new key of the file."""
    for person in tx.session.scalars(select(Person).where(Person.village_id == tx.village_id)):
        person.id_number_lookup = lookup_of(id_number_of(person.id_number), key)
        person.phone_lookup = lookup_of(phone_of(person.phone), key)
