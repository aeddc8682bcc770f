"""打承诺书: pledges as they will be printed, one sheet for each signer."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from passbook_desk.documents.page import Page
from passbook_desk.features.events.bodies.values import PledgeSheet
from passbook_desk.kernel.changes import Topic
from passbook_desk.ui.pages.events.pledge_presenter import PledgePresenter
from passbook_desk.ui.shell.paper_page import PaperPage
from passbook_desk.ui.shell.tools import Tools


class PledgePaperPage(PaperPage):
    """Parameters: `sheets`, a tuple of PledgeSheet, none for a blank one; `words`, a version of the words."""

    topics = frozenset({Topic.EVENTS, Topic.VILLAGE})

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools, QCoreApplication.translate("PledgePaperPage", "移风易俗承诺书"))
        self._presenter = PledgePresenter(tools.desk, self, tools.jobs, tools.fontbook)
        self._sheets: tuple[PledgeSheet, ...] = ()
        self._version: int | None = None

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("一人一页，请本人签名；理事会的人在旁见证。"),
            self.tr("签好了回到承诺书，按“登记签订”。"),
        )

    def read(self, params: Mapping[str, object]) -> None:
        given = params.get("sheets", ())
        assert isinstance(given, tuple)
        self._sheets = given or (PledgeSheet(),)
        self._version = int(str(params["words"])) if "words" in params else None

    def show_pages(self, pages: Sequence[Page]) -> None:
        """The sheets are drawn; their characters were checked."""
        self.put(self.title, pages, checked=True)

    def draw(self) -> None:
        self._presenter.draw(self._sheets, self._version, self.tr("正在排承诺书…"))
