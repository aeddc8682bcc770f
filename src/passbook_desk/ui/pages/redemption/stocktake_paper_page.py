"""盘点表 as it will be printed: blank to count on, or with the result."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from passbook_desk.documents.page import Page
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.errors import Cancelled
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.preview import PreviewPanel
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.pages.redemption.stocktake_paper_presenter import StocktakePaperPresenter
from passbook_desk.ui.shell.tools import Tools


class StocktakePaperPage(PageFrame):
    """Parameters: `id` of a stocktake; `blind` for the paper to count on, which tells no book stock."""

    topics = frozenset({Topic.GOODS, Topic.VILLAGE})

    def __init__(self, tools: Tools) -> None:
        super().__init__(QCoreApplication.translate("StocktakePaperPage", "盘点表"))
        self._presenter = StocktakePaperPresenter(tools.desk, self, tools.jobs, tools.fontbook)
        self._id, self._blind = 0, False
        self.preview = PreviewPanel(tools.fontbook, tools.jobs, tools.dialogs, tools.announcer)
        self.body.addWidget(self.preview, 1)

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("盲盘用的表上没有账面数：照库位数，把件数写在“实盘”一栏。"),
            self.tr("结果表写着账面、实盘、差异和原因，盘点人和监盘人签字后留存。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        wanted = params.get("id")
        self._id, self._blind = wanted if isinstance(wanted, int) else 0, bool(params.get("blind"))
        self.preview.show_pages((), "")
        self._draw()

    def refresh(self, topics: frozenset[Topic]) -> None:
        self._draw()

    def show_pages(self, called: str, pages: Sequence[Page]) -> None:
        """The pages; what they are called names the PDF as well."""
        self.set_title(called)
        self.preview.show_pages(pages, called, checked=True)

    def show_problem(self, error: BaseException) -> None:
        """Trouble; a cancelled job needs no word."""
        if not isinstance(error, Cancelled):
            self.message.say(tell(error), Mood.ERROR)

    def _draw(self) -> None:
        self.message.clear()
        self._presenter.draw(self._id, self._blind, self.tr("正在排版…"))
