"""A line inside a page that says something is amiss, and offers what to do."""

from collections.abc import Callable
from enum import StrEnum
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget


class Mood(StrEnum):
    """How serious it is; each has its own mark, so that colour is not the only sign."""

    NOTE = "note"
    OK = "ok"
    WARN = "warn"
    ERROR = "error"


MARKS: Final = {Mood.NOTE: "ⓘ", Mood.OK: "✓", Mood.WARN: "⚠", Mood.ERROR: "✕"}


class MessageBar(QFrame):
    """Hidden until something is said; at most one button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._act: Callable[[], None] | None = None
        self._mark = QLabel()
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._button = QPushButton()
        self._button.clicked.connect(self._run)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    @property
    def words(self) -> str:
        """What is said now; empty while the bar is hidden."""
        return "" if self.isHidden() else self._words.text()

    def say(
        self,
        sentence: str,
        mood: Mood = Mood.NOTE,
        button: str = "",
        act: Callable[[], None] | None = None,
    ) -> None:
        """Show a sentence, with a button when `button` and `act` are given."""
        self._mark.setText(MARKS[mood])
        self._words.setText(sentence)
        self._act = act
        self._button.setText(button)
        self._button.setVisible(bool(button) and act is not None)
        self.setProperty("bar", str(mood))
        for widget in (self, self._mark, self._words):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        self.show()

    def clear(self) -> None:
        """Say nothing."""
        self._act = None
        self.hide()

    def _run(self) -> None:
        if self._act is not None:
            self._act()
