"""What the wizard asks of the features: plan a workbook with the clerk's choices, and import it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from passbook_desk.documents.sheet import Workbook
from passbook_desk.features.households.owners.planning import OwnerPlan, plan_owners
from passbook_desk.features.households.owners.queries import possible_owners
from passbook_desk.features.households.queries import grids
from passbook_desk.features.households.roster.cures import Candidate
from passbook_desk.features.households.roster.fields import ROSTER_FIELDS
from passbook_desk.features.households.roster.planning import ROSTER_BATCH, RosterPlan, plan_roster
from passbook_desk.features.households.roster.values import RowPlace
from passbook_desk.features.households.secrets import LookupKey
from passbook_desk.features.intake.choices import Choices, mended
from passbook_desk.features.intake.errors import NoHeaderFound
from passbook_desk.features.intake.layout import find_tables
from passbook_desk.features.intake.queries import active_batch_of
from passbook_desk.features.intake.reading import WorkbookRows
from passbook_desk.features.intake.rejects import rejects_workbook
from passbook_desk.features.intake.remembering import remember_columns, remembered_columns
from passbook_desk.features.intake.table import Certainty, GuessedBy
from passbook_desk.features.ledger.imports import apply_roster
from passbook_desk.features.ledger.openings import OpeningPlan, apply_openings, plan_openings
from passbook_desk.features.ledger.owner_imports import apply_owners
from passbook_desk.features.ledger.queries import accounts
from passbook_desk.kernel.errors import PassbookError
from passbook_desk.kernel.jobs import Progress
from passbook_desk.ui.pages.households.import_show import (
    columns_of,
    openings_preview,
    owners_preview,
    reasons_of,
    roster_preview,
)
from passbook_desk.ui.pages.households.import_values import BookKind, Columns, Done, Preview


@dataclass(frozen=True, slots=True)
class Planned:
    """A workbook planned with the choices made so far, and what the steps show of it.

    `plan` and `preview` are None while no table can be read; `trouble` says why. `columns` is None for books
    whose columns are found by their titles alone.
    """

    plan: RosterPlan | OwnerPlan | OpeningPlan | None
    preview: Preview | None
    columns: Columns | None = None
    trouble: PassbookError | None = None


def planned(scope: Any, workbook: WorkbookRows, kind: BookKind, key: LookupKey, choices: Choices) -> Planned:
    """Plan a workbook in a scope of the village; writes nothing. Raises what the plan raises."""
    earlier = active_batch_of(scope, workbook, kind.value)
    if kind is BookKind.OPENINGS:
        openings = plan_openings(scope, workbook)
        return Planned(openings, openings_preview(openings, earlier))
    if kind is BookKind.OWNERS:
        owners = plan_owners(scope, workbook, key, choices)
        return Planned(owners, owners_preview(owners, earlier, _people_asked_about(scope, owners)))
    try:
        plan = plan_roster(scope, workbook, key, choices)
    except NoHeaderFound as trouble:
        remembered = remembered_columns(scope, ROSTER_BATCH)
        layout = find_tables(mended(workbook, choices), ROSTER_FIELDS, choices, remembered)
        return Planned(None, None, columns_of(workbook.file_name, layout, choices), trouble)
    columns = columns_of(workbook.file_name, plan.layout, choices)
    return Planned(plan, roster_preview(plan, earlier, _grids(scope)), columns)


def _grids(scope: Any) -> tuple[tuple[str, str], ...]:
    return tuple((grid.code, grid.name) for grid in grids(scope))


def applied(tx: Any, found: Planned, progress: Progress, on: date | None) -> Done | None:
    """Import what was planned as one batch; None when there was nothing to change.

    How the columns were read is remembered where something had to be looked at.
    """
    if isinstance(found.plan, OpeningPlan):
        assert on is not None
        report = apply_openings(tx, found.plan, on)
        count = len(found.plan.figures)
        return None if report.batch is None else Done(BookKind.OPENINGS, report.batch, 0, 0, 0, count)
    if isinstance(found.plan, OwnerPlan):
        return _owners_applied(tx, found.plan, progress)
    assert found.plan is not None
    before = len(accounts(tx))
    result = apply_roster(tx, found.plan, progress)
    if result.batch is None:
        return None
    _remember(tx, found.plan)
    return Done(
        kind=BookKind.ROSTER,
        batch=result.batch,
        households=len(result.new_households),
        people=result.new_people,
        changes=len(result.changes),
        accounts=len(accounts(tx)) - before,
        left=found.preview.left if found.preview is not None else 0,
    )


def _owners_applied(tx: Any, plan: OwnerPlan, progress: Progress) -> Done | None:
    before = len(accounts(tx))
    report = apply_owners(tx, plan, progress)
    if report.batch is None:
        return None
    return Done(
        kind=BookKind.OWNERS,
        batch=report.batch,
        households=len(report.new_owners),
        people=len(report.new_roles),
        changes=len(report.changes),
        accounts=len(accounts(tx)) - before,
    )


def _people_asked_about(scope: Any, plan: OwnerPlan) -> dict[RowPlace, tuple[Candidate, ...]]:
    """Whom a row of a list may mean where several residents bear the name."""
    return {
        (finding.sheet, finding.row): tuple(
            Candidate(row.person_id, row.name, row.household_code)
            for row in possible_owners(scope, finding.params.get("owner", ""))
        )
        for finding in plan.report.findings
        if finding.kind in ("owner_namesakes", "role_namesakes")
    }


def rejects(found: Planned) -> Workbook:
    """The rows that do not go in, each with its reason."""
    plan = found.plan
    assert isinstance(plan, RosterPlan)
    return rejects_workbook(plan.workbook, plan.tables, ROSTER_FIELDS, reasons_of(plan))


def _remember(tx: Any, plan: RosterPlan) -> None:
    for sheet in plan.layout.sheets:
        table = sheet.found
        if table is None or not sheet.read:
            continue
        if any(
            guess.by is GuessedBy.CLERK
            or (guess.column is not None and guess.certainty is not Certainty.SURE)
            for guess in table.guesses
        ):
            remember_columns(tx, ROSTER_BATCH, sheet.headers, table.columns)
