"""Objections: received, given to somebody, answered; a correction is posted in the act that answers."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from builders.claims import claimed, steps, worker
from builders.village import Village, booked, household, settled_village
from builders.wall import closed, corrected, hung, issued, line_of, objected, part_of, shown, upheld
from passbook_desk.db.types import PointsColumn
from passbook_desk.features.access.errors import NotAllowed
from passbook_desk.features.access.model import Operator
from passbook_desk.features.access.values import Role
from passbook_desk.features.audit.queries import verify_audit
from passbook_desk.features.catalogue.errors import UnknownItem
from passbook_desk.features.households.model import Membership
from passbook_desk.features.ledger.commands import reverse_lines
from passbook_desk.features.ledger.errors import LineAlreadyReversed
from passbook_desk.features.ledger.model import LedgerLine
from passbook_desk.features.ledger.queries import lines
from passbook_desk.features.ledger.recording_values import DeedEntry
from passbook_desk.features.ledger.values import LineKind, ReverseLines
from passbook_desk.features.ledger.verifying import verify_ledger
from passbook_desk.features.notices.errors import UnknownNotice
from passbook_desk.features.notices.objections.commands import (
    add_objection,
    assign_objection,
    resolve_objection,
    withdraw_objection,
)
from passbook_desk.features.notices.objections.errors import (
    AnsweredBefore,
    CorrectionOfUpheld,
    DueTooEarly,
    HandlerMissing,
    NoSuchLine,
    NothingCorrected,
    ObjectionTextTooLong,
    ObjectionWordsMissing,
    OtherBook,
    OwnObjection,
    PaperMissing,
    ReceivedBeforeIssued,
    ReceivedInFuture,
    UnknownObjection,
)
from passbook_desk.features.notices.objections.queries import objection_card, objection_numbered, objections
from passbook_desk.features.notices.objections.values import (
    AddObjection,
    AssignObjection,
    ObjectionCard,
    ObjectionOutcome,
    ObjectionRow,
    ObjectionState,
    ObjectionStepKind,
    ResolveObjection,
    Way,
    WithdrawObjection,
)
from passbook_desk.features.notices.rules import sums
from passbook_desk.features.notices.values import NoticeKind, NoticeState, PartKind
from passbook_desk.features.notices.verifying import verify_notices
from passbook_desk.features.village.commands import change_policy
from passbook_desk.features.village.queries import policy
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.points import Points

MAY_20, JULY_3 = date(2026, 5, 20), date(2026, 7, 3)
RIGHT = DeedEntry(1, "102", MAY_20)


@pytest.fixture
def village(tmp_path: Path) -> Iterator[Village]:
    """王建国 and 李秀英 did something in May; the notice hangs since July 2, today is July 3."""
    village = settled_village(tmp_path)
    booked(village, (1, 2), on=MAY_20)
    issued(village, on=date(2026, 7, 1))
    hung(village)
    village.on(JULY_3)
    yield village
    village.store.close()


def card(village: Village, objection_id: int) -> ObjectionCard:
    with village.read() as scope:
        return objection_card(scope, objection_id)


def listed(village: Village, **asked: object) -> tuple[ObjectionRow, ...]:
    with village.read() as scope:
        return objections(scope, **asked)  # type: ignore[arg-type]


def count(village: Village, table: str) -> int:
    with village.read() as scope:
        return int(scope.session.scalar(text(f"SELECT count(*) FROM {table}")) or 0)


def written(village: Village) -> tuple[int, int]:
    """How many lines and steps there are."""
    return count(village, "ledger_line"), count(village, "objection_step")


def test_an_objection_is_kept_as_it_was_said(village: Village) -> None:
    command = AddObjection(
        new_uid(), "〔2026〕第1号", 1, JULY_3, Way.PHONE, " 少记一次 ", "王建国", "签到表", "赵会长"
    )
    with village.write() as tx:
        objection = add_objection(tx, command)
        assert add_objection(tx, command) == objection
    row = card(village, objection).row
    assert (row.number, row.shown_number, row.notice_number) == ("2026-01", "异议〔2026〕第1号", "2026-01")
    assert (row.line_no, row.line_words, row.who, row.way) == (1, "01001 王*国", "王建国", Way.PHONE)
    assert (row.words, row.evidence, row.handler) == ("少记一次", "签到表", "赵会长")
    assert (row.received_on, row.due_on) == (JULY_3, date(2026, 7, 13))
    assert (row.state, row.after_hours, row.change) == (ObjectionState.OPEN, False, None)
    assert shown(village).row.open_objections == 1


def test_numbers_run_through_the_year_and_lead_back_to_the_objection(village: Village) -> None:
    first, second = objected(village), objected(village, None, who="", words="字太小")
    with village.read() as scope:
        assert objection_numbered(scope, "2026-02").id == second
        assert objection_numbered(scope, "异议〔2026〕第1号").id == first
        with pytest.raises(UnknownObjection):
            objection_numbered(scope, "2026-03")
        with pytest.raises(UnknownObjection):
            objection_card(scope, 99)
    village.on(date(2027, 1, 5))
    assert card(village, objected(village)).row.number == "2027-01"


def test_a_line_of_a_table_below_the_figures_can_be_pointed_at_too(village: Village) -> None:
    with village.write() as tx:
        change_policy(tx, replace(policy(tx), count_when_posted=True))
    claimed(village, (4,), on=date(2026, 6, 20))
    issued(village, again="补上公示中的分")
    row = card(village, objected(village, 5, "2026-02")).row
    assert (row.line_no, row.line_words) == (5, "4 02001 欧*明 参加环境整治 10")
    with pytest.raises(NoSuchLine) as refusal:
        objected(village, 6, "2026-02")
    assert refusal.value.params == {"field": "line_no", "line": 6, "most": 5}


def test_what_cannot_be_an_objection_is_refused(village: Village) -> None:
    with pytest.raises(NoSuchLine):
        objected(village, 0)
    with pytest.raises(UnknownNotice):
        objected(village, number="2026-09")
    with pytest.raises(ObjectionWordsMissing):
        objected(village, words="  ")
    with pytest.raises(ObjectionTextTooLong):
        objected(village, who="王" * 1001)
    with pytest.raises(ReceivedBeforeIssued):
        objected(village, on=date(2026, 6, 30))
    with pytest.raises(ReceivedInFuture):
        objected(village, on=date(2026, 7, 4))
    with pytest.raises(DueTooEarly):
        objected(village, due=date(2026, 7, 2))
    assert listed(village) == ()


def test_one_that_comes_after_the_notice_closed_is_heard_as_well(village: Village) -> None:
    closed(village)
    late = objected(village)
    assert card(village, late).row.after_hours
    assert shown(village).row.state is NoticeState.CLOSED
    upheld(village, late)
    assert card(village, late).row.state is ObjectionState.UPHELD


def test_it_is_given_to_somebody_until_a_day_and_is_late_after_it(village: Village) -> None:
    objection = objected(village)
    with village.write() as tx:
        command = AssignObjection(new_uid(), objection, "周监督", date(2026, 7, 6), "去看签到表")
        assign_objection(tx, command)
        assign_objection(tx, command)
    found = card(village, objection)
    assert (found.row.handler, found.row.due_on) == ("周监督", date(2026, 7, 6))
    (step,) = found.steps
    assert (step.kind, step.words, step.recorded_by) == (ObjectionStepKind.ASSIGNED, "去看签到表", "刘文书")
    village.on(date(2026, 7, 7))
    assert card(village, objection).row.state is ObjectionState.LATE
    with village.write() as tx, pytest.raises(HandlerMissing):
        assign_objection(tx, AssignObjection(new_uid(), objection, " ", date(2026, 7, 20)))
    with village.write() as tx, pytest.raises(DueTooEarly):
        assign_objection(tx, AssignObjection(new_uid(), objection, "周监督", date(2026, 7, 2)))


def test_what_waits_stands_first_by_its_day_and_what_is_done_last(village: Village) -> None:
    first, second, third = (
        objected(village, due=date(2026, 7, 9)),
        objected(village),
        objected(village, due=date(2026, 7, 5)),
    )
    upheld(village, second)
    assert [row.id for row in listed(village)] == [third, first, second]
    assert [row.id for row in listed(village, open_only=True)] == [third, first]
    issued(village, NoticeKind.MONTH, "2026-06")
    assert listed(village, notice_number="2026-02") == ()


def test_who_objected_may_take_it_back(village: Village) -> None:
    objection = objected(village)
    with village.write() as tx, pytest.raises(ObjectionWordsMissing):
        withdraw_objection(tx, WithdrawObjection(new_uid(), objection, ""))
    with village.write() as tx:
        command = WithdrawObjection(new_uid(), objection, "看错了行")
        withdraw_objection(tx, command)
        withdraw_objection(tx, command)
    assert card(village, objection).row.state is ObjectionState.WITHDRAWN
    assert len(card(village, objection).steps) == 1
    with pytest.raises(AnsweredBefore):
        upheld(village, objection)


def test_where_the_notice_stands_nothing_is_posted(village: Village) -> None:
    objection = objected(village)
    command = ResolveObjection(new_uid(), objection, ObjectionOutcome.UPHELD, "没有错", deeds=(RIGHT,))
    with village.write() as tx, pytest.raises(CorrectionOfUpheld):
        resolve_objection(tx, command)
    with pytest.raises(ObjectionWordsMissing):
        upheld(village, objection, " ")
    before = written(village)
    upheld(village, objection)
    assert written(village) == (before[0], before[1] + 1)
    assert card(village, objection).row.change is None


def test_reversal_and_right_entry_are_posted_together(village: Village) -> None:
    objection, uid = objected(village), new_uid()
    corrected(village, objection, reverse=(1,), deeds=(RIGHT,), uid=uid)
    corrected(village, objection, reverse=(1,), deeds=(RIGHT,), uid=uid)
    found = card(village, objection)
    (step,) = found.steps
    assert (step.outcome, step.reversed_seqs, step.corrected_seqs) == (
        ObjectionOutcome.CORRECTED,
        (3,),
        (4,),
    )
    assert str(found.row.change) == "-8"
    with village.read() as scope:
        told = [(line.kind, str(line.points), line.memo) for line in lines(scope, 1)]
        verify_ledger(scope)
        verify_audit(scope)
    assert told[1:] == [
        (LineKind.REVERSAL, "-10", "异议〔2026〕第1号"),
        (LineKind.CREDIT, "2", ""),
    ]


def test_a_correction_that_corrects_nothing_is_none(village: Village) -> None:
    with pytest.raises(NothingCorrected):
        corrected(village, objected(village))


def test_another_households_book_is_not_corrected_by_this_line(village: Village) -> None:
    objection = objected(village, 1)
    for changed in ({"reverse": (2,)}, {"deeds": (replace(RIGHT, account_id=2),)}, {"reject": (7,)}):
        with pytest.raises(OtherBook):
            corrected(village, objection, **changed)  # type: ignore[arg-type]
    whole_sheet = objected(village, None)
    corrected(village, whole_sheet, reverse=(1, 2))
    assert card(village, whole_sheet).row.change == Points.parse("-20")


def test_when_the_right_entry_is_refused_nothing_is_taken_back(village: Village) -> None:
    objection = objected(village)
    before = written(village)
    with pytest.raises(UnknownItem):
        corrected(village, objection, reverse=(1,), deeds=(replace(RIGHT, item_code="999"),))
    corrected(village, objection, reverse=(1,))
    with pytest.raises(LineAlreadyReversed):
        corrected(village, objected(village), reverse=(1,), deeds=(RIGHT,))
    assert written(village) == (before[0] + 1, before[1] + 1)


def test_a_village_with_steps_corrects_with_a_signed_paper_and_past_its_steps(village: Village) -> None:
    steps(village, review=True)
    objection = objected(village)
    with pytest.raises(PaperMissing):
        corrected(village, objection, deeds=(RIGHT,))
    corrected(village, objection, deeds=(RIGHT,), paper="村监〔2026〕3")
    assert count(village, "claim") == 0
    assert card(village, objection).steps[0].paper_ref == "村监〔2026〕3"
    with village.read() as scope:
        assert [str(line.points) for line in lines(scope, 1)] == ["10", "2"]


def test_the_supervisor_corrects_and_the_recorder_does_not(village: Village) -> None:
    objection = objected(village)
    recorder, supervisor = (
        worker(village, "陈记录", Role.RECORDER),
        worker(village, "周监督", Role.SUPERVISOR),
    )
    steps(village, alone=False)
    village.actor = recorder
    with pytest.raises(NotAllowed):
        corrected(village, objection, reverse=(1,))
    village.actor = supervisor
    with pytest.raises(NotAllowed):
        upheld(village, objection)
    corrected(village, objection, reverse=(1,), deeds=(RIGHT,))
    assert card(village, objection).steps[0].recorded_by == "周监督"


def test_nobody_answers_for_the_own_household_but_one_clerk_alone_with_a_signed_paper(
    village: Village,
) -> None:
    objection = objected(village)
    with village.write() as tx:
        head = tx.session.scalars(select(Membership.person_id).where(Membership.household_id == 1)).one()
        tx.session.get_one(Operator, 1).person_id = head
    with pytest.raises(OwnObjection):
        upheld(village, objection)
    corrected(village, objection, reverse=(1,), paper="村监〔2026〕3")
    assert card(village, objection).row.state is ObjectionState.CORRECTED


def test_the_next_notice_shows_the_correction_and_still_ties_to_the_ledger(village: Village) -> None:
    corrected(village, objected(village, 1), reverse=(1,), deeds=(RIGHT,))
    upheld(village, objected(village, 2))
    before = shown(village).content
    autumn = issued(village, NoticeKind.QUARTER, "2026Q3", on=date(2026, 10, 1))
    part = part_of(autumn, PartKind.CORRECTIONS)
    assert part is not None
    assert part.rows == (("〔2026〕第1号", "1", "01001", "王*国", "-8", "异议〔2026〕第1号成立"),)
    assert shown(village).content == before
    line = line_of(autumn, "01001")
    assert [str(each) for each in (line.opening, line.credits, line.closing)] == ["10", "-8", "2"]
    with village.read() as scope:
        ledger = scope.session.scalar(select(func.sum(LedgerLine.points, type_=PointsColumn())))
        assert verify_notices(scope) == 2
    assert sums(autumn.lines).closing == ledger == Points.parse("12")
    assert sums(autumn.lines).opening == sums(before.lines).closing


def test_what_was_taken_back_without_an_objection_shows_as_well(village: Village) -> None:
    with village.write() as tx:
        reverse_lines(tx, ReverseLines(new_uid(), (2,), "记错"))
        household(tx, "02002", "赵德才")
    part = part_of(issued(village, NoticeKind.QUARTER, "2026Q3", on=date(2026, 10, 1)), PartKind.CORRECTIONS)
    assert part is not None
    assert part.rows == (("〔2026〕第1号", "2", "01002", "李*英", "-10", "冲销错记"),)
    assert part.first_line == 6
