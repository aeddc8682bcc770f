"""The rows of a workbook that do not go in, as a workbook of their own that can be mended and imported."""

import math
from collections.abc import Mapping, Sequence
from typing import Final

from passbook_desk.documents.sheet import Cell, Sheet, Style, Workbook
from passbook_desk.features.intake.reading import CellKind, CellValue, RowCells, WorkbookRows
from passbook_desk.features.intake.table import FieldSpec, FoundTable, TableRow

REASON: Final = "没有导入的原因"
_LEAST_WIDTH: Final = 6.0
_MOST_WIDTH: Final = 30.0
_REASON_WIDTH: Final = 48.0


def rejects_workbook(
    workbook: WorkbookRows,
    tables: Sequence[FoundTable],
    specs: Sequence[FieldSpec],
    reasons: Mapping[tuple[str, int], str],
) -> Workbook:
    """One sheet for each source sheet that has such rows, under the same name, in the order of the workbook.

    `reasons` tells by sheet and row why a row does not go in; the cells are those the clerk sees, his edits
    included, as text; cells under a merged one hold its value. Recognised columns carry our titles, so that
    the file is recognised again without a doubt; the reason stands in a last column. Tables beneath each
    other stay so, each under its own titles.
    """
    known = {table.sheet: table for table in tables}
    sheets = []
    for source in workbook.sheets:
        numbers = sorted(number for sheet, number in reasons if sheet == source.name)
        if numbers and source.name in known:
            rows = {row.number: row for row in source.rows}
            sheets.append(_sheet(known[source.name], rows, numbers, specs, reasons))
    return Workbook(tuple(sheets), REASON)


def _sheet(
    table: FoundTable,
    raw: Mapping[int, RowCells],
    numbers: Sequence[int],
    specs: Sequence[FieldSpec],
    reasons: Mapping[tuple[str, int], str],
) -> Sheet:
    read = {row.number: row for row in reversed(table.rows)}
    rows: list[TableRow | RowCells] = [found for n in numbers if (found := read.get(n) or raw.get(n))]
    headers = [header for part in table.each if (header := raw.get(part.header_row))]
    width = max((len(row.cells) for row in (*rows, *headers)), default=0)
    starts = [*(part.header_row for part in table.each[1:]), math.inf]
    lines: list[tuple[Cell, ...]] = []
    captions = 0
    for part, end in zip(table.each, starts, strict=True):
        here = [row for row in rows if part.header_row < row.number < end]
        if not here:
            continue
        above = [(Cell(caption, Style.NOTE),) for caption in part.captions if caption.strip()]
        captions = captions if lines else len(above)
        titles = (*_titles(part, raw.get(part.header_row), width, specs), REASON)
        lines += [*above, tuple(Cell(title, Style.HEAD) for title in titles)]
        lines += [_line(row, width, reasons[table.sheet, row.number]) for row in here]
    whole = [line for line in lines if len(line) > width]
    widths = [_width([line[column].value for line in whole]) for column in range(width)]
    return Sheet(
        name=table.sheet,
        rows=tuple(lines),
        widths=(*widths, _REASON_WIDTH),
        head_rows=1,
        head_from=captions,
        landscape=True,
    )


def _line(row: TableRow | RowCells, width: int, reason: str) -> tuple[Cell, ...]:
    return (*(Cell(_text(row.at(column))) for column in range(width)), Cell(reason))


def _titles(table: FoundTable, header: RowCells | None, width: int, specs: Sequence[FieldSpec]) -> list[str]:
    ours = {table.columns[spec.key]: spec.title for spec in specs if spec.key in table.columns}
    return [
        ours.get(column) or ("" if header is None else _text(header.at(column))) for column in range(width)
    ]


def _text(cell: CellValue) -> str:
    return "" if cell.kind in (CellKind.EMPTY, CellKind.ERROR) else cell.text


def _width(texts: Sequence[object]) -> float:
    longest = max((len(str(text).encode("gbk", "replace")) for text in texts if text), default=0)
    return min(max(longest + 2.0, _LEAST_WIDTH), _MOST_WIDTH)
