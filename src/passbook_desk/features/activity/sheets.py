"""The log as a workbook with the same words as the paper."""

from typing import Final

from passbook_desk.documents.sheet import Cell, Merge, Sheet, Style, Workbook
from passbook_desk.features.activity import words
from passbook_desk.features.activity.values import LogSheet

_HEADS: Final = (("时间", 18), ("谁", 14), ("做了什么", 70))


def log_workbook(sheet: LogSheet) -> Workbook:
    """One sheet, newest first."""
    above = [(Cell(words.title(sheet), Style.TITLE),)]
    above += [(Cell(line, Style.NOTE),) for line in words.facts(sheet)]
    heads = tuple(Cell(head, Style.HEAD) for head, _ in _HEADS)
    table = [(Cell(words.when(row)), Cell(words.who(row)), Cell(words.sentence(row))) for row in sheet.rows]
    return Workbook(
        sheets=(
            Sheet(
                name="操作记录",
                rows=(*above, heads, *table),
                widths=tuple(width for _, width in _HEADS),
                merges=tuple(Merge(row, 0, row, len(_HEADS) - 1) for row in range(len(above))),
                head_rows=1,
                head_from=len(above),
            ),
        ),
        title=words.title(sheet),
    )
