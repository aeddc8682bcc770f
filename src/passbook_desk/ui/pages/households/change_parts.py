"""What the pages of split, merge and de-registration have in common: the points' way, the books, the day."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from passbook_desk.features.household_changes.values import BookChange, PointsRule, PointsWay
from passbook_desk.features.households.life.values import Act
from passbook_desk.features.village.policy import MergeRule, SplitRule
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.period import NotADate
from passbook_desk.kernel.points import ZERO
from passbook_desk.ui.kit.cards import Card
from passbook_desk.ui.kit.date_edit import LenientDateEdit
from passbook_desk.ui.kit.fields import PointsEdit
from passbook_desk.ui.kit.text import translate
from passbook_desk.ui.kit.theme import han_width
from passbook_desk.ui.pages.households.changes_values import WAY_WORDS, BookLine, book_lines, fresh_base


class PointsBox(QWidget):
    """By which rule points go, with the amounts; `changed` when the rule changes."""

    changed = Signal()

    def __init__(self, ways: tuple[PointsWay, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.way = QComboBox()
        for way in ways:
            self.way.addItem(translate("Changes", WAY_WORDS[way]), way)
        self.amount, self.base = PointsEdit(), PointsEdit()
        self.base_too = QCheckBox(self.tr("基础分也转"))
        self._amount_words, self._base_words = QLabel(self.tr("可用分")), QLabel(self.tr("基础分"))
        amounts = QHBoxLayout()
        amounts.setSpacing(8)
        for widget in (self._amount_words, self.amount, self._base_words, self.base):
            amounts.addWidget(widget)
        amounts.addStretch(1)
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.note.setProperty("role", "quiet")
        self.note.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.way)
        first.addWidget(self.base_too)
        first.addStretch(1)
        column.addLayout(first)
        column.addWidget(self.note)
        column.addLayout(amounts)
        self.way.currentIndexChanged.connect(lambda _: self._follow())
        self.amount.textChanged.connect(lambda _: self.changed.emit())
        self.base.textChanged.connect(lambda _: self.changed.emit())
        self.base_too.toggled.connect(lambda _: self.changed.emit())
        self.setFocusProxy(self.way)
        self._follow()

    def choose(self, way: PointsWay) -> None:
        """Choose a rule as the clerk would."""
        self.way.setCurrentIndex(self.way.findData(way))

    def propose(self, rule: SplitRule | MergeRule) -> None:
        """Begin with the rule that the village has decided on, or with the first where it has not."""
        with_base = rule is MergeRule.MOVE_WITH_BASE
        way = PointsWay.MOVE if with_base else PointsWay(rule) if rule else None
        self.way.setCurrentIndex(0 if way is None else self.way.findData(way))
        self.base_too.setChecked(with_base)
        if way is not None:
            said = translate("Changes", WAY_WORDS[way])
            words = self.tr("村里定的规矩：{rule}，基础分也转。这一户另有商量的可以另选。")
            if not with_base:
                words = self.tr("村里定的规矩：{rule}。这一户另有商量的可以另选。")
            self.note.setText(words.format(rule=said))
        self.note.setVisible(way is not None)

    def rule(self) -> PointsRule:
        """The rule; raises NotANumber."""
        way = PointsWay(str(self.way.currentData()))
        if way is PointsWay.AMOUNT:
            return PointsRule(way, self.amount.value(), self.base.value() or ZERO)
        return PointsRule(way, base_too=self.base_too.isChecked() and way is PointsWay.MOVE)

    def _follow(self) -> None:
        way = self.way.currentData()
        for widget in (self._amount_words, self.amount, self._base_words, self.base):
            widget.setVisible(way == PointsWay.AMOUNT)
        self.base_too.setVisible(way == PointsWay.MOVE)
        self.changed.emit()


class BooksCard(Card):
    """Every book before and after, and the sum, which must not change but for base points newly given."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("存折：现在 → 之后"))
        self.lines: tuple[BookLine, ...] = ()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.body.addLayout(self._grid)
        self.body.addWidget(self.words)
        self.say_nothing("")

    def show_books(self, books: tuple[BookChange, ...]) -> None:
        """Show these books with their sum."""
        self._fill(book_lines(books, self.tr("新开")))
        if not self.lines:
            self._say(self.tr("这一户没有存折，没有积分要分。"), "quiet")
            return
        fresh = fresh_base(books)
        words = self.tr("可用分前后合计相等。")
        if fresh:
            words += self.tr("新开的存折另给基础分 {base} 分。").format(base=fresh)
        self._say(words, "quiet")

    def say_nothing(self, why: str) -> None:
        """There is nothing to show yet, and why."""
        self._fill(())
        self._say(why or self.tr("选好人和分法，这里列出每本存折的变化。"), "error" if why else "quiet")

    def _fill(self, lines: tuple[BookLine, ...]) -> None:
        self.lines = lines
        while self._grid.count():
            widget = self._grid.takeAt(0).widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if not lines:
            return
        titles = (
            self.tr("户和存折"), self.tr("可用分"), self.tr("基础分"), self.tr("考核分"),
        )  # fmt: skip
        self._row(0, titles, "quiet")
        for number, line in enumerate(lines, 1):
            cells = (
                self._whose(line),
                f"{line.before.spendable} → {line.after.spendable}",
                f"{line.before.base} → {line.after.base}",
                f"{line.before.assessment} → {line.after.assessment}",
            )
            self._row(number, cells, "strong" if line.is_sum else "")

    def _whose(self, line: BookLine) -> str:
        if line.is_sum:
            return self.tr("合计")
        if line.number == line.household:
            return line.number
        words = self.tr("{code}\n{number} 收起") if line.closed else self.tr("{code}\n{number}")
        return words.format(code=line.household, number=line.number)

    def _row(self, number: int, cells: tuple[str, ...], role: str) -> None:
        for column, words in enumerate(cells):
            label = QLabel(words)
            label.setProperty("role", role)
            side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
            self._grid.addWidget(label, number, column, side | Qt.AlignmentFlag.AlignVCenter)

    def _say(self, words: str, role: str) -> None:
        self.words.setText(words)
        self.words.setProperty("role", role)
        self.words.style().unpolish(self.words)
        self.words.style().polish(self.words)


class WhenAndWhy(QWidget):
    """The day and the reason of a change; its identity stays the same until it is written."""

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._uid = new_uid()
        self.day = LenientDateEdit(clock)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("写明原因"))
        self.reason.setAccessibleName(self.tr("原因"))
        self.day.setAccessibleName(self.tr("日期"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(QLabel(self.tr("日期")))
        row.addWidget(self.day)
        row.addWidget(QLabel(self.tr("原因")))
        row.addWidget(self.reason, 1)

    def begin(self) -> None:
        """A new form: today, no reason, a fresh identity."""
        self._uid = new_uid()
        self.day.set_day(self._clock.today())
        self.day.setMinimumWidth(han_width(self, 14))
        self.reason.clear()

    def act(self) -> Act:
        """The act as it stands; raises NotADate, for no day as well."""
        on = self.day.day()
        if on is None:
            raise NotADate(text="", field="on")
        return Act(self._uid, on, self.reason.text().strip())


def titled(words: str, *widgets: QWidget) -> QVBoxLayout:
    """Widgets below a heading."""
    column = QVBoxLayout()
    column.setSpacing(4)
    heading = QLabel(words)
    heading.setProperty("role", "strong")
    column.addWidget(heading)
    for widget in widgets:
        column.addWidget(widget)
    return column
