"""A workbook as data: typed cells with named styles; `documents.xlsx_pen` writes it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from passbook_desk.kernel.points import Money, Points

Value = str | Points | Money | int | date | None


class Style(StrEnum):
    """How a cell looks. The value's type, not the style, decides whether it is text or a number."""

    TITLE = "title"
    """Large, bold, centred, without lines: the name of a form, merged over its columns."""
    HEAD = "head"
    """Bold, centred, pale ground, lines: a column heading."""
    TEXT = "text"
    """Left, wrapped, lines; cells left empty keep what is typed into them as text."""
    CENTRED = "centred"
    """As TEXT, centred."""
    NUMBER = "number"
    """Right, lines, at most two decimals shown as needed."""
    MONEY = "money"
    """Right, lines, always two decimals."""
    DATE = "date"
    """Centred, lines, 2026-03-31."""
    NOTE = "note"
    """Left, small, wrapped, without lines: a remark above or below a table."""
    TOTAL = "total"
    """Bold with lines; text is centred, a number stands right."""
    ENTRY = "entry"
    """A place to fill in: centred, lines, pale yellow; open on a protected sheet."""
    ENTRY_DATE = "entry_date"
    """As ENTRY, for a date."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. Codes, numbers of identity cards and phones are str and stay text."""

    value: Value
    style: Style = Style.TEXT


@dataclass(frozen=True, slots=True)
class Merge:
    """Cells shown as one; rows and columns count from 0, both ends included.

    The value stands in the top-left cell; the others are blank or absent.
    """

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of cells; rows and columns count from 0, both ends included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True, slots=True)
class Choice:
    """Cells that offer a drop-down and take nothing else.

    The words are `words` (short ones, without commas), or the texts of `column` on the sheet named `sheet`.
    """

    area: Area
    words: tuple[str, ...] = ()
    sheet: str = ""
    column: Area | None = None


@dataclass(frozen=True, slots=True)
class DateOnly:
    """Cells that take a date from `first` to `last` and nothing else."""

    area: Area
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of cells on paper.

    `widths` are column widths in characters; `head_rows` rows, counted from row `head_from`, repeat at
    the top of every printed page; `freeze` keeps everything down to them on the screen;
    `print_area` prints these rows and nothing that is written beside them later;
    `footer_page_numbers` prints 第 x 页 共 y 页. `entries` say what may be filled in where;
    `hidden_columns` and a `hidden` sheet are there for the program that reads the sheet back; on a
    `guarded` sheet only ENTRY cells can be changed (without a password: against slips, not against people).
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...] = ()
    merges: tuple[Merge, ...] = ()
    head_rows: int = 0
    head_from: int = 0
    landscape: bool = False
    paper: str = "A4"
    footer_page_numbers: bool = True
    freeze: bool = True
    print_area: bool = False
    entries: tuple[Choice | DateOnly, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    hidden: bool = False
    guarded: bool = False


@dataclass(frozen=True, slots=True)
class Workbook:
    """Sheets in their order and the title shown in the file's properties."""

    sheets: tuple[Sheet, ...]
    title: str
