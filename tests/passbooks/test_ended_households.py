"""Books of households that end: their last line gets onto paper, and nobody is named as their holder."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import event

from builders.books import issued, paper, plan_of, printed, replaced, row_of, small_type
from builders.lives import act, family, green
from builders.village import Village, booked, settled_village
from passbook_desk.features.household_changes.commands import merge_households
from passbook_desk.features.household_changes.values import MergeHouseholds, PointsRule, PointsWay
from passbook_desk.features.passbooks.books.commands import hand_over_book
from passbook_desk.features.passbooks.books.errors import HolderUnchanged
from passbook_desk.features.passbooks.books.queries import book_plans
from passbook_desk.features.passbooks.books.verifying import verify_books


@pytest.fixture
def village(tmp_path: Path) -> Village:
    return settled_village(tmp_path)


def test_points_that_go_to_another_household_get_a_line_in_both_books(village: Village) -> None:
    with village.write() as tx:
        ending = family(tx, "01005", "12女刘梅1965")
        into = family(tx, "01006", head="钱大海")
    accounts = [green(village, home).id for home in (ending, into)]
    for _ in range(4):
        booked(village, (accounts[0],))
    old = issued(village, accounts[0], small_type(village, pages=1))
    theirs = issued(village, accounts[1])
    printed(village, old)
    with village.write() as tx:
        merge_households(
            tx, MergeHouseholds(act(date(2026, 5, 25)), ending, into, PointsRule(PointsWay.MOVE))
        )
    assert not row_of(village, old).wants_new_holder
    with pytest.raises(HolderUnchanged), village.write() as tx:
        hand_over_book(tx, old)
    printed(village, theirs)
    assert paper(village, theirs) == ["1-1 1 40"]
    assert plan_of(village, old).full
    last = replaced(village, old)
    printed(village, last)
    assert paper(village, last) == ["1-1 from_book 40", "1-2 5 0"]
    assert row_of(village, last).holder == row_of(village, old).holder == "赵大山"
    with village.read() as scope:
        assert verify_books(scope) == 3


def test_what_is_due_in_many_books_is_asked_in_few_statements(village: Village) -> None:
    with village.write() as tx:
        homes = [family(tx, f"01{number:03}", head=f"户主{number}") for number in range(11, 41)]
    accounts = [green(village, home).id for home in homes]
    booked(village, accounts)
    books = [issued(village, account) for account in accounts]
    asked: list[str] = []
    with village.read() as scope:
        event.listen(
            scope.session.get_bind(), "before_cursor_execute", lambda *call: asked.append(str(call[2]))
        )
        plans = book_plans(scope, books)
    assert [len(plan.lines) for plan in plans] == [1] * len(books)
    assert len(asked) < 20
