"""Many rows of one kind at once, column by column, past the session's unit of work.

Most values of a column come again and again (days, words, numbers of the village), so each distinct one is
brought into its stored form once.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table, func, insert, select
from sqlalchemy.orm import Session

from passbook_desk.db.base import Base, stored_columns
from passbook_desk.kernel.canonical import Field


@dataclass(frozen=True, slots=True)
class StoredRows:
    """Rows of one kind as the database holds them: by column name the value of each row."""

    kind: type[Base]
    columns: Mapping[str, Sequence[Field]]

    @classmethod
    def of_values(cls, kind: type[Base], rows: Sequence[Mapping[str, object]]) -> "StoredRows":
        """Rows that are not in the file yet, by attribute; what is left out takes its default or NULL."""
        return cls._bound(kind, lambda key, default: [row.get(key, default) for row in rows])

    @classmethod
    def of_rows(cls, kind: type[Base], rows: Sequence[Base]) -> "StoredRows":
        """Rows of the session, all of this kind."""
        return cls._bound(kind, lambda key, _: [getattr(row, key) for row in rows])

    @classmethod
    def _bound(cls, kind: type[Base], values_of: Callable[[str, Any], list[Any]]) -> "StoredRows":
        columns: dict[str, Sequence[Field]] = {}
        for column in stored_columns(kind):
            values = values_of(column.key, column.default)
            if column.bind is not None:
                values = each_once(column.bind, values)
            columns[column.name] = values
        return cls(kind, columns)


def each_once(made: Callable[[Any], Any], values: Sequence[Any]) -> list[Any]:
    """What is made of each value, made once of equal ones."""
    known = {value: made(value) for value in set(values)}
    return [known[value] for value in values]


def insert_rows(session: Session, rows: StoredRows) -> None:
    """Append rows, if there are any, to their table by one statement; what they refer to must be flushed.

    Neither the session nor the audit of master rows hears of it: see `create_rows` of the audit.
    """
    connection = session.connection()
    statement = insert(_table(rows.kind)).compile(dialect=connection.dialect)
    names = statement.positiontup or ()
    values = list(zip(*(rows.columns[name] for name in names), strict=True))
    if values:
        connection.exec_driver_sql(str(statement), values)


def last_id(session: Session, kind: type[Base]) -> int:
    """The highest id of a table, 0 while it is empty; the ids of new rows follow on it."""
    highest: int | None = session.scalar(select(func.max(_table(kind).c.id)))
    return highest or 0


def _table(kind: type[Base]) -> Table:
    return Base.metadata.tables[kind.__tablename__]
