"""Bringing in a council's old register: read, settle row by row, import what is right."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, Protocol

from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.events.register.fields import FIELDS
from passbook_desk.features.events.register.planning import plan_register
from passbook_desk.features.events.register.values import RegisterChoices, RegisterLine, RegisterPlan
from passbook_desk.features.events.register.writing import REGISTER_BATCH, import_register
from passbook_desk.features.households.secrets import LookupKey
from passbook_desk.features.intake.queries import active_batch_of
from passbook_desk.features.intake.reading import WorkbookRows, read_workbook
from passbook_desk.features.intake.rejects import rejects_workbook
from passbook_desk.features.intake.values import BatchSummary
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.jobs import Jobs, NullProgress
from passbook_desk.ui.kit.ports import Desk
from passbook_desk.ui.kit.sentences import tell_code

_FINDING: Final = "finding."


class RegisterView(Protocol):
    """What the page is told."""

    def show_plan(self, plan: RegisterPlan) -> None: ...
    def show_earlier(self, batch: int) -> None: ...
    def show_imported(self, plan: RegisterPlan) -> None: ...
    def show_saved(self, target: Path) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class RegisterPresenter:
    """Keeps the workbook and what the clerk settled; every choice plans anew."""

    def __init__(
        self, desk: Desk, view: RegisterView, jobs: Jobs, clock: Clock, key: LookupKey, reading: str
    ) -> None:
        self._desk, self._view, self._jobs, self._clock = desk, view, jobs, clock
        self._key, self._reading = key, reading
        self._plan: RegisterPlan | None = None

    @property
    def choices(self) -> RegisterChoices:
        """What the clerk settled so far."""
        return RegisterChoices() if self._plan is None else self._plan.choices

    def forget(self) -> None:
        """Begin with no workbook."""
        self._plan = None

    def read(self, path: Path) -> None:
        """Read a register."""
        self._jobs.press(
            lambda progress: read_workbook(path, progress),
            lambda workbook: self._make_plan(workbook, RegisterChoices()),
            self._view.show_problem,
            self._reading,
        )

    def accept(self, line: RegisterLine) -> None:
        """Count a row as reported on the day of the event, or leave it out again."""
        accepted = self.choices.accepted ^ {line.said.where}
        self._choose(replace(self.choices, accepted=accepted))

    def choose_household(self, line: RegisterLine, household_id: int) -> None:
        """Say whose event a row is."""
        chosen: Mapping[tuple[str, int], int] = {**self.choices.households, line.said.where: household_id}
        self._choose(replace(self.choices, households=chosen))

    def choose_standard(self, number: int) -> None:
        """Say under which standard events count that are older than the first one."""
        self._choose(replace(self.choices, standard=number))

    def plan_again(self) -> None:
        """Compare with the file as it is now."""
        self._choose(self.choices)

    def apply(self) -> None:
        """Import what is right."""
        plan = self._plan
        if plan is not None:
            self._jobs.desk(
                lambda: self._desk.do(lambda tx: import_register(tx, plan, self._key, NullProgress())),
                self._imported,
                self._view.show_problem,
            )

    def save_wrong(self, target: Path) -> None:
        """Write the rows that do not go in as a workbook of their own, each with its reason."""
        plan, now = self._plan, self._clock.now()
        if plan is None:
            return
        reasons = {line.said.where: reason_of(line) for line in plan.wrong}
        workbook = rejects_workbook(plan.workbook, plan.tables, FIELDS, reasons)
        self._jobs.press(
            lambda _progress: write_xlsx(workbook, target, now),
            lambda _: self._view.show_saved(target),
            self._view.show_problem,
        )

    def _choose(self, choices: RegisterChoices) -> None:
        if self._plan is not None:
            self._make_plan(self._plan.workbook, choices)

    def _make_plan(self, workbook: WorkbookRows, choices: RegisterChoices) -> None:
        def asked(scope: Any) -> tuple[RegisterPlan, BatchSummary | None]:
            return plan_register(scope, workbook, choices), active_batch_of(scope, workbook, REGISTER_BATCH)

        def shown(answer: tuple[RegisterPlan, BatchSummary | None]) -> None:
            self._plan, earlier = answer
            self._view.show_plan(self._plan)
            if earlier is not None:
                self._view.show_earlier(earlier.number)

        self._jobs.desk(lambda: self._desk.ask(asked), shown, self._view.show_problem)

    def _imported(self, plan: RegisterPlan) -> None:
        self._plan = plan
        self._view.show_imported(plan)


def reason_of(line: RegisterLine) -> str:
    """What keeps a row out, or what was noticed of it, in a sentence."""
    found = [line.problem] if line.problem is not None else list(line.findings)
    return "　".join(tell_code(f"{_FINDING}{each.kind}", each.params) for each in found)
