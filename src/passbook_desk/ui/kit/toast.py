"""A short word at the foot of the window that goes away by itself, with 撤销 or 打开 while it is there."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from passbook_desk.ui.kit.theme import metrics

SECONDS: Final = 10
_AROUND_FOOT: Final = 28
"""Pixels above the status line and the buttons of a page, which must stay in sight."""


class Toast(QFrame):
    """One toast over `host`. A new word takes the place of the old one."""

    def __init__(self, host: QWidget, seconds: int = SECONDS) -> None:
        super().__init__(host)
        self.setProperty("role", "toast")
        self._act: Callable[[], None] | None = None
        self._words = QLabel()
        self._button = QPushButton()
        self._button.setProperty("role", "toast")
        self._button.clicked.connect(self._run)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(16)
        row.addWidget(self._words)
        row.addWidget(self._button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(seconds * 1000)
        self._timer.timeout.connect(self.away)
        host.installEventFilter(self)
        self.hide()

    @property
    def words(self) -> str:
        """What is shown; empty while there is no toast."""
        return "" if self.isHidden() else self._words.text()

    def say(self, sentence: str, undo: Callable[[], None] | None = None) -> None:
        """Show a sentence; with `undo` also a button that calls it once."""
        self._show(sentence, self.tr("撤销"), undo)

    def say_made(self, sentence: str, open_it: Callable[[], None]) -> None:
        """Show a sentence about a file, with a button that opens it."""
        self._show(sentence, self.tr("打开"), open_it)

    def _show(self, sentence: str, word: str, act: Callable[[], None] | None) -> None:
        self._words.setText(f"✓  {sentence}")
        self._act = act
        self._button.setText(word)
        self._button.setVisible(act is not None)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def away(self) -> None:
        """Take the toast away; what it offered to undo stays as it is."""
        self._timer.stop()
        self._act = None
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _run(self) -> None:
        act = self._act
        self.away()
        if act is not None:
            act()

    def _place(self) -> None:
        host = self.parentWidget()
        if host is None:
            return
        self.adjustSize()
        foot = metrics().row + metrics().button + _AROUND_FOOT
        self.move((host.width() - self.width()) // 2, host.height() - self.height() - foot)
