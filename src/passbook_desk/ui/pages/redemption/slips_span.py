"""Which days of the register are shown: a day, a month, a quarter, a year, or from one day to another."""

from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.period import DateSpan, NotADate
from passbook_desk.kernel.periods import Period, PeriodKind
from passbook_desk.ui.kit.actions import ToggleButton
from passbook_desk.ui.kit.date_edit import LenientDateEdit
from passbook_desk.ui.kit.dates import span_text
from passbook_desk.ui.kit.steps import Steps
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate

_DAY, _SPAN = "day", "span"
_WORDS: Final = {
    _DAY: QT_TRANSLATE_NOOP("SlipDays", "日"),
    PeriodKind.MONTH.value: QT_TRANSLATE_NOOP("SlipDays", "月"),
    PeriodKind.QUARTER.value: QT_TRANSLATE_NOOP("SlipDays", "季"),
    PeriodKind.YEAR.value: QT_TRANSLATE_NOOP("SlipDays", "年"),
    _SPAN: QT_TRANSLATE_NOOP("SlipDays", "自选"),
}
_KEYS: Final = tuple(_WORDS)
_ONE_DAY: Final = timedelta(days=1)
_WIDTH: Final = 10.5


class SlipDays(QWidget):
    """`changed()` when other days are chosen; `span()` raises NotADate while one of them cannot be read."""

    changed = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._shown = DateSpan(clock.today(), clock.today())
        self.first, self.last = LenientDateEdit(clock), LenientDateEdit(clock)
        self.line = QHBoxLayout()
        self._chips = QButtonGroup(self)
        self._lay_out()
        self.choose(PeriodKind.MONTH.value)
        for edit in (self.first, self.last):
            edit.changed.connect(self._own_days)

    def span(self) -> DateSpan:
        """The days chosen; days that were typed the wrong way round are turned. Raises NotADate."""
        if self._key != _SPAN:
            return self._shown
        today = self._clock.today()
        first, last = self.first.day() or today, self.last.day() or today
        return DateSpan(min(first, last), max(first, last))

    def choose(self, key: str) -> None:
        """The day, month, quarter or year of today, or days of one's own, without telling."""
        self._chips.button(_KEYS.index(key)).setChecked(True)
        self._show_length()

    def _lay_out(self) -> None:
        self.line.setSpacing(8)
        for number, (key, word) in enumerate(_WORDS.items()):
            chip = ToggleButton(translate("SlipDays", word))
            chip.setObjectName(f"days.{key}")
            self._chips.addButton(chip, number)
            self.line.addWidget(chip)
        self._chips.idClicked.connect(self._click)
        self._steps = Steps("days", self.tr("前一期"), self.tr("后一期"), _WIDTH)
        self._steps.gone.connect(self._go)
        self.line.addWidget(self._steps)
        self.line.addStretch(1)
        self._own = QWidget()
        own = QHBoxLayout(self._own)
        own.setContentsMargins(0, 0, 0, 0)
        own.setSpacing(8)
        for word, edit in ((self.tr("从"), self.first), (self.tr("到"), self.last)):
            own.addWidget(QLabel(word))
            own.addWidget(edit)
        own.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self.line)
        column.addWidget(self._own)

    @property
    def _key(self) -> str:
        return _KEYS[self._chips.checkedId()]

    def _click(self, _number: int) -> None:
        self._show_length()
        self.changed.emit()

    def _show_length(self) -> None:
        """The days of the length chosen that end where those shown end, but not after today."""
        day = min(self._shown.last, self._clock.today())
        if self._key == _SPAN:
            for edit, own in ((self.first, self._shown.first), (self.last, day)):
                edit.blockSignals(True)
                edit.set_day(own)
                edit.blockSignals(False)
        elif self._key == _DAY:
            self._shown = DateSpan(day, day)
        else:
            self._shown = Period.of(PeriodKind(self._key), day).days()
        self._show()

    def _go(self, by: int) -> None:
        before, after = self._shown.first - _ONE_DAY, self._shown.last + _ONE_DAY
        day = before if by < 0 else after
        self._shown = (
            DateSpan(day, day) if self._key == _DAY else Period.of(PeriodKind(self._key), day).days()
        )
        self._show()
        self.changed.emit()

    def _own_days(self, _day: date | None) -> None:
        """Other days of one's own; a day that is still being typed is none yet."""
        try:
            self.span()
        except NotADate:
            return
        self.changed.emit()

    def _show(self) -> None:
        own = self._key == _SPAN
        self._own.setVisible(own)
        self._steps.setVisible(not own)
        self._steps.put(span_text(self._shown), more=self._shown.last < self._clock.today())
