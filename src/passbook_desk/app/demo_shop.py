"""The invented village's points shop: opened in January, visited once a month, counted once a quarter."""

import random
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial

from passbook_desk.app.desk import Desk
from passbook_desk.db.store import Tx
from passbook_desk.features.ledger.counting.standing import standing
from passbook_desk.features.ledger.queries import accounts
from passbook_desk.features.ledger.values import Colour
from passbook_desk.features.redemption.counter.commands import redeem
from passbook_desk.features.redemption.counter.undoing import undo_slip
from passbook_desk.features.redemption.counter.values import Redeem, UndoSlip, Wanted
from passbook_desk.features.redemption.goods.commands import save_goods, set_price
from passbook_desk.features.redemption.goods.queries import goods_rows, outlets
from passbook_desk.features.redemption.goods.values import GoodsKind, LimitPeriod, SaveGoods, SetPrice
from passbook_desk.features.redemption.stock.commands import receive_goods
from passbook_desk.features.redemption.stock.values import PaperKind, ReceivedItem, ReceiveGoods
from passbook_desk.features.redemption.stocktake.commands import (
    confirm_stocktake,
    count_goods,
    start_stocktake,
)
from passbook_desk.features.redemption.stocktake.values import ConfirmStocktake, Count, StartStocktake
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.period import Quarter
from passbook_desk.kernel.points import Money, Points

_OPENED = (1, 18)
_VISITED_ON = 26
_VISITS = 6
_GOODS = (
    ("肥皂", "", "块", "日用", 5, 60, 20, "3.2", 24),
    ("牙膏", "120克", "支", "日用", 10, 30, 10, "6.5", 24),
    ("毛巾", "", "条", "日用", 8, 30, 8, "5", None),
    ("卫生纸", "10卷", "提", "日用", 12, 24, 8, "9.8", None),
    ("洗洁精", "1千克", "瓶", "日用", 25, 16, 5, "8.9", 18),
    ("洗发水", "400毫升", "瓶", "日用", 35, 12, 11, "18", 36),
    ("食盐", "400克", "袋", "食品", 2, 60, 20, "1.5", 36),
    ("大米", "5千克", "袋", "食品", 50, 16, 5, "26", 12),
    ("挂面", "1千克", "把", "食品", 6, 20, 6, "5.5", 6),
    ("食用油", "5升", "桶", "食品", 85, 8, 3, "62", 18),
)
"""Name, specification, unit, kind, points, pieces, reorder level, cost, months it keeps (domain §12.2)."""
_SERVICES = (("理发", "次", 20), ("食堂一餐", "餐", 4))
_MISSING = "肥皂"


def shop_story(year: int, today: date) -> Iterator[tuple[date, Callable[[Desk], object]]]:
    """What happens in the shop, day by day."""
    chance = random.Random(year + 1)
    yield date(year, *_OPENED), partial(Desk.do, command=_open)
    month = date(year, 2, _VISITED_ON)
    while month <= today:
        yield month, partial(Desk.do, command=partial(_visits, chance=chance))
        month = (month.replace(day=1) + timedelta(days=32)).replace(day=_VISITED_ON)
    quarter = Quarter(year, 1)
    while quarter.span.last + timedelta(days=1) <= today:
        yield quarter.span.last + timedelta(days=1), partial(Desk.do, command=_count)
        quarter = quarter.next()


def _open(tx: Tx) -> None:
    bought = []
    for name, spec, unit, category, points, pieces, least, cost, months in _GOODS:
        goods_id = save_goods(
            tx,
            SaveGoods(
                new_uid(),
                "",
                name,
                spec,
                unit=unit,
                category=category,
                reorder_least=least,
                shelf_months=months,
                limit_count=2 if points > 30 else None,
                limit_period=LimitPeriod.MONTH if points > 30 else LimitPeriod.NONE,
            ),
        )
        _price(tx, goods_id, points)
        expires_on = None if months is None else tx.today + timedelta(days=30 * months)
        bought.append(ReceivedItem(goods_id, pieces, expires_on, Money.parse(cost)))
    for name, unit, points in _SERVICES:
        goods_id = save_goods(
            tx, SaveGoods(new_uid(), "", name, unit=unit, category="服务", kind=GoodsKind.SERVICE)
        )
        _price(tx, goods_id, points)
    receipt = ReceiveGoods(
        new_uid(),
        PaperKind.BOUGHT,
        outlets(tx)[0].id,
        tx.today,
        tuple(bought),
        from_whom="镇供销社",
        handed_by="供销社送货员",
        received_by=tx.actor.name,
        reference="收据 1 号",
    )
    receive_goods(tx, receipt)


def _price(tx: Tx, goods_id: int, points: int) -> None:
    reference = "示范 1 号会议"
    set_price(tx, SetPrice(new_uid(), goods_id, Points(points * 100), tx.today, reference))


def _visits(tx: Tx, chance: random.Random) -> None:
    """Some households come and take what they can have; one of them brings its soap back."""
    outlet_id, last = outlets(tx)[0].id, None
    for account in chance.sample(accounts(tx, colour=Colour.GREEN), _VISITS):
        redeemable = standing(tx, account).redeemable
        affordable = [
            row
            for row in goods_rows(tx, outlet_id=outlet_id)
            if row.points is not None and row.points <= redeemable and row.free != 0
        ]
        if affordable:
            wanted = (Wanted(chance.choice(affordable).id),)
            last = redeem(tx, Redeem(new_uid(), account.id, outlet_id, wanted))
    if last is not None:
        undo_slip(tx, UndoSlip(new_uid(), last, "拿错了，东西放回去了"))


def _count(tx: Tx) -> None:
    """Everything is there but one piece of soap."""
    outlet_id = outlets(tx)[0].id
    stocktake_id = start_stocktake(tx, StartStocktake(new_uid(), outlet_id, tx.actor.name))
    counts = [
        Count(row.id, row.stock - 1, "丢失") if row.name == _MISSING else Count(row.id, row.stock)
        for row in goods_rows(tx, outlet_id=outlet_id)
        if row.stock is not None
    ]
    count_goods(tx, stocktake_id, counts)
    paper = f"盘点表 {tx.today:%m%d}"
    confirm_stocktake(tx, ConfirmStocktake(new_uid(), stocktake_id, "村监督员", paper))
