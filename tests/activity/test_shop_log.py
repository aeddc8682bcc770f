"""What the log says of the points shop."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from builders.shop import Shop, open_shop
from passbook_desk.features.activity.queries import log_page
from passbook_desk.features.activity.values import LogAsked, LogGroup
from passbook_desk.features.activity.words import sentence
from passbook_desk.features.redemption.counter.undoing import undo_slip
from passbook_desk.features.redemption.counter.values import UndoSlip
from passbook_desk.features.redemption.goods.commands import retire_goods, save_outlet
from passbook_desk.features.redemption.goods.demands import note_demand
from passbook_desk.features.redemption.stock.commands import take_paper_back, write_off
from passbook_desk.features.redemption.stock.values import PaperKind, TakenItem, WriteOff
from passbook_desk.features.redemption.stocktake.commands import (
    confirm_stocktake,
    count_goods,
    start_stocktake,
)
from passbook_desk.features.redemption.stocktake.values import ConfirmStocktake, Count, StartStocktake
from passbook_desk.kernel.ids import new_uid


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    opened = open_shop(tmp_path)
    later(opened)
    return opened


def later(shop: Shop) -> None:
    village = shop.village
    village.clock = replace(village.clock, moment=village.clock.moment + timedelta(minutes=1))


def told(shop: Shop, count: int) -> list[str]:
    with shop.village.read() as scope:
        page = log_page(scope, LogAsked(group=LogGroup.SHOP))
        return [sentence(row) for row in page.rows[:count]]


def test_a_visit_and_its_undoing_are_told_with_the_slip_and_its_points(shop: Shop) -> None:
    slip = shop.redeemed("王建国", ("肥皂", 1), ("牙膏", 1))
    later(shop)
    with shop.village.write() as tx:
        undo_slip(tx, UndoSlip(new_uid(), slip.id))
    assert told(shop, 2) == ["退回兑换 2026-0001 ＋15 分", "兑换 2026-0001 －15 分"]


def test_papers_of_the_stock_are_told_by_their_kind_and_number(shop: Shop) -> None:
    outlet_id, paper_id = shop.outlet_id, shop.stocked("肥皂", 5, kind=PaperKind.DONATED)
    later(shop)
    with shop.village.write() as tx:
        take_paper_back(tx, paper_id, "记重了")
    later(shop)
    with shop.village.write() as tx:
        items = (TakenItem(shop.ids["牙膏"], 1),)
        write_off(tx, WriteOff(new_uid(), PaperKind.DAMAGED, outlet_id, tx.today, items, "压坏了"))
    assert told(shop, 3) == ["损坏报损单 BS2026-001", "收回库存单据", "捐赠入库单 RK2026-004"]


def test_a_stocktake_is_told_from_its_beginning_to_its_confirmation(shop: Shop) -> None:
    outlet_id = shop.outlet_id
    with shop.village.write() as tx:
        stocktake_id = start_stocktake(tx, StartStocktake(new_uid(), outlet_id, "刘文书"))
    later(shop)
    with shop.village.write() as tx:
        count_goods(tx, stocktake_id, (Count(shop.ids["肥皂"], 19, "丢失"), Count(shop.ids["牙膏"], 10)))
    later(shop)
    with shop.village.write() as tx:
        confirm_stocktake(tx, ConfirmStocktake(new_uid(), stocktake_id, "赵卫东", "2026-盘1"))
    assert told(shop, 3) == ["盘点 PD2026-001：确认", "盘点记数 2 种", "开始盘点 PD2026-001"]


def test_goods_prices_places_and_demands_are_told(shop: Shop) -> None:
    account = shop.account("李秀英")
    with shop.village.write() as tx:
        save_outlet(tx, new_uid(), "志愿者服务站")
    later(shop)
    shop.offer("毛巾", "8")
    later(shop)
    with shop.village.write() as tx:
        note_demand(tx, new_uid(), shop.ids["毛巾"], account.id)
    later(shop)
    with shop.village.write() as tx:
        retire_goods(tx, shop.ids["毛巾"], tx.today)
    assert told(shop, 4) == ["改物品 1 种", "记缺货需求 1 件", "定兑换分值 1 种", "改兑换点"]
