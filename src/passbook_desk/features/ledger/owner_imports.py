"""Importing shops, resident units and roles, together with the green accounts of those that are open."""

from dataclasses import replace
from typing import Final

from sqlalchemy import select

from passbook_desk.db.store import Tx
from passbook_desk.features.households.owners.plan_values import OwnerReport
from passbook_desk.features.households.owners.planning import OwnerPlan, owner_report
from passbook_desk.features.households.owners.steps import owner_steps
from passbook_desk.features.households.owners.writing import write_owners
from passbook_desk.features.intake.commands import BatchHandle, open_batch
from passbook_desk.features.ledger.commands import open_imported_accounts
from passbook_desk.features.ledger.model import Account
from passbook_desk.features.ledger.owners import account_for, empty_accounts
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.jobs import Progress

OWNERS_BATCH: Final = "owners"
"""The kind of batch that lists of shops, units and roles are imported by."""


def apply_owners(tx: Tx, plan: OwnerPlan, progress: Progress) -> OwnerReport:
    """Import planned lists and open the green accounts they call for, as one batch.

    The lists are compared with the file again, in this transaction. A party member who owns a shop keeps the
    red account that the roster opened. Writes nothing, not even a batch, when there is nothing to change.
    """
    tx.require(Act.IMPORT)
    steps = owner_steps(tx, plan.lists, plan.choices, plan.key)
    report = owner_report(plan.lists, steps)
    if not report.has_changes:
        return report
    batch = open_batch(tx, OWNERS_BATCH, plan.workbook, plan.lists.mapping)
    rows = write_owners(tx, steps, batch, plan.key, progress)
    held = set(tx.session.scalars(select(Account.organization_id).where(Account.closed_on.is_(None))))
    missing = [row for row in rows if row.closed_on is None and row.id not in held]
    open_imported_accounts(tx, [account_for(tx, row) for row in missing], batch)
    for row in rows:
        if row.closed_on is not None:
            _close_empty(tx, row.id, batch)
    batch.seal()
    return replace(report, applied=True, batch=batch.number)


def _close_empty(tx: Tx, organization_id: int, batch: BatchHandle) -> None:
    for account in empty_accounts(tx, organization_id):
        batch.changing(account)
        account.closed_on = tx.today
