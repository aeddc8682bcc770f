"""兑换登记 and 兑换单 as the clerk sees them: find, print, take back."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtWidgets import QPushButton

from builders.pages import Announced, Answers, AtOnce, VillageDesk
from builders.shop import Shop, open_shop
from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.page import texts
from passbook_desk.features.ledger.queries import balances
from passbook_desk.features.redemption.counter.queries import slip_by_id
from passbook_desk.features.redemption.counter.values import SlipRow
from passbook_desk.features.redemption.goods.commands import save_outlet
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.places import resources_folder
from passbook_desk.kernel.points import Points
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.preview import PreviewPanel
from passbook_desk.ui.kit.theme import Theme
from passbook_desk.ui.pages.households.household_page import HouseholdPage
from passbook_desk.ui.pages.redemption.slip_page import SlipPage
from passbook_desk.ui.pages.redemption.slip_undo_form import SlipUndoForm
from passbook_desk.ui.pages.redemption.slips_page import SlipsPage
from passbook_desk.ui.shell.permits import allowed, needed
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools
from ui.surroundings import types


class Office:
    """王建国 came on June 1, 李秀英 had somebody collect on June 3; `way` is where a page wanted to go."""

    def __init__(self, folder: Path) -> None:
        self.shop: Shop = open_shop(folder, points=90)
        self.first = self.shop.redeemed("王建国", ("肥皂", 2), ("牙膏", 1))
        self.shop.village.on(date(2026, 6, 3))
        self.second = self.shop.redeemed("李秀英", ("理发", 1), collector="赵小兵")
        self.said, self.answers, self.way = Announced(), Answers(), list[Route]()
        self.tools = Tools(
            VillageDesk(self.shop.village),
            AtOnce(),
            self.shop.village.clock,
            self.answers,
            self.said,
            FontBook(resources_folder() / "fonts"),
            self.way.append,
        )
        self.slips, self.slip = SlipsPage(self.tools), SlipPage(self.tools)

    @property
    def numbers(self) -> list[str]:
        """The slips in the table."""
        return [row.number for row in self.slips.table.model.rows()]

    @property
    def sums(self) -> str:
        """The line below the table."""
        return self.slips.table._totals.text()

    @property
    def form(self) -> SlipUndoForm:
        """The form over the slip."""
        assert self.slip._form is not None
        return self.slip._form

    def open(self, slip: SlipRow, **params: object) -> None:
        self.slip.enter({"id": slip.id, **params})

    def press(self, page: PageFrame, name: str) -> None:
        button = page.findChild(QPushButton, name)
        assert button is not None
        button.click()

    def act(self, page: PageFrame, name: str) -> None:
        button = page.act_button(name)
        assert button is not None
        button.click()

    def read(self, slip: SlipRow) -> SlipRow:
        with self.shop.village.read() as scope:
            return slip_by_id(scope, slip.id)

    def spendable(self, name: str) -> Points:
        account = self.shop.account(name)
        with self.shop.village.read() as scope:
            return balances(scope, accounts_chosen=(account,))[0].spendable


@pytest.fixture
def office(theme: Theme, tmp_path: Path) -> Iterator[Office]:
    made = Office(tmp_path)
    yield made
    made.shop.village.store.close()


def said_on(preview: PreviewPanel) -> str:
    return "\n".join(text for page in preview._pages for text in texts(page))


def test_the_month_lies_there_newest_first_with_its_sums(office: Office) -> None:
    office.slips.enter({})
    assert office.numbers == ["2026-0002", "2026-0001"]
    assert office.sums == "兑换单 2 张，4 件，40 分"


def test_a_day_a_quarter_a_year_and_days_of_one_s_own_can_be_chosen(office: Office) -> None:
    office.slips.enter({})
    office.press(office.slips, "days.day")
    assert office.numbers == ["2026-0002"]
    office.press(office.slips, "days.back")
    assert office.numbers == []
    office.press(office.slips, "days.back")
    assert office.numbers == ["2026-0001"]
    office.press(office.slips, "days.year")
    assert office.numbers == ["2026-0002", "2026-0001"]
    office.press(office.slips, "days.span")
    office.slips.days.first.set_day(date(2026, 6, 2))
    assert office.numbers == ["2026-0002"]
    office.slips.days.first.edit.clear()
    types(office.slips.days.first.edit, "六月")
    assert office.slips.message.words == ""
    office.act(office.slips, "slips.excel")
    assert "六月" in office.slips.message.words


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("王建", ["2026-0001"]),
        ("lxy", ["2026-0002"]),
        ("0002", ["2026-0002"]),
        ("01001", ["2026-0001"]),
        ("赵小", ["2026-0002"]),
        ("牙膏", ["2026-0001"]),
        ("张三", []),
    ],
)
def test_a_slip_is_found_by_number_name_code_or_goods(office: Office, typed: str, found: list[str]) -> None:
    office.slips.enter({"find": typed})
    assert office.numbers == found


def test_several_places_can_be_told_apart(office: Office) -> None:
    office.slips.enter({})
    assert office.slips.outlets.isHidden()
    with office.shop.village.write() as tx:
        save_outlet(tx, new_uid(), "志愿者服务站")
    office.slips.refresh(frozenset({Topic.GOODS}))
    assert not office.slips.outlets.isHidden()
    office.slips.outlets.setCurrentIndex(2)
    office.slips.outlets.activated.emit(2)
    assert office.numbers == []
    office.slips.outlets.setCurrentIndex(1)
    office.slips.outlets.activated.emit(1)
    assert len(office.numbers) == 2


def test_the_register_goes_to_paper_and_to_a_workbook(office: Office, tmp_path: Path) -> None:
    office.slips.enter({})
    office.act(office.slips, "slips.paper")
    assert office.way == [Route("slips", {"paper": True})]
    office.slips.enter(office.way[-1].params)
    assert office.slips.preview.page_count == 2
    assert "赵小兵" in said_on(office.slips.preview)
    office.slips.enter({})
    office.answers.file = tmp_path / "登记.xlsx"
    office.act(office.slips, "slips.excel")
    assert office.said.said == ["已存为 登记.xlsx。"]
    assert "2026-0001" in {row[2] for row in openpyxl.load_workbook(office.answers.file)["兑换登记表"].values}


def test_enter_opens_the_slip_with_its_goods_its_lines_and_its_paper(office: Office) -> None:
    office.slips.enter({})
    office.slips.table.opened.emit(office.slips.table.model.row_at(1))
    assert office.way == [Route("slip", {"id": office.first.id})]
    office.slip.enter(office.way[-1].params)
    assert office.slip.title == "兑换单 2026-0001"
    assert [row.name for row in office.slip.items.rows()] == ["肥皂", "牙膏"]
    assert [str(row.points) for row in office.slip.lines.rows()] == ["-10", "-10"]
    said = said_on(office.slip.preview)
    assert "存根联（兑换点留存）" in said
    assert "副本 · 2026年6月3日打印" in said


def test_the_household_s_own_paper_names_who_collected(office: Office) -> None:
    office.open(office.second, paper="told")
    assert "清泉村领取告知单" in said_on(office.slip.preview)
    assert "赵小兵（代领）" in said_on(office.slip.preview).replace("\n", "")
    office.press(office.slip, "slip.slip")
    assert "清泉村积分兑换单" in said_on(office.slip.preview)


def test_one_s_own_slip_of_today_goes_back_without_a_word(office: Office) -> None:
    office.open(office.second)
    office.act(office.slip, "slips.undo")
    assert office.form.goods_back.isHidden()
    office.form.submit()
    assert office.said.said == ["兑换单 2026-0002 已退回，20 分还到李秀英的存折。"]
    assert office.spendable("李秀英") == Points(9000)
    assert [act.id for act in office.slip.actions_shown] == ["open.book"]
    assert not office.slip.undone.isHidden()
    assert len(office.slip.lines.rows()) == 2
    assert "已退回" in said_on(office.slip.preview)


def test_an_older_one_asks_why_and_whether_the_goods_came_back(office: Office) -> None:
    office.open(office.first)
    office.act(office.slip, "slips.undo")
    office.form.submit()
    assert office.form.panel.problem_of("reason")
    assert office.read(office.first).undone_on is None
    office.form.reason.setText("牙膏坏了")
    office.form.goods_back.setChecked(False)
    office.form.submit()
    undone = office.read(office.first)
    assert (undone.undo_reason, undone.goods_back) == ("牙膏坏了", False)
    assert office.shop.goods("牙膏").stock == 9
    assert "牙膏坏了。物品没有放回。" in office.slip.undone.text()
    office.slips.enter({})
    assert office.sums == "兑换单 1 张，1 件，20 分，另有 1 张已退回，不计在内"


def test_the_way_leads_on_to_the_household(office: Office) -> None:
    office.open(office.first)
    office.act(office.slip, "open.book")
    assert office.way == [Route("household", {"id": office.first.account.household_id})]


def test_the_line_of_a_redemption_leads_from_the_household_to_its_slips(office: Office) -> None:
    page = HouseholdPage(office.tools)
    page.enter({"id": office.first.account.household_id})
    page._lines.select(lambda row: row.item_text.startswith("兑换"))
    office.act(page, "household.reverse")
    assert "兑换登记" in page.message.words
    page.message._button.click()
    assert office.way == [Route("slips", {"length": "year", "find": "01001"})]
    office.slips.enter(office.way[-1].params)
    assert office.numbers == ["2026-0001"]


def test_a_slip_that_is_not_there_is_said(office: Office) -> None:
    office.slip.enter({"id": 99})
    assert office.slip.message.words == "没有“99”这张兑换单，请核对单号。"


def test_who_may_not_redeem_cannot_take_back(office: Office) -> None:
    assert needed("slips.undo") is not None
    assert not allowed("slips.undo", frozenset())
    assert not allowed("slips.excel", frozenset())
    assert allowed("open.book", frozenset())
