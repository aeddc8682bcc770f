"""The objections to notices as a workbook for the township."""

from collections.abc import Sequence
from typing import Final

from passbook_desk.documents.sheet import Cell, Merge, Sheet, Style, Workbook
from passbook_desk.features.notices.objections import words
from passbook_desk.features.notices.objections.values import ObjectionRow
from passbook_desk.kernel.sensitive import wall_text

_HEADS: Final = (
    ("异议编号", 18),
    ("公示编号", 16),
    ("行号", 8),
    ("户编号、姓名", 18),
    ("收到日期", 13),
    ("方式", 10),
    ("异议人", 12),
    ("异议内容", 36),
    ("经办", 12),
    ("答复期限", 13),
    ("结果", 10),
    ("更正分数", 10),
)
_NONE: Final = "没有收到异议。"


def objections_workbook(rows: Sequence[ObjectionRow], village_name: str) -> Workbook:
    """公示异议记录, one line for each objection, the earliest first; numbers of persons are masked."""
    title = f"{village_name}公示异议记录"
    lines: list[tuple[Cell, ...]] = [_line(row) for row in sorted(rows, key=lambda row: row.id)]
    last = len(_HEADS) - 1
    noted = (0,) if lines else (0, 2)
    sheet = Sheet(
        name="公示异议",
        rows=(
            (Cell(title, Style.TITLE),),
            tuple(Cell(head, Style.HEAD) for head, _ in _HEADS),
            *(lines or [(Cell(_NONE, Style.NOTE),)]),
        ),
        widths=tuple(float(width) for _, width in _HEADS),
        merges=tuple(Merge(row, 0, row, last) for row in noted),
        head_rows=1,
        head_from=1,
        landscape=True,
    )
    return Workbook((sheet,), title)


def _line(row: ObjectionRow) -> tuple[Cell, ...]:
    return (
        Cell(row.shown_number),
        Cell(row.notice_shown),
        Cell(row.line_no, Style.NUMBER),
        Cell(row.line_words),
        Cell(row.received_on, Style.DATE),
        Cell(words.WAYS[row.way], Style.CENTRED),
        Cell(words.who(row)),
        Cell(wall_text(row.words)),
        Cell(wall_text(row.handler)),
        Cell(row.due_on, Style.DATE),
        Cell(words.STATES[row.state], Style.CENTRED),
        Cell(row.change, Style.NUMBER),
    )
