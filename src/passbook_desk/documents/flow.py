"""Long tables over pages: heads repeat, groups keep their first row, signatures keep some rows."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import accumulate

from passbook_desk.documents.measure import BASELINE_BELOW_MIDDLE, Measure
from passbook_desk.documents.page import (
    A4,
    MM_PER_POINT,
    PALE,
    Align,
    Box,
    Colour,
    Face,
    Fixed,
    Item,
    Page,
    Rule,
    Text,
    moved,
    page_as_json,
)


class RowKind(StrEnum):
    """What a row of a table is."""

    PLAIN = "plain"
    GROUP = "group"
    """A heading inside the table: its first cell spans the columns; never the last row of a page."""
    SUBTOTAL = "subtotal"
    """Bold sums of the rows above it; never the first row of a page."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, its width in millimetres and how its cells stand."""

    title: str
    width_mm: float
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Row:
    """Cells from the left; missing ones are empty. Cells are wrapped to their column.

    `struck` cells from the left are crossed out: they stand there and count no more.
    """

    cells: tuple[str, ...]
    kind: RowKind = RowKind.PLAIN
    struck: int = 0


@dataclass(frozen=True, slots=True)
class Block:
    """Items that stand together, placed from their own top-left corner, and the height they need."""

    height: float
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class TableStyle:
    """Sizes in points, lengths in millimetres; `pitch` is the line distance in font sizes."""

    size: float = 9.0
    head_size: float = 9.0
    pitch: float = 1.35
    padding: float = 1.0
    lowest_row: float = 6.0
    line: float = 0.15
    frame: float = 0.3
    head_fill: Colour | None = PALE
    group_fill: Colour | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """The size of the page and its margins in millimetres.

    The table begins at the left margin. `numbers` is printed in the bottom margin, "" for nothing.
    """

    size: tuple[float, float] = A4
    left: float = 15.0
    right: float = 15.0
    top: float = 15.0
    bottom: float = 15.0
    numbers: str = "第 {page} 页　共 {pages} 页"


_NOTHING = Block(0.0, ())
_WHOLE = Column("", 0.0)
_ROWS_WITH_CLOSING = 2
_SLACK = 1e-6
"""Millimetres that sums of heights may be off by."""


def flow_table(
    columns: Sequence[Column],
    rows: Sequence[Row],
    measure: Measure,
    paper: Paper = Paper(),
    style: TableStyle = TableStyle(),
    first: Block = _NOTHING,
    later: Block = _NOTHING,
    footer: Block = _NOTHING,
    closing: Block = _NOTHING,
) -> tuple[Page, ...]:
    """Pages of a table, at least one.

    `first` stands above the table on the first page, `later` on the others, `footer` at the bottom of
    every page; `closing` (signatures) follows the last row and takes the last two rows along when it
    needs a new page. A row higher than a page is continued on the next one. Raises
    CharactersNotPrintable, and ValueError when the blocks leave no room for a row.
    """
    table = TableLayout(columns, measure, style)
    laid = _Pager(table, paper, first, later, footer, closing).pages(rows)
    heads = {block: fixed_head(table, paper.left, paper.top + block.height) for block in (first, later)}
    return tuple(
        Page(
            *paper.size,
            _items(table, sheet, paper, footer, paper.numbers.format(page=number, pages=len(laid))),
            (heads[sheet.above],),
        )
        for number, sheet in enumerate(laid, start=1)
    )


@dataclass(frozen=True, slots=True)
class LaidRow:
    """A row with its cells cut into lines and its height."""

    lines: tuple[tuple[str, ...], ...]
    height: float
    kind: RowKind
    struck: int = 0


@dataclass(slots=True)
class _SheetOfRows:
    """The rows of one page and what stands above and below them."""

    above: Block
    rows: list[LaidRow] = field(default_factory=list)
    closing: Block = _NOTHING


