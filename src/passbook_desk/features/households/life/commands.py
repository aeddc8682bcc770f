"""Acts of a household's life: founding, coming, leaving, heads; each writes its line of the story.

An act of a day holds from that day on: who dies, leaves or moves on the 3rd is a member up to the 2nd.
Repeating an act with the same uid changes nothing. Each raises ActInFuture, BeforeLastChange, OtherAct beside
what it names.
"""

from datetime import date

from sqlalchemy import select

from passbook_desk.db.store import Tx
from passbook_desk.features.households.errors import UnknownGrid
from passbook_desk.features.households.life.errors import (
    AlreadyAMember,
    HouseholdCodeTaken,
    HouseholdPresent,
    WrongHouseholdCode,
    WrongResidence,
)
from passbook_desk.features.households.life.relation_change import HEAD
from passbook_desk.features.households.life.rules import next_household_code, number_of
from passbook_desk.features.households.life.steps import (
    check_not_before_birth,
    end_personal_rows,
    head_now,
    home_now,
    make_head,
    members_now,
    new_person,
    put_in,
    set_residence_row,
    take_out,
)
from passbook_desk.features.households.life.values import (
    RESIDENCES,
    TENANT,
    ActKind,
    AddHousehold,
    ChangeHead,
    HouseholdAction,
    LifeFinding,
    Lived,
    MovePerson,
    PersonArrives,
    PersonLeaves,
)
from passbook_desk.features.households.life.writing import (
    ONE_DAY,
    add,
    check_came,
    check_day,
    end,
    household_row,
    last_day,
    living_household,
    living_person,
    open_row,
    tell,
    told_before,
)
from passbook_desk.features.households.model import (
    AbsenceSpan,
    Household,
    Membership,
    Person,
    Place,
    ScoredSpan,
)
from passbook_desk.features.households.rules import GRID, is_household_code
from passbook_desk.features.households.secrets import LookupKey
from passbook_desk.features.village.commands import next_number
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.ids import new_uid


def add_household(tx: Tx, command: AddHousehold, key: LookupKey) -> Lived:
    """Found a household with its head. Whoever calls opens its account.

    Raises UnknownGrid, WrongHouseholdCode, HouseholdCodeTaken, NameMissing, WrongResidence.
    """
    before = told_before(tx, command.act, ActKind.HOUSEHOLD_ADDED)
    if before is not None:
        return Lived(before.household_id, before.person_id)
    check_day(tx, command.act.on)
    check_residence(command.residence)
    row = found_household(
        tx, command.grid_id, command.code, command.house_number, command.address, command.remark
    )
    person, findings = new_person(tx, command.head, key)
    check_not_before_birth(person, command.act.on)
    put_in(tx, row, person, HEAD, "", command.act.on)
    if command.residence:
        set_residence_row(tx, person.id, command.residence, command.act.on)
    if command.scored:
        add(tx, ScoredSpan(uid=new_uid(), household_id=row.id, from_on=command.act.on, to_on=None))
    tell(
        tx,
        command.act,
        ActKind.HOUSEHOLD_ADDED,
        row.id,
        person.id,
        detail={"scored": "1" if command.scored else ""},
    )
    return Lived(row.id, person.id, findings)


def found_household(
    tx: Tx, grid_id: int, code: str | None, house_number: str, address: str, remark: str = ""
) -> Household:
    """The row of a new household under a code that was never used.

    Raises UnknownGrid, WrongHouseholdCode, HouseholdCodeTaken.
    """
    place = tx.session.get(Place, grid_id)
    if place is None or place.village_id != tx.village_id or place.kind != GRID:
        raise UnknownGrid(text=str(grid_id))
    row = Household(
        village_id=tx.village_id,
        uid=new_uid(),
        place_id=place.id,
        code=_fresh_code(tx, place.code) if code is None else _given_code(tx, place.code, code.strip()),
        house_number=house_number.strip(),
        address=address.strip(),
        remark=remark.strip(),
    )
    tx.session.add(row)
    tx.session.flush()  # dated rows refer to the household by id
    return row


def _used_numbers(tx: Tx, grid_code: str) -> set[int]:
    codes = tx.session.scalars(
        select(Household.code).where(
            Household.village_id == tx.village_id, Household.code.startswith(grid_code, autoescape=True)
        )
    )
    return {number_of(code, grid_code) for code in codes if is_household_code(code)}


def _fresh_code(tx: Tx, grid_code: str) -> str:
    series, highest = f"household:{grid_code}", max(_used_numbers(tx, grid_code), default=0)
    number = next_number(tx, series)
    if number <= highest:
        number = next_number(tx, series, highest - number + 1) + highest - number
    return next_household_code(grid_code, number)


def _given_code(tx: Tx, grid_code: str, code: str) -> str:
    if not is_household_code(code) or not code.startswith(grid_code):
        raise WrongHouseholdCode(field="code", text=code, grid=grid_code)
    number, used = number_of(code, grid_code), _used_numbers(tx, grid_code)
    if number in used:
        raise HouseholdCodeTaken(field="code", text=code)
    if number > max(used, default=0):
        series = f"household:{grid_code}"
        free_from = next_number(tx, series)
        if number < free_from:
            raise HouseholdCodeTaken(field="code", text=code)
        if number > free_from:
            next_number(tx, series, number - free_from)
    return code


