import gc
import weakref
from collections.abc import Iterator

import pytest

from passbook_desk.kernel.collecting import collector_paused, search_for_circles


class Circle:
    """Something that holds itself and many more."""

    def __init__(self) -> None:
        self.myself = self
        self.others = [[number] for number in range(2000)]


@pytest.fixture
def by_hand() -> Iterator[None]:
    """Nobody searches but the test."""
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("by_hand")
def test_what_many_new_objects_left_is_found() -> None:
    left = weakref.ref(Circle())
    search_for_circles()
    assert left() is None


@pytest.mark.usefixtures("by_hand")
def test_nothing_is_looked_at_while_a_large_job_goes_on_and_all_of_it_afterwards() -> None:
    with collector_paused():
        left = weakref.ref(Circle())
        search_for_circles()
        assert left() is not None
    assert not gc.isenabled()
    search_for_circles()
    assert left() is None


@pytest.mark.usefixtures("by_hand")
def test_what_grew_old_is_found_after_many_searches() -> None:
    circle = Circle()
    gc.collect(0)
    gc.collect(1)
    left = weakref.ref(circle)
    del circle
    for _ in range(200):
        kept = [[number] for number in range(1500)]
        search_for_circles()
        del kept
        if left() is None:
            break
    assert left() is None


def test_outside_of_a_window_the_search_goes_on_by_itself_after_a_large_job() -> None:
    with collector_paused():
        assert not gc.isenabled()
    assert gc.isenabled()
