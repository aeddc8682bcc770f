"""What an .xlsx says beside its values, found in the sheets' own XML in steps of bounded memory.

Both reading libraries give an error and a formula without a result as an empty cell, so that a clerk would
import blanks where the sheet shows something; and the fast one says nothing about hidden rows and columns.
"""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO, Final

from passbook_desk.documents.workbook_values import (
    MOST_COLUMNS,
    MOST_MERGES,
    NO_RESULT,
    CellKind,
    CellValue,
    Merge,
    Refusal,
    SheetLook,
    WorkbookRefused,
)

_STEP_BYTES: Final = 1_000_000
_MOST_ROW_BYTES: Final = 16_000_000
_LAST_ROW: Final = 1_048_576

_HIDDEN_STATES: Final = frozenset({"hidden", "veryHidden"})
_HIDDEN_ROW = re.compile(rb"<(?:\w+:)?row\s([^>]*\b(?:hidden=|ht=[\"']0[\"'])[^>]*)>")
_COLUMNS = re.compile(rb"<(?:\w+:)?col\s([^>]*)>")
_MERGE = re.compile(rb"<(?:\w+:)?mergeCell\s([^>]*)>")
_CELL = re.compile(
    rb"<(?:\w+:)?c\s([^>]*[^>/])>"
    rb"(?:(<(?:\w+:)?f\b)[^>]*(?:/>|>[^<]*</(?:\w+:)?f>))?"
    rb"(?:<(?:\w+:)?v>([^<]*)</(?:\w+:)?v>|<(?:\w+:)?v ?/>)?(</(?:\w+:)?c>)?"
)
_ATTRIBUTE = re.compile(rb"([\w:]+)\s*=\s*[\"']([^\"']*)[\"']")
_ADDRESS = re.compile(rb"([A-Z]{1,3})([0-9]{1,7})\Z")
_OF_ROWS: Final = (b"hidden=", b'ht="0"', b"ht='0'")
_OF_CELLS: Final = (b"<f", b":f", b't="e"', b"t='e'")


@dataclass(slots=True)
class SheetMarks:
    """Error cells and formulas without a result by row from 1 and column from 0, and the sheet's look."""

    cells: dict[tuple[int, int], CellValue] = field(default_factory=dict)
    look: SheetLook = field(default_factory=SheetLook)


def sheet_marks(archive: zipfile.ZipFile) -> dict[str, SheetMarks]:
    """The marks of every sheet of an .xlsx by its name; nothing for other kinds of workbook.

    Raises WorkbookRefused for more than MOST_MERGES merged areas, and what a damaged archive raises.
    """
    names = set(archive.namelist())
    found = {}
    for sheet, part, hidden in _sheet_parts(archive, names):
        scan = _Scan(sheet)
        if part in names:
            with archive.open(part) as text:
                for piece in _pieces(text):
                    scan.take(piece)
        found[sheet] = SheetMarks(scan.cells, scan.look(hidden))
    return found


def _sheet_parts(archive: zipfile.ZipFile, names: set[str]) -> Iterator[tuple[str, str, bool]]:
    """The sheets with the parts that hold them, and whether they are hidden."""
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
            part = posixpath.join("/xl", targets.get(relation, "")).lstrip("/")
            yield element.get("name", ""), part, element.get("state", "") in _HIDDEN_STATES


def _pieces(text: IO[bytes]) -> Iterator[bytes]:
    """The sheet's XML cut before rows, or before any element where a row is monstrous or none is left."""
    rest = b""
    while step := text.read(_STEP_BYTES):
        rest += step
        row = rest.rfind(b"row ")
        cut = rest.rfind(b"<", 0, row) if row > 0 else -1
        if cut <= 0:
            if row > 0 and len(rest) < _MOST_ROW_BYTES:
                continue
            cut = rest.rfind(b"<")
        if cut > 0:
            yield rest[:cut]
            rest = rest[cut:]
    yield rest


@dataclass(slots=True)
class _Scan:
    sheet: str
    cells: dict[tuple[int, int], CellValue] = field(default_factory=dict)
    _merges: list[Merge] = field(default_factory=list)
    _hidden_rows: list[range] = field(default_factory=list)
    _hidden_columns: set[int] = field(default_factory=set)

    def take(self, piece: bytes) -> None:
        if any(word in piece for word in _OF_ROWS):
            for match in _HIDDEN_ROW.finditer(piece):
                self._take_row(_attributes(match[1]))
        if b"col " in piece:
            for match in _COLUMNS.finditer(piece):
                self._take_columns(_attributes(match[1]))
        if b"mergeCell " in piece:
            for match in _MERGE.finditer(piece):
                self._take_merge(_attributes(match[1]).get(b"ref", b""))
        if any(word in piece for word in _OF_CELLS):
            self.cells.update(_marks_of(piece))

    def _take_row(self, about: dict[bytes, bytes]) -> None:
        row = _number(about.get(b"r", b""), 0)
        if not row or not (_is_true(about.get(b"hidden", b"")) or about.get(b"ht") == b"0"):
            return
        if self._hidden_rows and self._hidden_rows[-1].stop == row:
            self._hidden_rows[-1] = range(self._hidden_rows[-1].start, row + 1)
        else:
            self._hidden_rows.append(range(row, row + 1))

    def _take_columns(self, about: dict[bytes, bytes]) -> None:
        if _is_true(about.get(b"hidden", b"")) or about.get(b"width") == b"0":
            first, last = _number(about.get(b"min", b""), 1), _number(about.get(b"max", b""), 0)
            self._hidden_columns.update(range(first - 1, min(last, MOST_COLUMNS)))

    def _take_merge(self, reference: bytes) -> None:
        first, _, last = reference.partition(b":")
        begin, end = _ADDRESS.match(first), _ADDRESS.match(last)
        if begin is None or end is None:
            return
        if len(self._merges) == MOST_MERGES:
            raise WorkbookRefused(Refusal.TOO_LARGE, self.sheet)
        self._merges.append(
            Merge(int(begin[2]), int(end[2]), column_of(begin[1]), min(column_of(end[1]), MOST_COLUMNS - 1))
        )

    def look(self, hidden: bool) -> SheetLook:
        return SheetLook(
            tuple(self._merges), tuple(self._hidden_rows), frozenset(self._hidden_columns), hidden
        )


def _number(text: bytes, otherwise: int) -> int:
    return int(text) if text.isdigit() and len(text) <= len(str(_LAST_ROW)) else otherwise


def _is_true(text: bytes) -> bool:
    return text in (b"1", b"true")


def _attributes(text: bytes) -> dict[bytes, bytes]:
    return dict(_ATTRIBUTE.findall(text))


def _marks_of(piece: bytes) -> Iterator[tuple[tuple[int, int], CellValue]]:
    for match in _CELL.finditer(piece):
        attributes, formula, result, end = match.groups()
        about = _attributes(attributes)
        if about.get(b"t") == b"e":
            word = (result or b"").decode("utf-8", "replace")
        elif formula and end and not result and about.get(b"t") != b"str":
            word = NO_RESULT
        else:
            continue
        address = _ADDRESS.match(about.get(b"r", b""))
        if address is not None:
            yield (int(address[2]), column_of(address[1])), CellValue(CellKind.ERROR, word)


def column_of(letters: bytes) -> int:
    """The column from 0 of its letters: A is 0, AA is 26."""
    column = 0
    for letter in letters:
        column = column * 26 + letter - ord("A") + 1
    return column - 1
