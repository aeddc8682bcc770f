"""Several long tables one below the other over the same pages, each with its own columns and heads."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from passbook_desk.documents.flow import (
    Block,
    Column,
    LaidRow,
    Paper,
    Row,
    RowKind,
    TableLayout,
    TableStyle,
    fixed_head,
    rows_with_lines,
)
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import Align, Fixed, Item, Page, Text, moved

NOTHING = Block(0.0, ())
_ROWS_AT_START = 2
_ROWS_WITH_TAIL = 2
_SLACK = 1e-6
"""Millimetres that sums of heights may be off by."""
_GOES_ON = "（续）"


@dataclass(frozen=True, slots=True)
class TableSection:
    """One of the tables: `above` (its title) stands over its head, `again` over the head where it goes on.

    `below` (a note) follows its last row. A group that goes on repeats its heading.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    above: Block = NOTHING
    again: Block = NOTHING
    below: Block = NOTHING


def flow_tables(
    sections: Sequence[TableSection],
    measure: Measure,
    paper: Paper,
    style: TableStyle,
    first: Block = NOTHING,
    later: Block = NOTHING,
    footer: Block = NOTHING,
    closing: Block = NOTHING,
) -> tuple[Page, ...]:
    """Pages of the tables in their order; blocks as in `flow_table`.

    A table begins where the one before ended when its head and first row fit there. Raises
    CharactersNotPrintable, and ValueError when the blocks leave no room for a row.
    """
    filled = _Filler(measure, paper, style, first, later, footer)
    for number, section in enumerate(sections, start=1):
        filled.add(section, closing if number == len(sections) else NOTHING)
    return tuple(
        _page(sheet, paper, footer, paper.numbers.format(page=number, pages=len(filled.sheets)))
        for number, sheet in enumerate(filled.sheets, start=1)
    )


@dataclass(frozen=True, slots=True)
class _Marked:
    """A row and the heading of its group, repeated where the group goes on."""

    row: LaidRow
    heading: LaidRow | None


@dataclass(slots=True)
class _Piece:
    """The rows of one table on one page, from `y` downwards below the top margin."""

    table: TableLayout
    y: float
    above: Block
    rows: list[_Marked] = field(default_factory=list)
    below: Block = NOTHING
    closing: Block = NOTHING

    @property
    def end(self) -> float:
        """Where the next table may begin."""
        blocks = (self.above, self.table.head, self.below, self.closing)
        return self.y + sum(block.height for block in blocks) + _height(self.rows)


@dataclass(slots=True)
class _SheetOfPieces:
    heading: Block
    pieces: list[_Piece] = field(default_factory=list)

    @property
    def end(self) -> float:
        return self.pieces[-1].end if self.pieces else self.heading.height


class _Filler:
    """Deals the rows of tables out to pages."""

    def __init__(
        self, measure: Measure, paper: Paper, style: TableStyle, first: Block, later: Block, footer: Block
    ) -> None:
        self._measure, self._style, self._later = measure, style, later
        self._body = paper.size[1] - paper.top - paper.bottom - footer.height
        if first.height > self._body:
            raise ValueError("the first block is higher than a page")
        self.sheets = [_SheetOfPieces(first)]

    def add(self, section: TableSection, closing: Block) -> None:
        """Put a table behind what is there; `closing` follows its last row."""
        table = TableLayout(section.columns, self._measure, self._style)
        over = max(section.above.height, section.again.height)
        room = self._body - self._later.height - over - table.head.height
        tail = section.below.height + closing.height
        if room - tail < self._style.lowest_row:
            raise ValueError("the blocks leave no room for a row")
        rows = _marked(table, section.rows, room)
        if self._begins_it_all():
            left = self._body - self.sheets[0].end - section.above.height - table.head.height
            rows = _begun(table, rows, left)
        piece = self._begin(table, section, rows)
        for number, each in enumerate(rows):
            needed = each.row.height + _following(rows, number)
            if piece.end + needed > self._body + _SLACK and piece.rows:
                piece = self._go_on(table, section.again, _taken_along(piece.rows, each), each)
            piece.rows.append(each)
        if piece.end + tail > self._body + _SLACK:
            piece = self._with_tail(piece, section, room - tail)
        piece.below, piece.closing = section.below, closing

    def _begin(self, table: TableLayout, section: TableSection, rows: list[_Marked]) -> _Piece:
        sheet = self.sheets[-1]
        head = section.above.height + table.head.height
        fresh = self._body - self._later.height - head + _SLACK
        first = _first_row(rows)
        start = _height(rows[: first + _ROWS_AT_START])
        if start > fresh or self._begins_it_all():
            start = _height(rows[: first + 1])
        if sheet.end + head + start > self._body + _SLACK:
            sheet = _SheetOfPieces(self._later)
            self.sheets.append(sheet)
        piece = _Piece(table, sheet.end, section.above)
        sheet.pieces.append(piece)
        return piece

    def _begins_it_all(self) -> bool:
        """Whether nothing but its heading stands on the first page."""
        return len(self.sheets) == 1 and not self.sheets[0].pieces

    def _with_tail(self, piece: _Piece, section: TableSection, room: float) -> _Piece:
        """The last rows on a new page, where what follows them fits; a table of few rows goes as a whole."""
        sheet, whole = self.sheets[-1], list(piece.rows)
        taken = _last_rows(piece.rows, room)
        begun_here = len(sheet.pieces) > 1
        if begun_here and len(piece.rows) < _ROWS_AT_START and _height(whole) <= room:
            sheet.pieces.pop()
            return self._go_on(piece.table, section.above, whole)
        return self._go_on(piece.table, section.again, taken)

    def _go_on(
        self, table: TableLayout, again: Block, taken: list[_Marked], following: _Marked | None = None
    ) -> _Piece:
        """The table on a new page, with rows taken along and the heading of the group they are in."""
        sheet = _SheetOfPieces(self._later)
        self.sheets.append(sheet)
        piece = _Piece(table, self._later.height, again)
        first = taken[0] if taken else following
        if first is not None and first.heading is not None and first.row.kind is not RowKind.GROUP:
            piece.rows.append(_Marked(first.heading, None))
        piece.rows += taken
        sheet.pieces.append(piece)
        return piece


