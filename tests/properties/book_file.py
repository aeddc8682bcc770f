"""Village files that histories of books live in: small kinds of books, an account for each history."""

import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from builders.books import account_ids, own_type
from builders.village import catalogue, household, new_village
from passbook_desk.features.audit.queries import verify_audit
from passbook_desk.features.ledger.verifying import verify_ledger
from passbook_desk.features.passbooks.books.starter import SHIPPED
from passbook_desk.features.passbooks.books.verifying import verify_books

ACCOUNTS = 20
"""Histories that one file lives through, each on an account of its own."""


@cache
def template() -> Path:
    """A village of households with small kinds of books: with and without fold, with and without carrying."""
    village = new_village(Path(mkdtemp(prefix="books-")))
    with village.write() as tx:
        catalogue(tx)
        for number in range(1, ACCOUNTS + 1):
            household(tx, f"01{number:03}", f"户主{number}")
    for pages, lines, fold, skip, carries in (
        (2, 4, 0, 0, True),
        (3, 4, 2, 1, True),
        (4, 5, 0, 0, False),
        (2, 8, 4, 2, False),
        (3, 6, 3, 1, True),
        (4, 8, 5, 2, True),
    ):
        own_type(
            village,
            replace(
                SHIPPED[1],
                name=f"试 {pages}×{lines}",
                pages=pages,
                lines=lines,
                fold_after=fold,
                fold_skip=skip,
                carries=carries,
            ),
        )
    village.store.close()
    return village.path


class BookFile:
    """A village file for some histories, in memory where the system offers it."""

    def __init__(self) -> None:
        memory = Path("/dev/shm")
        self.folder = Path(mkdtemp(prefix="books-", dir=memory if memory.is_dir() else None))
        self.village = new_village(self.folder)
        self.begin_anew()
        self.accounts = account_ids(self.village)

    def reopen(self) -> None:
        """The file is closed; whatever comes next opens it anew."""
        self.village.store.close()

    def begin_anew(self) -> None:
        """The village as it was in the beginning."""
        self.village.store.close()
        shutil.copyfile(template(), self.village.path)

    def verify(self) -> int:
        """The program's own check; the number of books."""
        with self.village.read() as scope:
            verify_audit(scope)
            verify_ledger(scope)
            return verify_books(scope)

    def close(self) -> None:
        """Leave nothing behind."""
        self.village.store.close()
        shutil.rmtree(self.folder)
