"""The wall of a roll call: a tile for each book, ticked with Space, found by typing initials."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QElapsedTimer,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from passbook_desk.kernel.points import ZERO, Points
from passbook_desk.ui.kit.icons import Badge, paint_badge
from passbook_desk.ui.kit.theme import han_width, metrics
from passbook_desk.ui.kit.tokens import ACCENT, HAIR, PAPER, SELECTED, TEXT, TEXT_2, WARN, WARN_GROUND
from passbook_desk.ui.pages.ledger.values import Tile
from passbook_desk.ui.pages.ledger.words import signed

_CHARACTERS: Final = 9.2
_BADGE: Final = 2
"""More characters that a tile takes when it carries a star."""
_TYPING_MS: Final = 1000
_TILE: Final = int(Qt.ItemDataRole.UserRole) + 1
_TICKED: Final = int(Qt.ItemDataRole.UserRole) + 2
Index = QModelIndex | QPersistentModelIndex


class WallModel(QAbstractListModel):
    """Tiles in the order of the books, and which are ticked (by account id)."""

    def __init__(self) -> None:
        super().__init__()
        self.tiles: tuple[Tile, ...] = ()
        self.ticked: frozenset[int] = frozenset()
        self.each: Points | None = None
        self.recorded_word = ""

    def set_tiles(self, tiles: Sequence[Tile]) -> None:
        """Other tiles; ticks stay on books that are still there."""
        self.beginResetModel()
        self.tiles = tuple(tiles)
        self.ticked &= {tile.account.id for tile in tiles}
        self.endResetModel()

    def set_ticked(self, account_ids: Iterable[int]) -> None:
        """Tick exactly these."""
        self.ticked = frozenset(account_ids)
        if self.tiles:
            self.dataChanged.emit(self.index(0), self.index(len(self.tiles) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.tiles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        tile = self.tiles[index.row()]
        ticked = tile.account.id in self.ticked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return f"{tile.short_code} {tile.account.owner_name}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            mark = "☑" if ticked else "☐"
            return f"{mark} {tile.short_code} {tile.account.owner_name} {self.state_of(tile)}"
        if role == _TILE:
            return tile
        return ticked if role == _TICKED else None

    def state_of(self, tile: Tile) -> str:
        """What stands at the tile's end: its points when ticked, else whether it is recorded already."""
        if tile.account.id in self.ticked:
            return signed(self.each) if self.each is not None else ""
        return self.recorded_word if tile.recorded else ""