def _marked(table: TableLayout, rows: Sequence[Row], room: float) -> list[_Marked]:
    """All rows laid out, those higher than a page cut, each with the heading that its group repeats."""
    found: list[_Marked] = []
    heading: LaidRow | None = None
    for row in rows:
        laid = table.lay(row)
        if row.kind is RowKind.GROUP:
            heading = table.lay(replace(row, cells=(f"{row.cells[0]}{_GOES_ON}",)))
        most = room - (heading.height if heading else 0.0)
        pieces = table.cut(laid, most) if laid.height > most else [laid]
        found += [_Marked(piece, heading) for piece in pieces]
        if row.kind is RowKind.SUBTOTAL:
            heading = None
    return found


def _height(rows: list[_Marked]) -> float:
    return sum(each.row.height for each in rows)


def _following(rows: list[_Marked], number: int) -> float:
    """What a group heading needs on the same page: all that follows it, down to its first row."""
    after = 0.0
    while rows[number].row.kind is RowKind.GROUP and number + 1 < len(rows):
        number += 1
        after += rows[number].row.height
    return after


def _begun(table: TableLayout, rows: list[_Marked], room: float) -> list[_Marked]:
    """The rows, the first one cut where it would leave the first page with nothing but its heading."""
    first = _first_row(rows)
    most = room - _height(rows[:first])
    if first == len(rows) or rows[first].row.height <= most or most < table.style.lowest_row:
        return rows
    cut = [_Marked(piece, rows[first].heading) for piece in table.cut(rows[first].row, most)]
    return [*rows[:first], *cut, *rows[first + 1 :]]


def _first_row(rows: list[_Marked]) -> int:
    """Which row is the first one below the headings that a table begins with."""
    kinds = [each.row.kind for each in rows]
    return next((place for place, kind in enumerate(kinds) if kind is not RowKind.GROUP), len(rows))


def _taken_along(rows: list[_Marked], following: _Marked) -> list[_Marked]:
    """The rows that go to the next page with a subtotal: sums above it and a plain row, if one stays."""
    if following.row.kind is not RowKind.SUBTOTAL:
        return []
    number = len(rows)
    while number and rows[number - 1].row.kind is RowKind.SUBTOTAL:
        number -= 1
    if number < 2 or rows[number - 1].row.kind is not RowKind.PLAIN:
        return []
    if rows[number - 2].row.kind is RowKind.GROUP:
        return []
    taken = rows[number - 1 :]
    del rows[number - 1 :]
    return taken


def _last_rows(rows: list[_Marked], room: float) -> list[_Marked]:
    """The last two rows of a page, and a group heading above them, if they fit above what follows."""
    taken: list[_Marked] = []
    while len(rows) > 1:
        last = rows[-1]
        heading = last.heading.height if last.heading is not None else 0.0
        enough = len(taken) >= _ROWS_WITH_TAIL and last.row.kind is not RowKind.GROUP
        if enough or last.row.height + heading > room:
            break
        room -= last.row.height
        taken.insert(0, rows.pop())
    return taken


def _page(sheet: _SheetOfPieces, paper: Paper, footer: Block, numbers: str) -> Page:
    width, height = paper.size
    left, top = paper.left, paper.top
    items: list[Item] = [moved(item, left, top) for item in sheet.heading.items]
    heads: list[Fixed] = []
    for piece in sheet.pieces:
        y = top + piece.y
        items += [moved(item, left, y) for item in piece.above.items]
        y += piece.above.height
        heads.append(fixed_head(piece.table, left, y))
        drawn, y = rows_with_lines(
            piece.table, [each.row for each in piece.rows], left, y + piece.table.head.height
        )
        items += drawn
        for block in (piece.below, piece.closing):
            items += [moved(item, left, y) for item in block.items]
            y += block.height
    bottom = height - paper.bottom - footer.height
    items += [moved(item, left, bottom) for item in footer.items]
    if numbers:
        items.append(Text(width / 2, height - paper.bottom / 2, numbers, 9, align=Align.CENTRE))
    return Page(width, height, tuple(items), tuple(heads))
