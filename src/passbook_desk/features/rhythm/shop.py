"""What the points shop asks for: buying, writing off, counting, the days on which goods are given out."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from passbook_desk.features.rhythm.values import DueGroup, DueItem, DueKind, Facts, Param
from passbook_desk.features.village.policy import RedeemDays

COUNT_AFTER: Final = timedelta(days=31)
"""A stocktake a month (domain §3)."""
_NAMED: Final = 3


def shop_due(facts: Facts) -> Iterator[DueItem]:
    """The lines of the shop; a village without goods has none."""
    shop = facts.shop
    if not shop.stocked:
        return
    if facts.policy.redeem_days is not RedeemDays.ANY and shop.next_day == facts.today:
        yield DueItem(DueGroup.SHOP, DueKind.REDEEM_TODAY)
    for day in shop.exchange_days:
        params: dict[str, Param] = {"id": day.id, "name": day.name}
        if day.until_on < facts.today:
            yield DueItem(DueGroup.SHOP, DueKind.EXCHANGE_OPEN, params, due=True)
        elif day.held_on <= facts.today:
            yield DueItem(DueGroup.SHOP, DueKind.EXCHANGE_HELD, params)
    for kind, names, due in (
        (DueKind.GOODS_LOW, shop.to_buy, True),
        (DueKind.GOODS_EXPIRED, shop.expired, True),
        (DueKind.GOODS_EXPIRING, shop.expiring, False),
    ):
        if names:
            about: dict[str, Param] = {"count": len(names), "names": names[:_NAMED]}
            yield DueItem(DueGroup.SHOP, kind, about, due=due)
    since = shop.counted_on or shop.stocked_on
    if since is not None and facts.today - since > COUNT_AFTER:
        if shop.counted_on is None:
            yield DueItem(DueGroup.SHOP, DueKind.NEVER_COUNTED, due=True)
        else:
            yield DueItem(DueGroup.SHOP, DueKind.STOCKTAKE_DUE, {"last": shop.counted_on}, due=True)


def shop_comes(facts: Facts) -> Iterator[DueItem]:
    """Days after today on which goods will be given out."""
    days = [(DueKind.EXCHANGE_COMES, day.held_on, {"name": day.name}) for day in facts.shop.exchange_days]
    if facts.shop.stocked and facts.policy.redeem_days is not RedeemDays.ANY and facts.shop.next_day:
        days.append((DueKind.REDEEM_COMES, facts.shop.next_day, {}))
    for kind, day, params in days:
        if day > facts.today:
            yield DueItem(DueGroup.NEXT, kind, dict(params), due_on=day, days_left=(day - facts.today).days)
