"""A field for the last day of goods, as packs say it: the day, the month, or made on and kept for months."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from passbook_desk.features.redemption.stock.expiry import kept_until, month_end
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.period import NotADate
from passbook_desk.ui.kit.dates import day_text, read_day
from passbook_desk.ui.kit.fields import CountEdit, PlainEdit
from passbook_desk.ui.pages.redemption.stock_words import expiry_word

_DAYS_SHOWN = 5.5
_MONTHS_SHOWN = 2


class ExpiryEdit(QWidget):
    """`entered` on Enter in its last field. Empty says that goods do not expire."""

    entered = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self.way = QComboBox()
        self.way.addItems([self.tr("到期日"), self.tr("生产日期")])
        self.way.setAccessibleName(self.tr("保质期怎样写"))
        self.line = PlainEdit(_DAYS_SHOWN)
        self.line.setAccessibleName(self.tr("保质期"))
        self.months = CountEdit(3, width=_MONTHS_SHOWN)
        self.months.setAccessibleName(self.tr("保质多少个月"))
        self._unit, self._echo = QLabel(self.tr("个月")), QLabel()
        self._echo.setProperty("role", "quiet")
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (self.way, self.line, self.months, self._unit):
            row.addWidget(widget)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self._echo)
        self.setFocusProxy(self.line)
        self.way.currentIndexChanged.connect(lambda _: self._show())
        self.line.textChanged.connect(lambda _: self._show())
        self.months.textChanged.connect(lambda _: self._show())
        self.line.returnPressed.connect(self._go_on)
        self.months.returnPressed.connect(self.entered)
        self._show()

    @property
    def echo(self) -> str:
        """What stands below the field."""
        return self._echo.text()

    @property
    def by_made(self) -> bool:
        """Whether the day is the one on which goods were made."""
        return self.way.currentIndex() == 1

    def value(self) -> date | None:
        """The last day, None when nothing is typed. Raises NotADate."""
        text = self.line.text().strip()
        if not text:
            return None
        day = read_day(text, self._clock.today())
        if self.by_made:
            months = self.months.value()
            if day is None or not months:
                raise NotADate(text=text, field="expires_on")
            return kept_until(day, months)
        last = month_end(text) or day
        if last is None:
            raise NotADate(text=text, field="expires_on")
        return last

    def begin(self, months: int | None) -> None:
        """For the next goods: by the day they were made where it is known how long they keep."""
        self.line.clear()
        self.months.set_value(months)
        self.way.setCurrentIndex(0 if months is None else 1)

    def set_day(self, day: date | None) -> None:
        """Show a last day."""
        self.way.setCurrentIndex(0)
        self.line.setText("" if day is None else day_text(day))

    def _go_on(self) -> None:
        if self.by_made and self.line.text().strip() and not self.months.value():
            self.months.setFocus()
        else:
            self.entered.emit()

    def _show(self) -> None:
        self.months.setVisible(self.by_made)
        self._unit.setVisible(self.by_made)
        self.line.setPlaceholderText("2026.3.1" if self.by_made else "2027-08")
        try:
            day = self.value()
        except NotADate:
            wanted = self.tr("还要写保质多少个月") if self.by_made else self.tr("写成 2027.8.1 或 2027-08")
            self._echo.setText(wanted)
            return
        if day is None:
            self._echo.setText(self.tr("不写就是不过期"))
        else:
            words = self.tr("到 {day}").format(day=day_text(day))
            self._echo.setText(f"{words} {expiry_word(day, self._clock.today())}".strip())
