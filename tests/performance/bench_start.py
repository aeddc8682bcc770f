"""First paint of the window beside that of an empty PySide6 window.

    python tests/performance/bench_start.py

Every start is a fresh process with compiled bytecode; the three kinds of start take turns and the median
counts. The time runs in a process of its own (first_paint.py), from before the program is started until its
first paint is told; peak memory is what the system says when it has ended.
"""

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
SOURCES = HERE.parents[1] / "src"
sys.path[:0] = [str(HERE.parent), str(SOURCES)]

from builders.village import KEY, settled_village  # noqa: E402
from passbook_desk.app.keys import write_key  # noqa: E402
from performance.table import Measured, show  # noqa: E402

ROUNDS = 15
MOST_TIMES = 2.0
EMPTY = (str(HERE / "rivals" / "empty_window.py"),)
OURS = ("-m", "passbook_desk")


class NeverPainted(Exception):
    """A program ended without telling its first paint."""


@dataclass(frozen=True, slots=True)
class Start:
    """One start: milliseconds to the first paint, peak memory in MB."""

    milliseconds: float
    megabytes: float


def rows() -> list[Measured]:
    """The race of the start; raises NeverPainted."""
    with tempfile.TemporaryDirectory(prefix="start-") as folder:
        return start(Path(folder))


def start(scratch: Path) -> list[Measured]:
    """With a village opened last time, as on most days; then the very first start."""
    village = settled_village(scratch)
    village.store.close()
    write_key(village.path, KEY)
    calls = {"empty": EMPTY, "daily": (*OURS, "--village", str(village.path)), "first": OURS}
    around = {name: _surroundings(scratch, name) for name in calls}
    for name, call in calls.items():
        _started(call, around[name])  # compiles the bytecode
    starts: dict[str, list[Start]] = {name: [] for name in calls}
    for _ in range(ROUNDS):
        for name, call in calls.items():
            starts[name].append(_started(call, around[name]))
    return [
        _row("first paint, village at hand (rival: empty PySide6 window)", starts["daily"], starts["empty"]),
        _row("first paint, very first start (rival: empty PySide6 window)", starts["first"], starts["empty"]),
        _memory("peak memory, village at hand (rival: empty window)", starts["daily"], starts["empty"]),
    ]


def _row(what: str, ours: list[Start], rival: list[Start]) -> Measured:
    mine, theirs = (statistics.median(one.milliseconds for one in starts) for starts in (ours, rival))
    ratio = mine / theirs
    return Measured(
        what, f"{mine:.0f} ms", f"{theirs:.0f} ms", ratio, f"<= {MOST_TIMES:g}", ratio <= MOST_TIMES
    )


def _memory(what: str, ours: list[Start], rival: list[Start]) -> Measured:
    mine, theirs = (statistics.median(one.megabytes for one in starts) for starts in (ours, rival))
    return Measured(what, f"{mine:.0f} MB", f"{theirs:.0f} MB", mine / theirs, "", True)


def _surroundings(scratch: Path, name: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {
        **kept,
        "PYTHONPATH": str(SOURCES),
        "PYTHONPYCACHEPREFIX": str(scratch / "bytecode"),
        "PASSBOOK_HOME": str(scratch / f"home-{name}"),
        "PASSBOOK_MEASURE_START": "1",
        "QT_QPA_PLATFORM": "offscreen",
    }


def _started(call: Sequence[str], surroundings: dict[str, str]) -> Start:
    command = [sys.executable, str(HERE / "first_paint.py"), sys.executable, *call]
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=True)
    milliseconds, megabytes, code = done.stdout.split()
    if code != "0":
        raise NeverPainted(f"{' '.join(call)}: exit code {code}: {done.stderr}")
    return Start(float(milliseconds), float(megabytes))


if __name__ == "__main__":
    sys.exit(show(rows()))
