"""Imports that touch people and points together: a roster opens accounts, an undo takes both back."""

from dataclasses import dataclass
from typing import Final

from passbook_desk.db.store import Tx
from passbook_desk.features.households.commands import PARTS, ROSTER_BATCH, import_roster
from passbook_desk.features.households.queries import households, party_members
from passbook_desk.features.households.roster.planning import RosterPlan
from passbook_desk.features.households.values import RosterReport
from passbook_desk.features.intake.commands import open_batch
from passbook_desk.features.intake.queries import batch_by_number
from passbook_desk.features.intake.remembering import remember_columns
from passbook_desk.features.intake.undoing import UndoRules, undo_batch
from passbook_desk.features.intake.values import UndoResult
from passbook_desk.features.ledger.claims.commands import withdraw_batch
from passbook_desk.features.ledger.commands import open_imported_accounts, reverse_batch
from passbook_desk.features.ledger.queries import accounts
from passbook_desk.features.ledger.values import Colour, OpenAccount
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.collecting import collector_paused
from passbook_desk.kernel.jobs import Progress

UNDO_RULES: Final = UndoRules(
    figures=frozenset({"account_balance", "account_month"}),
    parts=PARTS | {("account", "household_id"), ("account", "person_id"), ("account", "organization_id")},
)
"""What belongs to a household, person, shop or unit that stays because its account has lines."""


@dataclass(frozen=True, slots=True)
class Undone:
    """What taking an import back did: rows of people and accounts, and how many lines were reversed."""

    rows: UndoResult
    reversed_lines: int
    withdrawn_claims: int = 0
    kept_claims: int = 0
    """Claims of the import that were entered since: they stay, each to be reversed for itself."""


@collector_paused()
def apply_roster(tx: Tx, plan: RosterPlan, progress: Progress) -> RosterReport:
    """Import a planned roster and open the accounts it calls for, as one batch (DECISIONS 14e).

    One green account for each scored household, one red for each party member, probationary ones
    included, unless they have one. Writes nothing, not even a batch, when there is nothing to change.
    """
    tx.require(Act.IMPORT)
    if not plan.report.has_changes:
        return plan.report
    batch = open_batch(tx, ROSTER_BATCH, plan.workbook, plan.mapping)
    report = import_roster(tx, plan, batch, progress)
    _remember_choices(tx, plan)
    open_imported_accounts(tx, _missing_accounts(tx), batch)
    batch.seal()
    tx.touched.add(Topic.HOUSEHOLDS)
    return report


def _remember_choices(tx: Tx, plan: RosterPlan) -> None:
    """How the clerk put columns right in a sheet, for the next one with the same headers."""
    chosen = {sheet for sheet, _ in plan.choices.columns}
    for sheet in plan.layout.sheets:
        if sheet.read and sheet.found is not None and sheet.name in chosen:
            remember_columns(tx, ROSTER_BATCH, sheet.headers, sheet.found.columns)


def _missing_accounts(tx: Tx) -> list[OpenAccount]:
    held = accounts(tx)
    with_green = {row.household_id for row in held if row.colour is Colour.GREEN}
    with_red = {row.person_id for row in held if row.colour is Colour.RED}
    green = [
        OpenAccount(Colour.GREEN, household.id, None, household.grid_code)
        for household in households(tx)
        if household.scored and household.id not in with_green
    ]
    red = [
        OpenAccount(Colour.RED, None, member.person_id, member.grid_code)
        for member in party_members(tx)
        if member.person_id not in with_red
    ]
    return green + red


def undo_import(tx: Tx, number: int) -> Undone:
    """Take an import back as a whole: its lines by reversals, its rows unless they are in use since.

    Raises UnknownBatch, BatchAlreadyUndone.
    """
    tx.require(Act.IMPORT)
    batch = batch_by_number(tx, number)
    reason = f"撤销第 {number} 批导入"
    written = None if batch.undone else reverse_batch(tx, batch.id, reason)
    withdrawn, kept = (0, 0) if batch.undone else withdraw_batch(tx, batch.id, reason)
    rows = undo_batch(tx, number, UNDO_RULES)
    tx.touched |= {Topic.HOUSEHOLDS, Topic.LEDGER}
    return Undone(rows, 0 if written is None else len(written.seqs), withdrawn, kept)
