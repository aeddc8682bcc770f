"""A find line with what was found in a box below it; what is looked for the deriving class knows."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from passbook_desk.ui.kit.fields import FindEdit
from passbook_desk.ui.kit.theme import han_width

_WIDTH = 24


class FoundEdit(QWidget):
    """Asks `find(text, answer)` while the clerk types; the latest text's answer goes to `_take_found`."""

    def __init__(
        self,
        find: Callable[[str, Callable[[Sequence[Any]], None]], None],
        hint: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._find = find
        self._asked = ""
        self.line = FindEdit(hint)
        self.choice = QComboBox()
        self.choice.setAccessibleName(hint)
        self.line.found.connect(self._ask)
        self.line.down.connect(self._go_down)
        for inner in (self.line, self.choice):
            inner.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.line)
        column.addWidget(self.choice)
        self.setFocusProxy(self.line)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Enter, and Enter on what was found, are for the form around."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if enter and (held or watched is self.choice):
                QCoreApplication.sendEvent(self, event)
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    @abstractmethod
    def _take_found(self, text: str, found: Sequence[Any]) -> None:
        """Show what a text found; nothing for no text."""

    @abstractmethod
    def _go_down(self) -> None:
        """↓ or Enter in the line."""

    def _fit(self) -> None:
        self.setMaximumWidth(han_width(self, _WIDTH))

    def _ask(self, text: str) -> None:
        self._asked = text
        if text:
            self._find(text, lambda found: self._answer(text, found))
        else:
            self._answer(text, ())

    def _answer(self, text: str, found: Sequence[Any]) -> None:
        if text == self._asked:
            self._take_found(text, found)
