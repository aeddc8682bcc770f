"""入库单, 报损单, 调拨单, 退货单 and 库存台账 as workbooks with the same figures as the paper."""

from collections.abc import Sequence
from datetime import date
from typing import Final, TypeVar

from passbook_desk.documents.sheet import Cell, Merge, Sheet, Style, Value, Workbook
from passbook_desk.features.redemption.stock import words
from passbook_desk.features.redemption.stock.ledger import StockLedger
from passbook_desk.features.redemption.stock.values import PaperRow
from passbook_desk.features.redemption.stock.words import Head
from passbook_desk.kernel.points import Money

Line = TypeVar("Line")
_A_CHARACTER: Final = 1.9
"""Millimetres of a column on paper for one character of the sheet."""
_LAST_WIDTH: Final = 30.0


def stock_paper_workbook(paper: PaperRow, village: str) -> Workbook:
    """One sheet: codes and numbers of papers are text, pieces, points and money are numbers."""
    called = words.title(paper, village)
    sheet = _sheet(
        words.TITLES[paper.kind],
        called,
        words.about(paper),
        words.heads(paper.kind),
        words.paper_lines(paper),
        (*words.notes(paper), "　　　　　　".join(words.signed(paper))),
    )
    return Workbook((sheet,), called)


def stock_ledger_workbook(ledger: StockLedger) -> Workbook:
    """One sheet with every column, those too in which nothing moved: a workbook is compared with others."""
    called = words.ledger_title(ledger)
    sheet = _sheet(
        words.LEDGER_TITLE,
        called,
        words.ledger_about(ledger),
        words.LEDGER_HEADS,
        ledger.rows,
        (*words.LEDGER_NOTES, "　　　　　　".join(words.LEDGER_SIGNED)),
        last_width=_LAST_WIDTH,
    )
    return Workbook((sheet,), called)


def _sheet(
    name: str,
    called: str,
    above: tuple[str, str],
    heads: Sequence[Head[Line]],
    lines: tuple[Line, ...],
    below: Sequence[str],
    last_width: float | None = None,
) -> Sheet:
    rows: list[tuple[Cell, ...]] = [
        (Cell(called, Style.TITLE),),
        (Cell("　　".join(above), Style.NOTE),),
        tuple(Cell(title, Style.HEAD) for title in ("序号", *(head.title for head in heads))),
    ]
    for number, line in enumerate(lines, 1):
        rows.append((Cell(number, Style.NUMBER), *(_cell(head, head.value(line)) for head in heads)))
    sums: list[Value] = [words.total(head, lines) for head in heads]
    sums[next(place for place, head in enumerate(heads) if not head.figures)] = "合计"
    rows.append((Cell("", Style.TOTAL), *(Cell(value, Style.TOTAL) for value in sums)))
    foot = len(rows)
    rows += [(Cell(note, Style.NOTE),) for note in below]
    widths = [max(6.0, head.width / _A_CHARACTER) for head in heads]
    if last_width is not None:
        widths[-1] = last_width
    return Sheet(
        name=name,
        rows=tuple(rows),
        widths=(6.0, *widths),
        merges=tuple(Merge(row, 0, row, len(heads)) for row in (0, 1, *range(foot, len(rows)))),
        head_rows=1,
        head_from=2,
        landscape=True,
    )


def _cell(head: Head[Line], value: Value) -> Cell:
    if isinstance(value, Money):
        return Cell(value, Style.MONEY)
    if isinstance(value, date):
        return Cell(value, Style.DATE)
    return Cell(value, Style.NUMBER if head.figures else Style.TEXT)
