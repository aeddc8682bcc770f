"""What an act would do to the books, before it is done; and what is frozen."""

from dataclasses import dataclass

from sqlalchemy import select

from passbook_desk.db.store import Scope
from passbook_desk.features.household_changes.accounts import green_account, home_of_account
from passbook_desk.features.household_changes.rules import part_that_goes
from passbook_desk.features.household_changes.values import (
    BookChange,
    DeregisterHousehold,
    MergeHouseholds,
    PointsWay,
    SplitHousehold,
)
from passbook_desk.features.households.model import Household, Membership
from passbook_desk.features.households.queries import household
from passbook_desk.features.ledger.model import Account
from passbook_desk.features.ledger.queries import accounts_by_id
from passbook_desk.features.ledger.transfers import Figures, figures_now
from passbook_desk.features.ledger.values import AccountRow
from passbook_desk.features.village.queries import village
from passbook_desk.kernel.points import ZERO


@dataclass(frozen=True, slots=True)
class FrozenAccount:
    """A closed account with points left in it, and the household of its holder."""

    account_id: int
    number: str
    household_id: int
    household_code: str
    figures: Figures


def preview_split(scope: Scope, command: SplitHousehold) -> tuple[BookChange, ...]:
    """The books of a split before and after; raises AmountMissing, AmountTooLarge."""
    old = household(scope, command.household_id)
    source = green_account(scope, old.id)
    base = village(scope).household_base
    fresh = Figures(base, ZERO, base)
    new_code = command.code or ""
    books: list[BookChange] = []
    part = Figures()
    if source is not None:
        there = figures_now(scope, source.id)
        part = part_that_goes(there, command.points, len(command.person_ids), _people(scope, old.id))
        frozen = command.points.way is PointsWay.FREEZE
        books.append(BookChange(old.code, source.number, there, there - part, frozen))
        if frozen and old.scored:
            books.append(BookChange(old.code, "", Figures(), fresh, closed=False))
    if command.scored:
        books.append(BookChange(new_code, "", Figures(), fresh + part, closed=False))
    return tuple(books)


def preview_end(scope: Scope, command: MergeHouseholds | DeregisterHousehold) -> tuple[BookChange, ...]:
    """The books of a merge or de-registration before and after; raises AmountMissing, AmountTooLarge."""
    receiver = command.into_id if isinstance(command, MergeHouseholds) else command.to_id
    stays = command.points.way in (PointsWay.STAY, PointsWay.FREEZE)
    books: list[BookChange] = []
    part = Figures()
    source = green_account(scope, command.household_id)
    if source is not None:
        there = figures_now(scope, source.id)
        part = part_that_goes(there, command.points, 1, 1)
        code = household(scope, command.household_id).code
        books.append(BookChange(code, source.number, there, there - part, closed=True))
    target = None if receiver is None else green_account(scope, receiver)
    if target is not None and receiver is not None and (isinstance(command, MergeHouseholds) or not stays):
        there = figures_now(scope, target.id)
        code = household(scope, receiver).code
        books.append(BookChange(code, target.number, there, there + part, closed=False))
    return tuple(books)


def frozen_accounts(scope: Scope) -> tuple[FrozenAccount, ...]:
    """Closed accounts of households and of who lived in them with points left, by household and number."""
    closed = scope.session.scalars(
        select(Account)
        .where(
            Account.village_id == scope.village_id,
            Account.closed_on.is_not(None),
            Account.organization_id.is_(None),
        )
        .order_by(Account.id)
    )
    found: list[FrozenAccount] = []
    for account in closed.all():
        figures, home = figures_now(scope, account.id), home_of_account(scope, account)
        if figures and home is not None:
            code = scope.session.get_one(Household, home).code
            found.append(FrozenAccount(account.id, account.number, home, code, figures))
    return tuple(sorted(found, key=lambda row: (row.household_code, row.number)))


def closed_accounts(scope: Scope, household_id: int) -> tuple[AccountRow, ...]:
    """The household's own accounts that are closed, the one closed last first: what they say stays."""
    ids = scope.session.scalars(
        select(Account.id)
        .where(Account.household_id == household_id, Account.closed_on.is_not(None))
        .order_by(Account.closed_on.desc(), Account.id.desc())
    ).all()
    found = accounts_by_id(scope, ids, closed_too=True)
    return tuple(found[account_id] for account_id in ids)


def _people(scope: Scope, household_id: int) -> int:
    rows = scope.session.scalars(
        select(Membership.id).where(Membership.household_id == household_id, Membership.to_on.is_(None))
    )
    return len(rows.all())
