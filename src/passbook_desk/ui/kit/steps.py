"""What is shown between two arrows that go to the one before and the one after."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from passbook_desk.ui.kit.theme import han_width


class Steps(QWidget):
    """`gone(by)` with -1 or 1 when an arrow is pressed; the buttons are `prefix`.back and `prefix`.next.

    `back` and `forward` say what the arrows do; `width` is the room of what is shown, in Han characters.
    """

    gone = Signal(int)

    def __init__(self, prefix: str, back: str, forward: str, width: float) -> None:
        super().__init__()
        self._width = width
        self._label = QLabel()
        self._label.setProperty("role", "strong")
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._next = self._arrow(f"{prefix}.next", forward, "›", 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self._arrow(f"{prefix}.back", back, "‹", -1), self._label, self._next):
            row.addWidget(widget)

    def put(self, text: str, *, more: bool) -> None:
        """Show a text; without `more` there is nothing after it."""
        self._label.setMinimumWidth(han_width(self, self._width))
        self._label.setText(text)
        self._next.setEnabled(more)

    @property
    def text(self) -> str:
        """What is shown."""
        return self._label.text()

    def _arrow(self, name: str, about: str, sign: str, by: int) -> QPushButton:
        button = QPushButton(sign)
        button.setAccessibleName(about)
        button.setToolTip(about)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(partial(self._go, by))
        return button

    def _go(self, by: int, _checked: bool = False) -> None:
        self.gone.emit(by)
