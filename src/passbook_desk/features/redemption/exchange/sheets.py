"""An exchange day as a workbook: who may redeem, and what the day came to."""

from typing import Final

from passbook_desk.documents.sheet import Cell, Merge, Sheet, Style, Workbook
from passbook_desk.features.redemption.exchange import words
from passbook_desk.features.redemption.exchange.values import EntitledRow, ExchangeSheet, GoodsOfDay
from passbook_desk.kernel.points import ZERO
from passbook_desk.kernel.sensitive import wall_text

_Line = tuple[Cell, ...]
_LIST: Final = (
    ("序号", 6.0),
    ("网格", 12.0),
    ("户编号", 9.0),
    ("户主", 14.0),
    ("存折号", 15.0),
    ("可兑积分", 10.0),
    ("排队号", 8.0),
    ("已兑积分", 10.0),
    ("兑换单", 16.0),
    ("签字", 14.0),
)
_GOODS: Final = (
    ("编号", 8.0),
    ("物品", 22.0),
    ("单位", 7.0),
    ("期初", 9.0),
    ("其他进出", 10.0),
    ("兑出", 9.0),
    ("结存", 9.0),
    ("合计分", 11.0),
)
_LATER: Final = (
    ("兑换单", 13.0),
    ("户主", 14.0),
    ("分", 9.0),
    ("退回日期", 13.0),
    ("原因", 36.0),
    ("物品退回", 10.0),
)


def exchange_workbook(sheet: ExchangeSheet) -> Workbook:
    """名单, 结算, and what was taken back since; codes are text, points and pieces are numbers."""
    later = (_later(sheet),) if sheet.card.later else ()
    title = f"{sheet.village_name}{sheet.card.row.name}"
    return Workbook((_list(sheet), _settlement(sheet), *later), title)


def _list(sheet: ExchangeSheet) -> Sheet:
    rows = [row for _, own in words.by_grid(sheet.rows) for row in own]
    day = sheet.card.row
    above: list[_Line] = [
        (Cell(words.list_title(sheet), Style.TITLE),),
        (Cell(f"{words.days_held(day)}　{day.outlet}　{words.total_word(rows)}", Style.NOTE),),
    ]
    last = len(_LIST) - 1
    total = [Cell("", Style.TOTAL) for _ in _LIST]
    total[3] = Cell("合计", Style.TOTAL)
    total[5] = Cell(sum((row.redeemable for row in rows), ZERO), Style.TOTAL)
    total[7] = Cell(sum((row.had for row in rows), ZERO), Style.TOTAL)
    return Sheet(
        name="可兑换名单",
        rows=(
            *above,
            tuple(Cell(title, Style.HEAD) for title, _ in _LIST),
            *(_list_row(number, row) for number, row in enumerate(rows, 1)),
            tuple(total),
        ),
        widths=tuple(width for _, width in _LIST),
        merges=tuple(Merge(row, 0, row, last) for row in range(len(above))),
        head_rows=1,
        head_from=len(above),
        landscape=True,
    )


def _list_row(number: int, row: EntitledRow) -> _Line:
    return (
        Cell(number, Style.NUMBER),
        Cell(words.grid_word(row.account)),
        Cell(row.account.owner_code),
        Cell(row.account.owner_name),
        Cell(words.book_word(row)),
        Cell(row.redeemable, Style.NUMBER),
        Cell(row.ticket, Style.NUMBER),
        Cell(row.had if row.slips else None, Style.NUMBER),
        Cell("、".join(row.slips)),
        Cell(""),
    )


def _settlement(sheet: ExchangeSheet) -> Sheet:
    day, goods = sheet.card.row, words.moved_goods(sheet)
    above: list[_Line] = [
        (Cell(words.settlement_title(sheet), Style.TITLE),),
        (Cell(f"{day.number}　{words.days_held(day)}　{day.outlet}　{words.settled_word(day)}", Style.NOTE),),
        (Cell(words.tie_words(sheet.card.tie), Style.NOTE),),
    ]
    last = len(_GOODS) - 1
    total = [Cell("", Style.TOTAL) for _ in _GOODS]
    total[1] = Cell("合计", Style.TOTAL)
    total[5] = Cell(sum(row.given for row in goods), Style.TOTAL)
    total[7] = Cell(sum((row.points for row in goods), ZERO), Style.TOTAL)
    return Sheet(
        name="结算",
        rows=(
            *above,
            tuple(Cell(title, Style.HEAD) for title, _ in _GOODS),
            *map(_goods_row, goods),
            tuple(total),
        ),
        widths=tuple(width for _, width in _GOODS),
        merges=tuple(Merge(row, 0, row, last) for row in range(len(above))),
        head_rows=1,
        head_from=len(above),
        landscape=True,
    )


def _goods_row(goods: GoodsOfDay) -> _Line:
    stock = (None,) * 3 if goods.service else (goods.opening, goods.other, goods.left)
    opening, other, left = stock
    return (
        Cell(goods.code),
        Cell(goods.called),
        Cell(goods.unit, Style.CENTRED),
        Cell(opening, Style.NUMBER),
        Cell(other, Style.NUMBER),
        Cell(goods.given, Style.NUMBER),
        Cell(left, Style.NUMBER),
        Cell(goods.points, Style.NUMBER),
    )


def _later(sheet: ExchangeSheet) -> Sheet:
    """The slips that were taken back since the settlement."""
    return Sheet(
        name="结算后退回",
        rows=(
            (Cell(f"{words.settlement_title(sheet)}　结算后退回", Style.TITLE),),
            tuple(Cell(title, Style.HEAD) for title, _ in _LATER),
            *(
                (
                    Cell(slip.number),
                    Cell(slip.account.owner_name),
                    Cell(slip.points, Style.NUMBER),
                    Cell(slip.undone_on, Style.DATE),
                    Cell(wall_text(slip.undo_reason)),
                    Cell("是" if slip.goods_back else "否", Style.CENTRED),
                )
                for slip in sheet.card.later
            ),
        ),
        widths=tuple(width for _, width in _LATER),
        merges=(Merge(0, 0, 0, len(_LATER) - 1),),
        head_rows=1,
        head_from=1,
        landscape=True,
    )
