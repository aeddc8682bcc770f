import pytest

from architecture import layout
from architecture.sources import tracked_places

PLACES = [
    "README.md",
    "src/passbook_desk/features/__init__.py",
    "src/passbook_desk/features/ledger/commands.py",
    "src/passbook_desk/features/access/commands.py",
    "src/passbook_desk/ui/pages/ledger/page.py",
    "tests/db/ledger/test_commands.py",
    "tests/unit/access/test_rules.py",
]


@pytest.fixture(scope="module")
def places() -> list[str]:
    return tracked_places()


def test_only_known_names_stand_at_the_top(places: list[str]) -> None:
    assert layout.strangers(places) == []


def test_a_stranger_at_the_top_is_named() -> None:
    assert layout.strangers([*PLACES, "docs/a.md", ".ci/run"]) == ["docs"]


def test_every_feature_has_its_tests(places: list[str]) -> None:
    assert layout.without_tests(places) == []


def test_a_feature_without_tests_is_named() -> None:
    assert layout.without_tests(PLACES) == []
    assert layout.without_tests(PLACES[:-1]) == ["access"]


def test_every_feature_that_the_clerk_meets_has_its_page(places: list[str]) -> None:
    assert layout.without_page(places) == []


def test_a_feature_without_page_is_named() -> None:
    assert layout.without_page(PLACES) == []
    assert layout.without_page([place for place in PLACES if "/ui/" not in place]) == ["ledger"]


def test_test_folders_are_no_packages(places: list[str]) -> None:
    assert layout.packaged_tests(places) == []
    assert layout.packaged_tests(["tests/db/__init__.py"]) == ["tests/db/__init__.py"]
