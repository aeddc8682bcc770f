"""What is done with an issued notice: hung, photographed, closed when its days are over."""

import hashlib

from sqlalchemy import select

from passbook_desk.db.store import Scope, Tx
from passbook_desk.features.access.model import Operator
from passbook_desk.features.audit.errors import MasterRowChanged
from passbook_desk.features.ledger.claims.commands import post_hung_claims
from passbook_desk.features.notices.commands import MOST_CHARACTERS
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
    UnknownNoticePhoto,
)
from passbook_desk.features.notices.model import NoticeClaim, NoticePhoto, NoticeStep
from passbook_desk.features.notices.queries import notice_card, notices
from passbook_desk.features.notices.reading import notice_numbered
from passbook_desk.features.notices.values import (
    AddNoticePhoto,
    Closed,
    CloseNotice,
    HangNotice,
    NoticeCard,
    NoticePhotoRow,
    NoticeRow,
    NoticeState,
    NoticeStepKind,
)
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.pictures import TooManyPictures, check_picture

MOST_PHOTOS = 12
_LONGEST_DAYS = 366


def hang_notice(tx: Tx, command: HangNotice) -> None:
    """Remember where a notice hangs; the same act again writes nothing.

    Raises UnknownNotice, NoticeClosed, NoticeReplaced, PlaceMissing, HungBeforeIssued, HungBackwards,
    HungInFuture, NoticeTextTooLong.
    """
    tx.require(Act.NOTICE)
    if _done_before(tx, command.uid):
        return
    card = notice_card(tx, command.number)
    _check_open(tx, card)
    for field in ("place", "who"):
        if not getattr(command, field).strip():
            raise PlaceMissing(field=field)
    for field in ("place", "who", "words"):
        if len(getattr(command, field).strip()) > MOST_CHARACTERS:
            raise NoticeTextTooLong(field=field, most=MOST_CHARACTERS)
    if command.hung_on < card.row.issued_at.astimezone().date() and command.hung_on < card.row.issued_on:
        raise HungBeforeIssued(field="hung_on", day=command.hung_on, issued_on=card.row.issued_on)
    if command.hung_on > tx.today:
        raise HungInFuture(field="hung_on", day=command.hung_on, today=tx.today)
    if not 0 <= (command.until_on - command.hung_on).days <= _LONGEST_DAYS:
        raise HungBackwards(field="until_on")
    _add_step(
        tx,
        card,
        NoticeStep(
            uid=command.uid,
            kind=NoticeStepKind.HUNG.value,
            done_on=command.hung_on,
            until_on=command.until_on,
            place=command.place.strip(),
            who=command.who.strip(),
            words=command.words.strip(),
        ),
    )


def close_notice(tx: Tx, command: CloseNotice) -> Closed:
    """Close a notice; deeds that hung with it and were not objected to become ledger lines.

    What can no longer be entered is rejected in words and named. Raises UnknownNotice, NoticeClosed,
    NoticeReplaced, NeverHung, StillHangs, ObjectionsOpen, NoticeTextTooLong.
    """
    tx.require(Act.NOTICE)
    if _done_before(tx, command.uid):
        return Closed()
    card = notice_card(tx, command.number)
    _check_open(tx, card)
    if not card.steps and card.row.form > 1:
        raise NeverHung(number=card.row.shown_number)
    if tx.today <= card.row.hung_until:
        raise StillHangs(number=card.row.shown_number, until_on=card.row.hung_until)
    waiting = _unanswered(tx, card)
    if waiting is not None:
        raise ObjectionsOpen(number=waiting.shown_number, objections=waiting.open_objections)
    if len(command.words.strip()) > MOST_CHARACTERS:
        raise NoticeTextTooLong(field="words", most=MOST_CHARACTERS)
    _add_step(
        tx,
        card,
        NoticeStep(
            uid=command.uid,
            kind=NoticeStepKind.CLOSED.value,
            done_on=tx.today,
            until_on=None,
            place="",
            who="",
            words=command.words.strip(),
        ),
    )
    hung = tx.session.scalars(
        select(NoticeClaim.claim_id).where(NoticeClaim.notice_id == card.row.id).order_by(NoticeClaim.id)
    ).all()
    decided = post_hung_claims(tx, hung)
    return Closed(decided.posted, decided.rejected)


