"""Pictures of the day check: kept in the file, sealed, struck out, never changed."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from builders.events import events_village, reported
from builders.village import Village
from passbook_desk.db.store import Store
from passbook_desk.features.access.queries import check_permit
from passbook_desk.features.audit.commands import seal_changes
from passbook_desk.features.audit.errors import MasterRowChanged
from passbook_desk.features.audit.queries import verify_audit
from passbook_desk.features.events.errors import UnknownEvent
from passbook_desk.features.events.photos.commands import MOST_PHOTOS, add_photo, strike_photo
from passbook_desk.features.events.photos.errors import UnknownPhoto
from passbook_desk.features.events.photos.queries import photos, verify_photos
from passbook_desk.features.events.photos.values import AddPhoto
from passbook_desk.kernel.errors import UserError
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.pictures import MOST_KB, NotAPicture, PictureTooLarge, TooManyPictures

TAKEN = date(2026, 6, 1)
JPEG = b"\xff\xd8\xff" + b"picture" * 40


@pytest.fixture
def village(tmp_path: Path) -> Village:
    made = events_village(tmp_path)
    reported(made)
    return made


def kept(village: Village, content: bytes = JPEG, event_id: int = 1, uid: str = "") -> int:
    with village.write() as tx:
        return add_photo(tx, AddPhoto(uid or new_uid(), event_id, TAKEN, content, "院里的席"))


def test_a_picture_is_kept_with_its_event_and_sealed(village: Village) -> None:
    uid = new_uid()
    assert kept(village, uid=uid) == kept(village, uid=uid)
    kept(village, JPEG + b"two")
    with village.read() as scope:
        found = photos(scope, 1)
        assert [(row.content, row.words, row.added_by) for row in found] == [
            (JPEG, "院里的席", "刘文书"),
            (JPEG + b"two", "院里的席", "刘文书"),
        ]
        verify_photos(scope)
        verify_audit(scope)


def test_a_picture_struck_out_is_gone_but_who_kept_it_is_known(village: Village) -> None:
    photo = kept(village)
    with village.write() as tx:
        strike_photo(tx, photo)
    with village.read() as scope:
        assert photos(scope, 1) == ()
        (content,) = scope.session.execute(text("SELECT content FROM event_photo")).one()
        assert content == b""
        verify_photos(scope)
        verify_audit(scope)
    with pytest.raises(UnknownPhoto), village.write() as tx:
        strike_photo(tx, photo)


@pytest.mark.parametrize(
    ("content", "event_id", "refusal"),
    [
        (b"%PDF-1.7", 1, NotAPicture),
        (b"", 1, NotAPicture),
        (JPEG + bytes(MOST_KB * 1000 + 1000), 1, PictureTooLarge),
        (JPEG, 9, UnknownEvent),
    ],
)
def test_what_is_no_picture_of_an_event_is_refused(
    village: Village, content: bytes, event_id: int, refusal: type[UserError]
) -> None:
    with pytest.raises(refusal):
        kept(village, content, event_id)
    with village.read() as scope:
        assert photos(scope, 1) == ()


def test_an_event_keeps_twelve_pictures(village: Village) -> None:
    first = kept(village)
    for number in range(MOST_PHOTOS - 1):
        kept(village, JPEG + bytes([number]))
    with pytest.raises(TooManyPictures):
        kept(village)
    with village.write() as tx:
        strike_photo(tx, first)
    assert kept(village) > first


def test_a_picture_exchanged_in_the_file_is_named(village: Village) -> None:
    kept(village)
    village.store.close()
    with closing(sqlite3.connect(village.path)) as file:
        file.executescript("DROP TRIGGER event_photo_struck; UPDATE event_photo SET content = x'ffd8ff00'")
    village.store = Store.on_file(village.path, 1, seal_changes, check_permit)
    with village.read() as scope, pytest.raises(MasterRowChanged):
        verify_photos(scope)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event_photo SET words = '别处'",
        "UPDATE event_photo SET content = x'ffd8ff00'",
        "UPDATE event_photo SET struck_on = '2026-06-02'",
        "DELETE FROM event_photo",
    ],
)
def test_the_file_itself_lets_nobody_change_a_picture(village: Village, statement: str) -> None:
    kept(village)
    with pytest.raises(IntegrityError), village.write() as tx:
        tx.session.execute(text(statement))
