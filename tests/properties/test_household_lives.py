import random
import sys
from collections import Counter
from collections.abc import Callable

import pytest

from passbook_desk.kernel.points import Points
from properties.household_lives import HouseholdLives
from properties.lives_campaign import EVERY_ACT, FIXED_SEED, campaign, shown

HISTORIES, FRESH_HISTORIES = 25, 8
FRESH_SEED = random.SystemRandom().randrange(10**9)


@pytest.mark.timeout(600)
def test_people_heads_relations_and_points_are_right_after_any_life(
    record_property: Callable[[str, object], None],
) -> None:
    """No relation that a change of heads gave as sure is wrong: the machine checks each against the tree."""
    acts: Counter[str] = Counter()
    for seed, least, until_every_act in (
        (FIXED_SEED, HISTORIES, True),
        (FRESH_SEED, FRESH_HISTORIES, False),
    ):
        histories, told, seconds = campaign(least, seed, until_every_act=until_every_act)
        sys.stdout.write(shown(histories, seed, told, seconds) + "\n")
        assert histories >= least
        acts += told
    record_property("acts", dict(acts))
    assert EVERY_ACT - acts.keys() == set()
    assert acts["relation sure"] > acts["relation asked"]


def test_the_model_sees_somebody_who_is_elsewhere_and_points_from_nowhere() -> None:
    lives = HouseholdLives()
    lives.check_coherence()
    lives.points_are_conserved()
    lives.tree.people[1].homes.append((lives.today, 2))
    with pytest.raises(AssertionError):
        lives.check_coherence()
    lives.tree.people[1].homes.pop()
    lives.total += type(lives.total)(Points(1))
    with pytest.raises(AssertionError):
        lives.points_are_conserved()
    lives.teardown()
