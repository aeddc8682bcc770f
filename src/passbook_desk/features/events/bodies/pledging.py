"""Pledges (移风易俗承诺书): the village's own words as versions, and who signed them."""

from sqlalchemy import func, select

from passbook_desk.db.store import Scope, Tx
from passbook_desk.features.events.bodies.commands import name_of
from passbook_desk.features.events.bodies.errors import (
    PledgeStruckAlready,
    ReasonMissing,
    SameWords,
    SignedAlready,
    SignedInFuture,
    SignerMissing,
    UnknownPledge,
)
from passbook_desk.features.events.bodies.queries import codes_of_people, members_at
from passbook_desk.features.events.bodies.rules import check_fact, check_pledge_words
from passbook_desk.features.events.bodies.starter import STARTER_PLEDGE
from passbook_desk.features.events.bodies.values import (
    AddPledge,
    Capacity,
    PledgeRow,
    PledgeText,
    Unsigned,
    WritePledge,
)
from passbook_desk.features.events.course.commands import take_step
from passbook_desk.features.events.course.kinds import StepKind
from passbook_desk.features.events.course.rules import allowed_steps
from passbook_desk.features.events.course.values import TakeStep
from passbook_desk.features.events.errors import UnknownEvent
from passbook_desk.features.events.model import Pledge, PledgeWords, RiteEvent
from passbook_desk.features.events.queries import event_card
from passbook_desk.features.households.model import Household, Person
from passbook_desk.features.households.queries import heads_by_household, household, party_members
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.ids import new_uid


def pledge_texts(scope: Scope) -> tuple[PledgeText, ...]:
    """Every version of the words, the newest first; empty while the village uses those of the program."""
    rows = scope.session.scalars(
        select(PledgeWords)
        .where(PledgeWords.village_id == scope.village_id)
        .order_by(PledgeWords.number.desc())
    )
    return tuple(PledgeText(row.number, row.decided_on, row.words) for row in rows)


def pledge_text(scope: Scope, number: int | None = None) -> PledgeText:
    """The words of a version, or those in use: the village's newest, else the program's."""
    known = (text for text in pledge_texts(scope) if number in (None, text.number))
    return next(known, PledgeText(0, None, STARTER_PLEDGE))


def write_pledge(tx: Tx, command: WritePledge) -> int:
    """Keep other words for the pledge and return their number; the same `uid` again returns it.

    What was signed keeps the words it was signed under. Raises PledgeEmpty, WordsTooLong, DecidedInFuture,
    SameWords.
    """
    tx.require(Act.CATALOGUE)
    kept = tx.session.scalar(select(PledgeWords).where(PledgeWords.uid == command.uid))
    if kept is not None:
        return kept.number
    check_pledge_words(command, tx.today)
    words, newest = command.words.strip(), pledge_text(tx)
    if newest.number and words == newest.words:
        raise SameWords(field="words", number=newest.number)
    row = PledgeWords(
        village_id=tx.village_id,
        uid=command.uid,
        number=newest.number + 1,
        decided_on=command.decided_on,
        words=words,
        written_at=tx.now,
        written_by=tx.actor.operator_id,
    )
    tx.session.add(row)
    tx.touched.add(Topic.EVENTS)
    return row.number


def add_pledge(tx: Tx, command: AddPledge) -> int:
    """Write down that somebody signed the words in use, and return the number in the register.

    The same `uid` again returns the one written. The first pledge of a village that has no words of its own
    keeps those of the program as version 1. Raises SignedInFuture, UnknownEvent, SignerMissing,
    UnknownPerson, UnknownHousehold, FactTooLong, SignedAlready.
    """
    tx.require(Act.EVENTS)
    kept = tx.session.scalar(select(Pledge).where(Pledge.uid == command.uid))
    if kept is not None:
        return kept.number
    if command.signed_on > tx.today:
        raise SignedInFuture(field="signed_on", day=command.signed_on, today=tx.today)
    row = Pledge(
        village_id=tx.village_id,
        uid=command.uid,
        person_id=command.person_id,
        household_id=None,
        name="",
        capacity=command.capacity.value,
        event_id=command.event_id,
        signed_on=command.signed_on,
        struck_on=None,
        struck_why="",
        recorded_at=tx.now,
        recorded_by=tx.actor.operator_id,
    )
    _set_signer(tx, command, row)
    _check_not_signed(tx, row)
    row.words_id = _words_in_use(tx)
    last = tx.session.scalar(select(func.max(Pledge.number)).where(Pledge.village_id == tx.village_id))
    row.number = (last or 0) + 1
    tx.session.add(row)
    if command.event_id is not None:
        _note_in_course(tx, command)
    tx.touched.add(Topic.EVENTS)
    return row.number


def _note_in_course(tx: Tx, command: AddPledge) -> None:
    """A pledge for an event that is still open is a step of its course as well."""
    card = event_card(tx, command.event_id or 0)
    if StepKind.PLEDGED in allowed_steps(card.state):
        step = TakeStep(new_uid(), card.id, StepKind.PLEDGED, done_on=command.signed_on)
        take_step(tx, step)


