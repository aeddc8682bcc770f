"""Finding the table in a workbook: which sheet, which header row, which column holds which field."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from passbook_desk.features.intake.errors import NoHeaderFound, NoSuchSheet
from passbook_desk.features.intake.layout_headers import find_header
from passbook_desk.features.intake.layout_titles import EXACT, Titles
from passbook_desk.features.intake.reading import CellKind, SheetRows, WorkbookRows
from passbook_desk.features.intake.table import FieldSpec, FoundTable, plain_row, plain_title

_ROWS_LOOKED_AT: Final = 30
"""Titles and units of a form stand above its header; more than this is no header any more."""


def find_table(workbook: WorkbookRows, specs: Sequence[FieldSpec], sheet: str | None = None) -> FoundTable:
    """The sheet and header row that name most fields; among equals the sheet with most rows.

    For workbooks with a single table whose every row counts, remarks below it too; `find_tables` is for lists
    of people. A header in one row is looked for first, then one in several lines.
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
    whole = _whole(headers, required)
    if not whole:
        several = Titles(specs)
        whole = _whole((_header_of_lines(candidate, several) for candidate in sheets), required)
    if not whole:
        nearest = max(headers, key=lambda header: len(header.columns), default=None)
        missing = [spec.title for spec in required if nearest is None or spec.key not in nearest.columns]
        raise NoHeaderFound(
            file=workbook.file_name, sheet=nearest.sheet if nearest else "", missing="、".join(missing)
        )
    best = max(whole, key=lambda header: (len(header.columns), len(header.rows)))
    others = tuple(header.sheet for header in whole if header is not best and header.rows)
    return FoundTable(best.sheet, best.header_row, best.columns, best.rows, others)


def _whole(headers: Iterable[FoundTable | None], required: Sequence[FieldSpec]) -> list[FoundTable]:
    return [
        header
        for header in headers
        if header is not None and all(spec.key in header.columns for spec in required)
    ]


def _header_of_lines(sheet: SheetRows, titles: Titles) -> FoundTable | None:
    """A header of two or three lines, or with titles like 分值（分）, that names its columns for certain."""
    header = find_header(sheet, titles)
    if header is None:
        return None
    columns: dict[str, int] = {}
    for column, path in sorted(header.paths.items()):
        for key, strength in titles.strengths(path).items():
            if strength >= EXACT and column not in columns.values():
                columns.setdefault(key, column)
    rows = tuple(plain_row(row) for row in sheet.rows[header.below :] if row.number > header.rows[-1])
    return FoundTable(sheet.name, header.rows[-1], columns, rows)


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
