"""How a tile of the wall looks: mark, number, name, and at its end its points or why it gets none."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from passbook_desk.ui.kit.icons import Badge, paint_badge
from passbook_desk.ui.kit.tokens import ACCENT, HAIR, PAPER, SELECTED, TEXT, TEXT_2, WARN, WARN_GROUND

TILE: Final = int(Qt.ItemDataRole.UserRole) + 1
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class TileLook:
    """What a tile shows. `states` from long to short: the first that has room is shown.

    `warns`: the book would not simply get its points; `away`: it gets nothing any more.
    """

    mark: str
    code: str
    name: str
    states: tuple[str, ...]
    ticked: bool
    warns: bool
    away: bool
    red: bool

    @property
    def state(self) -> str:
        """What stands at the tile's end, at length."""
        return self.states[0] if self.states else ""


class TileDelegate(QStyledItemDelegate):
    """Paints tiles; `size` says how large they are."""

    def __init__(self, parent: QWidget, size: Callable[[], QSize]) -> None:
        super().__init__(parent)
        self._size = size

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self._size()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look = index.data(TILE)
        if not isinstance(look, TileLook):
            return
        box = option.rect.adjusted(2, 2, -2, -1)  # type: ignore[attr-defined]
        current = bool(option.state & QStyle.StateFlag.State_HasFocus)  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = WARN_GROUND if look.warns else SELECTED if look.ticked else PAPER
        painter.setBrush(QColor(ground))
        painter.setPen(QPen(QColor(ACCENT if current or look.ticked else HAIR), 3 if current else 1))
        painter.drawRoundedRect(box, 5, 5)
        _write(painter, box.adjusted(6, 0, -6, 0), look)
        painter.restore()


def _write(painter: QPainter, box: QRect, look: TileLook) -> None:
    metric = painter.fontMetrics()
    left, middle = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignVCenter
    painter.setPen(QColor(TEXT_2 if look.away else TEXT))
    painter.drawText(box, int(left | middle), look.mark)
    at = box.left() + metric.horizontalAdvance("☑ ")
    if look.red:
        side = metric.height() - 6
        top = box.top() + (box.height() - side) // 2
        paint_badge(painter, Badge.STAR, QRect(at, top, side, side).toRectF())
        at += side + 4
    painter.setPen(QColor(TEXT_2))
    number = QRect(at, box.top(), metric.horizontalAdvance(look.code) + 6, box.height())
    painter.drawText(number, int(left | middle), look.code)
    state = _fitting(look, box.right() - number.right() - 4, metric)
    width = metric.horizontalAdvance(state)
    painter.setPen(QColor(WARN if look.warns else TEXT))
    end = QRect(box.right() - width, box.top(), width + 1, box.height())
    painter.drawText(end, int(left | middle), state)
    painter.setPen(QColor(TEXT_2 if look.away else TEXT))
    room = QRect(number.right(), box.top(), end.left() - number.right() - 4, box.height())
    name = metric.elidedText(look.name, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, int(left | middle), name)


def _fitting(look: TileLook, room: int, metric: QFontMetrics) -> str:
    """The longest state that leaves room for the whole name, else the shortest."""
    left = room - metric.horizontalAdvance(look.name) - 4
    fitting = (state for state in look.states if metric.horizontalAdvance(state) <= left)
    return next(fitting, look.states[-1] if look.states else "")
