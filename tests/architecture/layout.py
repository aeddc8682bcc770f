"""What lies where: names at the top of the tree, and the folders that belong to each feature."""

from collections.abc import Iterable
from pathlib import PurePosixPath

TOP_LEVEL = {
    "pyproject.toml",
    "src",
    "resources",
    "migrations",
    "tests",
    "packaging",
    "README.md",
    "LICENSE",
    "CHANGELOG.md",
}
# These are used from other pages and need none of their own.
WITHOUT_PAGE = {"village", "access", "audit", "safekeeping", "intake", "household_changes", "rhythm"}


def strangers(places: Iterable[str]) -> list[str]:
    """Top-level names that the tree may not have; dot files are free."""
    tops = {PurePosixPath(place).parts[0] for place in places}
    return sorted(top for top in tops if top not in TOP_LEVEL and not top.startswith("."))


def features(places: Iterable[str]) -> set[str]:
    """Names of the features that have content."""
    return {_below(place, "src/passbook_desk/features") for place in places} - {""}


def without_tests(places: Iterable[str]) -> list[str]:
    """Features that no test folder is named after: tests/<feature> or tests/<area>/<feature>."""
    known = list(places)
    tests = [PurePosixPath(place) for place in known if place.startswith("tests/")]
    tested = {part for test in tests if test.name.startswith("test_") for part in test.parts[1:-1]}
    return sorted(features(known) - tested)


def without_page(places: Iterable[str]) -> list[str]:
    """Features whose words the clerk meets on no page of that name."""
    known = list(places)
    pages = {_below(place, "src/passbook_desk/ui/pages") for place in known}
    return sorted(features(known) - WITHOUT_PAGE - pages)


def packaged_tests(places: Iterable[str]) -> list[str]:
    """__init__.py files in test folders: tests are found by their path."""
    return sorted(place for place in places if place.startswith("tests/") and place.endswith("/__init__.py"))


def _below(place: str, folder: str) -> str:
    rest = place.removeprefix(f"{folder}/")
    return rest.partition("/")[0] if rest != place and "/" in rest else ""
