"""Reading other people's workbooks as plain values. Runs in the limited child process of `features/intake`.

calamine reads fast but aborts its process on two far cells; openpyxl reads the same file in steps, slowly
(reliability §6.7). Both are imported inside functions, so that the parent may use the values alone.
"""

import io
import math
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum
from itertools import islice
from typing import Final

from passbook_desk.documents.csv_eye import records
from passbook_desk.documents.workbook_file import OpenedFile
from passbook_desk.documents.workbook_values import (
    EMPTY_CELL,
    MOST_BLANK_ROWS,
    MOST_CHARACTERS,
    MOST_COLUMNS,
    MOST_MERGES,
    MOST_ROWS,
    TOO_LONG,
    CellKind,
    CellValue,
    Merge,
    Refusal,
    RowCells,
    SheetLook,
    WorkbookRefused,
)
from passbook_desk.documents.xlsx_marks import SheetMarks, sheet_marks

_MOST_CHARACTERS_IN_ALL: Final = 40_000_000
_EXACT_DIGITS: Final = 10**15

TEXT_SHEET: Final = "Sheet1"
"""The sheet name of a text file, as sheet programs give it."""


class Reader(StrEnum):
    """The library that reads; the second is for files on which the first dies."""

    CALAMINE = "calamine"
    OPENPYXL = "openpyxl"


Cells = tuple[int, tuple[CellValue, ...]]
"""A row's number in the sheet and its cells from column A."""


@dataclass(frozen=True, slots=True)
class RawSheet:
    """A sheet about to be read: `look` is whole, `rows` come one by one."""

    name: str
    rows: Iterator[RowCells]
    look: SheetLook


@dataclass(frozen=True, slots=True)
class _Found:
    """A sheet as a library gives it, without limits."""

    name: str
    rows: Iterable[Cells]
    look: SheetLook


def read_sheets(opened: OpenedFile, reader: Reader) -> Iterator[RawSheet]:
    """Each sheet with its rows within the limits.

    Raises WorkbookRefused; damaged files raise what the library raises, dozens of kinds (reliability §6.7).
    """
    if opened.text:
        return iter((text_sheet(opened.text),))
    return _workbook_sheets(opened, reader)


def text_sheet(text: str, delimiter: str = "") -> RawSheet:
    """Text as a sheet of text cells, rows numbered as sheet programs do; raises WorkbookRefused."""
    rows = (
        (number, tuple(_text_cell(cell) for cell in record))
        for number, record in enumerate(records(text, delimiter), 1)
    )
    return RawSheet(TEXT_SHEET, _within_limits(TEXT_SHEET, rows, _Budget()), SheetLook())


def _workbook_sheets(opened: OpenedFile, reader: Reader) -> Iterator[RawSheet]:
    marks = _marks_of_xlsx(opened)
    budget = _Budget()
    read = _calamine_sheets if reader is Reader.CALAMINE else _openpyxl_sheets
    for found in read(opened.data):
        mark = marks.get(found.name)
        rows = found.rows if mark is None else _with_marks(found.rows, mark.cells)
        look = found.look if mark is None else mark.look
        yield RawSheet(found.name, _within_limits(found.name, rows, budget), look)


def _marks_of_xlsx(opened: OpenedFile) -> dict[str, SheetMarks]:
    if not opened.is_zip:
        return {}
    with zipfile.ZipFile(io.BytesIO(opened.data)) as archive:
        return sheet_marks(archive)


def look_within(look: SheetLook, last_row: int) -> SheetLook:
    """The look down to the last row that holds something: a million hidden empty rows concern nobody."""
    merges = (replace(one, last_row=min(one.last_row, last_row)) for one in look.merges)
    hidden = (range(rows.start, min(rows.stop, last_row + 1)) for rows in look.hidden_rows)
    return SheetLook(
        tuple(one for one in merges if one.first_row <= last_row and one.first_column < MOST_COLUMNS),
        tuple(rows for rows in hidden if rows),
        look.hidden_columns,
        look.hidden,
    )


@dataclass(slots=True)
class _Budget:
    characters: int = 0

    def spend(self, characters: int, sheet: str) -> None:
        self.characters += characters
        if self.characters > _MOST_CHARACTERS_IN_ALL:
            raise WorkbookRefused(Refusal.TOO_LARGE, sheet)


