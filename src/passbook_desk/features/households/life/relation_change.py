"""A new head: what every member is to him or her (GB/T 4761-2008; domain §7, §13 rule 20).

The code of a member says by which steps (parent, child, husband or wife, brother or sister) he is reached
from the head. The way from the new head to a member is the way back to the old head and out again; where
both ways use the same person they meet there. A code is given only when every step of that way is certain:

* A person whom a code only implies (the son between a head and his 儿媳 or 孙子) may be any member that fits,
  unless the sex or the order of birth says no, or the household has always had one candidate only.
* Father, mother, husband and wife are one person each.
* Husband and wife are both parents of a child unless one of them married in by an act on record; then of
  those born after that day. The same holds of the parents of brothers and sisters.
* Adopted and step relations, 97, 99 and codes for "other" tell no way, except from 99 back to its head.

Everything else is asked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Final

HEAD: Final = "02"
STRANGER: Final = "99"
MALE: Final = "男"
UNTOLD: Final = "?"
"""The code of somebody who left while another was head: what he was to this one is not on record."""
_WOMAN: Final = "女"
_A_GENERATION: Final = timedelta(days=365 * 14)


@dataclass(frozen=True, slots=True)
class Kin:
    """A member before the change: `code` is the relation to the old head, `sex` 男, 女 or empty.

    `wed_on` is the last day on which an act says that he or she married in; None when no act does.
    """

    key: int
    code: str
    sex: str
    born_on: date | None = None
    wed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Past:
    """What else the file knows: who else belongs or belonged to the household.

    `settled` is True when nobody ever came into it from another household but by marriage: then everybody's
    husband, wife or parent from whom a code counts was once a member, and one candidate is the one.
    """

    others: tuple[Kin, ...] = ()
    settled: bool = True


@dataclass(frozen=True, slots=True)
class NewRelation:
    """A member's code and word to the new head; `sure` is False when the clerk must be asked."""

    code: str
    word: str
    sure: bool


_WORDS: Final = {
    "02": "户主", "10": "配偶", "11": "夫", "12": "妻", "20": "子", "30": "女", "28": "女婿", "38": "儿媳",
    "41": "孙子", "42": "孙女", "43": "外孙子", "44": "外孙女", "45": "孙媳", "46": "孙女婿",
    "47": "曾孙子", "48": "曾孙女", "50": "父母", "51": "父亲", "52": "母亲", "53": "公公", "54": "婆婆",
    "55": "岳父", "56": "岳母", "61": "祖父", "62": "祖母", "63": "外祖父", "64": "外祖母",
    "65": "配偶的祖辈", "66": "曾祖父", "67": "曾祖母", "70": "兄弟姐妹", "71": "兄", "72": "嫂", "73": "弟",
    "74": "弟媳", "75": "姐", "76": "姐夫", "77": "妹", "78": "妹夫", "81": "伯父", "82": "伯母",
    "83": "叔父", "84": "婶母", "85": "舅父", "86": "舅母", "87": "姨父", "88": "姨母", "89": "姑父",
    "90": "姑母", "91": "堂兄弟姐妹", "92": "表兄弟姐妹", "93": "侄子", "94": "侄女", "95": "外甥",
    "96": "外甥女", "97": "其他亲属", "99": "非亲属",
}  # fmt: skip

_CHILDREN: Final = ("20", "21", "22", "23", "24", "25", "26", "30", "31", "32", "33", "34", "35", "36")
_TAKEN_IN: Final = ("27", "29", "37", "39")
_SIBLINGS: Final = ("70", "71", "73", "75", "77")
_GRANDCHILDREN: Final = ("40", "41", "42", "43", "44")
_WAYS: Final[Mapping[str, str]] = {
    "10": "S", "11": "S", "12": "S", **dict.fromkeys(_CHILDREN, "D"),
    "28": "Dw S", "38": "Dm S", "41": "Dm D", "42": "Dm D", "43": "Dw D", "44": "Dw D",
    "45": "D Dm S", "46": "D Dw S", "47": "D D D", "48": "D D D",
    "50": "U", "51": "U", "52": "U", "53": "Sm U", "54": "Sm U", "55": "Sw U", "56": "Sw U",
    "61": "Um U", "62": "Um U", "63": "Uw U", "64": "Uw U", "65": "S U U",
    "70": "B", "71": "B+", "73": "B-", "75": "B+", "77": "B-",
    "72": "Bm+ S", "74": "Bm- S", "76": "Bw+ S", "78": "Bw- S",
    "93": "Bm D", "94": "Bm D", "95": "Bw D", "96": "Bw D",
    "81": "Um B+", "83": "Um B-", "90": "Um B", "85": "Uw B", "88": "Uw B",
    "82": "Um Bm+ S", "84": "Um Bm- S", "89": "Um Bw S", "86": "Uw Bm S", "87": "Uw Bw S",
    "91": "Um Bm D",
}  # fmt: skip
"""Steps from the head: Up to a parent, Down to a child, Spouse, Brother or sister; m, w: a man, a woman
stands there; +, -: older, younger than whom the step starts from."""
_BACK: Final = {"U": "D", "D": "U", "S": "S", "B": "B"}
_RANK: Final = {"22": 1, "23": 2, "24": 3, "25": 4, "26": 5, "32": 1, "33": 2, "34": 3, "35": 4, "36": 5}
_OTHER_KIN: Final = "SB SBS SBD BDD BDS DSU SUB UUB UUBS UBDD UBDS"
"""Ways to relatives for whom the standard has no code of their own."""


