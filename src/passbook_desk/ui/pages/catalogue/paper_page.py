from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from passbook_desk.documents.page import Page
from passbook_desk.features.catalogue.paper import CatalogueSheet, ComparisonSheet
from passbook_desk.features.catalogue.values import Draft
from passbook_desk.kernel.changes import Topic
from passbook_desk.ui.pages.catalogue.paper_presenter import PaperPresenter
from passbook_desk.ui.shell.paper_page import PaperPage
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools


class CataloguePaperPage(PaperPage):
    """Preview, print, save as PDF: `version` for the wall; `old` and `new` for what differs."""

    topics = frozenset({Topic.CATALOGUE, Topic.VILLAGE})

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools, QCoreApplication.translate("CataloguePaperPage", "积分细则"))
        self._presenter = PaperPresenter(tools.desk, self, tools.jobs, tools.fontbook)
        self.back = Route("catalogue")
        self._params: dict[str, int] = {}

    def help_steps(self) -> tuple[str, ...]:
        return (self.tr("打印张贴，或存为 PDF。停用和没定分值的事项不列在表里。"),)

    def read(self, params: Mapping[str, object]) -> None:
        self._params = {key: value for key, value in params.items() if isinstance(value, int)}

    def leave(self) -> bool:
        self._presenter.forget()
        return True

    def show_paper(self, sheet: CatalogueSheet | ComparisonSheet, pages: tuple[Page, ...]) -> None:
        """The pages, titled by what they show."""
        if isinstance(sheet, ComparisonSheet):
            title = self.tr("积分细则对照表")
        elif isinstance(sheet.catalogue, Draft):
            title = self.tr("积分细则讨论稿")
        else:
            title = self.tr("积分细则第 {number} 版").format(number=sheet.catalogue.number)
        self.put(title, pages)

    def draw(self) -> None:
        label = self.tr("正在排版…")
        if "old" in self._params:
            self._presenter.draw_comparison(self._params["old"], self._params.get("new", 0), label)
        else:
            self._presenter.draw_catalogue(self._params.get("version", 0), label)
