"""Whatever a village does with claims: nothing is effective without its steps, nothing pending is lost."""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import select

from builders.claims import FOUNDER, claimed, decided, steps, worker
from builders.village import Village, settled_village
from passbook_desk.db.store import Scope
from passbook_desk.features.access.values import Role
from passbook_desk.features.audit.queries import verify_audit
from passbook_desk.features.ledger.claims.commands import post_due_claims, withdraw_claims
from passbook_desk.features.ledger.claims.rules import OPEN, Standing
from passbook_desk.features.ledger.claims.sheets import make_sheet
from passbook_desk.features.ledger.claims.values import ClaimKept, Step
from passbook_desk.features.ledger.claims.verifying import verify_claims
from passbook_desk.features.ledger.model import AccountBalance, Claim, ClaimState, Review
from passbook_desk.features.ledger.queries import lines
from passbook_desk.features.village.policy import VillagePolicy
from passbook_desk.features.village.queries import policy
from passbook_desk.kernel.actor import Actor
from passbook_desk.kernel.errors import UserError
from passbook_desk.kernel.points import ZERO

ACTS = 40
HISTORIES = 8
BOOKS = (1, 2, 4)
ITEMS = ("101", "102", "109", "401", "206")


@dataclass
class History:
    """A village, the dice, and how often each act happened."""

    village: Village
    dice: random.Random
    people: tuple[Actor, ...]
    done: Counter[str] = field(default_factory=Counter)

    def states(self) -> dict[int, Standing]:
        with self.village.read() as scope:
            return self.states_in(scope)

    def states_in(self, scope: Scope) -> dict[int, Standing]:
        rows = scope.session.scalars(select(ClaimState)).all()
        return {row.claim_id: Standing(ClaimKept(row.state), row.until_on) for row in rows}

    def policy(self) -> VillagePolicy:
        with self.village.read() as scope:
            return policy(scope)

    def some_open(self) -> tuple[int, ...]:
        waiting = [claim for claim, standing in self.states().items() if standing.state in OPEN]
        return tuple(self.dice.sample(waiting, min(len(waiting), self.dice.randint(1, 4))))


def record(history: History) -> None:
    dice = history.dice
    day = history.village.clock.today() - timedelta(days=dice.randint(0, 40))
    claimed(history.village, tuple(dice.sample(BOOKS, 2)), dice.choice(ITEMS), day)


def decide(step: Step, reject: str = "") -> Callable[[History], None]:
    def act(history: History) -> None:
        chosen = history.some_open()
        paper = ""
        if history.dice.random() < 0.5 and chosen:
            with history.village.write() as tx:
                paper = make_sheet(tx, chosen).number
        decided(
            history.village, chosen, step, reject=reject, paper=paper, by=history.dice.choice(history.people)
        )

    return act


def withdraw(history: History) -> None:
    chosen = history.some_open()
    with history.village.write() as tx:
        withdraw_claims(tx, chosen, "记错")


def post(history: History) -> None:
    with history.village.write() as tx:
        post_due_claims(tx)


def change_steps(history: History) -> None:
    dice = history.dice
    steps(
        history.village,
        first_check=dice.random() < 0.5,
        review=dice.random() < 0.5,
        notice_days=dice.choice((0, 0, 3)),
        alone=dice.random() < 0.5,
    )


def pass_days(history: History) -> None:
    village = history.village
    village.on(village.clock.today() + timedelta(days=history.dice.randint(1, 4)))


KINDS: dict[str, tuple[Callable[[History], None], Step | None]] = {
    "record": (record, None),
    "first-check": (decide(Step.FIRST_CHECK), Step.FIRST_CHECK),
    "review": (decide(Step.REVIEW), Step.REVIEW),
    "reject": (decide(Step.REVIEW, "不同意"), None),
    "object": (decide(Step.NOTICE, "有异议"), None),
    "withdraw": (withdraw, None),
    "post": (post, None),
    "steps": (change_steps, None),
    "days": (pass_days, None),
}


