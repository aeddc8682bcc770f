"""What the import wizard shows at each step."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from passbook_desk.features.households.roster.cures import Cure
from passbook_desk.features.households.values import GridCount, RosterChange
from passbook_desk.features.intake.table import Certainty, GuessedBy
from passbook_desk.features.intake.values import BatchSummary, Finding, KeptRow, Severity


class BookKind(StrEnum):
    """The workbooks that can be brought in; equal to the kind of their batch."""

    ROSTER = "roster"
    OWNERS = "owners"
    OPENINGS = "balances"


class Step(StrEnum):
    """The steps of the wizard."""

    CHOOSE = "choose"
    COLUMNS = "columns"
    FIXES = "fixes"
    SAMPLES = "samples"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A sheet of the workbook: whether it is read, and the layout's reason as a code."""

    name: str
    rows: int
    read: bool
    role: str


@dataclass(frozen=True, slots=True)
class SourceColumn:
    """A column of a sheet that a field may be read from: number from 0, letters, header, three values."""

    number: int
    letters: str
    header: str
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FieldLine:
    """A field of ours and the column it is read from; `column` is None when the sheet has none."""

    key: str
    title: str
    required: bool
    column: int | None
    samples: tuple[str, ...]
    certainty: Certainty
    by: GuessedBy

    @property
    def sure(self) -> bool:
        """Nothing has to be looked at: recognised without doubt, or a field that sheets may lack."""
        if self.column is None:
            return not self.required or self.by is GuessedBy.CLERK
        return self.certainty is Certainty.SURE


@dataclass(frozen=True, slots=True)
class SheetColumns:
    """The mapping of one sheet: fields, unsure ones first, and the columns they may be read from."""

    sheet: str
    fields: tuple[FieldLine, ...]
    columns: tuple[SourceColumn, ...]

    @property
    def unsure(self) -> int:
        """How many fields should be looked at."""
        return sum(1 for line in self.fields if not line.sure)


@dataclass(frozen=True, slots=True)
class Columns:
    """The second step: the sheets of the workbook and the columns of those that are read."""

    file_name: str
    sheets: tuple[SheetLine, ...]
    columns: tuple[SheetColumns, ...]

    @property
    def unsure(self) -> int:
        """How many fields should be looked at in all sheets."""
        return sum(sheet.unsure for sheet in self.columns)


@dataclass(frozen=True, slots=True)
class FixRow:
    """A finding with what stands in its cell, and what can be done about it.

    `column` counts from 0; None when the finding is about a whole row or sheet, which cannot be edited.
    `cell_row` is the row of the cell that holds the text: the first one of a merged cell.
    """

    finding: Finding
    text: str
    cell_row: int
    column: int | None
    cures: tuple[Cure, ...]


ALIKE: Final = frozenset({"blank_cell", "relation_is", "leave_row", "seen"})
"""Cures that one press may take for all findings of a kind: none of them touches another's row."""


def alike(row: FixRow, number: int) -> tuple[object, ...]:
    """Equal for findings of one kind whose cure is the same but for whom it concerns."""
    cure = row.cures[number]
    params = sorted((key, value) for key, value in cure.params.items() if key != "name")
    return row.finding.kind, cure.code, *params


@dataclass(frozen=True, slots=True)
class SampleMember:
    """Somebody of a sample household: lines of facts, numbers masked."""

    name: str
    facts: tuple[str, ...]
    party: bool


@dataclass(frozen=True, slots=True)
class SampleHousehold:
    """A household as it will look."""

    code: str
    head: str
    grid: str
    address: str
    members: tuple[SampleMember, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """What a workbook holds and what importing it does.

    `importable` counts households of a roster, accounts of balances. `earlier` is the import of this file
    that stands. Balances have neither grids nor changes nor samples. `left` counts rows that do not go in.
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
    fixes: tuple[FixRow, ...] = ()
    samples: tuple[SampleHousehold, ...] = ()
    left: int = 0

    def count(self, severity: Severity) -> int:
        """How many findings have a severity and are still open."""
        return sum(1 for row in self.fixes if row.finding.severity is severity)


@dataclass(frozen=True, slots=True)
class Done:
    """What an import did; `batch` is the number to take it back by, `accounts` those opened or filled.

    `left` counts rows that stayed out and can still be saved with their reasons.
    """

    kind: BookKind
    batch: int
    households: int
    people: int
    changes: int
    accounts: int
    left: int = 0


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What taking an import back did."""

    batch: int
    removed: int
    restored: int
    reversed_lines: int
    kept: tuple[KeptRow, ...]
