"""What stands beside the wall when asked for: the usual batches (F4), the questions of a sign-in sheet."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from passbook_desk.features.households.attendance.values import Attender, MatchedSheet, Sureness
from passbook_desk.features.ledger.repeating import EnteredBatch
from passbook_desk.ui.kit.cards import Card
from passbook_desk.ui.kit.scrolling import ScrollColumn
from passbook_desk.ui.pages.ledger.sheets import SheetQuestions
from passbook_desk.ui.pages.ledger.words import attender_words, batch_words, question_words

_NINE = 9
_BUTTON_EDGES = 34


class ElidedButton(QPushButton):
    """A choice as wide as there is room; what does not fit ends in … and is shown whole as a tip."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._words = words
        self.setToolTip(words)
        self.setProperty("choice", True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - _BUTTON_EDGES
        metric = self.fontMetrics()
        lines = self._words.split("\n")
        self.setText("\n".join(metric.elidedText(line, Qt.TextElideMode.ElideRight, room) for line in lines))


class DigitButtons(QWidget):
    """Up to nine choices, each with a digit that presses it; 0 is none of them, Esc leaves."""

    chosen = Signal(int)
    none = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._buttons: list[QPushButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)

    def offer(self, words: Sequence[str]) -> None:
        """Other choices."""
        for button in self._buttons:
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        for place, each in enumerate(words[:_NINE]):
            button = ElidedButton(f"{place + 1}  {each}")
            button.clicked.connect(partial(self.chosen.emit, place))
            self._column.addWidget(button)
            self._buttons.append(button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        place = int(text) - 1 if text.isdecimal() else _NINE
        if 0 <= place < len(self._buttons):
            self._buttons[place].click()
        elif place < 0:
            self.none.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class FrequentPanel(QWidget):
    """The last nine batches that differ; a digit ticks one of them again with today's date."""

    left = Signal()

    def __init__(self, repeat: Callable[[EnteredBatch], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._repeat = repeat
        self._batches: tuple[EnteredBatch, ...] = ()
        title = QLabel(self.tr("常用：按数字，日期用今天"))
        title.setProperty("role", "section")
        title.setWordWrap(True)
        self._empty = QLabel(self.tr("还没有记过分。记过的批次会排在这里。"))
        self._empty.setProperty("role", "quiet")
        self._empty.setWordWrap(True)
        self._empty.hide()
        self.buttons = DigitButtons()
        self.buttons.chosen.connect(self._choose)
        self.buttons.left.connect(self.left)
        self.setFocusProxy(self.buttons)
        scroll = ScrollColumn()
        for widget in (title, self._empty, self.buttons):
            scroll.column.addWidget(widget)
        scroll.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)

    def show_frequent(self, batches: tuple[EnteredBatch, ...]) -> None:
        """Offer these batches."""
        self._batches = batches
        self._empty.setVisible(not batches)
        self.buttons.offer([batch_words(batch) for batch in batches])

    def _choose(self, place: int) -> None:
        self._repeat(self._batches[place])


class SheetPanel(QWidget):
    """What a sign-in sheet says, and its questions one by one; `finished` when all was asked."""

    finished = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.questions: SheetQuestions | None = None
        self._offered: tuple[Attender, ...] = ()
        self._title = QLabel()
        self._title.setProperty("role", "section")
        self._title.setWordWrap(True)
        self._summary = QLabel()
        self._summary.setWordWrap(True)
        self._summary.setProperty("role", "quiet")
        self._place = QLabel()
        self._place.setProperty("role", "strong")
        self._question = QLabel()
        self._question.setWordWrap(True)
        self._question.setTextFormat(Qt.TextFormat.PlainText)
        self.buttons = DigitButtons()
        self.buttons.chosen.connect(self._answer)
        self.buttons.none.connect(partial(self._answer, -1))
        self.buttons.left.connect(self._leave)
        self.setFocusProxy(self.buttons)
        self._nobody = QPushButton(self.tr("都不是，不记  0"))
        self._nobody.clicked.connect(partial(self._answer, -1))
        self._back = QPushButton(self.tr("上一个"))
        self._back.clicked.connect(self._go_back)
        self._listed = QLabel()
        self._listed.setWordWrap(True)
        self._listed.setTextFormat(Qt.TextFormat.PlainText)
        self._lay_out()

    def begin(self, matched: MatchedSheet) -> None:
        """Show a sheet and ask its first question."""
        self.questions = SheetQuestions(matched)
        self._title.setText(self.tr("签到表“{name}”").format(name=matched.sheet.name))
        self._show()

    @property
    def asks(self) -> bool:
        """A question waits for its answer."""
        return self.questions is not None and self.questions.now is not None

    def _lay_out(self) -> None:
        card = Card()
        for widget in (self._place, self._question, self.buttons):
            card.body.addWidget(widget)
        row = QHBoxLayout()
        row.addWidget(self._nobody, 1)
        row.addWidget(self._back)
        card.body.addLayout(row)
        self._card = card
        scroll = ScrollColumn()
        parts: tuple[QWidget, ...] = (self._title, card, self._summary, self._listed)
        for part in parts:
            scroll.column.addWidget(part)
        scroll.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)

    def _answer(self, place: int) -> None:
        if self.questions is None:
            return
        self.questions.answer(self._offered[place] if 0 <= place < len(self._offered) else None)
        self._show()
        if self.questions.now is None:
            self.finished.emit()

    def _leave(self) -> None:
        """What is not answered stays out; what was sure stays ticked."""
        self.questions = None
        self.left.emit()

    def _go_back(self) -> None:
        if self.questions is not None:
            self.questions.back()
            self._show()

    def _show(self) -> None:
        asked = self.questions
        if asked is None:
            return
        now = asked.now
        self._card.setVisible(now is not None)
        self._show_summary(asked)
        if now is None:
            return
        number, count = asked.place
        self._place.setText(self.tr("第 {number} 个问题，共 {count} 个").format(number=number, count=count))
        self._question.setText(question_words(now))
        self._offered = now.attenders[:_NINE]
        self.buttons.offer([attender_words(one, asked.is_listed(one)) for one in self._offered])
        self._back.setEnabled(number > 1)
        self.buttons.setFocus()

    def _show_summary(self, asked: SheetQuestions) -> None:
        matched = asked.matched
        came = len(asked.came)
        homes = len({one.attender.household_id for one in asked.came})
        absent, twice = len(matched.of(Sureness.ABSENT)), len(matched.of(Sureness.TWICE))
        unknown = matched.of(Sureness.UNKNOWN)
        words = self.tr(
            "对上 {came} 人（{homes} 户）。没来 {absent} 行，重签 {twice} 行，村里没有 {unknown} 行。"
        )
        self._summary.setText(
            words.format(came=came, homes=homes, absent=absent, twice=twice, unknown=len(unknown))
        )
        names = "、".join(f"{line.line.name}（{line.line.place}）" for line in unknown)
        self._listed.setText(self.tr("村里没有、不记：{names}").format(names=names) if names else "")
