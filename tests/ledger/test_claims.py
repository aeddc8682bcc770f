"""A deed that is not yet through its steps waits: it is pending, and counts for nothing else."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select, text

from builders.claims import claim, claimed, decided, figures, steps, worker
from builders.village import Village, settled_village
from passbook_desk.features.access.values import Role
from passbook_desk.features.audit.queries import verify_audit
from passbook_desk.features.ledger.claims.commands import post_due_claims, withdraw_claims
from passbook_desk.features.ledger.claims.errors import (
    ClaimElsewhere,
    ClaimEnded,
    NoClaimChosen,
    NotTheRecorder,
    RejectionReasonMissing,
    SameGroupWithOtherClaims,
    UnknownClaim,
    WrongStep,
)
from passbook_desk.features.ledger.claims.queries import claim_card, claim_counts, queue
from passbook_desk.features.ledger.claims.rules import (
    ReviewFact,
    note_text,
    pending_of,
    standing_of,
)
from passbook_desk.features.ledger.claims.values import (
    ClaimKept,
    Decided,
    Decision,
    Doubt,
    Stage,
    Step,
)
from passbook_desk.features.ledger.claims.writing import open_claims
from passbook_desk.features.ledger.model import Account, AccountBalance, Claim, ClaimNote, ClaimState, Review
from passbook_desk.features.ledger.queries import lines
from passbook_desk.kernel.actor import Actor
from passbook_desk.kernel.canonical import commitment
from passbook_desk.kernel.points import ZERO, Points

GREEN, OTHER = 1, 4


@pytest.fixture
def village(tmp_path: Path) -> Village:
    return settled_village(tmp_path, limited=True)


@pytest.fixture
def committee(village: Village) -> Actor:
    """The points committee's reviewer; the village wants review and has several people."""
    reviewer = worker(village, "马主任", Role.REVIEWER)
    steps(village, review=True, alone=False)
    return reviewer


def book(village: Village, claim_id: int) -> tuple[str, ...]:
    """The deeds in the book of a claim."""
    account_id = claim(village, claim_id).account.id
    with village.read() as scope:
        return tuple(line.item_code for line in lines(scope, account_id) if line.item_code)


def test_a_deed_waits_for_review_and_is_pending_only(village: Village, committee: Actor) -> None:
    (first,) = claimed(village, (GREEN,))
    waiting = figures(village, GREEN)
    assert (waiting.pending, waiting.spendable, waiting.assessment) == (Points(1000), ZERO, ZERO)
    assert book(village, first) == ()
    assert decided(village, (first,), by=committee).posted == (first,)
    entered = figures(village, GREEN)
    assert (entered.pending, entered.spendable, entered.assessment) == (ZERO, Points(1000), Points(1000))
    assert book(village, first) == ("101",)


def test_the_line_is_named_by_the_last_step_and_carries_the_texts(village: Village, committee: Actor) -> None:
    (first,) = claimed(village, (GREEN,), memo="扫了主街")
    decided(village, (first,), by=committee)
    with village.read() as scope:
        card = claim_card(scope, first)
        (line,) = (line for line in lines(scope, GREEN) if line.item_code)
    assert [(step.step, step.decision, step.decided_by) for step in card.steps] == [
        (Step.REVIEW, Decision.PASSED, "马主任"),
        (Step.POSTING, Decision.POSTED, "马主任"),
    ]
    assert card.steps[1].line_seq == line.seq
    assert (line.memo, line.occurred_on) == ("扫了主街", date(2026, 5, 20))
    assert (card.claim.recorder, card.claim.stage) == ("刘文书", Stage.POSTED)


