import time
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders.progress import CancelAt
from passbook_desk.kernel.canonical import (
    NO_HASH,
    canonical,
    commitment,
    digest,
    digest_of_laid_out,
    head_code,
)
from passbook_desk.kernel.clock import FixedClock, SetDateClock, SystemClock
from passbook_desk.kernel.errors import Cancelled
from passbook_desk.kernel.ids import check_digit, has_valid_check_digit, new_uid
from passbook_desk.kernel.jobs import NullProgress
from passbook_desk.kernel.period import NotADate, NotAQuarter, Quarter, month_of, parse_iso_date
from passbook_desk.kernel.points import Money, NotANumber, Points
from passbook_desk.kernel.search import fold, initials, pinyin_key
from passbook_desk.kernel.sensitive import Sensitive, SensitiveKind, lookup_hash, masked_name


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("10", "10"), ("-0.5", "-0.5"), ("＋１０", "10"), ("10.50", "10.5"), ("−3", "-3"), (" 0.05 ", "0.05")],
)
def test_points_are_read_as_clerks_type_them(typed: str, shown: str) -> None:
    assert str(Points.parse(typed)) == shown


@pytest.mark.parametrize("typed", ["", "十", "1.234", "1e3", "1,000", "10分", "--1", "1.", "9999999999"])
def test_what_is_no_number_of_points_is_refused_with_what_was_typed(typed: str) -> None:
    with pytest.raises(NotANumber) as refused:
        Points.parse(typed)
    assert refused.value.params == {"text": typed}


@given(st.integers(-(10**8), 10**8))
def test_what_is_shown_reads_back_exactly(hundredths: int) -> None:
    assert Points.parse(str(Points(hundredths))) == Points(hundredths)
    assert Money.parse(str(Money(hundredths))) == Money(hundredths)


@given(st.lists(st.integers(-(10**6), 10**6)))
def test_sums_are_exact(amounts: list[int]) -> None:
    total = Points(0)
    for amount in amounts:
        total = total + Points(amount)
    assert total == Points(sum(amounts))
    assert total - total == Points(0)
    assert -total * -1 == total


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)))
def test_quarters_part_all_days(day: date) -> None:
    quarter = Quarter.of(day)
    assert day in quarter.span
    assert day not in quarter.next().span
    assert day not in quarter.previous().span
    assert quarter.next().previous() == quarter
    assert (quarter.next().span.first - quarter.span.last).days == 1
    assert Quarter.parse(str(quarter)) == quarter
    assert Quarter.parse(quarter.chinese) == quarter


@pytest.mark.parametrize("typed", ["2026Q5", "26Q1", "二季度", ""])
def test_what_is_no_quarter_is_refused(typed: str) -> None:
    with pytest.raises(NotAQuarter):
        Quarter.parse(typed)


@pytest.mark.parametrize("typed", ["2026-03-10", "2026.3.10", "2026/3/10", "20260310", "2026年3月10日"])
def test_dates_come_in_every_plain_writing(typed: str) -> None:
    assert parse_iso_date(typed) == date(2026, 3, 10)


@pytest.mark.parametrize("typed", ["2026-02-30", "3.10", "昨天", ""])
def test_what_is_no_date_is_refused(typed: str) -> None:
    with pytest.raises(NotADate):
        parse_iso_date(typed)


def test_months_are_keys_that_sort() -> None:
    assert month_of(date(2026, 6, 1)) == "2026-06"


