"""一年一兑换: the list, the queue, and a settlement in which goods, slips and points say the same."""

import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from builders.deeds import decided
from builders.guards import tampered
from builders.shop import Shop, open_shop
from passbook_desk.app.verify import verify_village
from passbook_desk.db.migrate import Scripts
from passbook_desk.features.access.commands import add_operator, set_pin
from passbook_desk.features.access.errors import NotAllowed
from passbook_desk.features.access.values import AddOperator, Role
from passbook_desk.features.ledger.queries import accounts
from passbook_desk.features.ledger.values import Colour, LineKind, VoucherKind
from passbook_desk.features.ledger.writing import DraftLine, write_voucher
from passbook_desk.features.passbooks.books.commands import issue_books
from passbook_desk.features.passbooks.books.types import book_types
from passbook_desk.features.passbooks.books.values import IssueBook
from passbook_desk.features.redemption.counter.errors import (
    MembersDoNotRedeem,
    NotRedemptionDay,
    RedemptionBarred,
    UndoReasonMissing,
)
from passbook_desk.features.redemption.counter.undoing import undo_slip
from passbook_desk.features.redemption.counter.values import SlipRow, UndoSlip
from passbook_desk.features.redemption.exchange.commands import (
    give_ticket,
    open_exchange_day,
    settle_exchange_day,
)
from passbook_desk.features.redemption.exchange.errors import (
    ExchangeBackwards,
    ExchangeBroken,
    ExchangeDayTaken,
    ExchangeInPast,
    ExchangeNotHeld,
    ExchangeNotOver,
    ExchangeSettled,
    ExchangeTextMissing,
    ExchangeUntied,
    NothingToRedeem,
    UnknownExchangeDay,
)
from passbook_desk.features.redemption.exchange.queries import (
    entitled,
    exchange_day,
    exchange_day_card,
    exchange_days,
    tie,
)
from passbook_desk.features.redemption.exchange.rules import in_queue, next_in_queue
from passbook_desk.features.redemption.exchange.values import (
    Barred,
    EntitledRow,
    ExchangeDayCard,
    ExchangeState,
    GiveTicket,
    OpenExchangeDay,
    SettleExchangeDay,
)
from passbook_desk.features.redemption.exchange.verifying import verify_exchange_days
from passbook_desk.features.redemption.goods.commands import save_outlet
from passbook_desk.features.redemption.goods.errors import GoodsTextTooLong
from passbook_desk.features.redemption.goods.queries import outlets
from passbook_desk.features.redemption.stock.commands import write_off
from passbook_desk.features.redemption.stock.values import PaperKind, TakenItem, WriteOff
from passbook_desk.features.village.policy import RedeemDays
from passbook_desk.kernel.actor import Actor
from passbook_desk.kernel.errors import PassbookError
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.places import migrations_folder
from passbook_desk.kernel.points import ZERO, Points

JUNE_1, JUNE_2, JUNE_3 = date(2026, 6, 1), date(2026, 6, 2), date(2026, 6, 3)


def p(text: str) -> Points:
    return Points.parse(text)


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    """Everybody has 40 points; soap costs 5, toothpaste 10, rice 50, a haircut 20. Today is June 1."""
    return open_shop(tmp_path)


def opened(
    shop: Shop, held_on: date = JUNE_1, until_on: date = JUNE_2, *, name: str = "2026年度兑换", place: int = 0
) -> int:
    outlet_id = place or shop.outlet_id
    with shop.village.write() as tx:
        return open_exchange_day(tx, OpenExchangeDay(new_uid(), name, outlet_id, held_on, until_on))


def ticket(shop: Shop, day_id: int, name: str, colour: Colour = Colour.GREEN) -> int:
    account = shop.account(name, colour)
    with shop.village.write() as tx:
        return give_ticket(tx, GiveTicket(new_uid(), day_id, account.id))


def settled(shop: Shop, day_id: int, words: str = "") -> None:
    with shop.village.write() as tx:
        settle_exchange_day(tx, SettleExchangeDay(new_uid(), day_id, words))


def taken_back(shop: Shop, slip: SlipRow, reason: str = "", *, goods_back: bool = True) -> None:
    with shop.village.write() as tx:
        undo_slip(tx, UndoSlip(new_uid(), slip.id, reason, goods_back))


