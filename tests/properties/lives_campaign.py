"""Random lives of households in any number, from a seed.

python tests/properties/lives_campaign.py --histories 1000
"""

import argparse
import random
import sys
import time
from collections import Counter
from pathlib import Path
from typing import ClassVar

if __name__ == "__main__":
    root = Path(__file__).resolve().parents[2]
    sys.path[:0] = [str(root / "src"), str(root / "tests")]

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from properties.household_lives import HouseholdLives

FIXED_SEED = 20260601
STEPS, LEAST_ACTS, A_ROUND = 60, 30, 25
MOST_ROUNDS = 4
EVERY_ACT = frozenset(
    {
        "founding", "grown child", "birth", "marriage", "marriage inside", "marriage away", "death", "head",
        "handed over", "move", "move away", "return", "tenant", "tenant gone", "struck off", "household away",
        "household back", "split", "split heads", "split amount", "split stay", "split freeze", "merge move",
        "merge freeze", "end", "released", "deed", "redemption", "reversal", "transfer taken back", "days",
        "refused early day", "refused second home", "refused deed while away", "refused leaving head",
        "relation asked", "relation sure",
    }
)  # fmt: skip


def campaign(
    histories: int, chosen_seed: int, shrink: bool = False, until_every_act: bool = True
) -> tuple[int, Counter[str], float]:
    """Live through so many histories of at least 30 accepted acts: how many, the acts, seconds.

    With `until_every_act` it goes on for up to four times as many when an act has not occurred yet.
    """

    class Lives(HouseholdLives):
        told: ClassVar[Counter[str]] = Counter()
        lived: ClassVar[int] = 0

        def teardown(self) -> None:
            super().teardown()
            type(self).lived += self.accepted >= LEAST_ACTS

    began, chance = time.monotonic(), random.Random(chosen_seed)
    while Lives.lived < histories or (
        until_every_act and Lives.lived < MOST_ROUNDS * histories and EVERY_ACT - Lives.told.keys()
    ):
        run_state_machine_as_test(
            seed(chance.randrange(2**32))(Lives),
            settings=settings(
                max_examples=min(A_ROUND, histories + 1),
                stateful_step_count=STEPS,
                deadline=None,
                database=None,
                phases=[Phase.generate, *([Phase.shrink] if shrink else [])],
                report_multiple_bugs=False,
                suppress_health_check=list(HealthCheck),
            ),
            _min_steps=STEPS,
        )
    return Lives.lived, Lives.told, time.monotonic() - began


def shown(histories: int, chosen_seed: int, acts: Counter[str], seconds: float) -> str:
    """One line for people."""
    told = ", ".join(f"{act} {times}" for act, times in sorted(acts.items()))
    return f"{histories} lives, seed {chosen_seed}, {seconds:.0f} s: {told}"


def main() -> int:
    """Run a whole campaign and say how often each act occurred; 1 when one never did."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--histories", type=int, default=1000)
    options.add_argument("--seed", type=int, default=FIXED_SEED)
    options.add_argument("--shrink", action="store_true", help="look for the shortest history that fails")
    chosen = options.parse_args()
    histories, acts, seconds = campaign(chosen.histories, chosen.seed, chosen.shrink)
    sys.stdout.write(shown(histories, chosen.seed, acts, seconds) + "\n")
    return 0 if acts.keys() >= EVERY_ACT else 1


if __name__ == "__main__":
    sys.exit(main())
