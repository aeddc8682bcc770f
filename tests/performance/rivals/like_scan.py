"""The plain way to find somebody: every column of every person compared with LIKE."""

import sqlite3

_STATEMENT = """
SELECT id, name, phone FROM person
WHERE name LIKE :part OR name_initials LIKE :part OR name_key LIKE :part
   OR phone LIKE :part OR id_number LIKE :part
ORDER BY name LIMIT 9
"""


def find(file: sqlite3.Connection, text: str) -> list[tuple[object, ...]]:
    """Nine people in whom the text occurs, in the order of their names."""
    return file.execute(_STATEMENT, {"part": f"%{text}%"}).fetchall()
