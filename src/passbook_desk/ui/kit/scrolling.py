"""A column that scrolls down when the screen is too low for it, never sideways."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


class ScrollColumn(QScrollArea):
    """Put tall content into `column`; what gains the focus is scrolled into sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._sight = QWidget()  # our own: asking Qt for its viewport costs as much as all the rest
        self.setViewport(self._sight)
        self._inner = QWidget()
        self._inner.setProperty("role", "plain")
        self.column = QVBoxLayout(self._inner)
        self.column.setContentsMargins(0, 0, 8, 0)
        self.column.setSpacing(12)
        self.setWidget(self._inner)
        self._sight.setAutoFillBackground(False)
        self._inner.installEventFilter(self)

    def sizeHint(self) -> QSize:
        """As large as the content, so that a dialog opens without scrolling where the screen allows it."""
        hint = self._inner.sizeHint()
        room = self.screen().availableSize()
        return QSize(hint.width() + self._bar_width(), min(hint.height(), room.height() - 200))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._inner and event.type() == QEvent.Type.LayoutRequest:
            self.setMinimumWidth(self._inner.minimumSizeHint().width() + self._bar_width())
            self.updateGeometry()
            self._keep_lines_whole()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_lines_whole()

    def _keep_lines_whole(self) -> None:
        """A scroll area would squeeze wrapped words to one line; the content keeps what it needs."""
        wrapped = self.column.hasHeightForWidth()
        self._inner.setMinimumHeight(self.column.totalHeightForWidth(self._sight.width()) if wrapped else 0)

    def _bar_width(self) -> int:
        """What the scroll bar will take; its own width means nothing before it is first shown."""
        return self.verticalScrollBar().sizeHint().width()
