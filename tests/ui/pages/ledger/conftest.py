"""The entry page on a village of its own, as large as the window leaves it at 1366 x 768."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from builders.entry import KeptDrafts
from builders.pages import Announced, Answers, AtOnce, VillageDesk
from builders.village import Village, household, settled_village
from passbook_desk.documents.fonts import FontBook
from passbook_desk.features.ledger.queries import recent_vouchers
from passbook_desk.ui.kit.theme import Theme
from passbook_desk.ui.pages.ledger.page import LedgerPage
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools
from ui.surroundings import types

PAGE_ROOM = {12: (1222, 638), 14: (1195, 630), 18: (1150, 615)}
"""What a window of 1366 x 728 leaves to a page, by text size."""


class PageBench:
    """The page, what it said, and a hand on the keyboard."""

    def __init__(self, village: Village, fontbook: FontBook, drafts: KeptDrafts | None = None) -> None:
        self.village = village
        self.announced, self.answers = Announced(), Answers()
        self.drafts = drafts or KeptDrafts()
        self.went: list[Route] = []
        self.jobs = AtOnce()
        tools = Tools(
            desk=VillageDesk(village),
            jobs=self.jobs,
            clock=village.clock,
            dialogs=self.answers,
            announcer=self.announced,
            fontbook=fontbook,
            go=self.went.append,
            drafts=self.drafts,
        )
        self.page = LedgerPage(tools)
        self.page.resize(*PAGE_ROOM[14])
        self.page.show()
        self.page.activateWindow()
        assert QTest.qWaitForWindowActive(self.page)
        self.page.enter({})
        QApplication.processEvents()

    @property
    def focus(self) -> QWidget:
        """Where keys go."""
        return self.page.focusWidget() or self.page

    def key(self, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press keys where the focus is."""
        for key in keys:
            QTest.keyClick(self.focus, key, held)

    def type(self, text: str) -> None:
        """Type a text where the focus is; Chinese as its keyboard sends it."""
        for character in text:
            if character.isascii():
                QTest.keyClicks(self.focus, character)
            else:
                types(self.focus, character)

    def settle(self) -> None:
        """Let the pause after typing pass."""
        QTest.qWait(260)

    def item(self, text: str) -> None:
        """Type into the item line and press Enter."""
        line = self.page.head.item
        line.setFocus()
        QTest.keyClicks(line, text)
        QTest.keyClick(line, Qt.Key.Key_Return)

    def vouchers(self) -> int:
        with self.village.read() as scope:
            return len(recent_vouchers(scope, 99))

    def close(self) -> None:
        self.page.close()
        self.page.deleteLater()


MakeBench = Callable[..., PageBench]


@pytest.fixture
def make_bench(theme: Theme, fontbook: FontBook, tmp_path: Path) -> Iterator[MakeBench]:
    """A page at 14 points on a village whose first grid has `households`."""
    theme.set_size(14)
    made: list[PageBench] = []

    def make(
        households: int = 3, drafts: KeptDrafts | None = None, village: Village | None = None
    ) -> PageBench:
        if village is None:
            village = settled_village(tmp_path)
            with village.write() as tx:
                for number in range(3, households + 1):
                    household(tx, f"01{number:03d}", f"王家{number}")
        made.append(PageBench(village, fontbook, drafts))
        return made[-1]

    yield make
    for bench in made:
        bench.close()
