"""What the shop offers: codes, barcodes, dated prices, limits, pictures, who waits, places to redeem."""

from datetime import date
from pathlib import Path

import pytest

from builders.shop import PRICED_FROM, Shop, open_shop
from builders.village import Village, settled_village
from passbook_desk.app.verify import verify_village
from passbook_desk.db.migrate import Scripts
from passbook_desk.features.redemption.counter.undoing import undo_slip
from passbook_desk.features.redemption.counter.values import UndoSlip
from passbook_desk.features.redemption.goods.commands import (
    retire_goods,
    retire_outlet,
    save_goods,
    save_outlet,
    set_price,
)
from passbook_desk.features.redemption.goods.demands import demands, note_demand
from passbook_desk.features.redemption.goods.errors import (
    BarcodeLikeBook,
    BarcodeTaken,
    GoodsCodeTaken,
    GoodsTextMissing,
    GoodsTextTooLong,
    KindInUse,
    LastOutlet,
    LimitIncomplete,
    OutletNameTaken,
    OutletNotSaid,
    PriceBeforeEarlier,
    PriceNotPositive,
    PriceWasUsed,
    StillInStock,
    UnknownGoods,
    WrongGoodsNumber,
)
from passbook_desk.features.redemption.goods.finding import goods_match
from passbook_desk.features.redemption.goods.pictures import pictures, set_picture
from passbook_desk.features.redemption.goods.queries import (
    goods_by_code,
    goods_rows,
    outlet_named,
    outlets,
    prices,
)
from passbook_desk.features.redemption.goods.values import (
    GoodsKind,
    GoodsRow,
    LimitPeriod,
    SaveGoods,
    SetPrice,
)
from passbook_desk.features.redemption.stock.commands import write_off
from passbook_desk.features.redemption.stock.values import PaperKind, TakenItem, WriteOff
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.pictures import MOST_KB, NotAPicture, PictureTooLarge
from passbook_desk.kernel.places import migrations_folder
from passbook_desk.kernel.points import ZERO, Points

JPEG = b"\xff\xd8\xff" + b"soap" * 40


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return open_shop(tmp_path)


def registered(village: Village, name: str = "毛巾", code: str = "", barcode: str = "") -> int:
    with village.write() as tx:
        return save_goods(tx, SaveGoods(new_uid(), code, name, barcode=barcode))


def said_of(shop: Shop, name: str) -> SaveGoods:
    """Goods as their form would send them unchanged."""
    row = shop.goods(name)
    return SaveGoods(row.uid, row.code, row.name, kind=row.kind, goods_id=row.id)


def priced(shop: Shop, name: str, points: str, day: date) -> None:
    with shop.village.write() as tx:
        set_price(tx, SetPrice(new_uid(), shop.ids[name], Points.parse(points), day, "村民代表会"))


def all_rows(shop: Shop) -> dict[str, GoodsRow]:
    with shop.village.read() as scope:
        return {row.name: row for row in goods_rows(scope, retired_too=True)}


def verified(shop: Shop) -> None:
    with shop.village.read() as scope:
        verify_village(scope, Scripts(migrations_folder()))


def test_the_first_goods_open_the_shop_and_get_the_first_code(tmp_path: Path) -> None:
    village = settled_village(tmp_path)
    with village.read() as scope:
        assert outlets(scope) == ()
    registered(village)
    with village.read() as scope:
        assert [row.name for row in outlets(scope)] == ["积分超市"]
        assert [row.code for row in goods_rows(scope)] == ["001"]


def test_a_village_that_named_its_place_before_keeps_that_one_place(tmp_path: Path) -> None:
    village = settled_village(tmp_path)
    with village.write() as tx:
        save_outlet(tx, new_uid(), "志愿者服务站")
    registered(village)
    with village.read() as scope:
        assert [row.name for row in outlets(scope)] == ["志愿者服务站"]


