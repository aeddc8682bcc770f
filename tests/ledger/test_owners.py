"""Shops and resident units hold green books."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from builders.owners import account_of, shop, unit
from builders.village import Village, booked, grid, settled_village
from passbook_desk.features.catalogue.commands import adopt_catalogue
from passbook_desk.features.catalogue.starter import starter_catalogue
from passbook_desk.features.catalogue.values import AdoptCatalogue, Holder, ValueKind
from passbook_desk.features.ledger.commands import reverse_lines
from passbook_desk.features.ledger.errors import HolderClosed, WrongHolder
from passbook_desk.features.ledger.finding import find_accounts
from passbook_desk.features.ledger.owners import close_owner, reopen_owner
from passbook_desk.features.ledger.queries import account_by_number, accounts, balances, lines
from passbook_desk.features.ledger.values import OwnerKind, ReverseLines
from passbook_desk.features.ledger.verifying import verify_ledger
from passbook_desk.features.village.model import Village as VillageRow
from passbook_desk.kernel.ids import has_valid_check_digit, new_uid
from passbook_desk.kernel.points import Points

FRONT = "909"
MAY = date(2026, 5, 20)


@pytest.fixture
def village(tmp_path: Path) -> Iterator[Village]:
    """A village whose meeting decided what a clean shop front is worth: 5 points, for shops and units."""
    village = settled_village(tmp_path)
    meeting = date(2026, 2, 1)
    five = Points.parse("5")
    front = replace(
        starter_catalogue()[0], code=FRONT, name="店前整洁", value_kind=ValueKind.FIXED, least=five,
        most=five, holders=(Holder.SHOP, Holder.UNIT), line_no=None,
    )  # fmt: skip
    with village.write() as tx:
        adopt_catalogue(tx, AdoptCatalogue(meeting, "2026-2", meeting, "试点", (*starter_catalogue(), front)))
    yield village
    village.store.close()


def test_a_shop_gets_a_number_of_its_grid_and_one_without_a_grid_a_number_of_its_own(
    village: Village,
) -> None:
    with village.write() as tx:
        in_grid = shop(tx, grid_id=grid(tx, "02").id)
        roaming = unit(tx)
    first, second = account_of(village, in_grid), account_of(village, roaming)
    assert (first.number[:7], second.number[:7]) == ("2020002", "2000001")
    assert has_valid_check_digit(first.number)
    assert has_valid_check_digit(second.number)
    assert (first.owner_kind, first.owner_name, first.owner_code) == (OwnerKind.SHOP, "清泉便民超市", "S001")
    assert (second.owner_kind, second.owner_name, second.owner_code) == (OwnerKind.UNIT, "清泉小学", "U001")
    assert (first.household_id, first.household_code, first.grid_name) == (0, "", "第二网格")
    assert (second.grid_code, second.grid_name) == ("", "")


def test_accounts_of_shops_and_units_come_behind_those_of_the_grids(village: Village) -> None:
    with village.write() as tx:
        unit(tx)
        shop(tx, grid_id=grid(tx, "01").id)
    with village.read() as scope:
        codes = [row.owner_code for row in accounts(scope)]
        of_grid = [row.owner_code for row in accounts(scope, grid_code="01")]
    assert codes == ["01001", "01002", "01002", "02001", "S001", "U001"]
    assert of_grid == ["01001", "01002", "01002", "S001"]


def test_a_shop_earns_what_is_for_shops_and_nothing_else(village: Village) -> None:
    with village.write() as tx:
        account = shop(tx)
    book = account_of(village, account).id
    with village.read() as scope:
        households_book = accounts(scope)[0].id
    written = booked(village, (book,), item=FRONT, on=MAY)
    with pytest.raises(WrongHolder):
        booked(village, (book,), item="101", on=MAY)
    with pytest.raises(WrongHolder):
        booked(village, (households_book,), item=FRONT, on=MAY)
    with village.read() as scope:
        assert [str(row.balance_after) for row in lines(scope, book)] == ["5"]
        assert str(next(row.balance for row in balances(scope) if row.account.id == book)) == "5"
        assert verify_ledger(scope) == 1
    with village.write() as tx:
        reverse_lines(tx, ReverseLines(new_uid(), written.seqs, "记错店"))
    with village.read() as scope:
        assert [str(row.points) for row in lines(scope, book)] == ["5", "-5"]
        assert verify_ledger(scope) == 2


def test_base_points_are_for_households_and_members_alone(village: Village) -> None:
    with village.write() as tx:
        tx.session.get_one(VillageRow, tx.village_id).household_base = Points.parse("60")
        account = shop(tx)
    book = account_of(village, account).id
    with village.read() as scope:
        assert lines(scope, book) == ()


def test_a_shop_is_found_for_entry_by_name_initials_owner_and_code(village: Village) -> None:
    with village.write() as tx:
        shop(tx)
        unit(tx)
    with village.read() as scope:
        for text, found in (
            ("便民", ["S001"]), ("qqbm", ["S001"]), ("冯俊峰", ["S001"]), ("s001", ["S001"]),
            ("U001", ["U001"]), ("清泉", ["S001", "U001"]), ("没有的店", []),
        ):  # fmt: skip
            assert [row.owner_code for row in find_accounts(scope, text, 9)] == found, text


def test_a_closed_shop_keeps_its_points_and_earns_no_more(village: Village) -> None:
    with village.write() as tx:
        account = shop(tx)
    book = account_of(village, account).id
    booked(village, (book,), item=FRONT, on=MAY)
    with village.write() as tx:
        close_owner(tx, account, date(2026, 5, 25))
    with pytest.raises(HolderClosed):
        booked(village, (book,), item=FRONT, on=date(2026, 5, 26))
    booked(village, (book,), item=FRONT, on=date(2026, 5, 25))
    with village.read() as scope:
        assert [str(row.balance) for row in balances(scope) if row.account.id == book] == ["10"]
    with village.write() as tx:
        reopen_owner(tx, account)
    booked(village, (book,), item=FRONT, on=date(2026, 5, 26))
    assert account_of(village, account).id == book


def test_an_empty_book_closes_with_its_shop_and_opens_again_under_its_number(village: Village) -> None:
    with village.write() as tx:
        account = shop(tx)
    number = account_of(village, account).number
    with village.write() as tx:
        close_owner(tx, account, date(2026, 5, 25))
    with village.read() as scope:
        assert accounts(scope, organization_id=account) == ()
    with village.write() as tx:
        reopen_owner(tx, account)
    with village.read() as scope:
        assert account_by_number(scope, number).organization_id == account
