"""兑换登记表 as a workbook: a line for each kind of goods, numbers of books and households as text."""

from typing import Final

from passbook_desk.documents.sheet import Cell, Merge, Sheet, Style, Workbook
from passbook_desk.features.redemption.counter import words
from passbook_desk.features.redemption.counter.register_values import Register, SlipSheet
from passbook_desk.features.redemption.counter.values import SlipItemRow, SlipRow
from passbook_desk.features.village.values import VillageRow
from passbook_desk.kernel.points import Points

_HEADS: Final = (
    ("序号", 6.0),
    ("日期", 11.0),
    ("单号", 11.0),
    ("兑换点", 12.0),
    ("网格", 10.0),
    ("户编号", 9.0),
    ("户主/持折人", 11.0),
    ("存折号", 17.0),
    ("物品", 16.0),
    ("规格", 12.0),
    ("数量", 7.0),
    ("单位", 6.0),
    ("单价分", 8.0),
    ("合计分", 8.0),
    ("兑换前可用分", 10.0),
    ("兑换后可用分", 10.0),
    ("领取人", 11.0),
    ("与户主关系", 10.0),
    ("经办人", 9.0),
    ("监督员", 9.0),
    ("状态", 26.0),
)
_PLACES: Final = {head: place for place, (head, _) in enumerate(_HEADS)}


def register_workbook(register: Register, village: VillageRow) -> Workbook:
    """The register with the paper's figures; lines of a slip that was taken back count nothing."""
    title, last = words.register_title(village), len(_HEADS) - 1
    rows: list[tuple[Cell, ...]] = [
        (Cell(title, Style.TITLE),),
        (Cell(words.register_facts(register), Style.NOTE),),
        tuple(Cell(head, Style.HEAD) for head, _ in _HEADS),
    ]
    rows += [
        _row(number, sheet, item, left) for number, (sheet, item, left) in enumerate(register.items, start=1)
    ]
    sums: list[str | int | Points] = [""] * len(_HEADS)
    sums[_PLACES["日期"]] = "合计"
    sums[_PLACES["单号"]] = f"{len(register.standing)} 张"
    sums[_PLACES["数量"]], sums[_PLACES["合计分"]] = register.pieces, register.points
    rows.append(tuple(Cell(value, Style.TOTAL) for value in sums))
    foot = len(rows)
    rows.append((Cell(words.register_sums(register), Style.NOTE),))
    rows.append((Cell("制表：＿＿＿＿＿＿　　店长：＿＿＿＿＿＿　　监督员：＿＿＿＿＿＿", Style.NOTE),))
    return Workbook(
        (
            Sheet(
                name="兑换登记表",
                rows=tuple(rows),
                widths=tuple(width for _, width in _HEADS),
                merges=tuple(Merge(row, 0, row, last) for row in (0, 1, foot, foot + 1)),
                head_rows=1,
                head_from=2,
                landscape=True,
            ),
        ),
        title,
    )


def _row(number: int, sheet: SlipSheet, item: SlipItemRow, left: Points) -> tuple[Cell, ...]:
    slip, account = sheet.slip, sheet.slip.account
    pieces, points = _counting(slip, item)
    return (
        Cell(number, Style.NUMBER),
        Cell(slip.redeemed_on, Style.DATE),
        Cell(slip.number, Style.CENTRED),
        Cell(slip.outlet),
        Cell(account.grid_name),
        Cell(account.owner_code, Style.CENTRED),
        Cell(account.owner_name),
        Cell(sheet.book, Style.CENTRED),
        Cell(item.name),
        Cell(item.spec),
        Cell(pieces, Style.NUMBER),
        Cell(item.unit, Style.CENTRED),
        Cell(item.price, Style.NUMBER),
        Cell(points, Style.NUMBER),
        Cell(left + item.points, Style.NUMBER),
        Cell(left, Style.NUMBER),
        Cell(slip.collector or account.owner_name),
        Cell(words.relation_words(slip)),
        Cell(slip.served_by),
        Cell(""),
        Cell(words.undone_words(slip)),
    )


def _counting(slip: SlipRow, item: SlipItemRow) -> tuple[int | str, Points | str]:
    """Pieces and points as numbers; of what was taken back as text, which no sum of the sheet counts."""
    if slip.undone_on is None:
        return item.quantity, item.points
    return str(item.quantity), str(item.points)
