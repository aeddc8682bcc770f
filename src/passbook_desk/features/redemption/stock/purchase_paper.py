"""采购清单: what to buy in one sentence, then as a table with places to sign, A4 upright."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from passbook_desk.documents.flow import Block, Column, Paper, Row, RowKind, TableStyle, flow_table
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import A4, Align, Face, Item, Page, Rule, Text
from passbook_desk.features.passbooks.looks import chinese_day
from passbook_desk.features.redemption.stock.purchase import PurchaseRow, money_for
from passbook_desk.kernel.points import Money

_MARGIN: Final = 14.0
_WIDTH: Final = A4[0] - 2 * _MARGIN
_PAPER: Final = Paper(A4, _MARGIN, _MARGIN, 14.0, 15.0)
_BODY: Final = 11.0
_SENTENCE: Final = 14.0
_LINE: Final = 6.6
_STYLE: Final = TableStyle(size=_BODY, head_size=_BODY, pitch=1.25, padding=1.2, lowest_row=7.6)
_COLUMNS: Final = (
    Column("编号", 13.0, Align.CENTRE),
    Column("物品", 48.0),
    Column("单位", 13.0, Align.CENTRE),
    Column("现有", 14.0, Align.RIGHT),
    Column("下限", 14.0, Align.RIGHT),
    Column("等货（户）", 15.0, Align.RIGHT),
    Column("要补", 14.0, Align.RIGHT),
    Column("上次进价（元）", 18.0, Align.RIGHT),
    Column("金额（元）", 18.0, Align.RIGHT),
    Column("分值", _WIDTH - 167.0, Align.RIGHT),
)
SIGNED: Final = ("开单：", "同意：", "采购：")
"""Who signs: whoever asks for it, whoever allows the money, whoever buys."""
RULE: Final = "要补的数：低于下限的补到下限的两倍，另加等货的户数，减去现有。现有不含已过期的。"


@dataclass(frozen=True, slots=True)
class PurchaseSheet:
    """What a village is to buy, as of a day."""

    village_name: str
    as_of: date
    rows: tuple[PurchaseRow, ...]

    @property
    def title(self) -> str:
        """What the list is called."""
        return f"{self.village_name}积分超市采购清单"


def one_line(rows: tuple[PurchaseRow, ...]) -> str:
    """The list as it is told on the telephone: 要补：肥皂（2块装）10 盒、毛巾 5 条。"""
    if not rows:
        return "现在没有要补的物品。"
    return f"要补：{'、'.join(_said(row) for row in rows)}。"


def money_words(rows: tuple[PurchaseRow, ...]) -> str:
    """What it will cost by the last costs, and of how many kinds nobody knows."""
    money, unknown = money_for(rows)
    missing = f"，另有 {unknown} 种没有进价，不在合计里" if unknown else ""
    return f"按上次进价合计 {_yuan(money)} 元{missing}。"


def purchase_pages(sheet: PurchaseSheet, measure: Measure) -> tuple[Page, ...]:
    """The sentence, the table with its sum, places to sign. Raises CharactersNotPrintable."""
    return flow_table(
        _COLUMNS,
        _rows(sheet.rows),
        measure,
        _PAPER,
        _STYLE,
        first=_heading(sheet, measure),
        later=_later(f"{sheet.title}（续）", measure),
        closing=_closing(sheet, measure),
    )


def _said(row: PurchaseRow) -> str:
    spec = f"（{row.goods.spec}）" if row.goods.spec else " "
    return f"{row.goods.name}{spec}{row.quantity} {row.goods.unit}"


def _rows(rows: tuple[PurchaseRow, ...]) -> list[Row]:
    found = [
        Row(
            (
                row.goods.code,
                row.goods.called,
                row.goods.unit,
                str(row.goods.free),
                str(row.goods.reorder_least),
                str(row.goods.wanted or ""),
                str(row.quantity),
                "" if row.last_cost is None else _yuan(row.last_cost),
                "" if row.money is None else _yuan(row.money),
                "" if row.goods.points is None else str(row.goods.points),
            )
        )
        for row in rows
    ]
    if rows:
        money, _ = money_for(rows)
        sums = ("", f"合计 {len(rows)} 种", "", "", "", "", "", "", _yuan(money), "")
        found.append(Row(sums, RowKind.SUBTOTAL))
    return found


def _heading(sheet: PurchaseSheet, measure: Measure) -> Block:
    size = measure.fit(sheet.title, _WIDTH, 20.0, Face.BOLD, 12.0)
    items: list[Item] = [Text(_WIDTH / 2, 7.5, sheet.title, size, Face.BOLD, Align.CENTRE)]
    y = 15.0
    items.append(Text(_WIDTH, y, chinese_day(sheet.as_of), _BODY, align=Align.RIGHT))
    y += 8.0
    for line in measure.wrap(one_line(sheet.rows), _WIDTH, _SENTENCE):
        items.append(Text(0.0, y, line, _SENTENCE))
        y += _LINE
    return Block(y - 1.0, tuple(items))


def _later(title: str, measure: Measure) -> Block:
    size = measure.fit(title, _WIDTH, 13.0, Face.BOLD, 8.0)
    return Block(9.0, (Text(_WIDTH / 2, 5.5, title, size, Face.BOLD, Align.CENTRE),))


def _closing(sheet: PurchaseSheet, measure: Measure) -> Block:
    items: list[Item] = []
    y = 7.0
    notes = (money_words(sheet.rows), RULE) if sheet.rows else (RULE,)
    for note in notes:
        for line in measure.wrap(note, _WIDTH, _BODY):
            items.append(Text(0.0, y, line, _BODY))
            y += 5.4
    y += 12.0
    share = _WIDTH / len(SIGNED)
    for place, sign in enumerate(SIGNED):
        x = place * share
        items.append(Text(x, y, sign, _BODY))
        items.append(Rule(x + measure.width(sign, _BODY) + 1.0, y + 1.0, x + share - 6.0, y + 1.0, 0.15))
    return Block(y + 4.0, tuple(items))


def _yuan(money: Money) -> str:
    """Money as accounts write it, with two decimals."""
    return f"{money.fen // 100}.{money.fen % 100:02d}"
