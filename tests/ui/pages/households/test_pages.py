"""The pages of households, pressed as the clerk would."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from builders.books import issued, printed
from builders.pages import Announced, Answers, AtOnce, VillageDesk
from builders.village import Village, booked, new_village, settled_village
from passbook_desk.documents.fonts import FontBook
from passbook_desk.features.events.commands import adopt_standard, register_event
from passbook_desk.features.events.starter import starter_standard
from passbook_desk.features.events.values import AdoptStandard, EventKind, RegisterEvent
from passbook_desk.features.household_changes.commands import set_party_with_book
from passbook_desk.features.households.life.commands import add_person, household_moves_out
from passbook_desk.features.households.life.values import (
    Act,
    HouseholdAction,
    NewPerson,
    PartyWay,
    PersonArrives,
    SetParty,
    Standing,
)
from passbook_desk.features.households.queries import household_by_code
from passbook_desk.features.households.values import PartyKind
from passbook_desk.features.ledger.queries import accounts
from passbook_desk.kernel.ids import new_uid
from passbook_desk.ui.kit.actions import ToggleButton
from passbook_desk.ui.kit.theme import Theme
from passbook_desk.ui.pages.households.household_page import HouseholdPage
from passbook_desk.ui.pages.households.page import HouseholdsPage
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


@pytest.fixture
def bench(theme: Theme, fontbook: FontBook) -> Callable[[Village], Bench]:
    return lambda village: Bench(village, fontbook)


def test_a_household_is_opened_from_the_list(
    bench: Callable[[Village], Bench], qtbot: QtBot, tmp_path: Path
) -> None:
    around = bench(settled_village(tmp_path))
    page = HouseholdsPage(around.tools)
    qtbot.addWidget(page)
    page.enter({})
    page._grids.setCurrentRow(2)
    assert page._table._totals.text() == "共 1 户 1 人 · 第二网格"
    page._open_selected()
    assert around.went == []
    assert page.message.words == "先在表里选一户。"
    page._table.view.selectRow(0)
    page._open_selected()
    with around.village.read() as scope:
        assert around.went == [Route("household", {"id": household_by_code(scope, "02001").id})]


def test_many_books_of_one_household_stand_in_two_lines_when_letters_are_large(
    bench: Callable[[Village], Bench], qtbot: QtBot, tmp_path: Path, theme: Theme
) -> None:
    around = bench(settled_village(tmp_path))
    with around.village.write() as tx:
        home = household_by_code(tx, "01001").id
        for name in ("欧阳建国", "欧阳建军", "欧阳建业", "欧阳建华", "欧阳建平"):
            born = NewPerson(name, "男", date(1980, 1, 1))
            act = Act(new_uid(), date(2026, 5, 1), "漏登")
            added = add_person(tx, PersonArrives(act, home, "20", person=born), around.village.key)
            joins = Act(new_uid(), date(2026, 5, 2), "入党")
            kind, way = PartyKind.FULL, PartyWay.TRANSFERRED_IN
            set_party_with_book(tx, SetParty(joins, added.person_id or 0, kind, way, Standing.REGULAR))
    theme.set_size(18)
    page = HouseholdPage(around.tools)
    qtbot.addWidget(page)
    page.resize(1140, 590)
    page.show()
    page.enter({"id": home})
    QApplication.processEvents()
    chips = [button for button in page.findChildren(ToggleButton) if button.isVisible()]
    assert len(chips) >= 8
    assert all(page.rect().contains(chip.geometry()) for chip in chips)
    assert len({chip.y() for chip in chips}) > 1


def test_why_a_household_is_not_in_the_village_is_never_cut(
    bench: Callable[[Village], Bench], qtbot: QtBot, tmp_path: Path, theme: Theme
) -> None:
    around = bench(settled_village(tmp_path))
    with around.village.write() as tx:
        home = household_by_code(tx, "01001").id
        household_moves_out(tx, HouseholdAction(Act(new_uid(), date(2026, 5, 1), "进城"), home))
    page = HouseholdsPage(around.tools)
    qtbot.addWidget(page)
    page.show()
    page.enter({})
    page._table.press_chip("gone")
    assert page._table.model.index(0, 1).data() == "王建国 已迁出"
    for size, width in ((12, 1190), (14, 1170), (18, 1140)):
        theme.set_size(size)
        page.resize(width, 590)
        QApplication.processEvents()
        view = page._table.view
        for column in range(view.model().columnCount()):
            words = view.model().index(0, column).data()
            room = view.columnWidth(column)
            if not view.isColumnHidden(column) and not page._table.model.columns[column].optional:
                assert view.fontMetrics().horizontalAdvance(words) < room, (size, words)


def test_an_empty_register_offers_the_import(
    bench: Callable[[Village], Bench], qtbot: QtBot, tmp_path: Path
) -> None:
    around = bench(new_village(tmp_path))
    page = HouseholdsPage(around.tools)
    qtbot.addWidget(page)
    page.enter({})
    assert page._grids.isHidden()
    assert page._table._empty._sentence.text() == "还没有户。先把花名册导进来，约 15 分钟。"
    page._table._empty._button.click()
    assert around.went == [Route("import_roster")]


def test_a_household_shows_the_feasts_it_hosted(
    bench: Callable[[Village], Bench], qtbot: QtBot, tmp_path: Path
) -> None:
    around = bench(settled_village(tmp_path))
    day = date(2026, 1, 15)
    with around.village.write() as tx:
        home = household_by_code(tx, "01001").id
        adopt_standard(tx, AdoptStandard(day, "", day, "", starter_standard()))
        for kind, held_on in ((EventKind.FUNERAL, date(2026, 5, 30)), (EventKind.WEDDING, date(2026, 6, 20))):
            register_event(tx, RegisterEvent(new_uid(), kind, home, held_on), around.village.key)
    page = HouseholdPage(around.tools)
    qtbot.addWidget(page)
    page.enter({"id": home})
    chip = next(button for button in page.findChildren(ToggleButton) if button.text() == "红白事 2 件")
    chip.click()
    model = page._events.model
    assert [model.index(row, 1).data() for row in range(model.rowCount())] == ["红事", "白事"]
    page._events.opened.emit(model.row_at(0))
    assert around.went[-1].name == "event"


def test_a_line_is_taken_back_from_the_page_of_its_household(
    bench: Callable[[Village], Bench], qtbot: QtBot, tmp_path: Path
) -> None:
    around = bench(settled_village(tmp_path))
    with around.village.read() as scope:
        red = next(row for row in accounts(scope) if row.colour == "red")
    booked(around.village, (red.id,), item="801")
    page = HouseholdPage(around.tools)
    qtbot.addWidget(page)
    page.enter({"id": red.household_id})
    page._choose(red.id)
    page._reverse()
    assert page.message.words == "先在流水里选中要冲销的那一行。"
    page._lines.view.selectRow(0)
    page._reverse()
    assert around.announced.said == ["第 1 行已冲销。"]
    assert page.book is not None
    assert [str(line.balance_after) for line in page.book.lines] == ["-1", "0"]
    page._lines.view.selectRow(1)
    button = page.act_button("household.reverse")
    assert button is not None
    assert not button.isEnabled()
    page._record()
    page._open_books()
    assert around.went == [Route("ledger", {"account": red.id}), Route("books", {"account": red.id})]
    page._post()
    with around.village.read() as scope:
        both = tuple(row.id for row in accounts(scope) if row.household_id == red.household_id)
    assert around.went[-1] == Route("post", {"accounts": both})


def posted(page: HouseholdPage) -> list[str]:
    """What the lines of the book say of paper."""
    model = page._lines.model
    titles = [model.headerData(place, Qt.Orientation.Horizontal) for place in range(model.columnCount())]
    return [model.index(row, titles.index("登折")).data() for row in range(model.rowCount())]


def test_a_card_says_how_many_lines_are_missing_in_the_paper_book(
    bench: Callable[[Village], Bench], qtbot: QtBot, tmp_path: Path
) -> None:
    around = bench(settled_village(tmp_path))
    with around.village.read() as scope:
        green = next(row for row in accounts(scope) if row.owner_code == "02001")
    booked(around.village, (green.id,))
    page = HouseholdPage(around.tools)
    qtbot.addWidget(page)
    page.enter({"id": green.household_id})
    assert ("未登折" not in page._figures.text(), posted(page)) == (True, [""])
    book = issued(around.village, green.id)
    page.refresh(page.topics)
    assert page._figures.text().endswith("1 行　未登折 1 行")
    assert posted(page) == ["未登"]
    printed(around.village, book)
    page.refresh(page.topics)
    assert ("未登折" not in page._figures.text(), posted(page)) == (True, ["✓"])
