from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import func, select

from passbook_desk.db.store import Scope
from passbook_desk.features.access.model import Operator
from passbook_desk.features.ledger.errors import UnknownAccount
from passbook_desk.features.ledger.model import Account
from passbook_desk.features.ledger.queries import accounts_by_id, balances, head, lines_of
from passbook_desk.features.ledger.values import Colour
from passbook_desk.features.passbooks.model import Printout
from passbook_desk.features.passbooks.values import PassbookContent, PrintoutRow
from passbook_desk.features.village.queries import village


def passbook_content(scope: Scope, account_ids: Sequence[int], as_of: date) -> tuple[PassbookContent, ...]:
    """The books of these accounts, in the order asked for, with every line recorded so far.

    A closed book is printed as well: its last pages are the holder's proof. Raises UnknownAccount.
    """
    found = accounts_by_id(scope, account_ids, closed_too=True)
    for account_id in account_ids:
        if account_id not in found:
            raise UnknownAccount(number=str(account_id), field="account")
    here, end, entries = village(scope), head(scope), lines_of(scope, account_ids)
    chosen = [found[account_id] for account_id in account_ids]
    return tuple(
        PassbookContent(
            account=row.account,
            village_name=here.name,
            township=here.township,
            issuer=here.issuer,
            office_phone=here.objection_phone,
            as_of=as_of,
            lines=entries.get(row.account.id, ()),
            balance=row.balance,
            head_code=end.code,
        )
        for row in balances(scope, accounts_chosen=chosen)
    )


def printouts(scope: Scope, limit: int) -> tuple[PrintoutRow, ...]:
    """The latest printed passbooks, newest first; of closed accounts too."""
    rows = scope.session.execute(
        select(Printout, Operator.name, Account.number, Account.colour)
        .join(Operator, Operator.id == Printout.printed_by)
        .join(Account, Account.id == Printout.account_id)
        .where(Printout.village_id == scope.village_id)
        .order_by(Printout.id.desc())
        .limit(limit)
    ).all()
    holders = accounts_by_id(scope, {row.Printout.account_id for row in rows}, closed_too=True)
    found = []
    for printout, printed_by, number, colour in rows:
        holder = holders.get(printout.account_id)
        found.append(
            PrintoutRow(
                id=printout.id,
                uid=printout.uid,
                account_id=printout.account_id,
                account_number=number,
                colour=Colour(colour),
                owner_name=holder.owner_name if holder else "",
                household_code=holder.owner_code if holder else "",
                as_of=printout.as_of,
                first_account_seq=printout.first_account_seq,
                last_account_seq=printout.last_account_seq,
                pages=printout.pages,
                head_code=printout.head_code,
                printed_at=printout.printed_at,
                printed_by=printed_by,
            )
        )
    return tuple(found)


def last_printed(scope: Scope, account_ids: Collection[int]) -> dict[int, int]:
    """For each of these accounts that was ever printed, the last line of its book that is on paper."""
    rows = scope.session.execute(
        select(Printout.account_id, func.max(Printout.last_account_seq))
        .where(Printout.account_id.in_(account_ids))
        .group_by(Printout.account_id)
    )
    return {account_id: last for account_id, last in rows}
