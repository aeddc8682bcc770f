"""Column types: exact integers, plain dates, UTC moments, clean text. SQLite tables are STRICT."""

import unicodedata
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from sqlalchemy import Dialect, Integer, Text
from sqlalchemy.types import TypeDecorator

from passbook_desk.db.errors import FileDamaged
from passbook_desk.kernel.errors import UserError
from passbook_desk.kernel.points import Money, Points

Stored = TypeVar("Stored", date, datetime)


class TextNotStorable(UserError):
    """The text holds a character no file can keep (half of a surrogate pair)."""

    code = "db.text-not-storable"


class PointsColumn(TypeDecorator[Points]):
    """Points as hundredths."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: Points | None, dialect: Dialect) -> int | None:
        return None if value is None else value.hundredths

    def process_result_value(self, value: Any, dialect: Dialect) -> Points | None:
        return None if value is None else Points(value)


class MoneyColumn(TypeDecorator[Money]):
    """Money as fen."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: Money | None, dialect: Dialect) -> int | None:
        return None if value is None else value.fen

    def process_result_value(self, value: Any, dialect: Dialect) -> Money | None:
        return None if value is None else Money(value)


def _stored(read: Callable[[str], Stored], written: Callable[[Stored], str], text: str) -> Stored:
    """Text that the program itself stored reads back and is written the same way, or the file is damaged."""
    try:
        value = read(text)
        same = written(value) == text
    except ValueError:
        same = False
    if not same:
        raise FileDamaged(detail="day or moment")
    return value


class DayColumn(TypeDecorator[date]):
    """A calendar day as YYYY-MM-DD."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat()

    def process_result_value(self, value: Any, dialect: Dialect) -> date | None:
        return None if value is None else _stored(date.fromisoformat, date.isoformat, value)


def moment_text(moment: datetime) -> str:
    """An aware moment as stored and hashed: 2026-06-03T01:12:09.123456Z. A naive moment is a fault."""
    if moment.tzinfo is None:
        raise ValueError("a recording time must carry its zone")
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


class MomentColumn(TypeDecorator[datetime]):
    """An aware UTC moment as text ending in Z."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        return None if value is None else moment_text(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        return None if value is None else _stored(datetime.fromisoformat, moment_text, value)


class FlagColumn(TypeDecorator[bool]):
    """Yes or no as 1 or 0."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:
        return None if value is None else int(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> bool | None:
        if value not in (None, 0, 1):
            raise FileDamaged(detail="yes or no")
        return None if value is None else bool(value)


def clean_text(text: str) -> str:
    """Text as it is stored: NFC, control characters but line breaks removed; raises TextNotStorable."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise TextNotStorable from None
    if text.isprintable() and (text.isascii() or unicodedata.is_normalized("NFC", text)):
        return text
    return unicodedata.normalize(
        "NFC", "".join(char for char in text if char == "\n" or unicodedata.category(char) != "Cc")
    )


class CleanText(TypeDecorator[str]):
    """Text that any sheet, page and search can carry."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else clean_text(value)
