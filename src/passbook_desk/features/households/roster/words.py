"""What columns of tags and remarks say: tags, party, how one lives, that one has died; the rest is remark."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from passbook_desk.features.households.roster.cells import PARTY_WORDS, RESIDENCES, plain
from passbook_desk.features.households.values import PartyKind
from passbook_desk.features.intake.reading import CellKind, CellValue

SPLIT: Final = "人户分离"
EMPTY: Final = "空挂"
AWAY: Final = "流出"
_PARTS: Final = re.compile(r"[、,，;；/。|\n\t\u3000 ]+")
_OTHER_WORDS: Final = {
    "五保": "特困",
    "五保户": "特困",
    "五保老人": "特困",
    "特困户": "特困",
    "特困供养": "特困",
    "低保户": "低保",
    "残疾人": "残疾",
    "独居老人": "独居",
    "高龄老人": "高龄",
    "退伍军人": "退役军人",
    "脱贫": "脱贫户",
}
_TAGS: Final = frozenset(
    {"低保", "特困", "独居", "残疾", "退役军人", "脱贫户", "高龄", "留守儿童", "留守老人"}
    | {"留守妇女", "空巢老人", "空巢", "孤儿", "事实孤儿", "优抚", "优抚对象", "军属", "军人家属"}
    | {"烈属", "军烈属", "监测户", "边缘户", "边缘易致贫户", "贫困户", "建档立卡", "建档立卡户", "重病"}
    | {"大病", "重病户", "精神障碍", "失独", "失独家庭", "计生户", "独生子女户", "两女户", "困境儿童"}
    | {"重残", "失能", "半失能"}
)
_PARTY: Final = {word: kind for word, kind in PARTY_WORDS.items() if "党员" in word}
_GONE_TO_WORK: Final = re.compile(r"外出|务工|打工|在外地|常年在外|长期在外|在外居住|外地")
_LIVES_ELSEWHERE: Final = re.compile(r"人户分离|户在人不在|人不在村|空挂")
_DAY: Final = r"(?:于|今年|去年|前年|已于)?(?:\d{2,4}[年.\-/])?(?:\d{1,2}[月.\-/])?(?:\d{1,2}日?)?"
_DEAD: Final = re.compile(
    rf"(?:本人|该人)?{_DAY}(?:因病|因车祸|因故)?(?:已故|已去世|去世|已死亡|死亡|病故|亡故|过世|已过世|逝世|已逝世|已逝|已亡"
    rf"|身故|身亡|离世|已离世|故|亡|殁|歿){_DAY}(?:了)?"
)
_LONGEST_TAG: Final = 6
_SAYS_NOTHING: Final = frozenset({"无", "-", "—", "/"})


@dataclass(frozen=True, slots=True)
class ReadWords:
    """What a cell of tags or remarks says; `tags` is None when it names none, `rest` is what is left."""

    tags: tuple[str, ...] | None = None
    party: PartyKind | None = None
    residence: str = ""
    deceased: bool = False
    rest: str = ""


_NOTHING: Final = ReadWords()


class About(StrEnum):
    """What a cell of tags or remarks may tell besides remarks, where the sheet has no column for it."""

    TAGS = "tags"
    PARTY = "party"
    RESIDENCE = "residence"


def read_words(cell: CellValue, tells: Collection[About], names_tags: bool = False) -> ReadWords:
    """Take a cell apart into what it `tells`, and a remark.

    In a column that names tags and nothing else (`names_tags`), short unknown words are tags too.
    """
    if cell.kind in (CellKind.ERROR, CellKind.EMPTY):
        return _NOTHING
    whole = plain(cell)
    found = _Sorted()
    for word in filter(None, _PARTS.split(whole)):
        found.put(word, tells, names_tags)
    return ReadWords(
        tuple(dict.fromkeys(found.tags)) or None,
        found.party,
        found.residence,
        found.deceased,
        "，".join(found.rest) if found.taken else whole,
    )


@dataclass(slots=True)
class _Sorted:
    """The words of a cell, each where it belongs; `taken` when one is no remark."""

    tags: list[str] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)
    party: PartyKind | None = None
    residence: str = ""
    deceased: bool = False
    taken: bool = False

    def put(self, word: str, tells: Collection[About], names_tags: bool) -> None:
        known = _OTHER_WORDS.get(word, word)
        living = _residence_in(word) if About.RESIDENCE in tells else ""
        if says_dead(word):
            self.deceased = True
        elif known in _TAGS and About.TAGS in tells:
            self.tags.append(known)
        elif word in _PARTY and About.PARTY in tells:
            self.party = _PARTY[word]
        elif word in RESIDENCES and About.RESIDENCE in tells:
            self.residence = self.residence or RESIDENCES[word]
        elif names_tags and word in _SAYS_NOTHING:
            pass
        elif names_tags and len(word) <= _LONGEST_TAG and not living:
            self.tags.append(known)
        else:
            self.residence = self.residence or living
            self.rest.append(word)
            return
        self.taken = True


def says_dead(text: str) -> bool:
    """Whether a remark says that the person of its row has died: 已故, 2025年8月去世, 故; not 丈夫已故."""
    return _DEAD.fullmatch(text.strip(" ()（）")) is not None


def _residence_in(word: str) -> str:
    found = _LIVES_ELSEWHERE.search(word)
    if found is not None:
        return EMPTY if found[0] == "空挂" else SPLIT
    return AWAY if _GONE_TO_WORK.search(word) else ""
