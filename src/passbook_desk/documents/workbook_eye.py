"""Reading other people's workbooks as plain values. Runs in the limited child process of `features/intake`.

calamine reads fast but aborts its process on two far cells; openpyxl reads the same file in steps, slowly
(reliability §6.7). Both are imported inside functions, so that the parent may use the values alone.
"""

import hashlib
import io
import math
import posixpath
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from pathlib import Path
from typing import Final

MOST_ROWS: Final = 20_000
"""Rows that hold something, per sheet."""
MOST_COLUMNS: Final = 200
MOST_CHARACTERS: Final = 2_000
"""Per cell; a longer cell is handed on as an error, never cut."""
MOST_BLANK_ROWS: Final = 2_000
_MOST_CHARACTERS_IN_ALL: Final = 40_000_000
_MOST_BYTES: Final = 100_000_000
_MOST_PARTS: Final = 2_000
_MOST_PART_BYTES: Final = 100_000_000
_MOST_UNPACKED_BYTES: Final = 200_000_000
_LARGE_PART: Final = 10_000_000
_MOST_RATIO: Final = 200
_EXACT_DIGITS: Final = 10**15
_ENCRYPTED_FLAG: Final = 0x1

TOO_LONG: Final = "too-long"
"""Text of an error cell that holds more than MOST_CHARACTERS characters."""
NO_RESULT: Final = "no-result"
"""Text of an error cell whose formula was saved without a result."""


class Refusal(StrEnum):
    """Why a workbook is not read."""

    NOT_A_WORKBOOK = "not-a-workbook"
    PROTECTED = "protected"
    TOO_LARGE = "too-large"
    UNREADABLE = "unreadable"


class WorkbookRefused(Exception):
    """The workbook is not read; `sheet` is where a limit was passed, "" for the whole file."""

    def __init__(self, refusal: Refusal, sheet: str = "") -> None:
        super().__init__(refusal.value)
        self.refusal = refusal
        self.sheet = sheet


class CellKind(StrEnum):
    """What a cell holds."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    FLAG = "flag"
    ERROR = "error"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class CellValue:
    """A cell as plain text.

    Numbers are written without exponent and trailing zeros, numbers beyond 15 digits as the file's reader
    gives them (their last digits are lost); dates as 2026-03-10, with a time as 2026-03-10T08:00:00.
    """

    kind: CellKind
    text: str


EMPTY_CELL: Final = CellValue(CellKind.EMPTY, "")


@dataclass(frozen=True, slots=True)
class RowCells:
    """A row that holds something; `number` is its number in the sheet from 1, cells begin at column A."""

    number: int
    cells: tuple[CellValue, ...]

    def at(self, column: int) -> CellValue:
        """The cell of a column from 0; empty beyond the last one."""
        return self.cells[column] if column < len(self.cells) else EMPTY_CELL


@dataclass(frozen=True, slots=True)
class SheetRows:
    """A sheet's rows that hold something, in order."""

    name: str
    rows: tuple[RowCells, ...]


class Reader(StrEnum):
    """The library that reads; the second is for files on which the first dies."""

    CALAMINE = "calamine"
    OPENPYXL = "openpyxl"


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A file's bytes, hashed and looked over before any library sees them."""

    data: bytes
    sha256: str


def open_file(path: Path) -> OpenedFile:
    """Read and look over a file; raises WorkbookRefused, or OSError as the system does."""
    if path.stat().st_size > _MOST_BYTES:
        raise WorkbookRefused(Refusal.TOO_LARGE)
    data = path.read_bytes()
    if data.startswith(b"PK"):
        _look_into_zip(data)
    elif data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise WorkbookRefused(Refusal.PROTECTED)
    else:
        raise WorkbookRefused(Refusal.NOT_A_WORKBOOK)
    return OpenedFile(data, hashlib.sha256(data).hexdigest())


def _look_into_zip(data: bytes) -> None:
    """The ZIP directory alone tells most bombs (reliability §3.6); sizes may lie, so the child has limits."""
    try:
        parts = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise WorkbookRefused(Refusal.NOT_A_WORKBOOK) from None
    names = [part.filename for part in parts]
    if not any(name.lower().startswith(("xl/", "content.xml")) for name in names):
        raise WorkbookRefused(Refusal.NOT_A_WORKBOOK)
    if any(part.flag_bits & _ENCRYPTED_FLAG for part in parts):
        raise WorkbookRefused(Refusal.PROTECTED)
    if any(name.startswith(("/", "\\")) or ".." in name.replace("\\", "/").split("/") for name in names):
        raise WorkbookRefused(Refusal.UNREADABLE)
    bombs = any(
        part.file_size > _MOST_PART_BYTES
        or (part.file_size > _LARGE_PART and part.file_size > _MOST_RATIO * max(part.compress_size, 1))
        for part in parts
    )
    if bombs or len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_UNPACKED_BYTES:
        raise WorkbookRefused(Refusal.TOO_LARGE)


