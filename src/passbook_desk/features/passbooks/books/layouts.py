"""Where lines stand on the pages of a kind of book: checked data, kept as JSON (DECISIONS 4)."""

import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final

from passbook_desk.documents.page import Align
from passbook_desk.features.ledger.values import Colour
from passbook_desk.features.passbooks.books.errors import (
    ColumnBeyondPage,
    ColumnMissing,
    ColumnsOverlap,
    FoldHalf,
    LayoutNameWrong,
    LayoutNumberOutside,
    LayoutUnreadable,
    LayoutWrong,
    LinesBeyondPage,
)


class ColumnKind(StrEnum):
    """What a column of a book shows."""

    SEQ = "seq"
    DAY = "day"
    WORDS = "words"
    CREDIT = "credit"
    DEBIT = "debit"
    BALANCE = "balance"
    HANDLER = "handler"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class BookColumn:
    """A column by its left edge and width in millimetres and the size of its text in points."""

    kind: ColumnKind
    left_mm: float
    width_mm: float
    align: Align
    size: float


@dataclass(frozen=True, slots=True)
class BookLayout:
    """A kind of book. Lengths in millimetres from the top-left corner of a page.

    `first_mm` is the middle of line 1, `pitch_mm` the way from line to line; behind line `fold_after` so
    many pitches as `fold_skip` stay free for the fold (0 and 0: none). `blank` stock gets its heads and
    rules printed with the book, pre-printed stock has them. `carries` writes 过次页 on the last line of a
    page and 承前页 on the first of the next. `spread` books are fed opened, two pages side by side, odd
    entry pages on the right. `colour` None fits both.
    """

    name: str
    colour: Colour | None
    width_mm: float
    height_mm: float
    pages: int
    lines: int
    first_mm: float
    pitch_mm: float
    columns: tuple[BookColumn, ...]
    fold_after: int = 0
    fold_skip: int = 0
    blank: bool = True
    carries: bool = True
    spread: bool = False

    @property
    def capacity(self) -> int:
        """Lines of all pages."""
        return self.pages * self.lines

    def page_of(self, slot: int) -> int:
        """The page of the n-th line of a book, both counted from 1."""
        return (slot - 1) // self.lines + 1

    def line_of(self, slot: int) -> int:
        """Which line of its page the n-th line of a book is, both counted from 1."""
        return (slot - 1) % self.lines + 1

    def slot_of(self, page: int, line: int) -> int:
        """The inverse of `page_of` and `line_of`."""
        return (page - 1) * self.lines + line

    def middle_mm(self, line: int) -> float:
        """How far below the top edge the middle of a line is."""
        skipped = self.fold_skip if self.fold_after and line > self.fold_after else 0
        return self.first_mm + (line - 1 + skipped) * self.pitch_mm

    def fold_mm(self) -> tuple[float, float] | None:
        """Top and bottom of the zone that must stay free of ink; None without a fold."""
        if not self.fold_after or not self.fold_skip:
            return None
        top = self.middle_mm(self.fold_after) + self.pitch_mm / 2
        return top, top + self.fold_skip * self.pitch_mm

    def same_lines(self, other: "BookLayout") -> bool:
        """Whether a book begun under the other layout can go on under this one: its lines lie as many a page,
        with the fold behind the same one."""
        return (self.pages, self.lines, self.fold_after, self.fold_skip, self.carries, self.spread) == (
            other.pages,
            other.lines,
            other.fold_after,
            other.fold_skip,
            other.carries,
            other.spread,
        )


LEAST_COLUMN_MM: Final = 4.0
_LONGEST_NAME: Final = 30
_LINES: Final = (4, 60)
_PAGES: Final = (1, 96)
_SIDES_MM: Final = (60.0, 420.0)
LEAST_PITCH_MM: Final = 4.0
MOST_SKIPPED: Final = 20
_SIZES: Final = (4.0, 24.0)
_TOUCHING_MM: Final = 0.001
NEEDED: Final = (
    ColumnKind.DAY,
    ColumnKind.WORDS,
    ColumnKind.CREDIT,
    ColumnKind.DEBIT,
    ColumnKind.BALANCE,
)
"""Columns that every book has."""


