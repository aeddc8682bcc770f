"""Shops and resident units to tell stories about."""

from datetime import date

from builders.village import KEY, Village
from passbook_desk.db.store import Tx
from passbook_desk.features.households.owners.values import (
    AddOrganization,
    OrganizationFacts,
    OrganizationKind,
)
from passbook_desk.features.ledger.owners import add_owner
from passbook_desk.features.ledger.queries import accounts
from passbook_desk.features.ledger.values import AccountRow

OPENED = date(2026, 1, 1)


def shop(tx: Tx, name: str = "清泉便民超市", grid_id: int | None = None, owner: str = "冯俊峰") -> int:
    """A shop with its green account; without a grid unless one is given."""
    facts = OrganizationFacts(name=name, place_id=grid_id, owner_name=owner)
    return add_owner(tx, AddOrganization(OrganizationKind.SHOP, facts, OPENED), KEY)


def unit(tx: Tx, name: str = "清泉小学", head: str = "夏国平") -> int:
    """A resident unit with its green account."""
    facts = OrganizationFacts(name=name, category="学校", owner_name=head)
    return add_owner(tx, AddOrganization(OrganizationKind.UNIT, facts, OPENED), KEY)


def account_of(village: Village, organization_id: int) -> AccountRow:
    """The open account of a shop or unit."""
    with village.read() as scope:
        (row,) = accounts(scope, organization_id=organization_id)
    return row
