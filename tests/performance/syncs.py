"""How often one act makes the disk write for good: counted below the program, by the fault library.

    python tests/performance/syncs.py FOLDER LOG 1     (started under the library, see `count`)

The child records 60 lines three times by the program and three times by plain sqlite3; marks in the log
part the six. The first of each three also creates the journal, which the later ones reuse.
"""

import subprocess
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parents[1] / "src")]

from faults.shim import (  # noqa: E402
    ACKNOWLEDGED,
    Record,
    acknowledge,
    build,
    fault_settings,
    preloaded,
    read_log,
)

BATCH = 60
TIMES = 3


def count(scratch: Path) -> tuple[list[list[str]], list[list[str]]]:
    """For the program and for plain sqlite3: which files each of three batches synced, in order.

    A village of two batches must lie in `scratch/village` (see `prepare`). Raises ToolMissing without gcc.
    """
    scratch = scratch.resolve()
    folder, log = scratch / "village", scratch / "syncs.log"
    run_child(preloaded(build(scratch), fault_settings(folder, log)), folder, log)
    return parted(read_log(log))


def run_child(surroundings: dict[str, str], folder: Path, log: Path, batches_an_act: int = 1) -> None:
    """Record and insert in a process of its own under the library."""
    command = [sys.executable, __file__, str(folder), str(log), str(batches_an_act)]
    subprocess.run(command, env=surroundings, check=True)


def parted(records: Sequence[Record]) -> tuple[list[list[str]], list[list[str]]]:
    """The syncs between the marks: those of the program's acts, those of plain sqlite3."""
    marks = [place for place, record in enumerate(records) if record.kind == ACKNOWLEDGED]
    names = {record.handle: record.path for record in records if record.kind == "O"}
    acts = [
        [_part(names[record.handle]) for record in records[start:end] if record.kind == "S"]
        for start, end in pairwise(marks)
    ]
    return acts[:TIMES], acts[TIMES : 2 * TIMES]


def _part(path: str) -> str:
    if path.endswith("-journal"):
        return "journal"
    return "file" if Path(path).suffix else "folder"


def prepare(scratch: Path) -> None:
    """A closed village of 120 accounts in `scratch/village`."""
    from performance.villages import fill, village_of

    (scratch / "village").mkdir()
    village = village_of(scratch / "village", 2 * BATCH)
    fill(village, 4 * BATCH)
    village.store.close()


def _act(folder: Path, log: Path, batches_an_act: int) -> None:
    from sqlalchemy import text

    from builders.village import booked
    from performance.rivals import bare_sqlite3
    from performance.villages import account_ids, opened

    village = opened(folder / "清泉村.pbk")
    chosen = tuple(account_ids(village)[:BATCH])
    with village.read() as scope:
        columns = list(scope.session.scalars(text("SELECT name FROM pragma_table_info('ledger_line')")))
    plain = bare_sqlite3.open_file(folder / "清泉村.db")
    bare_sqlite3.make_plain_table(plain, columns)
    plain.close()
    plain = bare_sqlite3.open_file(folder / "清泉村.db")
    for step in range(TIMES):
        acknowledge(log, step, b"")
        for _ in range(batches_an_act):
            booked(village, chosen)
    with village.read() as scope:
        rows = [tuple(row) for row in scope.session.execute(text("SELECT * FROM ledger_line")).all()[-BATCH:]]
    for step in range(TIMES, 2 * TIMES + 1):
        acknowledge(log, step, b"")
        if step < 2 * TIMES:
            bare_sqlite3.insert(plain, "ledger_line", rows)


if __name__ == "__main__":
    _act(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
