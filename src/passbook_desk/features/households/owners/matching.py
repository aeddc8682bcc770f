"""Whom and what the lists of owners mean: the resident behind a name, the grid, the shop that is known.

A resident is known by name together with phone or ID. A name alone is never enough where somebody else of
the village bears it, or where the list does not call the owner a villager: the clerk is asked.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import select

from passbook_desk.db.store import Scope
from passbook_desk.features.households.model import Organization, Person, Place, RoleSpan
from passbook_desk.features.households.owners.lists import SaidOrganization, SaidRole
from passbook_desk.features.households.owners.queries import owner_rows
from passbook_desk.features.households.owners.values import OrganizationKind
from passbook_desk.features.households.queries import party_by_person
from passbook_desk.features.households.roster.cells import Note, auto, check
from passbook_desk.features.households.roster.places import grid_said_in
from passbook_desk.features.households.rules import GRID, grid_code_of
from passbook_desk.features.households.secrets import LookupKey, lookup_of
from passbook_desk.features.households.values import PartyKind
from passbook_desk.features.intake.choices import SOMEBODY_NEW, Choices
from passbook_desk.features.village.queries import village
from passbook_desk.kernel.search import fold


@dataclass(slots=True)
class KnownOwners:
    """What the file knows that lists of owners are compared with, read in one go."""

    area: str
    grids: dict[str, Place] = field(default_factory=dict)
    places: dict[int, Place] = field(default_factory=dict)
    people: dict[int, Person] = field(default_factory=dict)
    by_name: dict[str, list[Person]] = field(default_factory=lambda: defaultdict(list))
    party: Mapping[int, PartyKind] = field(default_factory=dict)
    organizations: list[Organization] = field(default_factory=list)
    roles: list[RoleSpan] = field(default_factory=list)


def known_owners(scope: Scope) -> KnownOwners:
    """Everything that lists of owners are compared with; roles are those that have not ended."""
    session, here = scope.session, scope.village_id
    known = KnownOwners(village(scope).code, party=party_by_person(scope))
    for place in session.scalars(select(Place).where(Place.village_id == here).order_by(Place.id)):
        known.places[place.id] = place
        if place.kind == GRID:
            known.grids[place.code] = place
    living = select(Person).where(Person.village_id == here, Person.died_on.is_(None)).order_by(Person.id)
    for person in session.scalars(living):
        known.people[person.id] = person
        known.by_name[fold(person.name)].append(person)
    rows = select(Organization).where(Organization.village_id == here).order_by(Organization.id)
    known.organizations = list(session.scalars(rows))
    roles = select(RoleSpan).where(RoleSpan.village_id == here).order_by(RoleSpan.id)
    known.roles = [row for row in session.scalars(roles) if row.to_on is None or row.to_on >= scope.today]
    return known


@dataclass(frozen=True, slots=True)
class Resident:
    """The resident a row means, None when it is nobody of the file or not certain, and what to say of it."""

    person: Person | None
    notes: tuple[Note, ...] = ()


def resident_of(
    scope: Scope,
    known: KnownOwners,
    said: SaidOrganization | SaidRole,
    choices: Choices,
    key: LookupKey,
    kept_id: int | None = None,
) -> Resident:
    """Who a row means; `kept_id` is the resident whom the file has in this place already."""
    chosen = choices.people.get((said.sheet, said.row))
    if chosen is not None:
        return Resident(None if chosen == SOMEBODY_NEW else known.people.get(chosen))
    name = said.owner_name if isinstance(said, SaidOrganization) else said.name
    namesakes = known.by_name.get(fold(name), []) if name else []
    kept = next((person for person in namesakes if person.id == kept_id), None)
    if kept is not None:
        return Resident(kept)
    sure = _by_number(namesakes, said, key)
    if len(sure) == 1:
        stranger = isinstance(said, SaidOrganization) and said.resident is False
        return Resident(sure[0], (check("owner_listed", owner=name),) if stranger else ())
    if isinstance(said, SaidRole):
        return _worker(scope, name, namesakes, said, key)
    if not name or said.kind is OrganizationKind.UNIT:
        return Resident(None)
    return _shopkeeper(scope, name, namesakes, said, key)


def _worker(scope: Scope, name: str, namesakes: Sequence[Person], said: SaidRole, key: LookupKey) -> Resident:
    if not namesakes:
        return Resident(None, (auto("role_not_resident"),))
    if len(namesakes) == 1 and not _numbers_differ(namesakes[0], said, key):
        return Resident(namesakes[0], (check("role_by_name"),))
    return Resident(None, (_asking(scope, "role_namesakes", name, namesakes),))


def _shopkeeper(
    scope: Scope, name: str, namesakes: Sequence[Person], said: SaidOrganization, key: LookupKey
) -> Resident:
    """The head of a unit is nobody's neighbour by his name; a shopkeeper may be."""
    if said.resident is False or (said.resident is None and not namesakes):
        return Resident(None, (auto("owner_not_resident", owner=name),))
    if not namesakes:
        return Resident(None, (check("owner_unknown", owner=name),))
    if len(namesakes) == 1 and said.resident and not _numbers_differ(namesakes[0], said, key):
        return Resident(namesakes[0], (check("owner_by_name", owner=name),))
    return Resident(None, (_asking(scope, "owner_namesakes", name, namesakes),))


