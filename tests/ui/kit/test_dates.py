from datetime import date

import pytest

from passbook_desk.ui.kit.dates import day_echo, day_text, read_day, typed_echo

TODAY = date(2026, 6, 3)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1", date(2026, 6, 1)),
        ("12", date(2026, 6, 12)),
        ("6.1", date(2026, 6, 1)),
        ("6-1", date(2026, 6, 1)),
        ("6/1", date(2026, 6, 1)),
        ("6月1", date(2026, 6, 1)),
        ("6月1日", date(2026, 6, 1)),
        ("601", date(2026, 6, 1)),
        ("0601", date(2026, 6, 1)),
        ("1231", date(2026, 12, 31)),
        ("20240601", date(2024, 6, 1)),
        ("240601", date(2024, 6, 1)),
        ("2024.6.1", date(2024, 6, 1)),
        ("2024-06-01", date(2024, 6, 1)),
        ("2024年6月1日", date(2024, 6, 1)),
        ("24.6.1", date(2024, 6, 1)),
        ("今天", TODAY),
        ("昨天", date(2026, 6, 2)),
        ("前天", date(2026, 6, 1)),
        ("明天", date(2026, 6, 4)),
        ("６．１", date(2026, 6, 1)),
        ("6。1", date(2026, 6, 1)),
        ("6、1", date(2026, 6, 1)),
        (" 6. 1 ", date(2026, 6, 1)),
        ("+", date(2026, 6, 4)),
        ("-2", date(2026, 6, 1)),
        ("＋3", date(2026, 6, 6)),
        ("四月廿五", date(2026, 6, 10)),
        ("农历8.15", date(2026, 9, 25)),
        ("农历8。15", date(2026, 9, 25)),
        ("农历 ８、１５", date(2026, 9, 25)),
        ("正月初三", date(2026, 2, 19)),
        ("腊月十二", date(2026, 1, 30)),
        ("2026年腊月十二", date(2027, 1, 19)),
        ("农历2026.12.12", date(2027, 1, 19)),
        ("闰六月初三", date(2025, 7, 27)),
        ("闰五月初三", None),
        ("八月15", None),
        ("六月一日", None),
        ("2.29", None),
        ("2024.2.29", date(2024, 2, 29)),
        ("32", None),
        ("0", None),
        ("13.1", None),
        ("六一", None),
        ("12345", None),
        ("", None),
    ],
)
def test_a_day_is_read_as_the_clerk_means_it(typed: str, meant: date | None) -> None:
    assert read_day(typed, TODAY) == meant


def test_steps_go_from_the_day_that_stands_there() -> None:
    assert read_day("+3", TODAY, date(2026, 1, 30)) == date(2026, 2, 2)
    assert read_day("-", TODAY, date.min) is None


def test_a_day_is_said_back_with_weekday_and_lunar_day() -> None:
    assert day_text(date(2026, 6, 3)) == "2026.6.3"
    assert day_echo(date(2026, 6, 3)) == "周三 四月十八"
    assert day_echo(date(1890, 1, 1)) == "周三"


@pytest.mark.parametrize(
    ("typed", "echo"),
    [
        ("农历8.15", "=2026.9.25 周五"),
        ("农历8。15", "=2026.9.25 周五"),
        ("四月廿五", "=2026.6.10 周三"),
        ("闰六月初三", "=2025.7.27 周日"),
        ("6.10", "周三 四月廿五"),
        ("明天", "周四 四月十九"),
        ("+3", "周六 四月廿一"),
        ("农历2057.9.1", "=2057.9.29 周六（存疑）"),
        ("2057.9.29", "周六 九月初一（存疑）"),
    ],
)
def test_a_lunar_date_is_answered_with_the_solar_day_and_the_other_way_round(typed: str, echo: str) -> None:
    day = read_day(typed, TODAY)
    assert day is not None
    assert typed_echo(typed, day) == echo
