"""One page for the village meeting or the group chat: totals and bars per grid; it names nobody."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from passbook_desk.documents.flow import Block, Column, Paper, Row, RowKind
from passbook_desk.documents.flow_tables import TableSection, flow_tables
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import (
    A4,
    A4_LANDSCAPE,
    GREEN_BOOK,
    GREY,
    PALE,
    RED_BOOK,
    Align,
    Box,
    Colour,
    Face,
    Item,
    Page,
    Text,
    moved,
)
from passbook_desk.features.notices import parts, words
from passbook_desk.features.notices.paper_head import foot_block, watermark
from passbook_desk.features.notices.paper_tables import Room, part_section, table_style
from passbook_desk.features.notices.rules import LEAST_SIZE, by_grid, sums
from passbook_desk.features.notices.values import (
    NoticeColumn,
    NoticeContent,
    NoticeLineRow,
    NoticePart,
    PaperSize,
)
from passbook_desk.kernel.points import ZERO, Points

_MARGIN, _TOP, _BOTTOM = 12.0, 12.0, 11.0
_HEAD: Final = 24.0
_TILES: Final = 30.0
_BAR_TITLES: Final = 8.0
_FOOT: Final = 7.0
_HIGHEST, _LOWEST = 15.0, 5.0
"""Millimetres of a grid's bars, where there are few and where there are many of them."""
_NAME_WIDTH: Final = 58.0
_TAKING_PART: Final = "参与"
_SUMMED: Final = (
    NoticeColumn.CREDITS,
    NoticeColumn.DEBITS,
    NoticeColumn.NET,
    NoticeColumn.REDEEMED,
    NoticeColumn.CLOSING,
    NoticeColumn.PENDING,
    NoticeColumn.TOTAL,
)
_BARS: Final = (NoticeColumn.CREDITS, NoticeColumn.DEBITS, NoticeColumn.NET)
_INK: Final = {
    NoticeColumn.CREDITS: GREEN_BOOK,
    NoticeColumn.NET: GREEN_BOOK,
    NoticeColumn.DEBITS: RED_BOOK,
}


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The page that a summary stands on."""

    page: tuple[float, float]

    @property
    def width(self) -> float:
        """Millimetres between the margins."""
        return self.page[0] - 2 * _MARGIN

    @property
    def height(self) -> float:
        """Millimetres from the top margin down to the foot."""
        return self.page[1] - _TOP - _BOTTOM - _FOOT

    @property
    def groups(self) -> int:
        """How many groups find room."""
        return int((self.height - _HEAD - _TILES - _BAR_TITLES) / _LOWEST)


_LANDSCAPE: Final = _Sheet(A4_LANDSCAPE)
_UPRIGHT: Final = _Sheet(A4)


@dataclass(frozen=True, slots=True)
class _Bar:
    """A figure of a group as a part of the largest of its kind."""

    value: Points | int
    text: str
    ink: Colour
    hatched: bool


@dataclass(frozen=True, slots=True)
class _Group:
    name: str
    books: int
    bars: tuple[_Bar, ...]


def summary_pages(content: NoticeContent, measure: Measure) -> tuple[Page, ...]:
    """A4: what the notice adds up to, upright where there are many groups, on a second page beyond forty.

    Of kinds without lines it tells how much stands in each part. Raises CharactersNotPrintable.
    """
    pages = _of_points(content, measure) if content.lines else _of_parts(content, measure)
    if not content.proof:
        return pages
    return tuple(replace(page, fixed=(watermark(page.width, page.height), *page.fixed)) for page in pages)


def _of_points(content: NoticeContent, measure: Measure) -> tuple[Page, ...]:
    groups = [_group(name, lines, content) for name, lines in by_grid(content.lines)]
    titles = [words.TITLES[each] for each in _bar_columns(content)]
    titles += [_TAKING_PART] if words.has_books(content.lines) else []
    sheet = _LANDSCAPE if len(groups) <= _LANDSCAPE.groups else _UPRIGHT
    split = [groups[place : place + sheet.groups] for place in range(0, len(groups), sheet.groups)]
    most = [max(abs(_size(group.bars[place])) for group in groups) for place in range(len(titles))]
    pages = []
    for number, shown in enumerate(split, start=1):
        items = [*_head(content, measure, sheet).items, *_tiles(content, measure, sheet)]
        items += _bars(shown, titles, most, measure, sheet)
        items += _foot(content, measure, sheet)
        if len(split) > 1:
            text = f"第 {number} 页　共 {len(split)} 页"
            items.append(Text(sheet.width / 2, sheet.height + 12.5, text, 9, align=Align.CENTRE))
        pages.append(Page(*sheet.page, tuple(moved(item, _MARGIN, _TOP) for item in items)))
    return tuple(pages)


def _group(name: str, lines: Sequence[NoticeLineRow], content: NoticeContent) -> _Group:
    total = sums(lines)
    bars = []
    for column in _bar_columns(content):
        value = words.figure(total, column)
        if isinstance(value, Points):
            deducted = column is NoticeColumn.DEBITS or value < ZERO
            bars.append(_Bar(value, str(value), _INK[column], deducted))
    if words.has_books(content.lines):
        taking_part = sum(1 for line in lines if line.credits > ZERO)
        bars.append(_Bar(taking_part, f"{taking_part}/{len(lines)}", GREY, False))
    return _Group(name or words.ELSEWHERE, len(lines), tuple(bars))


def _bar_columns(content: NoticeContent) -> list[NoticeColumn]:
    return [each for each in _BARS if each in content.look.columns]


def _size(bar: _Bar) -> int:
    return bar.value.hundredths if isinstance(bar.value, Points) else bar.value


def _head(content: NoticeContent, measure: Measure, sheet: _Sheet) -> Block:
    title = f"{words.title(content)}　一页看懂"
    said = f"{words.numbered(content)}　{words.period_words(content)}"
    large, small = (
        measure.fit(title, sheet.width, 26, Face.BOLD, 10),
        measure.fit(said, sheet.width, 14, floor=8),
    )
    return Block(
        _HEAD,
        (
            Text(sheet.width / 2, 9, title, large, Face.BOLD, Align.CENTRE),
            Text(sheet.width / 2, 18, said, small, align=Align.CENTRE),
        ),
    )


def _tiles(content: NoticeContent, measure: Measure, sheet: _Sheet) -> list[Item]:
    """The village's totals, each in a box of its own."""
    total = sums(content.lines)
    figures = [(words.TITLES[each], str(words.figure(total, each))) for each in _SUMMED]
    shown = [pair for pair, each in zip(figures, _SUMMED, strict=True) if each in content.look.columns]
    unit = "存折（本）" if words.has_books(content.lines) else "行数"
    shown.insert(0, (unit, str(total.lines)))
    gap = 4.0
    wide = (sheet.width - gap * (len(shown) - 1)) / len(shown)
    items: list[Item] = []
    for number, (name, figure) in enumerate(shown):
        x, y = number * (wide + gap), _HEAD
        size = measure.fit(figure, wide - 4, 24, Face.BOLD, 8)
        items += [
            Box(x, y, wide, _TILES - 6, 0.3, PALE),
            Text(x + wide / 2, y + 8, name, measure.fit(name, wide - 2, 13), align=Align.CENTRE),
            Text(x + wide / 2, y + 19, figure, size, Face.BOLD, Align.CENTRE),
        ]
    return items


