"""The kinds of books that the program brings along; a village changes them or adds its own."""

from typing import Final

from passbook_desk.documents.page import Align
from passbook_desk.features.passbooks.books.layouts import BookColumn, BookLayout, ColumnKind


def _columns(left: float, size: float, widths: dict[ColumnKind, float]) -> tuple[BookColumn, ...]:
    """Columns side by side from `left`; figures and days stand at their right end."""
    columns = []
    for kind, width in widths.items():
        small = size - 2 if kind is ColumnKind.CODE else size
        align = Align.LEFT if kind in _FROM_THE_LEFT else Align.RIGHT
        columns.append(BookColumn(kind, left, width, align, small))
        left += width
    return tuple(columns)


_FROM_THE_LEFT: Final = frozenset({ColumnKind.WORDS, ColumnKind.HANDLER, ColumnKind.CODE})
_SEQ, _DAY, _WORDS = ColumnKind.SEQ, ColumnKind.DAY, ColumnKind.WORDS
_CREDIT, _DEBIT, _BALANCE = ColumnKind.CREDIT, ColumnKind.DEBIT, ColumnKind.BALANCE
_HANDLER, _CODE = ColumnKind.HANDLER, ColumnKind.CODE

SHIPPED: Final = (
    BookLayout(
        name="大折 130×180",
        colour=None,
        width_mm=130.0,
        height_mm=180.0,
        pages=12,
        lines=20,
        first_mm=19.0,
        pitch_mm=6.35,
        fold_after=10,
        fold_skip=4,
        columns=_columns(
            4.0,
            8.5,
            {
                _SEQ: 7.5,
                _DAY: 18.5,
                _WORDS: 33,
                _CREDIT: 12,
                _DEBIT: 12,
                _BALANCE: 14,
                _HANDLER: 11,
                _CODE: 14,
            },
        ),
    ),
    BookLayout(
        name="小折 125×88",
        colour=None,
        width_mm=125.0,
        height_mm=88.0,
        pages=16,
        lines=10,
        first_mm=18.0,
        pitch_mm=6.35,
        columns=_columns(
            3.5,
            8.0,
            {
                _SEQ: 6.5,
                _DAY: 17.5,
                _WORDS: 32,
                _CREDIT: 11,
                _DEBIT: 11,
                _BALANCE: 14,
                _HANDLER: 11,
                _CODE: 14,
            },
        ),
    ),
    BookLayout(
        name="A6 小册",
        colour=None,
        width_mm=105.0,
        height_mm=148.0,
        pages=16,
        lines=18,
        first_mm=20.0,
        pitch_mm=6.4,
        columns=_columns(
            3.5,
            8.0,
            {_DAY: 17, _WORDS: 25.5, _CREDIT: 10, _DEBIT: 10, _BALANCE: 12, _HANDLER: 10, _CODE: 13},
        ),
    ),
    BookLayout(
        name="A5 册（A4 对折）",
        colour=None,
        width_mm=148.0,
        height_mm=210.0,
        pages=12,
        lines=20,
        first_mm=30.0,
        pitch_mm=7.9,
        spread=True,
        columns=_columns(
            6.0,
            9.5,
            {_SEQ: 8, _DAY: 20, _WORDS: 39, _CREDIT: 13, _DEBIT: 13, _BALANCE: 16, _HANDLER: 12, _CODE: 15},
        ),
    ),
    BookLayout(
        name="A4 单页",
        colour=None,
        width_mm=210.0,
        height_mm=297.0,
        pages=12,
        lines=28,
        first_mm=36.0,
        pitch_mm=8.6,
        columns=_columns(
            15.0,
            12.0,
            {_SEQ: 12, _DAY: 27, _WORDS: 54, _CREDIT: 17, _DEBIT: 17, _BALANCE: 21, _HANDLER: 15, _CODE: 19},
        ),
    ),
)
