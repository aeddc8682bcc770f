"""Shops and resident units together with their green books: adding, closing, opening again."""

from datetime import date

from sqlalchemy import select

from passbook_desk.db.store import Tx
from passbook_desk.features.households.model import Organization, Place
from passbook_desk.features.households.owners.commands import (
    add_organization,
    close_organization,
    reopen_organization,
)
from passbook_desk.features.households.owners.values import AddOrganization
from passbook_desk.features.households.secrets import LookupKey
from passbook_desk.features.ledger.commands import open_accounts
from passbook_desk.features.ledger.model import Account, AccountBalance
from passbook_desk.features.ledger.values import Colour, OpenAccount, OwnerKind
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.changes import Topic


def add_owner(tx: Tx, command: AddOrganization, key: LookupKey) -> int:
    """Write a new shop or unit, open its green account and return its id.

    Raises those of add_organization.
    """
    tx.require(Act.HOUSEHOLDS)
    row = add_organization(tx, command, key)
    open_accounts(tx, [account_for(tx, row)])
    return row.id


def close_owner(tx: Tx, organization_id: int, on: date) -> None:
    """Let a shop or unit close. Its account closes too unless it has lines, which sums need.

    Raises those of close_organization.
    """
    tx.require(Act.HOUSEHOLDS)
    row = close_organization(tx, organization_id, on)
    for account in empty_accounts(tx, row.id):
        account.closed_on = tx.today
    tx.touched.add(Topic.LEDGER)


def empty_accounts(tx: Tx, organization_id: int) -> list[Account]:
    """Open accounts of a shop or unit that never had a line: they go with it when it closes."""
    written = select(AccountBalance.account_id).where(AccountBalance.account_seq > 0)
    return list(
        tx.session.scalars(
            select(Account).where(
                Account.organization_id == organization_id,
                Account.closed_on.is_(None),
                Account.id.not_in(written),
            )
        )
    )


def reopen_owner(tx: Tx, organization_id: int) -> None:
    """Open a closed shop or unit again, with the account it had or a new one.

    Raises those of reopen_organization.
    """
    tx.require(Act.HOUSEHOLDS)
    row = reopen_organization(tx, organization_id)
    had = _accounts(tx, row)
    for account in had:
        account.closed_on = None
    if not had:
        open_accounts(tx, [account_for(tx, row)])
    tx.touched.add(Topic.LEDGER)


def account_for(tx: Tx, row: Organization) -> OpenAccount:
    """The green account to open for a shop or unit."""
    grid = None if row.place_id is None else tx.session.get_one(Place, row.place_id).code
    return OpenAccount(Colour.GREEN, None, None, grid or "", row.id, OwnerKind(row.kind))


def _accounts(tx: Tx, row: Organization) -> list[Account]:
    return list(tx.session.scalars(select(Account).where(Account.organization_id == row.id)))
