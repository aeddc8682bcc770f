"""The only place that asks what time it is."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Protocol


class Clock(Protocol):
    """Rules and documents ask `today`; recording times come from `now`, which no one can set."""

    def today(self) -> date:
        """The date that rules and documents work with (local calendar)."""
        ...

    def now(self) -> datetime:
        """The real moment, aware UTC, for `recorded_at` only."""
        ...


class SystemClock:
    """The computer's own clock."""

    def today(self) -> date:
        return datetime.now(UTC).astimezone().date()

    def now(self) -> datetime:
        return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class SetDateClock:
    """`--today DATE`: the date for rules and documents is given, the recording time stays real (14h)."""

    day: date

    def today(self) -> date:
        return self.day

    def now(self) -> datetime:
        return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class FixedClock:
    """A clock for tests and the invented village: both answers are given."""

    moment: datetime

    def today(self) -> date:
        return self.moment.date()

    def now(self) -> datetime:
        return self.moment
