"""Counts that left the program: printed, copied as a picture, saved. The audit keeps which, once each."""

from typing import Final

from sqlalchemy import select

from passbook_desk.db.store import Scope, Tx
from passbook_desk.features.audit.commands import note_act
from passbook_desk.features.audit.model import AuditRow
from passbook_desk.features.ledger.counting.values import CountSheet
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.changes import Topic

COUNT_TOLD: Final = "count-told"
"""The audit act whose subject is a period (2026-05) and whose detail says how it was counted."""
COUNT_TABLE: Final = "count"
_RANKED: Final = " ranked"


def tell_count(tx: Tx, sheet: CountSheet) -> None:
    """Remember that the count of a period that is over was given to people; the same once only."""
    tx.require(Act.PRINT)
    told = f"{sheet.by.value}{_RANKED if sheet.ranked else ''}"
    if sheet.running or (str(sheet.period), told) in _told(tx):
        return
    note_act(tx, COUNT_TOLD, COUNT_TABLE, str(sheet.period), told)
    tx.touched.add(Topic.NOTICES)


def counts_told(scope: Scope) -> frozenset[tuple[str, bool]]:
    """Periods whose count was given to people, with True for a ranked one."""
    return frozenset((period, told.endswith(_RANKED)) for period, told in _told(scope))


def _told(scope: Scope) -> frozenset[tuple[str, str]]:
    rows = scope.session.execute(
        select(AuditRow.subject_uid, AuditRow.detail).where(
            AuditRow.village_id == scope.village_id,
            AuditRow.subject_table == COUNT_TABLE,
            AuditRow.act == COUNT_TOLD,
        )
    )
    return frozenset((period, told) for period, told in rows)
