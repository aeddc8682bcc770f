"""Finding the table in a workbook: which sheet, which header row, which column holds which field."""

from collections.abc import Mapping, Sequence
from typing import Final

from passbook_desk.features.intake.errors import NoHeaderFound, NoSuchSheet
from passbook_desk.features.intake.reading import CellKind, SheetRows, WorkbookRows
from passbook_desk.features.intake.table import FieldSpec, FoundTable, plain_row, plain_title

_ROWS_LOOKED_AT: Final = 30
"""Titles and units of a form stand above its header; more than this is no header any more."""


def find_table(workbook: WorkbookRows, specs: Sequence[FieldSpec], sheet: str | None = None) -> FoundTable:
    """The sheet and header row that name most fields; among equals the sheet with most rows.

    `sheet` restricts the search to one sheet. Raises NoSuchSheet, and NoHeaderFound when no row names all
    required fields.
    """
    sheets = workbook.sheets
    if sheet is not None:
        sheets = tuple(candidate for candidate in sheets if candidate.name.strip() == sheet.strip())
        if not sheets:
            names = "、".join(candidate.name for candidate in workbook.sheets)
            raise NoSuchSheet(file=workbook.file_name, sheet=sheet, sheets=names)
    titles = {plain_title(title): spec.key for spec in specs for title in (spec.title, *spec.synonyms)}
    headers = [header for candidate in sheets if (header := _best_header(candidate, titles))]
    required = [spec for spec in specs if spec.required]
    whole = [header for header in headers if all(spec.key in header.columns for spec in required)]
    if not whole:
        nearest = max(headers, key=lambda header: len(header.columns), default=None)
        missing = [spec.title for spec in required if nearest is None or spec.key not in nearest.columns]
        raise NoHeaderFound(
            file=workbook.file_name, sheet=nearest.sheet if nearest else "", missing="、".join(missing)
        )
    best = max(whole, key=lambda header: (len(header.columns), len(header.rows)))
    others = tuple(header.sheet for header in whole if header is not best and header.rows)
    return FoundTable(best.sheet, best.header_row, best.columns, best.rows, others)


def _best_header(sheet: SheetRows, titles: Mapping[str, str]) -> FoundTable | None:
    best: FoundTable | None = None
    for place, row in enumerate(sheet.rows[:_ROWS_LOOKED_AT]):
        columns: dict[str, int] = {}
        for column, cell in enumerate(row.cells):
            key = titles.get(plain_title(cell.text)) if cell.kind is CellKind.TEXT else None
            if key is not None:
                columns.setdefault(key, column)
        if columns and (best is None or len(columns) > len(best.columns)):
            best = FoundTable(sheet.name, row.number, columns, tuple(map(plain_row, sheet.rows[place + 1 :])))
    return best
