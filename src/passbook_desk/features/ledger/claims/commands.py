"""Steps of claims: passing and rejecting many at once, withdrawing, entering what is due (DECISIONS 14)."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import select

from passbook_desk.db.store import Tx
from passbook_desk.features.ledger.claims.errors import (
    ClaimElsewhere,
    ClaimEnded,
    NoClaimChosen,
    NotOnSheet,
    NotTheRecorder,
    RejectionReasonMissing,
    UnknownClaim,
    WrongStep,
)
from passbook_desk.features.ledger.claims.judging import problems_of
from passbook_desk.features.ledger.claims.persons import Decider, decider, objection
from passbook_desk.features.ledger.claims.posting import post_claims
from passbook_desk.features.ledger.claims.rules import OPEN, Standing, posts_after, stage_of, until_after
from passbook_desk.features.ledger.claims.sheets import claims_on_sheet
from passbook_desk.features.ledger.claims.values import (
    ClaimKept,
    DecideClaims,
    Decided,
    Decision,
    Refused,
    Stage,
    Step,
)
from passbook_desk.features.ledger.claims.words import not_entered
from passbook_desk.features.ledger.claims.writing import (
    NextStep,
    add_reviews,
    claims_of,
    open_states,
    reviews_of,
    states_of,
)
from passbook_desk.features.ledger.model import Claim, ClaimState, Review
from passbook_desk.features.ledger.queries import accounts_by_id
from passbook_desk.features.ledger.values import AccountRow
from passbook_desk.features.village.policy import VillagePolicy
from passbook_desk.features.village.queries import policy
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.errors import UserError

_ACTS = {Step.FIRST_CHECK: Act.FIRST_CHECK, Step.REVIEW: Act.REVIEW, Step.NOTICE: Act.REVERSE}
_STAGES = {
    Step.FIRST_CHECK: frozenset({Stage.FIRST_CHECK}),
    Step.REVIEW: frozenset({Stage.REVIEW}),
    Step.NOTICE: frozenset({Stage.NOTICE, Stage.DUE}),
}


@dataclass(frozen=True, slots=True)
class _Loaded:
    """Claims with everything that deciding them needs, in the order asked for."""

    claims: tuple[Claim, ...]
    states: dict[int, ClaimState]
    reviews: dict[int, list[Review]]
    accounts: dict[int, AccountRow]
    policy: VillagePolicy

    def standing(self, claim: Claim) -> Standing:
        state = self.states[claim.id]
        return Standing(ClaimKept(state.state), state.until_on)


def _loaded(tx: Tx, claim_ids: Sequence[int]) -> _Loaded:
    ids = tuple(dict.fromkeys(claim_ids))
    found = claims_of(tx, ids)
    missing = next((claim_id for claim_id in ids if claim_id not in found), None)
    if missing is not None:
        raise UnknownClaim(claim=missing)
    return _Loaded(
        tuple(found[claim_id] for claim_id in ids),
        states_of(tx, ids),
        reviews_of(tx, ids),
        accounts_by_id(tx, (claim.account_id for claim in found.values()), closed_too=True),
        policy(tx),
    )


@dataclass(slots=True)
class _Outcome:
    """What becomes of the claims of one act."""

    accounts: dict[int, AccountRow]
    steps: list[NextStep] = field(default_factory=list)
    passed: list[int] = field(default_factory=list)
    hung: list[int] = field(default_factory=list)
    posted: list[int] = field(default_factory=list)
    rejected: list[int] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)

    def refuse(self, claim: Claim, error: UserError) -> None:
        number = self.accounts[claim.account_id].number
        self.refused.append(Refused(claim.id, number, claim.item_text, error))

    def done(self) -> Decided:
        return Decided(
            tuple(self.passed),
            tuple(self.hung),
            tuple(self.posted),
            tuple(self.rejected),
            tuple(self.refused),
        )


def decide_claims(tx: Tx, command: DecideClaims) -> Decided:
    """Pass or reject claims at one step; what passes its last step is hung, or entered at once.

    A claim that cannot be decided so stays where it is and is named in `refused`: it waits elsewhere, the
    operator took another step of it or belongs to the household, it is not on the sheet, or it can no
    longer be entered. Rejecting at the notice is an objection upheld. Raises NotAllowed, NoClaimChosen,
    UnknownClaim, WrongStep, RejectionReasonMissing, UnknownSheet.
    """
    if command.step not in _ACTS or command.decision not in (Decision.PASSED, Decision.REJECTED):
        raise WrongStep(step=command.step.value)
    if command.step is Step.NOTICE and command.decision is Decision.PASSED:
        raise WrongStep(step=command.step.value)
    tx.require(_ACTS[command.step])
    if not command.claim_ids:
        raise NoClaimChosen
    if command.decision is Decision.REJECTED and not command.reason.strip():
        raise RejectionReasonMissing(field="reason")
    loaded = _loaded(tx, command.claim_ids)
    outcome = _Outcome(loaded.accounts)
    number, able = _able(tx, loaded, command, outcome)
    if command.decision is Decision.REJECTED:
        outcome.rejected += [claim.id for claim in able]
        add_reviews(
            tx,
            [
                NextStep(claim.id, command.step, Decision.REJECTED, None, command.reason, number)
                for claim in able
            ],
        )
    else:
        _pass(tx, loaded, command.step, able, number, outcome)
    return outcome.done()


def _able(tx: Tx, loaded: _Loaded, command: DecideClaims, outcome: _Outcome) -> tuple[str, list[Claim]]:
    """The sheet's number as printed, and the claims that this operator may decide at this step."""
    number, on_sheet = "", frozenset[int]()
    if command.paper_ref.strip():
        number, on_sheet = claims_on_sheet(tx, command.paper_ref)
    who = decider(tx)
    able = []
    for claim in loaded.claims:
        error = _elsewhere(tx, loaded, claim, command.step)
        if error is None and number and claim.id not in on_sheet:
            error = NotOnSheet(claim=claim.id, number=number, field="paper_ref")
        if error is None:
            error = _person(loaded, claim, who, bool(number))
        if error is None:
            able.append(claim)
        else:
            outcome.refuse(claim, error)
    return number, able


