"""A roster of 20,000 residents planned and imported, beside the bare readers of the same workbook.

    python tests/performance/bench_import.py

The dry run compares every row with an empty village; the import writes people, households, dated rows,
accounts, the audit of each row and the notes for an undo, in one transaction. Both include reading. Processor
time of all processes.
"""

import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parents[1] / "src")]

from builders.village import Village, new_village  # noqa: E402
from passbook_desk.features.households.roster.planning import RosterPlan, plan_roster  # noqa: E402
from passbook_desk.features.households.values import RosterReport  # noqa: E402
from passbook_desk.features.intake.reading import read_workbook  # noqa: E402
from passbook_desk.features.ledger.imports import apply_roster  # noqa: E402
from passbook_desk.kernel.jobs import NullProgress  # noqa: E402
from performance.bench_reading import RESIDENTS, save_large_roster  # noqa: E402
from performance.rivals import openpyxl_rows  # noqa: E402
from performance.table import Measured, show  # noqa: E402

Answer = TypeVar("Answer")


class NotAllImported(Exception):
    """The roster did not come in whole."""


def rows() -> list[Measured]:
    """Report dry run and import; raises NotAllImported."""
    with tempfile.TemporaryDirectory() as folder:
        source = save_large_roster(Path(folder) / "花名册.xlsx")
        _, theirs = seconds_of(lambda: openpyxl_rows.read(source))  # before the plan fills the memory
        _, bare = seconds_of(lambda: openpyxl_rows.read_bare(source))
        village = new_village(Path(folder))
        planned, dry = seconds_of(lambda: _planned(village, source))
        report, written = seconds_of(lambda: _applied(village, planned))
        village.store.close()
        if (planned.report.ready.rows, report.new_people) != (RESIDENTS, RESIDENTS):
            raise NotAllImported(report.new_people)
    return [
        _row(f"dry run of {RESIDENTS} residents", rival, dry, seconds)
        for rival, seconds in (("openpyxl read-only", theirs), ("calamine alone", bare))
    ] + [
        _row(f"dry run and import of {RESIDENTS} residents", rival, dry + written, seconds)
        for rival, seconds in (("openpyxl read-only", theirs), ("calamine alone", bare))
    ]


def _row(what: str, rival: str, ours: float, theirs: float) -> Measured:
    return Measured(
        f"{what} (rival: {rival}, reading only)", f"{ours:.2f} s", f"{theirs:.2f} s", ours / theirs, "", True
    )


def seconds_of(work: Callable[[], Answer]) -> tuple[Answer, float]:
    """What work answers, and its processor time in this process and its children."""
    begun = _used()
    answer = work()
    return answer, _used() - begun


def _used() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def _planned(village: Village, source: Path) -> RosterPlan:
    workbook = read_workbook(source, NullProgress())
    with village.read() as scope:
        return plan_roster(scope, workbook, village.key)


def _applied(village: Village, plan: RosterPlan) -> RosterReport:
    with village.write() as tx:
        return apply_roster(tx, plan, NullProgress())


if __name__ == "__main__":
    sys.exit(show(rows()))
