"""A table whose rows can be ticked: Space ticks and goes on, Ctrl+A ticks all or none, a click does too."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Final, TypeVar

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from passbook_desk.ui.kit.rows import Column
from passbook_desk.ui.kit.table_page import Chip, Empty, TablePage
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP

Row = TypeVar("Row")
_TICK: Final = 0


class TickTable(TablePage[Row]):
    """A table page with a column of boxes before the others; `ticks_changed` when other rows are ticked."""

    ticks_changed = Signal()

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        empty: Empty,
        key: Callable[[Row], Hashable],
        can_tick: Callable[[Row], bool],
        find_hint: str = "",
        chips: Sequence[Chip] = (),
        parent: QWidget | None = None,
    ) -> None:
        """`key` tells rows apart when they are read anew; a row without a box (`can_tick`) stays unticked."""
        self._key, self._can_tick = key, can_tick
        self._ticks: set[Hashable] = set()
        tick: Column[Row] = Column("tick", QT_TRANSLATE_NOOP("Columns", "选"), self._box, 1)
        super().__init__((tick, *columns), empty, find_hint, chips, parent=parent)
        self.view.installEventFilter(self)
        self.view.clicked.connect(self._click)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; what was ticked stays ticked where it is still there and has a box."""
        self._ticks &= {self._key(row) for row in rows if self._can_tick(row)}
        super().set_rows(rows)

    def ticked(self) -> tuple[Row, ...]:
        """The rows that are ticked, in the order shown."""
        return tuple(row for row in self.model.rows() if self._key(row) in self._ticks)

    def toggle(self, row: Row) -> None:
        """Tick a row, or take its tick away."""
        if self._can_tick(row):
            self._ticks ^= {self._key(row)}
            self._tell()

    def untick(self, keys: Iterable[Hashable]) -> None:
        """Take ticks away."""
        self._ticks -= set(keys)
        self._tell()

    def untick_all(self) -> None:
        """Take every tick away."""
        self._ticks.clear()
        self._tell()

    def tick_all(self) -> None:
        """All rows that are shown, or none when all of them are ticked."""
        shown = {self._key(row) for row in self.model.rows() if self._can_tick(row)}
        self._ticks = set() if shown <= self._ticks else self._ticks | shown
        self._tell()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if watched is self.view and pressed and isinstance(event, QKeyEvent) and self._handles(event):
            return True
        return super().eventFilter(watched, event)

    def _handles(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            row = self.selected_row()
            if row is not None:
                self.toggle(row)
                self._go_down()
            return True
        if event.key() == Qt.Key.Key_A and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.tick_all()
            return True
        return False

    def _box(self, row: Row) -> str:
        if not self._can_tick(row):
            return ""
        return "☑" if self._key(row) in self._ticks else "☐"

    def _click(self, index: QModelIndex) -> None:
        row = self.model.row_at(index.row())
        if index.column() == _TICK and row is not None:
            self.toggle(row)

    def _go_down(self) -> None:
        below = self.view.currentIndex().row() + 1
        if below < self.model.rowCount():
            self.view.selectRow(below)

    def _tell(self) -> None:
        self.view.viewport().update()
        self.ticks_changed.emit()
