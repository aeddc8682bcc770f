"""What a 网格积分上报表 says, what of it can become claims, and what is wrong with the rest."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from passbook_desk.features.catalogue.values import ItemRow
from passbook_desk.features.intake.choices import Choices
from passbook_desk.features.intake.reading import WorkbookRows
from passbook_desk.features.intake.table import FoundTable
from passbook_desk.features.intake.values import Finding, Severity
from passbook_desk.features.ledger.recording_values import CheckedEntry
from passbook_desk.features.ledger.values import AccountRow
from passbook_desk.kernel.points import ZERO, Points

Place = tuple[str, int]
"""A row of the workbook: sheet and row number from 1."""


@dataclass(frozen=True, slots=True)
class UploadChoices:
    """What the clerk decides about rows that cannot go in as they stand.

    `accepted`: go in all the same, where that may be. `as_catalogue`: with the value of the catalogue.
    `households`: whose deed it is, by household id. `table`: columns, edits and rows left out.
    """

    accepted: frozenset[Place] = frozenset()
    as_catalogue: frozenset[Place] = frozenset()
    households: Mapping[Place, int] = field(default_factory=dict)
    table: Choices = field(default_factory=Choices)


@dataclass(frozen=True, slots=True)
class SaidClaim:
    """A row as it is written. `grid` is a short code, "" when none is named; `day` None: no such day."""

    sheet: str
    row: int
    day_text: str
    day: date | None
    month: tuple[int, int] | None
    """Year and month the sheet is about, where its title says so."""
    grid: str
    code: str
    head: str
    house_number: str
    item: str
    points_text: str
    points: Points | None
    memo: str
    witness: str
    by: str

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.sheet, self.row


@dataclass(frozen=True, slots=True)
class Candidate:
    """A household that a row may mean."""

    household_id: int
    code: str
    head_name: str
    house_number: str
    grid_name: str


@dataclass(frozen=True, slots=True)
class UploadLine:
    """A row and what became of it.

    `problem` keeps it out of the claims until the clerk settles it; it is one of `findings`. `acceptable`:
    the clerk may let it in as it is; `settled_by_value`: the catalogue's value would do; `candidates`: whom
    it may mean.
    """

    said: SaidClaim
    findings: tuple[Finding, ...]
    problem: Finding | None = None
    account: AccountRow | None = None
    item: ItemRow | None = None
    points: Points | None = None
    checked: CheckedEntry | None = None
    acceptable: bool = False
    settled_by_value: bool = False
    candidates: tuple[Candidate, ...] = ()

    @property
    def ready(self) -> bool:
        """Whether it becomes a claim."""
        return self.checked is not None


@dataclass(frozen=True, slots=True)
class UploadPlan:
    """A workbook of claims, read and compared with the file. Nothing is written by it."""

    workbook: WorkbookRows
    tables: tuple[FoundTable, ...]
    mapping: str
    lines: tuple[UploadLine, ...]
    choices: UploadChoices
    needs_steps: bool
    """The village has no review yet, so the claims have nowhere to wait."""
    batch: int | None = None
    """The import that wrote the claims; None for a dry run."""

    @property
    def ready(self) -> tuple[UploadLine, ...]:
        """Rows that become claims."""
        return tuple(line for line in self.lines if line.ready)

    @property
    def wrong(self) -> tuple[UploadLine, ...]:
        """Rows that do not, each with its problem."""
        return tuple(line for line in self.lines if not line.ready)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that was noticed, in the order of the rows."""
        return tuple(finding for line in self.lines for finding in line.findings)

    @property
    def total(self) -> Points:
        """The points of the rows that become claims."""
        return sum((line.points for line in self.ready if line.points is not None), ZERO)

    def count(self, severity: Severity) -> int:
        """How many findings have a severity."""
        return sum(1 for finding in self.findings if finding.severity is severity)
