from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from passbook_desk.features.ledger.values import AccountRow
from passbook_desk.kernel.points import ZERO, Points


class RunKind(StrEnum):
    """What a run does to all books (domain §13 rule 6)."""

    CARRY_OVER = "carry-over"
    """Clear what a quarter or year left over, and carry a part of it on."""
    EXPIRY = "expiry"
    """Clear what was earned too long ago and not spent since, the oldest first."""
    BASE = "base"
    """Grant base points anew."""


class RunNote(StrEnum):
    """Why a book is not touched, or not as one would expect."""

    NEGATIVE = "negative"
    """It owes points; a debt stays."""
    PENDING = "pending"
    """Claims are on their way; what they bring is not touched."""
    NEWER = "newer"
    """A part was earned later and stays."""


@dataclass(frozen=True, slots=True)
class RunRow:
    """What a run does to a book: `taken` is cleared and `kept` of it carried on, or base points `granted`.

    `spendable` is what can be spent before the run.
    """

    account: AccountRow
    spendable: Points
    taken: Points = ZERO
    kept: Points = ZERO
    granted: Points = ZERO
    notes: tuple[RunNote, ...] = ()

    @property
    def moves(self) -> bool:
        """The run writes a line into this book."""
        return bool(self.taken) or bool(self.granted)


@dataclass(frozen=True, slots=True)
class RunPlan:
    """The dry list of a run: nothing is written. Points that count after `until` are not touched.

    `name` says the period on paper (2026年积分清零); a run of this name is applied once. `uid` is that of the
    act (DECISIONS 15).
    """

    uid: str
    kind: RunKind
    on: date
    until: date
    name: str
    rows: tuple[RunRow, ...]

    @property
    def moving(self) -> tuple[RunRow, ...]:
        """The books that get a line."""
        return tuple(row for row in self.rows if row.moves)

    @property
    def taken(self) -> Points:
        """All that is cleared."""
        return Points(sum(row.taken.hundredths for row in self.rows))

    @property
    def kept(self) -> Points:
        """All that is carried on."""
        return Points(sum(row.kept.hundredths for row in self.rows))

    @property
    def granted(self) -> Points:
        """All base points granted."""
        return Points(sum(row.granted.hundredths for row in self.rows))
