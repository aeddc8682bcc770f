"""Red and white events in a village: a standard, reports and the steps after them."""

from datetime import date
from pathlib import Path

from builders.village import Village, household, new_village
from passbook_desk.features.events.commands import adopt_standard, register_event
from passbook_desk.features.events.course.commands import take_step
from passbook_desk.features.events.course.kinds import StepKind
from passbook_desk.features.events.course.values import TakeStep
from passbook_desk.features.events.queries import event_card
from passbook_desk.features.events.starter import starter_standard
from passbook_desk.features.events.values import (
    AdoptStandard,
    EventCard,
    EventKind,
    FigureCompared,
    Measure,
    RegisterEvent,
)
from passbook_desk.kernel.ids import new_uid

JANUARY = date(2026, 1, 15)


def events_village(folder: Path, households: int = 3) -> Village:
    """Households under the starter standard, the second a party member's; today is 2026-06-01."""
    village = new_village(folder)
    names = ("王建国", "李秀英", "欧阳明")
    with village.write() as tx:
        for number in range(1, households + 1):
            name = names[number - 1] if number <= len(names) else f"户主{number}"
            household(tx, f"01{number:03}", name, member_of_party=number == 2)
        adopt_standard(tx, AdoptStandard(JANUARY, "2026-2", JANUARY, "会议", starter_standard()))
    return village


def reported(
    village: Village,
    on: date = date(2026, 6, 11),
    figures: tuple[tuple[Measure, int], ...] = ((Measure.TABLES, 18), (Measure.PER_TABLE, 280)),
    kind: EventKind = EventKind.WEDDING,
    household_id: int = 1,
    **more: object,
) -> EventCard:
    """An event as a host reports it today."""
    command = RegisterEvent(new_uid(), kind, household_id, on, figures=figures, **more)  # type: ignore[arg-type]
    with village.write() as tx:
        return register_event(tx, command, village.key)


def taken(village: Village, event: EventCard | int, kind: StepKind, **more: object) -> EventCard:
    """A step of today, with the paper's number where one is needed."""
    number = event if isinstance(event, int) else event.id
    if kind in (StepKind.APPROVED, StepKind.REFUSED, StepKind.CLOSED, StepKind.FILED):
        more.setdefault("reference", "2026-7")
    if kind in (StepKind.VISITED, StepKind.CHECKED, StepKind.FOLLOWED):
        more.setdefault("who", "赵会长")
    with village.write() as tx:
        return take_step(tx, TakeStep(new_uid(), number, kind, **more))  # type: ignore[arg-type]


def card_of(village: Village, event: EventCard | int) -> EventCard:
    """The event as it stands today."""
    with village.read() as scope:
        return event_card(scope, event if isinstance(event, int) else event.id)


def compared_of(card: EventCard, measure: Measure) -> FigureCompared:
    """The three figures of a measure beside its limit."""
    return next(figure for figure in card.compared if figure.measure is measure)


def three(card: EventCard, measure: Measure) -> tuple[int | None, int | None, int | None]:
    """Declared, approved, actual."""
    figure = compared_of(card, measure)
    return figure.declared, figure.approved, figure.actual
