"""What a village meeting may decide."""

from datetime import date

from passbook_desk.features.village.errors import (
    EffectiveBeforeEarlier,
    EffectiveBeforeMeeting,
    MeetingInFuture,
    WrongSetting,
)
from passbook_desk.features.village.policy import VillagePolicy
from passbook_desk.kernel.points import ZERO

_WHOLE_NUMBERS = (
    ("lock_minutes", 1, 120),
    ("notice_days", 0, 90),
    ("linked_loss_percent", 0, 100),
    ("gift_ratio", 0, 100),
    ("carry_percent", 0, 100),
    ("expire_months", 1, 120),
    ("cut_off_day", 0, 31),
    ("grid_least", 0, 100_000),
    ("grid_most", 1, 100_000),
)


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
    """Refuse settings that nobody can work with. Raises WrongSetting."""
    for name, least, most in _WHOLE_NUMBERS:
        if not least <= getattr(policy, name) <= most:
            raise WrongSetting(field=name, text=str(getattr(policy, name)))
    for name in ("least_to_redeem", "linked_loss_points"):
        if getattr(policy, name) < ZERO:
            raise WrongSetting(field=name, text=str(getattr(policy, name)))
    if policy.grid_least > policy.grid_most:
        raise WrongSetting(field="grid_least", text=str(policy.grid_least))
    for name, bands in (("household_bands", policy.household_bands), ("member_bands", policy.member_bands)):
        rising = [(band.least, band.stars) for band in bands]
        if rising != sorted(set(rising)) or len({band.least for band in bands}) < len(bands):
            raise WrongSetting(field=name, text="")
