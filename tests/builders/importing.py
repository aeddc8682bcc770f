"""A clerk at a page that brings the rows of a workbook in."""

from pathlib import Path
from typing import Any, Generic, TypeVar

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from builders.pages import Announced, Answers, HeldJobs, TellingDesk
from builders.village import Village
from passbook_desk.documents.fonts import FontBook
from passbook_desk.kernel.places import resources_folder
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.sheet_import_page import SheetImportPage
from passbook_desk.ui.shell.tools import Tools

Page = TypeVar("Page", bound=SheetImportPage[Any])


class ImportClerk(Generic[Page]):
    """Begin with `open`; `dialogs.file` is what the clerk picks, `way` where the page leads."""

    page: Page

    def __init__(self, village: Village, file: Path) -> None:
        self.village = village
        self.dialogs, self.said = Answers(file=file), Announced()
        self.way: list[Route] = []
        self.jobs, self.desk = HeldJobs(), TellingDesk(village)
        fonts = FontBook(resources_folder() / "fonts")
        self.tools = Tools(
            self.desk, self.jobs, village.clock, self.dialogs, self.said, fonts, self.way.append
        )

    def open(self, page: Page) -> None:
        """The page comes to the front; the window tells it what changed."""
        self.page = page
        self.desk.tell = page.refresh
        page.resize(1216, 650)
        page.show()
        page.activateWindow()
        assert QTest.qWaitForWindowActive(page)
        page.enter({})

    def read(self, path: Path | None = None) -> None:
        """Choose a workbook, the one picked last where none is named."""
        if path is not None:
            self.dialogs.file = path
        button = self.page.act_button(f"{self.page._prefix}.pick")
        assert button is not None
        button.click()

    @property
    def lines(self) -> tuple[Any, ...]:
        """The rows that the chip shows."""
        return tuple(self.page._table.model.rows())

    @property
    def totals(self) -> str:
        """What is said of all rows."""
        return self.page._table._totals.text()

    def stand_on(self, row: int) -> None:
        """Choose a row by its number in the workbook."""
        assert self.page._table.select(lambda line: line.said.row == row)

    def cure(self, words: str) -> None:
        """Press the button with these words."""
        QApplication.processEvents()
        buttons = self.page.findChildren(QPushButton)
        (button,) = (each for each in buttons if each.text() == words and each.isVisible())
        button.click()

    def close(self) -> None:
        """The page and the file."""
        self.page.close()
        self.village.store.close()
