"""Judging an act of entry before it is written: one judgement for saving, for the wall and for the grid."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select

from passbook_desk.db.store import Scope
from passbook_desk.features.catalogue.errors import NoCatalogueYet, UnknownItem
from passbook_desk.features.catalogue.queries import first_day, version_in_force, versions
from passbook_desk.features.catalogue.rules import check_points
from passbook_desk.features.catalogue.values import Holder, ItemRow, Limit, LimitPeriod, Measure, VersionRow
from passbook_desk.features.households.life.history import away_since
from passbook_desk.features.households.model import Membership, Organization
from passbook_desk.features.ledger.errors import (
    DeedOnce,
    DeedTwice,
    FutureDeed,
    HolderClosed,
    HouseholdAway,
    NoDebt,
    OtherBookOnce,
    OtherBookToo,
    UnknownAccount,
    WrongHolder,
)
from passbook_desk.features.ledger.limits import (
    Doer,
    Done,
    History,
    allowance,
    history_of_deeds,
    holder_of,
    limit_reached,
    limit_span,
    limits_on,
)
from passbook_desk.features.ledger.model import Account
from passbook_desk.features.ledger.queries import accounts_by_id, balances
from passbook_desk.features.ledger.recording_values import CheckedEntry, DeedEntry, OverCap, Verdict
from passbook_desk.features.ledger.values import AccountRow, Colour, OwnerKind
from passbook_desk.features.village.policy import Twice, VillagePolicy
from passbook_desk.features.village.queries import policy
from passbook_desk.kernel.errors import UserError
from passbook_desk.kernel.points import ZERO, Points


@dataclass(frozen=True, slots=True)
class Judged:
    """A deed with its verdict; `checked` is what would be entered. `mistaken`: no rule, but a wrong entry."""

    verdict: Verdict
    checked: CheckedEntry | None = None
    mistaken: bool = False
    account: AccountRow | None = None
    item: ItemRow | None = None


@dataclass(frozen=True, slots=True)
class _Book:
    """An account number of the household's other colour."""

    account_id: int
    number: str


@dataclass(frozen=True, slots=True)
class _Facts:
    """What judging needs, read once for the whole act; `history` and `balances` grow with each deed."""

    today: date
    policy: VillagePolicy
    accounts: Mapping[int, AccountRow]
    catalogues: Mapping[date, VersionRow | None]
    first_catalogue: date | None
    away: Mapping[date, Mapping[int, date]]
    shut: Mapping[int, date]
    other_books: Mapping[int, tuple[_Book, ...]]
    history: History
    balances: dict[int, Points]


def judge(scope: Scope, entries: Sequence[DeedEntry]) -> tuple[Judged, ...]:
    """What may be entered of each deed, in their order: an earlier deed of the act counts for a later one."""
    facts = _facts(scope, entries)
    return tuple(_judge(facts, place, entry) for place, entry in enumerate(entries))


def deed_preview(scope: Scope, entries: Sequence[DeedEntry]) -> tuple[Verdict, ...]:
    """What saving these deeds would do with each of them, in their order."""
    return tuple(each.verdict for each in judge(scope, entries))


def _facts(scope: Scope, entries: Sequence[DeedEntry]) -> _Facts:
    decided = policy(scope)
    days = {entry.occurred_on for entry in entries}
    catalogues = _catalogues(scope, days)
    accounts = accounts_by_id(scope, {entry.account_id for entry in entries})
    codes = {entry.item_code.strip() for entry in entries}
    items = [
        item for version in catalogues.values() if version for item in version.items if item.code in codes
    ]
    other_books = _other_books(scope, accounts.values()) if any(map(_in_both_colours, items)) else {}
    limits = [limit for version in catalogues.values() if version for limit in version.limits]
    limits += [limit for item in items for limit in item.limits]
    books = {*accounts, *(book.account_id for found in other_books.values() for book in found)}
    over_all = any(limit.item is None for limit in limits)
    return _Facts(
        today=scope.today,
        policy=decided,
        accounts=accounts,
        catalogues=catalogues,
        first_catalogue=first_day(scope) if None in catalogues.values() else None,
        away={day: away_since(scope, day) for day in days},
        shut=closed_holders(scope, accounts.values()),
        other_books=other_books,
        history=history_of_deeds(
            scope, books, _first_counted(days, limits, decided.cut_off_day), None if over_all else codes
        ),
        balances=_balances(scope, decided, accounts.values()),
    )


