from datetime import date

from sqlalchemy import select

from passbook_desk.db.store import Tx
from passbook_desk.features.events.bodies.errors import (
    BodyNameMissing,
    FoundedInFuture,
    MemberMissing,
    TermEndedAlready,
    TermEndsBeforeItBegins,
    TermThere,
    UnknownPerson,
    UnknownTerm,
)
from passbook_desk.features.events.bodies.rules import check_charter, check_fact, check_term
from passbook_desk.features.events.bodies.values import AddMember, AdoptCharter, BodyKind, FoundBody
from passbook_desk.features.events.bodies.words import BODY_NAMES
from passbook_desk.features.events.model import BodyCharter, BodyMember, RiteBody
from passbook_desk.features.households.model import Person
from passbook_desk.features.village.rules import next_version
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.ids import new_uid


def found_body(tx: Tx, command: FoundBody) -> None:
    """Write what a body is called and since when it exists.

    Raises BodyNameMissing, FactTooLong, FoundedInFuture.
    """
    tx.require(Act.EVENTS)
    if not command.name.strip():
        raise BodyNameMissing(field="name")
    check_fact("name", command.name)
    if command.founded_on is not None and command.founded_on > tx.today:
        raise FoundedInFuture(field="founded_on", day=command.founded_on, today=tx.today)
    body = _body(tx, command.kind)
    body.name, body.founded_on = command.name.strip(), command.founded_on
    tx.touched.add(Topic.EVENTS)


def adopt_charter(tx: Tx, command: AdoptCharter) -> int:
    """Keep a charter as the body's next version and return its number; the same `uid` again returns it.

    Raises CharterEmpty, WordsTooLong, FactTooLong, MeetingInFuture, EffectiveBeforeMeeting,
    EffectiveBeforeEarlier.
    """
    tx.require(Act.CATALOGUE)
    adopted = tx.session.scalar(select(BodyCharter).where(BodyCharter.uid == command.uid))
    if adopted is not None:
        return adopted.number
    check_charter(command)
    body = _body(tx, command.kind)
    newest = tx.session.execute(
        select(BodyCharter.number, BodyCharter.effective_from)
        .where(BodyCharter.body_id == body.id)
        .order_by(BodyCharter.number.desc())
        .limit(1)
    ).first()
    number = next_version(
        command.meeting_on,
        command.effective_from,
        tx.today,
        None if newest is None else (newest[0], newest[1]),
    )
    tx.session.add(
        BodyCharter(
            uid=command.uid,
            body_id=body.id,
            number=number,
            meeting_on=command.meeting_on,
            minutes_no=command.minutes_no.strip(),
            effective_from=command.effective_from,
            words=command.words.strip(),
            adopted_at=tx.now,
            adopted_by=tx.actor.operator_id,
        )
    )
    tx.touched.add(Topic.EVENTS)
    return number


def add_member(tx: Tx, command: AddMember) -> int:
    """Write a term in a body and return its id; the same `uid` again returns the one written.

    However many there are is the village's business. Raises MemberMissing, UnknownPerson, TermThere and what
    `check_term` raises.
    """
    tx.require(Act.EVENTS)
    kept = tx.session.scalar(select(BodyMember).where(BodyMember.uid == command.uid))
    if kept is not None:
        return kept.id
    check_term(command)
    name = name_of(tx, command.person_id) if command.person_id is not None else command.name.strip()
    if not name:
        raise MemberMissing(field="member")
    body = _body(tx, command.kind)
    _check_not_there(tx, command, body.id, name)
    row = BodyMember(
        uid=command.uid,
        body_id=body.id,
        person_id=command.person_id,
        name=name,
        duty=command.duty.strip(),
        standing=command.standing.strip(),
        from_on=command.from_on,
        to_on=command.to_on,
        recorded_at=tx.now,
        recorded_by=tx.actor.operator_id,
    )
    tx.session.add(row)
    tx.session.flush()  # the caller may want to end it by its id
    tx.touched.add(Topic.EVENTS)
    return row.id


def end_member(tx: Tx, member_id: int, on: date) -> None:
    """Let a term end; `on` is its last day. The row stays.

    Raises UnknownTerm, TermEndsBeforeItBegins, TermEndedAlready.
    """
    tx.require(Act.EVENTS)
    row = tx.session.scalar(
        select(BodyMember)
        .join(RiteBody, RiteBody.id == BodyMember.body_id)
        .where(BodyMember.id == member_id, RiteBody.village_id == tx.village_id)
    )
    if row is None:
        raise UnknownTerm(field="member", text=str(member_id))
    if on < row.from_on:
        raise TermEndsBeforeItBegins(field="on", since=row.from_on)
    if row.to_on is not None and row.to_on <= on:
        raise TermEndedAlready(field="on", name=row.name, on=row.to_on)
    row.to_on = on
    tx.touched.add(Topic.EVENTS)


def name_of(tx: Tx, person_id: int) -> str:
    """The name of a person of the roster. Raises UnknownPerson."""
    person = tx.session.get(Person, person_id)
    if person is None or person.village_id != tx.village_id:
        raise UnknownPerson(field="member", text=str(person_id))
    return person.name


def _body(tx: Tx, kind: BodyKind) -> RiteBody:
    """The body's row, made under its usual name when nobody wrote it down before."""
    row = tx.session.scalar(
        select(RiteBody).where(RiteBody.village_id == tx.village_id, RiteBody.kind == kind.value)
    )
    if row is None:
        row = RiteBody(
            village_id=tx.village_id, uid=new_uid(), kind=kind.value, name=BODY_NAMES[kind], founded_on=None
        )
        tx.session.add(row)
        tx.session.flush()  # charters and members name their body by its id
    return row


def _check_not_there(tx: Tx, command: AddMember, body_id: int, name: str) -> None:
    same = (
        BodyMember.person_id == command.person_id
        if command.person_id is not None
        else BodyMember.person_id.is_(None) & (BodyMember.name == name)
    )
    held = tx.session.scalar(
        select(BodyMember)
        .where(
            BodyMember.body_id == body_id,
            BodyMember.duty == command.duty.strip(),
            same,
            BodyMember.to_on.is_(None) | (BodyMember.to_on >= command.from_on),
            BodyMember.from_on <= (command.to_on or date.max),
        )
        .limit(1)
    )
    if held is not None:
        raise TermThere(field="duty", name=name, duty=held.duty, since=held.from_on)
