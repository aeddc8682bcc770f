"""The rows of a workbook that do not go in, as a workbook of their own that can be mended and imported."""

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
    the file is recognised again without a doubt; the reason stands in a last column.
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
    header = raw.get(table.header_row)
    width = max((len(row.cells) for row in (*rows, *([header] if header else []))), default=0)
    titles = _titles(table, header, width, specs)
    body = [
        (
            *(Cell(_text(row.at(column))) for column in range(width)),
            Cell(reasons[table.sheet, row.number]),
        )
        for row in rows
    ]
    captions = [(Cell(caption, Style.NOTE),) for caption in table.captions if caption.strip()]
    head = tuple(Cell(title, Style.HEAD) for title in (*titles, REASON))
    widths = [_width([titles[column], *(line[column].value for line in body)]) for column in range(width)]
    return Sheet(
        name=table.sheet,
        rows=(*captions, head, *body),
        widths=(*widths, _REASON_WIDTH),
        head_rows=1,
        head_from=len(captions),
        landscape=True,
    )


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
