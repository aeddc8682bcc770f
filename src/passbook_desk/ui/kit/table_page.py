"""A table with its find line, filter chips, totals and empty state."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QItemSelection, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from passbook_desk.ui.kit.actions import ToggleButton
from passbook_desk.ui.kit.fields import FindEdit
from passbook_desk.ui.kit.rows import Column, RowsModel
from passbook_desk.ui.kit.text import translate
from passbook_desk.ui.kit.theme import icon_size, metrics, word_width

Row = TypeVar("Row")
_CELL_PADDING = 20
_SORT_MARK = 12
_BOLDER = 1.12


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter to press: `key` for the program, `word` as shown."""

    key: str
    word: str


@dataclass(frozen=True, slots=True)
class Empty:
    """What stands in place of an empty table: one sentence and one button (experience §5.13)."""

    sentence: str
    button: str = ""
    act: Callable[[], None] | None = None


class TableView(QTableView):
    """A read-only table: whole rows, fixed heights, Enter opens, columns fitted to the font."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.horizontalHeader().setSectionsMovable(False)
        self.doubleClicked.connect(self._open)
        self.fit()

    def fit(self) -> None:
        """Row heights and column widths for the font in force; a stretching column takes the rest.

        Nothing has to be scrolled sideways: where the columns are wider than the table, optional ones are
        left out from the right, then all give way in proportion; what no longer fits ends in … and is shown
        whole as a tip.
        """
        self.verticalHeader().setDefaultSectionSize(metrics().row)
        self.setIconSize(icon_size())
        model = self.model()
        if not isinstance(model, RowsModel):
            return
        room = self.viewport().width()
        wanted = {number: self._wanted(column) for number, column in enumerate(model.columns)}
        for number in reversed(range(len(model.columns))):
            if model.columns[number].optional and sum(wanted.values()) > room:
                del wanted[number]
        spare = room - sum(wanted.values())
        stretching = [number for number in wanted if model.columns[number].stretch]
        if spare > 0:
            for number in stretching:
                wanted[number] += spare // len(stretching)
        elif room > 0:
            whole = sum(wanted.values())
            wanted = {number: width * room // whole for number, width in wanted.items()}
        for number in range(len(model.columns)):
            self.setColumnHidden(number, number not in wanted)
            self.setColumnWidth(number, wanted.get(number, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._open(self.currentIndex())
            event.accept()
            return
        super().keyPressEvent(event)

    def _wanted(self, column: Column[object]) -> int:
        badge = icon_size().width() + 6 if column.badge is not None else 0
        words = translate("Columns", column.title)
        title = self.horizontalHeader().fontMetrics().horizontalAdvance(words) * _BOLDER + _SORT_MARK
        least = min(column.width, column.least) if column.stretch else column.width
        return round(max(word_width(self, least), title)) + badge + _CELL_PADDING

    def _open(self, index: QModelIndex) -> None:
        model = self.model()
        if isinstance(model, RowsModel) and index.isValid():
            row = model.row_at(index.row())
            if row is not None:
                self.opened.emit(row)


class TablePage(QWidget, Generic[Row]):
    """Find line, chips, table, totals; put it into the body of a page.

    Signals: `opened(row)` on Enter or double click, `selected(row or None)`, `find_changed(text)`,
    `chip_changed(key)`. Finding and filtering are the presenter's work (a query), or, for rows that are all
    here, that of `matches(row, text)` given to the constructor.
    """

    opened = Signal(object)
    selected = Signal(object)
    find_changed = Signal(str)
    chip_changed = Signal(str)

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        empty: Empty,
        find_hint: str = "",
        chips: Sequence[Chip] = (),
        matches: Callable[[Row, str], bool] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """An empty `find_hint` leaves the find line out."""
        super().__init__(parent)
        self._matches = matches
        self.model: RowsModel[Row] = RowsModel(columns, parent=self)
        self.view = TableView()
        self.view.setModel(self.model)
        self.view.setSortingEnabled(True)
        self.view.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.view.opened.connect(self.opened)
        self.view.selectionModel().selectionChanged.connect(self._tell_selected)
        self.find_line = FindEdit(find_hint)
        self.find_line.setVisible(bool(find_hint))
        self.find_line.found.connect(self._find)
        self.find_line.down.connect(self._into_table)
        self._chips = QButtonGroup(self)
        self._keys = [chip.key for chip in chips]
        self._totals = QLabel()
        self._totals.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._empty = _EmptyState(empty)
        self._lay_out(chips)
        self._show_state()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; the selected row stays selected when an equal one is still there."""
        held = self.selected_row()
        scrolled = self.view.verticalScrollBar().value()
        self.model.set_rows(rows)
        self._after_change(held, scrolled)

    def set_pages(self, count: int, fetch: Callable[[int, int], None]) -> None:
        """Show rows that come by pages, see RowsModel.set_pages."""
        self.model.set_pages(count, fetch)
        self._show_state()

    def set_totals(self, sentence: str) -> None:
        """The line below the table: counts and sums with their units, filters named in words."""
        self._totals.setText(sentence)
        self._totals.setVisible(bool(sentence))

    def set_empty(self, empty: Empty) -> None:
        """Change what is said when there are no rows, such as when nothing was found."""
        self._empty.set(empty)

    def selected_row(self) -> Row | None:
        """The row the clerk stands on."""
        chosen = self.view.selectionModel().selectedRows()
        return self.model.row_at(chosen[0].row()) if chosen else None

    def select(self, matches: Callable[[Row], bool]) -> bool:
        """Stand on the first row that matches and scroll to it; False when there is none."""
        number = self.model.find(matches)
        if number is None:
            return False
        self.view.selectRow(number)
        self.view.scrollTo(self.model.index(number, 0))
        return True

    @property
    def chip(self) -> str:
        """The key of the chip pressed; empty when there are none."""
        return self._keys[self._chips.checkedId()] if self._keys else ""

    def press_chip(self, key: str) -> None:
        """Press a chip as the clerk would."""
        self._chips.button(self._keys.index(key)).click()

    def _lay_out(self, chips: Sequence[Chip]) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.find_line, 1)
        for number, chip in enumerate(chips):
            button = ToggleButton(chip.word)
            button.setChecked(number == 0)
            self._chips.addButton(button, number)
            line.addWidget(button)
        self._chips.idClicked.connect(lambda number: self.chip_changed.emit(self._keys[number]))
        if not self.find_line.isVisibleTo(self):
            line.addStretch(1)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(line)
        column.addLayout(self._stack, 1)
        column.addWidget(self._totals)
        self._totals.hide()

    def _find(self, text: str) -> None:
        matches = self._matches
        if matches is not None:
            held = self.selected_row()
            self.model.set_filter((lambda row: matches(row, text)) if text else None)
            self._after_change(held, 0)
        self.find_changed.emit(text)

    def _into_table(self) -> None:
        if self.model.rowCount():
            if not self.view.selectionModel().hasSelection():
                self.view.selectRow(0)
            self.view.setFocus()

    def _after_change(self, held: Row | None, scrolled: int) -> None:
        self._show_state()
        if held is not None:
            number = self.model.find(lambda row: row == held)
            if number is not None:
                self.view.selectRow(number)
        self.view.verticalScrollBar().setValue(scrolled)

    def _show_state(self) -> None:
        self._stack.setCurrentIndex(0 if self.model.rowCount() else 1)

    def _tell_selected(self, _now: QItemSelection, _before: QItemSelection) -> None:
        self.selected.emit(self.selected_row())


class _EmptyState(QWidget):
    """A sentence in the middle and the one button that leads on."""

    def __init__(self, empty: Empty) -> None:
        super().__init__()
        self._act: Callable[[], None] | None = None
        self._sentence = QLabel()
        self._sentence.setProperty("role", "quiet")
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence.setWordWrap(True)
        self._button = QPushButton()
        self._button.setProperty("primary", True)
        self._button.clicked.connect(self._run)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self._sentence)
        column.addSpacing(8)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self.set(empty)

    def set(self, empty: Empty) -> None:
        """Say another sentence."""
        self._act = empty.act
        self._sentence.setText(empty.sentence)
        self._button.setText(empty.button)
        self._button.setVisible(bool(empty.button) and empty.act is not None)

    def _run(self) -> None:
        if self._act is not None:
            self._act()
