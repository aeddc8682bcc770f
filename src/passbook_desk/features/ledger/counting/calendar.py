"""Which period a day belongs to by the village's decisions."""

from datetime import date
from typing import Final

from passbook_desk.features.village.policy import BasePeriod, Cycle, VillagePolicy
from passbook_desk.kernel.periods import Period, PeriodKind

_KINDS: Final = {
    Cycle.WEEK: PeriodKind.WEEK,
    Cycle.MONTH: PeriodKind.MONTH,
    Cycle.QUARTER: PeriodKind.QUARTER,
    Cycle.YEAR: PeriodKind.YEAR,
}


def cycle_period(cycle: Cycle, day: date, cut_off_day: int = 0) -> Period | None:
    """The period of a rhythm that holds a day; None for rhythms without one (never, whenever there is
    something).
    """
    if cycle is Cycle.HALF_YEAR:
        quarter = Period.of(PeriodKind.QUARTER, day, cut_off_day)
        first = quarter if quarter.first.month in (1, 7) else quarter.previous()
        return Period.months(first.first, first.next().last)
    kind = _KINDS.get(cycle)
    return None if kind is None else Period.of(kind, day, cut_off_day)


def base_period(policy: VillagePolicy, day: date) -> Period | None:
    """The period for which base points are granted that holds a day; None where they are granted once."""
    if policy.base_period is BasePeriod.ONCE:
        return None
    return cycle_period(Cycle(policy.base_period.value), day, policy.cut_off_day)


def ended_period(policy: VillagePolicy, kind: PeriodKind, day: date) -> Period:
    """The last month, quarter or year that is over at the end of a day."""
    period = Period.of(kind, day, policy.cut_off_day)
    return period if period.days(policy.cut_off_day).last == day else period.previous()


def year_of(policy: VillagePolicy, day: date) -> Period:
    """The year that a day counts in."""
    return Period.of(PeriodKind.YEAR, day, policy.cut_off_day)
