"""The ledger raced: recording a batch, asking for balances, verifying.

    python tests/performance/bench_ledger.py [--full]

Recording is raced against plain sqlite3 with the same settings, rows and disk, round by round in turns;
medians of the time on the wall count, because waiting for the disk is most of it. Balances of 20,000
accounts are asked of a village with 10,000 lines and of one with a hundred thousand (`--full`: a million);
both were written by the program itself. Medians of the processor time count there.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parents[1] / "src")]

from sqlalchemy import text  # noqa: E402

from builders.village import Village, booked  # noqa: E402
from passbook_desk.features.ledger.queries import account_by_number, balances  # noqa: E402
from passbook_desk.features.ledger.verifying import verify_ledger  # noqa: E402
from performance import syncs  # noqa: E402
from performance.rivals import bare_hashing, bare_sqlite3  # noqa: E402
from performance.table import Measured, show  # noqa: E402
from performance.villages import account_ids, copy_of, fill, village_of  # noqa: E402

BATCH = 60
BATCH_ROUNDS = 61
BATCH_MOST_TIMES = 15.0
BATCH_MOST_MS = 300.0
BALANCE_ROUNDS = 7
SINGLES = 200
ACCOUNTS = 20_000
FEW_LINES, MANY_LINES, ALL_LINES = 10_000, 100_000, 1_000_000
BALANCE_MOST_TIMES = 1.5
VERIFY_ROUNDS = 3
VERIFY_MOST_TIMES = 2.5


def rows(full: bool = False) -> list[Measured]:
    """Run all races of the ledger; `full` takes a million lines. Raises ToolMissing without gcc."""
    with tempfile.TemporaryDirectory(prefix="ledger-") as folder:
        scratch = Path(folder)
        lines = ALL_LINES if full else MANY_LINES
        return [*recording(scratch), sync_count(scratch), *reading(scratch, lines)]


def recording(scratch: Path) -> list[Measured]:
    """A batch of 60 lines in a village of 600 accounts and 20,000 lines, beside its 60 bare rows."""
    home = scratch / "recording"
    home.mkdir()
    village = village_of(home, 600)
    fill(village, 20_000)
    ids = account_ids(village)
    with village.read() as scope:
        columns = list(scope.session.scalars(text("SELECT name FROM pragma_table_info('ledger_line')")))
    plain = bare_sqlite3.open_file(home / "plain.db")
    bare_sqlite3.make_plain_table(plain, columns)
    ours, rival = [], []
    for number in range(BATCH_ROUNDS):
        chosen = tuple(ids[(number * BATCH + place) % len(ids)] for place in range(BATCH))
        ours.append(_wall_ms(lambda chosen=chosen: booked(village, chosen)))
        written = _last_lines(village)
        rival.append(_wall_ms(lambda written=written: bare_sqlite3.insert(plain, "ledger_line", written)))
    plain.close()
    village.store.close()
    mine, theirs = statistics.median(ours), statistics.median(rival)
    return [
        _at_most(
            f"{BATCH} lines recorded (rival: sqlite3 executemany, no index or trigger)",
            f"{mine:.1f} ms",
            f"{theirs:.1f} ms",
            mine / theirs,
            BATCH_MOST_TIMES,
        ),
        _at_most(
            f"{BATCH} lines recorded, beside the bar's 300 ms (slowest {max(ours):.0f} ms)",
            f"{mine:.1f} ms",
            f"{BATCH_MOST_MS:.0f} ms",
            mine / BATCH_MOST_MS,
            1.0,
        ),
    ]


def sync_count(scratch: Path) -> Measured:
    """Syncs of a batch in a running program beside those of one bare commit; they must be the same."""
    home = scratch / "syncs"
    home.mkdir()
    syncs.prepare(home)
    ours, rival = syncs.count(home)
    mine, theirs = len(ours[-1]), len(rival[-1])
    return Measured(
        f"syncs of {BATCH} lines recorded (rival: one commit of sqlite3)",
        str(mine),
        str(theirs),
        mine / theirs,
        "== 1",
        ours == rival,
    )


def reading(scratch: Path, lines: int) -> list[Measured]:
    """Balances with few and with many lines in the same 20,000 accounts; then the whole check."""
    (scratch / "few").mkdir()
    few = village_of(scratch / "few", ACCOUNTS)
    many = copy_of(few, scratch / "many")
    few = copy_of(few, scratch / "again")
    fill(few, FEW_LINES)
    fill(many, lines)
    measured = [
        _balances(f"all {ACCOUNTS} balances of {lines} lines", few, many, all_balances, 1),
        _balances(f"one balance by its number of {lines} lines", few, many, single_balances, SINGLES),
        _verifying(many, lines),
    ]
    few.store.close()
    many.store.close()
    return measured


def all_balances(village: Village) -> None:
    """The figures of every account."""
    with village.read() as scope:
        assert len(balances(scope)) == ACCOUNTS


def single_balances(village: Village) -> None:
    """The figures of accounts spread over the village, each asked for by its number."""
    with village.read() as scope:
        numbers = scope.session.scalars(
            text("SELECT number FROM account WHERE id % :part = 0"), {"part": ACCOUNTS // SINGLES}
        ).all()
    for number in numbers:
        with village.read() as scope:
            (found,) = balances(scope, accounts_chosen=[account_by_number(scope, number)])
            assert found.account.number == number


def _balances(what: str, few: Village, many: Village, ask: Callable[[Village], None], asked: int) -> Measured:
    with_few, with_many = [], []
    for _ in range(BALANCE_ROUNDS):
        with_few.append(_processor_ms(lambda: ask(few)))
        with_many.append(_processor_ms(lambda: ask(many)))
    rival, ours = statistics.median(with_few) / asked, statistics.median(with_many) / asked
    return _at_most(
        f"{what} (rival: of {FEW_LINES} lines)",
        f"{ours:.2f} ms",
        f"{rival:.2f} ms",
        ours / rival,
        BALANCE_MOST_TIMES,
    )


def _verifying(village: Village, lines: int) -> Measured:
    """The check of the ledger beside a bare loop over the same columns, in turns on one file."""
    ours, bare = [], []
    for _ in range(VERIFY_ROUNDS):
        village.store.close()  # the bare loop cannot read a file that is held
        bare.append(_processor_ms(lambda: bare_hashing.hash_lines(village.path)))
        ours.append(_processor_ms(lambda: _verified(village, lines)))
    mine, theirs = statistics.median(ours), statistics.median(bare)
    return _at_most(
        f"{lines} lines verified: chain, figures, sums, notes (rival: a bare loop that hashes)",
        f"{mine / 1000:.2f} s",
        f"{theirs / 1000:.2f} s",
        mine / theirs,
        VERIFY_MOST_TIMES,
    )


def _verified(village: Village, lines: int) -> None:
    with village.read() as scope:
        assert verify_ledger(scope) == lines


def _last_lines(village: Village) -> list[tuple[object, ...]]:
    with village.read() as scope:
        newest = scope.session.execute(text(f"SELECT * FROM ledger_line ORDER BY id DESC LIMIT {BATCH}"))
        return [tuple(row) for row in newest][::-1]


def _at_most(what: str, ours: str, rival: str, ratio: float, most: float) -> Measured:
    return Measured(what, ours, rival, ratio, f"<= {most:g}", ratio <= most)


def _wall_ms(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def _processor_ms(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


if __name__ == "__main__":
    sys.exit(show(rows(full="--full" in sys.argv[1:])))