def _elsewhere(tx: Tx, loaded: _Loaded, claim: Claim, step: Step) -> UserError | None:
    standing = loaded.standing(claim)
    stage = stage_of(standing, loaded.policy, tx.today)
    if stage in _STAGES[step]:
        return None
    if standing.state not in OPEN:
        return ClaimEnded(claim=claim.id, stage=stage.value)
    return ClaimElsewhere(claim=claim.id, stage=stage.value)


def _person(loaded: _Loaded, claim: Claim, who: Decider, signed: bool) -> UserError | None:
    account = loaded.accounts[claim.account_id]
    return objection(who, claim, account, loaded.reviews.get(claim.id, ()), loaded.policy, signed)


def _pass(
    tx: Tx, loaded: _Loaded, step: Step, claims: Sequence[Claim], number: str, outcome: _Outcome
) -> None:
    problems = problems_of(tx, claims)
    for claim in claims:
        if claim.id in problems:
            outcome.refuse(claim, problems[claim.id])
    going = [claim for claim in claims if claim.id not in problems]
    until_on = until_after(step, loaded.policy, tx.today)
    add_reviews(
        tx,
        [NextStep(claim.id, step, Decision.PASSED, until_on, paper_ref=number) for claim in going],
    )
    if posts_after(step, loaded.policy):
        _enter(tx, going, number)
        outcome.posted += [claim.id for claim in going]
    else:
        (outcome.passed if until_on is None else outcome.hung).extend(claim.id for claim in going)


def _enter(tx: Tx, claims: Sequence[Claim], number: str = "") -> None:
    lines = post_claims(tx, claims)
    add_reviews(
        tx,
        [
            NextStep(claim.id, Step.POSTING, Decision.POSTED, paper_ref=number, line_id=lines[claim.id])
            for claim in claims
        ],
    )


def post_due_claims(tx: Tx) -> Decided:
    """Enter every claim whose notice days are over, and those for which no step is in force any more.

    The latter hang first where the village wants that. What can no longer be entered, because the account
    was closed, the household left or a limit was reached meanwhile, is rejected in words. Raises NotAllowed.
    """
    tx.require(Act.POST)
    in_force = policy(tx)
    waiting = [
        state
        for state in open_states(tx)
        if stage_of(Standing(ClaimKept(state.state), state.until_on), in_force, tx.today) is Stage.DUE
    ]
    loaded = _loaded(tx, [state.claim_id for state in waiting])
    outcome = _Outcome(loaded.accounts)
    to_hang = [
        claim
        for claim in loaded.claims
        if in_force.notice_days and loaded.standing(claim).state is not ClaimKept.NOTICE
    ]
    until_on = until_after(Step.NOTICE, in_force, tx.today)
    add_reviews(tx, [NextStep(claim.id, Step.NOTICE, Decision.PASSED, until_on) for claim in to_hang])
    outcome.hung += [claim.id for claim in to_hang]
    hung = set(outcome.hung)
    _post(tx, [claim for claim in loaded.claims if claim.id not in hung], outcome)
    return outcome.done()


