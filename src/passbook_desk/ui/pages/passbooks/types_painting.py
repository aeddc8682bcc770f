"""What is drawn over a page of a book while its layout is edited: bands, heads, numbers, rulers."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from passbook_desk.features.passbooks.books.layouts import BookColumn, BookLayout
from passbook_desk.ui.kit.tokens import ACCENT, PAPER, SELECTED, TEXT, TEXT_2, WARN, WARN_GROUND
from passbook_desk.ui.pages.passbooks.types_moves import Part, PartKind
from passbook_desk.ui.pages.passbooks.types_words import column_word, part_place, part_word

RULER: Final = 28
"""Pixels that a ruler is wide."""
_BESIDE: Final = 80.0
_HEAD_SIZE: Final = 4.5
"""Points of a head for each pixel a millimetre has."""
_LEAST_BETWEEN: Final = 26
"""Pixels that figures of a ruler keep between them."""
_LEAST_POINTS: Final = 7
_FAINT: Final = 16
_MINE: Final = 56
"""How strongly the ground of a part is coloured, out of 255; that of the one chosen."""


class LayoutPainter:
    """Draws a layout with its page at `paper`, `dots` pixels a millimetre; `part` is the one chosen."""

    def __init__(
        self, painter: QPainter, layout: BookLayout, part: Part, paper: QRectF, dots: float, font: QFont
    ) -> None:
        self._painter, self._layout, self._part = painter, layout, part
        self._paper, self._dots, self._font = paper, dots, font

    def _place(self, right_mm: float, down_mm: float) -> QPointF:
        return self._paper.topLeft() + QPointF(right_mm, down_mm) * self._dots

    def _band(self, column: BookColumn) -> QRectF:
        left = self._place(column.left_mm, 0).x()
        return QRectF(left, self._paper.top(), column.width_mm * self._dots, self._paper.height())

    def _line_band(self, line: int) -> QRectF:
        middle, half = self._layout.middle_mm(line), self._layout.pitch_mm / 2
        top, end = self._place(0, middle - half).y(), self._place(0, middle + half).y()
        return QRectF(self._paper.left(), top, self._paper.width(), end - top)

    def grounds(self) -> None:
        """What lies below the text, so that the text stays black."""
        for number, column in enumerate(sorted(self._layout.columns, key=lambda each: each.left_mm)):
            mine = self._part.column is column.kind
            self._painter.fillRect(self._band(column), _ground(_MINE if mine else number % 2 * _FAINT))
        for kind, line in ((PartKind.FIRST, 1), (PartKind.LAST, self._layout.lines)):
            strength = _MINE if self._part.kind is kind else 2 * _FAINT
            self._painter.fillRect(self._line_band(line), _ground(strength))

    def columns(self) -> None:
        """Both ends of each column, and its head above the page."""
        for column in sorted(self._layout.columns, key=lambda each: self._part.column is each.kind):
            mine = self._part.column is column.kind
            band = self._band(column)
            self._painter.setPen(QPen(QColor(ACCENT), 3 if mine else 1))
            self._painter.drawLine(band.topLeft(), band.bottomLeft())
            self._painter.drawLine(band.topRight(), band.bottomRight())
            self._head(column, band, mine)

    def _head(self, column: BookColumn, band: QRectF, mine: bool) -> None:
        top = RULER + 4
        head = QRectF(band.left(), top, band.width(), band.top() - top - 2)
        self._painter.fillRect(head.adjusted(1, 0, -1, 0), QColor(ACCENT if mine else SELECTED))
        font = QFont(self._font)
        font.setPointSizeF(min(font.pointSizeF(), max(8.0, self._dots * _HEAD_SIZE)))
        word = column_word(column.kind)
        font = narrowed(font, word, band.width() - 2)
        if QFontMetricsF(font).horizontalAdvance(word) > band.width() - 2:
            word = word[0]
        self._painter.setFont(font)
        self._painter.setPen(QColor(PAPER if mine else TEXT))
        self._painter.drawText(head, Qt.AlignmentFlag.AlignCenter, word)
        self._painter.setFont(self._font)

    def lines(self) -> None:
        """Line 1, the last line and the fold, and beside the page the number of each line."""
        fold = self._layout.fold_mm()
        if fold is not None:
            mine = self._part.kind is PartKind.FOLD
            zone = QRectF(self._place(0, fold[0]), self._place(self._layout.width_mm, fold[1]))
            ground = QColor(WARN_GROUND)
            ground.setAlpha(190 if mine else 120)
            self._painter.fillRect(zone, ground)
            self._painter.setPen(QPen(QColor(WARN), 4 if mine else 2))
            self._painter.drawLine(zone.topLeft(), zone.topRight())
            self._painter.drawLine(zone.bottomLeft(), zone.bottomRight())
            part = Part(PartKind.FOLD)
            words = f"{part_word(self._layout, part)}  {part_place(self._layout, part)}"
            self._painter.setFont(narrowed(self._font, words, zone.width() - 2))
            self._painter.drawText(zone, Qt.AlignmentFlag.AlignCenter, words)
            self._painter.setFont(self._font)
        for kind, line in ((PartKind.FIRST, 1), (PartKind.LAST, self._layout.lines)):
            mine = self._part.kind is kind
            self._painter.setPen(QPen(QColor(ACCENT), 3 if mine else 1))
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.drawRect(self._line_band(line))
        self._numbers()

    def _numbers(self) -> None:
        """The number of each line beside the page, or of every fifth where they are too close."""
        font = QFont(self._font)
        font.setPointSizeF(min(font.pointSizeF(), max(7.0, self._layout.pitch_mm * self._dots * 0.55)))
        self._painter.setFont(font)
        for line in range(1, self._layout.lines + 1):
            ends = line in (1, self._layout.lines)
            height = self._place(0, self._layout.middle_mm(line)).y()
            self._painter.setPen(QColor(ACCENT if ends else TEXT_2))
            box = QRectF(self._paper.right() + 8, height - 12, _BESIDE, 24)
            self._painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, str(line))
        self._painter.setFont(self._font)

    def rulers(self) -> None:
        """Millimetres along the upper and the left edge."""
        font = QFont(self._font)
        font.setPointSizeF(8)
        self._painter.setFont(font)
        self._painter.setPen(QPen(QColor(TEXT_2), 1))
        each = next(step for step in (10, 20, 50, 100) if step * self._dots >= _LEAST_BETWEEN)
        for way in range(int(self._layout.width_mm) + 1):
            x, length = self._place(way, 0).x(), _tick(way)
            self._painter.drawLine(QPointF(x, RULER), QPointF(x, RULER - length))
            if way % each == 0:
                box = QRectF(x - 20, 0, 40, RULER - length)
                self._painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(way))
        for way in range(int(self._layout.height_mm) + 1):
            y, length = self._place(0, way).y(), _tick(way)
            self._painter.drawLine(QPointF(RULER, y), QPointF(RULER - length, y))
            if way % each == 0:
                box = QRectF(0, y - 8, RULER - length - 1, 16)
                self._painter.drawText(
                    box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(way)
                )
        self._painter.setFont(self._font)


def narrowed(font: QFont, words: str, width: float) -> QFont:
    """The font, as much smaller as it takes to keep `words` within `width` pixels, but readable."""
    narrowed = QFont(font)
    while QFontMetricsF(narrowed).horizontalAdvance(words) > width and narrowed.pointSizeF() > _LEAST_POINTS:
        narrowed.setPointSizeF(narrowed.pointSizeF() - 1)
    return narrowed


def _ground(strength: int) -> QColor:
    colour = QColor(ACCENT)
    colour.setAlpha(strength)
    return colour


def _tick(way: int) -> int:
    if way % 10 == 0:
        return 8
    return 6 if way % 5 == 0 else 3
