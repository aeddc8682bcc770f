"""Pure: what is due, made from the facts of the village and its rhythm alone, so that nothing is invented."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Final

from passbook_desk.features.events.course.kinds import OVER_STATES, ReminderKind
from passbook_desk.features.events.course.values import DueStep
from passbook_desk.features.ledger.counting.run_values import RunKind
from passbook_desk.features.notices.kinds import KINDS, OF_CYCLE
from passbook_desk.features.notices.values import NoticeState
from passbook_desk.features.rhythm.calendar import (
    GROUPS,
    cycle_of,
    dated,
    ended,
    running,
)
from passbook_desk.features.rhythm.posting import notices_due
from passbook_desk.features.rhythm.shop import shop_comes, shop_due
from passbook_desk.features.rhythm.values import (
    DueGroup,
    DueItem,
    DueKind,
    Facts,
    Param,
    RhythmPart,
)
from passbook_desk.features.village.policy import BasePeriod, CarryOver, Cycle
from passbook_desk.kernel.periods import Period, PeriodKind

EVENTS_AHEAD: Final = timedelta(days=14)
BACKUP_OLD_DAYS: Final = 7
REDEEMING_DAYS: Final = 31
"""Days after a period in which its redeeming is told of."""
_EVENTS_SHOWN: Final = 4
_GRIDS_SINGLY: Final = 2
_LOANS_SINGLY: Final = 2
_TO_LOOK_AT: Final = (ReminderKind.CHECK, ReminderKind.FOLLOW)
_COUNTS: Final = (
    (RhythmPart.COUNT, False, DueKind.COUNT_READY, DueKind.COUNT_DONE),
    (RhythmPart.COMPARE, True, DueKind.COMPARE_READY, DueKind.COMPARE_DONE),
    (RhythmPart.ASSESS, True, DueKind.ASSESS_READY, DueKind.ASSESS_DONE),
)
_RUNS: Final = {
    RunKind.CARRY_OVER: DueKind.CLEAR_DUE,
    RunKind.EXPIRY: DueKind.EXPIRY_DUE,
    RunKind.BASE: DueKind.BASE_DUE,
}
_BASE_GROUPS: Final = {
    BasePeriod.MONTH: DueGroup.MONTH,
    BasePeriod.HALF_YEAR: DueGroup.HALF_YEAR,
    BasePeriod.YEAR: DueGroup.YEAR,
}
_ORDER: Final = tuple(DueGroup)


def due_items(facts: Facts) -> tuple[DueItem, ...]:
    """Every line of today's calendar by group, and behind them the next date on which something comes."""
    of_the_ledger = (_claims, _recording, _counting, notices_due, _redeeming, _runs)
    sources = (_setup, *of_the_ledger, _events, shop_due, _safety)
    found = [item for source in sources for item in source(facts)]
    coming = min(_coming(facts), key=lambda item: item.due_on or facts.today, default=None)
    if coming is not None:
        found.append(coming)
    return tuple(sorted(found, key=lambda item: _ORDER.index(item.group)))


def _setup(facts: Facts) -> Iterator[DueItem]:
    steps = (
        (DueKind.ROSTER, facts.households > 0),
        (DueKind.CATALOGUE, facts.has_catalogue),
        (DueKind.STANDARD, facts.has_standard),
        (DueKind.PHONE, facts.has_phone),
        (DueKind.FIRST_BACKUP, facts.backup_age is not None),
    )
    if all(done for _, done in steps):
        return
    for kind, done in steps:
        yield DueItem(DueGroup.SETUP, kind, due=not done, done=done)


def _claims(facts: Facts) -> Iterator[DueItem]:
    for kind, count in (
        (DueKind.CLAIMS_WAIT, facts.claims.to_decide),
        (DueKind.CLAIMS_DUE, facts.claims.due),
    ):
        if count:
            yield DueItem(DueGroup.WEEK, kind, {"count": count}, due=True)


