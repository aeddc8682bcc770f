"""How goods, their limits and what is amiss with them are said in the window."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from passbook_desk.features.redemption.goods.values import GoodsKind, GoodsRow, LimitPeriod, PriceRow
from passbook_desk.features.redemption.stock.rules import expires_soon
from passbook_desk.features.redemption.stock.values import MoveKind, MoveRow, PaperKind
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate

PERIOD_WORDS: Final = {
    LimitPeriod.NONE: QT_TRANSLATE_NOOP("Redemption", "不限"),
    LimitPeriod.VISIT: QT_TRANSLATE_NOOP("Redemption", "每户每次"),
    LimitPeriod.MONTH: QT_TRANSLATE_NOOP("Redemption", "每户每月"),
    LimitPeriod.QUARTER: QT_TRANSLATE_NOOP("Redemption", "每户每季"),
    LimitPeriod.YEAR: QT_TRANSLATE_NOOP("Redemption", "每户每年"),
}
KIND_WORDS: Final = {
    GoodsKind.GOODS: QT_TRANSLATE_NOOP("Redemption", "物品"),
    GoodsKind.SERVICE: QT_TRANSLATE_NOOP("Redemption", "服务"),
}
PAPER_KIND_WORDS: Final = {
    PaperKind.OPENING: QT_TRANSLATE_NOOP("Redemption", "期初"),
    PaperKind.BOUGHT: QT_TRANSLATE_NOOP("Redemption", "购买"),
    PaperKind.DONATED: QT_TRANSLATE_NOOP("Redemption", "捐赠"),
    PaperKind.TRANSFERRED: QT_TRANSLATE_NOOP("Redemption", "调入"),
    PaperKind.MOVED: QT_TRANSLATE_NOOP("Redemption", "调拨"),
    PaperKind.DAMAGED: QT_TRANSLATE_NOOP("Redemption", "损坏"),
    PaperKind.EXPIRED: QT_TRANSLATE_NOOP("Redemption", "过期"),
    PaperKind.RETURNED: QT_TRANSLATE_NOOP("Redemption", "退货"),
}
_MOVES: Final = {
    MoveKind.IN: QT_TRANSLATE_NOOP("Redemption", "入库"),
    MoveKind.OUT: QT_TRANSLATE_NOOP("Redemption", "出库"),
    MoveKind.REDEEMED: QT_TRANSLATE_NOOP("Redemption", "兑换"),
    MoveKind.COUNTED: QT_TRANSLATE_NOOP("Redemption", "盘点"),
    MoveKind.REVERSAL: QT_TRANSLATE_NOOP("Redemption", "收回"),
}


def period_word(period: LimitPeriod) -> str:
    """不限, 每户每月."""
    return translate("Redemption", PERIOD_WORDS[period])


def limit_word(row: GoodsRow) -> str:
    """每户每月 2 块; empty without a limit."""
    if row.limit_count is None:
        return ""
    words = translate("Redemption", "{period} {count} {unit}")
    return words.format(period=period_word(row.limit_period), count=row.limit_count, unit=row.unit)


def paper_kind_word(kind: PaperKind) -> str:
    """购买, 捐赠."""
    return translate("Redemption", PAPER_KIND_WORDS[kind])


def move_word(move: MoveRow) -> str:
    """What moved pieces: the kind of their paper where they have one, and whether it was taken back."""
    if move.kind is MoveKind.REVERSAL and move.of_slip:
        return translate("Redemption", "兑换退回")
    if move.kind is MoveKind.REVERSAL or move.paper is None:
        word = translate("Redemption", _MOVES[move.kind])
    else:
        word = paper_kind_word(move.paper)
    if move.reversed:
        back = translate("Redemption", "{word}（已收回）")
        if move.of_slip:
            back = translate("Redemption", "{word}（已退回）")
        return back.format(word=word)
    return word


def signed(quantity: int) -> str:
    """＋3 or －3: what came and what went."""
    return f"＋{quantity}" if quantity > 0 else f"－{-quantity}"


def amiss_words(row: GoodsRow, today: date) -> tuple[str, ...]:
    """What the clerk should know of goods, the most pressing first; nothing when all is well."""
    if row.retired_on is not None:
        return (translate("Redemption", "已停用"),)
    found = []
    if row.points is None:
        found.append(translate("Redemption", "没定分值"))
    if row.free is not None and row.free <= 0:
        found.append(translate("Redemption", "缺货"))
    elif row.low:
        found.append(translate("Redemption", "要补货"))
    if row.wanted:
        found.append(translate("Redemption", "{count} 户等").format(count=row.wanted))
    if row.expired:
        found.append(translate("Redemption", "过期 {count}").format(count=row.expired))
    if expires_soon(row.expires_on, today):
        found.append(translate("Redemption", "快过期"))
    return tuple(found)


def amiss(row: GoodsRow, today: date) -> str:
    """The same in one cell, with the sign of a warning before it."""
    found = amiss_words(row, today)
    if not found:
        return ""
    words = "、".join(found)
    return words if row.retired_on is not None else f"⚠ {words}"


def price_state(row: PriceRow, rows: Sequence[PriceRow], today: date) -> str:
    """Whether a price holds today, will hold, or held before."""
    in_force = [each for each in rows if each.from_on <= today]
    newest = max(in_force, key=lambda each: (each.from_on, each.number), default=None)
    if row.from_on > today:
        return translate("Redemption", "还没到")
    return translate("Redemption", "现在用") if row is newest else translate("Redemption", "已换")
