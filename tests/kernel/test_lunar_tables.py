"""Every day of the lunar calendar beside a library that computes it from sun and moon."""

import platform
import sys
import warnings
from collections.abc import Iterable
from datetime import date, timedelta
from types import ModuleType

import pytest

from passbook_desk.kernel.lunar import LunarDay, is_doubtful, lunar_date, lunar_day, solar_day, solar_term

FIRST, LAST_SURE, LAST = date(1901, 1, 1), date(2056, 12, 31), date(2100, 12, 31)
NAMES = "冬至小寒大寒立春雨水惊蛰春分清明谷雨立夏小满芒种夏至小暑大暑立秋处暑白露秋分寒露霜降立冬小雪大雪"
TERMS = [NAMES[at : at + 2] for at in range(0, 48, 2)]


def days(first: date, last: date) -> Iterable[date]:
    return (first + timedelta(days=number) for number in range((last - first).days + 1))


@pytest.fixture(scope="module")
def almanac() -> ModuleType:
    if sys.platform != "linux" or platform.machine() != "x86_64":
        pytest.skip("the other library has no wheel for every Python of this system")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of its C binding, from Python 3.12 on
        import sxtwl
    return sxtwl


@pytest.fixture(scope="module")
def theirs(almanac: ModuleType) -> dict[date, LunarDay]:
    found = {}
    for day in days(FIRST, LAST):
        its = almanac.fromSolar(day.year, day.month, day.day)
        found[day] = LunarDay(
            its.getLunarYear(), its.getLunarMonth(), its.getLunarDay(), bool(its.isLunarLeap())
        )
    return found


def test_every_day_up_to_2056_is_that_of_another_library(theirs: dict[date, LunarDay]) -> None:
    sure = list(days(FIRST, LAST_SURE))
    assert len(sure) == 56_979
    assert [day for day in sure if lunar_day(day) != theirs[day]] == []
    leap = {(lunar.year, lunar.month) for day, lunar in theirs.items() if lunar.leap and day <= LAST_SURE}
    assert len(leap) == 57


def test_every_lunar_day_up_to_2056_leads_back_as_another_library_does(
    almanac: ModuleType, theirs: dict[date, LunarDay]
) -> None:
    astray = []
    for day in days(FIRST, LAST_SURE):
        lunar = theirs[day]
        its = almanac.fromLunar(lunar.year, lunar.month, lunar.day, lunar.leap)
        its_day = date(its.getSolarYear(), its.getSolarMonth(), its.getSolarDay())
        if not solar_day(lunar) == its_day == day:
            astray.append(day)
    assert astray == []


def test_the_doubt_is_said_on_the_days_on_which_the_libraries_part_and_on_no_other(
    theirs: dict[date, LunarDay],
) -> None:
    later = list(days(LAST_SURE + timedelta(days=1), LAST))
    parted = [day for day in later if lunar_day(day) != theirs[day]]
    assert len(parted) == 90
    assert [day for day in days(FIRST, LAST) if is_doubtful(day)] == parted
    assert [day for day in later if lunar_date(day).endswith("（存疑）")] == parted


def test_every_solar_term_since_1929_is_that_of_another_library_but_one(almanac: ModuleType) -> None:
    its_terms = {}
    for year in range(1928, 2101):
        for term in almanac.getJieQiByYear(year):
            at = almanac.JD2DD(term.jd)
            its_terms[date(int(at.Y), int(at.M), int(at.D))] = TERMS[term.jqIndex]
    told = {day: solar_term(day) for day in days(date(1929, 1, 1), LAST) if solar_term(day)}
    assert len(told) == 172 * 24
    assert {day: term for day, term in told.items() if its_terms.get(day) != term} == {
        date(1979, 1, 21): "大寒"
    }
