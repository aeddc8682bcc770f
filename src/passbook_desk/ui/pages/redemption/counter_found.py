"""Those whom a text may mean, below the line it was typed into: chosen by digit, Enter or click."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from passbook_desk.features.ledger.values import AccountRow
from passbook_desk.ui.kit.icons import badge_icon
from passbook_desk.ui.kit.theme import han_width, icon_size, metrics
from passbook_desk.ui.pages.redemption.counter_words import book_badge, candidate_words

_WIDTH: Final = 36
_FRAME: Final = 10


class FoundList(QListWidget):
    """Lies over the page; `chosen(account_id)` by click. The keys stay with the line above."""

    chosen = Signal(object)

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._rows: tuple[AccountRow, ...] = ()
        self._text = ""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(lambda item: self.chosen.emit(self._rows[self.row(item)].id))
        self.hide()

    def answers(self, text: str) -> bool:
        """Whether this is what was found for a text."""
        return not self.isHidden() and self._text == text

    def at(self, place: int) -> int | None:
        """The account at a place, counted from 1."""
        return self._rows[place - 1].id if 0 < place <= len(self._rows) else None

    @property
    def current(self) -> int | None:
        """The account the arrow keys stand on."""
        return self.at(self.currentRow() + 1)

    def step(self, rows: int) -> None:
        """Go up or down."""
        self.setCurrentRow(max(0, min(self.count() - 1, self.currentRow() + rows)))

    def show_found(self, text: str, rows: Sequence[AccountRow], below: QWidget) -> None:
        """Show whom a text may mean below a widget; nobody, and no text, hides the list."""
        self._text, self._rows = text, tuple(rows)
        self.clear()
        if not text:
            self.hide()
            return
        self.setIconSize(icon_size())
        for place, row in enumerate(rows, 1):
            item = QListWidgetItem(f"{place}  {candidate_words(row)}")
            item.setIcon(badge_icon(book_badge(row.colour)))
            self.addItem(item)
        if rows:
            self.setCurrentRow(0)
        else:
            nothing = QListWidgetItem(self.tr("没有找到。可能是别的读音，或户已迁出。"))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(nothing)
        corner = below.mapTo(self._host, QPoint(0, below.height() + 2))
        width = min(max(below.width(), han_width(self, _WIDTH)), self._host.width() - corner.x() - 8)
        self.setGeometry(corner.x(), corner.y(), width, self.count() * metrics().row + _FRAME)
        self.show()
        self.raise_()
