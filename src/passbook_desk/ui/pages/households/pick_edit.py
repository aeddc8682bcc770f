"""A field in which one household or resident is chosen: type to find, ↓ to choose among what was found."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from passbook_desk.features.households.errors import UnknownHousehold
from passbook_desk.ui.kit.fields import FindEdit
from passbook_desk.ui.kit.theme import han_width
from passbook_desk.ui.pages.households.life_values import Pick

Find = Callable[[str, Callable[[Sequence[Pick]], None]], None]
_WIDTH = 24


class PickEdit(QWidget):
    """`picked(Pick or None)` comes when another one is chosen; the best one found is chosen at once."""

    picked = Signal(object)

    def __init__(self, find: Find, hint: str, nothing: str, parent: QWidget | None = None) -> None:
        """`nothing` is said in the list when a text finds none."""
        super().__init__(parent)
        self._find, self._nothing = find, nothing
        self._found: tuple[Pick, ...] = ()
        self._asked = ""
        self.line = FindEdit(hint)
        self.choice = QComboBox()
        self.choice.setAccessibleName(hint)
        self.choice.hide()
        self.choice.currentIndexChanged.connect(lambda _: self.picked.emit(self.pick()))
        self.line.found.connect(self._ask)
        self.line.down.connect(self._into_choice)
        for inner in (self.line, self.choice):
            inner.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.line)
        column.addWidget(self.choice)
        self.setFocusProxy(self.line)
        self._fit()

    def pick(self) -> Pick | None:
        """The one chosen."""
        at = self.choice.currentIndex()
        return self._found[at] if 0 <= at < len(self._found) else None

    def checked(self) -> Pick:
        """The one chosen; raises UnknownHousehold."""
        pick = self.pick()
        if pick is None:
            raise UnknownHousehold(text=self.line.text().strip())
        return pick

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

    def _fit(self) -> None:
        self.setMaximumWidth(han_width(self, _WIDTH))

    def _ask(self, text: str) -> None:
        self._asked = text
        if text:
            self._find(text, lambda found: self._show(text, found))
        else:
            self._show(text, ())

    def _show(self, text: str, found: Sequence[Pick]) -> None:
        if text != self._asked:
            return
        self._found = tuple(found)
        self.choice.blockSignals(True)
        self.choice.clear()
        self.choice.addItems([pick.words for pick in self._found] or [self._nothing])
        self.choice.setVisible(bool(text))
        self.choice.setEnabled(bool(self._found))
        self.choice.blockSignals(False)
        self.picked.emit(self.pick())

    def _into_choice(self) -> None:
        if self._found:
            self.choice.setFocus()
