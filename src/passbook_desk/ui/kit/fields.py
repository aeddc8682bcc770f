"""Fields a clerk types into: finding, codes, points, money, counts."""

import unicodedata
from collections.abc import Callable
from typing import Any, Final, TypeVar

from PySide6.QtCore import QEvent, QRegularExpression, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from passbook_desk.kernel.points import NotANumber, Points
from passbook_desk.ui.kit.theme import han_width

Value = TypeVar("Value")
_PAUSE_MS: Final = 180


class FindEdit(QLineEdit):
    """A find line that works while pinyin is still being composed (experience §0 row 4).

    `found(text)` comes a short pause after the last key, with what is committed and what is being composed;
    `down` when the clerk presses ↓ or Enter to go into the results; Esc clears, a second Esc goes on.
    """

    found = Signal(str)
    down = Signal()

    def __init__(self, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(hint)
        self.setClearButtonEnabled(True)
        self._composed = ""
        self._told = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._tell)
        self.textChanged.connect(lambda _text: self._timer.start())

    def wanted(self) -> str:
        """What is looked for: committed text and pre-edit text, without the input method's marks."""
        at = self.cursorPosition()
        both = self.text()[:at] + self._composed + self.text()[at:]
        return both.replace("'", "").replace(" ", "").strip()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self._composed = event.preeditString()
        self._timer.start()

    def event(self, event: QEvent) -> bool:
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if escape and event.type() == QEvent.Type.ShortcutOverride and self.text():
            event.accept()  # clears the line first; without text, Esc belongs to the frame
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._timer.stop()
            self._tell()
            self.down.emit()
            return
        super().keyPressEvent(event)

    def _tell(self) -> None:
        wanted = self.wanted()
        if wanted != self._told:
            self._told = wanted
            self.found.emit(wanted)


class PlainEdit(QLineEdit):
    """A field for digits and signs: the input method stays off and wide characters become narrow.

    Setting WA_InputMethodEnabled does not switch the input method off in Qt; answering the query does
    (experience §0 row 5).
    """

    def __init__(self, width: float = 6, parent: QWidget | None = None) -> None:
        """`width` in Han characters."""
        super().__init__(parent)
        self._characters = width
        self.textEdited.connect(self._narrow)
        self._fit()

    def inputMethodQuery(self, query: Qt.InputMethodQuery, argument: Any = None) -> Any:
        if query == Qt.InputMethodQuery.ImEnabled:
            return False
        return super().inputMethodQuery(query, argument)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self.setFixedWidth(han_width(self, self._characters) + 28)

    def _narrow(self, text: str) -> None:
        narrow = unicodedata.normalize("NFKC", text.translate(_SIGNS))
        if narrow != text:
            at = self.cursorPosition()
            self.setText(narrow)
            self.setCursorPosition(at)


class CodeEdit(PlainEdit):
    """A code of digits (and letters or dashes): household, grid, item, account, area."""

    def __init__(self, digits: int = 0, width: float = 6, parent: QWidget | None = None) -> None:
        """`digits` is the most digits taken when the code is digits only; 0 for any code."""
        super().__init__(width, parent)
        if digits:
            self.setMaxLength(digits)
            self.setValidator(QRegularExpressionValidator(QRegularExpression(r"[0-9０-９]*"), self))

    def code(self) -> str:
        """The code without spaces."""
        return "".join(unicodedata.normalize("NFKC", self.text()).split())


class PointsEdit(PlainEdit):
    """Points with at most two decimals; takes 5*3 as 15 (experience §1.2). Figures stand right-aligned."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(5, parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def value(self) -> Points | None:
        """The points, None when the field is empty; raises NotANumber."""
        text = self.text().strip()
        if not text:
            return None
        each, star, times = text.partition("*")
        if not star:
            return Points.parse(text)
        if not times.strip().isdecimal():
            raise NotANumber(text=text)
        return Points.parse(each) * int(times)

    def set_value(self, points: Points | None) -> None:
        """Show points; None empties the field."""
        self.setText("" if points is None else str(points))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        _settle(self, self.value)


class CountEdit(PlainEdit):
    """A whole number from 0: tables, days, cars."""

    def __init__(self, digits: int = 4, parent: QWidget | None = None, width: float = 4) -> None:
        super().__init__(width, parent)
        self.setMaxLength(digits)
        self.setValidator(QRegularExpressionValidator(QRegularExpression(r"[0-9０-９]*"), self))
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def value(self) -> int | None:
        """The number, None when the field is empty."""
        text = self.text().strip()
        return int(text) if text else None

    def set_value(self, number: int | None) -> None:
        """Show a number; None empties the field."""
        self.setText("" if number is None else str(number))


_SIGNS = str.maketrans({"。": ".", "、": ".", "－": "-", "—": "-", "−": "-", "×": "*", "＊": "*"})


def _settle(edit: QLineEdit, value: Callable[[], Points | None]) -> None:
    """Show a sum that was typed as 5*3 as its result; leave what cannot be read for the form to name."""
    try:
        points = value()
    except NotANumber:
        return
    if points is not None and "*" in edit.text():
        edit.setText(str(points))
