from sqlalchemy import select

from passbook_desk.db.store import Tx
from passbook_desk.features.events.model import RiteEvent
from passbook_desk.features.households.secrets import LookupKey, lookup_of, phone_of


def renew_event_lookups(tx: Tx, key: LookupKey) -> None:
    """Bring the keyed hash of every event's phone in line with a new key of the file."""
    for event in tx.session.scalars(select(RiteEvent).where(RiteEvent.village_id == tx.village_id)):
        event.phone_lookup = lookup_of(phone_of(event.phone), key)
