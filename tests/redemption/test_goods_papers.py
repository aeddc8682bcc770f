"""物品价目表 for the wall and 采购清单 for the shopkeeper: on paper and as workbooks."""

from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
import pytest

from builders.paper import measure, off_paper, overlapping, pdf_text
from builders.shop import Shop, open_shop
from passbook_desk.documents.page import Text, all_items, texts
from passbook_desk.documents.sheet import Workbook
from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.redemption.goods.commands import retire_goods, save_goods
from passbook_desk.features.redemption.goods.demands import note_demand
from passbook_desk.features.redemption.goods.paper import PriceList, price_list_pages
from passbook_desk.features.redemption.goods.queries import goods_rows
from passbook_desk.features.redemption.goods.sheets import price_list_workbook
from passbook_desk.features.redemption.goods.values import LimitPeriod, SaveGoods
from passbook_desk.features.redemption.stock.purchase import purchase_list
from passbook_desk.features.redemption.stock.purchase_paper import (
    PurchaseSheet,
    one_line,
    purchase_pages,
)
from passbook_desk.features.redemption.stock.purchase_sheets import purchase_workbook
from passbook_desk.features.village.queries import village
from passbook_desk.kernel.ids import new_uid

LEAST_ON_A_WALL = 16.0
Cells = list[tuple[object, ...]]


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    opened = open_shop(tmp_path)
    with opened.village.write() as tx:
        for name, spec, unit, category, limit in (
            ("肥皂", "2块装", "盒", "日化", 9),
            ("牙膏", "120g", "支", "日化", None),
            ("大米", "5kg", "袋", "食品", None),
        ):
            period = LimitPeriod.MONTH if limit else LimitPeriod.NONE
            save_goods(tx, SaveGoods("", "", name, spec, "", unit, category, reorder_least=5,
                                     limit_count=limit, limit_period=period,
                                     goods_id=opened.ids[name]))  # fmt: skip
    return opened


def price_list(shop: Shop) -> PriceList:
    with shop.village.read() as scope:
        place = village(scope)
        return PriceList(place.name, place.issuer, scope.today, goods_rows(scope, retired_too=True))


def purchases(shop: Shop) -> PurchaseSheet:
    with shop.village.read() as scope:
        return PurchaseSheet(village(scope).name, scope.today, purchase_list(scope))


def cells(workbook: Workbook, folder: Path) -> Cells:
    """What a spreadsheet program reads in the first sheet."""
    target = folder / "表.xlsx"
    write_xlsx(workbook, target, datetime(2026, 6, 1, tzinfo=UTC))
    return [tuple(row) for row in openpyxl.load_workbook(target).worksheets[0].iter_rows(values_only=True)]


def test_the_wall_says_what_everything_costs_by_category(shop: Shop) -> None:
    shop.offer("暖手宝", "50")
    with shop.village.write() as tx:
        retire_goods(tx, shop.ids["暖手宝"], tx.today)
        save_goods(tx, SaveGoods(new_uid(), "", "还没定价的毛巾"))
    pages = price_list_pages(price_list(shop), measure())
    (said,) = pdf_text(pages)
    for line in (
        "清泉村积分超市物品价目表",
        "日化",
        "肥皂",
        "2块装",
        "盒",
        "每户每月 9 盒",
        "食品",
        "大米",
        "服务",
        "理发",
        "本表是2026年6月1日的分值，有变动另行张贴。",
        "（盖章）",
    ):
        assert line in said
    assert "毛巾" not in said
    assert "暖手宝" not in said
    rows = [text for text in texts(pages[0]) if text in ("日化", "食品", "服务")]
    assert rows == ["日化", "食品", "服务"]


