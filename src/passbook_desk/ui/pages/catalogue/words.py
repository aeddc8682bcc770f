"""Values, limits, books, effects and vetoes as the window says them."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from passbook_desk.features.catalogue.comparing import ChangeKind, Part
from passbook_desk.features.catalogue.values import (
    Direction,
    Effect,
    Holder,
    ItemDraft,
    ItemRow,
    Limit,
    LimitPeriod,
    Measure,
    ValueKind,
    Veto,
    VetoTerm,
)
from passbook_desk.kernel.points import ZERO, Points
from passbook_desk.ui.kit.text import QT_TRANSLATE_NOOP, translate

Shown = ItemRow | ItemDraft

HOLDERS: Final[Mapping[Holder, str]] = MappingProxyType(
    {
        Holder.RED: QT_TRANSLATE_NOOP("Catalogue", "党员红折"),
        Holder.HOUSEHOLD: QT_TRANSLATE_NOOP("Catalogue", "农户绿折"),
        Holder.SHOP: QT_TRANSLATE_NOOP("Catalogue", "商户绿折"),
        Holder.UNIT: QT_TRANSLATE_NOOP("Catalogue", "单位绿折"),
    }
)
PERIODS: Final[Mapping[LimitPeriod, str]] = MappingProxyType(
    {
        LimitPeriod.DAY: QT_TRANSLATE_NOOP("Catalogue", "每天"),
        LimitPeriod.MONTH: QT_TRANSLATE_NOOP("Catalogue", "每月"),
        LimitPeriod.QUARTER: QT_TRANSLATE_NOOP("Catalogue", "每季"),
        LimitPeriod.YEAR: QT_TRANSLATE_NOOP("Catalogue", "每年"),
        LimitPeriod.EVER: QT_TRANSLATE_NOOP("Catalogue", "一直累计"),
    }
)
MEASURES: Final[Mapping[Measure, str]] = MappingProxyType(
    {
        Measure.TIMES: QT_TRANSLATE_NOOP("Catalogue", "次"),
        Measure.POINTS: QT_TRANSLATE_NOOP("Catalogue", "分"),
    }
)
EFFECTS: Final[Mapping[Effect, str]] = MappingProxyType(
    {
        Effect.COUNTED: QT_TRANSLATE_NOOP("Catalogue", "计分，可兑换"),
        Effect.HONOUR: QT_TRANSLATE_NOOP("Catalogue", "只计评先评优"),
        Effect.GIFT: QT_TRANSLATE_NOOP("Catalogue", "赠送，只能兑换"),
    }
)
VETOES: Final[Mapping[Veto, str]] = MappingProxyType(
    {
        Veto.NONE: QT_TRANSLATE_NOOP("Catalogue", "没有"),
        Veto.HONOURS: QT_TRANSLATE_NOOP("Catalogue", "不能评先评优"),
        Veto.REDEMPTION: QT_TRANSLATE_NOOP("Catalogue", "不能兑换"),
        Veto.BOTH: QT_TRANSLATE_NOOP("Catalogue", "不能评优也不能兑换"),
    }
)
TERMS: Final[Mapping[VetoTerm, str]] = MappingProxyType(
    {
        VetoTerm.NONE: QT_TRANSLATE_NOOP("Catalogue", "没有"),
        VetoTerm.MONTH: QT_TRANSLATE_NOOP("Catalogue", "一个月"),
        VetoTerm.QUARTER: QT_TRANSLATE_NOOP("Catalogue", "一个季度"),
        VetoTerm.HALF_YEAR: QT_TRANSLATE_NOOP("Catalogue", "半年"),
        VetoTerm.YEAR: QT_TRANSLATE_NOOP("Catalogue", "一年"),
        VetoTerm.TWO_YEARS: QT_TRANSLATE_NOOP("Catalogue", "两年"),
        VetoTerm.UNTIL_LIFTED: QT_TRANSLATE_NOOP("Catalogue", "直到开会解除"),
    }
)
CHANGES: Final[Mapping[ChangeKind, str]] = MappingProxyType(
    {
        ChangeKind.NEW: QT_TRANSLATE_NOOP("Catalogue", "新增"),
        ChangeKind.CHANGED: QT_TRANSLATE_NOOP("Catalogue", "改动"),
        ChangeKind.OFF: QT_TRANSLATE_NOOP("Catalogue", "停用"),
        ChangeKind.SAME: QT_TRANSLATE_NOOP("Catalogue", "未变"),
    }
)
PARTS: Final[Mapping[Part, str]] = MappingProxyType(
    {
        Part.NAME: QT_TRANSLATE_NOOP("Catalogue", "事项"),
        Part.CATEGORY: QT_TRANSLATE_NOOP("Catalogue", "类别"),
        Part.VALUE: QT_TRANSLATE_NOOP("Catalogue", "分值"),
        Part.LIMITS: QT_TRANSLATE_NOOP("Catalogue", "上限"),
        Part.HOLDERS: QT_TRANSLATE_NOOP("Catalogue", "适用对象"),
        Part.EFFECT: QT_TRANSLATE_NOOP("Catalogue", "积分用途"),
        Part.EVIDENCE: QT_TRANSLATE_NOOP("Catalogue", "依据材料"),
        Part.VETO: QT_TRANSLATE_NOOP("Catalogue", "一票否决"),
        Part.SOURCE: QT_TRANSLATE_NOOP("Catalogue", "认定方式"),
        Part.REMARK: QT_TRANSLATE_NOOP("Catalogue", "备注"),
        Part.STATE: QT_TRANSLATE_NOOP("Catalogue", "状态"),
    }
)


def said(word: str) -> str:
    """A word of the tables above in the window's language."""
    return translate("Catalogue", word)


