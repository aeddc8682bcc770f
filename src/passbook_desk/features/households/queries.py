from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from passbook_desk.db.store import Scope
from passbook_desk.features.households.errors import UnknownGrid, UnknownHousehold
from passbook_desk.features.households.model import (
    AbsenceSpan,
    Headship,
    Household,
    Membership,
    PartyStatus,
    Person,
    PersonTag,
    Place,
    ResidenceSpan,
    ScoredSpan,
)
from passbook_desk.features.households.names import name_ways
from passbook_desk.features.households.rules import GRID, full_grid_code, grid_code_of, household_codes_of
from passbook_desk.features.households.secrets import id_number_of, phone_of
from passbook_desk.features.households.spans import latest_first, not_ended
from passbook_desk.features.households.values import (
    GridRow,
    HouseholdCard,
    HouseholdRow,
    PartyKind,
    PartyMemberRow,
    PersonRow,
)
from passbook_desk.features.village.queries import village
from passbook_desk.kernel.search import fold

_MOST_BOUND = 500
"""Values in one IN: old SQLite libraries take 999 at most."""


def grids(scope: Scope) -> tuple[GridRow, ...]:
    """The village's grids in the order of their codes, with what they hold today; absent households do not
    count, nor do their people.
    """
    area = village(scope).code
    absent = absences(scope)
    place_of = {
        household_id: place_id
        for household_id, place_id in scope.session.execute(
            select(Household.id, Household.place_id).where(Household.village_id == scope.village_id)
        )
    }
    homes = homes_by_person(scope)
    homes = {person_id: home for person_id, home in homes.items() if home not in absent}
    houses = Counter(place_id for household_id, place_id in place_of.items() if household_id not in absent)
    people = Counter(place_of[household_id] for household_id in homes.values())
    party = Counter(place_of[homes[person_id]] for person_id in party_by_person(scope) if person_id in homes)
    places = scope.session.scalars(
        select(Place).where(Place.village_id == scope.village_id, Place.kind == GRID).order_by(Place.code)
    )
    return tuple(
        GridRow(
            id=place.id,
            uid=place.uid,
            code=place.code,
            full_code=full_grid_code(place.code, area),
            name=place.name,
            households=houses[place.id],
            residents=people[place.id],
            party_members=party[place.id],
        )
        for place in places
    )


def grid_by_code(scope: Scope, code: str) -> GridRow:
    """The grid "3", "03" or 140108203211003; raises UnknownGrid."""
    wanted = grid_code_of(code, village(scope).code)
    for grid in grids(scope):
        if grid.code == wanted:
            return grid
    raise UnknownGrid(text=code)


def households(
    scope: Scope, grid_code: str | None = None, find: str = "", *, absent: bool = False
) -> tuple[HouseholdRow, ...]:
    """Households in the order of their codes, of one grid or of all; those that moved out, were merged or
    de-registered only when `absent` is set.

    `find` is folded (width, case, spaces) and compared with the names of all their people, the pinyin of
    those names and its initials in every reading, the household code and the house number.
    Raises UnknownGrid.
    """
    conditions = [] if grid_code is None else [Place.id == grid_by_code(scope, grid_code).id]
    rows = tuple(row for row in _household_rows(scope, conditions) if absent or not row.absence)
    wanted = fold(find)
    if not wanted:
        return rows
    named = _homes_of_names(scope, find)
    codes = household_codes_of(wanted, village(scope).code)
    house_number = wanted.removesuffix("号")
    return tuple(
        row
        for row in rows
        if row.id in named
        or row.code in codes
        or row.code.startswith(wanted)
        or row.house_number == house_number
    )


def household(scope: Scope, household_id: int) -> HouseholdRow:
    """One household; raises UnknownHousehold."""
    rows = _household_rows(scope, [Household.id == household_id])
    if not rows:
        raise UnknownHousehold(text=str(household_id))
    return rows[0]


def household_by_code(scope: Scope, code: str) -> HouseholdRow:
    """The household 01001, or its full code beginning with the village's area; raises UnknownHousehold."""
    rows = _household_rows(scope, [Household.code.in_(household_codes_of(fold(code), village(scope).code))])
    if not rows:
        raise UnknownHousehold(text=code)
    return rows[0]


