"""Is the file what it was: SQLite's own checks and the fingerprint of tables and triggers."""

import re
import sqlite3
from functools import cache

from sqlalchemy import text

from passbook_desk.db.errors import FileDamaged, SchemaChanged
from passbook_desk.db.migrate import Scripts, make_schema
from passbook_desk.db.store import Scope

_MASTER = (
    "SELECT type || ' ' || name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name <> 'alembic_version'"
)


def check_file(scope: Scope, scripts: Scripts) -> None:
    """Raise FileDamaged (a page) or SchemaChanged for the first thing that is wrong below the rows."""
    session = scope.session
    answer = session.execute(text("PRAGMA integrity_check(1)")).scalar_one()
    if answer != "ok":
        raise FileDamaged(detail=answer.splitlines()[-1])
    expected = expected_schema(scripts)
    found = {name: _plain(sql) for name, sql in session.execute(text(_MASTER))}
    for name in sorted(expected.keys() | found.keys()):
        if expected.get(name) != found.get(name):
            raise SchemaChanged(name=name)


def check_references(scope: Scope) -> None:
    """Raise FileDamaged for the first row that refers to one that is not there."""
    dangling = scope.session.execute(text("PRAGMA foreign_key_check")).first()
    if dangling is not None:
        raise FileDamaged(detail=f"{dangling[0]} {dangling[1]}")


@cache
def expected_schema(scripts: Scripts) -> dict[str, str]:
    """What a fresh file of this program holds: "trigger ledger_line_dense" → its SQL."""
    memory = sqlite3.connect(":memory:")
    try:
        make_schema(memory, scripts)
        return {name: _plain(sql) for name, sql in memory.execute(_MASTER)}
    finally:
        memory.close()


def _plain(sql: str) -> str:
    return re.sub(r"\s+", " ", sql).strip()
