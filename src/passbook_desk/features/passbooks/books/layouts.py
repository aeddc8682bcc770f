"""Where lines stand on the pages of a kind of book: checked data, kept as JSON (DECISIONS 4)."""

import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, Final

from passbook_desk.documents.page import Align
from passbook_desk.features.ledger.values import Colour
from passbook_desk.features.passbooks.books.errors import LayoutUnreadable, LayoutWrong


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

    `first_mm` is the middle of line 1, `pitch_mm` the way from line to line; behind line `fold_after` so many
    pitches as `fold_skip` stay free for the fold (0 and 0: none). `blank` stock gets its heads and rules
    printed
    with the book, pre-printed stock has them. `carries` writes 过次页 on the last line of a page and 承前页
    on
    the first of the next. `spread` books are fed opened, two pages side by side, odd entry pages on the
    right.
    `colour` None fits both.
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
        """Whether a book begun under the other layout can go on under this one: its lines lie as many a
        page."""
        return (self.pages, self.lines, self.carries, self.spread) == (
            other.pages,
            other.lines,
            other.carries,
            other.spread,
        )


_LEAST_LINES: Final = 4
_MOST_LINES: Final = 60
_MOST_PAGES: Final = 96
_SMALLEST_MM: Final = 60.0
_LARGEST_MM: Final = 420.0
_LEAST_PITCH: Final = 4.0
_SIZES: Final = (4.0, 24.0)
_NEEDED: Final = (ColumnKind.DAY, ColumnKind.WORDS, ColumnKind.CREDIT, ColumnKind.DEBIT, ColumnKind.BALANCE)


def check_layout(layout: BookLayout) -> None:
    """Raise LayoutWrong, naming the field, when a book could not be printed by this layout."""
    _check(bool(layout.name.strip()) and len(layout.name) <= 30, "name")
    _check(_SMALLEST_MM <= layout.width_mm <= _LARGEST_MM, "width_mm")
    _check(_SMALLEST_MM <= layout.height_mm <= _LARGEST_MM, "height_mm")
    _check(1 <= layout.pages <= _MOST_PAGES, "pages")
    _check(_LEAST_LINES <= layout.lines <= _MOST_LINES, "lines")
    _check(layout.pitch_mm >= _LEAST_PITCH, "pitch_mm")
    _check(0 <= layout.fold_after < layout.lines and 0 <= layout.fold_skip <= 20, "fold_after")
    _check(bool(layout.fold_after) == bool(layout.fold_skip), "fold_skip")
    half = layout.pitch_mm / 2
    _check(layout.first_mm >= half, "first_mm")
    _check(layout.middle_mm(layout.lines) + half <= layout.height_mm, "pitch_mm")
    _check_columns(layout)


def _check_columns(layout: BookLayout) -> None:
    kinds = [column.kind for column in layout.columns]
    _check(len(set(kinds)) == len(kinds) and all(kind in kinds for kind in _NEEDED), "columns")
    end = 0.0
    for column in sorted(layout.columns, key=lambda column: column.left_mm):
        _check(column.left_mm >= end - 0.001 and column.width_mm >= 4, "columns")
        _check(_SIZES[0] <= column.size <= _SIZES[1], "columns")
        end = column.left_mm + column.width_mm
    _check(end <= layout.width_mm, "columns")


def _check(right: bool, field: str) -> None:
    if not right:
        raise LayoutWrong(field=field)


def written_layout(layout: BookLayout) -> str:
    """The layout as JSON, for the file and for other computers."""
    return json.dumps(asdict(layout), ensure_ascii=False, sort_keys=True)


def read_layout(text: str) -> BookLayout:
    """The layout that `written_layout` wrote. Raises LayoutUnreadable and what check_layout raises."""
    try:
        values: dict[str, Any] = json.loads(text)
        columns = tuple(_column(column) for column in values.pop("columns"))
        colour = values.pop("colour")
        layout = BookLayout(columns=columns, colour=None if colour is None else Colour(colour), **values)
        check_layout(layout)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise LayoutUnreadable from error
    return layout


def _column(values: dict[str, Any]) -> BookColumn:
    return BookColumn(**{**values, "kind": ColumnKind(values["kind"]), "align": Align(values["align"])})
