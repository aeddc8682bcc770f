"""采购清单 as a workbook, with the same rows and sums as the paper. Chinese official form."""

from typing import Final

from passbook_desk.documents.sheet import Cell, Merge, Sheet, Style, Workbook
from passbook_desk.features.passbooks.looks import chinese_day
from passbook_desk.features.redemption.stock.purchase import money_for
from passbook_desk.features.redemption.stock.purchase_paper import (
    RULE,
    SIGNED,
    PurchaseSheet,
    money_words,
    one_line,
)

_HEADS: Final = (
    ("编号", 8.0),
    ("物品", 18.0),
    ("规格", 12.0),
    ("单位", 7.0),
    ("现有", 8.0),
    ("下限", 8.0),
    ("等货（户）", 10.0),
    ("要补", 8.0),
    ("上次进价（元）", 15.0),
    ("金额（元）", 12.0),
    ("分值", 9.0),
    ("库位", 10.0),
)
_MONEY_AT: Final = 9
_LAST: Final = len(_HEADS) - 1


def purchase_workbook(sheet: PurchaseSheet) -> Workbook:
    """One sheet across; codes are text, figures are numbers, an unknown cost stays empty."""
    rows: list[tuple[Cell, ...]] = [
        (Cell(sheet.title, Style.TITLE),),
        (Cell(f"{chinese_day(sheet.as_of)}　{one_line(sheet.rows)}", Style.NOTE),),
        tuple(Cell(head, Style.HEAD) for head, _ in _HEADS),
    ]
    rows += [
        (
            Cell(row.goods.code, Style.CENTRED),
            Cell(row.goods.name),
            Cell(row.goods.spec),
            Cell(row.goods.unit, Style.CENTRED),
            Cell(row.goods.free, Style.NUMBER),
            Cell(row.goods.reorder_least, Style.NUMBER),
            Cell(row.goods.wanted or None, Style.NUMBER),
            Cell(row.quantity, Style.NUMBER),
            Cell(row.last_cost, Style.MONEY),
            Cell(row.money, Style.MONEY),
            Cell(row.goods.points, Style.NUMBER),
            Cell(row.goods.shelf, Style.CENTRED),
        )
        for row in sheet.rows
    ]
    if sheet.rows:
        money, _ = money_for(sheet.rows)
        total = [Cell("", Style.TOTAL) for _ in _HEADS]
        total[0], total[_MONEY_AT] = Cell("合计", Style.TOTAL), Cell(money, Style.TOTAL)
        rows.append(tuple(total))
    foot = len(rows)
    if sheet.rows:
        rows.append((Cell(money_words(sheet.rows), Style.NOTE),))
    rows.append((Cell(RULE, Style.NOTE),))
    rows.append((Cell("　　　　　　　　".join(SIGNED), Style.NOTE),))
    wide = (0, 1, *range(foot, len(rows)))
    table = Sheet(
        name="采购清单",
        rows=tuple(rows),
        widths=tuple(width for _, width in _HEADS),
        merges=tuple(Merge(number, 0, number, _LAST) for number in wide),
        head_rows=1,
        head_from=2,
        landscape=True,
    )
    return Workbook((table,), sheet.title)
