"""Python's search for circles among objects: where it runs, and when it would only cost time."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_YOUNG: Final = 1000
"""New objects before they are searched."""
_MIDDLE, _OLD = 10, 100
"""Every so many searches go through what is older, and through everything."""
_pauses: list[None] = []


@contextmanager
def collector_paused() -> Iterator[None]:
    """No search for circles meanwhile: a roster's cells and rows are a million objects without any.

    The search looks at all of them each time and costs a fifth of an import. What holds no circle is freed
    as ever. Also a decorator.
    """
    was_on = gc.isenabled()
    gc.disable()
    _pauses.append(None)
    try:
        yield
    finally:
        _pauses.pop()
        if was_on:
            gc.enable()


class CircleSearch:
    """Searches where it is asked to, instead of on whichever thread makes the next object."""

    def __init__(self) -> None:
        self._searches = 0

    def look(self) -> None:
        """Search here and now when enough was made since, not while the search is paused."""
        if _pauses or gc.get_count()[0] <= _YOUNG:
            return
        self._searches += 1
        gc.collect(2 if self._searches % _OLD == 0 else 1 if self._searches % _MIDDLE == 0 else 0)
