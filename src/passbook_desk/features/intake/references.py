"""Which rows of the file refer to given rows, through every foreign key of every table."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from sqlalchemy import FromClause, Table, select

from passbook_desk.db.base import Base
from passbook_desk.db.store import Scope

Place = tuple[str, int]
"""A row by table and id; rows of tables without an id of their own count as id 0."""

_MOST_BOUND: Final = 500


@dataclass(frozen=True, slots=True)
class Reference:
    """A row that refers, the column it does so by, and the row referred to."""

    child: Place
    column: str
    parent: Place


def tables() -> list[Table]:
    """All tables of the program, parents before children."""
    return list(Base.metadata.sorted_tables)


def references_to(scope: Scope, places: Collection[Place]) -> list[Reference]:
    """All references to the given rows."""
    ids: dict[str, list[int]] = {}
    for name, row_id in places:
        ids.setdefault(name, []).append(row_id)
    return [
        reference
        for table in tables()
        for key in table.foreign_keys
        for reference in _by_key(scope, table, key.parent.name, _name(key.column.table), ids)
    ]


def _by_key(
    scope: Scope, table: Table, column: str, parent: str, ids: dict[str, list[int]]
) -> list[Reference]:
    wanted = ids.get(parent, [])
    referring = table.columns[column]
    found = []
    for first in range(0, len(wanted), _MOST_BOUND):
        chunk = wanted[first : first + _MOST_BOUND]
        if "id" in table.columns:
            rows = scope.session.execute(select(referring, table.columns["id"]).where(referring.in_(chunk)))
            found += [Reference((table.name, row[1]), column, (parent, row[0])) for row in rows]
        else:
            values = scope.session.scalars(select(referring).where(referring.in_(chunk)))
            found += [Reference((table.name, 0), column, (parent, value)) for value in values]
    return found


def _name(table: FromClause) -> str:
    assert isinstance(table, Table)
    return table.name
