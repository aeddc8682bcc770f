from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from passbook_desk.db.store import Scope
from passbook_desk.features.ledger.counting.calendar import year_of
from passbook_desk.features.ledger.counting.values import Outside
from passbook_desk.features.ledger.counting.words import OUTSIDE
from passbook_desk.features.ledger.queries import accounts, accounts_by_id
from passbook_desk.features.ledger.values import AccountRow, Colour, OwnerKind
from passbook_desk.features.redemption.goods.queries import goods_rows, outlets
from passbook_desk.features.redemption.model import StockBatch, StockMove, StockPaper
from passbook_desk.features.redemption.reporting.counted import by_goods, counted_items, sums
from passbook_desk.features.redemption.reporting.outstanding import outstanding
from passbook_desk.features.redemption.reporting.values import (
    Budget,
    CountedItem,
    GroupSums,
    OutletSums,
    RedeemedSums,
    RedemptionSummary,
    StockSums,
)
from passbook_desk.features.redemption.stock.values import MoveKind, PaperKind
from passbook_desk.features.village.queries import policy
from passbook_desk.kernel.periods import Period
from passbook_desk.kernel.points import NO_MONEY, ZERO

_GROUPS: Final = {OwnerKind.SHOP: OUTSIDE[Outside.SHOPS], OwnerKind.UNIT: OUTSIDE[Outside.UNITS]}
_NO_GRID: Final = OUTSIDE[Outside.NO_PLACE]


def redemption_summary(scope: Scope, period: Period) -> RedemptionSummary:
    """What was redeemed in a period, what lies in stock and what could still be spent (domain §2.5, §3).

    The period ends on the village's cut-off day, as everywhere.
    """
    decided = policy(scope)
    span = period.days(decided.cut_off_day)
    items = counted_items(scope, span)
    groups, served, households = _groups(scope, items)
    goods = by_goods(scope, items)
    of_services = {row.goods_id for row in goods if row.service}
    return RedemptionSummary(
        period=period,
        span=span,
        made_on=scope.today,
        running=scope.today <= span.last,
        given=sums(each for each in items if not each.back),
        back=_turned(items),
        net=sums(items),
        services=sums(each for each in items if each.goods_id in of_services),
        households=households,
        served=served,
        goods=goods,
        outlets=_outlets(scope, items),
        groups=groups,
        stock=stock_sums(scope),
        outstanding=outstanding(scope),
        budget=budget(scope, year_of(decided, span.last)),
    )


def stock_sums(scope: Scope) -> StockSums:
    """What lies at all outlets today, valued at the prices of today in points."""
    kinds = pieces = expired = unpriced = 0
    value = ZERO
    for row in goods_rows(scope, retired_too=True):
        if not row.stock:
            continue
        kinds, pieces, expired = kinds + 1, pieces + row.stock, expired + row.expired
        if row.points is None:
            unpriced += row.stock - row.expired
        else:
            value += row.points * (row.stock - row.expired)
    return StockSums(kinds, pieces, expired, unpriced, value)


def budget(scope: Scope, year: Period) -> Budget:
    """The village's budget for the shop beside what was bought in a year; papers taken back cost nothing."""
    decided, taking_back = policy(scope), aliased(StockMove)
    span = year.days(decided.cut_off_day)
    rows = scope.session.execute(
        select(StockBatch.cost, func.sum(StockMove.quantity))
        .join(StockMove, StockMove.batch_id == StockBatch.id)
        .join(StockPaper, StockPaper.id == StockMove.paper_id)
        .outerjoin(taking_back, taking_back.reverses_id == StockMove.id)
        .where(
            StockPaper.village_id == scope.village_id,
            StockPaper.kind == PaperKind.BOUGHT.value,
            StockPaper.done_on >= span.first,
            StockPaper.done_on <= span.last,
            StockMove.kind == MoveKind.IN.value,
            taking_back.id.is_(None),
        )
        .group_by(StockBatch.cost)
    )
    spent, unsaid = NO_MONEY, 0
    for cost, quantity in rows:
        if cost is None:
            unsaid += quantity
        else:
            spent += cost * quantity
    return Budget(year, decided.shop_budget, spent, unsaid)


def _turned(items: Iterable[CountedItem]) -> RedeemedSums:
    """What was taken back, as positive figures."""
    back = [each for each in items if each.back]
    told = sums(back)
    return RedeemedSums(len({each.slip_id for each in back}), -told.pieces, -told.points)


def _outlets(scope: Scope, items: Iterable[CountedItem]) -> tuple[OutletSums, ...]:
    chosen: dict[int, list[CountedItem]] = defaultdict(list)
    for each in items:
        chosen[each.outlet_id].append(each)
    rows = outlets(scope, retired_too=True)
    return tuple(
        OutletSums(row.name, sums(chosen[row.id]))
        for row in rows
        if row.retired_on is None or row.id in chosen
    )


def _groups(scope: Scope, items: Iterable[CountedItem]) -> tuple[tuple[GroupSums, ...], int, int]:
    """Grids, shops and units behind; then how many households were served, and of how many."""
    chosen: dict[int, list[CountedItem]] = defaultdict(list)
    for each in items:
        chosen[each.account_id].append(each)
    open_books = {row.id: row for row in accounts(scope)}
    holders = {**accounts_by_id(scope, chosen, closed_too=True), **open_books}
    held: dict[str, set[str]] = defaultdict(set)
    for account in open_books.values():
        if account.colour is Colour.GREEN:
            held[_group(account)].add(_holder(account))
    served: dict[str, set[str]] = defaultdict(set)
    of_group: dict[str, list[CountedItem]] = defaultdict(list)
    for account_id, own in chosen.items():
        account = holders[account_id]
        of_group[_group(account)] += own
        if sums(own).points > ZERO:
            served[_group(account)].add(_holder(account))
    names = _in_order(holders)
    rows = tuple(
        GroupSums(name, len(held[name]), len(served[name]), sums(of_group[name]))
        for name in names
        if held[name] or of_group[name]
    )
    of_households = [name for name in names if name not in _GROUPS.values()]
    return (
        rows,
        sum(len(served[name]) for name in of_households),
        sum(len(held[name]) for name in of_households),
    )


def _in_order(holders: Mapping[int, AccountRow]) -> tuple[str, ...]:
    ordered = sorted(
        holders.values(), key=lambda row: (row.of_organization, not row.grid_code, row.grid_code, row.number)
    )
    return tuple(dict.fromkeys(_group(account) for account in ordered))


def _group(account: AccountRow) -> str:
    return _GROUPS.get(account.owner_kind) or account.grid_name or _NO_GRID


def _holder(account: AccountRow) -> str:
    """A household's green book and its members' red ones are one holder."""
    return account.household_code or account.number