def relation_word_of(code: str) -> str:
    """The usual word of a code; empty for a code that this module never gives."""
    return _WORDS.get(code, "")


def relations_after(
    members: Sequence[Kin],
    old_head: Kin,
    new_head: int,
    answers: Mapping[int, str] | None = None,
    past: Past | None = None,
) -> dict[int, NewRelation]:
    """What each of `members` is to `new_head`, one of them, by key; code and word are empty when not certain.

    `members` are those who are in the household after the change, the old head among them if he stays.
    `answers` are codes that the clerk gave; they win.
    """
    family = _Family(tuple(_with_sex(kin) for kin in members), _with_sex(old_head), past or Past())
    new = next(kin for kin in family.members if kin.key == new_head)
    found: dict[int, NewRelation] = {}
    for kin in family.members:
        answer = None if kin.key == new_head else (answers or {}).get(kin.key)
        code = family.code_between(new, kin) if answer is None else answer
        found[kin.key] = NewRelation(code, _WORDS.get(code, ""), answer is not None or bool(code))
    return found


@dataclass(frozen=True, slots=True)
class _Node:
    """Somebody on a way: a member, or one whom a code implies. `older` than the node `than`, where known."""

    id: str
    sex: str = ""
    born_on: date | None = None
    wed_on: date | None = None
    code: str = ""
    real: bool = False
    older: bool | None = None
    than: str = ""


@dataclass(frozen=True, slots=True)
class _Step:
    kind: str
    to: _Node


_Way = tuple[_Step, ...]


