"""盘点 in the window: counting by keys alone, comparing, confirming by somebody else, taking back."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from builders.claims import worker
from builders.deeds import decided
from builders.pages import Announced, Answers, AtOnce, VillageDesk
from builders.shop import Shop, open_shop
from passbook_desk.app.pages import PAGES
from passbook_desk.documents.fonts import FontBook
from passbook_desk.features.access.values import Role
from passbook_desk.features.redemption.goods.commands import save_goods, save_outlet
from passbook_desk.features.redemption.goods.values import SaveGoods
from passbook_desk.features.redemption.stock.commands import take_paper_back
from passbook_desk.features.redemption.stocktake.commands import count_goods, start_stocktake
from passbook_desk.features.redemption.stocktake.queries import stocktake_card, stocktakes
from passbook_desk.features.redemption.stocktake.values import (
    Count,
    StartStocktake,
    StocktakeCard,
    StocktakeState,
)
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.places import resources_folder
from passbook_desk.ui.kit.theme import Theme
from passbook_desk.ui.pages.redemption.stocktake_page import Face, StocktakePage
from passbook_desk.ui.pages.redemption.stocktake_paper_page import StocktakePaperPage
from passbook_desk.ui.pages.redemption.stocktake_presenter import read_pieces
from passbook_desk.ui.pages.redemption.stocktakes_page import StartForm, StocktakesPage
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools

ENTER, TAB, UP, ESC = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Up, Qt.Key.Key_Escape
F8, F12 = Qt.Key.Key_F8, Qt.Key.Key_F12
CODE_OF_SOAP = "6901234567892"


class Office:
    """The shop with 20 pieces of soap, 10 tubes of toothpaste and 3 bags of rice, and who counts them."""

    def __init__(self, folder: Path) -> None:
        self.shop: Shop = open_shop(folder)
        self.village = self.shop.village
        self.said, self.way, self.answers = Announced(), list[Route](), Answers(reason="数错了")
        fontbook = FontBook(resources_folder() / "fonts")
        desk, clock = VillageDesk(self.village), self.village.clock
        self.tools = Tools(desk, AtOnce(), clock, self.answers, self.said, fontbook, self.way.append)

    def list(self, **params: object) -> StocktakesPage:
        page = PAGES["stocktakes"](self.tools, self.village.key)
        assert isinstance(page, StocktakesPage)
        _show(page)
        page.enter(params)
        return page

    def begun(self) -> int:
        outlet_id = self.shop.outlet_id
        with self.village.write() as tx:
            return start_stocktake(tx, StartStocktake(new_uid(), outlet_id, "刘文书、孙秀兰"))

    def open(self, stocktake: int) -> StocktakePage:
        page = PAGES["stocktake"](self.tools, self.village.key)
        assert isinstance(page, StocktakePage)
        _show(page)
        page.enter({"id": stocktake})
        QApplication.processEvents()
        return page

    def card(self, stocktake: int) -> StocktakeCard:
        with self.village.read() as scope:
            return stocktake_card(scope, stocktake)

    def counted(self, stocktake: int) -> dict[str, int | None]:
        return {row.name: row.counted for row in self.card(stocktake).rows}


def _show(page: StocktakePage | StocktakesPage) -> None:
    page.resize(1200, 640)
    page.show()
    page.activateWindow()
    assert QTest.qWaitForWindowActive(page)
    QApplication.processEvents()  # shortcuts work once the window is active


@pytest.fixture
def office(theme: Theme, tmp_path: Path) -> Iterator[Office]:
    made = Office(tmp_path)
    yield made
    made.village.store.close()


def types(page: StocktakePage, *lines: str) -> None:
    """Type each text into the cell one stands in, and Enter."""
    for line in lines:
        QTest.keyClicks(page.counts.cell, line)
        QTest.keyClick(page.counts.cell, ENTER)


def standing(page: StocktakePage) -> str:
    row = page.counts.standing
    assert row is not None
    return row.name


def shown(page: StocktakePage) -> list[tuple[str, ...]]:
    """The table of 对账 as one reads it."""
    model = page.compare.table.model
    return [
        tuple(str(model.data(model.index(row, column))) for column in (1, 3, 4, 5, 6, 7))
        for row in range(model.rowCount())
    ]


def form_of(page: StocktakesPage, qtbot: QtBot) -> StartForm:
    """The form that is open now and has the keys."""
    form = next(each for each in page.findChildren(StartForm) if each.isVisible())
    qtbot.waitUntil(form.isActiveWindow)
    return form


def press(page: StocktakePage, act: str) -> None:
    QApplication.processEvents()  # the buttons of a face come up
    button = page.act_button(act)
    assert button is not None
    button.click()
    QApplication.processEvents()


def test_a_stocktake_begins_with_where_and_who_and_leads_to_its_list(office: Office, qtbot: QtBot) -> None:
    page = office.list()
    QTest.keyClick(page, Qt.Key.Key_Insert)
    form = form_of(page, qtbot)
    form.panel.submit()
    assert form.panel.problem_of("counters") == "请填盘点人。"
    form.counters.setText("刘文书、孙秀兰")
    QTest.keyClick(form.counters, F8)
    (begun,) = office.way
    assert begun.name == "stocktake"
    page.refresh(frozenset())
    assert page._hint.words == "积分超市的盘点 PD2026-001 还没完，已数 0 种。"
    QTest.keyClick(page._table.view, ENTER)
    assert office.way[-1] == begun
    _show(page)
    QTest.keyClick(page, Qt.Key.Key_Insert)
    again = form_of(page, qtbot)
    assert again.counters.text() == "刘文书、孙秀兰"
    QTest.keyClick(again.counters, F8)
    assert again.panel.problem_of("outlet") == "这里的盘点 PD2026-001 还没完，请先确认或作废它。"


def test_a_due_reminder_opens_the_form_at_once(office: Office, qtbot: QtBot) -> None:
    with office.village.write() as tx:
        save_outlet(tx, new_uid(), "志愿者服务站")
    page = office.list(start=True)
    form = form_of(page, qtbot)
    assert [form.outlet.itemText(place) for place in range(2)] == ["积分超市", "志愿者服务站"]


def test_counting_is_digits_and_enter_and_every_enter_is_written(office: Office) -> None:
    stocktake = office.begun()
    page = office.open(stocktake)
    assert page.focusWidget() is page.counts.cell
    assert standing(page) == "肥皂"
    types(page, "18")
    assert office.counted(stocktake) == {"肥皂": 18, "牙膏": None, "大米": None}
    assert standing(page) == "牙膏"
    types(page, "3*2+5", "3")
    assert office.counted(stocktake) == {"肥皂": 18, "牙膏": 11, "大米": 3}
    assert page.message.words == "每一种都数过了，按 F8 对账。"
    assert page._progress.text() == "数了 3 / 3 种"
    QTest.keyClick(page.counts.cell, UP)
    types(page, "10")
    assert office.counted(stocktake)["牙膏"] == 10


def test_no_book_stock_is_to_be_seen_while_one_counts(office: Office) -> None:
    page = office.open(office.begun())
    types(page, "18")
    table = page.counts.model()
    cells = {
        str(table.data(table.index(row, column)))
        for row in range(table.rowCount())
        for column in range(table.columnCount())
    }
    assert "18" in cells
    assert not {"20", "10", "3"} & cells


def test_enter_without_a_number_goes_on_and_what_cannot_be_read_stays_to_be_mended(office: Office) -> None:
    stocktake = office.begun()
    page = office.open(stocktake)
    QTest.keyClick(page.counts.cell, ENTER)
    assert standing(page) == "牙膏"
    types(page, "1a")
    assert "1a" in page.message.words
    assert (standing(page), page.counts.cell.text()) == ("牙膏", "1a")
    assert not page.leave()  # nothing is lost: the page says what is wrong
    QTest.keyClick(page.counts.cell, ESC)
    assert page.counts.cell.text() == ""
    assert page.leave()
    assert office.counted(stocktake) == {"肥皂": None, "牙膏": None, "大米": None}


def test_what_was_typed_without_enter_is_written_when_one_goes_elsewhere(office: Office) -> None:
    stocktake = office.begun()
    page = office.open(stocktake)
    QTest.keyClicks(page.counts.cell, "18")
    row = page.counts.visualRect(page.counts.model().index(2, 0))
    QTest.mouseClick(page.counts.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert (standing(page), office.counted(stocktake)["肥皂"]) == ("大米", 18)
    QTest.keyClicks(page.counts.cell, "4")
    assert page.leave()
    assert office.counted(stocktake)["大米"] == 4
    QTest.keyClick(page.counts.cell, TAB)
    assert standing(page) == "大米"  # the last row
    QTest.mouseClick(page.counts.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 500))
    assert standing(page) == "大米"


def test_behind_the_last_row_comes_what_nobody_counted(office: Office) -> None:
    page = office.open(office.begun())
    QTest.keyClick(page.counts.cell, Qt.Key.Key_PageDown)
    assert standing(page) == "大米"
    types(page, "3")
    assert standing(page) == "肥皂"


def test_a_scanned_barcode_leads_to_its_row_from_anywhere(office: Office) -> None:
    soap = office.shop.ids["肥皂"]
    with office.village.write() as tx:
        save_goods(tx, SaveGoods(new_uid(), "", "肥皂", barcode=CODE_OF_SOAP, goods_id=soap))
    stocktake = office.begun()
    page = office.open(stocktake)
    QTest.keyClick(page.counts.cell, Qt.Key.Key_PageDown)
    types(page, CODE_OF_SOAP)
    assert standing(page) == "肥皂"
    assert page.counts.cell.text() == ""
    types(page, "19")
    types(page, "6900000000000")
    assert page.message.words == "没有“6900000000000”这样物品，请核对编号或条码。"
    assert office.counted(stocktake) == {"肥皂": 19, "牙膏": None, "大米": None}
    types(page, CODE_OF_SOAP)  # the next scan writes over the wrong one
    assert standing(page) == "肥皂"


@pytest.mark.parametrize(("typed", "found"), [("dm", "大米"), ("002", "牙膏"), ("米", "大米")])
def test_the_line_above_jumps_by_code_name_or_initials(office: Office, typed: str, found: str) -> None:
    page = office.open(office.begun())
    page.find_line.setFocus()
    page.find_line.setText(typed)
    QTest.keyClick(page.find_line, ENTER)
    assert (standing(page), page.focusWidget()) == (found, page.counts.cell)
    assert page.find_line.text() == ""


def test_what_the_line_above_does_not_find_is_said(office: Office) -> None:
    page = office.open(office.begun())
    page.find_line.setFocus()
    QTest.keyClicks(page.find_line, "xyj")
    QTest.keyClick(page.find_line, ENTER)
    assert page.message.words == "这里没有“xyj”，请核对编号或条码。"


def test_differences_get_their_reasons_by_digits_and_another_clerk_confirms(office: Office) -> None:
    decided(office.village, single_clerk=False)
    stocktake = office.begun()
    page = office.open(stocktake)
    types(page, "18", "11")
    QTest.keyClick(page, F8)
    assert page.face is Face.COMPARE
    assert shown(page) == [
        ("肥皂", "20", "18", "－2", "－10", "⚠ 请选原因"),
        ("牙膏", "10", "11", "＋1", "＋10", "⚠ 请选原因"),
    ]
    assert page.compare._about.text() == "“肥皂”少了 2 件，是什么原因？按数字选，或写别的。"
    QTest.keyClick(page, F8)
    assert page.message.words == "还有 2 种差异没有原因或要重数，先办好再确认。"
    QTest.keyClick(page.compare.table.view, Qt.Key.Key_1)
    assert page.compare._about.text().startswith("“牙膏”多了 1 件")  # on to the next one
    QTest.keyClick(page.compare.table.view, ENTER)
    assert page.focusWidget() is page.compare.other
    page.compare.other.setText("上次少算一盒")
    QTest.keyClick(page.compare.other, ENTER)
    assert [row[-1] for row in shown(page)] == ["丢失", "上次少算一盒"]
    assert page.compare.table._totals.text() == ("盘了 2 种，没有盘 1 种；多出 1 件，少了 2 件，折合 0 分")
    QTest.keyClick(page, F8)
    assert page.face is Face.CONFIRM
    assert "肥皂 －2、牙膏 ＋1" in page.confirm._sums.text()
    assert page.confirm._left.text() == "没有盘的 1 种，库存不变：大米。"
    assert page.confirm._who.text() == "您数过这次盘点，要换一个人登录来确认。"
    assert not page.confirm.paper_ref.isVisibleTo(page)
    office.village.actor = worker(office.village, "周监督", Role.SUPERVISOR)
    supervisor = office.open(stocktake)
    supervisor.allow(lambda act: act.startswith(("stocktake.confirm", "face")))
    supervisor.enter({"id": stocktake, "face": "confirm"})
    supervisor.confirm.witness.setText("周监督")
    QTest.keyClick(supervisor, F8)
    assert office.said.said == ["盘点已确认，库存已按实盘改。"]
    assert office.card(stocktake).row.state is StocktakeState.CONFIRMED
    assert office.shop.goods("肥皂").stock == 18


def test_who_may_not_count_begins_with_the_comparison(office: Office) -> None:
    stocktake = office.begun()
    with office.village.write() as tx:
        count_goods(tx, stocktake, [Count(office.shop.ids["肥皂"], 18)])
    page = PAGES["stocktake"](office.tools, office.village.key)
    assert isinstance(page, StocktakePage)
    page.allow(lambda act: not act.startswith("stocktake.count"))
    _show(page)
    page.enter({"id": stocktake})
    assert page.face is Face.COMPARE


def test_a_clerk_alone_writes_the_number_of_the_signed_sheet(office: Office) -> None:
    stocktake = office.begun()
    page = office.open(stocktake)
    types(page, "18", "10", "3")
    QTest.keyClick(page, F8)
    QTest.keyClick(page.compare.table.view, Qt.Key.Key_1)
    QTest.keyClick(page, F8)
    form = page.confirm
    assert form.paper_ref.isVisibleTo(page)
    QTest.keyClick(page, F8)
    assert form.panel.problem_of("witness") == "请填监盘人。"
    form.witness.setText("孙秀兰")
    QTest.keyClick(page, F8)
    assert form.panel.problem_of("witness") == "孙秀兰自己数了，不能又当监盘人，请换没数的人。"
    form.witness.setText("赵卫东")
    QTest.keyClick(form.witness, ENTER)
    assert page.focusWidget() is form.paper_ref
    QTest.keyClick(form.paper_ref, ENTER)
    assert form.panel.problem_of("paper_ref") == "盘点的人不能自己确认，请换人，或填签字单编号。"
    QTest.keyClicks(form.paper_ref, "2026-9")
    QTest.keyClick(form.paper_ref, ENTER)
    assert page.face is Face.COMPARE
    assert "监盘人 赵卫东" in page._facts.text()
    assert "签字盘点表 2026-9" in page._facts.text()
    assert not page.compare._reasons.isVisibleTo(page)


def test_a_confirmed_one_is_taken_back_with_a_reason(office: Office) -> None:
    stocktake = office.begun()
    page = office.open(stocktake)
    types(page, "18")
    page._turn_to(Face.COMPARE)
    QTest.keyClick(page.compare.table.view, Qt.Key.Key_2)
    QTest.keyClick(page, F8)
    page.confirm.witness.setText("赵卫东")
    page.confirm.paper_ref.setText("2026-9")
    QTest.keyClick(page, F8)
    assert office.shop.goods("肥皂").stock == 18
    office.answers.reason = None
    press(page, "stocktake.reverse")
    assert office.card(stocktake).row.state is StocktakeState.CONFIRMED
    office.answers.reason = "里屋没数"
    press(page, "stocktake.reverse")
    assert office.shop.goods("肥皂").stock == 20
    assert page._facts.text().startswith("↶ 已收回")
    assert page._facts.text().endswith("原因：里屋没数")
    assert page.act_button("stocktake.reverse") is None


def test_a_count_is_dropped_with_a_reason(office: Office) -> None:
    stocktake = office.begun()
    page = office.open(stocktake)
    types(page, "18")
    press(page, "stocktake.drop")
    assert office.card(stocktake).row.state is StocktakeState.DROPPED
    assert office.shop.goods("肥皂").stock == 20
    assert page.face is Face.COMPARE
    assert not page._buttons[Face.COUNT].isVisibleTo(page)


def test_a_book_corrected_meanwhile_leads_back_to_counting(office: Office) -> None:
    receipt = office.shop.stocked("肥皂", 10)
    stocktake = office.begun()
    page = office.open(stocktake)
    types(page, "20")
    with office.village.write() as tx:
        take_paper_back(tx, receipt, "记重了")
    page._turn_to(Face.COMPARE)
    assert shown(page)[0][-1] == "⚠ 账改过，请重数"
    QTest.keyClick(page, F8)
    assert page.face is Face.COMPARE
    press(page, "stocktake.recount")
    assert (page.face, standing(page), page.counts.cell.text()) == (Face.COUNT, "肥皂", "")
    types(page, "20")
    page._turn_to(Face.COMPARE)
    assert shown(page) == []
    assert office.card(stocktake).outdated == ()


def test_everything_that_was_written_down_can_be_looked_up(office: Office) -> None:
    stocktake = office.begun()
    page = office.open(stocktake)
    types(page, "80")
    QTest.keyClick(page.counts.cell, UP)
    types(page, "18")
    page._turn_to(Face.HISTORY)
    assert [(row.name, row.quantity, row.recorded_by) for row in page.history.model.rows()] == [
        ("肥皂", 18, "刘文书"),
        ("肥皂", 80, "刘文书"),
    ]


def test_counting_goes_on_where_it_stopped(office: Office) -> None:
    stocktake = office.begun()
    types(office.open(stocktake), "18")
    assert standing(office.open(stocktake)) == "牙膏"


def test_a_refused_count_is_told_and_shown_as_it_was(office: Office) -> None:
    stocktake = office.begun()
    page = office.open(stocktake)
    types(page, "18")
    QTest.keyClick(page.counts.cell, UP)
    types(page, "1000001")
    assert page.message.words == "“肥皂”的实盘数要在 0 到 1000000 之间，请核对。"
    assert page.counts.rows[0].counted == 18


def test_what_others_do_meanwhile_does_not_disturb_what_is_being_typed(office: Office) -> None:
    stocktake = office.begun()
    page = office.open(stocktake)
    QTest.keyClicks(page.counts.cell, "1")
    office.shop.redeemed("王建国", ("肥皂", 1))
    page.refresh(frozenset())
    QTest.keyClicks(page.counts.cell, "9")
    QTest.keyClick(page.counts.cell, ENTER)
    (soap, *_) = office.card(stocktake).rows
    assert (soap.counted, soap.difference) == (19, 0)


def test_paper_and_workbook_of_what_is_shown(office: Office, tmp_path: Path) -> None:
    stocktake = office.begun()
    page = office.open(stocktake)
    QTest.keyClick(page, F12)
    assert office.way == [Route("stocktake_paper", {"id": stocktake, "blind": True})]
    paper = PAGES["stocktake_paper"](office.tools, office.village.key)
    assert isinstance(paper, StocktakePaperPage)
    paper.enter(office.way[0].params)
    assert (paper.title, paper.preview.page_count) == ("清泉村积分超市盘点表（盲盘用） PD2026-001", 1)
    types(page, "18")
    page._turn_to(Face.COMPARE)
    office.answers.file = tmp_path / "结果.xlsx"
    press(page, "stocktake.excel")
    assert office.said.files == [tmp_path / "结果.xlsx"]
    table = openpyxl.load_workbook(office.said.files[0]).worksheets[0]
    assert table["A1"].value == "清泉村积分超市盘点表"


def test_an_unknown_stocktake_is_told(office: Office) -> None:
    page = office.open(99)
    assert page.message.words == "没有“99”这次盘点，请核对编号或先开始盘点。"


@pytest.mark.parametrize("size", [12, 14, 18])
def test_nothing_is_cut_off_in_any_size_of_type(office: Office, theme: Theme, size: int) -> None:
    theme.set_size(size)
    page = office.open(office.begun())
    page.resize(1140, 560)
    types(page, "18")
    QApplication.processEvents()
    assert page.minimumSizeHint().width() <= 1140
    cell, row = page.counts.cell, page.counts.visualRect(page.counts.model().index(1, 5))
    assert cell.geometry() == row
    assert page.counts.viewport().rect().contains(row)


@pytest.mark.parametrize(("typed", "pieces"), [("0", 0), ("12+5", 17), ("3*24+7", 79), ("２×１２", 24)])
def test_pieces_are_added_up_as_they_are_counted(typed: str, pieces: int) -> None:
    assert read_pieces(typed) == pieces


def test_the_list_tells_what_each_came_to(office: Office) -> None:
    stocktake = office.begun()
    page = office.open(stocktake)
    types(page, "18")
    page._turn_to(Face.COMPARE)
    QTest.keyClick(page.compare.table.view, Qt.Key.Key_1)
    QTest.keyClick(page, F8)
    page.confirm.witness.setText("赵卫东")
    page.confirm.paper_ref.setText("2026-9")
    QTest.keyClick(page, F8)
    listed = office.list()
    model = listed._table.model
    assert [str(model.data(model.index(0, column))) for column in range(8)] == [
        "PD2026-001", "积分超市", "2026.6.1", "刘文书、孙秀兰", "✓ 已确认", "1", "1", "赵卫东",
    ]  # fmt: skip
    assert listed._table._totals.text() == "共 1 次盘点，上一次确认是 2026.6.1"
    with office.village.read() as scope:
        assert len(stocktakes(scope)) == 1