def test_three_steps_follow_each_other_and_the_notice_hangs_its_days(village: Village) -> None:
    checker, reviewer = worker(village, "网格长", Role.RECORDER), worker(village, "马主任", Role.REVIEWER)
    steps(village, first_check=True, review=True, notice_days=7, alone=False)
    (first,) = claimed(village, (GREEN,))
    assert claim(village, first).stage is Stage.FIRST_CHECK
    early = decided(village, (first,), Step.REVIEW, by=reviewer)
    assert isinstance(early.refused[0].error, ClaimElsewhere)
    assert decided(village, (first,), Step.FIRST_CHECK, by=checker).passed == (first,)
    assert decided(village, (first,), Step.REVIEW, by=reviewer).hung == (first,)
    hanging = claim(village, first)
    assert (hanging.stage, hanging.until_on) == (Stage.NOTICE, date(2026, 6, 7))
    village.on(date(2026, 6, 7))
    with village.write() as tx:
        assert post_due_claims(tx) == Decided()
    village.on(date(2026, 6, 8))
    assert claim(village, first).stage is Stage.DUE
    with village.write() as tx:
        assert post_due_claims(tx).posted == (first,)
    assert book(village, first) == ("101",)


def test_only_a_notice_lets_claims_hang_from_the_day_they_are_entered(village: Village) -> None:
    steps(village, notice_days=3)
    (first,) = claimed(village, (GREEN,))
    assert (claim(village, first).stage, claim(village, first).until_on) == (Stage.NOTICE, date(2026, 6, 3))
    village.on(date(2026, 6, 4))
    with village.write() as tx:
        assert post_due_claims(tx).posted == (first,)


def test_an_objection_upheld_rejects_what_hangs(village: Village) -> None:
    reviewer = worker(village, "马主任", Role.REVIEWER)
    supervisor = worker(village, "监督员老陈", Role.SUPERVISOR)
    steps(village, review=True, notice_days=7, alone=False)
    (first,) = claimed(village, (GREEN,))
    decided(village, (first,), by=reviewer)
    assert decided(village, (first,), Step.NOTICE, reject="群众反映没有参加", by=supervisor).rejected == (
        first,
    )
    assert figures(village, GREEN).pending == ZERO
    assert (claim(village, first).stage, claim(village, first).reason) == (Stage.REJECTED, "群众反映没有参加")
    with pytest.raises(WrongStep):
        decided(village, (first,), Step.NOTICE, by=supervisor)


def test_a_rejection_needs_a_reason_and_ends_the_claim(village: Village, committee: Actor) -> None:
    (first,) = claimed(village, (GREEN,))
    with pytest.raises(RejectionReasonMissing):
        decided(village, (first,), reject=" ", by=committee)
    assert decided(village, (first,), reject="没有照片", by=committee).rejected == (first,)
    again = decided(village, (first,), by=committee)
    assert isinstance(again.refused[0].error, ClaimEnded)
    assert book(village, first) == ()


def test_deductions_and_credits_are_summed_in_what_is_pending(village: Village, committee: Actor) -> None:
    claimed(village, (GREEN,))
    claimed(village, (GREEN,), "109")
    with village.read() as scope:
        pending = scope.session.scalar(
            select(AccountBalance.pending).where(AccountBalance.account_id == GREEN)
        )
        points = [row.points for row in queue(scope)]
    assert Points(1000) in points
    assert min(points) < ZERO
    assert pending == points[0] + points[1]


def test_many_are_decided_at_once_and_each_is_accounted_for(village: Village, committee: Actor) -> None:
    ids = claimed(village, (1, 2, 4))
    decided(village, ids[:1], reject="不在场", by=committee)
    done = decided(village, (*ids, ids[1]), by=committee)
    assert done.posted == ids[1:]
    assert [each.claim_id for each in done.refused] == [ids[0]]
    assert done.refused[0].number == claim(village, ids[0]).account.number


def test_claims_entered_together_become_one_voucher(village: Village, committee: Actor) -> None:
    ids = claimed(village, (1, 2, 4))
    decided(village, ids, by=committee)
    with village.read() as scope:
        vouchers = scope.session.scalars(
            text("SELECT count(DISTINCT l.voucher_id) FROM review r JOIN ledger_line l ON l.id = r.line_id")
        ).one()
    assert vouchers == 1


def test_the_same_act_sent_twice_opens_its_claims_once(village: Village, committee: Actor) -> None:
    ids = claimed(village, (1, 2), uid="act-1")
    assert claimed(village, (1, 2), uid="act-1") == ids
    with village.read() as scope:
        assert len(queue(scope)) == 2


