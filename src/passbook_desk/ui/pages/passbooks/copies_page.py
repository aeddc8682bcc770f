from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from passbook_desk.documents.page import Page
from passbook_desk.features.households.values import GridRow
from passbook_desk.features.ledger.values import AccountRow, Colour
from passbook_desk.features.passbooks.books.values import BookPrintRow
from passbook_desk.features.passbooks.values import PassbookContent, PrintoutRow
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.errors import Cancelled
from passbook_desk.ui.kit.actions import Action, ToggleButton
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.icons import BadgeLabel
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.preview import PreviewPanel
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.table_page import Chip, Empty, TablePage
from passbook_desk.ui.pages.passbooks.copies_columns import (
    BOOK_COLUMNS,
    PRINT_COLUMNS,
    PRINTOUT_COLUMNS,
)
from passbook_desk.ui.pages.passbooks.copies_presenter import CopiesPresenter, count_colours
from passbook_desk.ui.pages.passbooks.grid_choice import GridChoice
from passbook_desk.ui.pages.passbooks.words import book_badge, book_word
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools

_BOTH = "both"
_COPIES = Route("copies")
_LOG = Route("copies", {"log": "copies"})


class CopiesPage(PageFrame):
    """Choose books, look at their pages, print or save them, look back at what was printed.

    Parameters: `account` (a number as text, or an id) or `accounts` (ids) lead straight to the preview,
    `log` to what was printed last: "books" into books, "copies" as copies.
    """

    topics = frozenset({Topic.LEDGER, Topic.HOUSEHOLDS, Topic.PASSBOOKS, Topic.VILLAGE})

    def __init__(self, tools: Tools) -> None:
        super().__init__(QCoreApplication.translate("CopiesPage", "副本"))
        self._tools = tools
        self._presenter = CopiesPresenter(tools.desk, self, tools.jobs, tools.clock, tools.fontbook)
        self._params: Mapping[str, object] = {}
        self._wants_focus = False
        self._panes = QStackedWidget()
        for pane in (self._choosing_pane(), self._preview_pane(), self._log_pane()):
            self._panes.addWidget(pane)
        self.body.addWidget(self._panes, 1)

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("选网格和红绿，或查找一户；表里列出的就是要打的存折。"),
            self.tr("F12 看列出的全部，回车只看选中的一本。"),
            self.tr("打印或存为 PDF。打印件只供查看，不是存折，不算登折。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        self.message.clear()
        self._params = params
        self._presenter.forget_preview()
        if "account" in params or "accounts" in params:
            self._open_preview()
        elif "log" in params:
            self._show_pane(2, self.tr("打印记录"), [])
            self._choose_log(params["log"] == "copies")
            self._presenter.load_log()
        else:
            self._show_pane(0, self.tr("副本"), self._choosing_acts())
            self._presenter.load()

    def leave(self) -> bool:
        self._presenter.forget_preview()
        return True

    def refresh(self, topics: frozenset[Topic]) -> None:
        if self._panes.currentIndex() == 0:
            self._presenter.load()
        elif self._panes.currentIndex() == 2:
            self._presenter.load_log()
        elif topics - {Topic.PASSBOOKS}:
            self._open_preview()

    def show_grids(self, rows: Sequence[GridRow]) -> None:
        """The grids to choose from."""
        self._grid.show_grids(rows)

    def show_books(self, rows: Sequence[AccountRow]) -> None:
        """The books that are chosen now."""
        self._books.set_empty(self._nothing())
        self._books.set_rows(rows)
        red, green = count_colours(rows)
        self._books.set_totals(
            self.tr("列出 {count} 本：红色 {red} 本，绿色 {green} 本。回车只看选中的一本。").format(
                count=len(rows), red=red, green=green
            )
            if rows
            else ""
        )
        button = self.act_button("print.listed")
        if button is not None:
            button.setEnabled(bool(rows))

    def show_preview(self, books: Sequence[PassbookContent], pages: Sequence[Page]) -> None:
        """The pages, with how many books of which colour they are."""
        accounts = [book.account for book in books]
        title = self._heading(accounts)
        self.set_title(title)
        self._preview.show_pages(pages, title)
        counts = zip((Colour.RED, Colour.GREEN), count_colours(accounts), strict=True)
        for colour, count in counts:
            label = self._badges[colour]
            words = self.tr("{book} {count} 本").format(book=book_word(colour), count=count)
            label.set_word(words)
            label.setVisible(count > 0)
        day = day_text(books[0].as_of) if books else ""
        self._caution.setText(self.tr("截至 {day} 的打印件：只供查看，不是存折，不算登折。").format(day=day))

    def show_printouts(self, rows: Sequence[PrintoutRow]) -> None:
        """What was printed last as copies."""
        self._copied.set_rows(rows)
        self._copied.set_totals(self.tr("最近 {count} 本。").format(count=len(rows)) if rows else "")
        self._stand_in_log()

    def show_prints(self, rows: Sequence[BookPrintRow]) -> None:
        """What was sent last to the paper of books."""
        self._into_books.set_rows(rows)
        words = self.tr("最近 {count} 次。回车看这本折。").format(count=len(rows)) if rows else ""
        self._into_books.set_totals(words)
        self._stand_in_log()

    def show_logged(self, books: int) -> None:
        """The books are in the log."""
        self.message.say(
            self.tr("{count} 本已记入打印记录。").format(count=books),
            Mood.OK,
            self.tr("看打印记录"),
            lambda: self._tools.go(_LOG),
        )

    def show_problem(self, error: BaseException) -> None:
        """Trouble; after 取消 the books can be chosen anew."""
        if isinstance(error, Cancelled):
            self._tools.go(_COPIES)
        else:
            self.message.say(tell(error), Mood.ERROR)

    def _choosing_pane(self) -> QWidget:
        self._grid = GridChoice()
        self._grid.activated.connect(lambda _place: self._choose())
        word = QLabel(self.tr("范围"))
        word.setBuddy(self._grid)
        self._books: TablePage[AccountRow] = TablePage(
            BOOK_COLUMNS,
            Empty(""),
            find_hint=self.tr("姓名、拼音首字母、门牌、户编号、账号"),
            chips=(
                Chip(_BOTH, self.tr("红绿都要")),
                Chip(Colour.RED.value, self.tr("只要红色")),
                Chip(Colour.GREEN.value, self.tr("只要绿色")),
            ),
        )
        self._books.chip_changed.connect(lambda _key: self._choose())
        self._books.find_changed.connect(self._presenter.find)
        self._books.opened.connect(lambda row: self._tools.go(Route("copies", {"account": row.id})))
        choice = QHBoxLayout()
        choice.setSpacing(8)
        choice.addWidget(word)
        choice.addWidget(self._grid)
        choice.addStretch(1)
        return _column(choice, self._books)

    def _preview_pane(self) -> QWidget:
        self._badges = {colour: BadgeLabel(book_badge(colour), "") for colour in Colour}
        self._caution = QLabel()
        self._caution.setWordWrap(True)
        self._caution.setProperty("role", "warn")
        about = QHBoxLayout()
        about.setSpacing(16)
        for label in self._badges.values():
            label.hide()
            about.addWidget(label)
        about.addWidget(self._caution, 1)
        tools = self._tools
        self._preview = PreviewPanel(tools.fontbook, tools.jobs, tools.dialogs, tools.announcer)
        self._preview.printed.connect(lambda _count: self._presenter.log())
        self._preview.saved.connect(lambda _target: self._presenter.log())
        return _column(about, self._preview)

    def _log_pane(self) -> QWidget:
        self._into_books: TablePage[BookPrintRow] = TablePage(
            PRINT_COLUMNS,
            Empty(self.tr("还没有往折上打过。"), self.tr("去登折"), lambda: self._tools.go(Route("print"))),
        )
        self._into_books.opened.connect(lambda row: self._tools.go(Route("books", {"book": row.book.id})))
        self._copied: TablePage[PrintoutRow] = TablePage(
            PRINTOUT_COLUMNS,
            Empty(self.tr("还没有打过副本。"), self.tr("打副本"), lambda: self._tools.go(_COPIES)),
        )
        self._logs = QStackedWidget()
        self._log_ways = QButtonGroup(self)
        ways = QHBoxLayout()
        ways.setSpacing(8)
        for number, word in enumerate((self.tr("往折上打的"), self.tr("副本"))):
            way = ToggleButton(word)
            self._log_ways.addButton(way, number)
            ways.addWidget(way)
        self._logs.addWidget(self._into_books)
        self._logs.addWidget(self._copied)
        ways.addStretch(1)
        self._log_ways.idClicked.connect(lambda number: self._choose_log(number == 1))
        return _column(ways, self._logs)

    def _choose_log(self, copies: bool) -> None:
        self._log_ways.button(int(copies)).setChecked(True)
        self._logs.setCurrentIndex(int(copies))
        self._wants_focus = True
        self._stand_in_log()

    def _stand_in_log(self) -> None:
        """The keys belong to the log that was chosen, as soon as it has rows to stand on."""
        log = self._copied if self._logs.currentWidget() is self._copied else self._into_books
        if self._wants_focus and self._panes.currentIndex() == 2 and log.model.rowCount():
            self._wants_focus = False
            log.view.setFocus()
            if log.selected_row() is None:
                log.view.selectRow(0)

    def _choosing_acts(self) -> list[Action]:
        return [
            Action("print.log", self.tr("打印记录"), lambda: self._tools.go(_LOG)),
            Action("print.listed", self.tr("看列出的全部"), self._open_listed, "F12", primary=True),
        ]

    def _show_pane(self, number: int, title: str, acts: Sequence[Action]) -> None:
        self._panes.setCurrentIndex(number)
        self.set_title(title)
        self.set_actions(acts)

    def _nothing(self) -> Empty:
        """What to say of an empty list: nothing fits the choice, or there are no books at all."""
        narrowed = self._grid.currentIndex() > 0 or self._books.chip != _BOTH
        if narrowed or self._books.find_line.wanted():
            return Empty(self.tr("没有这样的存折。"), self.tr("列出全部"), self._choose_all)
        return Empty(
            self.tr("还没有存折。先把花名册导进来，每户就有一本。"),
            self.tr("导入花名册"),
            lambda: self._tools.go(Route("import_roster")),
        )

    def _choose_all(self) -> None:
        self._books.find_line.clear()
        self._grid.setCurrentIndex(0)
        self._presenter.find("")
        self._books.press_chip(_BOTH)

    def _choose(self) -> None:
        chip = self._books.chip
        colour = None if chip == _BOTH else Colour(chip)
        self._presenter.choose(self._grid.currentData(), colour)

    def _open_listed(self) -> None:
        rows = self._books.model.rows()
        if rows:
            self._tools.go(Route("copies", {"accounts": tuple(row.id for row in rows)}))

    def _open_preview(self) -> None:
        self._preview.show_pages((), "")
        for badge in self._badges.values():
            badge.hide()
        self._caution.setText("")
        self._show_pane(1, self.tr("存折打印件"), [])
        label = self.tr("正在排存折…")
        account, accounts = self._params.get("account"), self._params.get("accounts")
        if isinstance(account, str):
            self._presenter.preview_number(account, label)
        elif isinstance(account, int):
            self._presenter.preview((account,), label)
        elif isinstance(accounts, Sequence):
            self._presenter.preview([int(number) for number in accounts], label)

    def _heading(self, accounts: Sequence[AccountRow]) -> str:
        colours = {account.colour for account in accounts}
        if len(accounts) != 1 and len(colours) == 1:
            return self.tr("{book} {count} 本").format(book=book_word(*colours), count=len(accounts))
        if len(accounts) != 1:
            return self.tr("红绿存折 {count} 本").format(count=len(accounts))
        only = accounts[0]
        return self.tr("{book} {number} {owner}").format(
            book=book_word(only.colour), number=only.number, owner=only.owner_name
        )


def _column(top: QHBoxLayout, below: QWidget) -> QWidget:
    pane = QWidget()
    column = QVBoxLayout(pane)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    column.addLayout(top)
    column.addWidget(below, 1)
    return pane
