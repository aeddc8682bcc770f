"""The village's SQLite engine: one connection, every safety setting read back (DECISIONS 13)."""

import sqlite3
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, QueuePool, StaticPool, create_engine, event

from passbook_desk.db.errors import WrongEngineSettings

APPLICATION_ID: Final = 0x50424431
MINIMUM_SQLITE: Final = (3, 37, 0)
_BUSY_MILLISECONDS = 5000

SETTINGS: Final[tuple[tuple[str, str, object], ...]] = (
    ("locking_mode", "EXCLUSIVE", "exclusive"),
    ("journal_mode", "TRUNCATE", "truncate"),
    ("synchronous", "FULL", 2),
    ("foreign_keys", "ON", 1),
    ("recursive_triggers", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("mmap_size", "0", 0),
    ("temp_store", "MEMORY", 2),
    ("secure_delete", "ON", 1),
)
"""Pragma, what is asked for, what must be read back."""

_SCHEMA_ACTS = frozenset(
    getattr(sqlite3, name)
    for name in (
        "SQLITE_ATTACH",
        "SQLITE_DETACH",
        "SQLITE_ALTER_TABLE",
        "SQLITE_DROP_INDEX",
        "SQLITE_DROP_TABLE",
        "SQLITE_DROP_TRIGGER",
        "SQLITE_DROP_VIEW",
        "SQLITE_CREATE_TRIGGER",
        "SQLITE_CREATE_TABLE",
    )
)


def _deny_schema_acts(act: int, *_: str | None) -> int:
    return sqlite3.SQLITE_DENY if act in _SCHEMA_ACTS else sqlite3.SQLITE_OK


def apply_settings(connection: sqlite3.Connection, foreign_keys: bool = True) -> None:
    """Set every pragma of SETTINGS and read it back; raises WrongEngineSettings.

    Upgrades of the schema run with foreign keys off, because a rebuilt table would otherwise take its
    children along (reliability §5.2).
    """
    connection.execute(f"PRAGMA busy_timeout={_BUSY_MILLISECONDS}")
    for name, wanted, expected in SETTINGS:
        if name == "foreign_keys" and not foreign_keys:
            connection.execute("PRAGMA foreign_keys=OFF")
            continue
        connection.execute(f"PRAGMA {name}={wanted}")
        found = connection.execute(f"PRAGMA {name}").fetchone()
        # SQLite answers nothing for mmap_size where memory mapping was compiled out
        if found is not None and found[0] != expected:
            raise WrongEngineSettings(setting=name, value=found[0])


def village_engine(path: Path) -> Engine:
    """An engine on the live file: one connection, owned by the one thread that uses it."""
    engine = create_engine(
        f"sqlite:///{path}",
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        pool_timeout=1,
        hide_parameters=True,
    )

    @event.listens_for(engine, "connect")
    def settle(connection: Any, _: object) -> None:
        connection.isolation_level = None
        apply_settings(connection)
        connection.set_authorizer(_deny_schema_acts)

    _begin_explicitly(engine)
    return engine


def snapshot_engine(memory: sqlite3.Connection) -> Engine:
    """An engine on an in-memory copy, for long reads in another thread."""
    memory.isolation_level = None
    memory.execute("PRAGMA query_only=ON")
    engine = create_engine("sqlite://", creator=lambda: memory, poolclass=StaticPool, hide_parameters=True)
    _begin_explicitly(engine)
    return engine


def _begin_explicitly(engine: Engine) -> None:
    """pysqlite begins too late on its own; a transaction that writes takes its lock at once."""

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
