import random
import sys
from collections.abc import Callable

import pytest

from properties.shop_histories import FIXED_SEED, OFTEN, shop_campaign
from properties.shop_mutants import shown_by

HISTORIES = 50
"""For each of two seeds: a tenth of the whole campaign."""
FRESH_SEED = random.SystemRandom().randrange(10**9)
A_FEW_BUGS = (
    "what expires last goes first",
    "one piece leaves the shelf, whatever was paid",
    "the price set first holds",
    "goods come back although they are gone",
    "kept stock forgets a place",
    "a paper goes back without its first line",
    "anybody undoes a slip of today",
    "the day before a price came",
)


@pytest.mark.timeout(900)
@pytest.mark.parametrize("seed", [FIXED_SEED, FRESH_SEED], ids=["fixed-seed", "fresh-seed"])
def test_whatever_happens_in_a_shop_points_stock_slips_and_books_agree(
    seed: int, record_property: Callable[[str, object], None]
) -> None:
    acts = shop_campaign(HISTORIES, seed)
    sys.stdout.write(f"{HISTORIES} histories, seed {seed}: {dict(acts)}\n")
    record_property("acts", dict(acts))
    assert OFTEN - acts.keys() == set()


@pytest.mark.parametrize("bug", A_FEW_BUGS)
def test_the_histories_show_a_bug_that_somebody_might_write(bug: str) -> None:
    assert shown_by(bug, FIXED_SEED) != ""
