"""Pure decisions of an exchange day: who may not redeem, and who comes next."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from passbook_desk.features.ledger.counting.standing_values import Standing
from passbook_desk.features.ledger.values import AccountRow, OwnerKind
from passbook_desk.features.redemption.exchange.values import Barred, EntitledRow
from passbook_desk.features.village.policy import VillagePolicy


def barred(
    policy: VillagePolicy, account: AccountRow, standing: Standing, closed: Mapping[int, date], today: date
) -> tuple[Barred, date | None]:
    """Why a book may not redeem at all, and the last day of a veto, as the counter judges.

    `closed` are the days on which shops and units closed.
    """
    if account.owner_kind is OwnerKind.PERSON and not policy.members_redeem:
        return Barred.MEMBERS, None
    closed_on = closed.get(account.organization_id or 0)
    if closed_on is not None and closed_on <= today:
        return Barred.CLOSED, None
    if standing.suspended:
        return Barred.SUSPENDED, None
    forbidding = [veto.until for veto in standing.vetoes if veto.redemption]
    if not forbidding:
        return Barred.NO, None
    ends = [until for until in forbidding if until is not None]
    return Barred.VETOED, max(ends) if len(ends) == len(forbidding) else None


def in_queue(rows: Iterable[EntitledRow]) -> tuple[EntitledRow, ...]:
    """Those who have a place in the queue, in its order."""
    return tuple(sorted((row for row in rows if row.ticket is not None), key=lambda row: row.ticket or 0))


def next_in_queue(rows: Iterable[EntitledRow], passed: Collection[int] = ()) -> EntitledRow | None:
    """Whose turn it is: who waits longest. Those who were called in vain (their tickets in `passed`) come
    again when nobody else waits.
    """
    waiting = [row for row in in_queue(rows) if row.waiting]
    first = next((row for row in waiting if row.ticket not in passed), None)
    return first or next(iter(waiting), None)
