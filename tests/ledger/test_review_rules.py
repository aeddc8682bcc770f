"""Recorder, reviewer and supervisor are different people, and nobody decides for the own household."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from builders.claims import FOUNDER, claim, claimed, decided, steps, worker
from builders.village import Village, settled_village
from passbook_desk.features.access.errors import NotAllowed
from passbook_desk.features.access.model import Operator
from passbook_desk.features.access.values import Role
from passbook_desk.features.ledger.claims.commands import post_due_claims, withdraw_claims
from passbook_desk.features.ledger.claims.errors import UnknownSheet
from passbook_desk.features.ledger.claims.queries import claim_card
from passbook_desk.features.ledger.claims.sheets import claims_on_sheet, make_sheet
from passbook_desk.features.ledger.claims.values import Stage, Step
from passbook_desk.features.ledger.model import Account

GREEN, SECOND = 1, 2


@pytest.fixture
def village(tmp_path: Path) -> Village:
    village = settled_village(tmp_path)
    steps(village, review=True, alone=False)
    return village


def why(village: Village, claim_ids: tuple[int, ...], step: Step = Step.REVIEW, **said: str) -> list[str]:
    """The codes by which claims are refused."""
    return [each.error.code for each in decided(village, claim_ids, step, **said).refused]  # type: ignore[arg-type]


def sheet(village: Village, claim_ids: tuple[int, ...]) -> str:
    with village.write() as tx:
        return make_sheet(tx, claim_ids).number


def test_who_recorded_a_claim_does_not_review_it(village: Village) -> None:
    ids = claimed(village, (GREEN,))
    assert why(village, ids) == ["claims.same-operator"]
    assert why(village, ids, reject="不同意") == ["claims.same-operator"]
    assert claim(village, ids[0]).stage is Stage.REVIEW


def test_who_checked_first_does_not_review_and_who_reviewed_upholds_no_objection(village: Village) -> None:
    steps(village, first_check=True, review=True, notice_days=7, alone=False)
    both = worker(village, "马主任", Role.REVIEWER, Role.SUPERVISOR)
    other = worker(village, "赵委员", Role.REVIEWER)
    ids = claimed(village, (GREEN,))
    assert decided(village, ids, Step.FIRST_CHECK, by=both).passed == ids
    assert [each.error.code for each in decided(village, ids, by=both).refused] == ["claims.same-operator"]
    assert decided(village, ids, by=other).hung == ids
    refused = decided(village, ids, Step.NOTICE, reject="不实", by=both).refused
    assert [each.error.code for each in refused] == ["claims.same-operator"]


def test_the_matrix_says_who_may_check_review_and_object(village: Village) -> None:
    recorder, viewer = worker(village, "李会计", Role.RECORDER), worker(village, "来访", Role.VIEWER)
    supervisor = worker(village, "老陈", Role.SUPERVISOR)
    ids = claimed(village, (GREEN,))
    for who in (recorder, viewer, supervisor):
        with pytest.raises(NotAllowed):
            decided(village, ids, by=who)
    with pytest.raises(NotAllowed):
        decided(village, ids, Step.NOTICE, reject="不实", by=recorder)
    with pytest.raises(NotAllowed):
        decided(village, ids, Step.FIRST_CHECK, by=supervisor)
    village.actor = supervisor
    with village.write() as tx, pytest.raises(NotAllowed):
        post_due_claims(tx)
    with village.write() as tx, pytest.raises(NotAllowed):
        withdraw_claims(tx, ids, "不归我管")
    village.actor = viewer
    with village.write() as tx, pytest.raises(NotAllowed):
        make_sheet(tx, ids)


def person_of(village: Village, account_id: int) -> int:
    """The party member of a red account."""
    with village.read() as scope:
        found = scope.session.scalar(select(Account.person_id).where(Account.id == account_id))
    assert found is not None
    return found


def red_account(village: Village) -> int:
    with village.read() as scope:
        found = scope.session.scalar(select(Account.id).where(Account.colour == "red"))
    assert found is not None
    return found


def test_nobody_decides_for_the_own_household_nor_for_a_member_of_it(village: Village) -> None:
    red = red_account(village)
    reviewer = worker(village, "李秀英", Role.REVIEWER, person_id=person_of(village, red))
    stranger = worker(village, "赵委员", Role.REVIEWER)
    green = claimed(village, (SECOND, GREEN))
    member = claimed(village, (red,), "802")
    done = decided(village, (*green, *member), by=reviewer)
    assert done.posted == green[1:]
    assert [(each.claim_id, each.error.code) for each in done.refused] == [
        (green[0], "claims.own-household"),
        (member[0], "claims.own-household"),
    ]
    rejected = decided(village, member, reject="不扣", by=reviewer)
    assert [each.error.code for each in rejected.refused] == ["claims.own-household"]
    assert decided(village, (green[0], *member), by=stranger).posted == (green[0], *member)


def test_one_clerk_alone_goes_on_with_the_number_of_a_signed_sheet(village: Village) -> None:
    steps(village, review=True, alone=True)
    ids = claimed(village, (GREEN, SECOND))
    assert why(village, ids) == ["claims.needs-sheet"] * 2
    number = sheet(village, ids)
    assert decided(village, ids, paper=number).posted == ids
    with village.read() as scope:
        card = claim_card(scope, ids[0])
    assert [step.paper_ref for step in card.steps] == [number, number]


def test_one_clerk_alone_may_decide_for_the_own_household_only_on_a_signed_sheet(village: Village) -> None:
    member = person_of(village, red_account(village))
    with village.write() as tx:
        tx.session.get_one(Operator, FOUNDER.operator_id).person_id = member
    steps(village, review=True, alone=True)
    ids = claimed(village, (SECOND,))
    assert why(village, ids) == ["claims.needs-sheet"]
    assert decided(village, ids, paper=sheet(village, ids)).posted == ids


def test_a_sheet_does_not_replace_the_second_person_where_several_work(village: Village) -> None:
    ids = claimed(village, (GREEN,))
    assert why(village, ids, paper=sheet(village, ids)) == ["claims.same-operator"]


def test_a_claim_has_to_stand_on_the_sheet_that_is_named(village: Village) -> None:
    steps(village, review=True, alone=True)
    ids = claimed(village, (GREEN, SECOND))
    number = sheet(village, ids[:1])
    done = decided(village, ids, paper=number)
    assert done.posted == ids[:1]
    assert [(each.claim_id, each.error.code) for each in done.refused] == [(ids[1], "claims.not-on-sheet")]
    with pytest.raises(UnknownSheet):
        decided(village, ids, paper="2026-9999")


def test_sheets_are_numbered_and_the_same_claims_keep_their_number(village: Village) -> None:
    ids = claimed(village, (GREEN, SECOND, 4))
    first = sheet(village, (ids[0], ids[2]))
    assert first == "2026-0001"
    assert sheet(village, (ids[2], ids[0])) == first
    assert sheet(village, ids) == "2026-0002"
    with village.read() as scope:
        for typed in ("2026-0001", " ２０２６－１ ", "2026-1", "No.2026-0001"):
            assert claims_on_sheet(scope, typed) == ("2026-0001", frozenset({ids[0], ids[2]}))
    village.on(date(2027, 1, 4))
    assert sheet(village, ids[:1]) == "2027-0001"
