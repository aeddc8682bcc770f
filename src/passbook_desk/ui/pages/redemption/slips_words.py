"""Slips in the language of the window. No Qt here."""

from passbook_desk.features.redemption.counter.values import SlipRow
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate

_SELF = QT_TRANSLATE_NOOP("Slips", "本人")
_PROXY = QT_TRANSLATE_NOOP("Slips", "{name}（{relation}代领）")
_STANDS = QT_TRANSLATE_NOOP("Slips", "✓ 已兑换")
_BACK = QT_TRANSLATE_NOOP("Slips", "↶ 已退回")
_ITEM = QT_TRANSLATE_NOOP("Slips", "{name}×{count}")
_BETWEEN = QT_TRANSLATE_NOOP("Slips", "、")


def items_text(slip: SlipRow) -> str:
    """肥皂×2、牙膏×1."""
    word = translate("Slips", _ITEM)
    return translate("Slips", _BETWEEN).join(
        word.format(name=item.name, count=item.quantity) for item in slip.items
    )


def collector_text(slip: SlipRow) -> str:
    """Who collected: 本人, 王小军（儿子代领）."""
    if not slip.collector:
        return translate("Slips", _SELF)
    return translate("Slips", _PROXY).format(name=slip.collector, relation=slip.relation)


def state_text(slip: SlipRow) -> str:
    """That it stands, or that it was taken back."""
    return translate("Slips", _STANDS if slip.undone_on is None else _BACK)
