"""Reading shops and resident units: lists, one by id or code, finding; who among residents may own one."""

from collections.abc import Iterable
from typing import Any, Final

from sqlalchemy import Row, Select, select

from passbook_desk.db.store import Scope
from passbook_desk.features.households.model import Household, Organization, Person, Place
from passbook_desk.features.households.owners.errors import UnknownOrganization
from passbook_desk.features.households.owners.values import (
    OrganizationKind,
    OrganizationRow,
    OwnerRow,
)
from passbook_desk.features.households.queries import homes_by_person, party_by_person
from passbook_desk.features.households.secrets import phone_of
from passbook_desk.features.households.values import PartyKind
from passbook_desk.kernel.search import fold

_TAIL: Final = 4


def organizations(
    scope: Scope, kind: OrganizationKind | None = None, find: str = "", *, only_open: bool = False
) -> tuple[OrganizationRow, ...]:
    """Shops and then units in the order of their codes, closed ones included.

    `find` is folded and compared with the name and the owner's name, the pinyin of the name and its initials
    in every reading, the code, and four or more last digits of the phone.
    """
    chosen = _rows(scope)
    if kind is not None:
        chosen = chosen.where(Organization.kind == kind.value)
    if only_open:
        chosen = chosen.where(Organization.closed_on.is_(None))
    wanted = fold(find)
    party = party_by_person(scope)
    return tuple(
        _row(row, party) for row in scope.session.execute(chosen) if not wanted or _fits(row, wanted)
    )


def organization(scope: Scope, organization_id: int) -> OrganizationRow:
    """One shop or unit; raises UnknownOrganization."""
    row = scope.session.execute(_rows(scope).where(Organization.id == organization_id)).first()
    if row is None:
        raise UnknownOrganization(text=str(organization_id))
    return _row(row, party_by_person(scope))


def possible_owners(scope: Scope, name: str) -> tuple[OwnerRow, ...]:
    """Living residents of exactly this name, in the order of their households; namesakes are all there."""
    wanted = fold(name)
    if not wanted:
        return ()
    people = scope.session.execute(
        select(Person.id, Person.name, Person.phone).where(
            Person.village_id == scope.village_id,
            Person.died_on.is_(None),
            Person.name.in_((name.strip(), wanted)),
        )
    ).all()
    return owner_rows(scope, [(row.id, row.name, row.phone) for row in people])


def owner_rows(scope: Scope, people: Iterable[tuple[int, str, str]]) -> tuple[OwnerRow, ...]:
    """Residents given as (id, name, phone) with the households they live in today."""
    found = list(people)
    homes = homes_by_person(scope) if found else {}
    houses = {
        row.id: (row.code, row.name)
        for row in scope.session.execute(
            select(Household.id, Household.code, Place.name)
            .join(Place, Place.id == Household.place_id)
            .where(Household.id.in_([homes[each[0]] for each in found if each[0] in homes]))
        )
    }
    rows = []
    for person_id, name, phone in found:
        home = homes.get(person_id)
        code, grid = houses[home] if home is not None else ("", "")
        rows.append(OwnerRow(person_id, name, phone_of(phone), home, code, grid))
    return tuple(sorted(rows, key=lambda row: (row.household_code, row.person_id)))


def _rows(scope: Scope) -> Select[*tuple[Any, ...]]:
    return (
        select(
            Organization.id,
            Organization.uid,
            Organization.kind,
            Organization.code,
            Organization.name,
            Organization.name_key,
            Organization.name_initials,
            Organization.place_id,
            Place.code.label("grid_code"),
            Place.name.label("grid_name"),
            Organization.category,
            Organization.address,
            Organization.owner_id,
            Organization.owner_name,
            Person.name.label("resident_name"),
            Organization.phone,
            Organization.plaque_on,
            Organization.remark,
            Organization.opened_on,
            Organization.closed_on,
        )
        .outerjoin(Place, Place.id == Organization.place_id)
        .outerjoin(Person, Person.id == Organization.owner_id)
        .where(Organization.village_id == scope.village_id)
        .order_by(Organization.kind, Organization.code)
    )


def _fits(row: Row[*tuple[Any, ...]], wanted: str) -> bool:
    names = (row.name, row.owner_name, row.resident_name or "")
    if any(wanted in fold(name) for name in names) or row.code.lower() == wanted:
        return True
    if wanted.isdigit():
        return len(wanted) >= _TAIL and row.phone.endswith(wanted)
    spelled = row.name_key.rpartition(" ")[0].replace(" ", "")
    return spelled.startswith(wanted) or any(one.startswith(wanted) for one in row.name_initials.split())


def _row(row: Row[*tuple[Any, ...]], party: dict[int, PartyKind]) -> OrganizationRow:
    return OrganizationRow(
        id=row.id,
        uid=row.uid,
        kind=OrganizationKind(row.kind),
        code=row.code,
        name=row.name,
        place_id=row.place_id,
        grid_code=row.grid_code or "",
        grid_name=row.grid_name or "",
        category=row.category,
        address=row.address,
        owner_id=row.owner_id,
        owner_name=row.resident_name or row.owner_name,
        owner_party=None if row.owner_id is None else party.get(row.owner_id),
        phone=phone_of(row.phone),
        plaque_on=row.plaque_on,
        remark=row.remark,
        opened_on=row.opened_on,
        closed_on=row.closed_on,
    )
