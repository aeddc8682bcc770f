"""SIGKILL at random calls and moments of a large batch."""

import campaign
import pytest
from campaign import Bench

pytestmark = pytest.mark.faults

CYCLES = 20


def test_a_killed_batch_is_whole_or_absent_and_nothing_acknowledged_is_lost(on: Bench, seed: int) -> None:
    figures = campaign.kill_campaign(on, CYCLES, seed)
    print(campaign.show_kills(figures))
    assert figures.kept, (seed, figures.examples, figures.refused_by_command)
    assert figures.cycles == CYCLES
    assert figures.killed >= CYCLES // 2
    assert figures.hot_journals > 0, f"seed {seed}: the loop tests nothing"
    assert figures.verified_by_command > 0
