"""Kinds of books said in words: their columns, sizes, parts, and what keeping a change does."""

from typing import Final

from passbook_desk.features.ledger.values import Colour
from passbook_desk.features.passbooks.books.layouts import BookLayout, ColumnKind
from passbook_desk.features.passbooks.books.values import BookTypeRow, LayoutArrival, LayoutChange
from passbook_desk.ui.kit.rows import Column
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate
from passbook_desk.ui.pages.passbooks.types_moves import Part, PartKind, column_of

_CONTEXT: Final = "BookTypes"
COLUMN_WORDS: Final = {
    ColumnKind.SEQ: QT_TRANSLATE_NOOP("BookTypes", "序"),
    ColumnKind.DAY: QT_TRANSLATE_NOOP("BookTypes", "日期"),
    ColumnKind.WORDS: QT_TRANSLATE_NOOP("BookTypes", "事项"),
    ColumnKind.CREDIT: QT_TRANSLATE_NOOP("BookTypes", "加"),
    ColumnKind.DEBIT: QT_TRANSLATE_NOOP("BookTypes", "扣"),
    ColumnKind.BALANCE: QT_TRANSLATE_NOOP("BookTypes", "结余"),
    ColumnKind.HANDLER: QT_TRANSLATE_NOOP("BookTypes", "经手"),
    ColumnKind.CODE: QT_TRANSLATE_NOOP("BookTypes", "校验码"),
}
COLOUR_WORDS: Final = {
    None: QT_TRANSLATE_NOOP("BookTypes", "红绿都用"),
    Colour.RED: QT_TRANSLATE_NOOP("BookTypes", "只用于红折"),
    Colour.GREEN: QT_TRANSLATE_NOOP("BookTypes", "只用于绿折"),
}
STOCK_WORDS: Final = {
    True: QT_TRANSLATE_NOOP("BookTypes", "白纸，栏线程序来打"),
    False: QT_TRANSLATE_NOOP("BookTypes", "印好栏线的折，只打字"),
}
_FIRST: Final = QT_TRANSLATE_NOOP("BookTypes", "第 1 行")
_LAST: Final = QT_TRANSLATE_NOOP("BookTypes", "第 {line} 行（管行距）")
_FOLD: Final = QT_TRANSLATE_NOOP("BookTypes", "骑缝")
_COLUMN: Final = QT_TRANSLATE_NOOP("BookTypes", "“{column}”栏")
_COLUMN_AT: Final = QT_TRANSLATE_NOOP("BookTypes", "左 {left}，宽 {width} 毫米")
_FIRST_AT: Final = QT_TRANSLATE_NOOP("BookTypes", "行中间离纸上边 {first} 毫米")
_LAST_AT: Final = QT_TRANSLATE_NOOP("BookTypes", "行距 {pitch} 毫米")
_FOLD_AT: Final = QT_TRANSLATE_NOOP("BookTypes", "第 {after} 行后空 {skip} 行")
_FOLD_SHORT: Final = QT_TRANSLATE_NOOP("BookTypes", "{after} 行后空 {skip} 行")
_NO_FOLD: Final = QT_TRANSLATE_NOOP("BookTypes", "没有")
_IN_USE: Final = QT_TRANSLATE_NOOP("BookTypes", "现用")
_RETIRED: Final = QT_TRANSLATE_NOOP("BookTypes", "停用")
_BOTH: Final = QT_TRANSLATE_NOOP("BookTypes", "红、绿")
_RED: Final = QT_TRANSLATE_NOOP("BookTypes", "红")
_GREEN: Final = QT_TRANSLATE_NOOP("BookTypes", "绿")
_BLANK: Final = QT_TRANSLATE_NOOP("BookTypes", "白纸")
_PRINTED: Final = QT_TRANSLATE_NOOP("BookTypes", "印好的")
_COUNT: Final = QT_TRANSLATE_NOOP("BookTypes", "{count} 本")
_EFFECTS: Final = {
    LayoutChange.NEW: QT_TRANSLATE_NOOP("BookTypes", "新折样，存好后发新折时可以选。"),
    LayoutChange.NONE: "",
    LayoutChange.PLACES: QT_TRANSLATE_NOOP("BookTypes", "还没有存折用它，改了就照新的发。"),
    LayoutChange.VERSION: QT_TRANSLATE_NOOP(
        "BookTypes", "页、行的数变了：已发的 {count} 本照旧，新发的折才用，记作新的一版。"
    ),
}
_PLACES_IN_USE: Final = QT_TRANSLATE_NOOP(
    "BookTypes", "每页的行没变：已发的 {count} 本下次登折，也照新的位置打。"
)
_ARRIVING_UNUSED: Final = QT_TRANSLATE_NOOP("BookTypes", "{name}：改成文件里的，还没有存折用它")
_ARRIVING: Final = {
    LayoutChange.NEW: QT_TRANSLATE_NOOP("BookTypes", "{name}：这里没有，加进来"),
    LayoutChange.NONE: QT_TRANSLATE_NOOP("BookTypes", "{name}：和这里一样，不动"),
    LayoutChange.PLACES: QT_TRANSLATE_NOOP("BookTypes", "{name}：改位置，已发的 {count} 本也照新的打"),
    LayoutChange.VERSION: QT_TRANSLATE_NOOP(
        "BookTypes", "{name}：页、行不同，已发的 {count} 本照旧，新发的才用"
    ),
}


