"""Exact points and money: scaled integers, never floats (DECISIONS 12)."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Self

from passbook_desk.kernel.errors import UserError

_NUMBER = re.compile(r"([+-]?)(\d{1,9})(?:\.(\d{1,2}))?")
_SIGNS = str.maketrans({"−": "-", "－": "-", "—": "-", "＋": "+", "。": "."})


class NotANumber(UserError):
    """The text is not a number with at most two decimals."""

    code = "number.not-a-number"


def _parse_hundredths(text: str) -> int:
    plain = unicodedata.normalize("NFKC", text.translate(_SIGNS)).strip()
    match = _NUMBER.fullmatch(plain)
    if match is None:
        raise NotANumber(text=text)
    sign, whole, part = match.groups()
    value = int(whole) * 100 + int((part or "").ljust(2, "0"))
    return -value if sign == "-" else value


def _format_hundredths(value: int) -> str:
    whole, part = divmod(abs(value), 100)
    sign = "-" if value < 0 else ""
    tail = "" if part == 0 else f".{part:02d}".rstrip("0")
    return f"{sign}{whole}{tail}"


@dataclass(frozen=True, slots=True, order=True)
class Points:
    """A number of points in hundredths: Points(1050) is 10.5 points."""

    hundredths: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "10", "-0.5", "＋１０"; raises NotANumber."""
        return cls(_parse_hundredths(text))

    def __str__(self) -> str:
        return _format_hundredths(self.hundredths)

    def __add__(self, other: "Points") -> "Points":
        return Points(self.hundredths + other.hundredths)

    def __sub__(self, other: "Points") -> "Points":
        return Points(self.hundredths - other.hundredths)

    def __neg__(self) -> "Points":
        return Points(-self.hundredths)

    def __mul__(self, times: int) -> "Points":
        return Points(self.hundredths * times)

    def __bool__(self) -> bool:
        return self.hundredths != 0


ZERO = Points(0)


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount of money in fen: Money(28000) is 280 yuan."""

    fen: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "280" or "280.50" yuan; raises NotANumber."""
        return cls(_parse_hundredths(text))

    def __str__(self) -> str:
        return _format_hundredths(self.fen)

    def __add__(self, other: "Money") -> "Money":
        return Money(self.fen + other.fen)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.fen - other.fen)

    def __mul__(self, times: int) -> "Money":
        return Money(self.fen * times)

    def __bool__(self) -> bool:
        return self.fen != 0


NO_MONEY = Money(0)
