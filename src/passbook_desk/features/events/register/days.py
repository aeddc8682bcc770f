"""Days as registers write them: 2025.1.31, 2025年2月3日, 12.22 without a year, 7月1日至3日 (pure)."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from passbook_desk.features.households.roster.cells import plain
from passbook_desk.features.intake.reading import CellKind, CellValue

MOST_DAYS: Final = 31
"""More days in a row than any feast takes are a wrong month typed."""

REPORTED_AFTER: Final = timedelta(days=30)
"""A report without a year is of the latest such day that is not further behind the event than this."""

_FULL: Final = re.compile(r"(\d{4}|\d{2})[-./年](\d{1,2})[-./月](\d{1,2})[日号]?")
_CLOSE: Final = re.compile(r"(20\d{2})(\d{2})(\d{2})")
_SHORT: Final = re.compile(r"(\d{1,2})[-./月](\d{1,2})[日号]?")
_DAY_ALONE: Final = re.compile(r"()(\d{1,2})[日号]?")
_ONE_DECIMAL: Final = re.compile(r"\d{1,2}\.[123]")
_SERIAL: Final = re.compile(r"\d{5}")
_FIRST_SERIAL, _LAST_SERIAL = 36526, 73050
"""2000-01-01 and 2100-01-01 as Excel counts days."""
_EXCEL_ZERO: Final = date(1899, 12, 30)
_HOUR: Final = re.compile(r"[ Tt]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$")
_ASIDE: Final = re.compile(r"\(.*?\)|(?:周|星期)[一二三四五六日天]|[上下中]午|早上|晚上")
_UNTIL: Final = re.compile(r"至|到|~|--|—+|–|-")
_YEAR: Final = re.compile(r"(?<!\d)(20\d{2})(?!\d)")
_HAN_YEAR: Final = re.compile(r"二[〇○零][〇○零一二三四五六七八九]{2}(?=年)")
_HAN_DIGITS: Final = str.maketrans("〇○零一二三四五六七八九", "000123456789")


@dataclass(frozen=True, slots=True)
class WrittenDays:
    """A day, or the first and last of several, as written; `year` None: the cell does not say it."""

    year: int | None
    first: tuple[int, int]
    last: tuple[int, int] | None = None
    """Month and day."""

    def first_in(self, year: int) -> date | None:
        """The first day; None where there is no such day."""
        return _made(self.year or year, *self.first)

    def days_from(self, first: date) -> tuple[date, ...]:
        """All days from the first to the last, over the end of a year too; empty where they make no feast."""
        if self.last is None:
            return (first,)
        last = _made(first.year, *self.last)
        if last is not None and last < first:
            last = _made(first.year + 1, *self.last)
        count = (last - first).days + 1 if last is not None else 0
        return tuple(first + timedelta(days=day) for day in range(count)) if count <= MOST_DAYS else ()


def written_days(cell: CellValue) -> WrittenDays | None:
    """What a cell says; None for no day, and for 5.1 as a number: it may have been 5.10."""
    text = _ASIDE.sub("", day_text(cell).lower())
    if cell.kind is CellKind.NUMBER:
        if _SERIAL.fullmatch(text) and _FIRST_SERIAL <= int(text) <= _LAST_SERIAL:
            day = _EXCEL_ZERO + timedelta(days=int(text))
            return WrittenDays(day.year, (day.month, day.day))
        if _ONE_DECIMAL.fullmatch(text):
            return None
    return _single(text) or _several(text)


def day_text(cell: CellValue) -> str:
    """A cell's words about days without width, spaces and the hour of a date."""
    text = _HOUR.sub("", unicodedata.normalize("NFKC", plain(cell)))
    return "".join(text.split()).replace("。", ".")


def year_said(texts: Iterable[str]) -> int | None:
    """The one year that titles name, 2025年 or 二〇二五年; None where they name none, or several."""
    years: set[int] = set()
    for text in texts:
        wide = unicodedata.normalize("NFKC", text)
        years |= {int(found) for found in _YEAR.findall(wide)}
        years |= {int(found.translate(_HAN_DIGITS)) for found in _HAN_YEAR.findall(wide)}
    return years.pop() if len(years) == 1 else None


def reported_on(written: WrittenDays, held_on: date) -> date | None:
    """The day of report: without a year the latest such day before the event, or shortly after it."""
    if written.year is not None:
        return written.first_in(written.year)
    days = (written.first_in(held_on.year + later) for later in (1, 0, -1))
    return next((day for day in days if day is not None and day <= held_on + REPORTED_AFTER), None)


def _single(text: str) -> WrittenDays | None:
    found = _FULL.fullmatch(text) or _CLOSE.fullmatch(text)
    if found is not None:
        year = int(found[1])
        return WrittenDays(year if year > 99 else 2000 + year, (int(found[2]), int(found[3])))
    short = _SHORT.fullmatch(text)
    return None if short is None else WrittenDays(None, (int(short[1]), int(short[2])))


def _several(text: str) -> WrittenDays | None:
    for until in _UNTIL.finditer(text):
        first = _single(text[: until.start()])
        rest = text[until.end() :]
        last = _single(rest)
        alone = _DAY_ALONE.fullmatch(rest)
        if first is None or (last is None and alone is None):
            continue
        end = (first.first[0], int(alone[2])) if alone is not None else last.first if last else first.first
        return WrittenDays(first.year, first.first, end)
    return None


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
