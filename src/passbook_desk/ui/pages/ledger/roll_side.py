"""The wall with what belongs to it: the empty state, the line about the tile one stands on."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from passbook_desk.ui.pages.ledger.roll import RollCall
from passbook_desk.ui.pages.ledger.tile import TileLook
from passbook_desk.ui.pages.ledger.values import Chip, Mark, Tile
from passbook_desk.ui.pages.ledger.wall import WallView
from passbook_desk.ui.pages.ledger.words import standing_words, tile_help
from passbook_desk.ui.shell.choices import signed


class RollSide(QWidget):
    """Shows a roll call. `changed` after every tick."""

    changed = Signal()

    def __init__(
        self,
        roll: RollCall,
        days: Callable[[], tuple[date | None, date]],
        list_grids: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        """`days` tells the day of the deed and today."""
        super().__init__(parent)
        self._roll, self._days = roll, days
        self._chip = Chip.ALL
        self._whole_codes = False
        self.wall = WallView(roll, self._look)
        self._about = QLabel()
        self._about.setProperty("role", "warn")
        self._about.hide()
        self._about.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._hint = QLabel()
        self._hint.setProperty("role", "quiet")
        self._choose = QPushButton(self.tr("选网格  F7"))
        self._choose.setProperty("primary", True)
        self._choose.clicked.connect(list_grids)
        self._lay_out()
        self.wall.changed.connect(self._tell)
        self.wall.moved.connect(self._show_about)
        self.wall.refused.connect(self._show_about)

    @property
    def about(self) -> str:
        """What is said of the tile the clerk stands on."""
        return self._about.text()

    def show_tiles(self, chip: Chip, grid_chosen: bool) -> None:
        """The tiles that a chip lets through, or why there are none."""
        self._chip = chip
        shown = tuple(tile for tile in self._roll.tiles if self._passes(tile))
        self._whole_codes = len({tile.account.grid_code for tile in self._roll.tiles}) > 1
        self.wall.show_tiles(shown, self._whole_codes)
        self._stack.setCurrentIndex(0 if shown else 1)
        self._choose.setVisible(not grid_chosen)
        if not grid_chosen:
            self._hint.setText(self.tr("选一个网格，就会出现这个网格的户。"))
        elif self._roll.tiles:
            self._hint.setText(self.tr("这样筛选一户也没有，再按一次就看全部。"))
        else:
            self._hint.setText(self.tr("这个网格里没有可以记这个事项的存折。"))
        self._show_about()

    def renew(self) -> None:
        """Ticks or standings are others."""
        self._about.setVisible(any(one.problem is not None for one in self._roll.standings.values()))
        self.wall.renew()
        self._show_about()

    @property
    def shown_ids(self) -> tuple[int, ...]:
        """Account ids of the tiles shown."""
        return tuple(tile.account.id for tile in self.wall.tiles)

    def _passes(self, tile: Tile) -> bool:
        if self._chip is Chip.HOME:
            return tile.at_home
        return self._chip is Chip.ALL or tile.account.id in self._roll.marks

    def _tell(self) -> None:
        self._show_about()
        self.changed.emit()

    def _look(self, tile: Tile) -> TileLook:
        roll, account = self._roll, tile.account
        mark, standing = roll.marks.get(account.id), roll.standing(account.id)
        day, today = self._days()
        warned = standing_words(standing, day or today, today)
        forced = mark is not None and (mark.again or mark.fill)
        left_out = mark is not None and standing.left_out
        states = warned if warned and (mark is None or not standing.points or standing.fill) else ()
        if not states and mark is not None:
            states = self._worth_words(mark, account.id)
        return TileLook(
            mark="☒" if left_out else "☑" if mark is not None else "☐",
            code=account.owner_code if self._whole_codes else tile.short_code,
            name=account.owner_name,
            states=states,
            ticked=mark is not None,
            warns=bool(warned) and not forced,
            away="since" in (standing.problem.params if standing.problem is not None else {}),
            red=tile.is_red,
        )

    def _worth_words(self, mark: Mark, account_id: int) -> tuple[str, ...]:
        worth = self._roll.worth(account_id)
        if worth is None:
            return ()
        if self._roll.standing(account_id).problem is not None:
            less = self.tr("只记 {points}").format(points=signed(worth))
            words = self.tr("{people} 人{less}").format(people=mark.deeds, less=less)
            return (words, less) if mark.deeds > 1 else (less,)
        if mark.deeds > 1:
            words = self.tr("{people} 人 {points}").format(people=mark.deeds, points=signed(worth))
            return words, signed(worth)
        return (signed(worth),)

    def _show_about(self) -> None:
        tile = self.wall.current
        if tile is None:
            self._about.clear()
            return
        roll = self._roll
        standing, mark = roll.standing(tile.account.id), roll.marks.get(tile.account.id)
        day, today = self._days()
        self._about.setText(tile_help(tile, standing, mark, standing_words(standing, day or today, today)))

    def _lay_out(self) -> None:
        empty = QWidget()
        column = QVBoxLayout(empty)
        column.addStretch(1)
        for widget in (self._hint, self._choose):
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(widget)
            row.addStretch(1)
            column.addLayout(row)
        column.addStretch(2)
        inside = QWidget()
        self._stack = QStackedLayout(inside)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.wall)
        self._stack.addWidget(empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addWidget(inside, 1)
        whole.addWidget(self._about)
