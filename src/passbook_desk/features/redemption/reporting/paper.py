"""兑换情况汇总 on A4: for the township, with the places to sign."""

from typing import Final

from passbook_desk.documents.flow import Block, Column, Paper, Row, RowKind, TableStyle
from passbook_desk.documents.flow_tables import TableSection, flow_tables
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import A4, Align, Face, Item, Page, Rule, Text
from passbook_desk.features.redemption.reporting import words
from passbook_desk.features.redemption.reporting.values import RedemptionSummary
from passbook_desk.features.village.values import VillageRow

_MARGIN: Final = 16.0
_WIDTH: Final = A4[0] - 2 * _MARGIN
_PAPER: Final = Paper(A4, _MARGIN, _MARGIN, 14.0, 14.0)
_BODY: Final = 10.5
_SMALL: Final = 9.0
_STYLE: Final = TableStyle(size=_BODY, head_size=_BODY, pitch=1.2, padding=1.3, lowest_row=6.8)
_NOBODY: Final = "这一期没有兑换。"


def summary_pages(summary: RedemptionSummary, facts: VillageRow, measure: Measure) -> tuple[Page, ...]:
    """The tables one after the other; pages are numbered. Raises CharactersNotPrintable."""
    title = words.title(summary, facts)
    return flow_tables(
        [_section(table) for table in words.tables(summary)],
        measure,
        _PAPER,
        _STYLE,
        first=_head(title, words.above(summary, facts), measure),
        later=_line(f"{title}（续）", measure),
        closing=_closing(measure),
    )


def _section(table: words.Table) -> TableSection:
    share = _WIDTH / sum(head.width for head in table.heads)
    columns = tuple(
        Column(head.title, head.width * share, Align.RIGHT if head.figures else Align.LEFT)
        for head in table.heads
    )
    rows = [Row(tuple(map(_cell, cells))) for cells in table.rows] or [Row((_NOBODY,), RowKind.GROUP)]
    if table.total and table.rows:
        rows.append(Row(tuple(map(_cell, table.total)), RowKind.SUBTOTAL))
    return TableSection(
        columns, tuple(rows), above=_titled(table.title), again=_titled(f"{table.title}（续）", 0.0)
    )


def _cell(value: words.Value) -> str:
    return "" if value is None else str(value)


def _titled(title: str, gap: float = 5.0) -> Block:
    return Block(gap + 6.5, (Text(0, gap + 4.6, title, 12.0, Face.BOLD),))


def _head(title: str, facts: str, measure: Measure) -> Block:
    size = measure.fit(title, _WIDTH, 19.0, Face.BOLD, 12.0)
    return Block(
        16.0,
        (
            Text(_WIDTH / 2, 7.5, title, size, Face.BOLD, Align.CENTRE),
            Text(0, 15.0, facts, measure.fit(facts, _WIDTH, _BODY)),
        ),
    )


def _line(title: str, measure: Measure) -> Block:
    return Block(7.0, (Text(0, 5.0, title, measure.fit(title, _WIDTH, 12.0, Face.BOLD), Face.BOLD),))


def _closing(measure: Measure) -> Block:
    items: list[Item] = []
    y = 2.0
    for note in words.NOTES:
        for line in measure.wrap(note, _WIDTH, _SMALL):
            y += 4.4
            items.append(Text(0, y, line, _SMALL))
    y += 13.0
    for place, sign in enumerate(words.SIGNED):
        x = place * _WIDTH / len(words.SIGNED)
        start, end = x + measure.width(sign, _BODY) + 1.0, x + _WIDTH / len(words.SIGNED) - 5.0
        items += [Text(x, y, sign, _BODY), Rule(start, y + 1.0, end, y + 1.0, 0.15)]
    return Block(y + 4.0, tuple(items))
