"""库存 in the window: a receipt typed in and taken back, what expired written off, the ledger."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from builders.posting import PostingClerk
from builders.shop import Shop
from builders.workbooks import texts
from passbook_desk.features.intake.reading import read_workbook
from passbook_desk.features.redemption.goods.commands import save_goods, save_outlet
from passbook_desk.features.redemption.goods.values import SaveGoods
from passbook_desk.features.redemption.stock.queries import batches, paper_by_number, papers
from passbook_desk.features.redemption.stock.values import PaperKind, PaperRow
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.jobs import NullProgress
from passbook_desk.kernel.points import Money
from passbook_desk.ui.kit.theme import Theme
from passbook_desk.ui.pages.redemption.stock_card_page import StockCardPage
from passbook_desk.ui.pages.redemption.stock_moves_page import StockMovesPage
from passbook_desk.ui.pages.redemption.stock_page import Face, StockPage
from passbook_desk.ui.pages.redemption.stock_paper_page import StockPaperPage
from passbook_desk.ui.pages.redemption.stock_print_page import StockPrintPage
from passbook_desk.ui.shell.routes import Route
from ui.surroundings import types

ENTER, F2, F8, F12 = Qt.Key.Key_Return, Qt.Key.Key_F2, Qt.Key.Key_F8, Qt.Key.Key_F12
PAGES = {
    "stock": StockPage,
    "stock_paper": StockPaperPage,
    "stock_card": StockCardPage,
    "stock_moves": StockMovesPage,
    "stock_print": StockPrintPage,
}


class Keeper(PostingClerk):
    """Who keeps the shop on July 4: soap, toothpaste, milk of which four boxes have expired."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, date(2026, 6, 1), PAGES)
        self.shop = Shop(self.village)
        self.shop.offer("肥皂", "5", barcode="6901234500012")
        self.shop.offer("牙膏", "10")
        self.shop.offer("纯牛奶", "45")
        self.shop.stocked("肥皂", 20, cost="3.50")
        self.shop.stocked("纯牛奶", 4, expires_on=date(2026, 6, 30), cost="39")
        self.shop.stocked("纯牛奶", 6, expires_on=date(2026, 8, 20))
        self.on(date(2026, 7, 4))

    @property
    def stock(self) -> StockPage:
        assert isinstance(self.page, StockPage)
        return self.page

    @property
    def paper_page(self) -> StockPaperPage:
        assert isinstance(self.page, StockPaperPage)
        return self.page

    @property
    def card_page(self) -> StockCardPage:
        assert isinstance(self.page, StockCardPage)
        return self.page

    def fill(self, editor: QLineEdit, text: str, key: Qt.Key | None = ENTER) -> None:
        """Type into a field, over what is there."""
        editor.window().activateWindow()
        editor.setFocus()
        editor.selectAll()
        QApplication.processEvents()
        types(editor, text)
        if key is not None:
            QTest.keyClick(editor, key)

    def add(self, goods: str, quantity: str, expiry: str = "", cost: str = "") -> None:
        """Put pieces that came on the paper, by keys."""
        entry = self.paper_page.sheet.entry
        self.fill(entry.pick, goods)
        assert entry.goods is not None
        self.fill(entry.quantity, quantity)
        self.fill(entry.expiry.line, expiry)
        self.fill(entry.cost, cost)

    def take(self, goods: str, quantity: str) -> None:
        """Put pieces that go on the paper, by keys."""
        entry = self.paper_page.sheet.entry
        self.fill(entry.pick, goods)
        self.fill(entry.quantity, quantity)

    def head(self, whom: str = "柳溪供销社") -> None:
        """From whom, and the two who sign."""
        heading = self.paper_page.sheet.heading
        heading.from_whom.setText(whom)
        heading.handed_by.setText("赵卫东")
        heading.received_by.setText("刘文书")

    def words(self) -> str:
        """Every word that can be seen, once the page has settled."""
        QApplication.processEvents()
        return super().words()

    def latest(self) -> PaperRow:
        with self.village.read() as scope:
            return papers(scope)[0]

    def left(self, name: str) -> list[tuple[int, int]]:
        with self.village.read() as scope:
            return [(row.number, row.quantity) for row in batches(scope, self.shop.ids[name])]

    def listed(self) -> list[str]:
        """What stands on the paper."""
        return [f"{line.goods.name} {line.quantity}" for line in self.paper_page.sheet.lines.model.rows()]


