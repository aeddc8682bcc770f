"""What a book allows today: suspension, stars, vetoes, gifts (domain §2.3, §2.4, §2.6, §13 rules 3, 11)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from passbook_desk.db.store import Scope
from passbook_desk.db.types import PointsColumn
from passbook_desk.features.catalogue.model import CatalogueItem
from passbook_desk.features.catalogue.values import Veto, VetoTerm
from passbook_desk.features.ledger.counting.calendar import base_period, year_of
from passbook_desk.features.ledger.counting.standing_values import Standing, VetoRow
from passbook_desk.features.ledger.figures import sums_by_effect
from passbook_desk.features.ledger.model import AccountBalance, LedgerLine
from passbook_desk.features.ledger.rules import OUTSIDE_ASSESSMENT, OUTSIDE_SPENDABLE
from passbook_desk.features.ledger.values import AccountRow, LineKind, OwnerKind
from passbook_desk.features.village.policy import Band, VillagePolicy
from passbook_desk.features.village.queries import policy
from passbook_desk.kernel.periods import Period
from passbook_desk.kernel.points import ZERO, Points

_TERM_MONTHS: Final = {
    VetoTerm.MONTH: 1,
    VetoTerm.QUARTER: 3,
    VetoTerm.HALF_YEAR: 6,
    VetoTerm.YEAR: 12,
    VetoTerm.TWO_YEARS: 24,
}
_JUDGED: Final = frozenset({OwnerKind.HOUSEHOLD, OwnerKind.PERSON})
_SPENT: Final = (LineKind.GIFT, LineKind.REDEEM, LineKind.REDEEM_COUNTED, LineKind.EXPIRE)
"""Effects that neither earn points nor unlock given ones."""
_CHUNK: Final = 500


def standing(scope: Scope, account: AccountRow) -> Standing:
    """What this book allows today. Shops and units are neither suspended nor given stars."""
    decided = policy(scope)
    kept = scope.session.get(AccountBalance, account.id)
    spendable, base = (ZERO, ZERO) if kept is None else (kept.spendable, kept.base)
    judged = account.owner_kind in _JUDGED
    bands = decided.member_bands if account.owner_kind is OwnerKind.PERSON else decided.household_bands
    year_points = _year_points(scope, account.id, decided, base)
    return Standing(
        account_id=account.id,
        spendable=spendable,
        locked_gifts=locked_gifts(scope, account.id, decided.gift_ratio) if kept is not None else ZERO,
        least=decided.least_to_redeem,
        judged=_judged(scope, account.id, decided, ZERO if kept is None else kept.assessment),
        suspension_line=decided.suspension_line if judged else None,
        year_points=year_points,
        stars=stars_of(bands, year_points) if judged else None,
        vetoes=vetoes(scope, account.id),
    )


def standings(scope: Scope, accounts: Iterable[AccountRow]) -> dict[int, Standing]:
    """What each of many books allows today, by account; as `standing` gives it for one."""
    chosen, decided = tuple(accounts), policy(scope)
    found: dict[int, Standing] = {}
    for start in range(0, len(chosen), _CHUNK):
        found |= _standings(scope, decided, chosen[start : start + _CHUNK])
    return found


def _standings(scope: Scope, decided: VillagePolicy, chosen: Sequence[AccountRow]) -> dict[int, Standing]:
    ids = [account.id for account in chosen]
    rows = scope.session.scalars(select(AccountBalance).where(AccountBalance.account_id.in_(ids)))
    kept = {row.account_id: row for row in rows}
    judged, locked = _judged_many(scope, decided, kept), _locked_many(scope, decided, kept)
    vetoed = _vetoes_of(scope, ids)
    in_year = sums_by_effect(scope, year_of(decided, scope.today).days(decided.cut_off_day).first, None, ids)
    once = base_period(decided, scope.today) is None
    found = {}
    for account in chosen:
        own, sums = kept.get(account.id), in_year.get(account.id, {})
        spendable, base = (ZERO, ZERO) if own is None else (own.spendable, own.base)
        counted = account.owner_kind in _JUDGED
        bands = decided.member_bands if account.owner_kind is OwnerKind.PERSON else decided.household_bands
        year_points = _without(sums) + (base - sums.get(LineKind.BASE, ZERO) if once else ZERO)
        found[account.id] = Standing(
            account_id=account.id,
            spendable=spendable,
            locked_gifts=locked.get(account.id, ZERO),
            least=decided.least_to_redeem,
            judged=judged.get(account.id, ZERO),
            suspension_line=decided.suspension_line if counted else None,
            year_points=year_points,
            stars=stars_of(bands, year_points) if counted else None,
            vetoes=tuple(vetoed.get(account.id, ())),
        )
    return found


def stars_of(bands: tuple[Band, ...], points: Points) -> int | None:
    """The stars of the highest band reached, 0 for none, None where there are no bands."""
    if not bands:
        return None
    return max((band.stars for band in bands if points >= band.least), default=0)


def stars_on(scope: Scope, accounts: Iterable[AccountRow], day: date) -> dict[int, int | None]:
    """The stars of many books at the end of a day, by account; as `standing` gives them for today."""
    decided = policy(scope)
    bands = {OwnerKind.HOUSEHOLD: decided.household_bands, OwnerKind.PERSON: decided.member_bands}
    since = year_of(decided, day).days(decided.cut_off_day).first
    in_year = sums_by_effect(scope, since, day)
    once = base_period(decided, day) is None
    granted = sums_by_effect(scope, date.min, day) if once and any(bands.values()) else {}
    found = {}
    for account in accounts:
        points = _without(in_year.get(account.id, {}))
        if once:
            points += granted.get(account.id, {}).get(LineKind.BASE, ZERO)
            points -= in_year.get(account.id, {}).get(LineKind.BASE, ZERO)
        found[account.id] = stars_of(bands.get(account.owner_kind, ()), points)
    return found


def vetoes(scope: Scope, account_id: int) -> tuple[VetoRow, ...]:
    """Deeds in a book that forbid something today: not taken back, and within their term."""
    return tuple(_vetoes_of(scope, (account_id,)).get(account_id, ()))


def _vetoes_of(scope: Scope, account_ids: Sequence[int]) -> dict[int, list[VetoRow]]:
    """Those of many books, by account; books without one are left out."""
    taking_back = aliased(LedgerLine)
    rows = scope.session.execute(
        select(
            LedgerLine.account_id,
            LedgerLine.seq,
            LedgerLine.item_text,
            LedgerLine.occurred_on,
            CatalogueItem.veto,
            CatalogueItem.veto_term,
        )
        .join(CatalogueItem, CatalogueItem.id == LedgerLine.item_id)
        .outerjoin(taking_back, taking_back.reverses_id == LedgerLine.id)
        .where(
            LedgerLine.account_id.in_(account_ids),
            LedgerLine.kind != LineKind.REVERSAL.value,
            CatalogueItem.veto != "",
            taking_back.id.is_(None),
        )
        .order_by(LedgerLine.seq)
    )
    found: dict[int, list[VetoRow]] = defaultdict(list)
    for account_id, seq, text, on, veto, term in rows:
        row = VetoRow(seq, text, on, Veto(veto), last_day(VetoTerm(term), on))
        if row.until is None or row.until >= scope.today:
            found[account_id].append(row)
    return found


def last_day(term: VetoTerm, occurred_on: date) -> date | None:
    """The last day of a veto's term; None when only taking the line back lifts it."""
    months = _TERM_MONTHS.get(term)
    if months is None:
        return None
    month = Period.months(occurred_on, occurred_on)
    for _ in range(months):
        month = month.next()
    return month.first.replace(day=min(occurred_on.day, month.last.day)) - timedelta(days=1)


