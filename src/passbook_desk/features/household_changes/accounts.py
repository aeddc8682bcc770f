"""Accounts of households that change: which is whose, what is due, what an act does to each book."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sqlalchemy import select

from passbook_desk.db.store import Scope, Tx
from passbook_desk.features.household_changes.values import BookChange, PointsRule
from passbook_desk.features.households.life.steps import Findings
from passbook_desk.features.households.life.values import Act as Doing
from passbook_desk.features.households.life.values import LifeFinding
from passbook_desk.features.households.model import Household, Membership
from passbook_desk.features.households.queries import household
from passbook_desk.features.ledger.commands import open_accounts
from passbook_desk.features.ledger.model import Account
from passbook_desk.features.ledger.transfers import (
    Figures,
    Transfer,
    close_account,
    figures_now,
    write_transfers,
)
from passbook_desk.features.ledger.values import Colour, OpenAccount
from passbook_desk.kernel.acts import Act


def green_account(scope: Scope, household_id: int) -> Account | None:
    """The open green account of a household; None without one."""
    return scope.session.scalar(
        select(Account)
        .where(
            Account.household_id == household_id,
            Account.colour == Colour.GREEN.value,
            Account.closed_on.is_(None),
        )
        .order_by(Account.id)
        .limit(1)
    )


def open_due_accounts(tx: Tx, household_ids: Iterable[int]) -> tuple[Account, ...]:
    """A green account for each scored household among these that has none (DECISIONS 14e)."""
    tx.require(Act.HOUSEHOLDS)
    wanted = []
    for household_id in household_ids:
        row = household(tx, household_id)
        if row.scored and green_account(tx, household_id) is None:
            wanted.append(OpenAccount(Colour.GREEN, household_id, None, row.grid_code))
    return open_accounts(tx, wanted)


def red_account(scope: Scope, person_id: int) -> Account | None:
    """The open red account of a party member; None without one."""
    return scope.session.scalar(
        select(Account)
        .where(
            Account.person_id == person_id,
            Account.colour == Colour.RED.value,
            Account.closed_on.is_(None),
        )
        .order_by(Account.id)
        .limit(1)
    )


def close_red_account(tx: Tx, person_id: int, on: date) -> Findings:
    """Who has died or is struck off earns no more: his account closes; what is left in it is frozen."""
    account = red_account(tx, person_id)
    if account is None:
        return ()
    close_account(tx, account.id, on)
    return frozen(tx, account)


def frozen(tx: Tx, account: Account) -> Findings:
    """Says that points are left in a closed account until they are released."""
    there = figures_now(tx, account.id)
    if not there:
        return ()
    told: Mapping[str, str] = {"number": account.number, "points": str(there.spendable)}
    return (LifeFinding("account_frozen", told),)


def home_of_account(scope: Scope, account: Account) -> int | None:
    """The household that holds an account, or in which its holder lives or lived last."""
    if account.household_id is not None or account.person_id is None:
        return account.household_id
    return scope.session.scalar(
        select(Membership.household_id)
        .where(Membership.person_id == account.person_id)
        .order_by(Membership.to_on.is_(None).desc(), Membership.from_on.desc(), Membership.id.desc())
        .limit(1)
    )


def open_red_account(tx: Tx, person_id: int, household_id: int) -> None:
    """A red account for a party member who has none (DECISIONS 14e)."""
    if red_account(tx, person_id) is None:
        grid_code = household(tx, household_id).grid_code
        open_accounts(tx, [OpenAccount(Colour.RED, None, person_id, grid_code)])


class Books:
    """The books an act touches: their figures before, what goes, which close."""

    def __init__(self, tx: Tx, act: Doing) -> None:
        self._tx, self._act = tx, act
        self._watched: dict[int, tuple[str, Account, Figures]] = {}
        self._transfers: list[Transfer] = []

    def watch(self, owner: Household, account: Account | None) -> None:
        """Remember an account's figures as they are before the act."""
        if account is not None:
            self._watched.setdefault(account.id, (owner.code, account, figures_now(self._tx, account.id)))

    def move(self, transfer: Transfer) -> None:
        """Points will go."""
        self._transfers.append(transfer)

    def close(self, account: Account) -> None:
        """No more deeds for this account from the day of the act on."""
        owner = self._tx.session.get_one(Household, account.household_id)
        self.watch(owner, account)
        close_account(self._tx, account.id, self._act.on)
        self._tx.session.flush()  # an account may be opened in its place

    def write(self) -> int | None:
        """Write what goes as one voucher under the act's identity; its id, None when nothing goes."""
        written = write_transfers(self._tx, self._act.uid, self._transfers, self._act.on, self._act.reason)
        return None if written is None else written.voucher_id

    def changes(self, opened: Sequence[Account]) -> tuple[BookChange, ...]:
        """Each book before and after; what was `opened` by the act had nothing before."""
        fresh = {account.id for account in opened}
        return tuple(
            BookChange(
                household_code=code,
                number=account.number,
                before=Figures() if account.id in fresh else before,
                after=figures_now(self._tx, account.id),
                closed=account.closed_on is not None,
            )
            for code, account, before in self._watched.values()
        )


def points_detail(rule: PointsRule, books: Sequence[BookChange]) -> dict[str, str]:
    """What the story keeps of the points: the way, and each book's figures before and after."""
    detail = {"way": rule.way.value}
    for place, book in enumerate(books, 1):
        detail |= {
            f"book{place}": book.number,
            f"book{place}.before": _told(book.before),
            f"book{place}.after": _told(book.after),
        }
    return detail


def _told(figures: Figures) -> str:
    return f"{figures.assessment} {figures.spendable} {figures.base}"
