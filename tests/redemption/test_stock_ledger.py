"""The stock ledger: what lay there and everything that came and went add up to what lies there."""

import random
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from builders.shop import Shop, open_shop
from passbook_desk.features.redemption.counter.undoing import undo_slip
from passbook_desk.features.redemption.counter.values import UndoSlip
from passbook_desk.features.redemption.goods.commands import save_outlet, set_price
from passbook_desk.features.redemption.goods.errors import UnknownGoods
from passbook_desk.features.redemption.goods.values import SetPrice
from passbook_desk.features.redemption.stock.commands import move_goods, take_paper_back, write_off
from passbook_desk.features.redemption.stock.ledger import (
    StockLedgerRow,
    goods_moves,
    stock_ledger,
    stock_ledger_sheet,
)
from passbook_desk.features.redemption.stock.queries import batches
from passbook_desk.features.redemption.stock.values import MoveGoods, PaperKind, TakenItem, WriteOff
from passbook_desk.features.redemption.stocktake.commands import (
    confirm_stocktake,
    count_goods,
    reverse_stocktake,
    start_stocktake,
)
from passbook_desk.features.redemption.stocktake.values import ConfirmStocktake, Count, StartStocktake
from passbook_desk.kernel.errors import UserError
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.period import DateSpan, Quarter
from passbook_desk.kernel.points import Points

JUNE = DateSpan(date(2026, 6, 1), date(2026, 6, 30))
JULY = DateSpan(date(2026, 7, 1), date(2026, 7, 31))


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return open_shop(tmp_path)


@pytest.fixture
def station(shop: Shop) -> int:
    """A second place to redeem."""
    with shop.village.write() as tx:
        return save_outlet(tx, new_uid(), "志愿者服务站")


def ledger(shop: Shop, span: DateSpan, outlet_id: int | None = None) -> dict[str, StockLedgerRow]:
    with shop.village.read() as scope:
        return {row.name: row for row in stock_ledger(scope, span, outlet_id)}


def went(shop: Shop, name: str, count: int, kind: PaperKind = PaperKind.DAMAGED) -> int:
    command = WriteOff(
        new_uid(),
        kind,
        shop.outlet_id,
        shop.village.clock.today(),
        (TakenItem(shop.ids[name], count),),
        "坏了",
        "供销社",
        "刘文书",
        "赵卫东",
    )
    with shop.village.write() as tx:
        return write_off(tx, command)


def moved(shop: Shop, target: int, name: str, count: int) -> None:
    command = MoveGoods(
        new_uid(),
        shop.outlet_id,
        target,
        shop.village.clock.today(),
        (TakenItem(shop.ids[name], count),),
        "刘文书",
        "陈秀芳",
    )
    with shop.village.write() as tx:
        move_goods(tx, command)


def counted(shop: Shop, name: str, quantity: int, reason: str) -> int:
    """A stocktake that finds so many pieces of one kind; its id."""
    outlet_id = shop.outlet_id
    with shop.village.write() as tx:
        held = start_stocktake(tx, StartStocktake(new_uid(), outlet_id, "刘文书"))
        count_goods(tx, held, [Count(shop.ids[name], quantity, reason)])
        confirm_stocktake(tx, ConfirmStocktake(new_uid(), held, "张会计", "盘点表 6"))
    return held


