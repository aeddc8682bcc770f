"""Numbers of signed sheets: the audit keeps which claims stand on which, for nobody can change it."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from sqlalchemy import select

from passbook_desk.db.store import Scope, Tx
from passbook_desk.features.audit.commands import note_act
from passbook_desk.features.audit.model import AuditRow
from passbook_desk.features.ledger.claims.errors import NoClaimChosen, UnknownSheet
from passbook_desk.features.ledger.claims.queries import claims_by_id, total_of
from passbook_desk.features.ledger.claims.values import SheetContent
from passbook_desk.features.village.commands import next_number
from passbook_desk.features.village.queries import policy, village
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.search import fold

_ACT: Final = "review-sheet"
_TABLE: Final = "review_sheet"
_LATEST: Final = 20
_NUMBER: Final = re.compile(r"(\d{4})[^\d]+(\d{1,6})")


def make_sheet(tx: Tx, claim_ids: Sequence[int]) -> SheetContent:
    """Give these claims a sheet to be signed, with its number, and note in the audit what stands on it.

    The very same claims get the number again that they had. Raises NoClaimChosen, UnknownClaim, NotAllowed.
    """
    tx.require(Act.PRINT)
    if not claim_ids:
        raise NoClaimChosen
    rows = sorted(
        claims_by_id(tx, claim_ids), key=lambda row: (row.account.grid_code, row.account.owner_code)
    )
    listed = _listed(row.id for row in rows)
    number = _number_of(tx, listed)
    if number is None:
        running = next_number(tx, f"review-sheet:{tx.today.year}")
        number = f"{tx.today.year}-{running:04d}"
        note_act(tx, _ACT, _TABLE, number, listed)
    return SheetContent(
        number=number,
        village_name=village(tx).name,
        on=tx.today,
        rows=tuple(rows),
        total=total_of(rows),
        single_clerk=policy(tx).single_clerk,
    )


def claims_on_sheet(scope: Scope, number: str) -> tuple[str, frozenset[int]]:
    """The number as it is printed (2026-0012, found by 2026-12 too) and the claims on it.

    Raises UnknownSheet.
    """
    said = _NUMBER.fullmatch(fold(number).removeprefix("no."))
    printed = "" if said is None else f"{said[1]}-{int(said[2]):04d}"
    listed = scope.session.scalar(
        select(AuditRow.detail)
        .where(
            AuditRow.village_id == scope.village_id,
            AuditRow.act == _ACT,
            AuditRow.subject_table == _TABLE,
            AuditRow.subject_uid == printed,
        )
        .order_by(AuditRow.seq.desc())
        .limit(1)
    )
    if listed is None:
        raise UnknownSheet(number=number.strip(), field="paper_ref")
    return printed, _claims_in(listed)


def sheet_with(scope: Scope, claim_ids: Iterable[int]) -> str:
    """The number of the latest sheet on which all of these claims stand; "" when none of late has them."""
    wanted = frozenset(claim_ids)
    if not wanted:
        return ""
    rows = scope.session.execute(
        select(AuditRow.subject_uid, AuditRow.detail)
        .where(
            AuditRow.village_id == scope.village_id,
            AuditRow.act == _ACT,
            AuditRow.subject_table == _TABLE,
        )
        .order_by(AuditRow.seq.desc())
        .limit(_LATEST)
    )
    return next((number for number, listed in rows if wanted <= _claims_in(listed)), "")


def _number_of(scope: Scope, listed: str) -> str | None:
    return scope.session.scalar(
        select(AuditRow.subject_uid)
        .where(
            AuditRow.village_id == scope.village_id,
            AuditRow.act == _ACT,
            AuditRow.subject_table == _TABLE,
            AuditRow.detail == listed,
        )
        .order_by(AuditRow.seq.desc())
        .limit(1)
    )


def _listed(ids: Iterable[int]) -> str:
    """1-40 43: ids in short."""
    spans: list[list[int]] = []
    for claim_id in sorted(set(ids)):
        if spans and claim_id == spans[-1][1] + 1:
            spans[-1][1] = claim_id
        else:
            spans.append([claim_id, claim_id])
    return " ".join(str(first) if first == last else f"{first}-{last}" for first, last in spans)


def _claims_in(listed: str) -> frozenset[int]:
    found: set[int] = set()
    for part in listed.split():
        first, _, last = part.partition("-")
        found.update(range(int(first), int(last or first) + 1))
    return frozenset(found)
