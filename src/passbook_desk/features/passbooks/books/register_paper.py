"""The register of a book: what stands on its paper, as a copy (domain §13 rule 16)."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from passbook_desk.documents.flow import Block, Column, Paper, Row, RowKind, TableStyle, flow_table
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import A4_LANDSCAPE, Align, Face, Item, Page, Text
from passbook_desk.features.passbooks.books.layouts import ColumnKind
from passbook_desk.features.passbooks.books.line_paper import line_cells
from passbook_desk.features.passbooks.books.values import BookFacts, BookRow, PrintedLine, PrintWay
from passbook_desk.features.passbooks.looks import WORD, chinese_day, short_day

COPY: Final = "副本"
_MARGIN: Final = 14.0
_WIDTH: Final = A4_LANDSCAPE[0] - 2 * _MARGIN
_COLUMNS: Final = (
    Column("页-行", 16.0),
    Column("序", 12.0, Align.RIGHT),
    Column("日期", 25.0, Align.RIGHT),
    Column("事项", 55.0),
    Column("加", 17.0, Align.RIGHT),
    Column("扣", 17.0, Align.RIGHT),
    Column("结余", 20.0, Align.RIGHT),
    Column("校验码", 28.0),
    Column("登折时间", 32.0),
    Column("登折人", 19.0),
    Column("怎样登的", 28.0),
)
_BEFORE: Final = (ColumnKind.SEQ, ColumnKind.DAY)
_AFTER: Final = (ColumnKind.CREDIT, ColumnKind.DEBIT, ColumnKind.BALANCE, ColumnKind.CODE)
_WAYS: Final = {
    PrintWay.PRINTER: "打印",
    PrintWay.PDF: "PDF 打印",
    PrintWay.BOOKLET: "整本打印",
    PrintWay.STRIP: "贴条",
    PrintWay.HAND: "手写",
}
_SPOILT: Final = "作废（没打好）"
_EMPTY: Final = "这本存折上还没有登过行。"
_TEXT: Final = 10.5


def book_register_pages(
    book: BookRow, facts: BookFacts, lines: Sequence[PrintedLine], as_of: date, measure: Measure
) -> tuple[Page, ...]:
    """The lines on the paper of a book, spoilt ones too: where, what, when, by whom, on which printer.

    A4 across, numbered, at least one page; every page says that it is a copy. Raises CharactersNotPrintable.
    """
    rows = [Row(_cells(line)) for line in lines]
    said = f"{COPY} · 只供查对，不作存折使用 · {chinese_day(as_of)}打印"
    return flow_table(
        _COLUMNS,
        rows or [Row((_EMPTY,), RowKind.GROUP)],
        measure,
        Paper(A4_LANDSCAPE, _MARGIN, _MARGIN, _MARGIN, _MARGIN),
        TableStyle(size=_TEXT, head_size=_TEXT, pitch=1.2, lowest_row=7.0),
        first=_heading(f"存折登记簿（{COPY}）", book, facts, measure),
        later=_heading(f"存折登记簿（{COPY}，续）", book, facts, measure),
        footer=Block(6.0, (Text(0, 4.5, said, _TEXT),)),
    )


def texts_of_register(book: BookRow, facts: BookFacts, lines: Sequence[PrintedLine]) -> tuple[str, ...]:
    """Everything on this paper that somebody typed, each text once, for `FontBook.check`."""
    typed = dict.fromkeys((book.holder, book.account.owner_code, book.account.grid_name, facts.village_name))
    for line in lines:
        entry = line.paper.entry
        typed |= dict.fromkeys((line.printed_by, line.printer))
        if entry is not None:
            typed[entry.item_text] = None
    return tuple(typed)


def _heading(title: str, book: BookRow, facts: BookFacts, measure: Measure) -> Block:
    account = book.account
    whose = (
        f"{facts.village_name}　{WORD[account.colour]}　持折人 {book.holder}　{account.owner_code}　"
        f"存折号 {book.number}（第 {book.ordinal} 册）　账号 {account.number}　"
        f"发折 {short_day(book.issued_on)}"
    )
    items: list[Item] = [Text(_WIDTH / 2, 7.5, title, 18, Face.BOLD, Align.CENTRE)]
    size, parts = measure.fit_lines(whose, _WIDTH, 11.5, floor=9)
    items += [Text(0, 15.5 + number * 5.5, part, size) for number, part in enumerate(parts)]
    return Block(19.0 + (len(parts) - 1) * 5.5, tuple(items))


def _cells(line: PrintedLine) -> tuple[str, ...]:
    paper, cells = line.paper, line_cells(line.paper)
    words = f"{_SPOILT}　{cells[ColumnKind.WORDS]}" if line.spoilt else cells[ColumnKind.WORDS]
    way = line.printer if line.way is PrintWay.PRINTER else ""
    return (
        f"{paper.page}-{paper.line}",
        *(cells.get(kind, "") for kind in _BEFORE),
        words,
        *(cells.get(kind, "") for kind in _AFTER),
        _moment(line.printed_at),
        line.printed_by,
        way or _WAYS[line.way],
    )


def _moment(moment: datetime) -> str:
    local = moment.astimezone()
    return f"{short_day(local.date())} {local.hour}:{local.minute:02}"
