"""Finding a book by the number on its cover, typed, scanned or remembered by its end."""

from typing import Final

from sqlalchemy import case, func, select

from passbook_desk.db.store import Scope
from passbook_desk.features.households.finding_values import FindKind, FindRank, FindRow
from passbook_desk.features.ledger.model import Account
from passbook_desk.features.ledger.queries import accounts_by_id
from passbook_desk.features.ledger.values import AccountRow
from passbook_desk.kernel.search import fold

_SHORTEST_NUMBER: Final = 4


def find_books(scope: Scope, text: str, limit: int) -> tuple[FindRow, ...]:
    """Open accounts whose number is, begins with or ends in the digits typed or scanned; at least four."""
    wanted = fold(text)
    if not (wanted.isascii() and wanted.isdigit() and len(wanted) >= _SHORTEST_NUMBER):
        return ()
    begun = func.substr(Account.number, 1, len(wanted)) == wanted
    rank = case(
        (Account.number == wanted, FindRank.CODE.value),
        (begun, FindRank.CODE_START.value),
        else_=FindRank.TAIL.value,
    ).label("rank")
    ranks = {
        row.id: FindRank(row.rank)
        for row in scope.session.execute(
            select(Account.id, rank)
            .where(Account.village_id == scope.village_id, Account.closed_on.is_(None))
            .where(begun | (func.substr(Account.number, -len(wanted)) == wanted))
            .order_by("rank", Account.number)
            .limit(limit)
        )
    }
    rows = accounts_by_id(scope, ranks)
    return tuple(_book(rows[account_id], rank) for account_id, rank in ranks.items() if account_id in rows)


def _book(row: AccountRow, rank: FindRank) -> FindRow:
    return FindRow(
        FindKind.BOOK,
        rank,
        row.owner_name,
        row.owner_code,
        grid_name=row.grid_name,
        book=row.number,
        household_id=row.household_id or None,
        person_id=row.person_id,
        organization_id=row.organization_id,
        account_id=row.id,
    )
