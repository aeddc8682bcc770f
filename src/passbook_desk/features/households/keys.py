from sqlalchemy import select

from passbook_desk.db.store import Tx
from passbook_desk.features.households.model import Organization, Person, RoleSpan
from passbook_desk.features.households.secrets import LookupKey, id_number_of, lookup_of, phone_of


def renew_household_lookups(tx: Tx, key: LookupKey) -> None:
    """Bring all keyed hashes of people, shops, units and roles in line with a new key of the file."""
    for person in tx.session.scalars(select(Person).where(Person.village_id == tx.village_id)):
        person.id_number_lookup = lookup_of(id_number_of(person.id_number), key)
        person.phone_lookup = lookup_of(phone_of(person.phone), key)
    for shop_or_unit in tx.session.scalars(
        select(Organization).where(Organization.village_id == tx.village_id)
    ):
        shop_or_unit.phone_lookup = lookup_of(phone_of(shop_or_unit.phone), key)
    for role in tx.session.scalars(select(RoleSpan).where(RoleSpan.village_id == tx.village_id)):
        role.phone_lookup = lookup_of(phone_of(role.phone), key)
