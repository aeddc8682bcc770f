"""积分审核单 as it will be printed."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from passbook_desk.documents.page import Page
from passbook_desk.features.ledger.claims.values import SheetContent
from passbook_desk.kernel.errors import Cancelled
from passbook_desk.ui.kit.message_bar import MessageBar, Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.preview import PreviewPanel
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.pages.claims.sheet_presenter import SheetPresenter
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools


class ReviewSheetPage(PageFrame):
    """Preview, print, save as PDF. The parameter `claims` holds the ids of the claims on the sheet."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(QCoreApplication.translate("ReviewSheetPage", "积分审核单"))
        self._tools = tools
        self._presenter = SheetPresenter(tools.desk, self, tools.jobs, tools.fontbook)
        self._hint = MessageBar()
        self._hint.say(self.tr("打印出来逐条审核、三人签字；回到审核页，按单号办理。"))
        self._preview = PreviewPanel(tools.fontbook, tools.jobs, tools.dialogs, tools.announcer)
        self.body.addWidget(self._hint)
        self.body.addWidget(self._preview, 1)

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("打印，或存为 PDF；单号在左上角，同样几条再打还是这个单号。"),
            self.tr("签好字回到审核页，勾选同意的，填单号，F8 通过；不同意的按退回。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        self.message.clear()
        claims = params.get("claims")
        if isinstance(claims, tuple | list):
            self._preview.show_pages((), "")
            self._presenter.draw([int(each) for each in claims], self.tr("正在排审核单…"))

    def show_sheet(self, content: SheetContent, pages: tuple[Page, ...]) -> None:
        """The pages, titled by their number."""
        title = self.tr("积分审核单 {number}").format(number=content.number)
        self.set_title(title)
        self._preview.show_pages(pages, title)

    def show_problem(self, error: BaseException) -> None:
        """Trouble; after 取消 the queue comes back."""
        if isinstance(error, Cancelled):
            self._tools.go(Route("claims"))
        else:
            self.message.say(tell(error), Mood.ERROR)
