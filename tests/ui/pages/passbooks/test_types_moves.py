"""What a hand may do to a layout: it never leaves one that cannot be printed."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passbook_desk.documents.page import Align
from passbook_desk.features.passbooks.books.layouts import (
    BookColumn,
    BookLayout,
    ColumnKind,
    check_layout,
)
from passbook_desk.features.passbooks.books.starter import SHIPPED
from passbook_desk.ui.pages.passbooks.types_moves import (
    Part,
    PartKind,
    column_of,
    moved,
    parts_of,
    stretched,
)

BOOK = BookLayout(
    name="红折",
    colour=None,
    width_mm=130.0,
    height_mm=180.0,
    pages=12,
    lines=20,
    first_mm=19.0,
    pitch_mm=6.0,
    columns=(
        BookColumn(ColumnKind.DAY, 5.0, 20.0, Align.RIGHT, 8.5),
        BookColumn(ColumnKind.WORDS, 25.0, 40.0, Align.LEFT, 8.5),
        BookColumn(ColumnKind.CREDIT, 65.0, 15.0, Align.RIGHT, 8.5),
        BookColumn(ColumnKind.DEBIT, 80.0, 15.0, Align.RIGHT, 8.5),
        BookColumn(ColumnKind.BALANCE, 100.0, 20.0, Align.RIGHT, 8.5),
    ),
    fold_after=10,
    fold_skip=4,
)
"""A gap of five millimetres before the balance, ten free ones at the right end."""


def at(layout: BookLayout, kind: ColumnKind) -> tuple[float, float]:
    column = column_of(layout, kind)
    return column.left_mm, column.width_mm


def test_a_column_between_two_slides_and_its_neighbours_give_and_take() -> None:
    slid = moved(BOOK, Part(PartKind.COLUMN, ColumnKind.WORDS), 0.5, 0)
    assert at(slid, ColumnKind.WORDS) == (25.5, 40.0)
    assert at(slid, ColumnKind.DAY) == (5.0, 20.5)
    assert at(slid, ColumnKind.CREDIT) == (65.5, 14.5)
    assert at(slid, ColumnKind.DEBIT) == at(BOOK, ColumnKind.DEBIT)


def test_a_column_stops_where_its_neighbour_would_have_no_room_left() -> None:
    far = moved(BOOK, Part(PartKind.COLUMN, ColumnKind.WORDS), 100, 0)
    assert at(far, ColumnKind.CREDIT) == (76.0, 4.0)
    assert at(far, ColumnKind.WORDS) == (36.0, 40.0)


def test_a_border_that_two_columns_share_moves_for_both() -> None:
    wider = moved(BOOK, Part(PartKind.BORDER, ColumnKind.DAY), 2, 0)
    assert at(wider, ColumnKind.DAY) == (5.0, 22.0)
    assert at(wider, ColumnKind.WORDS) == (27.0, 38.0)
    narrower = stretched(BOOK, Part(PartKind.COLUMN, ColumnKind.DAY), -2, 0)
    assert at(narrower, ColumnKind.DAY) == (5.0, 18.0)
    assert at(narrower, ColumnKind.WORDS) == (23.0, 42.0)


def test_a_gap_is_used_up_before_the_next_column_gives_way() -> None:
    wider = moved(BOOK, Part(PartKind.BORDER, ColumnKind.DEBIT), 4, 0)
    assert at(wider, ColumnKind.DEBIT) == (80.0, 19.0)
    assert at(wider, ColumnKind.BALANCE) == (100.0, 20.0)
    wider = moved(BOOK, Part(PartKind.BORDER, ColumnKind.DEBIT), 7, 0)
    assert at(wider, ColumnKind.DEBIT) == (80.0, 22.0)
    assert at(wider, ColumnKind.BALANCE) == (102.0, 18.0)
    nearer = moved(BOOK, Part(PartKind.START, ColumnKind.BALANCE), -3, 0)
    assert at(nearer, ColumnKind.BALANCE) == (97.0, 23.0)
    assert at(nearer, ColumnKind.DEBIT) == (80.0, 15.0)


def test_the_edges_of_the_page_stop_the_first_and_the_last_column() -> None:
    left = moved(BOOK, Part(PartKind.COLUMN, ColumnKind.DAY), -50, 0)
    assert at(left, ColumnKind.DAY) == (0.0, 20.0)
    assert at(left, ColumnKind.WORDS) == (20.0, 45.0)
    right = moved(BOOK, Part(PartKind.COLUMN, ColumnKind.BALANCE), 50, 0)
    assert at(right, ColumnKind.BALANCE) == (110.0, 20.0)


def test_all_lines_go_with_line_1_and_the_last_line_sets_the_pitch() -> None:
    lower = moved(BOOK, Part(PartKind.FIRST), 0, 0.5)
    assert (lower.first_mm, lower.pitch_mm) == (19.5, 6.0)
    last = BOOK.middle_mm(20)
    longer = moved(BOOK, Part(PartKind.LAST), 0, 2.3)
    assert longer.first_mm == 19.0
    assert longer.middle_mm(20) == pytest.approx(last + 2.3, abs=0.02)
    assert moved(BOOK, Part(PartKind.FIRST), 0, -500).first_mm == 3.0
    bottom = moved(BOOK, Part(PartKind.LAST), 0, 500)
    assert bottom.middle_mm(20) + bottom.pitch_mm / 2 == pytest.approx(180, abs=0.05)


def test_the_fold_moves_by_whole_lines_and_grows_by_whole_lines() -> None:
    down = moved(BOOK, Part(PartKind.FOLD), 0, BOOK.pitch_mm)
    assert (down.fold_after, down.fold_skip) == (11, 4)
    assert moved(BOOK, Part(PartKind.FOLD), 0, 2).fold_after == 10
    assert moved(BOOK, Part(PartKind.FOLD), 0, 500).fold_after == 19
    wider = stretched(BOOK, Part(PartKind.FOLD), 0, -2 * BOOK.pitch_mm)
    assert (wider.fold_after, wider.fold_skip) == (10, 2)
    assert stretched(BOOK, Part(PartKind.FIRST), 0, 5) == BOOK


def test_a_book_without_a_fold_offers_none() -> None:
    assert Part(PartKind.FOLD) in parts_of(BOOK)
    assert Part(PartKind.FOLD) not in parts_of(replace(BOOK, fold_after=0, fold_skip=0))
    assert [part.column for part in parts_of(BOOK) if part.column] == [each.kind for each in BOOK.columns]


@given(
    layout=st.sampled_from([BOOK, *SHIPPED]),
    ways=st.lists(
        st.tuples(
            st.sampled_from(PartKind),
            st.sampled_from(ColumnKind),
            st.booleans(),
            st.floats(-60, 60, allow_nan=False),
        ),
        min_size=1,
        max_size=25,
    ),
)
def test_whatever_is_dragged_wherever_the_book_can_be_printed_and_no_column_is_lost(
    layout: BookLayout, ways: list[tuple[PartKind, ColumnKind, bool, float]]
) -> None:
    kinds = {column.kind for column in layout.columns}
    of_columns = (PartKind.COLUMN, PartKind.BORDER, PartKind.START)
    for kind, column, stretch, by in ways:
        if kind in of_columns and column not in kinds:
            continue
        if kind in (PartKind.FOLD, PartKind.FOLD_END) and layout.fold_mm() is None:
            continue
        part = Part(kind, column if kind in of_columns else None)
        layout = (stretched if stretch else moved)(layout, part, by, by)
        check_layout(layout)
    assert {column.kind for column in layout.columns} == kinds
