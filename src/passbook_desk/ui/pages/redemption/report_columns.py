"""The lines and columns of 兑换汇总 in the language of the window. No Qt here."""

from dataclasses import dataclass

from passbook_desk.features.redemption.reporting.values import (
    GoodsSums,
    GroupSums,
    OutletSums,
    RedemptionSummary,
)
from passbook_desk.kernel.points import NO_MONEY, Money, Points
from passbook_desk.ui.kit.rows import Column
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate

_HOUSEHOLDS = QT_TRANSLATE_NOOP("RedemptionReport", "户")
_SLIPS = QT_TRANSLATE_NOOP("RedemptionReport", "张")
_PIECES = QT_TRANSLATE_NOOP("RedemptionReport", "件")
_POINTS = QT_TRANSLATE_NOOP("RedemptionReport", "分")
_YUAN = QT_TRANSLATE_NOOP("RedemptionReport", "元")
_SHARE = QT_TRANSLATE_NOOP("RedemptionReport", "占 {percent}%")
_KINDS = QT_TRANSLATE_NOOP("RedemptionReport", "{count} 种")
_EXPIRED = QT_TRANSLATE_NOOP("RedemptionReport", "{count} 种，其中 {expired} 件已过期")
_UNPRICED = QT_TRANSLATE_NOOP("RedemptionReport", "另有 {count} 件还没有分值")
_TODAY = QT_TRANSLATE_NOOP("RedemptionReport", "没过期的，按今天的分值")
_BOOKS = QT_TRANSLATE_NOOP("RedemptionReport", "{count} 本")
_BARRED = QT_TRANSLATE_NOOP("RedemptionReport", "{count} 本停兑、否决或不兑换")
_UNSAID = QT_TRANSLATE_NOOP("RedemptionReport", "另有 {count} 件没写进价")
_NO_BUDGET = QT_TRANSLATE_NOOP("RedemptionReport", "没有定，在设置里填")
_OVER = QT_TRANSLATE_NOOP("RedemptionReport", "已超出")
_HOLDERS = QT_TRANSLATE_NOOP("RedemptionReport", "参与积分的户")
_SERVED = QT_TRANSLATE_NOOP("RedemptionReport", "兑换了的户")
_GIVEN = QT_TRANSLATE_NOOP("RedemptionReport", "开出兑换单")
_BACK = QT_TRANSLATE_NOOP("RedemptionReport", "退回")
_REDEEMED = QT_TRANSLATE_NOOP("RedemptionReport", "兑换物品和服务")
_OF_SERVICES = QT_TRANSLATE_NOOP("RedemptionReport", "其中：服务")
_COST = QT_TRANSLATE_NOOP("RedemptionReport", "兑换积分")
_STOCK = QT_TRANSLATE_NOOP("RedemptionReport", "现在在库")
_VALUE = QT_TRANSLATE_NOOP("RedemptionReport", "库存合分值")
_SPENDABLE = QT_TRANSLATE_NOOP("RedemptionReport", "存折上可用积分")
_REDEEMABLE = QT_TRANSLATE_NOOP("RedemptionReport", "其中：现在能兑换")
_BUDGET = QT_TRANSLATE_NOOP("RedemptionReport", "全年预算")
_SPENT = QT_TRANSLATE_NOOP("RedemptionReport", "全年已购入")
_LEFT = QT_TRANSLATE_NOOP("RedemptionReport", "预算余额")
_SERVICE = QT_TRANSLATE_NOOP("RedemptionReport", "{name}（服务）")

_Figure = tuple[str, int | Points | Money | None, str, str]
"""What it is, the figure, its unit, and what is to be said of it already in words."""


@dataclass(frozen=True, slots=True)
class SummaryLine:
    """One figure: what it is, the figure with its unit, and what is to be said of it."""

    place: int
    title: str
    value: str
    unit: str
    note: str = ""


def summary_lines(summary: RedemptionSummary) -> tuple[SummaryLine, ...]:
    """The figures of the period, then those of today: stock, points to spend, money."""
    figures = (*_of_period(summary), *_in_stock(summary), *_to_spend(summary), *_paid(summary))
    return tuple(
        SummaryLine(place, _say(title), "—" if value is None else str(value), _say(unit), note)
        for place, (title, value, unit, note) in enumerate(figures)
    )


def _of_period(summary: RedemptionSummary) -> tuple[_Figure, ...]:
    net, services, percent = summary.net, summary.services, summary.back_percent
    share = "" if percent is None else _say(_SHARE).format(percent=percent)
    return (
        (_HOLDERS, summary.households, _HOUSEHOLDS, ""),
        (_SERVED, summary.served, _HOUSEHOLDS, ""),
        (_GIVEN, summary.given.slips, _SLIPS, ""),
        (_BACK, summary.back.slips, _SLIPS, share),
        (_REDEEMED, net.pieces, _PIECES, ""),
        (_OF_SERVICES, services.pieces, _PIECES, ""),
        (_COST, net.points, _POINTS, ""),
        (_OF_SERVICES, services.points, _POINTS, ""),
    )


