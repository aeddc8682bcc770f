"""打印中心: which books wait for the printer, all books, accounts that have none."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel

from passbook_desk.features.households.values import GridRow
from passbook_desk.features.passbooks.books.values import BookTypeRow
from passbook_desk.kernel.changes import Topic
from passbook_desk.ui.kit.actions import Action, action_button, bind
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.table_page import Chip, Empty, TablePage
from passbook_desk.ui.pages.passbooks.book_forms import IssueForm
from passbook_desk.ui.pages.passbooks.grid_choice import GridChoice
from passbook_desk.ui.pages.passbooks.queue_columns import QUEUE_COLUMNS
from passbook_desk.ui.pages.passbooks.queue_presenter import QueuePresenter, Shown
from passbook_desk.ui.pages.passbooks.values import QueueLine
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools


class QueuePage(PageFrame):
    """The queue of 登折, and from it everything else that is done with books.

    The parameter `shown` presses a chip: waiting, all, without.
    """

    topics = frozenset({Topic.LEDGER, Topic.HOUSEHOLDS, Topic.PASSBOOKS, Topic.VILLAGE})

    def __init__(self, tools: Tools) -> None:
        super().__init__(QCoreApplication.translate("QueuePage", "打印中心"))
        self._tools = tools
        self._presenter = QueuePresenter(tools.desk, self, tools.jobs)
        self._form: IssueForm | None = None
        self._issue_to: tuple[QueueLine, ...] = ()
        self._grid = GridChoice()
        self._table: TablePage[QueueLine] = TablePage(
            QUEUE_COLUMNS,
            Empty(""),
            find_hint=self.tr("姓名、拼音首字母、门牌、户编号、存折号"),
            chips=(
                Chip(Shown.WAITING, self.tr("待登折")),
                Chip(Shown.ALL, self.tr("全部存折")),
                Chip(Shown.WITHOUT, self.tr("没有折")),
            ),
        )
        self._lay_out()
        self._connect()

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("表里是等着登折的存折。回车登选中的一本，F9 按表的顺序逐本登。"),
            self.tr("没有合用的打印机：选贴条，打好剪下贴上；或选手写，照屏幕抄。"),
            self.tr("按“没有折”看还没发折的户，选中回车发一本，按“发折”给列出的都发。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        self.message.clear()
        shown = params.get("shown")
        if isinstance(shown, str) and shown in set(Shown):
            self._table.press_chip(shown)
        self._presenter.load()
        self._table.view.setFocus()

    def refresh(self, topics: frozenset[Topic]) -> None:
        self._presenter.load()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._table.view.setFocus()

    def show_grids(self, rows: Sequence[GridRow]) -> None:
        """The grids to choose from."""
        self._grid.show_grids(rows)

    def show_lines(self, rows: Sequence[QueueLine]) -> None:
        """The books listed now; the one the clerk stands on keeps its place."""
        held = self._table.selected_row()
        self._table.set_empty(self._nothing())
        self._table.set_rows(rows)
        kept = held is not None and self._table.select(lambda row: row.account.id == held.account.id)
        if not kept and rows:
            self._table.view.selectRow(0)
        self._table.set_totals(self._totals(rows))
        self._show_acts(bool(rows))
        self._say_of_doubt([row.book.id for row in rows if row.book is not None and row.book.doubted])

    def show_trusted(self, count: int) -> None:
        """These books can be printed in again."""
        self.message.clear()
        self._tools.announcer.done(self.tr("{count} 本可以接着登了。").format(count=count))
        self._presenter.load()

    def show_types(self, rows: Sequence[BookTypeRow]) -> None:
        """The kinds of books are known: the form of issuing comes up."""
        accounts = [line.account for line in self._issue_to]
        self._form = IssueForm(accounts, rows, self._presenter.issue, self)
        self._form.open()

    def show_issued(self, book_ids: Sequence[int]) -> None:
        """The books are made: their covers come next."""
        if self._form is not None:
            self._form.accept()
            self._form = None
        self._tools.announcer.done(self.tr("已发 {count} 本。").format(count=len(book_ids)))
        self._tools.go(Route("book_paper", {"kind": "covers", "books": tuple(book_ids)}))

    def show_problem(self, error: BaseException) -> None:
        """Say what went wrong, in the form where one is open."""
        if self._form is not None and self._form.isVisible():
            self._form.show_refused(error)
        else:
            self.message.say(tell(error), Mood.ERROR)

    def _lay_out(self) -> None:
        word = QLabel(self.tr("范围"))
        word.setBuddy(self._grid)
        choice = QHBoxLayout()
        choice.setSpacing(8)
        choice.addWidget(word)
        choice.addWidget(self._grid)
        self.beside_title.addSpacing(16)
        self.beside_title.addLayout(choice)
        self.beside_title.addStretch(1)
        self.body.addWidget(self._table, 1)
        go = self._tools.go
        self.set_actions(
            [
                Action("check.open", self.tr("核验"), lambda: go(Route("check_code"))),
                Action("print.copies", self.tr("副本"), lambda: go(Route("copies"))),
                Action("print.log", self.tr("打印记录"), lambda: go(Route("copies", {"log": "books"}))),
                Action("print.calibrate", self.tr("校准"), lambda: go(Route("calibration"))),
                Action("print.types", self.tr("折样"), lambda: go(Route("book_types"))),
            ]
        )
        self._verbs = (
            Action("print.booklet", self.tr("整本"), lambda: self._together("booklet", one=True)),
            Action("print.hand", self.tr("手写"), lambda: self._together("hand")),
            Action("print.strip", self.tr("贴条"), lambda: self._together("strip")),
            Action("books.open", self.tr("存折册"), self._open_card),
            Action("print.issue", self.tr("发折"), self._issue_listed),
            Action("print.post", self.tr("逐本登折"), self._post_listed, "F9", primary=True),
        )
        self.footer.addStretch(1)
        for verb in self._verbs:
            self.footer.addWidget(action_button(verb))
        bind(self, self._verbs)

    def _connect(self) -> None:
        self._grid.activated.connect(lambda _place: self._choose())
        self._table.chip_changed.connect(lambda _key: self._choose())
        self._table.find_changed.connect(self._presenter.find)
        self._table.opened.connect(self._open)

    def _show_acts(self, some: bool) -> None:
        """Without a book there is nothing to print, with one nothing to issue."""
        bare = self._table.chip == Shown.WITHOUT
        for verb in self._verbs:
            button = self.act_button(verb.id)
            if button is not None:
                issuing = verb.id == "print.issue"
                button.setEnabled(some and (bare if issuing else not bare or verb.id == "books.open"))

    def _say_of_doubt(self, doubted: Sequence[int]) -> None:
        """Since a restore nobody has looked at the paper of these books."""
        if doubted:
            words = self.tr("恢复过备份，{count} 本要拿折来核对再登：回车一本一本看。")
            self.message.say(
                words.format(count=len(doubted)), Mood.WARN, self.tr("都对得上"), lambda: self._trust(doubted)
            )

    def _trust(self, doubted: Sequence[int]) -> None:
        sentence = self.tr("备份以后没有往这 {count} 本折上打过？是怎么知道的？").format(count=len(doubted))
        reason = self._tools.dialogs.ask_reason(self.tr("都对得上"), sentence, self.tr("接着登"))
        if reason is not None:
            self._presenter.trust(doubted, reason)

    def _totals(self, rows: Sequence[QueueLine]) -> str:
        if not rows:
            return ""
        if self._table.chip == Shown.WITHOUT:
            return self.tr("{count} 个账号还没有存折。").format(count=len(rows))
        lines = sum(row.book.unprinted for row in rows if row.book is not None)
        waiting = sum(row.book is not None and row.book.open_print for row in rows)
        words = self.tr("{count} 本，未登 {lines} 行。").format(count=len(rows), lines=lines)
        if waiting:
            words += self.tr("{count} 本等答复。").format(count=waiting)
        return words

    def _nothing(self) -> Empty:
        narrowed = self._grid.currentIndex() > 0 or self._table.find_line.wanted()
        if narrowed:
            return Empty(self.tr("没有这样的存折。"), self.tr("列出全部"), self._choose_all)
        if self._table.chip == Shown.WAITING:
            words = self.tr("没有要登的存折，都在折上了。还没发折的，在“没有折”里。")
            return Empty(words, self.tr("看没有折的"), lambda: self._table.press_chip(Shown.WITHOUT))
        if self._table.chip == Shown.WITHOUT:
            return Empty(
                self.tr("每个账号都有存折了。"),
                self.tr("看待登折的"),
                lambda: self._table.press_chip(Shown.WAITING),
            )
        words = self.tr("还没有发过存折。在“没有折”里给户和党员发折。")
        return Empty(words, self.tr("看没有折的"), lambda: self._table.press_chip(Shown.WITHOUT))

    def _choose_all(self) -> None:
        self._table.find_line.clear()
        self._grid.setCurrentIndex(0)
        self._presenter.find("")
        self._choose()

    def _choose(self) -> None:
        self.message.clear()
        self._presenter.choose(Shown(self._table.chip), self._grid.currentData())

    def _open(self, line: QueueLine) -> None:
        """Enter: print in the book, or issue one."""
        if line.book is None:
            self._issue((line,))
        else:
            self._tools.go(Route("post", {"book": line.book.id}))

    def _open_card(self) -> None:
        line = self._table.selected_row()
        if line is None:
            self.message.say(self.tr("先在表里选一本。"), Mood.NOTE)
        else:
            self._tools.go(Route("books", {"account": line.account.id}))

    def _listed(self) -> tuple[int, ...]:
        return tuple(row.book.id for row in self._table.model.rows() if row.book is not None)

    def _post_listed(self) -> None:
        listed = self._listed()
        if listed:
            self._tools.go(Route("post", {"books": listed}))

    def _issue_listed(self) -> None:
        self._issue(tuple(row for row in self._table.model.rows() if row.book is None))

    def _issue(self, lines: tuple[QueueLine, ...]) -> None:
        if lines:
            self.message.clear()
            self._issue_to = lines
            self._presenter.load_types()

    def _together(self, way: str, *, one: bool = False) -> None:
        """Books on one pile of paper: all that are listed, a booklet for the one chosen."""
        line = self._table.selected_row()
        chosen = (line.book.id,) if line is not None and line.book is not None else ()
        listed = chosen if one else self._listed()
        if listed:
            self._tools.go(Route("sheets", {"way": way, "books": listed}))
        else:
            self.message.say(self.tr("先在表里选一本。"), Mood.NOTE)
