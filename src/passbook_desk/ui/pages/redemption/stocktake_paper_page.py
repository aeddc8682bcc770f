"""盘点表 as it will be printed: blank to count on, or with the result."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from passbook_desk.documents.page import Page
from passbook_desk.kernel.changes import Topic
from passbook_desk.ui.pages.redemption.stocktake_paper_presenter import StocktakePaperPresenter
from passbook_desk.ui.shell.paper_page import PaperPage
from passbook_desk.ui.shell.tools import Tools


class StocktakePaperPage(PaperPage):
    """Parameters: `id` of a stocktake; `blind` for the paper to count on, which tells no book stock."""

    topics = frozenset({Topic.GOODS, Topic.VILLAGE})

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools, QCoreApplication.translate("StocktakePaperPage", "盘点表"))
        self._presenter = StocktakePaperPresenter(tools.desk, self, tools.jobs, tools.fontbook)
        self._id, self._blind = 0, False

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("盲盘用的表上没有账面数：照库位数，把件数写在“实盘”一栏。"),
            self.tr("结果表写着账面、实盘、差异和原因，盘点人和监盘人签字后留存。"),
        )

    def read(self, params: Mapping[str, object]) -> None:
        wanted = params.get("id")
        self._id, self._blind = wanted if isinstance(wanted, int) else 0, bool(params.get("blind"))

    def show_pages(self, called: str, pages: Sequence[Page]) -> None:
        """The pages; what they are called names the PDF as well."""
        self.put(called, pages, checked=True)

    def draw(self) -> None:
        self._presenter.draw(self._id, self._blind, self.tr("正在排版…"))
