"""What somebody does to a closed village with a database editor: the triggers stand aside meanwhile."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from builders.village import Village
from passbook_desk.db.store import Store
from passbook_desk.features.access.queries import check_permit
from passbook_desk.features.audit.commands import seal_changes


@contextmanager
def guards_aside(file: Path) -> Iterator[sqlite3.Connection]:
    """A connection without triggers and foreign keys; the triggers are put back at the end."""
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            connection.execute(f'DROP TRIGGER "{name}"')
        yield connection
        for _, sql in triggers:
            connection.execute(sql)
        connection.commit()


def tampered(village: Village, change: Callable[[sqlite3.Connection], object]) -> Village:
    """The same village, opened again after the change."""
    village.store.close()
    with guards_aside(village.path) as connection:
        change(connection)
    store = Store.on_file(village.path, 1, seal_changes, check_permit)
    return Village(village.path, store, village.actor, village.clock, village.key)
