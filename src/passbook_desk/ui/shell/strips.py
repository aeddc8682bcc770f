"""What the frame shows of work under way: a thin strip at once, a count with 取消 when it lasts."""

from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from passbook_desk.ui.kit.jobs import JobRunner
from passbook_desk.ui.kit.tokens import ACCENT

_HEIGHT: Final = 4
_EVERY_MS: Final = 40


class BusyStrip(QWidget):
    """A moving bar of four pixels; keeps its place while it rests, so that nothing jumps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(_HEIGHT)
        self._at = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._move)

    @property
    def moving(self) -> bool:
        """True while work is under way."""
        return self._timer.isActive()

    def set_busy(self, busy: bool) -> None:
        """Move or rest."""
        if busy:
            self._timer.start()
        else:
            self._timer.stop()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._timer.isActive():
            return
        painter = QPainter(self)
        length = self.width() // 5
        painter.fillRect(self._at % (self.width() + length) - length, 0, length, _HEIGHT, QColor(ACCENT))
        painter.end()

    def _move(self) -> None:
        self._at += max(self.width() // 60, 1)
        self.update()


class ProgressStrip(QFrame):
    """正在生成… 120/500 and 取消; comes 1.5 s after long work began."""

    def __init__(self, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("bar", "note")
        self._words = QLabel()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._cancel = QPushButton(self.tr("取消"))
        self._cancel.clicked.connect(jobs.cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(12)
        row.addWidget(self._words)
        row.addWidget(self._bar, 1)
        row.addWidget(self._cancel)
        self._label = ""
        jobs.slow.connect(self._begin)
        jobs.progressed.connect(self._step)
        jobs.press_ended.connect(self._end)
        self._end()

    @property
    def words(self) -> str:
        """What is said now; empty while nothing lasts."""
        return "" if self.isHidden() else self._words.text()

    def _begin(self, label: str) -> None:
        self._label = label or self.tr("正在处理…")
        self._say()
        self.show()

    def _step(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._say()

    def _say(self) -> None:
        total = self._bar.maximum()
        self._words.setText(f"{self._label} {self._bar.value()}/{total}" if total else self._label)

    def _end(self) -> None:
        self._bar.setRange(0, 0)
        self.hide()
