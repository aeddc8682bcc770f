from datetime import date

import pytest

from passbook_desk.ui.kit.dates import day_echo, day_text, read_day

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
