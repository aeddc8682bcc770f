"""How long goods keep, as lists write it: 2027-08-01, 2026年7月, 2027.3, 长期, 36个月 (pure)."""

import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from passbook_desk.features.households.roster.cells import plain
from passbook_desk.features.intake.reading import CellKind, CellValue

_EXCEL_ZERO: Final = date(1899, 12, 30)
_FIRST_SERIAL, _LAST_SERIAL = 36526, 73050
"""2000-01-01 and 2100-01-01 as Excel counts days."""
_HOUR: Final = re.compile(r"[ t]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$")
_BEFORE: Final = re.compile(r"^(?:保质期|有效期|到期日?期?)?[:：]?(?:至|到)?")
_AFTER: Final = re.compile(r"(?:止|前|底|末|到期|为止|过期|之前)$")
_ENDLESS: Final = re.compile(r"[-—–/\\]*|无|无限期?|不限|没有|长期(?:有效|保存)?|长久|永久|无保质期|/|不过期")
_DAY: Final = re.compile(r"(20\d{2})[-./年](\d{1,2})[-./月](\d{1,2})[日号]?|(20\d{2})(\d{2})(\d{2})")
_SHORT_DAY: Final = re.compile(r"(\d{2})[-./年](\d{1,2})[-./月](\d{1,2})[日号]?")
_MONTH: Final = re.compile(r"(20\d{2})[-./年](\d{1,2})月?|(20\d{2})(\d{2})|(\d{2})年(\d{1,2})月")
_TERM: Final = re.compile(r"(\d{1,4}|半|[一二两三四五六七八九十]{1,3})个?(年半?|月|天|日)")
_ONE_DECIMAL: Final = re.compile(r"20\d{2}\.1")
_HAN: Final = {digit: number for number, digit in enumerate("一二三四五六七八九", 1)} | {"两": 2}
_DAYS_A_MONTH: Final = 30
_MONTHS_A_YEAR: Final = 12


@dataclass(frozen=True, slots=True)
class Expiry:
    """What a cell says. `on` is the last day, None for none; `months` a term, which is no day.

    `month_only`: the day is the end of the month that stands there. `unsure`: 2027.1 as a number may have
    been 2027.10; the earlier month is taken. `understood` is False where the words mean nothing to us.
    """

    on: date | None = None
    months: int | None = None
    month_only: bool = False
    unsure: bool = False
    understood: bool = True


def expiry_in(cell: CellValue) -> Expiry:
    """The last day on which goods may be given out, or the term that they keep."""
    if cell.kind is CellKind.ERROR:
        return Expiry(understood=False)
    wide = unicodedata.normalize("NFKC", plain(cell)).lower().replace("。", ".")
    text = "".join(_HOUR.sub("", wide).split())
    if _ENDLESS.fullmatch(text):
        return Expiry()
    if cell.kind is CellKind.NUMBER and text.isdecimal() and _FIRST_SERIAL <= int(text) <= _LAST_SERIAL:
        return Expiry(_EXCEL_ZERO + timedelta(days=int(text)))
    bare = _AFTER.sub("", _BEFORE.sub("", text))
    months = _term(bare)
    if months is not None:
        return Expiry(months=months or None, understood=months > 0)
    day = _day(bare)
    if day is not None:
        return Expiry(day)
    month = _MONTH.fullmatch(bare)
    if month is None:
        return Expiry(understood=False)
    year, number = (int(part) for part in month.groups() if part is not None)
    last = _month_end(year if year > 99 else 2000 + year, number)
    unsure = cell.kind is CellKind.NUMBER and _ONE_DECIMAL.fullmatch(bare) is not None
    return Expiry(last, month_only=True, unsure=unsure, understood=last is not None)


def _term(text: str) -> int | None:
    """Months of 36个月, 两年, 一年半, 180天; 0 for less than a month, None for no term."""
    found = _TERM.fullmatch(text)
    if found is None:
        return None
    count, unit = found[1], found[2]
    if count == "半":
        return _MONTHS_A_YEAR // 2 if unit == "年" else 0
    number = int(count) if count.isdecimal() else _han_number(count)
    if unit in "天日":
        return number // _DAYS_A_MONTH
    if unit == "月":
        return number
    return number * _MONTHS_A_YEAR + (_MONTHS_A_YEAR // 2 if unit == "年半" else 0)


def _han_number(text: str) -> int:
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return _HAN[ones[-1]]
    return (_HAN.get(tens, 0) if tens else 1) * 10 + (_HAN.get(ones, 0) if ones else 0)


def _day(text: str) -> date | None:
    found = _DAY.fullmatch(text)
    if found is not None:
        parts = [int(part) for part in found.groups() if part is not None]
    else:
        short = _SHORT_DAY.fullmatch(text)
        if short is None:
            return None
        parts = [2000 + int(short[1]), int(short[2]), int(short[3])]
    try:
        return date(*parts)
    except ValueError:
        return None


def _month_end(year: int, month: int) -> date | None:
    return date(year, month, monthrange(year, month)[1]) if 1 <= month <= _MONTHS_A_YEAR else None
