"""What comes into the shop, what is written off, what moves, and what is taken back."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from builders.shop import Shop, open_shop
from passbook_desk.app.verify import verify_village
from passbook_desk.db.migrate import Scripts
from passbook_desk.db.store import Tx
from passbook_desk.features.redemption.goods.commands import retire_outlet, save_outlet
from passbook_desk.features.redemption.goods.errors import GoodsTextTooLong, OutletClosed
from passbook_desk.features.redemption.stock.commands import (
    move_goods,
    receive_goods,
    take_paper_back,
    write_off,
)
from passbook_desk.features.redemption.stock.errors import (
    DonorMissing,
    ExpiredOnArrival,
    NotExpired,
    NothingMoved,
    NotStocked,
    PaperTakenBack,
    SameOutlet,
    ShortOfStock,
    SignersMissing,
    StockDayInFuture,
    StockReasonMissing,
    WrongQuantity,
)
from passbook_desk.features.redemption.stock.expiry import kept_until, month_end
from passbook_desk.features.redemption.stock.queries import batches, moves, paper_by_id, papers
from passbook_desk.features.redemption.stock.values import (
    MoveGoods,
    PaperKind,
    PaperRow,
    ReceivedItem,
    ReceiveGoods,
    TakenItem,
    WriteOff,
)
from passbook_desk.kernel.errors import UserError
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.places import migrations_folder
from passbook_desk.kernel.points import Money, Points


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return open_shop(tmp_path)


@pytest.fixture
def station(shop: Shop) -> int:
    """A second place to redeem."""
    with shop.village.write() as tx:
        return save_outlet(tx, new_uid(), "志愿者服务站")


def receipt(shop: Shop, *items: ReceivedItem) -> ReceiveGoods:
    return ReceiveGoods(
        new_uid(),
        PaperKind.DONATED,
        shop.outlet_id,
        date(2026, 6, 1),
        items or (ReceivedItem(shop.ids["肥皂"], 40, cost=Money.parse("3.5")),),
        from_whom="县供电公司",
        handed_by="孙晓梅",
        received_by="刘文书",
        reference="No.00231",
    )


def writing_off(
    shop: Shop, *items: tuple[str, int, int | None], kind: PaperKind = PaperKind.DAMAGED
) -> WriteOff:
    return WriteOff(
        new_uid(),
        kind,
        shop.outlet_id,
        date(2026, 6, 1),
        tuple(TakenItem(shop.ids[name], quantity, batch_id) for name, quantity, batch_id in items),
        "雨淋湿了",
        from_whom="县供电公司",
        handed_by="刘文书",
        received_by="孙晓梅",
    )


def refused(
    shop: Shop, act: Callable[[Tx, Any], object], command: object, trouble: type[UserError]
) -> Mapping[str, Any]:
    """An act that fails leaves nothing; the parameters of its refusal."""
    with pytest.raises(trouble) as found, shop.village.write() as tx:
        act(tx, command)
    return found.value.params


def received(shop: Shop, command: ReceiveGoods) -> PaperRow:
    with shop.village.write() as tx:
        paper_id = receive_goods(tx, command)
    return paper(shop, paper_id)


def written_off(shop: Shop, command: WriteOff) -> PaperRow:
    with shop.village.write() as tx:
        paper_id = write_off(tx, command)
    return paper(shop, paper_id)


def moved(shop: Shop, target: int, *items: tuple[str, int, int | None]) -> PaperRow:
    command = MoveGoods(
        new_uid(),
        shop.outlet_id,
        target,
        date(2026, 6, 1),
        tuple(TakenItem(shop.ids[name], count, batch_id) for name, count, batch_id in items),
        "刘文书",
        "陈秀芳",
    )
    with shop.village.write() as tx:
        paper_id = move_goods(tx, command)
    return paper(shop, paper_id)


def paper(shop: Shop, paper_id: int) -> PaperRow:
    with shop.village.read() as scope:
        return paper_by_id(scope, paper_id)


def shelf(shop: Shop, name: str, outlet_id: int | None = None) -> list[tuple[int, int]]:
    """Number of each batch that holds something, and how much."""
    place = outlet_id or shop.outlet_id
    with shop.village.read() as scope:
        held = batches(scope, shop.ids[name], place)
    return [(batch.number, batch.quantity) for batch in held]


def back(shop: Shop, paper_id: int, reason: str = "打错了") -> None:
    with shop.village.write() as tx:
        take_paper_back(tx, paper_id, reason)


def verified(shop: Shop) -> None:
    with shop.village.read() as scope:
        verify_village(scope, Scripts(migrations_folder()))


def test_a_gift_comes_in_with_a_receipt_that_two_have_signed(shop: Shop) -> None:
    told = received(shop, receipt(shop))
    assert (told.number, told.kind, told.from_whom) == ("RK2026-004", PaperKind.DONATED, "县供电公司")
    assert (told.handed_by, told.received_by, told.reference) == ("孙晓梅", "刘文书", "No.00231")
    assert (told.pieces, told.value, told.cost) == (40, Points.parse("200"), Money.parse("140"))
    assert shelf(shop, "肥皂") == [(1, 20), (2, 40)]
    verified(shop)


@pytest.mark.parametrize(
    ("change", "trouble", "field"),
    [
        (lambda said: replace(said, from_whom=" "), DonorMissing, "from_whom"),
        (lambda said: replace(said, handed_by=""), SignersMissing, "handed_by"),
        (lambda said: replace(said, received_by=""), SignersMissing, "received_by"),
        (lambda said: replace(said, items=()), NothingMoved, "goods"),
        (lambda said: replace(said, done_on=date(2026, 6, 2)), StockDayInFuture, "done_on"),
        (lambda said: replace(said, from_whom="供" * 61), GoodsTextTooLong, "from_whom"),
        (lambda said: replace(said, reference="单" * 61), GoodsTextTooLong, "reference"),
    ],
)
def test_a_receipt_that_lacks_something_is_refused_beside_its_field(
    shop: Shop, change: Callable[[ReceiveGoods], ReceiveGoods], trouble: type[UserError], field: str
) -> None:
    assert refused(shop, receive_goods, change(receipt(shop)), trouble)["field"] == field
    assert shelf(shop, "肥皂") == [(1, 20)]


def test_services_and_no_pieces_at_all_do_not_come_in(shop: Shop) -> None:
    haircut = receipt(shop, ReceivedItem(shop.ids["理发"], 1))
    assert refused(shop, receive_goods, haircut, NotStocked)["name"] == "理发"
    nothing = receipt(shop, ReceivedItem(shop.ids["肥皂"], 1), ReceivedItem(shop.ids["牙膏"], 0))
    assert refused(shop, receive_goods, nothing, WrongQuantity)["row"] == 2


def test_what_has_expired_does_not_come_in_but_may_have_been_there_before(shop: Shop) -> None:
    gone = receipt(shop, ReceivedItem(shop.ids["肥皂"], 5, date(2026, 5, 31)))
    assert refused(shop, receive_goods, gone, ExpiredOnArrival)["expires_on"] == date(2026, 5, 31)
    last_day = receipt(shop, ReceivedItem(shop.ids["肥皂"], 5, date(2026, 6, 1)))
    assert received(shop, last_day).items[0].expires_on == date(2026, 6, 1)
    opening = replace(gone, kind=PaperKind.OPENING, from_whom="", handed_by="", received_by="")
    assert received(shop, opening).number == "QC2026-001"


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("2026-12", date(2026, 12, 31)),
        ("2027年2月", date(2027, 2, 28)),
        ("2028.2", date(2028, 2, 29)),
        ("202611", date(2026, 11, 30)),
        ("２０２６／９", date(2026, 9, 30)),
        ("2026.9底", date(2026, 9, 30)),
        ("2026-13", None),
        ("2026-12-01", None),
        ("12.1", None),
    ],
)
def test_a_month_on_a_pack_means_its_end(said: str, meant: date | None) -> None:
    assert month_end(said) == meant


def test_a_pack_keeps_its_months_from_the_day_it_was_made() -> None:
    assert kept_until(date(2026, 3, 15), 18) == date(2027, 9, 15)
    assert kept_until(date(2025, 8, 31), 6) == date(2026, 2, 28)
    assert kept_until(date(2025, 12, 1), 12) == date(2026, 12, 1)


def test_what_expires_first_is_taken_first_unless_a_batch_is_named(shop: Shop) -> None:
    shop.offer("牛奶", "2")
    shop.stocked("牛奶", 6, expires_on=date(2026, 12, 1))
    shop.stocked("牛奶", 4, expires_on=date(2026, 8, 1))
    written_off(shop, writing_off(shop, ("牛奶", 5, None)))
    assert shelf(shop, "牛奶") == [(1, 5)]
    shop.stocked("牛奶", 4, expires_on=date(2026, 7, 1))
    with shop.village.read() as scope:
        later = next(row for row in batches(scope, shop.ids["牛奶"]) if row.number == 1)
    written_off(shop, writing_off(shop, ("牛奶", 2, later.id)))
    assert shelf(shop, "牛奶") == [(3, 4), (1, 3)]
    verified(shop)


def test_two_lines_of_the_same_goods_do_not_take_the_same_pieces(shop: Shop) -> None:
    too_many = writing_off(shop, ("肥皂", 15, None), ("肥皂", 6, None))
    short = refused(shop, write_off, too_many, ShortOfStock)
    assert (short["stock"], short["wanted"]) == (5, 6)
    written_off(shop, writing_off(shop, ("肥皂", 15, None), ("肥皂", 5, None)))
    assert shelf(shop, "肥皂") == []


def test_only_what_has_expired_is_written_off_as_expired(shop: Shop) -> None:
    shop.offer("牛奶", "2")
    shop.stocked("牛奶", 6, expires_on=date(2026, 12, 1))
    expired = writing_off(shop, ("牛奶", 3, None), kind=PaperKind.EXPIRED)
    refused(shop, write_off, expired, NotExpired)
    shop.stocked("牛奶", 4, expires_on=date(2026, 5, 20), done_on=date(2026, 3, 1))
    assert shop.goods("牛奶").expired == 4
    told = written_off(shop, expired)
    assert (told.number, told.pieces) == ("BS2026-001", 3)
    assert shelf(shop, "牛奶") == [(2, 1), (1, 6)]
    refused(shop, write_off, writing_off(shop, ("牛奶", 2, None), kind=PaperKind.EXPIRED), ShortOfStock)


def test_a_write_off_says_why_and_names_no_day_to_come(shop: Shop) -> None:
    command = writing_off(shop, ("肥皂", 1, None))
    refused(shop, write_off, replace(command, words=" "), StockReasonMissing)
    refused(shop, write_off, replace(command, done_on=date(2026, 7, 1)), StockDayInFuture)


def test_what_goes_back_names_to_whom_and_is_signed_by_both(shop: Shop) -> None:
    command = writing_off(shop, ("肥皂", 5, None), kind=PaperKind.RETURNED)
    refused(shop, write_off, replace(command, from_whom=""), DonorMissing)
    refused(shop, write_off, replace(command, received_by=""), SignersMissing)
    told = written_off(shop, command)
    assert (told.number, told.from_whom, told.items[0].quantity) == ("TH2026-001", "县供电公司", -5)


def test_a_transfer_keeps_batch_and_last_day(shop: Shop, station: int) -> None:
    shop.offer("牛奶", "2")
    shop.stocked("牛奶", 4, expires_on=date(2026, 8, 1), cost="39")
    shop.stocked("牛奶", 6, expires_on=date(2026, 12, 1))
    told = moved(shop, station, ("牛奶", 5, None))
    assert (told.number, told.outlet, told.from_whom) == ("DB2026-001", "积分超市", "志愿者服务站")
    assert (told.pieces, [item.quantity for item in told.items]) == (5, [4, 1])
    assert shelf(shop, "牛奶") == [(2, 5)]
    assert shelf(shop, "牛奶", station) == [(1, 4), (2, 1)]
    with shop.village.read() as scope:
        there = batches(scope, shop.ids["牛奶"], station)[0]
    assert (there.expires_on, there.cost) == (date(2026, 8, 1), Money.parse("39"))
    verified(shop)


def test_goods_go_to_another_place_that_is_open(shop: Shop, station: int) -> None:
    with pytest.raises(SameOutlet):
        moved(shop, shop.outlet_id, ("肥皂", 1, None))
    with shop.village.write() as tx:
        retire_outlet(tx, station)
    with pytest.raises(OutletClosed):
        moved(shop, station, ("肥皂", 1, None))
    refused(shop, receive_goods, replace(receipt(shop), outlet_id=station), OutletClosed)


def test_a_paper_goes_back_as_a_whole_and_only_once(shop: Shop, station: int) -> None:
    came = received(
        shop, receipt(shop, ReceivedItem(shop.ids["肥皂"], 40), ReceivedItem(shop.ids["牙膏"], 9))
    )
    shop.village.on(date(2026, 6, 3))
    back(shop, came.id, "多写了一个零")
    told = paper(shop, came.id)
    assert (told.taken_back, told.back_on, told.back_reason) == (True, date(2026, 6, 3), "多写了一个零")
    assert (told.pieces, shelf(shop, "肥皂"), shelf(shop, "牙膏")) == (49, [(1, 20)], [(1, 10)])
    with pytest.raises(PaperTakenBack):
        back(shop, came.id)
    transfer = moved(shop, station, ("肥皂", 5, None))
    with pytest.raises(StockReasonMissing):
        back(shop, transfer.id, "")
    back(shop, transfer.id)
    assert (shelf(shop, "肥皂"), shelf(shop, "肥皂", station)) == ([(1, 20)], [])
    gone = written_off(shop, writing_off(shop, ("牙膏", 10, None)))
    back(shop, gone.id)
    assert shelf(shop, "牙膏") == [(1, 10)]
    verified(shop)


def test_a_receipt_stays_when_its_pieces_were_redeemed(shop: Shop) -> None:
    came = shop.stocked("肥皂", 6, expires_on=date(2026, 9, 1))
    shop.redeemed("王建国", ("肥皂", 1))
    with pytest.raises(ShortOfStock) as short:
        back(shop, came)
    assert (short.value.params["stock"], short.value.params["wanted"]) == (5, 6)
    assert shelf(shop, "肥皂") == [(2, 5), (1, 20)]
    assert not paper(shop, came).taken_back


def test_a_transfer_of_one_batch_in_two_lines_stays_when_one_piece_is_gone(shop: Shop, station: int) -> None:
    transfer = moved(shop, station, ("肥皂", 3, None), ("肥皂", 3, None))
    written_off(shop, replace(writing_off(shop, ("肥皂", 1, None)), outlet_id=station))
    with pytest.raises(ShortOfStock) as short:
        back(shop, transfer.id)
    assert (short.value.params["stock"], short.value.params["wanted"]) == (5, 6)


def test_nothing_comes_back_to_a_place_that_was_given_up(shop: Shop, station: int) -> None:
    moved(shop, station, ("肥皂", 3, None))
    gone = written_off(shop, replace(writing_off(shop, ("肥皂", 3, None)), outlet_id=station))
    with shop.village.write() as tx:
        retire_outlet(tx, station)
    with pytest.raises(OutletClosed):
        back(shop, gone.id)


def test_the_same_paper_twice_is_written_once(shop: Shop, station: int) -> None:
    came, gone = receipt(shop), writing_off(shop, ("肥皂", 2, None))
    over = MoveGoods(
        new_uid(), shop.outlet_id, station, date(2026, 6, 1), (TakenItem(shop.ids["牙膏"], 4),), "甲", "乙"
    )
    with shop.village.write() as tx:
        first = (receive_goods(tx, came), write_off(tx, gone), move_goods(tx, over))
    with shop.village.write() as tx:
        again = (receive_goods(tx, came), write_off(tx, gone), move_goods(tx, over))
    assert first == again
    with shop.village.read() as scope:
        assert len(papers(scope)) == 6
    assert (shelf(shop, "肥皂"), shelf(shop, "牙膏")) == ([(1, 18), (2, 40)], [(1, 6)])


def test_every_movement_leads_to_its_paper_or_slip(shop: Shop) -> None:
    slip = shop.redeemed("王建国", ("肥皂", 2))
    with shop.village.read() as scope:
        redeemed, came = moves(scope, goods_id=shop.ids["肥皂"])
    assert (redeemed.of_slip, redeemed.document, redeemed.document_id) == (True, slip.number, slip.id)
    assert (came.of_slip, came.document, came.paper) == (False, "RK2026-001", PaperKind.BOUGHT)
    assert paper(shop, came.document_id).number == "RK2026-001"
