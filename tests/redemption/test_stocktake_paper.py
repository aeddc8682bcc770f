"""盘点表 on paper and in Excel: blank to count on, or with what was found."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest

from builders.shop import Shop, open_shop
from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import Page, texts
from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.redemption.goods.commands import save_goods
from passbook_desk.features.redemption.goods.values import SaveGoods
from passbook_desk.features.redemption.stocktake.commands import (
    confirm_stocktake,
    count_goods,
    drop_stocktake,
    explain_difference,
    reverse_stocktake,
    start_stocktake,
)
from passbook_desk.features.redemption.stocktake.paper import stocktake_pages
from passbook_desk.features.redemption.stocktake.queries import stocktake_sheet
from passbook_desk.features.redemption.stocktake.sheets import stocktake_workbook
from passbook_desk.features.redemption.stocktake.values import (
    ConfirmStocktake,
    Count,
    StartStocktake,
    StocktakeSheet,
)
from passbook_desk.features.redemption.stocktake.words import file_name
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.places import resources_folder


@pytest.fixture(scope="module")
def measure() -> Measure:
    return Measure(FontBook(resources_folder() / "fonts"))


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return open_shop(tmp_path)


@pytest.fixture
def stocktake(shop: Shop) -> int:
    """Two pieces of soap too few, one tube of toothpaste too many; nobody counted the rice."""
    outlet_id, soap, paste = shop.outlet_id, shop.ids["肥皂"], shop.ids["牙膏"]
    with shop.village.write() as tx:
        begun = start_stocktake(tx, StartStocktake(new_uid(), outlet_id, "刘文书、孙秀兰"))
        count_goods(tx, begun, [Count(soap, 18), Count(paste, 11)])
        explain_difference(tx, begun, soap, "丢失")
    return begun


def sheet(shop: Shop, stocktake: int, *, blind: bool = False) -> StocktakeSheet:
    with shop.village.read() as scope:
        return stocktake_sheet(scope, stocktake, blind=blind)


def said(pages: Sequence[Page]) -> list[str]:
    return [text for page in pages for text in texts(page) if text]


def test_the_blank_paper_names_everything_and_tells_no_stock(
    shop: Shop, stocktake: int, measure: Measure
) -> None:
    for name, shelf in (("肥皂", "A架"), ("牙膏", "B架")):
        with shop.village.write() as tx:
            save_goods(tx, SaveGoods(new_uid(), "", name, shelf=shelf, goods_id=shop.ids[name]))
    words = said(stocktake_pages(sheet(shop, stocktake, blind=True), measure))
    start = words.index("库位：A架")
    assert words[start : start + 16] == [
        "库位：A架", "1", "001", "肥皂", "件",
        "库位：B架", "2", "002", "牙膏", "件",
        "其他（没有写库位）", "3", "003", "大米", "件",
        "盘点人（签字）：",
    ]  # fmt: skip
    assert {"实盘", "备注", "监盘人（签字）：", "日期："} <= set(words)
    assert not {"账面", "差异", "20", "18", "10", "11"} & set(words)
    assert "清泉村积分超市盘点表（盲盘用）" in words


def test_the_result_has_book_count_difference_reason_and_who_signs(
    shop: Shop, stocktake: int, measure: Measure
) -> None:
    words = said(stocktake_pages(sheet(shop, stocktake), measure))
    first = words.index("1")
    assert words[first : first + 25] == [
        "1", "001", "肥皂", "件", "20", "18", "-2", "-10", "丢失",
        "2", "002", "牙膏", "件", "10", "11", "+1", "+10",
        "合计", "2 种", "30", "29", "-1", "0",
        "多出 1 种 1 件，少了 1 种 2 件。", "没有盘的 1 种，库存不改：大米。",
    ]  # fmt: skip
    assert "编号：PD2026-001　开始日期：2026年6月1日　盘点人：刘文书、孙秀兰" in words
    assert "还没有确认，库存没有改。" in words
    assert {"账面", "实盘", "差异", "折合分", "原因", "盘点人（签字）：", "监盘人（签字）："} <= set(words)


def test_the_paper_says_how_far_the_stocktake_has_come(shop: Shop, stocktake: int, measure: Measure) -> None:
    paste = shop.ids["牙膏"]
    with shop.village.write() as tx:
        explain_difference(tx, stocktake, paste, "少发")
        confirm_stocktake(tx, ConfirmStocktake(new_uid(), stocktake, "赵卫东", "2026-盘1"))
    words = said(stocktake_pages(sheet(shop, stocktake), measure))
    assert any("监盘人：赵卫东" in line for line in words)
    assert any("2026-盘1" in line for line in words)
    assert "2026年6月1日确认，库存已按实盘改。" in words
    with shop.village.write() as tx:
        reverse_stocktake(tx, stocktake, "里屋没数")
    words = said(stocktake_pages(sheet(shop, stocktake), measure))
    assert "2026年6月1日收回，库存已改回原来的数。原因：里屋没数" in words
    assert "-2" in words  # what was found then stays readable


def test_a_dropped_count_says_so_and_one_without_counts_too(shop: Shop, measure: Measure) -> None:
    outlet_id = shop.outlet_id
    with shop.village.write() as tx:
        begun = start_stocktake(tx, StartStocktake(new_uid(), outlet_id, "刘文书"))
        drop_stocktake(tx, begun, "停电")
    words = said(stocktake_pages(sheet(shop, begun), measure))
    assert "2026年6月1日作废，库存没有改。原因：停电" in words
    assert "还没有盘过一种。" in words


def test_many_goods_go_on_over_pages_with_their_heads(shop: Shop, measure: Measure) -> None:
    for number in range(60):
        shop.offer(f"物品{number}", "5")
    outlet_id = shop.outlet_id
    with shop.village.write() as tx:
        begun = start_stocktake(tx, StartStocktake(new_uid(), outlet_id, "刘文书"))
    pages = stocktake_pages(sheet(shop, begun, blind=True), measure)
    assert len(pages) == 3
    for page in pages[1:]:
        assert "清泉村积分超市盘点表（盲盘用）（续）　PD2026-001" in texts(page)
        assert "实盘" in texts(page)
    assert "监盘人（签字）：" not in texts(pages[0])
    assert "监盘人（签字）：" in texts(pages[-1])


def test_the_workbook_has_the_figures_of_the_paper(shop: Shop, stocktake: int, tmp_path: Path) -> None:
    target = tmp_path / "盘点表.xlsx"
    write_xlsx(stocktake_workbook(sheet(shop, stocktake)), target, datetime(2026, 6, 1, tzinfo=UTC))
    rows = list(openpyxl.load_workbook(target).worksheets[0].iter_rows(values_only=True))
    head = rows.index(("序号", "编号", "物品", "规格", "单位", "账面", "实盘", "差异", "折合分", "原因"))
    assert [tuple(cell or None for cell in row) for row in rows[head + 1 : head + 4]] == [
        (1, "001", "肥皂", None, "件", 20, 18, -2, -10, "丢失"),
        (2, "002", "牙膏", None, "件", 10, 11, 1, 10, None),
        ("合计", None, "2 种", None, None, 30, 29, -1, None, None),
    ]


def test_the_blank_workbook_is_open_only_where_one_counts(shop: Shop, stocktake: int, tmp_path: Path) -> None:
    target = tmp_path / "盲盘.xlsx"
    blank = sheet(shop, stocktake, blind=True)
    write_xlsx(stocktake_workbook(blank), target, datetime(2026, 6, 1, tzinfo=UTC))
    table = openpyxl.load_workbook(target).worksheets[0]
    assert table.protection.sheet
    open_cells = {cell.coordinate for row in table.iter_rows() for cell in row if not cell.protection.locked}
    assert open_cells == {f"{column}{row}" for column in "FG" for row in (5, 6, 7)}
    assert {cell.value for row in table.iter_rows() for cell in row}.isdisjoint({20, 18, 10, 11})
    assert file_name(blank) == "清泉村积分超市盘点表（盲盘用） PD2026-001"