def household_card(scope: Scope, household_id: int) -> HouseholdCard:
    """A household and everyone in it today, the head first; raises UnknownHousehold."""
    row = household(scope, household_id)
    homes = homes_by_person(scope, household_id)
    found = {
        person.id: (membership, person)
        for membership, person in scope.session.execute(
            select(Membership, Person)
            .join(Person, Person.id == Membership.person_id)
            .where(Membership.household_id == household_id, not_ended(scope, Membership))
            .order_by(*latest_first(Membership))
        )
        if homes[person.id] == household_id
    }
    about = about_people(scope, tuple(found))
    ordered = sorted(
        found.values(), key=lambda pair: (pair[1].id != row.head_id, pair[0].position, pair[1].id)
    )
    return HouseholdCard(row, tuple(person_row(pair[0], pair[1], row.head_id, about) for pair in ordered))


def party_members(scope: Scope) -> tuple[PartyMemberRow, ...]:
    """Everyone with a party status today, probationary included, in the order of their households."""
    kinds = party_by_person(scope)
    homes = homes_by_person(scope)
    houses = {
        household_id: (code, grid_code)
        for household_id, code, grid_code in scope.session.execute(
            select(Household.id, Household.code, Place.code)
            .join(Place, Place.id == Household.place_id)
            .where(Household.village_id == scope.village_id)
        )
    }
    people = scope.session.execute(
        select(Person.id, Person.uid, Person.name)
        .where(Person.village_id == scope.village_id)
        .where(Person.id.in_(select(PartyStatus.person_id)))
    )
    rows = [
        PartyMemberRow(person_id, uid, name, kinds[person_id], homes[person_id], *houses[homes[person_id]])
        for person_id, uid, name in people
        if person_id in kinds and person_id in homes
    ]
    return tuple(sorted(rows, key=lambda row: (row.household_code, row.person_id)))


def heads_by_household(scope: Scope) -> dict[int, str]:
    """The name of each household's head today, by household id."""
    return {household_id: name for household_id, (_, name) in _heads(scope).items()}


def absences(scope: Scope) -> dict[int, str]:
    """Households that are not in the village today, and why: moved_out, deregistered, merged."""
    rows = scope.session.execute(
        select(AbsenceSpan.household_id, AbsenceSpan.kind)
        .join(Household, Household.id == AbsenceSpan.household_id)
        .where(
            Household.village_id == scope.village_id,
            AbsenceSpan.from_on <= scope.today,
            or_(AbsenceSpan.to_on.is_(None), AbsenceSpan.to_on >= scope.today),
        )
    )
    return {household_id: kind for household_id, kind in rows}


def homes_by_person(scope: Scope, household_id: int | None = None) -> dict[int, int]:
    """The household id each person lives in today; of everyone, or of those ever listed in one household."""
    statement = (
        select(Membership.person_id, Membership.household_id)
        .join(Household, Household.id == Membership.household_id)
        .where(Household.village_id == scope.village_id, not_ended(scope, Membership))
        .order_by(*latest_first(Membership))
    )
    if household_id is not None:
        listed = select(Membership.person_id).where(Membership.household_id == household_id)
        statement = statement.where(Membership.person_id.in_(listed))
    return {person_id: home for person_id, home in scope.session.execute(statement)}


def party_by_person(scope: Scope) -> dict[int, PartyKind]:
    """The kind of party membership today, by person id."""
    statement = (
        select(PartyStatus.person_id, PartyStatus.kind)
        .join(Person, Person.id == PartyStatus.person_id)
        .where(Person.village_id == scope.village_id, not_ended(scope, PartyStatus))
        .order_by(*latest_first(PartyStatus))
    )
    return {person_id: PartyKind(kind) for person_id, kind in scope.session.execute(statement)}


@dataclass(frozen=True, slots=True)
class About:
    """What dated rows say of people today, by person id."""

    party: dict[int, PartyKind]
    residence: dict[int, str]
    tags: dict[int, list[str]]