def test_codes_go_on_from_the_highest_and_that_of_retired_goods_is_not_given_again(shop: Shop) -> None:
    towel = registered(shop.village, "毛巾", code="120")
    with shop.village.write() as tx:
        retire_goods(tx, towel, tx.today)
    registered(shop.village, "脸盆")
    assert all_rows(shop)["脸盆"].code == "121"
    with pytest.raises(GoodsCodeTaken) as taken:
        registered(shop.village, "拖把", code="120")
    assert taken.value.params["name"] == "毛巾"


def test_the_same_form_sent_twice_makes_one_kind_of_goods(shop: Shop) -> None:
    form = SaveGoods("form-1", "", "毛巾")
    with shop.village.write() as tx:
        first = save_goods(tx, form)
    with shop.village.write() as tx:
        assert save_goods(tx, form) == first
    assert len(all_rows(shop)) == 5


def test_goods_are_found_by_code_and_by_barcode(shop: Shop) -> None:
    registered(shop.village, "毛巾", barcode="6901234567892")
    with shop.village.read() as scope:
        assert goods_by_code(scope, " 6901234567892 ").name == "毛巾"
        assert goods_by_code(scope, "001").name == "肥皂"
        with pytest.raises(UnknownGoods):
            goods_by_code(scope, "")


@pytest.mark.parametrize("barcode", ["20230124", "11010019", "201010000015"])
def test_a_barcode_that_could_be_a_book_number_is_refused(shop: Shop, barcode: str) -> None:
    with pytest.raises(BarcodeLikeBook):
        registered(shop.village, barcode=barcode)


def test_a_barcode_belongs_to_one_kind_of_goods(shop: Shop) -> None:
    registered(shop.village, "毛巾", barcode="6901234567892")
    with pytest.raises(BarcodeTaken) as taken:
        registered(shop.village, "脸盆", barcode="6901234567892")
    assert taken.value.params["name"] == "毛巾"
    registered(shop.village, "拖把")


def test_a_name_and_a_unit_are_needed_and_texts_have_their_length(shop: Shop) -> None:
    with shop.village.write() as tx:
        with pytest.raises(GoodsTextMissing) as missing:
            save_goods(tx, SaveGoods(new_uid(), "", " "))
        assert missing.value.params["field"] == "name"
        with pytest.raises(GoodsTextMissing) as missing:
            save_goods(tx, SaveGoods(new_uid(), "", "毛巾", unit=""))
        assert missing.value.params["field"] == "unit"
        with pytest.raises(GoodsTextTooLong):
            save_goods(tx, SaveGoods(new_uid(), "", "毛巾" * 31))


def test_a_limit_has_a_count_and_a_period_or_neither(shop: Shop) -> None:
    with shop.village.write() as tx:
        for count, period in ((2, LimitPeriod.NONE), (None, LimitPeriod.MONTH), (0, LimitPeriod.YEAR)):
            with pytest.raises(LimitIncomplete):
                save_goods(tx, SaveGoods(new_uid(), "", "毛巾", limit_count=count, limit_period=period))
        with pytest.raises(WrongGoodsNumber):
            save_goods(tx, SaveGoods(new_uid(), "", "毛巾", reorder_least=-1))
        with pytest.raises(WrongGoodsNumber):
            save_goods(tx, SaveGoods(new_uid(), "", "毛巾", shelf_months=0))


def test_a_price_of_next_month_waits_and_then_holds(shop: Shop) -> None:
    priced(shop, "肥皂", "6", date(2026, 7, 1))
    assert shop.goods("肥皂").points == Points.parse("5")
    shop.village.on(date(2026, 7, 1))
    assert shop.goods("肥皂").points == Points.parse("6")
    with shop.village.read() as scope:
        rows = prices(scope, (shop.ids["肥皂"],))[shop.ids["肥皂"]]
    assert [(row.points, row.from_on, row.reference, row.set_by) for row in rows] == [
        (Points.parse("5"), PRICED_FROM, "村民代表会", "刘文书"),
        (Points.parse("6"), date(2026, 7, 1), "村民代表会", "刘文书"),
    ]


