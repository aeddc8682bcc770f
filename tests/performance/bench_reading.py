"""A roster of 20,000 residents read as the program reads it, beside the libraries alone.

    python tests/performance/bench_reading.py

Ours is whole: a limited child process is started, the workbook is looked over, read, sent across and made
into values; its processor time is that of both processes. Rounds alternate and the median counts. Before the
race is counted, all say the same.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parents[1] / "src")]

from xlsxwriter import Workbook  # noqa: E402

from builders.rosters import HEADER, line  # noqa: E402
from passbook_desk.documents.workbook_eye import Reader  # noqa: E402
from passbook_desk.features.intake.reading import WorkbookRows, child_command, read_workbook  # noqa: E402
from passbook_desk.kernel.jobs import NullProgress  # noqa: E402
from performance.rivals import openpyxl_rows  # noqa: E402
from performance.table import Measured, show  # noqa: E402

ROUNDS = 3
RESIDENTS = 19_999
"""With the header row as many as a sheet may have."""
MEMBERS = 4
MOST_CHILD_MB = 300


class RowsDiffer(Exception):
    """Two readers of a race do not say the same."""


def rows() -> list[Measured]:
    """Run the race of reading; raises RowsDiffer. Races of planning and importing a roster follow it here."""
    with tempfile.TemporaryDirectory() as folder:
        return reading(save_large_roster(Path(folder) / "花名册.xlsx"))


def reading(source: Path) -> list[Measured]:
    """At most 1.5 times openpyxl's read-only mode, and at most 300 MB in the child."""
    _must_agree(source)
    mine, theirs, bare = (
        statistics.median(times)
        for times in zip(
            *(
                (
                    _seconds(lambda: _read(source)),
                    _seconds(lambda: openpyxl_rows.read(source)),
                    _seconds(lambda: openpyxl_rows.read_bare(source)),
                )
                for _ in range(ROUNDS)
            ),
            strict=True,
        )
    )
    peak = _child_mb(source)
    what = f"{RESIDENTS + 1} rows of a roster read"
    return [
        Measured(
            f"{what} (rival: openpyxl read-only)",
            f"{mine:.2f} s",
            f"{theirs:.2f} s",
            mine / theirs,
            "<= 1.5",
            mine / theirs <= 1.5,
        ),
        Measured(f"{what} (rival: calamine alone)", f"{mine:.2f} s", f"{bare:.2f} s", mine / bare, "", True),
        Measured(
            "memory of the process that reads them (rival: its bound)",
            f"{peak:.0f} MB",
            f"{MOST_CHILD_MB} MB",
            peak / MOST_CHILD_MB,
            "<= 1.0",
            peak <= MOST_CHILD_MB,
        ),
    ]


def save_large_roster(path: Path) -> Path:
    """Write a standard roster of RESIDENTS people in households of MEMBERS; IDs and phones are text."""
    with Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("花名册")
        sheet.write_row(0, 0, HEADER)
        for number in range(RESIDENTS):
            household, member = divmod(number, MEMBERS)
            code = f"{household // 999 + 1:02d}{household % 999 + 1:03d}"
            born = f"19{50 + number % 50}{number % 12 + 1:02d}{number % 28 + 1:02d}"
            resident = line(
                code,
                f"户主{household}",
                f"户主{household}" if not member else f"成员{number}",
                "户主" if not member else "子",
                born,
                number % 1_000,
            )
            sheet.write_row(number + 1, 0, [resident.get(title) or "" for title in HEADER])
    return path


def _read(source: Path) -> WorkbookRows:
    return read_workbook(source, NullProgress())


def _must_agree(source: Path) -> None:
    mine = [[cell.text for cell in row.cells] for row in _read(source).sheets[0].rows]
    for theirs in (openpyxl_rows.read(source), openpyxl_rows.read_bare(source)):
        for own, other in zip(mine, theirs, strict=True):
            if own != other[: len(own)] or any(other[len(own) :]):
                raise RowsDiffer(own, other)


def _child_mb(source: Path) -> float:
    """Peak memory of the reading process, begun by a small one: Linux counts the pages of who began it."""
    starter = (
        "import resource, subprocess, sys\n"
        "subprocess.run(sys.argv[1:], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)\n"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)\n"
    )
    words = [sys.executable, "-c", starter, *child_command(Reader.CALAMINE, source)]
    places = {**os.environ, "PYTHONPATH": str(HERE.parents[1] / "src")}
    return int(subprocess.run(words, env=places, capture_output=True, check=True).stdout) / 1024


def _seconds(work: Callable[[], object]) -> float:
    """Processor time of this process and its children."""
    begun = _used()
    work()
    return _used() - begun


def _used() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


if __name__ == "__main__":
    sys.exit(show(rows()))
