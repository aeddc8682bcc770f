"""The books of a village in its file: issued, sent, answered for, checked.

    python tests/performance/bench_counter.py

500 books get 40 lines each in one queue. Each row tells the time beside what it must be seen with: issuing,
sending and answering beside the durable writing of one row, the check of books beside that of their ledger
lines, the check of the audit chain beside the same village without books.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parents[1] / "src")]

from builders.village import Village  # noqa: E402
from passbook_desk.features.audit.commands import note_act  # noqa: E402
from passbook_desk.features.audit.queries import verify_audit  # noqa: E402
from passbook_desk.features.ledger.verifying import verify_ledger  # noqa: E402
from passbook_desk.features.passbooks.books.commands import issue_books  # noqa: E402
from passbook_desk.features.passbooks.books.printing import confirm_print, send_all  # noqa: E402
from passbook_desk.features.passbooks.books.queries import book_plans, books_waiting  # noqa: E402
from passbook_desk.features.passbooks.books.types import book_types  # noqa: E402
from passbook_desk.features.passbooks.books.values import (  # noqa: E402
    ConfirmPrint,
    IssueBook,
    PrintWay,
    SendLines,
)
from passbook_desk.features.passbooks.books.verifying import verify_books  # noqa: E402
from performance.table import Measured, show  # noqa: E402
from performance.villages import account_ids, fill, village_of  # noqa: E402

BOOKS, LINES = 500, 40


def rows() -> list[Measured]:
    """One queue from issue to check."""
    with tempfile.TemporaryDirectory(prefix="counter-") as folder:
        village = village_of(Path(folder), BOOKS)
        fill(village, BOOKS * LINES)
        before = _read(village, verify_audit)
        one = _write(village, lambda tx: note_act(tx, "date-set", "village", "1"))
        issued = _write(village, _issuing(account_ids(village)))
        sent, answered = _queue(village)
        found = [
            _row(f"{BOOKS} books issued (beside: one durable row)", issued, one),
            _row(f"{BOOKS} books, {LINES} lines each, sent (beside: one durable row)", sent, one),
            _row("the same answered for (beside: one durable row)", answered, one),
            _row("check of these books (beside: of their ledger lines)", _read(village, verify_books),
                 _read(village, verify_ledger)),
            _row("check of the audit chain (beside: without books)", _read(village, verify_audit), before),
            _row("the queue listed when nothing waits (beside: one durable row)",
                 _read(village, books_waiting), one),
        ]  # fmt: skip
        village.store.close()
    return found


def _issuing(accounts: Sequence[int]) -> Callable[[Any], object]:
    return lambda tx: issue_books(tx, [IssueBook(account, book_types(tx)[0].id) for account in accounts])


def _queue(village: Village) -> tuple[float, float]:
    with village.read() as scope:
        plans = book_plans(scope, [row.id for row in books_waiting(scope)])
    commands = [
        SendLines(plan.book.id, PrintWay.PRINTER, tuple(line.code for line in plan.lines)) for plan in plans
    ]
    prints: list[int] = []
    sent = _write(village, lambda tx: prints.extend(send_all(tx, commands)))

    def answer(tx: Any) -> None:
        for print_id, plan in zip(prints, plans, strict=True):
            confirm_print(tx, ConfirmPrint(print_id, len(plan.lines)))

    return sent, _write(village, answer)


def _write(village: Village, act: Callable[[Any], object]) -> float:
    start = time.perf_counter()
    with village.write() as tx:
        act(tx)
    return time.perf_counter() - start


def _read(village: Village, query: Callable[[Any], object]) -> float:
    start = time.perf_counter()
    with village.read() as scope:
        query(scope)
    return time.perf_counter() - start


def _row(what: str, ours: float, beside: float) -> Measured:
    return Measured(what, f"{ours * 1000:.0f} ms", f"{beside * 1000:.1f} ms", ours / beside, "", True)


if __name__ == "__main__":
    raise SystemExit(show(rows()))
