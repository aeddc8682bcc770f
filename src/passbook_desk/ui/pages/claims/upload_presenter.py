"""Bringing in the sheet of the grid workers: read, settle row by row, import what is right."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Protocol

from passbook_desk.features.intake.reading import WorkbookRows
from passbook_desk.features.ledger.claims.upload import CLAIMS_BATCH, apply_upload, plan_upload
from passbook_desk.features.ledger.claims.upload_reading import FIELDS
from passbook_desk.features.ledger.claims.upload_values import Place, UploadChoices, UploadLine, UploadPlan
from passbook_desk.features.village.commands import change_policy
from passbook_desk.features.village.queries import policy
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.jobs import Jobs
from passbook_desk.ui.kit.ports import Desk
from passbook_desk.ui.shell.sheet_importing import SheetImporter, SheetView, reason_of


class UploadView(SheetView[UploadPlan], Protocol):
    """What the page is told."""

    def show_review_on(self) -> None: ...


class UploadPresenter(SheetImporter[UploadPlan, UploadChoices]):
    """Keeps the workbook and what the clerk settled."""

    kind = CLAIMS_BATCH
    specs = FIELDS

    def __init__(self, desk: Desk, view: UploadView, jobs: Jobs, clock: Clock, reading: str) -> None:
        super().__init__(desk, view, jobs, clock, reading)
        self._page = view

    def planned(self, scope: Any, workbook: WorkbookRows, choices: UploadChoices) -> UploadPlan:
        return plan_upload(scope, workbook, choices)

    def imported(self, tx: Any, plan: UploadPlan) -> UploadPlan:
        return apply_upload(tx, plan)

    def chosen_in(self, plan: UploadPlan | None) -> UploadChoices:
        return UploadChoices() if plan is None else plan.choices

    def reasons(self, plan: UploadPlan) -> Mapping[tuple[str, int], str]:
        return {line.said.place: reason_of(line) for line in plan.wrong}

    def accept(self, line: UploadLine) -> None:
        """Let a row in as it is, or keep it out again."""
        accepted = self.choices.accepted ^ {line.said.place}
        self.choose(replace(self.choices, accepted=accepted))

    def take_value(self, line: UploadLine) -> None:
        """Let a row in with the catalogue's value."""
        as_catalogue = self.choices.as_catalogue | {line.said.place}
        self.choose(replace(self.choices, as_catalogue=as_catalogue))

    def choose_household(self, line: UploadLine, household_id: int) -> None:
        """Say whose deed a row is."""
        households: dict[Place, int] = {**self.choices.households, line.said.place: household_id}
        self.choose(replace(self.choices, households=households))

    def switch_on_review(self) -> None:
        """Let the village review claims from now on."""

        def command(tx: Any) -> None:
            change_policy(tx, replace(policy(tx), review=True))

        def done(_: object) -> None:
            self._page.show_review_on()
            self.plan_again()

        self._jobs.desk(lambda: self._desk.do(command), done, self._page.show_problem)
