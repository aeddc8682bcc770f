"""What somebody else's sheets say, as plain values, and how much of it is taken."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

MOST_ROWS: Final = 20_000
"""Rows that hold something, per sheet."""
MOST_COLUMNS: Final = 200
MOST_CHARACTERS: Final = 2_000
"""Per cell; a longer cell is handed on as an error, never cut."""
MOST_BLANK_ROWS: Final = 2_000
MOST_MERGES: Final = 100_000
"""Merged areas per sheet; a roster of 20,000 rows merges a handful of cells per household."""

TOO_LONG: Final = "too-long"
"""Text of an error cell that holds more than MOST_CHARACTERS characters."""
NO_RESULT: Final = "no-result"
"""Text of an error cell whose formula was saved without a result."""


class Refusal(StrEnum):
    """Why a workbook is not read."""

    NOT_A_WORKBOOK = "not-a-workbook"
    PROTECTED = "protected"
    WRONG_PASSWORD = "wrong-password"
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
class Merge:
    """An area shown as one cell; rows count from 1, columns from 0, both ends belong to it."""

    first_row: int
    last_row: int
    first_column: int
    last_column: int


@dataclass(frozen=True, slots=True)
class SheetLook:
    """How a sheet is shown: merged areas, what is hidden in it (rows from 1, columns from 0), and itself."""

    merges: tuple[Merge, ...] = ()
    hidden_rows: tuple[range, ...] = ()
    hidden_columns: frozenset[int] = frozenset()
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class SheetRows:
    """A sheet's rows that hold something, in order, hidden ones among them.

    `merges` and `hidden_rows` end with the last row that holds something. Kinds of file that do not tell
    them leave them empty.
    """

    name: str
    rows: tuple[RowCells, ...]
    merges: tuple[Merge, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    hidden: bool = False
