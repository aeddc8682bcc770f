"""A clerk at the counter: the window with counter and printer, a scanner, a hand at the keys."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from builders.books import issued
from builders.offices import NotingPrinters
from builders.pages import Answers, HeldJobs, TellingDesk
from builders.shop import Shop, open_shop
from passbook_desk.documents.fonts import FontBook
from passbook_desk.features.passbooks.books.queries import book
from passbook_desk.features.redemption.counter.queries import slips
from passbook_desk.features.redemption.counter.values import SlipRow
from passbook_desk.kernel.places import resources_folder
from passbook_desk.ui.kit.jobs import JobRunner
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.theme import Theme
from passbook_desk.ui.pages.passbooks.post_page import PostPage
from passbook_desk.ui.pages.redemption.counter_page import CounterPage
from passbook_desk.ui.shell.routes import COUNTER, HOME, Route
from passbook_desk.ui.shell.tools import Tools
from passbook_desk.ui.shell.window import Window

NEVER_MS = 600_000
LONE_MS = 30


class Counter:
    """The window in front of the clerk; `keys` counts what the clerk pressed, the scanner's are free."""

    def __init__(self, folder: Path, qtbot: QtBot, theme: Theme, jobs: JobRunner, points: int = 40) -> None:
        self.shop: Shop = open_shop(folder, points=points)
        self.qtbot = qtbot
        self.desk = TellingDesk(self.shop.village)
        self.printers, self.pressed = NotingPrinters(), 0
        self.went: list[Route] = []
        self.working = HeldJobs()
        self.idle_ms = NEVER_MS
        pages: dict[str, Callable[[], PageFrame]] = {
            HOME.name: lambda: PageFrame("首页"),
            COUNTER.name: lambda: CounterPage(self.tools, self.idle_ms, LONE_MS),
            "post": lambda: PostPage(self.tools, self.printers),
        }
        self.window = Window(theme, jobs, pages, ())
        qtbot.addWidget(self.window)
        self.desk.tell = self.window.changed
        self.tools = Tools(
            self.desk,
            self.working,
            self.shop.village.clock,
            Answers(),
            self.window,
            FontBook(resources_folder() / "fonts"),
            self.go,
        )
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)

    def go(self, route: Route) -> None:
        """Pages of other parts are only noted."""
        self.went.append(route)
        if route.name in (HOME.name, COUNTER.name, "post"):
            self.window.go(route)

    @property
    def page(self) -> CounterPage:
        page = self.window._pages[COUNTER.name]
        assert isinstance(page, CounterPage)
        return page

    def open(self) -> CounterPage:
        self.window.go(COUNTER)
        return self.page

    def scan(self, number: str) -> None:
        """A scanner types faster than any hand, and ends with Enter."""
        QTest.keyClicks(self.page._scan, number)
        QTest.keyClick(self.page._scan, Qt.Key.Key_Return)

    def keys(self, *keys: Qt.Key) -> None:
        """Keys to whatever has the focus, at the pace of a hand."""
        for key in keys:
            focused = QApplication.focusWidget()
            assert focused is not None
            self.pressed += 1
            QTest.keyClick(focused, key)
            if not self.page._scan._late:
                self.settle()

    def settle(self) -> None:
        """Wait until a lone digit is told of."""
        self.qtbot.waitUntil(lambda: not self.page._scan._timer.isActive())

    def held(self, key: Qt.Key) -> None:
        """A key with Ctrl."""
        QTest.keyClick(self.page._scan, key, Qt.KeyboardModifier.ControlModifier)

    def to_window(self, key: Qt.Key) -> None:
        """A key that is the window's, wherever the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key)

    def type(self, text: str) -> None:
        """Letters and digits, each at the pace of a hand."""
        self.keys(*(Qt.Key(ord(sign.upper())) for sign in text))

    def composes(self, text: str) -> None:
        """An input method that stayed on hands over a text."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(self.page._scan, event)
        self.settle()

    def comes(self, name: str) -> None:
        """Somebody lays the book on the counter."""
        self.scan(self.shop.account(name).number)

    def with_book(self, name: str) -> int:
        """Somebody has a book; its id."""
        return issued(self.shop.village, self.shop.account(name).id)

    def words(self) -> str:
        """Everything that can be read on the page in front."""
        page = self.window.page
        assert page is not None
        return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())

    def said(self) -> str:
        """What the window announced last."""
        return self.window._toast.words.removeprefix("✓  ")

    def chosen(self) -> tuple[str, ...]:
        """The lines of what is chosen."""
        return self.page._bill.words

    def tile(self, name: str) -> str:
        """How goods stand on the counter, as it is read aloud."""
        model = self.page._grid._goods
        rows = (model.index(row) for row in range(model.rowCount()))
        return next(str(model.data(row)) for row in rows if f" {name} " in str(model.data(row)))

    def slips(self) -> tuple[SlipRow, ...]:
        """The slips so far, the newest first."""
        with self.shop.village.read() as scope:
            return slips(scope)

    def unprinted(self, book_id: int) -> int:
        """Lines that are not in a book yet."""
        with self.shop.village.read() as scope:
            return book(scope, book_id).unprinted

    def close(self) -> None:
        self.shop.village.store.close()
        assert self.working.failures == []
