"""Values about a person that are shown masked by default (DECISIONS 14f, domain §5.3)."""

import hmac
import re
from dataclasses import dataclass
from enum import StrEnum


class SensitiveKind(StrEnum):
    """What kind of value it is, which decides the mask."""

    ID_NUMBER = "id_number"
    PHONE = "phone"
    BANK = "bank"


@dataclass(frozen=True, slots=True, repr=False)
class Sensitive:
    """An ID, phone or bank number. `str()` and `repr()` give the mask; `reveal()` gives the value."""

    kind: SensitiveKind
    value: str

    def reveal(self) -> str:
        """The full value, for storing and for a clerk who asked to see it."""
        return self.value

    def masked(self) -> str:
        """138****1234; of an ID the first 2 and last 3 stay, of others the last 4 (domain §5.3)."""
        text = self.value
        if self.kind is SensitiveKind.PHONE and len(text) == 11:
            return f"{text[:3]}****{text[-4:]}"
        if self.kind is SensitiveKind.ID_NUMBER and len(text) >= 15:
            return f"{text[:2]}{'*' * (len(text) - 5)}{text[-3:]}"
        return "*" * max(len(text) - 4, 0) + text[-4:] if len(text) > 4 else "*" * len(text)

    def __str__(self) -> str:
        return self.masked()

    def __repr__(self) -> str:
        return f"Sensitive({self.kind.value}, {self.masked()})"


_ID_NUMBER = re.compile(r"(?<!\d)\d{17}[\dXx](?!\d)", re.ASCII)
_PHONE = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)", re.ASCII)


def masked_numbers(text: str) -> str:
    """A text with every ID and mobile number in it masked, as where a sheet's columns were shifted."""
    text = _ID_NUMBER.sub(lambda found: Sensitive(SensitiveKind.ID_NUMBER, found[0]).masked(), text)
    return _PHONE.sub(lambda found: Sensitive(SensitiveKind.PHONE, found[0]).masked(), text)


def lookup_hash(key: bytes, kind: SensitiveKind, value: str) -> str:
    """Keyed hash by which SQL can compare a sensitive value without holding it in an index."""
    return hmac.digest(key, f"{kind.value}\0{value}".encode(), "sha256").hex()


def masked_name(name: str) -> str:
    """A name for the wall: 王国 → 王*, 王建国 → 王*国, 买买提·吐尔逊 → 买*****逊 (domain §5.3)."""
    if len(name) <= 1:
        return name
    if len(name) == 2:
        return f"{name[0]}*"
    return f"{name[0]}{'*' * (len(name) - 2)}{name[-1]}"


_LONG_NUMBER = re.compile(r"\d(?:[ \-\u2010-\u2015\uff0d\u3000]?\d){6,}[XxＸｘ]?")
_DATE = re.compile(r"(?:19|20)\d\d[\-\uff0d]\d{1,2}[\-\uff0d]\d{1,2}")
_MASK = "****"
_TAGS = [
    "低保",
    "五保",
    "特困",
    "贫困",
    "脱贫",
    "困难户",
    "边缘户",
    "监测户",
    "残疾",
    "伤残",
    "独居",
    "空巢",
    "留守",
    "失独",
    "孤儿",
    "患病",
    "重病",
    "大病",
    "精神病",
    "艾滋",
    "吸毒",
    "涉毒",
    "刑满",
    "社区矫正",
    "缓刑",
    "上访",
    "信访",
]
_BRACKETS = re.compile(r"[(（\[【〔][^()（）\[\]【】〔〕]*[)）\]】〕]?")


def wall_text(text: str) -> str:
    """A text for the wall: every number of seven digits or more is masked, also one written in groups.

    Seven digits is the shortest telephone number; dates like 2026-06-30 stay (domain §5.3).
    """
    return _LONG_NUMBER.sub(lambda found: found[0] if _DATE.fullmatch(found[0]) else _MASK, text)


def wall_place(text: str) -> str:
    """The name of a place for the wall: as wall_text, without a bracket that tells of hardship or illness."""
    plain = _BRACKETS.sub(lambda found: "" if _told(found[0]) else found[0], text)
    return wall_text(_without_tags(plain) or plain)


def wall_person(text: str) -> str:
    """Somebody's name for the wall: without brackets, numbers and words that tell of hardship or illness."""
    plain = _BRACKETS.sub("", text).strip()
    return wall_text(_without_tags(plain))


def _told(text: str) -> bool:
    return any(tag in text for tag in _TAGS)


def _without_tags(text: str) -> str:
    for tag in _TAGS:
        text = text.replace(f"{tag}户", "").replace(f"{tag}家庭", "").replace(tag, "")
    return text.strip(" ,，、;；-—·/")
