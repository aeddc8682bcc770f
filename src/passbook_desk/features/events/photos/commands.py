"""Pictures of the day check: kept in the village's own file, so that a backup has them too."""

import hashlib
from typing import Final

from sqlalchemy import func, select

from passbook_desk.db.store import Tx
from passbook_desk.features.events.errors import TextTooLong
from passbook_desk.features.events.model import EventPhoto
from passbook_desk.features.events.photos.errors import UnknownPhoto
from passbook_desk.features.events.photos.values import AddPhoto
from passbook_desk.features.events.queries import event_card
from passbook_desk.features.events.rules import MOST_CHARACTERS
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.pictures import TooManyPictures, check_picture

MOST_PHOTOS: Final = 12
"""Of one event; more would fill the file and be looked at by nobody."""


def add_photo(tx: Tx, command: AddPhoto) -> int:
    """Keep a picture with an event and return its id; the same `uid` again returns the one kept.

    Raises UnknownEvent, NotAPicture, PictureTooLarge, TooManyPictures, TextTooLong.
    """
    tx.require(Act.EVENTS)
    kept = tx.session.scalar(select(EventPhoto).where(EventPhoto.uid == command.uid))
    if kept is not None:
        return kept.id
    card = event_card(tx, command.event_id)
    check_picture(command.content)
    if len(command.words.strip()) > MOST_CHARACTERS:
        raise TextTooLong(field="words", most=MOST_CHARACTERS)
    count = tx.session.scalar(
        select(func.count())
        .select_from(EventPhoto)
        .where(EventPhoto.event_id == card.id, EventPhoto.struck_on.is_(None))
    )
    if (count or 0) >= MOST_PHOTOS:
        raise TooManyPictures(field="photo", most=MOST_PHOTOS)
    row = EventPhoto(
        village_id=tx.village_id,
        uid=command.uid,
        event_id=card.id,
        taken_on=command.taken_on,
        words=command.words.strip(),
        digest=hashlib.sha256(command.content).hexdigest(),
        content=command.content,
        struck_on=None,
        added_at=tx.now,
        added_by=tx.actor.operator_id,
    )
    tx.session.add(row)
    tx.session.flush()  # the id is the answer
    tx.touched.add(Topic.EVENTS)
    return row.id


def strike_photo(tx: Tx, photo_id: int) -> None:
    """Take a picture out: its content goes, who kept it and when stay. Raises UnknownPhoto."""
    tx.require(Act.EVENTS)
    row = tx.session.get(EventPhoto, photo_id)
    if row is None or row.village_id != tx.village_id or row.struck_on is not None:
        raise UnknownPhoto(field="photo", photo=photo_id)
    row.content, row.struck_on = b"", tx.today
    tx.touched.add(Topic.EVENTS)
