"""Moving the parts of a book's layout with the hand: columns, lines and fold, never over one another.

Lengths in millimetres; a move stops where the next part or the edge of the page is. The layout answered is
always one that `check_layout` lets pass when the layout given is.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from passbook_desk.features.passbooks.books.errors import LayoutWrong
from passbook_desk.features.passbooks.books.layouts import (
    LEAST_COLUMN_MM,
    LEAST_PITCH_MM,
    MOST_SKIPPED,
    BookColumn,
    BookLayout,
    ColumnKind,
    check_layout,
)

_TOUCHING: Final = 0.05
"""Columns nearer than this share their border, which then moves for both."""


class PartKind(StrEnum):
    """What can be taken hold of."""

    COLUMN = "column"
    BORDER = "border"
    """The right end of a column."""
    START = "start"
    """The left end of a column."""
    FIRST = "first"
    LAST = "last"
    FOLD = "fold"
    FOLD_END = "fold-end"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a layout; `column` for those of a column."""

    kind: PartKind
    column: ColumnKind | None = None


def parts_of(layout: BookLayout) -> tuple[Part, ...]:
    """What can be chosen, in the order of the page: lines, fold, columns from the left."""
    columns = sorted(layout.columns, key=lambda column: column.left_mm)
    fold = (Part(PartKind.FOLD),) if layout.fold_mm() else ()
    lines = (Part(PartKind.FIRST), Part(PartKind.LAST), *fold)
    return lines + tuple(Part(PartKind.COLUMN, column.kind) for column in columns)


def moved(layout: BookLayout, part: Part, right: float, down: float) -> BookLayout:
    """The layout after a part was dragged so far."""
    if part.column is not None:
        wanted = _column_moved(layout, part.kind, part.column, right)
    elif part.kind is PartKind.FIRST:
        wanted = _first_moved(layout, down)
    elif part.kind is PartKind.LAST:
        wanted = _last_moved(layout, down)
    else:
        wanted = _fold_moved(layout, part.kind, round(down / layout.pitch_mm))
    return _if_right(layout, wanted)


def stretched(layout: BookLayout, part: Part, right: float, down: float) -> BookLayout:
    """The layout after a part was made so much wider: a column at its right end, the fold by lines."""
    if part.column is not None:
        return moved(layout, Part(PartKind.BORDER, part.column), right, 0)
    if part.kind is PartKind.FOLD:
        return moved(layout, Part(PartKind.FOLD_END), 0, down)
    return layout


def column_of(layout: BookLayout, kind: ColumnKind) -> BookColumn:
    """The column of a kind that the layout has."""
    return next(column for column in layout.columns if column.kind is kind)


def _column_moved(layout: BookLayout, part: PartKind, kind: ColumnKind, by: float) -> BookLayout:
    columns = sorted(layout.columns, key=lambda column: column.left_mm)
    at = next(number for number, column in enumerate(columns) if column.kind is kind)
    before = columns[at - 1] if at else None
    after = columns[at + 1] if at + 1 < len(columns) else None
    here = columns[at]
    if part is PartKind.BORDER:
        by = _between(by, LEAST_COLUMN_MM - here.width_mm, _room_after(layout, here, after))
        changed = [replace(here, width_mm=here.width_mm + by), *_pushed_after(here, after, by)]
    elif part is PartKind.START:
        by = _between(by, -_room_before(here, before), here.width_mm - LEAST_COLUMN_MM)
        narrower = replace(here, left_mm=here.left_mm + by, width_mm=here.width_mm - by)
        changed = [narrower, *_pushed_before(here, before, by)]
    else:
        by = _between(by, -_room_before(here, before), _room_after(layout, here, after))
        shifted = replace(here, left_mm=here.left_mm + by)
        changed = [shifted, *_pushed_after(here, after, by), *_pushed_before(here, before, by)]
    by_kind = {column.kind: _rounded(column) for column in changed}
    return replace(layout, columns=tuple(by_kind.get(column.kind, column) for column in layout.columns))


def _room_after(layout: BookLayout, here: BookColumn, after: BookColumn | None) -> float:
    if after is None:
        return layout.width_mm - _end(here)
    return after.left_mm - _end(here) + after.width_mm - LEAST_COLUMN_MM


def _room_before(here: BookColumn, before: BookColumn | None) -> float:
    if before is None:
        return here.left_mm
    return here.left_mm - _end(before) + before.width_mm - LEAST_COLUMN_MM


def _pushed_after(here: BookColumn, after: BookColumn | None, by: float) -> list[BookColumn]:
    """The next column gives way, and follows when it shares the border."""
    if after is None:
        return []
    gap = after.left_mm - _end(here)
    shift = by if gap < _TOUCHING else max(by - gap, 0.0)
    return [replace(after, left_mm=after.left_mm + shift, width_mm=after.width_mm - shift)]


def _pushed_before(here: BookColumn, before: BookColumn | None, by: float) -> list[BookColumn]:
    if before is None:
        return []
    gap = here.left_mm - _end(before)
    shift = by if gap < _TOUCHING else min(by + gap, 0.0)
    return [replace(before, width_mm=before.width_mm + shift)]


def _first_moved(layout: BookLayout, by: float) -> BookLayout:
    half = layout.pitch_mm / 2
    room = layout.height_mm - layout.middle_mm(layout.lines) - half
    return replace(layout, first_mm=round(layout.first_mm + _between(by, half - layout.first_mm, room), 2))


def _last_moved(layout: BookLayout, by: float) -> BookLayout:
    """The last line goes elsewhere, the first one stays: the pitch follows."""
    way = layout.middle_mm(layout.lines) - layout.first_mm
    steps = way / layout.pitch_mm
    most = min((layout.height_mm - layout.first_mm) / (steps + 0.5), layout.first_mm * 2)
    return replace(layout, pitch_mm=round(_between((way + by) / steps, LEAST_PITCH_MM, most - 0.0005), 3))


def _fold_moved(layout: BookLayout, part: PartKind, lines: int) -> BookLayout:
    if part is PartKind.FOLD_END:
        way = layout.middle_mm(layout.lines) - layout.fold_skip * layout.pitch_mm + layout.pitch_mm / 2
        most = min(MOST_SKIPPED, int((layout.height_mm - way) / layout.pitch_mm + 0.001))
        return replace(layout, fold_skip=int(_between(layout.fold_skip + lines, 1, most)))
    return replace(layout, fold_after=int(_between(layout.fold_after + lines, 1, layout.lines - 1)))


def _if_right(before: BookLayout, wanted: BookLayout) -> BookLayout:
    try:
        check_layout(wanted)
    except LayoutWrong:
        return before
    return wanted


def _between(value: float, least: float, most: float) -> float:
    return max(min(value, most), least)


def _end(column: BookColumn) -> float:
    return column.left_mm + column.width_mm


def _rounded(column: BookColumn) -> BookColumn:
    return replace(column, left_mm=round(column.left_mm, 2), width_mm=round(column.width_mm, 2))