def strike_pledge(tx: Tx, pledge_id: int, why: str) -> None:
    """Strike out a pledge that was written down by mistake; it stays in the register with the reason.

    Raises UnknownPledge, ReasonMissing, FactTooLong, PledgeStruckAlready.
    """
    tx.require(Act.EVENTS)
    row = tx.session.get(Pledge, pledge_id)
    if row is None or row.village_id != tx.village_id:
        raise UnknownPledge(field="pledge", text=str(pledge_id))
    if row.struck_on is not None:
        raise PledgeStruckAlready(field="pledge", number=row.number)
    if not why.strip():
        raise ReasonMissing(field="why")
    check_fact("why", why)
    row.struck_on, row.struck_why = tx.today, why.strip()
    tx.touched.add(Topic.EVENTS)


def pledges(scope: Scope, event_id: int | None = None) -> tuple[PledgeRow, ...]:
    """The register, the newest first, struck ones too; of one event or all of it."""
    chosen = (
        select(Pledge, PledgeWords.number, Person.name, RiteEvent.number, Household.code)
        .join(PledgeWords, PledgeWords.id == Pledge.words_id)
        .outerjoin(Person, Person.id == Pledge.person_id)
        .outerjoin(RiteEvent, RiteEvent.id == Pledge.event_id)
        .outerjoin(Household, Household.id == Pledge.household_id)
        .where(Pledge.village_id == scope.village_id)
        .order_by(Pledge.number.desc())
    )
    if event_id is not None:
        chosen = chosen.where(Pledge.event_id == event_id)
    heads, codes = heads_by_household(scope), codes_of_people(scope)
    return tuple(
        PledgeRow(
            id=row.id,
            number=row.number,
            person_id=row.person_id,
            household_id=row.household_id,
            name=person or row.name or heads.get(row.household_id or 0, ""),
            household_code=house or codes.get(row.person_id or 0, ""),
            capacity=Capacity(row.capacity),
            event_id=row.event_id,
            event_number=event or "",
            signed_on=row.signed_on,
            words_number=words_number,
            struck_on=row.struck_on,
            struck_why=row.struck_why,
        )
        for row, words_number, person, event, house in scope.session.execute(chosen)
    )


def unsigned(scope: Scope) -> tuple[Unsigned, ...]:
    """Party members, then others who serve in a body today, without a pledge in general that holds."""
    signed = [row for row in pledges(scope) if row.event_id is None and row.struck_on is None]
    people = {row.person_id for row in signed if row.person_id is not None}
    names = {row.name for row in signed if row.person_id is None and row.household_id is None}
    found: dict[int | str, Unsigned] = {}
    for member in party_members(scope):
        found[member.person_id] = Unsigned(
            member.person_id, member.name, member.household_code, Capacity.MEMBER
        )
    for each in members_at(scope, scope.today):
        who = each.name if each.person_id is None else each.person_id
        found.setdefault(who, Unsigned(each.person_id, each.name, each.household_code, Capacity.VILLAGER))
    return tuple(row for who, row in found.items() if who not in people and who not in names)


def _words_in_use(tx: Tx) -> int:
    newest = select(PledgeWords.id).where(PledgeWords.village_id == tx.village_id)
    known = tx.session.scalar(newest.order_by(PledgeWords.number.desc()).limit(1))
    if known is not None:
        return known
    row = PledgeWords(
        village_id=tx.village_id,
        uid=new_uid(),
        number=1,
        decided_on=tx.today,
        words=STARTER_PLEDGE,
        written_at=tx.now,
        written_by=tx.actor.operator_id,
    )
    tx.session.add(row)
    tx.session.flush()  # the pledge names its words by their id
    return row.id


def _set_signer(tx: Tx, command: AddPledge, row: Pledge) -> None:
    """A person, else a household, else a name, else the host of the event."""
    event = None
    if command.event_id is not None:
        event = tx.session.get(RiteEvent, command.event_id)
        if event is None or event.village_id != tx.village_id:
            raise UnknownEvent(field="event", event=command.event_id)
    if command.person_id is not None:
        row.name = name_of(tx, command.person_id)
        return
    if command.household_id is not None:
        row.household_id = household(tx, command.household_id).id
        return
    check_fact("signer", command.name)
    row.name = command.name.strip()
    if row.name:
        return
    if event is None:
        raise SignerMissing(field="signer")
    row.household_id = event.household_id


def _check_not_signed(tx: Tx, row: Pledge) -> None:
    """Nobody signs twice for the same, in general or for the same event."""
    same = select(Pledge).where(
        Pledge.village_id == tx.village_id,
        Pledge.struck_on.is_(None),
        Pledge.event_id.is_not_distinct_from(row.event_id),
        Pledge.person_id.is_not_distinct_from(row.person_id),
        Pledge.household_id.is_not_distinct_from(row.household_id),
    )
    if row.person_id is None and row.household_id is None:
        same = same.where(Pledge.name == row.name)
    held = tx.session.scalar(same.limit(1))
    if held is not None:
        name = row.name or household(tx, row.household_id or 0).head_name
        raise SignedAlready(field="signer", name=name, on=held.signed_on, number=held.number)
