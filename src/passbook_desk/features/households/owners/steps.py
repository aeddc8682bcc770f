"""What importing lists of owners and roles would do, row by row, compared with the file as it is."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from passbook_desk.db.store import Scope
from passbook_desk.features.households.model import Organization, Person, Place, RoleSpan
from passbook_desk.features.households.owners.lists import OwnerLists, SaidOrganization, SaidRole, finding
from passbook_desk.features.households.owners.matching import (
    KnownOwners,
    grid_of,
    known_owners,
    organization_of,
    resident_of,
)
from passbook_desk.features.households.owners.plan_values import OwnerChange
from passbook_desk.features.households.places import BUILDING, ESTATE
from passbook_desk.features.households.roles import BUILDING_LEADER
from passbook_desk.features.households.roster.cells import Note, check, must_fix
from passbook_desk.features.households.secrets import LookupKey, lookup_of, phone_of
from passbook_desk.features.intake.choices import Choices
from passbook_desk.features.intake.values import Finding
from passbook_desk.kernel.search import fold
from passbook_desk.kernel.sensitive import Sensitive

_PLAIN: Final = ("address", "category", "remark")
_OPEN, _CLOSED = "营业", "停业"
_RESIDENT: Final = "在册"


@dataclass(frozen=True, slots=True)
class OrganizationStep:
    """A shop or unit to write: `row` None for a new one, with what changes of a known one."""

    said: SaidOrganization
    row: Organization | None
    owner: Person | None
    grid: Place | None
    changes: tuple[OwnerChange, ...]


@dataclass(frozen=True, slots=True)
class RoleStep:
    """A role to write: where (`place` None for a building still to be made below `grid`), and by whom.

    `held` is the row that says it already; `ended` are those of others at the same place who end now.
    """

    said: SaidRole
    place: Place | None
    grid: Place | None
    person: Person | None
    held: RoleSpan | None
    ended: tuple[RoleSpan, ...]
    changes: tuple[OwnerChange, ...]


@dataclass(slots=True)
class OwnerSteps:
    """All steps and everything noticed while comparing."""

    known: KnownOwners
    organizations: list[OrganizationStep] = field(default_factory=list)
    roles: list[RoleStep] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def owner_steps(scope: Scope, lists: OwnerLists, choices: Choices, key: LookupKey) -> OwnerSteps:
    """Compare the lists with the file; writes nothing."""
    comparing = _Comparing(scope, lists, choices, key, OwnerSteps(known_owners(scope)))
    for said in lists.organizations:
        comparing.compare_organization(said)
    for role in lists.roles:
        comparing.compare_role(role)
    return comparing.steps


@dataclass(slots=True)
class _Comparing:
    scope: Scope
    lists: OwnerLists
    choices: Choices
    key: LookupKey
    steps: OwnerSteps
    taken: set[int] = field(default_factory=set)
    said_before: dict[tuple[str, ...], int] = field(default_factory=dict)

    def compare_organization(self, said: SaidOrganization) -> None:
        known = self.steps.known
        if self._repeated(said, said.kind.value, said.name, said.owner):
            return
        names = Counter((each.kind.value, fold(each.name)) for each in self.lists.organizations)
        row = organization_of(known, said, names, self.taken)
        if row is not None:
            self.taken.add(row.id)
        resident = resident_of(
            self.scope, known, said, self.choices, self.key, None if row is None else row.owner_id
        )
        grid = grid_of(known, said.grid)
        notes = resident.notes
        if said.grid and grid is None:
            notes = (*notes, check("owner_grid_unknown", grid=said.grid))
        self._tell(said, notes)
        changes = () if row is None else tuple(self._changed(said, row, resident.person, grid))
        self.steps.organizations.append(OrganizationStep(said, row, resident.person, grid, changes))

    def _changed(
        self, said: SaidOrganization, row: Organization, owner: Person | None, grid: Place | None
    ) -> Iterable[OwnerChange]:
        known = self.steps.known

        def change(key: str, old: str, new: str) -> OwnerChange:
            return OwnerChange(said.sheet, said.row, said.name, key, old, new)

        if said.name != row.name:
            yield change("name", row.name, said.name)
        old_owner = known.people.get(row.owner_id) if row.owner_id is not None else None
        now, then = _called(owner, said.owner), _called(old_owner, row.owner_name)
        changed_owner = (None if owner is None else owner.id) != row.owner_id
        if said.owner and (changed_owner or (owner is None and said.owner != row.owner_name)):
            yield change("owner", then, now)
        if said.phone is not None and lookup_of(said.phone, self.key) != row.phone_lookup:
            yield change("phone", _masked(phone_of(row.phone)), _masked(said.phone))
        if grid is not None and grid.id != row.place_id:
            old_grid = known.places[row.place_id].name if row.place_id is not None else ""
            yield change("grid", old_grid, grid.name)
        for key, old, new in (
            *((key, getattr(row, key), getattr(said, key)) for key in _PLAIN),
            ("plaque", row.plaque_on, said.plaque),
        ):
            if new and new != old:
                yield change(key, old, new)
        if said.closed and row.closed_on is None:
            yield change("closed", _OPEN, _CLOSED)

    def compare_role(self, said: SaidRole) -> None:
        known = self.steps.known
        if self._repeated(said, said.role, said.name, said.grid, said.estate, said.building):
            return
        grid = grid_of(known, said.grid)
        place, note = self._place(said, grid)
        if note is not None:
            self._tell(said, (note,))
            return
        here = [] if place is None else _at(known.roles, said.role, place.id)
        same_name = [row for row in here if _name_of(known, row) == said.name]
        held_by = next((row.person_id for row in same_name if row.person_id is not None), None)
        resident = resident_of(self.scope, known, said, self.choices, self.key, held_by)
        person = resident.person
        wanted = None if person is None else person.id
        held = next((row for row in same_name if row.person_id in (wanted, None)), None)
        said_here = {each.name for each in self.lists.roles if self._same_place(each, said)}
        first = next(each for each in self.lists.roles if self._same_place(each, said))
        gone = [row for row in here if _name_of(known, row) not in said_here] if said is first else []
        self._tell(said, resident.notes)
        changes = [
            OwnerChange(
                said.sheet,
                said.row,
                f"{_place_name(place)}{said.role}",
                "role",
                _name_of(known, row),
                said.name,
            )
            for row in gone
        ]
        if held is not None:
            changes += self._role_changes(said, held, person)
        self.steps.roles.append(RoleStep(said, place, grid, person, held, tuple(gone), tuple(changes)))

    def _role_changes(self, said: SaidRole, held: RoleSpan, person: Person | None) -> Iterable[OwnerChange]:
        def change(key: str, old: str, new: str) -> OwnerChange:
            return OwnerChange(said.sheet, said.row, said.name, key, old, new)

        if person is not None and held.person_id is None:
            yield change("resident", said.name, f"{said.name}（{_RESIDENT}）")
        own = phone_of(held.phone) or (phone_of(person.phone) if person is not None else None)
        if said.phone is not None and (own is None or own.value != said.phone.value):
            yield change("phone", _masked(own), _masked(said.phone))
        if said.from_on is not None and said.from_on != held.from_on:
            yield change("from", held.from_on.isoformat(), said.from_on.isoformat())

    def _place(self, said: SaidRole, grid: Place | None) -> tuple[Place | None, Note | None]:
        """Where a role is held; without either, a building to be made below its grid."""
        if said.role != BUILDING_LEADER:
            if not said.grid:
                return None, must_fix("role_grid_missing")
            return grid, None if grid is not None else must_fix("role_grid_unknown", grid=said.grid)
        if not said.building:
            return None, must_fix("role_building_missing")
        found = [
            place
            for place in self.steps.known.places.values()
            if place.kind == BUILDING
            and fold(place.name) == fold(said.building)
            and self._lies_in(place, said, grid)
        ]
        if len(found) > 1:
            return None, must_fix("role_building_several", building=said.building, count=str(len(found)))
        if not found and grid is None:
            return None, must_fix("role_building_unknown", building=said.building)
        return (found[0] if found else None), None

    def _lies_in(self, place: Place, said: SaidRole, grid: Place | None) -> bool:
        above = self._above(place)
        in_grid = grid is None or any(each.id == grid.id for each in above)
        in_estate = not said.estate or any(
            each.kind == ESTATE and fold(each.name) == fold(said.estate) for each in above
        )
        return in_grid and in_estate

    def _above(self, place: Place) -> list[Place]:
        above = []
        while place.parent_id is not None:
            place = self.steps.known.places[place.parent_id]
            above.append(place)
        return above

    def _same_place(self, one: SaidRole, other: SaidRole) -> bool:
        def where(said: SaidRole) -> tuple[object, ...]:
            grid = grid_of(self.steps.known, said.grid)
            return said.role, grid and grid.id, fold(said.estate), fold(said.building)

        return where(one) == where(other)

    def _repeated(self, said: SaidOrganization | SaidRole, *words: str) -> bool:
        same = tuple(map(fold, words))
        at = self.said_before.setdefault(same, said.row)
        if at != said.row:
            self._tell(said, (must_fix("owner_twice", at=str(at)),))
        return at != said.row

    def _tell(self, said: SaidOrganization | SaidRole, notes: Iterable[Note]) -> None:
        self.steps.findings += [finding(said, note) for note in notes]


def _at(roles: Iterable[RoleSpan], role: str, place_id: int) -> list[RoleSpan]:
    return [row for row in roles if row.role == role and row.place_id == place_id]


def _name_of(known: KnownOwners, row: RoleSpan) -> str:
    person = known.people.get(row.person_id) if row.person_id is not None else None
    return person.name if person is not None else row.name


def _called(person: Person | None, written: str) -> str:
    return f"{person.name}（{_RESIDENT}）" if person is not None else written


def _place_name(place: Place | None) -> str:
    return "" if place is None else place.name


def _masked(phone: Sensitive | None) -> str:
    return "" if phone is None else phone.masked()
