"""Reading what a standard says in a cell: for whom, and the one figure."""

import re
import unicodedata
from typing import Final, NamedTuple

from passbook_desk.features.events.cases import HostingCase, Trait

_TRAITS: Final = (
    (Trait.JOINT, re.compile(r"(?:双方|男女双方|两家)?(?:合办|合并办理?|共同操办|联合办)")),
    (Trait.MEMBER, re.compile(r"(?:党员|村?干部|公职人员|国家工作人员)[、,和及与]?")),
    (Trait.AGAIN, re.compile(r"再婚")),
    (Trait.REUNION, re.compile(r"复婚")),
    (Trait.TOWN, re.compile(r"(?:在|住)?(?:城区|县城|城里|城镇|城市)")),
    (Trait.HOTEL, re.compile(r"(?:在|到)?(?:酒店|饭店|宾馆)(?:办)?")),
)
_ORDINARY: Final = re.compile(
    r"单办|单方(?:操?办)?|一方办|初婚|头婚|(?:在)?农村|乡村|(?:在)?家(?:中|里)(?:办)?|普通(?:村民|群众)|群众|村民"
)
_CHILDREN: Final = re.compile(
    r"(?:有|育有)?([1-9一二两三四五六七八九])个?(?:子女|孩子|儿女)(?:及以上|以上)?|子女([1-9])[人个]"
)
_NUMERALS: Final = {numeral: number for number, numeral in enumerate("一二三四五六七八九", start=1)} | {
    "两": 2
}
_FIGURE: Final = re.compile(
    r"(?:每桌|每包|每瓶|每人|酒席|宴席|婚宴|随礼|礼金|总数|标准|原则上|一般|控制在|的|[:：])*"
    r"(?:不超过|不得超过|不高于|不多于|最多|最高|限)?"
    r"(\d{1,8})(万)?(?:元|桌|人|辆|天|日|个|支|包|瓶|场|小时|盘|道|菜|/)*"
    r"(?:以内|以下|之内|内)?(?:办完)?"
)
_NONE_AT_ALL: Final = re.compile(
    r"(?:一律|坚决)?(?:不办(?:酒席|酒|宴席)?|不操办|不得操办|禁止操办|不请|不用|不放|禁放|禁止燃放|不搭|不设|不演|取消)"
)
_ASIDE: Final = re.compile(r"\((?:不?含烟酒|含酒水|不含酒水)\)")


class Clause(NamedTuple):
    """A part of a cell: for whom it holds, its figure (None: words only), and its own words."""

    case: HostingCase
    amount: int | None
    words: str


def plain(text: str) -> str:
    """Half-width, without spaces."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def case_in(text: str) -> tuple[HostingCase, str]:
    """For whom a text holds, and the text without the words that say so."""
    traits = set()
    for trait, pattern in _TRAITS:
        text, found = pattern.subn("", text)
        if found:
            traits.add(trait)
    children = 0
    said = _CHILDREN.search(text)
    if said is not None:
        numeral = said[1] or said[2]
        children = _NUMERALS.get(numeral) or int(numeral)
        text = text.replace(said[0], "")
    return HostingCase(frozenset(traits), children), _ORDINARY.sub("", text)


def amount_in(text: str) -> int | None:
    """The one figure of a text in its measure's unit, 0 for what is not done at all.

    None when there is no figure, or more than a figure.
    """
    rest = _ASIDE.sub("", text)
    if _NONE_AT_ALL.fullmatch(rest):
        return 0
    found = _FIGURE.fullmatch(rest)
    return None if found is None else int(found[1]) * (10_000 if found[2] else 1)


def clauses_of(words: str) -> tuple[Clause, ...]:
    """A cell's parts where each is for somebody else and has a figure, else the whole cell as one."""
    parts = _parted(plain(words))
    found = []
    for part in parts:
        case, rest = case_in(part)
        found.append(Clause(case, amount_in(rest), part))
    apart = len({clause.case for clause in found}) == len(found)
    if len(found) > 1 and apart and all(clause.amount is not None for clause in found):
        return tuple(found)
    whole = plain(words)
    case, rest = case_in(whole)
    amount = amount_in(rest.strip("、,;"))
    return (Clause(case if amount is not None else HostingCase.ORDINARY, amount, words),)


def _parted(text: str) -> list[str]:
    """Split at commas; what has no figure belongs to what follows (党员、村干部不超过10桌)."""
    parts: list[str] = []
    held = ""
    for part in re.split(r"[,;、。]", text):
        held += part
        if re.search(r"\d", _CHILDREN.sub("", part)) or _NONE_AT_ALL.search(part):
            parts.append(held)
            held = ""
    if held:
        parts.append(held)
    return parts