def _asking(scope: Scope, kind: str, name: str, namesakes: Sequence[Person]) -> Note:
    rows = owner_rows(scope, [(person.id, person.name, person.phone) for person in namesakes])
    where = "、".join(row.household_code or "—" for row in rows)
    return check(kind, owner=name, households=where, count=str(len(rows)))


def _by_number(
    namesakes: Iterable[Person], said: SaidOrganization | SaidRole, key: LookupKey
) -> list[Person]:
    id_number, phone = lookup_of(said.id_number, key), lookup_of(said.phone, key)
    by_id = [person for person in namesakes if id_number and person.id_number_lookup == id_number]
    return by_id or [person for person in namesakes if phone and person.phone_lookup == phone]


def _numbers_differ(person: Person, said: SaidOrganization | SaidRole, key: LookupKey) -> bool:
    """Both sides have a phone or an ID and they are not the same."""
    id_number, phone = lookup_of(said.id_number, key), lookup_of(said.phone, key)
    return bool(
        (id_number and person.id_number_lookup and person.id_number_lookup != id_number)
        or (phone and person.phone_lookup and person.phone_lookup != phone)
    )


def grid_of(known: KnownOwners, text: str) -> Place | None:
    """The grid a text names: by its name, its code, or as 五网格; None for no grid of the village."""
    if not text:
        return None
    wanted = fold(text)
    for place in known.grids.values():
        if fold(place.name) == wanted:
            return place
    return known.grids.get(grid_code_of(text, known.area) or grid_said_in(text, whole=True))


def organization_of(
    known: KnownOwners, said: SaidOrganization, said_names: Mapping[tuple[str, str], int], taken: set[int]
) -> Organization | None:
    """The shop or unit of the file that a row means: by code, by name and owner, by a name that is alone."""
    same_kind = [row for row in known.organizations if row.kind == said.kind.value and row.id not in taken]
    if said.code:
        by_code = [row for row in same_kind if row.code == said.code]
        if by_code:
            return by_code[0]
    named = [row for row in same_kind if fold(row.name) == fold(said.name)]
    owned = [row for row in named if said.owner and _owner_is(known, row, said)]
    if owned:
        return owned[0]
    only_one = len(named) == 1 and said_names[said.kind.value, fold(said.name)] == 1
    return named[0] if only_one else None


def _owner_is(known: KnownOwners, row: Organization, said: SaidOrganization) -> bool:
    resident = known.people.get(row.owner_id) if row.owner_id is not None else None
    names = {fold(row.owner_name), fold(resident.name) if resident else ""}
    return bool({fold(said.owner), fold(said.owner_name)} & names - {""})
