"""The wall of a roll call: a tile for each book, ticked with Space, found by typing initials."""

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QElapsedTimer,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

from passbook_desk.ui.kit.theme import han_width, metrics
from passbook_desk.ui.pages.ledger.roll import RollCall
from passbook_desk.ui.pages.ledger.tile import TILE, TileDelegate, TileLook
from passbook_desk.ui.pages.ledger.values import Tile
from passbook_desk.ui.shell.choices import needs_points, needs_quantity

_CHARACTERS: Final = 11
_FEWER: Final = 8.7
"""Characters of a tile in the largest text: five columns, and the words about a tile stand below the wall."""
_WHOLE_CODE: Final = 1.3
"""More of them where the grid stands before a code."""
_LARGEST: Final = 18
_LEAST_HEIGHT: Final = 33
_TYPING_MS: Final = 1000
_MOST_DIGITS: Final = 3
Index = QModelIndex | QPersistentModelIndex
Look = Callable[[Tile], TileLook]


class WallModel(QAbstractListModel):
    """The tiles that the chip lets through, as the roll call has them."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.tiles: tuple[Tile, ...] = ()
        self._look = look

    def set_tiles(self, tiles: tuple[Tile, ...]) -> None:
        """Other tiles."""
        self.beginResetModel()
        self.tiles = tiles
        self.endResetModel()

    def renew(self) -> None:
        """Ticks or standings are others."""
        if self.tiles:
            self.dataChanged.emit(self.index(0), self.index(len(self.tiles) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.tiles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        tile = self.tiles[index.row()]
        if role == TILE:
            return self._look(tile)
        look = self._look(tile)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{look.mark} {look.code} {tile.account.owner_name} {look.state}"
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return f"{look.code} {tile.account.owner_name} {look.state}".rstrip()
        return None


class WallView(QListView):
    """The wall of a roll call. `changed` after every tick or amount; `moved` when the clerk stands elsewhere.

    Space ticks and moves on, Ctrl+A ticks all shown or none, letters jump to initials, digits to a code or,
    where the item counts, set the amount (a code then begins with 0); + - = change it; Enter enters a book
    all the same.
    """

    changed = Signal()
    moved = Signal()
    refused = Signal()

    def __init__(self, roll: RollCall, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._roll = roll
        self._wall = WallModel(look)
        self._whole_codes = False
        self._typed = ""
        self._since = QElapsedTimer()
        self.setModel(self._wall)
        self.setItemDelegate(TileDelegate(self, self.gridSize))
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
        """The tiles shown, in their order."""
        return self._wall.tiles

    @property
    def ticked(self) -> tuple[int, ...]:
        """Account ids of the ticked tiles, in the order of the wall."""
        return tuple(tile.account.id for tile in self._roll.tiles if tile.account.id in self._roll.marks)

    @property
    def current(self) -> Tile | None:
        """The tile the clerk stands on."""
        row = self.currentIndex().row()
        return self._wall.tiles[row] if 0 <= row < len(self._wall.tiles) else None

    def show_tiles(self, tiles: tuple[Tile, ...], whole_codes: bool) -> None:
        """Show these tiles; the place stays where it can. `whole_codes`: of several grids."""
        held = self.current
        row = self.currentIndex().row()
        scrolled = self.verticalScrollBar().value()
        self._whole_codes = whole_codes
        self._wall.set_tiles(tiles)
        self._fit()
        if tiles:
            same = next(
                (place for place, tile in enumerate(tiles) if held and tile.account == held.account), row
            )
            self.setCurrentIndex(self._wall.index(min(max(same, 0), len(tiles) - 1)))
            self.verticalScrollBar().setValue(scrolled)

    def renew(self) -> None:
        """Paint ticks and standings anew."""
        self._wall.renew()

    def tick_all(self) -> None:
        """Tick every book shown that would be entered; where all of them are, untick them."""
        self._roll.tick_all(tile.account.id for tile in self._wall.tiles)
        self._tell()

    def tick_none(self) -> None:
        """Take all ticks away."""
        self._roll.tick_none()
        self._tell()

    def toggle(self, row: int) -> None:
        """Tick or untick the tile at a position."""
        self._roll.toggle(self._wall.tiles[row].account.id)
        self._tell()

    def stand_on(self, account_id: int) -> None:
        """Stand on a book's tile."""
        for row, tile in enumerate(self._wall.tiles):
            if tile.account.id == account_id:
                self.setCurrentIndex(self._wall.index(row))

    def shown_count(self) -> int:
        """How many whole tiles are in sight."""
        inside = self.viewport().rect()
        return sum(
            inside.contains(self.visualRect(self._wall.index(row))) for row in range(len(self._wall.tiles))
        )

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        tile, key = self.current, event.key()
        if held:
            if key == Qt.Key.Key_A:
                self.tick_all()
            else:
                super().keyPressEvent(event)
        elif tile is not None and key == Qt.Key.Key_Space:
            self._tick_and_move_on()
        elif tile is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._force(tile)
        elif tile is not None and event.text() in _STEPS:
            self._roll.step(tile.account.id, _STEPS[event.text()])
            self._tell()
        elif tile is not None and event.text() in ("=", "＝"):
            self._roll.standard(tile.account.id)
            self._tell()
        elif event.text().isalnum():
            self._type(event.text())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Jump to the first tile whose initials, number or name begin with what was typed just now."""
        self._gather(search)
        for row, tile in enumerate(self._wall.tiles):
            account = tile.account
            spelled = (*tile.initials.split(), tile.short_code, account.owner_code, account.owner_name)
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

    def _tick_and_move_on(self) -> None:
        row = self.currentIndex().row()
        self.toggle(row)
        if row + 1 < len(self._wall.tiles):
            self.setCurrentIndex(self._wall.index(row + 1))

    def _force(self, tile: Tile) -> None:
        if self._roll.force(tile.account.id):
            self._tell()
        else:
            self.refused.emit()

    def _type(self, text: str) -> None:
        """Digits are an amount where the item counts, unless they begin like a code."""
        item, tile = self._roll.item, self.current
        counts = item is not None and (needs_quantity(item.item) or needs_points(item.item))
        begun = self._typed if self._is_typing() else ""
        if tile is None or not counts or not text.isdecimal() or (begun + text).startswith("0"):
            self.keyboardSearch(text)
            return
        self._gather(text)
        if self._typed.isdecimal() and len(self._typed) <= _MOST_DIGITS:
            self._roll.set_amount(tile.account.id, int(self._typed))
            self._tell()

    def _is_typing(self) -> bool:
        return self._since.isValid() and self._since.elapsed() <= _TYPING_MS

    def _gather(self, text: str) -> None:
        self._typed = self._typed + text.casefold() if self._is_typing() else text.casefold()
        self._since.start()

    def _tell(self) -> None:
        self._wall.renew()
        self.changed.emit()

    def _fit(self) -> None:
        """Tiles as wide as a name needs, then widened so that the columns fill the wall."""
        room = self.viewport().width() - 2
        sizes = metrics()
        characters = _FEWER + _WHOLE_CODE * self._whole_codes if sizes.text >= _LARGEST else _CHARACTERS
        columns = max(1, room // (han_width(self, characters) + 6))
        size = QSize(max(1, room // columns), max(_LEAST_HEIGHT, sizes.row - 3))
        if size != self.gridSize():
            self.setGridSize(size)
            self.scheduleDelayedItemsLayout()


_STEPS: Final = {"+": 1, "＋": 1, "-": -1, "－": -1}
