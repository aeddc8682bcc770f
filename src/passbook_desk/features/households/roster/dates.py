"""Days of birth as clerks write them (domain §7): 1965-03-04, 1965年3月, 19650304, 1965.1, an Excel day."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from passbook_desk.features.households.roster.cells import MASKED, Note, check, error_note, must_fix, plain
from passbook_desk.features.intake.reading import CellKind, CellValue
from passbook_desk.kernel.period import NotADate, parse_iso_date

_EXCEL_DAY_ZERO: Final = date(1899, 12, 30)
_EXCEL_DAYS: Final = range(5_000, 60_000)
_MONTH: Final = re.compile(r"((?:18|19|20)\d{2})[-./年](\d{1,2})月?")
_CLOSE_MONTH: Final = re.compile(r"((?:18|19|20)\d{2})(\d{2})")
_CLOCK: Final = re.compile(r"[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$")
_SAID: Final = re.compile(r"(生|出生|生人)$")
_NOTHING: Final = frozenset({"无", "不详", "-", "—", "/", "\\", "未知"})
_BIRTH_DIGITS: Final = 8
_DIGITS_BEFORE_EXPONENT: Final = 15


@dataclass(frozen=True, slots=True)
class ReadBirth:
    """A day of birth; where only year and month are written, `months` holds those it may be."""

    value: date | None
    notes: tuple[Note, ...] = ()
    months: tuple[tuple[int, int], ...] = ()
    text: str = ""


def read_birth(cell: CellValue, today: date) -> ReadBirth:
    """A day or month of birth; a masked one says nothing, a day to come is not kept."""
    if cell.kind is CellKind.ERROR:
        return ReadBirth(None, (error_note(cell),))
    if cell.kind is CellKind.EMPTY:
        return ReadBirth(None)
    text = _tidied(cell)
    if not text or text in _NOTHING or MASKED.search(text):
        return ReadBirth(None)
    day = _day_in(text, cell.kind)
    if day is None:
        months = _months_in(text, cell.kind)
        notes = () if months else (check("birth_unreadable", text=plain(cell)),)
        return ReadBirth(None, notes, months, text)
    if day > today:
        return ReadBirth(None, (must_fix("birth_future", day=day.isoformat()),), (), text)
    return ReadBirth(day, (), (), text)


def of_a_damaged_id(birth: ReadBirth, id_text: str) -> bool:
    """Whether a formula took this birth out of an ID that had become a number: 1.401…E+17 → 81953121."""
    digits = re.sub(r"\D", "", id_text.upper().partition("E")[0])
    mantissa = digits[:_DIGITS_BEFORE_EXPONENT].rstrip("0")
    shown = f"{mantissa[:1]}.{mantissa[1:]}E+17"
    return birth.text.isdigit() and birth.text in (shown[6:14], shown.replace("E", "e")[6:14])


def taken_from(birth: ReadBirth, id_text: str) -> bool:
    """Whether a formula took this birth out of an ID of a wrong length."""
    return len(birth.text) == _BIRTH_DIGITS and birth.text == id_text.strip()[6:14]


def _tidied(cell: CellValue) -> str:
    text = plain(cell)
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    if ":" in text:
        text = _CLOCK.sub("", text)
    return _SAID.sub("", "".join(text.split()))


def _day_in(text: str, kind: CellKind) -> date | None:
    if kind is CellKind.NUMBER and text.isdigit() and int(text) in _EXCEL_DAYS:
        return _EXCEL_DAY_ZERO + timedelta(days=int(text))
    try:
        return parse_iso_date(text)
    except NotADate:
        return None


def _months_in(text: str, kind: CellKind) -> tuple[tuple[int, int], ...]:
    """Year and month; 1965.1 typed as a number may have been 1965.10."""
    match = _MONTH.fullmatch(text) or _CLOSE_MONTH.fullmatch(text)
    if match is None or not 1 <= int(match.group(2)) <= 12:
        return ()
    year, month = int(match.group(1)), int(match.group(2))
    if kind is CellKind.NUMBER and match.group(2) == "1":
        return ((year, 1), (year, 10))
    return ((year, month),)
