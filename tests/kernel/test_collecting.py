import gc
import weakref
from collections.abc import Iterator

import pytest

from passbook_desk.kernel.collecting import CircleSearch, collector_paused


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
    CircleSearch().look()
    assert left() is None


@pytest.mark.usefixtures("by_hand")
def test_nothing_is_looked_at_while_a_large_job_goes_on_and_all_of_it_afterwards() -> None:
    search = CircleSearch()
    with collector_paused():
        left = weakref.ref(Circle())
        search.look()
        assert left() is not None
    assert not gc.isenabled()
    search.look()
    assert left() is None


@pytest.mark.usefixtures("by_hand")
def test_what_grew_old_is_found_after_many_searches() -> None:
    circle = Circle()
    gc.collect(0)
    gc.collect(1)
    left = weakref.ref(circle)
    del circle
    search = CircleSearch()
    for _ in range(100):
        assert left() is not None
        kept = [[number] for number in range(1500)]
        search.look()
        del kept
    assert left() is None


def test_outside_of_a_window_the_search_goes_on_by_itself_after_a_large_job() -> None:
    with collector_paused():
        assert not gc.isenabled()
    assert gc.isenabled()
