"""A clerk before the pages of notices: they lie in one stack and Esc goes back, as in the window."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QStackedWidget

from builders.pages import Announced, Answers, AtOnce, VillageDesk
from builders.village import Village, booked, settled_village
from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.page import texts
from passbook_desk.features.notices.commands import issue_notice
from passbook_desk.features.notices.hanging import hang_notice
from passbook_desk.features.notices.values import HangNotice, IssueNotice, NoticeContent, NoticeKind
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.places import resources_folder
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.preview import PreviewPanel
from passbook_desk.ui.pages.notices.card_page import NoticePage
from passbook_desk.ui.pages.notices.page import NoticesPage
from passbook_desk.ui.pages.notices.wizard_page import NoticeWizardPage
from passbook_desk.ui.shell.nav import Navigator
from passbook_desk.ui.shell.permits import allowed
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools

SECOND = "2026Q2"
Pages = Mapping[str, Callable[[Tools], PageFrame]]
PAGES: Final[Pages] = MappingProxyType(
    {"notices": NoticesPage, "notice": NoticePage, "notice_wizard": NoticeWizardPage}
)


class PostingClerk:
    """清泉村 after its second quarter; `went` are the routes that lead to pages of others than `pages`."""

    def __init__(self, folder: Path, day: date = date(2026, 7, 4), pages: Pages = PAGES) -> None:
        self.makers = pages
        self.village: Village = settled_village(folder)
        booked(self.village, (1, 4))
        self.dialogs, self.said, self.went = Answers(), Announced(), list[Route]()
        self.fontbook = FontBook(resources_folder() / "fonts")
        self.pages: dict[str, PageFrame] = {}
        self.stack = QStackedWidget()
        self.stack.resize(1200, 640)
        self.nav = Navigator(self._show, lambda: True)
        self.acts: frozenset[object] | None = None
        self.keys = 0
        self.on(day)

    def on(self, day: date) -> None:
        """Another day: the program was started anew."""
        self.village.on(day)
        for page in self.pages.values():
            self.stack.removeWidget(page)
            page.deleteLater()
        self.pages.clear()
        self.nav = Navigator(self._show, lambda: True)

    def go(self, name: str, **params: object) -> None:
        """Open a page."""
        self.nav.go(Route(name, params))

    def esc(self) -> None:
        """One step back."""
        self.nav.back()

    def key(self, key: Qt.Key) -> None:
        """Press a key where the focus is."""
        self.keys += 1
        front = QApplication.activeModalWidget() or self.stack
        front.activateWindow()
        QApplication.processEvents()
        QTest.keyClick(QApplication.focusWidget() or front, key)

    def press(self, act: str) -> None:
        """Click the button with this id."""
        QApplication.processEvents()
        button = self.page.act_button(act)
        assert button is not None, [each.id for each in self.page.actions_shown]
        assert button.isVisible()
        assert button.isEnabled()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    @property
    def page(self) -> PageFrame:
        """The page in front."""
        page = self.stack.currentWidget()
        assert isinstance(page, PageFrame)
        return page

    @property
    def wizard(self) -> NoticeWizardPage:
        """The wizard in front."""
        assert isinstance(self.page, NoticeWizardPage)
        return self.page

    @property
    def card(self) -> NoticePage:
        """The card in front."""
        assert isinstance(self.page, NoticePage)
        return self.page

    @property
    def offered(self) -> list[str]:
        """The acts that the page shows and that can be seen."""
        QApplication.processEvents()
        ids = [act.id for act in self.page.actions_shown]
        return [each for each in ids if self.page.act_button(each) is not None]

    @property
    def main(self) -> str:
        """The words of the main button at the head of the page."""
        return next(act.title for act in self.page.actions_shown if act.primary)

    def words(self) -> str:
        """Every word that can be seen on the page."""
        labels = [each.text() for each in self.page.findChildren(QLabel) if each.isVisible()]
        buttons = [each.text() for each in self.page.findChildren(QPushButton) if each.isVisible()]
        return "\n".join(labels + buttons)

    def paper(self) -> str:
        """Every word of the pages in the preview."""
        preview = self.page.findChild(PreviewPanel)
        assert isinstance(preview, PreviewPanel)
        return " ".join(text for page in preview._pages for text in texts(page))

    def issued(self, kind: NoticeKind = NoticeKind.QUARTER, about: str = SECOND) -> NoticeContent:
        """Issue a notice without the window."""
        with self.village.write() as tx:
            return issue_notice(tx, IssueNotice(kind, about))

    def hung(self, number: str, hung_on: date, until_on: date) -> None:
        """Hang a notice without the window."""
        with self.village.write() as tx:
            hang_notice(tx, HangNotice(new_uid(), number, hung_on, until_on, "村务公开栏", "刘文书"))

    def close(self) -> None:
        """Go home."""
        self.stack.close()
        self.village.store.close()

    def _show(self, route: Route) -> None:
        if route.name not in self.makers:
            self.went.append(route)
            return
        page = self.pages.get(route.name)
        if page is None:
            page = self.pages[route.name] = self.makers[route.name](self._tools())
            self.stack.addWidget(page)
        if self.acts is not None:
            mine = self.acts
            page.allow(lambda act: allowed(act, mine))  # type: ignore[arg-type]
        self.stack.setCurrentWidget(page)
        self.stack.show()
        page.enter(route.params)

    def _tools(self) -> Tools:
        desk = VillageDesk(self.village)
        return Tools(desk, AtOnce(), self.village.clock, self.dialogs, self.said, self.fontbook, self.nav.go)
