"""On the wall: where a notice hangs and until when, its pictures, and when it may be closed."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from builders.guards import tampered
from builders.village import Village, booked, settled_village
from builders.wall import closed, hung, issued, objected, shown, upheld
from passbook_desk.features.audit.errors import MasterRowChanged
from passbook_desk.features.notices.errors import (
    HungBackwards,
    HungBeforeIssued,
    HungInFuture,
    NeverHung,
    NoticeClosed,
    NoticeReplaced,
    NoticeTextTooLong,
    ObjectionsOpen,
    PlaceMissing,
    StillHangs,
    UnknownNotice,
    UnknownNoticePhoto,
)
from passbook_desk.features.notices.hanging import (
    MOST_PHOTOS,
    add_notice_photo,
    hang_notice,
    photos_of,
    strike_notice_photo,
    verify_notice_photos,
)
from passbook_desk.features.notices.queries import notices
from passbook_desk.features.notices.rules import state_on
from passbook_desk.features.notices.values import (
    AddNoticePhoto,
    Closed,
    HangNotice,
    NoticeState,
    NoticeStepKind,
)
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.pictures import MOST_KB, NotAPicture, PictureTooLarge, TooManyPictures

JPEG = b"\xff\xd8\xff" + b"wall" * 10
JULY_1 = date(2026, 7, 1)


@pytest.fixture
def village(tmp_path: Path) -> Iterator[Village]:
    """The second quarter was issued on July 1 and is not on the wall yet."""
    village = settled_village(tmp_path)
    booked(village, (1, 2))
    issued(village, on=JULY_1)
    yield village
    village.store.close()


def state(village: Village, number: str = "2026-01") -> NoticeState:
    return shown(village, number).row.state


def photographed(village: Village, content: bytes = JPEG, uid: str = "", words: str = "村口") -> int:
    with village.write() as tx:
        return add_notice_photo(tx, AddNoticePhoto(uid or new_uid(), "2026-01", tx.today, content, words))


def test_a_notice_waits_hangs_is_over_and_closes(village: Village) -> None:
    assert state(village) is NoticeState.ISSUED
    card = hung(village)
    (step,) = card.steps
    assert (step.kind, step.done_on, step.until_on) == (
        NoticeStepKind.HUNG,
        date(2026, 7, 2),
        date(2026, 7, 8),
    )
    assert (step.place, step.who, step.recorded_by) == ("村务公开栏", "李网格", "刘文书")
    assert card.row.state is NoticeState.HANGING
    village.on(date(2026, 7, 8))
    assert state(village) is NoticeState.HANGING
    village.on(date(2026, 7, 9))
    assert state(village) is NoticeState.OVER
    assert closed(village) == Closed()
    assert state(village) is NoticeState.CLOSED
    assert [step.kind for step in shown(village).steps] == [NoticeStepKind.HUNG, NoticeStepKind.CLOSED]


def test_before_its_last_day_is_over_it_stays_on_the_wall(village: Village) -> None:
    hung(village)
    with pytest.raises(StillHangs) as refusal:
        closed(village, on=date(2026, 7, 8))
    assert refusal.value.params["until_on"] == date(2026, 7, 8)


def test_the_last_of_several_walls_decides_when_it_is_over(village: Village) -> None:
    hung(village)
    hung(village, on=date(2026, 7, 5), until=date(2026, 7, 11), place="二组路口")
    assert shown(village).row.hung_until == date(2026, 7, 11)
    with pytest.raises(StillHangs):
        closed(village, on=date(2026, 7, 11))
    closed(village, on=date(2026, 7, 12))


def test_what_nobody_hung_cannot_be_closed(village: Village) -> None:
    with pytest.raises(NeverHung) as refusal:
        closed(village, on=date(2026, 8, 1))
    assert refusal.value.params == {"number": "〔2026〕第1号"}


def test_an_objection_without_an_answer_keeps_the_notice_open(village: Village) -> None:
    hung(village)
    objection = objected(village)
    with pytest.raises(ObjectionsOpen) as refusal:
        closed(village)
    assert refusal.value.params["objections"] == 1
    upheld(village, objection)
    closed(village)
    assert state(village) is NoticeState.CLOSED


def test_the_file_itself_refuses_to_close_over_an_open_objection(village: Village) -> None:
    hung(village)
    objected(village)
    village.store.close()
    step = (
        "INSERT INTO notice_step (village_id, uid, notice_id, number, kind, done_on, until_on, place, who,"
        " words, recorded_at, recorded_by)"
        " SELECT village_id, 'slipped-in', notice_id, 2, 'closed', '2026-07-09', NULL, '', '', '',"
        " recorded_at, recorded_by FROM notice_step"
    )
    with closing(sqlite3.connect(village.path)) as connection:
        with pytest.raises(sqlite3.IntegrityError, match="every objection has its answer"):
            connection.execute(step)
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            connection.execute("DELETE FROM objection")


def test_nothing_is_done_with_a_closed_notice_any_more(village: Village) -> None:
    hung(village)
    closed(village)
    for act in (lambda: hung(village, on=date(2026, 7, 9)), lambda: closed(village)):
        with pytest.raises(NoticeClosed) as refusal:
            act()
        assert refusal.value.params["closed_on"] == date(2026, 7, 9)


def test_a_replaced_notice_names_the_one_that_hangs_in_its_place(village: Village) -> None:
    hung(village)
    issued(village, again="户主写错了")
    assert state(village) is NoticeState.REPLACED
    for act in (lambda: hung(village), lambda: closed(village)):
        with pytest.raises(NoticeReplaced) as refusal:
            act()
        assert refusal.value.params["other"] == "〔2026〕第2号"
    assert state(village, "2026-02") is NoticeState.ISSUED


def test_the_day_of_hanging_is_after_the_issue_not_in_the_future_and_before_the_last_day(
    village: Village,
) -> None:
    village.on(date(2026, 7, 3))
    wrong = (
        (HungBeforeIssued, date(2026, 6, 30), date(2026, 7, 7)),
        (HungInFuture, date(2026, 7, 4), date(2026, 7, 10)),
        (HungBackwards, date(2026, 7, 3), date(2026, 7, 2)),
        (HungBackwards, date(2026, 7, 3), date(2027, 7, 5)),
    )
    for error, first, last in wrong:
        with village.write() as tx, pytest.raises(error):
            hang_notice(tx, HangNotice(new_uid(), "2026-01", first, last, "公开栏", "李网格"))
    assert state(village) is NoticeState.ISSUED
    assert hung(village, on=date(2026, 7, 3), until=date(2026, 7, 3)).row.state is NoticeState.HANGING


@pytest.mark.parametrize(("place", "who", "field"), [(" ", "李网格", "place"), ("公开栏", "", "who")])
def test_where_it_hangs_and_who_hung_it_must_be_said(
    village: Village, place: str, who: str, field: str
) -> None:
    with pytest.raises(PlaceMissing) as refusal:
        hung(village, place=place, who=who)
    assert refusal.value.params == {"field": field}
    with pytest.raises(NoticeTextTooLong):
        hung(village, place="墙" * 501)
    with pytest.raises(UnknownNotice):
        hung(village, "2026-09")


def test_pressing_the_button_twice_hangs_it_once(village: Village) -> None:
    uid = new_uid()
    hung(village, uid=uid)
    assert len(hung(village, uid=uid).steps) == 1


def test_the_number_is_understood_as_it_stands_on_the_sheet(village: Village) -> None:
    assert hung(village, "〔2026〕第1号").row.number == "2026-01"
    assert shown(village, "2026-1").row.number == "2026-01"


def test_a_notice_of_the_old_form_is_closed_when_its_days_are_over() -> None:
    planned = date(2026, 7, 7)
    for today, found in ((planned, NoticeState.ISSUED), (date(2026, 7, 8), NoticeState.CLOSED)):
        assert state_on((), planned, replaced=False, form=1, today=today) is found
    assert state_on((), planned, replaced=False, form=2, today=date(2026, 9, 1)) is NoticeState.ISSUED


def test_pictures_of_the_wall_are_kept_and_struck_out(village: Village) -> None:
    uid = new_uid()
    kept = photographed(village, uid=uid)
    assert photographed(village, uid=uid) == kept
    with village.read() as scope:
        (photo,) = photos_of(scope, "2026-01")
        assert (photo.content, photo.words, photo.added_by) == (JPEG, "村口", "刘文书")
        assert [row.photos for row in notices(scope)] == [1]
        verify_notice_photos(scope)
    with village.write() as tx:
        strike_notice_photo(tx, kept)
    with village.write() as tx, pytest.raises(UnknownNoticePhoto):
        strike_notice_photo(tx, kept)
    with village.read() as scope:
        assert photos_of(scope, "2026-01") == ()
        assert scope.session.scalar(text("SELECT length(content) FROM notice_photo")) == 0
        verify_notice_photos(scope)


def test_only_pictures_of_a_bearable_size_and_number_are_kept(village: Village) -> None:
    with pytest.raises(NotAPicture):
        photographed(village, b"%PDF-1.7")
    with pytest.raises(PictureTooLarge):
        photographed(village, JPEG + b"x" * (MOST_KB * 1000 + 1000))
    with pytest.raises(NoticeTextTooLong):
        photographed(village, words="墙" * 501)
    for _ in range(MOST_PHOTOS):
        photographed(village)
    with pytest.raises(TooManyPictures):
        photographed(village)


def test_a_picture_that_was_exchanged_is_noticed(village: Village) -> None:
    photographed(village)
    other = tampered(
        village, lambda connection: connection.execute("UPDATE notice_photo SET content = x'FFD8FF00'")
    )
    with other.read() as scope, pytest.raises(MasterRowChanged):
        verify_notice_photos(scope)
