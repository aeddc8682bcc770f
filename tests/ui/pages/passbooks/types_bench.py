"""The page of kinds of books on a village, to press and drag as a clerk would."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from builders.books import account_ids, issued
from builders.pages import Announced, Answers, AtOnce, VillageDesk
from builders.village import Village
from passbook_desk.documents.fonts import FontBook
from passbook_desk.features.passbooks.books.layouts import BookLayout
from passbook_desk.features.passbooks.books.starter import SHIPPED
from passbook_desk.features.passbooks.books.types import book_types
from passbook_desk.features.passbooks.books.values import BookTypeRow
from passbook_desk.ui.pages.passbooks.types_page import BookTypesPage
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools
from ui.surroundings import types

BIG = SHIPPED[0]


class Hearing(Answers):
    """Answers that also note what stood in small print."""

    def __init__(self) -> None:
        super().__init__()
        self.details: list[str] = []

    def confirm(self, title: str, sentence: str, act: str, detail: str = "") -> bool:
        self.details.append(detail)
        return super().confirm(title, sentence, act, detail)

    def tell(self, title: str, sentence: str, detail: str = "") -> None:
        self.details.append(detail)
        super().tell(title, sentence, detail)


class Bench:
    """The page on a village where two households have the big book; going from page to page works."""

    def __init__(self, qtbot: QtBot, village: Village, fontbook: FontBook) -> None:
        self.village, self.answers, self.announced = village, Hearing(), Announced()
        for account in account_ids(village)[:2]:
            issued(village, account)
        self.desk = VillageDesk(village)
        self.qtbot = qtbot
        self.page = BookTypesPage(
            Tools(
                desk=self.desk,
                jobs=AtOnce(),
                clock=village.clock,
                dialogs=self.answers,
                announcer=self.announced,
                fontbook=fontbook,
                go=self.go,
            )
        )
        qtbot.addWidget(self.page)
        self.page.resize(1130, 620)
        with qtbot.waitExposed(self.page):
            self.page.show()
        self.page.activateWindow()
        qtbot.waitUntil(self.page.isActiveWindow)
        self.page.enter({})

    def go(self, route: Route) -> None:
        assert self.page.leave()
        self.page.enter(route.params)
        QApplication.processEvents()

    def press(self, action: str) -> None:
        button = self.page.act_button(action)
        assert button is not None
        button.click()
        QApplication.processEvents()

    def kinds(self) -> dict[str, BookTypeRow]:
        with self.village.read() as scope:
            return {row.layout.name: row for row in book_types(scope)}

    def choose(self, name: str) -> None:
        assert self.page._table.select(lambda row: row.layout.name == name)

    def edit(self, name: str = BIG.name) -> None:
        self.choose(name)
        self.press("types.edit")

    def listed(self) -> list[str]:
        return [row.layout.name for row in self.page._table.model.rows()]

    @property
    def layout(self) -> BookLayout:
        layout = self.page.editor.settle()
        assert layout is not None
        return layout

    def type_number(self, key: str, text: str) -> None:
        edit = self.page.editor.form.numbers[key]
        edit.selectAll()
        types(edit, text)
        self.page.editor.settle()

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """From a place on the page to another one, in millimetres."""
        canvas = self.page.editor.canvas
        first, last = (point(canvas.place_of(*place)) for place in (start, end))
        self.qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=first)
        self.qtbot.mouseMove(canvas, (first + last) / 2)
        self.qtbot.mouseMove(canvas, last)
        self.qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=last)

    def key(self, *keys: Qt.Key, shift: bool = False) -> None:
        modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        for key in keys:
            self.qtbot.keyClick(self.page.editor.canvas, key, modifier)


def point(place: QPointF) -> QPoint:
    return QPoint(round(place.x()), round(place.y()))