@given(st.text("0123456789", min_size=3, max_size=12), st.integers(0, 50), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(digits: str, place: int, change: int) -> None:
    number = digits + check_digit(digits)
    assert has_valid_check_digit(number)
    place %= len(number)
    wrong = number[:place] + str((int(number[place]) + change) % 10) + number[place + 1 :]
    assert not has_valid_check_digit(wrong)


def test_uids_do_not_repeat() -> None:
    assert len({new_uid() for _ in range(1000)}) == 1000


def test_the_layout_of_hashed_rows_never_changes() -> None:
    """Test vectors: a change of layout needs a new label, never other bytes under the old one."""
    assert canonical((None, 7, "分", b"\x00")).hex() == (
        "6e00000000" + "690000000137" + "7300000003e58886" + "620000000100"
    )
    assert digest(b"PD-TEST-1", (1, "a")) == digest_of_laid_out(b"PD-TEST-1", canonical((1, "a")))
    assert digest(b"PD-TEST-1", ("a", "b")) != digest(b"PD-TEST-1", ("ab",))
    assert digest(b"PD-TEST-1", (None,)) != digest(b"PD-TEST-1", ("",))
    assert digest(b"PD-TEST-1", (1,)) != digest(b"PD-TEST-1", ("1",))
    assert commitment(b"salt", "王建国") != commitment(b"tlas", "王建国")


def test_codes_for_paper_hold_no_letter_that_reads_as_a_digit() -> None:
    codes = {head_code(digest(b"PD-TEST-1", (number,))) for number in range(500)}
    assert len(codes) == 500
    assert not set("".join(codes)) & set("0O1Iabc")
    assert head_code(NO_HASH) == "----------"


@pytest.mark.parametrize(
    ("kind", "value", "mask"),
    [
        (SensitiveKind.PHONE, "13812341234", "138****1234"),
        (SensitiveKind.ID_NUMBER, "350102198001011123", "35*************123"),
        (SensitiveKind.ID_NUMBER, "350102800101112", "35**********112"),
        (SensitiveKind.PHONE, "0351-5550123", "********0123"),
        (SensitiveKind.BANK, "6222021234567890", "************7890"),
        (SensitiveKind.PHONE, "110", "***"),
    ],
)
def test_numbers_of_people_are_masked_wherever_they_are_shown(
    kind: SensitiveKind, value: str, mask: str
) -> None:
    number = Sensitive(kind, value)
    assert str(number) == mask
    assert value not in repr(number)
    assert number.reveal() == value


def test_equal_numbers_are_found_by_a_hash_that_needs_the_key() -> None:
    phone = lookup_hash(b"key", SensitiveKind.PHONE, "13812341234")
    assert phone == lookup_hash(b"key", SensitiveKind.PHONE, "13812341234")
    assert phone != lookup_hash(b"other", SensitiveKind.PHONE, "13812341234")
    assert phone != lookup_hash(b"key", SensitiveKind.BANK, "13812341234")


@pytest.mark.parametrize(
    ("name", "wall"),
    [("王国", "王*"), ("王建国", "王*国"), ("欧阳明", "欧*明"), ("买买提·吐尔逊", "买*****逊"), ("王", "王")],
)
def test_names_on_the_wall_are_starred(name: str, wall: str) -> None:
    assert masked_name(name) == wall


def test_surnames_are_found_by_their_own_and_by_their_everyday_reading() -> None:
    assert {"sx", "dx"} <= set(initials("单晓").split())
    assert {"ql", "cl"} <= set(initials("仇丽").split())
    assert "oym" in initials("欧阳明").split()
    assert initials("") == ""


def test_names_sort_by_the_surname_as_people_say_it() -> None:
    names = ["曾志强", "阿依古丽", "单晓", "张伟", "仇丽"]
    assert sorted(names, key=pinyin_key) == ["阿依古丽", "仇丽", "单晓", "曾志强", "张伟"]


def test_width_case_and_spaces_do_not_matter_when_searching() -> None:
    assert fold("Ｗ ａ王　国") == "wa王国"


def test_clocks_tell_the_day_they_are_given_and_the_moment_it_really_is() -> None:
    given_day = SetDateClock(date(2026, 6, 1))
    assert given_day.today() == date(2026, 6, 1)
    really = datetime.fromtimestamp(time.time(), UTC)
    assert abs((given_day.now() - really).total_seconds()) < 60
    assert abs((SystemClock().now() - really).total_seconds()) < 60
    assert abs((SystemClock().today() - really.date()).days) <= 1
    moment = datetime(2026, 6, 1, tzinfo=UTC)
    assert (FixedClock(moment).now(), FixedClock(moment).today()) == (moment, date(2026, 6, 1))


def test_work_stops_where_it_asks_whether_it_should() -> None:
    progress = CancelAt(2)
    progress.check()
    progress.step(1, 3)
    progress.check()
    with pytest.raises(Cancelled):
        progress.check()
    NullProgress().check()
