"""What to buy and what expires: from stock, levels, costs and who waits."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from builders.shop import Shop, open_shop
from passbook_desk.features.redemption.goods.commands import retire_goods, save_goods, save_outlet
from passbook_desk.features.redemption.goods.demands import note_demand
from passbook_desk.features.redemption.goods.values import SaveGoods
from passbook_desk.features.redemption.stock.commands import move_goods, take_paper_back
from passbook_desk.features.redemption.stock.purchase import (
    ShopWarnings,
    expiring,
    last_costs,
    money_for,
    purchase_list,
    shop_warnings,
    suggested_quantity,
)
from passbook_desk.features.redemption.stock.values import MoveGoods, PaperKind, TakenItem
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.points import Money

TODAY = date(2026, 6, 1)


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return open_shop(tmp_path)


def wanted(shop: Shop, goods: str, *names: str) -> None:
    accounts = [shop.account(name).id for name in names]
    with shop.village.write() as tx:
        for account_id in accounts:
            note_demand(tx, new_uid(), shop.ids[goods], account_id)


def to_buy(shop: Shop, outlet_id: int | None = None) -> dict[str, int]:
    with shop.village.read() as scope:
        return {row.goods.name: row.quantity for row in purchase_list(scope, outlet_id)}


def warned(shop: Shop) -> ShopWarnings:
    with shop.village.read() as scope:
        return shop_warnings(scope)


@pytest.mark.parametrize(
    ("free", "level", "waiting", "quantity"),
    [
        (20, 5, 0, 0),
        (5, 5, 0, 0),
        (4, 5, 0, 6),
        (0, 5, 0, 10),
        (0, 5, 3, 13),
        (0, 0, 2, 2),
        (1, 0, 2, 1),
        (6, 5, 2, 0),
        (6, 5, 8, 2),
    ],
)
def test_what_is_low_is_filled_up_to_twice_its_level_and_for_all_who_wait(
    free: int, level: int, waiting: int, quantity: int
) -> None:
    assert suggested_quantity(free, level, waiting) == quantity


def test_a_full_shop_has_nothing_to_buy(shop: Shop) -> None:
    assert to_buy(shop) == {}
    assert warned(shop) == ShopWarnings(0, 0, 0, 0)


def test_soap_that_went_below_its_level_and_oil_that_somebody_wants_are_listed(shop: Shop) -> None:
    for name in ("王建国", "李秀英"):
        shop.redeemed(name, ("肥皂", 8))
    shop.offer("食用油", "85")
    wanted(shop, "食用油", "王建国", "欧阳明")
    with shop.village.read() as scope:
        rows = purchase_list(scope)
    assert [(row.goods.name, row.goods.free, row.goods.wanted, row.quantity) for row in rows] == [
        ("肥皂", 4, 0, 6),
        ("食用油", 0, 2, 2),
    ]
    assert [(row.last_cost, row.money) for row in rows] == [
        (Money.parse("3.5"), Money.parse("21")),
        (None, None),
    ]
    assert money_for(rows) == (Money.parse("21"), 1)
    assert warned(shop) == ShopWarnings(low=1, expiring=0, expired=0, wanted=1)


def test_expired_pieces_count_as_gone(shop: Shop) -> None:
    shop.offer("酱油", "12.5", least=4)
    shop.stocked("酱油", 6, expires_on=date(2026, 6, 20))
    assert to_buy(shop) == {}
    shop.village.on(date(2026, 6, 21))
    assert to_buy(shop) == {"酱油": 8}
    assert warned(shop) == ShopWarnings(low=1, expiring=0, expired=1, wanted=0)


def test_the_cost_is_the_last_one_said_and_not_that_of_a_receipt_taken_back(shop: Shop) -> None:
    soap = shop.ids["肥皂"]
    shop.stocked("肥皂", 1, cost="3.80")
    shop.stocked("肥皂", 1, kind=PaperKind.DONATED)
    wrong = shop.stocked("肥皂", 1, cost="38")
    with shop.village.read() as scope:
        assert last_costs(scope, (soap,)) == {soap: Money.parse("38")}
    with shop.village.write() as tx:
        take_paper_back(tx, wrong, "进价写错")
    with shop.village.read() as scope:
        assert last_costs(scope, (soap, shop.ids["大米"])) == {soap: Money.parse("3.8")}


def test_one_place_may_be_short_while_the_village_is_not(shop: Shop) -> None:
    main = shop.outlet_id
    with shop.village.write() as tx:
        station = save_outlet(tx, new_uid(), "志愿者服务站")
        items = (TakenItem(shop.ids["肥皂"], 2),)
        move_goods(tx, MoveGoods(new_uid(), main, station, tx.today, items, "刘文书", "赵卫东"))
    assert to_buy(shop) == {}
    assert to_buy(shop, station) == {"肥皂": 8}
    assert to_buy(shop, main) == {}


def test_retired_goods_and_services_are_not_bought(shop: Shop) -> None:
    shop.offer("暖手宝", "50", least=5)
    wanted(shop, "暖手宝", "王建国")
    assert to_buy(shop) == {"暖手宝": 11}
    haircut = shop.goods("理发")
    with shop.village.write() as tx:
        retire_goods(tx, shop.ids["暖手宝"], tx.today)
        save_goods(
            tx,
            SaveGoods(haircut.uid, "", "理发", kind=haircut.kind, reorder_least=9, goods_id=haircut.id),
        )
    assert to_buy(shop) == {}
    assert warned(shop) == ShopWarnings(0, 0, 0, 0)


def test_what_expires_within_two_months_stands_in_the_order_of_its_last_day(shop: Shop) -> None:
    shop.stocked("大米", 2, expires_on=TODAY + timedelta(61), kind=PaperKind.DONATED)
    shop.stocked("大米", 4, expires_on=TODAY + timedelta(62))
    shop.stocked("牙膏", 3, expires_on=TODAY + timedelta(10))
    with shop.village.read() as scope:
        rows = expiring(scope)
    assert [(row.name, row.quantity, row.expires_on, row.outlet, row.from_whom) for row in rows] == [
        ("牙膏", 3, TODAY + timedelta(10), "积分超市", "供销社"),
        ("大米", 2, TODAY + timedelta(61), "积分超市", "供销社"),
    ]
    assert not any(row.expired for row in rows)
    assert warned(shop) == ShopWarnings(0, expiring=2, expired=0, wanted=0)


def test_the_last_day_is_no_expired_day_and_the_next_one_is(shop: Shop) -> None:
    shop.stocked("牙膏", 3, expires_on=TODAY)
    with shop.village.read() as scope:
        assert [row.expired for row in expiring(scope)] == [False]
    assert warned(shop) == ShopWarnings(0, expiring=1, expired=0, wanted=0)
    shop.village.on(TODAY + timedelta(1))
    with shop.village.read() as scope:
        assert [row.expired for row in expiring(scope)] == [True]
    assert warned(shop) == ShopWarnings(0, expiring=0, expired=1, wanted=0)


def test_a_batch_that_was_given_out_expires_no_more(shop: Shop) -> None:
    shop.offer("挂面", "8")
    shop.stocked("挂面", 2, expires_on=TODAY + timedelta(5))
    shop.redeemed("王建国", ("挂面", 2))
    with shop.village.read() as scope:
        assert expiring(scope) == ()
    assert warned(shop).expiring == 0