class WallView(QListView):
    """The wall. `ticks_changed` after every tick; Ctrl+A ticks all that are not recorded already."""

    ticks_changed = Signal()

    def __init__(self, recorded_word: str, parent: QWidget | None = None) -> None:
        """`recorded_word` stands in tiles whose book has this item on this day already."""
        super().__init__(parent)
        self._wall = WallModel()
        self._wall.recorded_word = recorded_word
        self._typed = ""
        self._since = QElapsedTimer()
        self.setModel(self._wall)
        self.setItemDelegate(_TileDelegate(self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setMouseTracking(False)
        self._fit()

    @property
    def tiles(self) -> tuple[Tile, ...]:
        """The tiles in their order."""
        return self._wall.tiles

    @property
    def ticked(self) -> tuple[int, ...]:
        """Account ids of the ticked tiles, in the order of the wall."""
        return tuple(tile.account.id for tile in self._wall.tiles if tile.account.id in self._wall.ticked)

    def set_tiles(self, tiles: Sequence[Tile]) -> None:
        """Show these tiles; ticks and place stay where they can."""
        held = self.currentIndex().row()
        scrolled = self.verticalScrollBar().value()
        self._wall.set_tiles(tiles)
        self._fit()
        if tiles:
            self.setCurrentIndex(self._wall.index(min(max(held, 0), len(tiles) - 1)))
            self.verticalScrollBar().setValue(scrolled)
        self.ticks_changed.emit()

    def set_each(self, each: Points | None) -> None:
        """The points that a ticked tile gets."""
        self._wall.each = each
        self.viewport().update()

    def tick_all(self) -> None:
        """Tick every book that has not got this item on this day."""
        self._tick(tile.account.id for tile in self._wall.tiles if not tile.recorded)

    def tick_none(self) -> None:
        """Take all ticks away."""
        self._tick(())

    def toggle(self, row: int) -> None:
        """Tick or untick the tile at a position."""
        account_id = self._wall.tiles[row].account.id
        self._tick(self._wall.ticked ^ {account_id})

    def shown_count(self) -> int:
        """How many whole tiles are in sight."""
        inside = self.viewport().rect()
        return sum(
            inside.contains(self.visualRect(self._wall.index(row))) for row in range(len(self._wall.tiles))
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.toggle(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_A and control:
            self.tick_all()
        elif not control and event.text().isalnum():
            self.keyboardSearch(event.text())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Jump to the first tile whose initials, number or name begin with what was typed just now."""
        fresh = not self._since.isValid() or self._since.elapsed() > _TYPING_MS
        self._typed = search.casefold() if fresh else self._typed + search.casefold()
        self._since.start()
        for row, tile in enumerate(self._wall.tiles):
            spelled = (*tile.initials.split(), tile.short_code, tile.account.owner_name)
            if any(each.startswith(self._typed) for each in spelled):
                self.setCurrentIndex(self._wall.index(row))
                return

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.toggle(index.row())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _tick(self, account_ids: Iterable[int]) -> None:
        self._wall.set_ticked(account_ids)
        self.ticks_changed.emit()

    def _fit(self) -> None:
        """Tiles as wide as a name needs, then widened so that the columns fill the wall."""
        room = self.viewport().width() - 2
        characters = _CHARACTERS + (_BADGE if any(tile.is_red for tile in self._wall.tiles) else 0)
        columns = max(1, room // (han_width(self, characters) + 6))
        size = QSize(max(1, room // columns), metrics().row + 3)
        if size != self.gridSize():
            self.setGridSize(size)
            self.scheduleDelayedItemsLayout()


class _TileDelegate(QStyledItemDelegate):
    """Paints a tile: mark, number, name, and its points or 已记."""

    def __init__(self, wall: WallView) -> None:
        super().__init__(wall)
        self._wall = wall

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self._wall.gridSize()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tile = index.data(_TILE)
        model = index.model()
        if not isinstance(tile, Tile) or not isinstance(model, WallModel):
            return
        ticked = bool(index.data(_TICKED))
        box = option.rect.adjusted(2, 2, -2, -1)  # type: ignore[attr-defined]
        current = bool(option.state & QStyle.StateFlag.State_HasFocus)  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = SELECTED if ticked else WARN_GROUND if tile.recorded else PAPER
        painter.setBrush(QColor(ground))
        painter.setPen(QPen(QColor(ACCENT if current or ticked else HAIR), 3 if current else 1))
        painter.drawRoundedRect(box, 5, 5)
        self._write(painter, box.adjusted(6, 0, -6, 0), tile, ticked, model)
        painter.restore()

    def _write(self, painter: QPainter, box: QRect, tile: Tile, ticked: bool, model: WallModel) -> None:
        metric = painter.fontMetrics()
        left, middle = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(TEXT))
        painter.drawText(box, int(left | middle), "☑" if ticked else "☐")
        at = box.left() + metric.horizontalAdvance("☑ ")
        if tile.is_red:
            side = metric.height() - 6
            top = box.top() + (box.height() - side) // 2
            paint_badge(painter, Badge.STAR, QRect(at, top, side, side).toRectF())
            at += side + 4
        painter.setPen(QColor(TEXT_2))
        number = QRect(at, box.top(), metric.horizontalAdvance(tile.short_code) + 6, box.height())
        painter.drawText(number, int(left | middle), tile.short_code)
        state = model.state_of(tile)
        width = metric.horizontalAdvance(state)
        painter.setPen(QColor(WARN if tile.recorded and not ticked else TEXT))
        end = QRect(box.right() - width, box.top(), width + 1, box.height())
        painter.drawText(end, int(left | middle), state)
        painter.setPen(QColor(TEXT))
        room = QRect(number.right(), box.top(), end.left() - number.right() - 4, box.height())
        name = metric.elidedText(tile.account.owner_name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(left | middle), name)


def sum_of(each: Points | None, count: int) -> Points:
    """What the ticked tiles get together."""
    return ZERO if each is None else each * count
