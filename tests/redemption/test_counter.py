"""A visit at the counter: points, goods and slip are one act, and go back together."""

from datetime import date
from pathlib import Path

import pytest

from builders.deeds import decided
from builders.shop import Shop, open_shop
from passbook_desk.app.verify import verify_village
from passbook_desk.db.migrate import Scripts
from passbook_desk.features.ledger.commands import reverse_lines
from passbook_desk.features.ledger.errors import RedeemedLine
from passbook_desk.features.ledger.queries import balances, lines
from passbook_desk.features.ledger.values import ReverseLines
from passbook_desk.features.redemption.counter.errors import (
    LimitOfGoods,
    NotEnoughPoints,
    NotRedemptionDay,
    OutOfStock,
    SlipUndone,
)
from passbook_desk.features.redemption.counter.queries import offers, slip_by_id, visitor
from passbook_desk.features.redemption.counter.undoing import undo_slip
from passbook_desk.features.redemption.counter.values import UndoSlip, Visitor
from passbook_desk.features.redemption.goods.values import LimitPeriod
from passbook_desk.features.village.policy import RedeemDays
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.places import migrations_folder
from passbook_desk.kernel.points import Points


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return open_shop(tmp_path)


def spendable(shop: Shop, name: str) -> Points:
    account = shop.account(name)
    with shop.village.read() as scope:
        (row,) = balances(scope, accounts_chosen=(account,))
        return row.spendable


def verified(shop: Shop) -> None:
    with shop.village.read() as scope:
        verify_village(scope, Scripts(migrations_folder()))


def test_soap_and_toothpaste_leave_the_shelf_and_their_points_the_book(shop: Shop) -> None:
    slip = shop.redeemed("王建国", ("肥皂", 2), ("牙膏", 1))
    assert (slip.number, slip.points, slip.before, slip.left) == (
        "2026-0001",
        Points(2000),
        Points(4000),
        Points(2000),
    )
    assert [(item.name, item.quantity, item.points) for item in slip.items] == [
        ("肥皂", 2, Points(1000)),
        ("牙膏", 1, Points(1000)),
    ]
    assert spendable(shop, "王建国") == Points(2000)
    assert (shop.goods("肥皂").stock, shop.goods("牙膏").stock) == (18, 9)
    verified(shop)


def test_a_service_takes_points_and_no_stock(shop: Shop) -> None:
    shop.redeemed("李秀英", ("理发", 1))
    assert spendable(shop, "李秀英") == Points(2000)
    assert shop.goods("理发").stock is None
    verified(shop)


def test_what_is_short_is_named_with_how_much(shop: Shop) -> None:
    with pytest.raises(NotEnoughPoints) as short:
        shop.redeemed("王建国", ("大米", 1))
    assert short.value.params["missing"] == Points(1000)
    outlet_id, wang = shop.outlet_id, seen(shop, "王建国")
    with shop.village.read() as scope:
        offered = {each.goods.name: each for each in offers(scope, outlet_id, wang)}
    assert (offered["肥皂"].most, offered["大米"].most) == (8, 0)
    assert offered["大米"].short == Points(1000)
    assert spendable(shop, "王建国") == Points(4000)


def seen(shop: Shop, name: str) -> Visitor:
    account, outlet_id = shop.account(name), shop.outlet_id
    with shop.village.read() as scope:
        return visitor(scope, account.id, outlet_id, shop.village.actor.operator_id)


def test_an_empty_shelf_gives_nothing_and_keeps_the_points(shop: Shop) -> None:
    shop.offer("毛巾", "8")
    with pytest.raises(OutOfStock):
        shop.redeemed("王建国", ("肥皂", 1), ("毛巾", 1))
    assert spendable(shop, "王建国") == Points(4000)
    assert shop.goods("肥皂").stock == 20
    verified(shop)


def test_a_household_has_two_of_something_in_a_month(shop: Shop) -> None:
    shop.offer("鸡蛋", "1", limit=2, per=LimitPeriod.MONTH)
    shop.stocked("鸡蛋", 30)
    shop.redeemed("王建国", ("鸡蛋", 1))
    with pytest.raises(LimitOfGoods) as over:
        shop.redeemed("王建国", ("鸡蛋", 2))
    assert over.value.params["left"] == 1
    shop.redeemed("王建国", ("鸡蛋", 1))


def test_a_slip_goes_back_with_points_and_goods_and_only_once(shop: Shop) -> None:
    slip = shop.redeemed("王建国", ("肥皂", 2), ("牙膏", 1))
    with shop.village.write() as tx:
        undo_slip(tx, UndoSlip(new_uid(), slip.id))
    assert spendable(shop, "王建国") == Points(4000)
    assert (shop.goods("肥皂").stock, shop.goods("牙膏").stock) == (20, 10)
    with shop.village.read() as scope:
        assert slip_by_id(scope, slip.id).undone_on == scope.today
    with shop.village.write() as tx, pytest.raises(SlipUndone):
        undo_slip(tx, UndoSlip(new_uid(), slip.id, "拿错了"))
    verified(shop)


def test_the_line_of_a_slip_is_not_reversed_without_its_goods(shop: Shop) -> None:
    shop.redeemed("王建国", ("肥皂", 2))
    account = shop.account("王建国")
    with shop.village.read() as scope:
        seq = lines(scope, account.id)[-1].seq
    with shop.village.write() as tx, pytest.raises(RedeemedLine):
        reverse_lines(tx, ReverseLines(new_uid(), (seq,), "记错了"))


def test_what_expires_first_is_given_first_and_expired_goods_never(shop: Shop) -> None:
    shop.offer("牛奶", "2")
    shop.stocked("牛奶", 3, expires_on=date(2026, 12, 1))
    shop.stocked("牛奶", 2, expires_on=date(2026, 6, 1), done_on=date(2026, 3, 1))
    assert shop.goods("牛奶").free == (3 if shop.village.clock.today() > date(2026, 6, 1) else 5)
    verified(shop)


def test_outside_the_redemption_day_nothing_is_given(shop: Shop) -> None:
    decided(shop.village, redeem_days=RedeemDays.MONTH, redeem_day=3)
    with pytest.raises(NotRedemptionDay):
        shop.redeemed("王建国", ("肥皂", 1))
