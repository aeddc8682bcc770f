"""Notices of form 1 as they were issued: A4 landscape, one table, the same six figures."""

from typing import Final

from passbook_desk.documents.flow import Block, Column, Paper, Row, RowKind, TableStyle, flow_table
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import A4_LANDSCAPE, Align, Box, Face, Item, Page, Rule, Text
from passbook_desk.features.notices import old_words, words
from passbook_desk.features.notices.rules import by_grid, sums
from passbook_desk.features.notices.titles import chinese_day
from passbook_desk.features.notices.values import NoticeContent, NoticeLineRow, NoticeSums

_MARGIN: Final = 12.0
_WIDTH: Final = A4_LANDSCAPE[0] - 2 * _MARGIN
_SIZES: Final = (16.0, 15.5, 15.0, 14.5, 14.0)
"""Body sizes tried, in points: 16 is wanted on a wall, 14 is the least (experience §6)."""
_TEXT: Final = 14.0
_LINE: Final = 7.2
_PADDING: Final = 0.9
_WIDEST: Final = {1: 48.0, 3: 70.0}
"""Millimetres that the columns of grid and name may take; longer words are wrapped."""
_ALIGN: Final = (Align.RIGHT, Align.LEFT, Align.CENTRE, Align.LEFT, Align.CENTRE, *[Align.RIGHT] * 6)


def old_pages(content: NoticeContent, measure: Measure) -> tuple[Page, ...]:
    """The pages of a notice: lines by grid with sub-totals, the village's total, places to sign and seal.

    Raises CharactersNotPrintable.
    """
    rows = _rows(content)
    size, columns = _columns(rows, measure)
    return flow_table(
        columns,
        rows,
        measure,
        Paper(A4_LANDSCAPE, _MARGIN, _MARGIN, 10.0, 11.0),
        TableStyle(size=size, head_size=_TEXT, pitch=1.1, padding=_PADDING, lowest_row=7.6, line=0.2),
        first=_first(content, measure),
        later=_later(content, measure),
        footer=_foot(content, measure),
        closing=_closing(content, measure),
    )


def _rows(content: NoticeContent) -> list[Row]:
    rows = []
    for grid_name, lines in by_grid(content.lines):
        rows += [_row(line) for line in lines]
        rows.append(_sums_row(grid_name, "小计", sums(lines)))
    if not rows:
        return [Row((old_words.NOBODY,), RowKind.GROUP)]
    rows.append(_sums_row("全村", "合计", sums(content.lines)))
    return rows


def _row(line: NoticeLineRow) -> Row:
    figures = [str(points) for points in old_words.line_figures(line)]
    facts = (
        str(line.number),
        line.grid_name,
        line.household_code,
        line.shown_name,
        words.book(line.colour),
    )
    return Row((*facts, *figures))


def _sums_row(whose: str, word: str, total: NoticeSums) -> Row:
    figures = [str(points) for points in old_words.line_figures(total)]
    return Row(("", whose, word, f"{total.lines} 本", "", *figures), RowKind.SUBTOTAL)


def _columns(rows: list[Row], measure: Measure) -> tuple[float, tuple[Column, ...]]:
    """The largest body size at which no cell but a very long name is wrapped, and the columns for it."""
    table = [row for row in rows if row.kind is not RowKind.GROUP]
    cells = [{row.cells[place] for row in table} for place in range(len(old_words.HEADS))]
    bold = [
        {row.cells[place] for row in table if row.kind is RowKind.SUBTOTAL}
        for place in range(len(old_words.HEADS))
    ]
    size, widths = _SIZES[-1], [0.0]
    for size in _SIZES:
        widths = [
            _wanted(place, cells[place], bold[place], size, measure) for place in range(len(old_words.HEADS))
        ]
        if sum(widths) <= _WIDTH:
            break
    titles = zip(old_words.HEADS, _filling(widths), _ALIGN, strict=True)
    return size, tuple(Column(title, width, align) for title, width, align in titles)


def _wanted(place: int, cells: set[str], bold: set[str], size: float, measure: Measure) -> float:
    wide = max((measure.width(text, size) for text in cells), default=0.0)
    wide = max([wide, *[measure.width(text, size, Face.BOLD) for text in bold]])
    wide = min(wide, _WIDEST.get(place, _WIDTH))
    return max(wide, measure.width(old_words.HEADS[place], _TEXT, Face.BOLD)) + 2 * _PADDING + 0.2


def _filling(widths: list[float]) -> list[float]:
    """Widths that fill the page: the rest is shared out, what is missing is taken from grid and name."""
    left = _WIDTH - sum(widths)
    if left >= 0:
        return [width + left / len(widths) for width in widths]
    shared = sum(widths[place] for place in _WIDEST)
    return [
        width + left * width / shared if place in _WIDEST else width for place, width in enumerate(widths)
    ]


def _first(content: NoticeContent, measure: Measure) -> Block:
    """The heading of the first page: title, number, period, hanging days, rules, how to object."""
    title = words.title(content)
    items: list[Item] = [
        Text(
            _WIDTH / 2,
            9.5,
            title,
            measure.fit(title, _WIDTH - 90, 28, Face.BOLD, 8),
            Face.BOLD,
            Align.CENTRE,
        ),
        Text(_WIDTH, 9.5, words.number_words(content), _TEXT, align=Align.RIGHT),
    ]
    y = 18.5
    for line in old_words.paragraphs(content):
        for part in measure.wrap(line, _WIDTH, _TEXT):
            items.append(Text(0, y, part, _TEXT))
            y += _LINE
    return Block(y - _LINE + 3.5, tuple(items))


def _later(content: NoticeContent, measure: Measure) -> Block:
    """The heading of the other pages."""
    title = f"{words.title(content)}（续）"
    numbered = words.number_words(content)
    room = _WIDTH - measure.width(numbered, _TEXT) - 5
    size = measure.fit(title, room, 18, Face.BOLD, _TEXT / 2)
    return Block(
        9.0,
        (
            Text(0, 6.0, title, size, Face.BOLD),
            Text(_WIDTH, 6.0, numbered, _TEXT, align=Align.RIGHT),
        ),
    )


def _foot(content: NoticeContent, measure: Measure) -> Block:
    line = words.foot_words(content)
    return Block(7.0, (Text(0, 5.5, line, measure.fit(line, _WIDTH, 12)),))


def _closing(content: NoticeContent, measure: Measure) -> Block:
    """Places to sign for the three bodies and a place for the seal."""
    seal = 34.0
    signing = _WIDTH - seal - 10
    items: list[Item] = []
    y = 13.0
    for who in old_words.SIGNATURES:
        wide = measure.width(who, _TEXT)
        items += [
            Text(0, y, who, _TEXT),
            Rule(wide + 1, y + 1.2, 120, y + 1.2),
            Text(124, y, "日期：", _TEXT),
            Rule(140, y + 1.2, 180, y + 1.2),
        ]
        y += 11.0
    day = chinese_day(content.issued_on)
    middle = (184 + signing + seal + 10) / 2
    items += [
        Box(_WIDTH - seal - (_WIDTH - 184 - seal) / 2, 4, seal, 20),
        Text(middle, 15.5, words.SEAL, 12, align=Align.CENTRE),
        Text(
            middle, 30, content.issuer, measure.fit(content.issuer, _WIDTH - 184, _TEXT), align=Align.CENTRE
        ),
        Text(middle, 37, day, 12, align=Align.CENTRE),
    ]
    return Block(40.0, tuple(items))
