"""An exchange day in the window: opened, tickets by scan and Enter, who is next, settled, on paper."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from builders.deeds import decided
from builders.guards import tampered
from builders.pages import Announced, Answers, AtOnce, VillageDesk
from builders.shop import Shop, open_shop
from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.page import texts
from passbook_desk.features.redemption.counter.undoing import undo_slip
from passbook_desk.features.redemption.counter.values import UndoSlip
from passbook_desk.features.redemption.exchange.commands import (
    give_ticket,
    open_exchange_day,
    settle_exchange_day,
)
from passbook_desk.features.redemption.exchange.queries import exchange_days
from passbook_desk.features.redemption.exchange.values import (
    GiveTicket,
    OpenExchangeDay,
    SettleExchangeDay,
)
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.ids import new_uid
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.theme import Theme
from passbook_desk.ui.pages.redemption.exchange_day_page import ExchangeDayPage, Face
from passbook_desk.ui.pages.redemption.exchange_days_page import ExchangeDaysPage
from passbook_desk.ui.pages.redemption.exchange_paper_page import ExchangePaperPage
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools
from ui.surroundings import types

JUNE_1, JUNE_2 = date(2026, 6, 1), date(2026, 6, 2)
F8 = Qt.Key.Key_F8


class Hall:
    """Three households with 40 points each; soap costs 5. `way` is where the pages wanted to go."""

    def __init__(self, folder: Path, fontbook: FontBook) -> None:
        self.shop: Shop = open_shop(folder)
        self.said, self.answers, self.way = Announced(), Answers(), list[Route]()
        self.fontbook = fontbook
        self.pages: list[PageFrame] = []

    def tools(self) -> Tools:
        village = self.shop.village
        return Tools(
            VillageDesk(village), AtOnce(), village.clock, self.answers, self.said, self.fontbook,
            self.way.append,
        )  # fmt: skip

    def shown(self, page: PageFrame, **params: object) -> None:
        page.resize(1200, 640)
        page.show()
        page.activateWindow()
        page.enter(params)
        QApplication.processEvents()
        self.pages.append(page)

    def days(self) -> ExchangeDaysPage:
        page = ExchangeDaysPage(self.tools())
        self.shown(page)
        return page

    def day(self, face: Face = Face.LIST) -> ExchangeDayPage:
        page = ExchangeDayPage(self.tools())
        self.shown(page, id=1, face=face.value)
        return page

    def paper(self, kind: str) -> list[str]:
        page = ExchangePaperPage(self.tools())
        self.shown(page, id=1, kind=kind)
        return [text for sheet in page.preview._pages for text in texts(sheet)]

    def opened(self, held_on: date = JUNE_1, until_on: date = JUNE_2) -> None:
        outlet_id = self.shop.outlet_id
        with self.shop.village.write() as tx:
            open_exchange_day(tx, OpenExchangeDay(new_uid(), "年度兑换", outlet_id, held_on, until_on))

    def ticket(self, name: str) -> None:
        account = self.shop.account(name)
        with self.shop.village.write() as tx:
            give_ticket(tx, GiveTicket(new_uid(), 1, account.id))

    def press(self, page: PageFrame, act: str) -> None:
        QApplication.processEvents()
        button = page.act_button(act)
        assert button is not None, [each.id for each in page.actions_shown]
        assert button.isEnabled()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def hall(theme: Theme, tmp_path: Path, fontbook: FontBook) -> Iterator[Hall]:
    made = Hall(tmp_path, fontbook)
    yield made
    for page in made.pages:
        page.close()
        page.deleteLater()
    made.shop.village.store.close()


def names(page: ExchangeDayPage) -> list[str]:
    return [row.account.owner_name for row in page.list.table.model.rows()]


def test_a_day_is_opened_by_its_form_and_shown_at_once(hall: Hall) -> None:
    page = hall.days()
    assert "还没有开过兑换日" in page.table._empty._sentence.text()
    QTest.keyClick(page, Qt.Key.Key_Insert)
    form = page.form
    assert form is not None
    QApplication.processEvents()  # the form comes up
    assert form.name.text() == "2026年度兑换"
    form.held_on.set_day(date(2026, 6, 10))
    assert form.until_on.day() == date(2026, 6, 10)
    form.until_on.set_day(date(2026, 6, 9))
    QTest.keyClick(form.name, F8)
    assert form.panel.problem_of("until_on") == "结束日要在开始日之后一个月内，请改日期。"
    form.until_on.set_day(date(2026, 6, 12))
    QTest.keyClick(form.name, F8)
    assert hall.said.said == ["“2026年度兑换”已开。"]
    assert hall.way == [Route("exchange_day", {"id": 1})]
    page.refresh(frozenset({Topic.GOODS}))
    (row,) = page.table.model.rows()
    assert (row.number, row.held_on, row.until_on) == ("DH2026-01", date(2026, 6, 10), date(2026, 6, 12))


def test_a_scanned_book_gets_its_ticket_and_scanned_again_hears_the_same(hall: Hall) -> None:
    hall.opened()
    page, number = hall.day(), hall.shop.account("欧阳明").number
    line = page.list.table.find_line
    for heard in ("欧阳明　1 号", "欧阳明已有 1 号"):
        types(line, number)
        QTest.keyClick(line, Qt.Key.Key_Return)
        assert page.message.words == heard
        assert line.text() == ""
    line._tell()  # the pause after the last key is over
    assert [row.ticket for row in page.list.table.model.rows()] == [None, None, 1]
    assert "已发号 1 个" in page.list.table._totals.text()


def test_a_household_found_by_initials_gets_its_ticket_by_enter(hall: Hall) -> None:
    hall.opened()
    page = hall.day()
    line = page.list.table.find_line
    types(line, "wjg")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert names(page) == ["王建国"]
    QTest.keyClick(page.list.table.view, Qt.Key.Key_Return)
    assert page.message.words == "王建国　1 号"


def test_the_list_is_chosen_by_grid_and_says_who_may_not(hall: Hall) -> None:
    decided(hall.shop.village, members_redeem=False)
    hall.opened()
    page = hall.day()
    assert names(page) == ["王建国", "李秀英", "欧阳明"]
    page.list.grid.setCurrentIndex(page.list.grid.findData("02"))
    page.list.grid.activated.emit(page.list.grid.currentIndex())
    assert names(page) == ["欧阳明"]
    page.list.grid.setCurrentIndex(0)
    page.list.grid.activated.emit(0)
    page.list.table.press_chip("not")
    assert names(page) == ["李秀英"]
    model = page.list.table.model
    assert model.index(0, len(model.columns) - 1).data() == "红折不兑"
    line = page.list.table.find_line
    page.list.table.view.selectRow(0)
    hall.press(page, "exchange.ticket")
    assert page.message.words == "本村红色存折不兑换物品，请用家里的绿色存折。"
    assert line.text() == ""


def test_before_its_day_no_ticket_is_offered_and_nothing_is_settled(hall: Hall) -> None:
    hall.opened(JUNE_2, JUNE_2)
    page = hall.day()
    assert "exchange.ticket" not in [act.id for act in page.actions_shown]
    hall.shown(page, id=1, face="settle")
    assert "exchange.settle" not in [act.id for act in page.actions_shown]
    assert "还没有到日子" in page.settlement.open_ends.text()


def test_who_is_next_stands_in_large_type_and_goes_to_the_counter(hall: Hall) -> None:
    hall.opened()
    for name in ("欧阳明", "王建国"):
        hall.ticket(name)
    page = hall.day(Face.QUEUE)
    assert (page.queue.number.text(), page.queue.name.text()) == ("1 号", "欧阳明")
    assert page.queue.about.text() == "第二网格　02001　门牌 1\n可兑 40 分"
    QTest.keyClick(page, F8)
    assert hall.way == [Route("counter", {"account": hall.shop.account("欧阳明").id})]
    hall.shop.redeemed("欧阳明", ("肥皂", 1))
    page.refresh(frozenset({Topic.GOODS}))
    assert page.queue.name.text() == "王建国"
    assert page.queue.left.text() == "等候 1 户，已兑 1 户"
    QTest.keyClick(page.queue.table.view, Qt.Key.Key_Return)
    assert hall.way[-1] == Route("counter", {"account": hall.shop.account("王建国").id})


def test_who_does_not_come_is_passed_over_and_called_again_at_the_end(hall: Hall) -> None:
    hall.opened()
    for name in ("欧阳明", "王建国", "李秀英"):
        hall.ticket(name)
    page = hall.day(Face.QUEUE)
    called = []
    for _ in range(5):
        called.append(page.queue.name.text())
        hall.press(page, "exchange.pass")
    assert called == ["欧阳明", "王建国", "李秀英", "欧阳明", "王建国"]
    model = page.queue.table.model
    turns = [model.index(row, len(model.columns) - 1).data() for row in range(3)]
    assert turns == ["过号", "过号", "等候"]


def test_an_empty_queue_calls_nobody(hall: Hall) -> None:
    hall.opened()
    page = hall.day(Face.QUEUE)
    assert page.queue.number.text() == "没有人等"
    assert [act.id for act in page.actions_shown] == ["exchange.paper.tickets"]


def test_the_stock_is_that_of_the_moment(hall: Hall) -> None:
    hall.opened()
    page = hall.day(Face.STOCK)
    hall.shop.redeemed("欧阳明", ("肥皂", 3))
    page.refresh(frozenset({Topic.GOODS}))
    soap = next(row for row in page.stock.table.model.rows() if row.name == "肥皂")
    assert (soap.given, soap.left) == (3, 17)
    assert page.stock.table._totals.text() == "积分超市：兑出 3 件（次），15 分；缺货 0 种。"


def test_a_day_is_settled_after_a_question_and_leads_on_to_carrying_over(hall: Hall) -> None:
    hall.opened()
    hall.ticket("王建国")
    slip = hall.shop.redeemed("欧阳明", ("肥皂", 3), ("理发", 1))
    page = hall.day(Face.SETTLE)
    assert page.settlement.tie.text().splitlines() == [
        "兑换单：1 张，35 分，4 件（次）",
        "账本：兑换扣了 35 分",
        "物品：件数乘分值是 35 分",
        "库存：出库 3 件，另有服务 1 次",
    ]
    assert "还有 1 户拿了号没有兑。" in page.settlement.open_ends.text()
    hall.answers.agree = False
    hall.press(page, "exchange.settle")
    assert hall.said.said == []
    hall.answers.agree = True
    page.settlement.words.setText("两天办完")
    QTest.keyClick(page, F8)
    assert hall.answers.asked[-1] == "结算“年度兑换”？1 张兑换单，35 分，4 件（次）。"
    assert hall.said.said == ["已结算。把结算单打出来签字。"]
    assert "说明：两天办完" in page.settlement.settled.text()
    assert "exchange.settle" not in [act.id for act in page.actions_shown]
    with hall.shop.village.write() as tx:
        undo_slip(tx, UndoSlip(new_uid(), slip.id, "拿错了"))
    page.refresh(frozenset({Topic.LEDGER}))
    assert slip.number in page.settlement.later.text()
    assert "1 张兑换单，35 分" in page.settlement.settled.text()
    carry = page.findChild(QPushButton, "closing.carry")
    assert carry is not None
    carry.click()
    assert hall.way[-1] == Route("closing")


def test_what_does_not_tie_cannot_be_settled_and_leads_to_the_check(hall: Hall) -> None:
    hall.opened()
    hall.shop.redeemed("欧阳明", ("肥皂", 3))
    hall.shop.village = tampered(
        hall.shop.village,
        lambda con: con.execute("UPDATE stock_move SET quantity = -1 WHERE kind = 'redeemed'"),
    )
    page = hall.day(Face.SETTLE)
    assert "对不上，不能结算" in page.settlement.agrees.text()
    assert "exchange.settle" not in [act.id for act in page.actions_shown]
    check = page.findChild(QPushButton, "backup.check")
    assert check is not None
    check.click()
    assert hall.way[-1].name == "settings"


def test_every_paper_can_be_seen_before_it_is_printed(hall: Hall) -> None:
    hall.opened()
    assert "清泉村年度兑换可兑换名单" in hall.paper("list")
    assert hall.paper("slips").count("清泉村积分兑换单") == 3
    assert {"1", "10"} <= set(hall.paper("tickets"))
    hall.ticket("王建国")
    assert "王建国　01001" in hall.paper("tickets")
    assert "清泉村年度兑换结算单（未结算）" in hall.paper("settlement")
    with hall.shop.village.write() as tx:
        settle_exchange_day(tx, SettleExchangeDay(new_uid(), 1))
    assert "清泉村年度兑换结算单" in hall.paper("settlement")
    page = hall.day(Face.SETTLE)
    QTest.keyClick(page, Qt.Key.Key_F12)
    assert hall.way[-1] == Route("exchange_paper", {"id": 1, "kind": "settlement"})


def test_nobody_to_make_slips_for_is_said(hall: Hall) -> None:
    decided(hall.shop.village, suspension_line=hall.shop.goods("大米").points)
    hall.opened()
    page = ExchangePaperPage(hall.tools())
    hall.shown(page, id=1, kind="slips")
    assert page.preview.page_count == 0
    assert "没有要打的" in page.message.words


def test_list_and_settlement_go_into_a_workbook(hall: Hall, tmp_path: Path) -> None:
    hall.opened()
    page = hall.day()
    hall.answers.file = tmp_path / "年度兑换.xlsx"
    hall.press(page, "exchange.excel")
    assert hall.said.said == ["已存为 年度兑换.xlsx。"]
    assert openpyxl.load_workbook(hall.answers.file).sheetnames == ["可兑换名单", "结算"]


def test_a_list_of_days_names_where_each_has_come(hall: Hall) -> None:
    hall.opened()
    hall.shop.redeemed("欧阳明", ("肥皂", 3))
    page = hall.days()
    model = page.table.model
    told = [model.index(0, column).data() for column in range(len(model.columns))]
    assert told == ["DH2026-01", "年度兑换", "2026.6.1–6.2", "积分超市", "正在办", "0", "1", "15", "3"]
    QTest.keyClick(page.table.view, Qt.Key.Key_Return)
    assert hall.way == [Route("exchange_day", {"id": 1})]
    with hall.shop.village.read() as scope:
        assert len(exchange_days(scope)) == 1
