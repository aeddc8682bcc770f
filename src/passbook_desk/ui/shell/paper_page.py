"""A page that shows a paper as it will be printed: preview, print, save as PDF."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence

from passbook_desk.documents.page import Page
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.errors import Cancelled
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.preview import PreviewPanel
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools


class PaperPage(PageFrame):
    """The deriving page reads its parameters, has its presenter draw them, and puts what is drawn.

    `back` is the page that comes when 取消 is pressed while the pages are drawn; without it this one stays.
    """

    back: Route | None = None

    def __init__(self, tools: Tools, title: str) -> None:
        super().__init__(title)
        self.tools = tools
        self.preview = PreviewPanel(tools.fontbook, tools.jobs, tools.dialogs, tools.announcer)
        self.body.addWidget(self.preview, 1)

    @abstractmethod
    def read(self, params: Mapping[str, object]) -> None:
        """Keep what is to be shown."""

    @abstractmethod
    def draw(self) -> None:
        """Ask for the pages of what is kept."""

    def enter(self, params: Mapping[str, object]) -> None:
        self.read(params)
        self.preview.show_pages((), "")
        self._draw_anew()

    def refresh(self, topics: frozenset[Topic]) -> None:
        self._draw_anew()

    def put(self, title: str, pages: Sequence[Page], *, checked: bool = False) -> None:
        """The pages; their title names the PDF as well. `checked`: as in PreviewPanel.show_pages."""
        self.set_title(title)
        self.preview.show_pages(pages, title, checked=checked)

    def show_problem(self, error: BaseException) -> None:
        """Trouble; a cancelled job needs no word."""
        if not isinstance(error, Cancelled):
            self.message.say(tell(error), Mood.ERROR)
        elif self.back is not None:
            self.tools.go(self.back)

    def _draw_anew(self) -> None:
        self.message.clear()
        self.draw()
