"""What the import wizard shows at each step."""

from dataclasses import dataclass
from enum import StrEnum

from passbook_desk.features.households.values import GridCount, RosterChange
from passbook_desk.features.intake.values import BatchSummary, Finding, KeptRow, Severity


class BookKind(StrEnum):
    """The workbooks that can be brought in; equal to the kind of their batch."""

    ROSTER = "roster"
    OPENINGS = "balances"


@dataclass(frozen=True, slots=True)
class Preview:
    """What a workbook holds and what importing it does.

    `importable` counts households of a roster, accounts of balances. `earlier` is the import of this file
    that stands. Balances have neither grids nor changes.
    """

    kind: BookKind
    file_name: str
    importable: int
    residents: int
    party_members: int
    new_households: int
    new_people: int
    same_households: int
    grids: tuple[GridCount, ...]
    findings: tuple[Finding, ...]
    changes: tuple[RosterChange, ...]
    writes: bool
    earlier: BatchSummary | None

    def count(self, severity: Severity) -> int:
        """How many findings have a severity."""
        return sum(1 for finding in self.findings if finding.severity is severity)


@dataclass(frozen=True, slots=True)
class Done:
    """What an import did; `batch` is the number to take it back by, `accounts` those opened or filled."""

    kind: BookKind
    batch: int
    households: int
    people: int
    changes: int
    accounts: int


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What taking an import back did."""

    batch: int
    removed: int
    restored: int
    reversed_lines: int
    kept: tuple[KeptRow, ...]
