"""Points that could be spent now, over all open books."""

from passbook_desk.db.store import Scope
from passbook_desk.features.ledger.counting.standing import standings
from passbook_desk.features.ledger.queries import accounts
from passbook_desk.features.ledger.values import OwnerKind
from passbook_desk.features.redemption.reporting.values import Outstanding
from passbook_desk.features.village.queries import policy
from passbook_desk.kernel.points import ZERO


def outstanding(scope: Scope) -> Outstanding:
    """What all open books have to spend, and what of it the counter would take today.

    Books that are suspended or vetoed are barred, and red ones where the village does not let them redeem.
    """
    open_books = accounts(scope)
    allowed, members = standings(scope, open_books), policy(scope).members_redeem
    spendable = redeemable = ZERO
    books = barred = 0
    for account in open_books:
        standing = allowed[account.id]
        if standing.spendable <= ZERO:
            continue
        books += 1
        spendable += standing.spendable
        if not standing.redemption_allowed or (account.owner_kind is OwnerKind.PERSON and not members):
            barred += 1
        else:
            redeemable += standing.redeemable
    return Outstanding(books, spendable, redeemable, barred)
