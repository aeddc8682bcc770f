"""Badges told apart by shape and word, painted so that they are sharp at every size."""

from enum import StrEnum
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPixmap, QPolygonF
from PySide6.QtWidgets import QLabel, QWidget

from passbook_desk.ui.kit.theme import icon_size
from passbook_desk.ui.kit.tokens import GREEN_BOOK, PAPER, RED_BOOK

_INNER = 0.42


class Badge(StrEnum):
    """Two kinds of book: a white star in a red square, a white disc in a green round."""

    STAR = "star"
    DISC = "disc"


def paint_badge(painter: QPainter, badge: Badge, box: QRectF) -> None:
    """Paint a badge into a square box."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(RED_BOOK if badge is Badge.STAR else GREEN_BOOK))
    middle, radius = box.center(), box.width() / 2
    if badge is Badge.STAR:
        painter.drawRoundedRect(box, radius * 0.2, radius * 0.2)
        painter.setBrush(QColor(PAPER))
        painter.drawPolygon(_star(middle, radius * 0.78))
    else:
        painter.drawEllipse(box)
        painter.setBrush(QColor(PAPER))
        painter.drawEllipse(middle, radius * 0.42, radius * 0.42)
    painter.restore()


def badge_icon(badge: Badge, size: QSize | None = None) -> QIcon:
    """The badge as an icon for buttons and table cells; pass a size for sharper or smaller ones."""
    wanted = size or icon_size()
    icon = QIcon()
    for scale in (1, 2):
        pixmap = QPixmap(wanted * scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint_badge(
            painter, badge, QRectF(scale, scale, pixmap.width() - 2 * scale, pixmap.height() - 2 * scale)
        )
        painter.end()
        pixmap.setDevicePixelRatio(scale)
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected, QIcon.Mode.Disabled):
            icon.addPixmap(pixmap, mode)
    return icon


class BadgeLabel(QLabel):
    """A badge with its word beside it: the shape alone is never the only sign."""

    def __init__(self, badge: Badge, word: str, parent: QWidget | None = None) -> None:
        super().__init__(word, parent)
        self._badge = badge
        self._make_room()

    def set_word(self, word: str) -> None:
        """Change the word."""
        self.setText(word)

    def set_badge(self, badge: Badge) -> None:
        """Change the shape; change the word with it."""
        self._badge = badge
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = icon_size().height()
        painter = QPainter(self)
        paint_badge(painter, self._badge, QRectF(1, (self.height() - side) / 2 + 1, side - 2, side - 2))
        painter.end()

    def _make_room(self) -> None:
        self.setIndent(0)
        self.setContentsMargins(icon_size().width() + 6, 0, 0, 0)


def _star(middle: QPointF, radius: float) -> QPolygonF:
    corners = []
    for corner in range(10):
        length = radius * (_INNER if corner % 2 else 1.0)
        angle = pi * corner / 5
        corners.append(QPointF(middle.x() + length * sin(angle), middle.y() - length * cos(angle)))
    return QPolygonF(corners)
