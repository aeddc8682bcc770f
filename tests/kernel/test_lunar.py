from datetime import date, timedelta
from itertools import pairwise

import pytest

from passbook_desk.kernel.lunar import (
    LunarDay,
    lunar_date,
    lunar_day,
    read_lunar,
    solar_day,
    solar_term,
    solar_words,
    weekday,
)


@pytest.mark.parametrize(
    ("day", "lunar"),
    [
        (date(2025, 1, 11), "腊月十二"),
        (date(2025, 1, 31), "正月初三"),
        (date(2025, 5, 18), "四月廿一"),
        (date(2025, 7, 27), "闰六月初三"),
        (date(2025, 8, 9), "闰六月十六"),
        (date(2025, 12, 28), "冬月初九"),
        (date(2057, 9, 28), "八月三十（存疑）"),
        (date(1900, 12, 31), ""),
        (date(2101, 1, 1), ""),
    ],
)
def test_the_lunar_date_is_that_of_the_almanac(day: date, lunar: str) -> None:
    assert lunar_date(day) == lunar


def test_every_month_of_every_year_begins_after_29_or_30_days() -> None:
    firsts = []
    for number in range((date(2100, 12, 31) - date(1901, 1, 1)).days + 1):
        day = date(1901, 1, 1) + timedelta(days=number)
        lunar = lunar_day(day)
        if lunar is not None and lunar.day == 1:
            firsts.append(day)
    assert {(after - before).days for before, after in pairwise(firsts)} == {29, 30}


def test_a_lunar_day_leads_to_its_solar_day_with_its_leap_month() -> None:
    assert solar_day(LunarDay(2025, 6, 3)) == date(2025, 6, 27)
    assert solar_day(LunarDay(2025, 6, 3, leap=True)) == date(2025, 7, 27)
    assert solar_day(LunarDay(1900, 11, 11)) == date(1901, 1, 1)
    assert solar_day(LunarDay(2100, 12, 1)) == date(2100, 12, 31)


@pytest.mark.parametrize(
    "lunar",
    [
        LunarDay(2026, 6, 3, leap=True),  # no leap month that year
        LunarDay(2024, 12, 30),  # a month of 29 days
        LunarDay(2025, 13, 1),
        LunarDay(2025, 0, 1),
        LunarDay(2025, 1, 0),
        LunarDay(1900, 11, 10),  # the last day of 1900
        LunarDay(2100, 12, 2),  # the first day of 2101
        LunarDay(1800, 1, 1),
        LunarDay(2101, 1, 1),
    ],
)
def test_a_lunar_day_that_does_not_exist_leads_nowhere(lunar: LunarDay) -> None:
    assert solar_day(lunar) is None


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("农历腊月十二", date(2025, 1, 11)),
        ("正月初三", date(2025, 1, 31)),
        ("四月廿一", date(2025, 5, 18)),
        ("六月初七", date(2025, 7, 1)),
        ("农历闰六月初三", date(2025, 7, 27)),
        ("闰六月十七", date(2025, 8, 10)),
        ("八月十五", date(2025, 10, 6)),
        ("十月初三", date(2025, 11, 22)),
        ("2025年冬月初九", date(2025, 12, 28)),
        ("2025年十一月初九", date(2025, 12, 28)),
        ("2025年闰六月初三", date(2025, 7, 27)),
        ("2024年腊月十二", date(2025, 1, 11)),
        ("2024年十二月十二", date(2025, 1, 11)),
        ("2033年闰冬月初一", date(2033, 12, 22)),
        ("一月三十", date(2025, 2, 27)),
        ("正月卅", date(2025, 2, 27)),
        ("四月二十一", date(2025, 5, 18)),
        ("四月廿", date(2025, 5, 17)),
        ("四月二十", date(2025, 5, 17)),
        ("6月初七", date(2025, 7, 1)),
        ("农历8.15", date(2025, 10, 6)),
        ("农历：8月15日", date(2025, 10, 6)),
        ("阴历闰６月３", date(2025, 7, 27)),
        ("农历2025年8月15日", date(2025, 10, 6)),
        ("2025年农历八月十五日", date(2025, 10, 6)),
        ("（农历）四月 廿一", date(2025, 5, 18)),
    ],
)
def test_a_lunar_date_is_read_as_clerks_write_it(written: str, meant: date) -> None:
    assert read_lunar(written, date(2025, 6, 15)) == meant


@pytest.mark.parametrize(
    "written",
    [
        "",
        "农历",
        "农历腊月",
        "八月15",  # figures alone are the solar calendar's
        "10.1",
        "六月一日",
        "八月十五日",
        "十月一",
        "二十月初一",
        "农历13.1",
        "农历8.0",
        "农历8.31",
        "闰五月初三",  # no such month in the lunar years 2024 to 2026
        "腊月三十",  # the twelfth month of 2024 has 29 days
        "初三",
        "大年初三",
    ],
)
def test_what_is_no_lunar_date_or_no_day_is_not_read(written: str) -> None:
    assert read_lunar(written, date(2025, 1, 20)) is None


@pytest.mark.parametrize(
    ("near", "meant"),
    [
        (date(2024, 12, 22), date(2025, 1, 31)),  # reported in the twelfth month for after New Year
        (date(2025, 2, 20), date(2025, 1, 31)),
        (date(2025, 12, 1), date(2026, 2, 19)),
    ],
)
def test_without_its_year_a_lunar_date_is_the_closest_one(near: date, meant: date) -> None:
    assert read_lunar("正月初三", near) == meant


def test_far_from_the_tables_only_a_written_year_helps() -> None:
    assert read_lunar("正月初三", date(1890, 1, 1)) is None
    assert read_lunar("2025年正月初三", date(1890, 1, 1)) == date(2025, 1, 31)


def test_a_wrong_lunar_date_beside_the_solar_one_is_noticed() -> None:
    """The old register has 闰六月十七 beside the 9th of August 2025."""
    beside = date(2025, 8, 9)
    assert read_lunar("闰六月十七", beside) != beside
    assert read_lunar(lunar_date(beside), beside) == beside


def test_the_solar_term_stands_on_its_day() -> None:
    terms = {number: solar_term(date(2026, 6, number)) for number in range(1, 31)}
    assert {day: term for day, term in terms.items() if term} == {5: "芒种", 21: "夏至"}
    assert solar_term(date(1900, 12, 22)) == solar_term(date(2101, 1, 5)) == ""


def test_a_day_is_written_with_its_weekday() -> None:
    assert solar_words(date(2026, 6, 1)) == "2026年6月1日 周一"
    assert weekday(date(2026, 6, 7)) == "周日"
