"""统计评比 as the clerk sees it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton

from builders.pages import Announced, Answers, AtOnce, VillageDesk
from builders.village import Village, booked, settled_village
from passbook_desk.documents.fonts import FontBook
from passbook_desk.features.ledger.counting.telling import counts_told
from passbook_desk.features.ledger.counting.values import CountRow
from passbook_desk.kernel.places import resources_folder
from passbook_desk.ui.kit.message_bar import MessageBar
from passbook_desk.ui.kit.preview import PreviewPanel
from passbook_desk.ui.kit.table_page import TablePage
from passbook_desk.ui.pages.counting.page import CountingPage
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools


class Clerk:
    """A page whose routes lead back into itself, as the window would do."""

    def __init__(self, village: Village) -> None:
        self.village = village
        self.dialogs, self.said, self.went = Answers(), Announced(), list[Route]()
        fontbook = FontBook(resources_folder() / "fonts")
        desk = VillageDesk(village)
        self.page = CountingPage(
            Tools(desk, AtOnce(), village.clock, self.dialogs, self.said, fontbook, self.go)
        )
        self.page.resize(1200, 640)
        self.page.show()
        self.page.enter({})

    @property
    def hint(self) -> str:
        """What stands above the table."""
        return " ".join(bar.words for bar in self.page.findChildren(MessageBar) if bar.isVisible())

    def go(self, route: Route) -> None:
        self.went.append(route)
        if route.name == "counting":
            self.page.enter(route.params)

    def press(self, name: str) -> None:
        button = self.page.findChild(QPushButton, name)
        assert button is not None, name
        button.click()

    def act(self, name: str) -> None:
        button = self.page.act_button(name)
        assert button is not None, name
        button.click()

    @property
    def table(self) -> TablePage[CountRow]:
        return next(table for table in self.page.findChildren(TablePage) if table.isVisible())

    @property
    def cells(self) -> list[list[str]]:
        model = self.table.view.model()
        role = Qt.ItemDataRole.DisplayRole
        return [
            [str(model.index(row, column).data(role)) for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]


@pytest.fixture
def clerk(qapp: QApplication, tmp_path: Path) -> Iterator[Clerk]:
    village = settled_village(tmp_path)
    booked(village, (1, 2), on=date(2026, 5, 20))
    booked(village, (1,), on=date(2026, 4, 8))
    yield Clerk(village)
    village.store.close()


def test_the_month_before_is_one_arrow_away_and_stands_in_the_order_of_the_codes(clerk: Clerk) -> None:
    assert [row[0] for row in clerk.cells] == ["01001", "01002", "02001"]
    assert {row[7] for row in clerk.cells} == {"0"}
    clerk.press("period.back")
    assert [(row[0], row[7], row[9]) for row in clerk.cells] == [
        ("01001", "10", "0"), ("01002", "10", "＋10"), ("02001", "0", "0"),
    ]  # fmt: skip


def test_nothing_is_ranked_until_the_clerk_asks_for_it(clerk: Clerk) -> None:
    clerk.press("period.back")
    assert "名次" not in {column.title for column in clerk.table.model.columns}
    clerk.press("counting.ranked")
    assert [(row[0], row[1]) for row in clerk.cells] == [("1", "01001"), ("1", "01002"), ("3", "02001")]


def test_a_grid_without_a_record_is_named_and_the_whole_village_added_up(clerk: Clerk) -> None:
    clerk.press("period.back")
    clerk.press("counting.grid")
    assert [(row[0], row[1], row[2], row[7]) for row in clerk.cells] == [
        ("第一网格", "2", "2", "20"), ("第二网格", "1", "0", "0"),
    ]  # fmt: skip
    assert "第二网格" in " ".join(label.words for label in _bars(clerk))


def test_paper_picture_and_workbook_have_the_figures_of_the_table(clerk: Clerk, tmp_path: Path) -> None:
    clerk.press("period.back")
    clerk.press("counting.ranked")
    clerk.act("counting.picture")
    picture = QGuiApplication.clipboard().image()
    assert picture.width() > 800
    assert len(clerk.said.said) == 1
    clerk.dialogs.file = tmp_path / "榜.xlsx"
    clerk.act("counting.excel")
    sheet = load_workbook(tmp_path / "榜.xlsx").active
    assert sheet is not None
    listed = [row for row in sheet.iter_rows(values_only=True) if row[1] in {"01001", "01002", "02001"}]
    assert [(row[0], row[1], row[2], row[8]) for row in listed] == [
        (1, "01001", "王*国", 10), (1, "01002", "李*英", 10),
    ]  # fmt: skip
    clerk.act("counting.paper")
    panel = clerk.page.findChild(PreviewPanel)
    assert panel is not None
    assert panel.page_count == 1


def test_a_household_opens_from_its_row(clerk: Clerk) -> None:
    clerk.table.opened.emit(clerk.table.model.rows()[0])
    assert (clerk.went[-1].name, clerk.went[-1].params) == ("household", {"id": 1})


def test_the_period_after_todays_is_the_last_one_to_go_to(clerk: Clerk) -> None:
    """Where a cut-off day ends the month on the 15th, today may count in the next one."""
    clerk.press("period.next")
    assert str(clerk.page.wanted.period) == "2026-07"
    button = clerk.page.findChild(QPushButton, "period.next")
    assert button is not None
    assert not button.isEnabled()


def test_a_week_or_a_year_is_one_chip_away(clerk: Clerk) -> None:
    clerk.press("period.year")
    assert [row[7] for row in clerk.cells] == ["20", "10", "0"]
    clerk.press("period.week")
    assert str(clerk.page.wanted.period) == "2026-06-01"


def _bars(clerk: Clerk) -> list:  # type: ignore[type-arg]
    from passbook_desk.ui.kit.message_bar import MessageBar

    return clerk.page.findChildren(MessageBar)


def test_a_count_that_was_copied_or_printed_is_known_to_the_calendar(clerk: Clerk) -> None:
    def known() -> frozenset[tuple[str, bool]]:
        with clerk.village.read() as scope:
            return counts_told(scope)

    def look_at(period: str) -> None:
        clerk.page.enter({"period": period, "by": "grid"})
        QApplication.processEvents()

    look_at("2026-06")
    clerk.act("counting.picture")
    assert known() == frozenset(), "June still runs"
    look_at("2026-05")
    assert known() == frozenset()
    clerk.act("counting.picture")
    assert known() == {("2026-05", False)}
    clerk.press("counting.ranked")
    clerk.act("counting.paper")
    assert known() == {("2026-05", False), ("2026-05", True)}


def test_ranks_on_the_screen_say_their_rule_of_ties(clerk: Clerk) -> None:
    clerk.page.enter({"period": "2026-05", "by": "household", "ranked": True})
    assert [row[:2] for row in clerk.cells] == [["1", "01001"], ["1", "01002"], ["3", "02001"]]
    assert "同分并列，后面的名次顺延" in clerk.hint
    clerk.press("counting.ranked")
    assert "同分并列" not in clerk.hint
