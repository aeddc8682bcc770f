"""兑换情况汇总: its figures are those of the ledger, of the stock and of what was paid."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from builders.paper import measure, off_paper, overlapping
from builders.shop import Shop, open_shop
from builders.village import booked
from builders.wall import issued
from passbook_desk.documents.page import texts
from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.ledger.figures import period_figures
from passbook_desk.features.ledger.queries import balances
from passbook_desk.features.redemption.counter.undoing import undo_slip
from passbook_desk.features.redemption.counter.values import UndoSlip
from passbook_desk.features.redemption.reporting.paper import summary_pages
from passbook_desk.features.redemption.reporting.queries import redemption_summary
from passbook_desk.features.redemption.reporting.sheets import summary_sheet
from passbook_desk.features.redemption.reporting.values import RedemptionSummary
from passbook_desk.features.redemption.stock.commands import take_paper_back
from passbook_desk.features.redemption.stock.queries import moves
from passbook_desk.features.redemption.stock.values import MoveKind, PaperKind
from passbook_desk.features.village.commands import change_policy
from passbook_desk.features.village.policy import VillagePolicy
from passbook_desk.features.village.queries import policy, village
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.periods import Period
from passbook_desk.kernel.points import ZERO, Money, Points

Q2, Q3 = Period.parse("2026Q2"), Period.parse("2026Q3")


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return open_shop(tmp_path, points=90)


def read(shop: Shop, period: Period = Q2) -> RedemptionSummary:
    with shop.village.read() as scope:
        return redemption_summary(scope, period)


def in_the_ledger(shop: Shop, period: Period = Q2) -> Points:
    """What all books redeemed in a period, as a positive figure."""
    with shop.village.read() as scope:
        rows = period_figures(scope, period.first, period.last).values()
        return -sum((row.redeemed for row in rows), ZERO)


def out_of_stock(shop: Shop) -> int:
    """Pieces that went over the counter and did not come back, by the movements."""
    with shop.village.read() as scope:
        rows = moves(scope)
    given = [row for row in rows if row.kind is MoveKind.REDEEMED and not row.reversed]
    return -sum(row.quantity for row in given)


def decide(shop: Shop, **changes: object) -> VillagePolicy:
    with shop.village.write() as tx:
        decided = replace(policy(tx), **changes)  # type: ignore[arg-type]
        change_policy(tx, decided)
    return decided


def undo(shop: Shop, slip_id: int, *, goods_back: bool = True) -> None:
    with shop.village.write() as tx:
        undo_slip(tx, UndoSlip(new_uid(), slip_id, "拿错了", goods_back=goods_back))


def test_points_are_those_of_the_ledger_and_pieces_those_of_the_stock(shop: Shop) -> None:
    shop.redeemed("王建国", ("肥皂", 2), ("牙膏", 1))
    shop.redeemed("李秀英", ("肥皂", 1), ("理发", 1))
    undo(shop, shop.redeemed("欧阳明", ("牙膏", 2)).id)
    undo(shop, shop.redeemed("欧阳明", ("肥皂", 3)).id, goods_back=False)
    found = read(shop)
    assert found.net.points == in_the_ledger(shop) == Points(4500)
    assert sum((row.redeemed.points for row in found.goods), ZERO) == found.net.points
    assert sum((row.redeemed.points for row in found.groups), ZERO) == found.net.points
    assert sum((row.redeemed.points for row in found.outlets), ZERO) == found.net.points
    stocked = [row for row in found.goods if not row.service]
    assert sum(row.redeemed.pieces + row.lost for row in stocked) == out_of_stock(shop) == 7
    assert (found.given.slips, found.back.slips, found.net.slips, found.back_percent) == (4, 2, 2, 50)
    assert (found.services.pieces, found.services.points) == (1, Points(2000))
    assert (found.households, found.served) == (3, 2)
    assert [(row.name, row.holders, row.served) for row in found.groups] == [
        ("第一网格", 2, 2),
        ("第二网格", 1, 0),
    ]


def test_what_hung_on_a_wall_and_went_back_later_is_taken_off_the_later_quarter(shop: Shop) -> None:
    slip = shop.redeemed("王建国", ("牙膏", 2))
    issued(shop.village, on=date(2026, 7, 1))
    undo(shop, slip.id)
    shop.redeemed("李秀英", ("肥皂", 1))
    before, after = read(shop, Q2), read(shop, Q3)
    assert before.net.points == in_the_ledger(shop, Q2) == Points(2000)
    assert after.net.points == in_the_ledger(shop, Q3) == Points(-1500)
    assert (before.back.slips, after.given.slips, after.back.slips) == (0, 1, 1)


def test_what_lies_there_is_valued_in_points_of_today(shop: Shop) -> None:
    shop.redeemed("王建国", ("肥皂", 2))
    found = read(shop).stock
    assert (found.kinds, found.pieces, found.unpriced) == (3, 31, 0)
    assert found.value == Points((18 * 5 + 10 * 10 + 3 * 50) * 100)


def test_points_to_spend_are_those_of_the_books_and_what_the_counter_would_take(shop: Shop) -> None:
    with shop.village.read() as scope:
        spendable = sum((row.spendable for row in balances(scope)), ZERO)
    whole = read(shop).outstanding
    assert (whole.books, whole.spendable, whole.redeemable, whole.barred) == (3, spendable, spendable, 0)
    decide(shop, least_to_redeem=Points(3000))
    assert read(shop).outstanding.redeemable == spendable - Points(9000)
    decide(shop, suspension_line=Points(9500))
    booked(shop.village, (shop.account("王建国").id,))
    suspended = read(shop).outstanding
    assert (suspended.barred, suspended.redeemable) == (2, Points(10000 - 3000))


def test_the_budget_is_set_against_what_was_bought_this_year_and_nothing_else(shop: Shop) -> None:
    decide(shop, shop_budget=Money(200_00))
    told = read(shop).budget
    assert (told.planned, told.spent, told.unsaid) == (Money(200_00), Money(130_00), 3)
    assert told.left == Money(70_00)
    shop.stocked("肥皂", 5, cost="9", kind=PaperKind.DONATED)
    wrong = shop.stocked("肥皂", 100, cost="3.50")
    with shop.village.write() as tx:
        take_paper_back(tx, wrong, "点错了")
    shop.stocked("牙膏", 10, cost="10")
    assert read(shop).budget.left == Money(-30_00)
    assert read(shop, Period.parse("2025Q4")).budget.spent == Money(0)


def test_a_village_without_a_budget_has_nothing_left_of_it(shop: Shop) -> None:
    assert read(shop).budget.left is None


def test_the_paper_names_goods_and_grids_and_no_household(shop: Shop) -> None:
    shop.redeemed("王建国", ("肥皂", 2), ("理发", 1))
    found = read(shop)
    with shop.village.read() as scope:
        pages = summary_pages(found, village(scope), measure())
    said = [text for page in pages for text in texts(page)]
    assert {"清泉村2026年二季度兑换情况汇总", "理发（服务）", "第一网格", "30"} <= set(said)
    assert "王建国" not in "".join(said)
    for page in pages:
        assert off_paper(page) == []
        assert overlapping(page) == []


def test_the_workbook_holds_the_figures_of_the_paper(shop: Shop, tmp_path: Path) -> None:
    shop.redeemed("王建国", ("肥皂", 2), ("理发", 1))
    decide(shop, shop_budget=Money(200_00))
    target = tmp_path / "汇总.xlsx"
    with shop.village.read() as scope:
        write_xlsx(summary_sheet(redemption_summary(scope, Q2), village(scope)), target)
    book = openpyxl.load_workbook(target)
    assert book.sheetnames == ["本期兑换", "按物品", "按网格", "库存和预算"]
    whole = {row[0]: row[1] for row in book["本期兑换"].values}
    assert (whole["兑换积分"], whole["兑换物品和服务"], whole["兑换了的户"]) == (30, 3, 1)
    goods = {row[1]: row[3] for row in book["按物品"].values if len(row) > 3}
    assert (goods["肥皂"], goods["理发（服务）"], goods["合计"]) == (2, 1, 3)
    money = {row[0]: row[1] for row in book["库存和预算"].values}
    assert (money["已购入"], money["预算余额"]) == (130, 70)