def test_everything_in_the_table_can_be_read_from_two_metres_and_keeps_its_place(shop: Shop) -> None:
    for number in range(40):
        shop.offer(f"第{number}样很长名字的家庭日用清洁用品", "12.5", limit=3, per=LimitPeriod.QUARTER)
    pages = price_list_pages(price_list(shop), measure())
    assert len(pages) > 1
    for page in pages:
        body = [item for item in all_items(page) if isinstance(item, Text) and "页" not in item.text]
        assert min(item.size for item in body) >= LEAST_ON_A_WALL
        assert off_paper(page) == []
        assert overlapping(page) == []


def test_the_price_list_as_a_workbook_has_points_as_numbers_and_codes_as_text(
    shop: Shop, tmp_path: Path
) -> None:
    rows = cells(price_list_workbook(price_list(shop)), tmp_path)
    assert rows[1] == ("编号", "类别", "物品", "规格", "单位", "分值", "限兑", "备注")
    assert rows[2] == ("001", "日化", "肥皂", "2块装", "盒", 5, "每户每月 9 盒", None)
    assert [row[2] for row in rows[2:6]] == ["肥皂", "牙膏", "大米", "理发"]


def test_the_purchase_list_begins_with_the_sentence_to_send_and_ends_with_its_sum(shop: Shop) -> None:
    for name in ("王建国", "李秀英"):
        shop.redeemed(name, ("肥皂", 8))
    wang = shop.account("王建国").id
    with shop.village.write() as tx:
        note_demand(tx, new_uid(), shop.ids["大米"], wang)
    sheet = purchases(shop)
    assert one_line(sheet.rows) == "要补：肥皂（2块装）6 盒、大米（5kg）8 袋。"
    (page,) = purchase_pages(sheet, measure())
    said = texts(page)
    assert said.index("要补：肥皂（2块装）6 盒、大米（5kg）8 袋。") < said.index("肥皂 2块装")
    for words in ("3.50", "21.00", "合计 2 种", "开单：", "同意：", "采购：", "2026年6月1日"):
        assert words in said
    assert "按上次进价合计 21.00 元，另有 1 种没有进价，不在合计里。" in said
    assert "王建国" not in "".join(said)
    assert off_paper(page) == []
    assert overlapping(page) == []


def test_the_purchase_workbook_adds_up_like_the_paper(shop: Shop, tmp_path: Path) -> None:
    for name in ("王建国", "李秀英"):
        shop.redeemed(name, ("肥皂", 8))
    rows = cells(purchase_workbook(purchases(shop)), tmp_path)
    soap, rice, total = rows[3], rows[4], rows[5]
    assert soap == ("001", "肥皂", "2块装", "盒", 4, 5, None, 6, 3.5, 21, 5, None)
    assert rice[:4] == ("003", "大米", "5kg", "袋")
    assert rice[8:10] == (None, None)
    assert (total[0], total[9]) == ("合计", 21)


def test_what_has_expired_is_not_there_any_more_on_either_list(shop: Shop, tmp_path: Path) -> None:
    shop.offer("酱油", "12.5", least=4)
    shop.stocked("酱油", 7, expires_on=date(2026, 6, 20))
    shop.village.on(date(2026, 6, 21))
    sheet = purchases(shop)
    assert one_line(sheet.rows) == "要补：大米（5kg）7 袋、酱油 8 件。"
    (page,) = purchase_pages(sheet, measure())
    said = texts(page)
    row = said[said.index("酱油") - 1 :]
    assert row[:6] == ("005", "酱油", "件", "0", "4", "8")
    assert cells(purchase_workbook(sheet), tmp_path)[4][4:8] == (0, 4, None, 8)


def test_a_full_shop_gets_a_list_that_says_so(shop: Shop, tmp_path: Path) -> None:
    shop.stocked("大米", 5)
    sheet = purchases(shop)
    assert sheet.rows == ()
    (page,) = purchase_pages(sheet, measure())
    assert "现在没有要补的物品。" in texts(page)
    assert "合计" not in "".join(texts(page))
    assert cells(purchase_workbook(sheet), tmp_path)[1][0] == "2026年6月1日　现在没有要补的物品。"
