"""Month, quarter or year, and the one of that length that is shown, with the ones beside it."""

from datetime import date
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QWidget

from passbook_desk.kernel.period import DateSpan
from passbook_desk.kernel.periods import Period, PeriodKind
from passbook_desk.ui.kit.actions import ToggleButton
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate
from passbook_desk.ui.kit.theme import han_width

_KINDS: Final = {
    PeriodKind.MONTH: QT_TRANSLATE_NOOP("SpanPicker", "月"),
    PeriodKind.QUARTER: QT_TRANSLATE_NOOP("SpanPicker", "季"),
    PeriodKind.YEAR: QT_TRANSLATE_NOOP("SpanPicker", "年"),
}
_QUARTERS: Final = (
    QT_TRANSLATE_NOOP("SpanPicker", "{year}年一季度"),
    QT_TRANSLATE_NOOP("SpanPicker", "{year}年二季度"),
    QT_TRANSLATE_NOOP("SpanPicker", "{year}年三季度"),
    QT_TRANSLATE_NOOP("SpanPicker", "{year}年四季度"),
)
_WIDTH: Final = 7.5


class SpanPicker(QWidget):
    """`changed()` when the clerk chooses another length or goes to the span before or after."""

    changed = Signal()

    def __init__(self, today: date, kind: PeriodKind = PeriodKind.MONTH) -> None:
        super().__init__()
        self._today = today
        self._period = Period.of(kind, today)
        self._chips = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for number, (each, word) in enumerate(_KINDS.items()):
            chip = ToggleButton(translate("SpanPicker", word))
            chip.setObjectName(f"span.{each.value}")
            self._chips.addButton(chip, number)
            row.addWidget(chip)
        self._chips.idClicked.connect(self._choose_kind)
        self._label = QLabel()
        self._label.setProperty("role", "strong")
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._next = self._step(self.tr("后一期"), "›", 1)
        for widget in (self._step(self.tr("前一期"), "‹", -1), self._label, self._next):
            row.addWidget(widget)
        self._show()

    @property
    def period(self) -> Period:
        """The month, quarter or year chosen."""
        return self._period

    @property
    def span(self) -> DateSpan:
        """The days chosen."""
        return self._period.days()

    @property
    def word(self) -> str:
        """How the days are called: 2026年6月, 2026年二季度."""
        return self._label.text()

    def set_period(self, period: Period) -> None:
        """Choose a month, a quarter or a year without telling."""
        self._period = period
        self._show()

    def _step(self, about: str, sign: str, by: int) -> QPushButton:
        button = QPushButton(sign)
        button.setAccessibleName(about)
        button.setToolTip(about)
        button.setObjectName("span.back" if by < 0 else "span.next")
        button.setAutoDefault(False)
        button.clicked.connect(partial(self._go, by))
        return button

    def _choose_kind(self, number: int) -> None:
        """The span of another length that ends where this one ends, but not after today."""
        self._period = Period.of(tuple(_KINDS)[number], min(self._period.last, self._today))
        self._show()
        self.changed.emit()

    def _go(self, by: int, _checked: bool = False) -> None:
        self._period = self._period.previous() if by < 0 else self._period.next()
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self._chips.button(tuple(_KINDS).index(self._period.kind)).setChecked(True)
        self._label.setMinimumWidth(han_width(self, _WIDTH))
        self._label.setText(_called(self._period))
        self._next.setEnabled(self._period.last < self._today)


def _called(period: Period) -> str:
    first = period.first
    if period.kind is PeriodKind.QUARTER:
        return translate("SpanPicker", _QUARTERS[(first.month - 1) // 3]).format(year=first.year)
    if period.kind is PeriodKind.YEAR:
        return translate("SpanPicker", "{year}年").format(year=first.year)
    return translate("SpanPicker", "{year}年{month}月").format(year=first.year, month=first.month)
