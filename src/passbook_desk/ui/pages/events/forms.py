"""Finding the host while typing, and figures beside their limits."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from passbook_desk.features.events.course.errors import EndsBeforeItBegins
from passbook_desk.features.events.values import FigureJudged, Measure
from passbook_desk.features.households.errors import UnknownHousehold
from passbook_desk.features.households.values import HouseholdRow
from passbook_desk.kernel.period import NotADate
from passbook_desk.ui.kit.actions import ToggleButton
from passbook_desk.ui.kit.date_edit import LenientDateEdit
from passbook_desk.ui.kit.fields import CountEdit, FindEdit
from passbook_desk.ui.kit.form import Field, FormPanel
from passbook_desk.ui.kit.theme import han_width, metrics, word_width
from passbook_desk.ui.pages.events.words import Told, against_text, measure_word, verdict_told

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DIGITS: Final = 7
"""The largest figure that can be declared has seven."""


class HouseholdEdit(FindEdit):
    """A find line that ends in one household; what was found hangs below it.

    `looked_for(text)` asks for households, `show_found` answers; `chosen(row)` comes with Enter or a click.
    Call `take_keys` after the line stands in its form, so that Enter chooses before it goes on.
    """

    looked_for = Signal(str)
    chosen = Signal(object)

    def __init__(self, hint: str) -> None:
        super().__init__(hint)
        self.household: HouseholdRow | None = None
        self._label = ""
        self._entered = False
        self._offered_for = ""
        self._list = QListWidget(self)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemActivated.connect(self._choose)
        self._list.itemClicked.connect(self._choose)
        self._list.hide()
        self.found.connect(self._look)

    def take_keys(self) -> None:
        """See this line's and the list's keys before the form does."""
        self.installEventFilter(self)
        self._list.installEventFilter(self)

    def set_household(self, row: HouseholdRow | None) -> None:
        """Show a household as chosen; None empties the line."""
        self.household = row
        self._label = f"{row.code} {row.head_name}" if row is not None else ""
        self.setText(self._label)
        self._list.hide()

    def checked(self) -> HouseholdRow | None:
        """The household; raises UnknownHousehold when what is typed was not chosen."""
        typed = self.text().strip()
        if typed and (self.household is None or typed != self._label):
            raise UnknownHousehold(text=typed)
        return self.household if typed else None

    def show_found(self, text: str, rows: Sequence[HouseholdRow]) -> None:
        """Offer what was found for a text; an answer to an older text is left aside."""
        if text != self.wanted() or self.household is not None:
            return
        if len(rows) == 1 and self._entered:
            self._take(rows[0])
            return
        self._entered = False
        self._offered_for = text
        self._list.clear()
        for row in rows:
            item = QListWidgetItem(f"{row.code}  {row.head_name}  {row.grid_name}")
            item.setData(Qt.ItemDataRole.UserRole, row)
            self._list.addItem(item)
        if not rows:
            words = self.tr("没有找到“{text}”。换个写法，或试拼音首字母。").format(text=text)
            item = QListWidgetItem(words)
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self._list.addItem(item)
        self._place()

    @property
    def offered(self) -> tuple[str, ...]:
        """The lines that hang below now."""
        if self._list.isHidden():
            return ()
        return tuple(self._list.item(number).text() for number in range(self._list.count()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._list and event.type() == QEvent.Type.FocusOut:
            self._list.hide()
        if watched is self._list and _is_escape(event) and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # Esc leaves the list first, only then the page
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self:
                return self._key(event)
            if watched is self._list and _is_escape(event):
                self._list.hide()
                self.setFocus()
                return True
        return super().eventFilter(watched, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not self._list.hasFocus():
            self._list.hide()

    def _key(self, event: QKeyEvent) -> bool:
        listed = not self._list.isHidden() and self._offered_for == self.wanted()
        choosing = self.household is None and bool(self.text().strip())
        if event.key() in _ENTER and not event.modifiers() and choosing:
            if listed:
                self._into_list()
            else:
                self._entered = True
                self.looked_for.emit(self.wanted())
            return True
        if event.key() == Qt.Key.Key_Down and listed:
            self._into_list()
            return True
        return False

    def _into_list(self) -> None:
        first = self._list.item(0)
        if not first.flags():
            return
        if self._list.count() == 1:
            self._choose(first)
            return
        self._list.setCurrentRow(0)
        self._list.setFocus()

    def _look(self, text: str) -> None:
        if self.household is not None and self.text() == self._label:
            return
        self.household = None
        if text:
            self.looked_for.emit(text)
        else:
            self._list.hide()

    def _choose(self, item: QListWidgetItem) -> None:
        row = item.data(Qt.ItemDataRole.UserRole)
        if isinstance(row, HouseholdRow):
            self._take(row)

    def _take(self, row: HouseholdRow) -> None:
        self._entered = False
        self.setFocus()
        self.set_household(row)
        self.chosen.emit(row)

    def _place(self) -> None:
        host = self.window()
        if self._list.parentWidget() is not host:
            self._list.setParent(host)
        corner = self.mapTo(host, QPoint(0, self.height() + 2))
        height = self._list.count() * (metrics().row + 2) + 10
        room = host.height() - corner.y()
        width = max(self.width(), han_width(self, 18))
        self._list.setGeometry(corner.x(), corner.y(), width, min(height, room))
        self._list.show()
        self._list.raise_()


class FiguresGrid(QWidget):
    """Figures with their limits: 桌数 [12]  12 / 20 桌  ✓ 未超. Without `editing` for reading only.

    `changed` comes with every key; `filled` when Enter is pressed in the last field shown.
    """

    changed = Signal()
    filled = Signal()

    def __init__(self, editing: bool) -> None:
        super().__init__()
        self._editing = editing
        self._first = 0
        self._edits: dict[Measure, CountEdit] = {}
        self._rows: dict[Measure, tuple[QWidget, ...]] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(4, 1)
        self._more = ToggleButton()
        self._more.setProperty("role", "link")
        self._more.toggled.connect(self._unfold)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._grid)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def set_measures(self, measures: Sequence[Measure], first: int) -> None:
        """Ask for these; `first` of them at once, the others when they are wanted. Values typed stay."""
        if list(measures) == list(self._rows):
            return
        held = self.figures()
        for widgets in self._rows.values():
            for widget in widgets:
                widget.hide()
                widget.deleteLater()
        self._edits, self._rows, self._first = {}, {}, first
        for number, measure in enumerate(measures):
            self._add(number, measure)
        self.set_figures(held)
        self._unfold(self._more.isChecked())

    def figures(self) -> dict[Measure, int]:
        """What is declared, in each measure's unit."""
        values = {measure: edit.value() for measure, edit in self._edits.items()}
        return {measure: value for measure, value in values.items() if value is not None}

    def set_figures(self, figures: Mapping[Measure, int]) -> None:
        """Fill the fields; those that are not named become empty."""
        for measure, edit in self._edits.items():
            edit.set_value(figures.get(measure))

    def edit(self, measure: Measure) -> CountEdit:
        """The field of a measure."""
        return self._edits[measure]

    def first_edit(self) -> QWidget | None:
        """Where typing begins."""
        return next(iter(self._edits.values()), None)

    def show_judged(self, judged: Sequence[FigureJudged]) -> None:
        """Say how each figure stands."""
        stand = {figure.measure: figure for figure in judged}
        for measure, widgets in self._rows.items():
            against, verdict = widgets[-2], widgets[-1]
            assert isinstance(against, QLabel)
            assert isinstance(verdict, QLabel)
            figure = stand.get(measure)
            empty = figure is None or figure.declared is None
            words = against_text(figure) if figure is not None else ""
            put(against, Told(words, "quiet" if empty else ""))
            put(verdict, verdict_told(figure.verdict) if figure is not None else Told("", "quiet"))

    def said(self, measure: Measure) -> tuple[str, str]:
        """What stands beside a measure: figure and limit, mark and word."""
        against, verdict = self._rows[measure][-2:]
        assert isinstance(against, QLabel)
        assert isinstance(verdict, QLabel)
        return against.text(), verdict.text()

    def _add(self, number: int, measure: Measure) -> None:
        word = QLabel(measure_word(measure))
        word.setMinimumHeight(32)
        against, verdict = QLabel(), QLabel()
        widgets: list[QWidget] = [word]
        if self._editing:
            edit = CountEdit(_DIGITS)
            edit.setAccessibleName(word.text())
            edit.textChanged.connect(lambda _text: self.changed.emit())
            edit.returnPressed.connect(lambda: self._go_on(measure))
            word.setBuddy(edit)
            self._edits[measure] = edit
            widgets.append(edit)
        against.setMinimumWidth(word_width(self, 6.5))
        verdict.setMinimumWidth(word_width(self, 3.5))
        widgets += [against, verdict]
        self._grid.addWidget(word, number, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for column, widget in zip(range(4 - len(widgets[1:]), 4), widgets[1:], strict=True):
            self._grid.addWidget(widget, number, column)
        self._rows[measure] = tuple(widgets)

    def _unfold(self, all_of_them: bool) -> None:
        hidden = max(len(self._rows) - self._first, 0)
        for number, widgets in enumerate(self._rows.values()):
            for widget in widgets:
                widget.setVisible(all_of_them or number < self._first)
        self._more.setVisible(hidden > 0)
        words = self.tr("收起") if all_of_them else self.tr("还有 {count} 项 ▾").format(count=hidden)
        self._more.setText(words)

    def _go_on(self, measure: Measure) -> None:
        shown = [each for each, edit in self._edits.items() if not edit.isHidden()]
        following = shown[shown.index(measure) + 1 :]
        if following:
            self._edits[following[0]].setFocus()
            self._edits[following[0]].selectAll()
        else:
            self.filled.emit()


class FirstHalf(FormPanel):
    """Fields that figures follow: Enter in the last field goes on to those, Ctrl+Enter saves."""

    went_through = Signal()
    asked_to_save = Signal()

    def __init__(self, fields: Sequence[Field], save_word: str) -> None:
        super().__init__(fields, save_word)
        self.save_button.hide()

    def submit(self) -> None:
        """Called for Enter in the last field and for Ctrl+Enter in any."""
        if QApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier:
            self.asked_to_save.emit()
        else:
            self.went_through.emit()


def last_day(first: LenientDateEdit, last: LenientDateEdit) -> date | None:
    """What stands in `last`; raises EndsBeforeItBegins when that lies before the day in `first`."""
    begins, ends = meant(first.day), last.day()
    if begins is not None and ends is not None and ends < begins:
        raise EndsBeforeItBegins(since=begins)
    return ends


def meant(day: Callable[[], date | None]) -> date | None:
    """The day typed, None while it is none."""
    try:
        return day()
    except NotADate:
        return None


def put(label: QLabel, told: Told) -> None:
    """Show words in their role's colour."""
    label.setText(told.words)
    if label.property("role") != told.role:
        label.setProperty("role", told.role)
        label.style().unpolish(label)
        label.style().polish(label)


def _is_escape(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
