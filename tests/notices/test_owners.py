"""Shops and resident units on the wall: groups of their own behind the grids, and all still adds up."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from builders.owners import account_of, shop, unit
from builders.paper import measure
from builders.village import Village, booked, grid, settled_village
from passbook_desk.documents.page import texts
from passbook_desk.features.ledger.commands import import_openings
from passbook_desk.features.ledger.queries import accounts, balances
from passbook_desk.features.ledger.values import OpeningFigures
from passbook_desk.features.notices.commands import issue_quarter
from passbook_desk.features.notices.paper import notice_pages
from passbook_desk.features.notices.queries import quarter_draft
from passbook_desk.features.notices.rules import by_grid, sums
from passbook_desk.features.notices.values import IssueQuarter, NoticeContent
from passbook_desk.features.notices.verifying import verify_notices
from passbook_desk.features.village.model import Village as VillageRow
from passbook_desk.kernel.period import Quarter
from passbook_desk.kernel.points import ZERO, Points

SECOND = Quarter(2026, 2)


@pytest.fixture
def village(tmp_path: Path) -> Iterator[Village]:
    """Two grids, a shop in the first of them with 30 points, a shop of no grid, a unit with 12.5 points."""
    village = settled_village(tmp_path)
    with village.write() as tx:
        market = shop(tx, "清泉便民超市", grid(tx, "01").id)
        shop(tx, "村口快递驿站")
        school = unit(tx)
    books = account_of(village, market).id, account_of(village, school).id
    with village.write() as tx:
        figures = [
            OpeningFigures(books[0], Points.parse("30"), None, None),
            OpeningFigures(books[1], Points.parse("12.5"), None, None),
        ]
        assert import_openings(tx, figures, date(2026, 4, 1), None) is not None  # type: ignore[arg-type]
    with village.read() as scope:
        first = accounts(scope)[0].id
    booked(village, (first,), on=date(2026, 5, 20))
    yield village
    village.store.close()


def draft(village: Village) -> NoticeContent:
    with village.read() as scope:
        return quarter_draft(scope, SECOND)


def test_shops_and_units_stand_behind_the_grids_under_their_own_names(village: Village) -> None:
    content = draft(village)
    assert [line.number for line in content.lines] == list(range(1, 8))
    assert [
        (name, [line.household_code for line in lines], str(sums(lines).closing))
        for name, lines in by_grid(content.lines)
    ] == [
        ("第一网格", ["01001", "01002", "01002"], "10"),
        ("第二网格", ["02001"], "0"),
        ("商铺", ["S001", "S002"], "30"),
        ("驻地单位", ["U001"], "12.5"),
    ]


def test_the_lines_of_the_wall_add_up_to_the_village(village: Village) -> None:
    content = draft(village)
    with village.read() as scope:
        total = sum((row.balance for row in balances(scope)), ZERO)
    assert sums(content.lines).closing == total == Points.parse("52.5")
    assert sum((sums(lines).closing for _, lines in by_grid(content.lines)), ZERO) == total


def test_a_name_on_a_shop_front_is_not_starred_but_follows_the_wall_of_numbers(village: Village) -> None:
    assert [line.shown_name for line in draft(village).lines][-3:] == [
        "清泉便民超市", "村口快递驿站", "清泉小学",
    ]  # fmt: skip
    with village.write() as tx:
        tx.session.get_one(VillageRow, tx.village_id).wall_names = "code"
    line = draft(village).lines[-1]
    assert line.shown_name == line.account_number


def test_an_issued_notice_with_shops_verifies_and_says_them_on_paper(village: Village) -> None:
    village.on(date(2026, 7, 1))
    with village.write() as tx:
        content = issue_quarter(tx, IssueQuarter(SECOND))
    with village.read() as scope:
        assert verify_notices(scope) == 1
    said = [text for page in notice_pages(content, measure()) for text in texts(page)]
    assert {"商铺", "驻地单位", "S001", "清泉便民超市", "清泉小学", "52.5"} <= set(said)
    assert any("●绿为家庭、商铺、单位绿色存折" in text for text in said)
