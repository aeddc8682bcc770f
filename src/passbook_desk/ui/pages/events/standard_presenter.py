from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Protocol

from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.events.commands import adopt_standard
from passbook_desk.features.events.comparing import ComparedLine, compare_standards
from passbook_desk.features.events.queries import standards
from passbook_desk.features.events.sheets import standard_from_workbook
from passbook_desk.features.events.standard_sheet import standard_workbook
from passbook_desk.features.events.starter import STARTER_NAME, starter_standard
from passbook_desk.features.events.values import AdoptStandard, EventKind, LimitDraft, StandardRow
from passbook_desk.features.intake.reading import read_workbook
from passbook_desk.features.intake.values import Finding
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.jobs import Jobs, Progress
from passbook_desk.ui.kit.ports import Desk


@dataclass(frozen=True, slots=True)
class StandardDraft:
    """What may be adopted; `uid` is made with it, so that a second 采用 finds the first (DECISIONS 15)."""

    source: str
    limits: tuple[LimitDraft, ...]
    findings: tuple[Finding, ...] = ()
    uid: str = field(default_factory=new_uid)

    @property
    def counted(self) -> int:
        """How many lines limit a figure."""
        return sum(limit.amount is not None for limit in self.limits)


@dataclass(frozen=True, slots=True)
class StandardShown:
    """All standards, the newest first, and the one looked at; `in_force` is today's number.

    `lines` are its lines beside those of the standard before it, then what it left out; without a standard
    before it every line counts as the same.
    """

    standards: tuple[StandardRow, ...]
    in_force: int | None
    standard: StandardRow
    lines: tuple[ComparedLine, ...]


class StandardView(Protocol):
    def show_standard(self, shown: StandardShown | None) -> None: ...
    def show_draft(self, draft: StandardDraft) -> None: ...
    def show_adopted(self, number: int) -> None: ...
    def show_exported(self, target: Path) -> None: ...
    def show_refusal(self, error: BaseException) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class StandardPresenter:
    """Which standard is looked at; adopting the built-in one or a workbook."""

    def __init__(self, desk: Desk, view: StandardView, jobs: Jobs, clock: Clock) -> None:
        self._desk, self._view, self._jobs, self._clock = desk, view, jobs, clock
        self._standards: tuple[StandardRow, ...] = ()
        self._number: int | None = None
        self._kinds: Collection[EventKind] = tuple(EventKind)

    def load(self) -> None:
        """Read all standards and show the one in force, or the one looked at before."""
        self._jobs.desk(lambda: self._desk.ask(standards), self._take, self._view.show_problem)

    def show_number(self, number: int) -> None:
        """Look at another standard."""
        self._number = number
        self._show()

    def show_kinds(self, kinds: Collection[EventKind]) -> None:
        """Look at the lines for these kinds of events."""
        self._kinds = kinds
        self._show()

    def take_starter(self) -> None:
        """Offer the built-in standard."""
        self._view.show_draft(StandardDraft(STARTER_NAME, starter_standard()))

    def export(self, target: Path, label: str) -> None:
        """Write the standard looked at as a workbook, the built-in one before the village has any."""
        looked_at = self._looked_at()
        limits = starter_standard() if looked_at is None else looked_at.limits
        created = self._clock.now()

        def write(_: Progress) -> Path:
            write_xlsx(standard_workbook(limits), target, created)
            return target

        self._jobs.press(write, self._view.show_exported, self._view.show_problem, label)

    def read(self, path: Path, label: str) -> None:
        """Read a workbook and offer what it holds; `label` is said while it takes long."""
        self._jobs.press(
            lambda progress: _draft(path, progress), self._view.show_draft, self._view.show_problem, label
        )

    def adopt(self, draft: StandardDraft, meeting_on: date, minutes_no: str, effective_from: date) -> None:
        """Keep what the meeting decided as the next standard."""
        command = AdoptStandard(meeting_on, minutes_no, effective_from, draft.source, draft.limits, draft.uid)

        def adopted(number: int) -> None:
            self._number = number
            self._view.show_adopted(number)
            self.load()

        self._jobs.desk(
            lambda: self._desk.do(lambda tx: adopt_standard(tx, command)), adopted, self._view.show_refusal
        )

    def _take(self, found: tuple[StandardRow, ...]) -> None:
        self._standards = found
        self._show()

    def _show(self) -> None:
        standard, in_force = self._looked_at(), self._in_force()
        if standard is None:
            self._view.show_standard(None)
            return
        before = next((row for row in self._standards if row.number < standard.number), standard)
        compared = compare_standards(before.limits, standard.limits)
        lines = tuple(one for one in compared if one.line.kind in self._kinds)
        self._view.show_standard(StandardShown(self._standards, in_force, standard, lines))

    def _in_force(self) -> int | None:
        today = self._clock.today()
        return next((row.number for row in self._standards if row.effective_from <= today), None)

    def _looked_at(self) -> StandardRow | None:
        wanted = self._in_force() if self._number is None else self._number
        named = (row for row in self._standards if row.number == wanted)
        return next(named, self._standards[0] if self._standards else None)


def _draft(path: Path, progress: Progress) -> StandardDraft:
    workbook = read_workbook(path, progress)
    read = standard_from_workbook(workbook)
    return StandardDraft(workbook.file_name, read.limits, read.findings)