@dataclass(frozen=True, slots=True)
class _Family:
    members: tuple[Kin, ...]
    old: Kin
    past: Past
    head: _Node = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "head", _real(replace(self.old, code=HEAD)))

    def code_between(self, new: Kin, kin: Kin) -> str:
        """What `kin` is to the new head; empty when it is not certain."""
        if kin.key == new.key:
            return HEAD
        if STRANGER in (new.code, kin.code) and self.old.key in (new.key, kin.key):
            return STRANGER
        back, out = self.way(new), self.way(kin)
        joined = None if back is None or out is None else self._joined(back, out)
        if joined is None:
            return ""
        start = back[-1].to if back else self.head
        return _code(start, joined) or self._kept(start, joined, kin)

    def _kept(self, start: _Node, way: _Way, kin: Kin) -> str:
        """长子 stays 长子 for husband and wife who have all their children together."""
        if [step.kind for step in way] != ["D"]:
            return ""
        together = start.code in ("10", "11", "12") and kin.code in _CHILDREN
        if together and not (start.wed_on or self.old.wed_on):
            return kin.code
        return _sexed(way[0].to, "20", "30")

    def way(self, kin: Kin) -> _Way | None:
        """The steps from the old head to a member; None when the code tells none."""
        if kin.key == self.old.key:
            return ()
        plan = _WAYS.get(kin.code)
        if plan is None:
            return None
        if plan[-1] == "S" and plan.startswith("D D"):
            husband_or_wife = self._only(_GRANDCHILDREN, _sex_in(plan.split()[1]), kin.code)
            known = None if husband_or_wife is None else self.way(husband_or_wife)
            if known is not None:
                return (*known, _Step("S", _real(kin)))
        steps: list[_Step] = []
        at = self.head
        for place, word in enumerate(plan.split()):
            last = place == plan.count(" ")
            node = _real(kin) if last else self._between(kin, steps, word)
            if "+" in word or "-" in word:
                node = replace(node, older="+" in word, than=at.id)
            steps.append(_Step(word[0], node))
            at = node
        return tuple(steps)

    def _between(self, kin: Kin, before: list[_Step], word: str) -> _Node:
        """Who stands between: a member when it must be that one, else somebody who may be anybody."""
        sex, kind = _sex_in(word), word[0]
        free = _Node(f"{kind}{len(before)} of {kin.key}", sex)
        if before:
            return free
        if kind in "US" and sex:
            wanted = ("50", "51", "52") if kind == "U" else ("10", "11", "12")
            there = [one for one in self.members if one.code in wanted and one.sex == sex]
            dated = kind == "S" and any(one.wed_on for one in (*there, self.old))
            if len(there) == 1 and not dated:
                return _real(there[0])
            return free if there else _Node(f"{kind}{sex}", sex)
        if kind not in "DB" or not sex:
            return free
        in_law = kin.code if kin.code in ("28", "38", "72", "74", "76", "78") else ""
        only = self._only(_CHILDREN if kind == "D" else _SIBLINGS, sex, in_law)
        return free if only is None else _real(only)

    def _only(self, codes: tuple[str, ...], sex: str, in_law: str) -> Kin | None:
        """The one member who can stand between, when the household never had another who could."""
        everybody = (*self.members, *(_with_sex(kin) for kin in self.past.others))
        if not self.past.settled or (in_law and sum(one.code == in_law for one in everybody) > 1):
            return None
        wanted = [*codes, *_TAKEN_IN] if codes is _CHILDREN else codes
        fitting = [
            one
            for one in everybody
            if one.sex in ("", sex) and one.key != self.old.key
            if one.code in wanted or (one.code in ("", UNTOLD) and not self._too_old(one, codes))
        ]
        only = fitting[0] if len(fitting) == 1 else None
        return None if only is None or only.code not in codes or only not in self.members else only

    def _too_old(self, one: Kin, codes: tuple[str, ...]) -> bool:
        """Whether somebody cannot be a child or grandchild of the old head."""
        if codes is _SIBLINGS or one.born_on is None or self.old.born_on is None:
            return False
        return one.born_on < self.old.born_on + _A_GENERATION

    def _joined(self, back: _Way, out: _Way) -> _Way | None:
        """From the end of `back` to the end of `out`; None when it is not certain where they part."""
        at = self.head
        while back and out and back[0].kind == out[0].kind:
            same = _same(back[0].to, out[0].to)
            if same is None:
                return None
            if not same:
                break
            at, back, out = back[0].to, back[1:], out[1:]
        if not back:
            return out
        if not out:
            return _turned(at, back)
        met = self._met(at, back[0], out[0])
        return None if met is None else (*_turned(back[0].to, back[1:]), *met, *out[1:])

    def _met(self, at: _Node, came: _Step, goes: _Step) -> _Way | None:
        """From `came.to` over `at` to `goes.to`, shortened: a child's other parent is no stranger to it."""
        one, two = came.to, goes.to
        match came.kind + goes.kind:
            case "DD":
                return (_Step("B", two),)
            case "DS":
                return (_Step("U", two),) if _of_both(one, at, two) else None
            case "SD":
                return (_Step("D", two),) if _of_both(two, at, one) else None
            case "UU":
                return (_Step("S", two),) if one.sex != two.sex and one.sex and two.sex else None
            case "UB":
                return (_Step("D", two),) if self._of_one_bed(at, two) else None
            case "BU":
                return (_Step("U", two),) if self._of_one_bed(at, one) else None
            case "BB":
                return (_Step("B", two),) if self._of_one_bed(at, one, two) else None
            case "SS":
                return None
            case _:
                return (_Step(_BACK[came.kind], at), goes)

    def _of_one_bed(self, at: _Node, *siblings: _Node) -> bool:
        """Whether brothers and sisters of `at` have both parents of `at`."""
        ways = [(kin, self.way(kin)) for kin in self.members]
        parents = [kin for kin, way in ways if way and way[-1].kind == "U" and _start(self.head, way) == at]
        both = len({kin.sex for kin in parents}) == 2 and len(parents) == 2
        if not both and not self.past.settled:
            return False
        wed = [kin.wed_on for kin in (*parents, *(() if both else self.past.others)) if kin.wed_on]
        return all(not wed or (one.born_on is not None and one.born_on > max(wed)) for one in siblings)


def _start(head: _Node, way: _Way) -> _Node:
    return way[-2].to if len(way) > 1 else head


def _real(kin: Kin) -> _Node:
    older = {"71": True, "75": True, "73": False, "77": False}.get(kin.code)
    return _Node(f"member {kin.key}", kin.sex, kin.born_on, kin.wed_on, kin.code, real=True, older=older)


def _sex_in(word: str) -> str:
    return MALE if "m" in word else _WOMAN if "w" in word else ""


def _same(one: _Node, two: _Node) -> bool | None:
    """Whether two are one person; None when they may be."""
    if one.id == two.id:
        return True
    if (one.real and two.real) or (one.sex and two.sex and one.sex != two.sex):
        return False
    if one.older is not None and two.older is not None and one.older != two.older:
        return False
    return None


