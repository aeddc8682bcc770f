"""Reading a day as clerks type it, and saying it back. No Qt here."""

import re
import unicodedata
from datetime import date, timedelta

from passbook_desk.kernel.lunar import is_doubtful, lunar_date, read_lunar, weekday
from passbook_desk.kernel.period import DateSpan

_MARKS = str.maketrans({"。": ".", "、": ".", "，": ".", ",": ".", "·": ".", "—": "-", "－": "-", "−": "-"})
_WORDS = {"今天": 0, "今": 0, "昨天": -1, "昨": -1, "前天": -2, "明天": 1, "后天": 2}
_PARTS = re.compile(r"(?:(\d{4}|\d{2})[.\-/年])?(\d{1,2})[.\-/月](\d{1,2})日?")
_STEP = re.compile(r"([+\-])(\d{0,3})")


def read_day(text: str, today: date, around: date | None = None) -> date | None:
    """The day a text means, None when it means none.

    Understood, in full or half width: 1 (the 1st of the month of `today`), 6.1 6-1 6/1 6月1 (of this year),
    601 0601, 20240601, 2024.6.1, 24.6.1, 2024年6月1日, 今天 昨天 前天 明天 后天, + - +3 -2, days away from
    `around` (default today), and lunar dates like 四月廿五, 闰六月初三, 农历8.15 (without their year the one
    closest to `today`).
    """
    plain = "".join(unicodedata.normalize("NFKC", text.translate(_MARKS)).translate(_MARKS).split())
    if plain in _WORDS:
        return today + timedelta(days=_WORDS[plain])
    step = _STEP.fullmatch(plain)
    if step is not None:
        days = int(step.group(2) or 1)
        return _moved(around or today, days if step.group(1) == "+" else -days)
    if plain.isdecimal():
        return _from_digits(plain, today)
    match = _PARTS.fullmatch(plain.rstrip("."))
    if match is None:
        return read_lunar(plain, today)
    year, month, day = match.groups()
    return _made(_year(year, today), int(month), int(day))


def day_text(day: date) -> str:
    """A day as fields and tables show it: 2024.6.3."""
    return f"{day.year}.{day.month}.{day.day}"


def span_text(span: DateSpan) -> str:
    """2026.5.18–5.24, with the year again when it is another one; a single day by itself."""
    first, last = span.first, span.last
    if first == last:
        return day_text(first)
    end = f"{last.month}.{last.day}" if last.year == first.year else day_text(last)
    return f"{day_text(first)}–{end}"


def day_echo(day: date) -> str:
    """What stands beside a date field: 周一 四月廿七; the lunar day is left out where no table is sure."""
    return f"{weekday(day)} {lunar_date(day)}".strip()


def typed_echo(text: str, day: date) -> str:
    """What stands beside a date field that is typed into; for a lunar date the solar day: =2024.9.17 周二."""
    if read_lunar(text.translate(_MARKS), day) != day:
        return day_echo(day)
    return f"={day_text(day)} {weekday(day)}" + ("（存疑）" if is_doubtful(day) else "")


def _from_digits(digits: str, today: date) -> date | None:
    if len(digits) <= 2:
        return _made(today.year, today.month, int(digits))
    if len(digits) in (3, 4):
        return _made(today.year, int(digits[:-2]), int(digits[-2:]))
    if len(digits) == 6:
        return _made(2000 + int(digits[:2]), int(digits[2:4]), int(digits[4:]))
    if len(digits) == 8:
        return _made(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    return None


def _year(text: str | None, today: date) -> int:
    if text is None:
        return today.year
    return 2000 + int(text) if len(text) == 2 else int(text)


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _moved(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None