def test_a_price_is_not_put_before_one_that_is_set(shop: Shop) -> None:
    priced(shop, "肥皂", "6", date(2026, 7, 1))
    with pytest.raises(PriceBeforeEarlier) as refused:
        priced(shop, "肥皂", "7", date(2026, 6, 30))
    assert refused.value.params["other_day"] == date(2026, 7, 1)
    priced(shop, "肥皂", "7", date(2026, 7, 1))
    shop.village.on(date(2026, 7, 1))
    assert shop.goods("肥皂").points == Points.parse("7")


def test_a_price_is_not_changed_on_a_day_on_which_a_slip_stands(shop: Shop) -> None:
    slip = shop.redeemed("王建国", ("肥皂", 1))
    today = date(2026, 6, 1)
    with pytest.raises(PriceWasUsed) as refused:
        priced(shop, "肥皂", "6", today)
    assert refused.value.params["other_day"] == today
    priced(shop, "牙膏", "11", today)
    with shop.village.write() as tx:
        undo_slip(tx, UndoSlip(new_uid(), slip.id))
    priced(shop, "肥皂", "6", today)
    shop.redeemed("王建国", ("肥皂", 1), ("牙膏", 1))
    verified(shop)


def test_a_piece_costs_points(shop: Shop) -> None:
    with shop.village.write() as tx, pytest.raises(PriceNotPositive):
        set_price(tx, SetPrice(new_uid(), shop.ids["肥皂"], ZERO, tx.today))


def test_goods_are_retired_when_nothing_lies_there_and_come_back(shop: Shop) -> None:
    with shop.village.write() as tx, pytest.raises(StillInStock) as held:
        retire_goods(tx, shop.ids["大米"], tx.today)
    assert held.value.params["stock"] == 3
    outlet_id = shop.outlet_id
    with shop.village.write() as tx:
        items = (TakenItem(shop.ids["大米"], 3),)
        write_off(tx, WriteOff(new_uid(), PaperKind.DAMAGED, outlet_id, tx.today, items, "受潮"))
    with shop.village.write() as tx:
        retire_goods(tx, shop.ids["大米"], tx.today)
    with shop.village.read() as scope:
        assert "大米" not in [row.name for row in goods_rows(scope)]
    assert all_rows(shop)["大米"].retired_on == date(2026, 6, 1)
    with shop.village.write() as tx:
        retire_goods(tx, shop.ids["大米"], None)
    with shop.village.read() as scope:
        assert "大米" in [row.name for row in goods_rows(scope)]


@pytest.mark.parametrize(("name", "kind"), [("肥皂", GoodsKind.SERVICE), ("理发", GoodsKind.GOODS)])
def test_what_came_or_was_redeemed_stays_what_it_is(shop: Shop, name: str, kind: GoodsKind) -> None:
    shop.redeemed("李秀英", ("理发", 1))
    form = said_of(shop, name)
    changed = SaveGoods(form.uid, form.code, form.name, kind=kind, goods_id=form.goods_id)
    with shop.village.write() as tx, pytest.raises(KindInUse):
        save_goods(tx, changed)
    verified(shop)


def test_a_service_that_nobody_had_yet_may_become_goods(shop: Shop) -> None:
    form = said_of(shop, "理发")
    with shop.village.write() as tx:
        save_goods(tx, SaveGoods(form.uid, form.code, "理发券", goods_id=form.goods_id))
    assert (all_rows(shop)["理发券"].kind, all_rows(shop)["理发券"].stock) == (GoodsKind.GOODS, 0)


def test_a_picture_takes_the_place_of_the_one_before(shop: Shop) -> None:
    soap = shop.ids["肥皂"]
    for content in (JPEG, JPEG + b"newer"):
        with shop.village.write() as tx:
            set_picture(tx, new_uid(), soap, content)
    with shop.village.read() as scope:
        assert pictures(scope, (soap, shop.ids["牙膏"])) == {soap: JPEG + b"newer"}
    verified(shop)
    with shop.village.write() as tx:
        set_picture(tx, new_uid(), soap, b"")
    with shop.village.read() as scope:
        assert pictures(scope, (soap,)) == {}
    verified(shop)