def _check_open(tx: Tx, card: NoticeCard) -> None:
    if any(step.kind is NoticeStepKind.CLOSED for step in card.steps):
        raise NoticeClosed(number=card.row.shown_number, closed_on=card.steps[-1].done_on)
    if card.row.state is NoticeState.REPLACED:
        newer = next(
            row
            for row in notices(tx)
            if (row.kind, row.about) == (card.row.kind, card.row.about) and row.version > card.row.version
        )
        raise NoticeReplaced(number=card.row.shown_number, other=newer.shown_number)


def _unanswered(tx: Tx, card: NoticeCard) -> NoticeRow | None:
    """The notice, or a version that it replaced before that one closed, with objections that wait: the same
    deeds hang with both.
    """
    return next(
        (
            row
            for row in notices(tx)
            if (row.kind, row.about) == (card.row.kind, card.row.about)
            and row.state is not NoticeState.CLOSED
            and row.open_objections
        ),
        None,
    )


def _done_before(tx: Tx, uid: str) -> bool:
    return tx.session.scalar(select(NoticeStep.id).where(NoticeStep.uid == uid)) is not None


def _add_step(tx: Tx, card: NoticeCard, step: NoticeStep) -> None:
    step.village_id = tx.village_id
    step.notice_id = card.row.id
    step.number = len(card.steps) + 1
    step.recorded_at = tx.now
    step.recorded_by = tx.actor.operator_id
    tx.session.add(step)
    tx.session.flush()  # what follows in this transaction sees that it was done
    tx.touched.add(Topic.NOTICES)


def add_notice_photo(tx: Tx, command: AddNoticePhoto) -> int:
    """Keep a picture with a notice and return its id; the same `uid` again returns the one kept.

    Raises UnknownNotice, NotAPicture, PictureTooLarge, TooManyPictures, NoticeTextTooLong.
    """
    tx.require(Act.NOTICE)
    kept = tx.session.scalar(select(NoticePhoto).where(NoticePhoto.uid == command.uid))
    if kept is not None:
        return kept.id
    notice = notice_numbered(tx, command.number)
    check_picture(command.content)
    if len(command.words.strip()) > MOST_CHARACTERS:
        raise NoticeTextTooLong(field="words", most=MOST_CHARACTERS)
    if len(photos_of(tx, notice.number)) >= MOST_PHOTOS:
        raise TooManyPictures(field="photo", most=MOST_PHOTOS)
    row = NoticePhoto(
        village_id=tx.village_id,
        uid=command.uid,
        notice_id=notice.id,
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
    tx.touched.add(Topic.NOTICES)
    return row.id


def strike_notice_photo(tx: Tx, photo_id: int) -> None:
    """Take a picture out: its content goes, who kept it and when stay. Raises UnknownNoticePhoto."""
    tx.require(Act.NOTICE)
    row = tx.session.get(NoticePhoto, photo_id)
    if row is None or row.village_id != tx.village_id or row.struck_on is not None:
        raise UnknownNoticePhoto(field="photo", photo=photo_id)
    row.content, row.struck_on = b"", tx.today
    tx.touched.add(Topic.NOTICES)


def photos_of(scope: Scope, number: str) -> tuple[NoticePhotoRow, ...]:
    """The pictures of a notice in their order, but for those struck out. Raises UnknownNotice."""
    notice = notice_numbered(scope, number)
    rows = scope.session.execute(
        select(NoticePhoto, Operator.name)
        .join(Operator, Operator.id == NoticePhoto.added_by)
        .where(NoticePhoto.notice_id == notice.id, NoticePhoto.struck_on.is_(None))
        .order_by(NoticePhoto.id)
    )
    return tuple(NoticePhotoRow(row.id, row.taken_on, row.words, row.content, name) for row, name in rows)


def verify_notice_photos(scope: Scope) -> None:
    """Check every picture against the digest that was sealed with it. Raises MasterRowChanged."""
    rows = scope.session.execute(
        select(NoticePhoto.uid, NoticePhoto.digest, NoticePhoto.content, NoticePhoto.struck_on).where(
            NoticePhoto.village_id == scope.village_id
        )
    )
    for uid, digest, content, struck_on in rows:
        whole = content == b"" if struck_on is not None else hashlib.sha256(content).hexdigest() == digest
        if not whole:
            raise MasterRowChanged(table=NoticePhoto.__tablename__, uid=uid)