def _of_both(child: _Node, parent: _Node, married_to: _Node) -> bool:
    """Whether the husband or wife of a parent is the other parent."""
    wed = [day for day in (parent.wed_on, married_to.wed_on) if day is not None]
    return not wed or (child.born_on is not None and child.born_on > max(wed))


def _turned(at: _Node, way: _Way) -> _Way:
    """A way from `at`, walked back from its end to `at`."""
    nodes = [at, *(step.to for step in way)][:-1]
    return tuple(
        _Step(_BACK[step.kind], node) for step, node in zip(reversed(way), reversed(nodes), strict=True)
    )


def _older(one: _Node, two: _Node) -> bool | None:
    """By birth, else by 兄 or 弟, else by 长子 or 次子; None when nothing tells."""
    if one.born_on and two.born_on and one.born_on != two.born_on:
        return one.born_on < two.born_on
    if one.older is not None and one.than == two.id:
        return one.older
    if two.older is not None and two.than == one.id:
        return not two.older
    if one.older is not None and two.older is not None and one.than == two.than and one.older != two.older:
        return one.older
    own, others = _RANK.get(one.code), _RANK.get(two.code)
    return own < others if own and others and own != others and one.sex == two.sex else None


def _code(start: _Node, way: _Way) -> str:
    """The code of whom a certain way reaches; empty when sex or age is not known, or for 子 and 女."""
    kinds = "".join(step.kind for step in way)
    who = way[-1].to
    first = way[0].to
    match kinds:
        case "S":
            return _sexed(who, "11", "12", "10")
        case "DS":
            return _sexed(who, "28", "38")
        case "DD":
            return _by(first, _sexed(who, "41", "42"), _sexed(who, "43", "44"))
        case "DDS":
            return _sexed(who, "46", "45")
        case "DDD":
            return _sexed(who, "47", "48")
        case "U":
            return _sexed(who, "51", "52", "50")
        case "SU":
            return _by(start, _sexed(who, "55", "56"), _sexed(who, "53", "54"))
        case "UU":
            return _by(first, _sexed(who, "61", "62"), _sexed(who, "63", "64"))
        case "SUU":
            return "65"
        case "UUU" if first.sex == MALE and way[1].to.sex == MALE:
            return _sexed(who, "66", "67")
        case _ if kinds in _OTHER_KIN.split():
            return "97"
    return _aside(start, way, kinds)


def _aside(start: _Node, way: _Way, kinds: str) -> str:
    who, first = way[-1].to, way[0].to
    if kinds == "B":
        by_age = _by_age(_older(who, start), _sexed(who, "71", "75"), _sexed(who, "73", "77"))
        return by_age or "70"
    if kinds == "BS":
        return _by_age(_older(first, start), _sexed(who, "76", "72"), _sexed(who, "78", "74"))
    if kinds == "BD":
        return _by(first, _sexed(who, "93", "94"), _sexed(who, "95", "96"))
    if kinds == "UB":
        uncle = _by_age(_older(who, first), "81", "83")
        return _by(first, _sexed(who, uncle, "90"), _sexed(who, "85", "88"))
    if kinds == "UBS":
        wife = _by_age(_older(way[1].to, first), "82", "84")
        return _by(first, _by(way[1].to, wife, "89"), _by(way[1].to, "86", "87"))
    if kinds == "UBD":
        if _WOMAN in (first.sex, way[1].to.sex):
            return "92"
        return "91" if first.sex == way[1].to.sex == MALE else ""
    return ""


def _by(one: _Node, man: str, woman: str) -> str:
    return man if one.sex == MALE else woman if one.sex else ""


def _sexed(one: _Node, man: str, woman: str, unknown: str = "") -> str:
    return _by(one, man, woman) or unknown


def _by_age(older: bool | None, elder: str, younger: str) -> str:
    return "" if older is None else elder if older else younger


_MEN: Final = (
    "11 20 21 22 23 24 25 26 27 28 41 43 46 47 51 53 55 57 61 63 66 71 73 76 78 81 83 85 87 89 93 95"
)
_WOMEN: Final = (
    "12 30 31 32 33 34 35 36 37 38 42 44 45 48 52 54 56 58 62 64 67 72 74 75 77 82 84 86 88 90 94 96"
)


def _with_sex(kin: Kin) -> Kin:
    """The sex that a code says, where the sex itself is not known."""
    man, woman = kin.code in _MEN.split(), kin.code in _WOMEN.split()
    if kin.sex or not (man or woman):
        return kin
    return replace(kin, sex=MALE if man else _WOMAN)
