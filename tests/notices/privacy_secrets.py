"""What nobody may read on a wall: random numbers of persons in every spelling, words of hardship, and an eye
that finds them again in what was printed.
"""

import random
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

OFFICE_PHONE = "0351-5550123"
PRIVATE = "悄悄话"
"""Stands in every text that has no business on a wall at all."""
TAGS = (
    "低保",
    "低保户",
    "五保户",
    "特困",
    "残疾",
    "重度残疾人",
    "肢体残疾二级",
    "独居老人",
    "留守儿童",
    "空巢老人",
    "失独家庭",
    "孤儿",
    "长期患病",
    "大病",
    "建档立卡贫困户",
    "刑满释放人员",
    "社区矫正对象",
    "老上访户",
)
_TOLD = "低保|五保|特困|残疾|独居|留守|空巢|失独|孤儿|患病|大病|建档立卡|贫困|刑满|释放|矫正|上访"
_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
_GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英建国德才文斌玉兰"
_REGIONS = ("140108", "330102", "110101", "659004", "420116")
_LONG = 11
"""Digits from which on a number is found in whatever was written around it."""
_HAN = str.maketrans("0123456789", "〇一二三四五六七八九")
_FROM_HAN = str.maketrans("〇零○一二三四五六七八九幺", "0001234567891")
_WIDE = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")
HAN_DIGITS = frozenset("〇零○一二三四五六七八九幺")
_HAN_NUMBER = re.compile("[〇零○一二三四五六七八九幺]{7,}")
_SHORT = re.compile(r"(?<!\d)\d{3,4}[-. ]\d{4}(?!\d)|\d{7,}|(?<!\d)\d(?: \d){6,7}(?!\d)")
_A_ROW = re.compile(r"(?<!\S)-?[\d.]+(?: -?[\d.]+){4,}(?!\S)")
"""Figures of a table beside each other, which are no number in groups."""
_PATTERNS = {
    "a mobile": re.compile(r"(?<!\d)1[3-9]\d[-. ]?\d{4}[-. ]?\d{4}(?!\d)"),
    "a number of a person": re.compile(r"(?<!\d)\d{17}[\dXx](?!\d)|(?<!\d)\d{6}[- ]\d{8}[- ]\d{3}[\dXx]"),
    "a landline": re.compile(r"(?<!\d)\(?0\d{2,3}\)?[- ]?[2-9]\d{6,7}(?!\d)"),
    "a card": re.compile(r"(?<!\d)\d{4}(?:[- ]\d{4}){3}"),
    "a long number": re.compile(r"(?<!\d)\d{7,}(?!\d)"),
}


