"""A village whose deeds wait for review: who works there, what was claimed, who decides."""

from dataclasses import replace
from datetime import date

from builders.village import Village
from passbook_desk.features.access.model import Operator, OperatorRole
from passbook_desk.features.access.values import Role
from passbook_desk.features.ledger.claims.commands import decide_claims
from passbook_desk.features.ledger.claims.queries import claims_by_id
from passbook_desk.features.ledger.claims.values import ClaimRow, DecideClaims, Decided, Decision, Step
from passbook_desk.features.ledger.queries import balances
from passbook_desk.features.ledger.recording import record_deeds
from passbook_desk.features.ledger.recording_values import DeedEntry, RecordBatch
from passbook_desk.features.ledger.values import BalanceRow
from passbook_desk.features.village.commands import change_policy
from passbook_desk.features.village.queries import policy
from passbook_desk.kernel.actor import Actor
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.points import Points

FOUNDER = Actor(1, "刘文书")
MAY_20 = date(2026, 5, 20)


def steps(
    village: Village,
    *,
    first_check: bool = False,
    review: bool = False,
    notice_days: int = 0,
    alone: bool = True,
) -> None:
    """Let the village decide its steps."""
    before, village.actor = village.actor, FOUNDER
    with village.write() as tx:
        decided = replace(
            policy(tx),
            first_check=first_check,
            review=review,
            notice_days=notice_days,
            single_clerk=alone,
        )
        change_policy(tx, decided)
    village.actor = before


def worker(village: Village, name: str, *roles: Role, person_id: int | None = None) -> Actor:
    """Somebody else who works with the file."""
    with village.write() as tx:
        row = Operator(village_id=tx.village_id, uid=new_uid(), name=name, person_id=person_id, left_on=None)
        tx.session.add(row)
        tx.session.flush()
        for role in roles:
            tx.session.add(
                OperatorRole(
                    uid=new_uid(),
                    operator_id=row.id,
                    role=role.value,
                    from_on=date(2026, 1, 1),
                    to_on=None,
                )
            )
        return Actor(row.id, name)


def claimed(
    village: Village,
    account_ids: tuple[int, ...],
    item: str = "101",
    on: date = MAY_20,
    points: str | None = None,
    memo: str = "",
    uid: str = "",
) -> tuple[int, ...]:
    """Enter deeds and return the claims they became."""
    entries = tuple(
        DeedEntry(
            account_id=account_id,
            item_code=item,
            occurred_on=on,
            points=None if points is None else Points.parse(points),
            memo=memo,
            again=True,
        )
        for account_id in account_ids
    )
    with village.write() as tx:
        return record_deeds(tx, RecordBatch(uid or new_uid(), entries, strict=True)).claim_ids


def decided(
    village: Village,
    claim_ids: tuple[int, ...],
    step: Step = Step.REVIEW,
    *,
    reject: str = "",
    paper: str = "",
    by: Actor | None = None,
) -> Decided:
    """Pass claims at a step, or reject them with a reason, as somebody."""
    before = village.actor
    village.actor = by or village.actor
    try:
        with village.write() as tx:
            decision = Decision.REJECTED if reject else Decision.PASSED
            return decide_claims(tx, DecideClaims(claim_ids, step, decision, reject, paper))
    finally:
        village.actor = before


def claim(village: Village, claim_id: int) -> ClaimRow:
    """A claim as the queue shows it."""
    with village.read() as scope:
        return claims_by_id(scope, (claim_id,))[0]


def figures(village: Village, account_id: int) -> BalanceRow:
    """The figures of a book."""
    with village.read() as scope:
        return next(row for row in balances(scope) if row.account.id == account_id)
