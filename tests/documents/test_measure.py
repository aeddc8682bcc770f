from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passbook_desk.documents.errors import CharactersNotPrintable
from passbook_desk.documents.measure import NEVER_FIRST, NEVER_LAST, Measure
from passbook_desk.documents.page import Face

TEN_POINTS = 10 * 25.4 / 72
VILLAGE = st.text(alphabet="村民积分（）《》，。：“”！？a1. -、共户𡝗%", min_size=1, max_size=60)


def test_a_han_character_is_as_wide_as_its_size(measure: Measure) -> None:
    assert measure.width("户", 10) == pytest.approx(TEN_POINTS)
    assert measure.width("𡝗㛃", 10) == pytest.approx(2 * TEN_POINTS)
    assert measure.width("", 10) == 0


def test_bold_digits_are_measured_in_the_bold_font(measure: Measure) -> None:
    assert measure.width("2026", 10, Face.BOLD) > measure.width("2026", 10)


def test_measuring_an_unprintable_character_is_refused(measure: Measure) -> None:
    with pytest.raises(CharactersNotPrintable):
        measure.width("\U00030eda", 10)


def test_no_line_begins_with_a_full_stop(measure: Measure) -> None:
    assert measure.wrap("参加清洁。打扫", 4 * TEN_POINTS + 0.01, 10) == ("参加清", "洁。打扫")


def test_no_line_ends_with_an_opening_bracket(measure: Measure) -> None:
    assert measure.wrap("共三户（张三）", 4 * TEN_POINTS + 0.01, 10) == ("共三户", "（张三）")


def test_numbers_dates_and_words_stay_whole(measure: Measure) -> None:
    assert measure.wrap("自2026-03-31起", 8 * TEN_POINTS, 10) == ("自2026-03-31起",)
    assert measure.wrap("积分共计1,200.5分整", 6 * TEN_POINTS, 10) == ("积分共计", "1,200.5分整")


def test_a_word_wider_than_the_line_is_cut(measure: Measure) -> None:
    lines = measure.wrap("330102000012345678", 4 * TEN_POINTS, 10)
    assert "".join(lines) == "330102000012345678"
    assert len(lines) == 3


def test_a_line_break_in_the_text_is_kept_also_when_the_line_is_empty(measure: Measure) -> None:
    assert measure.wrap("一\n\n二", 100, 10) == ("一", "", "二")
    assert measure.wrap("", 100, 10) == ("",)


def test_a_column_narrower_than_one_character_takes_one_character_a_line(measure: Measure) -> None:
    assert measure.wrap("村民，", 1, 10) == ("村", "民", "，")


@given(text=VILLAGE, width=st.floats(min_value=18, max_value=80))
def test_wrapped_lines_lose_nothing_but_spaces_fit_and_break_where_they_may(
    measure: Measure, text: str, width: float
) -> None:
    lines = measure.wrap(text, width, 10)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    for line in lines:
        assert measure.width(line, 10) <= width + 1e-6
    for before, after in pairwise(lines):
        stuck = before[-1:] in NEVER_LAST or after[:1] in NEVER_FIRST
        chain = _chain_around(text, before, after)
        assert not stuck or measure.width(chain, 10) > width or " " in text


def test_a_long_name_is_shrunk_and_at_the_floor_wrapped(measure: Measure) -> None:
    assert measure.fit("张三", 30, 12) == 12
    shrunk = measure.fit("石桥村股份经济合作社", 30, 12)
    assert 6 < shrunk < 12
    assert measure.width("石桥村股份经济合作社", shrunk) <= 30
    assert measure.width("石桥村股份经济合作社", shrunk + 0.5) > 30
    size, lines = measure.fit_lines("石桥村股份经济合作社", 12, 12, floor=7)
    assert size == 7
    assert len(lines) == 3


def _chain_around(text: str, before: str, after: str) -> str:
    """The unbreakable stretch of text over a line end: marks and word characters on both sides."""
    loose = NEVER_FIRST + NEVER_LAST + "a1. -"
    left, right = len(before), 0
    while left > 0 and before[left - 1] in loose:
        left -= 1
    while right < len(after) and after[right] in loose:
        right += 1
    return before[max(0, left - 1) :] + after[: right + 1]
