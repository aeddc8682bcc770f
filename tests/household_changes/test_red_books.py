"""A party member dies or is struck off: the red book closes, what is left in it waits, it can be printed."""

from datetime import date
from pathlib import Path

import pytest

from builders.lives import act, green, named, told
from builders.village import Village, booked, settled_village
from passbook_desk.features.catalogue.queries import items_in_force
from passbook_desk.features.catalogue.values import Holder
from passbook_desk.features.household_changes.commands import (
    deregister_household,
    deregister_person_with_book,
    record_death_with_book,
    release_points,
)
from passbook_desk.features.household_changes.queries import frozen_accounts
from passbook_desk.features.household_changes.values import (
    DeregisterHousehold,
    PointsRule,
    PointsWay,
    ReleasePoints,
)
from passbook_desk.features.households.life.history import homes_at
from passbook_desk.features.households.life.values import Lived, PersonLeaves
from passbook_desk.features.ledger.errors import UnknownAccount
from passbook_desk.features.ledger.queries import account_by_number, accounts, balances
from passbook_desk.features.ledger.values import AccountRow, Colour
from passbook_desk.features.ledger.verifying import verify_ledger
from passbook_desk.features.passbooks.queries import passbook_content
from passbook_desk.kernel.errors import UserError
from passbook_desk.kernel.points import Points

DAY = date(2026, 5, 25)


@pytest.fixture
def village(tmp_path: Path) -> Village:
    return settled_village(tmp_path)


def red(village: Village) -> list[AccountRow]:
    with village.read() as scope:
        return list(accounts(scope, colour=Colour.RED))


def praised(village: Village, book: AccountRow) -> None:
    """A deed for a party member, of the starter catalogue."""
    with village.read() as scope:
        item = next(
            item
            for item in items_in_force(scope, date(2026, 5, 1))
            if Holder.RED in item.holders and item.least > Points(0)
        )
    booked(village, (book.id,), item=item.code, points=str(item.least))


def home_of(village: Village, name: str) -> int:
    with village.read() as scope:
        return homes_at(scope, DAY)[named(scope, name)]


def dies(village: Village, name: str) -> Lived:
    with village.write() as tx:
        return record_death_with_book(tx, PersonLeaves(act(DAY), named(tx, name)))


def test_a_red_book_without_points_closes_when_its_holder_dies(village: Village) -> None:
    assert [row.owner_name for row in red(village)] == ["李秀英"]
    lived = dies(village, "李秀英")
    assert red(village) == []
    assert "account_frozen" not in {finding.kind for finding in lived.findings}
    with village.read() as scope:
        assert frozen_accounts(scope) == ()


def test_points_left_in_a_red_book_are_frozen_until_they_are_released(village: Village) -> None:
    (book,) = red(village)
    home, other = home_of(village, "李秀英"), home_of(village, "王建国")
    praised(village, book)
    lived = dies(village, "李秀英")
    assert {finding.kind: finding.params.get("number") for finding in lived.findings}[
        "account_frozen"
    ] == book.number
    with pytest.raises(UserError):
        booked(village, (book.id,))
    with village.read() as scope:
        (frozen,) = frozen_accounts(scope)
    assert (frozen.account_id, frozen.household_id) == (book.id, home)
    with village.write() as tx:
        release_points(tx, ReleasePoints(act(), book.id, other))
    receiver = green(village, other)
    with village.read() as scope:
        assert frozen_accounts(scope) == ()
        (row,) = balances(scope, accounts_chosen=[receiver])
        assert row.spendable == frozen.figures.spendable > Points(0)
        verify_ledger(scope)
    assert "points_released" in told(village, home)
    assert "points_released" in told(village, other)


def test_the_red_book_closes_with_whoever_is_struck_off_alone_or_with_the_household(village: Village) -> None:
    with village.write() as tx:
        deregister_person_with_book(tx, PersonLeaves(act(DAY), named(tx, "李秀英")))
    assert red(village) == []


def test_the_red_book_closes_when_the_whole_household_is_struck_off(village: Village) -> None:
    (book,) = red(village)
    home = home_of(village, "李秀英")
    praised(village, book)
    with village.write() as tx:
        command = DeregisterHousehold(act(), home, PointsRule(PointsWay.STAY))
        done = deregister_household(tx, command)
    assert red(village) == []
    assert [finding.params["number"] for finding in done.findings] == [book.number]


def test_a_closed_book_can_be_printed_to_its_last_line(village: Village) -> None:
    (book,) = red(village)
    praised(village, book)
    dies(village, "李秀英")
    with village.read() as scope:
        with pytest.raises(UnknownAccount):
            account_by_number(scope, book.number)
        found = account_by_number(scope, book.number, closed_too=True)
        (content,) = passbook_content(scope, (found.id,), date(2026, 6, 1))
    assert (content.account.owner_name, len(content.lines)) == ("李秀英", 1)
    assert content.balance > Points(0)
