"""The declarative base: named constraints, column types by annotation, rows whose changes are audited."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, ClassVar

from sqlalchemy import MetaData, inspect
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.orm import DeclarativeBase

from passbook_desk.db.types import (
    CleanText,
    DayColumn,
    FlagColumn,
    MomentColumn,
    MoneyColumn,
    PointsColumn,
)
from passbook_desk.kernel.points import Money, Points

_PLAIN = DefaultDialect()

NAMING = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
}


class Base(DeclarativeBase):
    """All tables are STRICT and all constraints named (reliability §5.2)."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        Points: PointsColumn,
        Money: MoneyColumn,
        date: DayColumn,
        datetime: MomentColumn,
        bool: FlagColumn,
        str: CleanText,
    }


class Audited:
    """A master row: each change is sealed in the audit chain with the digest of the new row.

    `secret_columns` enter the digest as salted commitments (DECISIONS 14f), `derived_columns` not at all.
    `later_columns` were added by an upgrade: they enter only where they say something, so that rows sealed
    before the upgrade keep their digests.
    """

    secret_columns: ClassVar[tuple[str, ...]] = ()
    derived_columns: ClassVar[tuple[str, ...]] = ()
    later_columns: ClassVar[tuple[str, ...]] = ()
    audited_since: ClassVar[int] = 1
    """Schema number since which rows of this kind are sealed; an upgrade seals older ones."""


@dataclass(frozen=True, slots=True)
class StoredColumn:
    """How a column lies in the database: its name, its attribute, its way of storing (None: as it is)."""

    name: str
    key: str
    bind: Callable[[Any], Any] | None
    default: Any


def stored_values(row: Base) -> dict[str, Any]:
    """The row's columns as the database holds them, by column name."""
    values: dict[str, Any] = {}
    for column in stored_columns(type(row)):
        value = getattr(row, column.key)
        values[column.name] = column.bind(value) if column.bind else value
    return values


@cache
def stored_columns(kind: type[Base]) -> tuple[StoredColumn, ...]:
    """The columns of a kind of rows, in the order of its table."""
    mapper = inspect(kind)
    return tuple(
        StoredColumn(
            column.name,
            mapper.get_property_by_column(column).key,
            column.type.bind_processor(_PLAIN),
            column.default.arg if column.default is not None and column.default.is_scalar else None,
        )
        for column in mapper.local_table.columns
    )
