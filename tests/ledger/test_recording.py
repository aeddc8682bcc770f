from datetime import date
from pathlib import Path

import pytest

from builders.village import Village, booked, one_deed, settled_village
from passbook_desk.features.catalogue.errors import NoCatalogueYet, PointsOutOfRange, UnknownItem
from passbook_desk.features.catalogue.queries import items_in_force
from passbook_desk.features.ledger.commands import reverse_lines
from passbook_desk.features.ledger.errors import (
    DeedTwice,
    FutureDeed,
    LineAlreadyReversed,
    NobodyChosen,
    ReasonMissing,
    ReversalNotReversible,
    SameActWithOtherContent,
    UnknownLine,
    WrongAccountNumber,
    WrongHolder,
)
from passbook_desk.features.ledger.figures import period_figures
from passbook_desk.features.ledger.periods import close_period
from passbook_desk.features.ledger.queries import (
    account_by_number,
    accounts,
    balances,
    lines,
    recent_vouchers,
)
from passbook_desk.features.ledger.recording import record_deeds
from passbook_desk.features.ledger.recording_values import RecordBatch
from passbook_desk.features.ledger.values import Colour, LineKind, ReverseLines
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.period import DateSpan
from passbook_desk.kernel.points import Points


@pytest.fixture
def village(tmp_path: Path) -> Village:
    return settled_village(tmp_path)


def green(village: Village) -> tuple[int, ...]:
    with village.read() as scope:
        return tuple(row.id for row in accounts(scope, colour=Colour.GREEN))


def red(village: Village) -> int:
    with village.read() as scope:
        return accounts(scope, colour=Colour.RED)[0].id


def balance_of(village: Village, account_id: int) -> str:
    with village.read() as scope:
        return next(str(row.balance) for row in balances(scope) if row.account.id == account_id)


def form(village: Village, **changed: object) -> RecordBatch:
    """What the clerk sends for the first household, changed as told."""
    return one_deed(**{"account_ids": green(village)[:1], **changed})  # type: ignore[arg-type]


def test_one_deed_for_the_households_of_a_grid_is_one_voucher_and_moves_every_balance(
    village: Village,
) -> None:
    households = green(village)
    written = booked(village, households, memo="清理河沟")
    assert written.seqs == (1, 2, 3)
    with village.read() as scope:
        assert [str(row.balance) for row in balances(scope) if row.account.colour is Colour.GREEN] == [
            "10"
        ] * 3
        (voucher,) = recent_vouchers(scope, 5)
        assert (voucher.lines, str(voucher.points_total), voucher.text) == (3, "30", "参加环境整治")
        (line,) = lines(scope, households[0])
        assert (line.item_text, line.memo, line.handler) == ("参加环境整治", "清理河沟", "刘文书")


def test_half_a_point_is_taken_from_a_party_member_who_came_late(village: Village) -> None:
    with village.read() as scope:
        late = next(
            item.code for item in items_in_force(scope, date(2026, 5, 1)) if str(item.least) == "-0.5"
        )
    booked(village, (red(village),), item=late)
    assert balance_of(village, red(village)) == "-0.5"


def test_a_wrong_line_is_taken_back_in_its_own_column_and_stays_visible(village: Village) -> None:
    account = green(village)[0]
    written = booked(village, (account,))
    with village.write() as tx:
        reverse_lines(tx, ReverseLines(new_uid(), written.seqs, "记错户了"))
    with village.read() as scope:
        first, second = lines(scope, account)
    assert (first.reversed_by_seq, second.reverses_seq) == (second.seq, first.seq)
    assert second.kind is LineKind.REVERSAL
    assert (str(second.credit), second.debit, second.memo) == ("-10", None, "记错户了")
    assert balance_of(village, account) == "0"


def test_a_line_is_taken_back_once_and_a_reversal_never(village: Village) -> None:
    written = booked(village, green(village)[:1])
    with village.write() as tx:
        back = reverse_lines(tx, ReverseLines(new_uid(), written.seqs, "记错了"))
    with pytest.raises(LineAlreadyReversed) as again, village.write() as tx:
        reverse_lines(tx, ReverseLines(new_uid(), written.seqs, "再冲一次"))
    assert again.value.params == {"seq": 1, "by": 2}
    with pytest.raises(ReversalNotReversible), village.write() as tx:
        reverse_lines(tx, ReverseLines(new_uid(), back.seqs, "冲销冲销"))
    with pytest.raises(UnknownLine), village.write() as tx:
        reverse_lines(tx, ReverseLines(new_uid(), (99,), "没有这一行"))
    with pytest.raises(ReasonMissing), village.write() as tx:
        reverse_lines(tx, ReverseLines(new_uid(), written.seqs, "  "))