def check_residence(kind: str) -> None:
    """Raises WrongResidence for a word that is no kind of residence; none at all is fine."""
    if kind and kind not in RESIDENCES:
        raise WrongResidence(field="residence", text=kind)


def add_person(tx: Tx, command: PersonArrives, key: LookupKey) -> Lived:
    """Somebody who lives here is written into a household (新增成员). See _arrive."""
    tx.require(Act.HOUSEHOLDS)
    return _arrive(tx, command, ActKind.PERSON_ADDED, key)


def record_birth(tx: Tx, command: PersonArrives, key: LookupKey) -> Lived:
    """A child is born into a household. See _arrive."""
    tx.require(Act.HOUSEHOLDS)
    return _arrive(tx, command, ActKind.BIRTH, key)


def marry_in(tx: Tx, command: PersonArrives, key: LookupKey) -> Lived:
    """Somebody marries into a household, from outside or from another household. See _arrive."""
    tx.require(Act.HOUSEHOLDS)
    return _arrive(tx, command, ActKind.MARRIED_IN, key)


def tenant_in(tx: Tx, command: PersonArrives, key: LookupKey) -> Lived:
    """A tenant moves in and is no resident of the register (租住). See _arrive."""
    tx.require(Act.HOUSEHOLDS)
    return _arrive(tx, command, ActKind.TENANT_IN, key)


def return_person(tx: Tx, command: PersonArrives, key: LookupKey) -> Lived:
    """Somebody who had left comes back. See _arrive."""
    tx.require(Act.HOUSEHOLDS)
    return _arrive(tx, command, ActKind.PERSON_RETURNED, key)


def _arrive(tx: Tx, command: PersonArrives, kind: ActKind, key: LookupKey) -> Lived:
    """Raises UnknownHousehold, HouseholdAbsent, UnknownPerson, PersonDied, HasHome, NameMissing,
    WrongResidence, AlreadyAMember, HeadNeeded.
    """
    act = command.act
    before = told_before(tx, act, kind)
    if before is not None:
        return Lived(before.household_id, before.person_id)
    check_day(tx, act.on)
    residence = TENANT if kind is ActKind.TENANT_IN else command.residence
    check_residence(residence)
    household = living_household(tx, command.household_id, act.on)
    person, findings, left = _comer(tx, command, kind, key)
    check_not_before_birth(person, act.on)
    findings += put_in(tx, household, person, command.relation_code, command.relation_word, act.on)
    if residence:
        set_residence_row(tx, person.id, residence, act.on)
    tell(tx, act, kind, household.id, person.id, left)
    return Lived(household.id, person.id, findings)


def _comer(
    tx: Tx, command: PersonArrives, kind: ActKind, key: LookupKey
) -> tuple[Person, tuple[LifeFinding, ...], int | None]:
    """Who comes, and the household left behind when somebody known marries within the village."""
    if command.person is not None:
        person, findings = new_person(tx, command.person, key)
        return person, findings, None
    person = living_person(tx, command.person_id or 0)
    check_came(tx, person.id, command.act.on)
    if kind is not ActKind.MARRIED_IN or not _has_home(tx, person):
        return person, (), None
    if home_now(tx, person).household_id == command.household_id:
        raise AlreadyAMember(name=person.name)
    left, findings = take_out(tx, person, command.act.on, command.new_head_id)
    return person, findings, left


def _has_home(tx: Tx, person: Person) -> bool:
    return open_row(tx, Membership, Membership.person_id, person.id) is not None


def record_death(tx: Tx, command: PersonLeaves) -> Lived:
    """Somebody has died: membership, party status, roles and links end. See _leave."""
    return _leave(tx, command, ActKind.DEATH)


def marry_out(tx: Tx, command: PersonLeaves) -> Lived:
    """Somebody marries out of the village. See _leave."""
    tx.require(Act.HOUSEHOLDS)
    return _leave(tx, command, ActKind.MARRIED_OUT)


def move_out(tx: Tx, command: PersonLeaves) -> Lived:
    """Somebody moves out of the village (迁出). See _leave."""
    tx.require(Act.HOUSEHOLDS)
    return _leave(tx, command, ActKind.PERSON_LEFT)


def tenant_out(tx: Tx, command: PersonLeaves) -> Lived:
    """A tenant moves out. See _leave."""
    tx.require(Act.HOUSEHOLDS)
    return _leave(tx, command, ActKind.TENANT_OUT)


def deregister_person(tx: Tx, command: PersonLeaves) -> Lived:
    """Somebody is struck off the register for a reason other than death. See _leave."""
    return _leave(tx, command, ActKind.PERSON_DEREGISTERED)