def _catalogues(scope: Scope, days: Iterable[date]) -> dict[date, VersionRow | None]:
    wanted = sorted(set(days))
    if len(wanted) == 1:
        return {wanted[0]: version_in_force(scope, wanted[0])}
    newest_first = versions(scope)
    return {day: next((each for each in newest_first if each.effective_from <= day), None) for day in wanted}


def _in_both_colours(item: ItemRow) -> bool:
    return Holder.RED in item.holders and Holder.HOUSEHOLD in item.holders


def _first_counted(days: Iterable[date], limits: Iterable[Limit], cut_off_day: int) -> date:
    periods = {limit.period for limit in limits} | {LimitPeriod.DAY}
    return min(
        (limit_span(each, day, cut_off_day).first for each in periods for day in days), default=date.min
    )


def _other_books(scope: Scope, accounts: Iterable[AccountRow]) -> dict[int, tuple[_Book, ...]]:
    """For a household's book the red ones of its members of today, for a red one that of its household."""
    chosen = [row for row in accounts if row.household_id]
    houses = sorted({row.household_id for row in chosen})
    green = select(Account.household_id, Account.id, Account.number).where(
        Account.household_id.in_(houses), Account.closed_on.is_(None)
    )
    red = (
        select(Membership.household_id, Account.id, Account.number)
        .join(Membership, Membership.person_id == Account.person_id)
        .where(
            Membership.household_id.in_(houses),
            Membership.from_on <= scope.today,
            or_(Membership.to_on.is_(None), Membership.to_on >= scope.today),
            Account.closed_on.is_(None),
        )
    )
    found: dict[Colour, defaultdict[int, list[_Book]]] = {}
    for colour, rows in ((Colour.GREEN, green), (Colour.RED, red)):
        found[colour] = defaultdict(list)
        for household_id, account_id, number in scope.session.execute(rows):
            found[colour][household_id or 0].append(_Book(account_id, number))
    other = {Colour.GREEN: Colour.RED, Colour.RED: Colour.GREEN}
    return {row.id: tuple(found[other[row.colour]].get(row.household_id, ())) for row in chosen}


def closed_holders(scope: Scope, accounts: Iterable[AccountRow]) -> dict[int, date]:
    """Shops and units that have closed, and when."""
    ids = {row.organization_id for row in accounts if row.organization_id is not None}
    if not ids:
        return {}
    rows = scope.session.execute(
        select(Organization.id, Organization.closed_on).where(
            Organization.id.in_(ids), Organization.closed_on.is_not(None)
        )
    )
    return {organization_id: closed_on for organization_id, closed_on in rows if closed_on is not None}


def _balances(scope: Scope, decided: VillagePolicy, accounts: Iterable[AccountRow]) -> dict[int, Points]:
    """Balances of the books that may not owe points."""
    bound = [row for row in accounts if debtless(decided, row)]
    return {row.account.id: row.balance for row in balances(scope, accounts_chosen=bound)} if bound else {}


def debtless(decided: VillagePolicy, account: AccountRow) -> bool:
    """Whether the village lets this kind of book never owe points (domain §13 rule 14)."""
    if account.owner_kind is OwnerKind.PERSON:
        return decided.debtless_members
    return decided.debtless_organizations if account.of_organization else decided.debtless_households


def _judge(facts: _Facts, place: int, entry: DeedEntry) -> Judged:
    account = facts.accounts.get(entry.account_id)
    try:
        account, item, limits = _resolved(facts, entry)
        wanted = check_points(item, entry.points, entry.quantity)
    except UserError as problem:
        return Judged(Verdict(place, account, None, None, problem), mistaken=True)
    return _decided(facts, place, entry, account, item, limits, wanted)


def _resolved(facts: _Facts, entry: DeedEntry) -> tuple[AccountRow, ItemRow, tuple[Limit, ...]]:
    """Book, item and the limits of the day. Raises what is wrong with the entry itself."""
    day = entry.occurred_on
    if day > facts.today:
        raise FutureDeed(field="occurred_on", day=day, today=facts.today)
    version = facts.catalogues[day]
    if version is None:
        raise NoCatalogueYet(field="occurred_on", day=day, first=facts.first_catalogue)
    code = entry.item_code.strip()
    item = next((each for each in version.items if each.code == code), None)
    if item is None:
        raise UnknownItem(field="item", item=entry.item_code, day=day)
    account = facts.accounts.get(entry.account_id)
    if account is None:
        raise UnknownAccount(number=str(entry.account_id), field="account")
    if holder_of(account) not in item.holders:
        raise WrongHolder(item=item.name, number=account.number, field="account")
    return account, item, (*item.limits, *version.limits)


