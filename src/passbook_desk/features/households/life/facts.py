"""Acts that change what is known of a household or a person: facts, residence, party, tags, scored or not."""

from collections.abc import Iterator
from datetime import date

from passbook_desk.db.store import Tx
from passbook_desk.features.households.life.commands import check_residence
from passbook_desk.features.households.life.errors import NameMissing, NothingChanged
from passbook_desk.features.households.life.relation_change import HEAD, relation_word_of
from passbook_desk.features.households.life.rules import id_contradictions
from passbook_desk.features.households.life.steps import check_born, home_now, set_residence_row
from passbook_desk.features.households.life.values import Act as Doing
from passbook_desk.features.households.life.values import (
    ActKind,
    EditHousehold,
    EditPerson,
    Lived,
    SetParty,
    SetResidence,
    SetScored,
    SetTag,
)
from passbook_desk.features.households.life.writing import (
    add,
    check_after,
    check_came,
    check_day,
    end,
    household_row,
    last_day,
    living_household,
    living_person,
    new_membership,
    open_row,
    open_rows,
    person_row,
    tell,
    told_before,
)
from passbook_desk.features.households.model import (
    Membership,
    PartyStatus,
    Person,
    PersonTag,
    ScoredSpan,
)
from passbook_desk.features.households.secrets import (
    LookupKey,
    id_number_of,
    phone_of,
    set_id_number,
    set_phone,
)
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.search import initials, pinyin_key

Changes = dict[str, str]


def edit_household(tx: Tx, command: EditHousehold) -> Lived:
    """Put a household's facts right; the story keeps old and new. Raises UnknownHousehold, NothingChanged."""
    tx.require(Act.HOUSEHOLDS)
    before = told_before(tx, command.act, ActKind.HOUSEHOLD_EDITED)
    if before is not None:
        return Lived(before.household_id, None)
    check_day(tx, command.act.on)
    row = household_row(tx, command.household_id)
    changes: Changes = {}
    for column in ("house_number", "address", "remark"):
        value = getattr(command, column)
        if value is not None and value.strip() != getattr(row, column):
            changes |= _change(column, getattr(row, column), value.strip())
            setattr(row, column, value.strip())
    _tell_changes(tx, command.act, ActKind.HOUSEHOLD_EDITED, row.id, None, changes)
    return Lived(row.id, None)


def edit_person(tx: Tx, command: EditPerson, key: LookupKey) -> Lived:
    """Put a person's facts right; the story keeps old and new, numbers masked.

    A number that says another sex or birth is a finding. Raises UnknownPerson, HasNoHome, NameMissing,
    NothingChanged, and ActInFuture for a birth to come.
    """
    tx.require(Act.HOUSEHOLDS)
    before = told_before(tx, command.act, ActKind.PERSON_EDITED)
    if before is not None:
        return Lived(before.household_id, before.person_id)
    check_day(tx, command.act.on)
    person = person_row(tx, command.person_id)
    membership = home_now(tx, person)
    check_born(tx, command.born_on)
    changes: Changes = {}
    for made in (
        _plain_changes(person, command),
        _number_changes(person, command, key),
        _relation_change(tx, membership, command),
    ):
        for change in made:
            changes |= change
    _tell_changes(tx, command.act, ActKind.PERSON_EDITED, membership.household_id, person.id, changes)
    findings = id_contradictions(person.name, person.sex, person.born_on, person.id_number)
    return Lived(membership.household_id, person.id, findings)


def _plain_changes(person: Person, command: EditPerson) -> Iterator[Changes]:
    if command.name is not None and command.name.strip() != person.name:
        name = command.name.strip()
        if not name:
            raise NameMissing(field="name")
        yield _change("name", person.name, name)
        person.name, person.name_key, person.name_initials = name, pinyin_key(name), initials(name)
    if command.born_on is not None and command.born_on != person.born_on:
        yield _change("born_on", _day(person.born_on), _day(command.born_on))
        person.born_on = command.born_on
    for column in ("sex", "ethnic_group", "education", "remark"):
        value = getattr(command, column)
        if value is not None and value.strip() != getattr(person, column):
            yield _change(column, getattr(person, column), value.strip())
            setattr(person, column, value.strip())


def _number_changes(person: Person, command: EditPerson, key: LookupKey) -> Iterator[Changes]:
    number, phone = command.id_number, command.phone
    if number is not None and number.value != person.id_number:
        yield _change("id_number", str(id_number_of(person.id_number) or ""), str(number))
        set_id_number(person, number if number.value else None, key)
    if phone is not None and phone.value != person.phone:
        yield _change("phone", str(phone_of(person.phone) or ""), str(phone))
        set_phone(person, phone if phone.value else None, key)


def _relation_change(tx: Tx, membership: Membership, command: EditPerson) -> Iterator[Changes]:
    """The head stays 户主, and nobody becomes it this way."""
    code = command.relation_code
    if code is None or HEAD in (code, membership.relation_code):
        return
    word = command.relation_word or relation_word_of(code)
    if (code, word) == (membership.relation_code, membership.relation_word):
        return
    yield _change("relation", membership.relation_word, word)
    check_came(tx, membership.person_id, command.act.on)
    end(tx, membership, Membership.person_id, command.act.on)
    add(
        tx,
        new_membership(
            membership.household_id,
            membership.person_id,
            code,
            word,
            membership.position,
            command.act.on,
        ),
    )


