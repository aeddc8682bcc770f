"""The tables of a notice on paper, their columns as wide as its page lets them be."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from passbook_desk.documents.flow import Block, Column, Row, RowKind, TableStyle
from passbook_desk.documents.flow_tables import TableSection
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import MM_PER_POINT, Align, Face, Text
from passbook_desk.features.notices import parts, words
from passbook_desk.features.notices.errors import TooWide
from passbook_desk.features.notices.rules import by_grid, sums
from passbook_desk.features.notices.values import (
    CellKind,
    NoticeColumn,
    NoticeContent,
    NoticeLineRow,
    NoticePart,
    NoticeSums,
    PaperSize,
)
from passbook_desk.kernel.points import Points

_PADDING: Final = 1.1
"""Millimetres between a cell's text and its lines."""
PITCH: Final = 1.2
"""The line distance in font sizes."""
_AIR: Final = 0.2
_NARROWEST: Final = 3.0
"""Characters that a column of words is left at least; longer words are wrapped."""
_UNBROKEN: Final = 2
"""Characters of a title that stay on one line."""
_LONGEST_WORD: Final = 50.0
"""Millimetres up to which a number or Latin word inside a text stays whole."""
_WHOLE: Final = re.compile(r"[A-Za-z0-9.+-]+")
_ALIGN: Final = {
    CellKind.TEXT: Align.LEFT,
    CellKind.CENTRED: Align.CENTRE,
    CellKind.POINTS: Align.RIGHT,
    CellKind.COUNT: Align.RIGHT,
}
_EVERYBODY: Final = "全村"


@dataclass(frozen=True, slots=True)
class Room:
    """The place for tables: its width in millimetres, the letters' size in points, and on what paper."""

    width: float
    size: float
    paper: PaperSize


@dataclass(frozen=True, slots=True)
class _Head:
    title: str
    kind: CellKind


def table_style(size: float) -> TableStyle:
    """How every table of a notice is ruled, in letters of `size` points."""
    return TableStyle(
        size=size,
        head_size=size,
        pitch=PITCH,
        padding=_PADDING,
        lowest_row=size * 1.35 * MM_PER_POINT,
        line=0.2,
    )


def lines_section(content: NoticeContent, measure: Measure, room: Room) -> TableSection:
    """Lines by grid under its heading, each with its sub-total, and the village's total. Raises TooWide."""
    columns = content.look.columns
    with_books = words.has_books(content.lines)
    titles = words.fact_titles(content)
    facts = [CellKind.COUNT, CellKind.CENTRED, CellKind.TEXT, CellKind.CENTRED]
    heads = [_Head(title, kind) for title, kind in zip(titles, facts, strict=False)]
    if not with_books:
        heads = heads[:3]
    heads += [
        _Head(words.TITLES[each], CellKind.CENTRED if each is NoticeColumn.STARS else CellKind.POINTS)
        for each in columns
    ]
    rows = []
    for grid_name, lines in by_grid(content.lines):
        rows.append(Row((grid_name or words.ELSEWHERE,), RowKind.GROUP))
        rows += [Row(_line_cells(line, columns, with_books)) for line in lines]
        rows.append(
            _sums_row("小计", words.counted(lines), sums(lines), columns, with_books),
        )
    everybody = f"{_EVERYBODY} {words.counted(content.lines)}"
    rows.append(_sums_row("合计", everybody, sums(content.lines), columns, with_books))
    return TableSection(_fitting(heads, rows, measure, room), tuple(rows))


def part_section(part: NoticePart, measure: Measure, room: Room) -> TableSection:
    """One part under its title, with its sums and its note. Raises TooWide."""
    heads = [_Head(parts.LINE_TITLE, CellKind.COUNT)]
    heads += [_Head(column.title, column.kind) for column in part.columns]
    rows = [Row(cells) for cells in parts.cells_of(part)]
    added_up = parts.sums_of(part)
    if added_up:
        rows.append(Row(added_up, RowKind.SUBTOTAL))
    return TableSection(
        _fitting(heads, rows, measure, room),
        tuple(rows),
        above=_titled(part.title, measure, room, gap=7.0),
        again=_titled(f"{part.title}（续）", measure, room, gap=0.0),
        below=_noted(part.note, measure, room),
    )


