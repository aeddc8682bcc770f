"""A slip of today goes back as a pair; what is on paper, older or somebody else's takes a reversal."""

from datetime import date
from pathlib import Path

import pytest

from builders.books import answered, issued, replaced, sent
from builders.books import printed as continued
from builders.claims import worker
from builders.deeds import (
    LI,
    LI_RED,
    OUYANG,
    WANG,
    cap,
    decided,
    deed,
    entered,
    figures,
    item,
    left_out,
    points,
)
from builders.village import Village, booked, settled_village
from passbook_desk.features.access.errors import NotAllowed
from passbook_desk.features.access.values import Role
from passbook_desk.features.catalogue.errors import PointsOutOfRange
from passbook_desk.features.catalogue.values import LimitPeriod, ValueKind
from passbook_desk.features.ledger.commands import reverse_lines, reverse_voucher
from passbook_desk.features.ledger.errors import (
    LimitOfMonth,
    NoDeedsInVoucher,
    NotUndoable,
    ReasonMissing,
    UndoFromBefore,
    UndoOfOthers,
    UndoOnPaper,
    UnknownVoucher,
    VoucherTakenBack,
)
from passbook_desk.features.ledger.periods import close_period
from passbook_desk.features.ledger.queries import lines, recent_vouchers
from passbook_desk.features.ledger.recording_values import Recorded
from passbook_desk.features.ledger.reversing import Moved, MoveVoucher, move_voucher
from passbook_desk.features.ledger.values import LineRow, RecordedVoucher, ReverseLines, ReverseVoucher
from passbook_desk.features.ledger.verifying import verify_ledger
from passbook_desk.features.passbooks.commands import log_printouts
from passbook_desk.features.passbooks.queries import passbook_content
from passbook_desk.features.passbooks.undoing import UndoOwn, undo_own
from passbook_desk.kernel.actor import Actor
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.period import DateSpan
from passbook_desk.kernel.points import ZERO

ITEMS = (
    item("961", "护河", "10", cap("15", LimitPeriod.MONTH)),
    item("965", "帮工", "3", kind=ValueKind.PER_UNIT),
    item("966", "值夜", "2", kind=ValueKind.PER_UNIT),
)


@pytest.fixture
def village(tmp_path: Path) -> Village:
    return settled_village(tmp_path, ITEMS)


def undone(village: Village, voucher_id: int, by: Actor | None = None) -> RecordedVoucher:
    before = village.actor
    village.actor = by or before
    try:
        with village.write() as tx:
            return undo_own(tx, UndoOwn(new_uid(), voucher_id))
    finally:
        village.actor = before


def moved(village: Village, recorded: Recorded, code: str, **more: object) -> Moved:
    assert recorded.voucher is not None
    with village.write() as tx:
        command = MoveVoucher(recorded.voucher.voucher_id, code, "记错了事项", **more)  # type: ignore[arg-type]
        return move_voucher(tx, command)


def printed(village: Village, account_id: int) -> None:
    with village.write() as tx:
        log_printouts(tx, passbook_content(tx, (account_id,), tx.today))


def book(village: Village, account_id: int) -> tuple[LineRow, ...]:
    with village.read() as scope:
        return lines(scope, account_id)


def test_the_whole_act_of_a_moment_ago_goes_back_without_a_reason(village: Village) -> None:
    written = booked(village, (WANG, LI, OUYANG))
    back = undone(village, written.voucher_id)
    assert len(back.seqs) == 3
    first, second = book(village, WANG)
    assert (first.reversed_by_seq, second.reverses_seq, second.memo) == (second.seq, first.seq, "撤销")
    assert figures(village, WANG).balance == ZERO
    with village.read() as scope:
        assert [row.reversed for row in recent_vouchers(scope, 5)] == [False, True]
        assert verify_ledger(scope) == 6


