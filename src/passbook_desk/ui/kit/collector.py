"""Circles among objects are looked for on the window's thread alone."""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

from passbook_desk.kernel.collecting import CircleSearch

_EVERY_MS: Final = 1000


class WindowCollector(QObject):
    """From its making to `end` Python searches no more by itself; a timer does, a little each second.

    By itself it searches on whichever thread happens to make the next object. A widget in a circle that is
    found on a thread of work would be taken down there, and the program with it.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._was_on = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._search = CircleSearch()
        self._timer.timeout.connect(self._search.look)
        self._timer.start()

    def end(self) -> None:
        """Leave it to Python again: no other thread is left."""
        self._timer.stop()
        if self._was_on:
            gc.enable()