@dataclass(slots=True)
class Secrets:
    """Makes secrets and remembers each of them."""

    chance: random.Random
    long: dict[str, set[str]] = field(default_factory=dict)
    """Numbers of eleven digits and more under their first eleven."""
    short: set[str] = field(default_factory=set)
    count: int = 0

    def name(self) -> str:
        """Somebody's name, two or three characters."""
        given = "".join(self.chance.sample(_GIVEN, self.chance.choice((1, 2, 2))))
        return self.chance.choice(_SURNAMES) + given

    def id_number(self) -> str:
        """18 digits, some with X at their end, or 15 as they once were."""
        chance = self.chance
        born = f"{chance.randint(1935, 2012)}{chance.randint(1, 12):02d}{chance.randint(1, 28):02d}"
        start = chance.choice(_REGIONS)
        if chance.random() < 0.15:
            return self._kept(f"{start}{born[2:]}{chance.randint(0, 999):03d}")
        end = "X" if chance.random() < 0.2 else str(chance.randint(0, 9))
        return self._kept(f"{start}{born}{chance.randint(0, 999):03d}{end}")

    def mobile(self) -> str:
        """Eleven digits."""
        return self._kept(f"1{self.chance.randint(3, 9)}{self.chance.randint(0, 10**9 - 1):09d}")

    def landline(self) -> str:
        """A town's number of seven or eight digits, with or without the area before it."""
        chance = self.chance
        town = str(chance.randint(2, 8)) + "".join(str(chance.randint(0, 9)) for _ in range(6))
        if chance.random() < 0.4:
            town += str(chance.randint(0, 9))
        area = chance.choice(("0351", "0571", "") if len(town) == 7 else ("010", "020", ""))
        self._kept(town)
        return self._kept(f"{area}-{town}") if area else town

    def card(self) -> str:
        """A bank card's 16 to 19 digits."""
        length = self.chance.choice((16, 18, 19))
        return self._kept("62" + "".join(str(self.chance.randint(0, 9)) for _ in range(length - 2)))

    def spelled(self) -> str:
        """A fresh number of any kind, written as somebody might."""
        kind = self.chance.choice((self.id_number, self.mobile, self.mobile, self.landline, self.card))
        return self.spell(kind())

    def spell(self, number: str) -> str:
        """A number in one of its spellings."""
        joint = self.chance.choice((" ", "-", "－", "　", ".", "  ", "\u200b", "—"))
        way = self.chance.randint(0, 9)
        if way < 4:
            return number
        if way == 4:
            return number.translate(_WIDE)
        if way == 5 and number.isdigit():
            return number.translate(_HAN)
        if way == 6 and number.isdigit():
            return " ".join(number)
        if "-" in number:
            area, town = number.split("-")
            return self.chance.choice((f"({area}){town}", f"{area} {town[:3]} {town[3:]}", f"{area}{town}"))
        if len(number) == 18:
            return joint.join((number[:6], number[6:14], number[14:]))
        if len(number) == _LONG:
            return self.chance.choice(("", "+86", "电话")) + joint.join((number[:3], number[3:7], number[7:]))
        if len(number) < _LONG:
            return "-".join((number[:-4], number[-4:]))
        return joint.join(number[start : start + 4] for start in range(0, len(number) - 3, 4)) + (
            joint + number[-(len(number) % 4) :] if len(number) % 4 else ""
        )

    def beside_a_name(self, name: str) -> str:
        """A name as a clerk types it who wants to remember more than a name."""
        tag, number = self.chance.choice(TAGS), self.spelled()
        return self.chance.choice(
            (
                name,
                f"{name}（{tag}）",
                f"{name}({tag}",
                f"{name} {tag}",
                f"{name}-{tag}",
                f"{name}{tag}",
                f"{tag}{name}",
                f"{name}（{number}）",
                f"{name}{number}",
                f"{name} {number}",
                f"{name}，{tag}，{number}",
                f"{name}【{tag}（{number}）】",
            )
        )

    def of_a_place(self, name: str) -> str:
        """The name of a place with what somebody wants to remember of who lives there."""
        tag, number = self.chance.choice(TAGS), self.spelled()
        return self.chance.choice(
            (
                f"{name}（{tag}集中）",
                f"{name} {number}",
                f"{name}（电话{number}）",
                f"{name}、{tag}{self.name()}家",
                f"{tag}{name}",
                f"{name}[{tag}，{number}]",
            )
        )

    def for_all(self, text: str) -> str:
        """A text that a village writes for everybody to read; a number slipped into it."""
        return f"{text}，问 {self.name()} {self.spelled()}"

    def private(self) -> str:
        """A text that has no business on a wall."""
        return f"{PRIVATE}：{self.name()}{self.chance.choice(TAGS)}，{self.spelled()}"

    def _kept(self, number: str) -> str:
        digits = "".join(sign for sign in number if sign.isdigit())
        if len(digits) < _LONG:
            self.short.add(digits)
        else:
            self.long.setdefault(digits[:_LONG], set()).add(digits)
        self.count += 1
        return number


def told(strings: Iterable[str], secrets: Secrets, allowed: Iterable[str] = ()) -> list[str]:
    """Every secret that stands in one of the strings, and whatever looks like one.

    `allowed` are numbers that may be there: the office's phone, numbers of books, the check code.
    """
    known = "|".join(re.escape(text) for text in (*allowed, OFFICE_PHONE) if text)
    harmless = re.compile(rf"(?<![0-9A-Za-z])(?:{known})(?![0-9A-Za-z])")
    found: list[str] = []
    for raw in dict.fromkeys(strings):
        text = harmless.sub("*", unicodedata.normalize("NFKC", raw))
        found += [f"{hit[0]} in {raw!r}" for hit in re.finditer(f"{_TOLD}|{PRIVATE}", text)]
        text = _HAN_NUMBER.sub(lambda hit: hit[0].translate(_FROM_HAN), text)
        found += [f"{number} in {raw!r}" for number in _secret_numbers(text, secrets)]
        text = _A_ROW.sub(lambda hit: hit[0].replace(" ", "|"), text)
        for kind, pattern in _PATTERNS.items():
            found += [f"{kind} {hit[0]} in {raw!r}" for hit in pattern.finditer(text)]
    return found


def _secret_numbers(text: str, secrets: Secrets) -> Iterable[str]:
    """Long numbers whatever stands between their digits, short ones as people write them."""
    digits = "".join(sign for sign in text if sign.isdigit())
    for start in range(len(digits) - _LONG + 1):
        for number in secrets.long.get(digits[start : start + _LONG], ()):
            if digits.startswith(number, start):
                yield number
    for hit in _SHORT.finditer(text):
        run = "".join(sign for sign in hit[0] if sign.isdigit())
        for size in (7, 8):
            for start in range(len(run) - size + 1):
                if run[start : start + size] in secrets.short:
                    yield run[start : start + size]