def listed(shop: Shop, day_id: int, grid: str | None = None) -> dict[tuple[str, str], EntitledRow]:
    with shop.village.read() as scope:
        rows = entitled(scope, day_id, grid)
    return {(row.account.owner_name, row.account.colour.value): row for row in rows}


def queue(shop: Shop, day_id: int) -> tuple[EntitledRow, ...]:
    with shop.village.read() as scope:
        return in_queue(entitled(scope, day_id))


def card(shop: Shop, day_id: int) -> ExchangeDayCard:
    with shop.village.read() as scope:
        return exchange_day_card(scope, day_id)


def verified(shop: Shop) -> None:
    with shop.village.read() as scope:
        verify_village(scope, Scripts(migrations_folder()))


def moved(shop: Shop, name: str, kind: LineKind, points: str) -> None:
    account = shop.account(name)
    with shop.village.write() as tx:
        draft = DraftLine(account.id, kind, kind, p(points), tx.today)
        write_voucher(tx, new_uid(), VoucherKind.RECORD, [draft])


def test_a_day_has_a_number_a_place_and_its_days(shop: Shop) -> None:
    day_id = opened(shop)
    with shop.village.read() as scope:
        (row,) = exchange_days(scope)
        assert exchange_day(scope, day_id) == row
    assert (row.number, row.name, row.outlet) == ("DH2026-01", "2026年度兑换", "积分超市")
    assert [row.state(day) for day in (date(2026, 5, 31), JUNE_1, JUNE_2, JUNE_3)] == [
        ExchangeState.AHEAD,
        ExchangeState.HELD,
        ExchangeState.HELD,
        ExchangeState.OVER,
    ]


def test_opening_twice_with_one_form_opens_one_day(shop: Shop) -> None:
    command = OpenExchangeDay(new_uid(), "年货", shop.outlet_id, JUNE_1, JUNE_1)
    with shop.village.write() as tx:
        assert open_exchange_day(tx, command) == open_exchange_day(tx, command)


def test_at_one_place_days_do_not_overlap_and_at_another_they_may(shop: Shop) -> None:
    opened(shop, JUNE_1, JUNE_2)
    with pytest.raises(ExchangeDayTaken) as taken:
        opened(shop, JUNE_2, JUNE_3, name="又一个")
    assert taken.value.params["name"] == "2026年度兑换"
    with shop.village.write() as tx:
        station = save_outlet(tx, new_uid(), "志愿者服务站")
    opened(shop, JUNE_2, JUNE_3, place=station)
    opened(shop, JUNE_3, JUNE_3, name="接着办")


@pytest.mark.parametrize(
    ("held_on", "until_on", "name", "refusal"),
    [
        (JUNE_2, JUNE_1, "年货", ExchangeBackwards),
        (JUNE_1, date(2026, 7, 3), "年货", ExchangeBackwards),
        (date(2026, 5, 1), date(2026, 5, 31), "年货", ExchangeInPast),
        (JUNE_1, JUNE_1, "  ", ExchangeTextMissing),
        (JUNE_1, JUNE_1, "年" * 17, GoodsTextTooLong),
    ],
)
def test_days_that_cannot_be_are_refused(
    shop: Shop, held_on: date, until_on: date, name: str, refusal: type[PassbookError]
) -> None:
    with pytest.raises(refusal):
        opened(shop, held_on, until_on, name=name)


def test_the_list_says_what_each_book_may_redeem_and_why_another_may_not(shop: Shop) -> None:
    decided(shop.village, least_to_redeem=p("30"), suspension_line=p("20"), members_redeem=False)
    moved(shop, "欧阳明", LineKind.DEBIT, "-25")
    day_id = opened(shop)
    rows = listed(shop, day_id)
    wang = rows["王建国", "green"]
    assert (wang.redeemable, wang.barred, wang.may, wang.house_number) == (p("10"), Barred.NO, True, "1")
    assert wang.book_number == wang.account.number
    assert (rows["李秀英", "red"].barred, rows["李秀英", "red"].may) == (Barred.MEMBERS, False)
    ouyang = rows["欧阳明", "green"]
    assert (ouyang.barred, ouyang.redeemable, ouyang.listed) == (Barred.SUSPENDED, ZERO, False)
    assert [name for name, _ in listed(shop, day_id, "02")] == ["欧阳明"]


