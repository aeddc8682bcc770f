"""What the cells of a column look like, whatever stands above it: an ID, a phone, a name … (domain §7)."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from typing import Final

from passbook_desk.features.intake import looks_words as words
from passbook_desk.features.intake.reading import CellKind, CellValue

_FEW: Final = 3
_LONGEST: Final = 60
"""What a longer text is, its beginning tells."""
_SPREAD_YEARS: Final = 15
"""Years of birth in a village lie further apart than years of anything else that is dated."""
_LONG_ID: Final = 18
_SHORT_ID: Final = 15
_RUNNING: Final = 0.8
_GROWING: Final = 0.1
_CLOSE_TOGETHER: Final = 100
"""The first cells of a column follow each other; later ones may be picked from far apart."""


class Looks(StrEnum):
    """What a column may hold, as far as its cells alone can tell."""

    ID_NUMBER = "id_number"
    PHONE = "phone"
    PERSON = "person"
    RELATION = "relation"
    SEX = "sex"
    BIRTH = "birth"
    PARTY = "party"
    ETHNIC = "ethnic"
    EDUCATION = "education"
    RESIDENCE = "residence"
    TAGS = "tags"
    PLACE = "place"
    ADDRESS = "address"
    HOUSE_NUMBER = "house_number"
    SERIAL = "serial"
    CODE = "code"
    NUMBER = "number"
    BANK_NUMBER = "bank_number"
    TICK = "tick"
    MOBILE = "mobile"


_INVISIBLE: Final = re.compile("[\\s\u00a0\u200b-\u200f\u2060\ufeff'’‘`´′]+")
_DIGITS: Final = re.compile(r"(?=.*\d)[\d.,\-—–/*xe+年月日号~()]+", re.ASCII)
_DAY: Final = r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
_ID: Final = re.compile(
    rf"\d{{6}}(?:18|19|20)\d{{2}}{_DAY}\d{{2,4}}[\dx]?|\d{{8}}{_DAY}\d{{3}}|\d(?:\.\d+)?e\+?1[4-8]"
    r"|\d{2,6}\*{5,}[\dx]{2,4}"
)
_PHONE: Final = re.compile(r"(?<!\d)(?:86)?1[3-9]\d{8,10}(?!\d)|(?<!\d)0\d{9,11}(?!\d)|1\d{2}\*{4}\d{4}")
_MOBILE: Final = re.compile(r"(?<!\d)(?:86)?1[3-9]\d{9}(?!\d)|1\d{2}\*{4}\d{4}")
_PLAIN_DATE: Final = re.compile(
    r"(?:农历|阴历)?((?:18|19|20)\d{2})(?:[-./年](\d{1,2})(?:[-./月](\d{1,2})日?|月)?|年)?(?:生|t.*)?"
)
_CLOSE_DATE: Final = re.compile(rf"((?:18|19|20)\d{{2}})(?:{_DAY}|0[1-9]|1[0-2])")
_NUMBERED: Final = re.compile(r"(?:[^\d]{0,6}?)(\d{1,4})(?:-\d{1,4}){0,2}(?:号|号院|院|室|号楼)?")
_SERIAL: Final = re.compile(r"(?:\d{1,3}-)?([1-9]\d{0,4})(?:\.|、|户)?")
_CODE: Final = re.compile(r"[a-z]{0,6}-?\d[\da-z-]{2,24}")
_HAN: Final = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_NAME: Final = re.compile(rf"[{_HAN}]{{2,4}}")
_DOTTED_NAME: Final = re.compile(
    rf"[{_HAN}]{{1,8}}[·•・‧∙●．.]{{1}}[{_HAN}]{{1,8}}(?:[·•・‧∙●．.][{_HAN}]+)?"
)
_ASIDE: Final = re.compile(r"[(\[【].*")
_PLACE: Final = re.compile(
    rf"第?[一二三四五六七八九十百\d]{{1,3}}号?(?:村民)?(?:小组|网格|组|队|社|片|片区|自然村|屯|大队)"
    rf"|[{_HAN}\d]{{1,8}}(?:网格|小组|组|队|片|片区|自然村|屯|大队)"
)
_ADDRESS: Final = re.compile(rf"[{_HAN}].*(?:村|组|号|街|路|巷|弄|幢|栋|室|院|楼)|[{_HAN}]{{1,6}}组\d+")
_TAG: Final = re.compile("|".join(sorted(words.TAG_WORDS)))
_ETHNIC: Final = re.compile(rf"汉|[{_HAN}]{{1,5}}族|回|满|蒙古|壮|苗|彝|土家|藏|维吾尔")


def folded(cell: CellValue) -> str:
    """A cell's text without width, spaces, apostrophes and case: "１４０ｘ" → "140x"."""
    text = cell.text
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    return _INVISIBLE.sub("", text).lower()


def looks_of(cell: CellValue) -> frozenset[Looks]:
    """Everything a single cell may be; nothing for an empty cell or an error."""
    if cell.kind is CellKind.EMPTY or cell.kind is CellKind.ERROR:
        return frozenset()
    text = folded(cell)[:_LONGEST]
    if not text:
        return frozenset()
    if cell.kind is CellKind.DATE:
        return frozenset({Looks.BIRTH})
    if _DIGITS.fullmatch(text):
        return frozenset(_of_digits(text, cell.kind is CellKind.NUMBER))
    return frozenset(_of_words(text))