def _within_limits(sheet: str, rows: Iterable[Cells], budget: _Budget) -> Iterator[RowCells]:
    kept, last = 0, 0
    for number, cells in rows:
        width = len(cells)
        while width and cells[width - 1].kind is CellKind.EMPTY:
            width -= 1
        if not width:
            if number - last > MOST_BLANK_ROWS:
                return
            continue
        kept, last = kept + 1, number
        if kept > MOST_ROWS or width > MOST_COLUMNS:
            raise WorkbookRefused(Refusal.TOO_LARGE, sheet)
        budget.spend(sum(len(cell.text) for cell in cells[:width]), sheet)
        yield RowCells(number, cells[:width])


def _calamine_sheets(data: bytes) -> Iterator[_Found]:
    from python_calamine import CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    except PasswordError:
        raise WorkbookRefused(Refusal.PROTECTED) from None
    for about in book.sheets_metadata:
        if about.typ is not SheetTypeEnum.WorkSheet:
            continue
        sheet = book.get_sheet_by_name(about.name)
        top, left = sheet.start or (0, 0)
        merges = _merges(about.name, sheet.merged_cell_ranges or ())
        look = SheetLook(merges, hidden=about.visible is not SheetVisibleEnum.Visible)
        yield _Found(about.name, _rows(islice(sheet.iter_rows(), top, None), top, left), look)


def _merges(sheet: str, ranges: Sequence[tuple[tuple[int, int], tuple[int, int]]]) -> tuple[Merge, ...]:
    if len(ranges) > MOST_MERGES:
        raise WorkbookRefused(Refusal.TOO_LARGE, sheet)
    return tuple(
        Merge(top + 1, bottom + 1, left, min(right, MOST_COLUMNS - 1))
        for (top, left), (bottom, right) in ranges
    )


def _rows(rows: Iterable[Iterable[object]], top: int, left: int) -> Iterator[Cells]:
    margin = (EMPTY_CELL,) * left
    for number, row in enumerate(rows, top + 1):
        yield number, margin + tuple(_cell(value) for value in row)


def _openpyxl_sheets(data: bytes) -> Iterator[_Found]:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    for sheet in book.worksheets:
        sheet.reset_dimensions()  # the written dimension may lie
        rows = sheet.iter_rows(max_col=MOST_COLUMNS + 1, values_only=True)
        yield _Found(sheet.title, _rows(rows, 0, 0), SheetLook(hidden=sheet.sheet_state != "visible"))


def _cell(value: object) -> CellValue:
    """A library's value as a cell. Booleans come before numbers: Python counts them among the integers."""
    if value is None or value == "":
        return EMPTY_CELL
    if isinstance(value, str):
        return _text_cell(value)
    if isinstance(value, bool):
        return CellValue(CellKind.FLAG, "true" if value else "false")
    if isinstance(value, int | float):
        return CellValue(CellKind.NUMBER, _number_text(value))
    if isinstance(value, datetime):
        midnight = value.time() == time(0)
        return CellValue(
            CellKind.DATE, value.date().isoformat() if midnight else value.isoformat(timespec="seconds")
        )
    if isinstance(value, date | time):
        return CellValue(CellKind.DATE, value.isoformat())
    return _text_cell(str(value))


def _text_cell(text: str) -> CellValue:
    if len(text) > MOST_CHARACTERS:
        return CellValue(CellKind.ERROR, TOO_LONG)
    return CellValue(CellKind.TEXT, text) if text.strip() else EMPTY_CELL


def _number_text(value: float) -> str:
    """7.0 → "7", 1965.1 → "1965.1"; from 15 digits on the exact value of the double."""
    if not math.isfinite(value):
        return str(value)
    if value == int(value) or abs(value) >= _EXACT_DIGITS:
        return str(int(value))
    return repr(value)


def _with_marks(rows: Iterable[Cells], marks: Mapping[tuple[int, int], CellValue]) -> Iterator[Cells]:
    if not marks:
        yield from rows
        return
    marked = sorted({row for row, _ in marks})
    by_row: dict[int, dict[int, CellValue]] = {}
    for (row, column), cell in marks.items():
        if column <= MOST_COLUMNS:
            by_row.setdefault(row, {})[column] = cell
    last = 0
    for number, cells in rows:
        last = number
        yield number, _overlaid(cells, by_row.get(number, {}))
    for number in marked:
        if number > last:  # rows of nothing but such cells, below the last row that the library sees
            yield number, _overlaid((), by_row.get(number, {}))


def _overlaid(cells: tuple[CellValue, ...], marks: Mapping[int, CellValue]) -> tuple[CellValue, ...]:
    if not marks:
        return cells
    width = max(len(cells), max(marks) + 1)
    wide = [*cells, *[EMPTY_CELL] * (width - len(cells))]
    for column, cell in marks.items():
        wide[column] = cell
    return tuple(wide)
