"""Sixty rows into a table by plain sqlite3: the village's settings, one executemany, one commit."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from passbook_desk.db.engine import apply_settings

Row = Sequence[object]


def open_file(path: Path) -> sqlite3.Connection:
    """A connection with the settings that every village file is written with."""
    connection = sqlite3.connect(path, isolation_level=None)
    apply_settings(connection)
    return connection


def make_plain_table(connection: sqlite3.Connection, columns: Sequence[str]) -> None:
    """A table of ledger lines without index, trigger, check or reference: the least there can be."""
    connection.execute(f"CREATE TABLE ledger_line ({', '.join(columns)})")


def insert(connection: sqlite3.Connection, table: str, rows: Sequence[Row]) -> None:
    """Write the rows as one transaction."""
    places = ", ".join("?" * len(rows[0]))
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany(f"INSERT INTO {table} VALUES ({places})", rows)
    connection.execute("COMMIT")
