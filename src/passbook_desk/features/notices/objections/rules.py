"""Pure decisions of objections: where one stands, its number, how long an answer may take."""

from collections.abc import Sequence
from datetime import date, timedelta

from passbook_desk.features.notices.objections.values import (
    ObjectionOutcome,
    ObjectionState,
    ObjectionStepKind,
    ObjectionStepRow,
)
from passbook_desk.features.notices.rules import number_text, shown_number

_ANSWERS = {
    ObjectionOutcome.UPHELD: ObjectionState.UPHELD,
    ObjectionOutcome.CORRECTED: ObjectionState.CORRECTED,
}
objection_number = number_text
"""Year and running number in it, as notices have them in a series of their own."""


def shown_objection(number: str) -> str:
    """异议〔2026〕第3号."""
    return f"异议{shown_number(number)}"


def due_after(received_on: date, days: int) -> date:
    """The last day to answer: so many days after the one it came in (domain §5.1)."""
    return received_on + timedelta(days=days)


def state_of(steps: Sequence[ObjectionStepRow], due_on: date, today: date) -> ObjectionState:
    """Where an objection stands; the last step decides."""
    last = steps[-1] if steps else None
    if last is not None and last.kind is ObjectionStepKind.WITHDRAWN:
        return ObjectionState.WITHDRAWN
    if last is not None and last.outcome is not None:
        return _ANSWERS[last.outcome]
    return ObjectionState.LATE if due_on < today else ObjectionState.OPEN
