"""A page of figures that is shown as it will be printed as well, and saved as a workbook."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget, QWidget

from passbook_desk.kernel.errors import Cancelled
from passbook_desk.ui.kit.actions import Action
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.ports import FileKind
from passbook_desk.ui.kit.preview import PreviewPanel
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.shell.tools import Tools


class PrintablePage(PageFrame):
    """The deriving page makes the pane with its figures and ends its constructor with `lay_out`.

    With the parameter `paper` it shows its pages: `turn` in `enter` keeps that in `_paper`.
    """

    def __init__(self, tools: Tools, title: str) -> None:
        super().__init__(title)
        self._tools = tools
        self._paper = False
        self.preview = PreviewPanel(tools.fontbook, tools.jobs, tools.dialogs, tools.announcer)
        self._panes = QStackedWidget()

    @abstractmethod
    def acts(self) -> Sequence[Action]:
        """What can be done while the figures are shown."""

    def lay_out(self, figures: QWidget) -> None:
        """The figures, and the pages behind them."""
        self._panes.addWidget(figures)
        self._panes.addWidget(self.preview)
        self.body.addWidget(self._panes, 1)
        self.set_actions(self.acts())

    def turn(self, params: Mapping[str, object]) -> None:
        """Show the figures or, empty until they are drawn, the pages."""
        self._paper = bool(params.get("paper"))
        if self._paper:
            self.preview.show_pages((), "")
        self._panes.setCurrentWidget(self.preview if self._paper else self._panes.widget(0))
        self.set_actions(() if self._paper else self.acts())

    def pick_workbook(self, name: str) -> Path | None:
        """Where the clerk wants the workbook; `name` is the file name that is offered."""
        kind = FileKind(QCoreApplication.translate("PrintablePage", "Excel 表格"), ("*.xlsx",))
        title = QCoreApplication.translate("PrintablePage", "存为 Excel")
        return self._tools.dialogs.pick_save(title, name, kind)

    def show_saved(self, target: Path) -> None:
        """The workbook is written."""
        words = QCoreApplication.translate("PrintablePage", "已存为 {name}。")
        self._tools.announcer.made(words.format(name=target.name), target)

    def show_problem(self, error: BaseException) -> None:
        """Trouble; a cancelled job needs no word."""
        if not isinstance(error, Cancelled):
            self.message.say(tell(error), Mood.ERROR)
