import random
import sys
from collections.abc import Callable

import pytest

from passbook_desk.kernel.points import Points
from properties.household_lives import HouseholdLives
from properties.lives_campaign import EVERY_ACT, FIXED_SEED, campaign, shown

HISTORIES = 25
MOSTLY = 0.75
FRESH_SEED = random.SystemRandom().randrange(10**9)


@pytest.mark.timeout(900)
@pytest.mark.parametrize("seed", [FIXED_SEED, FRESH_SEED], ids=["fixed-seed", "fresh-seed"])
def test_people_heads_relations_and_points_are_right_after_any_life(
    seed: int, record_property: Callable[[str, object], None]
) -> None:
    histories, acts, seconds = campaign(HISTORIES, seed)
    sys.stdout.write(shown(histories, seed, acts, seconds) + "\n")
    record_property("acts", dict(acts))
    assert histories >= HISTORIES
    assert EVERY_ACT - acts.keys() == set()
    assert acts["relation sure"] > MOSTLY * (acts["relation sure"] + acts["relation asked"])


def test_the_model_sees_somebody_who_is_elsewhere_and_points_from_nowhere() -> None:
    lives = HouseholdLives()
    lives.lives_are_coherent()
    lives.points_are_conserved()
    lives.tree.people[1].homes.append((lives.today, 2))
    with pytest.raises(AssertionError):
        lives.lives_are_coherent()
    lives.tree.people[1].homes.pop()
    lives.total += type(lives.total)(Points(1))
    with pytest.raises(AssertionError):
        lives.points_are_conserved()
    lives.teardown()