def check_layout(layout: BookLayout) -> None:
    """Raise LayoutWrong, by its kind and `field`, when a book could not be printed by this layout."""
    name = layout.name.strip()
    if not name or len(name) > _LONGEST_NAME or not name.isprintable():
        raise LayoutNameWrong(field="name", most=_LONGEST_NAME)
    _within(layout.width_mm, *_SIDES_MM, "width_mm")
    _within(layout.height_mm, *_SIDES_MM, "height_mm")
    _within(layout.pages, *_PAGES, "pages")
    _within(layout.lines, *_LINES, "lines")
    _within(layout.pitch_mm, LEAST_PITCH_MM, layout.height_mm / _LINES[0], "pitch_mm")
    _within(layout.fold_after, 0, layout.lines - 1, "fold_after")
    _within(layout.fold_skip, 0, MOST_SKIPPED, "fold_skip")
    if bool(layout.fold_after) != bool(layout.fold_skip):
        raise FoldHalf(field="fold_skip" if layout.fold_after else "fold_after")
    half = layout.pitch_mm / 2
    _within(layout.first_mm, half, layout.height_mm - half, "first_mm")
    end = layout.middle_mm(layout.lines) + half
    if end > layout.height_mm:
        raise LinesBeyondPage(
            field="pitch_mm", lines=layout.lines, end=_plain(end), height=_plain(layout.height_mm)
        )
    _check_columns(layout)


def _check_columns(layout: BookLayout) -> None:
    kinds = [column.kind for column in layout.columns]
    if len(set(kinds)) < len(kinds):
        raise LayoutWrong(field="columns")
    for kind in NEEDED:
        if kind not in kinds:
            raise ColumnMissing(field="columns", column=kind)
    end = 0.0
    for column in sorted(layout.columns, key=lambda column: column.left_mm):
        kind = column.kind
        _within(column.width_mm, LEAST_COLUMN_MM, layout.width_mm, "columns", column=kind, part="width_mm")
        _within(column.size, *_SIZES, "columns", column=kind, part="size")
        rightmost = layout.width_mm - LEAST_COLUMN_MM
        _within(column.left_mm, 0, rightmost, "columns", column=kind, part="left_mm")
        if column.left_mm < end - _TOUCHING_MM:
            raise ColumnsOverlap(field="columns", column=kind, part="left_mm")
        end = column.left_mm + column.width_mm
        if end > layout.width_mm + _TOUCHING_MM:
            width = _plain(layout.width_mm)
            raise ColumnBeyondPage(
                field="columns", column=kind, part="width_mm", end=_plain(end), width=width
            )


def _within(value: float, least: float, most: float, field: str, **where: object) -> None:
    if not least <= value <= most:
        raise LayoutNumberOutside(field=field, least=_plain(least), most=_plain(most), **where)


def _plain(number: float) -> str:
    """A length or count as it is typed: 130, 6.35."""
    return f"{number:.2f}".rstrip("0").rstrip(".")


def written_layout(layout: BookLayout) -> str:
    """The layout as JSON, for the file and for other computers."""
    return json.dumps(asdict(layout), ensure_ascii=False, sort_keys=True)


def read_layout(text: str) -> BookLayout:
    """The layout that `written_layout` wrote. Raises LayoutUnreadable and what check_layout raises."""
    try:
        values: dict[str, Any] = json.loads(text)
        columns = tuple(_column(column) for column in values.pop("columns"))
        colour = values.pop("colour")
        layout = BookLayout(
            columns=columns, colour=None if colour is None else Colour(colour), **_typed(values)
        )
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError) as error:
        raise LayoutUnreadable from error
    check_layout(layout)
    return layout


def _column(values: dict[str, Any]) -> BookColumn:
    kind, align = ColumnKind(values.pop("kind")), Align(values.pop("align"))
    return BookColumn(kind=kind, align=align, **_typed(values))


_TYPES: Final = MappingProxyType(
    {"name": str}
    | dict.fromkeys(("pages", "lines", "fold_after", "fold_skip"), int)
    | dict.fromkeys(("blank", "carries", "spread"), bool)
)


def _typed(values: dict[str, Any]) -> dict[str, Any]:
    """The values with lengths and sizes as floats; a count is no length and a yes no number."""
    return {name: _of_type(value, _TYPES.get(name, float)) for name, value in values.items()}


def _of_type(value: object, wanted: type) -> object:
    if wanted is float and type(value) is int:
        return float(value)
    if type(value) is not wanted:
        raise TypeError(wanted)
    return value
