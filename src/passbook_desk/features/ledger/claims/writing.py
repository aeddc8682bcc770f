"""The one place that appends claims and their reviews and keeps their states and the pending points."""

import secrets
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import insert, select, text

from passbook_desk.db.store import Scope, Tx
from passbook_desk.db.types import clean_text
from passbook_desk.features.ledger.claims.errors import SameGroupWithOtherClaims
from passbook_desk.features.ledger.claims.rules import (
    OPEN,
    ReviewFact,
    note_text,
    standing_of,
    until_after,
)
from passbook_desk.features.ledger.claims.values import ClaimKept, Decision, Step
from passbook_desk.features.ledger.model import Claim, ClaimNote, ClaimState, Review
from passbook_desk.features.ledger.recording_values import CheckedEntry
from passbook_desk.features.village.queries import policy
from passbook_desk.kernel.canonical import commitment
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.points import ZERO, Points

_SALT = 16
_CHUNK = 500
_KEEP_PENDING = text(
    "INSERT INTO account_balance (account_id, balance, assessment, spendable, base, pending, account_seq)"
    " VALUES (:account_id, 0, 0, 0, 0, :pending, 0)"
    " ON CONFLICT (account_id) DO UPDATE SET pending = account_balance.pending + excluded.pending"
)


def open_claims(
    tx: Tx,
    group_uid: str,
    entries: Sequence[CheckedEntry],
    *,
    source: str = "",
    batch_id: int | None = None,
) -> tuple[int, ...]:
    """Open a claim for each checked deed of one act; returns their ids in the order of the deeds.

    A group that was opened before is not opened again: its ids are returned. Where the village has neither
    first check nor review, claims hang from today on. `source` empty means the item's own. Raises
    SameGroupWithOtherClaims.
    """
    before = tx.session.scalars(
        select(Claim)
        .where(Claim.village_id == tx.village_id, Claim.group_uid == group_uid)
        .order_by(Claim.id)
    ).all()
    if before:
        _check_same(before, entries)
        return tuple(row.id for row in before)
    rows = [_claim(tx, group_uid, entry, source, batch_id) for entry in entries]
    salts = [secrets.token_bytes(_SALT) for _ in entries]
    notes = [_note(entry) for entry in entries]
    for row, salt, words in zip(rows, salts, notes, strict=True):
        row.memo_commit = commitment(salt, note_text(*words)) if any(words) else ""
    tx.session.add_all(rows)
    tx.session.flush()  # notes and states refer to the claims by id
    kept_notes = [
        {"claim_id": row.id, "salt": salt.hex(), "memo": words[0], "witness": words[1], "evidence": words[2]}
        for row, salt, words in zip(rows, salts, notes, strict=True)
        if any(words)
    ]
    if kept_notes:
        tx.session.execute(insert(ClaimNote), kept_notes)
    states = [
        ClaimState(
            claim_id=row.id,
            account_id=row.account_id,
            state=ClaimKept.FIRST_CHECK.value,
            until_on=None,
            points=row.points,
        )
        for row in rows
    ]
    tx.session.add_all(states)
    tx.session.flush()  # the kept sums are written by plain SQL
    _keep_pending(tx, [(row.account_id, row.points) for row in rows])
    in_force = policy(tx)
    if not in_force.first_check and not in_force.review:
        until_on = until_after(Step.NOTICE, in_force, tx.today)
        add_reviews(tx, [NextStep(row.id, Step.NOTICE, Decision.PASSED, until_on=until_on) for row in rows])
    tx.touched.add(Topic.CLAIMS)
    return tuple(row.id for row in rows)


def _check_same(before: Sequence[Claim], entries: Sequence[CheckedEntry]) -> None:
    written = [(row.account_id, row.item_id, row.points, row.occurred_on) for row in before]
    if written != [(each.account.id, each.item.id, each.points, each.occurred_on) for each in entries]:
        raise SameGroupWithOtherClaims


def _claim(tx: Tx, group_uid: str, entry: CheckedEntry, source: str, batch_id: int | None) -> Claim:
    return Claim(
        village_id=tx.village_id,
        uid=new_uid(),
        group_uid=group_uid,
        account_id=entry.account.id,
        item_id=entry.item.id,
        item_code=entry.item.code,
        item_text=entry.item.name,
        quantity=entry.quantity,
        points=entry.points,
        source=source or entry.item.source,
        occurred_on=entry.occurred_on,
        person_id=entry.person_id,
        memo_commit="",
        batch_id=batch_id,
        recorded_at=tx.now,
        recorded_by=tx.actor.operator_id,
    )