def test_a_group_with_other_claims_is_refused(village: Village, committee: Actor) -> None:
    claimed(village, (1, 2), uid="act-1")
    with village.write() as tx, pytest.raises(SameGroupWithOtherClaims):
        open_claims(tx, "act-1", [])


def test_the_recorder_withdraws_what_has_not_passed(village: Village, committee: Actor) -> None:
    ids = claimed(village, (1, 2))
    with village.write() as tx:
        withdraw_claims(tx, ids[:1], "记错人了")
    assert claim(village, ids[0]).stage is Stage.WITHDRAWN
    assert figures(village, GREEN).pending == ZERO
    with village.write() as tx, pytest.raises(ClaimEnded):
        withdraw_claims(tx, ids, "再来一次")
    assert claim(village, ids[1]).stage is Stage.REVIEW
    other = worker(village, "李会计", Role.RECORDER)
    village.actor = other
    with village.write() as tx, pytest.raises(NotTheRecorder):
        withdraw_claims(tx, ids[1:], "不是我的")


def test_what_hangs_is_not_withdrawn(village: Village) -> None:
    steps(village, notice_days=5)
    ids = claimed(village, (GREEN,))
    with village.write() as tx, pytest.raises(ClaimElsewhere):
        withdraw_claims(tx, ids, "后悔了")


def test_nothing_chosen_and_unknown_claims_are_refused(village: Village, committee: Actor) -> None:
    with pytest.raises(NoClaimChosen):
        decided(village, (), by=committee)
    with pytest.raises(UnknownClaim):
        decided(village, (99,), by=committee)


@pytest.mark.parametrize(
    ("before", "after", "waits"),
    [
        ({"first_check": True, "review": True}, {"review": True}, Stage.REVIEW),
        ({"first_check": True}, {}, Stage.DUE),
        ({"review": True}, {"notice_days": 3}, Stage.DUE),
        ({"notice_days": 3}, {}, Stage.DUE),
        ({"review": True}, {"first_check": True, "review": True}, Stage.FIRST_CHECK),
        ({"notice_days": 3}, {"review": True, "notice_days": 3}, Stage.NOTICE),
    ],
)
def test_open_claims_go_through_the_steps_in_force_now(
    village: Village, before: dict[str, int], after: dict[str, int], waits: Stage
) -> None:
    steps(village, **before)  # type: ignore[arg-type]
    (first,) = claimed(village, (GREEN,))
    steps(village, **after)  # type: ignore[arg-type]
    assert claim(village, first).stage is waits
    with village.read() as scope:
        counts = claim_counts(scope)
    assert {Stage.REVIEW: counts.review, Stage.DUE: counts.due}.get(waits, 1) == 1


def test_a_step_given_up_lets_claims_be_entered_or_hung_with_what_is_due(village: Village) -> None:
    steps(village, review=True)
    (first,) = claimed(village, (GREEN,))
    steps(village, notice_days=3)
    with village.write() as tx:
        assert post_due_claims(tx).hung == (first,)
    assert claim(village, first).until_on == date(2026, 6, 3)
    steps(village)
    with village.write() as tx:
        assert post_due_claims(tx).posted == (first,)


def test_a_closed_account_refuses_by_name_and_rejects_in_words_when_due(
    village: Village, committee: Actor
) -> None:
    (first,) = claimed(village, (GREEN,))
    with village.write() as tx:
        tx.session.get_one(Account, GREEN).closed_on = tx.today
    assert claim(village, first).doubts == (Doubt.ACCOUNT_CLOSED,)
    refused = decided(village, (first,), by=committee).refused
    assert [each.error.code for each in refused] == ["claims.account-closed"]
    assert claim(village, first).stage is Stage.REVIEW
    steps(village)
    with village.write() as tx:
        assert post_due_claims(tx).rejected == (first,)
    assert claim(village, first).reason == "入账时不能记：存折已销户"


