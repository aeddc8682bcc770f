"""A new head: what every member is to him or her (GB/T 4761-2008; domain §7, §13 rule 20).

The code of a member says what he is to the head. From two such codes, the new head's and the member's,
follows what the member is to the new head; where a household holds two branches (two sons with their
families) it does not follow, and the clerk is asked.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum, auto
from typing import Final

HEAD: Final = "02"
STRANGER: Final = "99"
MALE: Final = "男"
_WOMAN: Final = "女"


@dataclass(frozen=True, slots=True)
class Kin:
    """A member before the change: `code` is the relation to the old head, `sex` 男, 女 or empty."""

    key: int
    code: str
    sex: str
    born_on: date | None = None


@dataclass(frozen=True, slots=True)
class NewRelation:
    """A member's code and word to the new head; `sure` is False when the clerk must be asked."""

    code: str
    word: str
    sure: bool


class _Class(StrEnum):
    SELF = auto()
    SPOUSE = auto()
    CHILD = auto()
    CHILD_SPOUSE = auto()
    SONS_CHILD = auto()
    DAUGHTERS_CHILD = auto()
    GRANDCHILD_SPOUSE = auto()
    GREAT = auto()
    PARENT = auto()
    SPOUSE_PARENT = auto()
    FATHERS_PARENT = auto()
    MOTHERS_PARENT = auto()
    SPOUSE_GRANDPARENT = auto()
    GREAT_GRANDPARENT = auto()
    SIBLING = auto()
    SIBLING_SPOUSE = auto()
    BROTHERS_CHILD = auto()
    SISTERS_CHILD = auto()
    FATHERS_SIBLING = auto()
    MOTHERS_SIBLING = auto()
    FATHERS_SIBLING_SPOUSE = auto()
    MOTHERS_SIBLING_SPOUSE = auto()
    COUSIN = auto()
    RELATIVE = auto()
    STRANGER = auto()
    UNKNOWN = auto()


_K = _Class
_CODES: Final[Mapping[_Class, str]] = {
    _K.SELF: "01 02",
    _K.SPOUSE: "10 11 12",
    _K.CHILD: "20 21 22 23 24 25 26 27 29 30 31 32 33 34 35 36 37 39",
    _K.CHILD_SPOUSE: "28 38",
    _K.SONS_CHILD: "40 41 42",
    _K.DAUGHTERS_CHILD: "43 44",
    _K.GRANDCHILD_SPOUSE: "45 46",
    _K.GREAT: "47 48",
    _K.PARENT: "50 51 52 57 58",
    _K.SPOUSE_PARENT: "53 54 55 56",
    _K.FATHERS_PARENT: "60 61 62",
    _K.MOTHERS_PARENT: "63 64",
    _K.SPOUSE_GRANDPARENT: "65",
    _K.GREAT_GRANDPARENT: "66 67",
    _K.SIBLING: "70 71 73 75 77",
    _K.SIBLING_SPOUSE: "72 74 76 78",
    _K.BROTHERS_CHILD: "93 94",
    _K.SISTERS_CHILD: "95 96",
    _K.FATHERS_SIBLING: "81 83 90",
    _K.MOTHERS_SIBLING: "85 88",
    _K.FATHERS_SIBLING_SPOUSE: "82 84 89",
    _K.MOTHERS_SIBLING_SPOUSE: "86 87",
    _K.COUSIN: "91 92",
    _K.RELATIVE: "49 59 69 79 80 97 98",
    _K.STRANGER: "99",
}
_CLASS_OF: Final = {code: kin for kin, codes in _CODES.items() for code in codes.split()}
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
_BY_SEX: Final[Mapping[_Class, tuple[str, str, str]]] = {
    _K.SPOUSE: ("11", "12", "10"),
    _K.CHILD: ("20", "30", ""),
    _K.CHILD_SPOUSE: ("28", "38", ""),
    _K.SONS_CHILD: ("41", "42", "40"),
    _K.DAUGHTERS_CHILD: ("43", "44", ""),
    _K.GRANDCHILD_SPOUSE: ("46", "45", ""),
    _K.GREAT: ("47", "48", ""),
    _K.PARENT: ("51", "52", "50"),
    _K.FATHERS_PARENT: ("61", "62", "60"),
    _K.MOTHERS_PARENT: ("63", "64", ""),
    _K.GREAT_GRANDPARENT: ("66", "67", ""),
    _K.BROTHERS_CHILD: ("93", "94", ""),
    _K.SISTERS_CHILD: ("95", "96", ""),
    _K.MOTHERS_SIBLING: ("85", "88", ""),
    _K.MOTHERS_SIBLING_SPOUSE: ("87", "86", ""),
    _K.SPOUSE_GRANDPARENT: ("65", "65", "65"),
    _K.RELATIVE: ("97", "97", "97"),
    _K.STRANGER: ("99", "99", "99"),
    _K.UNKNOWN: ("", "", ""),
}
"""Codes for a man, for a woman, and when the sex is not known."""


