"""A field in which one household or resident is chosen: type to find, ↓ to choose among what was found."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from passbook_desk.features.households.errors import UnknownHousehold
from passbook_desk.ui.kit.found_edit import FoundEdit
from passbook_desk.ui.pages.households.life_values import Pick

Find = Callable[[str, Callable[[Sequence[Pick]], None]], None]


class PickEdit(FoundEdit):
    """`picked(Pick or None)` comes when another one is chosen; the best one found is chosen at once."""

    picked = Signal(object)

    def __init__(self, find: Find, hint: str, nothing: str, parent: QWidget | None = None) -> None:
        """`nothing` is said in the list when a text finds none."""
        super().__init__(find, hint, parent)
        self._nothing = nothing
        self._found: tuple[Pick, ...] = ()
        self.choice.hide()
        self.choice.currentIndexChanged.connect(lambda _: self.picked.emit(self.pick()))

    def pick(self) -> Pick | None:
        """The one chosen."""
        at = self.choice.currentIndex()
        return self._found[at] if 0 <= at < len(self._found) else None

    def checked(self) -> Pick:
        """The one chosen; raises UnknownHousehold."""
        pick = self.pick()
        if pick is None:
            raise UnknownHousehold(text=self.line.text().strip())
        return pick

    def _take_found(self, text: str, found: Sequence[Pick]) -> None:
        self._found = tuple(found)
        self.choice.blockSignals(True)
        self.choice.clear()
        self.choice.addItems([pick.words for pick in self._found] or [self._nothing])
        self.choice.setVisible(bool(text))
        self.choice.setEnabled(bool(self._found))
        self.choice.blockSignals(False)
        self.picked.emit(self.pick())

    def _go_down(self) -> None:
        if self._found:
            self.choice.setFocus()
