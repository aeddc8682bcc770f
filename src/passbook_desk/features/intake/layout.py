"""The tables of a workbook: which sheets hold them, where their headers lie, which column is which."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from passbook_desk.features.intake.choices import Choices
from passbook_desk.features.intake.layout_blocks import earlier_header, find_blocks
from passbook_desk.features.intake.layout_columns import Column
from passbook_desk.features.intake.layout_headers import NO_HEADER, Header, find_header, is_title_like
from passbook_desk.features.intake.layout_tables import Remembered, SpareColumn, read_tables
from passbook_desk.features.intake.layout_titles import Titles
from passbook_desk.features.intake.looks import Looks, folded, looks_of
from passbook_desk.features.intake.reading import RowCells, SheetRows, WorkbookRows
from passbook_desk.features.intake.table import FieldSpec, FoundTable

__all__ = ["Layout", "Remembered", "SheetLayout", "SheetRole", "SpareColumn", "find_tables"]

_FEW_TITLES: Final = 2
_ROWS_LOOKED_AT: Final = 40
_MOST_OFFICERS: Final = 10
_LEAST_SHARE: Final = 0.2
_LEAST_REPEATED: Final = 5


class SheetRole(StrEnum):
    """What a sheet of a workbook is to an import. REPEATS: other sheets hold all of its people too."""

    TABLE = "table"
    REPEATS = "repeats"
    OTHER = "other"
    HIDDEN = "hidden"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """What was found in a sheet. `read`: it is imported, by its role or by the clerk's choice.

    `found` is there when all required columns are; else `missing` names their titles. `passed_rows` are rows
    below the header that are nobody's: repeated headers, totals, captions, remarks.
    """

    name: str
    role: SheetRole
    read: bool
    found: FoundTable | None
    header_rows: tuple[int, ...]
    headers: tuple[str, ...]
    spare: tuple[SpareColumn, ...] = ()
    rows: int = 0
    passed_rows: tuple[int, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """All sheets of a workbook in order."""

    sheets: tuple[SheetLayout, ...]
    file_name: str = field(default="")

    @property
    def tables(self) -> tuple[FoundTable, ...]:
        """The tables that are to be read."""
        return tuple(sheet.found for sheet in self.sheets if sheet.read and sheet.found is not None)

    def sheet(self, name: str) -> SheetLayout:
        """The layout of a sheet by its name; KeyError when there is none."""
        for sheet in self.sheets:
            if sheet.name == name:
                return sheet
        raise KeyError(name)


def find_tables(
    workbook: WorkbookRows,
    specs: Sequence[FieldSpec],
    choices: Choices | None = None,
    remembered: Remembered | None = None,
) -> Layout:
    """Look at every sheet and find its table; choices go before memory, memory before guessing."""
    titles = Titles(specs)
    choices = choices or Choices()
    sheets = [_sheet_layout(sheet, titles, choices, remembered or {}) for sheet in workbook.sheets]
    others = _without_repeats(tuple(_without_other_lists(sheets, titles, choices)), titles, choices)
    return Layout(others, workbook.file_name)


def _without_repeats(
    sheets: tuple[SheetLayout, ...], titles: Titles, choices: Choices
) -> tuple[SheetLayout, ...]:
    """A sheet all of whose people are read from others, as a list of the whole village, is not read."""
    tables = [
        (place, sheet) for place, sheet in enumerate(sheets) if sheet.read and sheet.role is SheetRole.TABLE
    ]
    if len(tables) < _FEW_TITLES:
        return sheets
    keys = [spec.key for spec in titles.specs if spec.required or spec.looks is Looks.ID_NUMBER]
    people = {place: _people(sheet.found, keys) for place, sheet in tables if sheet.found is not None}
    counts = Counter(person for those in people.values() for person in those)
    found = list(sheets)
    for place in sorted(people, key=lambda one: (-len(people[one]), -one)):
        those = people[place]
        if len(those) >= _LEAST_REPEATED and all(counts[person] > 1 for person in those):
            counts.subtract(those)
            read = choices.sheets.get(sheets[place].name, False)
            found[place] = replace(sheets[place], role=SheetRole.REPEATS, read=read)
    return tuple(found)


def _people(table: FoundTable, keys: Sequence[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(folded(table.cell(row, key)) for key in keys) for row in table.rows)


def _without_other_lists(
    sheets: Sequence[SheetLayout], titles: Titles, choices: Choices
) -> Iterator[SheetLayout]:
    """Beside sheets that tell households, a short one of names and IDs is a list of something else."""
    most = max((sheet.rows for sheet in sheets if _tells(sheet, titles)), default=0)
    for sheet in sheets:
        is_short = most > 0 and sheet.rows <= _MOST_OFFICERS
        if sheet.role is SheetRole.TABLE and is_short and not _tells(sheet, titles):
            yield replace(sheet, role=SheetRole.OTHER, read=choices.sheets.get(sheet.name, False))
        else:
            yield sheet


def _tells(sheet: SheetLayout, titles: Titles) -> bool:
    return (
        sheet.role is SheetRole.TABLE
        and sheet.found is not None
        and any(spec.telling and spec.key in sheet.found.columns for spec in titles.specs)
    )


def _sheet_layout(sheet: SheetRows, titles: Titles, choices: Choices, remembered: Remembered) -> SheetLayout:
    if not any(cell.text.strip() for row in sheet.rows for cell in row.cells):
        return SheetLayout(sheet.name, SheetRole.EMPTY, False, None, (), ())
    header = _header_of(sheet, titles)
    tables = read_tables(sheet, find_blocks(sheet, header, titles), titles, choices, remembered)
    role = _role(sheet, tables.found, tables.columns, titles)
    return SheetLayout(
        sheet.name,
        role,
        choices.sheets.get(sheet.name, role is SheetRole.TABLE),
        tables.found,
        header.rows,
        header.texts(),
        tables.spare,
        tables.rows,
        tables.passed,
        tables.missing,
    )


def _filled(row: RowCells) -> int:
    return sum(1 for cell in row.cells if cell.text.strip())


def _header_of(sheet: SheetRows, titles: Titles) -> Header:
    """The header by its words; where the words say too little, the row above the first ID number."""
    header = find_header(sheet, titles) or NO_HEADER
    while (above := earlier_header(sheet, header, titles)) is not None:
        header = above
    first = _first_id(sheet.rows)
    if first is None or (header.score >= _FEW_TITLES and header.below <= first):
        return header
    line = sheet.rows[first - 1] if first else None
    if line is None or _filled(line) < _FEW_TITLES or not is_title_like(line):
        return Header((), first, {})
    if header.below == first and header.score > 0:
        return header
    paths = {column: (cell.text.strip(),) for column, cell in enumerate(line.cells) if cell.text.strip()}
    return Header((line.number,), first, paths)


def _first_id(rows: Sequence[RowCells]) -> int | None:
    """The place of the first row that holds an ID number, if the next rows hold them too."""
    places = [
        place
        for place, row in enumerate(rows[:_ROWS_LOOKED_AT])
        if any(Looks.ID_NUMBER in looks_of(cell) for cell in row.cells)
    ]
    return places[0] if len(places) >= min(_FEW_TITLES, len(rows)) else None


def _role(sheet: SheetRows, found: FoundTable | None, columns: Sequence[Column], titles: Titles) -> SheetRole:
    """A look-up list or a summary has no telling column, or nothing in it looks like whom we look for."""
    if sheet.hidden:
        return SheetRole.HIDDEN
    if found is None:
        return SheetRole.OTHER
    telling = {spec.key for spec in titles.specs if spec.telling}
    weakly = {spec.key for spec in titles.specs if spec.looks in (Looks.ID_NUMBER, Looks.BIRTH)}
    if telling and found.columns.keys().isdisjoint(telling | weakly):
        return SheetRole.OTHER
    holds = {column.index: column.holds for column in columns}
    denied = seen = False
    for spec in titles.specs:
        held = holds.get(found.columns.get(spec.key, -1))
        if spec.looks is not None and held is not None and (spec.required or spec.looks is Looks.ID_NUMBER):
            agrees = held.share(spec.looks) >= _LEAST_SHARE
            seen |= agrees
            denied |= not agrees and held.filled > _FEW_TITLES
    return SheetRole.OTHER if denied and not seen else SheetRole.TABLE
