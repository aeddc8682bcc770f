"""Reading a value as villages write it: 10, +10分/人·次, 每月加5分, 扣3-15分, 5/10/20分, 各1分."""

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import Final

from passbook_desk.features.catalogue.rules import value_kind_for
from passbook_desk.features.catalogue.values import ItemDraft, ItemRow, ValueKind
from passbook_desk.kernel.points import ZERO, Points

_ONCE: Final = "次"
UNDECIDED: Final = "待定"
_NUMBER = r"\d{1,7}(?:\.\d{1,2})?"
_UNIT = r"[\u4e00-\u9fff·]{1,4}"
_VALUE = re.compile(
    rf"(?:每(?P<before>{_UNIT}?))?(?P<each>各)?(?P<sign>加|奖|\+|扣|减|-)?(?P<first>{_NUMBER})分?"
    rf"(?:(?P<link>[-~至到或])(?P<sign2>[-+])?(?P<second>{_NUMBER})分?)?"
    rf"(?:/每?(?P<after>{_UNIT}))?(?:\((?P<note>[^()]+)\))?"
)
_LIST = re.compile(rf"(?P<sign>加|奖|\+|扣|减|-)?(?P<numbers>{_NUMBER}(?:分?[/、]{_NUMBER})+)分?")
_CAP = re.compile(r"扣完|最多|不超过|封顶|最高|上限|限\d|每.{1,2}\d次|累计|合计")
_MINUS: Final = frozenset({"扣", "减", "-"})
_DASHES = str.maketrans({"—": "-", "–": "-", "−": "-", "‐": "-", "…": "~"})


@dataclass(frozen=True, slots=True)
class Worth:
    """One value: `least` and `most` are equal unless it is a range; `unit` is the word behind it."""

    least: Points
    most: Points
    unit: str

    @property
    def kind(self) -> ValueKind:
        """Range, per unit or fixed."""
        return ValueKind.RANGE if self.least != self.most else value_kind_for(self.unit)

    @property
    def stays_on_one_side(self) -> bool:
        """A deed gives or takes; from -3 to 5 it would do either."""
        return bool(self.least) and bool(self.most) and (self.least < ZERO) == (self.most < ZERO)

    def negated(self) -> "Worth":
        """What is taken instead of given."""
        return Worth(-self.most, -self.least, self.unit)


@dataclass(frozen=True, slots=True)
class ReadWorth:
    """What a cell says. `each`: every deed named in the line is worth this (各); several `worths`: one for
    each deed named in the line; `either`: 或 was read as a range; `cap`: the words about a limit."""

    worths: tuple[Worth, ...]
    each: bool
    either: bool
    cap: str

    def taken(self) -> "ReadWorth":
        """The same of a column headed 扣分, where no minus is written."""
        return replace(
            self, worths=tuple(worth if worth.most < ZERO else worth.negated() for worth in self.worths)
        )


def read_worth(text: str) -> ReadWorth | None:
    """The values of a cell, exactly; None when anything with a figure in it is not understood."""
    plain = "".join(unicodedata.normalize("NFKC", text.translate(_DASHES)).split())
    worths: list[Worth] = []
    caps: list[str] = []
    each = either = False
    for clause in filter(None, re.split(r"[,;。]", plain)):
        value = _VALUE.fullmatch(clause)
        several = _LIST.fullmatch(clause)
        if value is not None:
            worth, note = _single(value)
            each, either = each or bool(value["each"]), either or value["link"] == "或"
            worths.append(worth)
            caps.append(note)
        elif several is not None:
            worths += _listed(several)
        elif worths and (_CAP.search(clause) or not re.search(r"\d", clause)):
            caps.append(clause)
        else:
            return None
    if not worths or not all(worth.stays_on_one_side for worth in worths):
        return None
    return ReadWorth(tuple(worths), each, either, "，".join(filter(None, caps)))


def _single(found: re.Match[str]) -> tuple[Worth, str]:
    """The value of a clause, and its bracketed note where that is not the unit."""
    first = _points(found["first"], found["sign"])
    second = first
    if found["second"]:
        second = _points(found["second"], found["sign2"] or found["sign"])
    note = found["note"] or ""
    noted = re.fullmatch(rf"每({_UNIT})", note)
    unit = found["after"] or found["before"] or (noted[1] if noted else "") or _ONCE
    return Worth(min(first, second), max(first, second), unit), "" if noted else note


def _listed(found: re.Match[str]) -> list[Worth]:
    values = [_points(number, found["sign"]) for number in re.findall(_NUMBER, found["numbers"])]
    return [Worth(value, value, _ONCE) for value in values]


def _points(number: str, sign: str | None) -> Points:
    points = Points.parse(number)
    return -points if sign in _MINUS else points


def split_name(name: str, count: int | None) -> tuple[str, ...] | None:
    """The deeds that one line names: 迟到/早退 → 迟到, 早退; `count` how many there must be, None for any.

    考上大学/硕士/博士 → 考上大学, 考上硕士, 考上博士: with three or more parts, the longer beginning belongs
    to all. 受表彰（县/省级） → 受表彰（县级）, 受表彰（省级）. None when the line does not name so many.
    """
    bracket = re.fullmatch(r"(.+)[（(]([^（）()]*[/／][^（）()]*)[）)]", name)
    if bracket is not None:
        inside = _split(bracket[2], count)
        return inside and tuple(f"{bracket[1]}（{part}）" for part in _with_level(inside))
    parts = _split(name, count)
    return parts and _with_beginning(parts)


def _split(text: str, count: int | None) -> tuple[str, ...] | None:
    for separators in (r"[/／]", r"[、]"):
        parts = tuple(part.strip() for part in re.split(separators, text))
        if len(parts) > 1 and all(parts) and count in (None, len(parts)):
            return parts
    return None


def _with_level(parts: tuple[str, ...]) -> tuple[str, ...]:
    ended = parts[-1].endswith("级")
    return tuple(part if not ended or part.endswith("级") else f"{part}级" for part in parts)


def _with_beginning(parts: tuple[str, ...]) -> tuple[str, ...]:
    first, rest = parts[0], parts[1:]
    length = len(rest[0])
    if len(rest) < 2 or any(len(part) != length for part in rest) or len(first) <= length:
        return parts
    return (first, *(first[:-length] + part for part in rest))


def worth_words(item: ItemRow | ItemDraft) -> str:
    """A value as our own sheets say it, which `read_worth` reads back: +5至10分/次, 扣5分/处, 待定."""
    if item.value_kind is ValueKind.UNSET:
        return UNDECIDED
    minus = item.most < ZERO
    low, high = (-item.most, -item.least) if minus else (item.least, item.most)
    figure = f"{low}至{high}" if low != high else f"{low}"
    return f"{'扣' if minus else '+'}{figure}分/{item.unit}"


def is_undecided(text: str) -> bool:
    """Whether a cell says that the meeting has still to decide the value."""
    return bool(re.search(r"待定|待议|未定|另议", text))
