"""The report on A4 across: the figures with places to sign, then the list of events."""

from dataclasses import replace
from datetime import date
from typing import Final

from passbook_desk.documents.flow import Block, Column, Paper, Row, RowKind, TableStyle, flow_table
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import A4_LANDSCAPE, Align, Face, Item, Page, Rule, Text
from passbook_desk.features.events.form_flow import BODY, SMALL
from passbook_desk.features.events.reporting import words
from passbook_desk.features.events.reporting.values import EventReport

_MARGIN: Final = 16.0
_BOTTOM: Final = 17.0
_WIDTH: Final = A4_LANDSCAPE[0] - 2 * _MARGIN
_PAPER: Final = Paper(A4_LANDSCAPE, _MARGIN, _MARGIN, _MARGIN, _BOTTOM, "")
_STYLE: Final = TableStyle(size=BODY, head_size=BODY, pitch=1.2, padding=1.4, lowest_row=6.8)
_LIST_STYLE: Final = TableStyle(size=9.5, head_size=9.5, pitch=1.2, padding=1.2, lowest_row=7.0)
_SUMMARY_WIDTHS: Final = (42.0, 13.0, 22.0, 22.0, 22.0, 24.0, 26.0, 26.0)
_NUMBER_WIDTH: Final = 11.0
_NOTE_LINE: Final = 4.4


def report_pages(report: EventReport, measure: Measure, for_wall: bool = False) -> tuple[Page, ...]:
    """The summary, then the list if there is any event to name. Raises CharactersNotPrintable.

    `for_wall` leaves out households that did not keep to the standard and what was done about them, late
    reports, prices and all remarks; names then stand as the village puts them on its wall.
    """
    pages = _summary(report, measure, for_wall)
    if words.listed(report, for_wall):
        pages += _list(report, measure, for_wall)
    count = len(pages)
    return tuple(_numbered(page, number, count) for number, page in enumerate(pages, start=1))


def _numbered(page: Page, number: int, count: int) -> Page:
    words_of_page = f"第{number}页 共{count}页"
    at = Text(page.width / 2, page.height - 10.0, words_of_page, SMALL, Face.REGULAR, Align.CENTRE)
    return replace(page, items=(*page.items, at))


def _summary(report: EventReport, measure: Measure, for_wall: bool) -> tuple[Page, ...]:
    widths = (*_SUMMARY_WIDTHS, _WIDTH - sum(_SUMMARY_WIDTHS))
    titles = ("项目", "单位", *words.columns(report), "说明")
    sides = (Align.LEFT, Align.CENTRE, *(Align.RIGHT,) * len(words.columns(report)), Align.LEFT)
    columns = [Column(*each) for each in zip(titles, widths, sides, strict=True)]
    rows = [
        Row((row.title, row.unit, *map(_cell, words.values(report, row)), row.note(report.total)))
        for row in words.summary(for_wall)
    ]
    return flow_table(
        columns,
        rows,
        measure,
        _PAPER,
        _STYLE,
        first=_head(report, measure),
        closing=_closing(measure, for_wall),
    )


def _head(report: EventReport, measure: Measure) -> Block:
    size, lines = measure.fit_lines(words.title(report), _WIDTH, 20.0, Face.BOLD, 14.0)
    items: list[Item] = []
    y = 0.0
    for line in lines:
        y += 8.0
        items.append(Text(_WIDTH / 2, y, line, size, Face.BOLD, Align.CENTRE))
    left, right = words.above(report)
    y += 8.0
    items.append(Text(0.0, y, left, BODY))
    items.append(Text(_WIDTH, y, right, BODY, Face.REGULAR, Align.RIGHT))
    return Block(y + 2.5, tuple(items))


def _closing(measure: Measure, for_wall: bool) -> Block:
    """How the figures were made, and the three places to sign."""
    items: list[Item] = []
    y = 6.0
    for note in words.notes(for_wall):
        for line in measure.wrap(note, _WIDTH, SMALL):
            items.append(Text(0.0, y, line, SMALL))
            y += _NOTE_LINE
    y += 10.0
    for place, sign in enumerate(words.SIGNED):
        x = place * _WIDTH / len(words.SIGNED)
        begins = x + measure.width(sign, BODY) + 1.0
        ends = x + _WIDTH / len(words.SIGNED) - 6.0
        items.append(Text(x, y, sign, BODY))
        items.append(Rule(begins, y + 1.0, ends, y + 1.0, 0.15))
    return Block(y + 3.0, tuple(items))


def _list(report: EventReport, measure: Measure, for_wall: bool) -> tuple[Page, ...]:
    heads = words.heads(for_wall)
    share = (_WIDTH - _NUMBER_WIDTH) / sum(head.width for head in heads)
    columns = [Column("序号", _NUMBER_WIDTH, Align.RIGHT)]
    columns += [
        Column(head.title, head.width * share, Align.RIGHT if head.figures else Align.LEFT) for head in heads
    ]
    rows = [
        Row((str(number), *(_cell(head.value(line)) for head in heads)))
        for number, line in enumerate(words.listed(report, for_wall), start=1)
    ]
    sums = words.listed_sums(report, for_wall)
    totals = ("" if head.total is None else str(head.total(sums)) for head in heads)
    rows.append(Row(("合计", *totals), RowKind.SUBTOTAL))
    said = words.list_title(report)
    return flow_table(
        columns,
        rows,
        measure,
        _PAPER,
        _LIST_STYLE,
        first=_line(said, measure),
        later=_line(f"{said}（续）", measure),
    )


def _line(said: str, measure: Measure) -> Block:
    size = measure.fit(said, _WIDTH, 14.0, Face.BOLD)
    return Block(9.0, (Text(_WIDTH / 2, 5.5, said, size, Face.BOLD, Align.CENTRE),))


def _cell(value: str | int | date | None) -> str:
    return "" if value is None else str(value)