@pytest.fixture
def keeper(theme: Theme, tmp_path: Path) -> Iterator[Keeper]:
    someone = Keeper(tmp_path)
    yield someone
    someone.close()


def focused() -> QWidget | None:
    QApplication.processEvents()
    return QApplication.focusWidget()


def test_a_receipt_is_typed_in_by_keys_alone(keeper: Keeper) -> None:
    keeper.go("stock_paper", kind="bought")
    keeper.head()
    keeper.add("6901234500012", "40", cost="3.6")
    keeper.add("yg", "12", "2028-10", "7.8")
    entry = keeper.paper_page.sheet.entry
    assert focused() is entry.pick
    assert keeper.listed() == ["肥皂 40", "牙膏 12"]
    assert "2 种 52 件　折合 320 分　进价合计 237.60 元" in keeper.words()
    keeper.key(F8)
    told = keeper.latest()
    assert (told.number, told.kind, told.from_whom) == ("RK2026-004", PaperKind.BOUGHT, "柳溪供销社")
    assert [(item.name, item.expires_on) for item in told.items] == [
        ("肥皂", None),
        ("牙膏", date(2028, 10, 31)),
    ]
    assert told.items[1].cost == Money.parse("7.8")
    assert keeper.card_page.title == "入库单 RK2026-004"
    assert keeper.said.said == ["入库单 RK2026-004 已保存：52 件。"]


def test_what_was_saved_a_moment_ago_is_undone_at_once(keeper: Keeper) -> None:
    keeper.go("stock_paper", kind="donated")
    keeper.head("县供电公司")
    keeper.add("001", "40")
    keeper.key(F8)
    assert keeper.said.undo is not None
    keeper.said.undo()
    assert keeper.latest().taken_back
    assert keeper.left("肥皂") == [(1, 20)]
    assert keeper.said.said[-1] == "RK2026-004 已收回。"


def test_what_is_missing_is_said_beside_its_field_and_nothing_is_lost(keeper: Keeper) -> None:
    keeper.go("stock_paper", kind="bought")
    panel = keeper.paper_page.sheet.heading.panel
    keeper.key(F8)
    assert keeper.page.message.words == "单子上还没有物品，没有保存，请先添物品。"
    keeper.add("001", "40")
    keeper.key(F8)
    assert panel.problem_of("from_whom") == "没有写来自哪里或给谁，没有保存，请补上。"
    keeper.paper_page.sheet.heading.from_whom.setText("柳溪供销社")
    keeper.paper_page.sheet.heading.handed_by.setText("赵卫东")
    keeper.key(F8)
    assert panel.problem_of("received_by") == "交接要两个人签字，请写交货人和收货人。"
    assert keeper.listed() == ["肥皂 40"]
    assert keeper.left("肥皂") == [(1, 20)]


def test_what_has_expired_on_arrival_is_refused_at_its_line(keeper: Keeper) -> None:
    keeper.go("stock_paper", kind="bought")
    keeper.add("纯牛奶", "5", "2026-06")
    assert keeper.page.message.words == "“纯牛奶”到 2026.6.30 就过期了，不能入库，请核对日期。"
    assert keeper.listed() == []
    keeper.fill(keeper.paper_page.sheet.entry.expiry.line, "随便写的")
    keeper.fill(keeper.paper_page.sheet.entry.cost, "")
    assert keeper.listed() == []
    keeper.press("kind.opening")
    keeper.add("纯牛奶", "5", "2026-06")
    assert keeper.listed() == ["纯牛奶 5"]


def test_the_day_goods_were_made_and_their_months_give_the_last_day(keeper: Keeper) -> None:
    with keeper.village.write() as tx:
        save_goods(tx, SaveGoods(new_uid(), "", "纯牛奶", shelf_months=6, goods_id=keeper.shop.ids["纯牛奶"]))
    keeper.go("stock_paper", kind="bought")
    entry = keeper.paper_page.sheet.entry
    keeper.fill(entry.pick, "cnn")
    assert (entry.expiry.by_made, entry.expiry.months.value()) == (True, 6)
    keeper.fill(entry.expiry.line, "5.31", None)
    assert entry.expiry.echo == "到 2026.11.30"
    entry.expiry.months.clear()
    assert entry.expiry.echo == "还要写保质多少个月"
    QTest.keyClick(entry.expiry.line, ENTER)
    assert focused() is entry.expiry.months
    keeper.fill(entry.expiry.months, "1")
    assert focused() is entry.cost
    assert entry.expiry.echo == "到 2026.6.30 ✕ 过期 4 天"


