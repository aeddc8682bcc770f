"""操作记录 as the clerk sees it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton

from builders.claims import worker
from builders.pages import Announced, Answers, AtOnce, VillageDesk
from builders.village import Village, booked, settled_village
from passbook_desk.documents.fonts import FontBook
from passbook_desk.features.access.values import Role
from passbook_desk.features.activity import words
from passbook_desk.features.activity.values import LogGroup, LogRow
from passbook_desk.features.village.commands import change_policy
from passbook_desk.features.village.queries import policy
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.places import resources_folder
from passbook_desk.ui.kit.date_edit import LenientDateEdit
from passbook_desk.ui.kit.preview import PreviewPanel
from passbook_desk.ui.kit.table_page import TablePage
from passbook_desk.ui.pages.activity.page import ActivityPage
from passbook_desk.ui.pages.activity.words import MARKED, sentence
from passbook_desk.ui.shell.permits import needed
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools


class Clerk:
    """A page whose routes lead back into itself, as the window would do."""

    def __init__(self, village: Village) -> None:
        self.dialogs, self.said = Answers(), Announced()
        fontbook = FontBook(resources_folder() / "fonts")
        self.page = ActivityPage(
            Tools(VillageDesk(village), AtOnce(), village.clock, self.dialogs, self.said, fontbook, self.go)
        )
        self.page.resize(1200, 640)
        self.page.show()
        self.page.enter({})
        QApplication.processEvents()  # buttons of a page that is shown appear with the next event

    def go(self, route: Route) -> None:
        assert route.name == "activity"
        self.page.enter(route.params)

    def press(self, name: str) -> None:
        button = self.page.findChild(QPushButton, name)
        assert button is not None, name
        button.click()

    def choose(self, name: str, word: str) -> None:
        box = self.page.findChild(QComboBox, name)
        assert box is not None
        box.setCurrentIndex(box.findText(word))
        box.activated.emit(box.currentIndex())

    @property
    def told(self) -> list[str]:
        (table,) = self.page.findChildren(TablePage)
        rows: tuple[LogRow, ...] = table.model.rows()
        return [f"{row.operator} {sentence(row)}" for row in rows]


@pytest.fixture
def village(tmp_path: Path) -> Iterator[Village]:
    village = settled_village(tmp_path)
    village.on(date(2026, 6, 2))
    booked(village, (1, 2, 4))
    founder, helper = village.actor, worker(village, "陈记录", Role.RECORDER)
    village.on(date(2026, 6, 3))
    village.actor = helper
    booked(village, (1,), on=date(2026, 5, 21))
    village.actor = founder
    yield village
    village.store.close()


def test_the_log_stands_in_words_newest_first(qapp: QApplication, village: Village) -> None:
    clerk = Clerk(village)
    assert clerk.told[:2] == [
        "陈记录 记积分 1 笔 ＋10 分（参加环境整治）",
        "刘文书 记积分 3 笔 ＋30 分（参加环境整治）",
    ]
    assert clerk.told[-1].endswith("建村的文件")


def test_day_operator_and_kind_choose_rows(qapp: QApplication, village: Village) -> None:
    clerk = Clerk(village)
    clerk.choose("activity.operator", "陈记录")
    assert clerk.told == ["陈记录 记积分 1 笔 ＋10 分（参加环境整治）"]
    clerk.choose("activity.operator", "所有人")
    clerk.choose("activity.group", "积分")
    assert len(clerk.told) == 2
    first, last = clerk.page.findChildren(LenientDateEdit)
    last.set_day(date(2026, 6, 2))
    assert clerk.told == ["刘文书 记积分 3 笔 ＋30 分（参加环境整治）"]
    first.set_day(date(2026, 6, 4))
    assert clerk.told == []


def test_older_rows_come_behind_those_that_are_there(qapp: QApplication, village: Village) -> None:
    everything = Clerk(village).told
    for number in range(230):
        village.clock = replace(village.clock, moment=village.clock.moment + timedelta(minutes=1))
        with village.write() as tx:
            change_policy(tx, replace(policy(tx), lock_minutes=6 + number % 2))
    clerk = Clerk(village)
    assert len(clerk.told) == 200
    clerk.press("activity.older")
    assert len(clerk.told) == 230 + len(everything)
    older = clerk.page.findChild(QPushButton, "activity.older")
    assert older is not None
    assert older.isHidden()


def test_paper_and_workbook_show_what_was_chosen(
    qapp: QApplication, village: Village, tmp_path: Path
) -> None:
    clerk = Clerk(village)
    clerk.choose("activity.group", "积分")
    clerk.press("activity.print")
    (preview,) = clerk.page.findChildren(PreviewPanel)
    assert preview.isVisible()
    clerk.page.enter({})
    clerk.dialogs.file = tmp_path / "操作记录.xlsx"
    clerk.press("activity.excel")
    cells = [cell.value for row in load_workbook(tmp_path / "操作记录.xlsx").active.rows for cell in row]
    assert "记积分 3 笔 ＋30 分（参加环境整治）" in cells
    assert not any("建村" in str(cell) for cell in cells)
    assert any("只列：积分" in str(cell) for cell in cells)


def test_everybody_reads_and_printing_is_for_who_may_print() -> None:
    assert needed("activity.older") is None
    assert needed("activity.print") is Act.PRINT
    assert needed("activity.excel") is Act.EXPORT


def test_everything_the_log_says_is_marked_for_translation() -> None:
    said = {*words.SENTENCES.values(), *words.GROUPS.values(), *words.STEPS.values(), *words.LISTS.values()}
    said |= {*words.OUTCOMES.values(), *words.UNITS.values(), *words.EVENTS.values()}
    said |= {*words.HOUSEHOLD_ACTS.values(), *words.SETTINGS.values(), words.OTHER_SETTING, words.NOBODY}
    said |= {words.POINTS, words.ABOUT, words.ABOUT_SEVERAL, words.SEVERAL, words.BETWEEN, words.ON_SET_DAY}
    said |= {*words.ORIGINS.values(), *words.WAYS.values(), *words.ANSWERS.values()}
    said |= {*words.EVENT_STEPS.values(), *words.MOVES.values(), words.VERSION, words.ENTERED}
    said |= {*words.NOTICE_STEPS.values(), *words.OBJECTION_STEPS.values()}
    said |= {*words.STOCK_PAPERS.values(), *words.STOCKTAKE_STEPS.values()}
    assert said - {"{parts}"} == MARKED
    assert set(words.GROUPS) == set(LogGroup)
