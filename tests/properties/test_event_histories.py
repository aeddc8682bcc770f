import random
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from passbook_desk.features.events import queries
from passbook_desk.features.events.course import rules
from passbook_desk.features.events.course.kinds import EventState
from passbook_desk.features.events.course.values import Standing
from passbook_desk.features.events.values import StepTaken
from properties.event_histories import EVERY_ACT, FIXED_SEED, event_campaign

HISTORIES = 50
"""For each of two seeds: a tenth of the whole campaign."""
FRESH_SEED = random.SystemRandom().randrange(10**9)
A_FEW = 12


@pytest.mark.timeout(600)
@pytest.mark.parametrize("seed", [FIXED_SEED, FRESH_SEED], ids=["fixed-seed", "fresh-seed"])
def test_whatever_is_told_of_events_the_file_says_what_the_slips_say(
    seed: int, record_property: Callable[[str, object], None]
) -> None:
    acts = event_campaign(HISTORIES, seed)
    sys.stdout.write(f"{HISTORIES} histories, seed {seed}: {dict(acts)}\n")
    record_property("acts", dict(acts))
    assert EVERY_ACT - acts.keys() == set()


def _plan_stays(holds: Standing, step: StepTaken) -> Standing:
    return replace(holds, days=tuple(sorted(step.days)) or holds.days)


def _part_forgotten(holds: Standing, _: Standing) -> Standing:
    return holds


def _over_too_early(holds: Standing, today: date) -> EventState:
    found = rules.state_on(holds, today)
    early = found is EventState.UNDER_WAY and today == holds.last_on
    return EventState.TO_CHECK if early else found


@pytest.mark.parametrize(
    ("place", "name", "bug"),
    [
        (rules, "_changed", _plan_stays),
        (rules, "_with_part", _part_forgotten),
        (queries, "state_on", _over_too_early),
    ],
)
def test_the_histories_show_a_bug_that_somebody_might_write(
    place: object, name: str, bug: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(place, name, bug)
    with pytest.raises(AssertionError):
        event_campaign(A_FEW, FIXED_SEED)
