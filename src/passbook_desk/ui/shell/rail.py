"""The rail of numbered words on the left."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QVBoxLayout, QWidget

from passbook_desk.ui.kit.theme import metrics, word_width
from passbook_desk.ui.shell.routes import Route

_NUMBERS: Final = "⓪①②③④⑤⑥⑦⑧⑨"
_CHARACTERS: Final = 9
_CHARACTERS_NARROW: Final = 4.5


@dataclass(frozen=True, slots=True)
class RailEntry:
    """A word of the rail: `number` 0 to 9 is also its key with Ctrl; `section` names the routes below it."""

    number: int
    word: str
    route: Route
    section: frozenset[str] = frozenset()

    def holds(self, route: Route) -> bool:
        """True when a page stands under this word."""
        return route.name == self.route.name or route.name in self.section


class Rail(QFrame):
    """Pages that are not built are simply not given: their number stays free."""

    chosen = Signal(object)

    def __init__(self, entries: Sequence[RailEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "rail")
        self._entries = tuple(entries)
        self._drafts: dict[str, int] = {}
        self._narrow = False
        self._here: Route | None = None
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(2)
        for number, entry in enumerate(self._entries):
            button = QPushButton()
            button.setProperty("role", "rail")
            button.setCheckable(True)
            button.setObjectName(f"rail.{entry.route.name}")
            self._group.addButton(button, number)
            if entry.number == 0:
                column.addStretch(1)
            column.addWidget(button)
        if all(entry.number for entry in self._entries):
            column.addStretch(1)
        self._group.idClicked.connect(self._choose)
        self._show_words()

    def set_here(self, route: Route) -> None:
        """Mark the word the page stands under: bar, bold and arrow."""
        self._here = route
        self._group.setExclusive(False)
        for number, entry in enumerate(self._entries):
            self._group.button(number).setChecked(entry.holds(route))
        self._group.setExclusive(True)
        self._show_words()

    def set_drafts(self, route_name: str, count: int) -> None:
        """Show beside a word that unsaved work is kept there."""
        self._drafts[route_name] = count
        self._show_words()

    def set_narrow(self, narrow: bool) -> None:
        """On narrow screens only the number and two characters."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._show_words()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._show_words()

    def _choose(self, number: int) -> None:
        if self._here is not None:
            self.set_here(self._here)  # the mark follows the page, which may refuse to be left
        self.chosen.emit(self._entries[number].route)

    def _show_words(self) -> None:
        for number, entry in enumerate(self._entries):
            button = self._group.button(number)
            word = entry.word[:2] if self._narrow else entry.word
            drafts = self._drafts.get(entry.route.name, 0)
            mark = f" •{drafts}" if drafts else ""
            here = button.isChecked() and not self._narrow
            arrow = ("▸" if mark else "  ▸") if here else ""
            button.setText(f"{_NUMBERS[entry.number]} {word}{mark}{arrow}")
            button.setAccessibleName(entry.word)
            button.setToolTip(entry.word if self._narrow else "")
            button.setMinimumHeight(metrics().button)
        self.setFixedWidth(word_width(self, _CHARACTERS_NARROW if self._narrow else _CHARACTERS))