def _recording(facts: Facts) -> Iterator[DueItem]:
    """Grids without a record, wherever households can have one; and how many of the month have one."""
    if not facts.households:
        return
    if facts.has_catalogue:
        cycle = facts.policy.record_every
        group = GROUPS.get(cycle, DueGroup.WEEK)
        since: dict[str, Param] = {"since": facts.silent_since}
        if not facts.silent:
            yield DueItem(group, DueKind.GRIDS_FINE, since, done=True)
        elif len(facts.silent) <= _GRIDS_SINGLY:
            for grid in facts.silent:
                about: dict[str, Param] = {
                    "grid": grid.code,
                    "name": grid.name,
                    "households": grid.households,
                }
                yield DueItem(group, DueKind.GRID_SILENT, {**since, **about}, due=True)
        else:
            names = tuple(grid.name for grid in facts.silent)
            params = {**since, "grid": facts.silent[0].code, "count": len(names), "names": names}
            yield DueItem(group, DueKind.GRIDS_SILENT, params, due=True)
    month = Period.of(PeriodKind.MONTH, facts.today, facts.policy.cut_off_day)
    params = {
        "period": str(month),
        "first": month.days(facts.policy.cut_off_day).first,
        "households": facts.participation.households,
        "recorded": facts.participation.recorded,
    }
    yield DueItem(DueGroup.MONTH, DueKind.PARTICIPATION, params)
    if facts.books_unprinted:
        yield DueItem(DueGroup.MONTH, DueKind.BOOKS_UNPRINTED, {"count": facts.books_unprinted}, due=True)


def _counting(facts: Facts) -> Iterator[DueItem]:
    """The count, the comparison and the assessment of the last period that is over and has a deed."""
    for part, ranked, ready, told in _COUNTS:
        cycle = cycle_of(facts.policy, part)
        period = ended(facts.policy, cycle, facts.today)
        if period is None or not _worked_in(facts, period):
            continue
        done = any((str(period), each) in facts.told for each in {True, ranked})
        following = running(facts.policy, cycle, facts.today)
        assert following is not None
        due_on = following.days(facts.policy.cut_off_day).last
        kind, params = told if done else ready, {"period": str(period)}
        if done:
            yield DueItem(GROUPS[cycle], kind, params, done=True)
        else:
            yield dated(facts, GROUPS[cycle], kind, params, due_on)


def _redeeming(facts: Facts) -> Iterator[DueItem]:
    """A period is over, and what it earned may be redeemed; where the village posts it first, after that."""
    cycle = facts.policy.redeem_every
    period = ended(facts.policy, cycle, facts.today)
    if period is None or not _worked_in(facts, period):
        return
    last = period.days(facts.policy.cut_off_day).last
    if (facts.today - last).days > REDEEMING_DAYS:
        return
    posted = any(row.first_on <= last <= row.last_on for row in facts.notices if KINDS[row.kind].of_points)
    waits = facts.policy.post_every is cycle and not posted
    kind = DueKind.REDEEM_AFTER if waits else DueKind.REDEEM_OPEN
    yield DueItem(GROUPS[cycle], kind, {"period": str(period)})


def _runs(facts: Facts) -> Iterator[DueItem]:
    clearing = DueGroup.QUARTER if facts.policy.carry_over is CarryOver.CLEAR_QUARTER else DueGroup.YEAR
    groups = {
        RunKind.CARRY_OVER: clearing,
        RunKind.EXPIRY: DueGroup.MONTH,
        RunKind.BASE: _BASE_GROUPS.get(facts.policy.base_period, DueGroup.YEAR),
    }
    for run in facts.runs:
        params: dict[str, Param] = {"run": run.kind.value, "name": run.name, "count": run.books}
        yield DueItem(groups[run.kind], _RUNS[run.kind], params, due=True)


def _events(facts: Facts) -> Iterator[DueItem]:
    if facts.has_standard:
        steps = [_event_step(facts, step) for step in facts.event_steps if step.kind in _TO_LOOK_AT]
        yield from steps[:_EVENTS_SHOWN]
        if len(steps) > _EVENTS_SHOWN:
            yield DueItem(DueGroup.EVENTS, DueKind.MORE_EVENTS, {"count": len(steps) - _EVENTS_SHOWN})
        coming = list(_coming_events(facts))
        yield from coming[:_EVENTS_SHOWN]
        if len(coming) > _EVENTS_SHOWN:
            yield DueItem(DueGroup.EVENTS, DueKind.MORE_EVENTS, {"count": len(coming) - _EVENTS_SHOWN})
        if not coming and not steps:
            yield DueItem(DueGroup.EVENTS, DueKind.NO_EVENTS, {"days": EVENTS_AHEAD.days})
    if len(facts.loans) > _LOANS_SINGLY:
        yield DueItem(DueGroup.EVENTS, DueKind.LOANS_LATE, {"count": len(facts.loans)}, due=True)
        return
    for loan in facts.loans:
        params: dict[str, Param] = {
            "who": loan.who or loan.head_name,
            "thing": f"{loan.name} {loan.open} {loan.unit}",
        }
        yield dated(facts, DueGroup.EVENTS, DueKind.LOAN_LATE, params, loan.due_on or loan.lent_on)