def test_a_line_is_changed_and_the_same_goods_are_added_up(keeper: Keeper) -> None:
    keeper.go("stock_paper", kind="bought")
    keeper.add("001", "4")
    keeper.add("001", "5")
    keeper.add("002", "3", "2028-10")
    assert keeper.listed() == ["肥皂 9", "牙膏 3"]
    sheet = keeper.paper_page.sheet
    sheet.lines.select(lambda line: line.goods.name == "牙膏")
    keeper.key(F2)
    assert keeper.listed() == ["肥皂 9"]
    assert (sheet.entry.quantity.value(), sheet.entry.expiry.value()) == (3, date(2028, 10, 31))
    keeper.fill(sheet.entry.quantity, "6")
    keeper.press("stock.add")
    sheet.lines.select(lambda line: line.goods.name == "肥皂")
    keeper.press("stock.drop")
    assert keeper.listed() == ["牙膏 6"]


def test_a_draft_waits_while_goods_are_made_on_the_way(keeper: Keeper) -> None:
    keeper.go("stock_paper", kind="bought")
    keeper.head()
    keeper.add("001", "4")
    keeper.press("goods.new")
    assert keeper.went == [Route("goods_item", {"id": None})]
    keeper.shop.offer("洗衣液", "50")
    keeper.go("stock")
    keeper.go("stock_paper", kind="donated")
    assert keeper.listed() == ["肥皂 4"]
    keeper.add("洗衣液", "2")
    assert keeper.listed() == ["肥皂 4", "洗衣液 2"]
    keeper.go("stock_paper", kind="damaged")
    assert keeper.listed() == []


def test_everything_that_has_expired_goes_on_one_paper(keeper: Keeper) -> None:
    keeper.go("stock", face="batches")
    keeper.press("stock.expired")
    assert keeper.listed() == ["纯牛奶 4"]
    keeper.key(F8)
    assert keeper.paper_page.sheet.heading.panel.problem_of("words") == "没有写原因，没有保存，请补上。"
    keeper.paper_page.sheet.heading.words.setText("临期没兑完")
    keeper.key(F8)
    assert (keeper.latest().number, keeper.latest().kind) == ("BS2026-001", PaperKind.EXPIRED)
    assert keeper.left("纯牛奶") == [(2, 6)]
    keeper.go("stock", face="batches")
    keeper.press("stock.expired")
    assert keeper.page.message.words == "没有过期的，不用报损。"


def test_no_more_goes_out_than_lies_there(keeper: Keeper) -> None:
    keeper.go("stock_paper", kind="damaged")
    keeper.take("001", "15")
    keeper.take("001", "6")
    assert keeper.page.message.words == "“肥皂”在库只有 20 件，不够 21 件，请核对。"
    assert keeper.listed() == ["肥皂 15"]
    entry = keeper.paper_page.sheet.entry
    keeper.fill(entry.pick, "纯牛奶")
    assert [entry.batch.itemText(place) for place in range(3)] == [
        "先到期的先出",
        "第 1 批　余 4　到 2026.6.30",
        "第 2 批　余 6　到 2026.8.20",
    ]
    entry.batch.setCurrentIndex(2)
    keeper.fill(entry.quantity, "7")
    assert keeper.page.message.words == "“纯牛奶”在库只有 6 件，不够 7 件，请核对。"
    keeper.fill(entry.quantity, "2")
    keeper.paper_page.sheet.heading.words.setText("漏了")
    keeper.key(F8)
    assert keeper.left("纯牛奶") == [(1, 4), (2, 4)]
    assert keeper.left("肥皂") == [(1, 5)]


def test_goods_go_to_another_place_with_their_batch(keeper: Keeper) -> None:
    with keeper.village.write() as tx:
        station = save_outlet(tx, new_uid(), "志愿者服务站")
    keeper.go("stock_paper", kind="moved")
    heading = keeper.paper_page.sheet.heading
    assert (heading.outlet.currentText(), heading.to_outlet.currentText()) == ("积分超市", "志愿者服务站")
    keeper.take("001", "8")
    heading.handed_by.setText("刘文书")
    heading.received_by.setText("陈秀芳")
    keeper.key(F8)
    assert keeper.card_page.title == "调拨单 DB2026-001"
    assert "调入　志愿者服务站" in keeper.words()
    with keeper.village.read() as scope:
        assert [(row.number, row.quantity) for row in batches(scope, outlet_id=station)] == [(1, 8)]


