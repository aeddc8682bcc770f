"""F3: the find line in the top bar and what it found."""

import unicodedata
from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, cast

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from passbook_desk.kernel.jobs import Jobs
from passbook_desk.ui.kit.fields import FindEdit
from passbook_desk.ui.kit.theme import han_width
from passbook_desk.ui.shell.find_panel import MOST_ROWS, FindHit, FindPanel

_NARROWEST: Final = 32
_GAP: Final = 8

Finder = Callable[[str, bool], Sequence[FindHit]]
"""Answers what matches a text, with those who left when the second is True; called on the desk lane."""


class FindBox(FindEdit):
    """Shows what was found below the line, inside the window.

    A digit picks a row as long as the text has no digit itself, else it goes on with the number; Alt and a
    digit always picks, and so does a digit in the list (↓ or Enter). Enter opens the only row there is. A key
    that comes before the answer waits for it.
    """

    chosen = Signal(object)

    def __init__(self, hint: str, host: QWidget, jobs: Jobs) -> None:
        super().__init__(hint)
        self._host = host
        self._jobs = jobs
        self._finder: Finder | None = None
        self._asked = 0
        self._answered = ""
        self._absent = False
        self._waiting: Callable[[], None] | None = None
        self._waiting_digit = ""
        self._panel = FindPanel(host)
        self._panel.picked.connect(self._open)
        self._panel.absent_wanted.connect(self._turn_absent)
        self._panel.left.connect(self._come_back)
        self.found.connect(self._find)
        self.down.connect(self._into_list)
        self.textChanged.connect(self._settle)
        cast(QApplication, QApplication.instance()).focusChanged.connect(self._follow_focus)

    def set_finder(self, finder: Finder | None) -> None:
        """What to ask; None while no village is open."""
        self._finder = finder

    @property
    def shown(self) -> tuple[str, ...]:
        """The rows shown now, or the sentence that nothing was found."""
        return self._panel.lines

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = event.text() if event.text() in _DIGITS else ""
        if (
            event.modifiers() & Qt.KeyboardModifier.AltModifier
            and Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9
        ):
            self._alt(event.key() - Qt.Key.Key_0)
            return
        self._let_digit_in()
        if digit and self._digit_picks() and self._pick(digit):
            return
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """An input method in full width hands over １ where the keyboard has 1."""
        digit = unicodedata.normalize("NFKC", event.commitString())
        alone = not self._composed and not event.preeditString() and digit in _DIGITS and digit != ""
        if alone and self._digit_picks() and self._pick(digit):
            event.accept()
            return
        super().inputMethodEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._panel.isVisible():
            self._place()

    def _digit_picks(self) -> bool:
        """Only while the text cannot become a number: a code, a house number or a phone has digits."""
        text = self.wanted()
        at_end = self.cursorPosition() == len(self.text()) and not self.hasSelectedText()
        return bool(text) and at_end and not any(sign.isdigit() for sign in text)

    def _alt(self, number: int) -> None:
        if number == 0:
            self._turn_absent()
        elif self._is_answered:
            hit = self._panel.hit(number)
            if hit is not None:
                self._open(hit)
        else:
            self._wait(partial(self._alt, number))

    def _pick(self, digit: str) -> bool:
        """Open the row with a digit; False when there is none, so that the digit is text."""
        if not self._is_answered:
            self._wait(self._pick_waiting)
            self._waiting_digit = digit
            return True
        hit = self._panel.hit(int(digit))
        if hit is not None:
            self._open(hit)
        return hit is not None

    def _pick_waiting(self) -> None:
        digit, self._waiting_digit = self._waiting_digit, ""
        if not self._pick(digit):
            self.insert(digit)

    def _let_digit_in(self) -> None:
        """Typing goes on before the answer came, so the digit was meant as text."""
        digit, self._waiting_digit, self._waiting = self._waiting_digit, "", None
        if digit:
            self.insert(digit)

    @property
    def _is_answered(self) -> bool:
        return self._answered != "" and self._answered == self.wanted()

    def _wait(self, act: Callable[[], None]) -> None:
        """Do it when the answer has come; ask at once instead of after the pause."""
        if self._finder is None or not self.wanted():
            return
        self._waiting = act
        self._timer.stop()
        self._tell()

    def _settle(self, _: str) -> None:
        """An emptied line needs no pause: the list goes."""
        if not self.wanted():
            self._timer.stop()
            self._tell()

    def _find(self, text: str) -> None:
        self._asked += 1
        self._answered = ""
        finder, absent = self._finder, self._absent
        if not text or finder is None:
            self._absent = False
            self._waiting = None
            self._panel.hide()
            return
        self._jobs.desk(lambda: tuple(finder(text, absent)), partial(self._show_hits, self._asked, text))

    def _show_hits(self, asked: int, text: str, hits: Sequence[FindHit]) -> None:
        if asked != self._asked:
            return
        self._answered = text
        digits = not any(sign.isdigit() for sign in text)
        self._panel.show_hits(text, hits, absent=self._absent, digits=digits)
        self._place()
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting()

    def _place(self) -> None:
        corner = self.mapTo(self._host, QPoint(0, self.height() + 2))
        room = self._host.width() - corner.x() - _GAP
        width = min(max(self.width(), han_width(self, _NARROWEST)), room)
        self._panel.place(QRect(corner.x(), corner.y(), width, self._host.height() - corner.y() - _GAP))

    def _turn_absent(self) -> None:
        if self.wanted():
            self._absent = not self._absent
            self._find(self.wanted())

    def _come_back(self, typed: str) -> None:
        self.setFocus()
        if typed:
            self.insert(typed)

    def _follow_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        """The list is there while the clerk is in the line or in the list."""
        if now is self and self._is_answered:
            self._place()
        elif now is not None and now is not self and not self._panel.isAncestorOf(now):
            self._panel.hide()

    def _into_list(self) -> None:
        if not self._is_answered:
            self._wait(self._into_list)
        elif self._panel.count == 1:
            self._alt(1)
        elif self._panel.count:
            self._place()
            self._panel.take_focus()

    def _open(self, hit: FindHit) -> None:
        self._asked += 1
        self.clear()
        self._panel.hide()
        self.chosen.emit(hit.route)


_DIGITS: Final = tuple(str(number) for number in range(1, MOST_ROWS + 1))
