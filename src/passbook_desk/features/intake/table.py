"""A table found in a workbook: which column holds which field, and its rows as the sheet means them."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from passbook_desk.features.intake.looks import Looks
from passbook_desk.features.intake.reading import EMPTY_CELL, CellKind, CellValue, RowCells


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """A field a feature wants from a sheet: its key, its own title, other titles it goes by.

    `looks` is what its cells look like. `avoid` are words in a title that make it another field's (网格员 is
    no 网格). `also` are titles under which it is found only when no column bears its own, and its cells look
    like it (tags under 备注). `telling`: beside a sheet with such a field, one without is no table of ours.
    `shared`: said once for all people that stand side by side in a row. `instead`: where a sheet lacks the
    field, this key's column is read for it (a list of heads has no other names).
    """

    key: str
    title: str
    synonyms: tuple[str, ...] = ()
    required: bool = False
    looks: Looks | None = None
    avoid: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    telling: bool = False
    shared: bool = False
    instead: str = ""


class Certainty(StrEnum):
    """How sure a column was recognised; unsure ones are shown to the clerk first."""

    SURE = "sure"
    LIKELY = "likely"
    UNSURE = "unsure"


class GuessedBy(StrEnum):
    """What a column was recognised by."""

    HEADER = "header"
    CONTENT = "content"
    REMEMBERED = "remembered"
    CLERK = "clerk"


@dataclass(frozen=True, slots=True)
class ColumnGuess:
    """A field of ours and the column it is read from; `column` is None when the sheet seems to have none.

    `header` is what stands above the column, `samples` up to three of its values, sensitive ones masked.
    """

    key: str
    column: int | None
    header: str
    samples: tuple[str, ...]
    certainty: Certainty
    by: GuessedBy


_NOTHING_FILLED: Final[Mapping[int, int]] = {}
_NOTHING_SAID: Final[Mapping[str, str]] = {}


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table. `number` is the row's number in the sheet from 1, cells begin at column A.

    Cells under a merged cell hold its value; `filled` tells for such columns the row in which the block
    begins (its own number in its first row). Where a sheet puts several people of one row side by
    side, each is a TableRow of its own with the same number: `part` counts them from 0. `columns` says where
    fields of this row lie that lie elsewhere than the table's (None: it has no such field), `said` what the
    header says of it (配偶姓名 says the relation 配偶). `section` is the caption between the rows above it:
    第一网格（网格员：…）.
    """

    number: int
    cells: tuple[CellValue, ...]
    hidden: bool = False
    filled: Mapping[int, int] = field(default_factory=lambda: _NOTHING_FILLED)
    part: int = 0
    columns: Mapping[str, int | None] | None = None
    said: Mapping[str, str] = field(default_factory=lambda: _NOTHING_SAID)
    section: str = ""

    def at(self, column: int) -> CellValue:
        """The cell of a column from 0; empty beyond the last one."""
        return self.cells[column] if column < len(self.cells) else EMPTY_CELL


@dataclass(frozen=True, slots=True)
class FoundTable:
    """Where a table lies: sheet, last header row (number from 1), column index from 0 by field key, its rows.

    `rows` holds no repeated headers, totals, captions or blank rows. `captions` is what stands above the
    header. `also_in` names other sheets of the workbook that have all required columns too and are not read.
    `parts`: tables beneath each other with other columns, each with its own header; empty for a single one.
    `columns` and `header_row` are the first one's then, with the fields that only later ones have; rows of
    the others tell their own columns, so that `cell`, `column` and `letters` with a row are right for all.
    """

    sheet: str
    header_row: int
    columns: Mapping[str, int]
    rows: tuple[TableRow, ...]
    also_in: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    guesses: tuple[ColumnGuess, ...] = ()
    parts: tuple["FoundTable", ...] = ()

    @property
    def each(self) -> tuple["FoundTable", ...]:
        """The tables that lie beneath each other, or this one alone; all with the same sheet."""
        return self.parts or (self,)

    def cell(self, row: TableRow, key: str) -> CellValue:
        """The cell of a field in a row; empty when the sheet has no such column."""
        if key in row.said:
            return CellValue(CellKind.TEXT, row.said[key])
        column = self.columns.get(key) if row.columns is None else self.column(key, row)
        return EMPTY_CELL if column is None else row.at(column)

    def column(self, key: str, row: TableRow | None = None) -> int | None:
        """The column of a field, in that row if it differs from row to row; None when there is none."""
        if row is not None and row.columns is not None and key in row.columns:
            return row.columns[key]
        return self.columns.get(key)

    def letters(self, key: str, row: TableRow | None = None) -> str:
        """The column letters of a field as Excel shows them; "" when the sheet has no such column."""
        column = self.column(key, row)
        return "" if column is None else column_letters(column)

    def block_start(self, row: TableRow, key: str) -> int | None:
        """The row in which the merged block over this row's cell begins; None when it is not merged."""
        column = self.column(key, row)
        return None if column is None else row.filled.get(column)

    def described(self, specs: Sequence[FieldSpec]) -> str:
        """The mapping in words for the batch: "姓名=F 户编号=D", of several tables one after the other."""
        if self.parts:
            return "，".join(f"{part.header_row}行 {part.described(specs)}" for part in self.parts)
        return " ".join(
            f"{spec.title}={self.letters(spec.key)}" for spec in specs if spec.key in self.columns
        )


def plain_row(row: RowCells) -> TableRow:
    """A row of a sheet as it is."""
    return TableRow(row.number, row.cells)


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
