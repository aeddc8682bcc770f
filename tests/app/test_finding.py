from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from builders.books import issued, replaced, row_of
from builders.village import KEY, MORNING, Village, household, new_village
from passbook_desk.app.finding import find_everything
from passbook_desk.app.village_file import create_village, open_village
from passbook_desk.features.households.model import Organization
from passbook_desk.features.households.names import renew_names
from passbook_desk.features.ledger.commands import open_accounts
from passbook_desk.features.ledger.queries import accounts
from passbook_desk.features.ledger.values import Colour, OpenAccount, OwnerKind
from passbook_desk.features.passbooks.books.values import BookRow
from passbook_desk.features.village.values import FoundVillage
from passbook_desk.kernel.clock import FixedClock
from passbook_desk.kernel.ids import new_uid
from passbook_desk.ui.shell.find_panel import FindHit
from passbook_desk.ui.shell.routes import Route


@pytest.fixture
def village(tmp_path: Path) -> Iterator[Village]:
    village = new_village(tmp_path)
    with village.write() as tx:
        household(tx, "01001", "王建国", phone="13803510001")
        household(tx, "01002", "王建军", member_of_party=True)
        shops = [shop("S001", "王家超市"), shop("S002", "王家饭店")]
        tx.session.add_all(shops)
        tx.session.flush()
        renew_names(tx)
        open_accounts(
            tx,
            [
                OpenAccount(
                    Colour.GREEN, None, None, "01", organization_id=shops[0].id, owner_kind=OwnerKind.SHOP
                )
            ],
        )
    yield village
    village.store.close()


def shop(code: str, name: str) -> Organization:
    return Organization(
        village_id=1,
        uid=new_uid(),
        kind="shop",
        code=code,
        name=name,
        name_key="",
        name_initials="",
        place_id=None,
        category="",
        address="",
        owner_id=None,
        owner_name="",
        salt=b"s" * 16,
        phone="",
        phone_lookup="",
        phone_tail4="",
        plaque_on="",
        remark="",
        opened_on=date(2026, 1, 1),
        closed_on=None,
    )


def found(village: Village, typed: str) -> tuple[FindHit, ...]:
    with village.read() as scope:
        return find_everything(scope, typed, KEY)


def test_people_and_shops_stand_in_one_list_with_the_way_to_each(village: Village) -> None:
    hits = {hit.title: hit for hit in found(village, "wj")}
    assert list(hits) == ["王建国", "王建军", "王家超市", "王家饭店"]
    assert hits["王建国"].phone == "138****0001"
    assert hits["王建国"].route.name == "household"
    assert hits["王家超市"].route == Route("owner", {"id": 1})
    assert hits["王家饭店"].route == Route("owner", {"id": 2})


def test_the_book_of_a_shop_leads_to_the_shop(village: Village) -> None:
    with village.read() as scope:
        book = next(row for row in accounts(scope) if row.owner_kind is OwnerKind.SHOP)
    (hit,) = found(village, book.number)
    assert (hit.title, hit.code, hit.book) == ("王家超市", "S001", book.number)
    assert hit.route == Route("owner", {"id": 1})


def test_a_book_number_leads_to_the_home_of_its_holder(village: Village) -> None:
    with village.read() as scope:
        red = next(row for row in accounts(scope) if row.colour is Colour.RED)
    (hit,) = found(village, red.number)
    assert (hit.title, hit.book) == ("王建军", red.number)
    assert hit.route == Route("household", {"id": red.household_id})


def test_the_book_of_somebody_who_left_leads_to_its_lines(village: Village) -> None:
    with village.write() as tx:
        red = next(row for row in accounts(tx) if row.colour is Colour.RED)
        tx.session.execute(
            text("UPDATE membership SET to_on = '2026-05-30' WHERE person_id = :who"), {"who": red.person_id}
        )
    (hit,) = found(village, red.number)
    assert hit.route == Route("ledger", {"account": red.id})


def test_opening_a_file_of_the_first_version_gives_names_all_their_readings(tmp_path: Path) -> None:
    path, clock = tmp_path / "清泉村.pbk", FixedClock(MORNING)
    create_village(
        path, FoundVillage("清泉村", "140108203211", "柳溪镇", 2026, "刘文书", "0351-5550123"), clock
    )
    first = open_village(path, clock)
    with first.store.write(first.actor, clock) as tx:
        household(tx, "01001", "曾国")
        tx.session.execute(text("UPDATE person SET name_key = 'ceng guo 曾国'"))
    first.close()
    again = open_village(path, clock)
    with again.store.read(clock) as scope:
        titles = [
            hit.title
            for typed in ("zengguo", "cengguo", "zg", "cg")
            for hit in find_everything(scope, typed, again.key)
        ]
    again.close()
    assert titles == ["曾国"] * 4


def paper_book(village: Village) -> tuple[int, BookRow]:
    """A paper book of the red account."""
    with village.read() as scope:
        red = next(row for row in accounts(scope) if row.colour is Colour.RED)
    book = issued(village, red.id)
    return book, row_of(village, book)


def test_the_code_on_the_cover_of_a_paper_book_leads_to_its_holder(village: Village) -> None:
    _, row = paper_book(village)
    (hit,) = found(village, row.number)
    assert (hit.title, hit.passbook, hit.passbook_end) == ("王建军", row.number, "")
    assert hit.route == Route("household", {"id": row.account.household_id})
    (hit,) = found(village, row.number[-5:])
    assert hit.passbook == row.number


def test_an_account_number_finds_its_account_and_not_its_paper_as_well(village: Village) -> None:
    _, row = paper_book(village)
    (hit,) = found(village, row.account.number)
    assert (hit.book, hit.passbook) == (row.account.number, "")


def test_a_lost_book_is_told_and_leads_to_its_check(village: Village) -> None:
    book, row = paper_book(village)
    new = row_of(village, replaced(village, book, lost=True)).number
    (hit,) = found(village, row.number)
    assert (hit.title, hit.passbook_end) == ("王建军", "lost")
    assert hit.route == Route("check_code", {"code": row.number})
    assert [hit.passbook for hit in found(village, new)] == [new]
    assert row.number not in [hit.passbook for hit in found(village, row.number[-4:])]
