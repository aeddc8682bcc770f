"""The log as A4 pages: when, who, what, newest first."""

from typing import Final

from passbook_desk.documents.flow import Block, Column, Paper, Row, RowKind, TableStyle, flow_table
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import A4, Align, Face, Item, Page, Text
from passbook_desk.features.activity import words
from passbook_desk.features.activity.values import LogSheet

_MARGIN: Final = 14.0
_WIDTH: Final = A4[0] - 2 * _MARGIN
_TEXT: Final = 11.0
_LINE: Final = 6.2
_COLUMNS: Final = (Column("时间", 34.0), Column("谁", 28.0), Column("做了什么", _WIDTH - 62.0))
_NOTHING: Final = "这段时间没有记录。"


def log_pages(sheet: LogSheet, measure: Measure) -> tuple[Page, ...]:
    """The pages, numbered, at least one. Raises CharactersNotPrintable."""
    rows = [Row((words.when(row), words.who(row), words.sentence(row))) for row in sheet.rows]
    return flow_table(
        _COLUMNS,
        rows or [Row((_NOTHING,), RowKind.GROUP)],
        measure,
        Paper(A4, _MARGIN, _MARGIN, _MARGIN, _MARGIN),
        TableStyle(size=_TEXT, head_size=_TEXT, pitch=1.2, lowest_row=7.0),
        first=_first(sheet, measure),
        later=_later(sheet, measure),
    )


def texts_of(sheet: LogSheet) -> tuple[str, ...]:
    """Everything on this paper that somebody typed, each text once, for `FontBook.check`."""
    typed = (text for row in sheet.rows for text in (row.operator, row.text))
    return tuple(dict.fromkeys((sheet.village_name, sheet.printed_by, *typed)))


def _first(sheet: LogSheet, measure: Measure) -> Block:
    title = words.title(sheet)
    size = measure.fit(title, _WIDTH, 20, Face.BOLD, 9)
    items: list[Item] = [Text(_WIDTH / 2, 8.0, title, size, Face.BOLD, Align.CENTRE)]
    y = 16.0
    for line in words.facts(sheet):
        for part in measure.wrap(line, _WIDTH, _TEXT):
            items.append(Text(0, y, part, _TEXT))
            y += _LINE
    return Block(y - _LINE + 4.0, tuple(items))


def _later(sheet: LogSheet, measure: Measure) -> Block:
    said = f"{words.title(sheet)}（续）　{words.facts(sheet)[-1]}"
    return Block(8.0, (Text(0, 5.0, said, measure.fit(said, _WIDTH, _TEXT, Face.BOLD), Face.BOLD),))
