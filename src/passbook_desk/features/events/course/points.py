"""Points for an event: proposed by the council, entered by nobody but the review of points (domain §4.3)."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from passbook_desk.db.store import Scope, Tx
from passbook_desk.features.catalogue.queries import items_in_force
from passbook_desk.features.catalogue.values import ItemRow, ValueKind
from passbook_desk.features.events.course.commands import open_event, write_step
from passbook_desk.features.events.course.errors import (
    AlreadyProposed,
    NothingProposed,
    ReferenceMissing,
    StepNotAllowed,
)
from passbook_desk.features.events.course.kinds import Outcome, StepKind
from passbook_desk.features.events.course.rules import may_propose, state_on
from passbook_desk.features.events.course.values import TakeStep
from passbook_desk.features.events.queries import event_card
from passbook_desk.features.events.values import EventCard, StepTaken
from passbook_desk.features.ledger.claims.queries import claims_by_id, group_claims
from passbook_desk.features.ledger.claims.values import Stage as ClaimStage
from passbook_desk.features.ledger.limits import holder_of
from passbook_desk.features.ledger.queries import accounts, has_voucher
from passbook_desk.features.ledger.recording import record_deeds
from passbook_desk.features.ledger.recording_values import DeedEntry, RecordBatch
from passbook_desk.features.ledger.values import AccountRow, Colour
from passbook_desk.kernel.points import ZERO, Points

_COUNCIL: Final = "理事会"
_ABOUT: Final = re.compile(r"红白|婚事|丧事|婚丧|移风易俗")
_BOOKS: Final = {Colour.GREEN: "绿折", Colour.RED: "红折"}
_GONE: Final = frozenset({ClaimStage.REJECTED, ClaimStage.WITHDRAWN})


@dataclass(frozen=True, slots=True)
class Proposable:
    """An item of the catalogue that may be proposed for one book of the host.

    `suggested` where its sign agrees with what was found: credits within the limits, deductions over them.
    `least` and `most` are equal unless the council chooses within a range.
    """

    account: AccountRow
    item: ItemRow
    suggested: bool

    @property
    def least(self) -> Points:
        """The least points of the item."""
        return self.item.least

    @property
    def most(self) -> Points:
        """The most points of the item."""
        return self.item.most if self.item.value_kind is ValueKind.RANGE else self.item.least


@dataclass(frozen=True, slots=True)
class ProposedPoints:
    """One line of a proposal; `points` None takes the item's own value."""

    account_id: int
    item_code: str
    points: Points | None = None


@dataclass(frozen=True, slots=True)
class ProposePoints:
    """What the council proposes, with the number of its minutes. `uid` is made when the form opens."""

    uid: str
    event_id: int
    reference: str
    lines: tuple[ProposedPoints, ...]


def proposable(scope: Scope, event_id: int) -> tuple[Proposable, ...]:
    """What may be proposed for the books of the host's household, what was found in favour of first.

    Those are the items of the catalogue in force on the event's last day that the council decides on, or
    that speak of feasts. Nothing is proposed by itself. Raises UnknownEvent.
    """
    card = event_card(scope, event_id)
    items = [item for item in items_in_force(scope, _counted_on(card)) if _is_about_feasts(item)]
    over = card.outcome is Outcome.OVER
    found = [
        Proposable(account, item, (item.least < ZERO) == over)
        for account in accounts(scope, household_id=card.household_id)
        for item in items
        if holder_of(account) in item.holders
    ]
    return tuple(sorted(found, key=lambda one: not one.suggested))


def propose_points(tx: Tx, command: ProposePoints) -> EventCard:
    """Hand the council's points to the review of points, and note it in the course of the event.

    They become claims, or lines at once where the village reviews nothing. One deed goes into both books of
    a household only where the village says so (domain §13 rule 2); the ledger refuses the rest. The same
    `uid` again changes nothing. Raises UnknownEvent, StepNotAllowed, NothingProposed, ReferenceMissing,
    AlreadyProposed and what `record_deeds` raises.
    """
    card = event_card(tx, command.event_id)
    if any(step.uid == command.uid for step in card.steps):
        return card
    event, course = open_event(tx, command.event_id)
    state = state_on(course.standing, tx.today)
    if not may_propose(state):
        raise StepNotAllowed(field="kind", kind=StepKind.PROPOSED, state=state, number=card.number)
    if not command.lines:
        raise NothingProposed(field="points")
    reference = command.reference.strip()
    if not reference:
        raise ReferenceMissing(field="reference", kind=StepKind.PROPOSED)
    _check_once(tx, card)
    entries = tuple(
        DeedEntry(
            account_id=line.account_id,
            item_code=line.item_code,
            occurred_on=_counted_on(card),
            points=line.points,
            memo=f"红白事 {card.number}",
            evidence=f"会议记录 {reference}",
        )
        for line in command.lines
    )
    recorded = record_deeds(tx, RecordBatch(command.uid, entries, strict=True))
    words = "，".join(
        f"{_BOOKS[one.account.colour]} {one.account.owner_name} {one.item.name} {one.points}"
        for one in recorded.entered
    )
    step = TakeStep(command.uid, card.id, StepKind.PROPOSED, words=words, reference=reference)
    write_step(tx, step, event, course, tx.today)
    return event_card(tx, card.id)


def is_live(scope: Scope, step: StepTaken) -> bool:
    """Whether what a proposal handed over waits or counts: not everything was rejected or withdrawn."""
    if has_voucher(scope, step.uid):
        return True
    claims = claims_by_id(scope, group_claims(scope, step.uid))
    return any(claim.stage not in _GONE for claim in claims)


def _check_once(scope: Scope, card: EventCard) -> None:
    """What was joined into one event is one deed: points for a part are points for the whole."""
    for each in (card, *(event_card(scope, part.id) for part in card.joined)):
        for step in each.steps:
            if step.kind is StepKind.PROPOSED and is_live(scope, step):
                raise AlreadyProposed(field="points", number=each.number, reference=step.reference)


def _is_about_feasts(item: ItemRow) -> bool:
    fits = _COUNCIL in item.source or _ABOUT.search(item.name) is not None
    return fits and item.enabled and item.value_kind is not ValueKind.UNSET


def _counted_on(card: EventCard) -> date:
    return card.days[-1].held_on
