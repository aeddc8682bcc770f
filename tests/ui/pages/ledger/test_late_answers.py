"""A quick clerk at a slow computer: answers of the village file come after the next keys."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from builders.pages import Announced, Answers, AtOnce, VillageDesk
from builders.village import Village, settled_village
from passbook_desk.documents.fonts import FontBook
from passbook_desk.features.ledger.queries import accounts, recent_vouchers
from passbook_desk.features.ledger.values import Colour
from passbook_desk.ui.kit.theme import Theme
from passbook_desk.ui.pages.ledger.page import LedgerPage
from passbook_desk.ui.pages.ledger.values import Way
from passbook_desk.ui.shell.tools import Tools


class Later(AtOnce):
    """Keeps the work of the desk lane until `arrive` is called."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def desk(self, *work: object) -> None:  # type: ignore[override]
        self.waiting.append(lambda: AtOnce.desk(self, *work))  # type: ignore[arg-type]

    def arrive(self) -> None:
        while self.waiting:
            self.waiting.pop(0)()


@pytest.fixture
def jobs() -> Later:
    return Later()


@pytest.fixture
def village(tmp_path: Path) -> Village:
    return settled_village(tmp_path)


@pytest.fixture
def page(theme: Theme, fontbook: FontBook, village: Village, jobs: Later) -> Iterator[LedgerPage]:
    tools = Tools(
        desk=VillageDesk(village),
        jobs=jobs,
        clock=village.clock,
        dialogs=Answers(),
        announcer=Announced(),
        fontbook=fontbook,
        go=lambda route: None,
    )
    made = LedgerPage(tools)
    made.resize(1190, 620)
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    made.enter({})
    yield made
    made.close()
    made.deleteLater()


def test_an_item_typed_before_the_items_are_known_is_chosen_once_they_are(
    page: LedgerPage, jobs: Later
) -> None:
    line = page.head.item
    line.setFocus()
    QTest.keyClicks(line, "101")
    QTest.keyClick(line, Qt.Key.Key_Return)
    jobs.arrive()
    assert line.text().startswith("101 ")


def test_a_word_half_typed_outlives_the_items_looked_up_again(page: LedgerPage, jobs: Later) -> None:
    jobs.arrive()
    line = page.head.item
    line.setFocus()
    page.refresh(page.topics)
    QTest.keyClicks(line, "10")
    jobs.arrive()
    assert line.text() == "10"


def test_choosing_a_grid_leads_to_its_wall_when_its_books_arrive(page: LedgerPage, jobs: Later) -> None:
    jobs.arrive()
    grid = page.head.grid
    grid.setFocus()
    page.head.choose_grid("01")
    grid.activated.emit(grid.currentIndex())
    jobs.arrive()
    assert page.focusWidget() is page.wall


def test_saving_before_the_next_book_is_there_records_nothing_for_the_book_before(
    page: LedgerPage, jobs: Later, village: Village
) -> None:
    with village.read() as scope:
        first, second = [row for row in accounts(scope) if row.colour is Colour.GREEN][:2]
    page.enter({"account": first.id})
    jobs.arrive()
    QTest.keyClicks(page.head.item, "101")
    QTest.keyClick(page.head.item, Qt.Key.Key_Return)
    jobs.arrive()
    assert page.way is Way.SINGLE
    page.finder.picked.emit(second)
    QTest.keyClick(page, Qt.Key.Key_F8)
    jobs.arrive()
    with village.read() as scope:
        assert recent_vouchers(scope, 9) == ()