def text_section(title: str, paragraphs: Sequence[str], room: Room) -> TableSection:
    """Paragraphs that found no place above the tables, one to a row."""
    columns = (Column(title, room.width),)
    return TableSection(columns, tuple(Row((text,)) for text in paragraphs), above=Block(7.0, ()))


def _line_cells(line: NoticeLineRow, columns: tuple[NoticeColumn, ...], with_books: bool) -> tuple[str, ...]:
    facts = [str(line.number), line.household_code, line.shown_name]
    if with_books:
        facts.append(words.book(line.colour))
    return *facts, *[_shown(words.figure(line, each)) for each in columns]


def _sums_row(
    word: str, whose: str, total: NoticeSums, columns: tuple[NoticeColumn, ...], with_books: bool
) -> Row:
    facts = ["", word, whose, ""] if with_books else ["", word, whose]
    return Row((*facts, *[_shown(words.figure(total, each)) for each in columns]), RowKind.SUBTOTAL)


def _shown(value: Points | int | None) -> str:
    if value is None:
        return ""
    return f"{value}星" if isinstance(value, int) else str(value)


def _fitting(heads: Sequence[_Head], rows: Sequence[Row], measure: Measure, room: Room) -> tuple[Column, ...]:
    """Columns that fill the page: each as wide as it wants, those of words narrower where room is short."""
    table = [row for row in rows if row.kind is not RowKind.GROUP]
    wishes = [
        _wish(
            head,
            {row.cells[place] for row in table if row.kind is RowKind.PLAIN},
            {row.cells[place] for row in table if row.kind is RowKind.SUBTOTAL},
            measure,
            room.size,
        )
        for place, head in enumerate(heads)
    ]
    spare = room.width - sum(least for least, _ in wishes)
    if spare < 0:
        raise TooWide(field="columns", paper=room.paper.value, columns=len(heads))
    wanted = sum(wide - least for least, wide in wishes)
    if wanted <= spare:
        rest = (spare - wanted) / len(wishes)
        widths = [wide + rest for _, wide in wishes]
    else:
        widths = [least + (wide - least) * spare / wanted for least, wide in wishes]
    return tuple(
        Column(head.title, width, _ALIGN[head.kind]) for head, width in zip(heads, widths, strict=True)
    )


def _wish(head: _Head, plain: set[str], bold: set[str], measure: Measure, size: float) -> tuple[float, float]:
    """The least and the wanted width of a column; a figure or code is never cut or wrapped."""
    around = 2 * _PADDING + _AIR
    half = max(_UNBROKEN, (len(head.title) + 1) // 2)
    halves = max(measure.width(part, size, Face.BOLD) for part in (head.title[:half], head.title[half:]))
    cells = _widest(plain, bold, measure, size)
    wide = max(cells, measure.width(head.title, size, Face.BOLD))
    if parts.is_figures(head.kind):
        return max(cells, halves) + around, wide + around
    pieces = {word for text in plain for word in _WHOLE.findall(text)}
    whole = min(_widest(pieces, set(), measure, size), _LONGEST_WORD)
    least = max(whole, halves, min(cells, _NARROWEST * size * MM_PER_POINT))
    return least + around, max(wide, least) + around


def _widest(plain: set[str], bold: set[str], measure: Measure, size: float) -> float:
    widths = [measure.width(text, size) for text in plain]
    widths += [measure.width(text, size, Face.BOLD) for text in bold]
    return max(widths, default=0.0)


def _titled(title: str, measure: Measure, room: Room, gap: float) -> Block:
    size = room.size + 2
    pitch = size * PITCH * MM_PER_POINT
    lines = measure.wrap(title, room.width, size, Face.BOLD)
    items = tuple(
        Text(0, gap + (number + 0.8) * pitch, line, size, Face.BOLD) for number, line in enumerate(lines)
    )
    return Block(gap + len(lines) * pitch + 1.5, items)


def _noted(note: str, measure: Measure, room: Room) -> Block:
    if not note:
        return Block(0.0, ())
    pitch = room.size * PITCH * MM_PER_POINT
    lines = measure.wrap(note, room.width, room.size)
    items = tuple(Text(0, 1.5 + (number + 0.8) * pitch, line, room.size) for number, line in enumerate(lines))
    return Block(1.5 + len(lines) * pitch + 1.0, items)
