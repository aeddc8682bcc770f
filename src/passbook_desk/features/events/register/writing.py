"""Bringing an old register in: events with their own days of report, and the checks that it shows."""

import secrets
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from sqlalchemy import func, select

from passbook_desk.db.store import Tx
from passbook_desk.features.events.course.kinds import Stage, StepKind
from passbook_desk.features.events.model import (
    EventDay,
    EventFigure,
    EventStep,
    RiteEvent,
    StandardVersion,
    StepFigure,
)
from passbook_desk.features.events.register.planning import check_words, plan_register
from passbook_desk.features.events.register.values import Fate, RegisterLine, RegisterPlan
from passbook_desk.features.households.secrets import LookupKey, lookup_of
from passbook_desk.features.intake.commands import open_batch
from passbook_desk.features.village.commands import next_number
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.jobs import Progress

REGISTER_BATCH: Final = "events"
"""The kind of batch that old registers of events are imported by."""
WHO_NOT_SAID: Final = "未写明"
_SALT_BYTES: Final = 16


def import_register(tx: Tx, plan: RegisterPlan, key: LookupKey, progress: Progress) -> RegisterPlan:
    """Write what a register tells, as one batch; it is compared with the file once more.

    An event is reported on its own day and numbered in the year of that day. What the register shows of a
    check is one step 现场核查, on the day that it names or the last day of the event; nothing is approved,
    refused or closed by it. An event that the file has only gets the check that it lacks: no figure is
    changed and none erased. Writes nothing, not even a batch, when no row has anything new. Raises
    NotAllowed, Cancelled and what `plan_register` raises.
    """
    tx.require(Act.IMPORT)
    fresh = plan_register(tx, plan.workbook, plan.choices)
    ready = sorted(fresh.ready, key=_in_order)
    if not ready:
        return fresh
    batch = open_batch(tx, REGISTER_BATCH, fresh.workbook, fresh.mapping)
    versions = {
        row.number: row.id
        for row in tx.session.scalars(
            select(StandardVersion).where(StandardVersion.village_id == tx.village_id)
        )
    }
    for place, line in enumerate(ready):
        progress.check()
        if line.fate is Fate.NEW:
            event = _add_event(tx, line, versions, key)
            batch.created(event)
            if line.said.checked:
                _add_check(tx, event.id, line)
        elif line.event_id is not None:
            batch.created(_add_check(tx, line.event_id, line))
        progress.step(place + 1, len(ready))
    batch.seal()
    tx.touched.add(Topic.EVENTS)
    return replace(fresh, batch=batch.number)


def _in_order(line: RegisterLine) -> tuple[date, date, str, int]:
    said = line.said
    assert said.reported_on is not None
    return said.reported_on, said.days[0], said.sheet, said.row


def _add_event(tx: Tx, line: RegisterLine, versions: Mapping[int, int], key: LookupKey) -> RiteEvent:
    said = line.said
    assert said.kind is not None
    assert said.reported_on is not None
    assert line.household is not None
    assert line.standard is not None
    year = said.reported_on.year
    event = RiteEvent(
        village_id=tx.village_id,
        uid=new_uid(),
        number=f"{year}-{next_number(tx, f'event-{year}'):03}",
        kind=said.kind.value,
        household_id=line.household.id,
        standard_version_id=versions[line.standard],
        hosting_case=line.case.stored,
        matter=said.matter,
        held_on=said.days[0],
        reported_on=said.reported_on,
        place=said.place,
        contact=said.contact,
        salt=secrets.token_bytes(_SALT_BYTES),
        phone=said.phone.reveal() if said.phone else "",
        phone_lookup=lookup_of(said.phone, key),
        phone_tail4=said.phone.reveal()[-4:] if said.phone else "",
        cook_team=said.cook_team,
        pledge_signed=False,
        registered_at=tx.now,
        registered_by=tx.actor.operator_id,
        family=said.family,
        persons=said.persons,
        invited="",
    )
    tx.session.add(event)
    tx.session.flush()  # figures and days name their event by its id
    tx.session.add_all(
        EventFigure(
            uid=new_uid(),
            event_id=event.id,
            stage=Stage.DECLARED.value,
            measure=measure.value,
            amount=amount,
        )
        for measure, amount in said.declared.items()
    )
    if len(said.days) > 1:
        tx.session.add_all(
            EventDay(uid=new_uid(), event_id=event.id, step_id=None, held_on=day, place=said.place)
            for day in said.days
        )
    tx.session.flush()  # the file takes these before the first step only
    return event


def _add_check(tx: Tx, event_id: int, line: RegisterLine) -> EventStep:
    said = line.said
    assert line.outcome is not None
    steps = tx.session.scalar(select(func.count()).where(EventStep.event_id == event_id)) or 0
    step = EventStep(
        village_id=tx.village_id,
        uid=new_uid(),
        event_id=event_id,
        number=steps + 1,
        kind=StepKind.CHECKED.value,
        done_on=said.checked_on or min(said.days[-1], tx.today),
        who=said.checker or WHO_NOT_SAID,
        words=check_words(said),
        reference="",
        outcome=line.outcome.value,
        due_on=None,
        guests=None,
        other_event_id=None,
        recorded_at=tx.now,
        recorded_by=tx.actor.operator_id,
    )
    tx.session.add(step)
    tx.session.flush()  # figures name their step by its id
    tx.session.add_all(
        StepFigure(
            uid=new_uid(),
            step_id=step.id,
            stage=Stage.ACTUAL.value,
            measure=measure.value,
            amount=amount,
        )
        for measure, amount in said.actual.items()
    )
    tx.session.flush()  # the file takes figures of the latest step only
    return step
