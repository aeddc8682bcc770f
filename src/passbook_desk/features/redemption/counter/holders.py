from collections.abc import Iterable
from dataclasses import replace

from passbook_desk.db.store import Scope
from passbook_desk.features.households.life.history import last_heads
from passbook_desk.features.ledger.queries import accounts_by_id
from passbook_desk.features.ledger.values import AccountRow


def holders(scope: Scope, account_ids: Iterable[int]) -> dict[int, AccountRow]:
    """Who holds these books, closed ones too; a household that is no more goes by who headed it last."""
    found = accounts_by_id(scope, account_ids, closed_too=True)
    nameless = [row for row in found.values() if not row.owner_name]
    names = last_heads(scope, {row.household_id for row in nameless}) if nameless else {}
    for row in nameless:
        found[row.id] = replace(row, owner_name=names.get(row.household_id, ""))
    return found
