"""The pages of shops and resident units, pressed as the clerk would."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from builders.books import issued, printed
from builders.owners import account_of, shop, unit
from builders.pages import Announced, Answers, AtOnce, VillageDesk
from builders.village import Village, grid, household, settled_village
from passbook_desk.documents.fonts import FontBook
from passbook_desk.features.households.owners.queries import organizations
from passbook_desk.features.households.owners.values import OrganizationRow
from passbook_desk.features.households.roles import GiveRole, give_role, roles_at
from passbook_desk.features.ledger.commands import import_openings
from passbook_desk.features.ledger.queries import accounts
from passbook_desk.features.ledger.values import OpeningFigures
from passbook_desk.kernel.points import Points
from passbook_desk.ui.kit.theme import Theme
from passbook_desk.ui.pages.households.owner_form import OwnerForm
from passbook_desk.ui.pages.households.owner_page import OwnerPage
from passbook_desk.ui.pages.households.owners_page import OwnersPage
from passbook_desk.ui.pages.households.page import HouseholdsPage
from passbook_desk.ui.pages.households.roles_page import RolesPage
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools


class Bench:
    def __init__(self, village: Village, fontbook: FontBook) -> None:
        self.village = village
        self.went: list[Route] = []
        self.answers, self.announced = Answers(), Announced()
        self.tools = Tools(
            desk=VillageDesk(village),
            jobs=AtOnce(),
            clock=village.clock,
            dialogs=self.answers,
            announcer=self.announced,
            fontbook=fontbook,
            go=self.went.append,
        )

    def all(self) -> tuple[OrganizationRow, ...]:
        with self.village.read() as scope:
            return organizations(scope)


@pytest.fixture
def around(theme: Theme, fontbook: FontBook, tmp_path: Path) -> Bench:
    """A shop that says 李秀英 for its owner (a party member of 01002) and a unit."""
    village = settled_village(tmp_path)
    with village.write() as tx:
        shop(tx, "清泉便民超市", grid(tx, "01").id, owner="李秀英")
        unit(tx)
    return Bench(village, fontbook)


@pytest.fixture
def listed(around: Bench, qtbot: QtBot) -> OwnersPage:
    page = OwnersPage(around.tools, around.village.key)
    qtbot.addWidget(page)
    page.enter({})
    return page


@pytest.fixture
def opened(around: Bench, qtbot: QtBot) -> Callable[[int], OwnerPage]:
    def open_page(organization_id: int) -> OwnerPage:
        page = OwnerPage(around.tools, around.village.key)
        qtbot.addWidget(page)
        page.enter({"id": organization_id})
        return page

    return open_page


def names(page: OwnersPage) -> list[str]:
    model = page._table.model
    return [model.row_at(number).organization.name for number in range(model.rowCount())]


def form_of(page: OwnersPage | OwnerPage) -> OwnerForm:
    return next(each for each in page.findChildren(OwnerForm) if each.isVisible())


def press(page: OwnersPage | OwnerPage, name: str) -> None:
    button = page.act_button(name)
    assert isinstance(button, QPushButton)
    button.click()


def test_the_register_of_households_leads_to_shops_and_units(around: Bench, qtbot: QtBot) -> None:
    page = HouseholdsPage(around.tools)
    qtbot.addWidget(page)
    page.enter({})
    page._owners.click()
    assert around.went == [Route("owners")]


def test_shops_and_units_are_listed_filtered_and_found(around: Bench, listed: OwnersPage) -> None:
    assert names(listed) == ["清泉便民超市", "清泉小学"]
    assert listed._table._totals.text() == "商铺 1 家　驻地单位 1 个　在营 2 家"
    listed._table.press_chip("unit")
    assert names(listed) == ["清泉小学"]
    listed._table.press_chip("all")
    listed._presenter.find("lxy")
    assert names(listed) == []
    listed._presenter.find("李秀英")
    assert names(listed) == ["清泉便民超市"]
    press(listed, "owners.open")
    assert listed.message.words == "先在表里选一家。"
    listed._table.view.selectRow(0)
    press(listed, "owners.open")
    assert around.went == [Route("owner", {"id": around.all()[0].id})]


def test_a_shop_is_registered_with_its_book(around: Bench, listed: OwnersPage) -> None:
    press(listed, "owners.shop")
    form = form_of(listed)
    form.panel.submit()
    assert form.panel.problem_of("name") != ""
    form._name.setText("老李面馆")
    form._owner.setText("外来的老李")
    form._phone.setText("13800001111")
    form._grid.setCurrentIndex(2)
    form.panel.submit()
    row = next(each for each in around.all() if each.name == "老李面馆")
    assert (row.code, row.owner_id, row.owner_name, row.grid_name) == ("S002", None, "外来的老李", "第二网格")
    assert row.phone is not None
    assert row.phone.reveal() == "13800001111"
    assert around.went == [Route("owner", {"id": row.id})]
    assert account_of(around.village, row.id).number.startswith("202")
    assert not form.isVisible()


def test_the_phone_of_a_shop_can_be_changed_kept_and_taken_away(
    around: Bench, opened: Callable[[int], OwnerPage]
) -> None:
    shop = around.all()[0]
    for said, phone in (("13800001111", "13800001111"), ("", "13800001111"), ("无", None)):
        page = opened(shop.id)
        press(page, "owner.edit")
        form = form_of(page)
        form._phone.setText("不知道")
        form.panel.submit()
        assert form.panel.problem_of("phone") == "联系电话只能填数字，请核对。"
        form._phone.setText(said)
        form._remark.setText(f"说的是“{said}”")
        form.panel.submit()
        row = around.all()[0]
        assert (row.phone.reveal() if row.phone else None) == phone


def test_namesakes_are_asked_for_and_never_guessed(around: Bench, listed: OwnersPage) -> None:
    with around.village.write() as tx:
        household(tx, "02009", "王建国")
    press(listed, "owners.shop")
    form = form_of(listed)
    form._name.setText("建国小卖部")
    form._owner.setText("王建国")
    around.answers.agree = False
    form.panel.submit()
    assert around.answers.asked == ["册里有 2 位王建国。"]
    assert [each.name for each in around.all()] == ["清泉便民超市", "清泉小学"]
    around.answers.agree = True
    form.panel.submit()
    row = next(each for each in around.all() if each.name == "建国小卖部")
    assert row.owner_id is not None


def test_the_card_of_a_shop_warns_of_its_owners_red_book(
    around: Bench, opened: Callable[[int], OwnerPage]
) -> None:
    wanted = around.all()[0]
    page = opened(wanted.id)
    assert page._note.text() == ""
    press(page, "owner.edit")
    form = form_of(page)
    form._phone.setText("0351-3328211")
    form.panel.submit()
    assert around.answers.asked == ["册里有 1 位李秀英。"]
    with around.village.read() as scope:
        red = next(row for row in accounts(scope) if row.colour == "red")
    words = f"经营者李秀英是党员，另有红折 {red.number}。同一件事只记一边，不得两边都记。"
    assert page._note.text() == words
    assert "电话 ********8211" in page._facts.text()
    page._owner.click()
    assert around.went == [Route("household", {"id": red.household_id})]
    press(page, "owner.edit")
    again = form_of(page)
    again._remark.setText("夏季夜市")
    again.panel.submit()
    row = around.all()[0]
    assert row.phone is not None
    assert (row.phone.reveal(), row.remark, row.owner_id) == ("0351-3328211", "夏季夜市", red.person_id)
    assert len(around.answers.asked) == 1


def test_the_book_of_a_unit_shows_its_figures_and_leads_to_entry_and_paper(
    around: Bench, opened: Callable[[int], OwnerPage]
) -> None:
    school = around.all()[1]
    book = account_of(around.village, school.id)
    with around.village.write() as tx:
        figures = [OpeningFigures(book.id, Points.parse("12.5"), None, None)]
        import_openings(tx, figures, date(2026, 5, 1), None)  # type: ignore[arg-type]
    page = opened(school.id)
    assert page._figures.text() == f"账号 {book.number}　可用 12.5 分　结余 12.5 分　考核 12.5 分　1 行"
    assert page._facts.text() == "负责人 夏国平　类别 学校"
    press(page, "owner.record")
    press(page, "owner.post")
    press(page, "owner.books")
    assert around.went == [Route(name, {"account": book.id}) for name in ("ledger", "post", "books")]


def test_a_long_name_leaves_room_for_the_acts_and_is_told_whole_below(
    around: Bench, opened: Callable[[int], OwnerPage]
) -> None:
    name = "民丰农资经营部（柳溪路口分店）"
    with around.village.write() as tx:
        added = shop(tx, name, owner="冯俊峰")
    page = opened(added)
    assert page.title == "民丰农资经营部（…　S002　商铺"
    assert page._facts.text() == f"名称 {name}　经营者 冯俊峰"


def test_the_card_of_a_unit_counts_what_its_paper_book_still_lacks(
    around: Bench, opened: Callable[[int], OwnerPage]
) -> None:
    school = around.all()[1]
    book = account_of(around.village, school.id)
    with around.village.write() as tx:
        figures = [OpeningFigures(book.id, Points.parse("12.5"), None, None)]
        import_openings(tx, figures, date(2026, 5, 1), None)  # type: ignore[arg-type]
    made = issued(around.village, book.id)
    assert opened(school.id)._figures.text().endswith("　1 行　未登折 1 行")
    printed(around.village, made)
    assert opened(school.id)._figures.text().endswith("　1 行")


def test_roles_are_listed_and_end(around: Bench, listed: OwnersPage, qtbot: QtBot) -> None:
    with around.village.write() as tx:
        place = grid(tx, "01").id
        give_role(tx, GiveRole("网格员", place, None, "王国", None, date(2026, 3, 1)), around.village.key)
    press(listed, "owners.roles")
    assert around.went == [Route("roles")]
    page = RolesPage(around.tools)
    qtbot.addWidget(page)
    page.enter({})
    page._table._empty._button.click()
    assert around.went == [Route("roles"), Route("places")]
    assert page._table._totals.text() == "共 1 项"
    page._end()
    assert page.message.words == "先在表里选一项。"
    page._table.view.selectRow(0)
    page._end()
    assert around.answers.asked == ["王国的网格员今天是最后一天？"]
    assert around.announced.said == ["王国的网格员今天结束。"]
    assert page._table.model.rowCount() == 0
    with around.village.read() as scope:
        assert [row.to_on for row in roles_at(scope, scope.today)] == [scope.today]


def test_a_shop_closes_and_opens_again(around: Bench, opened: Callable[[int], OwnerPage]) -> None:
    page = opened(around.all()[0].id)
    around.answers.agree = False
    press(page, "owner.close")
    assert around.all()[0].is_open
    around.answers.agree = True
    press(page, "owner.close")
    assert around.all()[0].closed_on == date(2026, 6, 1)
    assert around.announced.said == ["“清泉便民超市”已记停业。"]
    assert (page._figures.text(), [act.id for act in page._actions]) == ("", ["owner.edit", "owner.reopen"])
    assert page._lines._empty._sentence.text().startswith("停业时没有积分，存折已收起。")
    press(page, "owner.reopen")
    assert around.all()[0].is_open
    assert page._figures.text().startswith("账号 ")