def allowed(
    before: Standing, after: Standing, decided: VillagePolicy, passing: Step | None, today: date
) -> bool:
    """Whether a claim may have gone this far by one act under the steps in force."""
    if after.state not in (ClaimKept.REVIEW, ClaimKept.NOTICE, ClaimKept.POSTED) or before == after:
        return True
    state, stepped = before.state, False
    if state is ClaimKept.FIRST_CHECK:
        if decided.first_check:
            if passing is not Step.FIRST_CHECK:
                return False
            stepped = True
        state = ClaimKept.REVIEW
    if state is ClaimKept.REVIEW:
        if after.state is ClaimKept.REVIEW:
            return stepped
        if decided.review and (stepped or passing is not Step.REVIEW):
            return False
        if decided.notice_days:
            return after.state is ClaimKept.NOTICE and after.until_on is not None
        return after.state is ClaimKept.POSTED
    hangs = decided.notice_days and before.until_on is not None and before.until_on >= today
    return after.state is ClaimKept.POSTED and not hangs


def check(history: History) -> None:
    """Pending is the sum of open claims; what is in the books is what was posted."""
    with history.village.read() as scope:
        states = scope.session.scalars(select(ClaimState)).all()
        for book in BOOKS:
            own = [row for row in states if row.account_id == book]
            pending = sum((row.points for row in own if ClaimKept(row.state) in OPEN), ZERO)
            kept = scope.session.get(AccountBalance, book)
            assert (ZERO if kept is None else kept.pending) == pending
        posted = {row.claim_id for row in states if row.state == ClaimKept.POSTED}
        named = scope.session.scalars(select(Review.claim_id).where(Review.line_id.is_not(None))).all()
        assert sorted(named) == sorted(posted)
        check_people(scope)


def check_people(scope: Scope) -> None:
    """Those who act on one claim are different people, unless a signed sheet stands for the second."""
    acted = {row.id: [row.recorded_by] for row in scope.session.scalars(select(Claim))}
    for row in scope.session.scalars(select(Review).order_by(Review.claim_id, Review.number)):
        if row.step in (Step.FIRST_CHECK, Step.REVIEW):
            assert row.paper_ref or row.decided_by not in acted[row.claim_id]
            acted[row.claim_id].append(row.decided_by)


def test_nothing_is_effective_without_its_steps(tmp_path: Path) -> None:
    done: Counter[str] = Counter()
    for seed in range(HISTORIES):
        folder = tmp_path / str(seed)
        folder.mkdir()
        done += live(folder, seed)
    assert {kind for kind in KINDS if not done[kind]} == set()


def live(folder: Path, seed: int) -> Counter[str]:
    """One history; how often each act succeeded in it."""
    village = settled_village(folder)
    people = (
        FOUNDER,
        worker(village, "马主任", Role.RECORDER, Role.REVIEWER),
        worker(village, "老陈", Role.SUPERVISOR, Role.REVIEWER),
    )
    steps(village, first_check=True, review=True, notice_days=3, alone=False)
    history = History(village, random.Random(seed), people)
    for _ in range(ACTS):
        kind = history.dice.choice(list(KINDS))
        act, passing = KINDS[kind]
        before, in_force, today = history.states(), history.policy(), village.clock.today()
        try:
            act(history)
        except UserError:
            continue
        history.done[kind] += 1
        for claim, standing in history.states().items():
            if claim in before:
                assert allowed(before[claim], standing, in_force, passing, today), (seed, kind, before[claim])
        check(history)
    with village.read() as scope:
        assert verify_audit(scope) > 0
        assert verify_claims(scope) == len(history.states_in(scope))
        for book in BOOKS:
            sums = sum((line.points for line in lines(scope, book)), ZERO)
            kept = scope.session.get(AccountBalance, book)
            assert (ZERO if kept is None else kept.balance) == sums
    village.store.close()
    return history.done
