"""The paper around the lines: covers and holder pages, forms of blank stock, a copy of what a book says."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from passbook_desk.documents.page import Page
from passbook_desk.features.passbooks.books.values import BookRow
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.errors import Cancelled
from passbook_desk.ui.kit.actions import Action
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.ports import Printers
from passbook_desk.ui.kit.preview import PreviewPanel
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.pages.passbooks.paper_presenter import PaperKind, PaperPresenter
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools


class BookPaperPage(PageFrame):
    """Parameters: `kind` (covers, forms, register) and `books` (ids; one for forms and register)."""

    topics = frozenset({Topic.PASSBOOKS})

    def __init__(self, tools: Tools, printers: Printers | None = None) -> None:
        super().__init__(QCoreApplication.translate("BookPaperPage", "封面和首页"))
        self._tools = tools
        self._presenter = PaperPresenter(
            tools.desk, self, tools.jobs, tools.clock, tools.fontbook, tools.corrections
        )
        self._kind = PaperKind.COVERS
        self._ids: tuple[int, ...] = ()
        self._preview = PreviewPanel(
            tools.fontbook,
            tools.jobs,
            tools.dialogs,
            tools.announcer,
            printers=printers,
            gate=lambda printer, go: self._presenter.send(printer, self._pages, go),
        )
        self._pages: Sequence[Page] = ()
        self.body.addWidget(self._preview, 1)

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("每本折两页：封面和首页。按册放纸，一本一本打，或存为 PDF。"),
            self.tr("空白折还要打内页的表格，按“内页表格”。印好格子的折不用打。"),
            self.tr("打坏了可以再打，这里打几遍都不算登折。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        self.message.clear()
        kind, ids = params.get("kind"), params.get("books")
        self._kind = PaperKind(kind) if isinstance(kind, str) else PaperKind.COVERS
        self._ids = tuple(int(number) for number in ids) if isinstance(ids, Sequence) else ()
        self._pages = ()
        self.set_title(self._word())
        self.set_actions([])
        self._preview.show_pages((), "")
        self._presenter.load(self._kind, self._ids, self.tr("正在排版…"))

    def leave(self) -> bool:
        self._presenter.forget()
        return True

    def show_pages(self, rows: tuple[BookRow, ...], pages: Sequence[Page]) -> None:
        """The pages, with how many books they are for."""
        self._pages = pages
        title = self._word()
        if len(rows) == 1:
            title = f"{title} {rows[0].number} {rows[0].holder}"
        else:
            title = self.tr("{what} {count} 本").format(what=title, count=len(rows))
        self.set_title(title)
        self._preview.show_pages(pages, title, checked=True)
        self._set_acts(rows)

    def show_problem(self, error: BaseException) -> None:
        """Trouble; after 取消 back to the print centre."""
        if isinstance(error, Cancelled):
            self._tools.go(Route("print"))
        else:
            self.message.say(tell(error), Mood.ERROR)

    def _word(self) -> str:
        words = {
            PaperKind.COVERS: self.tr("封面和首页"),
            PaperKind.FORMS: self.tr("内页表格"),
            PaperKind.REGISTER: self.tr("副本"),
        }
        return words[self._kind]

    def _set_acts(self, rows: tuple[BookRow, ...]) -> None:
        acts = []
        go = self._tools.go
        if self._kind is PaperKind.COVERS and rows and rows[0].layout.blank:
            forms = Route("book_paper", {"kind": "forms", "books": self._ids[:1]})
            acts.append(Action("print.forms", self.tr("内页表格"), lambda: go(forms)))
        if self._kind is PaperKind.COVERS and rows:
            post = Route("post", {"books": self._ids})
            acts.append(Action("print.post", self.tr("登折"), lambda: go(post), "F9"))
        self.set_actions(acts)
