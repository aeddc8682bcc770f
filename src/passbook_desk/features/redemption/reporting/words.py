"""The tables of 兑换情况汇总 in words, the same on screen, on paper and in the workbook (Chinese forms)."""

from dataclasses import dataclass
from typing import Final

from passbook_desk.features.passbooks.looks import chinese_day
from passbook_desk.features.redemption.reporting.values import RedemptionSummary
from passbook_desk.features.village.values import VillageRow
from passbook_desk.kernel.points import Money, Points

Value = str | int | Points | Money | None
_TOTAL: Final = "合计"
NOTES: Final = (
    "兑换按存折账目计算：退回的从退回计入的那一期减去；一户的绿色存折和家里党员的红色存折算一户。",
    "积分不是钱：本表不把积分折成钱，预算只和购入物品的花费比。",
)
SIGNED: Final = ("制表：", "审核（店长）：", "监督员：")


@dataclass(frozen=True, slots=True)
class Head:
    """A column: its title, whether it holds figures, and its share of the width."""

    title: str
    figures: bool = False
    width: float = 10.0


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the summary; `total` is the row of sums, empty where nothing is added up."""

    key: str
    title: str
    heads: tuple[Head, ...]
    rows: tuple[tuple[Value, ...], ...]
    total: tuple[Value, ...] = ()


def title(summary: RedemptionSummary, facts: VillageRow) -> str:
    """清泉村2026年二季度兑换情况汇总."""
    return f"{facts.name}{summary.period.chinese}兑换情况汇总"


def above(summary: RedemptionSummary, facts: VillageRow) -> str:
    """Which days, made when, for whom."""
    running = "（还没有过完）" if summary.running else ""
    days = f"{chinese_day(summary.span.first)}至{chinese_day(summary.span.last)}{running}"
    return f"兑换时间：{days}　制表日期：{chinese_day(summary.made_on)}　{facts.township}"


def tables(summary: RedemptionSummary) -> tuple[Table, ...]:
    """All of them; that of places to redeem only where there are several."""
    found = [_whole(summary), _goods(summary)]
    if len(summary.outlets) > 1:
        found.append(_outlets(summary))
    return *found, _groups(summary), _today(summary)


def _whole(summary: RedemptionSummary) -> Table:
    net, services = summary.net, summary.services
    share = "" if summary.back_percent is None else f"占 {summary.back_percent}%"
    return Table(
        "whole",
        "本期兑换",
        _FACTS,
        (
            ("参与积分的户", summary.households, "户", ""),
            ("兑换了的户", summary.served, "户", ""),
            ("开出兑换单", summary.given.slips, "张", ""),
            ("退回", summary.back.slips, "张", share),
            ("兑换物品和服务", net.pieces, "件", "已减去退回"),
            ("其中：服务", services.pieces, "件", ""),
            ("兑换积分", net.points, "分", "已减去退回"),
            ("其中：服务", services.points, "分", ""),
        ),
    )


def _today(summary: RedemptionSummary) -> Table:
    """Stock, points to spend and money, as of today."""
    stock, points, money = summary.stock, summary.outstanding, summary.budget
    unpriced = f"另有 {stock.unpriced} 件还没有分值" if stock.unpriced else "没过期的，按今天的分值"
    unsaid = f"另有 {money.unsaid} 件没写进价" if money.unsaid else ""
    barred = f"{points.barred} 本停兑、否决或不兑换" if points.barred else "没有停兑的，起兑线以上"
    return Table(
        "today",
        f"库存、可用积分和预算（截至{chinese_day(summary.made_on)}）",
        _FACTS,
        (
            ("在库物品", stock.pieces, "件", f"{stock.kinds} 种"),
            ("其中：已过期", stock.expired, "件", ""),
            ("库存合分值", stock.value, "分", unpriced),
            ("存折上可用积分", points.spendable, "分", f"{points.books} 本"),
            ("其中：现在能兑换", points.redeemable, "分", barred),
            (
                f"{money.year.chinese}预算",
                money.planned if money.planned else None,
                "元",
                "" if money.planned else "没有定",
            ),
            ("已购入", money.spent, "元", unsaid),
            ("预算余额", money.left, "元", ""),
        ),
    )


def _goods(summary: RedemptionSummary) -> Table:
    net = summary.net
    return Table(
        "goods",
        "按物品",
        (
            Head("编号", width=9.0),
            Head("物品", width=24.0),
            Head("规格", width=17.0),
            Head("数量", True, 9.0),
            Head("单位", width=8.0),
            Head("积分", True, 12.0),
            Head("退回", True, 8.0),
            Head("退回未放回", True, 13.0),
        ),
        tuple(
            (
                row.code,
                f"{row.name}（服务）" if row.service else row.name,
                row.spec,
                row.redeemed.pieces,
                row.unit,
                row.redeemed.points,
                row.back or None,
                row.lost or None,
            )
            for row in summary.goods
        ),
        (
            "",
            _TOTAL,
            "",
            net.pieces,
            "",
            net.points,
            summary.back.pieces,
            sum(row.lost for row in summary.goods),
        ),
    )


def _outlets(summary: RedemptionSummary) -> Table:
    net = summary.net
    return Table(
        "outlets",
        "按兑换点",
        (Head("兑换点", width=30.0), Head("兑换单", True), Head("件数", True), Head("积分", True)),
        tuple(
            (row.name, row.redeemed.slips, row.redeemed.pieces, row.redeemed.points)
            for row in summary.outlets
        ),
        (_TOTAL, net.slips, net.pieces, net.points),
    )


def _groups(summary: RedemptionSummary) -> Table:
    net, groups = summary.net, summary.groups
    return Table(
        "groups",
        "按网格",
        (
            Head("网格", width=24.0),
            Head("参与", True),
            Head("兑换了的", True),
            Head("件数", True),
            Head("积分", True),
        ),
        tuple(
            (row.name, row.holders, row.served, row.redeemed.pieces, row.redeemed.points) for row in groups
        ),
        (
            _TOTAL,
            sum(row.holders for row in groups),
            sum(row.served for row in groups),
            net.pieces,
            net.points,
        ),
    )


_FACTS: Final = (
    Head("项目", width=28.0),
    Head("数", True, 16.0),
    Head("单位", width=8.0),
    Head("说明", width=38.0),
)
