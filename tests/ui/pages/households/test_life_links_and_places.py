"""Who looks after which household, and where households live, pressed as the clerk would."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from builders.pages import Announced, Answers, AtOnce, VillageDesk
from builders.village import Village, settled_village
from passbook_desk.documents.fonts import FontBook
from passbook_desk.features.households.life.commands import household_moves_out
from passbook_desk.features.households.life.history import history_of
from passbook_desk.features.households.life.values import Act, HouseholdAction
from passbook_desk.features.households.links import links_at
from passbook_desk.features.households.places import place_tree
from passbook_desk.features.households.queries import household_by_code
from passbook_desk.features.households.roles import roles_at
from passbook_desk.features.village.commands import change_policy
from passbook_desk.features.village.policy import VillagePolicy
from passbook_desk.kernel.ids import new_uid
from passbook_desk.ui.kit.theme import Theme
from passbook_desk.ui.pages.households.links_page import LinksPage
from passbook_desk.ui.pages.households.page import HouseholdsPage
from passbook_desk.ui.pages.households.places_forms import PlaceForm, RoleForm
from passbook_desk.ui.pages.households.places_page import PlacesPage
from passbook_desk.ui.pages.households.story import story_words
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools


class Bench:
    def __init__(self, village: Village, fontbook: FontBook) -> None:
        self.village = village
        self.went: list[Route] = []
        self.announced = Announced()
        self.tools = Tools(
            desk=VillageDesk(village),
            jobs=AtOnce(),
            clock=village.clock,
            dialogs=Answers(),
            announcer=self.announced,
            fontbook=fontbook,
            go=self.went.append,
        )


@pytest.fixture
def around(theme: Theme, fontbook: FontBook, tmp_path: Path) -> Bench:
    """王建国 of 01001, 李秀英 of 01002 (a party member), 欧阳明 of 02001."""
    return Bench(settled_village(tmp_path), fontbook)


@pytest.fixture
def linking(around: Bench, qtbot: QtBot) -> LinksPage:
    page = LinksPage(around.tools, around.village.key)
    qtbot.addWidget(page)
    page.show()
    page.enter({})
    return page


@pytest.fixture
def placing(around: Bench, qtbot: QtBot) -> PlacesPage:
    page = PlacesPage(around.tools, around.village.key)
    qtbot.addWidget(page)
    page.show()
    page.enter({})
    return page


def press(page: LinksPage | PlacesPage, act: str) -> None:
    button = page.findChild(QPushButton, act)
    assert isinstance(button, QPushButton)
    button.click()


def unlinked(page: LinksPage) -> list[str]:
    rows = [page.unlinked.model.row_at(number) for number in range(page.unlinked.model.rowCount())]
    return [row.code for row in rows if row is not None]


def test_a_party_member_is_linked_to_several_households_at_once(around: Bench, linking: LinksPage) -> None:
    assert unlinked(linking) == ["01001", "01002", "02001"]
    assert linking.unlinked._totals.text() == "3 户里有 3 户没有人联系"
    press(linking, "links.add")
    assert linking.message.words == "先在左边点要联系的户，可以点几户。"
    linking.unlinked.view.selectRow(0)
    linking.unlinked.view.selectRow(2)
    press(linking, "links.add")
    assert linking.message.words == "请写联系人，选出是哪一位。"
    linking.person.line.found.emit("王建国")
    press(linking, "links.add")
    assert linking.message.words == "王建国不是党员，党员联系户请选党员。"
    linking.person.line.found.emit("李秀英")
    press(linking, "links.add")
    assert around.announced.said == ["已联系 2 户。"]
    assert unlinked(linking) == ["01002"]
    with around.village.read() as scope:
        assert {row.household_code for row in links_at(scope, scope.today)} == {"01001", "02001"}
        story = [story_words(line) for line in history_of(scope, household_by_code(scope, "01001").id)]
    assert story == ["2026.6.1 李秀英联系本户（党员联系户）"]


def test_a_link_ends_and_other_kinds_have_their_own_coverage(around: Bench, linking: LinksPage) -> None:
    linking.unlinked.view.selectRow(0)
    linking.person.line.found.emit("李秀英")
    press(linking, "links.add")
    linking.kind.setCurrentIndex(linking.kind.findText("网格员"))
    assert unlinked(linking) == ["01001", "01002", "02001"]
    linking.kind.setCurrentIndex(0)
    press(linking, "links.end")
    assert linking.message.words == "先在右边点要结束的联系。"
    linking.links.view.selectRow(0)
    press(linking, "links.end")
    assert around.announced.said[-1] == "已结束 1 条联系。"
    assert unlinked(linking) == ["01001", "01002", "02001"]


def test_a_building_is_added_below_a_grid_and_renamed(around: Bench, placing: PlacesPage) -> None:
    assert [node.name for node in placing._found.tree] == ["第一网格", "第二网格"]
    assert "只是提醒" in placing.notices.text()
    assert "第一网格 2 户" in placing.notices.text()
    press(placing, "places.below")
    form = placing.form
    assert isinstance(form, PlaceForm)
    form.panel.submit()
    assert form.panel.problem_of("name") == "请填名称。"
    form.kind.setCurrentIndex(form.kind.findText("楼栋"))
    form.name.setText("一号楼")
    form.panel.submit()
    with around.village.read() as scope:
        below = place_tree(scope)[0].children
    assert [(node.name, node.code) for node in below] == [("一号楼", "01B01")]
    placing.select(below[0].id)
    press(placing, "places.rename")
    form = placing.form
    assert isinstance(form, PlaceForm)
    form.name.setText("1 号楼")
    form.parent_place.setCurrentIndex(form.parent_place.findText("第二网格"))
    form.panel.submit()
    with around.village.read() as scope:
        assert [node.name for node in place_tree(scope)[1].children] == ["1 号楼"]


def test_the_village_decides_how_large_its_grids_are(around: Bench, placing: PlacesPage) -> None:
    assert "300 到 500 户" in placing.notices.text()
    with around.village.write() as tx:
        change_policy(tx, VillagePolicy(grid_least=1, grid_most=80))
    placing.enter({})
    assert placing.notices.isHidden()
    with around.village.write() as tx:
        change_policy(tx, VillagePolicy(grid_least=2, grid_most=80))
    placing.refresh(placing.topics)
    assert "2 到 80 户" in placing.notices.text()
    assert "1 户" in placing.notices.text()


def test_no_title_of_the_tree_of_places_is_cut(placing: PlacesPage, theme: Theme) -> None:
    for size, width in ((12, 1190), (14, 1170), (18, 1140)):
        theme.set_size(size)
        placing.resize(width, 590)
        QApplication.processEvents()
        header, titles = placing.tree.header(), placing.tree.headerItem()
        for column in range(placing.tree.columnCount()):
            words = header.fontMetrics().horizontalAdvance(titles.text(column))
            assert words <= header.sectionSize(column), titles.text(column)
        assert header.length() <= placing.tree.viewport().width()
        assert header.height() >= header.fontMetrics().height()


def test_a_grid_worker_is_in_charge_from_a_day_on(around: Bench, placing: PlacesPage) -> None:
    press(placing, "places.role")
    form = placing.form
    assert isinstance(form, RoleForm)
    assert form.role.currentText() == "网格员"
    form.panel.submit()
    assert form.panel.problem_of("name") == "还没有写由谁担任，请选一位居民或写上姓名。"
    form.person.line.found.emit("李秀英")
    form.day.set_day(date(2026, 3, 1))
    form.panel.submit()
    item = placing.tree.topLevelItem(0)
    assert item is not None
    assert item.text(5) == "网格员 李秀英（2026.3.1起）"
    with around.village.read() as scope:
        assert [(row.role, row.from_on) for row in roles_at(scope, scope.today)] == [
            ("网格员", date(2026, 3, 1))
        ]


def test_households_that_left_have_their_own_list(around: Bench, qtbot: QtBot) -> None:
    with around.village.write() as tx:
        home = household_by_code(tx, "01001")
        household_moves_out(tx, HouseholdAction(Act(new_uid(), tx.today, "进城"), home.id))
    page = HouseholdsPage(around.tools)
    qtbot.addWidget(page)
    page.enter({})
    assert [page._table.model.row_at(n).household.code for n in range(2)] == ["01002", "02001"]  # type: ignore[union-attr]
    page._table.press_chip("gone")
    assert page._table.model.rowCount() == 1
    assert page._table.model.index(0, 1).data() == "王建国 已迁出"
    assert page._table._totals.text() == "共 1 户 1 人 · 全部网格 · 已迁出、注销、并走的"
    for act, route in (
        ("households.new", "life"),
        ("households.links", "links"),
        ("households.places", "places"),
    ):
        button = page.findChild(QPushButton, act)
        assert isinstance(button, QPushButton)
        button.click()
        assert around.went[-1] == Route(route)


def test_how_many_lived_in_a_grid_can_be_asked_for_any_day(
    around: Bench, qtbot: QtBot, placing: PlacesPage
) -> None:
    with around.village.write() as tx:
        home = household_by_code(tx, "01001")
        household_moves_out(tx, HouseholdAction(Act(new_uid(), date(2026, 5, 10), "进城"), home.id))
    placing.refresh(frozenset())
    placing.day.set_day(date(2026, 5, 9))
    assert placing.count.text() == "第一网格那天有 2 户"
    placing.day.set_day(date(2026, 5, 10))
    assert placing.count.text() == "第一网格那天有 1 户"
