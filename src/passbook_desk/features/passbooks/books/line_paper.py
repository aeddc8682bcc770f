"""Lines of a book on its pages: each text at the place its layout gives it, nothing else."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import MM_PER_POINT, Align, Item, Page, Text
from passbook_desk.features.ledger.values import LineRow
from passbook_desk.features.passbooks.books.fitting import ROW_PITCH, in_one_row, in_rows
from passbook_desk.features.passbooks.books.layouts import BookColumn, BookLayout, ColumnKind
from passbook_desk.features.passbooks.books.values import BookPlan, PaperLine, PaperLineKind
from passbook_desk.features.passbooks.looks import baseline, short_day

COLUMN_PADDING: Final = 0.8
"""Millimetres left free at both ends of a column."""
CARRYING: Final = {
    PaperLineKind.CARRY_OUT: "过次页",
    PaperLineKind.CARRY_IN: "承前页",
    PaperLineKind.FROM_BOOK: "承上册",
    PaperLineKind.TO_BOOK: "转下册",
}
_KEPT: Final = 20_000


def continue_pages(plan: BookPlan, lines: Sequence[PaperLine], measure: Measure) -> tuple[Page, ...]:
    """The given lines alone, one page for each page of the book that gets any, for paper that is fed.

    Heads and rules are on the paper already, on pre-printed stock as on blank stock. A book that is fed
    opened has pages of double width, odd entry pages in the right half. Raises CharactersNotPrintable.
    """
    layout = plan.book.layout
    pen = line_pen(layout, measure)
    pages: dict[int, list[Item]] = {}
    for line in lines:
        right = layout.width_mm if layout.spread and line.page % 2 else 0.0
        pages.setdefault(line.page, []).extend(pen.items(line, right))
    width = layout.width_mm * (2 if layout.spread else 1)
    return tuple(Page(width, layout.height_mm, tuple(items)) for items in pages.values())


def texts_of_plans(plans: Iterable[BookPlan]) -> tuple[str, ...]:
    """Everything on the paper of these plans that somebody typed, each text once, for `FontBook.check`."""
    found: dict[str, None] = {}
    for plan in plans:
        account = plan.book.account
        for text in (plan.book.holder, account.owner_name, account.owner_code, account.grid_name):
            found[text] = None
        for line in plan.lines:
            if line.entry is not None:
                found[line.entry.item_text] = None
                found[line.entry.handler] = None
    return tuple(found)


@lru_cache(maxsize=2)
def line_pen(layout: BookLayout, measure: Measure) -> "LinePen":
    """The pen of a layout; the same one again, with all it has measured, for the same layout."""
    return LinePen(layout, measure)


class LinePen:
    """Puts lines of books of one layout in their places; remembers how each text fits into its column."""

    def __init__(self, layout: BookLayout, measure: Measure) -> None:
        self._columns = [_Column(column, layout.pitch_mm, measure) for column in layout.columns]
        self._middles = [layout.middle_mm(line) for line in range(layout.lines + 1)]

    def items(self, line: PaperLine, right: float = 0.0, down: float = 0.0) -> list[Item]:
        """The texts of a line on a page whose corner lies `right` and `down` of the paper's.

        Raises CharactersNotPrintable.
        """
        middle = self._middles[line.line] + down
        cells = line_cells(line)
        kept = reversal_length(line.entry)
        items: list[Item] = []
        for column in self._columns:
            if text := cells.get(column.kind):
                x = column.x + right
                size, rows = column.fitted(text, kept)
                align = column.align
                items += [Text(x, middle + below, row, size, align=align) for below, row in rows]
        return items


class _Column:
    """A column of a layout: what its texts are aligned at, and how each fits."""

    def __init__(self, column: BookColumn, pitch: float, measure: Measure) -> None:
        self.kind, self.align = column.kind, column.align
        self._size, self._pitch, self._measure = column.size, pitch, measure
        self._width = column.width_mm - 2 * COLUMN_PADDING
        share = {Align.LEFT: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0}[column.align]
        self.x = column.left_mm + COLUMN_PADDING + self._width * share
        self._known: dict[tuple[str, int], tuple[float, tuple[tuple[float, str], ...]]] = {}

    def fitted(self, text: str, kept: int) -> tuple[float, tuple[tuple[float, str], ...]]:
        """The size of a text and its rows, each with the way from the middle of the line to its baseline."""
        found = self._known.get((text, kept))
        if found is None:
            if len(self._known) > _KEPT:
                self._known.clear()
            found = self._known[(text, kept)] = self._fit(text, kept)
        return found

    def _fit(self, text: str, kept: int) -> tuple[float, tuple[tuple[float, str], ...]]:
        rows: tuple[str, ...] = (text,)
        if self.kind is ColumnKind.WORDS:
            size, rows = in_rows(text, self._width, self._pitch, self._size, self._measure, kept)
        elif self.kind is ColumnKind.HANDLER:
            size, rows = in_rows(text, self._width, self._pitch, self._size, self._measure)
        else:
            size = in_one_row(text, self._width, self._pitch, self._size, self._measure)
        step = size * ROW_PITCH * MM_PER_POINT
        first = baseline(-(len(rows) - 1) * step / 2, size)
        return size, tuple((first + number * step, row) for number, row in enumerate(rows))


def line_cells(line: PaperLine) -> dict[ColumnKind, str]:
    """What a line says in each kind of column; a reversal stays, negative, in its line's column (红字)."""
    cells = {ColumnKind.BALANCE: str(line.balance), ColumnKind.CODE: line.code}
    entry = line.entry
    if entry is None:
        cells[ColumnKind.WORDS] = CARRYING[line.kind]
        return cells
    cells[ColumnKind.SEQ] = str(entry.account_seq)
    cells[ColumnKind.DAY] = short_day(entry.occurred_on)
    cells[ColumnKind.WORDS] = entry_words(entry)
    cells[ColumnKind.HANDLER] = entry.handler
    if entry.credit is not None:
        cells[ColumnKind.CREDIT] = str(entry.credit)
    if entry.debit is not None:
        cells[ColumnKind.DEBIT] = str(entry.debit)
    return cells


def entry_words(entry: LineRow) -> str:
    """What an entry was for; a reversal first names the line that it takes back."""
    return f"{_taken_back(entry)}　{entry.item_text}".strip("　")


def reversal_length(entry: LineRow | None) -> int:
    """How many characters of an entry's words name the line it takes back: never shortened."""
    return len(_taken_back(entry)) if entry is not None else 0


def _taken_back(entry: LineRow) -> str:
    return "" if entry.reverses_account_seq is None else f"冲第 {entry.reverses_account_seq} 行"
