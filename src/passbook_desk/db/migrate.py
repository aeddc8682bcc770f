"""The schema of a village file: its stamp, its making, its upgrade (reliability §3.14, architecture §10).

alembic is imported inside functions: a start with an up-to-date file never needs it.
"""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from passbook_desk.db.engine import APPLICATION_ID, apply_settings
from passbook_desk.db.errors import (
    FileDamaged,
    FileMissing,
    FileReadOnly,
    NewerFile,
    NotAVillageFile,
    problem_for,
)

if TYPE_CHECKING:
    from sqlalchemy import Connection

SCHEMA_NUMBER: Final = 7
SCHEMA_REVISION: Final = "0007"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a file says of itself: schema number and alembic revision."""

    number: int
    revision: str


@dataclass(frozen=True, slots=True)
class Scripts:
    """Where alembic's scripts lie and which schema they lead to (tests lead elsewhere)."""

    folder: Path
    number: int = SCHEMA_NUMBER
    revision: str = SCHEMA_REVISION


def read_stamp(path: Path) -> Stamp:
    """The stamp of a village file, read with plain sqlite3; a whole file keeps every byte.

    The safety settings come first, because the first read rolls back what a power cut left behind.
    Raises FileMissing, FileReadOnly, NotAVillageFile, FileDamaged, or the problem the disk has.
    """
    if not path.is_file():
        raise FileMissing(path=path)
    if not os.access(path, os.W_OK):
        raise FileReadOnly(path=path)
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=rw", uri=True)) as connection:
            apply_settings(connection)
            (application,) = connection.execute("PRAGMA application_id").fetchone()
            (number,) = connection.execute("PRAGMA user_version").fetchone()
            if application != APPLICATION_ID:
                raise NotAVillageFile(path=path)
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.Error as error:
        raise (problem_for(error, path) or NotAVillageFile(path=path)) from None
    except UnicodeDecodeError:  # SQLite quotes the damaged text of a table in its own words
        raise FileDamaged(detail="schema text") from None
    if row is None:
        raise NotAVillageFile(path=path)
    return Stamp(number, str(row[0]))


def needs_upgrade(path: Path, scripts: Scripts) -> bool:
    """Whether an older program wrote the file; raises NewerFile if a newer one did."""
    stamp = read_stamp(path)
    if stamp.number > scripts.number:
        raise NewerFile(file_version=stamp.number, program_version=scripts.number)
    if stamp.number == scripts.number and stamp.revision != scripts.revision:
        raise NewerFile(file_version=stamp.revision, program_version=scripts.revision)
    return stamp.number < scripts.number


def make_schema(connection: sqlite3.Connection, scripts: Scripts) -> None:
    """Bring a connection's file (new or older) to the program's schema in one transaction.

    Foreign keys are off meanwhile and checked inside the transaction; a failure leaves the file as it was.
    """
    from sqlalchemy import StaticPool, create_engine

    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys=OFF")
    engine = create_engine(
        "sqlite://", creator=lambda: connection, poolclass=StaticPool, hide_parameters=True
    )
    with engine.connect() as shared:
        shared.exec_driver_sql("BEGIN IMMEDIATE")
        _drop_guards(connection)  # they would hinder tables from being made anew
        _run_alembic(shared, scripts)
        _make_guards(connection, scripts.folder / "guards_sqlite.sql")
        broken = connection.execute("PRAGMA foreign_key_check").fetchone()
        if broken is not None:
            raise RuntimeError(f"upgrade left a dangling reference in {broken[0]}")
        connection.execute(f"PRAGMA user_version={scripts.number}")
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        shared.commit()
    connection.execute("PRAGMA foreign_keys=ON")


def _run_alembic(connection: "Connection", scripts: Scripts) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(scripts.folder))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _drop_guards(connection: sqlite3.Connection) -> None:
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f'DROP TRIGGER "{name}"')


def _make_guards(connection: sqlite3.Connection, guards: Path) -> None:
    for statement in guards.read_text(encoding="utf-8").split("--;"):
        if statement.strip():
            connection.execute(statement)


def create_file(path: Path, scripts: Scripts) -> None:
    """Make an empty village file with the program's schema at `path`, which must not exist."""
    connection = sqlite3.connect(path)
    try:
        apply_settings(connection, foreign_keys=False)
        make_schema(connection, scripts)
    finally:
        connection.close()


def upgrade_file(path: Path, copy: Path, scripts: Scripts, verify: Callable[[Path], None]) -> None:
    """Upgrade an older file by way of a verified copy; the file stays byte-identical if anything fails.

    `copy` is made with the backup API, upgraded, checked by `verify` (which raises), then written back
    through the backup API. The caller holds the lock and keeps a safety copy of the old file.
    """
    live = sqlite3.connect(path)
    working = sqlite3.connect(copy)
    try:
        live.backup(working)
        make_schema(working, scripts)
        verify(copy)
        working.backup(live)
    finally:
        working.close()
        live.close()
