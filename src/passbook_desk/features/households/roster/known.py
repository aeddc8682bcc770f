"""The people and places that the file knows, as a roster is compared with them."""

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
from passbook_desk.features.households.roster.codes import free_numbers
from passbook_desk.features.households.roster.lived import Lived, what_was_lived
from passbook_desk.features.households.rules import GRID
from passbook_desk.features.households.spans import latest_first, not_ended

PersonSpan = TypeVar("PersonSpan", Membership, PartyStatus, ResidenceSpan)


@dataclass(slots=True)
class Known:
    """The people and places of the file as they are today, read in one go.

    `members` are the people of each household by its id, `next_numbers` the next household number that was
    never used, by grid. `by_name` holds people by what they were called before, too. `lived` is what acts
    recorded.
    """

    grids: dict[str, Place] = field(default_factory=dict)
    grid_codes: dict[int, str] = field(default_factory=dict)
    households: dict[str, Household] = field(default_factory=dict)
    houses: dict[int, Household] = field(default_factory=dict)
    people: dict[int, Person] = field(default_factory=dict)
    by_lookup: dict[str, Person] = field(default_factory=dict)
    by_name: dict[str, list[Person]] = field(default_factory=lambda: defaultdict(list))
    homes: dict[int, Membership] = field(default_factory=dict)
    members: dict[int, list[Person]] = field(default_factory=lambda: defaultdict(list))
    heads: dict[int, Headship] = field(default_factory=dict)
    party: dict[int, PartyStatus] = field(default_factory=dict)
    residence: dict[int, ResidenceSpan] = field(default_factory=dict)
    tags: dict[int, list[PersonTag]] = field(default_factory=lambda: defaultdict(list))
    next_numbers: dict[str, int] = field(default_factory=dict)
    lived: Lived = field(default_factory=Lived)

    def home_of(self, person: Person) -> int | None:
        """The id of the household a person is in."""
        membership = self.homes.get(person.id)
        return None if membership is None else membership.household_id

    def grid_of(self, household: Household) -> str:
        """The short code of a household's grid."""
        return self.grid_codes.get(household.place_id, household.code[:2])


def known_people(scope: Scope) -> Known:
    """Everything that a roster is compared with; a dozen statements whatever the size of the village."""
    session, here = scope.session, scope.village_id
    known = Known()
    for place in session.scalars(select(Place).where(Place.village_id == here, Place.kind == GRID)):
        known.grids[place.code] = place
        known.grid_codes[place.id] = place.code
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
    for person_id, membership in known.homes.items():
        known.members[membership.household_id].append(known.people[person_id])
    known.party = {row.person_id: row for row in _of_people(scope, PartyStatus)}
    known.residence = {row.person_id: row for row in _of_people(scope, ResidenceSpan)}
    tags = select(PersonTag).join(Person, Person.id == PersonTag.person_id)
    for tag in session.scalars(tags.where(Person.village_id == here, not_ended(scope, PersonTag))):
        known.tags[tag.person_id].append(tag)
    known.lived = what_was_lived(
        scope,
        {home.id: home.code for home in known.houses.values()},
        {person_id: membership.household_id for person_id, membership in known.homes.items()},
        {home: head.from_on for home, head in known.heads.items()},
    )
    for name, people in known.lived.names.items():
        known.by_name[name].extend(
            known.people[one] for one in sorted(people) if known.people[one].name != name
        )
    known.next_numbers = free_numbers(scope, known.households)
    return known


def _of_people(scope: Scope, kind: type[PersonSpan]) -> Iterable[PersonSpan]:
    return scope.session.scalars(
        select(kind)
        .join(Person, Person.id == kind.person_id)
        .where(Person.village_id == scope.village_id, not_ended(scope, kind))
        .order_by(*latest_first(kind))
    )
