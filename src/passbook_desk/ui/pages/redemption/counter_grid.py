"""Goods on the counter: a tile for each with its key, price and stock; what cannot be had is grey."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from passbook_desk.kernel.search import initials
from passbook_desk.ui.kit.theme import han_width, metrics
from passbook_desk.ui.kit.tokens import ACCENT, CANVAS, HAIR, PAPER, SELECTED, TEXT, TEXT_2
from passbook_desk.ui.pages.redemption.counter_values import Hindrance, Tile
from passbook_desk.ui.pages.redemption.counter_words import price_words, state_words

TILE: Final = int(Qt.ItemDataRole.UserRole) + 1
PICTURE: Final = TILE + 1
_CHARACTERS: Final = 13.0
_FEWER: Final = 11.6
"""Characters of a tile in the largest text: two columns beside the visitor's card."""
_LARGEST: Final = 18
_LOW, _HIGH = 1.0, 1.75
"""Heights of a tile in rows of a table: where all goods are in sight with the higher one, that is taken."""
_FIGURES: Final = "000"
"""A state of goods is a word of one sign and a figure."""
_EDGES: Final = 28
"""Pixels of a scroll bar and of the list's border."""
Index = QModelIndex | QPersistentModelIndex


class GoodsModel(QAbstractListModel):
    """The tiles with their pictures."""

    def __init__(self) -> None:
        super().__init__()
        self.tiles: tuple[Tile, ...] = ()
        self.pictures: dict[int, QPixmap] = {}

    def set_tiles(self, tiles: tuple[Tile, ...]) -> None:
        """Other figures, or other goods."""
        if [tile.offer.goods.id for tile in tiles] == [tile.offer.goods.id for tile in self.tiles]:
            self.tiles = tiles
            if tiles:
                self.dataChanged.emit(self.index(0), self.index(len(tiles) - 1))
            return
        self.beginResetModel()
        self.tiles = tiles
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.tiles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        tile = self.tiles[index.row()]
        if role == TILE:
            return tile
        if role == PICTURE:
            return self.pictures.get(tile.offer.goods.id)
        if role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            goods = tile.offer.goods
            return f"{tile.offer.key} {goods.called}  {price_words(goods)}  {state_words(tile)}"
        return None


