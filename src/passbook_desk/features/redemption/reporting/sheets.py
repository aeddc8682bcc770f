"""兑换情况汇总 as a workbook with the figures of the paper: a sheet for each table."""

from typing import Final

from passbook_desk.documents.sheet import Cell, Merge, Sheet, Style, Workbook
from passbook_desk.features.redemption.reporting import words
from passbook_desk.features.redemption.reporting.values import RedemptionSummary
from passbook_desk.features.village.values import VillageRow
from passbook_desk.kernel.points import Money

_NAMES: Final = {
    "whole": "本期兑换",
    "goods": "按物品",
    "outlets": "按兑换点",
    "groups": "按网格",
    "today": "库存和预算",
}


def summary_sheet(summary: RedemptionSummary, facts: VillageRow) -> Workbook:
    """Codes of goods are text, figures are numbers, money has two decimals."""
    title, above = words.title(summary, facts), words.above(summary, facts)
    return Workbook(tuple(_sheet(table, title, above) for table in words.tables(summary)), title)


def _sheet(table: words.Table, title: str, above: str) -> Sheet:
    last = len(table.heads) - 1
    rows: list[tuple[Cell, ...]] = [
        (Cell(title, Style.TITLE),),
        (Cell(above, Style.NOTE),),
        (Cell(table.title, Style.NOTE),),
        tuple(Cell(head.title, Style.HEAD) for head in table.heads),
    ]
    rows += [
        tuple(_cell(value, head) for value, head in zip(cells, table.heads, strict=True))
        for cells in table.rows
    ]
    if table.total:
        rows.append(tuple(Cell(value, Style.TOTAL) for value in table.total))
    foot = len(rows)
    rows += [(Cell(note, Style.NOTE),) for note in words.NOTES]
    rows.append((Cell("　　　　　　".join(words.SIGNED), Style.NOTE),))
    return Sheet(
        name=_NAMES[table.key],
        rows=tuple(rows),
        widths=tuple(max(8.0, head.width) for head in table.heads),
        merges=tuple(Merge(row, 0, row, last) for row in (0, 1, 2, *range(foot, len(rows)))),
        head_rows=1,
        head_from=3,
    )


def _cell(value: words.Value, head: words.Head) -> Cell:
    if isinstance(value, Money):
        return Cell(value, Style.MONEY)
    return Cell(value, Style.NUMBER if head.figures else Style.TEXT)