class TableLayout:
    """Lays out the head and single rows of one table."""

    def __init__(self, columns: Sequence[Column], measure: Measure, style: TableStyle) -> None:
        self.columns = tuple(columns)
        self.style = style
        self.width = sum(column.width_mm for column in columns)
        self.pitch = style.size * style.pitch * MM_PER_POINT
        self.drop = style.size * BASELINE_BELOW_MIDDLE * MM_PER_POINT
        starts = accumulate((column.width_mm for column in columns), initial=0.0)
        self.edges = [_edge(x, column, style.padding) for x, column in zip(starts, columns, strict=False)]
        self._measure = measure
        self.head = self._head()

    def lay(self, row: Row) -> LaidRow:
        """Cut the cells of a row into lines."""
        style, wrap = self.style, self._measure.wrap
        face = Face.REGULAR if row.kind is RowKind.PLAIN else Face.BOLD
        if row.kind is RowKind.GROUP:
            lines: tuple[tuple[str, ...], ...] = (
                wrap(row.cells[0], self.width - 2 * style.padding, style.size, face),
            )
        else:
            lines = tuple(
                [
                    wrap(cell, column.width_mm - 2 * style.padding, style.size, face) if cell else ("",)
                    for cell, column in zip(row.cells, self.columns, strict=False)
                ]
            )
        return LaidRow(lines, self._height(max(map(len, lines), default=1)), row.kind, row.struck)

    def cut(self, laid: LaidRow, room: float) -> list[LaidRow]:
        """The row in pieces that are each no higher than `room`."""
        count = max(1, int((room - 2 * self.style.padding) / self.pitch))
        longest = max(map(len, laid.lines), default=1)
        return [
            LaidRow(
                tuple(cell[start : start + count] for cell in laid.lines),
                self._height(min(count, longest - start)),
                laid.kind,
                laid.struck,
            )
            for start in range(0, longest, count)
        ]

    def draw(self, laid: LaidRow, x: float, y: float) -> list[Item]:
        """The texts of a row whose top-left corner is at (x, y)."""
        if laid.kind is RowKind.GROUP:
            ground = self.style.group_fill
            under: list[Item] = [Box(x, y, self.width, laid.height, 0, ground)] if ground else []
            return under + self._cell(laid.lines[0], x + self.style.padding, y, laid, _WHOLE)
        items: list[Item] = []
        size = self.style.size
        face = Face.REGULAR if laid.kind is RowKind.PLAIN else Face.BOLD
        middle = y + laid.height / 2 + self.drop
        for place, (lines, column, edge) in enumerate(
            zip(laid.lines, self.columns, self.edges, strict=False)
        ):
            drawn: list[Item] = []
            if len(lines) > 1:
                drawn = self._cell(lines, x + edge, y, laid, column)
            elif lines and lines[0]:
                drawn = [Text(x + edge, middle, lines[0], size, face, column.align)]
            items += drawn
            if place < laid.struck:
                items += [self._stroke(item) for item in drawn if isinstance(item, Text)]
        return items

    def _stroke(self, text: Text) -> Rule:
        """A line through the middle of a text."""
        width = self._measure.width(text.text, text.size, text.face)
        left = text.x - {Align.LEFT: 0.0, Align.CENTRE: width / 2, Align.RIGHT: width}[text.align]
        middle = text.y - self.drop
        return Rule(left, middle, left + width, middle, 0.25)

    def _cell(self, lines: tuple[str, ...], x: float, y: float, laid: LaidRow, column: Column) -> list[Item]:
        style = self.style
        face = Face.REGULAR if laid.kind is RowKind.PLAIN else Face.BOLD
        y += (laid.height - (len(lines) - 1) * self.pitch) / 2 + self.drop
        return [
            Text(x, y + number * self.pitch, line, style.size, face, column.align)
            for number, line in enumerate(lines)
            if line
        ]

    def _height(self, lines: int) -> float:
        return max(self.style.lowest_row, lines * self.pitch + 2 * self.style.padding)

    def _head(self) -> Block:
        """The heading row, from its own top-left corner."""
        style = self.style
        pitch = style.head_size * style.pitch * MM_PER_POINT
        down = style.head_size * BASELINE_BELOW_MIDDLE * MM_PER_POINT
        wrapped = [
            self._measure.wrap(c.title, c.width_mm - 2 * style.padding, style.head_size, Face.BOLD)
            for c in self.columns
        ]
        height = max(style.lowest_row, max(map(len, wrapped), default=1) * pitch + 2 * style.padding)
        items: list[Item] = [Box(0, 0, self.width, height, style.frame, style.head_fill)]
        x = 0.0
        for column, lines in zip(self.columns, wrapped, strict=True):
            if x:
                items.append(Rule(x, 0, x, height, style.line))
            middle = x + column.width_mm / 2
            top = (height - (len(lines) - 1) * pitch) / 2 + down
            items += [
                Text(middle, top + number * pitch, line, style.head_size, Face.BOLD, Align.CENTRE)
                for number, line in enumerate(lines)
                if line
            ]
            x += column.width_mm
        return Block(height, tuple(items))


