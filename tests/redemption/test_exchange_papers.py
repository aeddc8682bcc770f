"""What is printed of an exchange day, and its workbook: the list, slips made ready, tickets, settlement."""

from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
import pytest

from builders.deeds import decided
from builders.owners import shop as open_store
from builders.shop import Shop, open_shop
from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import Page, texts
from passbook_desk.documents.pdf_pen import check_pages
from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.ledger.queries import accounts
from passbook_desk.features.ledger.values import LineKind, OwnerKind, VoucherKind
from passbook_desk.features.ledger.writing import DraftLine, write_voucher
from passbook_desk.features.redemption.counter.undoing import undo_slip
from passbook_desk.features.redemption.counter.values import UndoSlip
from passbook_desk.features.redemption.exchange.commands import (
    give_ticket,
    open_exchange_day,
    settle_exchange_day,
)
from passbook_desk.features.redemption.exchange.paper import list_pages, settlement_pages
from passbook_desk.features.redemption.exchange.queries import entitled, exchange_day_card
from passbook_desk.features.redemption.exchange.sheets import exchange_workbook
from passbook_desk.features.redemption.exchange.slip_paper import (
    Ticket,
    blank_tickets,
    ready_slips,
    ticket_pages,
    tickets_given,
)
from passbook_desk.features.redemption.exchange.values import (
    ExchangeSheet,
    GiveTicket,
    OpenExchangeDay,
    SettleExchangeDay,
)
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.places import resources_folder
from passbook_desk.kernel.points import Points

FONTS = FontBook(resources_folder() / "fonts")
MEASURE = Measure(FONTS)
JUNE_1, JUNE_2 = date(2026, 6, 1), date(2026, 6, 2)


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    """王建国 has ticket 1 and took two pieces of soap; red books are not for goods; 欧阳明 is in grid 02.

    All goods came on the morning of the exchange day.
    """
    shop = open_shop(tmp_path)
    decided(shop.village, members_redeem=False)
    outlet_id, wang = shop.outlet_id, shop.account("王建国")
    with shop.village.write() as tx:
        day_id = open_exchange_day(tx, OpenExchangeDay(new_uid(), "年度兑换", outlet_id, JUNE_1, JUNE_2))
        give_ticket(tx, GiveTicket(new_uid(), day_id, wang.id))
    shop.redeemed("王建国", ("肥皂", 2))
    return shop


def sheet(shop: Shop) -> ExchangeSheet:
    with shop.village.read() as scope:
        return ExchangeSheet("清泉村", exchange_day_card(scope, 1), entitled(scope, 1))


def settle(shop: Shop, words: str = "") -> None:
    with shop.village.write() as tx:
        settle_exchange_day(tx, SettleExchangeDay(new_uid(), 1, words))


def said(pages: tuple[Page, ...]) -> list[list[str]]:
    check_pages(pages, FONTS)
    return [list(texts(page)) for page in pages]


def test_each_grid_has_a_list_of_its_own_with_places_to_sign(shop: Shop) -> None:
    first, second = said(list_pages(sheet(shop), MEASURE))
    assert "清泉村年度兑换可兑换名单" in first
    assert [word for word in first if word.startswith("第一网格")] == ["第一网格　共 2 本存折，可兑 70 分"]
    for word in ("序号", "户编号", "户主", "存折号", "可兑积分", "排队号", "领取", "签字"):
        assert word in first
    line = [word for word in first if word in {"01001", "王建国", "30", "1", "已兑 10"}]
    assert line == ["1", "01001", "王建国", "30", "1", "已兑 10"]
    assert {"02001", "欧阳明", "40"} <= set(second)
    assert {"发放人（签字）：", "监督员（签字）："} <= set(second)


def test_who_may_not_redeem_is_not_named_on_the_list(shop: Shop) -> None:
    decided(shop.village, suspension_line=Points.parse("1000"))
    (page,) = said(list_pages(sheet(shop), MEASURE))
    assert "欧阳明" not in page
    assert "李秀英" not in page
    assert "王建国" in page  # he had something already
    assert not [word for word in page if "停兑" in word]


def test_a_shop_without_a_grid_stands_on_a_list_at_the_end(shop: Shop) -> None:
    with shop.village.write() as tx:
        open_store(tx)
        (store,) = (row for row in accounts(tx) if row.owner_kind is OwnerKind.SHOP)
        earned = DraftLine(store.id, LineKind.CREDIT, LineKind.CREDIT, Points(1500), tx.today)
        write_voucher(tx, new_uid(), VoucherKind.RECORD, [earned])
    pages = said(list_pages(sheet(shop), MEASURE))
    assert len(pages) == 3
    assert any(word.startswith("没有网格") for word in pages[-1])
    assert "清泉便民超市" in pages[-1]


