"""Whether claims could be entered as things stand now, and what else is wrong with them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select

from passbook_desk.db.store import Scope
from passbook_desk.features.catalogue.queries import version_in_force, versions
from passbook_desk.features.catalogue.values import ItemRow, Limit
from passbook_desk.features.households.life.history import away_since
from passbook_desk.features.households.model import Organization
from passbook_desk.features.ledger.checking import debtless
from passbook_desk.features.ledger.claims.errors import ClaimAccountClosed
from passbook_desk.features.ledger.claims.rules import OPEN
from passbook_desk.features.ledger.claims.values import Doubt
from passbook_desk.features.ledger.claims.writing import chunks
from passbook_desk.features.ledger.errors import HolderClosed, HouseholdAway, LimitReached, NoDebt
from passbook_desk.features.ledger.limits import (
    Doer,
    Done,
    History,
    allowance,
    history_of_deeds,
    limit_reached,
    limit_span,
    limits_on,
)
from passbook_desk.features.ledger.model import Account, Claim, ClaimState
from passbook_desk.features.ledger.queries import accounts_by_id, balances
from passbook_desk.features.ledger.values import AccountRow, OwnerKind
from passbook_desk.features.village.queries import policy
from passbook_desk.kernel.errors import UserError
from passbook_desk.kernel.points import ZERO, Points


@dataclass(slots=True)
class _Bench:
    """What claims are judged by, read once for all of them."""

    scope: Scope
    accounts: dict[int, AccountRow]
    closed: frozenset[int]
    shops_closed: dict[int, tuple[str, date]]
    items: dict[int, ItemRow]
    cut_off_day: int
    balances: dict[int, Points]
    """Of books that may not owe points."""
    history: History = field(default_factory=History)
    _limits: dict[date, tuple[Limit, ...]] = field(default_factory=dict)
    _away: dict[date, dict[int, date]] = field(default_factory=dict)

    def limits(self, claim: Claim) -> tuple[Limit, ...]:
        day = claim.occurred_on
        if day not in self._limits:
            version = version_in_force(self.scope, day)
            self._limits[day] = () if version is None else version.limits
        account = self.accounts[claim.account_id]
        every = (*self.items[claim.item_id].limits, *self._limits[day])
        return limits_on(every, claim.item_code, account, claim.points)

    def away(self, day: date) -> dict[int, date]:
        if day not in self._away:
            self._away[day] = away_since(self.scope, day)
        return self._away[day]

    def problem(self, claim: Claim) -> UserError | None:
        """Why the claim cannot be entered; None when it can, and then it counts for the next ones."""
        account = self.accounts[claim.account_id]
        if account.id in self.closed:
            return ClaimAccountClosed(number=account.number)
        since = self.away(claim.occurred_on).get(account.household_id)
        if account.owner_kind is OwnerKind.HOUSEHOLD and since is not None:
            return HouseholdAway(number=account.number, since=since, field="account")
        name, closed_on = self.shops_closed.get(account.organization_id or 0, ("", None))
        if closed_on is not None and claim.occurred_on > closed_on:
            return HolderClosed(name=name, on=closed_on, field="account")
        allowed = allowance(
            self.history,
            self.limits(claim),
            account.id,
            claim.occurred_on,
            claim.points,
            self.cut_off_day,
            Doer.of(self.items[claim.item_id], claim.person_id),
        )
        if allowed.points != claim.points and allowed.room is not None:
            return limit_reached(account, self.items[claim.item_id], allowed.room)
        balance = self.balances.get(account.id)
        if balance is not None and claim.points < ZERO and balance + claim.points < ZERO:
            return NoDebt(
                field="points",
                name=account.owner_name,
                number=account.number,
                item=claim.item_text,
                balance=balance,
            )
        return None

    def count(self, claim: Claim) -> None:
        """Let the claim count for those judged after it."""
        if claim.account_id in self.balances:
            self.balances[claim.account_id] += claim.points
        self.history.add(
            Done(
                claim.account_id,
                claim.item_code,
                claim.occurred_on,
                claim.points > ZERO,
                claim.points.hundredths,
                1,
                waiting=True,
                person_id=claim.person_id,
            )
        )

    def has_already(self, claim: Claim) -> bool:
        return bool(self.history.on(claim.account_id, claim.item_code, claim.occurred_on))


def _bench(scope: Scope, claims: Sequence[Claim]) -> _Bench:
    ids = {claim.account_id for claim in claims}
    closed: set[int] = set()
    for some in chunks(ids):
        closed.update(
            scope.session.scalars(
                select(Account.id).where(Account.id.in_(some), Account.closed_on.is_not(None))
            )
        )
    shops = scope.session.execute(
        select(Organization.id, Organization.name, Organization.closed_on).where(
            Organization.village_id == scope.village_id, Organization.closed_on.is_not(None)
        )
    )
    accounts, decided = accounts_by_id(scope, ids, closed_too=True), policy(scope)
    bound = [row for row in accounts.values() if debtless(decided, row)]
    bench = _Bench(
        scope,
        accounts,
        frozenset(closed),
        {row.id: (row.name, row.closed_on) for row in shops if row.closed_on is not None},
        items_of(scope),
        decided.cut_off_day,
        {row.account.id: row.balance for row in balances(scope, accounts_chosen=bound)} if bound else {},
    )
    bench.history = _lines_so_far(scope, claims, bench)
    return bench


def _lines_so_far(scope: Scope, claims: Sequence[Claim], bench: _Bench) -> History:
    """Effective lines from the first day that any limit on these claims, or the deed itself, looks at."""
    if not claims:
        return History()
    first = min(claim.occurred_on for claim in claims)
    items: set[str] | None = {claim.item_code for claim in claims}
    for claim in claims:
        for limit in bench.limits(claim):
            first = min(first, limit_span(limit.period, claim.occurred_on, bench.cut_off_day).first)
            if limit.item is None:
                items = None
    return history_of_deeds(scope, {claim.account_id for claim in claims}, first, items, claims_too=False)


def problems_of(scope: Scope, claims: Sequence[Claim]) -> dict[int, UserError]:
    """Which of these claims cannot be entered, and why, by claim; each counts for those behind it.

    Judged by the deed's day over effective lines: another open claim stands in nobody's way.
    """
    bench = _bench(scope, claims)
    found: dict[int, UserError] = {}
    for claim in claims:
        problem = bench.problem(claim)
        if problem is None:
            bench.count(claim)
        else:
            found[claim.id] = problem
    return found


def doubts_of(scope: Scope, claim_ids: Iterable[int]) -> dict[int, tuple[Doubt, ...]]:
    """What is wrong with open claims, by claim; earlier claims of the same book count as if entered."""
    wanted = set(claim_ids)
    claims = _open_claims_beside(scope, wanted)
    bench = _bench(scope, claims)
    found: dict[int, tuple[Doubt, ...]] = {}
    for claim in claims:
        if claim.id in wanted:
            doubts = _doubts(bench, claim)
            if doubts:
                found[claim.id] = doubts
        bench.count(claim)
    return found


def _doubts(bench: _Bench, claim: Claim) -> tuple[Doubt, ...]:
    doubts = []
    problem = bench.problem(claim)
    if isinstance(problem, ClaimAccountClosed):
        doubts.append(Doubt.ACCOUNT_CLOSED)
    elif isinstance(problem, HouseholdAway):
        doubts.append(Doubt.HOUSEHOLD_AWAY)
    elif isinstance(problem, HolderClosed):
        doubts.append(Doubt.HOLDER_CLOSED)
    elif isinstance(problem, LimitReached):
        doubts.append(Doubt.OVER_LIMIT)
    elif isinstance(problem, NoDebt):
        doubts.append(Doubt.NO_DEBT)
    if bench.has_already(claim):
        doubts.append(Doubt.DUPLICATE)
    return tuple(doubts)


def _open_claims_beside(scope: Scope, claim_ids: set[int]) -> list[Claim]:
    """All open claims of the books that these claims are for, the oldest first."""
    accounts: set[int] = set()
    for some in chunks(claim_ids):
        accounts.update(scope.session.scalars(select(Claim.account_id).where(Claim.id.in_(some))))
    found: list[Claim] = []
    for some in chunks(accounts):
        found += scope.session.scalars(
            select(Claim)
            .join(ClaimState, ClaimState.claim_id == Claim.id)
            .where(
                Claim.village_id == scope.village_id,
                ClaimState.account_id.in_(some),
                ClaimState.state.in_([state.value for state in OPEN]),
            )
        )
    return sorted(found, key=lambda claim: claim.id)


def items_of(scope: Scope) -> dict[int, ItemRow]:
    """Every item of every version, by its id: a claim is entered under the item it was made with."""
    return {item.id: item for version in versions(scope) for item in version.items}