def relation_word_of(code: str) -> str:
    """The usual word of a code; empty for a code that this module never gives."""
    return _WORDS.get(code, "")


def relations_after(
    members: Sequence[Kin], old_head: Kin, new_head: int, answers: Mapping[int, str] | None = None
) -> dict[int, NewRelation]:
    """What each of `members` is to `new_head`, one of them, by key.

    `members` are those who are in the household after the change, the old head among them if he stays;
    `old_head` is needed for his or her sex. `answers` are codes that the clerk gave; they win.
    """
    sexed = tuple(_with_sex(kin) for kin in members)
    family = _Family(sexed, old_head, next(kin for kin in sexed if kin.key == new_head))
    found: dict[int, NewRelation] = {}
    for kin in sexed:
        answer = (answers or {}).get(kin.key)
        code, sure = family.code_of(kin) if answer is None or kin.key == new_head else (answer, True)
        found[kin.key] = NewRelation(code, _WORDS.get(code, ""), sure)
    return found


@dataclass(frozen=True, slots=True)
class _Family:
    members: tuple[Kin, ...]
    old: Kin
    new: Kin

    def code_of(self, kin: Kin) -> tuple[str, bool]:
        if kin.key == self.new.key:
            return HEAD, True
        was = _K.SELF if kin.key == self.old.key else _CLASS_OF.get(kin.code, _K.UNKNOWN)
        becomes = self._class(kin, was)
        if becomes is _K.UNKNOWN:
            return "", False
        code = self._code(kin, was, becomes)
        return code, bool(code)

    def _class(self, kin: Kin, was: _Class) -> _Class:
        head_was = _CLASS_OF.get(self.new.code, _K.UNKNOWN)
        if _K.STRANGER in (was, head_was):
            return _K.STRANGER
        if _K.UNKNOWN in (was, head_was):
            return _K.UNKNOWN
        view = _VIEWS.get(head_was)
        return _K.UNKNOWN if view is None else view(self, kin, was)

    def _code(self, kin: Kin, was: _Class, becomes: _Class) -> str:
        if becomes is was and was is not _K.SIBLING:
            return kin.code
        if becomes is _K.SPOUSE_PARENT:
            if not self.new.sex:
                return ""
            pair = ("55", "56") if self.new.sex == MALE else ("53", "54")
            return _sexed(kin, (*pair, ""))
        if becomes is _K.COUSIN:
            fathers_brother = was is _K.BROTHERS_CHILD and self.old.sex == MALE
            return "91" if fathers_brother else "92"
        if becomes in (_K.SIBLING, _K.SIBLING_SPOUSE):
            return self._sibling(kin, was, becomes)
        if becomes in (_K.FATHERS_SIBLING, _K.FATHERS_SIBLING_SPOUSE):
            return _uncle(kin, was)
        return _sexed(kin, _BY_SEX[becomes])

    def _sibling(self, kin: Kin, was: _Class, becomes: _Class) -> str:
        if becomes is _K.SIBLING_SPOUSE:
            if was is _K.SPOUSE:  # of the old head, a sibling: his age decides
                elder = self._elder(self.old)
                pair = ("76", "78") if kin.sex == MALE else ("72", "74")
                return "" if elder is None or not kin.sex else pair[0] if elder else pair[1]
            return ""
        elder = self._elder(kin)
        if elder is None or not kin.sex:
            return "70"
        pair = ("71", "73") if kin.sex == MALE else ("75", "77")
        return pair[0] if elder else pair[1]

    def _elder(self, kin: Kin) -> bool | None:
        """Whether somebody is older than the new head: by birth, else by 长子, 次子 or 兄, 弟; else None."""
        if kin.born_on and self.new.born_on and kin.born_on != self.new.born_on:
            return kin.born_on < self.new.born_on
        if kin.key == self.old.key and self.new.code in _ELDER_OF_HEAD:
            return not _ELDER_OF_HEAD[self.new.code]
        own, heads = _RANK.get(kin.code), _RANK.get(self.new.code)
        same_line = kin.sex == self.new.sex
        if own and heads and own != heads and same_line:
            return own < heads
        return None

    def count(self, kin_class: _Class, sex: str = "") -> int:
        """How many members of a class, of one sex or of both."""
        return sum(
            1
            for kin in self.members
            if _CLASS_OF.get(kin.code) is kin_class and kin.key != self.old.key and sex in ("", kin.sex)
        )

    def branches(self) -> int:
        """How many families of children the household holds at least."""
        children = self.count(_K.CHILD)
        return max(children, self.count(_K.CHILD_SPOUSE))


