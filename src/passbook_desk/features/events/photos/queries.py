import hashlib

from sqlalchemy import select

from passbook_desk.db.store import Scope
from passbook_desk.features.access.model import Operator
from passbook_desk.features.audit.errors import MasterRowChanged
from passbook_desk.features.events.model import EventPhoto
from passbook_desk.features.events.photos.values import PhotoRow


def photos(scope: Scope, event_id: int) -> tuple[PhotoRow, ...]:
    """The pictures of an event in the order they were kept, without those struck out."""
    rows = scope.session.execute(
        select(EventPhoto, Operator.name)
        .join(Operator, Operator.id == EventPhoto.added_by)
        .where(
            EventPhoto.village_id == scope.village_id,
            EventPhoto.event_id == event_id,
            EventPhoto.struck_on.is_(None),
        )
        .order_by(EventPhoto.id)
    )
    return tuple(
        PhotoRow(row.id, row.event_id, row.taken_on, row.words, row.content, name, row.struck_on)
        for row, name in rows
    )


def verify_photos(scope: Scope) -> None:
    """Check every picture against the digest that was sealed with it. Raises MasterRowChanged."""
    rows = scope.session.execute(
        select(EventPhoto.uid, EventPhoto.digest, EventPhoto.content, EventPhoto.struck_on).where(
            EventPhoto.village_id == scope.village_id
        )
    )
    for uid, digest, content, struck_on in rows:
        whole = content == b"" if struck_on is not None else hashlib.sha256(content).hexdigest() == digest
        if not whole:
            raise MasterRowChanged(table=EventPhoto.__tablename__, uid=uid)
