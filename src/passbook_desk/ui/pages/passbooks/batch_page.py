"""贴条, 手写, 整本: one pile of paper for one book or for all that are listed, asked about once."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QStackedLayout, QWidget

from passbook_desk.documents.imposition import BookletSize, Duplex
from passbook_desk.documents.page import Page
from passbook_desk.features.passbooks.books.booklets import booklet_size
from passbook_desk.features.passbooks.books.values import PrintWay
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.errors import Cancelled
from passbook_desk.ui.kit.actions import Action, action_button, bind
from passbook_desk.ui.kit.message_bar import Mood
from passbook_desk.ui.kit.page_frame import FORBIDDEN, PageFrame
from passbook_desk.ui.kit.ports import Printers
from passbook_desk.ui.kit.preview import PreviewPanel
from passbook_desk.ui.kit.rows import Column
from passbook_desk.ui.kit.sentences import tell
from passbook_desk.ui.kit.table_page import Empty, TablePage
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP
from passbook_desk.ui.kit.theme import han_width
from passbook_desk.ui.pages.passbooks.batch_presenter import (
    Batch,
    BatchLine,
    BatchPresenter,
    Turning,
)
from passbook_desk.ui.pages.passbooks.big_lines import BigLines
from passbook_desk.ui.pages.passbooks.words import book_badge, lines_place, short_book_word
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools

_LIST: Final = 25
_LIST_MOST: Final = 0.38
_MARGINS: Final = 64
_NAMED: Final = 3
_TICK: Final = 0


class BatchPage(PageFrame):
    """Parameters: `way` (strip, hand or booklet) and `books` (ids).

    First the pile is printed or saved, then the books are ticked that it went into; the lines of the others
    stay unprinted.
    """

    topics = frozenset({Topic.LEDGER, Topic.PASSBOOKS})

    def __init__(self, tools: Tools, printers: Printers | None = None) -> None:
        super().__init__(QCoreApplication.translate("BatchPage", "贴条"))
        self._tools = tools
        self._presenter = BatchPresenter(tools.desk, self, tools.jobs, tools.fontbook, tools.corrections)
        self._params: Mapping[str, object] = {}
        self._way = PrintWay.STRIP
        self._batch: Batch | None = None
        self._second = False
        self._asking = False
        self._unticked: set[int] = set()
        self._table: TablePage[BatchLine] = TablePage(
            _columns(lambda row: self._tick_of(row)), Empty(self.tr("没有要登的行，都在折上了。"))
        )
        self._preview = PreviewPanel(
            tools.fontbook,
            tools.jobs,
            tools.dialogs,
            tools.announcer,
            printers=printers,
            gate=lambda printer, go: self._leaving(printer, go),
        )
        self._lines = BigLines()
        self._turning = QComboBox()
        self._lay_out()
        self._connect()

    def help_steps(self) -> tuple[str, ...]:
        steps = {
            PrintWay.STRIP: (
                self.tr("左边是要登的存折，右边是贴条。先打印，或存为 PDF 拿去打。"),
                self.tr("剪下来，照条边上写的页和行贴进折里。"),
                self.tr("贴好了按 F8。没贴上的先按空格去掉勾，以后还会再出。"),
            ),
            PrintWay.HAND: (
                self.tr("左边选一本，右边大字是要抄的行。也可以打印出来抄。"),
                self.tr("照着页和行抄进折里。"),
                self.tr("抄好了按 F8。没抄的先按空格去掉勾，以后还会再出。"),
            ),
        }
        booklet = (
            self.tr("整本是把这本折从头印成小册，原来的纸折收回。先选打印机怎样打双面。"),
            self.tr("打好后对折，骑马订两针。不会双面的打印机分两遍打，照提示放纸。"),
            self.tr("订好了按 F8。没打好的先按空格去掉勾，存折还照原来的接着登。"),
        )
        return steps.get(self._way, booklet)

    def enter(self, params: Mapping[str, object]) -> None:
        self.message.clear()
        self._params = params
        way = params.get("way")
        self._way = PrintWay(way) if isinstance(way, str) else PrintWay.STRIP
        self.set_title(self._word())
        self._fit()
        self._turning_word.setVisible(self._way is PrintWay.BOOKLET)
        self._turning.setVisible(self._way is PrintWay.BOOKLET)
        self._stack.setCurrentIndex(1 if self._way is PrintWay.HAND else 0)
        self._load()

    def leave(self) -> bool:
        self._presenter.forget()
        return True

    def refresh(self, topics: frozenset[Topic]) -> None:
        if not self._asking and Topic.LEDGER in topics:
            self._load()

    def show_batch(self, batch: Batch) -> None:
        """The pile: its books on the left, its pages or the lines to copy on the right."""
        self._batch = batch
        self._asking = batch.asked or self._way is PrintWay.HAND
        self._second = False
        self._table.set_rows(batch.rows)
        if batch.rows:
            self._table.view.selectRow(0)
        title = f"{self._word()} {len(batch.rows)}"
        self._preview.duplex = self._duplex(batch)
        self._preview.show_pages(batch.pages, title, checked=True)
        if batch.asked:
            self.message.say(
                self.tr("上次这 {count} 本还没有答复，先答好了没有。").format(count=len(batch.rows)),
                Mood.WARN,
            )
        elif batch.left_out:
            self._say_left_out(batch)
        self._show_state()
        (self._preview if self._table.isHidden() else self._table.view).setFocus()

    def show_answered(self, books: int, lines: int, again: int) -> None:
        """What was said is written down; books that were not done come anew."""
        words = self.tr("已登折 {books} 本，{lines} 行。").format(books=books, lines=lines)
        if again:
            words += self.tr("{count} 本没登上，还在打印中心。").format(count=again)
        self._tools.announcer.done(words)
        self._tools.go(Route("print"))

    def show_problem(self, error: BaseException) -> None:
        """Trouble; after 取消 back to the queue."""
        if isinstance(error, Cancelled):
            self._tools.go(Route("print"))
        else:
            self.message.say(tell(error), Mood.ERROR)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        space = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        if watched is self._table.view and space and event.type() == QEvent.Type.KeyPress:
            self._toggle(self._table.selected_row())
            return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        self._turning_word = QLabel(self.tr("打印机"))
        self._turning_word.setBuddy(self._turning)
        for turning, word in (
            (Turning.LONG_EDGE, self.tr("双面，长边翻")),
            (Turning.SHORT_EDGE, self.tr("双面，短边翻")),
            (Turning.BY_HAND, self.tr("只会打一面，分两遍")),
        ):
            self._turning.addItem(word, turning)
        self.beside_title.addSpacing(16)
        self.beside_title.addWidget(self._turning_word)
        self.beside_title.addWidget(self._turning)
        self.beside_title.addStretch(1)
        self._right = QWidget()
        self._stack = QStackedLayout(self._right)
        self._stack.addWidget(self._preview)
        self._stack.addWidget(self._lines)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(self._table)
        both.addWidget(self._right, 1)
        self.body.addLayout(both, 1)
        self._sentence = QLabel()
        self._sentence.setProperty("role", "section")
        self._sentence.setWordWrap(True)
        self._done = Action("print.done", self.tr("好了"), self._answer, "F8", primary=True)
        self._again = Action("print.again", self.tr("再打一遍"), self._print_again)
        self._paper = Action("print.paper_too", self.tr("打印出来抄"), self._show_paper)
        self.footer.addWidget(self._sentence, 1)
        self._buttons = {act.id: action_button(act) for act in (self._paper, self._again, self._done)}
        for button in self._buttons.values():
            self.footer.addWidget(button)
        bind(self, (self._done,))

    def _fit(self) -> None:
        """Books and pages side by side; where there is no room for both, what matters now."""
        shown = self._stack.currentWidget()
        for pane in (self._preview, self._lines):
            wide = QSizePolicy.Policy.Preferred if pane is shown else QSizePolicy.Policy.Ignored
            pane.setSizePolicy(wide, QSizePolicy.Policy.Preferred)
        beside = min(han_width(self, _LIST), round(self.width() * _LIST_MOST))
        room = self.width() - beside - _MARGINS
        by_hand = self._way is PrintWay.HAND
        roomy = shown is self._lines or self._preview.minimumSizeHint().width() <= room
        self._table.setMinimumWidth(beside if roomy else 0)
        self._table.setMaximumWidth(beside if roomy else self.width())
        answering = self._asking and not by_hand
        self._table.setVisible(roomy or answering or self._batch is None or not self._batch.rows)
        self._right.setVisible(roomy or not answering)

    def _connect(self) -> None:
        self._table.selected.connect(self._select)
        self._table.view.clicked.connect(self._click)
        self._table.view.installEventFilter(self)
        self._turning.activated.connect(lambda _row: self._load())
        self._preview.printed.connect(lambda _count: self._went_out())
        self._preview.saved.connect(lambda _target: self._went_into_file())
        self._preview.stopped.connect(self._went_out_perhaps)

    def _word(self) -> str:
        words = {
            PrintWay.STRIP: self.tr("贴条"),
            PrintWay.HAND: self.tr("手写登折"),
            PrintWay.BOOKLET: self.tr("整本"),
        }
        return words[self._way]

    def _load(self) -> None:
        self._batch, self._asking, self._second = None, False, False
        self._unticked.clear()
        self._preview.show_pages((), "")
        self._lines.show_lines(None, ())
        self._table.set_rows(())
        self._show_state()
        ids = self._params.get("books")
        books = tuple(int(number) for number in ids) if isinstance(ids, Sequence) else ()
        turning = Turning(str(self._turning.currentData()))
        self._presenter.load(self._way, books, turning, self.tr("正在排版…"))

    def _duplex(self, batch: Batch) -> Duplex | None:
        if self._way is not PrintWay.BOOKLET or not batch.rows:
            return None
        turning = Turning(str(self._turning.currentData()))
        folded = all(booklet_size(row.book.layout) is not None for row in batch.rows)
        return None if turning is Turning.BY_HAND or not folded else Duplex(turning.value)

    def _leaving(self, printer: str | None, go: Callable[[Sequence[Page]], None]) -> None:
        """Pages leave the house: what is sent is written down before."""
        batch = self._batch
        if batch is None:
            return
        pages = batch.backs if self._second else batch.pages
        if printer is None and batch.backs and not self._second:
            pages = batch.pages + batch.backs
        self.message.clear()
        self._presenter.send(printer, pages, go)

    def _went_out(self) -> None:
        """The pile is printed: the backs come next, else the question."""
        batch = self._batch
        if batch is None or self._way is PrintWay.HAND:
            return
        if batch.backs and not self._second and self._preview.page_count == len(batch.pages):
            self._second = True
            self._preview.show_pages(batch.backs, self._word(), checked=True)
            turn = (
                self.tr("请把打好的这叠纸整叠翻个面，原来的前沿朝前放回纸盒，再按“打印”打反面。")
                if batch.turn_over
                else self.tr("请把打好的这叠纸原样放回纸盒，不翻面，再按“打印”打反面。")
            )
            self.message.say(turn, Mood.NOTE)
            self._turning.setEnabled(False)
            return
        self._ask()

    def _went_into_file(self) -> None:
        """Fronts and backs are in one file, to be printed elsewhere: the question comes at once."""
        batch = self._batch
        if batch is None or self._way is PrintWay.HAND:
            return
        self._ask()
        if batch.backs and not self._second:
            words = (
                self.tr("PDF 前 {count} 页是正面，打完整叠翻个面，原来的前沿朝前放回，再打后 {count} 页。")
                if batch.turn_over
                else self.tr("PDF 前 {count} 页是正面，打完原样放回纸盒，不翻面，再打后 {count} 页。")
            )
            self.message.say(words.format(count=len(batch.pages)), Mood.NOTE)

    def _went_out_perhaps(self) -> None:
        """The printer did not start: the question is asked all the same, nothing is ticked."""
        if self._presenter.is_sent and self._batch is not None and self._way is not PrintWay.HAND:
            self._unticked = {row.book.id for row in self._batch.rows}
            self._ask()

    def _ask(self) -> None:
        self._asking = True
        self._turning.setEnabled(False)
        self._say_how_to_bind()
        self._show_state()
        self._table.view.setFocus()

    def _show_state(self) -> None:
        """Sentence and buttons that fit what has happened so far."""
        batch = self._batch
        asking = self._asking and batch is not None and bool(batch.rows)
        self._turning.setEnabled(not asking)
        ticked = len(self._ticked())
        count = len(batch.rows) if batch is not None else 0
        self._show_button("print.paper_too", self._way is PrintWay.HAND and count > 0)
        self._show_button("print.again", asking and self._way is not PrintWay.HAND)
        self._show_button("print.done", asking)
        all_done = {
            PrintWay.STRIP: self.tr("都贴好了"),
            PrintWay.HAND: self.tr("已抄好"),
            PrintWay.BOOKLET: self.tr("都订好了"),
        }[self._way]
        some = self.tr("{done} 本好了，{left} 本没有").format(done=ticked, left=count - ticked)
        self._buttons["print.done"].setText(f"{all_done if ticked == count else some}  F8")
        self._sentence.setText(self._question(count) if asking else "")
        self._table.view.viewport().update()
        self._fit()

    def _show_button(self, act: str, shown: bool) -> None:
        button = self._buttons[act]
        button.setVisible(shown and not button.property(FORBIDDEN))

    def _question(self, count: int) -> str:
        words = {
            PrintWay.STRIP: self.tr("都贴好了吗？没贴上的按空格去掉勾。"),
            PrintWay.HAND: self.tr("抄好了按 F8；没抄的按空格去掉勾。"),
            PrintWay.BOOKLET: self.tr("都订好了吗？没打好的按空格去掉勾。"),
        }
        return words[self._way] if count else ""

    def _say_how_to_bind(self) -> None:
        """Four pages on a sheet are cut before they are folded; the clerk has the sheets in the hand now."""
        rows = self._batch.rows if self._batch is not None and self._way is PrintWay.BOOKLET else ()
        sizes = {booklet_size(row.book.layout) for row in rows}
        words = {
            BookletSize.A6: self.tr("先从中间裁开，上半摞放在下半摞上，再对折，从折线装订。"),
            BookletSize.A5: self.tr("对折，从折线装订。"),
            None: self.tr("按页码理好，从左边装订。"),
        }
        if len(sizes) == 1:
            self.message.say(words[sizes.pop()], Mood.NOTE)

    def _say_left_out(self, batch: Batch) -> None:
        names = "、".join(row.account.owner_name for row in batch.left_out[:_NAMED])
        words = (
            self.tr("{names}等 {count} 本没有列入：没有要登的行，或上次打的还没答复。")
            if len(batch.left_out) > _NAMED
            else self.tr("没有列入{names}：没有要登的行，或上次打的还没答复。")
        )
        self.message.say(words.format(names=names, count=len(batch.left_out)), Mood.NOTE)

    def _tick_of(self, row: BatchLine) -> str:
        if not self._asking:
            return ""
        return "☐" if row.book.id in self._unticked else "☑"

    def _ticked(self) -> tuple[int, ...]:
        rows = self._batch.rows if self._batch is not None else ()
        return tuple(row.book.id for row in rows if row.book.id not in self._unticked)

    def _toggle(self, row: BatchLine | None) -> None:
        if self._asking and row is not None:
            self._unticked ^= {row.book.id}
            self._show_state()

    def _click(self, index: QModelIndex) -> None:
        if index.column() == _TICK:
            self._toggle(self._table.model.row_at(index.row()))

    def _select(self, row: object) -> None:
        if isinstance(row, BatchLine) and self._way is PrintWay.HAND:
            self._lines.show_lines(row.book, row.lines)

    def _answer(self) -> None:
        if self._asking and self._batch is not None and self._batch.rows:
            self._presenter.answer(self._ticked())

    def _print_again(self) -> None:
        """The same pile once more; of one sent long ago is said that nothing of it is on paper."""
        if self._batch is not None and self._batch.pages:
            self._asking = False
            self._show_state()
            return
        self._unticked = {row.book.id for row in self._batch.rows} if self._batch is not None else set()
        self._answer()

    def _show_paper(self) -> None:
        """The same lines on A4, for who copies away from the screen."""
        shown = self._stack.currentIndex()
        self._stack.setCurrentIndex(1 - shown)
        words = self.tr("打印出来抄") if shown == 0 else self.tr("看大字")
        self._buttons["print.paper_too"].setText(words)
        self._fit()


def _columns(tick: Callable[[BatchLine], str]) -> tuple[Column[BatchLine], ...]:
    return (
        Column("tick", QT_TRANSLATE_NOOP("Columns", "好"), tick, 1),
        Column("book", QT_TRANSLATE_NOOP("Columns", "存折"),
               lambda row: short_book_word(row.book.account.colour), 2,
               badge=lambda row: book_badge(row.book.account.colour)),
        Column("owner", QT_TRANSLATE_NOOP("Columns", "持折人"),
               lambda row: row.book.account.owner_name, 3.5, stretch=True),
        Column("place", QT_TRANSLATE_NOOP("Columns", "哪里"),
               lambda row: lines_place(row.lines), 8.5, optional=True),
    )  # fmt: skip
