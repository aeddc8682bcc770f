"""What the words and figures in a register's cells mean (pure)."""

import re
from typing import Final

from passbook_desk.features.events.cases import HostingCase, Trait
from passbook_desk.features.events.clauses import case_in, plain
from passbook_desk.features.events.course.kinds import Outcome
from passbook_desk.features.events.values import EventKind

_OTHER_FEASTS: Final = (
    (EventKind.BIRTH, re.compile(r"满月|百日|周岁|生育|添丁")),
    (EventKind.HOUSE, re.compile(r"乔迁|搬家|建房|上梁|新居")),
    (EventKind.STUDY, re.compile(r"升学|谢师|考上")),
    (EventKind.ARMY, re.compile(r"参军|入伍")),
    (EventKind.LONGEVITY, re.compile(r"寿(?!终)|生日")),
)
_KINDS: Final = (
    *_OTHER_FEASTS,
    (EventKind.FUNERAL, re.compile(r"白|丧|葬|去世|逝世|病故|亡故")),
    (EventKind.WEDDING, re.compile(r"红|婚|喜|出嫁|嫁女|娶")),
)
_ORDINARY: Final = re.compile(r"(?:普通)?(?:村民|群众|居民|农民)|非党员|否|无")
_YES: Final = re.compile(r"(?:中共|预备|正式|中共预备)?党员|是|√|✓")
_NOT_SAID: Final = frozenset({"", "-", "—", "/", "无", "未", "未填"})
_LATE: Final = re.compile(
    r"(?:未按时|没有按时|逾期|迟|未|没有?)(?:报备|申报)|(?:报备|申报)(?:迟|晚|逾期|不及时)|迟报"
)
_PERSUADED: Final = re.compile(r"劝|整改|改正|压减|减了")
_WITHIN: Final = re.compile(r"符合|合格|达标|合规|(?:未|没有?|不|无)(?:超|违规)|正常|按标准")
_OVER: Final = re.compile(r"超|违规")
_DENIED: Final = re.compile(r"不符合|不合格|不达标|不合规")
_COUNTED: Final = re.compile(
    r"(?:约|共|合计|计|每桌|每|不超过)*(\d{1,7})(?:\.0+)?"
    r"(?:桌|席|元|块|钱|包|瓶|辆|台|天|日|个|人|支|盘|挂|场|/|左右|多|余)*"
)
_HAN_COUNTED: Final = re.compile(
    r"([一二三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])(?:桌|席|辆|天|日|个|人)*"
)
_DIGITS: Final = {digit: number for number, digit in enumerate("一二三四五六七八九", 1)} | {"两": 2}


def kind_in(category: str, matter: str) -> EventKind | None:
    """红事, 白 or 丧事, else by the reason (父亲去世); a 红事 for a birth or a new house is that feast."""
    for text in (plain(category), plain(matter)):
        kind = next((kind for kind, pattern in _KINDS if pattern.search(text)), None)
        if kind is EventKind.WEDDING:
            return next((feast for feast, found in _OTHER_FEASTS if found.search(plain(matter))), kind)
        if kind is not None:
            return kind
    return None


def mode_in(text: str) -> tuple[HostingCase, bool]:
    """单办, 合办, 再婚合办: the traits, and whether every word of the cell was understood."""
    case, rest = case_in(plain(text))
    return case, rest.strip("、,;/-—") == ""


def standing_in(text: str) -> tuple[bool | None, bool]:
    """Whether a member or cadre hosts (None: the cell does not say), and whether the cell was understood."""
    said = plain(text)
    if said in _NOT_SAID - {"无"}:
        return None, True
    if _ORDINARY.fullmatch(said):
        return False, True
    case, _ = case_in(said)
    if Trait.MEMBER in case.traits or _YES.fullmatch(said):
        return True, True
    return None, False


def result_in(text: str) -> tuple[Outcome | None, bool, bool]:
    """What a check came to (None: not said), whether the report is called late, and if all was understood.

    A late report is a matter of its deadline, not of what was found on the day.
    """
    said = plain(text)
    if said in _NOT_SAID:
        return None, False, True
    late = _LATE.search(said) is not None
    rest = _LATE.sub("", said).strip("、,;。(和)")
    if not rest:
        return None, late, True
    if _PERSUADED.search(rest):
        return Outcome.PERSUADED, late, True
    if _DENIED.search(rest):
        return Outcome.OVER, late, True
    if _WITHIN.search(rest):
        return Outcome.WITHIN, late, True
    if _OVER.search(rest):
        return Outcome.OVER, late, True
    return None, late, False


def figure_in(text: str) -> tuple[int | None, bool]:
    """15, 15桌, 约15桌, 300元/桌, 十五桌: the figure (None: none is said), and if the cell was understood."""
    said = plain(text).replace(",", "")
    if said in _NOT_SAID:
        return None, True
    found = _COUNTED.fullmatch(said)
    if found is not None:
        return int(found[1]), True
    han = _HAN_COUNTED.fullmatch(said)
    if han is not None:
        return _han_number(han[1]), True
    return None, False


def _han_number(text: str) -> int:
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return _DIGITS[ones]
    return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)
