"""The roster as it will be printed: a grid, or the whole village grid after grid."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from passbook_desk.documents.page import Page
from passbook_desk.features.households.roster.content import RosterContent
from passbook_desk.kernel.changes import Topic
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.message_bar import MessageBar
from passbook_desk.ui.pages.households.exports_presenter import PaperPresenter
from passbook_desk.ui.shell.paper_page import PaperPage
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools


class RosterPaperPage(PaperPage):
    """Preview, print, save as PDF. The parameter `grid` is a grid's code; without it the whole village."""

    topics = frozenset({Topic.HOUSEHOLDS, Topic.VILLAGE})

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools, QCoreApplication.translate("RosterPaperPage", "花名册"))
        self._presenter = PaperPresenter(tools.desk, self, tools.jobs, tools.fontbook)
        self.back = Route("households")
        self._grid: str | None = None
        private = MessageBar()
        private.say(self.tr("花名册上电话已打码，没有身份证号和人员类别。只供村内工作用，不要张贴。"))
        self.body.insertWidget(0, private)

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("一页 25 户，户主、成员、住址和打了码的电话；每个网格另起一页。"),
            self.tr("打印，或存为 PDF。要改成表格用，回户册按“导出 Excel”。"),
        )

    def read(self, params: Mapping[str, object]) -> None:
        grid = params.get("grid")
        self._grid = grid if isinstance(grid, str) else None

    def leave(self) -> bool:
        self._presenter.forget()
        return True

    def show_paper(self, content: RosterContent, pages: tuple[Page, ...]) -> None:
        """The pages, titled by their grid and the day."""
        whose = content.grids[0].grid.name if self._grid is not None else content.village_name
        title = self.tr("{whose}花名册 {day}").format(whose=whose, day=day_text(content.as_of))
        self.put(title, pages)

    def draw(self) -> None:
        self._presenter.draw(self._grid, self.tr("正在排花名册…"))
