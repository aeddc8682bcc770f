"""Until when goods keep, as packs say it: a day, a month, or the day they were made and so many months."""

import re
import unicodedata
from calendar import monthrange
from datetime import date
from typing import Final

from passbook_desk.kernel.period import NotADate

_MONTH: Final = re.compile(r"(2\d{3})(?:[-./年](\d{1,2})月?|(\d{2}))(?:底|止)?")
_MONTHS: Final = 12


def month_end(text: str) -> date | None:
    """The last day of the month that a text names, 2026-12 or 2026年12月 or 202612; None for no month."""
    match = _MONTH.fullmatch("".join(unicodedata.normalize("NFKC", text.replace("。", ".")).split()))
    if match is None:
        return None
    year, month = int(match.group(1)), int(match.group(2) or match.group(3))
    return date(year, month, monthrange(year, month)[1]) if 1 <= month <= _MONTHS else None


def kept_until(made_on: date, months: int) -> date:
    """The last day of what keeps so many months from the day it was made; at most the end of that month.

    Raises NotADate beyond the calendar.
    """
    year, month = divmod(made_on.year * _MONTHS + made_on.month - 1 + months, _MONTHS)
    if not date.min.year <= year <= date.max.year:
        raise NotADate(text=f"{made_on}+{months}")
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(made_on.day, last))
