"""Whether what is derived of the contacts of events still follows from them; no digest covers it."""

from sqlalchemy import select

from passbook_desk.db.store import Scope
from passbook_desk.features.audit.errors import MasterRowChanged
from passbook_desk.features.events.model import RiteEvent
from passbook_desk.features.households.secrets import LookupKey, phone_of
from passbook_desk.features.households.verifying import number_agrees


def verify_event_numbers(scope: Scope, key: LookupKey | None = None) -> None:
    """Check the last four of every contact's phone, with the file's key the lookup too.

    Raises MasterRowChanged.
    """
    for event in scope.session.scalars(select(RiteEvent).where(RiteEvent.village_id == scope.village_id)):
        if not number_agrees(phone_of(event.phone), event.phone_tail4, event.phone_lookup, key):
            raise MasterRowChanged(table=RiteEvent.__tablename__, uid=event.uid)