def test_everything_that_came_and_went_stands_in_its_own_column(shop: Shop, station: int) -> None:
    shop.stocked("肥皂", 40, kind=PaperKind.DONATED)
    shop.stocked("肥皂", 7, kind=PaperKind.TRANSFERRED)
    shop.stocked("肥皂", 9, kind=PaperKind.OPENING)
    shop.stocked("肥皂", 4, expires_on=date(2026, 5, 20), done_on=date(2026, 3, 1))
    slip = shop.redeemed("王建国", ("肥皂", 3))
    shop.redeemed("李秀英", ("肥皂", 2))
    with shop.village.write() as tx:
        undo_slip(tx, UndoSlip(new_uid(), slip.id))
    went(shop, "肥皂", 1, PaperKind.EXPIRED)
    went(shop, "肥皂", 5)
    went(shop, "肥皂", 6, PaperKind.RETURNED)
    moved(shop, station, "肥皂", 8)
    counted(shop, "肥皂", 55, "搬动时摔坏没记")
    row = ledger(shop, JUNE, shop.outlet_id)["肥皂"]
    assert (row.opening, row.bought, row.donated, row.transferred, row.taken_over) == (4, 20, 40, 7, 9)
    assert (row.redeemed, row.given_back, row.damaged, row.expired, row.returned) == (-5, 3, -5, -1, -6)
    assert (row.moved, row.counted, row.closing) == (-8, -3, 55)
    assert row.reasons == ("搬动时摔坏没记",)
    assert (row.price, row.value) == (Points.parse("5"), Points.parse("275"))
    assert shop.goods("肥皂").stock == 55
    whole = ledger(shop, JUNE)["肥皂"]
    assert (whole.moved, whole.closing) == (0, 63)
    assert ledger(shop, JUNE, station)["肥皂"].moved == 8


def test_one_month_begins_where_the_other_ended(shop: Shop) -> None:
    shop.redeemed("王建国", ("牙膏", 1))
    shop.village.on(date(2026, 7, 3))
    shop.redeemed("李秀英", ("牙膏", 2))
    first, second = ledger(shop, JUNE)["牙膏"], ledger(shop, JULY)["牙膏"]
    assert (first.opening, first.closing, second.opening, second.closing) == (0, 9, 9, 7)
    quarter = ledger(shop, Quarter(2026, 2).span)["牙膏"]
    assert (quarter.bought, quarter.redeemed, quarter.closing) == (10, -1, 9)


def test_what_was_taken_back_counts_on_the_day_on_which_it_was(shop: Shop) -> None:
    receipt = shop.stocked("牙膏", 100)
    shop.village.on(date(2026, 7, 3))
    with shop.village.write() as tx:
        take_paper_back(tx, receipt, "多写了一个零")
    assert ledger(shop, JUNE)["牙膏"].bought == 110
    row = ledger(shop, JULY)["牙膏"]
    assert (row.opening, row.bought, row.closing) == (110, -100, 10)


def test_a_stocktake_taken_back_leaves_no_difference(shop: Shop) -> None:
    held = counted(shop, "大米", 5, "上次少记两袋")
    assert (ledger(shop, JUNE)["大米"].counted, ledger(shop, JUNE)["大米"].closing) == (2, 5)
    with shop.village.write() as tx:
        reverse_stocktake(tx, held, "盘错了货架")
    row = ledger(shop, JUNE)["大米"]
    assert (row.counted, row.closing) == (0, 3)
    assert row.reasons == ("上次少记两袋", "盘错了货架")


def test_the_value_is_that_of_the_price_on_the_last_day(shop: Shop) -> None:
    with shop.village.write() as tx:
        set_price(tx, SetPrice(new_uid(), shop.ids["大米"], Points.parse("60"), date(2026, 7, 1), "代表会"))
    assert ledger(shop, JUNE)["大米"].value == Points.parse("150")
    assert ledger(shop, JULY)["大米"].value == Points.parse("180")


def test_what_never_was_there_and_services_are_not_listed(shop: Shop) -> None:
    shop.offer("毛巾", "8")
    assert list(ledger(shop, JUNE)) == ["肥皂", "牙膏", "大米"]
    assert ledger(shop, DateSpan(date(2025, 1, 1), date(2025, 12, 31))) == {}


def test_the_sheet_names_village_place_and_days(shop: Shop) -> None:
    outlet_id = shop.outlet_id
    with shop.village.read() as scope:
        told, whole = stock_ledger_sheet(scope, JUNE, outlet_id), stock_ledger_sheet(scope, JUNE)
    assert (told.village, told.outlet, whole.outlet) == ("清泉村", "积分超市", "")
    assert told.value == Points.parse("350")


