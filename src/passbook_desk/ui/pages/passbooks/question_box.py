"""打好了吗: answered in the page, by Enter, by the number of the first line that is missing, or by mouse."""

import time
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QPushButton

from passbook_desk.features.passbooks.books.values import OpenPrint, PaperLine, PrintWay
from passbook_desk.ui.kit.cards import Card
from passbook_desk.ui.pages.passbooks.words import line_words, lines_place, moment_word, way_word

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DIGITS_TOGETHER_S: Final = 1.2


class QuestionBox(Card):
    """`answered(printed, spoilt)` says how many of the lines sent are on paper, how many behind are spoilt.

    The list begins with 都打上了; below it stand the lines sent, to choose the first that is missing.
    """

    answered = Signal(int, int)

    def __init__(self) -> None:
        super().__init__(self.tr("打好了吗？"))
        self._lines: tuple[PaperLine, ...] = ()
        self._whole = False
        self._typed, self._typed_at = "", 0.0
        self._who = QLabel()
        self._who.setWordWrap(True)
        self._hint = QLabel(self.tr("没打全？按第一行没打上的行号，或用 ↓ 选。"))
        self._hint.setWordWrap(True)
        self._list = QListWidget()
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.currentRowChanged.connect(lambda _row: self._say_what_is_chosen())
        self._list.installEventFilter(self)
        self._spoilt = QPushButton(self.tr("这行打坏了"))
        self._spoilt.setToolTip(self.tr("这一行作废，从下一行接着打。"))
        self._spoilt.setObjectName("post.spoilt")
        self._spoilt.setAutoDefault(False)
        self._spoilt.clicked.connect(lambda: self.answered.emit(self._list.currentRow() - 1, 1))
        self._done = QPushButton()
        self._done.setObjectName("post.answer")
        self._done.setProperty("primary", True)
        self._done.setAutoDefault(False)
        self._done.clicked.connect(self.answer)
        for part in (self._who, self._hint):
            self.body.addWidget(part)
        self.body.addWidget(self._list, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._spoilt)
        buttons.addWidget(self._done, 1)
        self.body.addLayout(buttons)

    def ask(self, waiting: OpenPrint, *, missed: bool = False, earlier: bool = False) -> None:
        """Ask about lines that were sent; `missed` presets that none came out.

        `earlier` says who sent them when: it was not just now.
        """
        self._ask(waiting, missed=missed)
        self._say_of(waiting, self.tr("{who} {when} 送出的{way}，{place}，还没有答复。") if earlier else "")

    def ask_anew(self, sent: OpenPrint) -> None:
        """Ask about lines whose answer was wrong."""
        self._ask(sent, missed=False)
        self._say_of(sent, self.tr("{who} {when} 送出的{way}，{place}。折上到底打上了哪些？"))

    def answer(self) -> None:
        """Answer what is chosen."""
        row = self._list.currentRow()
        if row == 0:
            self.answered.emit(len(self._lines), 0)
        elif row > 0:
            self.answered.emit(row - 1, 0)

    def choose_line(self, number: int) -> bool:
        """Choose the first line that is missing by its number on the page; False when none was sent so."""
        for place, line in enumerate(self._lines):
            if line.line == number and not self._whole:
                self._list.setCurrentRow(place + 1)
                return True
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._list and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _ENTER and not event.modifiers():
                if not event.isAutoRepeat():
                    self.answer()
                return True
            if event.text().isdecimal():
                self._type(event.text())
                return True
        return super().eventFilter(watched, event)

    def _say_of(self, sent: OpenPrint, words: str) -> None:
        place = lines_place(sent.lines)
        when = moment_word(sent.sent_at)
        self._who.setText(words.format(who=sent.sent_by, when=when, way=way_word(sent.way), place=place))
        self._who.setVisible(bool(words))

    def _ask(self, waiting: OpenPrint, *, missed: bool) -> None:
        self._lines = waiting.lines
        self._whole = waiting.way is PrintWay.BOOKLET
        self._hint.setVisible(not self._whole)
        self._list.clear()
        self._list.addItem(QListWidgetItem(self.tr("✓ 都打上了")))
        if self._whole:
            self._list.addItem(QListWidgetItem(self.tr("✕ 整本没打好，要重打")))
        else:
            for line in waiting.lines:
                self._list.addItem(QListWidgetItem(self._line_of(line)))
        self._typed = ""
        self._list.setCurrentRow(1 if missed else 0)
        self._list.setFocus()

    def _type(self, digit: str) -> None:
        """1 and 2 in one go is line 12; where there is no such line the last digit counts alone."""
        now = time.monotonic()
        together = self._typed + digit if now - self._typed_at < _DIGITS_TOGETHER_S else digit
        self._typed, self._typed_at = together, now
        if not self.choose_line(int(together)):
            self._typed = digit
            self.choose_line(int(digit))

    def _line_of(self, line: PaperLine) -> str:
        several = self._lines[0].page != self._lines[-1].page
        number = f"{line.page}-{line.line}" if several else str(line.line)
        words = self.tr("第 {number} 行　{day}　{words}　结余 {balance}")
        day = "" if line.entry is None else f"{line.entry.occurred_on.month}.{line.entry.occurred_on.day}"
        said = words.format(number=number, day=day, words=line_words(line), balance=line.balance)
        return said.replace("　　", "　")

    def _say_what_is_chosen(self) -> None:
        row = self._list.currentRow()
        chosen = self._lines[row - 1] if 0 < row <= len(self._lines) else None
        self._spoilt.setVisible(chosen is not None and not self._whole)
        if chosen is None:
            self._done.setText(self.tr("好了  Enter"))
        elif self._whole:
            self._done.setText(self.tr("没打好  Enter"))
        else:
            words = self.tr("从第 {line} 行起没打上  Enter")
            self._done.setText(words.format(line=chosen.line))