_ELDER_OF_HEAD: Final = {"71": True, "75": True, "73": False, "77": False}
_RANK: Final = {"22": 1, "23": 2, "24": 3, "25": 4, "26": 5, "32": 1, "33": 2, "34": 3, "35": 4, "36": 5}


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


def _sexed(kin: Kin, codes: tuple[str, str, str]) -> str:
    return codes[2] if not kin.sex else codes[0] if kin.sex == MALE else codes[1]


def _uncle(kin: Kin, was: _Class) -> str:
    """The old head's siblings seen by his child: 兄 71 becomes 伯父 81, 弟 73 becomes 叔父 83."""
    if was in (_K.SIBLING, _K.SIBLING_SPOUSE):
        return {
            "71": "81",
            "73": "83",
            "75": "90",
            "77": "90",
            "72": "82",
            "74": "84",
            "76": "89",
            "78": "89",
        }.get(kin.code, "")
    if was is _K.CHILD:
        return "90" if kin.sex and kin.sex != MALE else ""
    return "89" if was is _K.CHILD_SPOUSE and kin.code == "28" else ""


def _by_spouse(_family: _Family, _kin: Kin, was: _Class) -> _Class:
    table = {
        _K.SELF: _K.SPOUSE,
        _K.PARENT: _K.SPOUSE_PARENT,
        _K.SPOUSE_PARENT: _K.PARENT,
        _K.FATHERS_PARENT: _K.SPOUSE_GRANDPARENT,
        _K.MOTHERS_PARENT: _K.SPOUSE_GRANDPARENT,
        _K.SPOUSE_GRANDPARENT: _K.UNKNOWN,
        _K.SPOUSE: _K.UNKNOWN,
    }
    descendants = (_K.CHILD, _K.CHILD_SPOUSE, _K.GRANDCHILD_SPOUSE, _K.GREAT)
    if was in descendants:
        return was
    if was in (_K.SONS_CHILD, _K.DAUGHTERS_CHILD):
        return was
    return table.get(was, _K.RELATIVE)


def _by_child(family: _Family, kin: Kin, was: _Class) -> _Class:
    man, alone = family.new.sex == MALE, family.branches() <= 1
    father_headed = family.old.sex == MALE
    if was in (_K.SONS_CHILD, _K.DAUGHTERS_CHILD):
        own_line = _K.SONS_CHILD if man else _K.DAUGHTERS_CHILD
        if was is own_line:
            return _K.CHILD if alone else _K.UNKNOWN
        if alone:
            return _K.UNKNOWN
        return _K.BROTHERS_CHILD if was is _K.SONS_CHILD else _K.SISTERS_CHILD
    if was is _K.CHILD_SPOUSE:
        return _child_spouse_seen_by_child(family, kin)
    if was in (_K.GRANDCHILD_SPOUSE, _K.GREAT):
        nearer = {
            _K.GRANDCHILD_SPOUSE: _K.CHILD_SPOUSE,
            _K.GREAT: _K.SONS_CHILD if man else _K.DAUGHTERS_CHILD,
        }
        return nearer[was] if alone else _K.UNKNOWN
    if was in (_K.PARENT, _K.SPOUSE_PARENT):
        if not family.old.sex:
            return _K.UNKNOWN
        return _K.FATHERS_PARENT if father_headed == (was is _K.PARENT) else _K.MOTHERS_PARENT
    if was in (_K.SIBLING, _K.SIBLING_SPOUSE):
        if not family.old.sex:
            return _K.UNKNOWN
        ours = {_K.SIBLING: _K.FATHERS_SIBLING, _K.SIBLING_SPOUSE: _K.FATHERS_SIBLING_SPOUSE}
        hers = {_K.SIBLING: _K.MOTHERS_SIBLING, _K.SIBLING_SPOUSE: _K.MOTHERS_SIBLING_SPOUSE}
        return (ours if father_headed else hers)[was]
    return _CHILD_SEES.get(was, _K.RELATIVE)