class GoodsGrid(QListView):
    """`picked(goods_id)` by click, Enter or Space; `left` on Esc. Letters go to goods by their initials."""

    picked = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._goods = GoodsModel()
        self._delegate = _TileDelegate(self)
        self.setModel(self._goods)
        self.setItemDelegate(self._delegate)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def tiles(self) -> tuple[Tile, ...]:
        """What is shown, in the order of the keys."""
        return self._goods.tiles

    def show_pictures(self, pictures: Mapping[int, bytes]) -> None:
        """Other pictures, by the goods' ids."""
        self._goods.pictures = {}
        for goods_id, content in pictures.items():
            picture = QPixmap()
            if picture.loadFromData(content):
                self._goods.pictures[goods_id] = picture
        self._fit()

    def show_tiles(self, tiles: Sequence[Tile]) -> None:
        """Goods as they stand now."""
        self._goods.set_tiles(tuple(tiles))
        self._fit()

    def take_focus(self) -> None:
        """Go among the goods with the keys."""
        if self._goods.tiles and not self.currentIndex().isValid():
            self.setCurrentIndex(self._goods.index(0))
        self.setFocus()

    def shown_count(self) -> int:
        """How many tiles are whole in sight."""
        inside = self.viewport().rect()
        rows = range(len(self._goods.tiles))
        return sum(inside.contains(self.visualRect(self._goods.index(row))) for row in rows)

    def event(self, event: QEvent) -> bool:
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if escape and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._pick(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Go to the next goods whose key or initials begin with what was typed."""
        wanted, count = search.casefold(), len(self._goods.tiles)
        start = self.currentIndex().row() + 1
        for step in range(count):
            tile = self._goods.tiles[(start + step) % count]
            spelled = (str(tile.offer.key), *initials(tile.offer.goods.name).split())
            if any(each.startswith(wanted) for each in spelled):
                self.setCurrentIndex(self._goods.index((start + step) % count))
                return

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._pick(self.indexAt(event.position().toPoint()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _pick(self, index: Index) -> None:
        if index.isValid():
            self.picked.emit(self._goods.tiles[index.row()].offer.goods.id)

    def _fit(self) -> None:
        """Tiles fill the width; they are high as long as all goods are in sight then."""
        room = self.width() - _EDGES
        characters = _FEWER if metrics().text >= _LARGEST else _CHARACTERS
        columns = max(1, room // han_width(self, characters))
        rows = -(-len(self._goods.tiles) // columns)
        high = round(metrics().row * _HIGH)
        tall = rows * high <= self.viewport().height()
        self._delegate.tall = tall
        size = QSize(max(1, room // columns), high if tall else round(metrics().row * _LOW) + 2)
        if size != self.gridSize():
            self.setGridSize(size)
            self.scheduleDelayedItemsLayout()


@dataclass(frozen=True, slots=True)
class _Brush:
    """What a tile is painted with."""

    painter: QPainter
    font: QFont
    bold: QFont
    ink: QColor


class _TileDelegate(QStyledItemDelegate):
    """Key, picture, name, price, stock: in two lines while there is room, else in one."""

    def __init__(self, grid: QListView) -> None:
        super().__init__(grid)
        self._grid = grid
        self.tall = True

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self._grid.gridSize()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tile: Tile = index.data(TILE)
        box = option.rect.adjusted(2, 2, -2, -2)  # type: ignore[attr-defined]
        current = bool(option.state & QStyle.StateFlag.State_HasFocus)  # type: ignore[attr-defined]
        away = tile.hindrance not in (Hindrance.NONE, Hindrance.ALL_CHOSEN)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(SELECTED if tile.chosen else CANVAS if away else PAPER))
        painter.setPen(QPen(QColor(ACCENT if current or tile.chosen else HAIR), 3 if current else 1))
        painter.drawRoundedRect(box, 6, 6)
        bold = QFont(self._grid.font())
        bold.setBold(True)
        brush = _Brush(painter, self._grid.font(), bold, QColor(TEXT_2 if away else TEXT))
        inner = _key(brush, box.adjusted(6, 0, -8, 0), tile, away)
        inner = _picture(brush, inner, index.data(PICTURE))
        if self.tall:
            _two_lines(brush, inner, tile)
        else:
            _one_line(brush, inner, tile)
        painter.restore()


def _key(brush: _Brush, box: QRect, tile: Tile, away: bool) -> QRect:
    """The number that is typed for it; what is left of the box."""
    width = max(QFontMetrics(brush.bold).horizontalAdvance("00"), 18) + 6
    brush.painter.setFont(brush.bold)
    brush.painter.setPen(QColor(TEXT_2 if away else ACCENT))
    brush.painter.drawText(
        QRect(box.x(), box.y(), width, box.height()), int(Qt.AlignmentFlag.AlignCenter), str(tile.offer.key)
    )
    return box.adjusted(width + 4, 0, 0, 0)


def _picture(brush: _Brush, box: QRect, picture: QPixmap | None) -> QRect:
    if picture is None:
        return box
    side = box.height() - 6
    shown = picture.scaled(
        QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    left, top = (side - shown.width()) // 2, (side - shown.height()) // 2
    brush.painter.drawPixmap(box.x() + left, box.y() + 3 + top, shown)
    return box.adjusted(side + 6, 0, 0, 0)


def _two_lines(brush: _Brush, box: QRect, tile: Tile) -> None:
    half = box.height() // 2
    upper, lower = box.adjusted(0, 3, 0, -half), box.adjusted(0, half, 0, -3)
    price = _right(brush, upper, price_words(tile.offer.goods), brush.bold)
    _left(brush, price, tile.offer.goods.name, brush.bold)
    lower = _right(brush, lower, f"×{tile.chosen}", brush.bold) if tile.chosen else lower
    spec = tile.offer.goods.spec
    _left(brush, lower, "　".join(part for part in (state_words(tile), spec) if part), brush.font, TEXT_2)


def _one_line(brush: _Brush, box: QRect, tile: Tile) -> None:
    if tile.chosen:
        box = _right(brush, box, f"×{tile.chosen}", brush.bold)
    else:
        state = QRect(box)
        metric = QFontMetrics(brush.font)
        width = metric.horizontalAdvance("国") + metric.horizontalAdvance(_FIGURES)
        state.setLeft(max(box.left(), box.right() - width))
        _left(brush, state, state_words(tile, brief=True), brush.font, TEXT_2)
        box = box.adjusted(0, 0, -width - 6, 0)
    box = _right(brush, box, price_words(tile.offer.goods), brush.font)
    _left(brush, box, tile.offer.goods.name, brush.bold)


def _right(brush: _Brush, box: QRect, text: str, font: QFont) -> QRect:
    """Words at the end of a box; what is left before them."""
    brush.painter.setFont(font)
    brush.painter.setPen(brush.ink)
    end = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    brush.painter.drawText(box, end, text)
    return box.adjusted(0, 0, -QFontMetrics(font).horizontalAdvance(text) - 8, 0)


def _left(brush: _Brush, box: QRect, text: str, font: QFont, colour: str = "") -> None:
    brush.painter.setFont(font)
    brush.painter.setPen(QColor(colour) if colour else brush.ink)
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    brush.painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
