"""Which periods run and are over, told without a file."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from passbook_desk.features.ledger.counting.calendar import cycle_period
from passbook_desk.features.rhythm.calendar import ended, parts_of, recording_period, running
from passbook_desk.features.rhythm.presets import PRESETS, Preset, preset_of
from passbook_desk.features.rhythm.values import DueGroup, RhythmPart
from passbook_desk.features.rhythm.words import left, rhythm
from passbook_desk.features.village.policy import Cycle, VillagePolicy
from passbook_desk.features.village.rules import check_policy
from passbook_desk.kernel.period import DateSpan

USUAL = VillagePolicy()
WITH_PERIODS = (Cycle.WEEK, Cycle.MONTH, Cycle.QUARTER, Cycle.HALF_YEAR, Cycle.YEAR)
DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))


def days(policy: VillagePolicy, cycle: Cycle, today: date) -> Sequence[DateSpan]:
    """The days of the period that is over and of the one that runs."""
    over, now = ended(policy, cycle, today), running(policy, cycle, today)
    assert over is not None
    assert now is not None
    return [over.days(policy.cut_off_day), now.days(policy.cut_off_day)]


@given(DAYS, st.sampled_from(WITH_PERIODS), st.integers(0, 31))
def test_the_period_that_runs_holds_today_and_follows_the_one_that_is_over(
    today: date, cycle: Cycle, cut_off_day: int
) -> None:
    over, now = days(replace(USUAL, cut_off_day=cut_off_day), cycle, today)
    assert today in now
    assert over.last + timedelta(days=1) == now.first


@pytest.mark.parametrize(
    ("today", "over"),
    [
        (date(2026, 6, 15), "2026Q1"),
        (date(2026, 6, 16), "2026Q2"),
        (date(2026, 9, 15), "2026Q2"),
        (date(2026, 12, 16), "2026Q4"),
    ],
)
def test_a_quarter_cut_on_the_15th_is_over_on_the_16th(today: date, over: str) -> None:
    assert str(ended(replace(USUAL, cut_off_day=15), Cycle.QUARTER, today)) == over


def test_half_years_begin_in_january_and_july() -> None:
    for month in range(1, 13):
        found = cycle_period(Cycle.HALF_YEAR, date(2026, month, 9))
        assert found is not None
        assert str(found) == ("2026-01..2026-06" if month < 7 else "2026-07..2026-12")


def test_whenever_there_is_something_and_never_have_no_period() -> None:
    for cycle in (Cycle.DEED, Cycle.NEVER):
        assert running(USUAL, cycle, date(2026, 6, 1)) is None
        assert ended(USUAL, cycle, date(2026, 6, 1)) is None


def test_a_village_that_records_per_deed_looks_at_its_grids_by_the_week() -> None:
    assert str(recording_period(USUAL, date(2026, 6, 1))) == "2026-05-25"
    monthly = replace(USUAL, record_every=Cycle.MONTH)
    assert str(recording_period(monthly, date(2026, 6, 1))) == "2026-05"


def test_the_five_calendars_of_a_village_need_not_agree() -> None:
    assert parts_of(USUAL, DueGroup.WEEK) == (RhythmPart.COUNT,)
    assert parts_of(USUAL, DueGroup.YEAR) == (RhythmPart.REDEEM, RhythmPart.ASSESS)
    assert rhythm(USUAL) == "一事一记录、一周一统计、一月一评比、一季一公示、一年一兑换、一年一考评"
    shop = replace(USUAL, redeem_every=Cycle.DEED, assess_every=Cycle.NEVER, compare_every=Cycle.HALF_YEAR)
    assert rhythm(shop) == "一事一记录、一周一统计、半年一评比、一季一公示、随时兑换"


@pytest.mark.parametrize("preset", PRESETS, ids=[preset.place for preset in PRESETS])
def test_a_published_rhythm_is_one_that_a_village_can_keep(preset: Preset) -> None:
    wanted = replace(USUAL, **dict(preset.settings))
    check_policy(wanted)
    named = preset_of({name: getattr(wanted, name) for name in preset.settings})
    assert named is not None
    assert len(named.settings) >= len(preset.settings)


def test_a_rhythm_is_named_by_the_village_that_says_most_of_it() -> None:
    every = {name: getattr(USUAL, name) for name in VillagePolicy.__dataclass_fields__}
    usual = preset_of(every)
    assert usual is not None
    assert usual.place == "琊川"
    assert preset_of({**every, "compare_every": Cycle.YEAR}) is None


@pytest.mark.parametrize(
    ("days_left", "words"), [(12, "还剩 12 天"), (1, "明天到期"), (0, "今天到期"), (-3, "过期 3 天")]
)
def test_days_are_told_in_words(days_left: int, words: str) -> None:
    assert left(days_left) == words
