"""Rows copied out of WPS: which column is which, with a header or without."""

from collections.abc import Mapping, Sequence
from typing import Final

from passbook_desk.features.intake.reading import WorkbookRows
from passbook_desk.kernel.search import fold
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP
from passbook_desk.ui.pages.ledger.lines import Cell

_TITLES: Final[Mapping[Cell, tuple[str, ...]]] = {
    Cell.BOOK: (
        QT_TRANSLATE_NOOP("Paste", "户"),
        QT_TRANSLATE_NOOP("Paste", "户编号"),
        QT_TRANSLATE_NOOP("Paste", "户主"),
        QT_TRANSLATE_NOOP("Paste", "户主姓名"),
        QT_TRANSLATE_NOOP("Paste", "姓名"),
        QT_TRANSLATE_NOOP("Paste", "存折号"),
        QT_TRANSLATE_NOOP("Paste", "账号"),
    ),
    Cell.ITEM: (
        QT_TRANSLATE_NOOP("Paste", "事项"),
        QT_TRANSLATE_NOOP("Paste", "事项编号"),
        QT_TRANSLATE_NOOP("Paste", "编号"),
        QT_TRANSLATE_NOOP("Paste", "积分事项"),
        QT_TRANSLATE_NOOP("Paste", "项目"),
    ),
    Cell.POINTS: (
        QT_TRANSLATE_NOOP("Paste", "分"),
        QT_TRANSLATE_NOOP("Paste", "分值"),
        QT_TRANSLATE_NOOP("Paste", "积分"),
        QT_TRANSLATE_NOOP("Paste", "得分"),
    ),
    Cell.MEMO: (
        QT_TRANSLATE_NOOP("Paste", "摘要"),
        QT_TRANSLATE_NOOP("Paste", "备注"),
        QT_TRANSLATE_NOOP("Paste", "说明"),
    ),
    Cell.DAY: (
        QT_TRANSLATE_NOOP("Paste", "日期"),
        QT_TRANSLATE_NOOP("Paste", "时间"),
        QT_TRANSLATE_NOOP("Paste", "发生日期"),
    ),
    Cell.WITNESS: (QT_TRANSLATE_NOOP("Paste", "证明人"), QT_TRANSLATE_NOOP("Paste", "见证人")),
}
_FEW: Final = 2


def pasted_cells(rows: WorkbookRows) -> tuple[tuple[str, ...], ...]:
    """The cells of each row in the order of the grid.

    With a header its words tell the columns; without one they stand as in the grid, behind a running number
    if there is one.
    """
    lines = [[cell.text.strip() for cell in row.cells] for sheet in rows.sheets for row in sheet.rows]
    lines = [line for line in lines if any(line)]
    if not lines:
        return ()
    columns = _by_titles(lines[0])
    if len(columns) >= _FEW:
        return tuple(_cells(line, columns) for line in lines[1:])
    start = 1 if _is_numbered(lines) else 0
    in_order = {cell: start + cell for cell in Cell}
    return tuple(_cells(line, in_order) for line in lines)


def _by_titles(line: Sequence[str]) -> dict[Cell, int]:
    found: dict[Cell, int] = {}
    for column, title in enumerate(line):
        for cell, titles in _TITLES.items():
            if fold(title) in titles and cell not in found:
                found[cell] = column
    return found


def _is_numbered(lines: Sequence[Sequence[str]]) -> bool:
    """Whether the first column counts the rows, and a book stands behind it."""
    return len(lines[0]) > _FEW and [line[0] for line in lines] == [
        str(number) for number in range(1, len(lines) + 1)
    ]


def _cells(line: Sequence[str], columns: Mapping[Cell, int]) -> tuple[str, ...]:
    return tuple(
        line[columns[cell]] if cell in columns and columns[cell] < len(line) else "" for cell in Cell
    )
