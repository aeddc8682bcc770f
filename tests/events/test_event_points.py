"""Points for one feast are proposed once, however many parts it had."""

from datetime import date
from pathlib import Path

import pytest

from builders.events import card_of, events_village, reported, taken
from builders.village import Village, catalogue
from passbook_desk.features.events.course.errors import AlreadyProposed
from passbook_desk.features.events.course.kinds import Outcome, StepKind
from passbook_desk.features.events.course.points import (
    ProposedPoints,
    ProposePoints,
    proposable,
    propose_points,
)
from passbook_desk.features.events.values import EventCard
from passbook_desk.features.ledger.queries import lines
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.points import Points

ACCOUNT = 1


@pytest.fixture
def village(tmp_path: Path) -> Village:
    """Three households, the starter standard and catalogue; today is 2026-06-12."""
    made = events_village(tmp_path)
    with made.write() as tx:
        catalogue(tx)
    return made


def proposed(village: Village, event: EventCard) -> None:
    with village.read() as scope:
        account = next(one.account.id for one in proposable(scope, event.id) if one.item.code == "753")
    line = ProposedPoints(account, "753", Points.parse("-5"))
    with village.write() as tx:
        propose_points(tx, ProposePoints(new_uid(), event.id, "2026-8", (line,)))


def test_points_for_a_part_are_points_for_the_whole_feast(village: Village) -> None:
    whole, part = reported(village), reported(village, date(2026, 6, 8))
    for event in (whole, part):
        taken(village, event, StepKind.APPROVED)
    village.on(date(2026, 6, 12))
    taken(village, part, StepKind.CHECKED, outcome=Outcome.OVER)
    proposed(village, part)
    taken(village, part, StepKind.JOINED, other_event_id=whole.id)
    taken(village, whole, StepKind.CHECKED, outcome=Outcome.OVER)
    with pytest.raises(AlreadyProposed) as refused:
        proposed(village, whole)
    assert refused.value.params["number"] == part.number
    assert StepKind.PROPOSED not in {step.kind for step in card_of(village, whole).steps}
    with village.read() as scope:
        assert len(lines(scope, ACCOUNT)) == 1
