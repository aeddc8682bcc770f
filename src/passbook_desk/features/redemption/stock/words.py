"""Fixed words and columns of 入库单, 报损单, 调拨单, 退货单, 库存台账: the same on paper and in Excel."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final, Generic, TypeVar

from passbook_desk.documents.sheet import Value
from passbook_desk.features.passbooks.looks import chinese_day, short_day
from passbook_desk.features.redemption.stock.ledger import StockLedger, StockLedgerRow
from passbook_desk.features.redemption.stock.values import PaperItemRow, PaperKind, PaperRow
from passbook_desk.kernel.period import DateSpan
from passbook_desk.kernel.periods import Period, PeriodKind
from passbook_desk.kernel.points import ZERO, Money, Points

Line = TypeVar("Line")
TITLES: Final = {
    PaperKind.OPENING: "期初入库单",
    PaperKind.BOUGHT: "入库单",
    PaperKind.DONATED: "入库单",
    PaperKind.TRANSFERRED: "入库单",
    PaperKind.MOVED: "调拨单",
    PaperKind.DAMAGED: "报损单",
    PaperKind.EXPIRED: "报损单",
    PaperKind.RETURNED: "退货单",
}
SOURCES: Final = {
    PaperKind.OPENING: "期初",
    PaperKind.BOUGHT: "购买",
    PaperKind.DONATED: "捐赠",
    PaperKind.TRANSFERRED: "调入",
}
COPIES: Final = ("存根联", "交接联")
LEDGER_TITLE: Final = "库存台账"
LEDGER_SIGNED: Final = ("保管员（签字）：", "监督员（签字）：", "负责人（签字）：")
LEDGER_NOTES: Final = (
    "期末＝期初加后面各列；走的是负数。退回的兑换单、收回的单子记在当天，原来那天的数不改。",
    "分值和折合分按最后一天的兑换分值。",
)
_WHY: Final = {PaperKind.DAMAGED: "损坏", PaperKind.EXPIRED: "过期"}
_HANDED_OVER: Final = frozenset(
    {
        PaperKind.BOUGHT,
        PaperKind.DONATED,
        PaperKind.TRANSFERRED,
        PaperKind.MOVED,
        PaperKind.RETURNED,
    }
)
_KEPT: Final = "本单一式两份：存根联留积分超市，交接联交对方。"


@dataclass(frozen=True, slots=True)
class Head(Generic[Line]):
    """A column: its title, its width in millimetres, what stands in a line, whether it adds up.

    An `optional` one is left out where it is empty in every line.
    """

    title: str
    width: float
    value: Callable[[Line], Value]
    figures: bool = False
    adds_up: bool = False
    optional: bool = False


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A line of a paper with the paper it stands on."""

    paper: PaperRow
    item: PaperItemRow

    @property
    def pieces(self) -> int:
        """How many pieces came or went."""
        return abs(self.item.quantity)

    @property
    def points(self) -> Points | None:
        """What they cost in points."""
        return None if self.item.price is None else self.item.price * self.pieces


_CATEGORY: Final[Head[PaperLine]] = Head("类别", 20.0, lambda line: line.item.category)
_NAME: Final[Head[PaperLine]] = Head("物品", 36.0, lambda line: line.item.name)
_SPEC: Final[Head[PaperLine]] = Head("规格", 24.0, lambda line: line.item.spec)
_BRAND: Final[Head[PaperLine]] = Head("品牌", 19.0, lambda line: line.item.brand)
_PIECES: Final[Head[PaperLine]] = Head("数量", 14.0, lambda line: line.pieces, True, True)
_UNIT: Final[Head[PaperLine]] = Head("单位", 11.0, lambda line: line.item.unit)
_UNTIL: Final[Head[PaperLine]] = Head("保质期至", 24.0, lambda line: line.item.expires_on)
_PRICE: Final[Head[PaperLine]] = Head("内部标价（分）", 19.0, lambda line: line.item.price, True)
_COST: Final[Head[PaperLine]] = Head("进价（元）", 17.0, lambda line: line.item.cost, True)
_POINTS: Final[Head[PaperLine]] = Head("折合分", 17.0, lambda line: line.points, True, True)
_SHELF: Final[Head[PaperLine]] = Head("库位", 17.0, lambda line: line.item.shelf)
_BATCH: Final[Head[PaperLine]] = Head("批次", 16.0, lambda line: f"第{line.item.batch_number}批")

_RECEIPT: Final[tuple[Head[PaperLine], ...]] = (
    Head("来源", 15.0, lambda line: SOURCES[line.paper.kind]),
    _CATEGORY, _NAME, _PIECES, _UNIT, _SPEC, _BRAND, _UNTIL, _PRICE, _COST, _POINTS, _SHELF,
    Head("接收票据", 24.0, lambda line: line.paper.reference),
)  # fmt: skip
_GOING: Final[tuple[Head[PaperLine], ...]] = (
    _CATEGORY, _NAME, _SPEC, _BRAND, _BATCH, _PIECES, _UNIT, _UNTIL, _PRICE, _COST, _POINTS, _SHELF,
)  # fmt: skip

