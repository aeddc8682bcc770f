"""A line to find one thing in: type, see what fits below the line, take it by Enter or by a digit."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from passbook_desk.features.ledger.values import AccountRow, Colour
from passbook_desk.ui.kit.fields import FindEdit
from passbook_desk.ui.kit.icons import Badge, badge_icon
from passbook_desk.ui.kit.theme import han_width, icon_size, metrics
from passbook_desk.ui.shell.choices import book_words

_ROWS_SHOWN: Final = 9


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose: its line, the value behind it, a shape before it."""

    words: str
    value: object
    badge: Badge | None = None


def book_options(books: Sequence[AccountRow]) -> list[Option]:
    """Books to choose from, each with the shape of its colour."""
    return [
        Option(book_words(row), row, Badge.STAR if row.colour is Colour.RED else Badge.DISC) for row in books
    ]


class PickEdit(FindEdit):
    """Emits `asked(text)`; the page answers with `offer`. `picked(value)` when the clerk has chosen.

    `list_all` asks for everything. What was typed without choosing goes away when the line is left.
    """

    asked = Signal(str)
    picked = Signal(object)

    def __init__(self, hint: str, width: float, nothing: str, onward: Callable[[], None]) -> None:
        """`width` in Han characters; `nothing` is said when nothing fits; `onward` moves the focus on."""
        super().__init__(hint)
        self._onward = onward
        self._nothing = nothing
        self._characters = width
        self._words = ""
        self._options: tuple[Option, ...] = ()
        self._take_first = False
        self._asked_for = ""
        self._answered = ""
        self._list: QListWidget | None = None
        self.setClearButtonEnabled(False)
        self.found.connect(self._ask)
        self._fit()

    def offer(self, options: Sequence[Option]) -> None:
        """What fits the text asked for last; nothing happens when the clerk went elsewhere."""
        self._options = tuple(options)
        self._answered = self._asked_for
        if self._take_first and options:
            self._take(options[0])
        elif self.hasFocus() and self.text() != self._words:
            self._show_list()

    def set_words(self, words: str) -> None:
        """Show what is chosen; empty when nothing is."""
        self._words = words
        self._take_first = False
        self.setText(words)
        self.setCursorPosition(0)
        self._hide_list()

    def renew_words(self, words: str) -> None:
        """What is chosen was looked up again: what is being typed meanwhile stays and is asked for anew."""
        if not self.hasFocus() or self.text() == self._words:
            self.set_words(words)
            return
        self._words = words
        if self.wanted():
            self._put(self.wanted())

    def list_all(self) -> None:
        """Show everything there is to choose from."""
        self.setFocus()
        self.clear()
        self._told = ""
        self._put("")
        self._show_list()

    def event(self, event: QEvent) -> bool:
        """Esc closes the list below the line first; only then is it the window's key."""
        asked = event.type() == QEvent.Type.ShortcutOverride and self._shown is not None
        if isinstance(event, QKeyEvent) and asked and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._enter()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._shown is not None:
            count = self._shown.count()
            step = 1 if key == Qt.Key.Key_Down else -1
            self._shown.setCurrentRow(max(0, min(count - 1, self._shown.currentRow() + step)))
        elif key == Qt.Key.Key_Down:
            self._put(self.wanted() if self.text() != self._words else "")
            self._show_list()
        elif key == Qt.Key.Key_Escape and self._shown is not None:
            self.set_words(self._words)
        elif (option := self._by_digit(event.text())) is not None:
            self._take(option)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason and not self._take_first:
            self.set_words(self._words)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    @property
    def _shown(self) -> QListWidget | None:
        return self._list if self._list is not None and self._list.isVisible() else None

    def _fit(self) -> None:
        self.setMinimumWidth(han_width(self, self._characters) + 28)

    @property
    def _picks_by_digit(self) -> bool:
        """Behind letters a digit picks from the list; behind digits it is part of a code."""
        return bool(self.text()) and not any(sign.isdigit() for sign in self.text())

    def _by_digit(self, text: str) -> Option | None:
        """The option that a digit means while the list is there."""
        if self._shown is None or not self._is_current or not self._picks_by_digit or not text.isdecimal():
            return None
        place = int(text) - 1
        return self._options[place] if 0 <= place < len(self._options) else None

    def _ask(self, text: str) -> None:
        if text and self.text() != self._words:
            self._put(text)
        else:
            self._hide_list()

    def _put(self, text: str) -> None:
        self._asked_for = text
        self.asked.emit(text)

    @property
    def _is_current(self) -> bool:
        """The list answers what is typed now, not what was typed a moment ago."""
        typed = "" if self.text() == self._words else self.wanted()
        return self._answered == typed

    def _enter(self) -> None:
        if self._shown is not None and self._is_current and self._options:
            self._take(self._options[max(0, self._shown.currentRow())])
        elif self.text() == self._words:
            self._onward()
        elif self.wanted():
            self._take_first = True
            self._told = self.wanted()
            self._put(self.wanted())

    def _take(self, option: Option) -> None:
        self.set_words(option.words)
        self.picked.emit(option.value)
        self._onward()

    def _show_list(self) -> None:
        if self._list is None or self._list.parentWidget() is not self.window():
            self._list = QListWidget(self.window())
            self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self._list.itemClicked.connect(self._click)
        self._list.clear()
        self._list.setIconSize(icon_size())
        numbered = self._picks_by_digit
        for place, option in enumerate(self._options, 1):
            words = f"{place}  {option.words}" if numbered and place <= _ROWS_SHOWN else option.words
            item = QListWidgetItem(words)
            if option.badge is not None:
                item.setIcon(badge_icon(option.badge))
            self._list.addItem(item)
        if self._options:
            self._list.setCurrentRow(0)
        else:
            item = QListWidgetItem(self._nothing)
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self._list.addItem(item)
        corner = self.mapTo(self.window(), QPoint(0, self.height() + 2))
        rows = min(self._list.count(), _ROWS_SHOWN)
        height = rows * (metrics().row + 2) + 10
        above, below = corner.y() - self.height() - 4, self.window().height() - corner.y() - 4
        if height > below and above > below:
            height = min(height, above)
            corner.setY(above - height)
        height = min(height, max(above, below))
        width = min(max(self.width(), han_width(self, 20)), self.window().width() - corner.x() - 8)
        self._list.setGeometry(corner.x(), corner.y(), width, height)
        self._list.show()
        self._list.raise_()

    def _hide_list(self) -> None:
        if self._list is not None:
            self._list.hide()

    def _click(self, item: QListWidgetItem) -> None:
        if self._list is not None and self._options:
            self._take(self._options[self._list.row(item)])
