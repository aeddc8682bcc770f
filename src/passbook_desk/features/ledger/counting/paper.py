"""A count as A4 pages, and as one picture for a group chat; names stand as on the wall."""

from collections.abc import Sequence
from typing import Final

from passbook_desk.documents.flow import Block, Column, Paper, Row, RowKind, TableStyle, flow_table
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import (
    A4,
    A4_LANDSCAPE,
    Align,
    Box,
    Face,
    Item,
    Page,
    Rule,
    Text,
    all_items,
)
from passbook_desk.features.ledger.counting import words
from passbook_desk.features.ledger.counting.values import CountRow, CountSheet
from passbook_desk.kernel.points import Points

_MARGIN: Final = 14.0
_TEXT: Final = 11.0
_BODY: Final = 12.0
_LINE: Final = 6.2
_PADDING: Final = 1.2
_NAME_SHARE: Final = 2.2
_PICTURE_WIDTH: Final = 190.0
_PICTURE_ROWS: Final = 30
_ROW_HEIGHT: Final = 8.4


def count_pages(sheet: CountSheet, measure: Measure) -> tuple[Page, ...]:
    """The pages of a count, upright for books, across for places. Raises CharactersNotPrintable."""
    size = A4_LANDSCAPE if sheet.by.of_places else A4
    return _pages(sheet, words.listed(sheet), measure, size, "第 {page} 页　共 {pages} 页")


def count_picture(sheet: CountSheet, measure: Measure) -> Page:
    """The head of the count, at most thirty rows, on one page as high as it needs."""
    rows = words.listed(sheet)[:_PICTURE_ROWS]
    head = _first(sheet, measure, _PICTURE_WIDTH - 2 * _MARGIN).height
    height = head + (len(rows) + 3) * _ROW_HEIGHT * 1.5 + 2 * _MARGIN
    (page, *_) = _pages(sheet, rows, measure, (_PICTURE_WIDTH, height), "")
    return _cut(page)


def texts_of(sheet: CountSheet) -> tuple[str, ...]:
    """Everything on this paper that somebody typed, each text once, for `FontBook.check`."""
    rows = (text for row in sheet.rows for text in (row.shown_name, row.grid_name))
    return tuple(dict.fromkeys((sheet.village_name, *sheet.silent, *rows)))


def _pages(
    sheet: CountSheet, rows: Sequence[CountRow], measure: Measure, size: tuple[float, float], numbers: str
) -> tuple[Page, ...]:
    columns = words.heads(sheet)
    cells = [Row(tuple(_cell(head.value(row)) for head in columns)) for row in rows]
    if not cells:
        cells = [Row((words.NOBODY,), RowKind.GROUP)]
    else:
        cells.append(Row(_totals(sheet, columns), RowKind.SUBTOTAL))
    width = size[0] - 2 * _MARGIN
    return flow_table(
        _fitted(columns, cells, measure, width),
        cells,
        measure,
        Paper(size, _MARGIN, _MARGIN, _MARGIN, _MARGIN, numbers),
        TableStyle(size=_BODY, head_size=_TEXT, pitch=1.2, padding=_PADDING, lowest_row=_ROW_HEIGHT),
        first=_first(sheet, measure, width),
    )


def _totals(sheet: CountSheet, columns: Sequence[words.Head]) -> tuple[str, ...]:
    cells = [_cell(head.value(sheet.total)) if head.figures else "" for head in columns]
    place = next(number for number, head in enumerate(columns) if not head.figures)
    cells[place] = words.total_word(sheet)
    return tuple(cells)


def _cell(value: str | int | Points | None) -> str:
    return "" if value is None else str(value)


def _fitted(
    columns: Sequence[words.Head], rows: Sequence[Row], measure: Measure, width: float
) -> tuple[Column, ...]:
    """Columns as wide as their cells, the names sharing what is left or missing."""
    table = [row for row in rows if row.kind is not RowKind.GROUP]
    wanted = []
    for place, head in enumerate(columns):
        widest = max((measure.width(row.cells[place], _BODY, Face.BOLD) for row in table), default=0.0)
        wanted.append(max(widest, measure.width(head.title, _TEXT, Face.BOLD)) + 2 * _PADDING + 0.6)
    names = [place for place, head in enumerate(columns) if not head.figures]
    left = width - sum(wanted)
    if left >= 0:
        shares = [_NAME_SHARE if place in names else 1.0 for place in range(len(columns))]
        wanted = [each + left * share / sum(shares) for each, share in zip(wanted, shares, strict=True)]
    else:
        of_names = sum(wanted[place] for place in names)
        for place in names:
            wanted[place] += left * wanted[place] / of_names
    return tuple(
        Column(head.title, each, Align.RIGHT if head.figures else Align.LEFT)
        for head, each in zip(columns, wanted, strict=True)
    )


def _first(sheet: CountSheet, measure: Measure, width: float) -> Block:
    title = words.title(sheet)
    items: list[Item] = [
        Text(width / 2, 8.0, title, measure.fit(title, width, 20, Face.BOLD, 9), Face.BOLD, Align.CENTRE)
    ]
    y = 16.0
    for line in words.facts(sheet):
        for part in measure.wrap(line, width, _TEXT):
            items.append(Text(0, y, part, _TEXT))
            y += _LINE
    return Block(y - _LINE + 4.0, tuple(items))


def _cut(page: Page) -> Page:
    """The page without the empty paper below its last item."""
    lowest = max(map(_bottom, all_items(page)))
    return Page(page.width, min(page.height, lowest + _MARGIN), page.items, page.fixed)


def _bottom(item: Item) -> float:
    if isinstance(item, Rule):
        return max(item.y1, item.y2)
    return item.y + item.height if isinstance(item, Box) else item.y
