"""The words of exchange days on the screen."""

from typing import Final

from passbook_desk.features.ledger.values import Colour
from passbook_desk.features.redemption.exchange.values import (
    Barred,
    EntitledRow,
    ExchangeDayRow,
    ExchangeState,
    GoodsOfDay,
    Tie,
)
from passbook_desk.kernel.period import DateSpan
from passbook_desk.ui.kit.dates import day_text, span_text
from passbook_desk.ui.kit.icons import Badge
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate
from passbook_desk.ui.pages.redemption.goods_words import signed

_STATES: Final = {
    ExchangeState.AHEAD: QT_TRANSLATE_NOOP("Exchange", "还没到"),
    ExchangeState.HELD: QT_TRANSLATE_NOOP("Exchange", "正在办"),
    ExchangeState.OVER: QT_TRANSLATE_NOOP("Exchange", "待结算"),
    ExchangeState.SETTLED: QT_TRANSLATE_NOOP("Exchange", "已结算"),
}
_BARRED: Final = {
    Barred.SUSPENDED: QT_TRANSLATE_NOOP("Exchange", "停兑"),
    Barred.VETOED: QT_TRANSLATE_NOOP("Exchange", "一票否决"),
    Barred.MEMBERS: QT_TRANSLATE_NOOP("Exchange", "红折不兑"),
    Barred.CLOSED: QT_TRANSLATE_NOOP("Exchange", "已停业"),
}


def state_word(state: ExchangeState) -> str:
    """How far an exchange day has come."""
    return translate("Exchange", _STATES[state])


def days_word(day: ExchangeDayRow) -> str:
    """2026.7.2, or 2026.7.2–7.3."""
    return span_text(DateSpan(day.held_on, day.until_on))


def book_badge(row: EntitledRow) -> Badge:
    """A star for red, a disc for green."""
    return Badge.STAR if row.account.colour is Colour.RED else Badge.DISC


def right_word(row: EntitledRow) -> str:
    """Whether a book may redeem, and why not."""
    if row.barred is Barred.VETOED and row.until is not None:
        return translate("Exchange", "一票否决到 {day}").format(day=day_text(row.until))
    if row.barred is not Barred.NO:
        return translate("Exchange", _BARRED[row.barred])
    if row.may:
        return translate("Exchange", "可兑")
    return translate("Exchange", "已兑完") if row.slips else translate("Exchange", "没有可兑的分")


def turn_word(row: EntitledRow, passed: bool) -> str:
    """What became of a place in the queue."""
    if not row.waiting:
        return translate("Exchange", "已兑")
    return translate("Exchange", "过号") if passed else translate("Exchange", "等候")


def stock_word(goods: GoodsOfDay) -> str:
    """What is left of goods, with the word for nothing."""
    if goods.service:
        return translate("Exchange", "服务")
    return str(goods.left) if goods.left else translate("Exchange", "缺货")


def other_word(goods: GoodsOfDay) -> str:
    """What else came and went, with its sign."""
    return signed(goods.other) if goods.other else ""


def tie_lines(tie: Tie) -> tuple[str, ...]:
    """What slips, ledger and stock say, one below the other."""
    return (
        translate("Exchange", "兑换单：{count} 张，{points} 分，{pieces} 件（次）").format(
            count=tie.slips, points=tie.slip_points, pieces=tie.slip_pieces
        ),
        translate("Exchange", "账本：兑换扣了 {points} 分").format(points=tie.ledger_points),
        translate("Exchange", "物品：件数乘分值是 {points} 分").format(points=tie.price_points),
        translate("Exchange", "库存：出库 {pieces} 件，另有服务 {services} 次").format(
            pieces=tie.stock_pieces, services=tie.service_pieces
        ),
    )