def test_a_card_is_printed_kept_and_taken_back(keeper: Keeper, tmp_path: Path) -> None:
    keeper.go("stock")
    keeper.stock.papers.select(lambda row: row.number == "RK2026-001")
    keeper.stock.papers.view.opened.emit(keeper.stock.papers.selected_row())
    assert keeper.card_page.title == "入库单 RK2026-001"
    assert "来自　供销社" in keeper.words()
    keeper.key(F12)
    assert "入库单（交接联）" in keeper.paper()
    keeper.esc()
    keeper.dialogs.file = tmp_path / "入库单.xlsx"
    keeper.press("stock.excel_paper")
    (sheet,) = read_workbook(keeper.dialogs.file, NullProgress()).sheets
    assert texts(sheet)[3][3:5] == ["肥皂", "20"]
    keeper.dialogs.reason = "重复入库"
    keeper.press("stock.back")
    assert keeper.page.message.words == "2026.7.4 已收回：重复入库"
    assert keeper.left("肥皂") == []
    button = keeper.page.act_button("stock.back")
    assert button is not None
    assert not button.isEnabled()
    keeper.go("stock")
    assert "共 3 张　已收回 1 张" in keeper.words()


def test_a_paper_whose_pieces_are_gone_stays(keeper: Keeper) -> None:
    keeper.shop.redeemed("王建国", ("肥皂", 1))
    with keeper.village.read() as scope:
        paper_id = paper_by_number(scope, "RK2026-001").id
    keeper.go("stock_card", id=paper_id)
    keeper.press("stock.back")
    assert keeper.page.message.words == "“肥皂”在库只有 19 件，不够 20 件，请核对。"
    assert keeper.left("肥皂") == [(1, 19)]


def test_batches_say_what_expires_and_lead_to_their_movements(keeper: Keeper) -> None:
    keeper.go("stock", show="expired")
    assert keeper.stock.face is Face.BATCHES
    (line,) = keeper.stock.batches.model.rows()
    assert (line.batch.goods_name, line.batch.quantity) == ("纯牛奶", 4)
    keeper.stock.batches.press_chip("soon")
    assert [line.batch.number for line in keeper.stock.batches.model.rows()] == [2]
    keeper.stock.batches.press_chip("held")
    assert "共 3 批 30 件　快过期 1 批　已过期 1 批" in keeper.words()
    keeper.stock.batches.view.opened.emit(line)
    assert isinstance(keeper.page, StockMovesPage)
    assert keeper.page.title == "纯牛奶 进出明细"
    assert [each.left for each in keeper.page.moves.model.rows()] == [4, 10]


def test_the_ledger_of_a_month_leads_to_each_movement_and_its_slip(keeper: Keeper, tmp_path: Path) -> None:
    slip = keeper.shop.redeemed("王建国", ("肥皂", 1))
    keeper.go("stock", face="ledger")
    (soap, milk) = keeper.stock.ledger.model.rows()
    assert (soap.opening, soap.redeemed, soap.closing, milk.closing) == (20, -1, 19, 10)
    assert "期初 30　兑换 －1　期末 29 件，合 545 分" in keeper.words()
    keeper.dialogs.file = tmp_path / "台账.xlsx"
    keeper.press("stock.excel_ledger")
    (sheet,) = read_workbook(keeper.dialogs.file, NullProgress()).sheets
    assert texts(sheet)[0][0] == "清泉村积分超市库存台账"
    keeper.press("stock.print_ledger")
    assert "2026年7月" in keeper.paper()
    keeper.esc()
    keeper.stock.ledger.view.opened.emit(soap)
    assert isinstance(keeper.page, StockMovesPage)
    assert keeper.page.span.word == "2026年7月"
    keeper.page.moves.view.opened.emit(keeper.page.moves.model.rows()[0])
    assert keeper.went == [Route("slip", {"id": slip.id})]
    keeper.press("period.back")
    assert [line.left for line in keeper.page.moves.model.rows()] == [20]


def test_who_only_reads_sees_the_stock_and_changes_nothing(keeper: Keeper) -> None:
    keeper.acts = frozenset({Act.READ})
    keeper.go("stock")
    assert keeper.offered == []
    keeper.stock.show_face(Face.LEDGER)
    keeper.page.show_allowed()
    assert "stock.excel_ledger" not in keeper.offered