def test_pressing_undo_twice_takes_it_back_once(village: Village) -> None:
    written = booked(village, (WANG,))
    command = UndoOwn(new_uid(), written.voucher_id)
    with village.write() as tx:
        first = undo_own(tx, command)
    with village.write() as tx:
        assert undo_own(tx, command) == first
    with pytest.raises(VoucherTakenBack):
        undone(village, written.voucher_id)


def test_an_act_with_a_line_in_a_printed_book_is_not_undone(village: Village) -> None:
    written = booked(village, (WANG, LI))
    printed(village, LI)
    with pytest.raises(UndoOnPaper) as refused:
        undone(village, written.voucher_id)
    assert refused.value.params == {"number": figures(village, LI).account.number, "seq": 2}
    later = booked(village, (LI,), "102")
    assert len(undone(village, later.voucher_id).seqs) == 1


def test_an_act_with_a_line_on_its_way_into_a_book_is_not_undone_before_somebody_says_it_jammed(
    village: Village,
) -> None:
    written = booked(village, (WANG, LI))
    waiting = sent(village, issued(village, LI))
    with pytest.raises(UndoOnPaper) as refused:
        undone(village, written.voucher_id)
    assert refused.value.params == {"number": figures(village, LI).account.number, "seq": 2}
    answered(village, waiting, 0)
    assert len(undone(village, written.voucher_id).seqs) == 2


def test_an_act_with_a_line_in_a_book_is_not_undone_even_when_the_book_is_lost(village: Village) -> None:
    written = booked(village, (WANG,))
    first = issued(village, WANG)
    continued(village, first)
    later = booked(village, (WANG,), "102")
    with pytest.raises(UndoOnPaper):
        undone(village, written.voucher_id)
    replaced(village, first, lost=True)
    with pytest.raises(UndoOnPaper):
        undone(village, written.voucher_id)
    assert len(undone(village, later.voucher_id).seqs) == 1


def test_a_printout_that_shows_more_than_the_book_counts_as_paper_too(village: Village) -> None:
    booked(village, (WANG,))
    continued(village, issued(village, WANG))
    later = booked(village, (WANG,), "102")
    printed(village, WANG)
    with pytest.raises(UndoOnPaper):
        undone(village, later.voucher_id)


def test_an_act_whose_days_hang_in_a_notice_is_not_undone(village: Village) -> None:
    written = booked(village, (WANG,), on=date(2026, 3, 20))
    with village.write() as tx:
        close_period(tx, DateSpan(date(2026, 1, 1), date(2026, 3, 31)), "2026-1")
    with pytest.raises(UndoOnPaper):
        undone(village, written.voucher_id)


def test_yesterdays_act_and_somebody_elses_take_a_reversal(village: Village) -> None:
    written = booked(village, (WANG,))
    other = worker(village, "张会计", Role.RECORDER)
    with pytest.raises(UndoOfOthers):
        undone(village, written.voucher_id, other)
    village.on(date(2026, 6, 2))
    with pytest.raises(UndoFromBefore) as refused:
        undone(village, written.voucher_id)
    assert isinstance(refused.value, NotUndoable)
    with village.write() as tx:
        reverse_voucher(tx, ReverseVoucher(new_uid(), written.voucher_id, "记错了户"))
    assert figures(village, WANG).balance == ZERO


def test_where_several_work_the_recorder_undoes_but_only_the_supervisor_reverses(village: Village) -> None:
    decided(village, single_clerk=False)
    written = booked(village, (WANG,))
    second = booked(village, (LI,))
    with pytest.raises(NotAllowed), village.write() as tx:
        reverse_lines(tx, ReverseLines(new_uid(), written.seqs, "记错了户"))
    supervisor = worker(village, "赵监督", Role.SUPERVISOR)
    with pytest.raises(NotAllowed):
        undone(village, written.voucher_id, supervisor)
    undone(village, second.voucher_id)
    village.actor = supervisor
    with village.write() as tx:
        reverse_voucher(tx, ReverseVoucher(new_uid(), written.voucher_id, "查实记错"))
    assert [figures(village, each).balance for each in (WANG, LI)] == [ZERO, ZERO]