def _leave(tx: Tx, command: PersonLeaves, kind: ActKind) -> Lived:
    """A head needs a successor unless nobody stays behind. The party status ends by death and
    de-registration alone. Raises UnknownPerson, PersonDied, HasNoHome, HeadNeeded, NotAMember.
    """
    act = command.act
    before = told_before(tx, act, kind)
    if before is not None:
        return Lived(before.household_id, before.person_id)
    check_day(tx, act.on)
    person = living_person(tx, command.person_id)
    check_not_before_birth(person, act.on)
    household_id, findings = take_out(tx, person, act.on, command.new_head_id, command.relations)
    gone_for_good = kind in (ActKind.DEATH, ActKind.PERSON_DEREGISTERED)
    end_personal_rows(tx, person, act.on, party=gone_for_good)
    if kind is ActKind.DEATH:
        person.died_on = act.on
    tell(tx, act, kind, household_id, person.id)
    return Lived(household_id, person.id, findings)


def move_person(tx: Tx, command: MovePerson) -> Lived:
    """Somebody goes to another household of the village; the story of both tells it.

    Raises UnknownPerson, PersonDied, HasNoHome, AlreadyAMember, HouseholdAbsent, HeadNeeded.
    """
    tx.require(Act.HOUSEHOLDS)
    act = command.act
    before = told_before(tx, act, ActKind.PERSON_MOVED)
    if before is not None:
        return Lived(before.household_id, before.person_id)
    check_day(tx, act.on)
    person = living_person(tx, command.person_id)
    target = living_household(tx, command.to_household_id, act.on)
    if home_now(tx, person).household_id == target.id:
        raise AlreadyAMember(name=person.name)
    left, findings = take_out(tx, person, act.on, command.new_head_id)
    findings += put_in(tx, target, person, command.relation_code, command.relation_word, act.on)
    tell(tx, act, ActKind.PERSON_MOVED, target.id, person.id, left)
    return Lived(target.id, person.id, findings)


def change_head(tx: Tx, command: ChangeHead) -> Lived:
    """A member becomes the head; the relations of all members follow.

    Raises UnknownHousehold, HouseholdAbsent, NotAMember, AlreadyHead.
    """
    act = command.act
    before = told_before(tx, act, ActKind.HEAD_CHANGED)
    if before is not None:
        return Lived(before.household_id, before.person_id)
    check_day(tx, act.on)
    household = living_household(tx, command.household_id, act.on)
    headship = head_now(tx, household.id)
    old = "" if headship is None else tx.session.get_one(Person, headship.person_id).name
    findings = make_head(tx, household.id, command.person_id, act.on, command.relations)
    new = tx.session.get_one(Person, command.person_id).name
    tell(
        tx,
        act,
        ActKind.HEAD_CHANGED,
        household.id,
        command.person_id,
        detail={"old": old, "new": new},
    )
    return Lived(household.id, command.person_id, findings)


def household_moves_out(tx: Tx, command: HouseholdAction) -> Lived:
    """The whole household leaves the village: its people stay its members, it takes no part in points.

    Raises UnknownHousehold, HouseholdAbsent.
    """
    tx.require(Act.HOUSEHOLDS)
    act = command.act
    before = told_before(tx, act, ActKind.HOUSEHOLD_LEFT)
    if before is not None:
        return Lived(before.household_id, None)
    check_day(tx, act.on)
    household = living_household(tx, command.household_id, act.on)
    for row in members_now(tx, household.id):
        check_came(tx, row.person_id, act.on)
    scored = leave_village(tx, household.id, "moved_out", act.on)
    tell(tx, act, ActKind.HOUSEHOLD_LEFT, household.id, detail={"scored": "1" if scored else ""})
    return Lived(household.id, None)


def leave_village(tx: Tx, household_id: int, kind: str, on: date) -> bool:
    """A household is absent from a day on and not scored; returns whether it was scored until then."""
    scored = open_row(tx, ScoredSpan, ScoredSpan.household_id, household_id)
    if scored is not None:
        end(tx, scored, ScoredSpan.household_id, on)
    add(
        tx,
        AbsenceSpan(uid=new_uid(), household_id=household_id, kind=kind, from_on=on, to_on=None),
    )
    return scored is not None


def household_returns(tx: Tx, command: HouseholdAction) -> Lived:
    """A household that had moved out is back; it is scored again if it was.

    Raises UnknownHousehold, HouseholdPresent.
    """
    tx.require(Act.HOUSEHOLDS)
    act = command.act
    before = told_before(tx, act, ActKind.HOUSEHOLD_RETURNED)
    if before is not None:
        return Lived(before.household_id, None)
    check_day(tx, act.on)
    household = household_row(tx, command.household_id)
    away = open_row(tx, AbsenceSpan, AbsenceSpan.household_id, household.id)
    if away is None or away.kind != "moved_out":
        raise HouseholdPresent(code=household.code)
    end(tx, away, AbsenceSpan.household_id, act.on)
    scored_before = last_day(tx, ScoredSpan, ScoredSpan.household_id, household.id)
    if scored_before is not None and scored_before == away.from_on - ONE_DAY:
        add(tx, ScoredSpan(uid=new_uid(), household_id=household.id, from_on=act.on, to_on=None))
    tell(tx, act, ActKind.HOUSEHOLD_RETURNED, household.id)
    return Lived(household.id, None)