def test_the_number_on_the_list_is_that_of_the_paper_book(shop: Shop) -> None:
    account = shop.account("王建国")
    with shop.village.write() as tx:
        issue_books(tx, [IssueBook(account.id, book_types(tx)[0].id, "88001234")])
    assert listed(shop, opened(shop))["王建国", "green"].book_number == "88001234"


def test_a_ticket_is_given_once_and_the_queue_goes_by_its_number(shop: Shop) -> None:
    day_id = opened(shop)
    assert [ticket(shop, day_id, name) for name in ("欧阳明", "王建国", "欧阳明")] == [1, 2, 1]
    assert [row.account.owner_name for row in queue(shop, day_id)] == ["欧阳明", "王建国"]
    assert listed(shop, day_id)["王建国", "green"].ticket == 2
    with shop.village.read() as scope:
        assert exchange_day(scope, day_id).tickets == 2


def test_who_was_served_leaves_the_queue_and_who_did_not_come_is_called_again(shop: Shop) -> None:
    day_id = opened(shop)
    for name in ("欧阳明", "王建国", "李秀英"):
        ticket(shop, day_id, name)
    shop.redeemed("欧阳明", ("肥皂", 1))
    rows = queue(shop, day_id)
    assert [row.waiting for row in rows] == [False, True, True]
    assert next_in_queue(rows) == rows[1]
    assert next_in_queue(rows, {2}) == rows[2]
    assert next_in_queue(rows, {2, 3}) == rows[1]
    for name in ("王建国", "李秀英"):
        shop.redeemed(name, ("牙膏", 1))
    assert next_in_queue(queue(shop, day_id)) is None


def test_whose_slip_is_taken_back_stands_at_the_head_of_the_queue_again(shop: Shop) -> None:
    day_id = opened(shop)
    ticket(shop, day_id, "欧阳明")
    slip = shop.redeemed("欧阳明", ("肥皂", 1))
    taken_back(shop, slip)
    (row,) = queue(shop, day_id)
    assert (row.waiting, row.had, row.slips) == (True, ZERO, ())


def test_tickets_are_given_on_the_day_itself_to_who_can_redeem(shop: Shop) -> None:
    day_id = opened(shop, JUNE_2, JUNE_2)
    with pytest.raises(ExchangeNotHeld):
        ticket(shop, day_id, "王建国")
    shop.village.on(JUNE_2)
    decided(shop.village, members_redeem=False, suspension_line=p("20"))
    with pytest.raises(MembersDoNotRedeem):
        ticket(shop, day_id, "李秀英", Colour.RED)
    moved(shop, "欧阳明", LineKind.DEBIT, "-25")
    with pytest.raises(RedemptionBarred):
        ticket(shop, day_id, "欧阳明")
    moved(shop, "王建国", LineKind.EXPIRE, "-40")
    with pytest.raises(NothingToRedeem):
        ticket(shop, day_id, "王建国")
    shop.village.on(JUNE_3)
    with pytest.raises(ExchangeNotHeld):
        ticket(shop, day_id, "李秀英")


def test_slips_of_the_day_join_by_themselves_also_where_the_counter_is_closed_else(shop: Shop) -> None:
    decided(shop.village, redeem_days=RedeemDays.MONTH, redeem_day=15)
    with pytest.raises(NotRedemptionDay):
        shop.redeemed("王建国", ("肥皂", 1))
    day_id = opened(shop)
    slip = shop.redeemed("王建国", ("肥皂", 2), ("理发", 1))
    assert slip.exchange_day_id == day_id
    row = listed(shop, day_id)["王建国", "green"]
    assert (row.had, row.slips, row.redeemable, row.listed) == (p("30"), (slip.number,), p("10"), True)


def test_goods_slips_and_points_tie_before_anything_is_settled(shop: Shop) -> None:
    day_id = opened(shop)
    shop.redeemed("王建国", ("肥皂", 2), ("理发", 1))
    shop.redeemed("欧阳明", ("牙膏", 3))
    taken_back(shop, shop.redeemed("李秀英", ("肥皂", 1)))
    with shop.village.read() as scope:
        found = tie(scope, day_id)
    assert (found.slips, found.slip_points, found.ledger_points, found.price_points) == (2, *[p("60")] * 3)
    assert (found.slip_pieces, found.stock_pieces, found.service_pieces) == (6, 5, 1)
    assert found.agrees


