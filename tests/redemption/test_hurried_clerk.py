"""What a hurried clerk does to the shop, and what an auditor asks of it afterwards."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from builders.lives import act
from builders.shop import Shop, open_shop
from builders.village import KEY
from passbook_desk.app.verify import verify_village
from passbook_desk.db.migrate import Scripts
from passbook_desk.db.store import Tx
from passbook_desk.features.household_changes.commands import merge_households, split_household
from passbook_desk.features.household_changes.values import (
    MergeHouseholds,
    PointsRule,
    PointsWay,
    SplitHousehold,
)
from passbook_desk.features.households.life.commands import add_person
from passbook_desk.features.households.life.values import NewPerson, PersonArrives
from passbook_desk.features.ledger.errors import SameActWithOtherContent
from passbook_desk.features.ledger.queries import accounts
from passbook_desk.features.redemption.counter.commands import redeem
from passbook_desk.features.redemption.counter.errors import LimitOfGoods
from passbook_desk.features.redemption.counter.queries import slip_by_id, slips
from passbook_desk.features.redemption.counter.undoing import undo_slip
from passbook_desk.features.redemption.counter.values import Redeem, UndoSlip, Wanted
from passbook_desk.features.redemption.counter.words import collector_words
from passbook_desk.features.redemption.goods.commands import retire_outlet, save_goods, save_outlet
from passbook_desk.features.redemption.goods.demands import demands, note_demand
from passbook_desk.features.redemption.goods.errors import (
    BarcodeTaken,
    GoodsCodeTaken,
    GoodsTextMissing,
    OutletClosed,
)
from passbook_desk.features.redemption.goods.queries import goods_by_code, goods_rows
from passbook_desk.features.redemption.goods.values import LimitPeriod, SaveGoods
from passbook_desk.features.redemption.stock.commands import move_goods, receive_goods, write_off
from passbook_desk.features.redemption.stock.errors import NotExpired, NotThereThen
from passbook_desk.features.redemption.stock.ledger import stock_ledger
from passbook_desk.features.redemption.stock.values import (
    MoveGoods,
    PaperKind,
    ReceivedItem,
    ReceiveGoods,
    TakenItem,
    WriteOff,
)
from passbook_desk.features.redemption.stocktake.commands import start_stocktake
from passbook_desk.features.redemption.stocktake.values import StartStocktake
from passbook_desk.kernel.errors import UserError
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.period import DateSpan
from passbook_desk.kernel.places import migrations_folder


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return open_shop(tmp_path)


@pytest.fixture
def station(shop: Shop) -> int:
    """A second place to redeem, with ten pieces of soap."""
    with shop.village.write() as tx:
        place = save_outlet(tx, new_uid(), "志愿者服务站")
        soap = (ReceivedItem(shop.ids["肥皂"], 10),)
        given = ReceiveGoods(new_uid(), PaperKind.DONATED, place, tx.today, soap, "县供电公司", "甲", "乙")
        receive_goods(tx, given)
    return place


def refused(shop: Shop, work: Callable[[Tx], object], trouble: type[UserError]) -> None:
    """An act that fails leaves the file as it was."""
    before = shop.village.path.read_bytes()
    with pytest.raises(trouble), shop.village.write() as tx:
        work(tx)
    assert shop.village.path.read_bytes() == before


def verified(shop: Shop) -> None:
    with shop.village.read() as scope:
        verify_village(scope, Scripts(migrations_folder()))


def loss(shop: Shop, name: str, count: int, day: date, kind: PaperKind = PaperKind.DAMAGED) -> WriteOff:
    items = (TakenItem(shop.ids[name], count),)
    return WriteOff(new_uid(), kind, shop.outlet_id, day, items, "雨淋湿了")


def test_the_uid_of_one_visit_does_not_hand_out_other_goods(shop: Shop) -> None:
    wang, li = shop.account("王建国").id, shop.account("李秀英").id
    outlet_id, soap, paste = shop.outlet_id, shop.ids["肥皂"], shop.ids["牙膏"]
    first = Redeem("visit-1", wang, outlet_id, (Wanted(soap), Wanted(soap)))
    with shop.village.write() as tx:
        slip_id = redeem(tx, first)
    with shop.village.write() as tx:
        assert redeem(tx, Redeem("visit-1", wang, outlet_id, (Wanted(soap, 2),))) == slip_id
    for other in (
        Redeem("visit-1", wang, outlet_id, (Wanted(soap, 3),)),
        Redeem("visit-1", wang, outlet_id, (Wanted(paste, 2),)),
        Redeem("visit-1", li, outlet_id, (Wanted(soap, 2),)),
    ):
        refused(shop, partial(redeem, command=other), SameActWithOtherContent)
    verified(shop)


def test_the_uid_of_one_return_does_not_swallow_another(shop: Shop) -> None:
    one, two = shop.redeemed("王建国", ("肥皂", 1)), shop.redeemed("王建国", ("牙膏", 1))
    with shop.village.write() as tx:
        undo_slip(tx, UndoSlip("back-1", one.id))
    refused(shop, lambda tx: undo_slip(tx, UndoSlip("back-1", two.id)), SameActWithOtherContent)


def test_at_a_place_that_was_given_up_nothing_goes_and_nothing_comes_back(shop: Shop, station: int) -> None:
    wang, soap, cut = shop.account("王建国").id, shop.ids["肥皂"], shop.ids["理发"]
    with shop.village.write() as tx:
        slip_id = redeem(tx, Redeem(new_uid(), wang, station, (Wanted(soap, 2),)))
    home = shop.outlet_id
    with shop.village.write() as tx:
        rest = (TakenItem(soap, 8),)
        move_goods(tx, MoveGoods(new_uid(), station, home, tx.today, rest, "甲", "乙"))
        retire_outlet(tx, station)
    refused(shop, lambda tx: redeem(tx, Redeem(new_uid(), wang, station, (Wanted(cut),))), OutletClosed)
    refused(shop, lambda tx: start_stocktake(tx, StartStocktake(new_uid(), station, "甲")), OutletClosed)
    refused(shop, lambda tx: undo_slip(tx, UndoSlip(new_uid(), slip_id)), OutletClosed)
    with shop.village.write() as tx:
        undo_slip(tx, UndoSlip(new_uid(), slip_id, "东西坏了", goods_back=False))
    verified(shop)


def test_a_household_does_not_get_its_eggs_twice_by_a_new_book(shop: Shop) -> None:
    shop.offer("鸡蛋", "1", limit=2, per=LimitPeriod.YEAR)
    shop.stocked("鸡蛋", 30)
    with shop.village.write() as tx:
        home = accounts(tx)[0].household_id
        son = NewPerson("王小军", "男", date(1996, 3, 4))
        arrived = add_person(tx, PersonArrives(act(date(2026, 2, 1)), home, "20", person=son), KEY)
    shop.redeemed("王建国", ("鸡蛋", 2))
    with shop.village.write() as tx:
        assert arrived.person_id is not None
        who = (arrived.person_id,)
        frozen = PointsRule(PointsWay.FREEZE)
        split_household(tx, SplitHousehold(act(), home, who, arrived.person_id, frozen))
    with pytest.raises(LimitOfGoods):
        shop.redeemed("王建国", ("鸡蛋", 1))


def test_the_slip_of_a_household_that_is_no_more_still_names_it(shop: Shop) -> None:
    slip = shop.redeemed("王建国", ("肥皂", 2))
    home, into = shop.account("王建国").household_id, shop.account("李秀英").household_id
    with shop.village.write() as tx:
        merge_households(tx, MergeHouseholds(act(), home, into, PointsRule(PointsWay.MOVE)))
    with shop.village.read() as scope:
        assert [collector_words(row) for row in slips(scope)] == ["王建国（本人）"]
    with shop.village.write() as tx:
        undo_slip(tx, UndoSlip(new_uid(), slip.id, "拿错了"))
    with shop.village.read() as scope:
        assert slip_by_id(scope, slip.id).account.owner_name == "王建国"
    verified(shop)


def test_what_is_typed_or_scanned_means_one_kind_of_goods(shop: Shop) -> None:
    """001 is soap: neither 1, nor ００１, nor a barcode 001 is anything else."""
    for code in ("1", "００１", " 0001 "):
        towel = SaveGoods(new_uid(), code, "毛巾")
        refused(shop, partial(save_goods, command=towel), GoodsCodeTaken)
    scanned = SaveGoods(new_uid(), "", "毛巾", barcode="001")
    refused(shop, lambda tx: save_goods(tx, scanned), BarcodeTaken)
    with shop.village.write() as tx:
        save_goods(tx, SaveGoods(new_uid(), "", "毛巾", barcode="６９０１２３４５６７８９２"))
    refused(shop, lambda tx: save_goods(tx, SaveGoods(new_uid(), "6901234567892", "盆")), GoodsCodeTaken)
    with shop.village.read() as scope:
        assert goods_by_code(scope, "００１").name == "肥皂"
        assert goods_by_code(scope, "６９０１２３４５６７８９２").name == "毛巾"
        assert [row.barcode for row in goods_rows(scope) if row.barcode] == ["6901234567892"]


def test_a_name_of_signs_that_no_sheet_carries_is_no_name(shop: Shop) -> None:
    refused(shop, lambda tx: save_goods(tx, SaveGoods(new_uid(), "", "\x00\x01")), GoodsTextMissing)


def test_goods_are_not_lost_before_they_came(shop: Shop) -> None:
    """Twenty pieces came on 1 June and four more in April: in May only four could get wet."""
    shop.stocked("肥皂", 4, done_on=date(2026, 4, 10))
    late, fitting = loss(shop, "肥皂", 5, date(2026, 5, 3)), loss(shop, "肥皂", 4, date(2026, 5, 3))
    refused(shop, lambda tx: write_off(tx, late), NotThereThen)
    with shop.village.write() as tx:
        write_off(tx, fitting)
    again = loss(shop, "肥皂", 1, date(2026, 4, 20))
    refused(shop, lambda tx: write_off(tx, again), NotThereThen)
    with shop.village.read() as scope:
        for month in (4, 5, 6):
            (soap, *_) = stock_ledger(scope, DateSpan(date(2026, month, 1), date(2026, month, 30)))
            assert min(soap.opening, soap.closing) >= 0
    verified(shop)


def test_nothing_is_written_off_as_expired_on_a_day_on_which_it_was_good(shop: Shop) -> None:
    shop.offer("牛奶", "2")
    shop.stocked("牛奶", 3, expires_on=date(2026, 5, 20), done_on=date(2026, 3, 1))
    early = loss(shop, "牛奶", 1, date(2026, 4, 1), PaperKind.EXPIRED)
    refused(shop, lambda tx: write_off(tx, early), NotExpired)
    gone = loss(shop, "牛奶", 1, date(2026, 5, 21), PaperKind.EXPIRED)
    with shop.village.write() as tx:
        write_off(tx, gone)


def test_who_waited_and_has_it_waits_no_more(shop: Shop, station: int) -> None:
    wang, li, paste = shop.account("王建国").id, shop.account("李秀英").id, shop.ids["牙膏"]
    with shop.village.write() as tx:
        note_demand(tx, new_uid(), paste, wang)
        note_demand(tx, new_uid(), paste, li)
    shop.redeemed("王建国", ("牙膏", 1))
    with shop.village.read() as scope:
        assert [row.account.owner_name for row in demands(scope)] == ["李秀英"]
    home = shop.outlet_id
    with shop.village.write() as tx:
        some = (TakenItem(paste, 2),)
        move_goods(tx, MoveGoods(new_uid(), home, station, tx.today, some, "甲", "乙"))
    with shop.village.read() as scope:
        assert demands(scope) == ()
