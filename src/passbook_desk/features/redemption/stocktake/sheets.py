"""盘点表 as a workbook with the same words as the paper; the blank one is open only where one counts."""

from passbook_desk.documents.sheet import Cell, Merge, Sheet, Style, Workbook
from passbook_desk.features.redemption.stocktake import words
from passbook_desk.features.redemption.stocktake.values import StocktakeSheet

_A_CHARACTER = 2.1
"""Millimetres of a column for one character of the sheet."""


def stocktake_workbook(sheet: StocktakeSheet) -> Workbook:
    """One sheet; codes are text, pieces and points are numbers."""
    heads = words.heads(sheet)
    last = len(heads)
    rows: list[tuple[Cell, ...]] = [(Cell(words.title(sheet), Style.TITLE),)]
    rows += [(Cell(fact, Style.NOTE),) for fact in words.facts(sheet)]
    wide = list(range(len(rows)))
    head_from = len(rows)
    rows.append(tuple(Cell(name, Style.HEAD) for name in ("序号", *(head.title for head in heads))))
    number = 0
    for shelf, group in words.by_shelf(words.listed(sheet)):
        if shelf:
            wide.append(len(rows))
            rows.append((Cell(shelf),))
        for row in group:
            number += 1
            rows.append(
                (Cell(number, Style.CENTRED), *(Cell(head.value(row), _style(head)) for head in heads))
            )
    if not sheet.blind:
        sums = (Cell("" if head.total is None else head.total(sheet.card), Style.TOTAL) for head in heads)
        rows.append((Cell("合计", Style.TOTAL), *sums))
    for said in (*words.notes(sheet), "　　　　　　".join(words.SIGNED)):
        wide.append(len(rows))
        rows.append((Cell(said, Style.NOTE),))
    return Workbook(
        sheets=(
            Sheet(
                name="盘点表",
                rows=tuple(rows),
                widths=(6, *(max(6.0, head.width / _A_CHARACTER) for head in heads)),
                merges=tuple(Merge(row, 0, row, last) for row in wide),
                head_rows=1,
                head_from=head_from,
                guarded=sheet.blind,
            ),
        ),
        title=words.title(sheet),
    )


def _style(head: words.Head) -> Style:
    return Style.ENTRY if head.entry else Style.NUMBER if head.figures else Style.TEXT
