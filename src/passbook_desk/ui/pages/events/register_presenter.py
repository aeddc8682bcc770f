"""Bringing in a council's old register: read, settle row by row, import what is right."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from passbook_desk.features.events.register.fields import FIELDS
from passbook_desk.features.events.register.planning import plan_register
from passbook_desk.features.events.register.values import RegisterChoices, RegisterLine, RegisterPlan
from passbook_desk.features.events.register.writing import REGISTER_BATCH, import_register
from passbook_desk.features.households.secrets import LookupKey
from passbook_desk.features.intake.reading import WorkbookRows
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.jobs import Jobs, NullProgress
from passbook_desk.ui.kit.ports import Desk
from passbook_desk.ui.shell.sheet_importing import SheetImporter, SheetView, reason_of


class RegisterPresenter(SheetImporter[RegisterPlan, RegisterChoices]):
    """Keeps the register and what the clerk settled."""

    kind = REGISTER_BATCH
    specs = FIELDS

    def __init__(
        self,
        desk: Desk,
        view: SheetView[RegisterPlan],
        jobs: Jobs,
        clock: Clock,
        key: LookupKey,
        reading: str,
    ) -> None:
        super().__init__(desk, view, jobs, clock, reading)
        self._key = key

    def planned(self, scope: Any, workbook: WorkbookRows, choices: RegisterChoices) -> RegisterPlan:
        return plan_register(scope, workbook, choices)

    def imported(self, tx: Any, plan: RegisterPlan) -> RegisterPlan:
        return import_register(tx, plan, self._key, NullProgress())

    def chosen_in(self, plan: RegisterPlan | None) -> RegisterChoices:
        return RegisterChoices() if plan is None else plan.choices

    def reasons(self, plan: RegisterPlan) -> Mapping[tuple[str, int], str]:
        return {line.said.where: reason_of(line) for line in plan.wrong}

    def accept(self, line: RegisterLine) -> None:
        """Count a row as reported on the day of the event, or leave it out again."""
        accepted = self.choices.accepted ^ {line.said.where}
        self.choose(replace(self.choices, accepted=accepted))

    def choose_household(self, line: RegisterLine, household_id: int) -> None:
        """Say whose event a row is."""
        chosen: Mapping[tuple[str, int], int] = {**self.choices.households, line.said.where: household_id}
        self.choose(replace(self.choices, households=chosen))

    def choose_standard(self, number: int) -> None:
        """Say under which standard events count that are older than the first one."""
        self.choose(replace(self.choices, standard=number))
