"""The line that a scanner and a hand type into: digits that choose, numbers that end in Enter, letters."""

import re
import unicodedata
from typing import Any, Final

from PySide6.QtCore import QElapsedTimer, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

LONE_MS: Final = 80
"""A scanner's next key comes sooner: a digit that stays alone for so long was pressed by hand."""
TOGETHER_MS: Final = 1500
"""Digits pressed by hand one after another make one number when Enter comes within so long."""
_LONE: Final = re.compile(r"(\D*)(\d)")
_MINUS: Final = frozenset("-－—−")
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ScanEdit(QLineEdit):
    """Tells what was typed; what it means decides the page.

    `digit(letters, digit, late)`: a digit that nothing followed for 80 ms, behind letters or alone; whoever
    takes it calls `clear`, or `wait` to hear of it once more, late. `entered(text)`: Enter, behind a text or
    alone.
    `joined(digits)`: digits that were taken one by one, then Enter. `letters(text)`: another text without
    digits. `less`: minus or Backspace on the empty line. `moved(step)`: an arrow up or down. `touched`: any
    key.
    """

    digit = Signal(str, int, bool)
    entered = Signal(str)
    joined = Signal(str)
    letters = Signal(str)
    less = Signal()
    moved = Signal(int)
    touched = Signal()

    def __init__(self, hint: str, lone_ms: int = LONE_MS) -> None:
        super().__init__()
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self._lone_ms = lone_ms
        self._run = ""
        self._late = False
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._settle)
        self.textChanged.connect(self._follow)

    def wait(self) -> None:
        """Leave the digit where it is, and tell of it again when no other has followed by then."""
        self._late = True
        self._timer.start(TOGETHER_MS)

    def tell_again(self) -> None:
        """Tell of a digit that was typed too early for anybody to take it."""
        if _LONE.fullmatch(self.typed()):
            self._timer.start(0)

    def typed(self) -> str:
        """The text in narrow signs, without spaces."""
        return "".join(unicodedata.normalize("NFKC", self.text()).split())

    def inputMethodQuery(self, query: Qt.InputMethodQuery, argument: Any = None) -> Any:
        """The input method stays off here: letters are initials, and digits belong to the counter."""
        if query == Qt.InputMethodQuery.ImEnabled:
            return False
        return super().inputMethodQuery(query, argument)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """One that stays on all the same hands over １ or － where the keyboard has 1 or -."""
        self.touched.emit()
        if self._takes_less(event.commitString()):
            event.accept()
            return
        super().inputMethodEvent(event)

    def event(self, event: QEvent) -> bool:
        """On the empty line Ctrl+Z takes back the last act, not what was typed."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.matches(QKeySequence.StandardKey.Undo)
            and not self.text()
        ):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.touched.emit()
        key = event.key()
        if key in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            if not event.isAutoRepeat():
                self._enter()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.text():
            self.moved.emit(1 if key == Qt.Key.Key_Down else -1)
        elif self._takes_less("-" if key == Qt.Key.Key_Backspace else event.text()):
            event.accept()
        else:
            super().keyPressEvent(event)

    def _takes_less(self, text: str) -> bool:
        if self.text() or text not in _MINUS or not text:
            return False
        self._run = ""
        self.less.emit()
        return True

    def _enter(self) -> None:
        self._timer.stop()
        text = self.typed()
        run = self._run if self._is_together() else ""
        if run and (not text or (len(text) == 1 and text.isdecimal())):
            self._run = ""
            self.clear()
            if len(run + text) > 1:
                self.joined.emit(run + text)
        elif _LONE.fullmatch(text):
            self._settle()
        else:
            self._run = ""
            self.entered.emit(text)

    def _follow(self, text: str) -> None:
        self._timer.stop()
        self._late = False
        plain = self.typed()
        if _LONE.fullmatch(plain):
            self._timer.start(self._lone_ms)
        elif not any(sign.isdigit() for sign in plain):
            if plain:
                self._run = ""
            self.letters.emit(plain)

    def _settle(self) -> None:
        found = _LONE.fullmatch(self.typed())
        if found is None:
            return
        before, late = self.text(), self._late
        letters, digit = found[1], found[2]
        run = self._run if self._is_together() else ""
        self.digit.emit(letters, int(digit), late)
        taken = not self.text() and bool(before)
        self._run = run + digit if taken and not letters else ""
        if taken:
            self._since.start()

    def _is_together(self) -> bool:
        return self._since.isValid() and self._since.elapsed() <= TOGETHER_MS
