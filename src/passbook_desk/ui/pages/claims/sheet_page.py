"""积分审核单 as it will be printed."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from passbook_desk.documents.page import Page
from passbook_desk.features.ledger.claims.values import SheetContent
from passbook_desk.ui.kit.message_bar import MessageBar
from passbook_desk.ui.pages.claims.sheet_presenter import SheetPresenter
from passbook_desk.ui.shell.paper_page import PaperPage
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools


class ReviewSheetPage(PaperPage):
    """Preview, print, save as PDF. The parameter `claims` holds the ids of the claims on the sheet."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools, QCoreApplication.translate("ReviewSheetPage", "积分审核单"))
        self._presenter = SheetPresenter(tools.desk, self, tools.jobs, tools.fontbook)
        self.back = Route("claims")
        self._claims: tuple[int, ...] = ()
        hint = MessageBar()
        hint.say(self.tr("打印出来逐条审核、三人签字；回到审核页，按单号办理。"))
        self.body.insertWidget(0, hint)

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("打印，或存为 PDF；单号在左上角，同样几条再打还是这个单号。"),
            self.tr("签好字回到审核页，勾选同意的，填单号，F8 通过；不同意的按退回。"),
        )

    def read(self, params: Mapping[str, object]) -> None:
        claims = params.get("claims")
        self._claims = tuple(int(each) for each in claims) if isinstance(claims, tuple | list) else ()

    def draw(self) -> None:
        if self._claims:
            self._presenter.draw(self._claims, self.tr("正在排审核单…"))

    def show_sheet(self, content: SheetContent, pages: tuple[Page, ...]) -> None:
        """The pages, titled by their number."""
        self.put(self.tr("积分审核单 {number}").format(number=content.number), pages)
