"""登折: one book after another at the printer, its holder's name large, the page exactly as it goes out."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from passbook_desk.documents.correction import Correction
from passbook_desk.features.passbooks.books.values import BookOrigin, BookRow, BookState
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.errors import Cancelled
from passbook_desk.ui.kit.actions import Action
from passbook_desk.ui.kit.icons import Badge, BadgeLabel
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import PageFrame
from passbook_desk.ui.kit.ports import FileKind, Printers
from passbook_desk.ui.kit.printers import PrintersHere
from passbook_desk.ui.kit.scrolling import ScrollColumn
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.theme import han_width
from passbook_desk.ui.pages.passbooks.post_presenter import PostPresenter
from passbook_desk.ui.pages.passbooks.printer_box import PrinterBox
from passbook_desk.ui.pages.passbooks.question_box import QuestionBox
from passbook_desk.ui.pages.passbooks.sheet_view import SheetView
from passbook_desk.ui.pages.passbooks.values import Stand, Tally
from passbook_desk.ui.pages.passbooks.words import book_badge, lines_place, paper_word, short_book_word
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools

_LEFT: Final = 26
_LEFT_MOST: Final = 0.47
_NO_LIMIT: Final = 16_777_215
"""The largest height a widget of Qt can have."""
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CENTRE: Final = Route("print")


class PostPage(PageFrame):
    """Enter does what comes next: print, answer, new book.

    Parameters: `book` (an id), `books` (ids, a queue), `account` (an id), `accounts` (ids of a household);
    the whole queue without any. `then` names the page to go to afterwards, else it is the print centre.
    """

    topics = frozenset({Topic.LEDGER, Topic.PASSBOOKS, Topic.HOUSEHOLDS})

    def __init__(self, tools: Tools, printers: Printers | None = None) -> None:
        super().__init__(QCoreApplication.translate("PostPage", "登折"))
        self._tools = tools
        here = printers or PrintersHere(tools.fontbook)
        self._presenter = PostPresenter(tools.desk, self, tools.jobs, tools.fontbook, tools.corrections, here)
        self._stand: Stand | None = None
        self._then = _CENTRE
        self._badge = BadgeLabel(Badge.DISC, "")
        self._number, self._name, self._about = QLabel(), QLabel(), QLabel()
        self._place, self._prompt, self._later = QLabel(), QLabel(), QLabel()
        self._printer = PrinterBox(here, lambda: tools.go(Route("calibration")))
        self._printer.chosen.connect(self._presenter.choose_printer)
        self._question = QuestionBox()
        self._question.answered.connect(self._answer)
        self._sheet = SheetView(tools.fontbook)
        self._lay_out()
        self._show_nothing()

    def help_steps(self) -> tuple[str, ...]:
        return (
            self.tr("看清姓名，把存折翻到屏幕上说的那一页，放进打印机，按回车打印。"),
            self.tr("打完问“打好了吗？”：好了按回车；没打全，按第一行没打上的行号，再按回车。"),
            self.tr("答了好了，才算在折上。先离开也行，这本在打印中心是“等答复”，不会打重。"),
        )

    def enter(self, params: Mapping[str, object]) -> None:
        self.message.clear()
        self._show_nothing()
        self._then = Route(str(params.get("then", _CENTRE.name)))
        self._presenter.open(params)
        self.setFocus()

    def leave(self) -> bool:
        self._presenter.forget()
        return True

    def refresh(self, topics: frozenset[Topic]) -> None:
        self._presenter.reload()

    def show_stand(self, stand: Stand, missed: bool) -> None:
        """Show a book: what goes on its paper, the question about what went there, or that it is full."""
        self._stand = stand
        self._show_book(stand)
        page = stand.pages[0] if stand.pages else None
        middle = stand.book.layout.middle_mm(stand.lines[-1].line) if stand.lines else 0.0
        self._sheet.show_page(page, middle)
        self._printer.setVisible(page is not None and stand.waiting is None)
        self._question.setVisible(stand.waiting is not None)
        self._keep_name_in_sight(stand.waiting is not None)
        if stand.waiting is not None:
            if missed and not self.message.words:
                self.message.say(self.tr("打印机没有准备好，可能没打上。看看折，再答下面这一问。"), Mood.WARN)
            self._question.ask(stand.waiting, missed=missed, earlier=stand.earlier)
        else:
            self.setFocus()
            self._remind_of_cover(stand)
            self._warn_of_doubt(stand)
        self._set_acts(stand)
        if page is not None:
            self._printer.propose(stand.measured)
            self._presenter.choose_printer(self._printer.printer)

    def show_correction(self, found: Correction | None) -> None:
        """Say how the printer is corrected for the paper of this book."""
        self._printer.show_correction(found)

    def show_end(self, tally: Tally) -> None:
        """The queue is through: say what was done and go back to it."""
        words = self.tr("登折 {books} 本，{lines} 行。").format(books=tally.books, lines=tally.lines)
        if tally.left:
            words += self.tr("留下 {left} 本以后登。").format(left=tally.left)
        if tally.books or tally.left:
            self._tools.announcer.done(words)
        else:
            self._tools.announcer.done(self.tr("没有要登的存折，都在折上了。"))
        self._tools.go(self._then)

    def show_no_book(self, account_id: int) -> None:
        """There is no book to print in."""
        self._show_nothing()
        if account_id:
            self.message.say(
                self.tr("还没有存折。先发一本，或接手村里原来手写的折。"),
                Mood.NOTE,
                self.tr("发折"),
                lambda: self._tools.go(Route("books", {"account": account_id})),
            )
        else:
            self.message.say(self.tr("没有要登的存折，都在折上了。"), Mood.OK)

    def show_replaced(self, new: BookRow) -> None:
        """The new book is made; its cover has to be printed, too."""
        words = self.tr("已换折，新折 {number}。先把旧折的“转下册”打上。").format(number=new.number)
        self.message.say(
            words,
            Mood.OK,
            self.tr("打新折封面"),
            lambda: self._print_covers(new),
        )

    def show_problem(self, error: BaseException) -> None:
        """Say what went wrong."""
        if not isinstance(error, Cancelled):
            self.message.say(tell(error), Mood.ERROR)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not event.modifiers() and not event.isAutoRepeat():
            event.accept()
            self._press_enter()
            return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._name.setProperty("role", "figure")
        self._name.setWordWrap(True)
        self._place.setProperty("role", "title")
        self._place.setWordWrap(True)
        self._prompt.setProperty("role", "section")
        for label in (self._about, self._prompt, self._later):
            label.setWordWrap(True)
        self._later.setProperty("role", "quiet")
        whose = QHBoxLayout()
        whose.setSpacing(12)
        whose.addWidget(self._badge)
        whose.addWidget(self._number, 1)
        self._left = ScrollColumn()
        column = self._left.column
        column.setSpacing(8)
        column.addLayout(whose)
        for part in (self._name, self._about, self._place, self._prompt, self._later, self._printer):
            column.addWidget(part)
        column.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self._left, 1)
        left.addWidget(self._question, 2)
        self._beside = QWidget()
        self._beside.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(self._beside)
        both.addWidget(self._sheet, 1)
        self.body.addLayout(both, 1)

    def _fit(self) -> None:
        """The words beside the sheet take what they need, at most half of the page."""
        self._beside.setFixedWidth(min(han_width(self, _LEFT), round(self.width() * _LEFT_MOST)))
        self._keep_name_in_sight(self._stand is not None and self._stand.waiting is not None)

    def _show_nothing(self) -> None:
        self._stand = None
        self._fit()
        for label in (self._number, self._name, self._about, self._place, self._prompt, self._later):
            label.clear()
        for widget in (self._badge, self._printer, self._question):
            widget.hide()
        self._sheet.show_page(None)
        self.set_actions([])

    def _show_book(self, stand: Stand) -> None:
        row = stand.book
        account = row.account
        self.set_title(
            self.tr("登折　第 {place} 本，共 {count} 本").format(place=stand.place, count=stand.count)
            if stand.count > 1
            else self.tr("登折")
        )
        self._badge.set_word(short_book_word(account.colour))
        self._badge.set_badge(book_badge(account.colour))
        for part in (self._badge, self._number, self._about):
            part.show()
        self._number.setText(self.tr("存折 {number}").format(number=row.number))
        self._name.setText(row.account.owner_name)
        about = (account.owner_code, account.grid_name, self.tr("第 {n} 册").format(n=row.ordinal))
        self._about.setText("　".join(part for part in about if part))
        self._printer.show_paper(paper_word(row.layout))
        if stand.lines:
            place = self.tr("{place}，{count} 行")
            self._place.setText(place.format(place=lines_place(stand.lines), count=len(stand.lines)))
        else:
            self._place.setText(self.tr("写满了") if stand.full else self.tr("没有要登的行"))
        self._prompt.setText(self._what_to_do(stand))
        self._prompt.setVisible(bool(self._prompt.text()))
        self._later.setText(self._what_comes(stand))
        self._later.setVisible(bool(self._later.text()))

    def _remind_of_cover(self, stand: Stand) -> None:
        """A book that nothing was ever printed in wants its cover first."""
        row = stand.book
        if row.state is BookState.ISSUED and row.origin is not BookOrigin.ADOPTED and not self.message.words:
            self.message.say(
                self.tr("这是新折，封面和首页打过了再登折。"),
                Mood.NOTE,
                self.tr("打封面首页"),
                lambda: self._print_covers(row),
            )

    def _warn_of_doubt(self, stand: Stand) -> None:
        """Since a restore nobody has looked at this paper; printing now could hit a line that is taken."""
        if stand.book.doubted:
            card = Route("books", {"book": stand.book.id})
            self.message.say(
                self.tr("恢复过备份，折上可能已经多几行。请先核对，再登。"),
                Mood.WARN,
                self.tr("核对"),
                lambda: self._tools.go(card),
            )

    def _print_covers(self, row: BookRow) -> None:
        self._tools.go(Route("book_paper", {"kind": "covers", "books": (row.id,)}))

    def _keep_name_in_sight(self, asking: bool) -> None:
        """Above the question stand name and place alone, and whole."""
        if asking:
            for part in (self._badge, self._number, self._about, self._later):
                part.hide()
        needed = self._left.column.totalHeightForWidth(self._beside.width())
        self._left.setMinimumHeight(needed if asking else 0)
        self._left.setMaximumHeight(needed if asking else _NO_LIMIT)

    def _what_to_do(self, stand: Stand) -> str:
        if stand.waiting is not None:
            return ""
        if stand.wants_new_book:
            return self.tr("折上没有空行了，还有 {count} 行没登，请换折。").format(count=stand.book.unprinted)
        if not stand.lines:
            return self.tr("账上的行都在折上了。")
        if stand.turn:
            return self.tr("请翻到第 {page} 页").format(page=stand.lines[0].page)
        return self.tr("请放存折，翻到第 {page} 页").format(page=stand.lines[0].page)

    def _what_comes(self, stand: Stand) -> str:
        if stand.later:
            words = self.tr("这一页打好后，还有 {count} 行在后面的页。")
            return words.format(count=stand.later)
        if stand.full and stand.lines:
            return self.tr("这本折打完这些行就满了，其余的要换折。")
        return ""

    def _set_acts(self, stand: Stand) -> None:
        acts = []
        ready = stand.waiting is None and bool(stand.lines)
        if ready and self._printer.printer:
            acts.append(Action("post.file", self.tr("存为 PDF"), self._save, "Ctrl+P"))
        if ready:
            acts.append(Action("post.hand", self.tr("手写"), self._by_hand))
        if stand.lines or stand.full or stand.count > 1:
            word = self.tr("下一本") if self._presenter.has_next else self.tr("以后再登")
            acts.append(Action("post.next", word, self._presenter.skip, "F8"))
        if ready and self._printer.printer:
            acts.append(Action("post.print", self.tr("打印  Enter"), self._print, primary=True))
        elif ready:
            acts.append(Action("post.file", self.tr("存为 PDF  Enter"), self._save, primary=True))
        elif stand.waiting is None and stand.full:
            acts.append(Action("post.replace", self.tr("换折  Enter"), self._replace, primary=True))
        elif stand.has_nothing:
            account = stand.book.account.id
            card = Route("books", {"account": account})
            acts.append(Action("books.open", self.tr("存折册"), lambda: self._tools.go(card)))
            word = self.tr("打印中心  Enter") if self._then == _CENTRE else self.tr("回去  Enter")
            acts.append(Action("books.centre", word, self._go_on, primary=True))
        self.set_actions(acts)

    def _answer(self, printed: int, spoilt: int) -> None:
        self.message.clear()
        self._presenter.answer(printed, spoilt)

    def _press_enter(self) -> None:
        """What Enter does here: the button that has the focus, else what comes next."""
        focused, stand = self.focusWidget(), self._stand
        if isinstance(focused, QPushButton) and focused.hasFocus():
            focused.click()
            return
        if stand is None:
            return
        if stand.waiting is not None:
            self._question.answer()
        elif stand.lines:
            self._print()
        elif stand.full:
            self._replace()
        elif stand.has_nothing:
            self._go_on()

    def _go_on(self) -> None:
        self._tools.go(self._then)

    def _print(self) -> None:
        """Send the page; without a printer it becomes a PDF."""
        if not self._printer.printer:
            self._save()
            return
        self.message.clear()
        self._presenter.send(self._printer.printer, self.tr("正在送打印机…"))

    def _save(self) -> None:
        stand = self._stand
        if stand is None:
            return
        kind = FileKind(self.tr("PDF 文件"), ("*.pdf",))
        name = f"{stand.book.number}-{stand.lines[0].page}-{stand.lines[0].line}.pdf"
        target = self._tools.dialogs.pick_save(self.tr("存为 PDF"), name, kind)
        if target is not None:
            self.message.clear()
            self._presenter.save(target, self.tr("正在生成 PDF…"))

    def _by_hand(self) -> None:
        if self._stand is not None:
            self._tools.go(Route("sheets", {"way": "hand", "books": (self._stand.book.id,)}))

    def _replace(self) -> None:
        self._presenter.replace(self.tr("写满了"))
