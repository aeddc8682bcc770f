"""A field that ends in somebody: type to find, choose among what was found, or keep the name as typed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

from passbook_desk.ui.kit.found_edit import FoundEdit
from passbook_desk.ui.pages.events.council_presenter import Who


class WhoEdit(FoundEdit):
    """The best one found is chosen at once; with `names`, what was typed is the last choice."""

    def __init__(
        self, find: Callable[[str, Callable[[Sequence[Who]], None]], None], hint: str, names: bool
    ) -> None:
        super().__init__(find, hint)
        self._names = names
        self._answered, self._entered = "", False
        self._found: tuple[Who, ...] = ()
        self.choice.setEnabled(False)

    def who(self) -> Who | None:
        """The one chosen; where names do, what is typed without anything found yet."""
        at = self.choice.currentIndex()
        typed = self.line.text().strip()
        if typed and self._asked == self.line.wanted() and 0 <= at < len(self._found):
            return self._found[at]
        return Who(typed, name=typed) if typed and self._names else None

    def set_who(self, who: Who) -> None:
        """Show somebody as chosen."""
        self.line.blockSignals(True)
        self.line.setText(who.name)
        self.line.blockSignals(False)
        self._asked = self.line.wanted()
        self._take_found(self._asked, (who,))

    def _take_found(self, text: str, found: Sequence[Who]) -> None:
        typed = self.line.text().strip()
        self._found, self._answered = tuple(found), text
        if self._names and typed:
            self._found += (Who(self.tr("只写姓名“{name}”").format(name=typed), name=typed),)
        nothing = [self.tr("没有找到，请换个写法")] if text else []
        self.choice.clear()
        self.choice.addItems([who.words for who in self._found] or nothing)
        self.choice.setEnabled(bool(self._found))
        if self._entered:
            self._go_down()

    def _go_down(self) -> None:
        """Go among several that were found, else on in the form; an answer on its way is waited for."""
        self._entered = self._asked != self._answered
        if self._entered:
            return
        if len(self._found) > 1:
            self.choice.setFocus()
        else:
            key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
            QCoreApplication.sendEvent(self, key)
