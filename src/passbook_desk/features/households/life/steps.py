"""Steps that several acts share: a person leaves, comes, becomes the head."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from sqlalchemy import func, select

from passbook_desk.db.store import Scope, Tx
from passbook_desk.features.households.life.errors import (
    ActInFuture,
    AlreadyHead,
    BeforeLastChange,
    HasHome,
    HasNoHome,
    HeadNeeded,
    NameMissing,
    NotAMember,
)
from passbook_desk.features.households.life.relation_change import (
    HEAD,
    UNTOLD,
    Kin,
    Past,
    relation_word_of,
    relations_after,
)
from passbook_desk.features.households.life.rules import id_contradictions
from passbook_desk.features.households.life.values import ActKind, LifeFinding, NewPerson
from passbook_desk.features.households.life.writing import (
    ONE_DAY,
    Subject,
    add,
    check_after,
    check_came,
    end,
    last_day,
    new_membership,
    open_row,
    open_rows,
)
from passbook_desk.features.households.model import (
    Headship,
    Household,
    HouseholdAct,
    LinkSpan,
    Membership,
    PartyStatus,
    Person,
    PersonTag,
    ResidenceSpan,
    RoleSpan,
)
from passbook_desk.features.households.secrets import LookupKey, new_salt, set_id_number, set_phone
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.search import initials, pinyin_key

Findings = tuple[LifeFinding, ...]


def members_now(tx: Scope, household_id: int) -> list[Membership]:
    """Memberships of a household that have not ended, in its order."""
    rows = open_rows(tx, Membership, Membership.household_id, household_id)
    return sorted(rows, key=lambda row: (row.position, row.id))


def head_now(tx: Scope, household_id: int) -> Headship | None:
    """Who heads a household; None while nobody lives in it."""
    return open_row(tx, Headship, Headship.household_id, household_id)


def home_now(tx: Tx, person: Person) -> Membership:
    """The household a person belongs to; raises HasNoHome."""
    row = open_row(tx, Membership, Membership.person_id, person.id)
    if row is None:
        raise HasNoHome(name=person.name)
    return row


def new_person(tx: Tx, said: NewPerson, key: LookupKey) -> tuple[Person, Findings]:
    """Write somebody the file does not know; raises NameMissing, and ActInFuture for a birth to come."""
    name = said.name.strip()
    if not name:
        raise NameMissing(field="name")
    check_born(tx, said.born_on)
    row = Person(
        village_id=tx.village_id,
        uid=new_uid(),
        name=name,
        name_key=pinyin_key(name),
        name_initials=initials(name),
        sex=said.sex,
        born_on=said.born_on,
        ethnic_group=said.ethnic_group,
        education=said.education,
        remark=said.remark,
        salt=new_salt(),
        died_on=None,
    )
    set_id_number(row, said.id_number, key)
    set_phone(row, said.phone, key)
    tx.session.add(row)
    tx.session.flush()  # dated rows refer to the person by id
    return row, id_contradictions(name, row.sex, row.born_on, row.id_number)


def put_in(tx: Tx, household: Household, person: Person, code: str, word: str, on: date) -> Findings:
    """A person who has no home comes into a household; into an empty one as its head.

    Raises HasHome, BeforeLastChange.
    """
    held = open_row(tx, Membership, Membership.person_id, person.id)
    if held is not None:
        home = tx.session.get_one(Household, held.household_id)
        raise HasHome(name=person.name, code=home.code)
    check_after(last_day(tx, Membership, Membership.person_id, person.id), on)
    check_after(last_day(tx, Headship, Headship.household_id, household.id), on)
    others = members_now(tx, household.id)
    if not others:
        add(
            tx,
            Headship(uid=new_uid(), household_id=household.id, person_id=person.id, from_on=on, to_on=None),
        )
        add(tx, new_membership(household.id, person.id, HEAD, relation_word_of(HEAD), 1, on))
        return ()
    code = "" if code == HEAD else code
    position = max(row.position for row in others) + 1
    add(
        tx,
        new_membership(household.id, person.id, code, word or relation_word_of(code), position, on),
    )
    return () if code else (LifeFinding("life_relation_unsure", {"name": person.name}),)


def take_out(
    tx: Tx,
    person: Person,
    on: date,
    new_head_id: int | None,
    answers: Mapping[int, str] | None = None,
) -> tuple[int, Findings]:
    """A person leaves the household he belongs to; the head only when another takes over or nobody is left.

    Returns the household's id. Raises HasNoHome, HeadNeeded, NotAMember, BeforeLastChange.
    """
    membership = home_now(tx, person)
    household_id = membership.household_id
    check_came(tx, person.id, on)
    end(tx, membership, Membership.person_id, on)
    headship = head_now(tx, household_id)
    tx.session.flush()  # those who stay are asked for below
    others = members_now(tx, household_id)
    if headship is None or headship.person_id != person.id:
        return household_id, ()
    if others:
        if new_head_id is None:
            raise HeadNeeded(field="new_head", name=person.name)
        return household_id, make_head(tx, household_id, new_head_id, on, answers, membership)
    end(tx, headship, Headship.household_id, on)
    code = tx.session.get_one(Household, household_id).code
    return household_id, (LifeFinding("life_household_empty", {"code": code}),)


def make_head(
    tx: Tx,
    household_id: int,
    person_id: int,
    on: date,
    answers: Mapping[int, str] | None = None,
    gone: Membership | None = None,
) -> Findings:
    """A member becomes the head from a day on; what all are to the head follows (domain §13 rule 20).

    `gone` is the membership of the old head when he left on this day. Raises NotAMember, AlreadyHead,
    BeforeLastChange.
    """
    rows = members_now(tx, household_id)
    headship = head_now(tx, household_id)
    if person_id not in {row.person_id for row in rows}:
        raise NotAMember(name=_name(tx, person_id))
    if headship is None or headship.person_id == person_id:
        raise AlreadyHead(name=_name(tx, person_id))
    check_after(last_day(tx, Membership, Membership.household_id, household_id), on)
    end(tx, headship, Headship.household_id, on)
    add(tx, Headship(uid=new_uid(), household_id=household_id, person_id=person_id, from_on=on, to_on=None))
    people = _people(tx, {row.person_id for row in rows} | {headship.person_id})
    old = gone or next(row for row in rows if row.person_id == headship.person_id)
    kin = {one.key: one for one in kin_of(tx, [*rows, *([gone] if gone else [])])}
    past = past_of(tx, headship, {row.person_id for row in rows} | {old.person_id})
    members = [kin[row.person_id] for row in rows]
    after = relations_after(members, kin[old.person_id], person_id, answers, past)
    findings: list[LifeFinding] = []
    for row in rows:
        relation = after[row.person_id]
        word = relation.word or ("" if row.relation_code == HEAD else row.relation_word)
        check_came(tx, row.person_id, on)
        end(tx, row, Membership.person_id, on)
        add(
            tx,
            new_membership(household_id, row.person_id, relation.code, word, row.position, on),
        )
        if not relation.sure:
            name = people[row.person_id].name
            findings.append(LifeFinding("life_relation_unsure", {"name": name}))
    return tuple(findings)


def kin_of(tx: Scope, rows: Iterable[Membership]) -> list[Kin]:
    """What memberships say to the rules of a new head."""
    codes = {row.person_id: row.relation_code for row in rows}
    people = _people(tx, set(codes))
    wed = _wed_on(tx, codes)
    return [Kin(key, code, people[key].sex, people[key].born_on, wed.get(key)) for key, code in codes.items()]


@dataclass(frozen=True, slots=True)
class Kinship:
    """What the members of a household are to each other, as far as the file tells."""

    kin: Mapping[int, Kin]
    past: Past


def kinship_of(scope: Scope, household_id: int) -> Kinship:
    """The members of a household by person and who was there before; the same as a change of head reads."""
    rows = members_now(scope, household_id)
    headship = head_now(scope, household_id)
    kin = {one.key: one for one in kin_of(scope, rows)}
    return Kinship(kin, Past() if headship is None else past_of(scope, headship, set(kin)))


def _wed_on(tx: Scope, ids: Iterable[int]) -> dict[int, date]:
    """The last day on which each of these married in, of those of whom an act tells it."""
    found = tx.session.execute(
        select(HouseholdAct.person_id, func.max(HouseholdAct.occurred_on))
        .where(HouseholdAct.kind == ActKind.MARRIED_IN.value, HouseholdAct.person_id.in_(sorted(ids)))
        .group_by(HouseholdAct.person_id)
    )
    return {person_id: day for person_id, day in found if person_id is not None}


def past_of(tx: Scope, headship: Headship, present: Collection[int]) -> Past:
    """Who was a member of a household and is not among those `present`; whether others came from elsewhere.

    The code of who left before the present head is to another head, so it is not told.
    """
    home = headship.household_id
    last: dict[int, Membership] = {}
    rows = tx.session.scalars(
        select(Membership)
        .where(Membership.household_id == home, Membership.person_id.not_in(sorted(present)))
        .order_by(Membership.from_on, Membership.id)
    )
    for row in rows:
        last[row.person_id] = row
    told = {
        row.person_id
        for row in last.values()
        if row.to_on is None or max(headship.from_on, row.from_on) <= row.to_on
    }
    others = [
        kin if kin.key in told and kin.code != HEAD else replace(kin, code=UNTOLD)
        for kin in kin_of(tx, last.values())
    ]
    came = tx.session.scalar(
        select(HouseholdAct.id)
        .where(
            (HouseholdAct.household_id == home) & HouseholdAct.kind.in_(_CAME)
            | (HouseholdAct.other_id == home) & HouseholdAct.kind.in_(_FOUNDED)
        )
        .limit(1)
    )
    return Past(tuple(others), settled=came is None)


_CAME: Final = (ActKind.PERSON_MOVED.value, ActKind.PERSON_RETURNED.value)
_FOUNDED: Final = (ActKind.SPLIT.value, ActKind.MERGED.value)
"""Acts that bring people with a past in another household."""


def _people(tx: Scope, ids: set[int]) -> dict[int, Person]:
    return {row.id: row for row in tx.session.scalars(select(Person).where(Person.id.in_(sorted(ids))))}


def _name(tx: Tx, person_id: int) -> str:
    person = tx.session.get(Person, person_id)
    return "" if person is None else person.name


def end_personal_rows(tx: Tx, person: Person, on: date, party: bool) -> None:
    """What holds only while somebody is here ends: residence, tags, links, roles; party status if asked.

    Of these, rows that began later than `on` end on the day they began.
    """
    kinds: list[tuple[type[Any], Subject]] = [
        (ResidenceSpan, ResidenceSpan.person_id),
        (PersonTag, PersonTag.person_id),
        (LinkSpan, LinkSpan.person_id),
        (RoleSpan, RoleSpan.person_id),
    ]
    if party:
        kinds.append((PartyStatus, PartyStatus.person_id))
    for kind, subject in kinds:
        for row in open_rows(tx, kind, subject, person.id):
            row.to_on = max(on, row.from_on) - ONE_DAY


def set_residence_row(tx: Tx, person_id: int, kind: str, on: date) -> str:
    """How somebody lives in the village from a day on; returns what it was. Raises BeforeLastChange."""
    old = open_row(tx, ResidenceSpan, ResidenceSpan.person_id, person_id)
    if old is not None:
        end(tx, old, ResidenceSpan.person_id, on)
    else:
        check_after(last_day(tx, ResidenceSpan, ResidenceSpan.person_id, person_id), on)
    if kind:
        add(tx, ResidenceSpan(uid=new_uid(), person_id=person_id, kind=kind, from_on=on, to_on=None))
    return "" if old is None else old.kind


def check_born(tx: Tx, born_on: date | None) -> None:
    """Nobody is born on a day to come; raises ActInFuture."""
    if born_on is not None and born_on > tx.today:
        raise ActInFuture(field="born_on", day=born_on, today=tx.today)


def check_not_before_birth(person: Person, on: date) -> None:
    """Nobody acts before he was born; raises BeforeLastChange."""
    if person.born_on is not None and on < person.born_on:
        raise BeforeLastChange(field="on", day=person.born_on)
