"""A page of a book at a known scale, with its layout to take hold of by mouse and by keys."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QWidget

from passbook_desk.documents.page import Page
from passbook_desk.features.passbooks.books.layouts import BookLayout
from passbook_desk.ui.kit.printing import PagePen
from passbook_desk.ui.kit.tokens import ACCENT, LINE, PAPER
from passbook_desk.ui.pages.passbooks.types_moves import (
    Part,
    PartKind,
    moved,
    parts_of,
    stretched,
)
from passbook_desk.ui.pages.passbooks.types_painting import RULER, LayoutPainter
from passbook_desk.ui.pages.passbooks.types_words import part_place, part_word

STEP_MM: Final = 0.5
"""How far an arrow key moves."""
_DRAG_MM: Final = 0.1
_GRIP: Final = 7
_SMALLEST: Final = 0.8
_LEAST_SHARE: Final = 0.1
"""A page is no smaller a part of its photo than this; less was a click by mistake."""
_ARROWS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_HORIZONTAL: Final = frozenset({PartKind.FIRST, PartKind.LAST, PartKind.FOLD, PartKind.FOLD_END})


class LayoutCanvas(QWidget):
    """Rulers in millimetres, heads above the page, line numbers beside it; photo, sample and parts on it.

    Drag a column, its border, line 1, the last line or the fold. Keys: arrows move what is chosen by half a
    millimetre (the fold by a line), Shift and arrows make it wider, PgUp and PgDn choose, Esc lets go of a
    drag. `chosen(part)` and `changed(layout)` tell what the clerk did. After `begin_trimming` two clicks name
    the corners of the paper on the photo: `cornered` after the first, then `trimmed(area)` in shares of the
    photo, None when given up.
    """

    chosen = Signal(object)
    changed = Signal(object)
    cornered = Signal()
    trimmed = Signal(object)

    def __init__(
        self, pen: PagePen, drawn: Callable[[BookLayout], Page], parent: QWidget | None = None
    ) -> None:
        """`drawn` gives the page with sample lines."""
        super().__init__(parent)
        self._pen, self._drawn = pen, drawn
        self._layout: BookLayout | None = None
        self._photo: QImage | None = None
        self._scaled_photo: QPixmap | None = None
        self._picture: QPixmap | None = None
        self._dots = 3.0
        self._part = Part(PartKind.FIRST)
        self._held: tuple[Part, QPointF, BookLayout] | None = None
        self._corners: list[QPointF] | None = None
        self.show_sample = True
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("折页上的位置"))

    @property
    def part(self) -> Part:
        """What is chosen."""
        return self._part

    @property
    def dots_per_mm(self) -> float:
        """The scale."""
        return self._dots

    @property
    def has_photo(self) -> bool:
        """Whether a photo lies below."""
        return self._photo is not None

    def show_layout(self, layout: BookLayout) -> None:
        """Show a layout; what is chosen stays, if it has that."""
        resized = self._layout is None or (self._layout.width_mm, self._layout.height_mm) != (
            layout.width_mm,
            layout.height_mm,
        )
        self._layout = layout
        self._picture = None
        if resized:
            self._resize()
        if self._part not in parts_of(layout):
            self.choose(Part(PartKind.FIRST))
        self._describe()
        self.update()

    def set_photo(self, photo: QImage | None) -> None:
        """Lay a photo below, stretched over the page; None takes it away."""
        self._photo = photo
        self._scaled_photo = self._corners = None
        self.unsetCursor()
        self.update()

    def begin_trimming(self) -> None:
        """Show the photo alone and wait for two corners of the paper."""
        self._corners = []
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setFocus()
        self.update()

    def set_sample(self, shown: bool) -> None:
        """Show the sample lines or leave them out."""
        self.show_sample = shown
        self.update()

    def choose(self, part: Part) -> None:
        """Choose a part as the keys will move it."""
        self._part = part
        self._describe()
        self.update()

    def set_scale(self, dots_per_mm: float) -> None:
        """Pixels for a millimetre."""
        self._dots = max(dots_per_mm, _SMALLEST)
        self._resize()

    def room(self) -> QSize:
        """Pixels beside and above the page that rulers and words take."""
        left, top, right = self._margins()
        return QSize(left + right, top + 8)

    def place_of(self, right_mm: float, down_mm: float) -> QPointF:
        """The pixel of a place on the page."""
        left, top, _ = self._margins()
        return QPointF(left + right_mm * self._dots, top + down_mm * self._dots)

    def event(self, event: QEvent) -> bool:
        busy = self._held is not None or self._corners is not None
        if event.type() == QEvent.Type.ShortcutOverride and busy:
            event.accept()  # Esc ends what the hand is at; otherwise it belongs to the frame
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        layout = self._layout
        if layout is None:
            return
        if self._corners is not None:
            if key is Qt.Key.Key_Escape:
                self._trim(None)
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            parts = parts_of(layout)
            step = 1 if key is Qt.Key.Key_PageDown else -1
            self._choose_by_hand(parts[(parts.index(self._part) + step) % len(parts)])
        elif key in _ARROWS:
            right, down = _ARROWS[key]
            of_lines = self._part.kind in (PartKind.FOLD, PartKind.FOLD_END)
            way = layout.pitch_mm if of_lines else STEP_MM
            act = stretched if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else moved
            self._change(act(layout, self._part, right * way, down * way))
        elif key is Qt.Key.Key_Escape and self._held is not None:
            self._change(self._held[2])
            self._held = None
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._corners is not None:
            self._mark_corner(self._corners, event.position())
            return
        part = self._part_at(event.position())
        if part is None or self._layout is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self._choose_by_hand(_chosen_with(part))
        self._held = (part, event.position(), self._layout)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._corners is not None:
            return
        if self._held is None:
            self._show_grip(self._part_at(event.position()))
            return
        part, start, before = self._held
        step = self._dots * _DRAG_MM
        right = round((event.position().x() - start.x()) / step) * _DRAG_MM
        down = round((event.position().y() - start.y()) / step) * _DRAG_MM
        self._change(moved(before, part, right, down))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None

    def paintEvent(self, event: QPaintEvent) -> None:
        layout = self._layout
        if layout is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paper = QRectF(self.place_of(0, 0), self.place_of(layout.width_mm, layout.height_mm))
        painter.fillRect(paper, QColor(PAPER))
        self._paint_photo(painter, paper)
        if self._corners is None:
            self._paint_layout(painter, layout, paper)
        else:
            self._paint_corners(painter, self._corners, paper)
        painter.setPen(QPen(QColor(ACCENT if self.hasFocus() else LINE), 3 if self.hasFocus() else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(paper)
        painter.end()

    def _paint_layout(self, painter: QPainter, layout: BookLayout, paper: QRectF) -> None:
        over = LayoutPainter(painter, layout, self._part, paper, self._dots, self.font())
        over.grounds()
        if self.show_sample:
            painter.drawPixmap(paper.topLeft(), self._sample(layout))
        over.columns()
        over.lines()
        over.rulers()

    def _paint_corners(self, painter: QPainter, corners: list[QPointF], paper: QRectF) -> None:
        painter.setPen(QPen(QColor(ACCENT), 3))
        for corner in corners:
            place = paper.topLeft() + QPointF(corner.x() * paper.width(), corner.y() * paper.height())
            painter.drawLine(place - QPointF(12, 0), place + QPointF(12, 0))
            painter.drawLine(place - QPointF(0, 12), place + QPointF(0, 12))

    def _mark_corner(self, corners: list[QPointF], at: QPointF) -> None:
        layout = self._layout
        if layout is None:
            return
        way = at - self.place_of(0, 0)
        across, down = layout.width_mm * self._dots, layout.height_mm * self._dots
        corners.append(QPointF(min(max(way.x() / across, 0.0), 1.0), min(max(way.y() / down, 0.0), 1.0)))
        self.update()
        if len(corners) == 1:
            self.cornered.emit()
        else:
            area = QRectF(*corners).normalized()
            small = min(area.width(), area.height()) < _LEAST_SHARE
            self._trim(None if small else area)

    def _trim(self, area: QRectF | None) -> None:
        self._corners = None
        self.unsetCursor()
        self.update()
        self.trimmed.emit(area)

    def _change(self, layout: BookLayout) -> None:
        if layout != self._layout:
            self.show_layout(layout)
            self.changed.emit(layout)

    def _choose_by_hand(self, part: Part) -> None:
        self.choose(part)
        self.chosen.emit(part)

    def _describe(self) -> None:
        if self._layout is not None:
            words = f"{part_word(self._layout, self._part)} {part_place(self._layout, self._part)}"
            self.setAccessibleDescription(words)

    def _margins(self) -> tuple[int, int, int]:
        """Pixels left of the page, above it and right of it."""
        metrics = QFontMetricsF(self.font())
        return RULER + 6, RULER + round(metrics.height()) + 8, round(metrics.horizontalAdvance("60")) + 16

    def _resize(self) -> None:
        self._picture = self._scaled_photo = None
        if self._layout is None:
            return
        room = self.room()
        self.setFixedSize(
            round(self._layout.width_mm * self._dots) + room.width(),
            round(self._layout.height_mm * self._dots) + room.height(),
        )
        self.update()

    def _part_at(self, at: QPointF) -> Part | None:
        """What the hand takes there: lines and borders before the columns they cross."""
        layout = self._layout
        if layout is None:
            return None
        corner = self.place_of(0, 0)
        right, down = (at.x() - corner.x()) / self._dots, (at.y() - corner.y()) / self._dots
        grip = _GRIP / self._dots
        if not (-2 * grip < right < layout.width_mm + 60 / self._dots and -60 / self._dots < down):
            return None
        above = down < layout.first_mm - grip
        beside = right > layout.width_mm
        found: Part | None = None
        for part, height in _heights(layout):
            if abs(down - height) < grip and (not above or beside):
                found = Part(part)
        fold = layout.fold_mm()
        in_fold = fold is not None and fold[0] < down < fold[1]
        column = _border_at(layout, right, grip)
        if column is None:
            column = Part(PartKind.FOLD) if in_fold else _column_at(layout, right)
        return found or column

    def _show_grip(self, part: Part | None) -> None:
        shapes = {PartKind.COLUMN: Qt.CursorShape.SizeAllCursor}
        if part is None:
            self.unsetCursor()
        elif part.kind in _HORIZONTAL:
            self.setCursor(Qt.CursorShape.SizeVerCursor)
        else:
            self.setCursor(shapes.get(part.kind, Qt.CursorShape.SizeHorCursor))

    def _paint_photo(self, painter: QPainter, paper: QRectF) -> None:
        if self._photo is None:
            return
        if self._scaled_photo is None:
            size = (paper.size() * self.devicePixelRatioF()).toSize()
            smooth = Qt.TransformationMode.SmoothTransformation
            self._scaled_photo = QPixmap.fromImage(
                self._photo.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
            )
        painter.drawPixmap(paper, self._scaled_photo, QRectF(self._scaled_photo.rect()))

    def _sample(self, layout: BookLayout) -> QPixmap:
        if self._picture is None:
            page, ratio = self._drawn(layout), self.devicePixelRatioF()
            size = QSize(round(page.width * self._dots), round(page.height * self._dots))
            self._picture = QPixmap(size * ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._picture)
            self._pen.paint(painter, page, self._dots * ratio)
            painter.end()
            self._picture.setDevicePixelRatio(ratio)
        return self._picture


def _heights(layout: BookLayout) -> tuple[tuple[PartKind, float], ...]:
    fold = layout.fold_mm()
    ends = () if fold is None else ((PartKind.FOLD, fold[0]), (PartKind.FOLD_END, fold[1]))
    lines = (PartKind.FIRST, layout.middle_mm(1)), (PartKind.LAST, layout.middle_mm(layout.lines))
    return (*ends, *lines)


def _border_at(layout: BookLayout, right: float, grip: float) -> Part | None:
    """An end of a column; a border that two share belongs to the left one."""
    for column in layout.columns:
        if abs(right - column.left_mm - column.width_mm) < grip:
            return Part(PartKind.BORDER, column.kind)
    for column in layout.columns:
        if abs(right - column.left_mm) < grip:
            return Part(PartKind.START, column.kind)
    return None


def _column_at(layout: BookLayout, right: float) -> Part | None:
    for column in layout.columns:
        if column.left_mm < right < column.left_mm + column.width_mm:
            return Part(PartKind.COLUMN, column.kind)
    return None


def _chosen_with(part: Part) -> Part:
    """What taking hold of a part chooses: the column of its border, the fold of its end."""
    if part.column is not None:
        return Part(PartKind.COLUMN, part.column)
    return Part(PartKind.FOLD) if part.kind is PartKind.FOLD_END else part
