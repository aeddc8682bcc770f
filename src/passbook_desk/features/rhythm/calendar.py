"""Pure: which periods run, are over, or were never posted, by the village's rhythm and cut-off day."""

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from passbook_desk.features.ledger.counting.calendar import cycle_period
from passbook_desk.features.notices.kinds import KINDS, OF_CYCLE
from passbook_desk.features.notices.rules import covered
from passbook_desk.features.notices.values import NoticeKind, NoticeRow
from passbook_desk.features.rhythm.values import DueGroup, DueItem, DueKind, Facts, Param, RhythmPart
from passbook_desk.features.village.policy import Cycle, VillagePolicy
from passbook_desk.kernel.period import DateSpan
from passbook_desk.kernel.periods import Period

GROUPS: Final = MappingProxyType(
    {
        Cycle.WEEK: DueGroup.WEEK,
        Cycle.MONTH: DueGroup.MONTH,
        Cycle.QUARTER: DueGroup.QUARTER,
        Cycle.HALF_YEAR: DueGroup.HALF_YEAR,
        Cycle.YEAR: DueGroup.YEAR,
    }
)
"""Where what follows a rhythm stands."""


def cycle_of(policy: VillagePolicy, part: RhythmPart) -> Cycle:
    """How often the village does it."""
    return {
        RhythmPart.RECORD: policy.record_every,
        RhythmPart.COUNT: policy.count_every,
        RhythmPart.COMPARE: policy.compare_every,
        RhythmPart.POST: policy.post_every,
        RhythmPart.REDEEM: policy.redeem_every,
        RhythmPart.ASSESS: policy.assess_every,
    }[part]


def parts_of(policy: VillagePolicy, group: DueGroup) -> tuple[RhythmPart, ...]:
    """What the village does in the rhythm of a group."""
    return tuple(part for part in RhythmPart if GROUPS.get(cycle_of(policy, part)) is group)


def running(policy: VillagePolicy, cycle: Cycle, today: date) -> Period | None:
    """The period that holds today; None for rhythms without periods."""
    return cycle_period(cycle, today, policy.cut_off_day)


def ended(policy: VillagePolicy, cycle: Cycle, today: date) -> Period | None:
    """The last period that is over: one cut on the 15th is over on the 16th."""
    now = running(policy, cycle, today)
    return None if now is None else now.previous()


def recording_period(policy: VillagePolicy, today: date) -> Period:
    """The last period in which every grid should have a record; a week where the village records per deed."""
    wanted = policy.record_every if policy.record_every in GROUPS else Cycle.WEEK
    found = ended(policy, wanted, today)
    assert found is not None
    return found


def unposted(
    policy: VillagePolicy, first_deed: date | None, notices: Iterable[NoticeRow], today: date
) -> tuple[Period, ...]:
    """Periods that are over and whose notice of points was never issued, the earliest first.

    They begin with the first deed. A period whose days stand on notices of another rhythm was posted.
    """
    kind = OF_CYCLE.get(policy.post_every)
    last = ended(policy, policy.post_every, today)
    if kind is None or last is None or first_deed is None:
        return ()
    issued = [row for row in notices if KINDS[row.kind].of_points]
    own = {row.about for row in issued if row.kind is kind}
    others = [DateSpan(row.first_on, row.last_on) for row in issued if row.kind is not kind]
    found = []
    period = cycle_period(policy.post_every, first_deed, policy.cut_off_day)
    while period is not None and period.first <= last.first:
        if str(period) not in own and not covered(period.days(policy.cut_off_day), others):
            found.append(period)
        period = period.next()
    return tuple(found)


def group_of_notice(policy: VillagePolicy, kind: NoticeKind) -> DueGroup:
    """Where an issued notice stands: points by their period, others where the village posts."""
    for cycle, each in OF_CYCLE.items():
        if each is kind:
            return GROUPS[cycle]
    return posting_group(policy)


def posting_group(policy: VillagePolicy) -> DueGroup:
    """Where the village's posting stands; a quarter where it posts by no calendar."""
    return GROUPS.get(policy.post_every, DueGroup.QUARTER)


def dated(facts: Facts, group: DueGroup, kind: DueKind, params: Mapping[str, Param], due_on: date) -> DueItem:
    """A line that waits for the clerk and has a day."""
    days_left = (due_on - facts.today).days
    return DueItem(group, kind, params, due=True, due_on=due_on, days_left=days_left)
