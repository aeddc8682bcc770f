from collections.abc import Sequence
from typing import Protocol

from passbook_desk.features.events.course.points import (
    Proposable,
    ProposedPoints,
    ProposePoints,
    proposable,
    propose_points,
)
from passbook_desk.features.events.queries import event_card
from passbook_desk.features.events.values import EventCard
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.jobs import Jobs
from passbook_desk.ui.kit.ports import Desk


class PointsView(Protocol):
    def show_offer(self, card: EventCard, offered: Sequence[Proposable]) -> None: ...
    def show_proposed(self, card: EventCard) -> None: ...
    def show_refusal(self, error: BaseException) -> None: ...


class PointsPresenter:
    """What the council may propose for an event; nothing is chosen beforehand."""

    def __init__(self, desk: Desk, view: PointsView, jobs: Jobs) -> None:
        self._desk, self._view, self._jobs = desk, view, jobs
        self._uid, self._event_id = new_uid(), 0

    def begin(self, event_id: int) -> None:
        """Offer the catalogue's items for an event (the identity is made now, DECISIONS 15)."""
        self._uid, self._event_id = new_uid(), event_id
        self._jobs.desk(
            lambda: self._desk.ask(lambda scope: (event_card(scope, event_id), proposable(scope, event_id))),
            lambda found: self._view.show_offer(*found),
            self._view.show_refusal,
        )

    def save(self, reference: str, lines: Sequence[ProposedPoints]) -> None:
        """Hand what was ticked to the review of points; a second call finds the first."""
        command = ProposePoints(self._uid, self._event_id, reference, tuple(lines))
        self._jobs.desk(
            lambda: self._desk.do(lambda tx: propose_points(tx, command)),
            self._view.show_proposed,
            self._view.show_refusal,
        )
