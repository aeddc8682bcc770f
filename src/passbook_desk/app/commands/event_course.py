"""event approve, check, follow, postpone, join, close, withdraw, list, due, show."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from passbook_desk.app.commands.answers import Answer, Context
from passbook_desk.app.commands.event_answers import (
    card_json,
    card_lines,
    course_json,
    due_line,
    figures_given,
    row_json,
    row_line,
    state_code,
    step_line,
)
from passbook_desk.db.store import Scope, Tx
from passbook_desk.features.events.course.commands import take_step
from passbook_desk.features.events.course.errors import NothingChanged
from passbook_desk.features.events.course.kinds import DayPlace, Outcome, StepKind
from passbook_desk.features.events.course.queries import due_steps
from passbook_desk.features.events.course.values import TakeStep
from passbook_desk.features.events.queries import event_by_number, events
from passbook_desk.features.events.values import EventCard
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.period import parse_iso_date

Telling = Callable[[Scope, EventCard], TakeStep]
"""What is to be recorded of an event as it stands."""


def approve(context: Context) -> Answer:
    """The council agrees, perhaps with other figures, or does not."""
    given = context.arguments
    refused = given.refuse is not None

    def tell(_: Scope, card: EventCard) -> TakeStep:
        command = _told(context, card, StepKind.REFUSED if refused else StepKind.APPROVED)
        return replace(
            command, reference=given.minutes, words=given.refuse or "", figures=figures_given(given)
        )

    return _step(context, "未同意" if refused else "已核准", tell)


def check(context: Context) -> Answer:
    """Somebody went and looked: what was found, and what it came to."""
    given = context.arguments

    def tell(_: Scope, card: EventCard) -> TakeStep:
        command = _visit(context, card, StepKind.CHECKED)
        return replace(command, guests=given.guests, figures=figures_given(given))

    return _step(context, "已核查", tell)


def follow(context: Context) -> Answer:
    """A second look after something was over."""
    return _step(context, "已回访", lambda _, card: _visit(context, card, StepKind.FOLLOWED))


def postpone(context: Context) -> Answer:
    """Move all days of an event by as many days as its first one, perhaps to another place."""
    given = context.arguments
    first = parse_iso_date(given.on)

    def tell(_: Scope, card: EventCard) -> TakeStep:
        moved = first - card.held_on
        days = tuple(
            DayPlace(day.held_on + moved, day.place if given.place is None else given.place)
            for day in card.days
        )
        if days == card.days:
            raise NothingChanged(field="on")
        command = TakeStep(new_uid(), card.id, StepKind.CHANGED)
        return replace(command, words=given.reason, days=days)

    return _step(context, "已改期", tell)


def join(context: Context) -> Answer:
    """A feast in several parts becomes one event."""

    def tell(scope: Scope, card: EventCard) -> TakeStep:
        into = event_by_number(scope, context.arguments.into)
        return TakeStep(new_uid(), card.id, StepKind.JOINED, other_event_id=into.id)

    return _step(context, "已并为一件", tell)


def close(context: Context) -> Answer:
    """The council has done with the event."""

    def tell(_: Scope, card: EventCard) -> TakeStep:
        return replace(_told(context, card, StepKind.CLOSED), reference=context.arguments.minutes)

    return _step(context, "已办结", tell)


def withdraw(context: Context) -> Answer:
    """The event will not take place."""

    def tell(_: Scope, card: EventCard) -> TakeStep:
        return TakeStep(new_uid(), card.id, StepKind.WITHDRAWN, words=context.arguments.reason)

    return _step(context, "已撤回", tell)


def listed(context: Context) -> Answer:
    """All events, or those of a state or a year of report."""
    given = context.arguments
    with context.desk() as desk:
        rows = desk.ask(lambda scope: events(scope, given.year))
    chosen = [row for row in rows if given.state in (None, state_code(row.state))]
    lines = tuple(map(row_line, chosen)) or ("没有这样的红白事。",)
    return Answer(lines, [row_json(row) for row in chosen])


def due(context: Context) -> Answer:
    """What is due today: reminders, checks, second looks."""
    with context.desk() as desk:
        found = desk.ask(lambda scope: due_steps(scope, scope.today))
    return Answer(
        tuple(map(due_line, found)) or ("今天没有红白事要办。",),
        [
            {
                "event": one.number,
                "kind": one.kind.value.replace("_", "-"),
                "day": one.day.isoformat(),
                "late": one.late,
            }
            for one in found
        ],
    )


def show(context: Context) -> Answer:
    """One event with its steps."""
    with context.desk() as desk:
        card = desk.ask(lambda scope: event_by_number(scope, context.arguments.event))
    return Answer((*card_lines("报备", card), *map(step_line, card.steps)), course_json(card))


def _step(context: Context, done: str, tell: Telling) -> Answer:
    def act(tx: Tx) -> EventCard:
        return take_step(tx, tell(tx, event_by_number(tx, context.arguments.event)))

    with context.desk() as desk:
        card = desk.do(act)
    return Answer(card_lines(done, card), card_json(card))


def _told(context: Context, card: EventCard, kind: StepKind) -> TakeStep:
    return TakeStep(new_uid(), card.id, kind, done_on=_day(context.arguments.on))


def _visit(context: Context, card: EventCard, kind: StepKind) -> TakeStep:
    given = context.arguments
    return replace(
        _told(context, card, kind),
        who=given.who,
        words=given.words,
        outcome=Outcome(given.outcome),
        due_on=_day(given.due),
    )


def _day(text: str | None) -> date | None:
    return None if text is None else parse_iso_date(text)
