"""入库单, 报损单, 调拨单, 退货单 and 库存台账 on A4 across, with places to sign."""

from collections.abc import Sequence
from typing import Final, TypeVar

from passbook_desk.documents.flow import Block, Column, Paper, Row, RowKind, TableStyle, flow_table
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import A4_LANDSCAPE, Align, Face, Item, Page, Rule, Text
from passbook_desk.features.redemption.stock import words
from passbook_desk.features.redemption.stock.ledger import StockLedger
from passbook_desk.features.redemption.stock.values import PaperRow
from passbook_desk.features.redemption.stock.words import Head

Line = TypeVar("Line")
_MARGIN: Final = 14.0
_WIDTH: Final = A4_LANDSCAPE[0] - 2 * _MARGIN
_PAPER: Final = Paper(A4_LANDSCAPE, _MARGIN, _MARGIN, 13.0, 15.0)
_BODY: Final = 11.0
_NOTE_LINE: Final = 5.6
_STYLE: Final = TableStyle(size=10.5, head_size=10.5, pitch=1.25, padding=1.0, lowest_row=7.6)
_LEDGER_STYLE: Final = TableStyle(size=10.0, head_size=10.0, pitch=1.2, padding=0.9, lowest_row=7.0)
_NUMBER: Final = 10.5
_TITLE: Final = 20.0


def stock_paper_pages(paper: PaperRow, village: str, measure: Measure) -> tuple[Page, ...]:
    """A paper as it is signed: what is handed over in two copies, each numbered for itself.

    Raises CharactersNotPrintable.
    """
    found: tuple[Page, ...] = ()
    for copy in words.copies(paper.kind):
        called = words.title(paper, village)
        named = f"{called}（{copy}）" if copy else called
        lines = words.paper_lines(paper)
        found += flow_table(
            _columns(words.heads(paper.kind)),
            _rows(words.heads(paper.kind), lines),
            measure,
            _PAPER,
            _STYLE,
            first=_heading(named, words.about(paper), measure),
            later=_heading(f"{named}（续）", words.about(paper), measure),
            closing=_closing(words.notes(paper), words.signed(paper), measure),
        )
    return found


def stock_ledger_pages(ledger: StockLedger, measure: Measure) -> tuple[Page, ...]:
    """The ledger by code with its sums; columns in which nothing moved are left out.

    Raises CharactersNotPrintable.
    """
    heads = words.ledger_heads(ledger)
    called, above = words.ledger_title(ledger), words.ledger_about(ledger)
    return flow_table(
        _columns(heads, grows=len(heads) - 1),
        _rows(heads, ledger.rows),
        measure,
        _PAPER,
        _LEDGER_STYLE,
        first=_heading(called, above, measure),
        later=_heading(f"{called}（续）", above, measure),
        closing=_closing(words.LEDGER_NOTES, words.LEDGER_SIGNED, measure),
    )


def _columns(heads: Sequence[Head[Line]], grows: int | None = None) -> tuple[Column, ...]:
    """As wide as the page: all of them in proportion, or the one that `grows` takes the rest."""
    room = _WIDTH - _NUMBER
    wanted = sum(head.width for head in heads)
    share = 1.0 if grows is not None else room / wanted
    return (
        Column("序号", _NUMBER, Align.CENTRE),
        *(
            Column(
                head.title,
                head.width * share + (room - wanted if place == grows else 0.0),
                Align.RIGHT if head.figures else Align.LEFT,
            )
            for place, head in enumerate(heads)
        ),
    )


def _rows(heads: Sequence[Head[Line]], lines: tuple[Line, ...]) -> list[Row]:
    rows = [
        Row((str(number), *(words.text(head.value(line)) for head in heads)))
        for number, line in enumerate(lines, 1)
    ]
    sums = [words.text(words.total(head, lines)) for head in heads]
    name = next(place for place, head in enumerate(heads) if not head.figures)
    sums[name] = "合计"
    return [*rows, Row(("", *sums), RowKind.SUBTOTAL)]


def _heading(title: str, above: tuple[str, str], measure: Measure) -> Block:
    size, lines = measure.fit_lines(title, _WIDTH, _TITLE, Face.BOLD, 13.0)
    items: list[Item] = []
    y = 0.0
    for line in lines:
        y += 8.0
        items.append(Text(_WIDTH / 2, y, line, size, Face.BOLD, Align.CENTRE))
    left, right = above
    y += 8.0
    space = _WIDTH - measure.width(right, _BODY) - 4.0
    items.append(Text(_WIDTH, y, right, _BODY, Face.REGULAR, Align.RIGHT))
    for number, line in enumerate(measure.wrap(left, space, _BODY)):
        items.append(Text(0.0, y + number * _NOTE_LINE, line, _BODY))
    y += (len(measure.wrap(left, space, _BODY)) - 1) * _NOTE_LINE
    return Block(y + 2.6, tuple(items))


def _closing(notes: Sequence[str], signed: Sequence[str], measure: Measure) -> Block:
    """Notes, then the places to sign side by side, each with a day."""
    items: list[Item] = []
    y = 6.4
    for note in notes:
        for line in measure.wrap(note, _WIDTH, _BODY):
            items.append(Text(0.0, y, line, _BODY))
            y += _NOTE_LINE
    y += 8.0
    share = _WIDTH / len(signed)
    for place, sign in enumerate(signed):
        x = place * share
        size = measure.fit(sign, share - 30.0, _BODY)
        items.append(Text(x, y, sign, size))
        begins = x + measure.width(sign, size) + 1.0
        items.append(Rule(begins, y + 1.0, x + share - 6.0, y + 1.0, 0.15))
        items.append(Text(x, y + 10.0, "日期：", _BODY))
        begins = x + measure.width("日期：", _BODY) + 1.0
        items.append(Rule(begins, y + 11.0, x + share - 6.0, y + 11.0, 0.15))
    return Block(y + 13.0, tuple(items))
