"""The notice page as the clerk sees it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from builders.pages import Announced, Answers, AtOnce, VillageDesk
from builders.village import Village, booked, settled_village
from passbook_desk.documents.fonts import FontBook
from passbook_desk.kernel.places import resources_folder
from passbook_desk.ui.pages.notices.page import NoticesPage
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools


class Clerk:
    """A page whose routes lead back into itself, as the window would do."""

    def __init__(self, village: Village) -> None:
        self.dialogs, self.said = Answers(), Announced()
        fontbook = FontBook(resources_folder() / "fonts")
        desk = VillageDesk(village)
        self.page = NoticesPage(
            Tools(desk, AtOnce(), village.clock, self.dialogs, self.said, fontbook, self.go)
        )
        self.page.enter({})

    def go(self, route: Route) -> None:
        self.page.enter(route.params)

    def press(self, act: str) -> None:
        button = self.page.act_button(act)
        assert button is not None
        button.click()


@pytest.fixture
def clerk(qapp: QApplication, tmp_path: Path) -> Iterator[Clerk]:
    village = settled_village(tmp_path)
    booked(village, (1, 4))
    village.on(date(2026, 7, 4))
    yield Clerk(village)
    village.store.close()


def test_the_quarter_that_is_due_stands_ready_and_the_wall_stays_private(clerk: Clerk) -> None:
    words = [label.text() for label in clerk.page.findChildren(QLabel)]
    assert "墙上公示不会出现：身份证号 电话 银行账号" in words
    assert "2026年二季度已过，可以发布公示了。先看校样，核对好再发布。" in words
    assert [act.id for act in clerk.page.actions_shown] == ["notices.open", "notices.issue"]


def test_issuing_asks_first_and_says_what_it_freezes(clerk: Clerk) -> None:
    clerk.dialogs.agree = False
    clerk.press("notices.issue")
    assert clerk.dialogs.asked == ["发布2026年二季度公示？发布后不能收回。"]
    assert clerk.said.said == []
    clerk.dialogs.agree = True
    clerk.press("notices.issue")
    assert clerk.said.said == ["已发布2026年二季度公示，编号 〔2026〕第1号。"]
    assert clerk.page.title == "2026年二季度公示"
    assert [act.id for act in clerk.page.actions_shown] == ["notices.excel"]


def test_a_proof_is_saved_as_a_workbook_under_its_name(clerk: Clerk, tmp_path: Path) -> None:
    clerk.press("notices.open")
    assert clerk.page.title == "2026年二季度公示校样"
    clerk.dialogs.file = tmp_path / "校样.xlsx"
    clerk.press("notices.excel")
    assert clerk.dialogs.file.is_file()
    assert clerk.said.said == ["已存为 校样.xlsx。"]