def _note(entry: CheckedEntry) -> tuple[str, str, str]:
    return (
        clean_text(entry.memo.strip()),
        clean_text(entry.witness.strip()),
        clean_text(entry.evidence.strip()),
    )


@dataclass(frozen=True, slots=True)
class NextStep:
    """A decision on a claim, before it gets its number; `line_id` is the line that posting wrote."""

    claim_id: int
    step: Step
    decision: Decision
    until_on: date | None = None
    reason: str = ""
    paper_ref: str = ""
    line_id: int | None = None


def add_reviews(tx: Tx, steps: Sequence[NextStep]) -> None:
    """Append decisions in their order, keep the claims' states and the pending points of their accounts."""
    ids = {step.claim_id for step in steps}
    reviews = reviews_of(tx, ids)
    states = states_of(tx, ids)
    pending: list[tuple[int, Points]] = []
    for step in steps:
        taken = reviews.setdefault(step.claim_id, [])
        row = Review(
            village_id=tx.village_id,
            uid=new_uid(),
            claim_id=step.claim_id,
            number=len(taken) + 1,
            step=step.step.value,
            decision=step.decision.value,
            until_on=step.until_on,
            reason=step.reason.strip(),
            paper_ref=step.paper_ref.strip(),
            line_id=step.line_id,
            decided_at=tx.now,
            decided_by=tx.actor.operator_id,
        )
        taken.append(row)
        tx.session.add(row)
        state = states[step.claim_id]
        standing = standing_of([ReviewFact(each.step, each.decision, each.until_on) for each in taken])
        if ClaimKept(state.state) in OPEN and standing.state not in OPEN:
            pending.append((state.account_id, -state.points))
        state.state, state.until_on = standing.state.value, standing.until_on
    tx.session.flush()  # the kept sums are written by plain SQL
    _keep_pending(tx, pending)
    tx.touched.add(Topic.CLAIMS)


def reviews_of(scope: Scope, claim_ids: Iterable[int]) -> dict[int, list[Review]]:
    """The decisions on these claims in their order; claims without one are left out."""
    found: dict[int, list[Review]] = {}
    for ids in chunks(claim_ids):
        rows = scope.session.scalars(
            select(Review).where(Review.claim_id.in_(ids)).order_by(Review.claim_id, Review.number)
        )
        for row in rows:
            found.setdefault(row.claim_id, []).append(row)
    return found


def states_of(scope: Scope, claim_ids: Iterable[int]) -> dict[int, ClaimState]:
    """The kept states of these claims, by claim."""
    found: dict[int, ClaimState] = {}
    for ids in chunks(claim_ids):
        rows = scope.session.scalars(select(ClaimState).where(ClaimState.claim_id.in_(ids)))
        found.update({row.claim_id: row for row in rows})
    return found


def open_states(scope: Scope) -> list[ClaimState]:
    """The kept states of all open claims of the village, the oldest claim first."""
    return list(
        scope.session.scalars(
            select(ClaimState)
            .join(Claim, Claim.id == ClaimState.claim_id)
            .where(
                Claim.village_id == scope.village_id,
                ClaimState.state.in_([state.value for state in OPEN]),
            )
            .order_by(ClaimState.claim_id)
        )
    )


def claims_of(scope: Scope, claim_ids: Iterable[int]) -> dict[int, Claim]:
    """These claims of the village, by id; unknown ones are left out."""
    found: dict[int, Claim] = {}
    for ids in chunks(claim_ids):
        rows = scope.session.scalars(
            select(Claim).where(Claim.village_id == scope.village_id, Claim.id.in_(ids))
        )
        found.update({row.id: row for row in rows})
    return found


def notes_of(scope: Scope, claim_ids: Iterable[int]) -> dict[int, ClaimNote]:
    """The free texts of these claims, by claim; those without any are left out."""
    found: dict[int, ClaimNote] = {}
    for ids in chunks(claim_ids):
        rows = scope.session.scalars(select(ClaimNote).where(ClaimNote.claim_id.in_(ids)))
        found.update({row.claim_id: row for row in rows})
    return found


def chunks(ids: Iterable[int]) -> Iterator[list[int]]:
    """Ids in pieces that one statement takes."""
    wanted = sorted(set(ids))
    for start in range(0, len(wanted), _CHUNK):
        yield wanted[start : start + _CHUNK]


def _keep_pending(tx: Tx, moves: Sequence[tuple[int, Points]]) -> None:
    sums: dict[int, Points] = {}
    for account_id, points in moves:
        sums[account_id] = sums.get(account_id, ZERO) + points
    if sums:
        tx.session.execute(
            _KEEP_PENDING,
            [{"account_id": account, "pending": points.hundredths} for account, points in sums.items()],
        )
        tx.touched.add(Topic.LEDGER)
