"""Chips for the length of a period, and the period of that length with the ones beside it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from passbook_desk.kernel.period import DateSpan
from passbook_desk.kernel.periods import Period, PeriodKind
from passbook_desk.ui.kit.actions import ToggleButton
from passbook_desk.ui.kit.steps import Steps
from passbook_desk.ui.shell.period_words import length_word, period_text

MONTHS_AND_MORE = (PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.YEAR)
WEEKS_AND_MORE = (PeriodKind.WEEK, *MONTHS_AND_MORE)
_WIDTH = 9


class PeriodPicker(QWidget):
    """`changed()` when the clerk presses a chip or goes to the period before or after.

    `to_next` lets the clerk go to the period after today's: where a cut-off day begins it early.
    """

    changed = Signal()

    def __init__(
        self, today: date, kind: PeriodKind, kinds: Sequence[PeriodKind], *, to_next: bool = False
    ) -> None:
        super().__init__()
        self._today, self._kinds, self._to_next = today, tuple(kinds), to_next
        self._period = Period.of(kind, today)
        self._chips = QButtonGroup(self)
        self._steps = Steps("period", self.tr("前一期"), self.tr("后一期"), _WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for number, each in enumerate(self._kinds):
            chip = ToggleButton(length_word(each))
            chip.setObjectName(f"period.{each.value}")
            self._chips.addButton(chip, number)
            row.addWidget(chip)
        row.addWidget(self._steps)
        self._chips.idClicked.connect(self._choose_kind)
        self._steps.gone.connect(self._go)
        self._show()

    @property
    def period(self) -> Period:
        """The period chosen."""
        return self._period

    @property
    def span(self) -> DateSpan:
        """Its days by the calendar."""
        return self._period.days()

    @property
    def word(self) -> str:
        """What it is called: 2026年6月, 2026年二季度."""
        return self._steps.text

    def set_period(self, period: Period) -> None:
        """Choose a period without telling."""
        self._period = period
        self._show()

    def _choose_kind(self, number: int) -> None:
        """The period of another length that ends where this one ends, but not after today."""
        self._period = Period.of(self._kinds[number], min(self._period.last, self._today))
        self._show()
        self.changed.emit()

    def _go(self, by: int) -> None:
        self._period = self._period.previous() if by < 0 else self._period.next()
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        if self._period.kind in self._kinds:
            self._chips.button(self._kinds.index(self._period.kind)).setChecked(True)
        more = self._period.first <= self._today if self._to_next else self._period.last < self._today
        self._steps.put(period_text(self._period), more=more)
