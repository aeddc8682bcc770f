"""F3: what a name, a code or a number leads to, of all features together."""

from passbook_desk.db.store import Scope
from passbook_desk.features.households.finding import best_first, find
from passbook_desk.features.households.finding_values import FindKind, FindRow
from passbook_desk.features.households.secrets import LookupKey
from passbook_desk.features.ledger.book_finding import find_books
from passbook_desk.features.passbooks.finding import find_passbooks
from passbook_desk.ui.shell.find_panel import MOST_ROWS, FindHit
from passbook_desk.ui.shell.routes import Route


def find_everything(scope: Scope, text: str, key: LookupKey, absent: bool = False) -> tuple[FindHit, ...]:
    """People, households, shops, units and books that a text may mean, the best first; at most nine.

    A paper book whose account is found by the same digits is not listed a second time.
    """
    people = find(scope, text, key, absent=absent, limit=MOST_ROWS)
    accounts = find_books(scope, text, MOST_ROWS)
    known = {row.account_id for row in accounts}
    passbooks = [row for row in find_passbooks(scope, text, MOST_ROWS) if row.account_id not in known]
    found = best_first([*people, *accounts, *passbooks])
    return tuple(_hit(row) for row in found[:MOST_ROWS])


def _hit(row: FindRow) -> FindHit:
    return FindHit(
        title=row.title,
        route=_route(row),
        code=row.code,
        grid=row.grid_name,
        house_number=row.house_number,
        head=row.head_name if row.kind is FindKind.PERSON and row.head_name != row.title else "",
        phone=str(row.phone) if row.phone is not None else "",
        book=row.book,
        passbook=row.passbook,
        passbook_end=row.passbook_end,
        absent=row.absent,
    )


def _route(row: FindRow) -> Route:
    """To the card of the household, the shop or the unit; of a book whose holder has left, to its lines.

    The number of a paper book that ended leads to 核验, which says so loudly.
    """
    if row.passbook_end:
        return Route("check_code", {"code": row.passbook})
    if row.household_id is not None:
        return Route("household", {"id": row.household_id})
    if row.organization_id is not None:
        return Route("owner", {"id": row.organization_id})
    return Route("ledger", {"account": row.account_id})
