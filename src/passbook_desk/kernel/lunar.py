"""The lunar date beside the solar one, as invitations and filing sheets carry it."""

from datetime import date

_FIRST, _LAST = date(1901, 1, 1), date(2100, 12, 31)
"""All tables agree on every day from 1901 to 2056; up to 2100 a few new moons fall so close to midnight that
they part; outside, no table is to be trusted (DECISIONS 11)."""

_WEEKDAYS = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")


def weekday(day: date) -> str:
    """周一 to 周日."""
    return _WEEKDAYS[day.weekday()]


def lunar_date(day: date) -> str:
    """五月初七, 闰六月初三, 腊月十二; empty outside 1901 to 2100."""
    if not _FIRST <= day <= _LAST:
        return ""
    from borax.calendars.lunardate import LunarDate

    return str(LunarDate.from_solar(day).cn_md)


def solar_words(day: date) -> str:
    """A day as the clerk reads it: 2026年6月1日 周一."""
    return f"{day.year}年{day.month}月{day.day}日 {weekday(day)}"
