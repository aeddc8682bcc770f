"""What a village decides is kept as it was said, and what nobody can work with is refused."""

from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from builders.village import Village, new_village
from passbook_desk.features.village.commands import change_policy
from passbook_desk.features.village.errors import WrongSetting
from passbook_desk.features.village.model import VillageSetting
from passbook_desk.features.village.policy import (
    Band,
    BasePeriod,
    BookNumbers,
    CarryOver,
    Cycle,
    MergeRule,
    RedeemDays,
    SplitRule,
    Twice,
    VillagePolicy,
    WallDeductions,
    read_policy,
)
from passbook_desk.features.village.queries import policy
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.errors import UserError
from passbook_desk.kernel.points import Money, Points

BANDS = (Band(Points(6000), 1), Band(Points(7050), 2), Band(Points(9600), 5))
OTHERWISE: dict[str, object] = {
    "scale": "1 分 = 1 元",
    "single_clerk": False,
    "lock_minutes": 15,
    "first_check": True,
    "review": True,
    "notice_days": 3,
    "base_spendable": True,
    "base_period": BasePeriod.HALF_YEAR,
    "least_to_redeem": Points(6050),
    "suspension_line": Points(7000),
    "household_bands": BANDS,
    "member_bands": BANDS[:1],
    "linked_loss_percent": 50,
    "linked_loss_points": Points(50),
    "same_deed_twice": Twice.REFUSE,
    "member_and_household": Twice.ALLOW,
    "gift_ratio": 5,
    "redeeming_counts": True,
    "carry_over": CarryOver.EXPIRE,
    "carry_percent": 30,
    "carry_most": Points(2000),
    "expire_months": 24,
    "debtless_households": True,
    "debtless_members": True,
    "debtless_organizations": True,
    "cut_off_day": 15,
    "grid_least": 80,
    "grid_most": 800,
    "split_rule": SplitRule.HEADS,
    "merge_rule": MergeRule.MOVE_WITH_BASE,
    "book_numbers": BookNumbers.YEAR,
    "record_every": Cycle.WEEK,
    "count_every": Cycle.MONTH,
    "compare_every": Cycle.QUARTER,
    "post_every": Cycle.MONTH,
    "redeem_every": Cycle.QUARTER,
    "assess_every": Cycle.HALF_YEAR,
    "post_within_days": 5,
    "answer_days": 7,
    "objection_person": "赵秀兰",
    "objection_place": "村委会一楼",
    "notice_signers": "编制：\n审核：",
    "notice_rules": "每季一公示。\n有异议请到村委会。",
    "wall_deductions": WallDeductions.WORDS,
    "count_when_posted": True,
    "members_redeem": False,
    "redeem_days": RedeemDays.SPRING,
    "redeem_day": 20,
    "redeem_before": 10,
    "shop_budget": Money(2_300_000),
}


@pytest.fixture
def village(tmp_path: Path) -> Village:
    return new_village(tmp_path)


def decided(village: Village) -> VillagePolicy:
    with village.read() as scope:
        return policy(scope)


def decide(village: Village, **wanted: Any) -> None:
    with village.write() as tx:
        change_policy(tx, replace(policy(tx), **wanted))
        assert Topic.VILLAGE in tx.touched


def kept_rows(village: Village) -> dict[str, str]:
    with village.read() as scope:
        rows = scope.session.execute(select(VillageSetting.name, VillageSetting.value))
        return {row.name: row.value for row in rows}


def test_a_village_that_decides_nothing_has_one_clerk_and_no_steps(village: Village) -> None:
    here = decided(village)
    assert here == VillagePolicy()
    assert here.single_clerk
    assert (here.first_check, here.review, here.notice_days) == (False, False, 0)
    assert kept_rows(village) == {}


def test_the_list_of_other_decisions_leaves_no_setting_out() -> None:
    assert set(OTHERWISE) == {field.name for field in fields(VillagePolicy)}
    assert all(value != getattr(VillagePolicy(), name) for name, value in OTHERWISE.items())


