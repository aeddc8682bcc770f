"""The fields that lie over the cell the clerk stands in: one for each column, so that input methods work."""

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from passbook_desk.ui.kit.fields import PlainEdit
from passbook_desk.ui.pages.ledger.lines import is_repeat
from passbook_desk.ui.shell.picking import PickEdit

_NARROW: Final = 3


class CellPick(PickEdit):
    """Book or item: what was typed without choosing is not lost when the cell is left."""

    repeated = Signal(str)

    def __init__(self, hint: str, nothing: str, onward: Callable[[], None]) -> None:
        super().__init__(hint, _NARROW, nothing, onward)

    def begin(self, words: str) -> None:
        """The cell as it is; typing writes over it."""
        self.set_words(words)
        self.selectAll()

    @property
    def listing(self) -> bool:
        """Whether the list is there: then the arrow keys belong to it."""
        return self._shown is not None

    @property
    def changed_text(self) -> str | None:
        """What was typed and not chosen; None when nothing was typed."""
        return None if self.text() == self._words else self.text()

    def event(self, event: QEvent) -> bool:
        """Esc takes back what was typed; only then is it the window's key."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.ShortcutOverride and (
                self.listing or self.changed_text is not None
            ):
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.begin(self._words)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers()
        if plain and is_repeat(self.text()):
            self.repeated.emit(self.text())
        elif plain and self.changed_text == "":
            self._onward()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The grid has already taken what was typed."""
        QLineEdit.focusOutEvent(self, event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._hide_list()


class CellText(QLineEdit):
    """Memo and witness: free words."""

    def begin(self, words: str) -> None:
        """The cell as it is; typing writes over it."""
        self.setText(words)
        self.selectAll()


class CellPlain(PlainEdit):
    """Points: digits and signs, the input method stays off. `with_words` leaves it on, for days (昨天)."""

    def __init__(self, with_words: bool) -> None:
        self._with_words = with_words
        super().__init__(_NARROW)

    def begin(self, words: str) -> None:
        """The cell as it is; typing writes over it."""
        self.setText(words)
        self.selectAll()

    def inputMethodQuery(self, query: Qt.InputMethodQuery, argument: Any = None) -> Any:
        if self._with_words and query == Qt.InputMethodQuery.ImEnabled:
            return True
        return super().inputMethodQuery(query, argument)

    def _fit(self) -> None:
        """The grid gives the field the place of its cell."""

    def _narrow(self, text: str) -> None:
        """Signs stay as typed until the cell is read: 。。 repeats the cell above."""
