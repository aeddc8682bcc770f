"""Random histories of the ledger in any number, from a seed.

python tests/properties/campaign.py --histories 1000
"""

import argparse
import random
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

if __name__ == "__main__":
    root = Path(__file__).resolve().parents[2]
    sys.path[:0] = [str(root / "src"), str(root / "tests")]

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from properties.ledger_histories import LedgerHistory

STEPS = 60
LEAST_ACTS = 30
A_ROUND = 25
"""Histories of one seed; the first of each round is the simplest there is and does not count."""
FIXED_SEED = 20260601
EVERY_ACT = frozenset(
    {
        "deed", "deduction", "everybody", "range", "half", "reversal", "whole act", "redemption", "openings",
        "undone import", "newcomer", "days", "anchor", "closing", "notice", "printing", "reopening",
        "snapshot", "last notice", "refused bad deed: tomorrow", "refused bad deed: item",
        "refused bad deed: points", "refused bad deed: twice", "refused bad deed: nobody",
        "refused bad deed: holder", "refused second reversal", "refused overspending",
        "refused second opening", "refused early notice",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Figures:
    """What a campaign was: its seed, how many histories, how often each act occurred."""

    seed: int
    histories: int
    acts: Counter[str]
    seconds: float

    def shown(self) -> str:
        """One line for people."""
        told = ", ".join(f"{act} {times}" for act, times in sorted(self.acts.items()))
        return f"{self.histories} histories, seed {self.seed}, {self.seconds:.0f} s: {told}"


def campaign(histories: int, chosen_seed: int, shrink: bool = False) -> Figures:
    """Live through so many histories of at least 30 accepted acts; raises what a history shows.

    `shrink` looks for the shortest history that shows the same, which takes minutes.
    """

    class History(LedgerHistory):
        told: ClassVar[Counter[str]] = Counter()
        lived: ClassVar[int] = 0

        def teardown(self) -> None:
            super().teardown()
            type(self).lived += self.accepted >= LEAST_ACTS

    began = time.monotonic()
    chance = random.Random(chosen_seed)
    while History.lived < histories:
        seeded = seed(chance.randrange(2**32))(History)
        run_state_machine_as_test(
            seeded,
            settings=settings(
                max_examples=A_ROUND,
                stateful_step_count=STEPS,
                deadline=None,
                database=None,
                phases=[Phase.generate, *([Phase.shrink] if shrink else [])],
                report_multiple_bugs=False,
                suppress_health_check=list(HealthCheck),
            ),
            _min_steps=STEPS,
        )
    return Figures(chosen_seed, History.lived, History.told, time.monotonic() - began)


def main() -> int:
    """Run the whole campaign and say how often each act occurred; 1 when one never did."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--histories", type=int, default=1000)
    options.add_argument("--seed", type=int, default=FIXED_SEED)
    options.add_argument("--shrink", action="store_true", help="look for the shortest history that fails")
    chosen = options.parse_args()
    figures = campaign(chosen.histories, chosen.seed, chosen.shrink)
    sys.stdout.write(figures.shown() + "\n")
    return 0 if figures.acts.keys() >= EVERY_ACT else 1


if __name__ == "__main__":
    sys.exit(main())
