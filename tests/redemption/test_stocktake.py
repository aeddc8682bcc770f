"""Counting what lies there: blind, compared, confirmed by a second person, taken back as a whole."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

import pytest

from builders.deeds import decided
from builders.guards import tampered
from builders.shop import Shop, open_shop
from passbook_desk.app.verify import verify_village
from passbook_desk.db.migrate import Scripts
from passbook_desk.db.store import Scope, Tx
from passbook_desk.features.access.commands import add_operator, set_pin
from passbook_desk.features.access.errors import NotAllowed
from passbook_desk.features.access.values import AddOperator, Role
from passbook_desk.features.redemption.counter.undoing import undo_slip
from passbook_desk.features.redemption.counter.values import UndoSlip
from passbook_desk.features.redemption.goods.commands import retire_goods, save_goods, save_outlet
from passbook_desk.features.redemption.goods.values import GoodsKind, SaveGoods
from passbook_desk.features.redemption.stock.commands import (
    move_goods,
    receive_goods,
    take_paper_back,
    write_off,
)
from passbook_desk.features.redemption.stock.errors import NotStocked, ShortOfStock
from passbook_desk.features.redemption.stock.queries import batches
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
    explain_difference,
    reverse_stocktake,
    start_stocktake,
)
from passbook_desk.features.redemption.stocktake.errors import (
    CountedSince,
    CountedTwice,
    CounterMissing,
    CountOutdated,
    DifferenceUnexplained,
    NeverReceived,
    NotCountedYet,
    NothingCounted,
    SameCounter,
    StocktakeBroken,
    StocktakeEnded,
    StocktakeNotConfirmed,
    StocktakeOpen,
    StocktakeReasonMissing,
    UnknownStocktake,
    WitnessCounted,
    WrongCount,
)
from passbook_desk.features.redemption.stocktake.queries import (
    count_history,
    last_stocktake,
    stocktake_card,
    stocktake_numbered,
    stocktakes,
)
from passbook_desk.features.redemption.stocktake.values import (
    ConfirmStocktake,
    Count,
    CountRow,
    StartStocktake,
    StocktakeCard,
    StocktakeState,
)
from passbook_desk.features.redemption.stocktake.verifying import verify_stocktakes
from passbook_desk.kernel.actor import Actor
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.places import migrations_folder
from passbook_desk.kernel.points import Points

Result = TypeVar("Result")


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return open_shop(tmp_path)


def done(shop: Shop, act: Callable[[Tx], Result]) -> Result:
    with shop.village.write() as tx:
        return act(tx)


def begun(shop: Shop, counters: str = "刘文书、孙秀兰") -> int:
    """A stocktake at the first counter."""
    outlet_id = shop.outlet_id
    return done(shop, lambda tx: start_stocktake(tx, StartStocktake(new_uid(), outlet_id, counters)))


def counted(shop: Shop, stocktake: int, **pieces: int) -> None:
    counts = [Count(shop.ids[name], quantity) for name, quantity in pieces.items()]
    done(shop, lambda tx: count_goods(tx, stocktake, counts))


def explained(shop: Shop, stocktake: int, name: str, reason: str) -> None:
    done(shop, lambda tx: explain_difference(tx, stocktake, shop.ids[name], reason))


def confirmed(shop: Shop, stocktake: int, witness: str = "赵卫东", paper_ref: str = "2026-盘1") -> None:
    done(shop, lambda tx: confirm_stocktake(tx, ConfirmStocktake(new_uid(), stocktake, witness, paper_ref)))


def reversed_(shop: Shop, stocktake: int, reason: str = "数错了仓库") -> None:
    done(shop, lambda tx: reverse_stocktake(tx, stocktake, reason))


def card(shop: Shop, stocktake: int) -> StocktakeCard:
    with shop.village.read() as scope:
        return stocktake_card(scope, stocktake)


def row(shop: Shop, stocktake: int, name: str) -> CountRow:
    return next(each for each in card(shop, stocktake).rows if each.name == name)


def stocks(shop: Shop) -> dict[str, int | None]:
    return {name: shop.goods(name).stock for name in ("肥皂", "牙膏", "大米")}


def asked(shop: Shop, query: Callable[[Scope], Result]) -> Result:
    with shop.village.read() as scope:
        return query(scope)


def verified(shop: Shop) -> None:
    with shop.village.read() as scope:
        verify_village(scope, Scripts(migrations_folder()))


def works(shop: Shop, name: str, *roles: Role) -> Actor:
    """Another operator, who works from now on."""
    clerk = shop.village.actor.operator_id
    done(shop, lambda tx: set_pin(tx, clerk, "739104", ""))
    new = done(shop, lambda tx: add_operator(tx, AddOperator(name, frozenset(roles), "583920")))
    before, shop.village.actor = shop.village.actor, Actor(new, name)
    return before


def test_what_is_missing_and_found_moves_only_when_confirmed(shop: Shop) -> None:
    stocktake = begun(shop)
    counted(shop, stocktake, 肥皂=18, 牙膏=11, 大米=3)
    explained(shop, stocktake, "肥皂", "丢失")
    explained(shop, stocktake, "牙膏", "少发")
    before = card(shop, stocktake)
    assert [(each.name, each.book, each.counted, each.difference, each.value) for each in before.rows] == [
        ("肥皂", 20, 18, -2, Points(-1000)),
        ("牙膏", 10, 11, 1, Points(1000)),
        ("大米", 3, 3, 0, Points(0)),
    ]
    assert (before.found, before.missing, before.value, before.uncounted) == (1, 2, Points(0), ())
    assert stocks(shop) == {"肥皂": 20, "牙膏": 10, "大米": 3}
    confirmed(shop, stocktake)
    assert stocks(shop) == {"肥皂": 18, "牙膏": 11, "大米": 3}
    after = card(shop, stocktake)
    assert after.rows == before.rows
    assert (after.row.state, after.row.witness, after.row.differing) == (
        StocktakeState.CONFIRMED,
        "赵卫东",
        2,
    )
    verified(shop)


def test_who_counts_is_not_told_what_the_book_has(shop: Shop) -> None:
    stocktake = begun(shop)
    assert {each.book for each in card(shop, stocktake).rows} == {None}
    counted(shop, stocktake, 肥皂=18)
    assert [(each.name, each.book) for each in card(shop, stocktake).rows] == [
        ("肥皂", 20),
        ("牙膏", None),
        ("大米", None),
    ]


def test_goods_are_counted_shelf_by_shelf_and_services_not_at_all(shop: Shop) -> None:
    for code, name, shelf in (("001", "肥皂", "B架"), ("002", "牙膏", "A架")):
        goods_id = shop.ids[name]
        done(
            shop,
            lambda tx, goods_id=goods_id, code=code, name=name, shelf=shelf: save_goods(  # type: ignore[misc]
                tx, SaveGoods(new_uid(), code, name, shelf=shelf, goods_id=goods_id)
            ),
        )
    stocktake = begun(shop)
    assert [(each.shelf, each.name) for each in card(shop, stocktake).rows] == [
        ("A架", "牙膏"),
        ("B架", "肥皂"),
        ("", "大米"),
    ]
    with pytest.raises(NotStocked):
        counted(shop, stocktake, 理发=1)


def test_the_later_count_holds_and_every_count_stays_in_the_history(shop: Shop) -> None:
    stocktake = begun(shop)
    counted(shop, stocktake, 肥皂=80)
    counted(shop, stocktake, 肥皂=18)
    explained(shop, stocktake, "肥皂", "丢失")
    assert (row(shop, stocktake, "肥皂").counted, row(shop, stocktake, "肥皂").reason) == (18, "丢失")
    history = asked(shop, lambda scope: count_history(scope, stocktake))
    assert [(each.number, each.name, each.quantity, each.reason) for each in history] == [
        (3, "肥皂", 18, "丢失"),
        (2, "肥皂", 18, ""),
        (1, "肥皂", 80, ""),
    ]
    counted(shop, stocktake, 肥皂=17)
    assert row(shop, stocktake, "肥皂").reason == ""  # another difference wants its own reason


def test_a_count_is_a_number_of_pieces(shop: Shop) -> None:
    stocktake = begun(shop)
    for impossible in (-1, 1_000_001):
        with pytest.raises(WrongCount):
            counted(shop, stocktake, 肥皂=impossible)
    with pytest.raises(NotCountedYet):
        explained(shop, stocktake, "肥皂", "丢失")
    soap = shop.ids["肥皂"]
    with pytest.raises(CountedTwice):
        done(shop, lambda tx: count_goods(tx, stocktake, [Count(soap, 5), Count(soap, 6)]))
    assert row(shop, stocktake, "肥皂").counted is None


def test_redeeming_while_others_count_disturbs_nothing(shop: Shop) -> None:
    stocktake = begun(shop)
    counted(shop, stocktake, 肥皂=19)
    shop.redeemed("王建国", ("肥皂", 2))
    late = shop.redeemed("李秀英", ("牙膏", 1))
    counted(shop, stocktake, 牙膏=9)
    assert (row(shop, stocktake, "肥皂").book, row(shop, stocktake, "牙膏").book) == (20, 9)
    with shop.village.write() as tx:
        undo_slip(tx, UndoSlip(new_uid(), late.id))
    counted(shop, stocktake, 牙膏=10)
    explained(shop, stocktake, "肥皂", "丢失")
    confirmed(shop, stocktake)
    assert stocks(shop) == {"肥皂": 17, "牙膏": 10, "大米": 3}
    verified(shop)


def test_goods_that_come_and_go_after_the_count_are_no_difference(shop: Shop) -> None:
    stocktake = begun(shop)
    counted(shop, stocktake, 肥皂=20)
    shop.stocked("肥皂", 30)
    confirmed(shop, stocktake)
    assert stocks(shop)["肥皂"] == 50


@pytest.mark.parametrize("correction", ["paper taken back", "slip undone", "late paper", "late loss"])
def test_a_book_corrected_after_the_count_asks_to_count_again(shop: Shop, correction: str) -> None:
    """Ten pieces too many were booked: counting found that, and so did the clerk who took the paper back."""
    wrong = shop.stocked("肥皂", 10)
    yesterday, outlet_id = shop.village.clock.today(), shop.outlet_id
    shop.village.on(yesterday + timedelta(days=1))
    slip = shop.redeemed("王建国", ("肥皂", 1))
    stocktake = begun(shop)
    counted(shop, stocktake, 肥皂=19, 牙膏=10)
    assert row(shop, stocktake, "肥皂").difference == -10
    lost = WriteOff(
        new_uid(), PaperKind.DAMAGED, outlet_id, yesterday, (TakenItem(shop.ids["肥皂"], 10),),
        "压坏", "", "赵卫东", "刘文书",
    )  # fmt: skip
    acts: dict[str, Callable[[Tx], object]] = {
        "paper taken back": lambda tx: take_paper_back(tx, wrong, "记重了"),
        "slip undone": lambda tx: undo_slip(tx, UndoSlip(new_uid(), slip.id)),
        "late paper": lambda tx: receive_goods(
            tx,
            ReceiveGoods(
                new_uid(), PaperKind.BOUGHT, outlet_id, yesterday, (ReceivedItem(shop.ids["肥皂"], 5),),
                "供销社", "赵卫东", "刘文书",
            ),
        ),
        "late loss": lambda tx: write_off(tx, lost),
    }  # fmt: skip
    done(shop, acts[correction])
    assert [each.name for each in card(shop, stocktake).outdated] == ["肥皂"]
    explained(shop, stocktake, "肥皂", "记错")
    with pytest.raises(CountOutdated):
        confirmed(shop, stocktake)
    lies_there = shop.goods("肥皂").stock or 0
    counted(shop, stocktake, 肥皂=lies_there)
    confirmed(shop, stocktake)
    assert shop.goods("肥皂").stock == lies_there
    verified(shop)


def test_every_difference_needs_its_reason(shop: Shop) -> None:
    stocktake = begun(shop)
    counted(shop, stocktake, 肥皂=18, 牙膏=9)
    explained(shop, stocktake, "肥皂", "丢失")
    with pytest.raises(DifferenceUnexplained) as missing:
        confirmed(shop, stocktake)
    assert (missing.value.params["name"], missing.value.params["difference"]) == ("牙膏", -1)
    assert stocks(shop) == {"肥皂": 20, "牙膏": 10, "大米": 3}


def test_a_clerk_alone_names_the_sheet_that_the_other_signed(shop: Shop) -> None:
    stocktake = begun(shop)
    with pytest.raises(NothingCounted):
        confirmed(shop, stocktake)
    counted(shop, stocktake, 肥皂=20)
    with pytest.raises(CounterMissing):
        confirmed(shop, stocktake, witness="　")
    with pytest.raises(WitnessCounted):
        confirmed(shop, stocktake, witness="孙秀兰")
    with pytest.raises(SameCounter):
        confirmed(shop, stocktake, paper_ref="")
    confirmed(shop, stocktake)
    assert card(shop, stocktake).row.paper_ref == "2026-盘1"


def test_where_two_work_whoever_counted_does_not_confirm_whatever_the_sheet_says(shop: Shop) -> None:
    decided(shop.village, single_clerk=False)
    stocktake = begun(shop, "刘文书")
    counted(shop, stocktake, 肥皂=18)
    explained(shop, stocktake, "肥皂", "丢失")
    clerk = works(shop, "周监督", Role.SUPERVISOR)
    with pytest.raises(NotAllowed):
        counted(shop, stocktake, 肥皂=20)
    supervisor, shop.village.actor = shop.village.actor, clerk
    with pytest.raises(SameCounter):
        confirmed(shop, stocktake, paper_ref="2026-盘1")
    shop.village.actor = supervisor
    confirmed(shop, stocktake, witness="周监督", paper_ref="")
    (last,) = card(shop, stocktake).steps
    assert (last.kind, last.who, last.recorded_by) == (StocktakeState.CONFIRMED, "周监督", "周监督")
    assert stocks(shop)["肥皂"] == 18


def test_missing_pieces_go_from_what_expires_first_and_found_ones_join_the_newest(shop: Shop) -> None:
    shop.offer("牛奶", "2")
    shop.stocked("牛奶", 3, expires_on=date(2026, 12, 1), done_on=date(2026, 2, 1))
    shop.stocked("牛奶", 2, expires_on=date(2026, 8, 1), done_on=date(2026, 3, 1))
    shop.stocked("牛奶", 4, expires_on=date(2027, 3, 1), done_on=date(2026, 4, 1))

    def left() -> list[tuple[date | None, int]]:
        rows = asked(shop, lambda scope: batches(scope, shop.ids["牛奶"]))
        return [(each.expires_on, each.quantity) for each in rows]

    first = begun(shop)
    counted(shop, first, 牛奶=6)
    explained(shop, first, "牛奶", "丢失")
    confirmed(shop, first)
    assert left() == [(date(2026, 12, 1), 2), (date(2027, 3, 1), 4)]
    second = begun(shop)
    counted(shop, second, 牛奶=9)
    explained(shop, second, "牛奶", "少发")
    confirmed(shop, second)
    assert left() == [(date(2026, 12, 1), 2), (date(2027, 3, 1), 7)]
    verified(shop)


def test_found_pieces_join_the_newest_batch_even_when_none_is_left(shop: Shop) -> None:
    outlet_id, ids = shop.outlet_id, shop.ids
    lost = WriteOff(
        new_uid(), PaperKind.DAMAGED, outlet_id, date(2026, 6, 1), (TakenItem(ids["大米"], 3),),
        "受潮", "", "赵卫东", "刘文书",
    )  # fmt: skip
    done(shop, lambda tx: write_off(tx, lost))
    stocktake = begun(shop)
    counted(shop, stocktake, 大米=1)
    explained(shop, stocktake, "大米", "记错")
    confirmed(shop, stocktake)
    assert shop.goods("大米").stock == 1
    verified(shop)


def test_what_never_came_in_needs_a_receipt_first(shop: Shop) -> None:
    shop.offer("毛巾", "8")
    stocktake = begun(shop)
    counted(shop, stocktake, 毛巾=4)
    explained(shop, stocktake, "毛巾", "赠品")
    with pytest.raises(NeverReceived):
        confirmed(shop, stocktake)
    shop.stocked("毛巾", 4, kind=PaperKind.DONATED)
    counted(shop, stocktake, 毛巾=4)
    confirmed(shop, stocktake)
    assert shop.goods("毛巾").stock == 4


def test_pieces_that_are_gone_by_now_cannot_go_missing(shop: Shop) -> None:
    stocktake = begun(shop)
    counted(shop, stocktake, 大米=0)
    explained(shop, stocktake, "大米", "丢失")
    moved = MoveGoods(
        new_uid(),
        shop.outlet_id,
        done(shop, lambda tx: save_outlet(tx, new_uid(), "志愿者服务站")),
        shop.village.clock.today(),
        (TakenItem(shop.ids["大米"], 1),),
        "赵卫东",
        "刘文书",
    )
    done(shop, lambda tx: move_goods(tx, moved))
    with pytest.raises(ShortOfStock):
        confirmed(shop, stocktake)


def test_taken_back_everything_lies_where_it_lay(shop: Shop) -> None:
    shop.stocked("肥皂", 6, expires_on=date(2026, 9, 1), done_on=date(2026, 5, 1))
    before = asked(shop, lambda scope: batches(scope))
    stocktake = begun(shop)
    counted(shop, stocktake, 肥皂=15, 牙膏=12)
    explained(shop, stocktake, "肥皂", "丢失")
    explained(shop, stocktake, "牙膏", "少发")
    confirmed(shop, stocktake)
    shown = card(shop, stocktake).rows
    with pytest.raises(StocktakeReasonMissing):
        reversed_(shop, stocktake, " ")
    reversed_(shop, stocktake)
    assert asked(shop, lambda scope: batches(scope)) == before
    back = card(shop, stocktake)
    assert (back.row.state, back.row.words, back.rows) == (StocktakeState.REVERSED, "数错了仓库", shown)
    with pytest.raises(StocktakeNotConfirmed):
        reversed_(shop, stocktake)
    verified(shop)


def test_found_pieces_that_were_given_out_keep_their_stocktake(shop: Shop) -> None:
    stocktake = begun(shop)
    counted(shop, stocktake, 大米=4)
    explained(shop, stocktake, "大米", "少发")
    confirmed(shop, stocktake)
    moved = MoveGoods(
        new_uid(),
        shop.outlet_id,
        done(shop, lambda tx: save_outlet(tx, new_uid(), "志愿者服务站")),
        shop.village.clock.today(),
        (TakenItem(shop.ids["大米"], 4),),
        "赵卫东",
        "刘文书",
    )
    done(shop, lambda tx: move_goods(tx, moved))
    with pytest.raises(ShortOfStock):
        reversed_(shop, stocktake)
    assert card(shop, stocktake).row.state is StocktakeState.CONFIRMED


def test_of_two_stocktakes_the_later_one_is_taken_back_first(shop: Shop) -> None:
    first = begun(shop)
    counted(shop, first, 肥皂=18)
    explained(shop, first, "肥皂", "丢失")
    confirmed(shop, first)
    second = begun(shop)
    counted(shop, second, 肥皂=18)
    confirmed(shop, second)
    with pytest.raises(CountedSince) as later:
        reversed_(shop, first)
    assert later.value.params["later"] == "PD2026-002"
    reversed_(shop, second)
    reversed_(shop, first)
    assert stocks(shop)["肥皂"] == 20
    verified(shop)


def test_one_stocktake_at_a_time_in_one_place(shop: Shop) -> None:
    first = begun(shop)
    with pytest.raises(StocktakeOpen) as still:
        begun(shop)
    assert still.value.params["number"] == "PD2026-001"
    station = done(shop, lambda tx: save_outlet(tx, new_uid(), "志愿者服务站"))
    other = done(shop, lambda tx: start_stocktake(tx, StartStocktake(new_uid(), station, "孙秀兰")))
    assert [each.number for each in asked(shop, stocktakes)] == ["PD2026-002", "PD2026-001"]
    with pytest.raises(UnknownStocktake):
        asked(shop, lambda scope: stocktake_numbered(scope, ""))  # two go on: which one?
    done(shop, lambda tx: drop_stocktake(tx, other, "今天停电"))
    assert asked(shop, lambda scope: stocktake_numbered(scope, " ")).row.id == first
    assert asked(shop, lambda scope: stocktake_numbered(scope, "PD2026-002")).row.words == "今天停电"


def test_the_same_act_again_begins_and_confirms_nothing(shop: Shop) -> None:
    outlet_id = shop.outlet_id
    begin = StartStocktake("the same", outlet_id, "孙秀兰")
    first = done(shop, lambda tx: start_stocktake(tx, begin))
    assert done(shop, lambda tx: start_stocktake(tx, begin)) == first
    counted(shop, first, 肥皂=19)
    explained(shop, first, "肥皂", "丢失")
    confirm = ConfirmStocktake("and this", first, "赵卫东", "2026-盘1")
    done(shop, lambda tx: confirm_stocktake(tx, confirm))
    done(shop, lambda tx: confirm_stocktake(tx, confirm))
    assert stocks(shop)["肥皂"] == 19


def test_a_dropped_stocktake_moved_nothing_and_takes_no_more_counts(shop: Shop) -> None:
    stocktake = begun(shop)
    counted(shop, stocktake, 肥皂=3)
    with pytest.raises(StocktakeReasonMissing):
        done(shop, lambda tx: drop_stocktake(tx, stocktake, ""))
    done(shop, lambda tx: drop_stocktake(tx, stocktake, "货架没理好"))
    for act in (
        lambda: counted(shop, stocktake, 肥皂=20),
        lambda: explained(shop, stocktake, "肥皂", "丢失"),
        lambda: confirmed(shop, stocktake),
        lambda: done(shop, lambda tx: drop_stocktake(tx, stocktake, "再来")),
    ):
        with pytest.raises(StocktakeEnded):
            act()
    dropped = card(shop, stocktake)
    assert (dropped.row.state, dropped.row.differing) == (StocktakeState.DROPPED, None)
    assert stocks(shop)["肥皂"] == 20
    verified(shop)


def test_who_counts_has_a_name(shop: Shop) -> None:
    with pytest.raises(CounterMissing):
        begun(shop, "")


def test_an_ended_stocktake_names_what_lay_there_uncounted_and_nothing_that_came_later(shop: Shop) -> None:
    shop.offer("毛巾", "8")
    stocktake = begun(shop)
    assert [each.name for each in card(shop, stocktake).rows] == ["肥皂", "牙膏", "大米", "毛巾"]
    counted(shop, stocktake, 肥皂=20)
    confirmed(shop, stocktake)
    shop.stocked("毛巾", 5)
    shop.offer("香皂", "6")
    assert [each.name for each in card(shop, stocktake).uncounted] == ["牙膏", "大米"]


def test_goods_given_up_are_counted_as_long_as_some_lie_there(shop: Shop) -> None:
    goods_id = shop.offer("毛巾", "8")
    done(shop, lambda tx: retire_goods(tx, goods_id, tx.today))
    stocktake = begun(shop)
    assert "毛巾" not in [each.name for each in card(shop, stocktake).rows]
    done(shop, lambda tx: count_goods(tx, stocktake, [Count(goods_id, 0)]))
    assert row(shop, stocktake, "毛巾").counted == 0


def test_the_last_stocktake_that_still_counts_reminds_of_the_next(shop: Shop) -> None:
    station = done(shop, lambda tx: save_outlet(tx, new_uid(), "志愿者服务站"))
    assert asked(shop, last_stocktake) is None
    stocktake = begun(shop)
    counted(shop, stocktake, 肥皂=20)
    assert asked(shop, last_stocktake) is None
    shop.village.on(date(2026, 6, 3))
    confirmed(shop, stocktake)
    assert asked(shop, last_stocktake) == date(2026, 6, 3)
    assert asked(shop, lambda scope: last_stocktake(scope, station)) is None
    shop_itself = shop.outlet_id
    assert asked(shop, lambda scope: last_stocktake(scope, shop_itself)) == date(2026, 6, 3)
    reversed_(shop, stocktake)
    assert asked(shop, last_stocktake) is None


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE stocktake_count SET quantity = 19",
        "UPDATE stocktake_count SET last_move = 0",
        "UPDATE stock_move SET quantity = -3 WHERE kind = 'counted'",
        "UPDATE stocktake_step SET kind = 'dropped', words = '不算'",
        "DELETE FROM stocktake_step",
    ],
)
def test_a_stocktake_that_was_changed_in_the_file_is_found(shop: Shop, change: str) -> None:
    stocktake = begun(shop)
    counted(shop, stocktake, 肥皂=18)
    explained(shop, stocktake, "肥皂", "丢失")
    confirmed(shop, stocktake)
    assert asked(shop, verify_stocktakes) == 1
    shop.village = tampered(shop.village, lambda file: file.execute(change))
    with pytest.raises(StocktakeBroken) as broken:
        asked(shop, verify_stocktakes)
    assert broken.value.params["number"] == "PD2026-001"


def test_a_reversal_that_is_not_whole_is_found(shop: Shop) -> None:
    stocktake = begun(shop)
    counted(shop, stocktake, 肥皂=18)
    explained(shop, stocktake, "肥皂", "丢失")
    confirmed(shop, stocktake)
    reversed_(shop, stocktake)
    assert asked(shop, verify_stocktakes) == 1
    change = "UPDATE stock_move SET quantity = 1 WHERE reverses_id IS NOT NULL"
    shop.village = tampered(shop.village, lambda file: file.execute(change))
    with pytest.raises(StocktakeBroken):
        asked(shop, verify_stocktakes)


def test_a_service_is_nothing_to_count(shop: Shop) -> None:
    stocktake = begun(shop)
    services = asked(shop, lambda scope: [each.name for each in stocktake_card(scope, stocktake).rows])
    assert "理发" not in services
    assert shop.goods("理发").kind is GoodsKind.SERVICE
