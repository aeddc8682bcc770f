"""Bringing in the sheet of the grid workers: read, settle row by row, import what is right."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, Protocol

from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.intake.queries import active_batch_of
from passbook_desk.features.intake.reading import WorkbookRows, read_workbook
from passbook_desk.features.intake.rejects import rejects_workbook
from passbook_desk.features.intake.values import BatchSummary
from passbook_desk.features.ledger.claims.upload import CLAIMS_BATCH, apply_upload, plan_upload
from passbook_desk.features.ledger.claims.upload_reading import FIELDS
from passbook_desk.features.ledger.claims.upload_values import Place, UploadChoices, UploadLine, UploadPlan
from passbook_desk.features.village.commands import change_policy
from passbook_desk.features.village.queries import policy
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.jobs import Jobs
from passbook_desk.ui.kit.ports import Desk
from passbook_desk.ui.kit.sentences import tell_code

_FINDING: Final = "finding."


class UploadView(Protocol):
    """What the page is told."""

    def show_plan(self, plan: UploadPlan) -> None: ...
    def show_earlier(self, batch: int) -> None: ...
    def show_imported(self, plan: UploadPlan) -> None: ...
    def show_review_on(self) -> None: ...
    def show_saved(self, target: Path) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class UploadPresenter:
    """Keeps the workbook and what the clerk settled; every choice plans anew."""

    def __init__(self, desk: Desk, view: UploadView, jobs: Jobs, clock: Clock, reading: str) -> None:
        self._desk, self._view, self._jobs, self._clock = desk, view, jobs, clock
        self._reading = reading
        self._plan: UploadPlan | None = None

    @property
    def choices(self) -> UploadChoices:
        """What the clerk settled so far."""
        return UploadChoices() if self._plan is None else self._plan.choices

    def forget(self) -> None:
        """Begin with no workbook."""
        self._plan = None

    def read(self, path: Path) -> None:
        """Read a workbook of claims."""
        self._jobs.press(
            lambda progress: read_workbook(path, progress),
            lambda workbook: self._make_plan(workbook, UploadChoices()),
            self._view.show_problem,
            self._reading,
        )

    def accept(self, line: UploadLine) -> None:
        """Let a row in as it is, or keep it out again."""
        accepted = self.choices.accepted ^ {line.said.place}
        self._choose(replace(self.choices, accepted=accepted))

    def take_value(self, line: UploadLine) -> None:
        """Let a row in with the catalogue's value."""
        as_catalogue = self.choices.as_catalogue | {line.said.place}
        self._choose(replace(self.choices, as_catalogue=as_catalogue))

    def choose_household(self, line: UploadLine, household_id: int) -> None:
        """Say whose deed a row is."""
        households: dict[Place, int] = {**self.choices.households, line.said.place: household_id}
        self._choose(replace(self.choices, households=households))

    def plan_again(self) -> None:
        """Compare with the file as it is now."""
        self._choose(self.choices)

    def switch_on_review(self) -> None:
        """Let the village review claims from now on."""

        def command(tx: Any) -> None:
            change_policy(tx, replace(policy(tx), review=True))

        def done(_: object) -> None:
            self._view.show_review_on()
            self.plan_again()

        self._do(command, done)

    def apply(self) -> None:
        """Import what is right."""
        plan = self._plan
        if plan is not None:
            self._do(lambda tx: apply_upload(tx, plan), self._imported)

    def save_wrong(self, target: Path) -> None:
        """Write the rows that do not go in as a workbook of their own, each with its reason."""
        plan, now = self._plan, self._clock.now()
        if plan is None:
            return
        reasons = {line.said.place: reason_of(line) for line in plan.wrong}
        workbook = rejects_workbook(plan.workbook, plan.tables, FIELDS, reasons)
        self._jobs.press(
            lambda _progress: write_xlsx(workbook, target, now),
            lambda _: self._view.show_saved(target),
            self._view.show_problem,
        )

    def _choose(self, choices: UploadChoices) -> None:
        if self._plan is not None:
            self._make_plan(self._plan.workbook, choices)

    def _make_plan(self, workbook: WorkbookRows, choices: UploadChoices) -> None:
        def asked(scope: Any) -> tuple[UploadPlan, BatchSummary | None]:
            return plan_upload(scope, workbook, choices), active_batch_of(scope, workbook, CLAIMS_BATCH)

        def shown(answer: tuple[UploadPlan, BatchSummary | None]) -> None:
            self._plan, earlier = answer
            self._view.show_plan(self._plan)
            if earlier is not None:
                self._view.show_earlier(earlier.number)

        self._jobs.desk(
            lambda: self._desk.ask(asked),
            shown,
            self._view.show_problem,
        )

    def _imported(self, plan: UploadPlan) -> None:
        self._plan = plan
        self._view.show_imported(plan)

    def _do(self, command: Callable[[Any], Any], done: Callable[[Any], None]) -> None:
        self._jobs.desk(lambda: self._desk.do(command), done, self._view.show_problem)


def reason_of(line: UploadLine) -> str:
    """What keeps a row out, or what was noticed of it, in a sentence."""
    found = [line.problem] if line.problem is not None else list(line.findings)
    return "　".join(tell_code(f"{_FINDING}{each.kind}", each.params) for each in found)
