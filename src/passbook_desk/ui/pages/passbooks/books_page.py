"""存折册: the books of one account in their order, and what is on the paper of each."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from passbook_desk.features.passbooks.books.values import (
    BookEnd,
    BookOrigin,
    BookRow,
    BookState,
    OpenPrint,
    PrintedLine,
    ReplaceBook,
)
from passbook_desk.kernel.changes import Topic
from passbook_desk.ui.kit.actions import Action, action_button, bind
from passbook_desk.ui.kit.icons import Badge, BadgeLabel
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.table_page import Empty, TablePage
from passbook_desk.ui.kit.theme import han_width
from passbook_desk.ui.pages.passbooks.book_forms import AdoptForm, IssueForm, PlaceForm
from passbook_desk.ui.pages.passbooks.books_columns import CARD_COLUMNS, PAPER_COLUMNS
from passbook_desk.ui.pages.passbooks.books_presenter import BookCard, BooksPresenter
from passbook_desk.ui.pages.passbooks.question_box import QuestionBox
from passbook_desk.ui.pages.passbooks.words import book_badge, short_book_word
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools

_QUESTION = 26


class BooksPage(PageFrame):
    """Parameters: `account` or `book` (ids)."""

    topics = frozenset({Topic.LEDGER, Topic.HOUSEHOLDS, Topic.PASSBOOKS})

    def __init__(self, tools: Tools) -> None:
        super().__init__(QCoreApplication.translate("BooksPage", "存折册"))
        self._tools = tools
        self._presenter = BooksPresenter(tools.desk, self, tools.jobs)
        self._card: BookCard | None = None
        self._form: IssueForm | AdoptForm | PlaceForm | None = None
        self._badge = BadgeLabel(Badge.DISC, "")
        self._about = QLabel()
        self._about.setWordWrap(True)
        self._books: TablePage[BookRow] = TablePage(
            CARD_COLUMNS,
            Empty(self.tr("还没有存折。新发一本，或接手原来手写的折。"), self.tr("发折"), self._issue),
        )
        self._paper: TablePage[PrintedLine] = TablePage(
            PAPER_COLUMNS, Empty(self.tr("这本存折上还没有登过行。"))
        )
        self._lay_out()
        self._books.selected.connect(self._choose)
        self._books.opened.connect(lambda _row: self._post())

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("上面是这个账号的存折，一册接一册；选中一册，下面看折上写了什么。"),
            self.tr("写满了按换折，丢了按挂失补发：新折接着写，旧折不能再登。"),
            self.tr("上次答错了打好没有，按“更正打印结果”重新答，只能改最后一次。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        self.message.clear()
        account, book = params.get("account"), params.get("book")
        if isinstance(book, int):
            self._presenter.open_book(book)
        elif isinstance(account, int):
            self._presenter.open(account)

    def refresh(self, topics: frozenset[Topic]) -> None:
        self._presenter.load()

    def show_card(self, card: BookCard) -> None:
        """The books of the account; the one the clerk stands on stays chosen, else the one in use."""
        held = self._books.selected_row()
        same = self._card is not None and self._card.account.id == card.account.id
        self._card = card
        account = card.account
        self.set_title(self.tr("存折册　{name}").format(name=account.owner_name))
        self._badge.set_badge(book_badge(account.colour))
        self._badge.set_word(short_book_word(account.colour))
        self._about.setText(
            self.tr("账号 {number}　{code}　{grid}").format(
                number=account.number, code=account.owner_code, grid=account.grid_name
            )
        )
        self._books.set_rows(card.books)
        wanted = held.id if held is not None and same else card.in_use.id if card.in_use is not None else 0
        if not self._books.select(lambda row: row.id == wanted) and card.books:
            self._books.view.selectRow(len(card.books) - 1)
        self._paper.setVisible(bool(card.books))
        self._verbs_line.setVisible(bool(card.books))
        self._show_acts(card)
        self._say_of_holder(card)
        self._say_of_doubt(card)
        self._choose(self._books.selected_row())
        self._books.view.setFocus()

    def show_paper(self, book_id: int, lines: Sequence[PrintedLine]) -> None:
        """What is on the paper of the book chosen."""
        row = self._books.selected_row()
        if row is None or row.id != book_id:
            return
        self._paper.set_rows(lines)
        spoilt = sum(line.spoilt for line in lines)
        words = self.tr("存折 {number}：折上 {count} 行。")
        if row.origin is BookOrigin.ADOPTED:
            words = self.tr("存折 {number}：接手后登了 {count} 行，以前手写的不列在这里。")
        words = words.format(number=row.number, count=len(lines))
        if spoilt:
            words += self.tr("其中打坏 {count} 行。").format(count=spoilt)
        self._paper.set_totals(words)
        self._paper.view.scrollToBottom()

    def show_made(self, book_id: int) -> None:
        """A book is made or has a new holder: cover and holder page are printed next."""
        self._close_form()
        self._tools.go(Route("book_paper", {"kind": "covers", "books": (book_id,)}))

    def show_adopted(self, book_id: int) -> None:
        """A paper book is taken over: what it lacks can be printed in it."""
        self._close_form()
        self._tools.announcer.done(self.tr("已接手旧折。"))
        self._presenter.load()

    def show_placed(self) -> None:
        """The book goes on where its paper says."""
        self._close_form()
        self.message.clear()
        self.show_done()

    def show_done(self) -> None:
        """It is written."""
        self._tools.announcer.done(self.tr("已保存。"))
        self._presenter.load()

    def show_last_print(self, sent: OpenPrint | None) -> None:
        """Ask anew what became of the last print."""
        if sent is None:
            self.message.say(self.tr("这本折还没有打印过，没有要更正的。"), Mood.NOTE)
            return
        dialog = QDialog(self)
        dialog.setWindowTitle(self.tr("更正打印结果"))
        question = QuestionBox()
        question.ask_anew(sent)
        question.setMinimumWidth(han_width(self, _QUESTION))

        def answered(printed: int, spoilt: int) -> None:
            dialog.accept()
            self._presenter.answer_anew(sent.id, printed, spoilt)

        question.answered.connect(answered)
        column = QVBoxLayout(dialog)
        column.addWidget(question)
        dialog.open()

    def show_problem(self, error: BaseException) -> None:
        """Say what went wrong, in the form where one is open."""
        if self._form is not None and self._form.isVisible():
            self._form.show_refused(error)
        else:
            self.message.say(tell(error), Mood.ERROR)

    def _lay_out(self) -> None:
        whose = QHBoxLayout()
        whose.setSpacing(12)
        whose.addWidget(self._badge)
        whose.addWidget(self._about, 1)
        self.body.addLayout(whose)
        self.body.addWidget(self._books, 2)
        self.body.addWidget(self._paper, 3)
        self._verbs = (
            Action("print.correct", self.tr("更正打印结果"), self._correct),
            Action("print.place", self.tr("改位置"), self._set_place),
            Action("print.close", self.tr("注销"), self._close),
            Action("print.booklet", self.tr("整本"), lambda: self._sheets("booklet")),
            Action("print.strip", self.tr("贴条"), lambda: self._sheets("strip")),
            Action("print.hand", self.tr("手写"), lambda: self._sheets("hand")),
            Action("print.covers", self.tr("封面首页"), lambda: self._print_paper("covers")),
            Action("print.register", self.tr("副本"), lambda: self._print_paper("register")),
        )
        self._verbs_line = QWidget()
        line = QHBoxLayout(self._verbs_line)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addStretch(1)
        for verb in self._verbs:
            line.addWidget(action_button(verb))
        self.footer.addWidget(self._verbs_line, 1)

    def _show_acts(self, card: BookCard) -> None:
        in_use = card.in_use
        if in_use is None:
            acts = [
                Action("print.adopt", self.tr("接手旧折"), self._adopt),
                Action("print.issue", self.tr("发折"), self._issue, primary=True),
            ]
        else:
            full = in_use.state is BookState.FULL
            acts = [
                Action("print.lost", self.tr("挂失补发"), self._report_lost),
                Action("print.replace", self.tr("换折"), self._replace, primary=full),
                Action("print.post", self.tr("登折"), self._post, "F9", primary=not full),
            ]
        self.set_actions(acts)
        bind(self, self._verbs)

    def _say_of_holder(self, card: BookCard) -> None:
        row = card.in_use
        if row is not None and row.wants_new_holder:
            words = self.tr("折上写的是{old}，现在是{new}。过户后重打首页。")
            self.message.say(
                words.format(old=row.holder, new=row.account.owner_name),
                Mood.WARN,
                self.tr("过户"),
                lambda: self._presenter.hand_over(row.id),
            )

    def _say_of_doubt(self, card: BookCard) -> None:
        row = card.in_use
        if row is not None and row.doubted:
            self.message.say(
                self.tr("恢复过备份，折上可能已经多几行。请拿折来看，再登。"),
                Mood.WARN,
                self.tr("核对"),
                self._set_place,
            )

    def _choose(self, row: object) -> None:
        if not isinstance(row, BookRow):
            return
        for act, possible in (
            ("print.correct", not row.open_print and row.end is not BookEnd.LOST),
            ("print.place", row.end is BookEnd.NONE and not row.open_print),
            ("print.close", row.end is BookEnd.NONE),
            ("print.booklet", row.end is BookEnd.NONE),
            ("print.strip", row.unprinted > 0),
            ("print.hand", row.unprinted > 0),
        ):
            button = self.act_button(act)
            if button is not None:
                button.setEnabled(possible)
        self._presenter.load_paper(row.id)

    def _issue(self) -> None:
        if self._card is not None:
            self._form = IssueForm([self._card.account], self._card.types, self._presenter.issue, self)
            self._form.open()

    def _adopt(self) -> None:
        card = self._card
        if card is not None:
            self._form = AdoptForm(card.account, card.types, card.lines, self._presenter.adopt, self)
            self._form.open()

    def _set_place(self) -> None:
        card = self._card
        if card is not None and card.in_use is not None:
            self._form = PlaceForm(card.in_use, card.lines, self._presenter.set_place, self)
            self._form.open()

    def _close_form(self) -> None:
        if self._form is not None:
            self._form.accept()
            self._form = None

    def _chosen(self) -> BookRow | None:
        row = self._books.selected_row()
        if row is None:
            self.message.say(self.tr("先在表里选一册。"), Mood.NOTE)
        return row

    def _in_use(self) -> BookRow | None:
        return self._card.in_use if self._card is not None else None

    def _post(self) -> None:
        if self._card is not None:
            self._tools.go(Route("post", {"account": self._card.account.id}))

    def _replace(self) -> None:
        row = self._in_use()
        if row is None:
            return
        if row.state is BookState.FULL:
            self._presenter.replace(ReplaceBook(row.id, self.tr("写满了")))
            return
        sentence = self.tr("存折 {number} 还没写满。为什么换折？").format(number=row.number)
        reason = self._tools.dialogs.ask_reason(self.tr("换折"), sentence, self.tr("换折"))
        if reason is not None:
            self._presenter.replace(ReplaceBook(row.id, reason))

    def _report_lost(self) -> None:
        row = self._in_use()
        if row is None:
            return
        sentence = self.tr("存折 {number} 挂失后不能再登，另发一本新号的。是谁来报的、怎么丢的？")
        reason = self._tools.dialogs.ask_reason(
            self.tr("挂失补发"), sentence.format(number=row.number), self.tr("挂失补发")
        )
        if reason is not None:
            self._presenter.replace(ReplaceBook(row.id, reason, lost=True))

    def _close(self) -> None:
        row = self._in_use()
        if row is None:
            return
        sentence = self.tr("注销存折 {number}？以后不再发折。请写原因。").format(number=row.number)
        reason = self._tools.dialogs.ask_reason(self.tr("注销"), sentence, self.tr("注销"))
        if reason is not None:
            self._presenter.close(row.id, reason)

    def _correct(self) -> None:
        row = self._chosen()
        if row is not None:
            self.message.clear()
            self._presenter.load_last_print(row.id)

    def _sheets(self, way: str) -> None:
        row = self._chosen()
        if row is not None:
            self._tools.go(Route("sheets", {"way": way, "books": (row.id,)}))

    def _print_paper(self, kind: str) -> None:
        row = self._chosen()
        if row is not None:
            self._tools.go(Route("book_paper", {"kind": kind, "books": (row.id,)}))