def locked_gifts(scope: Scope, account_id: int, ratio: int) -> Points:
    """Given points that the earned ones do not unlock: each earned point unlocks `ratio` given ones.

    Counted since the book was last cleared, for what was cleared unlocks nothing and is locked no more. With
    ratio 0 gifts are spent freely. Source: domain §2.4, matching 1:1 or 1:5.
    """
    if not ratio:
        return ZERO
    since = _last_clearing(scope, account_id)
    sums = {
        LineKind(effect): points
        for effect, points in scope.session.execute(
            select(LedgerLine.effect, func.sum(LedgerLine.points, type_=PointsColumn()))
            .where(LedgerLine.account_id == account_id, LedgerLine.account_seq > since)
            .group_by(LedgerLine.effect)
        )
    }
    return _locked(sums, ratio)


def _locked(sums: Mapping[LineKind, Points], ratio: int) -> Points:
    given = sums.get(LineKind.GIFT, ZERO)
    earned = sum(
        (points for effect, points in sums.items() if effect not in (*OUTSIDE_SPENDABLE, *_SPENT)), ZERO
    )
    return max(ZERO, given - max(ZERO, earned) * ratio)


def _locked_many(
    scope: Scope, decided: VillagePolicy, kept: Mapping[int, AccountBalance]
) -> dict[int, Points]:
    """As `locked_gifts` gives it, of books that have lines."""
    if not decided.gift_ratio:
        return {}
    taking_back = aliased(LedgerLine)
    cleared = (
        select(LedgerLine.account_id, func.max(LedgerLine.account_seq).label("since"))
        .outerjoin(taking_back, taking_back.reverses_id == LedgerLine.id)
        .where(
            LedgerLine.account_id.in_(list(kept)),
            LedgerLine.kind == LineKind.EXPIRE.value,
            LedgerLine.spendable_after == ZERO,
            taking_back.id.is_(None),
        )
        .group_by(LedgerLine.account_id)
        .subquery()
    )
    rows = scope.session.execute(
        select(LedgerLine.account_id, LedgerLine.effect, func.sum(LedgerLine.points, type_=PointsColumn()))
        .outerjoin(cleared, cleared.c.account_id == LedgerLine.account_id)
        .where(
            LedgerLine.account_id.in_(list(kept)),
            LedgerLine.account_seq > func.coalesce(cleared.c.since, 0),
        )
        .group_by(LedgerLine.account_id, LedgerLine.effect)
    )
    sums: dict[int, dict[LineKind, Points]] = defaultdict(dict)
    for account_id, effect, points in rows:
        sums[account_id][LineKind(effect)] = points
    return {account_id: _locked(own, decided.gift_ratio) for account_id, own in sums.items()}


