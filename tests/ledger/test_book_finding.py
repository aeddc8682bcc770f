from pathlib import Path

import pytest

from builders.village import Village, settled_village
from passbook_desk.features.households.finding_values import FindKind, FindRank, FindRow
from passbook_desk.features.ledger.book_finding import find_books
from passbook_desk.features.ledger.queries import accounts


@pytest.fixture
def village(tmp_path: Path) -> Village:
    return settled_village(tmp_path)


def found(village: Village, typed: str, limit: int = 9) -> tuple[FindRow, ...]:
    with village.read() as scope:
        return find_books(scope, typed, limit)


def test_a_book_is_found_by_the_number_that_its_cover_code_holds(village: Village) -> None:
    with village.read() as scope:
        every = accounts(scope)
    for account in every:
        row = found(village, account.number)[0]
        assert (row.kind, row.rank, row.book) == (FindKind.BOOK, FindRank.CODE, account.number)
        assert (row.title, row.household_id) == (account.owner_name, account.household_id)


def test_a_book_is_found_by_the_end_and_by_the_beginning_of_its_number(village: Village) -> None:
    with village.read() as scope:
        number = next(row.number for row in accounts(scope) if row.owner_name == "欧阳明")
    (row,) = found(village, number[-4:])
    assert (row.title, row.rank) == ("欧阳明", FindRank.TAIL)
    (row,) = found(village, number[:4])
    assert (row.title, row.rank) == ("欧阳明", FindRank.CODE_START)
    wide = number.translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    assert found(village, wide) == found(village, number)


def test_too_short_or_foreign_numbers_find_no_book(village: Village) -> None:
    for typed in ("", "201", "99999999", "王建国", "2٢٣٤"):
        assert found(village, typed) == ()
    assert len(found(village, "2010", limit=1)) == 1
