"""Shops and resident units: adding, editing, closing, opening again. Accounts are the ledger's business."""

from datetime import date
from typing import Final

from sqlalchemy import select

from passbook_desk.db.store import Scope, Tx
from passbook_desk.features.households.model import Organization, Person, Place
from passbook_desk.features.households.owners.errors import (
    ClosesBeforeItOpened,
    OrganizationClosedAlready,
    OrganizationNameMissing,
    OrganizationOpen,
    OrganizationThere,
    UnknownOrganization,
    UnknownOrganizationGrid,
    UnknownOwner,
)
from passbook_desk.features.households.owners.values import (
    AddOrganization,
    EditOrganization,
    OrganizationFacts,
    OrganizationKind,
)
from passbook_desk.features.households.rules import GRID
from passbook_desk.features.households.secrets import LookupKey, new_salt, set_phone
from passbook_desk.features.village.commands import next_number
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.search import fold, initials, pinyin_key

_LETTER: Final = {OrganizationKind.SHOP: "S", OrganizationKind.UNIT: "U"}


def add_organization(tx: Tx, command: AddOrganization, key: LookupKey) -> Organization:
    """Write a new shop or unit under a fresh code, S001 or U001, which is never given again.

    Raises OrganizationNameMissing, OrganizationThere, UnknownOwner, UnknownOrganizationGrid.
    """
    facts = _checked(tx, command.facts)
    _check_not_there(tx, command.kind, facts)
    row = new_organization(tx, command.kind, facts, command.opened_on or tx.today, key)
    tx.session.flush()  # its account refers to it by id
    return row


def new_organization(
    tx: Tx, kind: OrganizationKind, facts: OrganizationFacts, opened_on: date, key: LookupKey
) -> Organization:
    """A new row under a fresh code, S001 or U001; the facts are taken as they are."""
    row = Organization(
        village_id=tx.village_id,
        uid=new_uid(),
        kind=kind.value,
        code=f"{_LETTER[kind]}{next_number(tx, f'organization:{kind.value}'):03d}",
        salt=new_salt(),
        opened_on=opened_on,
        closed_on=None,
    )
    write_facts(row, facts, key)
    tx.session.add(row)
    tx.touched.add(Topic.HOUSEHOLDS)
    return row


def edit_organization(tx: Tx, command: EditOrganization, key: LookupKey) -> None:
    """Write what is now known of a shop or unit. Raises UnknownOrganization and those of add_organization."""
    tx.require(Act.HOUSEHOLDS)
    row = _found(tx, command.organization_id)
    facts = _checked(tx, command.facts)
    _check_not_there(tx, OrganizationKind(row.kind), facts, row.id)
    write_facts(row, facts, key)
    tx.touched |= {Topic.HOUSEHOLDS, Topic.LEDGER}


def close_organization(tx: Tx, organization_id: int, on: date) -> Organization:
    """Let a shop or unit close; `on` is its last day. It stays in the file with everything it earned.

    Raises UnknownOrganization, OrganizationClosedAlready, ClosesBeforeItOpened.
    """
    row = _found(tx, organization_id)
    if row.closed_on is not None:
        raise OrganizationClosedAlready(name=row.name, on=row.closed_on, field="on")
    if not row.opened_on <= on <= tx.today:
        raise ClosesBeforeItOpened(since=row.opened_on, today=tx.today, field="on")
    row.closed_on = on
    tx.touched.add(Topic.HOUSEHOLDS)
    return row


def reopen_organization(tx: Tx, organization_id: int) -> Organization:
    """Open a closed shop or unit again. Raises UnknownOrganization, OrganizationOpen."""
    row = _found(tx, organization_id)
    if row.closed_on is None:
        raise OrganizationOpen(name=row.name)
    row.closed_on = None
    tx.touched.add(Topic.HOUSEHOLDS)
    return row


def _found(tx: Tx, organization_id: int) -> Organization:
    row = tx.session.get(Organization, organization_id)
    if row is None or row.village_id != tx.village_id:
        raise UnknownOrganization(text=str(organization_id))
    return row


def _checked(tx: Tx, facts: OrganizationFacts) -> OrganizationFacts:
    if not facts.name.strip():
        raise OrganizationNameMissing(field="name")
    if facts.owner_id is not None:
        owner = tx.session.get(Person, facts.owner_id)
        if owner is None or owner.village_id != tx.village_id:
            raise UnknownOwner(field="owner", text=str(facts.owner_id))
    if facts.place_id is not None:
        place = tx.session.get(Place, facts.place_id)
        if place is None or place.village_id != tx.village_id or place.kind != GRID:
            raise UnknownOrganizationGrid(field="grid", text=str(facts.place_id))
    return facts


def _check_not_there(
    scope: Scope, kind: OrganizationKind, facts: OrganizationFacts, but: int | None = None
) -> None:
    """Two shops may share a name when their owners differ."""
    same = select(Organization).where(
        Organization.village_id == scope.village_id,
        Organization.kind == kind.value,
        Organization.closed_on.is_(None),
        Organization.name == facts.name.strip(),
    )
    for row in scope.session.scalars(same):
        same_owner = row.owner_id == facts.owner_id and fold(row.owner_name) == fold(facts.owner_name)
        if row.id != but and same_owner:
            raise OrganizationThere(field="name", name=row.name, known=row.code)


def write_facts(row: Organization, facts: OrganizationFacts, key: LookupKey) -> None:
    """Write what is known of a shop or unit into its row."""
    row.name = facts.name.strip()
    row.name_key = pinyin_key(row.name)
    row.name_initials = initials(row.name)
    row.place_id = facts.place_id
    row.category = facts.category.strip()
    row.address = facts.address.strip()
    row.owner_id = facts.owner_id
    row.owner_name = facts.owner_name.strip()
    row.plaque_on = facts.plaque_on.strip()
    row.remark = facts.remark.strip()
    set_phone(row, facts.phone, key)
