"""Editors of a rule: a tick, a choice, a number, words on one line or several, star bands.

Each has `value`, `set_value` and `changed`.
"""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from passbook_desk.features.village.policy import Band
from passbook_desk.features.village.rules import MOST_STARS
from passbook_desk.kernel.points import Money, NotANumber, Points
from passbook_desk.ui.kit.fields import CountEdit, PlainEdit, PointsEdit
from passbook_desk.ui.kit.text import translate
from passbook_desk.ui.kit.theme import han_width
from passbook_desk.ui.pages.settings.values import USUAL_BANDS

_AROUND = 24
"""Frame and margins of a box of lines, in pixels."""


class Editor(Protocol):
    """What a group needs of an editor; `value` may raise NotANumber."""

    def value(self) -> object: ...
    def set_value(self, value: object, /) -> None: ...


class Tick(QCheckBox):
    """Yes or no."""

    changed = Signal()

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.toggled.connect(lambda _: self.changed.emit())

    def value(self) -> bool:
        """Whether it is ticked."""
        return self.isChecked()

    def set_value(self, value: object) -> None:
        """Tick it or not."""
        self.setChecked(bool(value))


class Choice(QComboBox):
    """One of several values, each with its words."""

    changed = Signal()

    def __init__(self, choices: Sequence[tuple[object, str]]) -> None:
        super().__init__()
        self._values = [value for value, _ in choices]
        self.addItems([words for _, words in choices])
        self.currentIndexChanged.connect(lambda _: self.changed.emit())

    def value(self) -> object:
        """The value chosen."""
        return self._values[self.currentIndex()]

    def set_value(self, value: object) -> None:
        """Choose a value; one that is not offered is added as it is."""
        if value not in self._values:
            self._values.append(value)
            self.addItem(str(value))
        self.setCurrentIndex(self._values.index(value))


class Count(CountEdit):
    """A whole number."""

    changed = Signal()

    def __init__(self, digits: int = 3) -> None:
        super().__init__(digits)
        self.textChanged.connect(lambda _: self.changed.emit())

    def set_value(self, number: object) -> None:
        """Show a number."""
        self.setText(str(number))


class PointsNumber(PointsEdit):
    """Points."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.textChanged.connect(lambda _: self.changed.emit())

    def set_value(self, points: object) -> None:
        """Show points; None empties the field."""
        self.setText("" if points is None else str(points))


class MoneyNumber(PlainEdit):
    """An amount of money in yuan."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(6)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.textChanged.connect(lambda _: self.changed.emit())

    def value(self) -> Money | None:
        """The amount, None when the field is empty. Raises NotANumber."""
        return Money.parse(self.text()) if self.text().strip() else None

    def set_value(self, money: object) -> None:
        """Show an amount; None empties the field."""
        self.setText("" if money is None else str(money))


class WordsChoice(QComboBox):
    """Words of the village's own, or some that other villages use."""

    changed = Signal()

    def __init__(self, offered: Sequence[str], hint: str, most: int) -> None:
        super().__init__()
        self.setEditable(True)
        self.addItems(list(offered))
        self.setCurrentIndex(-1)
        line = self.lineEdit()
        if line is not None:
            line.setPlaceholderText(hint)
            line.setMaxLength(most)
        self.editTextChanged.connect(lambda _: self.changed.emit())

    def value(self) -> str:
        """The words without spaces around them."""
        return self.currentText().strip()

    def set_value(self, value: object) -> None:
        """Show words."""
        self.setEditText(str(value))


class Words(QLineEdit):
    """Words of the village's own on one line."""

    changed = Signal()

    def __init__(self, most: int) -> None:
        super().__init__()
        self.setMaxLength(most)
        self.textChanged.connect(lambda _: self.changed.emit())

    def value(self) -> str:
        """The words without spaces around them."""
        return self.text().strip()

    def set_value(self, value: object) -> None:
        """Show words."""
        self.setText(str(value))


