"""Periods that a village counts by: a week, a month, a quarter, a year, or several whole months."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Self

from passbook_desk.kernel.errors import UserError
from passbook_desk.kernel.period import DateSpan, NotADate, NotAQuarter, Quarter, parse_iso_date

_ONE_DAY = timedelta(days=1)
_MONTHS_A_YEAR = 12


class NotAPeriod(UserError):
    """The text is no week, month, quarter or year. Params: `text`, `field`."""

    code = "period.not-a-period"


class PeriodKind(StrEnum):
    """How long a period is."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    MONTHS = "months"
    """Several whole months that are named by the first and the last."""


_LENGTHS = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.YEAR: _MONTHS_A_YEAR}


@dataclass(frozen=True, slots=True)
class Period:
    """A period by the calendar: Monday to Sunday, or whole months. `days` tells when the village ends it."""

    kind: PeriodKind
    first: date
    last: date

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read 2026-09, 2026Q3, 2026, 2026-03..2026-08, or a day for the week that holds it.

        Raises NotAPeriod.
        """
        plain = text.strip()
        try:
            if re.fullmatch(r"\d{4}年?", plain):
                return cls.of(PeriodKind.YEAR, date(int(plain[:4]), 1, 1))
            if ".." in plain:
                first, _, last = plain.partition("..")
                return cls.months(_month(first), _month(last))
            if re.fullmatch(r"\d{4}[-.年](\d{1,2})月?", plain):
                return cls.of(PeriodKind.MONTH, _month(plain))
            if re.search("[Qq季]", plain):
                return cls.of(PeriodKind.QUARTER, Quarter.parse(plain).span.first)
            return cls.of(PeriodKind.WEEK, parse_iso_date(plain))
        except (ValueError, OverflowError, NotADate, NotAQuarter):
            raise NotAPeriod(text=text, field="period") from None

    @classmethod
    def of(cls, kind: PeriodKind, day: date, cut_off_day: int = 0) -> Self:
        """The week, month, quarter or year that holds a day; a day after the cut-off is in the next month."""
        if kind is PeriodKind.WEEK:
            monday = day - timedelta(days=day.weekday())
            return cls(kind, monday, monday + timedelta(days=6))
        if day > _cut(day, cut_off_day):
            day = _cut(day, 0) + _ONE_DAY
        length = _LENGTHS[kind]
        first = date(day.year, (day.month - 1) // length * length + 1, 1)
        return cls(kind, first, _later(first, length) - _ONE_DAY)

    @classmethod
    def months(cls, first: date, last: date) -> Self:
        """Whole months from that of one day to that of another. Raises ValueError for none."""
        if last < first:
            raise ValueError(last)
        return cls(PeriodKind.MONTHS, first.replace(day=1), _cut(last, 0))

    def days(self, cut_off_day: int = 0) -> DateSpan:
        """First and last day; with a cut-off day the period ends on that day of its last month.

        Weeks are Monday to Sunday everywhere. Source: domain §2.2, a quarter cut on the 15th.
        """
        if self.kind is PeriodKind.WEEK or not cut_off_day:
            return DateSpan(self.first, self.last)
        return DateSpan(_cut(self.first - _ONE_DAY, cut_off_day) + _ONE_DAY, _cut(self.last, cut_off_day))

    def previous(self) -> "Period":
        """The period of the same length before this one."""
        if self.kind is PeriodKind.MONTHS:
            return Period(self.kind, _later(self.first, -self._length), self.first - _ONE_DAY)
        return Period.of(self.kind, self.first - _ONE_DAY)

    def next(self) -> "Period":
        """The period of the same length after this one."""
        if self.kind is PeriodKind.MONTHS:
            after = self.last + _ONE_DAY
            return Period(self.kind, after, _later(after, self._length) - _ONE_DAY)
        return Period.of(self.kind, self.last + _ONE_DAY)

    @property
    def _length(self) -> int:
        months = (self.last.year - self.first.year) * _MONTHS_A_YEAR + self.last.month - self.first.month
        return months + 1

    @property
    def chinese(self) -> str:
        """As paper says it: 2026年9月, 2026年三季度, 2026年9月7日至13日."""
        first, last = self.first, self.last
        if self.kind is PeriodKind.WEEK:
            end = f"{last.day}日" if last.month == first.month else f"{last.month}月{last.day}日"
            return f"{first.year}年{first.month}月{first.day}日至{end}"
        if self.kind is PeriodKind.QUARTER:
            return Quarter.of(first).chinese
        if self.kind is PeriodKind.YEAR:
            return f"{first.year}年"
        if self.kind is PeriodKind.MONTH:
            return f"{first.year}年{first.month}月"
        end = f"{last.month}月" if last.year == first.year else f"{last.year}年{last.month}月"
        return f"{first.year}年{first.month}月至{end}"

    def __str__(self) -> str:
        first, last = self.first, self.last
        if self.kind is PeriodKind.WEEK:
            return first.isoformat()
        if self.kind is PeriodKind.QUARTER:
            return str(Quarter.of(first))
        if self.kind is PeriodKind.YEAR:
            return f"{first.year:04d}"
        month = f"{first.year:04d}-{first.month:02d}"
        return month if self.kind is PeriodKind.MONTH else f"{month}..{last.year:04d}-{last.month:02d}"


def _month(text: str) -> date:
    match = re.fullmatch(r"(\d{4})[-.年](\d{1,2})月?", text.strip())
    if match is None:
        raise ValueError(text)
    return date(int(match.group(1)), int(match.group(2)), 1)


def _cut(day: date, cut_off_day: int) -> date:
    """The last day that counts in the month of a day."""
    length = monthrange(day.year, day.month)[1]
    return day.replace(day=min(cut_off_day, length) if cut_off_day else length)


def _later(first: date, months: int) -> date:
    """The first of the month so many months later."""
    year, month = divmod(first.year * _MONTHS_A_YEAR + first.month - 1 + months, _MONTHS_A_YEAR)
    return date(year, month + 1, 1)
