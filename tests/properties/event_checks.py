"""What must hold of every event of a history: the file says what the slips say, and forgets nothing."""

import random
from collections import Counter
from datetime import date, timedelta

from sqlalchemy import text

from builders.village import Village
from passbook_desk.features.events.course.kinds import OVER_STATES, EventState, ReminderKind, StepKind
from passbook_desk.features.events.course.queries import due_steps
from passbook_desk.features.events.course.rules import allowed_steps
from passbook_desk.features.events.queries import event_card, events
from passbook_desk.features.events.values import EventCard, Measure
from properties.event_model import PaperEvent

TAKEN = tuple(kind for kind in StepKind if kind not in (StepKind.JOINED, StepKind.PROPOSED))
"""Steps of one event alone; joining is told of two, points have stories of their own."""


class SlipsAndFile:
    """A village, its events as slips of paper, and the day it is."""

    def __init__(self, village: Village, seed: int) -> None:
        self.village = village
        self.chance = random.Random(seed)
        self.today = date(2026, 2, 1) + timedelta(days=self.chance.randrange(1000))
        self.houses = self.chance.sample(range(1, 7), 2)
        self.events: list[PaperEvent] = []
        self.acts: Counter[str] = Counter()
        self.at = 0
        village.on(self.today)

    def compare(self, event: PaperEvent, card: EventCard | None = None) -> None:
        """The card of an event against its slips."""
        if card is None:
            with self.village.read() as scope:
                card = event_card(scope, event.id)
        assert card.state is event.state(self.today)
        for kind in TAKEN:
            assert (kind in allowed_steps(card.state)) is event.may(kind, self.today), kind
        assert card.days == event.days()
        assert card.held_on == event.days()[0].held_on
        assert card.planned_on == event.first_days[0].held_on
        days_ahead = event.days()[0].held_on.toordinal() - event.reported_on.toordinal()
        assert (card.deadline.days_ahead, card.deadline.late) == (days_ahead, event.late())
        assert card.reported_on == event.reported_on
        assert (card.outcome, card.due_on) == (event.outcome(), event.second_look())
        for one in card.compared:
            sets = (event.declared(), event.approved(), event.actual())
            assert (one.declared, one.approved, one.actual) == tuple(
                (figures or {}).get(one.measure) for figures in sets
            )
        assert [step.uid for step in card.steps] == [slip.uid for slip in event.slips]
        assert [step.number for step in card.steps] == list(range(1, len(event.slips) + 1))
        assert {part.id for part in card.joined} == {part.id for _, part in event.joined()}
        self.check_no_state_without_its_steps(card)

    def check_nothing_new(self, event: PaperEvent) -> None:
        """As many steps as slips, and no figures or days of any other step."""
        with self.village.read() as scope:
            steps, figures = scope.session.execute(
                text(
                    "SELECT count(DISTINCT step.id), count(figure.id) FROM event_step AS step"
                    " LEFT JOIN step_figure AS figure ON figure.step_id = step.id"
                    " WHERE step.event_id = :event"
                ),
                {"event": event.id},
            ).one()
        assert (steps, figures) == (len(event.slips), sum(len(slip.figures) for slip in event.slips))

    def check_no_state_without_its_steps(self, card: EventCard) -> None:
        """Nothing is approved, checked or closed of which no step tells."""
        kinds = {step.kind for step in card.steps}
        needed = {
            EventState.REFUSED: StepKind.REFUSED,
            EventState.CHECKED: StepKind.CHECKED,
            EventState.TO_FOLLOW: StepKind.CHECKED,
            EventState.CLOSED: StepKind.CLOSED,
            EventState.WITHDRAWN: StepKind.WITHDRAWN,
            EventState.JOINED: StepKind.JOINED,
            EventState.APPROVED: StepKind.APPROVED,
            EventState.UNDER_WAY: StepKind.APPROVED,
            EventState.TO_CHECK: StepKind.APPROVED,
        }
        assert needed.get(card.state) in {None, *kinds}
        assert StepKind.CLOSED not in kinds or StepKind.CHECKED in kinds

    def check_list(self) -> None:
        """The list and what is due say the same as the cards."""
        with self.village.read() as scope:
            rows = {row.id: row for row in events(scope)}
            due = due_steps(scope, self.today)
        for event in self.events:
            row = rows[event.id]
            assert row.state is event.state(self.today)
            assert (row.late, row.held_on, row.last_on) == (
                event.late(),
                event.days()[0].held_on,
                event.days()[-1].held_on,
            )
            assert row.tables == event.declared().get(Measure.TABLES)
            kinds = {one.kind for one in due if one.event_id == event.id}
            looked_at = event.checked() or row.state in OVER_STATES
            assert (ReminderKind.CHECK in kinds) is (not looked_at and self.today > row.last_on)
            days = {day.held_on for day in event.days()}
            assert (ReminderKind.ON_THE_DAY in kinds) is (not looked_at and self.today in days)
            ahead = (row.held_on - self.today).days
            assert (ReminderKind.BEFORE in kinds) is (not looked_at and 0 < ahead <= 3)
            second = event.second_look()
            near = second is not None and (second - self.today).days <= 3
            assert (ReminderKind.FOLLOW in kinds) is (row.state is EventState.TO_FOLLOW and near)

    def look_up_everything(self) -> None:
        """Every set and every day that was ever told stands in the file as it was told."""
        with self.village.read() as scope:
            for event in self.events:
                figures = scope.session.execute(
                    text("SELECT stage, measure, amount FROM event_figure WHERE event_id = :event"),
                    {"event": event.id},
                ).all()
                assert {(stage, measure): amount for stage, measure, amount in figures} == {
                    ("declared", measure.value): amount for measure, amount in event.plan.items()
                }
                card = event_card(scope, event.id)
                for step, slip in zip(card.steps, event.slips, strict=True):
                    assert dict(step.figures) == slip.figures
                    assert (step.kind, step.days) == (slip.kind, slip.days)
