import random
import sys
from collections.abc import Callable
from dataclasses import replace

import pytest

from passbook_desk.features.catalogue.values import Measure
from passbook_desk.kernel.points import Points
from properties.entry_histories import EVERY_ACT, EntryHistory, entry_campaign

HISTORIES = 15
FIXED_SEED = 20261121
FRESH_SEED = random.SystemRandom().randrange(10**9)


@pytest.mark.parametrize("seed", [FIXED_SEED, FRESH_SEED], ids=["fixed-seed", "fresh-seed"])
def test_no_cap_floor_or_rule_is_passed_in_any_history(
    seed: int, record_property: Callable[[str, object], None]
) -> None:
    acts = entry_campaign(HISTORIES, seed)
    sys.stdout.write(f"{HISTORIES} histories, seed {seed}: {dict(acts)}\n")
    record_property("acts", dict(acts))
    assert EVERY_ACT - acts.keys() == set()


def test_the_check_sees_a_limit_that_is_passed() -> None:
    history = EntryHistory(3)
    history.live()
    assert {limit.measure for limit in history.limits} == set(Measure)
    history.check()
    history.limits = [
        replace(limit, item=None, holder=None, amount=Points(1))
        for limit in history.limits
        if limit.measure is Measure.POINTS
    ]
    with pytest.raises(AssertionError):
        history.check()
    history.close()
