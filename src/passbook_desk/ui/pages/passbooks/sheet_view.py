"""The page of a book that goes to the printer, at its true size with a ruler, rolled to what is new on it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea

from passbook_desk.documents.fonts import FontBook
from passbook_desk.documents.page import Page
from passbook_desk.ui.kit.preview import Sheet
from passbook_desk.ui.kit.printing import PagePen
from passbook_desk.ui.kit.screen import dots_per_mm


class SheetView(QScrollArea):
    """`show_page` lays a page on the desk; its place of interest is scrolled into the middle."""

    def __init__(self, fontbook: FontBook) -> None:
        super().__init__()
        self._sheet = Sheet(PagePen(fontbook))
        self._sheet.set_ruler(True)
        self.setWidget(self._sheet)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def page(self) -> Page | None:
        """The page shown."""
        return self._sheet.page

    def show_page(self, page: Page | None, middle_mm: float = 0.0) -> None:
        """Show a page; `middle_mm` below its upper edge is what the clerk looks for."""
        self._sheet.set_page(page)
        self._sheet.set_scale(dots_per_mm(self))
        self.ensureVisible(0, self._sheet.down_at(middle_mm), 0, self.viewport().height() // 2)