def test_sending_the_same_form_twice_writes_one_line(village: Village) -> None:
    command = form(village)
    with village.write() as tx:
        first = record_deeds(tx, command)
    with village.write() as tx:
        second = record_deeds(tx, command)
    assert first == second
    assert balance_of(village, command.entries[0].account_id) == "10"
    other = form(village, uid=command.uid, account_ids=green(village)[1:2])
    with pytest.raises(SameActWithOtherContent), village.write() as tx:
        record_deeds(tx, other)


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        ({"on": date(2026, 6, 2)}, FutureDeed),
        ({"on": date(2026, 1, 1)}, NoCatalogueYet),
        ({"item": "999999"}, UnknownItem),
        ({"points": Points.parse("11")}, PointsOutOfRange),
        ({"account_ids": ()}, NobodyChosen),
    ],
)
def test_what_cannot_be_right_is_refused_and_nothing_is_kept(
    village: Village, changed: dict[str, object], error: type[Exception]
) -> None:
    command = form(village, **changed)
    with pytest.raises(error), village.write() as tx:
        record_deeds(tx, command)
    with village.read() as scope:
        assert recent_vouchers(scope, 5) == ()


def test_a_household_deed_does_not_go_into_a_red_book(village: Village) -> None:
    command = form(village, account_ids=(red(village),))
    with pytest.raises(WrongHolder) as wrong, village.write() as tx:
        record_deeds(tx, command)
    assert wrong.value.params["item"] == "参加环境整治"


def test_the_same_household_twice_in_one_batch_is_form(village: Village) -> None:
    account = green(village)[0]
    command = form(village, account_ids=(account, account))
    with pytest.raises(DeedTwice), village.write() as tx:
        record_deeds(tx, command)


def test_a_mistyped_account_number_is_noticed_by_its_check_digit(village: Village) -> None:
    with village.read() as scope:
        right = accounts(scope)[0].number
        assert account_by_number(scope, right).number == right
        wrong = right[:-1] + str((int(right[-1]) + 1) % 10)
        with pytest.raises(WrongAccountNumber):
            account_by_number(scope, wrong)


def test_account_numbers_tell_colour_and_grid(village: Village) -> None:
    with village.read() as scope:
        numbers = [row.number for row in accounts(scope)]
    assert [number[:7] for number in numbers] == ["2010001", "2010002", "1010001", "2020001"]
    assert all(len(number) == 8 for number in numbers)


def test_a_mistake_found_on_the_proof_is_taken_back_in_its_own_quarter(village: Village) -> None:
    account = green(village)[0]
    written = booked(village, (account,), on=date(2026, 5, 20))
    village.on(date(2026, 7, 2))
    with village.write() as tx:
        reverse_lines(tx, ReverseLines(new_uid(), written.seqs, "校样上看出来的"))
    with village.read() as scope:
        wrong, back = lines(scope, account)
        assert (back.occurred_on, back.counted_on) == (date(2026, 7, 2), wrong.counted_on)
        assert str(period_figures(scope, date(2026, 4, 1), date(2026, 6, 30))[account].closing) == "0"


def test_a_mistake_of_a_closed_quarter_is_taken_back_in_the_open_one(village: Village) -> None:
    account = green(village)[0]
    written = booked(village, (account,), on=date(2026, 5, 20))
    village.on(date(2026, 8, 15))
    with village.write() as tx:
        close_period(tx, DateSpan(date(2026, 4, 1), date(2026, 6, 30)), "二季度公示")
    with village.write() as tx:
        reverse_lines(tx, ReverseLines(new_uid(), written.seqs, "异议成立"))
    with village.read() as scope:
        assert lines(scope, account)[1].counted_on == date(2026, 7, 1)
        assert str(period_figures(scope, date(2026, 4, 1), date(2026, 6, 30))[account].closing) == "10"
