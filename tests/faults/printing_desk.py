"""The same village with books on paper, under a process that prints in them."""

import sqlite3
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import print_session
from desk import ITEM, TODAY, Desk
from launch import Installed, Launcher
from workload import Arguments, Reading

BOOKS = 6


class PrintingDesk(Desk):
    """A reading's "lines" are the acts of printing: odd numbers were sent, even ones answered."""

    name = "passbook-desk, printing in books"

    def __init__(self) -> None:
        super().__init__()
        self.open_prints = 0
        """How many readings found lines that wait for their answer."""

    def prepare(self, folder: Path) -> None:
        from passbook_desk.app.village_file import open_village
        from passbook_desk.features.ledger.queries import accounts
        from passbook_desk.features.ledger.values import Colour
        from passbook_desk.features.passbooks.books.commands import issue_books
        from passbook_desk.features.passbooks.books.types import book_types
        from passbook_desk.features.passbooks.books.values import IssueBook
        from passbook_desk.kernel.clock import SetDateClock

        super().prepare(folder)
        clock = SetDateClock(date.fromisoformat(TODAY))
        village = open_village(self._file(folder), clock)
        with village.store.write(village.actor, clock) as tx:
            kind = book_types(tx)[0].id
            chosen = accounts(tx, colour=Colour.GREEN)[:BOOKS]
            issue_books(tx, [IssueBook(row.id, kind) for row in chosen])
        village.close()
        self.journal(folder).unlink(missing_ok=True)

    def session(self, folder: Path, count: int) -> Arguments:
        return (str(self._file(folder)), TODAY, str(count), ITEM)

    def session_program(self, library: Path) -> Launcher:
        return Installed(library, (sys.executable, print_session.__file__))

    def numbers(self, answer: str) -> tuple[int, ...]:
        return (int(answer),)

    def read(self, folder: Path) -> Reading:
        """Lines that are sent and not answered have moved nothing; the whole check says whether they have."""
        read = super().read(folder)
        if read.fault:
            return read
        with closing(sqlite3.connect(self._file(folder))) as connection:
            acts = dict(connection.execute(_ACTS).fetchall())
            waiting = connection.execute(_WAITING).fetchall()
            half = tuple(uid for (uid,) in connection.execute(_HALF))
        self.open_prints += bool(waiting)
        unmarked = tuple(uid for uid, kept in waiting if not kept)
        return Reading(acts, half + unmarked)


_ACTS = (
    "SELECT CAST(substr(uid, 6) AS INTEGER), uid FROM book_print WHERE uid LIKE 'sent-%'"
    " UNION ALL SELECT CAST(substr(uid, 6) AS INTEGER), printed || '+' || spoilt FROM print_outcome"
)
_WAITING = (
    "SELECT p.uid, k.open_print_id = p.id FROM book_print p JOIN book_position k ON k.book_id = p.book_id"
    " WHERE NOT EXISTS (SELECT 1 FROM print_outcome WHERE book_print_id = p.id)"
)
_HALF = (
    "SELECT uid FROM book_print p WHERE"
    " (SELECT count(*) FROM book_line WHERE book_print_id = p.id) NOT BETWEEN 3 AND 4"
)
