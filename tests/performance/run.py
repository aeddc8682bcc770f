"""Every benchmark beside its rival, one table; exit code 1 when a bar is missed.

    python tests/performance/run.py [--full]

`--full` takes a million ledger lines instead of a hundred thousand (some minutes more).
"""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parents[1] / "src")]

from performance import (  # noqa: E402
    bench_books,
    bench_calibration,
    bench_counter,
    bench_documents,
    bench_entry,
    bench_figures,
    bench_finding,
    bench_import,
    bench_ledger,
    bench_notices,
    bench_reading,
    bench_redemption,
    bench_start,
)
from performance.table import show  # noqa: E402


def main() -> int:
    """Run all benchmarks; returns the exit code."""
    full = "--full" in sys.argv[1:]
    return show(
        [
            *bench_documents.rows(),
            *bench_books.rows(),
            *bench_calibration.rows(),
            *bench_counter.rows(),
            *bench_ledger.rows(full),
            *bench_entry.rows(),
            *bench_figures.rows(full),
            *bench_finding.rows(),
            *bench_notices.rows(),
            *bench_reading.rows(),
            *bench_redemption.rows(),
            *bench_import.rows(),
            *bench_start.rows(),
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