@pytest.mark.parametrize("name", OTHERWISE)
def test_each_setting_comes_back_as_it_was_kept_and_can_be_taken_back(village: Village, name: str) -> None:
    decide(village, **{name: OTHERWISE[name]})
    assert decided(village) == replace(VillagePolicy(), **{name: OTHERWISE[name]})
    assert list(kept_rows(village)) == [name]
    decide(village, **{name: getattr(VillagePolicy(), name)})
    assert decided(village) == VillagePolicy()


def test_all_settings_together_come_back_as_they_were_kept(village: Village) -> None:
    decide(village, **OTHERWISE)
    assert decided(village) == VillagePolicy(**OTHERWISE)  # type: ignore[arg-type]
    assert set(kept_rows(village)) == set(OTHERWISE)


@pytest.mark.parametrize(
    ("name", "least", "most"),
    [
        ("lock_minutes", 1, 120),
        ("notice_days", 0, 90),
        ("linked_loss_percent", 0, 100),
        ("gift_ratio", 0, 100),
        ("carry_percent", 0, 100),
        ("expire_months", 1, 120),
        ("cut_off_day", 0, 31),
        ("grid_least", 0, 500),
        ("grid_most", 300, 100_000),
    ],
)
def test_a_number_is_taken_up_to_its_bounds_and_no_further(
    village: Village, name: str, least: int, most: int
) -> None:
    for value in (least, most):
        decide(village, **{name: value})
        assert getattr(decided(village), name) == value
    before = kept_rows(village)
    for value in (least - 1, most + 1):
        with pytest.raises(UserError) as refused:
            decide(village, **{name: value})
        assert refused.value.params["field"] in (name, "grid_least")
    assert kept_rows(village) == before


@pytest.mark.parametrize("name", ["least_to_redeem", "linked_loss_points", "carry_most", "suspension_line"])
def test_points_of_a_rule_are_never_negative(village: Village, name: str) -> None:
    with pytest.raises(UserError) as refused:
        decide(village, **{name: Points(-1)})
    assert (refused.value.code, refused.value.params["field"]) == ("village.setting-negative", name)
    decide(village, **{name: Points(0)})
    assert getattr(decided(village), name) == Points(0)


@pytest.mark.parametrize("name", ["household_bands", "member_bands"])
@pytest.mark.parametrize(
    ("bands", "code"),
    [
        ((Band(Points(100), 1), Band(Points(100), 2)), "village.bands-not-rising"),
        ((Band(Points(200), 1), Band(Points(100), 2)), "village.bands-not-rising"),
        ((Band(Points(100), 2), Band(Points(200), 2)), "village.bands-not-rising"),
        ((Band(Points(100), 3), Band(Points(200), 2)), "village.bands-not-rising"),
        ((Band(Points(100), 0),), "village.too-many-stars"),
        ((Band(Points(100), 1), Band(Points(200), 11)), "village.too-many-stars"),
    ],
)
def test_more_points_give_more_stars(village: Village, name: str, bands: tuple[Band, ...], code: str) -> None:
    with pytest.raises(UserError) as refused:
        decide(village, **{name: bands})
    assert (refused.value.code, refused.value.params["field"]) == (code, name)


def test_a_grid_is_not_asked_to_hold_more_than_it_may(village: Village) -> None:
    decide(village, grid_least=50, grid_most=50)
    with pytest.raises(UserError) as refused:
        decide(village, grid_least=51)
    assert refused.value.params == {"field": "grid_least", "least": 51, "most": 50}


def test_settings_of_later_versions_are_left_alone_and_unreadable_ones_named() -> None:
    assert read_policy({"unheard_of": "1"}) == VillagePolicy()
    for name, text in (("review", "yes"), ("lock_minutes", "five"), ("carry_over", "burn"),
                       ("household_bands", "[[1]]"), ("suspension_line", "x")):  # fmt: skip
        with pytest.raises(WrongSetting) as refused:
            read_policy({name: text})
        assert refused.value.params == {"field": name, "text": text}
