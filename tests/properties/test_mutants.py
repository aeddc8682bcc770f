"""Workbooks mutated at random: an import or a clear refusal, never a crash (a tenth of the campaign)."""

import random
import sys
from collections.abc import Callable

import pytest

from properties.mutants.campaign import FIXED_SEED, campaign
from properties.mutants.cells import MUTATIONS
from properties.mutants.damage import DAMAGES

MUTANTS = 200
FRESH_SEED = random.SystemRandom().randrange(10**9)
MOST_READER_MB = 300


@pytest.mark.parametrize("seed", [FIXED_SEED, FRESH_SEED], ids=["fixed-seed", "fresh-seed"])
def test_every_mutant_ends_in_an_import_or_a_clear_refusal(
    seed: int, record_property: Callable[[str, object], None]
) -> None:
    figures = campaign(MUTANTS // 2, seed)
    sys.stdout.write(figures.shown() + "\n")
    record_property("outcomes", dict(figures.outcomes))
    assert figures.broken == []
    assert figures.mutants == MUTANTS // 2
    assert figures.outcomes["imported"] > MUTANTS // 20
    assert len(figures.outcomes) > 3
    assert figures.peak_mb < MOST_READER_MB
    assert set(MUTATIONS) | set(DAMAGES) == set(figures.made_by)
