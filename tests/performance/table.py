"""What a benchmark answers and how it is shown."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measured:
    """One race: both figures with their unit, the ratio the bar speaks of, and whether it is met.

    A row that only informs has the bar "" and is always met.
    """

    what: str
    ours: str
    rival: str
    ratio: float
    bar: str
    met: bool


def show(measured: Sequence[Measured]) -> int:
    """Print the table; returns exit code 1 when a bar is missed."""
    print(f"{'what':76} {'ours':>14} {'rival':>14} {'ratio':>7} {'bar':>7}")
    for row in measured:
        word = "" if row.met else "  MISSED"
        print(f"{row.what:76} {row.ours:>14} {row.rival:>14} {row.ratio:7.2f} {row.bar:>7}{word}")
    return 0 if all(row.met for row in measured) else 1