class _Pager:
    """Deals rows out to pages."""

    def __init__(
        self, table: TableLayout, paper: Paper, first: Block, later: Block, footer: Block, closing: Block
    ) -> None:
        self._table = table
        self._first, self._later, self._closing = first, later, closing
        self._body = paper.size[1] - paper.top - paper.bottom - footer.height - table.head.height
        if self._body - max(first.height, later.height) < table.style.lowest_row:
            raise ValueError("the blocks leave no room for a row")
        if closing.height > self._body - later.height:
            raise ValueError("the closing block is higher than a page")

    def pages(self, rows: Sequence[Row]) -> list[_SheetOfRows]:
        """The rows of each page; the closing block is on the last."""
        sheets = [_SheetOfRows(self._first)]
        left = self._room(sheets[0])
        laid = [piece for row in rows for piece in self._pieces(self._table.lay(row))]
        for number, row in enumerate(laid):
            if row.height + self._needed_after(laid, number) > left + _SLACK and sheets[-1].rows:
                sheets.append(_SheetOfRows(self._later, self._taken_along(sheets[-1], row)))
                left = self._room(sheets[-1])
            sheets[-1].rows.append(row)
            left -= row.height
        if self._closing.height > left + _SLACK:
            sheets.append(_SheetOfRows(self._later, self._last_rows(sheets[-1])))
        sheets[-1].closing = self._closing
        return sheets

    def _room(self, sheet: _SheetOfRows) -> float:
        return self._body - sheet.above.height - sum(row.height for row in sheet.rows)

    def _pieces(self, laid: LaidRow) -> list[LaidRow]:
        room = self._body - max(self._first.height, self._later.height)
        return self._table.cut(laid, room) if laid.height > room else [laid]

    def _needed_after(self, laid: list[LaidRow], number: int) -> float:
        """A group heading needs all that follows it, down to its first row, on the same page."""
        after, last = 0.0, number
        while laid[last].kind is RowKind.GROUP and last + 1 < len(laid):
            last += 1
            after += laid[last].height
        return after if laid[number].height + after <= self._body - self._later.height else 0.0

    def _taken_along(self, sheet: _SheetOfRows, row: LaidRow) -> list[LaidRow]:
        """The rows that go to the next page with a subtotal: the plain row above it."""
        if row.kind is not RowKind.SUBTOTAL or len(sheet.rows) < 2:
            return []
        if sheet.rows[-2].kind is RowKind.GROUP or sheet.rows[-1].kind is not RowKind.PLAIN:
            return []
        if sheet.rows[-1].height + row.height > self._body - self._later.height:
            return []
        return [sheet.rows.pop()]

    def _last_rows(self, sheet: _SheetOfRows) -> list[LaidRow]:
        """The last two rows of the page, and a group heading above them, if they fit above the closing."""
        room = self._body - self._later.height - self._closing.height
        taken: list[LaidRow] = []
        while len(sheet.rows) > 1:
            row = sheet.rows[-1]
            enough = len(taken) >= _ROWS_WITH_CLOSING and row.kind is not RowKind.GROUP
            if enough or row.height > room:
                break
            room -= row.height
            taken.insert(0, sheet.rows.pop())
        return taken


def fixed_head(table: TableLayout, x: float, y: float) -> Fixed:
    """The head at (x, y); heads share a name only when they look the same, across tables too."""
    items = tuple(moved(item, x, y) for item in table.head.items)
    looks = page_as_json(Page(0, 0, items)).encode("utf-8")
    return Fixed(f"head-{hashlib.sha256(looks).hexdigest()[:16]}", items)


def _items(
    table: TableLayout, sheet: _SheetOfRows, paper: Paper, footer: Block, numbers: str
) -> tuple[Item, ...]:
    """All items of a page but the head; `numbers` are the words of the page number."""
    width, height = paper.size
    left = paper.left
    items: list[Item] = [moved(item, left, paper.top) for item in sheet.above.items]
    top = paper.top + sheet.above.height + table.head.height
    drawn, y = rows_with_lines(table, sheet.rows, left, top)
    items += drawn
    items += [moved(item, left, y) for item in sheet.closing.items]
    bottom = height - paper.bottom - footer.height
    items += [moved(item, left, bottom) for item in footer.items]
    if numbers:
        items.append(Text(width / 2, height - paper.bottom / 2, numbers, 9, align=Align.CENTRE))
    return tuple(items)


def rows_with_lines(
    table: TableLayout, rows: Sequence[LaidRow], left: float, top: float
) -> tuple[list[Item], float]:
    """Rows below a head that ends at `top`, with their lines and frame; and where they end."""
    items: list[Item] = []
    y = top
    for row in rows:
        items += table.draw(row, left, y)
        y += row.height
    items += _grid(table, rows, left, top)
    if rows:
        items.append(Box(left, top, table.width, y - top, table.style.frame))
    return items, y


def _grid(table: TableLayout, rows: Sequence[LaidRow], left: float, top: float) -> list[Item]:
    """Lines between rows, and between columns wherever no group heading spans them."""
    items: list[Item] = []
    y = start = top
    right, line = left + table.width, table.style.line
    for number, row in enumerate(rows):
        if number:
            items.append(Rule(left, y, right, y, line))
        if row.kind is RowKind.GROUP:
            items += _uprights(table, left, start, y)
            start = y + row.height
        y += row.height
    return items + _uprights(table, left, start, y)


def _uprights(table: TableLayout, left: float, start: float, end: float) -> list[Item]:
    if end <= start:
        return []
    items: list[Item] = []
    x = left
    for column in table.columns[:-1]:
        x += column.width_mm
        items.append(Rule(x, start, x, end, table.style.line))
    return items


def _edge(x: float, column: Column, padding: float) -> float:
    if column.align is Align.LEFT:
        return x + padding
    if column.align is Align.RIGHT:
        return x + column.width_mm - padding
    return x + column.width_mm / 2
