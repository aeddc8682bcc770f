"""Hand-copy aid (手写登折): lines in very large type, to be copied into books by hand."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import (
    A4_LANDSCAPE,
    MM_PER_POINT,
    PALE,
    Align,
    Box,
    Face,
    Item,
    Page,
    Rule,
    Text,
    moved,
)
from passbook_desk.features.passbooks.books.fitting import in_one_row
from passbook_desk.features.passbooks.books.layouts import ColumnKind
from passbook_desk.features.passbooks.books.line_paper import line_cells
from passbook_desk.features.passbooks.books.values import BookPlan, PaperLine
from passbook_desk.features.passbooks.looks import WORD, baseline, mark

_WIDTH, _HEIGHT = A4_LANDSCAPE
_MARGIN: Final = 10.0
_FOOT: Final = 8.0
_TYPE: Final = 20.0
_NAME: Final = 34.0
_PLACE: Final = 26.0
_FACTS: Final = 14.0
_HEAD_TYPE: Final = 14.0
_HEADING: Final = 24.0
_HEAD: Final = 9.0
_ROW: Final = 12.5
_PITCH: Final = 1.3
_PADDING: Final = 2.2
_BETWEEN: Final = 8.0

_COLUMNS: Final = (
    ("页-行", 25.0, Align.LEFT, None),
    ("日期", 40.0, Align.LEFT, ColumnKind.DAY),
    ("事项", 94.0, Align.LEFT, ColumnKind.WORDS),
    ("加", 22.0, Align.RIGHT, ColumnKind.CREDIT),
    ("扣", 22.0, Align.RIGHT, ColumnKind.DEBIT),
    ("结余", 30.0, Align.RIGHT, ColumnKind.BALANCE),
    ("校验码", 44.0, Align.LEFT, ColumnKind.CODE),
)


@dataclass(frozen=True, slots=True)
class _Part:
    """Items from their own top edge, and the height they take."""

    height: float
    items: tuple[Item, ...]


def hand_pages(plans: Iterable[BookPlan], measure: Measure) -> tuple[Page, ...]:
    """A4 across: for each book its holder's name, page and line, then the lines to copy, words in full.

    Several books share a sheet; a heading stays with its first line and comes again on the next sheet.
    Raises CharactersNotPrintable.
    """
    sheets: list[list[Item]] = []
    y = _HEIGHT
    bottom = _HEIGHT - _MARGIN - _FOOT
    for plan in plans:
        heading_due = True
        for line in plan.lines:
            row = _row(line, measure)
            needed = row.height + (_HEADING + _HEAD if heading_due else 0.0)
            if y + needed > bottom:
                sheets.append([])
                y, heading_due = _MARGIN, True
            for part in (_heading(plan, line, measure), row) if heading_due else (row,):
                sheets[-1].extend(moved(item, _MARGIN, y) for item in part.items)
                y += part.height
            heading_due = False
        y += _BETWEEN
    return tuple(
        Page(_WIDTH, _HEIGHT, (*items, _numbered(number, len(sheets))))
        for number, items in enumerate(sheets, start=1)
    )


def _numbered(number: int, count: int) -> Text:
    said = f"手写登折　第 {number} 页　共 {count} 页"
    return Text(_WIDTH - _MARGIN, _HEIGHT - _MARGIN, said, 12, align=Align.RIGHT)


def _heading(plan: BookPlan, line: PaperLine, measure: Measure) -> _Part:
    book = plan.book
    width = _WIDTH - 2 * _MARGIN
    place = f"第 {line.page} 页　第 {line.line} 行起"
    room = width - measure.width(place, _PLACE, Face.BOLD) - 24
    size = in_one_row(book.holder, room, _HEADING, _NAME, measure)
    account = book.account
    facts = f"{WORD[account.colour]}　存折号 {book.number}　{account.owner_code}　{account.grid_name}"
    items: list[Item] = [
        mark(account.colour, 6, 8, 5),
        Text(14, 12, book.holder, size, Face.BOLD),
        Text(width, 12, place, _PLACE, Face.BOLD, Align.RIGHT),
        Text(14, 20, facts, measure.fit(facts, width - 14, _FACTS)),
        Box(0, _HEADING, width, _HEAD, 0.3, PALE),
    ]
    x = 0.0
    for title, wide, align, _ in _COLUMNS:
        at = x + _PADDING if align is Align.LEFT else x + wide - _PADDING
        text = Text(at, baseline(_HEADING + _HEAD / 2, _HEAD_TYPE), title, _HEAD_TYPE, Face.BOLD, align)
        items.append(text)
        x += wide
    return _Part(_HEADING + _HEAD, tuple(items))


def _row(line: PaperLine, measure: Measure) -> _Part:
    cells = line_cells(line)
    words = measure.wrap(cells[ColumnKind.WORDS], _COLUMNS[2][1] - 2 * _PADDING, _TYPE)
    step = _TYPE * _PITCH * MM_PER_POINT
    height = max(_ROW, len(words) * step + 3)
    items: list[Item] = []
    x = 0.0
    for _, wide, align, kind in _COLUMNS:
        at = x + _PADDING if align is Align.LEFT else x + wide - _PADDING
        rows = words
        size = _TYPE
        if kind is not ColumnKind.WORDS:
            rows = (f"{line.page}-{line.line}" if kind is None else cells.get(kind, ""),)
            size = in_one_row(rows[0], wide - 2 * _PADDING, _ROW, _TYPE, measure)
        first = baseline(_ROW / 2, size)
        items += [Text(at, first + number * step, row, size, align=align) for number, row in enumerate(rows)]
        x += wide
    width = _WIDTH - 2 * _MARGIN
    items.append(Rule(0, height, width, height, 0.2))
    return _Part(height, tuple(items))
