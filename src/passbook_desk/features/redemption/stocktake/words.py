"""The fixed words and columns of 盘点表, blank for counting or with its result: the same in Excel."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from passbook_desk.features.passbooks.looks import chinese_day
from passbook_desk.features.redemption.stocktake.values import (
    CountRow,
    StocktakeCard,
    StocktakeSheet,
    StocktakeState,
)
from passbook_desk.kernel.points import Points

SIGNED: Final = ("盘点人（签字）：", "监盘人（签字）：", "日期：")
_HOW: Final = "数到几件写几件，没有的写 0；过期、破损的也数。数完签字。"
_ABOUT_VALUE: Final = "差异＝实盘－账面，账面是数那一刻的库存；折合分＝差异×开始盘点那天的兑换分值。"
_STATES: Final = {
    StocktakeState.OPEN: "还没有确认，库存没有改。",
    StocktakeState.CONFIRMED: "{day}确认，库存已按实盘改。",
    StocktakeState.DROPPED: "{day}作废，库存没有改。原因：{words}",
    StocktakeState.REVERSED: "{day}收回，库存已改回原来的数。原因：{words}",
}
_WITHOUT_SHELF: Final = "其他（没有写库位）"


@dataclass(frozen=True, slots=True)
class Head:
    """A column: its title, its width in millimetres, what stands in a row, and its sum where it has one."""

    title: str
    width: float
    value: Callable[[CountRow], str | int | Points | None]
    total: Callable[[StocktakeCard], str | int | Points] | None = None
    figures: bool = False
    signed: bool = False
    entry: bool = False


_CODE: Final = Head("编号", 14.0, lambda row: row.code)
_NAME: Final = Head("物品", 34.0, lambda row: row.name, lambda card: f"{len(card.counted)} 种")
_SPEC: Final = Head("规格", 24.0, lambda row: row.spec)
_UNIT: Final = Head("单位", 12.0, lambda row: row.unit)
_BLIND: Final = (
    _CODE,
    _NAME,
    _SPEC,
    _UNIT,
    Head("实盘", 34.0, lambda _: None, entry=True),
    Head("备注", 52.0, lambda _: None, entry=True),
)
_RESULT: Final = (
    _CODE,
    _NAME,
    _SPEC,
    _UNIT,
    Head("账面", 15.0, lambda row: row.book, lambda card: _book(card), True),
    Head("实盘", 15.0, lambda row: row.counted, lambda card: _counted(card), True),
    Head("差异", 15.0, lambda row: row.difference, lambda card: card.found - card.missing, True, True),
    Head("折合分", 17.0, lambda row: row.value or None, lambda card: card.value, True, True),
    Head("原因", 24.0, lambda row: row.reason if row.difference else ""),
)


def heads(sheet: StocktakeSheet) -> tuple[Head, ...]:
    """The columns after 序号."""
    return _BLIND if sheet.blind else _RESULT


def listed(sheet: StocktakeSheet) -> tuple[CountRow, ...]:
    """The goods on the paper: everything that is to be counted, or everything that was."""
    return sheet.card.rows if sheet.blind else sheet.card.counted


def by_shelf(rows: Sequence[CountRow]) -> list[tuple[str, tuple[CountRow, ...]]]:
    """Goods under the heading of their shelf; without headings where no shelf is written down."""
    if not any(row.shelf for row in rows):
        return [("", tuple(rows))] if rows else []
    return [
        (f"库位：{shelf}" if shelf else _WITHOUT_SHELF, tuple(group))
        for shelf, group in groupby(rows, lambda row: row.shelf)
    ]


def title(sheet: StocktakeSheet) -> str:
    """清泉村积分超市盘点表, of a blank one 清泉村积分超市盘点表（盲盘用）."""
    blank = "（盲盘用）" if sheet.blind else ""
    return f"{sheet.village}{sheet.card.row.outlet}盘点表{blank}"


def file_name(sheet: StocktakeSheet) -> str:
    """What a file of this paper is called, without an ending."""
    return f"{title(sheet)} {sheet.card.row.number}"


def facts(sheet: StocktakeSheet) -> tuple[str, ...]:
    """The lines between title and table: number, day, who; then how far it has come or how to count."""
    row = sheet.card.row
    who = [f"编号：{row.number}", f"开始日期：{chinese_day(row.begun_on)}", f"盘点人：{row.counters}"]
    if sheet.blind:
        return ("　".join(who), _HOW)
    if row.witness:
        who.append(f"监盘人：{row.witness}")
    if row.paper_ref:
        who.append(f"签字单编号：{row.paper_ref}")
    day = "" if row.ended_on is None else chinese_day(row.ended_on)
    return ("　".join(who), _STATES[row.state].format(day=day, words=row.words))


def notes(sheet: StocktakeSheet) -> tuple[str, ...]:
    """The lines below the table: how much is more and less, what nobody counted, how it was worked out."""
    if sheet.blind:
        return ()
    card, found = sheet.card, []
    if card.differing:
        more, less = _kinds(card, 1), _kinds(card, -1)
        found.append(f"多出 {more} 种 {card.found} 件，少了 {less} 种 {card.missing} 件。")
    else:
        found.append("盘过的账面和实盘都相符。")
    if card.uncounted:
        names = "、".join(row.called for row in card.uncounted)
        found.append(f"没有盘的 {len(card.uncounted)} 种，库存不改：{names}。")
    return (*found, _ABOUT_VALUE)


def shown(head: Head, value: str | int | Points | None) -> str:
    """A cell in words; differences carry their sign."""
    if value is None:
        return ""
    words = str(value)
    return f"+{words}" if head.signed and value and not words.startswith("-") else words


def _kinds(card: StocktakeCard, sign: int) -> int:
    return sum(row.difference * sign > 0 for row in card.rows)


def _book(card: StocktakeCard) -> int:
    return sum(row.book or 0 for row in card.rows)


def _counted(card: StocktakeCard) -> int:
    return sum(row.counted or 0 for row in card.rows)
