"""The ink of books, measured on the finished PDF: exactly in its place, nothing in the fold."""

import pytest

from builders.book_paper import book_row, entries, plan, stuffed
from builders.ink import Grey, pdf_ink, pdf_size
from builders.paper import fontbook, measure, off_paper
from passbook_desk.documents.page import Align, Page
from passbook_desk.documents.pdf_pen import pdf_bytes
from passbook_desk.features.ledger.values import Colour
from passbook_desk.features.passbooks.books.form_paper import entry_form_pages
from passbook_desk.features.passbooks.books.layouts import BookColumn, BookLayout, ColumnKind
from passbook_desk.features.passbooks.books.line_paper import continue_pages
from passbook_desk.features.passbooks.books.starter import SHIPPED
from passbook_desk.features.passbooks.books.values import BookPlan, PaperLine, Position
from passbook_desk.kernel.points import ZERO

DPI = 300
NEAR = 0.3
"""Millimetres a line may be off."""
EDGE = 0.4
"""Millimetres around the end of a column that stay free."""

every_type = pytest.mark.parametrize("layout", SHIPPED, ids=[layout.name for layout in SHIPPED])


def page_ink(page: Page) -> Grey:
    return pdf_ink(pdf_bytes([page], fontbook(), "试印"), dpi=DPI)


def middle_of(layout: BookLayout, line: int) -> float:
    """Where the middle of a line belongs, as somebody with a ruler would count it."""
    place = layout.first_mm
    for passed in range(1, line):
        place += layout.pitch_mm
        if passed == layout.fold_after:
            place += layout.fold_skip * layout.pitch_mm
    return place


def column(layout: BookLayout, kind: ColumnKind) -> BookColumn:
    return next(column for column in layout.columns if column.kind is kind)


def right_half(layout: BookLayout, page: int) -> float:
    return layout.width_mm if layout.spread and page % 2 else 0.0


def full_book(layout: BookLayout, longest: bool) -> BookPlan:
    made = (stuffed if longest else entries)(layout.lines * 2)
    return plan(book_row(layout), made)


@every_type
@pytest.mark.parametrize("longest", [False, True], ids=["plain", "longest"])
def test_every_line_stands_where_the_layout_says(layout: BookLayout, longest: bool) -> None:
    book = full_book(layout, longest)
    pages = continue_pages(book, book.lines, measure())
    by_page: dict[int, list[PaperLine]] = {}
    for line in book.lines:
        by_page.setdefault(line.page, []).append(line)
    for page, number in zip(pages[:2], by_page, strict=False):
        ink = page_ink(page)
        assert len(by_page[number]) == layout.lines
        for line in by_page[number]:
            middle = middle_of(layout, line.line)
            for kind in (ColumnKind.BALANCE, ColumnKind.CODE):
                place = column(layout, kind)
                left = place.left_mm + right_half(layout, number)
                area = (
                    left,
                    middle - layout.pitch_mm / 2,
                    left + place.width_mm,
                    middle + layout.pitch_mm / 2,
                )
                ends = ink.extent(area)
                if kind is ColumnKind.BALANCE:  # digits reach as far up as down; a Q does not
                    assert (ends[1] + ends[3]) / 2 == pytest.approx(middle, abs=NEAR)
                gap = left + place.width_mm - ends[2] if place.align is Align.RIGHT else ends[0] - left
                assert gap == pytest.approx(0.8, abs=NEAR + 0.1)


@every_type
def test_no_ink_is_in_the_fold_between_lines_between_columns_or_off_the_page(layout: BookLayout) -> None:
    book = full_book(layout, longest=True)
    wide = layout.width_mm * (2 if layout.spread else 1)
    for number, page in enumerate(continue_pages(book, book.lines, measure())[:2], start=1):
        assert off_paper(page, margin=2.0) == []
        assert pdf_size(pdf_bytes([page], fontbook(), "试印")) == pytest.approx(
            (wide, layout.height_mm), abs=0.01
        )
        ink, half = page_ink(page), layout.pitch_mm / 2
        free = [(0.0, 0.0, wide, middle_of(layout, 1) - half)]
        free.append((0.0, middle_of(layout, layout.lines) + half, wide, layout.height_mm))
        free += [
            (0.0, middle_of(layout, line) + half - 0.1, wide, middle_of(layout, line + 1) - half + 0.1)
            for line in range(1, layout.lines)
        ]
        for place in layout.columns:
            for end in (place.left_mm, place.left_mm + place.width_mm):
                x = end + right_half(layout, number)
                free.append((x - EDGE, 0.0, x + EDGE, layout.height_mm))
        if layout.spread:
            other = layout.width_mm - right_half(layout, number)
            free.append((other, 0.0, other + layout.width_mm, layout.height_mm))
        assert [area for area in free if not ink.is_blank(area)] == []


def test_a_big_book_leaves_four_lines_free_for_its_fold() -> None:
    layout = SHIPPED[0]
    assert layout.fold_mm() == pytest.approx((79.325, 104.725))
    (page,) = entry_form_pages(layout, Colour.RED, (1,), measure())
    top, bottom = layout.fold_mm() or (0.0, 0.0)
    assert page_ink(page).is_blank((0.0, top, layout.width_mm, bottom))


@every_type
def test_only_the_lines_that_are_sent_get_ink(layout: BookLayout) -> None:
    book = plan(book_row(layout, position=Position(4, 0, ZERO)), entries(3))
    (page,) = continue_pages(book, book.lines[1:2], measure())
    half = layout.pitch_mm / 2
    _, top, _, bottom = page_ink(page).extent()
    assert middle_of(layout, 5) - half < top < bottom < middle_of(layout, 5) + half


@every_type
def test_forms_rule_the_lines_and_columns_that_the_ink_of_lines_keeps_clear_of(layout: BookLayout) -> None:
    page, *_ = entry_form_pages(layout, Colour.GREEN, (1, 2), measure())
    ink = page_ink(page)
    assert off_paper(page, margin=2.0) == []
    for line in range(1, layout.lines):
        if line != layout.fold_after:
            below = middle_of(layout, line) + layout.pitch_mm / 2
            words = column(layout, ColumnKind.WORDS)
            x = words.left_mm + words.width_mm / 2
            assert any(ink.is_dark(x, below + step * 0.08) for step in range(-3, 4))
            assert ink.is_blank((words.left_mm + 1, below - layout.pitch_mm + 0.5, x, below - 0.5))
