"""The import wizard: read a workbook beside, plan it, import it in one transaction, take it back."""

from datetime import date
from pathlib import Path
from typing import Any, Protocol

from passbook_desk.features.households.planning import RosterPlan, plan_roster
from passbook_desk.features.households.secrets import LookupKey
from passbook_desk.features.intake.queries import active_batch_of, batches
from passbook_desk.features.intake.reading import WorkbookRows, read_workbook
from passbook_desk.features.intake.values import BatchSummary
from passbook_desk.features.ledger.imports import Undone, apply_roster, undo_import
from passbook_desk.features.ledger.openings import OpeningPlan, apply_openings, plan_openings
from passbook_desk.features.ledger.queries import accounts
from passbook_desk.kernel.errors import Cancelled
from passbook_desk.kernel.jobs import Jobs, NullProgress
from passbook_desk.ui.kit.ports import Desk
from passbook_desk.ui.pages.households.import_values import BookKind, Done, Preview, TakenBack


class ImportView(Protocol):
    """What the wizard is told."""

    def show_start(self, history: tuple[BatchSummary, ...]) -> None: ...
    def show_reading(self, file_name: str) -> None: ...
    def show_preview(self, preview: Preview) -> None: ...
    def show_importing(self) -> None: ...
    def show_done(self, done: Done) -> None: ...
    def show_taken_back(self, taken: TakenBack) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class ImportPresenter:
    """One wizard. `key` is the secret by which ID numbers and phones are compared."""

    def __init__(self, desk: Desk, view: ImportView, jobs: Jobs, key: LookupKey, reading_word: str) -> None:
        """`reading_word` names the work in the progress strip."""
        self._desk, self._view, self._jobs, self._key = desk, view, jobs, key
        self._reading_word = reading_word
        self._plan: RosterPlan | OpeningPlan | None = None

    def start(self) -> None:
        """The first step, with the history of imports."""
        self._plan = None
        self._jobs.desk(lambda: self._desk.ask(batches), self._view.show_start, self._view.show_problem)

    def read(self, path: Path, kind: BookKind) -> None:
        """Read a workbook in its own process, then see what importing it would do."""
        self._view.show_reading(path.name)
        self._jobs.press(
            lambda progress: read_workbook(path, progress),
            lambda workbook: self._make_plan(workbook, kind),
            self._fail_reading,
            self._reading_word,
        )

    def apply(self, on: date | None = None) -> None:
        """Import what was planned; balances are dated `on`."""
        plan = self._plan
        if plan is None:
            return
        self._view.show_importing()
        if isinstance(plan, RosterPlan):
            roster = plan
            self._jobs.desk(lambda: self._apply_roster(roster), self._finish, self._view.show_problem)
        elif on is not None:
            openings, day = plan, on
            self._jobs.desk(
                lambda: self._apply_openings(openings, day), self._finish, self._view.show_problem
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

    def _make_plan(self, workbook: WorkbookRows, kind: BookKind) -> None:
        def planned(scope: Any) -> tuple[RosterPlan | OpeningPlan, BatchSummary | None]:
            earlier = active_batch_of(scope, workbook, kind.value)
            if kind is BookKind.ROSTER:
                return plan_roster(scope, workbook, self._key), earlier
            return plan_openings(scope, workbook), earlier

        def done(answer: tuple[RosterPlan | OpeningPlan, BatchSummary | None]) -> None:
            self._plan = answer[0]
            self._view.show_preview(_preview(*answer))

        self._jobs.desk(lambda: self._desk.ask(planned), done, self._fail_reading)

    def _apply_roster(self, plan: RosterPlan) -> Done | None:
        def command(tx: Any) -> Done | None:
            before = len(accounts(tx))
            report = apply_roster(tx, plan, NullProgress())
            if report.batch is None:
                return None
            return Done(
                kind=BookKind.ROSTER,
                batch=report.batch,
                households=len(report.new_households),
                people=report.new_people,
                changes=len(report.changes),
                accounts=len(accounts(tx)) - before,
            )

        return self._desk.do(command)

    def _apply_openings(self, plan: OpeningPlan, on: date) -> Done | None:
        report = self._desk.do(lambda tx: apply_openings(tx, plan, on))
        if report.batch is None:
            return None
        return Done(BookKind.OPENINGS, report.batch, 0, 0, 0, len(plan.figures))

    def _finish(self, done: Done | None) -> None:
        self._plan = None
        if done is None:
            self.start()
        else:
            self._view.show_done(done)

    def _fail_reading(self, error: BaseException) -> None:
        self.start()
        if not isinstance(error, Cancelled):
            self._view.show_problem(error)


def _preview(plan: RosterPlan | OpeningPlan, earlier: BatchSummary | None) -> Preview:
    if isinstance(plan, OpeningPlan):
        return Preview(
            kind=BookKind.OPENINGS,
            file_name=plan.workbook.file_name,
            importable=len(plan.figures),
            residents=0,
            party_members=0,
            new_households=0,
            new_people=0,
            same_households=0,
            grids=(),
            findings=plan.findings,
            changes=(),
            writes=any(figure.spendable or figure.base or figure.accumulated for figure in plan.figures),
            earlier=earlier,
        )
    report = plan.report
    return Preview(
        kind=BookKind.ROSTER,
        file_name=plan.workbook.file_name,
        importable=report.households,
        residents=report.residents,
        party_members=report.party_members,
        new_households=len(report.new_households),
        new_people=report.new_people,
        same_households=report.same_households,
        grids=report.per_grid,
        findings=report.findings,
        changes=report.changes,
        writes=report.has_changes,
        earlier=earlier,
    )
