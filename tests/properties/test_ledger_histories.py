import random
import sys
from collections.abc import Callable

import pytest

from passbook_desk.features.ledger.values import LineKind
from properties.campaign import EVERY_ACT, FIXED_SEED, campaign
from properties.ledger_histories import LedgerHistory

HISTORIES = 50
FRESH_SEED = random.SystemRandom().randrange(10**9)


@pytest.mark.parametrize("seed", [FIXED_SEED, FRESH_SEED], ids=["fixed-seed", "fresh-seed"])
def test_every_figure_follows_from_the_acts_after_any_history(
    seed: int, record_property: Callable[[str, object], None]
) -> None:
    figures = campaign(HISTORIES, seed)
    sys.stdout.write(figures.shown() + "\n")
    record_property("acts", dict(figures.acts))
    assert figures.histories >= HISTORIES
    assert EVERY_ACT - figures.acts.keys() == set()


def test_the_model_sees_points_that_nobody_recorded() -> None:
    history = LedgerHistory()
    history.deed(pick=0, item=0, share=0, gain=True, back=0)
    history.figures_follow_from_the_acts()
    history.moved[history._account(0).id][LineKind.CREDIT] -= 50
    with pytest.raises(AssertionError):
        history.figures_follow_from_the_acts()
    history.close()