def _in_stock(summary: RedemptionSummary) -> tuple[_Figure, ...]:
    stock = summary.stock
    kinds = _say(_EXPIRED if stock.expired else _KINDS).format(count=stock.kinds, expired=stock.expired)
    unpriced = _say(_UNPRICED).format(count=stock.unpriced) if stock.unpriced else _say(_TODAY)
    return (_STOCK, stock.pieces, _PIECES, kinds), (_VALUE, stock.value, _POINTS, unpriced)


def _to_spend(summary: RedemptionSummary) -> tuple[_Figure, ...]:
    points = summary.outstanding
    barred = _say(_BARRED).format(count=points.barred) if points.barred else ""
    return (
        (_SPENDABLE, points.spendable, _POINTS, _say(_BOOKS).format(count=points.books)),
        (_REDEEMABLE, points.redeemable, _POINTS, barred),
    )


def _paid(summary: RedemptionSummary) -> tuple[_Figure, ...]:
    money, left = summary.budget, summary.budget.left
    unsaid = _say(_UNSAID).format(count=money.unsaid) if money.unsaid else ""
    over = _say(_OVER) if left is not None and left < NO_MONEY else ""
    return (
        (_BUDGET, None, _YUAN, _say(_NO_BUDGET)) if left is None else (_BUDGET, money.planned, _YUAN, ""),
        (_SPENT, money.spent, _YUAN, unsaid),
        (_LEFT, left, _YUAN, over),
    )


def goods_name(row: GoodsSums) -> str:
    """Goods with their specification; services say so."""
    return _say(_SERVICE).format(name=row.name) if row.service else f"{row.name} {row.spec}".strip()


def _say(word: str) -> str:
    return translate("RedemptionReport", word)


SUMMARY_COLUMNS: tuple[Column[SummaryLine], ...] = (
    Column("title", QT_TRANSLATE_NOOP("Columns", "项目"), lambda row: row.title, 9,
           sort=lambda row: row.place),
    Column("value", QT_TRANSLATE_NOOP("Columns", "数"), lambda row: row.value, 6,
           sort=lambda row: row.place, figures=True),
    Column("unit", QT_TRANSLATE_NOOP("Columns", "单位"), lambda row: row.unit, 4),
    Column("note", QT_TRANSLATE_NOOP("Columns", "说明"), lambda row: row.note, 12, stretch=True, least=8),
)  # fmt: skip
GOODS_SUMS: tuple[Column[GoodsSums], ...] = (
    Column("code", QT_TRANSLATE_NOOP("Columns", "编号"), lambda row: row.code, 3.5),
    Column("name", QT_TRANSLATE_NOOP("Columns", "物品"), goods_name, 12, stretch=True, least=7),
    Column("pieces", QT_TRANSLATE_NOOP("Columns", "数量"), lambda row: str(row.redeemed.pieces), 4,
           sort=lambda row: row.redeemed.pieces, figures=True),
    Column("unit", QT_TRANSLATE_NOOP("Columns", "单位"), lambda row: row.unit, 2.5, optional=True),
    Column("points", QT_TRANSLATE_NOOP("Columns", "积分"), lambda row: str(row.redeemed.points), 5,
           sort=lambda row: row.redeemed.points, figures=True),
    Column("back", QT_TRANSLATE_NOOP("Columns", "退回"), lambda row: str(row.back or ""), 3.5,
           sort=lambda row: row.back, figures=True),
    Column("lost", QT_TRANSLATE_NOOP("Columns", "退回未放回"), lambda row: str(row.lost or ""), 5,
           sort=lambda row: row.lost, figures=True, optional=True),
)  # fmt: skip
GROUP_SUMS: tuple[Column[GroupSums], ...] = (
    Column("name", QT_TRANSLATE_NOOP("Columns", "网格"), lambda row: row.name, 10, stretch=True, least=6),
    Column("holders", QT_TRANSLATE_NOOP("Columns", "参与户"), lambda row: str(row.holders), 4,
           sort=lambda row: row.holders, figures=True),
    Column("served", QT_TRANSLATE_NOOP("Columns", "兑换户"), lambda row: str(row.served), 4,
           sort=lambda row: row.served, figures=True),
    Column("pieces", QT_TRANSLATE_NOOP("Columns", "件数"), lambda row: str(row.redeemed.pieces), 4,
           sort=lambda row: row.redeemed.pieces, figures=True),
    Column("points", QT_TRANSLATE_NOOP("Columns", "积分"), lambda row: str(row.redeemed.points), 5,
           sort=lambda row: row.redeemed.points, figures=True),
)  # fmt: skip
OUTLET_SUMS: tuple[Column[OutletSums], ...] = (
    Column("name", QT_TRANSLATE_NOOP("Columns", "兑换点"), lambda row: row.name, 10, stretch=True, least=6),
    Column("slips", QT_TRANSLATE_NOOP("Columns", "兑换单"), lambda row: str(row.redeemed.slips), 4,
           sort=lambda row: row.redeemed.slips, figures=True),
    Column("pieces", QT_TRANSLATE_NOOP("Columns", "件数"), lambda row: str(row.redeemed.pieces), 4,
           sort=lambda row: row.redeemed.pieces, figures=True),
    Column("points", QT_TRANSLATE_NOOP("Columns", "积分"), lambda row: str(row.redeemed.points), 5,
           sort=lambda row: row.redeemed.points, figures=True),
)  # fmt: skip
