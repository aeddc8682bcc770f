"""盘点表 on A4: blank, shelf by shelf with room to write, or what was counted against the book."""

from typing import Final

from passbook_desk.documents.flow import Block, Column, Paper, Row, RowKind, TableStyle, flow_table
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import A4, Align, Face, Item, Page, Rule, Text
from passbook_desk.features.redemption.stocktake import words
from passbook_desk.features.redemption.stocktake.values import CountRow, StocktakeSheet

_MARGIN: Final = 14.0
_WIDTH: Final = A4[0] - 2 * _MARGIN
_PAPER: Final = Paper(A4, _MARGIN, _MARGIN, 13.0, 14.0)
_TEXT: Final = 11.0
_SMALL: Final = 10.0
_LINE: Final = 5.6
_NUMBER: Final = 12.0
_RESULT_STYLE: Final = TableStyle(size=_SMALL, head_size=_SMALL, pitch=1.2, lowest_row=7.0)
_BLIND_STYLE: Final = TableStyle(size=12.0, head_size=_TEXT, pitch=1.2, lowest_row=9.5)
"""Rows that a pen can write into."""


def stocktake_pages(sheet: StocktakeSheet, measure: Measure) -> tuple[Page, ...]:
    """The pages, at least one, with places to sign on the last. Raises CharactersNotPrintable."""
    heads = words.heads(sheet)
    share = (_WIDTH - _NUMBER) / sum(head.width for head in heads)
    columns = [Column("序号", _NUMBER, Align.CENTRE)]
    columns += [
        Column(head.title, head.width * share, Align.RIGHT if head.figures else Align.LEFT) for head in heads
    ]
    return flow_table(
        columns,
        _rows(sheet, heads),
        measure,
        _PAPER,
        _BLIND_STYLE if sheet.blind else _RESULT_STYLE,
        first=_first(sheet, measure),
        later=_later(sheet, measure),
        closing=_closing(sheet, measure),
    )


def _rows(sheet: StocktakeSheet, heads: tuple[words.Head, ...]) -> list[Row]:
    found, number = [], 0
    for shelf, group in words.by_shelf(words.listed(sheet)):
        if shelf:
            found.append(Row((shelf,), RowKind.GROUP))
        for row in group:
            number += 1
            found.append(_row(row, number, heads))
    if not found:
        return [Row(("没有可盘的物品。" if sheet.blind else "还没有盘过一种。",), RowKind.GROUP)]
    if not sheet.blind:
        sums = (words.shown(head, None if head.total is None else head.total(sheet.card)) for head in heads)
        found.append(Row(("合计", *sums), RowKind.SUBTOTAL))
    return found


def _row(row: CountRow, number: int, heads: tuple[words.Head, ...]) -> Row:
    return Row((str(number), *(words.shown(head, head.value(row)) for head in heads)))


def _first(sheet: StocktakeSheet, measure: Measure) -> Block:
    said = words.title(sheet)
    size, lines = measure.fit_lines(said, _WIDTH, 20.0, Face.BOLD, 14.0)
    items: list[Item] = []
    y = 0.0
    for line in lines:
        y += 8.0
        items.append(Text(_WIDTH / 2, y, line, size, Face.BOLD, Align.CENTRE))
    y += 2.5
    for fact in words.facts(sheet):
        for line in measure.wrap(fact, _WIDTH, _TEXT):
            y += _LINE
            items.append(Text(0.0, y, line, _TEXT))
    return Block(y + 2.5, tuple(items))


def _later(sheet: StocktakeSheet, measure: Measure) -> Block:
    said = f"{words.title(sheet)}（续）　{sheet.card.row.number}"
    return Block(8.0, (Text(0.0, 5.0, said, measure.fit(said, _WIDTH, _TEXT, Face.BOLD), Face.BOLD),))


def _closing(sheet: StocktakeSheet, measure: Measure) -> Block:
    """What is to be said of the table, and the lines to sign on."""
    items: list[Item] = []
    y = 2.0
    for note in words.notes(sheet):
        for line in measure.wrap(note, _WIDTH, _SMALL):
            y += _LINE - 0.6
            items.append(Text(0.0, y, line, _SMALL))
    y += 13.0
    for place, sign in enumerate(words.SIGNED):
        x = place * _WIDTH / len(words.SIGNED)
        begins = x + measure.width(sign, _TEXT) + 1.0
        ends = x + _WIDTH / len(words.SIGNED) - 5.0
        items += [Text(x, y, sign, _TEXT), Rule(begins, y + 1.0, ends, y + 1.0, 0.15)]
    return Block(y + 3.0, tuple(items))
