from datetime import date, timedelta
from itertools import pairwise

import pytest

from passbook_desk.kernel.lunar import lunar_date, solar_words, weekday


@pytest.mark.parametrize(
    ("day", "lunar"),
    [
        (date(2025, 1, 11), "腊月十二"),
        (date(2025, 1, 31), "正月初三"),
        (date(2025, 5, 18), "四月廿一"),
        (date(2025, 7, 27), "闰六月初三"),
        (date(2025, 8, 9), "闰六月十六"),
        (date(2025, 12, 28), "冬月初九"),
        (date(1900, 12, 31), ""),
        (date(2101, 1, 1), ""),
    ],
)
def test_the_lunar_date_is_that_of_the_almanac(day: date, lunar: str) -> None:
    assert lunar_date(day) == lunar


def test_every_month_of_every_year_begins_after_29_or_30_days() -> None:
    firsts = [
        date(1901, 1, 1) + timedelta(days=number)
        for number in range((date(2100, 12, 31) - date(1901, 1, 1)).days + 1)
        if lunar_date(date(1901, 1, 1) + timedelta(days=number)).endswith("初一")
    ]
    assert {(after - before).days for before, after in pairwise(firsts)} == {29, 30}


def test_a_day_is_written_with_its_weekday() -> None:
    assert solar_words(date(2026, 6, 1)) == "2026年6月1日 周一"
    assert weekday(date(2026, 6, 7)) == "周日"
