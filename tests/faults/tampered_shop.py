"""A points shop with something in every table, for those who tamper with it."""

from datetime import date, timedelta
from typing import Final

from builders.pictures import jpeg
from passbook_desk.db.store import Tx
from passbook_desk.features.ledger.queries import balances
from passbook_desk.features.redemption.counter.commands import redeem
from passbook_desk.features.redemption.counter.undoing import undo_slip
from passbook_desk.features.redemption.counter.values import Redeem, UndoSlip, Wanted
from passbook_desk.features.redemption.exchange.commands import (
    give_ticket,
    open_exchange_day,
    settle_exchange_day,
)
from passbook_desk.features.redemption.exchange.values import GiveTicket, OpenExchangeDay, SettleExchangeDay
from passbook_desk.features.redemption.goods.commands import save_goods, save_outlet, set_price
from passbook_desk.features.redemption.goods.demands import note_demand
from passbook_desk.features.redemption.goods.pictures import set_picture
from passbook_desk.features.redemption.goods.queries import outlets
from passbook_desk.features.redemption.goods.values import GoodsKind, LimitPeriod, SaveGoods, SetPrice
from passbook_desk.features.redemption.stock.commands import (
    move_goods,
    receive_goods,
    take_paper_back,
    write_off,
)
from passbook_desk.features.redemption.stock.values import (
    MoveGoods,
    PaperKind,
    ReceivedItem,
    ReceiveGoods,
    TakenItem,
    WriteOff,
)
from passbook_desk.features.redemption.stocktake.commands import (
    confirm_stocktake,
    count_goods,
    drop_stocktake,
    reverse_stocktake,
    start_stocktake,
)
from passbook_desk.features.redemption.stocktake.values import ConfirmStocktake, Count, StartStocktake
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.points import Money, Points

SIGNED: Final = ("供销社", "赵卫东", "刘文书")
PRICED_FROM: Final = date(2026, 5, 1)


def keep_shop(tx: Tx) -> None:
    """Goods of all kinds, papers of all kinds, slips that stand and that went back, counts of every fate."""
    soap, milk, rice, haircut = (_offered(tx, *each) for each in _THINGS)
    first = outlets(tx)[0].id
    station = save_outlet(tx, new_uid(), "志愿者服务站二号")
    set_price(tx, SetPrice(new_uid(), soap, Points(70), tx.today + timedelta(days=9), "村委会"))
    for width in (60, 80):
        set_picture(tx, new_uid(), soap, jpeg(width))
    _papers(tx, first, station, soap, milk)
    rich = sorted(balances(tx), key=lambda row: row.spendable, reverse=True)[:4]
    people = [row.account.id for row in rich]
    note_demand(tx, new_uid(), rice, people[0])
    slips = [
        redeem(tx, Redeem(new_uid(), who, first, wanted, collector, "儿子" if collector else ""))
        for who, wanted, collector in (
            (people[0], (Wanted(soap, 7), Wanted(haircut)), ""),
            (people[1], (Wanted(soap),), "王小明"),
            (people[1], (Wanted(milk),), ""),
            (people[2], (Wanted(soap),), ""),
        )
    ]
    for slip_id, back in ((slips[1], True), (slips[2], False)):
        undo_slip(tx, UndoSlip(new_uid(), slip_id, "拿错了", back))
    _counts(tx, first, soap, milk)
    _fair(tx, station, soap, people)


_THINGS: Final = (
    ("肥皂", GoodsKind.GOODS, 50, None, LimitPeriod.NONE),
    ("牛奶", GoodsKind.GOODS, 100, 2, LimitPeriod.MONTH),
    ("大米", GoodsKind.GOODS, 900, None, LimitPeriod.NONE),
    ("理发", GoodsKind.SERVICE, 50, None, LimitPeriod.NONE),
)


def _offered(tx: Tx, name: str, kind: GoodsKind, price: int, most: int | None, period: LimitPeriod) -> int:
    said = SaveGoods(
        new_uid(),
        "",
        f"{name}（试）",
        kind=kind,
        limit_count=most,
        limit_period=period,
        shelf="A-1",
        shelf_months=12,
    )
    goods_id = save_goods(tx, said)
    set_price(tx, SetPrice(new_uid(), goods_id, Points(price), PRICED_FROM, "村民代表会"))
    return goods_id


def _papers(tx: Tx, first: int, station: int, soap: int, milk: int) -> None:
    """Two batches of soap that expire at different times, of which one is empty in the end."""
    for count, months in ((6, 3), (20, 9)):
        bought = ReceivedItem(soap, count, tx.today + timedelta(days=30 * months), Money(350))
        receive_goods(tx, ReceiveGoods(new_uid(), PaperKind.BOUGHT, first, tx.today, (bought,), *SIGNED))
    given = ReceivedItem(milk, 9, tx.today + timedelta(days=5))
    receive_goods(tx, ReceiveGoods(new_uid(), PaperKind.DONATED, first, tx.today, (given,), *SIGNED))
    wrong = receive_goods(
        tx, ReceiveGoods(new_uid(), PaperKind.TRANSFERRED, first, tx.today, (given,), *SIGNED)
    )
    take_paper_back(tx, wrong, "记了两次")
    some = (TakenItem(milk, 1),)
    write_off(tx, WriteOff(new_uid(), PaperKind.DAMAGED, first, tx.today, some, "受潮"))
    write_off(tx, WriteOff(new_uid(), PaperKind.RETURNED, first, tx.today, some, "太甜", *SIGNED))
    moved = (TakenItem(soap, 4), TakenItem(milk, 2))
    move_goods(tx, MoveGoods(new_uid(), first, station, tx.today, moved, *SIGNED[1:]))


def _counts(tx: Tx, place: int, soap: int, milk: int) -> None:
    """One that stands, one that was reversed, one that was given up, one that goes on."""
    for fate in ("stands", "reversed", "dropped", "open"):
        stocktake = start_stocktake(tx, StartStocktake(new_uid(), place, "刘文书"))
        count_goods(tx, stocktake, [Count(soap, 12, "少了"), Count(milk, 6, "多了")])
        if fate == "dropped":
            drop_stocktake(tx, stocktake, "下雨")
        elif fate != "open":
            confirm_stocktake(tx, ConfirmStocktake(new_uid(), stocktake, "陈支书", "盘点表1"))
            if fate == "reversed":
                reverse_stocktake(tx, stocktake, "数错了")


def _fair(tx: Tx, place: int, soap: int, people: list[int]) -> None:
    """A day that is settled, and one that is held."""
    day = open_exchange_day(tx, OpenExchangeDay(new_uid(), "夏季兑换日", place, tx.today, tx.today))
    for who in people[:2]:
        give_ticket(tx, GiveTicket(new_uid(), day, who))
        redeem(tx, Redeem(new_uid(), who, place, (Wanted(soap),)))
    settle_exchange_day(tx, SettleExchangeDay(new_uid(), day, "顺利"))
    later = tx.today + timedelta(days=3)
    open_exchange_day(tx, OpenExchangeDay(new_uid(), "第二天", place, tx.today, later))