def about_people(scope: Scope, ids: Sequence[int] | None = None) -> About:
    """Party, residence and tags of these people today; of everyone in the village without `ids`."""
    whom = select(Person.id).where(Person.village_id == scope.village_id)

    def asked(column: InstrumentedAttribute[int]) -> ColumnElement[bool]:
        return column.in_(whom if ids is None else ids)

    about = About({}, {}, defaultdict(list))
    for person_id, kind in scope.session.execute(
        select(PartyStatus.person_id, PartyStatus.kind)
        .where(asked(PartyStatus.person_id), not_ended(scope, PartyStatus))
        .order_by(*latest_first(PartyStatus))
    ):
        about.party[person_id] = PartyKind(kind)
    for person_id, residence in scope.session.execute(
        select(ResidenceSpan.person_id, ResidenceSpan.kind)
        .where(asked(ResidenceSpan.person_id), not_ended(scope, ResidenceSpan))
        .order_by(*latest_first(ResidenceSpan))
    ):
        about.residence[person_id] = residence
    for person_id, tag in scope.session.execute(
        select(PersonTag.person_id, PersonTag.tag)
        .where(asked(PersonTag.person_id), not_ended(scope, PersonTag))
        .order_by(PersonTag.id)
    ):
        about.tags[person_id].append(tag)
    return about


def person_row(membership: Membership, person: Person, head_id: int | None, about: About) -> PersonRow:
    """A resident as cards and rosters show him or her."""
    return PersonRow(
        id=person.id,
        uid=person.uid,
        name=person.name,
        sex=person.sex,
        born_on=person.born_on,
        relation_word=membership.relation_word,
        relation_code=membership.relation_code,
        party_kind=about.party.get(person.id),
        residence=about.residence.get(person.id, ""),
        id_number=id_number_of(person.id_number),
        phone=phone_of(person.phone),
        is_head=person.id == head_id,
        tags=tuple(dict.fromkeys(about.tags.get(person.id, ()))),
        ethnic_group=person.ethnic_group,
        education=person.education,
        remark=person.remark,
    )


def _household_rows(scope: Scope, conditions: Sequence[ColumnElement[bool]]) -> tuple[HouseholdRow, ...]:
    """Households with head, members and scored flag in five statements, however many there are."""
    found = scope.session.execute(
        select(
            Household.id,
            Household.uid,
            Household.code,
            Household.house_number,
            Household.address,
            Place.id.label("grid_id"),
            Place.code.label("grid_code"),
            Place.name.label("grid_name"),
        )
        .join(Place, Place.id == Household.place_id)
        .where(Household.village_id == scope.village_id, *conditions)
        .order_by(Household.code)
    ).all()
    only = found[0].id if len(found) == 1 else None
    heads = _heads(scope, only)
    members = Counter(homes_by_person(scope, only).values())
    scored, absent = _scored(scope), absences(scope)
    return tuple(
        HouseholdRow(
            id=row.id,
            uid=row.uid,
            code=row.code,
            house_number=row.house_number,
            grid_id=row.grid_id,
            grid_code=row.grid_code,
            grid_name=row.grid_name,
            head_name=heads[row.id][1] if row.id in heads else "",
            head_id=heads[row.id][0] if row.id in heads else None,
            members=members[row.id],
            address=row.address,
            scored=row.id in scored,
            absence=absent.get(row.id, ""),
        )
        for row in found
    )


def _heads(scope: Scope, household_id: int | None = None) -> dict[int, tuple[int, str]]:
    statement = (
        select(Headship.household_id, Person.id, Person.name)
        .join(Person, Person.id == Headship.person_id)
        .where(Person.village_id == scope.village_id, not_ended(scope, Headship))
        .order_by(*latest_first(Headship))
    )
    if household_id is not None:
        statement = statement.where(Headship.household_id == household_id)
    return {home: (person_id, name) for home, person_id, name in scope.session.execute(statement)}


def _scored(scope: Scope) -> set[int]:
    return set(
        scope.session.scalars(
            select(ScoredSpan.household_id)
            .join(Household, Household.id == ScoredSpan.household_id)
            .where(Household.village_id == scope.village_id, not_ended(scope, ScoredSpan))
        )
    )


def _homes_of_names(scope: Scope, typed: str) -> set[int]:
    """Households with a person whose name, its pinyin or its initials match."""
    ways = name_ways(Person, typed)
    if ways is None:
        return set()
    homes = homes_by_person(scope)
    people = scope.session.scalars(select(Person.id).where(Person.village_id == scope.village_id, ways.any))
    return {homes[person_id] for person_id in people if person_id in homes}