_CHILD_SEES: Final[Mapping[_Class, _Class]] = {
    _K.SELF: _K.PARENT,
    _K.SPOUSE: _K.PARENT,
    _K.CHILD: _K.SIBLING,
    _K.FATHERS_PARENT: _K.GREAT_GRANDPARENT,
    _K.BROTHERS_CHILD: _K.COUSIN,
    _K.SISTERS_CHILD: _K.COUSIN,
}


def _child_spouse_seen_by_child(family: _Family, kin: Kin) -> _Class:
    """儿媳 is the wife of a new head who is the only son; the wife of a brother needs the clerk's word."""
    wife = kin.code == "38"
    own_side = wife == (family.new.sex == MALE)
    only = family.count(_K.CHILD, family.new.sex) == 1 and _same_code(family, kin.code) == 1
    return _K.SPOUSE if own_side and only and family.new.sex else _K.UNKNOWN


def _same_code(family: _Family, code: str) -> int:
    return sum(1 for kin in family.members if kin.code == code)


def _by_child_spouse(family: _Family, kin: Kin, was: _Class) -> _Class:
    alone = family.branches() <= 1
    if was is _K.CHILD:
        partners = family.count(_K.CHILD, _other(family.new.sex))
        fits = kin.sex == _other(family.new.sex)
        if not fits:
            return _K.RELATIVE
        return _K.SPOUSE if partners == 1 and _same_code(family, family.new.code) == 1 else _K.UNKNOWN
    if was in (_K.SELF, _K.SPOUSE):
        return _K.SPOUSE_PARENT
    if was is _K.PARENT:
        return _K.SPOUSE_GRANDPARENT
    nearer = {
        _K.SONS_CHILD: _K.CHILD,
        _K.DAUGHTERS_CHILD: _K.CHILD,
        _K.GRANDCHILD_SPOUSE: _K.CHILD_SPOUSE,
        _K.GREAT: _K.SONS_CHILD,
    }
    if was in nearer:
        return nearer[was] if alone else _K.UNKNOWN
    return _K.UNKNOWN if was is _K.CHILD_SPOUSE else _K.RELATIVE


def _other(sex: str) -> str:
    return _WOMAN if sex == MALE else MALE


def _by_grandchild(family: _Family, kin: Kin, was: _Class) -> _Class:
    of_son = _CLASS_OF[family.new.code] is _K.SONS_CHILD
    if was in (_K.SELF, _K.SPOUSE):
        return _K.FATHERS_PARENT if of_son else _K.MOTHERS_PARENT
    if was in (_K.CHILD, _K.CHILD_SPOUSE):
        return _parents_generation(family, kin, was, of_son)
    if was in (_K.SONS_CHILD, _K.DAUGHTERS_CHILD):
        if (was is _K.SONS_CHILD) != of_son:
            return _K.COUSIN
        return _K.SIBLING if family.branches() <= 1 else _K.UNKNOWN
    grandchildren = family.count(_K.SONS_CHILD) + family.count(_K.DAUGHTERS_CHILD)
    if was in (_K.GRANDCHILD_SPOUSE, _K.GREAT):
        nearer = {_K.GRANDCHILD_SPOUSE: _K.SPOUSE, _K.GREAT: _K.CHILD}
        return nearer[was] if grandchildren == 1 else _K.UNKNOWN
    if was is _K.PARENT:
        return _K.GREAT_GRANDPARENT if of_son and family.old.sex == MALE else _K.RELATIVE
    return _K.RELATIVE


def _parents_generation(family: _Family, kin: Kin, was: _Class, of_son: bool) -> _Class:
    """Children of the old head and their spouses, seen by a grandchild: parents where there is one branch."""
    line = MALE if of_son else _other(MALE)
    in_law = "38" if of_son else "28"
    if family.count(_K.CHILD, line) > 1 or _same_code(family, in_law) > 1:
        return _K.UNKNOWN
    if was is _K.CHILD:
        if kin.sex == line:
            return _K.PARENT
        return _K.FATHERS_SIBLING if of_son else _K.MOTHERS_SIBLING
    if kin.code == in_law:
        return _K.PARENT
    return _K.FATHERS_SIBLING_SPOUSE if of_son else _K.MOTHERS_SIBLING_SPOUSE


