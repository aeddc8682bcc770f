"""F3: what a name, a code or a number leads to."""

from passbook_desk.db.store import Scope
from passbook_desk.features.households.queries import households
from passbook_desk.features.ledger.errors import UnknownAccount, WrongAccountNumber
from passbook_desk.features.ledger.queries import account_by_number
from passbook_desk.ui.shell.finding import FindHit
from passbook_desk.ui.shell.routes import Route

_ACCOUNT_DIGITS = 8
_MOST = 9


def find_everything(scope: Scope, text: str) -> tuple[FindHit, ...]:
    """A book by its number; households by name, pinyin initials, code or house number."""
    hits: list[FindHit] = []
    if text.isdigit() and len(text) >= _ACCOUNT_DIGITS:
        try:
            account = account_by_number(scope, text)
            route = Route("household", {"id": account.household_id})
            hits.append(FindHit(account.owner_name, f"{account.number}  {account.household_code}", route))
        except (UnknownAccount, WrongAccountNumber):
            pass
    hits += [
        FindHit(row.head_name, f"{row.code}  {row.grid_name}", Route("household", {"id": row.id}))
        for row in households(scope, find=text)[:_MOST]
    ]
    return tuple(hits)