class Paragraphs(QPlainTextEdit):
    """Words on several lines; Tab goes on, Enter begins a line. More than `most` characters are not taken."""

    changed = Signal()

    def __init__(self, lines: int, most: int) -> None:
        super().__init__()
        self._lines, self._most = lines, most
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._edited)

    def value(self) -> str:
        """The lines without empty ones at the ends."""
        return "\n".join(line.strip() for line in self.toPlainText().strip().splitlines())

    def set_value(self, value: object) -> None:
        """Show words."""
        self.setPlainText(str(value))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * self._lines + _AROUND)

    def _edited(self) -> None:
        if len(self.toPlainText()) > self._most:
            self.setPlainText(self.toPlainText()[: self._most])
            self.moveCursor(QTextCursor.MoveOperation.End)
            return
        self.changed.emit()


class BandsBox(QWidget):
    """Star bands, one to a line, the lowest first; a line without a number is none."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[BandLine] = []
        self.usual = QComboBox()
        self.usual.setPlaceholderText(self.tr("村里自己定"))
        for words in USUAL_BANDS:
            self.usual.addItem(translate("Rules", words))
        self.usual.activated.connect(self._choose)
        self.add_button = QPushButton(self.tr("添一档"))
        self.add_button.setAutoDefault(False)
        self.add_button.clicked.connect(self._add_empty)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.usual)
        head.addWidget(self.add_button)
        head.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addLayout(head)
        self.setFocusProxy(self.usual)
        self._follow()

    def value(self) -> tuple[Band, ...]:
        """The bands as they stand; raises NotANumber."""
        return tuple(band for line in self.lines if (band := line.band()) is not None)

    def set_value(self, value: object) -> None:
        """Show these bands."""
        assert isinstance(value, tuple)
        self.blockSignals(True)
        while self.lines:
            self._take(self.lines[-1])
        for band in value:
            self._add(band)
        self.blockSignals(False)
        self._tell()

    def _choose(self, number: int) -> None:
        self.set_value(tuple(USUAL_BANDS.values())[number])

    def _add_empty(self) -> None:
        stars = min(MOST_STARS, 1 + max((line.stars.currentIndex() + 1 for line in self.lines), default=0))
        self._add(Band(Points(0), stars))
        self.lines[-1].points.clear()
        self.lines[-1].points.setFocus()

    def _add(self, band: Band) -> None:
        line = BandLine(band)
        line.removed.connect(lambda: self._remove(line))
        line.changed.connect(self._tell)
        self.lines.append(line)
        self._column.addWidget(line)
        line.show()

    def _remove(self, line: "BandLine") -> None:
        at = self.lines.index(line)
        self._take(line)
        following = self.lines[at:] or self.lines[-1:]
        (following[0].remove if following else self.add_button).setFocus()
        self._tell()

    def _take(self, line: "BandLine") -> None:
        self.lines.remove(line)
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _tell(self) -> None:
        self._follow()
        self.changed.emit()

    def _follow(self) -> None:
        """Name the published bands that these are."""
        try:
            usual = tuple(USUAL_BANDS.values())
            bands = self.value()
            self.usual.setCurrentIndex(usual.index(bands) if bands in usual else -1)
        except NotANumber:
            self.usual.setCurrentIndex(-1)


class BandLine(QWidget):
    """One band: from so many points on, so many stars."""

    removed = Signal()
    changed = Signal()

    def __init__(self, band: Band) -> None:
        super().__init__()
        self.points = PointsEdit()
        self.points.set_value(band.least)
        self.points.setAccessibleName(self.tr("分数线"))
        self.stars = QComboBox()
        for number in range(1, MOST_STARS + 1):
            self.stars.addItem(self.tr("{count} 星").format(count=number))
        self.stars.setCurrentIndex(max(1, min(band.stars, MOST_STARS)) - 1)
        self.stars.setAccessibleName(self.tr("星数"))
        self.stars.setMinimumWidth(han_width(self, 5))
        self.remove = QPushButton(self.tr("去掉"))
        self.remove.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (
            QLabel(self.tr("满")), self.points, QLabel(self.tr("分，给")), self.stars, self.remove,
        ):  # fmt: skip
            row.addWidget(widget)
        row.addStretch(1)
        self.points.textChanged.connect(lambda _: self.changed.emit())
        self.stars.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.remove.clicked.connect(self.removed)

    def band(self) -> Band | None:
        """The band, None while there is no number; raises NotANumber."""
        least = self.points.value()
        return None if least is None else Band(least, self.stars.currentIndex() + 1)
