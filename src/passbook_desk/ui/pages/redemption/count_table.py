"""The list that one counts down: the cell one stands in is always ready to be typed into."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView

from passbook_desk.features.redemption.stocktake.values import CountRow
from passbook_desk.ui.kit.fields import PlainEdit
from passbook_desk.ui.kit.rows import RowsModel
from passbook_desk.ui.kit.table_page import TableView
from passbook_desk.ui.kit.text import translate
from passbook_desk.ui.pages.redemption.stocktake_words import BLIND, ENTRY

_STEPS: Final = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Backtab: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Tab: 1,
    Qt.Key.Key_PageUp: -10,
    Qt.Key.Key_PageDown: 10,
}
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CountCell(PlainEdit):
    """Lies over the cell one stands in; digits, + and *, or what a scanner sends."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__(4)
        self.setProperty("cell", True)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def begin(self, text: str) -> None:
        """The cell as it is; typing writes over it."""
        self._shown = text
        self.setText(text)
        self.selectAll()

    @property
    def typed(self) -> str | None:
        """What was typed and not taken yet; None for nothing."""
        return None if self.text().strip() in ("", self._shown) else self.text()

    def event(self, event: QEvent) -> bool:
        """Esc takes back what was typed; only then is it the window's key."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            changed = self.text() != self._shown
            if event.type() == QEvent.Type.ShortcutOverride and changed:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and changed:
                self.begin(self._shown)
                return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.left.emit()

    def _fit(self) -> None:
        """The table gives the field the place of its cell."""


class CountTable(TableView):
    """Enter takes what was typed and goes on; arrows, Tab, PgUp and PgDn do the same.

    `take(row, text)` takes what was typed and answers whether it could. `finished` comes on Enter when no
    row is left that nobody counted.
    """

    finished = Signal()

    def __init__(self, take: Callable[[CountRow, str], bool]) -> None:
        super().__init__()
        self._take = take
        self._lines: RowsModel[CountRow] = RowsModel(BLIND, parent=self)
        self._at = 0
        self.cell = CountCell()
        self.setModel(self._lines)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self.cell)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.cell.setParent(self.viewport())
        self.cell.setAccessibleName(translate("Columns", BLIND[ENTRY].title))
        self.cell.installEventFilter(self)
        self.cell.left.connect(self.keep)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._place())
        self.cell.begin("")
        self.cell.hide()

    @property
    def standing(self) -> CountRow | None:
        """The row one stands in."""
        return self._lines.row_at(self._at)

    @property
    def rows(self) -> tuple[CountRow, ...]:
        """All rows."""
        return self._lines.rows()

    def show_rows(self, rows: Sequence[CountRow]) -> None:
        """Show rows as they are now; where one stands and what is being typed stay."""
        held, typing = self.standing, self.cell.typed
        scrolled = self.verticalScrollBar().value()
        self._lines.set_rows(rows)
        found = None if held is None else self._lines.find(lambda row: row.goods_id == held.goods_id)
        self._at = found or 0
        self.verticalScrollBar().setValue(scrolled)
        self.selectRow(self._at)
        if typing is None:
            self._load()
        self._place()

    def stand_on(self, goods_id: int) -> None:
        """Stand in the row of these goods, whatever was typed elsewhere."""
        found = self._lines.find(lambda row: row.goods_id == goods_id)
        if found is not None:
            self._stand(found)

    def stand_on_first_uncounted(self) -> None:
        """Where counting goes on."""
        found = self._lines.find(lambda row: row.counted is None or row.outdated)
        self._stand(found or 0)

    def keep(self) -> bool:
        """Take what was typed and not taken yet, without moving; False when it could not be."""
        row, text = self.standing, self.cell.typed
        if row is None or text is None:
            return True
        taken = self._take(row, text)
        if taken:
            self._load()
        else:
            self.cell.selectAll()
        return taken

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.cell and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self.keep():
            self._stand(index.row())
            self.cell.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scrollTo(self._lines.index(self._at, ENTRY))
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self.model() is not None:
            self._place()

    def _key(self, event: QKeyEvent) -> bool:
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        key = Qt.Key(event.key())
        if key in _ENTER:
            if self.keep():
                self._onward()
            return True
        if key in _STEPS:
            if self.keep():
                self._stand(min(max(self._at + _STEPS[key], 0), self._lines.rowCount() - 1))
            return True
        return False

    def _onward(self) -> None:
        """The next row; behind the last one whatever nobody counted yet."""
        if self._at + 1 < self._lines.rowCount():
            self._stand(self._at + 1)
            return
        left = self._lines.find(lambda row: row.counted is None)
        if left is None:
            self.finished.emit()
        else:
            self._stand(left)

    def _stand(self, at: int) -> None:
        if not 0 <= at < self._lines.rowCount():
            return
        self._at = at
        self.selectRow(at)
        self.scrollTo(self._lines.index(at, ENTRY))
        self._load()
        self._place()

    def _load(self) -> None:
        """The row's own count into the field; one that does not hold any more is to be typed again."""
        row = self.standing
        holds = row is not None and row.counted is not None and not row.outdated
        self.cell.begin(str(row.counted) if row is not None and holds else "")

    def _place(self) -> None:
        """The field over its cell."""
        box: Any = self.visualRect(self._lines.index(self._at, ENTRY))
        self.cell.setGeometry(box)
        self.cell.setVisible(self._lines.rowCount() > 0 and not box.isEmpty())
