"""物品: the list, the card, the form, its papers, and the places to redeem."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from builders.pages import Announced, Answers, AtOnce, VillageDesk
from builders.shop import Shop, open_shop
from passbook_desk.documents.fonts import FontBook
from passbook_desk.features.redemption.goods.commands import save_outlet
from passbook_desk.features.redemption.goods.demands import note_demand
from passbook_desk.features.redemption.goods.pictures import pictures
from passbook_desk.features.redemption.goods.queries import goods_rows, outlets, prices
from passbook_desk.features.redemption.goods.values import GoodsKind, GoodsRow, LimitPeriod
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.points import Points
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.table_page import TablePage
from passbook_desk.ui.kit.theme import Theme
from passbook_desk.ui.pages.redemption.goods_item_page import GoodsItemPage
from passbook_desk.ui.pages.redemption.goods_page import GoodsPage
from passbook_desk.ui.pages.redemption.goods_paper_page import GoodsPaperPage
from passbook_desk.ui.pages.redemption.outlets_page import OutletsPage
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools
from ui.surroundings import types

TODAY = date(2026, 6, 1)


class ShopOffice:
    """The shop with a desk on it and everything a page is given."""

    def __init__(self, folder: Path, fontbook: FontBook, qtbot: QtBot) -> None:
        self.shop: Shop = open_shop(folder)
        self.folder, self.qtbot = folder, qtbot
        self.desk = VillageDesk(self.shop.village)
        self.jobs, self.answers, self.said = AtOnce(), Answers(), Announced()
        self.went: list[Route] = []
        self.tools = Tools(
            self.desk,
            self.jobs,
            self.shop.village.clock,
            self.answers,
            self.said,
            fontbook,
            self.went.append,
        )

    def shown(self, page: PageFrame) -> None:
        """The page in front of the clerk, in the room that the window leaves it."""
        self.qtbot.addWidget(page)
        page.resize(1190, 640)
        page.show()

    def rows(self) -> dict[str, GoodsRow]:
        with self.shop.village.read() as scope:
            return {row.name: row for row in goods_rows(scope, retired_too=True)}

    def wanted(self, goods: str, name: str) -> None:
        account_id = self.shop.account(name).id
        with self.shop.village.write() as tx:
            note_demand(tx, new_uid(), self.shop.ids[goods], account_id)

    def picture(self, width: int, height: int) -> Path:
        path = self.folder / "肥皂.png"
        image = QImage(width, height, QImage.Format.Format_RGB888)
        image.fill(QColor("#DCC896"))
        assert image.save(str(path))
        return path


@pytest.fixture
def office(tmp_path: Path, theme: Theme, fontbook: FontBook, qtbot: QtBot) -> Iterator[ShopOffice]:
    working = ShopOffice(tmp_path, fontbook, qtbot)
    yield working
    working.shop.village.store.close()
    assert working.jobs.failures == []


@pytest.fixture
def goods(office: ShopOffice) -> GoodsPage:
    page = GoodsPage(office.tools)
    office.shown(page)
    page.enter({})
    return page


@pytest.fixture
def item(office: ShopOffice) -> GoodsItemPage:
    page = GoodsItemPage(office.tools)
    office.shown(page)
    return page


def press(page: PageFrame, act: str) -> None:
    """Press a button; those that came just now are shown first."""
    QApplication.processEvents()
    button = page.act_button(act)
    assert isinstance(button, QPushButton)
    assert button.isEnabled()
    button.click()


def table(page: TablePage[object], *columns: str) -> list[tuple[str, ...]]:
    """What stands in these columns, row by row."""
    keys = [column.key for column in page.model.columns]
    return [
        tuple(str(page.model.index(row, keys.index(key)).data()) for key in columns)
        for row in range(page.model.rowCount())
    ]


def names(page: GoodsPage) -> list[str]:
    return [row[0] for row in table(page.table, "name")]


def test_the_list_says_price_stock_and_what_is_amiss(office: ShopOffice, goods: GoodsPage) -> None:
    office.shop.stocked("大米", 2, expires_on=TODAY + timedelta(20))
    office.shop.offer("食用油", "85", limit=1, per=LimitPeriod.YEAR)
    office.wanted("食用油", "王建国")
    office.shop.redeemed("王建国", ("肥皂", 8))
    office.shop.redeemed("李秀英", ("肥皂", 8))
    goods.refresh(frozenset({Topic.GOODS}))
    assert table(goods.table, "code", "name", "points", "stock", "free", "expires", "amiss", "limit") == [
        ("001", "肥皂", "5", "4", "4", "", "⚠ 要补货", ""),
        ("002", "牙膏", "10", "10", "10", "", "", ""),
        ("003", "大米", "50", "5", "5", "2026.6.21", "⚠ 快过期", ""),
        ("004", "理发", "20", "服务", "", "", "", ""),
        ("005", "食用油", "85", "0", "0", "", "⚠ 缺货、1 户等", "每户每年 1 件"),
    ]
    assert (
        goods.table._totals.text()
        == "共 5 种　可兑 19 件，合 370 分　低于下限 1 种　有人等 1 种　快过期 1 种"
    )


def test_chips_show_what_is_to_be_bought_what_expires_services_and_what_was_retired(
    office: ShopOffice, goods: GoodsPage
) -> None:
    shop = office.shop
    shop.offer("酱油", "12.5", least=3)
    shop.stocked("酱油", 3, expires_on=TODAY)
    shop.offer("挂面", "8")
    shop.stocked("挂面", 3, expires_on=TODAY + timedelta(30))
    shop.village.on(TODAY + timedelta(1))
    for chip, expected in (
        ("low", ["酱油"]),
        ("expiring", ["挂面"]),
        ("expired", ["酱油"]),
        ("services", ["理发"]),
        ("retired", []),
    ):
        goods.enter({"show": chip})
        assert names(goods) == expected
    assert goods.table._empty._sentence.text() == "没有停用的物品。"
    goods.table._empty._button.click()
    assert len(names(goods)) == 6


def test_goods_are_found_by_pinyin_and_a_search_in_vain_offers_all(goods: GoodsPage) -> None:
    types(goods.table.find_line, "yg")
    QTest.keyClick(goods.table.find_line, Qt.Key.Key_Down)
    assert names(goods) == ["牙膏"]
    goods.table.find_line.setText("手电筒")
    QTest.keyClick(goods.table.find_line, Qt.Key.Key_Down)
    assert names(goods) == []
    assert goods.table._empty._sentence.text() == "没有找到“手电筒”。可能是别的读音，或已停用。"
    goods.table._empty._button.click()
    QTest.keyClick(goods.table.find_line, Qt.Key.Key_Down)
    assert len(names(goods)) == 4


def test_the_list_leads_on_to_the_card_the_form_receipts_and_papers(
    office: ShopOffice, goods: GoodsPage
) -> None:
    assert goods.table.select(lambda line: line.goods.name == "牙膏")
    QTest.keyClick(goods.table.view, Qt.Key.Key_Return)
    for act in (
        "goods.new",
        "stock.receive",
        "open.stock",
        "open.stocktakes",
        "goods.outlets",
        "goods.import",
        "goods.print_purchase",
        "goods.print_prices",
    ):
        press(goods, act)
    assert office.went == [
        Route("goods_item", {"id": office.shop.ids["牙膏"]}),
        Route("goods_item", {"id": None}),
        Route("stock_paper", {"kind": "bought"}),
        Route("stock"),
        Route("stocktakes"),
        Route("outlets"),
        Route("goods_import"),
        Route("goods_paper", {"what": "purchase"}),
        Route("goods_paper", {"what": "prices"}),
    ]


def test_new_goods_with_a_scanned_barcode_and_their_first_price_are_one_act(
    office: ShopOffice, item: GoodsItemPage
) -> None:
    item.enter({"id": None})
    form = item.form
    assert form.code.placeholderText() == "005"
    types(form.name, "洗衣粉")
    form.unit.setCurrentText("袋")
    form.category.setCurrentText("日化")
    types(form.points, "100")
    form.reference.setText("5月20日村民代表会")
    form.period.setCurrentIndex(form.period.findText("每户每季"))
    form.limit_count.set_value(2)
    form.reorder_least.set_value(6)
    form.barcode.setFocus()
    QTest.keyClicks(form.barcode, "6901234567892")
    QTest.keyClick(form.barcode, Qt.Key.Key_Return)
    assert "洗衣粉" not in office.rows(), "Enter of the scanner goes to the next field"
    press(item, "goods.save")
    row = office.rows()["洗衣粉"]
    assert (row.code, row.unit, row.category, row.barcode) == ("005", "袋", "日化", "6901234567892")
    assert (row.points, row.reorder_least) == (Points.parse("100"), 6)
    assert (row.limit_count, row.limit_period) == (2, LimitPeriod.QUARTER)
    with office.shop.village.read() as scope:
        (price,) = prices(scope, (row.id,))[row.id]
    assert (price.from_on, price.reference) == (TODAY, "5月20日村民代表会")
    assert office.said.said == ["已登记“洗衣粉”。"]
    assert item.title == "洗衣粉　005"


def test_a_service_is_asked_neither_for_a_shelf_nor_for_a_level(
    office: ShopOffice, item: GoodsItemPage
) -> None:
    item.enter({"id": None})
    form = item.form
    form.reorder_least.set_value(9)
    form.kind.setCurrentIndex(1)
    assert not form.reorder_least.isVisibleTo(form)
    form.name.setText("食堂一餐")
    form.unit.setCurrentText("次")
    press(item, "goods.save")
    row = office.rows()["食堂一餐"]
    assert (row.kind, row.reorder_least, row.points) == (GoodsKind.SERVICE, 0, None)


def test_what_the_form_gets_wrong_is_said_beside_its_field_and_nothing_is_kept(
    office: ShopOffice, item: GoodsItemPage
) -> None:
    item.enter({"id": None})
    form = item.form
    press(item, "goods.save")
    assert form.problem_of("name") == "请填名称。"
    form.name.setText("毛巾")
    form.unit.setCurrentText("条")
    form.barcode.setText("20230124")
    press(item, "goods.save")
    assert form.problem_of("barcode") != ""
    form.barcode.clear()
    form.points.setText("0")
    press(item, "goods.save")
    assert form.problem_of("points") == "兑换分值要大于 0，没有保存，请改分值。"
    form.points.setText("十")
    press(item, "goods.save")
    assert form.problem_of("points") != ""
    form.points.clear()
    form.period.setCurrentIndex(2)
    press(item, "goods.save")
    assert form.problem_of("limit_count") != ""
    assert "毛巾" not in office.rows()
    form.limit_count.set_value(1)
    press(item, "goods.save")
    assert "毛巾" in office.rows()


def test_what_was_typed_is_still_there_after_a_look_at_another_page(
    office: ShopOffice, item: GoodsItemPage
) -> None:
    item.enter({"id": None})
    item.form.name.setText("毛巾")
    assert item.leave()
    item.refresh(frozenset({Topic.GOODS}))
    item.enter({"id": None})
    assert item.form.name.text() == "毛巾"
    press(item, "goods.cancel")
    assert office.went == [Route("goods")]
    item.enter({"id": None})
    assert item.form.name.text() == ""


def test_the_card_is_changed_and_its_code_stays(office: ShopOffice, item: GoodsItemPage) -> None:
    item.enter({"id": office.shop.ids["肥皂"]})
    press(item, "goods.edit")
    assert item.title == "修改　肥皂"
    assert item.form.code.isReadOnly()
    assert not item.form.points.isVisibleTo(item.form)
    item.form.spec.setText("2块装")
    item.form.reorder_least.set_value(30)
    press(item, "goods.save")
    row = office.rows()["肥皂"]
    assert (row.code, row.spec, row.reorder_least) == ("001", "2块装", 30)
    assert item.title == "肥皂 2块装　001"
    assert item._amiss.text() == "⚠ 要补货"
    press(item, "goods.edit")
    item.form.name.setText("香皂")
    press(item, "goods.cancel")
    assert item.title == "肥皂 2块装　001"
    assert "香皂" not in office.rows()


def test_the_card_shows_batches_prices_movements_and_who_waits(
    office: ShopOffice, item: GoodsItemPage
) -> None:
    shop = office.shop
    shop.stocked("肥皂", 5, expires_on=TODAY + timedelta(9))
    shop.redeemed("王建国", ("肥皂", 2))
    office.wanted("肥皂", "李秀英")
    item.enter({"id": shop.ids["肥皂"]})
    assert item._figures.text() == "5 分一件　可兑 23 件　库存下限 5"
    assert [button.text() for button in item._tabs] == ["批次 2", "分值 1", "进出 3", "等货的户 1"]
    assert table(item._batches, "number", "left", "expires", "from", "cost") == [
        ("2", "3", "⚠ 2026.6.10 快过期", "购买　供销社", ""),
        ("1", "20", "长期", "购买　供销社", "3.50"),
    ]
    item.choose_tab(1)
    assert table(item._prices, "from", "points", "state", "reference", "by") == [
        ("2026.1.15", "5", "现在用", "村民代表会", "刘文书")
    ]
    item.choose_tab(2)
    assert table(item._moves, "kind", "quantity") == [("兑换", "－2"), ("购买", "＋5"), ("购买", "＋20")]
    item.choose_tab(3)
    assert item._tables.currentIndex() == 3
    assert table(item._waiting, "name", "since") == [("李秀英", "2026.6.1")]


def test_a_new_price_waits_for_its_day_and_a_day_that_was_used_is_refused(
    office: ShopOffice, item: GoodsItemPage
) -> None:
    office.shop.redeemed("王建国", ("肥皂", 1))
    item.enter({"id": office.shop.ids["肥皂"]})
    press(item, "goods.price")
    form = item.price_form
    assert form is not None
    form.points.setText("6")
    form.reference.setText("6月5日村民代表会")
    form.panel.submit()
    assert form.panel.problem_of("from_on") == "2026.6.1 已按原分值兑换过，新分值请从第二天起。"
    form.from_on.set_day(date(2026, 7, 1))
    form.panel.submit()
    assert not form.isVisible()
    assert table(item._prices, "from", "points", "state") == [
        ("2026.7.1", "6", "还没到"),
        ("2026.1.15", "5", "现在用"),
    ]
    assert office.said.said == ["新分值已定。"]


def test_a_picture_is_made_smaller_shown_and_taken_out(office: ShopOffice, item: GoodsItemPage) -> None:
    soap = office.shop.ids["肥皂"]
    item.enter({"id": soap})
    assert not item._picture.isVisibleTo(item)
    office.answers.file = office.picture(2400, 1200)
    press(item, "goods.picture")
    with office.shop.village.read() as scope:
        kept = QImage.fromData(pictures(scope, (soap,))[soap])
    assert (kept.width(), kept.height()) == (900, 450)
    assert item._picture.isVisibleTo(item)
    press(item, "goods.no_picture")
    assert not item._picture.isVisibleTo(item)
    with office.shop.village.read() as scope:
        assert pictures(scope, (soap,)) == {}


def test_goods_in_stock_are_not_retired_and_others_come_back(office: ShopOffice, item: GoodsItemPage) -> None:
    item.enter({"id": office.shop.ids["肥皂"]})
    press(item, "goods.retire")
    assert item.message.words == "“肥皂”还有 20 件在库，请先兑完、报损或调走。"
    item.enter({"id": office.shop.ids["理发"]})
    assert "stock.receive" not in [act.id for act in item.actions_shown]
    press(item, "goods.retire")
    assert office.rows()["理发"].retired_on == TODAY
    assert item._amiss.text() == "已停用"
    press(item, "goods.put_back")
    assert office.rows()["理发"].retired_on is None


def test_goods_of_another_village_are_not_shown(item: GoodsItemPage) -> None:
    item.enter({"id": 999})
    assert item.message.words == "没有“999”这样物品，请核对编号或条码。"


@pytest.mark.parametrize(("what", "title"), [("prices", "物品价目表"), ("purchase", "采购清单")])
def test_papers_are_shown_and_saved_as_a_workbook(office: ShopOffice, what: str, title: str) -> None:
    page = GoodsPaperPage(office.tools)
    office.shown(page)
    page.enter({"what": what})
    assert page.title == title
    assert page.preview.page_count == 1
    office.answers.file = office.folder / f"{title}.xlsx"
    press(page, "goods.excel")
    heading = openpyxl.load_workbook(office.answers.file).worksheets[0]["A1"].value
    assert heading == f"清泉村积分超市{title}"
    assert office.said.files == [office.answers.file]


def test_places_to_redeem_are_added_renamed_given_up_and_taken_up_again(office: ShopOffice) -> None:
    page = OutletsPage(office.tools)
    office.shown(page)
    page.enter({})
    assert table(page.table, "name", "kinds", "pieces", "state") == [("积分超市", "3", "33", "在用")]
    press(page, "goods.retire_outlet")
    assert page.message.words == "只剩“积分超市”一个兑换点，不能撤，请先添一个。"
    press(page, "goods.add_outlet")
    assert page.form is not None
    page.form.name.setText("志愿者服务站")
    page.form.panel.submit()
    assert page.table.select(lambda line: line.outlet.name == "志愿者服务站")
    press(page, "goods.rename_outlet")
    page.form.name.setText("积分超市")
    page.form.panel.submit()
    assert page.form.panel.problem_of("name") == "已有兑换点叫“积分超市”，请换个名字。"
    page.form.name.setText("老年活动室")
    page.form.panel.submit()
    press(page, "goods.retire_outlet")
    assert table(page.table, "name", "state")[1] == ("老年活动室", "2026.6.1 停用")
    press(page, "goods.reopen_outlet")
    with office.shop.village.read() as scope:
        assert [row.name for row in outlets(scope)] == ["积分超市", "老年活动室"]


@pytest.mark.parametrize("size", [12, 14, 18])
def test_the_pages_need_no_more_room_than_the_window_leaves_them(
    office: ShopOffice, theme: Theme, size: int
) -> None:
    with office.shop.village.write() as tx:
        save_outlet(tx, new_uid(), "志愿者服务站")
    theme.set_size(size)
    soap = {"id": office.shop.ids["肥皂"]}
    pages: list[tuple[PageFrame, dict[str, object]]] = [
        (GoodsPage(office.tools), {}),
        (GoodsItemPage(office.tools), {"id": None}),
        (GoodsItemPage(office.tools), dict(soap)),
        (OutletsPage(office.tools), {}),
    ]
    for page, params in pages:
        office.shown(page)
        page.enter(params)
        QApplication.processEvents()
        hint = page.minimumSizeHint()
        assert (hint.width() <= 1126, hint.height() <= 610) == (True, True), type(page).__name__
