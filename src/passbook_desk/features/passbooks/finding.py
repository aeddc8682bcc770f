"""Finding a paper book by its number, typed, scanned from its cover or remembered by its end."""

from typing import Final

from sqlalchemy import case, func, select

from passbook_desk.db.store import Scope
from passbook_desk.features.households.finding_values import FindKind, FindRank, FindRow
from passbook_desk.features.ledger.queries import accounts_by_id
from passbook_desk.features.ledger.values import AccountRow
from passbook_desk.features.passbooks.books.values import BookEnd
from passbook_desk.features.passbooks.model import Book
from passbook_desk.kernel.search import fold

_SHORTEST_NUMBER: Final = 4


def find_passbooks(scope: Scope, text: str, limit: int) -> tuple[FindRow, ...]:
    """Paper books whose number is, begins with or ends in the digits typed or scanned; at least four.

    A book that was lost, replaced or closed is found by its whole number alone, so that it can be told.
    """
    wanted = fold(text)
    if not (wanted.isascii() and wanted.isdigit() and len(wanted) >= _SHORTEST_NUMBER):
        return ()
    whole, begun = Book.number == wanted, func.substr(Book.number, 1, len(wanted)) == wanted
    rank = case(
        (whole, FindRank.CODE.value), (begun, FindRank.CODE_START.value), else_=FindRank.TAIL.value
    ).label("rank")
    by_end = func.substr(Book.number, -len(wanted)) == wanted
    rows = scope.session.execute(
        select(Book.number, Book.account_id, Book.ended_as, rank)
        .where(Book.village_id == scope.village_id)
        .where(whole | ((begun | by_end) & (Book.ended_as == BookEnd.NONE.value)))
        .order_by("rank", Book.number)
        .limit(limit)
    ).all()
    holders = accounts_by_id(scope, {row.account_id for row in rows}, closed_too=True)
    return tuple(
        _found(holders[row.account_id], row.number, row.ended_as, FindRank(row.rank)) for row in rows
    )


def _found(account: AccountRow, number: str, end: str, rank: FindRank) -> FindRow:
    return FindRow(
        FindKind.BOOK,
        rank,
        account.owner_name,
        account.owner_code,
        grid_name=account.grid_name,
        household_id=account.household_id or None,
        person_id=account.person_id,
        organization_id=account.organization_id,
        account_id=account.id,
        passbook=number,
        passbook_end=end,
    )
