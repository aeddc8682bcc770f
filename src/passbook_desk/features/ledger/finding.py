"""Looking up accounts for entry: by name or number, by what was recorded for them already."""

from collections.abc import Callable
from datetime import date
from typing import Final

from sqlalchemy import exists, select

from passbook_desk.db.store import Scope
from passbook_desk.features.households.owners.queries import organizations
from passbook_desk.features.households.queries import households
from passbook_desk.features.ledger.model import Account, AccountMonth, LedgerLine, Voucher
from passbook_desk.features.ledger.queries import accounts
from passbook_desk.features.ledger.values import AccountRow, LineKind, RecordedVoucher
from passbook_desk.kernel.period import month_of
from passbook_desk.kernel.search import fold, initials

_DEEDS: Final = (LineKind.CREDIT.value, LineKind.DEBIT.value)
_SHORTEST_NUMBER: Final = 4


def find_accounts(scope: Scope, text: str, limit: int) -> tuple[AccountRow, ...]:
    """Open accounts that a text may mean, in the order of households: at most `limit`.

    The text is part of an account number, or finds the household as households.queries.households does, or
    the shop or unit as organizations does. Books of holders whose own name fits come first; an empty text
    finds nothing.
    """
    wanted = fold(text)
    if not wanted:
        return ()
    is_found = holders_found(scope, text)
    number = wanted if wanted.isdigit() and len(wanted) >= _SHORTEST_NUMBER else None
    found = [
        row
        for row in accounts(scope)
        if is_found(row) or (number is not None and row.number.startswith(number))
    ]
    return tuple(sorted(found, key=lambda row: not _own(row, wanted))[:limit])


def holders_found(scope: Scope, text: str) -> Callable[[AccountRow], bool]:
    """Tells of an account whether a text finds its household, or its shop or unit."""
    houses = {row.id for row in households(scope, find=text)}
    shops = {row.id for row in organizations(scope, find=text)}
    return lambda row: row.household_id in houses or row.organization_id in shops


def _own(row: AccountRow, wanted: str) -> bool:
    by_name = wanted in fold(row.owner_name) or any(
        spelled.startswith(wanted) for spelled in initials(row.owner_name).split()
    )
    return by_name or wanted in (row.number, row.owner_code.lower())


def accounts_moved_since(scope: Scope, day: date) -> frozenset[int]:
    """Accounts with a deed that happened on a day or later."""
    line = (
        exists()
        .where(LedgerLine.account_id == AccountMonth.account_id)
        .where(LedgerLine.occurred_on >= day, LedgerLine.kind.in_(_DEEDS))
    )
    found = scope.session.scalars(
        select(AccountMonth.account_id)
        .join(Account, Account.id == AccountMonth.account_id)
        .where(Account.village_id == scope.village_id, AccountMonth.month >= month_of(day), line)
    )
    return frozenset(found)


def recorded(scope: Scope, uid: str) -> RecordedVoucher | None:
    """What an act wrote, by the identity its form was given; None when it was not written (DECISIONS 15)."""
    voucher = scope.session.scalar(
        select(Voucher).where(Voucher.village_id == scope.village_id, Voucher.uid == uid)
    )
    if voucher is None:
        return None
    seqs = scope.session.scalars(
        select(LedgerLine.seq).where(LedgerLine.voucher_id == voucher.id).order_by(LedgerLine.seq)
    )
    return RecordedVoucher(voucher.id, uid, tuple(seqs))