def _decided(
    facts: _Facts,
    place: int,
    entry: DeedEntry,
    account: AccountRow,
    item: ItemRow,
    all_limits: tuple[Limit, ...],
    wanted: Points,
) -> Judged:
    day, history = entry.occurred_on, facts.history
    limits = limits_on(all_limits, item.code, account, wanted)
    doer = Doer.of(item, entry.person_id)
    left = allowance(history, limits, account.id, day, wanted, facts.policy.cut_off_day, doer)
    here = history.on(account.id, item.code, day)
    points = left.points
    problem: UserError | None = None
    if left.points != wanted:
        assert left.room is not None
        problem = limit_reached(account, item, left.room)
        if not left.points or (wanted > ZERO and entry.over_cap is OverCap.SKIP):
            points = ZERO
    fill = left.points if problem is not None and left.points else None
    in_debt = _debt(
        facts, account, item, points, floored=any(each.measure is Measure.POINTS for each in limits)
    )
    if in_debt is not None:
        points, problem, fill = in_debt[0], in_debt[1], None
    twice = _twice(facts, entry, account, item)
    away = _not_there(facts, account, day)
    if away is not None or (twice is not None and left.points):
        points, problem = ZERO, away or twice
    verdict = Verdict(
        place=place,
        account=account,
        wanted=wanted,
        points=points or None,
        problem=problem,
        fill=None if away else fill,
        confirmable=isinstance(problem, DeedTwice | OtherBookToo),
        same_day=Points(sum(done.points for done in here)) if here else None,
        waiting=any(done.waiting for done in here),
        room=left.room,
    )
    if not points:
        return Judged(verdict, account=account, item=item)
    done = Done(account.id, item.code, day, points > ZERO, points.hundredths, 1, False, entry.person_id)
    history.add(done)
    if account.id in facts.balances:
        facts.balances[account.id] += points
    return Judged(verdict, _checked(entry, account, item, points), account=account, item=item)


def _debt(
    facts: _Facts, account: AccountRow, item: ItemRow, points: Points, *, floored: bool
) -> tuple[Points, UserError] | None:
    """What is left of a deduction where no debt is allowed: nothing, or what the book has (扣完为止)."""
    balance = facts.balances.get(account.id)
    if balance is None or points >= ZERO or balance + points >= ZERO:
        return None
    problem = NoDebt(
        field="points",
        name=account.owner_name,
        number=account.number,
        item=item.name,
        balance=balance,
    )
    return (-balance if floored and balance > ZERO else ZERO), problem


def _twice(facts: _Facts, entry: DeedEntry, account: AccountRow, item: ItemRow) -> UserError | None:
    """The same deed on the same day, in this book or in the household's other one (domain §13 rule 2)."""
    day, decided = entry.occurred_on, facts.policy
    words = {"field": "account", "name": account.owner_name, "number": account.number, "item": item.name}
    if _stands(decided.same_deed_twice, entry) and facts.history.on(account.id, item.code, day):
        once = decided.same_deed_twice is Twice.REFUSE
        return DeedOnce(**words, day=day) if once else DeedTwice(**words, day=day)
    if _stands(decided.member_and_household, entry):
        once = decided.member_and_household is Twice.REFUSE
        for book in facts.other_books.get(account.id, ()):
            if facts.history.on(book.account_id, item.code, day):
                words["other"] = book.number
                return OtherBookOnce(**words, day=day) if once else OtherBookToo(**words, day=day)
    return None


def _stands(decided: Twice, entry: DeedEntry) -> bool:
    return decided is Twice.REFUSE or (decided is Twice.ASK and not entry.again)


def _not_there(facts: _Facts, account: AccountRow, day: date) -> UserError | None:
    """A closed shop or unit, a household that is away does nothing more; what was before may be entered."""
    since = facts.away[day].get(account.household_id)
    if account.owner_kind is OwnerKind.HOUSEHOLD and since is not None:
        return HouseholdAway(number=account.number, since=since, field="account")
    closed_on = facts.shut.get(account.organization_id or 0)
    if closed_on is not None and day > closed_on:
        return HolderClosed(name=account.owner_name, on=closed_on, field="account")
    return None


def _checked(entry: DeedEntry, account: AccountRow, item: ItemRow, points: Points) -> CheckedEntry:
    return CheckedEntry(
        account=account,
        item=item,
        occurred_on=entry.occurred_on,
        quantity=entry.quantity,
        points=points,
        memo=entry.memo,
        person_id=entry.person_id,
        witness=entry.witness,
        evidence=entry.evidence,
    )