LEDGER_HEADS: Final[tuple[Head[StockLedgerRow], ...]] = (
    Head("编号", 12.0, lambda row: row.code),
    Head("物品", 30.0, lambda row: f"{row.name} {row.spec}".strip()),
    Head("单位", 10.0, lambda row: row.unit),
    Head("期初", 12.0, lambda row: row.opening, True, True),
    Head("建账", 11.5, lambda row: row.taken_over, True, True, True),
    Head("购入", 11.5, lambda row: row.bought, True, True),
    Head("捐赠", 11.5, lambda row: row.donated, True, True),
    Head("外部调入", 11.5, lambda row: row.transferred, True, True, True),
    Head("兑换", 11.5, lambda row: row.redeemed, True, True),
    Head("兑换退回", 11.5, lambda row: row.given_back, True, True, True),
    Head("退货", 11.5, lambda row: row.returned, True, True, True),
    Head("报损", 11.5, lambda row: row.damaged, True, True),
    Head("过期", 11.5, lambda row: row.expired, True, True),
    Head("点间调拨", 11.5, lambda row: row.moved, True, True, True),
    Head("盘点", 11.5, lambda row: row.counted, True, True),
    Head("期末", 12.0, lambda row: row.closing, True, True),
    Head("分值", 12.0, lambda row: row.price, True),
    Head("折合分", 16.0, lambda row: row.value, True, True),
    Head("账实差异说明", 20.0, lambda row: "；".join(row.reasons)),
)


def heads(kind: PaperKind) -> tuple[Head[PaperLine], ...]:
    """The columns of a paper."""
    return _RECEIPT if kind.comes_in else _GOING


def ledger_heads(ledger: StockLedger) -> tuple[Head[StockLedgerRow], ...]:
    """The columns of a ledger without those in which nothing moved at all."""
    return tuple(
        head for head in LEDGER_HEADS if not head.optional or any(head.value(row) for row in ledger.rows)
    )


def total(head: Head[Line], lines: tuple[Line, ...]) -> int | Points | None:
    """The sum of a column; None where it does not add up."""
    if not head.adds_up:
        return None
    values = [head.value(line) for line in lines]
    points = [value for value in values if isinstance(value, Points)]
    return sum(points, ZERO) if points else sum(value for value in values if isinstance(value, int))


def paper_lines(paper: PaperRow) -> tuple[PaperLine, ...]:
    """The lines of a paper in their order."""
    return tuple(PaperLine(paper, item) for item in paper.items)


def copies(kind: PaperKind) -> tuple[str, ...]:
    """What is handed over is signed twice, one copy for each side; other papers are single."""
    return COPIES if kind in _HANDED_OVER else ("",)


def title(paper: PaperRow, village: str) -> str:
    """What a paper is called; one that was taken back says so."""
    back = "（已收回）" if paper.taken_back else ""
    return f"{village}积分超市{TITLES[paper.kind]}{back}"


def about(paper: PaperRow) -> tuple[str, str]:
    """What stands above the table, left and right."""
    left = f"兑换点：{paper.outlet}"
    if paper.kind is PaperKind.MOVED:
        left = f"调出点：{paper.outlet}　调入点：{paper.from_whom}"
    elif paper.kind is PaperKind.RETURNED:
        left += f"　退给：{paper.from_whom}"
    elif paper.kind in _WHY:
        left += f"　类别：{_WHY[paper.kind]}"
    elif paper.from_whom:
        left += f"　来自：{paper.from_whom}"
    return left, f"单号：{paper.number}　日期：{chinese_day(paper.done_on)}"


def notes(paper: PaperRow) -> tuple[str, ...]:
    """What stands below the table: sums, why, that it was taken back, who keeps which copy."""
    found = [f"合计 {len(paper.items)} 行 {paper.pieces} 件，折合 {paper.value} 分"]
    if any(item.cost is not None for item in paper.items):
        found[0] += f"，进价合计 {yuan(paper.cost)} 元"
    found[0] += "。"
    if paper.words:
        going = paper.kind in _WHY or paper.kind is PaperKind.RETURNED
        found.append(f"{'原因' if going else '备注'}：{paper.words}")
    if paper.back_on is not None:
        found.append(f"{chinese_day(paper.back_on)}收回，原因：{paper.back_reason}")
    if len(copies(paper.kind)) > 1:
        found.append(_KEPT)
    return tuple(found)


def signed(paper: PaperRow) -> tuple[str, ...]:
    """Who signs, with the names that are known."""
    if paper.kind in _HANDED_OVER:
        moved = paper.kind is PaperKind.MOVED
        handed, received = ("调出交货人", "调入收货人") if moved else ("交货人", "收货人")
        return (
            f"{handed} {paper.handed_by}（签字）：",
            f"{received} {paper.received_by}（签字）：",
            "监督员（签字）：",
        )
    return f"经办人 {paper.recorded_by}（签字）：", "监督员（签字）：", "负责人（签字）："


def ledger_title(ledger: StockLedger) -> str:
    """What a ledger is called."""
    return f"{ledger.village}积分超市{LEDGER_TITLE}"


def ledger_about(ledger: StockLedger) -> tuple[str, str]:
    """What stands above the table, left and right."""
    return f"兑换点：{ledger.outlet or '全部'}", span_words(ledger.span)


def span_words(span: DateSpan) -> str:
    """A month, a quarter or a year by its name, other days from the first to the last."""
    for kind in (PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.YEAR):
        period = Period.of(kind, span.first)
        if period.days() == span:
            return period.chinese
    return f"{chinese_day(span.first)}至{chinese_day(span.last)}"


def text(value: Value) -> str:
    """A cell on paper: money with two decimals, days as 2026.6.3; nothing for no pieces."""
    if isinstance(value, Money):
        return yuan(value)
    if isinstance(value, date):
        return short_day(value)
    return "" if value in (None, 0) else str(value)


def yuan(money: Money) -> str:
    """Money as accounts write it, with two decimals."""
    return f"{money.fen // 100}.{money.fen % 100:02d}"
