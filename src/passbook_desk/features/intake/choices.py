"""What the clerk decides about a workbook before it is imported: sheets, columns, and what to mend."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from passbook_desk.features.intake.reading import EMPTY_CELL, CellKind, CellValue, RowCells, WorkbookRows

SOMEBODY_NEW: Final = 0
"""In `Choices.people`: the row is nobody the file knows."""


@dataclass(frozen=True, slots=True)
class Choices:
    """Decisions by sheet name, row number from 1, column from 0; the workbook itself is never written.

    `sheets`: read this sheet or not, against what the layout would do. `columns`: the column of a field by
    (sheet, field key), None for "there is none". `edits`: the text a cell is to hold by (sheet, row, column).
    `skipped`: rows left out. `people`: the known person (row id) a row is, or SOMEBODY_NEW, by (sheet, row).
    `accepted`: where the workbook's word counts against what the program recorded, by (sheet, row, field).
    """

    sheets: Mapping[str, bool] = field(default_factory=dict)
    columns: Mapping[tuple[str, str], int | None] = field(default_factory=dict)
    edits: Mapping[tuple[str, int, int], str] = field(default_factory=dict)
    skipped: frozenset[tuple[str, int]] = frozenset()
    people: Mapping[tuple[str, int], int] = field(default_factory=dict)
    accepted: frozenset[tuple[str, int, str]] = frozenset()


def mended(workbook: WorkbookRows, choices: Choices) -> WorkbookRows:
    """The workbook with the clerk's edits in its cells and without the rows he left out."""
    if not (choices.edits or choices.skipped):
        return workbook
    by_row: dict[tuple[str, int], dict[int, str]] = {}
    for (sheet, row, column), text in choices.edits.items():
        by_row.setdefault((sheet, row), {})[column] = text
    sheets = tuple(
        replace(
            sheet,
            rows=tuple(
                _edited(row, by_row.get((sheet.name, row.number), {}))
                for row in sheet.rows
                if (sheet.name, row.number) not in choices.skipped
            ),
        )
        for sheet in workbook.sheets
    )
    return replace(workbook, sheets=sheets)


def _edited(row: RowCells, edits: Mapping[int, str]) -> RowCells:
    if not edits:
        return row
    cells = [*row.cells, *[EMPTY_CELL] * (max(edits) + 1 - len(row.cells))]
    for column, text in edits.items():
        cells[column] = CellValue(CellKind.TEXT, text) if text.strip() else EMPTY_CELL
    return RowCells(row.number, tuple(cells))
