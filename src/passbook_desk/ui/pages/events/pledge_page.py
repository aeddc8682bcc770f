"""打承诺书: pledges as they will be printed, one sheet for each signer."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from passbook_desk.documents.page import Page
from passbook_desk.features.events.bodies.values import PledgeSheet
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.errors import Cancelled
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.preview import PreviewPanel
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.pages.events.pledge_presenter import PledgePresenter
from passbook_desk.ui.shell.tools import Tools


class PledgePaperPage(PageFrame):
    """Parameters: `sheets`, a tuple of PledgeSheet, none for a blank one; `words`, a version of the words."""

    topics = frozenset({Topic.EVENTS, Topic.VILLAGE})

    def __init__(self, tools: Tools) -> None:
        super().__init__(QCoreApplication.translate("PledgePaperPage", "移风易俗承诺书"))
        self._presenter = PledgePresenter(tools.desk, self, tools.jobs, tools.fontbook)
        self._sheets: tuple[PledgeSheet, ...] = ()
        self._version: int | None = None
        self.preview = PreviewPanel(tools.fontbook, tools.jobs, tools.dialogs, tools.announcer)
        self.body.addWidget(self.preview, 1)

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("一人一页，请本人签名；理事会的人在旁见证。"),
            self.tr("签好了回到承诺书，按“登记签订”。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        self.message.clear()
        given = params.get("sheets", ())
        assert isinstance(given, tuple)
        self._sheets = given or (PledgeSheet(),)
        self._version = int(str(params["words"])) if "words" in params else None
        self.preview.show_pages((), "")
        self._draw()

    def refresh(self, topics: frozenset[Topic]) -> None:
        self._draw()

    def show_pages(self, pages: Sequence[Page]) -> None:
        """The sheets are drawn; their characters were checked."""
        self.preview.show_pages(pages, self.title, checked=True)

    def show_problem(self, error: BaseException) -> None:
        """Trouble; a cancelled job needs no word."""
        if not isinstance(error, Cancelled):
            self.message.say(tell(error), Mood.ERROR)

    def _draw(self) -> None:
        self._presenter.draw(self._sheets, self._version, self.tr("正在排承诺书…"))