def test_the_goods_of_the_day_are_what_lay_there_less_what_was_given(shop: Shop) -> None:
    shop.village.on(JUNE_2)
    day_id = opened(shop, JUNE_2, JUNE_2)
    shop.stocked("肥皂", 10)
    slip = shop.redeemed("王建国", ("肥皂", 4))
    taken_back(shop, shop.redeemed("王建国", ("肥皂", 1)), "包装破了", goods_back=False)
    outlet_id = shop.outlet_id
    with shop.village.write() as tx:
        spoilt = (TakenItem(shop.ids["牙膏"], 2),)
        write_off(tx, WriteOff(new_uid(), PaperKind.DAMAGED, outlet_id, tx.today, spoilt, "受潮"))
    goods = {row.name: row for row in card(shop, day_id).goods}
    soap = goods["肥皂"]
    assert (soap.opening, soap.other, soap.given, soap.left) == (20, 9, 4, 25)
    assert soap.points == slip.points == p("20")
    paste = goods["牙膏"]
    assert (paste.opening, paste.other, paste.given, paste.left) == (10, -2, 0, 8)
    assert soap.left == shop.goods("肥皂").stock
    assert (goods["理发"].moved, goods["大米"].moved) == (False, True)


def test_a_settlement_freezes_what_the_day_came_to(shop: Shop) -> None:
    day_id = opened(shop)
    shop.redeemed("王建国", ("肥皂", 2), ("理发", 1))
    shop.redeemed("欧阳明", ("牙膏", 3))
    settled(shop, day_id, "两天办完")
    row = card(shop, day_id).row
    assert (row.slips, row.points, row.pieces) == (2, p("60"), 6)
    assert row.settled is not None
    assert (row.settled.words, row.settled.settled_by) == ("两天办完", "刘文书")
    assert row.state(JUNE_1) is ExchangeState.SETTLED
    verified(shop)


def test_a_slip_after_the_settlement_does_not_join_and_no_ticket_is_given(shop: Shop) -> None:
    day_id = opened(shop)
    shop.redeemed("王建国", ("肥皂", 2))
    settled(shop, day_id)
    assert shop.redeemed("欧阳明", ("牙膏", 3)).exchange_day_id is None
    found = card(shop, day_id)
    assert (found.row.slips, found.tie.slips, found.tie.slip_pieces) == (1, 1, 2)
    assert {row.name: row.left for row in found.goods}["牙膏"] == 10
    with pytest.raises(ExchangeSettled):
        ticket(shop, day_id, "李秀英")
    verified(shop)


def test_what_is_taken_back_after_the_settlement_is_named_and_changes_nothing_of_it(shop: Shop) -> None:
    day_id = opened(shop)
    slip = shop.redeemed("王建国", ("肥皂", 2))
    shop.redeemed("欧阳明", ("牙膏", 3))
    before = shop.redeemed("李秀英", ("肥皂", 1))
    taken_back(shop, before)
    settled(shop, day_id)
    with pytest.raises(UndoReasonMissing):
        taken_back(shop, slip)
    frozen = card(shop, day_id)
    assert frozen.later == ()
    taken_back(shop, slip, "换了两次")
    found = card(shop, day_id)
    assert [(each.number, each.undo_reason) for each in found.later] == [(slip.number, "换了两次")]
    assert (found.row, found.tie, found.goods) == (frozen.row, frozen.tie, frozen.goods)
    assert shop.goods("肥皂").stock == 20
    verified(shop)


def test_who_only_records_does_not_take_a_settled_slip_back(shop: Shop) -> None:
    with shop.village.write() as tx:
        set_pin(tx, tx.actor.operator_id, "205713")
        recorder = Actor(add_operator(tx, AddOperator("小王", frozenset({Role.RECORDER}), "831904")), "小王")
    decided(shop.village, single_clerk=False)
    day_id = opened(shop)
    clerk, shop.village.actor = shop.village.actor, recorder
    slip = shop.redeemed("王建国", ("肥皂", 2))
    with pytest.raises(NotAllowed):
        settled(shop, day_id)
    shop.village.actor = clerk
    settled(shop, day_id)
    shop.village.actor = recorder
    with pytest.raises(NotAllowed):
        taken_back(shop, slip, "拿错了")


