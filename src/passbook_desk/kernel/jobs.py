"""How long work tells how far it is and learns that it should stop."""

from collections.abc import Callable
from typing import Protocol, TypeVar

Result = TypeVar("Result")


class Progress(Protocol):
    """Handed to long work; `step` reports, `check` raises Cancelled once the clerk pressed 取消."""

    def step(self, done: int, total: int) -> None:
        """`done` of `total` pieces are finished."""
        ...

    def check(self) -> None:
        """Raise Cancelled when the work should stop; call it where stopping is safe."""
        ...


class NullProgress:
    """Progress for the command line and tests: nobody watches, nobody cancels."""

    def step(self, done: int, total: int) -> None:
        return None

    def check(self) -> None:
        return None


class Jobs(Protocol):
    """Runs work off the GUI thread; callbacks come back on the GUI thread (architecture part 5).

    Lane "desk" owns the village file (short commands and queries); lane "press" renders, parses and
    works on snapshots.
    """

    def desk(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        """Short work on the village file."""
        ...

    def press(
        self,
        work: Callable[[Progress], Result],
        done: Callable[[Result], None],
        failed: Callable[[BaseException], None] | None = None,
        label: str = "",
    ) -> None:
        """Long work with progress and cancel; never touches the live file."""
        ...