def _say(words: str) -> str:
    return translate(_CONTEXT, words)


def plain_mm(length: float) -> str:
    """A length as it is typed, to a thousandth: 130, 6.35."""
    return f"{length:.3f}".rstrip("0").rstrip(".")


def column_word(kind: ColumnKind) -> str:
    """The head of a column."""
    return _say(COLUMN_WORDS[kind])


def part_word(layout: BookLayout, part: Part) -> str:
    """What a part of the layout is called."""
    if part.column is not None:
        return _say(_COLUMN).format(column=column_word(part.column))
    if part.kind is PartKind.FIRST:
        return _say(_FIRST)
    return _say(_LAST).format(line=layout.lines) if part.kind is PartKind.LAST else _say(_FOLD)


def part_place(layout: BookLayout, part: Part) -> str:
    """Where a part stands."""
    if part.column is not None:
        column = column_of(layout, part.column)
        return _say(_COLUMN_AT).format(left=plain_mm(column.left_mm), width=plain_mm(column.width_mm))
    if part.kind is PartKind.FIRST:
        return _say(_FIRST_AT).format(first=plain_mm(layout.first_mm))
    return (
        _say(_LAST_AT).format(pitch=plain_mm(layout.pitch_mm))
        if part.kind is PartKind.LAST
        else fold_words(layout)
    )


def fold_words(layout: BookLayout) -> str:
    """Where the fold is."""
    return _say(_FOLD_AT).format(after=layout.fold_after, skip=layout.fold_skip)


def effect_words(before: BookTypeRow | None, change: LayoutChange) -> str:
    """Which books keeping a change touches; empty when nothing was changed."""
    count = 0 if before is None else before.books
    words = _PLACES_IN_USE if change is LayoutChange.PLACES and count else _EFFECTS[change]
    return _say(words).format(count=count) if words else ""


def arrival_words(arrival: LayoutArrival) -> str:
    """What taking in one layout does."""
    count = 0 if arrival.before is None else arrival.before.books
    unused = arrival.change is LayoutChange.PLACES and not count
    return _say(_ARRIVING_UNUSED if unused else _ARRIVING[arrival.change]).format(
        name=arrival.layout.name, count=count
    )


def _paper(row: BookTypeRow) -> str:
    return f"{plain_mm(row.layout.width_mm)}×{plain_mm(row.layout.height_mm)}"


def _fold(row: BookTypeRow) -> str:
    layout = row.layout
    if layout.fold_mm() is None:
        return _say(_NO_FOLD)
    return _say(_FOLD_SHORT).format(after=layout.fold_after, skip=layout.fold_skip)


def _colour(row: BookTypeRow) -> str:
    return _say({None: _BOTH, Colour.RED: _RED, Colour.GREEN: _GREEN}[row.layout.colour])


TYPE_COLUMNS: tuple[Column[BookTypeRow], ...] = (
    Column("name", QT_TRANSLATE_NOOP("Columns", "名称"), lambda row: row.layout.name, 9, stretch=True),
    Column("paper", QT_TRANSLATE_NOOP("Columns", "纸（毫米）"), _paper, 5),
    Column(
        "lines",
        QT_TRANSLATE_NOOP("Columns", "页×行"),
        lambda row: f"{row.layout.pages}×{row.layout.lines}",
        4,
        sort=lambda row: row.layout.capacity,
    ),
    Column("fold", QT_TRANSLATE_NOOP("Columns", "骑缝"), _fold, 6.5, optional=True),
    Column("colour", QT_TRANSLATE_NOOP("Columns", "颜色"), _colour, 4),
    Column(
        "stock",
        QT_TRANSLATE_NOOP("Columns", "纸面"),
        lambda row: _say(_BLANK if row.layout.blank else _PRINTED),
        4,
        optional=True,
    ),
    Column("version", QT_TRANSLATE_NOOP("Columns", "版"), lambda row: str(row.version), 2, figures=True),
    Column(
        "books",
        QT_TRANSLATE_NOOP("Columns", "已发"),
        lambda row: _say(_COUNT).format(count=row.books),
        4,
        sort=lambda row: row.books,
        figures=True,
    ),
    Column(
        "state",
        QT_TRANSLATE_NOOP("Columns", "状态"),
        lambda row: _say(_RETIRED if row.retired else _IN_USE),
        4,
    ),
)