def _by_parent(family: _Family, _kin: Kin, was: _Class) -> _Class:
    father_headed, man = family.old.sex == MALE, family.new.sex == MALE
    table = {
        _K.SELF: _K.CHILD,
        _K.SPOUSE: _K.CHILD_SPOUSE,
        _K.CHILD: _K.SONS_CHILD if father_headed else _K.DAUGHTERS_CHILD,
        _K.CHILD_SPOUSE: _K.GRANDCHILD_SPOUSE,
        _K.SONS_CHILD: _K.GREAT,
        _K.DAUGHTERS_CHILD: _K.GREAT,
        _K.PARENT: _K.SPOUSE,
        _K.SIBLING: _K.CHILD,
        _K.SIBLING_SPOUSE: _K.CHILD_SPOUSE,
        _K.BROTHERS_CHILD: _K.SONS_CHILD,
        _K.SISTERS_CHILD: _K.DAUGHTERS_CHILD,
        _K.FATHERS_PARENT: _K.PARENT if man else _K.SPOUSE_PARENT,
        _K.MOTHERS_PARENT: _K.SPOUSE_PARENT if man else _K.PARENT,
    }
    unsexed = was is _K.CHILD and not family.old.sex
    return _K.UNKNOWN if unsexed else table.get(was, _K.RELATIVE)


def _by_sibling(family: _Family, kin: Kin, was: _Class) -> _Class:
    man = family.new.sex == MALE
    if was is _K.CHILD:
        if not family.old.sex:
            return _K.UNKNOWN
        return _K.BROTHERS_CHILD if family.old.sex == MALE else _K.SISTERS_CHILD
    if was is _K.SIBLING_SPOUSE:
        alone = family.count(_K.SIBLING) == 1 and family.count(_K.SIBLING_SPOUSE) == 1
        return _K.SPOUSE if alone and kin.sex == _other(family.new.sex) else _K.UNKNOWN
    own_line = _K.BROTHERS_CHILD if man else _K.SISTERS_CHILD
    if was is own_line:
        return _K.CHILD if family.count(_K.SIBLING, family.new.sex) == 1 else _K.UNKNOWN
    table = {_K.SELF: _K.SIBLING, _K.SPOUSE: _K.SIBLING_SPOUSE, _K.SIBLING: _K.SIBLING, _K.PARENT: _K.PARENT}
    staying = (
        _K.FATHERS_PARENT,
        _K.MOTHERS_PARENT,
        _K.GREAT_GRANDPARENT,
        _K.BROTHERS_CHILD,
        _K.SISTERS_CHILD,
        _K.MOTHERS_SIBLING,
    )
    return was if was in staying else table.get(was, _K.RELATIVE)


def _by_spouse_parent(family: _Family, _kin: Kin, was: _Class) -> _Class:
    table = {
        _K.SELF: _K.CHILD_SPOUSE,
        _K.SPOUSE: _K.CHILD,
        _K.CHILD: _K.DAUGHTERS_CHILD if family.old.sex == MALE else _K.SONS_CHILD,
        _K.CHILD_SPOUSE: _K.GRANDCHILD_SPOUSE,
        _K.SPOUSE_PARENT: _K.SPOUSE,
    }
    return table.get(was, _K.RELATIVE)


def _by_grandparent(family: _Family, kin: Kin, was: _Class) -> _Class:
    fathers_side = _CLASS_OF[family.new.code] is _K.FATHERS_PARENT
    own = _K.FATHERS_PARENT if fathers_side else _K.MOTHERS_PARENT
    if was is _K.PARENT:
        if not kin.sex:
            return _K.UNKNOWN
        return _K.CHILD if (kin.sex == MALE) == fathers_side else _K.CHILD_SPOUSE
    table = {
        _K.SELF: _K.SONS_CHILD if fathers_side else _K.DAUGHTERS_CHILD,
        _K.SIBLING: _K.SONS_CHILD if fathers_side else _K.DAUGHTERS_CHILD,
        _K.SPOUSE: _K.GRANDCHILD_SPOUSE,
        _K.CHILD: _K.GREAT,
        own: _K.SPOUSE,
    }
    return table.get(was, _K.UNKNOWN)


_View = Callable[[_Family, Kin, _Class], _Class]
_VIEWS: Final[Mapping[_Class, _View]] = {
    _K.SPOUSE: _by_spouse,
    _K.CHILD: _by_child,
    _K.CHILD_SPOUSE: _by_child_spouse,
    _K.SONS_CHILD: _by_grandchild,
    _K.DAUGHTERS_CHILD: _by_grandchild,
    _K.PARENT: _by_parent,
    _K.SIBLING: _by_sibling,
    _K.SPOUSE_PARENT: _by_spouse_parent,
    _K.FATHERS_PARENT: _by_grandparent,
    _K.MOTHERS_PARENT: _by_grandparent,
}