def post_hung_claims(tx: Tx, claim_ids: Sequence[int]) -> Decided:
    """Enter those of these claims that still hang, for the command that closes their notice.

    What was decided meanwhile stays as it is; what can no longer be entered is rejected in words.
    """
    loaded = _loaded(tx, claim_ids)
    outcome = _Outcome(loaded.accounts)
    waiting = (Stage.NOTICE, Stage.DUE)
    _post(
        tx,
        [
            claim
            for claim in loaded.claims
            if stage_of(loaded.standing(claim), loaded.policy, tx.today) in waiting
        ],
        outcome,
    )
    return outcome.done()


def reject_hung_claims(tx: Tx, claim_ids: Sequence[int], reason: str, paper_ref: str) -> None:
    """Keep hanging claims from counting, for the command that answers an objection; all of them or none.

    `paper_ref` names the signed answer, which stands for the second person in 单人模式. Raises UnknownClaim,
    ClaimEnded, ClaimElsewhere, SameOperator, OwnHousehold, NeedsSheet.
    """
    loaded = _loaded(tx, claim_ids)
    who = decider(tx)
    for claim in loaded.claims:
        error = _elsewhere(tx, loaded, claim, Step.NOTICE)
        error = error or _person(loaded, claim, who, bool(paper_ref.strip()))
        if error is not None:
            raise error
    add_reviews(
        tx,
        [
            NextStep(claim.id, Step.NOTICE, Decision.REJECTED, None, reason, paper_ref)
            for claim in loaded.claims
        ],
    )


def _post(tx: Tx, claims: Sequence[Claim], outcome: _Outcome) -> None:
    problems = problems_of(tx, claims)
    add_reviews(
        tx,
        [
            NextStep(claim_id, Step.POSTING, Decision.REJECTED, reason=not_entered(error))
            for claim_id, error in problems.items()
        ],
    )
    outcome.rejected += list(problems)
    going = [claim for claim in claims if claim.id not in problems]
    _enter(tx, going)
    outcome.posted += [claim.id for claim in going]


def withdraw_claims(tx: Tx, claim_ids: Sequence[int], reason: str) -> None:
    """Take own claims back before they have passed their last step; all of them or none.

    Raises NotAllowed, NoClaimChosen, UnknownClaim, RejectionReasonMissing, NotTheRecorder, ClaimEnded, and
    ClaimElsewhere for one that hangs already.
    """
    tx.require(Act.RECORD)
    if not claim_ids:
        raise NoClaimChosen
    if not reason.strip():
        raise RejectionReasonMissing(field="reason")
    loaded = _loaded(tx, claim_ids)
    for claim in loaded.claims:
        standing = loaded.standing(claim)
        stage = stage_of(standing, loaded.policy, tx.today)
        if standing.state not in OPEN:
            raise ClaimEnded(claim=claim.id, stage=stage.value)
        if standing.state is ClaimKept.NOTICE or stage is Stage.NOTICE:
            raise ClaimElsewhere(claim=claim.id, stage=stage.value)
        if claim.recorded_by != tx.actor.operator_id:
            raise NotTheRecorder(claim=claim.id, recorder=claim.recorded_by)
    add_reviews(
        tx,
        [NextStep(claim.id, Step.WITHDRAWAL, Decision.WITHDRAWN, reason=reason) for claim in loaded.claims],
    )


def withdraw_batch(tx: Tx, batch_id: int, reason: str) -> tuple[int, int]:
    """Withdraw the open claims of an import; how many were, and how many had been entered and stay.

    For the command that undoes the import, which asks for leave itself.
    """
    ids = tx.session.scalars(
        select(Claim.id)
        .where(Claim.village_id == tx.village_id, Claim.batch_id == batch_id)
        .order_by(Claim.id)
    ).all()
    states = states_of(tx, ids)
    going = [claim_id for claim_id in ids if ClaimKept(states[claim_id].state) in OPEN]
    add_reviews(
        tx,
        [NextStep(claim_id, Step.WITHDRAWAL, Decision.WITHDRAWN, reason=reason) for claim_id in going],
    )
    return len(going), sum(1 for state in states.values() if state.state == ClaimKept.POSTED)
