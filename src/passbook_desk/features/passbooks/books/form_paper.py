"""Heads and rules of entry pages, for stock that is blank; the fold stays free."""

import hashlib
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import MM_PER_POINT, PALE, Align, Box, Face, Fixed, Item, Page, Rule, Text
from passbook_desk.features.ledger.values import Colour
from passbook_desk.features.passbooks.books.layouts import BookLayout, ColumnKind, written_layout
from passbook_desk.features.passbooks.looks import band, baseline

_HEADS: Final = {
    ColumnKind.SEQ: "序",
    ColumnKind.DAY: "日期",
    ColumnKind.WORDS: "事项",
    ColumnKind.CREDIT: "加",
    ColumnKind.DEBIT: "扣",
    ColumnKind.BALANCE: "结余",
    ColumnKind.HANDLER: "经手",
    ColumnKind.CODE: "校验码",
}
_THIN: Final = 0.15
_FRAME: Final = 0.3
_FROM_FOLD: Final = 0.25
"""Millimetres between the frame and the fold, so that no ink comes into its zone."""
_EDGE: Final = 3.0
_LEAST_HEAD: Final = 3.5
_LEAST_BAND: Final = 4.0
_MOST_BAND: Final = 9.0
_NUMBER: Final = 9.0


def entry_form_pages(
    layout: BookLayout, colour: Colour, pages: Iterable[int], measure: Measure
) -> tuple[Page, ...]:
    """The forms of these entry pages, counted from 1, each of the size of a closed page.

    What has no room above line 1 is left out: first the band, then the heads.
    """
    form = entry_form(layout, colour, measure)
    return tuple(
        Page(layout.width_mm, layout.height_mm, page_number(layout, number), (form,)) for number in pages
    )


def page_number(layout: BookLayout, number: int) -> tuple[Item, ...]:
    """第 n 页 at the foot of an entry page, nothing where the lines leave no room for it."""
    size = foot_size(layout)
    if not size:
        return ()
    _, right = column_edges(layout)
    return (Text(right, foot_baseline(layout, size), f"第 {number} 页", size, align=Align.RIGHT),)


def foot_size(layout: BookLayout) -> float:
    """The size of a text below the last line, 0 when there is no room for any."""
    room = layout.height_mm - _EDGE - lines_bottom(layout) - 1.0
    size = min(_NUMBER, room / 1.2 / MM_PER_POINT)
    return size if size >= 5 else 0.0


def foot_baseline(layout: BookLayout, size: float) -> float:
    """Where a text below the last line stands: close to the lines, never over the edge of the page."""
    middle = lines_bottom(layout) + 1.0 + size * 0.7 * MM_PER_POINT
    return baseline(middle, size)


def lines_bottom(layout: BookLayout) -> float:
    """The lower end of the last line."""
    return layout.middle_mm(layout.lines) + layout.pitch_mm / 2


def column_edges(layout: BookLayout) -> tuple[float, float]:
    """The left end of the first column and the right end of the last one."""
    return (
        min(column.left_mm for column in layout.columns),
        max(column.left_mm + column.width_mm for column in layout.columns),
    )


def blocks(layout: BookLayout) -> tuple[tuple[int, int], ...]:
    """First and last line of each run of lines that no fold parts."""
    if layout.fold_mm() is None:
        return ((1, layout.lines),)
    return (1, layout.fold_after), (layout.fold_after + 1, layout.lines)


@lru_cache(maxsize=4)
def entry_form(layout: BookLayout, colour: Colour, measure: Measure) -> Fixed:
    """Band, heads and rules of an entry page."""
    left, right = column_edges(layout)
    top = layout.middle_mm(1) - layout.pitch_mm / 2
    head = min(7.0, layout.pitch_mm * 0.8, top - _EDGE)
    items: list[Item] = []
    if head >= _LEAST_HEAD:
        items += _heads(layout, left, right, top, head, measure)
        tall = min(_MOST_BAND, top - head - 1.2 - _EDGE)
        if tall >= _LEAST_BAND:
            items += band(colour, left, top - head - 1.2 - tall, right - left, tall)
    for first, last in blocks(layout):
        items += _rules(layout, first, last, left, right)
    key = hashlib.sha256(written_layout(layout).encode()).hexdigest()[:16]
    return Fixed(f"book-entries-{colour.value}-{key}", tuple(items))


def _heads(
    layout: BookLayout, left: float, right: float, top: float, head: float, measure: Measure
) -> list[Item]:
    items: list[Item] = [Box(left, top - head, right - left, head, _FRAME, PALE)]
    for column in layout.columns:
        title = _HEADS[column.kind]
        room = column.width_mm - 0.8
        size = measure.fit(title, room, min(head * 0.5 / MM_PER_POINT, 12), Face.BOLD, floor=4)
        middle = column.left_mm + column.width_mm / 2
        items.append(Text(middle, baseline(top - head / 2, size), title, size, Face.BOLD, Align.CENTRE))
        items += [
            Rule(x, top - head, x, top, _THIN)
            for x in (column.left_mm, column.left_mm + column.width_mm)
            if left < x < right
        ]
    return items


def _rules(layout: BookLayout, first: int, last: int, left: float, right: float) -> list[Item]:
    half = layout.pitch_mm / 2
    fold = layout.fold_mm()
    top, bottom = layout.middle_mm(first) - half, layout.middle_mm(last) + half
    if fold is not None:
        top += _FROM_FOLD if first > 1 else 0.0
        bottom -= _FROM_FOLD if last < layout.lines else 0.0
    edges = {edge for column in layout.columns for edge in (column.left_mm, column.left_mm + column.width_mm)}
    items: list[Item] = [
        Rule(left, layout.middle_mm(line) + half, right, layout.middle_mm(line) + half, _THIN)
        for line in range(first, last)
    ]
    items += [Rule(x, top, x, bottom, _THIN) for x in sorted(edges) if left < x < right]
    items.append(Box(left, top, right - left, bottom - top, _FRAME))
    return items
