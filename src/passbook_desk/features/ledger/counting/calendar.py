"""Which period a day belongs to by the village's decisions."""

from datetime import date

from passbook_desk.features.village.policy import BasePeriod, VillagePolicy
from passbook_desk.kernel.periods import Period, PeriodKind


def base_period(policy: VillagePolicy, day: date) -> Period | None:
    """The period for which base points are granted that holds a day; None where they are granted once."""
    if policy.base_period is BasePeriod.ONCE:
        return None
    if policy.base_period is BasePeriod.MONTH:
        return Period.of(PeriodKind.MONTH, day, policy.cut_off_day)
    if policy.base_period is BasePeriod.YEAR:
        return Period.of(PeriodKind.YEAR, day, policy.cut_off_day)
    quarter = Period.of(PeriodKind.QUARTER, day, policy.cut_off_day)
    in_first = quarter.first.month in (1, 7)
    one, other = (quarter, quarter.next()) if in_first else (quarter.previous(), quarter)
    return Period.months(one.first, other.last)


def ended_period(policy: VillagePolicy, kind: PeriodKind, day: date) -> Period:
    """The last month, quarter or year that is over at the end of a day."""
    period = Period.of(kind, day, policy.cut_off_day)
    return period if period.days(policy.cut_off_day).last == day else period.previous()


def year_of(policy: VillagePolicy, day: date) -> Period:
    """The year that a day counts in."""
    return Period.of(PeriodKind.YEAR, day, policy.cut_off_day)