def test_only_recorded_deeds_are_undone_or_moved(village: Village) -> None:
    written = booked(village, (WANG,))
    back = undone(village, written.voucher_id)
    with pytest.raises(NoDeedsInVoucher):
        undone(village, back.voucher_id)
    with pytest.raises(UnknownVoucher):
        undone(village, 99)


def test_a_batch_under_the_wrong_item_is_moved_in_one_go(village: Village) -> None:
    recorded = entered(village, deed(WANG, "101", memo="扫街"), deed(LI, "101"))
    done = moved(village, recorded, "102")
    assert done.reversal.seqs == (3, 4)
    assert done.recorded.seqs == (5, 6)
    wrong, back, right = book(village, WANG)
    assert (wrong.reversed_by_seq, back.memo) == (3, "记错了事项 改记 102 参加打扫卫生")
    assert (right.item_code, str(right.points), right.memo) == ("102", "2", "扫街 原第 1 行")
    assert right.occurred_on == wrong.occurred_on
    assert str(figures(village, LI).balance) == "2"


def test_a_move_sent_twice_moves_once(village: Village) -> None:
    recorded = entered(village, deed(WANG, "101"), deed(LI, "101"))
    assert recorded.voucher is not None
    command = MoveVoucher(recorded.voucher.voucher_id, "102", "记错了事项")
    with village.write() as tx:
        first = move_voucher(tx, command)
    with village.write() as tx:
        assert move_voucher(tx, command) == first
    assert str(figures(village, WANG).balance) == "2"


def test_units_and_points_go_along_where_the_new_item_takes_them(village: Village) -> None:
    recorded = entered(village, deed(WANG, "965", quantity=4))
    done = moved(village, recorded, "966")
    assert str(done.recorded.total) == "8"
    done = moved(village, done.recorded, "301")
    assert str(done.recorded.total) == "8"
    with pytest.raises(PointsOutOfRange):
        moved(village, done.recorded, "301", points=points("11"))
    assert str(moved(village, done.recorded, "301", points=points("6")).recorded.total) == "6"


def test_a_cap_of_the_new_item_refuses_the_move_or_leaves_the_deed_out(village: Village) -> None:
    entered(village, deed(WANG, "961", date(2026, 5, 1)))
    recorded = entered(village, deed(WANG, "101"), deed(LI, "101"))
    with pytest.raises(LimitOfMonth):
        moved(village, recorded, "961")
    assert str(figures(village, WANG).balance) == "20"
    done = moved(village, recorded, "961", leave_out=True)
    assert left_out(done.recorded) == [(WANG, "ledger.limit-month")]
    assert [str(figures(village, each).balance) for each in (WANG, LI)] == ["10", "10"]


def test_only_what_stands_is_moved_and_a_reason_is_needed(village: Village) -> None:
    recorded = entered(village, deed(WANG, "101"), deed(LI, "101"))
    with village.write() as tx:
        reverse_lines(tx, ReverseLines(new_uid(), recorded.seqs[:1], "没来"))
    assert recorded.voucher is not None
    with pytest.raises(ReasonMissing), village.write() as tx:
        move_voucher(tx, MoveVoucher(recorded.voucher.voucher_id, "102", " "))
    done = moved(village, recorded, "102")
    assert [each.account.id for each in done.recorded.entered] == [LI]
    with pytest.raises(VoucherTakenBack):
        moved(village, recorded, "103")


def test_where_deeds_wait_for_review_a_moved_one_waits_again(village: Village) -> None:
    recorded = entered(village, deed(WANG, "101"), deed(LI_RED, "802"))
    decided(village, review=True)
    red_alone = entered(village, deed(LI_RED, "803"))
    assert red_alone.voucher is None
    with village.write() as tx:
        reverse_lines(tx, ReverseLines(new_uid(), recorded.seqs[1:], "没有迟到"))
    done = moved(village, recorded, "102")
    assert done.recorded.voucher is None
    assert str(figures(village, WANG).pending) == "2"
    assert figures(village, WANG).spendable == ZERO
