import random
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from histories import ACTS, History, campaign

EVERY_ACT = {
    "deed",
    "deduction",
    "many",
    "late",
    "reversal",
    "redemption",
    "opening",
    "newcomer",
    "days",
    "notice",
    "print",
}
FIXED_SEED = 20260601
FRESH_SEED = random.SystemRandom().randrange(10**9)


@pytest.mark.parametrize("seed", [FIXED_SEED, FRESH_SEED], ids=["fixed-seed", "fresh-seed"])
def test_book_notice_workbook_and_ledger_agree_after_any_history(
    seed: int, record_property: Callable[[str, object], None]
) -> None:
    told = campaign(50, ACTS, seed)
    record_property("acts", dict(told))
    assert {act for act, times in told.items() if times > 0} == EVERY_ACT
    assert sum(told.values()) == 50 * ACTS


def test_the_comparison_sees_a_deed_that_no_notice_knows(tmp_path: Path) -> None:
    history = History(tmp_path, random.Random(FIXED_SEED))
    history.live(ACTS)
    history.agree()
    assert history.deed()
    with pytest.raises(AssertionError):
        history.agree()
