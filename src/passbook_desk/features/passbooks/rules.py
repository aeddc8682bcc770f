"""How many pages and lines a printed passbook has."""

from typing import Final

LINES_PER_PAGE: Final = 20
"""Lines of one entry page (experience §5.5)."""

PAGES_BEFORE_ENTRIES: Final = 2
"""Cover and holder page."""


def entry_pages(lines: int) -> int:
    """Entry pages for so many lines; an empty book has one, which says so."""
    return max(1, -(-lines // LINES_PER_PAGE))


def page_count(lines: int) -> int:
    """All pages of a book with so many lines."""
    return PAGES_BEFORE_ENTRIES + entry_pages(lines)
