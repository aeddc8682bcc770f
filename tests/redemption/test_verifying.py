"""What a bug would leave in the shop is found by the check itself, whatever the audit says."""

from collections.abc import Callable
from pathlib import Path

import pytest

from builders.guards import tampered
from builders.shop import Shop, open_shop
from passbook_desk.db.store import Scope
from passbook_desk.features.redemption.counter.errors import SlipBroken
from passbook_desk.features.redemption.counter.undoing import undo_slip
from passbook_desk.features.redemption.counter.values import UndoSlip
from passbook_desk.features.redemption.counter.verifying import verify_slips
from passbook_desk.features.redemption.goods.commands import save_outlet
from passbook_desk.features.redemption.stock.commands import move_goods, take_paper_back, write_off
from passbook_desk.features.redemption.stock.errors import StockBroken, StockPaperBroken
from passbook_desk.features.redemption.stock.values import MoveGoods, PaperKind, TakenItem, WriteOff
from passbook_desk.features.redemption.stock.verifying import verify_stock
from passbook_desk.kernel.errors import FaultFound
from passbook_desk.kernel.ids import new_uid

SIGNED = ("赵卫东", "刘文书")
LEVELS = "UPDATE stock_level SET quantity = (SELECT sum(m.quantity) FROM stock_move m WHERE m.batch_id ="
LEVELS += " stock_level.batch_id AND m.outlet_id = stock_level.outlet_id)"
"""The kept stock is made to fit, so that only the movements themselves can tell."""


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    """Two slips, one taken back; soap was moved and written off, a receipt and a transfer were mistakes."""
    made = open_shop(tmp_path)
    wrong = made.redeemed("李秀英", ("肥皂", 1))
    made.redeemed("王建国", ("肥皂", 2), ("牙膏", 1))
    mistake = made.stocked("肥皂", 4)
    soap, here = made.ids["肥皂"], made.outlet_id
    with made.village.write() as tx:
        undo_slip(tx, UndoSlip(new_uid(), wrong.id))
        take_paper_back(tx, mistake, "记了两次")
        station = save_outlet(tx, new_uid(), "志愿者服务站")
        moved = (TakenItem(soap, 3),)
        for _ in range(2):
            transfer = move_goods(tx, MoveGoods(new_uid(), here, station, tx.today, moved, *SIGNED))
        take_paper_back(tx, transfer, "只去了一趟")
        write_off(tx, WriteOff(new_uid(), PaperKind.DAMAGED, here, tx.today, (TakenItem(soap, 1),), "受潮"))
    return made


def found(shop: Shop, check: Callable[[Scope], object], *statements: str) -> FaultFound:
    """What the check says after somebody changed rows."""
    changed = tampered(
        shop.village, lambda connection: [connection.execute(statement) for statement in statements]
    )
    with changed.read() as scope, pytest.raises(FaultFound) as fault:
        check(scope)
    return fault.value


def test_a_sound_shop_passes(shop: Shop) -> None:
    with shop.village.read() as scope:
        verify_stock(scope)
        assert verify_slips(scope) == 2


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE stock_level SET quantity = quantity + 1 WHERE batch_id = 1",
        "INSERT INTO stock_level VALUES (2, 2, 0)",
        "DELETE FROM stock_level WHERE quantity = 0",
    ],
)
def test_the_stock_of_every_place_is_kept_and_of_no_other(shop: Shop, statement: str) -> None:
    assert isinstance(found(shop, verify_stock, statement), StockBroken)


@pytest.mark.parametrize(
    ("number", "statement"),
    [
        ("RK2026-001", "UPDATE stock_batch SET paper_id = 2 WHERE id = 1"),
        ("RK2026-001", "UPDATE stock_paper SET outlet_id = 2 WHERE id = 1"),
        ("DB2026-002", "DELETE FROM stock_move WHERE kind = 'reversal' AND paper_id = 6 AND outlet_id = 1"),
        ("DB2026-001", "UPDATE stock_move SET quantity = quantity + 1 WHERE kind = 'in' AND paper_id = 5"),
        ("BS2026-001", "UPDATE stock_move SET paper_id = 1 WHERE paper_id = 7"),
        ("BS2026-001", "UPDATE stock_move SET kind = 'in', quantity = 1 WHERE paper_id = 7"),
    ],
)
def test_a_paper_stands_for_what_it_moved(shop: Shop, number: str, statement: str) -> None:
    fault = found(shop, verify_stock, statement, LEVELS)
    assert isinstance(fault, StockPaperBroken), fault
    assert fault.params["number"] in (number, "RK2026-001")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE stock_move SET batch_id = 3 WHERE kind = 'redeemed' AND slip_item_id = 2",
        "UPDATE stock_move SET outlet_id = 2 WHERE kind = 'redeemed' AND slip_item_id = 2",
        "UPDATE stock_move SET quantity = -1 WHERE kind = 'redeemed' AND slip_item_id = 2",
        "UPDATE slip SET spendable_before = spendable_before + 500 WHERE id = 2",
        "UPDATE slip SET points = points + 500 WHERE id = 2",
        "UPDATE slip_item SET price_id = 2 WHERE id = 2",
        "UPDATE goods_price SET points = 600 WHERE id = 1",
        "DELETE FROM slip_item WHERE id = 3",
    ],
)
def test_a_slip_is_what_the_book_and_the_shelf_gave(shop: Shop, statement: str) -> None:
    fault = found(shop, verify_slips, statement)
    assert isinstance(fault, SlipBroken)
    assert fault.params["number"] in ("2026-0002", "2026-0001")


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM slip_undo",
        "UPDATE slip_undo SET goods_back = 0",
        "UPDATE slip_undo SET voucher_id = 1",
        "DELETE FROM stock_move WHERE kind = 'reversal' AND slip_item_id = 1",
    ],
)
def test_what_was_taken_back_went_back_whole(shop: Shop, statement: str) -> None:
    fault = found(shop, verify_slips, statement)
    assert isinstance(fault, SlipBroken)
    assert fault.params["number"] == "2026-0001"


def test_a_voucher_of_a_slip_that_is_gone_is_found(shop: Shop) -> None:
    assert isinstance(found(shop, verify_slips, "DELETE FROM slip WHERE id = 2"), SlipBroken)
