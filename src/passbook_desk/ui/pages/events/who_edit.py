"""A field that ends in somebody: type to find, choose among what was found, or keep the name as typed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from passbook_desk.ui.kit.fields import FindEdit
from passbook_desk.ui.kit.theme import han_width
from passbook_desk.ui.pages.events.council_presenter import Who

_WIDTH = 24


class WhoEdit(QWidget):
    """The best one found is chosen at once; with `names`, what was typed is the last choice."""

    def __init__(
        self, find: Callable[[str, Callable[[Sequence[Who]], None]], None], hint: str, names: bool
    ) -> None:
        super().__init__()
        self._find, self._names = find, names
        self._asked, self._answered, self._entered = "", "", False
        self._found: tuple[Who, ...] = ()
        self.line = FindEdit(hint)
        self.choice = QComboBox()
        self.choice.setAccessibleName(hint)
        self.choice.setEnabled(False)
        self.line.found.connect(self._ask)
        self.line.down.connect(self._enter)
        for inner in (self.line, self.choice):
            inner.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.line)
        column.addWidget(self.choice)
        self.setFocusProxy(self.line)
        self._fit()

    def who(self) -> Who | None:
        """The one chosen; where names do, what is typed without anything found yet."""
        at = self.choice.currentIndex()
        typed = self.line.text().strip()
        if typed and self._asked == self.line.wanted() and 0 <= at < len(self._found):
            return self._found[at]
        return Who(typed, name=typed) if typed and self._names else None

    def set_who(self, who: Who) -> None:
        """Show somebody as chosen."""
        self.line.blockSignals(True)
        self.line.setText(who.name)
        self.line.blockSignals(False)
        self._asked = self.line.wanted()
        self._show(self._asked, (who,))

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
            self._show("", ())

    def _show(self, text: str, found: Sequence[Who]) -> None:
        if text != self._asked:
            return
        typed = self.line.text().strip()
        self._found, self._answered = tuple(found), text
        if self._names and typed:
            self._found += (Who(self.tr("只写姓名“{name}”").format(name=typed), name=typed),)
        nothing = [self.tr("没有找到，请换个写法")] if text else []
        self.choice.clear()
        self.choice.addItems([who.words for who in self._found] or nothing)
        self.choice.setEnabled(bool(self._found))
        if self._entered:
            self._enter()

    def _enter(self) -> None:
        """Go among several that were found, else on in the form; an answer on its way is waited for."""
        self._entered = self._asked != self._answered
        if self._entered:
            return
        if len(self._found) > 1:
            self.choice.setFocus()
        else:
            key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
            QCoreApplication.sendEvent(self, key)
