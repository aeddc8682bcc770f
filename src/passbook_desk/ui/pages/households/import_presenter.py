"""The import wizard: read a workbook beside, plan it with the clerk's choices, import it as one batch."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Protocol

from passbook_desk.documents.sheet import Workbook
from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.households.roster.cures import SEEN, Cure, cured
from passbook_desk.features.households.roster.template import roster_template
from passbook_desk.features.households.secrets import LookupKey
from passbook_desk.features.intake.choices import Choices
from passbook_desk.features.intake.errors import WorkbookProtected, WrongWorkbookPassword
from passbook_desk.features.intake.queries import batches
from passbook_desk.features.intake.reading import WorkbookRows, read_pasted, read_workbook
from passbook_desk.features.intake.values import BatchSummary, Finding, Severity
from passbook_desk.features.ledger.imports import Undone, undo_import
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.errors import Cancelled
from passbook_desk.kernel.jobs import Jobs, Progress
from passbook_desk.ui.kit.ports import Desk
from passbook_desk.ui.pages.households.import_engine import Planned, applied, planned, rejects
from passbook_desk.ui.pages.households.import_values import (
    BookKind,
    Columns,
    Done,
    FixRow,
    Preview,
    Step,
    TakenBack,
    alike,
)


class ImportView(Protocol):
    """What the wizard is told."""

    def show_start(self, history: tuple[BatchSummary, ...]) -> None: ...
    def show_reading(self, file_name: str) -> None: ...
    def ask_password(self, file_name: str, wrong: bool) -> None: ...
    def show_columns(self, columns: Columns) -> None: ...
    def show_fixes(self, preview: Preview, may_undo: bool) -> None: ...
    def show_samples(self, preview: Preview) -> None: ...
    def show_waiting(self, waiting: bool) -> None: ...
    def show_importing(self) -> None: ...
    def show_stopped(self) -> None: ...
    def show_done(self, done: Done) -> None: ...
    def show_taken_back(self, taken: TakenBack) -> None: ...
    def show_saved(self, path: Path) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


@dataclass(frozen=True, slots=True)
class _Decisions:
    """Everything the clerk has decided about the workbook; `seen` are checks that were looked at."""

    choices: Choices = field(default_factory=Choices)
    seen: frozenset[tuple[str, int, str, str]] = frozenset()


def _mark(finding: Finding) -> tuple[str, int, str, str]:
    return finding.sheet, finding.row, finding.column, finding.kind


class ImportPresenter:
    """One wizard. `key` is the secret by which ID numbers and phones are compared.

    Every decision is planned anew on the desk's lane; only the answer to the last one is shown.
    """

    def __init__(
        self, desk: Desk, view: ImportView, jobs: Jobs, key: LookupKey, clock: Clock, reading_word: str
    ) -> None:
        """`reading_word` names the work in the progress strip."""
        self._desk, self._view, self._jobs, self._key, self._clock = desk, view, jobs, key, clock
        self._reading_word = reading_word
        self._kind = BookKind.ROSTER
        self._workbook: WorkbookRows | None = None
        self._path: Path | None = None
        self._planned: Planned | None = None
        self._imported: Planned | None = None
        self._waiting = False
        self._decisions = _Decisions()
        self._before: list[_Decisions] = []
        self._round = 0
        self._step = Step.CHOOSE

    @property
    def step(self) -> Step:
        """The step the wizard is at."""
        return self._step

    @property
    def kind(self) -> BookKind:
        """What is being imported."""
        return self._kind

    def start(self) -> None:
        """The first step, with the history of imports."""
        self._round += 1
        self._workbook = self._planned = self._imported = self._path = None
        self._waiting = False
        self._decisions, self._before = _Decisions(), []
        self._step = Step.CHOOSE
        self._jobs.desk(lambda: self._desk.ask(batches), self._view.show_start, self._view.show_problem)

    def read(self, path: Path, kind: BookKind, password: str = "") -> None:
        """Read a workbook in its own process, then see what importing it would do."""
        self._kind, self._path = kind, path
        self._round += 1
        mine = self._round
        self._view.show_reading(path.name)

        def failed(error: BaseException) -> None:
            if mine != self._round:
                return
            if isinstance(error, WorkbookProtected | WrongWorkbookPassword):
                self._view.ask_password(path.name, isinstance(error, WrongWorkbookPassword))
            else:
                self._fail_reading(error)

        self._jobs.press(
            lambda progress: read_workbook(path, progress, password),
            lambda workbook: self._take_up(workbook, mine),
            failed,
            self._reading_word,
        )

    def give_password(self, password: str) -> None:
        """Read the protected file again with this password."""
        if self._path is not None:
            self.read(self._path, self._kind, password)

    def read_pasted(self, text: str, kind: BookKind) -> None:
        """Take up rows copied out of a sheet."""
        self._kind, self._path = kind, None
        self._round += 1
        mine = self._round
        self._jobs.press(
            lambda _progress: read_pasted(text),
            lambda workbook: self._take_up(workbook, mine),
            self._fail_reading,
            self._reading_word,
        )

    def set_sheet(self, name: str, read: bool) -> None:
        """Read a sheet or leave it."""
        choices = self._decisions.choices
        self._choose(replace(choices, sheets={**choices.sheets, name: read}))

    def set_column(self, sheet: str, key: str, column: int | None) -> None:
        """Read a field from this column of a sheet, or from none."""
        choices = self._decisions.choices
        self._choose(replace(choices, columns={**choices.columns, (sheet, key): column}))

    def edit(self, row: FixRow, text: str) -> None:
        """Put another text into the cell of a finding."""
        if row.column is None:
            return
        place = (row.finding.sheet, row.cell_row, row.column)
        choices = self._decisions.choices
        self._choose(replace(choices, edits={**choices.edits, place: text}))

    def cure(self, row: FixRow, number: int) -> None:
        """Take one of a finding's cures."""
        if number < len(row.cures):
            self._take([(row.finding, row.cures[number])])

    def cure_alike(self, row: FixRow, number: int) -> None:
        """Take the same cure for all findings of the kind."""
        if self._planned is None or self._planned.preview is None or number >= len(row.cures):
            return
        same = alike(row, number)
        taken = [
            (other.finding, other.cures[number])
            for other in self._planned.preview.fixes
            if number < len(other.cures) and alike(other, number) == same
        ]
        self._take(taken)

    def undo(self) -> None:
        """Take the last decision back."""
        if self._before:
            self._decisions = self._before.pop()
            self._plan_again()

    def go(self, step: Step) -> None:
        """Show another step of the workbook that is planned."""
        if self._planned is not None:
            self._step = step
            self._show()

    def apply(self, progress: Progress, on: date | None = None) -> None:
        """Import what was planned; balances are dated `on`. `progress` hears from the desk's lane.

        Does nothing while a decision is still being planned.
        """
        found = self._planned
        if self._waiting or found is None or found.plan is None:
            return
        if self._kind is BookKind.OPENINGS and on is None:
            return
        self._view.show_importing()
        self._jobs.desk(
            lambda: self._desk.do(lambda tx: applied(tx, found, progress, on)),
            self._finish,
            self._fail_applying,
        )

    def take_back(self, batch: int) -> None:
        """Undo an import as a whole."""

        def done(undone: Undone) -> None:
            rows = undone.rows
            self._view.show_taken_back(
                TakenBack(batch, rows.removed, rows.restored, undone.reversed_lines, rows.kept)
            )

        self._jobs.desk(
            lambda: self._desk.do(lambda tx: undo_import(tx, batch)), done, self._view.show_problem
        )

    def save_rejects(self, target: Path) -> None:
        """Write the rows that do not go in, or did not, each with its reason."""
        found = self._planned or self._imported
        if found is not None:
            self._write(lambda: rejects(found), target)

    def save_template(self, target: Path) -> None:
        """Write a small workbook with our columns."""
        self._write(roster_template, target)

    def _write(self, made: Callable[[], Workbook], target: Path) -> None:
        created = self._clock.now()
        self._jobs.press(
            lambda _progress: write_xlsx(made(), target, created),
            lambda _nothing: self._view.show_saved(target),
            self._view.show_problem,
            self._reading_word,
        )

    def _take(self, taken: Iterable[tuple[Finding, Cure]]) -> None:
        choices, seen = self._decisions.choices, set(self._decisions.seen)
        for finding, cure in taken:
            choices = cured(choices, cure)
            if cure.code == SEEN:
                seen.add(_mark(finding))
        self._decide(_Decisions(choices, frozenset(seen)))

    def _choose(self, choices: Choices) -> None:
        self._decide(replace(self._decisions, choices=choices))

    def _decide(self, decisions: _Decisions) -> None:
        self._before.append(self._decisions)
        self._decisions = decisions
        self._plan_again()

    def _take_up(self, workbook: WorkbookRows, mine: int) -> None:
        if mine == self._round:
            self._workbook = workbook
            self._decisions, self._before = _Decisions(), []
            self._planned = None
            self._plan_again()

    def _plan_again(self) -> None:
        self._round += 1
        mine, workbook, decisions = self._round, self._workbook, self._decisions
        if workbook is None:
            return
        self._wait(True)

        def work() -> Planned | None:
            if mine != self._round:
                return None
            return self._desk.ask(
                lambda scope: planned(scope, workbook, self._kind, self._key, decisions.choices)
            )

        def done(found: Planned | None) -> None:
            if found is not None and mine == self._round:
                self._wait(False)
                self._arrive(found, decisions)

        def failed(error: BaseException) -> None:
            if mine == self._round:
                self._wait(False)
                self._fail_reading(error)

        self._jobs.desk(work, done, failed)

    def _wait(self, waiting: bool) -> None:
        self._waiting = waiting
        self._view.show_waiting(waiting)

    def _arrive(self, found: Planned, decisions: _Decisions) -> None:
        first = self._planned is None
        if found.preview is not None and decisions.seen:
            found = replace(found, preview=_without_seen(found.preview, decisions))
        self._planned = found
        if first:
            doubtful = found.columns is not None and (found.columns.unsure or found.preview is None)
            self._step = Step.COLUMNS if doubtful else Step.FIXES
        self._show()

    def _show(self) -> None:
        found = self._planned
        if found is None:
            return
        if self._step is Step.COLUMNS and found.columns is not None:
            self._view.show_columns(found.columns)
        elif found.preview is None:
            self._step = Step.COLUMNS
            if found.columns is not None:
                self._view.show_columns(found.columns)
            if found.trouble is not None:
                self._view.show_problem(found.trouble)
        elif self._step is Step.SAMPLES:
            self._view.show_samples(found.preview)
        else:
            self._view.show_fixes(found.preview, bool(self._before))

    def _finish(self, done: Done | None) -> None:
        if done is None:
            self.start()
            return
        self._imported = self._planned
        self._planned = self._workbook = None
        self._step = Step.DONE
        self._view.show_done(done)

    def _fail_applying(self, error: BaseException) -> None:
        """Nothing was written; what was planned stays."""
        self._show()
        if isinstance(error, Cancelled):
            self._view.show_stopped()
        else:
            self._view.show_problem(error)

    def _fail_reading(self, error: BaseException) -> None:
        self.start()
        if not isinstance(error, Cancelled):
            self._view.show_problem(error)


def _without_seen(preview: Preview, decisions: _Decisions) -> Preview:
    """Checks that were looked at are no longer listed; what must be fixed always is."""
    kept = tuple(
        row
        for row in preview.fixes
        if row.finding.severity is not Severity.CHECK or _mark(row.finding) not in decisions.seen
    )
    return replace(preview, fixes=kept)