def _signed(points: Points) -> str:
    return f"－{-points}" if points < ZERO else f"＋{points}"


def worth_text(item: Shown) -> str:
    """What a deed is worth: ＋10, ＋5～10, －5, or that it is still to be decided."""
    if item.value_kind is ValueKind.UNSET:
        return said(QT_TRANSLATE_NOOP("Catalogue", "待定"))
    if item.least == item.most:
        return _signed(item.least)
    if item.most < ZERO:
        return f"－{-item.most}～{-item.least}"
    return f"{_signed(item.least)}～{item.most}"


def holders_text(item: Shown) -> str:
    """The books a deed may go into: 党员红折、农户绿折."""
    return "、".join(said(HOLDERS[holder]) for holder in item.holders)


def state_text(item: Shown) -> str:
    """Whether the deed can be recorded now."""
    return translate("Catalogue", "能记分") if item.enabled else translate("Catalogue", "停用")


def limit_text(limit: Limit) -> str:
    """What the program does not let pass: 每月最多 20 分, 党员红折每年最多扣 10 分."""
    if limit.measure is Measure.TIMES:
        words = translate("Catalogue", "{period}最多 {amount} 次")
    elif limit.direction is Direction.FLOOR:
        words = translate("Catalogue", "{period}最多扣 {amount} 分")
    else:
        words = translate("Catalogue", "{period}最多 {amount} 分")
    told = words.format(period=said(PERIODS[limit.period]), amount=limit.amount)
    return told if limit.holder is None else said(HOLDERS[limit.holder]) + told


def limits_text(limits: Sequence[Limit]) -> str:
    """All limits of an item; empty for none."""
    return "，".join(map(limit_text, limits))


def total_limit_text(limit: Limit) -> str:
    """A limit over all items: 全部加分：每月最多 100 分."""
    if limit.direction is Direction.FLOOR:
        words = translate("Catalogue", "全部扣分：{limit}")
    else:
        words = translate("Catalogue", "全部加分：{limit}")
    return words.format(limit=limit_text(limit))


def effect_text(item: Shown) -> str:
    """What the points do; nothing for the usual."""
    return "" if item.effect is Effect.COUNTED else said(EFFECTS[item.effect])


def veto_text(item: Shown) -> str:
    """What a deed forbids and for how long; empty for nothing."""
    if item.veto is Veto.NONE:
        return ""
    return translate("Catalogue", "{veto}，{term}").format(
        veto=said(VETOES[item.veto]), term=said(TERMS[item.veto_term])
    )


def details_text(item: Shown) -> str:
    """Everything about an item that its row has no room for."""
    cap = item.cap.strip()
    limits = limits_text(item.limits)
    parts = [translate("Catalogue", "{code} {name}").format(code=item.code, name=item.name)]
    if cap and limits:
        parts.append(
            translate("Catalogue", "上限写着“{cap}”，程序按：{limits}").format(cap=cap, limits=limits)
        )
    elif cap:
        parts.append(translate("Catalogue", "上限写着“{cap}”，程序不限，由人把关").format(cap=cap))
    elif limits:
        parts.append(translate("Catalogue", "程序按：{limits}").format(limits=limits))
    for word, text in (
        (translate("Catalogue", "记入：{text}"), holders_text(item)),
        (translate("Catalogue", "认定：{text}"), item.source),
        (translate("Catalogue", "凭：{text}"), item.evidence),
        (translate("Catalogue", "用途：{text}"), said(EFFECTS[item.effect])),
        (translate("Catalogue", "一票否决：{text}"), veto_text(item)),
        (translate("Catalogue", "备注：{text}"), item.remark),
    ):
        if text:
            parts.append(word.format(text=text))
    return "　".join(parts)
