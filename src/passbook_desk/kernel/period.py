"""Quarters and spans of days."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from passbook_desk.kernel.errors import UserError

_FIRST_YEAR, _LAST_YEAR = 1800, 2999
"""Years a village can mean; beyond them lies a slip of the finger, and the end of the calendar."""


class NotAQuarter(UserError):
    """The text is not a quarter like 2026Q2."""

    code = "period.not-a-quarter"


class NotADate(UserError):
    """The text is not a date like 2026-03-10."""

    code = "period.not-a-date"


@dataclass(frozen=True, slots=True)
class DateSpan:
    """Days from `first` to `last`, both included."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """A calendar quarter; `number` is 1 to 4."""

    year: int
    number: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "2026Q2" or "2026年二季度" of the years 1800 to 2999; raises NotAQuarter."""
        match = re.fullmatch(r"(\d{4})\s*[Qq]([1-4])", text.strip())
        if match is None:
            match = re.fullmatch(r"(\d{4})年?第?([一二三四1-4])季度?", text.strip())
        if match is None or not _FIRST_YEAR <= int(match.group(1)) <= _LAST_YEAR:
            raise NotAQuarter(text=text)
        number = match.group(2).translate(str.maketrans("一二三四", "1234"))
        return cls(int(match.group(1)), int(number))

    @classmethod
    def of(cls, day: date) -> Self:
        """The quarter that holds a day."""
        return cls(day.year, (day.month + 2) // 3)

    @property
    def span(self) -> DateSpan:
        """First and last day of the quarter."""
        following = self.next()
        return DateSpan(
            date(self.year, self.number * 3 - 2, 1),
            date(following.year, following.number * 3 - 2, 1) - timedelta(days=1),
        )

    def next(self) -> "Quarter":
        """The quarter after this one."""
        return Quarter(self.year + 1, 1) if self.number == 4 else Quarter(self.year, self.number + 1)

    def previous(self) -> "Quarter":
        """The quarter before this one."""
        return Quarter(self.year - 1, 4) if self.number == 1 else Quarter(self.year, self.number - 1)

    @property
    def chinese(self) -> str:
        """As paper says it: 2026年二季度."""
        return f"{self.year}年{'一二三四'[self.number - 1]}季度"

    def __str__(self) -> str:
        return f"{self.year}Q{self.number}"


def parse_iso_date(text: str) -> date:
    """Read 2026-03-10, 2026.3.10, 2026/3/10 or 20260310, of the years 1800 to 2999; raises NotADate."""
    match = re.fullmatch(r"(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?", text.strip()) or re.fullmatch(
        r"(\d{4})(\d{2})(\d{2})", text.strip()
    )
    if match is None or not _FIRST_YEAR <= int(match.group(1)) <= _LAST_YEAR:
        raise NotADate(text=text)
    try:
        return date(int(match.group(1)), int(match.group(2)), int(match.group(3)))
    except ValueError:
        raise NotADate(text=text) from None


def month_of(day: date) -> str:
    """The month of a day as 2026-06, the key of month sums."""
    return f"{day.year:04d}-{day.month:02d}"
