"""Finding the table in a workbook: which sheet, which header row, which column holds which field."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from passbook_desk.features.intake.errors import NoHeaderFound, NoSuchSheet
from passbook_desk.features.intake.reading import CellKind, CellValue, RowCells, SheetRows, WorkbookRows

_ROWS_LOOKED_AT: Final = 30
"""Titles and units of a form stand above its header; more than this is no header any more."""


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """A field a feature wants from a sheet: its key, its own title, other titles it goes by."""

    key: str
    title: str
    synonyms: tuple[str, ...] = ()
    required: bool = False


@dataclass(frozen=True, slots=True)
class FoundTable:
    """Where a table lies: sheet, header row (number from 1), column index from 0 by field key, its rows.

    `also_in` names other sheets of the workbook that have all required columns too; they are not read.
    """

    sheet: str
    header_row: int
    columns: Mapping[str, int]
    rows: tuple[RowCells, ...]
    also_in: tuple[str, ...] = ()

    def cell(self, row: RowCells, key: str) -> CellValue:
        """The cell of a field in a row; empty when the sheet has no such column."""
        column = self.columns.get(key)
        return CellValue(CellKind.EMPTY, "") if column is None else row.at(column)

    def letters(self, key: str) -> str:
        """The column letters of a field as Excel shows them; "" when the sheet has no such column."""
        column = self.columns.get(key)
        return "" if column is None else column_letters(column)

    def described(self, specs: Sequence[FieldSpec]) -> str:
        """The mapping in words for the batch: "姓名=F 户编号=D"."""
        return " ".join(
            f"{spec.title}={self.letters(spec.key)}" for spec in specs if spec.key in self.columns
        )


def column_letters(column: int) -> str:
    """0 → A, 26 → AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def plain_title(text: str) -> str:
    """A column title without width, spaces, line breaks and punctuation: "与户主\\n关系：" → "与户主关系"."""
    folded = unicodedata.normalize("NFKC", text).lower()
    return "".join(char for char in folded if char.isalnum())


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
            best = FoundTable(sheet.name, row.number, columns, sheet.rows[place + 1 :])
    return best