def _of_digits(text: str, is_number: bool) -> set[Looks]:
    found: set[Looks] = set()
    if _ID.fullmatch(text):
        return {Looks.ID_NUMBER}
    bare = re.sub(r"[-—–+()]", "", text)
    if bare.isdecimal() and len(bare) in range(16, 21):
        return {Looks.BANK_NUMBER}
    if _PHONE.search(bare):
        return {Looks.PHONE, Looks.MOBILE} if _MOBILE.search(bare) else {Looks.PHONE}
    if _CLOSE_DATE.fullmatch(text) or _PLAIN_DATE.fullmatch(text):
        found.add(Looks.BIRTH)
    if is_number and text.isdecimal() and len(text) == 5:
        found.add(Looks.BIRTH)
    if _NUMBERED.fullmatch(text):
        found.add(Looks.HOUSE_NUMBER)
    if _CODE.fullmatch(text):
        found.add(Looks.CODE)
    if text in words.TICKS:
        found |= {Looks.PARTY, Looks.TICK}
        if text in "12":
            found.add(Looks.SEX)
    if not text.endswith("号"):
        found.add(Looks.NUMBER)
    return found


def _of_words(text: str) -> set[Looks]:
    found = {
        look
        for look, known in (
            (Looks.RELATION, words.RELATIONS),
            (Looks.SEX, words.SEXES),
            (Looks.PARTY, words.PARTY_WORDS),
            (Looks.PARTY, words.TICKS),
            (Looks.TICK, words.TICKS),
            (Looks.EDUCATION, words.EDUCATIONS),
            (Looks.RESIDENCE, words.RESIDENCES),
        )
        if text in known
    }
    if _ETHNIC.fullmatch(text):
        found.add(Looks.ETHNIC)
    if _TAG.search(text):
        found.add(Looks.TAGS)
    if _PLACE.fullmatch(text):
        found.add(Looks.PLACE)
    if found:
        return found
    bare = re.sub(r"[-—–]", "", text)
    if _PHONE.search(bare):
        return {Looks.PHONE, Looks.MOBILE} if _MOBILE.search(bare) else {Looks.PHONE}
    if _ID.search(text):
        return {Looks.ID_NUMBER}
    if _PLAIN_DATE.match(text):
        return {Looks.BIRTH}
    if _NUMBERED.fullmatch(text):
        found.add(Looks.HOUSE_NUMBER)
    if _ADDRESS.search(text):
        found.add(Looks.ADDRESS)
    if not found and _is_name(_ASIDE.sub("", text)):
        found.add(Looks.PERSON)
    if _CODE.fullmatch(text):
        found.add(Looks.CODE)
    return found


def _is_name(text: str) -> bool:
    if _DOTTED_NAME.fullmatch(text):
        return True
    if not _NAME.fullmatch(text):
        return False
    return text[0] in words.SURNAMES or text[:2] in words.COMPOUND_SURNAMES


@dataclass(frozen=True, slots=True)
class Holding:
    """What a column holds: how many of its cells hold something, and the share that looks like each thing."""

    filled: int
    shares: dict[Looks, float] = field(default_factory=dict)
    different: float = 0.0

    def share(self, looks: Looks) -> float:
        """0 … 1; 0 where nothing looks like it."""
        return self.shares.get(looks, 0.0)


def holding(cells: Sequence[CellValue]) -> Holding:
    """What a column's cells, in order, hold together."""
    filled = [cell for cell in cells if cell.kind is not CellKind.EMPTY and cell.text.strip()]
    if not filled:
        return Holding(0)
    counts: dict[Looks, int] = {}
    for cell in filled:
        for look in looks_of(cell):
            counts[look] = counts.get(look, 0) + 1
    shares = {look: count / len(filled) for look, count in counts.items()}
    texts = [folded(cell) for cell in filled]
    if _is_running(texts[:_CLOSE_TOGETHER]):
        shares[Looks.SERIAL] = 1.0
        shares.pop(Looks.CODE, None)
    return Holding(len(filled), shares, len(set(texts)) / len(texts))


def years_apart(cells: Sequence[CellValue]) -> bool:
    """The years in a column of dates spread as far as years of birth do."""
    years = [int(year) for cell in cells if (year := year_of(cell))]
    return len(years) > _FEW and max(years) - min(years) >= _SPREAD_YEARS


def year_of(cell: CellValue) -> str:
    """The year a date begins with; "" where none stands."""
    found = re.match(r"\D*((?:18|19|20)\d{2})", folded(cell))
    return found[1] if found else ""


def year_in_id(cell: CellValue) -> str:
    """The year of birth in an ID number of 18 or 15 characters; "" for anything else."""
    text = folded(cell)
    if len(text) == _LONG_ID and text[:-1].isdecimal():
        return text[6:10]
    return f"19{text[6:8]}" if len(text) == _SHORT_ID and text.isdecimal() else ""


def _is_running(texts: Sequence[str]) -> bool:
    """1, 2, 3 … with gaps and repetitions, or 7-1, 7-2 …: numbers of lines, not codes."""
    numbers = [int(found[1]) for text in texts if (found := _SERIAL.fullmatch(text))]
    if len(numbers) < _RUNNING * len(texts):
        return False
    if len(numbers) <= _FEW:
        return all(number <= _FEW for number in numbers)
    steps = [other - one for one, other in pairwise(numbers)]
    following = sum(1 for step, other in zip(steps, numbers[1:], strict=True) if 0 <= step <= 1 or other == 1)
    return following >= _RUNNING * len(steps) and steps.count(1) > _GROWING * len(steps)