def _event_step(facts: Facts, step: DueStep) -> DueItem:
    if step.kind is ReminderKind.FOLLOW:
        kind = DueKind.EVENT_FOLLOW
    else:
        kind = DueKind.EVENT_CHECK_LATE if step.late else DueKind.EVENT_CHECK
    params: dict[str, Param] = {
        "id": step.event_id,
        "event": step.number,
        "head": step.head_name,
        "event_kind": step.event_kind.value,
    }
    return dated(facts, DueGroup.EVENTS, kind, params, step.day)


def _coming_events(facts: Facts) -> Iterator[DueItem]:
    last = facts.today + EVENTS_AHEAD
    live = (row for row in facts.events if row.state not in OVER_STATES)
    for row in sorted(live, key=lambda row: (row.held_on, row.id)):
        if facts.today <= row.held_on <= last:
            params: dict[str, Param] = {
                "id": row.id,
                "event": row.number,
                "head": row.head_name,
                "event_kind": row.kind.value,
                "verdict": row.verdict.value,
            }
            days = (row.held_on - facts.today).days
            yield DueItem(DueGroup.EVENTS, DueKind.EVENT, params, due_on=row.held_on, days_left=days)


def _safety(facts: Facts) -> Iterator[DueItem]:
    age = facts.backup_age
    if age is None:
        return
    params: dict[str, Param] = {"days": age, "time": facts.backup_time}
    if age >= BACKUP_OLD_DAYS:
        yield dated(facts, DueGroup.SAFETY, DueKind.BACKUP_OLD, params, _backup_due(facts.today, age))
    else:
        yield DueItem(DueGroup.SAFETY, DueKind.BACKUP_FINE, params, done=True)


def _backup_due(today: date, age: int) -> date:
    return today + timedelta(days=BACKUP_OLD_DAYS - age)


def _coming(facts: Facts) -> Iterator[DueItem]:
    """Dates after today on which something will be due."""
    if facts.households:
        yield from _coming_periods(facts)
    for row in facts.notices:
        if row.state is NoticeState.HANGING:
            number: dict[str, Param] = {"number": row.number, "shown": row.shown_number}
            yield from _on(facts, DueKind.CLOSING_COMES, row.hung_until + timedelta(days=1), number)
    for item in _coming_events(facts):
        if item.due_on is not None:
            yield from _on(facts, DueKind.EVENT_COMES, item.due_on, item.params)
    yield from shop_comes(facts)
    if facts.backup_age is not None:
        yield from _on(facts, DueKind.BACKUP_COMES, _backup_due(facts.today, facts.backup_age))


def _coming_periods(facts: Facts) -> Iterator[DueItem]:
    for part, kind in (
        (RhythmPart.COUNT, DueKind.COUNT_COMES),
        (RhythmPart.COMPARE, DueKind.COMPARE_COMES),
        (RhythmPart.POST, DueKind.NOTICE_COMES),
    ):
        yield from _after_period(facts, kind, cycle_of(facts.policy, part))


def _after_period(facts: Facts, kind: DueKind, cycle: Cycle) -> Iterator[DueItem]:
    period = running(facts.policy, cycle, facts.today)
    if period is None or (kind is DueKind.NOTICE_COMES and cycle not in OF_CYCLE):
        return
    last = period.days(facts.policy.cut_off_day).last
    yield from _on(facts, kind, last + timedelta(days=1), {"period": str(period)})


def _on(
    facts: Facts, kind: DueKind, day: date, params: Mapping[str, Param] | None = None
) -> Iterator[DueItem]:
    if day > facts.today:
        days = (day - facts.today).days
        yield DueItem(DueGroup.NEXT, kind, dict(params or {}), due_on=day, days_left=days)


def _worked_in(facts: Facts, period: Period) -> bool:
    """Whether the village had begun before the period was over."""
    return facts.first_deed is not None and facts.first_deed <= period.days(facts.policy.cut_off_day).last
