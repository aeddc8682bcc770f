"""Are claims what their steps made of them: kept states, pending points, posted lines, notes."""

import re
from typing import Final

from sqlalchemy import text

from passbook_desk.db.store import Scope
from passbook_desk.features.ledger.claims.errors import ClaimBroken
from passbook_desk.features.ledger.claims.rules import ReviewFact, note_text, pending_of, standing_of
from passbook_desk.features.ledger.claims.values import ClaimKept
from passbook_desk.features.ledger.errors import SumsBroken
from passbook_desk.kernel.canonical import commitment
from passbook_desk.kernel.points import ZERO, Points

_HEX: Final = re.compile(r"(?:[0-9a-f]{2})+")
_CLAIMS: Final = text(
    "SELECT c.id, c.uid, c.account_id, c.points, c.memo_commit, s.state, s.until_on, s.account_id, s.points,"
    " n.salt, n.memo, n.witness, n.evidence"
    " FROM claim c LEFT JOIN claim_state s ON s.claim_id = c.id LEFT JOIN claim_note n ON n.claim_id = c.id"
    " WHERE c.village_id = :village ORDER BY c.id"
)
_REVIEWS: Final = text(
    "SELECT r.claim_id, r.step, r.decision, r.until_on,"
    " r.line_id IS NULL OR (l.account_id = c.account_id AND l.points = c.points AND l.item_id = c.item_id)"
    " FROM review r JOIN claim c ON c.id = r.claim_id LEFT JOIN ledger_line l ON l.id = r.line_id"
    " WHERE r.village_id = :village ORDER BY r.claim_id, r.number"
)
_STATES_WITHOUT_CLAIM: Final = text(
    "SELECT count(*) FROM claim_state s LEFT JOIN claim c ON c.id = s.claim_id WHERE c.id IS NULL"
)
_PENDING: Final = text(
    "SELECT b.account_id, a.number, b.pending FROM account_balance b JOIN account a ON a.id = b.account_id"
    " WHERE a.village_id = :village"
)


def verify_claims(scope: Scope) -> int:
    """Check every claim against its reviews and return how many there are.

    The rows of claims and reviews themselves are sealed in the audit chain. Raises ClaimBroken, SumsBroken.
    """
    asked = {"village": scope.village_id}
    reviews: dict[int, list[ReviewFact]] = {}
    for claim_id, step, decision, until_on, fits in scope.session.execute(_REVIEWS, asked):
        if not fits:
            raise ClaimBroken(claim=claim_id)
        reviews.setdefault(claim_id, []).append(ReviewFact(step, decision, until_on))
    found: list[tuple[int, ClaimKept, Points]] = []
    for (
        claim_id,
        _,
        account_id,
        points,
        commit,
        state,
        until_on,
        kept_account,
        kept_points,
        *note,
    ) in scope.session.execute(_CLAIMS, asked):
        due = standing_of(reviews.get(claim_id, ()))
        if (state, until_on, kept_account, kept_points) != (due.state, due.until_on, account_id, points):
            raise ClaimBroken(claim=claim_id)
        if not _note_fits(commit, *note):
            raise ClaimBroken(claim=claim_id)
        found.append((account_id, due.state, Points(points)))
    if scope.session.execute(_STATES_WITHOUT_CLAIM).scalar_one():
        raise ClaimBroken(claim=0)
    _check_pending(scope, pending_of(found))
    return len(found)


def _note_fits(commit: str, salt: str | None, *words: str | None) -> bool:
    """A claim that was written with texts still has them, and no other has any."""
    if salt is None:
        return commit == ""
    said = [word or "" for word in words]
    return bool(_HEX.fullmatch(salt)) and commit == commitment(bytes.fromhex(salt), note_text(*said))


def _check_pending(scope: Scope, pending: dict[int, Points]) -> None:
    for account_id, number, kept in scope.session.execute(_PENDING, {"village": scope.village_id}):
        if Points(kept) != pending.pop(account_id, ZERO):
            raise SumsBroken(number=number)
    for account_id, points in pending.items():
        if points != ZERO:
            raise SumsBroken(number=str(account_id))
