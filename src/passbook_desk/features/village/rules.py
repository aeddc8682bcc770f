"""What a village meeting may decide."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from passbook_desk.features.village.errors import (
    BandsNotRising,
    EffectiveBeforeEarlier,
    EffectiveBeforeMeeting,
    GridSizesCrossed,
    MeetingInFuture,
    SettingNegative,
    SettingOutOfRange,
    TooManyStars,
)
from passbook_desk.features.village.policy import Band, VillagePolicy
from passbook_desk.kernel.points import NO_MONEY, ZERO

_WHOLE_NUMBERS: Final = (
    ("lock_minutes", 1, 120),
    ("notice_days", 0, 90),
    ("linked_loss_percent", 0, 100),
    ("gift_ratio", 0, 100),
    ("carry_percent", 0, 100),
    ("expire_months", 1, 120),
    ("cut_off_day", 0, 31),
    ("post_within_days", 1, 90),
    ("answer_days", 1, 90),
    ("redeem_day", 1, 31),
    ("redeem_before", 1, 60),
    ("grid_least", 0, 100_000),
    ("grid_most", 1, 100_000),
)
_POINTS: Final = ("least_to_redeem", "linked_loss_points", "carry_most", "suspension_line")
MOST_STARS: Final = 10
"""Households of ten stars (十星级文明户) have the most."""


def next_version(meeting_on: date, effective_from: date, today: date, newest: tuple[int, date] | None) -> int:
    """The number of the version that a meeting decides; `newest` is the last one's number and first day.

    Points catalogues and red-white standards follow each other like this (domain §13 rule 12). Raises
    MeetingInFuture, EffectiveBeforeMeeting, EffectiveBeforeEarlier.
    """
    if meeting_on > today:
        raise MeetingInFuture(field="meeting_on", day=meeting_on, today=today)
    if effective_from < meeting_on:
        raise EffectiveBeforeMeeting(field="effective_from", day=effective_from, meeting=meeting_on)
    if newest is None:
        return 1
    number, first_day = newest
    if effective_from < first_day:
        raise EffectiveBeforeEarlier(
            field="effective_from", day=effective_from, other_day=first_day, number=number
        )
    return number + 1


def check_policy(policy: VillagePolicy) -> None:
    """Refuse settings that nobody can work with.

    Raises SettingOutOfRange, SettingNegative, GridSizesCrossed, BandsNotRising, TooManyStars.
    """
    for name, least, most in _WHOLE_NUMBERS:
        if not least <= getattr(policy, name) <= most:
            raise SettingOutOfRange(field=name, text=str(getattr(policy, name)), least=least, most=most)
    for name in _POINTS:
        points = getattr(policy, name)
        if points is not None and points < ZERO:
            raise SettingNegative(field=name, text=str(points))
    if policy.shop_budget < NO_MONEY:
        raise SettingNegative(field="shop_budget", text=str(policy.shop_budget))
    if policy.grid_least > policy.grid_most:
        raise GridSizesCrossed(field="grid_least", least=policy.grid_least, most=policy.grid_most)
    for name, bands in (("household_bands", policy.household_bands), ("member_bands", policy.member_bands)):
        _check_bands(name, bands)


def _check_bands(name: str, bands: Sequence[Band]) -> None:
    for lower, higher in pairwise(bands):
        if not (lower.least < higher.least and lower.stars < higher.stars):
            raise BandsNotRising(field=name)
    for band in bands:
        if not 1 <= band.stars <= MOST_STARS:
            raise TooManyStars(field=name, stars=band.stars, most=MOST_STARS)
