"""F3: what a name, a code or a number leads to, of all features together."""

from collections.abc import Mapping

from passbook_desk.db.store import Scope
from passbook_desk.features.households.finding import best_first, find
from passbook_desk.features.households.finding_values import FindKind, FindRow
from passbook_desk.features.households.secrets import LookupKey
from passbook_desk.features.ledger.book_finding import find_books, organization_books
from passbook_desk.ui.shell.find_panel import MOST_ROWS, FindHit
from passbook_desk.ui.shell.routes import Route


def find_everything(scope: Scope, text: str, key: LookupKey, absent: bool = False) -> tuple[FindHit, ...]:
    """People, households, shops, units and books that a text may mean, the best first; at most nine."""
    people = find(scope, text, key, absent=absent, limit=MOST_ROWS)
    found = best_first([*people, *find_books(scope, text, MOST_ROWS)])[:MOST_ROWS]
    books = organization_books(scope, [row.organization_id for row in found if row.organization_id])
    return tuple(_hit(row, books) for row in found)


def _hit(row: FindRow, books: Mapping[int, int]) -> FindHit:
    return FindHit(
        title=row.title,
        route=_route(row, books),
        code=row.code,
        grid=row.grid_name,
        house_number=row.house_number,
        head=row.head_name if row.kind is FindKind.PERSON and row.head_name != row.title else "",
        phone=str(row.phone) if row.phone is not None else "",
        book=row.book,
        absent=row.absent,
    )


def _route(row: FindRow, books: Mapping[int, int]) -> Route:
    """To the household's card; of a shop or unit to its book, and without one to the household list."""
    if row.household_id is not None:
        return Route("household", {"id": row.household_id})
    account = books.get(row.organization_id or 0)
    return Route("households") if account is None else Route("ledger", {"account": account})
