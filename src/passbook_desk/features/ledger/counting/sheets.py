"""A count as a workbook with the same figures as screen and paper."""

from typing import Final

from passbook_desk.documents.sheet import Cell, Merge, Sheet, Style, Workbook
from passbook_desk.features.ledger.counting import words
from passbook_desk.features.ledger.counting.values import CountRow, CountSheet

_Row = tuple[Cell, ...]
_FIGURE_WIDTH: Final = 10
_TEXT_WIDTH: Final = 14


def count_workbook(sheet: CountSheet) -> Workbook:
    """One sheet; codes are text, figures are numbers, names stand as on the wall."""
    columns = words.heads(sheet)
    above = [(Cell(words.title(sheet), Style.TITLE),)]
    above += [(Cell(line, Style.NOTE),) for line in words.facts(sheet)]
    rows = words.listed(sheet)
    table: list[_Row] = [tuple(Cell(head.title, Style.HEAD) for head in columns)]
    table += [_row(columns, row) for row in rows]
    if rows:
        table.append(_total(columns, sheet))
    return Workbook(
        sheets=(
            Sheet(
                name=sheet.period.chinese,
                rows=(*above, *table),
                widths=tuple(_FIGURE_WIDTH if head.figures else _TEXT_WIDTH for head in columns),
                merges=tuple(Merge(row, 0, row, len(columns) - 1) for row in range(len(above))),
                head_rows=1,
                head_from=len(above),
                landscape=sheet.by.of_places,
            ),
        ),
        title=words.title(sheet),
    )


def _row(columns: tuple[words.Head, ...], row: CountRow) -> _Row:
    return tuple(Cell(head.value(row), Style.NUMBER if head.figures else Style.TEXT) for head in columns)


def _total(columns: tuple[words.Head, ...], sheet: CountSheet) -> _Row:
    cells = [Cell(head.value(sheet.total) if head.figures else "", Style.TOTAL) for head in columns]
    place = next(number for number, head in enumerate(columns) if not head.figures)
    cells[place] = Cell(words.total_word(sheet), Style.TOTAL)
    return tuple(cells)
