"""入库单, 报损单, 调拨单, 退货单 and 库存台账 on paper and as workbooks."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from builders.paper import measure, off_paper, overlapping, pdf_text
from builders.shop import Shop, open_shop
from builders.workbooks import texts
from passbook_desk.documents.page import Page
from passbook_desk.documents.page import texts as page_texts
from passbook_desk.documents.sheet import Workbook
from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.intake.reading import CellKind, SheetRows, read_workbook
from passbook_desk.features.redemption.stock.commands import take_paper_back, write_off
from passbook_desk.features.redemption.stock.ledger import StockLedger, stock_ledger_sheet
from passbook_desk.features.redemption.stock.paper import stock_ledger_pages, stock_paper_pages
from passbook_desk.features.redemption.stock.queries import paper_by_id
from passbook_desk.features.redemption.stock.sheets import stock_ledger_workbook, stock_paper_workbook
from passbook_desk.features.redemption.stock.values import PaperKind, PaperRow, TakenItem, WriteOff
from passbook_desk.features.redemption.stock.words import span_words
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.jobs import NullProgress
from passbook_desk.kernel.period import DateSpan, Quarter

JUNE = DateSpan(date(2026, 6, 1), date(2026, 6, 30))


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return open_shop(tmp_path)


def receipt(shop: Shop) -> PaperRow:
    """The soap that was bought: 20 pieces at 3.50."""
    return paper(shop, 1)


def paper(shop: Shop, paper_id: int) -> PaperRow:
    with shop.village.read() as scope:
        return paper_by_id(scope, paper_id)


def written_off(shop: Shop, kind: PaperKind) -> PaperRow:
    command = WriteOff(
        new_uid(),
        kind,
        shop.outlet_id,
        date(2026, 6, 1),
        (TakenItem(shop.ids["肥皂"], 2),),
        "受潮",
        "供销社",
        "刘文书",
        "赵卫东",
    )
    with shop.village.write() as tx:
        return paper_by_id(tx, write_off(tx, command))


def ledger(shop: Shop, span: DateSpan = JUNE) -> StockLedger:
    with shop.village.read() as scope:
        return stock_ledger_sheet(scope, span)


def said(page: Page) -> str:
    return "".join(page_texts(page))


def reread(workbook: Workbook, folder: Path) -> SheetRows:
    path = folder / "单据.xlsx"
    write_xlsx(workbook, path, datetime(2026, 6, 3, tzinfo=UTC))
    (sheet,) = read_workbook(path, NullProgress()).sheets
    return sheet


def test_a_receipt_is_printed_twice_and_signed_by_both(shop: Shop) -> None:
    keep, give = stock_paper_pages(receipt(shop), "清泉村", measure())
    assert "清泉村积分超市入库单（存根联）" in said(keep)
    assert "清泉村积分超市入库单（交接联）" in said(give)
    for page in (keep, give):
        for words in (
            "来源", "类别", "物品", "数量", "规格", "品牌", "保质期至", "内部标价", "进价", "折合分", "库位",
            "接收票据", "来自：供销社", "单号：RK2026-001", "2026年6月1日", "3.50", "100",
            "交货人 赵卫东（签字）：", "收货人 刘文书（签字）：", "监督员（签字）：", "日期：",
            "合计 1 行 20 件，折合 100 分，进价合计 70.00 元。", "一式两份",
        ):  # fmt: skip
            assert words in said(page), words


def test_a_write_off_is_one_sheet_with_its_reason(shop: Shop) -> None:
    (page,) = stock_paper_pages(written_off(shop, PaperKind.DAMAGED), "清泉村", measure())
    for words in (
        "报损单",
        "类别：损坏",
        "第1批",
        "原因：受潮",
        "经办人 刘文书（签字）：",
        "负责人（签字）：",
    ):
        assert words in said(page), words
    assert "存根联" not in said(page)


def test_what_goes_back_says_to_whom(shop: Shop) -> None:
    pages = stock_paper_pages(written_off(shop, PaperKind.RETURNED), "清泉村", measure())
    assert [("退货单" in said(page), "退给：供销社" in said(page)) for page in pages] == [(True, True)] * 2


def test_a_paper_that_was_taken_back_says_so_on_every_copy(shop: Shop) -> None:
    with shop.village.write() as tx:
        take_paper_back(tx, 1, "多写了一个零")
    for page in stock_paper_pages(receipt(shop), "清泉村", measure()):
        assert "入库单（已收回）" in said(page)
        assert "2026年6月1日收回，原因：多写了一个零" in said(page)


@pytest.mark.parametrize("times", [1, 12, 30, 100])
def test_nothing_overlaps_however_many_lines_there_are(shop: Shop, times: int) -> None:
    told = receipt(shop)
    crowded = replace(
        told,
        items=tuple(replace(item, brand="云南白药集团", spec="250毫升×12盒") for item in told.items * times),
        from_whom="县供电公司清泉供电所青年志愿服务队" * 2,
        words="端午节慰问剩余物资，" * 5,
    )
    pages = stock_paper_pages(crowded, "柳溪镇清泉村", measure())
    assert [(overlapping(page), off_paper(page)) for page in pages] == [([], [])] * len(pages)
    assert len(pages) == 2 * {1: 1, 12: 2, 30: 3, 100: 9}[times]
    assert all("接收票据" in said(page) for page in pages)
    assert "收货人 刘文书（签字）：" in pdf_text(pages)[-1]


def test_the_workbook_of_a_receipt_has_its_figures_as_numbers(shop: Shop, tmp_path: Path) -> None:
    sheet = reread(stock_paper_workbook(receipt(shop), "清泉村"), tmp_path)
    rows = texts(sheet)
    assert rows[0][0] == "清泉村积分超市入库单"
    assert rows[2] == [
        "序号", "来源", "类别", "物品", "数量", "单位", "规格", "品牌", "保质期至", "内部标价（分）",
        "进价（元）", "折合分", "库位", "接收票据",
    ]  # fmt: skip
    assert rows[3][:6] == ["1", "购买", "", "肥皂", "20", "件"]
    assert rows[3][9:12] == ["5", "3.5", "100"]
    assert [sheet.rows[3].cells[place].kind for place in (4, 9, 10, 11)] == [CellKind.NUMBER] * 4
    assert (rows[4][1], rows[4][4], rows[4][11]) == ("合计", "20", "100")


def test_the_ledger_on_paper_adds_up_and_explains_differences(shop: Shop) -> None:
    shop.redeemed("王建国", ("肥皂", 3))
    written_off(shop, PaperKind.DAMAGED)
    told = ledger(shop)
    explained = replace(told, rows=(replace(told.rows[0], counted=-1, reasons=("漏记一块",)), *told.rows[1:]))
    (page,) = stock_ledger_pages(explained, measure())
    for words in (
        "清泉村积分超市库存台账", "兑换点：全部", "2026年6月", "期初", "购入", "捐赠", "兑换", "报损", "过期",
        "盘点", "期末", "账实差异说明", "漏记一块", "-3", "14", "保管员（签字）：", "监督员（签字）：",
    ):  # fmt: skip
        assert words in said(page), words
    assert "外部调入" not in said(page)
    assert (overlapping(page), off_paper(page)) == ([], [])


def test_a_long_ledger_with_every_column_fits(shop: Shop) -> None:
    (row, *_) = ledger(shop).rows
    full = replace(
        row, name="浓缩洗衣液家庭装", spec="3kg×4桶", opening=10000, taken_over=1000, bought=10000,
        transferred=1000, given_back=1000, redeemed=-10000, returned=-1000, damaged=-1000, moved=-1000,
        counted=-100, reasons=("搬动时摔坏没有记", "上次发放漏记一条"),
    )  # fmt: skip
    pages = stock_ledger_pages(replace(ledger(shop), rows=(full,) * 60), measure())
    assert [(overlapping(page), off_paper(page)) for page in pages] == [([], [])] * len(pages)
    assert "点间调拨" in said(pages[-1])


def test_the_ledger_as_a_workbook_keeps_every_column(shop: Shop, tmp_path: Path) -> None:
    shop.redeemed("王建国", ("肥皂", 3))
    sheet = reread(stock_ledger_workbook(ledger(shop)), tmp_path)
    rows = texts(sheet)
    place = {title: number for number, title in enumerate(rows[2])}
    assert {"期初", "建账", "外部调入", "兑换退回", "点间调拨", "账实差异说明"} <= place.keys()
    soap = rows[3]
    assert (soap[place["编号"]], soap[place["购入"]], soap[place["兑换"]]) == ("001", "20", "-3")
    assert (soap[place["期末"]], soap[place["折合分"]]) == ("17", "85")
    assert sheet.rows[3].cells[place["编号"]].kind is CellKind.TEXT
    assert (rows[6][place["期末"]], rows[6][place["折合分"]]) == ("30", "335")


def test_days_are_called_by_their_month_quarter_or_year() -> None:
    assert span_words(JUNE) == "2026年6月"
    assert span_words(Quarter(2026, 2).span) == "2026年二季度"
    assert span_words(DateSpan(date(2026, 1, 1), date(2026, 12, 31))) == "2026年"
    assert span_words(DateSpan(date(2026, 1, 5), date(2026, 2, 1))) == "2026年1月5日至2026年2月1日"
