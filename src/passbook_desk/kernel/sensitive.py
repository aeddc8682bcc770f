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


_GAP = r"(?:[\s\u200b-\u200f\u2060\ufeff\-\u2010-\u2015\u2212\uff0d_＿·•‧)）]{0,4}|[./．／](?=\d{3}))"
"""What stands between the digits of a number that is written in groups: 138 1234-5678, 138.1234.5678."""
_HAN_DIGIT = "[〇零○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]"
_NUMBERS = re.compile(
    rf"""(?P<stays>
          (?<!\d)(?:19|20)\d\d(?P<link>[-－./])(?:0?[1-9]|1[0-2])(?P=link)(?:0?[1-9]|[12]\d|3[01])(?!\d)
        | (?<!\d)(?:19|20)\d\d[-－—–~～](?:19|20)\d\d(?=年)
        | (?<![\d-])\d{{1,2}}-\d{{1,2}}-\d{{3,4}}(?![\d-])
        )
      | \d(?:{_GAP}\d){{6,}}[XxＸｘ]?
      | {_HAN_DIGIT}(?:[\s\-]?{_HAN_DIGIT}){{6,}}""",
    re.VERBOSE,
)
"""Dates, spans of years and house codes (12-3-1201) stay; other numbers of seven digits and more do not."""
_MASK = "****"
_HARDSHIP = (
    "低保|五保|特困|贫困|脱贫|困难户|困难家庭|困境|边缘户|监测户|建档立卡|救助对象|残疾|残障|伤残|肢残|重残|智障"
    "|聋哑|瘫痪|失明|失能|失智|独居|孤寡|空巢|留守|失独|孤儿|患病|重病|大病|慢性病|癌症|尿毒症|精神病|精神障碍"
    "|抑郁|艾滋|吸毒|涉毒|戒毒|刑满释放|刑满|刑释|社区矫正|缓刑|肇事肇祸|上访|信访"
)
_OF_A_PERSON = "高龄|退役军人|退役|退伍|军属|烈属|优抚|困难|监测|边缘"
_BEFORE = (
    "(?:[一二三四1-4][级类]|重度|中度|轻度|半|老|肢体|视力|听力|言语|智力|精神|多重|农村|城镇|城市|长期)*+"
)
_BEHIND = "(?:[一二三四1-4][级类]|人员|人口|老人|儿童|妇女|家庭|对象|人|户(?!主)|证)*+"
_FOR_ALL = (
    "(?!联合会|之家|服务|活动|康复|托养|就业|中心|办|室|站|所|局|科|窗口|接待|协会|公寓|岗|学校|工作|公益|爱心"
    "|关爱|帮扶|救助|慰问|志愿|医保|医疗|保险|攻坚|成果|产业|(?<=贫困|脱贫)(?:村|县|镇|地区))"
)
"""What follows such a word in the name of a service that is open to everybody: 残疾人之家, 信访接待室."""
_TOLD = re.compile(f"{_BEFORE}(?:{_HARDSHIP}){_BEHIND}{_FOR_ALL}")
_TOLD_OF_A_PERSON = re.compile(f"{_BEFORE}(?:{_HARDSHIP}|{_OF_A_PERSON}){_BEHIND}")
_OPENING, _CLOSING = "(（[【〔{《<＜", ")）]】〕}》>＞"
_LEFT_OVER = re.compile("(?<=[:：,，、;；])[,，、;；]+")
_ENDS = " \u3000,，、;；:：-－—·/／|"


def wall_text(text: str) -> str:
    """A text for the wall: every number of seven digits or more is masked, also one written in groups, in
    wide digits or in Han ones.

    Seven digits is the shortest telephone number; dates like 2026-06-30 stay (domain §5.3).
    """
    return _NUMBERS.sub(lambda found: found[0] if found["stays"] else _MASK, text)


def wall_words(text: str) -> str:
    """What somebody said, for the wall: as wall_text, and words of hardship or illness are masked, too."""
    return _TOLD.sub(_MASK, wall_text(text))


def wall_place(text: str) -> str:
    """The name of a place or shop for the wall: as wall_text, without words that tell of hardship or illness
    and without a bracket that holds one. Services for everybody keep their names (残疾人之家).
    """
    plain = _without_brackets(text, _TOLD)
    if _TOLD.search(plain):
        plain = _LEFT_OVER.sub("", _TOLD.sub("", plain)).strip(_ENDS)
    return wall_text(plain)


def wall_person(text: str) -> str:
    """Somebody's name for the wall: without brackets, numbers and words that tell of hardship or illness."""
    plain = _TOLD_OF_A_PERSON.sub("", _without_brackets(text))
    return wall_text(plain).replace(_MASK, "").strip(_ENDS)


def _without_brackets(text: str, told: re.Pattern[str] | None = None) -> str:
    """The text without its outermost brackets and what they hold; with `told`, only of those that hold it.

    A bracket that is not closed goes on to the end.
    """
    kept, held, depth = "", "", 0
    for sign in text:
        depth += sign in _OPENING
        if not depth:
            kept += sign if told or sign not in _CLOSING else ""
            continue
        held += sign
        depth -= sign in _CLOSING
        if not depth:
            kept, held = kept + _kept(held, told), ""
    return kept + _kept(held, told)


def _kept(bracket: str, told: re.Pattern[str] | None) -> str:
    return bracket if told is not None and not told.search(bracket) else ""