def test_the_movements_of_one_kind_run_from_opening_to_closing(shop: Shop) -> None:
    shop.village.on(date(2026, 7, 2))
    shop.redeemed("王建国", ("肥皂", 2))
    went(shop, "肥皂", 3)
    shop.stocked("肥皂", 10, done_on=date(2026, 7, 1))
    with shop.village.read() as scope:
        found = goods_moves(scope, shop.ids["肥皂"], JULY)
    assert [(line.move.quantity, line.left) for line in found.lines] == [(10, 30), (-2, 28), (-3, 25)]
    assert (found.row.opening, found.row.closing) == (20, 25)
    with pytest.raises(UnknownGoods), shop.village.read() as scope:
        goods_moves(scope, 999, JULY)


def taken_back(shop: Shop, paper_id: int) -> None:
    with shop.village.write() as tx:
        take_paper_back(tx, paper_id, "打错了")


def redeemed_and_undone(shop: Shop, household: str, name: str) -> None:
    slip = shop.redeemed(household, (name, 1))
    with shop.village.write() as tx:
        undo_slip(tx, UndoSlip(new_uid(), slip.id, "拿错了"))


def something_happens(shop: Shop, station: int, dice: random.Random) -> Callable[[], object]:
    """One act of a day at the shop; some of them will be refused."""
    name, count = dice.choice(("肥皂", "牙膏", "大米")), dice.randint(1, 6)
    household = dice.choice(("王建国", "李秀英"))
    kind = dice.choice((PaperKind.BOUGHT, PaperKind.DONATED, PaperKind.TRANSFERRED))
    return dice.choice(
        (
            lambda: shop.stocked(name, count, kind=kind),
            lambda: went(shop, name, count),
            lambda: went(shop, name, count, PaperKind.RETURNED),
            lambda: moved(shop, station, name, count),
            lambda: shop.redeemed(household, (name, 1)),
            lambda: redeemed_and_undone(shop, household, name),
            lambda: counted(shop, name, count, "盘出来的"),
            lambda: taken_back(shop, dice.randint(1, 8)),
        )
    )


def kept(shop: Shop, outlet_id: int | None) -> dict[str, int]:
    """Pieces that the stock says lie there."""
    found: dict[str, int] = {}
    with shop.village.read() as scope:
        for batch in batches(scope, outlet_id=outlet_id):
            found[batch.goods_name] = found.get(batch.goods_name, 0) + batch.quantity
    return found


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_whatever_happens_the_ledger_ends_at_what_is_kept(shop: Shop, station: int, seed: int) -> None:
    dice, done = random.Random(seed), 0
    for day in range(20):
        shop.village.on(date(2026, 6, 5) + timedelta(day * 2))
        for _ in range(2):
            try:
                something_happens(shop, station, dice)()
                done += 1
            except UserError:
                continue
    assert done > 20
    until = shop.village.clock.today()
    for outlet_id in (shop.outlet_id, station, None):
        rows = ledger(shop, DateSpan(date(2026, 6, 1), until), outlet_id)
        closing = {name: row.closing for name, row in rows.items() if row.closing}
        assert closing == kept(shop, outlet_id)
        half = date(2026, 6, 20)
        earlier = ledger(shop, DateSpan(date(2026, 6, 1), half), outlet_id)
        later = ledger(shop, DateSpan(half + timedelta(1), until), outlet_id)
        assert all(
            row.opening == (earlier[name].closing if name in earlier else 0) for name, row in later.items()
        )
        with shop.village.read() as scope:
            for row in rows.values():
                told = goods_moves(scope, row.goods_id, DateSpan(date(2026, 6, 1), until), outlet_id)
                assert (told.lines[-1].left, told.row) == (row.closing, row)
    assert all(row.moved == 0 for row in ledger(shop, DateSpan(date(2026, 6, 1), until)).values())
