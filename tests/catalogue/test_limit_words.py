"""What a meeting's words about caps and floors mean to the program, and what it refuses to guess."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passbook_desk.features.catalogue.limit_text import (
    limit_words,
    limits_words,
    read_limits,
    read_total_limits,
    total_limit_words,
)
from passbook_desk.features.catalogue.values import Direction, Holder, Limit, LimitPeriod, Measure
from passbook_desk.kernel.points import Points

CAP, FLOOR = Direction.CAP, Direction.FLOOR
HOUSEHOLDS = (Holder.HOUSEHOLD,)
MEMBERS = (Holder.RED,)
BOTH = (Holder.RED, Holder.HOUSEHOLD)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("每日1次", "每天最多1次"),
        ("每天限一次", "每天最多1次"),
        ("１次/天", "每天最多1次"),
        ("每天1次（每户）", "每天最多1次"),
        ("每月不超过20分", "每月最多20分"),
        ("每月 最多 加 20 分", "每月最多20分"),
        ("20分/月", "每月最多20分"),
        ("每月最高20分", "每月最多20分"),
        ("每月上限：20分", "每月最多20分"),
        ("最多20分（每月）", "每月最多20分"),
        ("每季30分封顶", "每季最多30分"),
        ("每季度累计不得超过0.5分", "每季最多0.5分"),
        ("每年最多12次", "每年最多12次"),
        ("每户每年最多十二次", "每年最多12次"),
        ("年度累计不超过一百二十分", "每年最多120分"),
        ("终身1次", "总共最多1次"),
        ("每月限2次、每年不超过10次", "每月最多2次，每年最多10次"),
        ("不限", ""),
        ("上不封顶", ""),
        ("—", ""),
    ],
)
def test_words_about_a_cap_are_understood(words: str, meant: str) -> None:
    read = read_limits(words, CAP, HOUSEHOLDS)
    assert (limits_words(read.limits), read.unread, read.endless) == (meant, (), ())


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("每年10分，扣完为止", "每年最多扣10分"),
        ("每月最多扣5分", "每月最多扣5分"),
        ("每天1次", "每天最多1次"),
    ],
)
def test_words_beside_a_deduction_are_a_floor(words: str, meant: str) -> None:
    read = read_limits(words, FLOOR, MEMBERS)
    assert (limits_words(read.limits), read.unread) == (meant, ())
    assert {limit.direction for limit in read.limits} == {FLOOR}


@pytest.mark.parametrize("words", ["单项25分封顶", "本项合计25分", "25分", "扣完25分为止", "25分扣完为止"])
def test_without_a_period_it_counts_for_ever_and_the_clerk_is_asked(words: str) -> None:
    read = read_limits(words, FLOOR, HOUSEHOLDS)
    assert read.limits == (Limit(FLOOR, LimitPeriod.EVER, Measure.POINTS, Points(2500)),)
    assert read.endless == (words,)


@pytest.mark.parametrize(
    "words",
    [
        "每评1次", "3分/次", "每周2次", "半年1次", "两天1次", "25", "限1人", "一次会三项最多3分",
        "视情况而定", "每人每天1次", "党员每月1次", "每月最多扣5分", "扣完为止", "全部加分每月不超过100分",
        "每月0次",
        "每月1.5次", "每月每年1次", "每月1次2分",
    ],
)  # fmt: skip
def test_what_is_not_certain_is_named_and_not_guessed(words: str) -> None:
    read = read_limits(words, CAP, HOUSEHOLDS)
    assert read.limits == ()
    assert len(read.unread) == 1


def test_of_two_that_contradict_each_other_only_the_first_is_taken() -> None:
    read = read_limits("每月最多3次，每月最多5次", CAP, HOUSEHOLDS)
    assert limits_words(read.limits) == "每月最多3次"
    assert read.unread == ("每月最多5次",)


@pytest.mark.parametrize(
    "words", ["同一事取最高", "同一事迹取最高分", "就高不就低", "不重复计分", "按最高一项计分"]
)
def test_highest_only_is_understood_as_something_people_watch(words: str) -> None:
    read = read_limits(words, CAP, HOUSEHOLDS)
    assert (read.limits, read.unread, read.by_hand) == ((), (), (words,))


def test_a_person_is_an_account_only_in_red_books() -> None:
    assert limits_words(read_limits("每人每天1次", CAP, MEMBERS).limits) == "每天最多1次"
    assert read_limits("每人每天1次", CAP, BOTH).limits == ()
    read = read_limits("党员每年最多12次，每户每年6次", CAP, BOTH)
    assert [(limit.holder, limit.amount) for limit in read.limits] == [
        (Holder.RED, 12),
        (Holder.HOUSEHOLD, 6),
    ]


def test_limits_over_all_items_are_found_among_the_remarks() -> None:
    read = read_total_limits(
        "说明：1.每户基础分60分，基础分不能兑换；2.1分折合0.5元物品；3.全部加分每月不超过100分；"
        "4、党员全部扣分每年最多30分。5.志愿服务每月最多加20分"
    )
    assert read.limits == (
        Limit(CAP, LimitPeriod.MONTH, Measure.POINTS, Points(10000)),
        Limit(FLOOR, LimitPeriod.YEAR, Measure.POINTS, Points(3000), Holder.RED),
    )
    assert read.unread == ("志愿服务每月最多加20分",)


def test_a_monthly_cap_that_does_not_say_of_what_is_not_guessed() -> None:
    read = read_total_limits("每户每月积分最多100分")
    assert (read.limits, read.unread) == ((), ("每户每月积分最多100分",))


limits = st.builds(
    lambda direction, period, times, number, holder: Limit(
        direction,
        period,
        Measure.TIMES if times else Measure.POINTS,
        number if times else Points(number),
        holder,
    ),
    st.sampled_from(Direction),
    st.sampled_from(LimitPeriod),
    st.booleans(),
    st.integers(1, 999_999),
    st.sampled_from([None, *Holder]),
)


@given(limits)
def test_every_limit_in_words_is_read_back_as_itself(limit: Limit) -> None:
    read = read_limits(limit_words(limit), limit.direction, tuple(Holder))
    assert (read.limits, read.unread, read.endless) == ((limit,), (), ())
    read = read_total_limits(total_limit_words(limit))
    assert (read.limits, read.unread, read.endless) == ((limit,), (), ())


@given(
    st.text(alphabet="每月天年季次分最多不超过限封顶扣完加一二十3205，、（）/全部同取高党员户 ", max_size=24)
)
def test_no_words_whatever_break_the_reader(words: str) -> None:
    for direction in Direction:
        for limit in read_limits(words, direction, BOTH).limits:
            assert limit.direction is direction
            assert limit.amount
    read_total_limits(words)