def test_a_day_is_settled_from_its_first_day_on_and_once(shop: Shop) -> None:
    day_id = opened(shop, JUNE_2, JUNE_2)
    with pytest.raises(ExchangeNotOver):
        settled(shop, day_id)
    shop.village.on(JUNE_3)
    command = SettleExchangeDay(new_uid(), day_id)
    for _ in range(2):
        with shop.village.write() as tx:
            settle_exchange_day(tx, command)
    with pytest.raises(ExchangeSettled):
        settled(shop, day_id)
    with shop.village.write() as tx, pytest.raises(UnknownExchangeDay):
        settle_exchange_day(tx, SettleExchangeDay(new_uid(), day_id + 1))


def test_after_an_early_settlement_the_rest_of_the_days_can_be_opened_again(shop: Shop) -> None:
    day_id = opened(shop, JUNE_1, JUNE_3)
    shop.redeemed("王建国", ("肥皂", 2))
    settled(shop, day_id)
    again = opened(shop, JUNE_1, JUNE_3, name="补办")
    slip = shop.redeemed("欧阳明", ("肥皂", 1))
    assert slip.exchange_day_id == again
    soap = {row.name: row for row in card(shop, again).goods}["肥皂"]
    assert (soap.given, soap.left) == (1, 17)
    verified(shop)


Change = Callable[[sqlite3.Connection], object]
TAMPERED: dict[str, Change] = {
    "a piece that never left": lambda con: con.execute(
        "UPDATE stock_move SET quantity = -1 WHERE kind = 'redeemed'"
    ),
    "a slip that says more points": lambda con: con.execute("UPDATE slip SET points = points + 100"),
    "an item without its pieces": lambda con: con.execute("UPDATE slip_item SET quantity = 1"),
    "a line that took less": lambda con: con.execute(
        "UPDATE ledger_line SET points = -500 WHERE kind = 'redeem'"
    ),
}


@pytest.mark.parametrize("change", TAMPERED.values(), ids=TAMPERED.keys())
def test_what_does_not_tie_is_not_settled(shop: Shop, change: Change) -> None:
    day_id = opened(shop)
    shop.redeemed("王建国", ("肥皂", 2))
    shop.village = tampered(shop.village, change)
    with pytest.raises(ExchangeUntied):
        settled(shop, day_id)
    with shop.village.read() as scope, pytest.raises(ExchangeBroken):
        verify_exchange_days(scope)


AFTERWARDS: dict[str, Change] = {
    "other points": lambda con: con.execute("UPDATE exchange_settlement SET points = points + 100"),
    "another count": lambda con: con.execute("UPDATE exchange_settlement SET slips = slips + 1"),
    "a gap in the queue": lambda con: con.execute("UPDATE exchange_ticket SET number = 2"),
    "a slip of another day": lambda con: con.execute("UPDATE slip SET redeemed_on = '2026-05-01'"),
    "a slip that joined afterwards": lambda con: con.execute("UPDATE slip SET exchange_day_id = 1"),
}


@pytest.mark.parametrize("change", AFTERWARDS.values(), ids=AFTERWARDS.keys())
def test_a_settlement_that_was_changed_is_found(shop: Shop, change: Change) -> None:
    day_id = opened(shop)
    ticket(shop, day_id, "王建国")
    shop.redeemed("王建国", ("肥皂", 2))
    settled(shop, day_id)
    shop.redeemed("欧阳明", ("肥皂", 1))
    with shop.village.read() as scope:
        assert verify_exchange_days(scope) == 1
    shop.village = tampered(shop.village, change)
    with shop.village.read() as scope, pytest.raises(ExchangeBroken):
        verify_exchange_days(scope)


def test_books_of_a_village_without_an_exchange_day_are_not_asked_for(shop: Shop) -> None:
    with shop.village.read() as scope:
        assert len(outlets(scope)) == 1
        assert accounts(scope)
        with pytest.raises(UnknownExchangeDay):
            entitled(scope, 1)