def _bars(
    groups: Sequence[_Group], titles: Sequence[str], most: Sequence[int], measure: Measure, sheet: _Sheet
) -> list[Item]:
    """A row for each group: its name and how many books, then a bar and its figure in every column."""
    top = _HEAD + _TILES + _BAR_TITLES
    step = min(_HIGHEST, (sheet.height - top) / len(groups))
    size = min(14.0, step * 2.0)
    wide = (sheet.width - _NAME_WIDTH) / len(titles)
    figures = 4 + max(measure.width(bar.text, size, Face.BOLD) for group in groups for bar in group.bars)
    items: list[Item] = [
        Text(_NAME_WIDTH + place * wide, top - 3, name, 13, Face.BOLD) for place, name in enumerate(titles)
    ]
    for number, group in enumerate(groups):
        y = top + number * step
        base = y + step / 2 + size * 0.134
        counted = f"{group.name}（{group.books}）"
        items.append(Text(0, base, counted, measure.fit(counted, _NAME_WIDTH - 3, size, floor=5)))
        for place, bar in enumerate(group.bars):
            x = _NAME_WIDTH + place * wide
            length = (wide - figures - 4) * abs(_size(bar)) / most[place] if most[place] else 0.0
            if length:
                fill = None if bar.hatched else bar.ink
                items.append(
                    Box(x, y + step * 0.2, length, step * 0.6, 0.3, fill, bar.ink, hatch=bar.hatched)
                )
            items.append(Text(x + length + 2, base, bar.text, size, Face.BOLD))
    return items


def _foot(content: NoticeContent, measure: Measure, sheet: _Sheet) -> list[Item]:
    line = words.foot_words(content)
    if words.has_books(content.lines):
        line += " · 参与：本期有加分的存折 / 全部存折"
    return [Text(0, sheet.height + 5.5, line, measure.fit(line, sheet.width, 12))]


def _of_parts(content: NoticeContent, measure: Measure) -> tuple[Page, ...]:
    """Parts that are sums by themselves stand whole, of the others how long they are and their sums."""
    room = Room(_LANDSCAPE.width, LEAST_SIZE, PaperSize.A4)
    sections = [part_section(part, measure, room) for part in content.parts if parts.is_sums(part)]
    others = [part for part in content.parts if not parts.is_sums(part)]
    if others or not sections:
        columns = (Column("内容", _LANDSCAPE.width / 2), Column("数", _LANDSCAPE.width / 2, Align.RIGHT))
        rows = [row for part in others for row in _counted(part)]
        sections.append(
            TableSection(columns, tuple(rows or [Row((words.NOTHING,), RowKind.GROUP)]), above=Block(7.0, ()))
        )
    return flow_tables(
        sections,
        measure,
        Paper(A4_LANDSCAPE, _MARGIN, _MARGIN, _TOP, _BOTTOM),
        table_style(room.size),
        first=_head(content, measure, _LANDSCAPE),
        footer=foot_block(content, measure, room),
    )


def _counted(part: NoticePart) -> list[Row]:
    rows = [Row((part.title, f"{len(part.rows)} 条"))]
    for column, value in zip(part.columns, parts.part_sums(part), strict=True):
        if value is not None:
            rows.append(Row((f"{part.title}：{column.title}合计", parts.decimal_text(value))))
    return rows
