"""SIGKILL at random calls and moments of a large batch."""

from pathlib import Path

import campaign
import pytest
from campaign import Bench

pytestmark = pytest.mark.faults

CYCLES = 20
MORNINGS = 10


def test_a_killed_batch_is_whole_or_absent_and_nothing_acknowledged_is_lost(on: Bench, seed: int) -> None:
    figures = campaign.kill_campaign(on, CYCLES, seed, forked=True)
    print(campaign.show_kills(figures))
    assert figures.kept, (seed, figures.examples, figures.refused_by_command)
    assert figures.cycles == CYCLES
    assert figures.killed >= CYCLES // 2
    assert figures.hot_journals > 0, f"seed {seed}: the loop tests nothing"
    assert figures.verified_by_command > 0


def test_a_killed_redemption_is_whole_or_absent_and_never_doubled(
    on: Bench, tmp_path: Path, seed: int
) -> None:
    figures = campaign.shop_kill_campaign(on.library, tmp_path, MORNINGS, seed)
    print(campaign.show_shop_kills(figures))
    assert figures.kept, (seed, figures.examples, figures.refused_by_command)
    assert figures.cycles == MORNINGS
    assert figures.killed >= MORNINGS // 2
    assert figures.retried == figures.killed
    assert figures.hot_journals > 0, f"seed {seed}: the loop tests nothing"
    assert figures.told > 0
    assert figures.verified_by_command > 0