Cells = tuple[int, tuple[CellValue, ...]]
"""A row's number in the sheet and its cells from column A."""


def read_sheets(opened: OpenedFile, reader: Reader) -> Iterator[tuple[str, Iterator[RowCells]]]:
    """Each sheet's name and rows within the limits.

    Raises WorkbookRefused; damaged files raise what the library raises, dozens of kinds (reliability §6.7).
    """
    marks = _marked_cells(opened.data) if opened.data.startswith(b"PK") else {}
    budget = _Budget()
    raw = _calamine_sheets(opened.data) if reader is Reader.CALAMINE else _openpyxl_sheets(opened.data)
    for name, rows in raw:
        yield name, _within_limits(name, _with_marks(rows, marks.get(name, {})), budget)


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


def _calamine_sheets(data: bytes) -> Iterator[tuple[str, Iterator[Cells]]]:
    from python_calamine import CalamineWorkbook, PasswordError, SheetTypeEnum

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    except PasswordError:
        raise WorkbookRefused(Refusal.PROTECTED) from None
    for about in book.sheets_metadata:
        if about.typ is not SheetTypeEnum.WorkSheet:
            continue
        sheet = book.get_sheet_by_name(about.name)
        top, left = sheet.start or (0, 0)
        yield about.name, _calamine_rows(sheet.to_python(skip_empty_area=True), top, left)


def _calamine_rows(rows: Iterable[Iterable[object]], top: int, left: int) -> Iterator[Cells]:
    margin = (EMPTY_CELL,) * left
    for number, row in enumerate(rows, top + 1):
        yield number, margin + tuple(_cell(value) for value in row)


def _openpyxl_sheets(data: bytes) -> Iterator[tuple[str, Iterator[Cells]]]:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    for sheet in book.worksheets:
        sheet.reset_dimensions()  # the written dimension may lie
        rows = sheet.iter_rows(max_col=MOST_COLUMNS + 1, values_only=True)
        yield sheet.title, _calamine_rows(rows, 0, 0)


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


# Both libraries read an error and a formula without a result as an empty cell, so that a clerk would import
# blanks where the sheet shows something; these cells are found in the sheet's own text.

_CELL_OF_NOTE = re.compile(
    rb'<c r="([A-Z]{1,3})([0-9]{1,7})"([^>]*[^>/])?>'
    rb"(?:(<f\b)[^>]*(?:/>|>[^<]*</f>))?(?:<v>([^<]*)</v>|<v ?/>)?(</c>)?"
)


def _marked_cells(data: bytes) -> dict[str, dict[tuple[int, int], CellValue]]:
    """Error cells and formulas without a result by sheet, then by row from 1 and column from 0."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = set(archive.namelist())
        found = {}
        for sheet, part in _sheet_parts(archive, names):
            text = archive.read(part) if part in names else b""
            if b"<f" in text or b't="e"' in text:
                found[sheet] = dict(_marks_of(text))
        return found


def _marks_of(text: bytes) -> Iterator[tuple[tuple[int, int], CellValue]]:
    for match in _CELL_OF_NOTE.finditer(text):
        letters, row, attributes, formula, result, end = match.groups()
        if b't="e"' in (attributes or b""):
            word = (result or b"").decode("utf-8", "replace")
        elif formula and end and not result and b't="str"' not in (attributes or b""):
            word = NO_RESULT
        else:
            continue
        yield (int(row), _column_of(letters)), CellValue(CellKind.ERROR, word)


def _column_of(letters: bytes) -> int:
    column = 0
    for letter in letters:
        column = column * 26 + letter - ord("A") + 1
    return column - 1


def _sheet_parts(archive: zipfile.ZipFile, names: set[str]) -> Iterator[tuple[str, str]]:
    """The sheets of an .xlsx with the parts that hold them; nothing for other kinds of workbook."""
    from defusedxml.ElementTree import fromstring

    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= names:
        return
    targets = {
        relation.get("Id"): relation.get("Target", "")
        for relation in fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    }
    for element in fromstring(archive.read("xl/workbook.xml")).iter():
        if element.tag.endswith("}sheet"):
            relation = next((value for key, value in element.items() if key.endswith("}id")), "")
            yield element.get("name", ""), posixpath.join("/xl", targets.get(relation, "")).lstrip("/")


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
