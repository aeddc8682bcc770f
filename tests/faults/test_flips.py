"""Single bits of a village file turned round."""

import campaign
import pytest
from campaign import Bench

pytestmark = pytest.mark.faults

FLIPS = 60


def test_every_flipped_bit_that_changes_a_row_is_found_by_the_check(on: Bench, seed: int) -> None:
    figures = campaign.flip_campaign(on, FLIPS, seed)
    print(campaign.show_flips(figures))
    assert figures.visible > FLIPS // 5
    assert figures.kept, (seed, figures.missed, figures.crashed)
    assert figures.found == figures.visible
