"""A clerk who keeps objections: the list and the card of one, as the window shows them."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from builders.posting import PostingClerk
from builders.wall import hung, issued
from passbook_desk.ui.kit.theme import Theme
from passbook_desk.ui.pages.notices.objection_page import ObjectionPage
from passbook_desk.ui.pages.notices.objections_page import ObjectionsPage
from ui.surroundings import types

JULY_3 = date(2026, 7, 3)


class ObjectionClerk(PostingClerk):
    """王建国 and 欧阳明 have ten points on the notice that hangs since July 2; today is July 3."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, JULY_3, {"objections": ObjectionsPage, "objection": ObjectionPage})
        self.publish()

    def publish(self) -> None:
        """Issue the notice of the quarter and hang it."""
        issued(self.village, on=date(2026, 7, 1))
        self.village.on(date(2026, 7, 2))
        hung(self.village)
        self.on(JULY_3)

    @property
    def list(self) -> ObjectionsPage:
        """The list in front."""
        assert isinstance(self.page, ObjectionsPage)
        return self.page

    @property
    def one(self) -> ObjectionPage:
        """The page of one objection in front."""
        assert isinstance(self.page, ObjectionPage)
        return self.page

    def words(self) -> str:
        """Every word that can be seen, once the page has settled."""
        QApplication.processEvents()
        return super().words()

    def types(self, widget: QWidget, text: str) -> None:
        """Type into a field."""
        self.keys += len(text)
        widget.setFocus()
        QApplication.processEvents()
        types(widget, text)


@pytest.fixture
def keeper(theme: Theme, tmp_path: Path) -> Iterator[ObjectionClerk]:
    someone = ObjectionClerk(tmp_path)
    yield someone
    someone.close()
