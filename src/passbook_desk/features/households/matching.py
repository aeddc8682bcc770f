"""Whom of the roster the file knows: household by code; person by ID, else by name, birth and house."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from sqlalchemy import select

from passbook_desk.db.store import Scope
from passbook_desk.features.households.model import (
    Headship,
    Household,
    Membership,
    PartyStatus,
    Person,
    PersonTag,
    Place,
    ResidenceSpan,
)
from passbook_desk.features.households.roster_values import Roster, RosterHousehold, RosterPerson
from passbook_desk.features.households.rules import GRID
from passbook_desk.features.households.secrets import LookupKey, lookup_of
from passbook_desk.features.households.spans import latest_first, not_ended

PersonSpan = TypeVar("PersonSpan", Membership, PartyStatus, ResidenceSpan)


@dataclass(slots=True)
class Known:
    """The people and places of the file as they are today, read in one go."""

    grids: dict[str, Place] = field(default_factory=dict)
    households: dict[str, Household] = field(default_factory=dict)
    houses: dict[int, Household] = field(default_factory=dict)
    people: dict[int, Person] = field(default_factory=dict)
    by_lookup: dict[str, Person] = field(default_factory=dict)
    by_name: dict[str, list[Person]] = field(default_factory=lambda: defaultdict(list))
    homes: dict[int, Membership] = field(default_factory=dict)
    heads: dict[int, Headship] = field(default_factory=dict)
    party: dict[int, PartyStatus] = field(default_factory=dict)
    residence: dict[int, ResidenceSpan] = field(default_factory=dict)
    tags: dict[int, list[PersonTag]] = field(default_factory=lambda: defaultdict(list))


def known_people(scope: Scope) -> Known:
    """Everything that a roster is compared with; ten statements whatever the size of the village."""
    session, here = scope.session, scope.village_id
    known = Known()
    for place in session.scalars(select(Place).where(Place.village_id == here, Place.kind == GRID)):
        known.grids[place.code] = place
    for household in session.scalars(select(Household).where(Household.village_id == here)):
        known.households[household.code] = household
        known.houses[household.id] = household
    for person in session.scalars(select(Person).where(Person.village_id == here).order_by(Person.id)):
        known.people[person.id] = person
        known.by_name[person.name].append(person)
        if person.id_number_lookup:
            known.by_lookup.setdefault(person.id_number_lookup, person)
    heads = select(Headship).join(Household, Household.id == Headship.household_id)
    for head in session.scalars(
        heads.where(Household.village_id == here, not_ended(scope, Headship)).order_by(
            *latest_first(Headship)
        )
    ):
        known.heads[head.household_id] = head
    known.homes = {row.person_id: row for row in _of_people(scope, Membership)}
    known.party = {row.person_id: row for row in _of_people(scope, PartyStatus)}
    known.residence = {row.person_id: row for row in _of_people(scope, ResidenceSpan)}
    tags = select(PersonTag).join(Person, Person.id == PersonTag.person_id)
    for tag in session.scalars(tags.where(Person.village_id == here, not_ended(scope, PersonTag))):
        known.tags[tag.person_id].append(tag)
    return known


def _of_people(scope: Scope, kind: type[PersonSpan]) -> Iterable[PersonSpan]:
    return scope.session.scalars(
        select(kind)
        .join(Person, Person.id == kind.person_id)
        .where(Person.village_id == scope.village_id, not_ended(scope, kind))
        .order_by(*latest_first(kind))
    )


@dataclass(frozen=True, slots=True)
class MatchedPerson:
    """A person of the roster and the row that is the same person; None for somebody new."""

    person: RosterPerson
    row: Person | None


@dataclass(frozen=True, slots=True)
class MatchedHousehold:
    """A household of the roster, the row of the same code, and its people."""

    household: RosterHousehold
    row: Household | None
    people: tuple[MatchedPerson, ...]


def match_roster(known: Known, roster: Roster, key: LookupKey) -> tuple[MatchedHousehold, ...]:
    """Find every household and person of the roster in the file; one row is never two people.

    IDs are looked up for the whole roster first, so that nobody takes by name what is another's by number.
    """
    taken: set[int] = set()
    by_number: dict[int, Person] = {}
    for household in roster.households:
        for person in household.people:
            row = known.by_lookup.get(lookup_of(person.id_number, key)) if person.id_number else None
            if row is not None and row.id not in taken:
                taken.add(row.id)
                by_number[id(person)] = row
    found = []
    for household in roster.households:
        home = known.households.get(household.code)
        people = []
        for person in household.people:
            row = by_number.get(id(person))
            if row is None:
                row = _by_name(known, home, household, person, taken)
                if row is not None:
                    taken.add(row.id)
            people.append(MatchedPerson(person, row))
        found.append(MatchedHousehold(household, home, tuple(people)))
    return tuple(found)


def _by_name(
    known: Known, home: Household | None, household: RosterHousehold, person: RosterPerson, taken: set[int]
) -> Person | None:
    """The same name in the same household (or, where that code is new, the same house number) and birth.

    A day of birth that one side lacks does not part them; two that differ do, and so do two different IDs
    unless the births are equal. Of namesakes in one household the nearest by birth, then by place in the list
    is taken, so that a roster read twice changes nothing; namesakes elsewhere are nobody.
    """
    candidates = []
    for row in known.by_name.get(person.name, ()):
        membership = known.homes.get(row.id)
        if row.id in taken or membership is None:
            continue
        same_home = home is not None and membership.household_id == home.id
        if not same_home and not _same_house(known, membership, household, person, row):
            continue
        births_differ = (
            person.born_on is not None and row.born_on is not None and person.born_on != row.born_on
        )
        ids_differ = person.id_number is not None and row.id_number != ""
        if births_differ or (ids_differ and (person.born_on is None or row.born_on is None)):
            continue
        candidates.append((not same_home, row.born_on != person.born_on, membership.position, row))
    candidates.sort(key=lambda candidate: candidate[:3])
    if not candidates or (candidates[0][0] and len(candidates) > 1):
        return None
    return candidates[0][3]


def _same_house(
    known: Known, membership: Membership, household: RosterHousehold, person: RosterPerson, row: Person
) -> bool:
    """Another household code, yet the same grid, house number and day of birth, and not two ID numbers."""
    grid = known.grids.get(household.grid_code)
    home = known.houses[membership.household_id]
    if person.born_on is None or person.born_on != row.born_on or (person.id_number and row.id_number):
        return False
    same_number = household.house_number != "" and home.house_number == household.house_number
    return same_number and grid is not None and home.place_id == grid.id
