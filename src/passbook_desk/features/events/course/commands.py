from datetime import date
from typing import Final

from sqlalchemy import select

from passbook_desk.db.store import Tx
from passbook_desk.features.events.cases import Trait, case_from
from passbook_desk.features.events.course.checking import check_step, days_of
from passbook_desk.features.events.course.errors import HasParts, NotOneFeast, OtherNotOpen, StepNotAllowed
from passbook_desk.features.events.course.kinds import OVER_STATES, EventState, StepKind
from passbook_desk.features.events.course.reading import course_of
from passbook_desk.features.events.course.rules import stage_of, state_on
from passbook_desk.features.events.course.values import Course, TakeStep
from passbook_desk.features.events.errors import UnknownEvent
from passbook_desk.features.events.model import EventDay, EventStep, RiteEvent, StepFigure
from passbook_desk.features.events.queries import event_card
from passbook_desk.features.events.values import EventCard
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.ids import new_uid

_TAKES_PART: Final = frozenset({StepKind.JOINED, StepKind.WITHDRAWN})


def take_step(tx: Tx, command: TakeStep) -> EventCard:
    """Record the next step of an event and return how it stands then.

    The same `uid` again returns the event as it stands. Nothing is refused for being over a limit or late.
    Raises UnknownEvent, NotOneFeast, OtherNotOpen, HasParts and what `check_step` raises.
    """
    tx.require(Act.EVENTS)
    taken = tx.session.scalar(select(EventStep).where(EventStep.uid == command.uid))
    if taken is not None:
        return event_card(tx, taken.event_id)
    event, course = open_event(tx, command.event_id)
    done_on = command.done_on or tx.today
    check_step(command, done_on, course, tx.today)
    if command.kind in _TAKES_PART and course.joined:
        parts = [part.number for part in course.joined]
        raise HasParts(field="event", number=event.number, parts=parts)
    if command.kind is StepKind.WITHDRAWN and course.standing.joined_into is not None:
        _check_whole(tx, _event(tx, course.standing.joined_into, "event"))
    if command.other_event_id is not None:
        _check_join(tx, event, _event(tx, command.other_event_id, "other_event_id"))
    write_step(tx, command, event, course, done_on)
    return event_card(tx, event.id)


def open_event(tx: Tx, event_id: int) -> tuple[RiteEvent, Course]:
    """An event and its course so far. Raises UnknownEvent."""
    event = _event(tx, event_id, "event")
    return event, course_of(tx, event)


def _event(tx: Tx, event_id: int, field: str) -> RiteEvent:
    found = tx.session.scalar(
        select(RiteEvent).where(RiteEvent.village_id == tx.village_id, RiteEvent.id == event_id)
    )
    if found is None:
        raise UnknownEvent(field=field, event=event_id)
    return found


def _check_join(tx: Tx, event: RiteEvent, other: RiteEvent) -> None:
    """One feast is of one kind and of one household, or hosted by two together (domain §13 rule 23)."""
    together = any(row.family or Trait.JOINT in case_from(row.hosting_case).traits for row in (event, other))
    one = event.household_id == other.household_id or together
    if event.id == other.id or event.kind != other.kind or not one:
        raise NotOneFeast(field="other_event_id", number=other.number)
    if state_on(course_of(tx, other).standing, tx.today) in OVER_STATES:
        raise OtherNotOpen(field="other_event_id", number=other.number)


def _check_whole(tx: Tx, whole: RiteEvent) -> None:
    """What is closed keeps its figures and days, so its parts stay."""
    if course_of(tx, whole).standing.ended is StepKind.CLOSED:
        state = EventState.CLOSED
        raise StepNotAllowed(field="kind", kind=StepKind.WITHDRAWN, state=state, number=whole.number)


def write_step(tx: Tx, command: TakeStep, event: RiteEvent, course: Course, done_on: date) -> None:
    """Add a step that was checked to the course of an event, with its figures and days."""
    tx.touched.add(Topic.EVENTS)
    step = EventStep(
        village_id=tx.village_id,
        uid=command.uid,
        event_id=event.id,
        number=len(course.steps) + 1,
        kind=command.kind.value,
        done_on=done_on,
        who=command.who.strip(),
        words=command.words.strip(),
        reference=command.reference.strip(),
        outcome=command.outcome.value if command.outcome else "",
        due_on=command.due_on,
        guests=command.guests,
        other_event_id=command.other_event_id,
        recorded_at=tx.now,
        recorded_by=tx.actor.operator_id,
    )
    tx.session.add(step)
    tx.session.flush()  # figures and days name their step by its id
    stage = stage_of(command.kind)
    if stage is not None:
        tx.session.add_all(
            StepFigure(
                uid=new_uid(), step_id=step.id, stage=stage.value, measure=measure.value, amount=amount
            )
            for measure, amount in command.figures
        )
    tx.session.add_all(
        EventDay(uid=new_uid(), event_id=event.id, step_id=step.id, held_on=day.held_on, place=day.place)
        for day in days_of(command.days)
    )
    tx.session.flush()  # the card is read back from the tables
