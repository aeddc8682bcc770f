"""How papers, batches and what expires are said in the window."""

from datetime import date
from typing import Final

from passbook_desk.features.redemption.stock.rules import expires_soon
from passbook_desk.features.redemption.stock.values import PaperKind, PaperRow
from passbook_desk.kernel.points import Money
from passbook_desk.ui.kit.dates import day_text
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate

PAPER_WORDS: Final = {
    PaperKind.OPENING: QT_TRANSLATE_NOOP("Stock", "期初入库单"),
    PaperKind.BOUGHT: QT_TRANSLATE_NOOP("Stock", "入库单"),
    PaperKind.DONATED: QT_TRANSLATE_NOOP("Stock", "入库单"),
    PaperKind.TRANSFERRED: QT_TRANSLATE_NOOP("Stock", "入库单"),
    PaperKind.MOVED: QT_TRANSLATE_NOOP("Stock", "调拨单"),
    PaperKind.DAMAGED: QT_TRANSLATE_NOOP("Stock", "报损单"),
    PaperKind.EXPIRED: QT_TRANSLATE_NOOP("Stock", "报损单"),
    PaperKind.RETURNED: QT_TRANSLATE_NOOP("Stock", "退货单"),
}


def paper_word(kind: PaperKind) -> str:
    """入库单, 报损单."""
    return translate("Stock", PAPER_WORDS[kind])


def expiry_word(expires_on: date | None, today: date) -> str:
    """What the clerk should know of a last day: ✕ 已过期 3 天, ⚠ 还有 20 天; empty while there is time."""
    if expires_on is None:
        return ""
    if expires_on < today:
        return translate("Stock", "✕ 过期 {days} 天").format(days=(today - expires_on).days)
    if expires_soon(expires_on, today):
        return translate("Stock", "⚠ 还有 {days} 天").format(days=(expires_on - today).days)
    return ""


def day_or_nothing(day: date | None) -> str:
    """2026.6.3; empty for no day."""
    return "" if day is None else day_text(day)


def money_text(money: Money | None) -> str:
    """3.50; empty where nobody said."""
    return "" if money is None else f"{money.fen // 100}.{money.fen % 100:02d}"


def goods_words(paper: PaperRow) -> str:
    """What stands on a paper: 肥皂 40、牙膏 30."""
    return "、".join(f"{item.name} {abs(item.quantity)}" for item in paper.items)


def back_word(paper: PaperRow) -> str:
    """已收回 where it was taken back."""
    return translate("Stock", "已收回") if paper.taken_back else ""
