"""What an old register of events says, what of it comes in, and what is wrong with the rest."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from passbook_desk.features.events.cases import HostingCase
from passbook_desk.features.events.course.kinds import Outcome
from passbook_desk.features.events.course.values import Figures
from passbook_desk.features.events.values import EventKind, Measure, StandardRow
from passbook_desk.features.households.values import HouseholdRow
from passbook_desk.features.intake.choices import Choices
from passbook_desk.features.intake.reading import WorkbookRows
from passbook_desk.features.intake.table import FoundTable
from passbook_desk.features.intake.values import Finding, Severity
from passbook_desk.features.ledger.claims.upload_values import Candidate, Place
from passbook_desk.kernel.sensitive import Sensitive


@dataclass(frozen=True, slots=True)
class RegisterChoices:
    """What the clerk decides. `standard`: the number of the version under which events count that are older
    than the village's first standard; None is the earliest. `households`: whose event a row is, by household
    id. `accepted`: rows without a day of report that count as reported on the day itself.
    """

    standard: int | None = None
    households: Mapping[Place, int] = field(default_factory=dict)
    accepted: frozenset[Place] = frozenset()
    table: Choices = field(default_factory=Choices)


@dataclass(frozen=True, slots=True)
class SaidEvent:
    """A row as it is written. `days` is empty where no day can be read, `grid` a short code or "".

    `grid_text` is what the cell says of the grid. `member`: a member or cadre hosts; None where the row does
    not say. `outcome` None: the row says none; `late`: it calls the report late. `declared` and `actual` hold
    only figures that are there. `memo` is what stands under 备注.
    """

    sheet: str
    row: int
    kind: EventKind | None
    category: str
    head: str
    code: str
    grid: str
    grid_text: str
    house_number: str
    member: bool | None
    mode: HostingCase
    matter: str
    days: tuple[date, ...]
    day_text: str
    reported_on: date | None
    report_text: str
    lunar: str
    place: str
    contact: str
    phone: Sensitive | None
    cook_team: str
    family: str
    persons: str
    declared: Figures
    actual: Figures
    checker: str
    checked_on: date | None
    outcome: Outcome | None
    late: bool
    result_text: str
    memo: str

    @property
    def where(self) -> Place:
        """Sheet and row number."""
        return self.sheet, self.row

    @property
    def checked(self) -> bool:
        """Somebody has looked: a result or what was found stands there."""
        return bool(self.actual) or self.outcome is not None


class Fate(StrEnum):
    """What becomes of a row: a new event, a check of an event the file has, nothing new, or left out."""

    NEW = "new"
    CHECK = "check"
    SAME = "same"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """A row and what becomes of it.

    `problem` keeps it out until the clerk settles it; it is one of `findings`. `over` are the measures in
    which the newest figures are over the limit, `late` says that it was reported too late, both by the
    standard of the event, not by what the register says. `event` is the number of the event the file has.
    `acceptable`: the clerk may let it in all the same; `candidates`: whose it may be.
    """

    said: SaidEvent
    fate: Fate
    findings: tuple[Finding, ...] = ()
    problem: Finding | None = None
    household: HouseholdRow | None = None
    case: HostingCase = HostingCase.ORDINARY
    standard: int | None = None
    over: tuple[Measure, ...] = ()
    late: bool = False
    outcome: Outcome | None = None
    event_id: int | None = None
    event: str = ""
    acceptable: bool = False
    candidates: tuple[Candidate, ...] = ()

    @property
    def violates(self) -> bool:
        """Whether the event was over a limit or reported late."""
        return bool(self.over) or self.late

    @property
    def ready(self) -> bool:
        """Whether anything is written for it."""
        return self.fate in (Fate.NEW, Fate.CHECK)


@dataclass(frozen=True, slots=True)
class RegisterPlan:
    """A register, read and compared with the file. Nothing is written by it.

    `before_standard` counts rows older than the first standard; they come in under `counted_under`.
    """

    workbook: WorkbookRows
    tables: tuple[FoundTable, ...]
    mapping: str
    lines: tuple[RegisterLine, ...]
    choices: RegisterChoices
    standards: tuple[StandardRow, ...]
    before_standard: int
    counted_under: StandardRow
    batch: int | None = None
    """The import that wrote the events; None for a dry run."""

    def of(self, *fates: Fate) -> tuple[RegisterLine, ...]:
        """The rows with one of these fates."""
        return tuple(line for line in self.lines if line.fate in fates)

    @property
    def ready(self) -> tuple[RegisterLine, ...]:
        """Rows of which something is written."""
        return tuple(line for line in self.lines if line.ready)

    @property
    def wrong(self) -> tuple[RegisterLine, ...]:
        """Rows that are left out, each with its problem."""
        return self.of(Fate.OUT)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that was noticed, in the order of the rows."""
        return tuple(finding for line in self.lines for finding in line.findings)

    def count(self, severity: Severity) -> int:
        """How many findings have a severity."""
        return sum(1 for finding in self.findings if finding.severity is severity)
