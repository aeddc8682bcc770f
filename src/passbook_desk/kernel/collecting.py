"""Python's search for circles among objects: where it runs, and when it would only cost time."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_YOUNG: Final = 1000
"""New objects before those are searched; each older generation waits for so many searches of the younger:"""
_SEARCHES: Final = 10
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


def search_for_circles() -> None:
    """Search here and now, as deep as what was made since then asks; not while the search is paused."""
    if _pauses:
        return
    young, middle, old = gc.get_count()
    if old > _SEARCHES:
        gc.collect(2)
    elif middle > _SEARCHES:
        gc.collect(1)
    elif young > _YOUNG:
        gc.collect(0)