def _change(field: str, old: str, new: str) -> Changes:
    return {f"{field}.old": old, f"{field}.new": new}


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def _tell_changes(
    tx: Tx, act: Doing, kind: ActKind, household_id: int, person_id: int | None, changes: Changes
) -> None:
    if not changes:
        raise NothingChanged
    fields = sorted({name.partition(".")[0] for name in changes})
    tell(tx, act, kind, household_id, person_id, detail={**changes, "fields": " ".join(fields)})


def set_residence(tx: Tx, command: SetResidence) -> Lived:
    """How somebody lives in the village from a day on.

    Raises UnknownPerson, PersonDied, HasNoHome, WrongResidence, NothingChanged.
    """
    tx.require(Act.HOUSEHOLDS)
    before = told_before(tx, command.act, ActKind.RESIDENCE_SET)
    if before is not None:
        return Lived(before.household_id, before.person_id)
    check_day(tx, command.act.on)
    check_residence(command.kind)
    person = living_person(tx, command.person_id)
    home = home_now(tx, person).household_id
    check_came(tx, person.id, command.act.on)
    old = set_residence_row(tx, person.id, command.kind, command.act.on)
    if old == command.kind:
        raise NothingChanged
    detail = {"old": old, "new": command.kind}
    tell(tx, command.act, ActKind.RESIDENCE_SET, home, person.id, detail=detail)
    return Lived(home, person.id)


def set_scored(tx: Tx, command: SetScored) -> Lived:
    """A household takes part in points from a day on, or no longer does; its account stays.

    Raises UnknownHousehold, HouseholdAbsent, NothingChanged.
    """
    tx.require(Act.HOUSEHOLDS)
    before = told_before(tx, command.act, ActKind.SCORED_SET)
    if before is not None:
        return Lived(before.household_id, None)
    act = command.act
    check_day(tx, act.on)
    household = living_household(tx, command.household_id, act.on)
    row = open_row(tx, ScoredSpan, ScoredSpan.household_id, household.id)
    if (row is not None) == command.scored:
        raise NothingChanged
    if row is not None:
        end(tx, row, ScoredSpan.household_id, act.on)
    else:
        check_after(last_day(tx, ScoredSpan, ScoredSpan.household_id, household.id), act.on)
        add(tx, ScoredSpan(uid=new_uid(), household_id=household.id, from_on=act.on, to_on=None))
    detail = {"scored": "1" if command.scored else ""}
    tell(tx, act, ActKind.SCORED_SET, household.id, detail=detail)
    return Lived(household.id, None)


def set_party(tx: Tx, command: SetParty) -> Lived:
    """Party membership from a day on, or its end; whoever calls opens the red account.

    Raises UnknownPerson, PersonDied, HasNoHome, NothingChanged.
    """
    before = told_before(tx, command.act, ActKind.PARTY_SET)
    if before is not None:
        return Lived(before.household_id, before.person_id)
    act = command.act
    check_day(tx, act.on)
    person = living_person(tx, command.person_id)
    home = home_now(tx, person).household_id
    old = open_row(tx, PartyStatus, PartyStatus.person_id, person.id)
    was = None if old is None else (old.kind, old.standing)
    becomes = None if command.kind is None else (command.kind.value, command.standing.value)
    if was == becomes:
        raise NothingChanged
    if old is not None:
        end(tx, old, PartyStatus.person_id, act.on)
    else:
        check_after(last_day(tx, PartyStatus, PartyStatus.person_id, person.id), act.on)
    if becomes is not None:
        add(
            tx,
            PartyStatus(
                uid=new_uid(),
                person_id=person.id,
                kind=becomes[0],
                standing=becomes[1],
                from_on=act.on,
                to_on=None,
            ),
        )
    detail = {
        "way": command.way.value,
        "old": "" if was is None else was[0],
        "new": "" if becomes is None else becomes[0],
        "standing": command.standing.value if becomes is not None else "",
    }
    tell(tx, act, ActKind.PARTY_SET, home, person.id, detail=detail)
    return Lived(home, person.id)


def set_tag(tx: Tx, command: SetTag) -> Lived:
    """A person carries a tag from a day on, or no longer does; tags are shown on demand only.

    Raises UnknownPerson, PersonDied, HasNoHome, NothingChanged.
    """
    tx.require(Act.HOUSEHOLDS)
    before = told_before(tx, command.act, ActKind.TAG_SET)
    if before is not None:
        return Lived(before.household_id, before.person_id)
    act, word = command.act, command.tag.strip()
    check_day(tx, act.on)
    person = living_person(tx, command.person_id)
    home = home_now(tx, person).household_id
    held = [row for row in open_rows(tx, PersonTag, PersonTag.person_id, person.id) if row.tag == word]
    if not word or bool(held) == command.on:
        raise NothingChanged
    for row in held:
        end(tx, row, PersonTag.person_id, act.on)
    if command.on:
        add(tx, PersonTag(uid=new_uid(), person_id=person.id, tag=word, from_on=act.on, to_on=None))
    detail = {"tag": word, "on": "1" if command.on else ""}
    tell(tx, act, ActKind.TAG_SET, home, person.id, detail=detail)
    return Lived(home, person.id)
