"""A month with lunar days, solar terms and the days on which something is held."""

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontInfo, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from passbook_desk.kernel.lunar import almanac_word, solar_term
from passbook_desk.ui.kit.dates import day_echo
from passbook_desk.ui.kit.text import translate
from passbook_desk.ui.kit.theme import han_width
from passbook_desk.ui.kit.tokens import ACCENT, HAIR, PAPER, SELECTED, TEXT, TEXT_2, WARN_GROUND

_DAYS = 7
_WEEKS = 6
_SMALL = 0.72
_CELL = 2.1
"""Height of a day in heights of its type: the figure, and the lunar day below it."""
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -_DAYS, Qt.Key.Key_Down: _DAYS}
_MONTHS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class MonthCalendar(QWidget):
    """One month; `chosen(day)` comes with Enter, Space or a click, `turned(first day)` with another month.

    Keys: arrows step by a day or a week, PgUp PgDn by a month.
    """

    chosen = Signal(object)
    turned = Signal(object)

    def __init__(self, today: date) -> None:
        super().__init__()
        self.grid = _Grid(today)
        self._title = QLabel()
        self._title.setProperty("role", "section")
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout()
        row.setSpacing(8)
        for word, name, months in (("◂", self.tr("上个月"), -1), ("▸", self.tr("下个月"), 1)):
            button = QPushButton(word)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setAutoDefault(False)
            button.setMaximumWidth(han_width(button, 3))
            button.clicked.connect(lambda _=False, by=months: self.grid.turn(by))
            row.addWidget(button)
        row.insertWidget(1, self._title, 1)
        self._said = QLabel()
        self._said.setProperty("role", "quiet")
        self._said.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.grid)
        column.addWidget(self._said)
        self.setFocusProxy(self.grid)
        self.grid.moved.connect(self._moved)
        self.grid.chosen.connect(self.chosen)
        self._shown = self.grid.day.replace(day=1)
        self._tell()

    def mark(self, days: Mapping[date, str]) -> None:
        """What is held on which day, in a few words each."""
        self.grid.marks = dict(days)
        self.grid.update()
        self._tell()

    @property
    def said(self) -> str:
        """What stands below the month: the chosen day and what is held on it."""
        return self._said.text()

    def _moved(self) -> None:
        first = self.grid.day.replace(day=1)
        if first != self._shown:
            self._shown = first
            self.turned.emit(first)
        self._tell()

    def _tell(self) -> None:
        day = self.grid.day
        self._title.setText(self.tr("{year}年{month}月").format(year=day.year, month=day.month))
        words = [f"{day.month}.{day.day} {day_echo(day)}", solar_term(day), self.grid.marks.get(day, "")]
        self._said.setText("　".join(word for word in words if word))


class _Grid(QWidget):
    """The days of a month, six weeks from a Monday."""

    moved = Signal()
    chosen = Signal(object)

    def __init__(self, today: date) -> None:
        super().__init__()
        self.day, self._today = today, today
        self.marks: dict[date, str] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("月历"))

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        size = QFontInfo(self.font()).pixelSize()
        return QSize(han_width(self, 2.6) * _DAYS, round(size * _CELL) * _WEEKS + self._head())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def turn(self, months: int) -> None:
        """The same day of another month, or its last one."""
        number = self.day.year * 12 + self.day.month - 1 + months
        year, month = divmod(number, 12)
        last = (date(year + (month == 11), (month + 1) % 12 + 1, 1) - timedelta(days=1)).day
        self._go(date(year, month + 1, min(self.day.day, last)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._go(self.day + timedelta(days=_STEPS[key]))
        elif key in _MONTHS:
            self.turn(_MONTHS[key])
        elif key in _OPENING:
            self.chosen.emit(self.day)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for day, place in self._cells():
            if place.contains(event.position().toPoint()):
                self._go(day)
                self.chosen.emit(day)
                return

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(PAPER))
        small = QFont(self.font())
        small.setPointSizeF(self.font().pointSizeF() * _SMALL)
        painter.setPen(QColor(TEXT_2))
        width = self.width() / _DAYS
        for number, word in enumerate(translate("MonthGrid", "一二三四五六日")):
            head = QRect(round(number * width), 0, round(width), self._head())
            painter.drawText(head, Qt.AlignmentFlag.AlignCenter, word)
        for day, place in self._cells():
            self._paint_day(painter, day, place, small)
        if self.hasFocus():
            painter.setPen(QPen(QColor(ACCENT), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_day(self, painter: QPainter, day: date, place: QRect, small: QFont) -> None:
        inside = day.month == self.day.month
        if day == self.day:
            painter.fillRect(place, QColor(SELECTED))
        elif day in self.marks:
            painter.fillRect(place, QColor(WARN_GROUND))
        painter.setPen(QPen(QColor(ACCENT if day == self._today else HAIR), 2 if day == self._today else 1))
        painter.drawRect(place.adjusted(0, 0, -1, -1))
        painter.setPen(QColor(TEXT if inside else TEXT_2))
        font = QFont(self.font())
        font.setBold(day in self.marks)
        painter.setFont(font)
        half = place.height() * 0.54
        upper = QRect(place.topLeft(), QSize(place.width(), round(half)))
        painter.drawText(
            upper, Qt.AlignmentFlag.AlignCenter, f"●{day.day}" if day in self.marks else str(day.day)
        )
        painter.setFont(small)
        painter.setPen(QColor(TEXT_2))
        lower = QRect(
            QPoint(place.left(), place.top() + round(half)),
            QSize(place.width(), round(place.height() - half)),
        )
        painter.drawText(lower, Qt.AlignmentFlag.AlignCenter, almanac_word(day))

    def _cells(self) -> list[tuple[date, QRect]]:
        first = self.day.replace(day=1)
        start = first - timedelta(days=first.weekday())
        width, top = self.width() / _DAYS, self._head()
        height = (self.height() - top) / _WEEKS
        cells = []
        for number in range(_DAYS * _WEEKS):
            week, column = divmod(number, _DAYS)
            left, upper = round(column * width), top + round(week * height)
            right, lower = round((column + 1) * width), top + round((week + 1) * height)
            cells.append((start + timedelta(days=number), QRect(left, upper, right - left, lower - upper)))
        return cells

    def _head(self) -> int:
        return self.fontMetrics().height() + 4

    def _go(self, day: date) -> None:
        self.day = day
        self.update()
        self.moved.emit()