def test_what_is_no_jpeg_or_too_large_is_no_picture(shop: Shop) -> None:
    with shop.village.write() as tx:
        with pytest.raises(NotAPicture):
            set_picture(tx, new_uid(), shop.ids["肥皂"], b"GIF89a")
        with pytest.raises(PictureTooLarge):
            set_picture(tx, new_uid(), shop.ids["肥皂"], JPEG + b"x" * 1000 * (MOST_KB + 1))


def test_who_asked_in_vain_waits_until_the_goods_come_in(shop: Shop) -> None:
    shop.offer("食用油", "85")
    wang, li = shop.account("王建国").id, shop.account("李秀英").id
    with shop.village.write() as tx:
        assert note_demand(tx, new_uid(), shop.ids["食用油"], wang)
        assert not note_demand(tx, new_uid(), shop.ids["食用油"], wang)
        assert note_demand(tx, new_uid(), shop.ids["食用油"], li)
    with shop.village.read() as scope:
        waiting = [(row.goods_name, row.account.owner_name, row.noted_on) for row in demands(scope)]
    assert waiting == [
        ("食用油", "王建国", date(2026, 6, 1)),
        ("食用油", "李秀英", date(2026, 6, 1)),
    ]
    assert shop.goods("食用油").wanted == 2
    shop.stocked("牙膏", 5)
    assert shop.goods("食用油").wanted == 2
    shop.stocked("食用油", 5)
    assert shop.goods("食用油").wanted == 0
    with shop.village.read() as scope:
        assert demands(scope) == ()


def test_a_second_place_is_made_renamed_given_up_and_taken_up_again(shop: Shop) -> None:
    with shop.village.write() as tx:
        station = save_outlet(tx, new_uid(), "志愿者服务站")
        save_outlet(tx, new_uid(), "老年活动室", station)
    with shop.village.read() as scope:
        assert [row.name for row in outlets(scope)] == ["积分超市", "老年活动室"]
        assert outlet_named(scope, " 老年活动室 ").id == station
        with pytest.raises(OutletNotSaid):
            outlet_named(scope, "")
    with shop.village.write() as tx:
        retire_outlet(tx, station)
    with shop.village.read() as scope:
        assert outlet_named(scope, "").name == "积分超市"
    with shop.village.write() as tx:
        assert save_outlet(tx, new_uid(), "老年活动室") == station
    with shop.village.read() as scope:
        assert len(outlets(scope)) == 2


def test_two_places_do_not_have_one_name(shop: Shop) -> None:
    with shop.village.write() as tx:
        station = save_outlet(tx, new_uid(), "志愿者服务站")
        with pytest.raises(OutletNameTaken):
            save_outlet(tx, new_uid(), "积分超市", station)
        with pytest.raises(GoodsTextMissing):
            save_outlet(tx, new_uid(), " ")


def test_the_last_place_stays_and_so_does_one_where_goods_lie(shop: Shop) -> None:
    outlet_id = shop.outlet_id
    with shop.village.write() as tx:
        with pytest.raises(LastOutlet):
            retire_outlet(tx, outlet_id)
        save_outlet(tx, new_uid(), "志愿者服务站")
        with pytest.raises(StillInStock) as held:
            retire_outlet(tx, outlet_id)
    assert held.value.params == {"name": "积分超市", "stock": 33}


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("", True),
        ("肥皂", True),
        ("2块", True),
        ("fz", True),
        ("feizao", True),
        ("FZ", True),
        ("00", True),
        ("6901234567892", True),
        ("690123", False),
        ("立白", True),
        ("日化", True),
        ("zao", False),
        ("牙膏", False),
        ("1", False),
    ],
)
def test_goods_are_found_by_what_a_clerk_types_or_scans(tmp_path: Path, text: str, meant: bool) -> None:
    village = settled_village(tmp_path)
    with village.write() as tx:
        form = SaveGoods("", "", "肥皂", "2块装", "立白", "盒", "日化", barcode="6901234567892")
        save_goods(tx, form)
    with village.read() as scope:
        (soap,) = goods_rows(scope)
    assert goods_match(soap, text) is meant