def test_slips_are_ready_for_everybody_who_may_redeem_three_to_a_page(shop: Shop) -> None:
    (page,) = said(ready_slips(sheet(shop), MEASURE))
    assert page.count("清泉村积分兑换单") == 3
    heads = [word for word in page if "网格" in word]
    assert heads == [
        "王建国　第一网格　01001　门牌 1",
        "李秀英　第一网格　01002　门牌 2",
        "欧阳明　第二网格　02001　门牌 1",
    ]
    assert [word for word in page if word.startswith("可兑")] == ["可兑 30 分", "可兑 40 分", "可兑 40 分"]
    assert [word for word in page if word.startswith("排队号")] == [
        "排队号：1",
        "排队号：______",
        "排队号：______",
    ]
    assert page.count("领取人（签字）：") == 3


def test_tickets_have_large_numbers_and_blank_ones_fill_their_pages(shop: Shop) -> None:
    found = sheet(shop)
    assert tickets_given(found) == (Ticket(1, "王建国　01001"),)
    (page,) = ticket_pages(found.card.row, tickets_given(found), MEASURE)
    assert {"1", "王建国　01001", "年度兑换　排队号"} <= set(texts(page))
    blank = blank_tickets(11)
    assert [blank[0].number, blank[-1].number] == [1, 20]
    assert len(ticket_pages(found.card.row, blank, MEASURE)) == 2
    assert ticket_pages(found.card.row, (), MEASURE) == ()


def test_the_settlement_ties_goods_to_slips_and_has_three_places_to_sign(shop: Shop) -> None:
    draft = said(settlement_pages(sheet(shop), MEASURE))[0]
    assert "清泉村年度兑换结算单（未结算）" in draft
    settle(shop, "两天办完")
    (page,) = said(settlement_pages(sheet(shop), MEASURE))
    assert "清泉村年度兑换结算单" in page
    assert "兑换单 1 张，1 本存折；10 分，2 件（次）；发号 1 个。" in page
    assert "".join(page).count("兑换单 10 分，账本 10 分，物品乘分值 10 分；") == 1
    assert "说明：两天办完" in page
    start = page.index("001")
    assert page[start : start + 8] == ["001", "肥皂", "件", "0", "+20", "2", "18", "10"]
    assert "结算以后退回的兑换单（不改上面的数）" not in page
    for signer in ("经办人（签字）：", "审核人（签字）：", "监督员（签字）："):
        assert signer in page


def test_what_was_taken_back_since_stands_below_and_changes_nothing_above(shop: Shop) -> None:
    settle(shop)
    before = sheet(shop).card
    with shop.village.write() as tx:
        undo_slip(tx, UndoSlip(new_uid(), 1, "退货，电话 13812345678", goods_back=False))
    page = said(settlement_pages(sheet(shop), MEASURE))[-1]
    assert "2026-0001" in page
    below = "".join(page[page.index("2026-0001") :])
    assert "退货" in below
    assert "（物品没有退回）" in below
    assert "13812345678" not in below
    assert sheet(shop).card.goods == before.goods


def test_the_workbook_holds_what_the_paper_says(shop: Shop, tmp_path: Path) -> None:
    settle(shop)
    with shop.village.write() as tx:
        undo_slip(tx, UndoSlip(new_uid(), 1, "拿错了"))
    target = tmp_path / "兑换日.xlsx"
    write_xlsx(exchange_workbook(sheet(shop)), target, datetime(2026, 6, 3, tzinfo=UTC))
    book = openpyxl.load_workbook(target)
    assert book.sheetnames == ["可兑换名单", "结算", "结算后退回"]
    rows = [row for row in book["可兑换名单"].values if row[3] == "王建国"]
    number = shop.account("王建国").number
    assert rows == [(1, "第一网格", "01001", "王建国", f"绿 {number}", 40, 1, None, None, None)]
    soap = next(row for row in book["结算"].values if row[1] == "肥皂")
    assert soap == ("001", "肥皂", "件", 0, 20, 2, 18, 10)
    haircut = [row for row in book["结算"].values if row[1] == "理发"]
    assert haircut == []
    back = list(book["结算后退回"].values)[-1]
    assert (back[0], back[1], back[2], back[4], back[5]) == ("2026-0001", "王建国", 10, "拿错了", "是")
