"""What the calendar says of the points shop: only what goods, stock and days really ask for."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from builders.rhythms import decide, due, kinds, lines
from builders.shop import Shop, open_shop
from builders.village import settled_village
from passbook_desk.features.redemption.stocktake.commands import (
    confirm_stocktake,
    count_goods,
    start_stocktake,
)
from passbook_desk.features.redemption.stocktake.values import ConfirmStocktake, Count, StartStocktake
from passbook_desk.features.rhythm.shop import COUNT_AFTER
from passbook_desk.features.rhythm.values import DueGroup, DueKind
from passbook_desk.features.village.policy import RedeemDays
from passbook_desk.kernel.ids import new_uid


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return open_shop(tmp_path)


def test_a_village_without_goods_hears_nothing_of_a_shop(tmp_path: Path) -> None:
    assert kinds(settled_village(tmp_path), DueGroup.SHOP) == []


def test_soap_that_runs_out_stands_on_the_purchase_list_with_its_pieces(shop: Shop) -> None:
    assert lines(shop.village, DueGroup.SHOP) == []
    shop.redeemed("王建国", ("肥皂", 8))
    shop.redeemed("李秀英", ("肥皂", 8))
    (item,) = [each for each in due(shop.village) if each.group is DueGroup.SHOP]
    assert (item.kind, item.due) == (DueKind.GOODS_LOW, True)
    assert lines(shop.village, DueGroup.SHOP) == ["1 种该补货：肥皂 6 件"]


def test_what_expires_is_told_two_months_ahead_and_then_asked_to_be_written_off(shop: Shop) -> None:
    shop.offer("牛奶", "2")
    shop.stocked("牛奶", 6, expires_on=date(2026, 8, 15))
    assert lines(shop.village, DueGroup.SHOP, day=date(2026, 6, 14)) == []
    assert lines(shop.village, DueGroup.SHOP, day=date(2026, 6, 15)) == ["1 种两个月内过期：牛奶"]
    assert "1 种已过期，要报损：牛奶" in lines(shop.village, DueGroup.SHOP, day=date(2026, 8, 16))


def test_a_shop_is_counted_once_a_month(shop: Shop) -> None:
    today = date(2026, 6, 1)
    assert kinds(shop.village, DueGroup.SHOP, day=today + COUNT_AFTER) == []
    late = today + COUNT_AFTER + timedelta(days=1)
    assert kinds(shop.village, DueGroup.SHOP, day=late) == [DueKind.NEVER_COUNTED]
    outlet_id = shop.outlet_id
    with shop.village.write() as tx:
        stocktake_id = start_stocktake(tx, StartStocktake(new_uid(), outlet_id, "刘文书"))
        count_goods(tx, stocktake_id, (Count(shop.ids["肥皂"], 20),))
        confirm_stocktake(tx, ConfirmStocktake(new_uid(), stocktake_id, "赵卫东", "盘1"))
    assert kinds(shop.village, DueGroup.SHOP) == []
    assert lines(shop.village, DueGroup.SHOP, day=late + COUNT_AFTER + timedelta(days=1)) == [
        "上次盘点 7.3，该盘一次了"
    ]


def test_redemption_days_come_and_are_told_on_their_day(shop: Shop) -> None:
    decide(shop.village, redeem_days=RedeemDays.MONTH, redeem_day=15)
    assert kinds(shop.village, DueGroup.SHOP) == []
    assert DueKind.REDEEM_TODAY in kinds(shop.village, DueGroup.SHOP, day=date(2026, 6, 15))