def _last_clearing(scope: Scope, account_id: int) -> int:
    """The number in the book of the last line that left nothing to spend; 0 when there is none."""
    taking_back = aliased(LedgerLine)
    found = scope.session.scalar(
        select(func.max(LedgerLine.account_seq))
        .outerjoin(taking_back, taking_back.reverses_id == LedgerLine.id)
        .where(
            LedgerLine.account_id == account_id,
            LedgerLine.kind == LineKind.EXPIRE.value,
            LedgerLine.spendable_after == ZERO,
            taking_back.id.is_(None),
        )
    )
    return found or 0


def _judged(scope: Scope, account_id: int, decided: VillagePolicy, assessment: Points) -> Points:
    """The assessment since base points were granted last; all of it where they are granted once."""
    granted_on = scope.session.scalar(
        select(func.max(LedgerLine.counted_on)).where(
            LedgerLine.account_id == account_id, LedgerLine.kind == LineKind.BASE.value
        )
    )
    period = base_period(decided, granted_on or scope.today)
    if period is None:
        return assessment
    return _assessed(scope, account_id, period.days(decided.cut_off_day).first)


def _judged_many(
    scope: Scope, decided: VillagePolicy, kept: Mapping[int, AccountBalance]
) -> dict[int, Points]:
    """As `_judged` gives it, by account: books that base points were granted in together are added up
    together.
    """
    if base_period(decided, scope.today) is None:
        return {account_id: own.assessment for account_id, own in kept.items()}
    granted: dict[int, date] = {
        account_id: on
        for account_id, on in scope.session.execute(
            select(LedgerLine.account_id, func.max(LedgerLine.counted_on))
            .where(LedgerLine.account_id.in_(list(kept)), LedgerLine.kind == LineKind.BASE.value)
            .group_by(LedgerLine.account_id)
        )
    }
    together: dict[date, list[int]] = defaultdict(list)
    for account_id in kept:
        period = base_period(decided, granted.get(account_id, scope.today))
        assert period is not None
        together[period.days(decided.cut_off_day).first].append(account_id)
    found: dict[int, Points] = {}
    for since, ids in together.items():
        sums = sums_by_effect(scope, since, None, ids)
        found |= {account_id: _without(sums.get(account_id, {})) for account_id in ids}
    return found


def _year_points(scope: Scope, account_id: int, decided: VillagePolicy, base: Points) -> Points:
    since = year_of(decided, scope.today).days(decided.cut_off_day).first
    sums = sums_by_effect(scope, since, None, (account_id,)).get(account_id, {})
    inside = _without(sums)
    if base_period(decided, scope.today) is not None:
        return inside
    return inside + base - sums.get(LineKind.BASE, ZERO)


def _assessed(scope: Scope, account_id: int, since: date) -> Points:
    return _without(sums_by_effect(scope, since, None, (account_id,)).get(account_id, {}))


def _without(sums: dict[LineKind, Points]) -> Points:
    return sum((points for effect, points in sums.items() if effect not in OUTSIDE_ASSESSMENT), ZERO)
