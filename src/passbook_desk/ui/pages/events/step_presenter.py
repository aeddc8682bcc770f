from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from passbook_desk.features.events.course.commands import take_step
from passbook_desk.features.events.course.kinds import OVER_STATES, StepKind
from passbook_desk.features.events.course.values import TakeStep
from passbook_desk.features.events.queries import event_card, events
from passbook_desk.features.events.rules import verdict
from passbook_desk.features.events.values import EventCard, EventRow, FigureJudged, Measure
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.jobs import Jobs
from passbook_desk.ui.kit.ports import Desk


class StepView(Protocol):
    def show_event(self, card: EventCard, others: Sequence[EventRow]) -> None: ...
    def show_judged(self, figures: Sequence[FigureJudged]) -> None: ...
    def show_taken(self, card: EventCard) -> None: ...
    def show_refusal(self, error: BaseException) -> None: ...


@dataclass(frozen=True, slots=True)
class _Read:
    card: EventCard
    others: tuple[EventRow, ...]


class StepPresenter:
    """One step of an event while it is typed; then it is kept."""

    def __init__(self, desk: Desk, view: StepView, jobs: Jobs) -> None:
        self._desk, self._view, self._jobs = desk, view, jobs
        self._uid = new_uid()
        self._card: EventCard | None = None

    def begin(self, event_id: int) -> None:
        """Open a new step of an event (its identity is made now, DECISIONS 15)."""
        self._uid = new_uid()
        self._jobs.desk(
            lambda: self._desk.ask(lambda scope: _read(scope, event_id)), self._take, self._view.show_refusal
        )

    @property
    def uid(self) -> str:
        """The identity of the step that is being typed."""
        return self._uid

    def judge(self, figures: Mapping[Measure, int]) -> None:
        """Hold what is typed against the event's limits; called with every key."""
        if self._card is None:
            return
        self._view.show_judged(
            [
                FigureJudged(
                    one.measure,
                    figures.get(one.measure),
                    one.limit,
                    verdict(figures.get(one.measure), one.limit),
                )
                for one in self._card.compared
            ]
        )

    def save(self, command: TakeStep) -> None:
        """Keep the step; a second call finds the first."""
        self._jobs.desk(
            lambda: self._desk.do(lambda tx: take_step(tx, command)),
            self._view.show_taken,
            self._view.show_refusal,
        )

    def _take(self, found: _Read) -> None:
        self._card = found.card
        self._view.show_event(found.card, found.others)


def _read(scope: Any, event_id: int) -> _Read:
    card = event_card(scope, event_id)
    others = tuple(
        row
        for row in events(scope)
        if row.id != event_id and row.kind is card.kind and row.state not in OVER_STATES
    )
    return _Read(card, others)


TAKES_FIGURES = frozenset({StepKind.APPROVED, StepKind.CHANGED, StepKind.CHECKED, StepKind.FOLLOWED})
"""Steps with a set of figures of their own."""
