"""兑换汇总 as the clerk sees it: periods, tables, paper, workbook, the notice of the same period."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtWidgets import QPushButton

from builders.pages import Announced, Answers, AtOnce, VillageDesk
from builders.shop import Shop, open_shop
from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.page import texts
from passbook_desk.features.redemption.goods.commands import save_outlet
from passbook_desk.features.village.commands import change_policy
from passbook_desk.features.village.queries import policy
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.places import resources_folder
from passbook_desk.kernel.points import Money
from passbook_desk.ui.kit.theme import Theme
from passbook_desk.ui.pages.redemption.report_page import RedemptionReportPage
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools


class Office:
    """Two households redeemed in June; today is July 3."""

    def __init__(self, folder: Path) -> None:
        self.shop: Shop = open_shop(folder, points=90)
        self.shop.redeemed("王建国", ("肥皂", 2), ("牙膏", 1))
        self.shop.redeemed("李秀英", ("理发", 1))
        self.shop.village.on(date(2026, 7, 3))
        self.said, self.answers, self.way = Announced(), Answers(), list[Route]()
        self.page = RedemptionReportPage(
            Tools(
                VillageDesk(self.shop.village),
                AtOnce(),
                self.shop.village.clock,
                self.answers,
                self.said,
                FontBook(resources_folder() / "fonts"),
                self.way.append,
            )
        )

    def press(self, name: str) -> None:
        button = self.page.findChild(QPushButton, name) or self.page.act_button(name)
        assert button is not None
        button.click()

    def figure(self, title: str) -> str:
        return next(row.value for row in self.page.whole.model.rows() if row.title == title)


@pytest.fixture
def office(theme: Theme, tmp_path: Path) -> Iterator[Office]:
    made = Office(tmp_path)
    yield made
    made.shop.village.store.close()


def test_the_running_quarter_is_empty_and_the_one_before_has_its_figures(office: Office) -> None:
    office.page.enter({})
    assert (office.figure("兑换积分"), office.page.hint.words) == ("0", "这一期还没有过完，数还会变。")
    office.press("period.back")
    assert [office.figure(each) for each in ("兑换了的户", "兑换物品和服务", "兑换积分")] == ["2", "4", "40"]
    assert office.page.hint.words == ""


def test_goods_and_grids_stand_in_tables_of_their_own(office: Office) -> None:
    office.page.enter({"period": "2026-06"})
    assert [(row.name, row.redeemed.pieces) for row in office.page.goods.model.rows()] == [
        ("肥皂", 2),
        ("牙膏", 1),
        ("理发", 1),
    ]
    assert [(row.name, row.served) for row in office.page.groups.model.rows()] == [
        ("第一网格", 2),
        ("第二网格", 0),
    ]
    office.press("report.groups")
    assert office.page._tables.currentWidget() is office.page.groups


def test_places_are_compared_where_there_are_several(office: Office) -> None:
    office.page.enter({"period": "2026Q2"})
    assert office.page._chip_of[office.page.outlets].isHidden()
    with office.shop.village.write() as tx:
        save_outlet(tx, new_uid(), "志愿者服务站")
    office.page.refresh(frozenset({Topic.GOODS}))
    assert not office.page._chip_of[office.page.outlets].isHidden()
    assert [row.redeemed.slips for row in office.page.outlets.model.rows()] == [2, 0]


def test_a_budget_that_is_set_shows_what_is_left(office: Office) -> None:
    office.page.enter({})
    assert office.figure("预算余额") == "—"
    with office.shop.village.write() as tx:
        change_policy(tx, replace(policy(tx), shop_budget=Money(100_00)))
    office.page.refresh(frozenset({Topic.VILLAGE}))
    assert [office.figure(each) for each in ("全年预算", "全年已购入", "预算余额")] == ["100", "130", "-30"]


def test_paper_and_workbook_hold_what_the_screen_shows(office: Office, tmp_path: Path) -> None:
    office.page.enter({"period": "2026Q2"})
    office.press("slips.paper")
    assert office.way == [Route("redemption_report", {"period": "2026Q2", "paper": True})]
    office.page.enter(office.way[-1].params)
    said = [text for page in office.page.preview._pages for text in texts(page)]
    assert {"清泉村2026年二季度兑换情况汇总", "40"} <= set(said)
    office.page.enter({})
    office.answers.file = tmp_path / "汇总.xlsx"
    office.press("slips.excel")
    assert office.said.said == ["已存为 汇总.xlsx。"]
    rows = {row[0]: row[1] for row in openpyxl.load_workbook(office.answers.file)["本期兑换"].values}
    assert rows["兑换积分"] == 40


def test_the_notice_of_the_same_period_is_one_step_away(office: Office) -> None:
    office.page.enter({"period": "2026-06"})
    office.press("notices.make")
    assert office.way == [Route("notice_wizard", {"kind": "redemption", "about": "2026-06"})]


def test_a_period_that_cannot_be_shown_is_said(office: Office) -> None:
    office.page.enter({"period": "2026-01..2026-06"})
    assert "2026-01..2026-06" in office.page.message.words
