"""Going from page to page, and back."""

from collections.abc import Callable
from typing import Final

from passbook_desk.ui.shell.routes import Route

_KEPT: Final = 50


class Navigator:
    """Remembers the way. `show` brings a page to the front, `may_leave` asks the page that is there."""

    def __init__(self, show: Callable[[Route], None], may_leave: Callable[[], bool]) -> None:
        self._show = show
        self._may_leave = may_leave
        self._way: list[Route] = []
        self._at = -1

    @property
    def here(self) -> Route | None:
        """Where the clerk is."""
        return self._way[self._at] if self._way else None

    @property
    def can_go_back(self) -> bool:
        """True when there is a page to go back to."""
        return self._at > 0

    def go(self, route: Route) -> bool:
        """Go to a page; False when the page that is there keeps the clerk."""
        if not self._may_leave():
            return False
        if route != self.here:
            self._way = [*self._way[: self._at + 1], route][-_KEPT:]
            self._at = len(self._way) - 1
        self._show(route)
        return True

    def back(self) -> bool:
        """One step back; False at the beginning or when the page keeps the clerk."""
        return self._move(-1)

    def forward(self) -> bool:
        """One step forward again; False at the end or when the page keeps the clerk."""
        return self._move(1)

    def _move(self, step: int) -> bool:
        target = self._at + step
        if not 0 <= target < len(self._way) or not self._may_leave():
            return False
        self._at = target
        self._show(self._way[target])
        return True
