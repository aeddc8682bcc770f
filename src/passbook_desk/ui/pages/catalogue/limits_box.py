"""A small form of limits: so many times or points in a period, for one kind of book or for all."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from passbook_desk.features.catalogue.values import Direction, Holder, Limit, LimitPeriod, Measure
from passbook_desk.kernel.points import NotANumber
from passbook_desk.ui.kit.fields import PointsEdit
from passbook_desk.ui.pages.catalogue.words import HOLDERS, MEASURES, PERIODS, said

_EVERY_BOOK: Final = ""


class LimitsBox(QWidget):
    """`limits()` are the lines that have a number. `edited` comes when the clerk changes a line.

    With `whole`, for limits over all items, a line also says whether it bounds what is given or taken;
    else that is left to the item (CAP).
    """

    edited = Signal()

    def __init__(self, whole: bool = False) -> None:
        super().__init__()
        self._whole = whole
        self._holders: tuple[Holder, ...] = tuple(Holder)
        self._lines: list[_Line] = []
        self.told = QLabel()
        self.told.setProperty("role", "quiet")
        self.told.setWordWrap(True)
        self.told.hide()
        self.add_button = QPushButton(self.tr("添一条限额"))
        self.add_button.setAutoDefault(False)
        self.add_button.clicked.connect(lambda: self._add(None))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        row = QHBoxLayout()
        row.addWidget(self.add_button)
        row.addStretch(1)
        self._column.addLayout(row)
        self._column.addWidget(self.told)

    def set_holders(self, holders: Sequence[Holder]) -> None:
        """Offer these kinds of books; with a single one there is nothing to choose."""
        self._holders = tuple(holders)
        for line in self._lines:
            line.offer(self._holders)

    def set_limits(self, limits: Sequence[Limit]) -> None:
        """Show these limits."""
        while self._lines:
            self._take(self._lines[-1])
        for limit in limits:
            self._add(limit)

    def say(self, words: str) -> None:
        """What was understood, below the lines; empty for nothing."""
        self.told.setText(words)
        self.told.setVisible(bool(words))

    def limits(self) -> tuple[Limit, ...]:
        """The limits as they stand. Raises NotANumber."""
        return tuple(limit for line in self._lines if (limit := line.limit()) is not None)

    def _add(self, limit: Limit | None) -> None:
        line = _Line(self._whole)
        line.offer(self._holders)
        if limit is not None:
            line.show_limit(limit)
        line.removed.connect(lambda: self._remove(line))
        line.edited.connect(self.edited)
        self._lines.append(line)
        self._column.insertWidget(len(self._lines) - 1, line)
        if limit is None:
            line.amount.setFocus()

    def _remove(self, line: "_Line") -> None:
        self._take(line)
        self.edited.emit()

    def _take(self, line: "_Line") -> None:
        self._lines.remove(line)
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()


class _Line(QWidget):
    removed = Signal()
    edited = Signal()

    def __init__(self, whole: bool) -> None:
        super().__init__()
        self._direction, self._holder, self._period, self._measure = (QComboBox() for _ in range(4))
        self._direction.addItem(self.tr("全部加分"), Direction.CAP)
        self._direction.addItem(self.tr("全部扣分"), Direction.FLOOR)
        self._direction.setVisible(whole)
        for period, word in PERIODS.items():
            self._period.addItem(said(word), period)
        for measure, word in MEASURES.items():
            self._measure.addItem(said(word), measure)
        if whole:
            self._measure.setCurrentIndex(self._measure.findData(Measure.POINTS))
        self.amount = PointsEdit()
        self.amount.setAccessibleName(self.tr("限额"))
        remove = QPushButton(self.tr("去掉"))
        remove.setAutoDefault(False)
        remove.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        most = QLabel(self.tr("最多"))
        for widget in (self._direction, self._holder, self._period, most, self.amount, self._measure, remove):
            row.addWidget(widget)
        row.addStretch(1)
        for box in (self._direction, self._holder, self._period, self._measure):
            box.activated.connect(lambda _: self.edited.emit())
        self.amount.textEdited.connect(lambda _: self.edited.emit())

    def offer(self, holders: Sequence[Holder]) -> None:
        """Kinds of books to choose from."""
        held = self._holder.currentData()
        self._holder.clear()
        self._holder.addItem(self.tr("每本存折"), _EVERY_BOOK)
        for holder in holders:
            self._holder.addItem(said(HOLDERS[holder]), holder)
        self._holder.setCurrentIndex(max(0, self._holder.findData(held)))
        self._holder.setVisible(len(holders) > 1)

    def show_limit(self, limit: Limit) -> None:
        """Fill the line."""
        self._direction.setCurrentIndex(self._direction.findData(limit.direction))
        held = _EVERY_BOOK if limit.holder is None else limit.holder
        self._holder.setCurrentIndex(max(0, self._holder.findData(held)))
        self._period.setCurrentIndex(self._period.findData(limit.period))
        self._measure.setCurrentIndex(self._measure.findData(limit.measure))
        self.amount.setText(str(limit.amount))

    def limit(self) -> Limit | None:
        """The limit, None while there is no number. Raises NotANumber."""
        points = self.amount.value()
        if points is None:
            return None
        measure = Measure(self._measure.currentData())
        if measure is Measure.TIMES and points.hundredths % 100:
            raise NotANumber(text=self.amount.text())
        held = self._holder.currentData()
        return Limit(
            direction=Direction(self._direction.currentData()),
            period=LimitPeriod(self._period.currentData()),
            measure=measure,
            amount=points if measure is Measure.POINTS else points.hundredths // 100,
            holder=Holder(held) if held else None,
        )
