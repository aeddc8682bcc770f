"""The quarter's report of red and white events as the clerk sees it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from builders.pages import Announced, Answers, AtOnce, VillageDesk
from builders.rites import eight_households, fill_spring, reported
from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.page import texts
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.places import resources_folder
from passbook_desk.ui.pages.events.report_page import EventReportPage
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the platform without a display says so


class Office:
    """The village on 2026-07-03 with its page; `way` is where the page wanted to go."""

    def __init__(self, folder: Path) -> None:
        self.village = eight_households(folder)
        fill_spring(self.village)
        self.village.on(date(2026, 7, 3))
        self.said, self.answers, self.way = Announced(), Answers(), list[Route]()
        fontbook = FontBook(resources_folder() / "fonts")
        self.page = EventReportPage(
            Tools(
                VillageDesk(self.village),
                AtOnce(),
                self.village.clock,
                self.answers,
                self.said,
                fontbook,
                self.way.append,
            )
        )

    def press(self, name: str) -> None:
        button = self.page.findChild(QPushButton, name)
        assert button is not None
        button.click()

    def figures(self, title: str) -> tuple[int | None, ...]:
        return next(row.values for row in self.page._table.model.rows() if row.title == title)

    def titles(self) -> list[str]:
        return [row.title for row in self.page._table.model.rows()]


@pytest.fixture
def office(qapp: QApplication, tmp_path: Path) -> Iterator[Office]:
    made = Office(tmp_path)
    yield made
    made.village.store.close()


def test_the_quarter_that_is_over_is_chosen_and_its_figures_stand_there(office: Office) -> None:
    office.page.enter({})
    assert office.page._steps.text == "2026年二季度"
    assert office.figures("申报桌数") == (78, 18, 3, 99, 107, 27)
    assert office.figures("超标件数") == (2, 0, 0, 2, 2, 0)
    assert office.page._hint.words == "已办的还有 2 件没有核查。"


def test_arrows_go_to_other_quarters_but_not_beyond_today(office: Office) -> None:
    office.page.enter({})
    office.press("quarter.next")
    assert office.page._steps.text == "2026年三季度"
    following = office.page.findChild(QPushButton, "quarter.next")
    assert following is not None
    assert not following.isEnabled()
    assert office.page._hint.words.startswith("这一季还没有过完")
    for _ in range(5):
        office.press("quarter.back")
    assert office.page._steps.text == "2025年二季度"
    assert office.figures("报备件数") == (1, 1, 0, 2, 2, None)
    assert "上年同期没有记录。" in office.page._table._totals.text()


def test_a_new_report_is_counted_at_once(office: Office) -> None:
    office.page.enter({})
    before = office.figures("报备件数")
    reported(office.village, 4, date(2026, 6, 29), on=date(2026, 6, 29))
    office.page.refresh(frozenset({Topic.EVENTS}))
    assert (before[0], office.figures("报备件数")[0]) == (5, 6)


def test_for_the_wall_nothing_of_those_who_went_over_is_left(office: Office) -> None:
    office.page.enter({})
    assert "超标件数" in office.titles()
    office.press("report.wall")
    assert not [title for title in office.titles() if "超标" in title or "回访" in title or "迟报" in title]
    office.press("event_report.paper")
    assert office.way == [Route("event_report", {"quarter": "2026Q2", "wall": True, "paper": True})]
    office.page.enter(office.way[-1].params)
    preview = office.page.preview
    assert (office.page.title, preview.page_count) == ("2026年二季度红白事季报", 2)
    assert "李志强" not in [text for page in preview._pages for text in texts(page)]


def test_the_paper_and_the_workbook_hold_what_the_screen_shows(office: Office, tmp_path: Path) -> None:
    office.page.enter({"quarter": "2026Q2", "paper": True})
    said = [text for page in office.page.preview._pages for text in texts(page)]
    assert {"李志强", "99", "94", "1600"} <= set(said)
    office.page.enter({})
    assert office.page.title == "红白事季报"
    office.answers.file = tmp_path / "季报.xlsx"
    office.press("event_report.excel")
    assert office.said.said == ["已存为 季报.xlsx。"]
    rows = {row[0]: row[2:5] for row in openpyxl.load_workbook(office.answers.file)["季报汇总"].values}
    assert rows["实际桌数"] == (78, 16, 0)


def test_a_quarter_that_cannot_be_read_is_said(office: Office) -> None:
    office.page.enter({"quarter": "2026Q9"})
    assert "2026Q9" in office.page.message.words
