"""物品价目表 as a workbook, with the same rows as the paper. Chinese official form."""

from typing import Final

from passbook_desk.documents.sheet import Cell, Merge, Sheet, Style, Workbook
from passbook_desk.features.redemption.goods.paper import PriceList
from passbook_desk.features.redemption.goods.words import NO_LIMIT, by_category, limit_words

_HEADS: Final = (
    ("编号", 8.0),
    ("类别", 10.0),
    ("物品", 18.0),
    ("规格", 14.0),
    ("单位", 7.0),
    ("分值", 9.0),
    ("限兑", 18.0),
    ("备注", 18.0),
)
_LAST: Final = len(_HEADS) - 1


def price_list_workbook(sheet: PriceList) -> Workbook:
    """One sheet by category; codes are text, points are numbers."""
    rows: list[tuple[Cell, ...]] = [
        (Cell(sheet.title, Style.TITLE),),
        tuple(Cell(head, Style.HEAD) for head, _ in _HEADS),
    ]
    for heading, members in by_category(sheet.priced):
        rows += [
            (
                Cell(row.code, Style.CENTRED),
                Cell(heading, Style.CENTRED),
                Cell(row.name),
                Cell(row.spec),
                Cell(row.unit, Style.CENTRED),
                Cell(row.points, Style.NUMBER),
                Cell(limit_words(row) or NO_LIMIT, Style.CENTRED),
                Cell(row.remark),
            )
            for row in members
        ]
    foot = len(rows)
    rows += [(Cell(note, Style.NOTE),) for note in sheet.notes]
    rows.append((Cell(f"{sheet.issuer}（盖章）", Style.NOTE),))
    wide = (0, *range(foot, len(rows)))
    table = Sheet(
        name="物品价目",
        rows=tuple(rows),
        widths=tuple(width for _, width in _HEADS),
        merges=tuple(Merge(number, 0, number, _LAST) for number in wide),
        head_rows=1,
        head_from=1,
    )
    return Workbook((table,), sheet.title)
