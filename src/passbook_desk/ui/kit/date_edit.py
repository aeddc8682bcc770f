"""A date field that understands what clerks type; Qt's own turns 6.1 into the 3rd of January."""

from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.period import NotADate
from passbook_desk.ui.kit.dates import day_echo, day_text, read_day, typed_echo
from passbook_desk.ui.kit.fields import PlainEdit
from passbook_desk.ui.kit.theme import han_width


class LenientDateEdit(QWidget):
    """A line for the day, beside it the weekday and the lunar day of what was understood.

    A lunar date is taken as well: the solar day stands beside it, and in its place when the field is left.
    Keys: ↑ ↓ + - step by a day, F5 is today. `changed(day or None)` comes when the day that is meant changes.
    """

    changed = Signal(object)

    def __init__(self, clock: Clock, day: date | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._day: date | None = None
        self.edit = _DayLine(self)
        self.edit.textEdited.connect(self._read)
        self.edit.left.connect(self._settle)
        self.edit.stepped.connect(self._step)
        self.edit.now.connect(lambda: self.set_day(self._clock.today()))
        self._echo = QLabel()
        self._echo.setProperty("role", "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.edit)
        row.addWidget(self._echo, 1)
        self.setFocusProxy(self.edit)
        self._fit()
        self.set_day(day)

    @property
    def echo(self) -> str:
        """What stands beside the field."""
        return self._echo.text()

    def day(self) -> date | None:
        """The day that is meant, None when the field is empty; raises NotADate."""
        text = self.edit.text().strip()
        if not text:
            return None
        if self._day is None:
            raise NotADate(text=text)
        return self._day

    def set_day(self, day: date | None) -> None:
        """Show a day; None empties the field."""
        self.edit.setText("" if day is None else day_text(day))
        self._take(day)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        """Room for the usual echo, and for all of a longer one that names a day."""
        whole = 0 if self._day is None else self._echo.sizeHint().width()
        self._echo.setMinimumWidth(max(han_width(self, 7.5), whole))

    def _read(self, text: str) -> None:
        if text[-1:] in ("+", "-", "＋", "－") and self._day is not None and text[:-1] == day_text(self._day):
            self._step(1 if text[-1] in "+＋" else -1)
            return
        self._take(read_day(text, self._clock.today(), self._day) if text.strip() else None)
        if self._day is not None:
            self._say(typed_echo(text, self._day))
        elif text.strip():
            self._echo.setText(self.tr("写成 6.3 或 2024.6.3"))

    def _settle(self) -> None:
        if self._day is not None:
            self.edit.setText(day_text(self._day))
            self._say(day_echo(self._day))

    def _step(self, days: int) -> None:
        around = self._day or self._clock.today()
        self.set_day(around + timedelta(days=days) if self._day is not None else around)

    def _take(self, day: date | None) -> None:
        changed = day != self._day
        self._day = day
        self._say("" if day is None else day_echo(day))
        if changed:
            self.changed.emit(day)

    def _say(self, echo: str) -> None:
        self._echo.setText(echo)
        self._fit()


class _DayLine(PlainEdit):
    left = Signal()
    stepped = Signal(int)
    now = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(5.5, parent)

    def inputMethodQuery(self, query: Qt.InputMethodQuery, argument: Any = None) -> Any:
        """昨天 and 今天 are typed with the input method, so it stays on here."""
        if query == Qt.InputMethodQuery.ImEnabled:
            return True
        return super().inputMethodQuery(query, argument)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Up else -1)
            return
        if event.key() == Qt.Key.Key_F5:
            self.now.emit()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
