"""Many deeds of one act: nothing twice without being asked, nothing left out without being named."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from builders.deeds import (
    LI,
    LI_RED,
    MAY_20,
    OUYANG,
    WANG,
    cap,
    decided,
    deed,
    entered,
    figures,
    floor,
    item,
    left_out,
    person_of,
    points,
)
from builders.village import Village, person, settled_village
from passbook_desk.features.catalogue.errors import UnknownItem
from passbook_desk.features.catalogue.values import Effect, Holder, LimitPeriod
from passbook_desk.features.households.life.values import Act as Doing
from passbook_desk.features.households.links import LinkHousehold, LinkKind, link_household
from passbook_desk.features.households.model import AbsenceSpan, Household, Membership
from passbook_desk.features.ledger.checking import deed_preview
from passbook_desk.features.ledger.commands import reverse_lines
from passbook_desk.features.ledger.errors import DeedTwice, SameActWithOtherContent
from passbook_desk.features.ledger.queries import has_voucher, lines
from passbook_desk.features.ledger.recording_values import DeedEntry, OverCap, Recorded, Verdict
from passbook_desk.features.ledger.values import LineKind, LineRow, ReverseLines
from passbook_desk.features.ledger.verifying import verify_ledger
from passbook_desk.features.village.policy import Twice
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.points import ZERO, Points

BOTH = (Holder.RED, Holder.HOUSEHOLD)
ITEMS = (
    item("961", "护河", "10", cap("25", LimitPeriod.MONTH)),
    item("962", "乱堆", "-4", floor("10", LimitPeriod.QUARTER)),
    item("963", "志愿", "2", holders=BOTH),
    item("964", "文明户", "30", effect=Effect.HONOUR),
    item("965", "捐赠", "8", effect=Effect.GIFT),
    item("966", "失信", "-7", effect=Effect.HONOUR),
)


@pytest.fixture
def village(tmp_path: Path) -> Village:
    return settled_village(tmp_path, ITEMS)


def book(village: Village, account_id: int) -> tuple[LineRow, ...]:
    with village.read() as scope:
        return lines(scope, account_id)


def preview(village: Village, *deeds: DeedEntry) -> tuple[Verdict, ...]:
    with village.read() as scope:
        return deed_preview(scope, deeds)


def linked(village: Village, since: date, *, house: str = "01001") -> None:
    """李秀英, a party member, looks after a household."""
    member = person_of(village, LI_RED)
    with village.write() as tx:
        household_id = tx.session.scalars(select(Household.id).where(Household.code == house)).one()
        link_household(
            tx, LinkHousehold(Doing(new_uid(), since, "联系"), LinkKind.MEMBER, member, household_id)
        )


def test_different_items_days_and_points_are_one_act(village: Village) -> None:
    recorded = entered(
        village,
        deed(WANG, "101", witness="孙会计", memo="扫街"),
        deed(OUYANG, "301", date(2026, 5, 3), points=points("7")),
        deed(LI_RED, "802", date(2026, 5, 4)),
    )
    assert recorded.voucher is not None
    assert recorded.seqs == (1, 2, 3)
    assert [str(each.points) for each in recorded.entered] == ["10", "7", "-0.5"]
    assert recorded.total == points("16.5")
    (line,) = book(village, WANG)
    assert line.memo == "扫街 证明人：孙会计"
    assert book(village, OUYANG)[0].occurred_on == date(2026, 5, 3)


def test_the_same_deed_again_is_asked_about(village: Village) -> None:
    entered(village, deed(WANG, "101"))
    recorded = entered(village, deed(WANG, "101"), deed(LI, "101"))
    assert left_out(recorded) == [(WANG, "ledger.deed-twice")]
    recorded = entered(village, deed(WANG, "101", again=True))
    assert left_out(recorded) == []
    assert str(figures(village, WANG).balance) == "20"


def test_two_people_of_one_household_count_once_unless_confirmed(village: Village) -> None:
    with village.write() as tx:
        son = person(tx, "王小明").id
    recorded = entered(
        village, deed(WANG, "101", person_id=1), deed(WANG, "101", person_id=son), deed(WANG, "102")
    )
    assert left_out(recorded) == [(WANG, "ledger.deed-twice")]
    assert [each.place for each in recorded.entered] == [0, 2]


@pytest.mark.parametrize(
    ("rule", "again", "named"),
    [
        (Twice.ASK, False, "ledger.deed-twice"),
        (Twice.ASK, True, ""),
        (Twice.REFUSE, True, "ledger.deed-once"),
        (Twice.ALLOW, False, ""),
    ],
)
def test_whether_a_deed_counts_twice_on_a_day_is_the_villages_choice(
    village: Village, rule: Twice, again: bool, named: str
) -> None:
    decided(village, same_deed_twice=rule)
    recorded = entered(village, deed(WANG, "102"), deed(WANG, "102", again=again))
    assert left_out(recorded) == ([(WANG, named)] if named else [])


def test_a_member_and_the_own_household_do_not_both_get_the_deed(village: Village) -> None:
    entered(village, deed(LI_RED, "963"))
    recorded = entered(village, deed(LI, "963"), deed(WANG, "963"))
    assert left_out(recorded) == [(LI, "ledger.other-book-too")]
    assert recorded.left_out[0].reason.params["other"] == figures(village, LI_RED).account.number
    assert left_out(entered(village, deed(LI, "963", again=True))) == []
    recorded = entered(village, deed(OUYANG, "963"), deed(LI_RED, "963", date(2026, 5, 21)))
    assert left_out(recorded) == []


def test_the_households_book_stands_in_the_way_of_the_members_as_well(village: Village) -> None:
    decided(village, member_and_household=Twice.REFUSE)
    recorded = entered(village, deed(LI, "963"), deed(LI_RED, "963", again=True))
    assert left_out(recorded) == [(LI_RED, "ledger.other-book-once")]
    decided(village, member_and_household=Twice.ALLOW)
    assert left_out(entered(village, deed(LI_RED, "963"))) == []


def test_who_moved_to_another_household_shares_its_book(village: Village) -> None:
    member = person_of(village, LI_RED)
    with village.write() as tx:
        tx.session.scalars(select(Membership).where(Membership.person_id == member)).one().household_id = 1
    entered(village, deed(LI_RED, "963"))
    assert left_out(entered(village, deed(LI, "963"), deed(WANG, "963"))) == [(WANG, "ledger.other-book-too")]


def test_what_was_taken_back_may_be_entered_anew(village: Village) -> None:
    first = entered(village, deed(WANG, "102"))
    with village.write() as tx:
        reverse_lines(tx, ReverseLines(new_uid(), first.seqs, "记错了"))
    assert left_out(entered(village, deed(WANG, "102"))) == []


def test_honours_count_and_cannot_be_spent_gifts_the_other_way_round(village: Village) -> None:
    entered(village, deed(WANG, "964"), deed(WANG, "965"), deed(OUYANG, "966"))
    row = figures(village, WANG)
    assert (str(row.balance), str(row.assessment), str(row.spendable)) == ("38", "30", "8")
    assert [line.kind for line in book(village, WANG)] == [LineKind.HONOUR, LineKind.GIFT]
    row = figures(village, OUYANG)
    assert (str(row.assessment), str(row.spendable)) == ("-7", "0")


def test_a_household_that_is_away_is_named_and_the_others_are_entered(village: Village) -> None:
    with village.write() as tx:
        tx.session.add(
            AbsenceSpan(uid=new_uid(), household_id=1, kind="moved_out", from_on=date(2026, 5, 1), to_on=None)
        )
    recorded = entered(village, deed(WANG, "101"), deed(LI, "101"))
    assert left_out(recorded) == [(WANG, "ledger.household-away")]
    assert [each.account.id for each in recorded.entered] == [LI]
    (away, _) = preview(village, deed(WANG, "101"), deed(LI, "102"))
    assert (away.points, away.confirmable) == (None, False)


def test_a_wrong_row_refuses_the_act_and_says_which(village: Village) -> None:
    with pytest.raises(UnknownItem) as wrong:
        entered(village, deed(WANG, "101"), deed(LI, "199"))
    assert wrong.value.params["row"] == 1
    assert book(village, WANG) == ()


def test_an_act_sent_twice_is_told_again_and_written_once(village: Village) -> None:
    entered(village, deed(LI, "101"))
    uid = new_uid()
    act = (deed(WANG, "101"), deed(LI, "101"), deed(OUYANG, "301", points=points("5")))
    first = entered(village, *act, uid=uid)
    second = entered(village, *act, uid=uid)
    assert (first.voucher, first.entered) == (second.voucher, second.entered)
    assert left_out(first) == [(LI, "ledger.deed-twice")]
    assert left_out(second) == [(LI, "ledger.left-out-then")]
    with pytest.raises(SameActWithOtherContent):
        entered(village, deed(OUYANG, "101"), uid=uid)


def test_an_act_of_which_nothing_could_be_entered_leaves_no_trace(village: Village) -> None:
    entered(village, deed(WANG, "101"))
    uid = new_uid()
    assert entered(village, deed(WANG, "101"), uid=uid).voucher is None
    with village.read() as scope:
        assert not has_voucher(scope, uid)


def test_a_strict_act_refuses_a_deed_that_is_entered_already(village: Village) -> None:
    entered(village, deed(LI, "101"))
    with pytest.raises(DeedTwice) as refused:
        entered(village, deed(WANG, "101"), deed(LI, "101"), strict=True)
    assert refused.value.params["number"] == figures(village, LI).account.number
    assert book(village, WANG) == ()


def test_with_steps_an_act_becomes_claims_that_count_for_caps(village: Village) -> None:
    decided(village, review=True)
    uid = new_uid()
    recorded = entered(village, *(deed(WANG, "961", date(2026, 5, day)) for day in (1, 2, 3)), uid=uid)
    assert recorded.voucher is None
    assert len(recorded.claim_ids) == 2
    assert [each.seq for each in recorded.entered] == [None, None]
    assert left_out(recorded) == [(WANG, "ledger.limit-month")]
    assert (figures(village, WANG).pending, figures(village, WANG).spendable) == (Points(2000), ZERO)
    assert left_out(entered(village, deed(WANG, "961", date(2026, 5, 1)))) == [(WANG, "ledger.deed-twice")]
    with village.read() as scope:
        assert has_voucher(scope, uid)
    again = entered(village, *(deed(WANG, "961", date(2026, 5, day)) for day in (1, 2, 3)), uid=uid)
    assert again.claim_ids == recorded.claim_ids


def test_a_members_book_follows_the_losses_of_the_linked_household(village: Village) -> None:
    linked(village, date(2026, 5, 1))
    decided(village, linked_loss_percent=30)
    recorded = entered(village, deed(WANG, "962"), deed(LI, "962"), deed(WANG, "101"))
    (loss,) = recorded.linked
    assert (loss.account.id, str(loss.points), loss.place, loss.seq) == (LI_RED, "-1.2", 0, 2)
    (line,) = book(village, LI_RED)
    assert (line.kind, line.item_text, line.item_code, line.memo) == (LineKind.DEBIT, "联系户扣分", "", "")
    assert [each.seq for each in recorded.entered] == [1, 3, 4]


def test_a_fixed_loss_and_none_before_the_link_began(village: Village) -> None:
    linked(village, date(2026, 5, 10))
    decided(village, linked_loss_points=points("2"))
    recorded = entered(village, deed(WANG, "962", date(2026, 5, 9)), deed(WANG, "962", date(2026, 5, 10)))
    assert [(each.place, str(each.points)) for each in recorded.linked] == [(1, "-2")]


def test_a_member_who_may_not_owe_points_loses_what_is_there(village: Village) -> None:
    linked(village, date(2026, 5, 1))
    decided(village, linked_loss_points=points("3"), debtless_members=True)
    entered(village, deed(LI_RED, "963"))
    recorded = entered(village, deed(WANG, "962"), deed(WANG, "962", date(2026, 5, 21)))
    assert [str(each.points) for each in recorded.linked] == ["-2"]
    assert str(figures(village, LI_RED).balance) == "0"


def test_a_deduction_goes_back_together_with_what_the_member_lost(village: Village) -> None:
    linked(village, date(2026, 5, 1))
    decided(village, linked_loss_percent=50)
    recorded = entered(village, deed(WANG, "962"), deed(OUYANG, "962"))
    command = ReverseLines(new_uid(), recorded.seqs[:1], "查错了户")
    with village.write() as tx:
        back = reverse_lines(tx, command)
    with village.write() as tx:
        assert reverse_lines(tx, command) == back
    assert len(back.seqs) == 2
    assert str(figures(village, LI_RED).balance) == "0"
    assert str(figures(village, OUYANG).balance) == "-4"
    with village.read() as scope:
        assert verify_ledger(scope) == 5


def test_the_wall_says_before_saving_what_saving_does(village: Village) -> None:
    entered(village, *(deed(WANG, "961", date(2026, 5, day)) for day in (1, 2)))
    entered(village, deed(LI, "961"))
    told = preview(village, *(deed(book_id, "961") for book_id in (WANG, LI, OUYANG)), deed(LI_RED, "961"))
    full, twice, free, wrong = told
    assert (full.points, full.fill, full.problem and full.problem.code) == (
        None,
        points("5"),
        "ledger.limit-month",
    )
    assert full.room is not None
    assert (full.room.used, full.room.limit.amount) == (points("20"), points("25"))
    assert (twice.points, twice.same_day, twice.confirmable, twice.waiting) == (
        None,
        points("10"),
        True,
        False,
    )
    assert (free.points, free.problem, free.same_day) == (points("10"), None, None)
    assert (wrong.account is not None, wrong.problem and wrong.problem.code) == (True, "ledger.wrong-holder")


def test_the_preview_tells_claims_that_wait(village: Village) -> None:
    decided(village, review=True)
    entered(village, deed(WANG, "101"))
    (told,) = preview(village, deed(WANG, "101"))
    assert (told.same_day, told.waiting) == (points("10"), True)


@pytest.mark.parametrize("over_cap", list(OverCap))
def test_saving_does_what_the_preview_said(village: Village, over_cap: OverCap) -> None:
    entered(village, deed(WANG, "961", date(2026, 5, 1)), deed(LI_RED, "963"))
    deeds = [
        replace(deed(book_id, code, date(2026, 5, day)), over_cap=over_cap)
        for code in ("961", "962", "963", "964")
        for day in (1, 2, 20)
        for book_id in (WANG, LI, OUYANG)
    ]
    told = preview(village, *deeds)
    recorded: Recorded = entered(village, *deeds)
    assert {each.place: each.points for each in recorded.entered} == {
        each.place: each.points for each in told if each.points is not None
    }
    assert {each.place: each.reason.code for each in recorded.left_out} == {
        each.place: each.problem.code for each in told if each.points is None and each.problem is not None
    }
    assert MAY_20 in {deeds[each.place].occurred_on for each in recorded.left_out}
