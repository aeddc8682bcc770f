from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from passbook_desk.documents.page import Page
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.period import DateSpan
from passbook_desk.ui.pages.redemption.stock_print_presenter import StockPrintPresenter
from passbook_desk.ui.shell.paper_page import PaperPage
from passbook_desk.ui.shell.tools import Tools


class StockPrintPage(PaperPage):
    """Parameters: `paper`, the id of one; else `first`, `last` and `outlet` (None for all) of a ledger."""

    topics = frozenset({Topic.GOODS, Topic.VILLAGE})

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools, QCoreApplication.translate("StockPrintPage", "打印预览"))
        self._presenter = StockPrintPresenter(tools.desk, self, tools.jobs, tools.fontbook)
        self._params: Mapping[str, object] = {}

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("入库单、调拨单、退货单一式两份：存根联自己留，交接联给对方。"),
            self.tr("两边都签了字再收好；以后按单号就能找到。"),
        )

    def read(self, params: Mapping[str, object]) -> None:
        self._params = params

    def show_pages(self, called: str, pages: Sequence[Page]) -> None:
        """The pages; what they are called names the PDF as well."""
        self.put(called, pages, checked=True)

    def draw(self) -> None:
        label = self.tr("正在排版…")
        paper, first, last = (self._params.get(key) for key in ("paper", "first", "last"))
        if isinstance(paper, int):
            self._presenter.draw_paper(paper, label)
        elif isinstance(first, date) and isinstance(last, date):
            outlet = self._params.get("outlet")
            self._presenter.draw_ledger(
                DateSpan(first, last), outlet if isinstance(outlet, int) else None, label
            )
