from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from builders.village import Village, booked, settled_village
from passbook_desk.features.ledger.anchors import set_anchor
from passbook_desk.features.ledger.commands import reverse_lines, reverse_voucher
from passbook_desk.features.ledger.errors import ReasonMissing, VoucherTakenBack
from passbook_desk.features.ledger.finding import (
    accounts_moved_since,
    find_accounts,
    recorded,
)
from passbook_desk.features.ledger.queries import accounts, balances, last_anchor
from passbook_desk.features.ledger.values import AnchorKind, Colour, ReverseLines, ReverseVoucher
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.points import ZERO

DAY = date(2026, 5, 20)


@pytest.fixture
def village(tmp_path: Path) -> Village:
    return settled_village(tmp_path)


def green(village: Village) -> tuple[int, ...]:
    with village.read() as scope:
        return tuple(row.id for row in accounts(scope, colour=Colour.GREEN))


def test_a_book_is_found_by_name_code_and_number(village: Village) -> None:
    with village.read() as scope:
        member = next(row for row in accounts(scope) if row.colour is Colour.RED)
        by_name = find_accounts(scope, "李秀英", 9)
        by_code = find_accounts(scope, "02001", 9)
        by_number = find_accounts(scope, member.number, 9)
        nothing = find_accounts(scope, "  ", 9)
    assert {row.colour for row in by_name} == {Colour.RED, Colour.GREEN}
    assert [row.owner_name for row in by_code] == ["欧阳明"]
    assert [row.number for row in by_number] == [member.number]
    assert nothing == ()


def test_no_more_books_are_found_than_asked_for(village: Village) -> None:
    with village.read() as scope:
        assert len(find_accounts(scope, "0", 2)) <= 2
        assert len(find_accounts(scope, "李", 1)) == 1


def test_an_account_moves_on_the_day_of_the_deed(village: Village) -> None:
    first, second, _ = green(village)
    booked(village, (first,), on=date(2026, 5, 20))
    booked(village, (second,), on=date(2026, 5, 28))
    with village.read() as scope:
        assert accounts_moved_since(scope, date(2026, 5, 26)) == {second}
        assert accounts_moved_since(scope, date(2026, 5, 20)) == {first, second}
        assert accounts_moved_since(scope, date(2026, 6, 1)) == frozenset()


def test_an_act_is_looked_up_by_the_identity_of_its_form(village: Village) -> None:
    written = booked(village, green(village)[:2])
    with village.read() as scope:
        assert recorded(scope, written.uid) == written
        assert recorded(scope, new_uid()) is None


def test_a_whole_act_is_taken_back_but_for_what_was_taken_back_before(village: Village) -> None:
    written = booked(village, green(village))
    with village.write() as tx:
        reverse_lines(tx, ReverseLines(new_uid(), written.seqs[:1], "记错户"))
        back = reverse_voucher(tx, ReverseVoucher(new_uid(), written.voucher_id, "刚记错"))
    assert len(back.seqs) == 2
    with village.read() as scope:
        assert {row.balance for row in balances(scope)} == {ZERO}


def test_an_act_is_taken_back_once_and_only_with_a_reason(village: Village) -> None:
    written = booked(village, green(village))
    with pytest.raises(ReasonMissing), village.write() as tx:
        reverse_voucher(tx, ReverseVoucher(new_uid(), written.voucher_id, " "))
    uid = new_uid()
    with village.write() as tx:
        first = reverse_voucher(tx, ReverseVoucher(uid, written.voucher_id, "刚记错"))
    with village.write() as tx:
        assert reverse_voucher(tx, ReverseVoucher(uid, written.voucher_id, "刚记错")) == first
    with pytest.raises(VoucherTakenBack), village.write() as tx:
        reverse_voucher(tx, ReverseVoucher(new_uid(), written.voucher_id, "刚记错"))


def test_the_last_backup_is_known_by_its_anchor(village: Village) -> None:
    with village.read() as scope:
        assert last_anchor(scope, AnchorKind.BACKUP) is None
    with village.write() as tx:
        set_anchor(tx, AnchorKind.BACKUP, "一.pbd")
        set_anchor(tx, AnchorKind.BACKUP, "二.pbd")
        set_anchor(tx, AnchorKind.PRINTOUT, "折")
    with village.read() as scope:
        found = last_anchor(scope, AnchorKind.BACKUP)
    assert found is not None
    assert found.reference == "二.pbd"
    assert found.made_at == datetime(2026, 6, 1, 1, 30, tzinfo=UTC)
