"""Chips for week, month, quarter and year, and the period of that length with the ones beside it."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QWidget

from passbook_desk.kernel.periods import Period, PeriodKind
from passbook_desk.ui.kit.actions import ToggleButton
from passbook_desk.ui.kit.theme import han_width
from passbook_desk.ui.pages.counting.words import kind_word, period_text

KINDS = (PeriodKind.WEEK, PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.YEAR)
_WIDTH = 9


class PeriodPicker(QWidget):
    """`changed(period)` when the clerk presses a chip or goes to the period before or after."""

    changed = Signal(object)

    def __init__(self, today: date, kind: PeriodKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._period = Period.of(kind, today)
        self._chips = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for number, each in enumerate(KINDS):
            chip = ToggleButton(kind_word(each))
            chip.setChecked(each is kind)
            chip.setObjectName(f"period.{each.value}")
            self._chips.addButton(chip, number)
            row.addWidget(chip)
        self._chips.idClicked.connect(self._choose_kind)
        self._back = self._step(self.tr("前一期"), "‹", -1)
        self._label = QLabel()
        self._label.setProperty("role", "strong")
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._label.setMinimumWidth(han_width(self, _WIDTH))
        self._next = self._step(self.tr("后一期"), "›", 1)
        for widget in (self._back, self._label, self._next):
            row.addWidget(widget)
        self._show()

    @property
    def period(self) -> Period:
        """The period chosen."""
        return self._period

    def set_period(self, period: Period) -> None:
        """Choose a period without telling."""
        self._period = period
        if period.kind in KINDS:
            self._chips.button(KINDS.index(period.kind)).setChecked(True)
        self._show()

    def _step(self, about: str, sign: str, by: int) -> QPushButton:
        button = QPushButton(sign)
        button.setAccessibleName(about)
        button.setToolTip(about)
        button.setObjectName("period.back" if by < 0 else "period.next")
        button.setAutoDefault(False)
        button.clicked.connect(partial(self._go, by))
        return button

    def _choose_kind(self, number: int) -> None:
        """The period of another length that ends where this one ends, but not after today."""
        self._period = Period.of(KINDS[number], min(self._period.last, self._today))
        self._show()
        self.changed.emit(self._period)

    def _go(self, by: int, _checked: bool = False) -> None:
        self._period = self._period.previous() if by < 0 else self._period.next()
        self._show()
        self.changed.emit(self._period)

    def _show(self) -> None:
        self._label.setText(period_text(self._period))
        self._next.setEnabled(self._period.first <= self._today)  # a cut-off day begins the next one early