def test_a_cap_reached_meanwhile_is_refused_by_name(village: Village, committee: Actor) -> None:
    (first,) = claimed(village, (GREEN,), "401", date(2026, 5, 4))
    steps(village)
    assert claimed(village, (OTHER,), "401") == ()
    with village.write() as tx:
        tx.session.execute(text("UPDATE claim_state SET state = 'withdrawn'"))
    claimed(village, (GREEN,), "401")
    with village.write() as tx:
        tx.session.execute(text("UPDATE claim_state SET state = 'first_check'"))
    steps(village, review=True, alone=False)
    assert claim(village, first).doubts == (Doubt.OVER_LIMIT,)
    (refused,) = decided(village, (first,), by=committee).refused
    assert refused.error.code == "ledger.limit-month"
    steps(village)
    with village.write() as tx:
        assert post_due_claims(tx).rejected == (first,)
    assert "当月已到上限" in claim(village, first).reason


def test_a_second_claim_of_a_day_is_marked(village: Village, committee: Actor) -> None:
    first = claimed(village, (GREEN,), "102")
    second = claimed(village, (GREEN,), "102")
    assert claim(village, first[0]).doubts == ()
    assert claim(village, second[0]).doubts == (Doubt.DUPLICATE,)


def test_the_queue_is_filtered_and_counted(village: Village, committee: Actor) -> None:
    claimed(village, (1, 4))
    rejected = claimed(village, (2,), "102")
    decided(village, rejected, reject="不符", by=committee)
    village.on(date(2026, 6, 5))
    with village.read() as scope:
        counts = claim_counts(scope)
        assert (counts.review, counts.to_decide, counts.points) == (2, 2, Points(2000))
        assert len(queue(scope)) == 2
        assert [row.account.grid_code for row in queue(scope, grid_code="02")] == ["02"]
        assert [row.stage for row in queue(scope, stages=[Stage.REJECTED])] == [Stage.REJECTED]
        assert queue(scope, item_code="102") == ()
        assert queue(scope, recorder_id=committee.operator_id) == ()
        assert [row.account.owner_name for row in queue(scope, find="王建")] == ["王建国"]
        assert queue(scope)[0].waiting_days == 4


def test_states_and_pending_follow_from_the_reviews_alone(village: Village) -> None:
    steps(village, first_check=True, notice_days=2)
    ids = claimed(village, (1, 2, 4))
    checker = worker(village, "网格长", Role.RECORDER)
    steps(village, first_check=True, notice_days=2, alone=False)
    decided(village, ids[:2], Step.FIRST_CHECK, by=checker)
    with village.write() as tx:
        withdraw_claims(tx, ids[2:], "重复")
    village.on(date(2026, 6, 9))
    with village.write() as tx:
        post_due_claims(tx)
    more = claimed(village, (1,), "102")
    with village.read() as scope:
        facts: dict[int, list[ReviewFact]] = {claim_id: [] for claim_id in (*ids, *more)}
        for row in scope.session.scalars(select(Review).order_by(Review.claim_id, Review.number)):
            facts[row.claim_id].append(ReviewFact(row.step, row.decision, row.until_on))
        kept = {row.claim_id: row for row in scope.session.scalars(select(ClaimState))}
        claims = scope.session.scalars(select(Claim)).all()
        for claim_id, reviews in facts.items():
            standing = standing_of(reviews)
            assert (standing.state.value, standing.until_on) == (
                kept[claim_id].state,
                kept[claim_id].until_on,
            )
        wanted = pending_of((row.account_id, ClaimKept(kept[row.id].state), row.points) for row in claims)
        balances = scope.session.scalars(select(AccountBalance)).all()
        assert {row.account_id: row.pending for row in balances} == {
            row.account_id: wanted.get(row.account_id, ZERO) for row in balances
        }
        assert wanted[1] == Points(200)
        assert verify_audit(scope) > 0


def test_texts_are_committed_to_with_a_salt(village: Village, committee: Actor) -> None:
    (first,) = claimed(village, (GREEN,), memo="扫街")
    with village.read() as scope:
        row, note = scope.session.get_one(Claim, first), scope.session.get_one(ClaimNote, first)
        fitting = commitment(bytes.fromhex(note.salt), note_text(note.memo, note.witness, note.evidence))
        assert row.memo_commit == fitting
