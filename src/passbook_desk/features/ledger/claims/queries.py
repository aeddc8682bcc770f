"""The queue of claims, one claim with its steps, counts. No query changes a state: steps in force are applied
to what is kept."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, Select, func, select

from passbook_desk.db.store import Scope
from passbook_desk.features.access.model import Operator
from passbook_desk.features.ledger.claims.errors import UnknownClaim
from passbook_desk.features.ledger.claims.judging import doubts_of
from passbook_desk.features.ledger.claims.rules import OPEN, Standing, stage_of
from passbook_desk.features.ledger.claims.values import (
    ClaimCard,
    ClaimCounts,
    ClaimKept,
    ClaimRow,
    Decision,
    Stage,
    Step,
    StepRow,
)
from passbook_desk.features.ledger.model import Claim, ClaimNote, ClaimState, LedgerLine, Review
from passbook_desk.features.ledger.queries import accounts_by_id
from passbook_desk.features.village.queries import policy
from passbook_desk.kernel.points import ZERO, Points
from passbook_desk.kernel.search import fold

MOST_ENDED = 500
"""Claims that have ended are shown from the latest on, at most so many."""
_ENDED = tuple(state.value for state in ClaimKept if state not in OPEN)
_OPEN = tuple(state.value for state in ClaimKept if state in OPEN)
_CHUNK = 500


def queue(
    scope: Scope,
    *,
    stages: Collection[Stage] | None = None,
    grid_code: str | None = None,
    item_code: str | None = None,
    recorder_id: int | None = None,
    find: str = "",
) -> tuple[ClaimRow, ...]:
    """Claims that wait at one of the stages (all open ones by default), the oldest first, with what is wrong.

    Of those that have ended the latest 500, newest first, behind the open ones. `find` is part of a name, of
    a household's code, of an account number or of an item.
    """
    wanted = _open_stages() if stages is None else frozenset(stages)
    rows: list[Row[Any]] = []
    if wanted & _open_stages():
        rows += scope.session.execute(_rows(scope).where(ClaimState.state.in_(_OPEN)).order_by(Claim.id))
    if wanted - _open_stages():
        latest = _rows(scope).where(ClaimState.state.in_(_ENDED)).order_by(Claim.id.desc())
        rows += scope.session.execute(latest.limit(MOST_ENDED))
    in_force = policy(scope)
    found = [row for row in rows if stage_of(_standing(row), in_force, scope.today) in wanted]
    if item_code is not None:
        found = [row for row in found if row.item_code == item_code]
    if recorder_id is not None:
        found = [row for row in found if row.recorded_by == recorder_id]
    shown = _claim_rows(scope, found)
    return tuple(
        row
        for row in shown
        if (grid_code is None or row.account.grid_code == grid_code) and _fits(row, fold(find))
    )


def claims_by_id(scope: Scope, ids: Iterable[int]) -> tuple[ClaimRow, ...]:
    """These claims in the order asked for. Raises UnknownClaim."""
    wanted = list(dict.fromkeys(ids))
    found: dict[int, Row[Any]] = {}
    for start in range(0, len(wanted), _CHUNK):
        chosen = _rows(scope).where(Claim.id.in_(wanted[start : start + _CHUNK]))
        found.update({row.id: row for row in scope.session.execute(chosen)})
    missing = next((claim_id for claim_id in wanted if claim_id not in found), None)
    if missing is not None:
        raise UnknownClaim(claim=missing)
    return _claim_rows(scope, [found[claim_id] for claim_id in wanted])


def claim_card(scope: Scope, claim_id: int) -> ClaimCard:
    """One claim with every step it took. Raises UnknownClaim."""
    (row,) = claims_by_id(scope, (claim_id,))
    steps = scope.session.execute(
        select(Review, Operator.name, LedgerLine.seq)
        .join(Operator, Operator.id == Review.decided_by)
        .outerjoin(LedgerLine, LedgerLine.id == Review.line_id)
        .where(Review.claim_id == claim_id)
        .order_by(Review.number)
    )
    return ClaimCard(
        row,
        tuple(
            StepRow(
                number=review.number,
                step=Step(review.step),
                decision=Decision(review.decision),
                until_on=review.until_on,
                reason=review.reason,
                paper_ref=review.paper_ref,
                line_seq=seq,
                decided_at=review.decided_at,
                decided_by=name,
            )
            for review, name, seq in steps
        ),
    )


def claim_counts(scope: Scope) -> ClaimCounts:
    """How many claims wait at each stage now, and their points together."""
    in_force = policy(scope)
    counts: Counter[Stage] = Counter()
    points = ZERO
    rows = scope.session.execute(
        select(
            ClaimState.state,
            ClaimState.until_on,
            func.count(),
            func.sum(ClaimState.points, type_=ClaimState.points.type),
        )
        .join(Claim, Claim.id == ClaimState.claim_id)
        .where(Claim.village_id == scope.village_id, ClaimState.state.in_(_OPEN))
        .group_by(ClaimState.state, ClaimState.until_on)
    )
    for state, until_on, count, total in rows:
        counts[stage_of(Standing(ClaimKept(state), until_on), in_force, scope.today)] += count
        points += total
    return ClaimCounts(
        first_check=counts[Stage.FIRST_CHECK],
        review=counts[Stage.REVIEW],
        notice=counts[Stage.NOTICE],
        due=counts[Stage.DUE],
        points=points,
    )


def group_claims(scope: Scope, group_uid: str) -> tuple[int, ...]:
    """The claims that were entered together; none when the group is unknown (DECISIONS 15)."""
    return tuple(
        scope.session.scalars(
            select(Claim.id)
            .where(Claim.village_id == scope.village_id, Claim.group_uid == group_uid)
            .order_by(Claim.id)
        )
    )


def _open_stages() -> frozenset[Stage]:
    return frozenset({Stage.FIRST_CHECK, Stage.REVIEW, Stage.NOTICE, Stage.DUE})


def _rows(scope: Scope) -> Select[*tuple[Any, ...]]:
    return (
        select(
            Claim.id,
            Claim.uid,
            Claim.group_uid,
            Claim.account_id,
            Claim.item_id,
            Claim.item_code,
            Claim.item_text,
            Claim.quantity,
            Claim.points,
            Claim.source,
            Claim.occurred_on,
            Claim.recorded_at,
            Claim.recorded_by,
            Operator.name.label("recorder"),
            ClaimNote.memo,
            ClaimNote.witness,
            ClaimNote.evidence,
            ClaimState.state,
            ClaimState.until_on,
        )
        .join(ClaimState, ClaimState.claim_id == Claim.id)
        .join(Operator, Operator.id == Claim.recorded_by)
        .outerjoin(ClaimNote, ClaimNote.claim_id == Claim.id)
        .where(Claim.village_id == scope.village_id)
    )


def _standing(row: Row[Any]) -> Standing:
    return Standing(ClaimKept(row.state), row.until_on)


def _claim_rows(scope: Scope, rows: Sequence[Row[Any]]) -> tuple[ClaimRow, ...]:
    in_force = policy(scope)
    books = accounts_by_id(scope, {row.account_id for row in rows}, closed_too=True)
    last = _last_steps(scope, [row.id for row in rows])
    doubts = doubts_of(scope, [row.id for row in rows if row.state in _OPEN])
    shown = []
    for row in rows:
        decided_at, reason = last.get(row.id, (row.recorded_at, ""))
        shown.append(
            ClaimRow(
                id=row.id,
                uid=row.uid,
                group_uid=row.group_uid,
                account=books[row.account_id],
                item_code=row.item_code,
                item_text=row.item_text,
                quantity=row.quantity,
                points=row.points,
                source=row.source,
                occurred_on=row.occurred_on,
                recorded_at=row.recorded_at,
                recorder_id=row.recorded_by,
                recorder=row.recorder,
                memo=row.memo or "",
                witness=row.witness or "",
                evidence=row.evidence or "",
                stage=stage_of(_standing(row), in_force, scope.today),
                until_on=row.until_on,
                waiting_days=_days_since(decided_at, scope.today),
                doubts=doubts.get(row.id, ()),
                reason=reason,
            )
        )
    return tuple(shown)


def _last_steps(scope: Scope, ids: Sequence[int]) -> dict[int, tuple[datetime, str]]:
    """When each claim took its last step, and the reason given then."""
    found: dict[int, tuple[datetime, str]] = {}
    for start in range(0, len(ids), _CHUNK):
        rows = scope.session.execute(
            select(Review.claim_id, Review.decided_at, Review.reason)
            .where(Review.claim_id.in_(ids[start : start + _CHUNK]))
            .order_by(Review.claim_id, Review.number)
        )
        found.update({row.claim_id: (row.decided_at, row.reason) for row in rows})
    return found


def _days_since(moment: datetime, today: date) -> int:
    return max((today - moment.astimezone().date()).days, 0)


def _fits(row: ClaimRow, wanted: str) -> bool:
    if not wanted:
        return True
    book = row.account
    texts = (book.owner_name, book.owner_code, book.number, book.grid_name, row.item_text, row.recorder)
    return any(wanted in fold(text) for text in texts) or row.item_code == wanted


def total_of(rows: Iterable[ClaimRow]) -> Points:
    """The points of claims together, plus and minus."""
    total = ZERO
    for row in rows:
        total += row.points
    return total
