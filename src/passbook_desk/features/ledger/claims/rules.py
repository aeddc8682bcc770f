"""Where claims stand (pure): by their reviews alone, and under the steps that the village has in force.

A claim goes forward only. Steps that the village takes up while a claim waits are taken from where it
stands; one that waits at a step the village has given up goes on to the next.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final, NamedTuple

from passbook_desk.features.ledger.claims.values import ClaimKept, Decision, Stage, Step
from passbook_desk.features.village.policy import VillagePolicy
from passbook_desk.kernel.points import ZERO, Points

OPEN: Final = frozenset({ClaimKept.FIRST_CHECK, ClaimKept.REVIEW, ClaimKept.NOTICE})
"""Claims that reached no more than this are pending."""

_ENDS: Final = {
    Decision.POSTED: ClaimKept.POSTED,
    Decision.REJECTED: ClaimKept.REJECTED,
    Decision.WITHDRAWN: ClaimKept.WITHDRAWN,
}
_ENDED: Final = {
    ClaimKept.POSTED: Stage.POSTED,
    ClaimKept.REJECTED: Stage.REJECTED,
    ClaimKept.WITHDRAWN: Stage.WITHDRAWN,
}


class ReviewFact(NamedTuple):
    """What of a review row says where its claim stands; `step` and `decision` as stored."""

    step: str
    decision: str
    until_on: date | None


class Standing(NamedTuple):
    """The state of a claim as `claim_state` keeps it."""

    state: ClaimKept
    until_on: date | None


def standing_of(reviews: Iterable[ReviewFact]) -> Standing:
    """The state that a claim's reviews, in the order of their numbers, lead to; the last one decides."""
    taken = tuple(reviews)
    if not taken:
        return Standing(ClaimKept.FIRST_CHECK, None)
    last = taken[-1]
    if last.decision in _ENDS:
        return Standing(_ENDS[Decision(last.decision)], None)
    if last.step == Step.FIRST_CHECK and last.until_on is None:
        return Standing(ClaimKept.REVIEW, None)
    return Standing(ClaimKept.NOTICE, last.until_on)


def pending_of(claims: Iterable[tuple[int, ClaimKept, Points]]) -> dict[int, Points]:
    """The pending points of each account with claims: the sum of its open ones, plus and minus together.

    Takes (account id, state, points) of every claim; an account whose claims have all ended has zero.
    """
    sums: dict[int, Points] = {}
    for account_id, state, points in claims:
        sums[account_id] = sums.get(account_id, ZERO) + (points if state in OPEN else ZERO)
    return sums


def stage_of(standing: Standing, policy: VillagePolicy, today: date) -> Stage:
    """What a claim waits for under the steps in force now.

    Where points count only once they have hung, a claim that is through waits until its notice closes.
    """
    if standing.state in _ENDED:
        return _ENDED[standing.state]
    if standing.state is ClaimKept.FIRST_CHECK and policy.first_check:
        return Stage.FIRST_CHECK
    if standing.state in (ClaimKept.FIRST_CHECK, ClaimKept.REVIEW) and policy.review:
        return Stage.REVIEW
    if policy.count_when_posted:
        return Stage.NOTICE
    if standing.state in (ClaimKept.FIRST_CHECK, ClaimKept.REVIEW):
        return Stage.DUE
    hangs = standing.until_on is not None and standing.until_on >= today
    return Stage.NOTICE if hangs and policy.notice_days else Stage.DUE


def until_after(step: Step, policy: VillagePolicy, today: date) -> date | None:
    """The last day on the wall of a claim that passes a step today; None when it does not hang after it.

    The day it is hung counts as the first (experience §5.7). A claim that waits for the village's notice has
    no day of its own.
    """
    if policy.count_when_posted or not policy.notice_days or (step is Step.FIRST_CHECK and policy.review):
        return None
    return today + timedelta(days=policy.notice_days - 1)


def posts_after(step: Step, policy: VillagePolicy) -> bool:
    """Whether a claim that passes this step is entered at once."""
    return (
        not policy.count_when_posted
        and not policy.notice_days
        and not (step is Step.FIRST_CHECK and policy.review)
    )


def has_steps(policy: VillagePolicy) -> bool:
    """Whether the village lets deeds wait at all; else they are entered at once."""
    return policy.first_check or policy.review or policy.notice_days > 0 or policy.count_when_posted


def note_text(memo: str, witness: str, evidence: str) -> str:
    """The free texts of a claim as its commitment takes them, together."""
    return "\x1f".join((memo, witness, evidence))
