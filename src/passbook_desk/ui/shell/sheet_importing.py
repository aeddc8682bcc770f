"""Bringing rows of a workbook in: read, settle row by row, import what is right."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final, Generic, Protocol, TypeVar

from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.intake.queries import active_batch_of
from passbook_desk.features.intake.reading import WorkbookRows, read_workbook
from passbook_desk.features.intake.rejects import rejects_workbook
from passbook_desk.features.intake.table import FieldSpec, FoundTable
from passbook_desk.features.intake.values import BatchSummary, Finding
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.jobs import Jobs
from passbook_desk.ui.kit.ports import Desk
from passbook_desk.ui.kit.sentences import tell_code

_FINDING: Final = "finding."


class SheetLine(Protocol):
    """A row of a workbook and what was noticed of it; `acceptable`: the clerk may let it in all the same."""

    @property
    def findings(self) -> Sequence[Finding]: ...
    @property
    def problem(self) -> Finding | None: ...
    @property
    def acceptable(self) -> bool: ...


class SheetPlan(Protocol):
    """A workbook, read and compared with the file."""

    @property
    def workbook(self) -> WorkbookRows: ...
    @property
    def tables(self) -> tuple[FoundTable, ...]: ...
    @property
    def batch(self) -> int | None: ...


Plan = TypeVar("Plan", bound=SheetPlan)
Choices = TypeVar("Choices")
PlanShown = TypeVar("PlanShown", contravariant=True)


class SheetView(Protocol[PlanShown]):
    """What the page is told."""

    def show_plan(self, plan: PlanShown) -> None: ...
    def show_earlier(self, batch: int) -> None: ...
    def show_imported(self, plan: PlanShown) -> None: ...
    def show_saved(self, target: Path) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class SheetImporter(ABC, Generic[Plan, Choices]):
    """Keeps the workbook and what the clerk settled; every choice plans anew.

    `kind` is the kind of batch, `specs` the columns that a list of rejected rows is told by.
    """

    kind: str
    specs: Sequence[FieldSpec]

    def __init__(self, desk: Desk, view: SheetView[Plan], jobs: Jobs, clock: Clock, reading: str) -> None:
        self._desk, self._view, self._jobs, self._clock = desk, view, jobs, clock
        self._reading = reading
        self._plan: Plan | None = None

    @abstractmethod
    def planned(self, scope: Any, workbook: WorkbookRows, choices: Choices) -> Plan:
        """Compare a workbook with the file."""

    @abstractmethod
    def imported(self, tx: Any, plan: Plan) -> Plan:
        """Write what is right."""

    @abstractmethod
    def chosen_in(self, plan: Plan | None) -> Choices:
        """What the clerk settled in a plan; nothing where there is none yet."""

    @abstractmethod
    def reasons(self, plan: Plan) -> Mapping[tuple[str, int], str]:
        """By sheet and row, why a row does not go in."""

    @property
    def choices(self) -> Choices:
        """What the clerk settled so far."""
        return self.chosen_in(self._plan)

    def forget(self) -> None:
        """Begin with no workbook."""
        self._plan = None

    def read(self, path: Path) -> None:
        """Read a workbook."""
        self._jobs.press(
            lambda progress: read_workbook(path, progress),
            lambda workbook: self._make_plan(workbook, self.chosen_in(None)),
            self._view.show_problem,
            self._reading,
        )

    def plan_again(self) -> None:
        """Compare with the file as it is now."""
        self.choose(self.choices)

    def choose(self, choices: Choices) -> None:
        """Settle something and plan anew."""
        if self._plan is not None:
            self._make_plan(self._plan.workbook, choices)

    def apply(self) -> None:
        """Import what is right."""
        plan = self._plan
        if plan is not None:
            self._jobs.desk(
                lambda: self._desk.do(lambda tx: self.imported(tx, plan)),
                self._show_imported,
                self._view.show_problem,
            )

    def save_wrong(self, target: Path) -> None:
        """Write the rows that do not go in as a workbook of their own, each with its reason."""
        plan, now = self._plan, self._clock.now()
        if plan is None:
            return
        workbook = rejects_workbook(plan.workbook, plan.tables, self.specs, self.reasons(plan))
        self._jobs.press(
            lambda _progress: write_xlsx(workbook, target, now),
            lambda _: self._view.show_saved(target),
            self._view.show_problem,
        )

    def _make_plan(self, workbook: WorkbookRows, choices: Choices) -> None:
        def asked(scope: Any) -> tuple[Plan, BatchSummary | None]:
            return self.planned(scope, workbook, choices), active_batch_of(scope, workbook, self.kind)

        def shown(answer: tuple[Plan, BatchSummary | None]) -> None:
            self._plan, earlier = answer
            self._view.show_plan(self._plan)
            if earlier is not None:
                self._view.show_earlier(earlier.number)

        self._jobs.desk(lambda: self._desk.ask(asked), shown, self._view.show_problem)

    def _show_imported(self, plan: Plan) -> None:
        self._plan = plan
        self._view.show_imported(plan)


def reason_of(line: SheetLine) -> str:
    """What keeps a row out, or what was noticed of it, in a sentence."""
    found = [line.problem] if line.problem is not None else list(line.findings)
    return "　".join(tell_code(f"{_FINDING}{each.kind}", each.params) for each in found)
