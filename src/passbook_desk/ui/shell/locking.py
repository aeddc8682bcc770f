"""Locks the screen when nobody has touched key or mouse for a while (reliability §3.10)."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

_TOUCHES: Final = frozenset(
    {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel}
)
_MINUTE_MS: Final = 60_000


class IdleWatch(QObject):
    """Emits `idle` once the clerk has done nothing for the minutes set; 0 minutes watch nothing."""

    idle = Signal()

    def __init__(self, app: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._over)

    def watch(self, minutes: int) -> None:
        """Begin to wait anew."""
        self._timer.stop()
        self._app.removeEventFilter(self)
        if minutes:
            self._app.installEventFilter(self)
            self._timer.start(minutes * _MINUTE_MS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES and self._timer.isActive():
            self._timer.start()
        return False

    def _over(self) -> None:
        """A question that waits for its answer is not covered: the wait begins anew."""
        if QApplication.activeModalWidget() is not None:
            self._timer.start()
        else:
            self.idle.emit()
