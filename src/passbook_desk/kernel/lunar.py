"""The lunar date beside the solar one, as invitations and filing sheets carry it, and the way back.

Measured over all 73,049 days of 1901 to 2100: borax 4.1.3, which answers here, and lunarcalendar 0.0.9
against sxtwl 2.0.7, zhdate 0.1, lunar-python 1.4.8 and tyme4py 1.5.0. Not one day differs up to 2056. After
that three new moons fall within two minutes of midnight (Beijing time by astronomy-engine 2.1.19), and the
month begins here a day later than elsewhere:

    29 Sep 2057  00:00:40  here the ninth month begins on the 29th, by sxtwl and zhdate on the 28th
     4 Sep 2089  23:58:07  here the eighth month begins on the 5th, by all but lunarcalendar on the 4th
     8 Aug 2097  00:00:15  here the seventh month begins on the 8th, by all but lunarcalendar on the 7th

The Hong Kong Observatory names the same three new moons as uncertain.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

_FIRST, _LAST = date(1901, 1, 1), date(2100, 12, 31)
"""Outside, no table is to be trusted (DECISIONS 11)."""

_DOUBTFUL: Final = (
    (date(2057, 9, 28), date(2057, 10, 27)),
    (date(2089, 9, 4), date(2089, 10, 3)),
    (date(2097, 8, 7), date(2097, 9, 5)),
)
"""Days on which libraries part: one lunar month each, counted a day apart."""

_DOUBT: Final = "（存疑）"
_WEEKDAYS: Final = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")
_DIGITS: Final = "一二三四五六七八九十"
_MONTHS: Final = ("正", *_DIGITS[1:], "冬", "腊")
_DAYS: Final = (
    *(f"初{digit}" for digit in _DIGITS),
    *(f"十{digit}" for digit in _DIGITS[:-1]),
    "二十",
    *(f"廿{digit}" for digit in _DIGITS[:-1]),
    "三十",
)
_MONTH_NUMBERS: Final = {
    **{word: number for number, word in enumerate(_MONTHS, 1)},
    "一": 1,
    "十一": 11,
    "十二": 12,
}
_DAY_NUMBERS: Final = {
    **{word: number for number, word in enumerate(_DAYS, 1)},
    **{f"二十{digit}": 20 + number for number, digit in enumerate(_DIGITS[:-1], 1)},
    "廿": 20,
    "卅": 30,
}
_SAID: Final = "(?:农历|阴历|旧历|古历)"
_WRITTEN: Final = re.compile(
    rf"(?P<before>{_SAID})?(?:(?P<year>\d{{4}})[年.\-/])?(?P<after>{_SAID})?(?P<leap>闰)?"
    rf"(?P<month>[正冬腊]|十[一二]?|[一二三四五六七八九]|\d{{1,2}})[月.\-/]"
    rf"(?P<day>\d{{1,2}}|{'|'.join(sorted(_DAY_NUMBERS, key=len, reverse=True))})(?P<end>日?)"
)


@dataclass(frozen=True, slots=True)
class LunarDay:
    """A day of the lunar calendar; `year` is the solar year in which the lunar one begins."""

    year: int
    month: int
    day: int
    leap: bool = False

    @property
    def words(self) -> str:
        """五月初七, 闰六月初三, 腊月十二."""
        return f"{'闰' if self.leap else ''}{_MONTHS[self.month - 1]}月{_DAYS[self.day - 1]}"


@dataclass(frozen=True, slots=True)
class _Written:
    """A lunar date as it stands on paper; mostly without its year."""

    year: int | None
    month: int
    day: int
    leap: bool

    def of(self, year: int) -> LunarDay:
        return LunarDay(year, self.month, self.day, self.leap)


def weekday(day: date) -> str:
    """周一 to 周日."""
    return _WEEKDAYS[day.weekday()]


def lunar_day(day: date) -> LunarDay | None:
    """The lunar day of a solar one; None outside 1901 to 2100."""
    if not _FIRST <= day <= _LAST:
        return None
    from borax.calendars.lunardate import LunarDate

    lunar = LunarDate.from_solar(day)
    return LunarDay(lunar.year, lunar.month, lunar.day, bool(lunar.leap))


def solar_day(lunar: LunarDay) -> date | None:
    """The solar day of a lunar one.

    None where there is none: the year has no such leap month, the month ends with the 29th, or the day lies
    outside 1901 to 2100.
    """
    from borax.calendars.lunardate import InvalidLunarDateError, LunarDate

    try:
        day = LunarDate(lunar.year, lunar.month, lunar.day, int(lunar.leap)).to_solar_date()
    except InvalidLunarDateError:
        return None
    return day if _FIRST <= day <= _LAST else None


def spring_festival(year: int) -> date | None:
    """The first day of the lunar year that begins in a solar year; None outside 1901 to 2100."""
    return solar_day(LunarDay(year, 1, 1))


def is_doubtful(day: date) -> bool:
    """Whether libraries give this solar day different lunar ones."""
    return any(first <= day <= last for first, last in _DOUBTFUL)


def lunar_date(day: date) -> str:
    """What stands beside a solar day: 五月初七, 闰六月初三; empty outside 1901 to 2100.

    A day on which libraries part says so: 八月三十（存疑）.
    """
    lunar = lunar_day(day)
    if lunar is None:
        return ""
    return lunar.words + (_DOUBT if is_doubtful(day) else "")


def read_lunar(text: str, near: date) -> date | None:
    """The solar day that a lunar date means; None when the text is none or the day does not exist.

    Understood: 腊月十二, 四月廿一, 闰六月初三, 6月初三, 2025年闰六月初三, and behind 农历 (阴历, 旧历, 古历)
    figures as well: 农历8.15, 农历2025年8月15日. The year is the lunar one. Without it that year is meant
    which brings the day closest to `near`, among those before, around and after it; a leap month only where
    one of them has it. The thirtieth of a month of 29 days is no day, never that of another year.
    """
    written = _written(text)
    if written is None:
        return None
    year = _closest_year(written, near) if written.year is None else written.year
    return None if year is None else solar_day(written.of(year))


def solar_term(day: date) -> str:
    """芒种, where one of the 24 solar terms falls on the day; else, and outside 1901 to 2100, empty.

    From 1929 to 2100 all 4,128 terms are those of sxtwl 2.0.7 but one: the 大寒 of 1979, seven seconds before
    midnight by its reckoning. Before 1929 almanacs went by the sun over Beijing; there five terms differ.
    """
    if not _FIRST <= day <= _LAST:
        return ""
    from borax.calendars.lunardate import TermUtils

    name, _ = TermUtils.get_term_info(day.year, day.month, day.day)
    return str(name or "")


def almanac_word(day: date) -> str:
    """What a month shows below a day: its solar term, the lunar month on its first day, else the lunar day.

    Empty outside 1901 to 2100.
    """
    term = solar_term(day)
    if term:
        return term
    month, _, rest = lunar_date(day).partition("（")[0].partition("月")
    return f"{month}月" if rest == "初一" else rest


def solar_words(day: date) -> str:
    """A day as the clerk reads it: 2026年6月1日 周一."""
    return f"{day.year}年{day.month}月{day.day}日 {weekday(day)}"


def _written(text: str) -> _Written | None:
    """Figures for the day, and a day that ends with 日, are lunar only where the text says so."""
    plain = re.sub(r"[()：:\s]", "", unicodedata.normalize("NFKC", text))
    match = _WRITTEN.fullmatch(plain)
    if match is None:
        return None
    said = match["before"] is not None or match["after"] is not None
    if not said and (match["day"].isdecimal() or match["end"]):
        return None
    return _Written(
        None if match["year"] is None else int(match["year"]),
        _number(match["month"], _MONTH_NUMBERS),
        _number(match["day"], _DAY_NUMBERS),
        match["leap"] is not None,
    )


def _number(word: str, words: dict[str, int]) -> int:
    return int(word) if word.isdecimal() else words[word]


def _closest_year(written: _Written, near: date) -> int | None:
    here = lunar_day(near)
    if here is None:
        return None
    firsts = {
        year: solar_day(LunarDay(year, written.month, 1, written.leap))
        for year in (here.year - 1, here.year, here.year + 1)
    }
    apart = {
        year: abs(first + timedelta(days=written.day - 1) - near)
        for year, first in firsts.items()
        if first is not None
    }
    return min(apart, key=lambda year: apart[year], default=None)
