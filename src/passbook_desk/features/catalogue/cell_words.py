"""Books, effects, vetoes and states in the words of a sheet, both ways."""

import re
from typing import Final

from passbook_desk.features.catalogue.values import Effect, Holder, Veto, VetoTerm

_HOLDER_PATTERNS: Final = (
    (Holder.RED, re.compile(r"党员|红")),
    (Holder.HOUSEHOLD, re.compile(r"群众|村民|居民|农户|家庭|户主|各户|绿")),
    (Holder.SHOP, re.compile(r"商铺|商户|店")),
    (Holder.UNIT, re.compile(r"单位|学校|企业")),
)
_HOLDER_TEXT: Final = {
    Holder.RED: "党员（红折）",
    Holder.HOUSEHOLD: "群众（绿折）",
    Holder.SHOP: "商户（绿折）",
    Holder.UNIT: "单位（绿折）",
}
_HOLDER_SHORT: Final = {
    Holder.RED: "党员",
    Holder.HOUSEHOLD: "群众",
    Holder.SHOP: "商户",
    Holder.UNIT: "单位",
}
_EFFECT_TEXT: Final = {Effect.COUNTED: "", Effect.HONOUR: "只计评先评优", Effect.GIFT: "赠送积分"}
_VETO_TEXT: Final = {
    Veto.NONE: "",
    Veto.HONOURS: "不评先评优",
    Veto.REDEMPTION: "不兑换",
    Veto.BOTH: "不评先评优、不兑换",
}
_TERM_TEXT: Final = {
    VetoTerm.NONE: "",
    VetoTerm.MONTH: "一个月",
    VetoTerm.QUARTER: "一个季度",
    VetoTerm.HALF_YEAR: "半年",
    VetoTerm.YEAR: "一年",
    VetoTerm.TWO_YEARS: "两年",
    VetoTerm.UNTIL_LIFTED: "直到解除",
}
_TERM_PATTERNS: Final = (
    (VetoTerm.UNTIL_LIFTED, re.compile(r"直到|解除|恢复|整改")),
    (VetoTerm.HALF_YEAR, re.compile(r"半年|六个月|6个月")),
    (VetoTerm.TWO_YEARS, re.compile(r"[两二2]年")),
    (VetoTerm.YEAR, re.compile(r"[一1]年|十二个月|12个月")),
    (VetoTerm.QUARTER, re.compile(r"[一1]个?季|三个月|3个月")),
    (VetoTerm.MONTH, re.compile(r"[一1]个?月")),
)
_HONOURS: Final = re.compile(r"评[先优选]|荣誉|表彰")
_REDEEMING: Final = re.compile(r"兑换|兑付")
OFF: Final = "停用"
_OFF: Final = re.compile(r"停用|停止|不用|作废|否|×")


def holders_words(holders: tuple[Holder, ...]) -> str:
    """群众（绿折）、党员（红折）."""
    return "、".join(_HOLDER_TEXT[holder] for holder in holders)


def books_words(holders: tuple[Holder, ...]) -> str:
    """党员、群众, where there is little room."""
    return "、".join(_HOLDER_SHORT[holder] for holder in holders)


def read_holders(text: str) -> tuple[Holder, ...]:
    """The kinds of books that words name; none when they name none. 党员群众都行 names two."""
    for words in (re.sub(r"[（(][^）)]*[）)]", "", text), text):
        found = tuple(holder for holder, pattern in _HOLDER_PATTERNS if pattern.search(words))
        if found:
            return found
    return ()


def effect_words(effect: Effect) -> str:
    """Nothing for points that count and can be spent, else 只计评先评优 or 赠送积分."""
    return _EFFECT_TEXT[effect]


def read_effect(text: str) -> Effect | None:
    """The effect that words name; None when they are not understood."""
    plain = "".join(text.split())
    if re.search(r"赠", plain):
        return Effect.GIFT
    if re.search(r"不[能可得予]?兑换|[只仅].*(?:评先|评优|荣誉|考核)", plain):
        return Effect.HONOUR
    return Effect.COUNTED if not plain or "兑换" in plain else None


def veto_words(veto: Veto, term: VetoTerm) -> str:
    """不评先评优、不兑换，一年; nothing for no veto."""
    return f"{_VETO_TEXT[veto]}，{_TERM_TEXT[term]}" if veto is not Veto.NONE else ""


def read_veto(text: str) -> tuple[Veto, VetoTerm] | None:
    """What words forbid and for how long; None when either is not said, or several terms are."""
    plain = "".join(text.split())
    honours, redeeming = bool(_HONOURS.search(plain)), bool(_REDEEMING.search(plain))
    terms = [term for term, pattern in _TERM_PATTERNS if pattern.search(plain)]
    if not (honours or redeeming) or len(terms) != 1:
        return None
    if honours and redeeming:
        return Veto.BOTH, terms[0]
    return Veto.HONOURS if honours else Veto.REDEMPTION, terms[0]


def is_off(text: str) -> bool:
    """Whether words say that an item is switched off."""
    return bool(_OFF.search(text))
