"""对客屏: what whoever stands before the counter may see of it, on a second screen."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QFont, QGuiApplication
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from passbook_desk.features.ledger.values import AccountRow
from passbook_desk.kernel.points import Points
from passbook_desk.ui.kit.theme import metrics
from passbook_desk.ui.pages.redemption.counter_words import hidden_name

_LARGER: Final = 1.5
_LINES: Final = 8


class CustomerDisplay(QWidget):
    """The family name's character alone, points before and after, the goods. `closed` by its own frame.

    It lies on the screen where the program is not, or, with a single screen, in a window of its own.
    """

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus)
        self._beside = parent
        self.setWindowTitle(self.tr("对客屏"))
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "canvas")
        self._name, self._before, self._items, self._after = QLabel(), QLabel(), QLabel(), QLabel()
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 32, 48, 32)
        column.setSpacing(20)
        column.addStretch(1)
        for label in (self._name, self._before, self._items, self._after):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addStretch(1)
        self.show_nobody()

    @property
    def words(self) -> tuple[str, ...]:
        """Everything that can be read there."""
        labels = (self._name, self._before, self._items, self._after)
        return tuple(label.text() for label in labels if label.text())

    def turn(self, on: bool) -> None:
        """Show it on the other screen, or take it away."""
        if not on:
            self.hide()
            return
        mine = self._beside.screen()
        others = [screen for screen in QGuiApplication.screens() if screen is not mine]
        if others:
            self.setGeometry(others[0].availableGeometry())
            self.showFullScreen()
        else:
            room = mine.availableSize()
            self.resize(room.width() // 2, room.height() // 2)
            self.show()

    def show_nobody(self) -> None:
        """Nobody is served."""
        self._tell(self.tr("请出示存折"), "", (), "")

    def show_points(
        self, account: AccountRow, before: Points, lines: Sequence[str], after: Points | None
    ) -> None:
        """Somebody with points before and, once something is chosen or given, after it."""
        now = self.tr("可用 {points} 分").format(points=before)
        then = "" if after is None else self.tr("换后 {points} 分").format(points=after)
        shown = [*lines[:_LINES], self.tr("……")] if len(lines) > _LINES else lines
        self._tell(hidden_name(account), now, shown, then)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def _tell(self, name: str, before: str, lines: Sequence[str], after: str) -> None:
        figure = metrics().figure
        sizes = ((self._name, figure), (self._before, figure), (self._items, metrics().title))
        for label, size in (*sizes, (self._after, round(figure * _LARGER))):
            font = QFont(self.font())
            font.setPointSize(size)
            font.setBold(label is not self._items)
            label.setFont(font)
        for label, words in (
            (self._name, name),
            (self._before, before),
            (self._items, "\n".join(lines)),
            (self._after, after),
        ):
            label.setText(words)
            label.setVisible(bool(words))
