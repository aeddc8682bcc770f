"""What follows from the steps of an event: what holds, where it stands, what may come next."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from passbook_desk.features.events.course.kinds import (
    EventState,
    Outcome,
    ReminderKind,
    Stage,
    StepKind,
)
from passbook_desk.features.events.course.values import Figures, Reported, Standing
from passbook_desk.features.events.rules import verdict
from passbook_desk.features.events.values import FigureCompared, LimitDraft, Measure, StepTaken

REMINDED_AHEAD: Final = timedelta(days=3)
"""办前提醒 and 回访提醒 come so long before their day (experience §4.4)."""

CHECK_WITHIN: Final = timedelta(days=3)
"""What was found is written down so long after the last day at the latest (experience §4.4)."""

_ANY_TIME: Final = frozenset({StepKind.OPINION, StepKind.VISITED, StepKind.PLEDGED, StepKind.FILED})
_BEFORE_A_CHECK: Final = _ANY_TIME | {StepKind.CHANGED, StepKind.JOINED, StepKind.WITHDRAWN}
_ALLOWED: Final[Mapping[EventState, frozenset[StepKind]]] = MappingProxyType(
    {
        EventState.REPORTED: _BEFORE_A_CHECK | {StepKind.APPROVED, StepKind.REFUSED, StepKind.CHECKED},
        EventState.REFUSED: _BEFORE_A_CHECK | {StepKind.APPROVED, StepKind.CHECKED},
        EventState.APPROVED: _BEFORE_A_CHECK | {StepKind.APPROVED, StepKind.REFUSED},
        EventState.UNDER_WAY: _BEFORE_A_CHECK | {StepKind.CHECKED},
        EventState.TO_CHECK: _BEFORE_A_CHECK | {StepKind.CHECKED},
        EventState.CHECKED: _ANY_TIME | {StepKind.CHECKED, StepKind.JOINED, StepKind.CLOSED},
        EventState.TO_FOLLOW: _ANY_TIME | {StepKind.CHECKED, StepKind.JOINED, StepKind.FOLLOWED},
        EventState.CLOSED: frozenset(),
        EventState.WITHDRAWN: frozenset(),
        EventState.JOINED: frozenset({StepKind.WITHDRAWN}),
    }
)

_MAY_PROPOSE: Final = frozenset({EventState.CHECKED, EventState.TO_FOLLOW})

_STAGES: Final[Mapping[StepKind, Stage]] = MappingProxyType(
    {
        StepKind.CHANGED: Stage.DECLARED,
        StepKind.APPROVED: Stage.APPROVED,
        StepKind.CHECKED: Stage.ACTUAL,
        StepKind.FOLLOWED: Stage.ACTUAL,
    }
)


def may_propose(state: EventState) -> bool:
    """Whether points may be proposed for an event: somebody has looked, and it is not closed."""
    return state in _MAY_PROPOSE


def stage_of(kind: StepKind) -> Stage | None:
    """Whose figures a step brings; None where it brings none."""
    return _STAGES.get(kind)


def allowed_steps(state: EventState) -> frozenset[StepKind]:
    """What may be recorded of an event in a state.

    A funeral may be approved after it was held, because papers may follow (domain §13 rule 22). A check of an
    event that nobody approved is allowed, too: the visit takes place anyway. A part that was joined by
    mistake, or never held, may only be withdrawn.
    """
    return _ALLOWED[state]


def standing(
    report: Reported, steps: Iterable[StepTaken], parts: Iterable[tuple[int, Standing]] = ()
) -> Standing:
    """What holds after the steps. `parts` are the events joined into this one, with the id of that step.

    From its joining on a part is counted in: its tables are added, of all other figures the larger one
    holds, its days belong to the event, and where nobody has approved it the council has to decide on the
    whole. What is said of the event after a joining is said of the whole: what a check of one part came to
    says nothing of the other, so somebody has to look, or say, once more.
    """
    holds = Standing(tuple(sorted(report.days)), dict(report.figures))
    told: list[tuple[int, StepTaken | Standing]] = [(step.id, step) for step in steps]
    told += [(step_id, part) for step_id, part in parts if part.ended is not StepKind.WITHDRAWN]
    for _, word in sorted(told, key=lambda one: one[0]):
        holds = _after(holds, word) if isinstance(word, StepTaken) else _with_part(holds, word)
    return holds


def _after(holds: Standing, step: StepTaken) -> Standing:
    match step.kind:
        case StepKind.CHANGED:
            return _changed(holds, step)
        case StepKind.APPROVED:
            approved = {**holds.declared, **dict(step.figures)}
            return replace(holds, approved=approved, decision=StepKind.APPROVED)
        case StepKind.REFUSED:
            return replace(holds, approved=None, decision=StepKind.REFUSED)
        case StepKind.CHECKED:
            found = dict(step.figures) or holds.actual
            return replace(holds, actual=found, checked=True, outcome=step.outcome, due_on=step.due_on)
        case StepKind.FOLLOWED:
            due_on = None if step.outcome is Outcome.SETTLED else step.due_on or holds.due_on
            return replace(holds, actual=dict(step.figures) or holds.actual, due_on=due_on)
        case StepKind.FILED:
            return replace(holds, filed=True)
        case StepKind.PLEDGED:
            return replace(holds, pledged=True)
        case StepKind.JOINED:
            return replace(holds, joined_into=step.other.id if step.other else None)
        case StepKind.CLOSED | StepKind.WITHDRAWN:
            return replace(holds, ended=step.kind)
    return holds


def _changed(holds: Standing, step: StepTaken) -> Standing:
    declared = dict(step.figures) or holds.declared
    asks_more = any(amount > (holds.approved or {}).get(measure, -1) for measure, amount in step.figures)
    decision = None if asks_more or holds.decision is StepKind.REFUSED else holds.decision
    return replace(holds, days=tuple(sorted(step.days)) or holds.days, declared=declared, decision=decision)


def _with_part(holds: Standing, part: Standing) -> Standing:
    decided = holds.decision if part.decision is StepKind.APPROVED else None
    return replace(
        holds,
        days=tuple(sorted({*holds.days, *part.days})),
        declared=_as_one(holds.declared, part.declared),
        approved=_either(holds.approved, part.approved),
        actual=_either(holds.actual, part.actual),
        decision=decided,
        checked=False,
        outcome=None,
        due_on=None,
        filed=holds.filed or part.filed,
        pledged=holds.pledged or part.pledged,
    )


def _as_one(whole: Figures, part: Figures) -> Figures:
    figures = dict(whole)
    for measure, amount in part.items():
        held = figures.get(measure, 0)
        figures[measure] = held + amount if measure is Measure.TABLES else max(held, amount)
    return figures


def _either(whole: Figures | None, part: Figures | None) -> Figures | None:
    return part if whole is None else whole if part is None else _as_one(whole, part)


def state_on(holds: Standing, today: date) -> EventState:
    """Where an event stands on a day."""
    if holds.ended is not None:
        return EventState.CLOSED if holds.ended is StepKind.CLOSED else EventState.WITHDRAWN
    if holds.joined_into is not None:
        return EventState.JOINED
    if holds.checked:
        return EventState.CHECKED if holds.due_on is None else EventState.TO_FOLLOW
    if holds.decision is StepKind.REFUSED:
        return EventState.REFUSED
    if holds.decision is None:
        return EventState.REPORTED
    if today > holds.last_on:
        return EventState.TO_CHECK
    return EventState.UNDER_WAY if today >= holds.first_on else EventState.APPROVED


def newest(holds: Standing) -> Figures:
    """Of each measure the newest figure: what was found, else approved, else declared.

    An approval says nothing of a plan that came after it and that the council has not decided on; what was
    found in a part of the whole counts where it is more than the plan.
    """
    approved, actual = holds.approved or {}, holds.actual or {}
    decided = holds.decision is StepKind.APPROVED
    plan = {**holds.declared, **approved} if decided else {**approved, **holds.declared}
    found = actual if holds.checked else {each: max(actual[each], plan.get(each, 0)) for each in actual}
    return {**plan, **found}


def compared(holds: Standing, limits: Iterable[LimitDraft]) -> tuple[FigureCompared, ...]:
    """Every measure of which anything is said, in the order of the form.

    `limits` are those of the event's kind and case, as `limits_for` gives them.
    """
    lines = {limit.measure: limit for limit in limits if limit.measure is not None}
    latest = newest(holds)
    found = []
    for measure in Measure:
        line = lines.get(measure)
        if line is None and measure not in latest:
            continue
        limit = line.amount if line else None
        declared, approved, actual = (
            (figures or {}).get(measure) for figures in (holds.declared, holds.approved, holds.actual)
        )
        plan = declared if approved is None else approved
        found.append(
            FigureCompared(
                measure=measure,
                declared=declared,
                approved=approved,
                actual=actual,
                limit=limit,
                verdict=verdict(latest.get(measure), limit),
                over_plan=actual is not None and plan is not None and actual > plan,
                words=line.words if line else "",
            )
        )
    return tuple(found)


def saving(holds: Standing) -> int | None:
    """What was saved against the host's own plan, in whole yuan, never less than nothing.

    declared tables × declared price of a table − tables found × price found. Where no price was found that
    of the approval counts, else the declared one; the price is the one that includes tobacco and liquor,
    or the one that does not where only that was declared. None while nobody has counted the tables, or
    without a declared number and price. What was agreed before the report is not known, therefore not
    counted. The formula is our own; none is published.
    """
    price = Measure.PER_TABLE if Measure.PER_TABLE in holds.declared else Measure.PER_TABLE_FOOD
    tables, each = holds.declared.get(Measure.TABLES), holds.declared.get(price)
    held = (holds.actual or {}).get(Measure.TABLES)
    if tables is None or each is None or held is None:
        return None
    return max(0, tables * each - held * newest(holds)[price])


def reminders(holds: Standing, today: date) -> tuple[tuple[ReminderKind, date], ...]:
    """What is due for an event, with the day it is due on; it is late when that day is over.

    Before the event from three days ahead, on each of its days, a check until three days after the last
    day, and a second look from three days before its day until it is settled.
    """
    state = state_on(holds, today)
    due: list[tuple[ReminderKind, date]] = []
    if state is EventState.TO_FOLLOW and holds.due_on is not None and today >= holds.due_on - REMINDED_AHEAD:
        due.append((ReminderKind.FOLLOW, holds.due_on))
    if holds.checked or holds.ended is not None or state is EventState.JOINED:
        return tuple(due)
    if holds.first_on - REMINDED_AHEAD <= today < holds.first_on:
        due.append((ReminderKind.BEFORE, holds.first_on))
    if any(day.held_on == today for day in holds.days):
        due.append((ReminderKind.ON_THE_DAY, today))
    if today > holds.last_on:
        due.append((ReminderKind.CHECK, holds.last_on + CHECK_WITHIN))
    return tuple(due)


def same_place(one: str, other: str) -> bool:
    """Whether two venues are one, whatever their width, case, spaces and marks; no place is nowhere."""
    folded = _folded(one)
    return folded != "" and folded == _folded(other)


def _folded(place: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKC", place).casefold() if char.isalnum())
