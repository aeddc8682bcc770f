from pathlib import Path

import pytest

from builders.pages import AtOnce, VillageDesk
from builders.village import Village, booked, household, new_village, settled_village
from passbook_desk.features.households.queries import household_by_code
from passbook_desk.features.ledger.queries import accounts
from passbook_desk.features.ledger.values import Colour, LineRow
from passbook_desk.ui.pages.households.columns import HOUSEHOLDS, line_columns, people_columns
from passbook_desk.ui.pages.households.presenter import HouseholdPresenter, HouseholdsPresenter
from passbook_desk.ui.pages.households.values import HouseholdLine, HouseholdList, HouseholdView


class ListShown:
    def __init__(self) -> None:
        self.found: list[HouseholdList] = []
        self.problems: list[BaseException] = []

    def show_households(self, found: HouseholdList) -> None:
        self.found.append(found)

    def show_problem(self, error: BaseException) -> None:
        self.problems.append(error)


class CardShown:
    def __init__(self) -> None:
        self.found: HouseholdView | None = None
        self.reversed: list[LineRow] = []
        self.problems: list[str] = []

    def show_household(self, found: HouseholdView) -> None:
        self.found = found

    def show_reversed(self, line: LineRow) -> None:
        self.reversed.append(line)

    def show_problem(self, error: BaseException) -> None:
        self.problems.append(getattr(error, "code", str(error)))


@pytest.fixture
def village(tmp_path: Path) -> Village:
    return settled_village(tmp_path)


def listed(village: Village) -> tuple[HouseholdsPresenter, ListShown]:
    view = ListShown()
    return HouseholdsPresenter(VillageDesk(village), view, AtOnce()), view


def opened(village: Village, code: str) -> tuple[HouseholdPresenter, CardShown]:
    view = CardShown()
    presenter = HouseholdPresenter(VillageDesk(village), view, AtOnce())
    with village.read() as scope:
        household_id = household_by_code(scope, code).id
    presenter.open(household_id)
    return presenter, view


def cells(line: HouseholdLine) -> dict[str, str]:
    return {column.key: column.text(line) for column in HOUSEHOLDS}


def book_cells(line: LineRow) -> dict[str, str]:
    return {column.key: column.text(line) for column in line_columns(lambda: None)}


def test_every_household_stands_in_the_list_with_its_books_and_points(village: Village) -> None:
    with village.read() as scope:
        books = accounts(scope, colour=Colour.GREEN)
    booked(village, tuple(book.id for book in books))
    presenter, view = listed(village)
    presenter.load()
    found = view.found[-1]
    assert [line.household.head_name for line in found.lines] == ["王建国", "李秀英", "欧阳明"]
    first, second, _ = (cells(line) for line in found.lines)
    assert first["green"] == f"绿 {books[0].number}"
    assert (first["red"], second["red"]) == ("", "红 1 本")
    assert first["spendable"] == "10"
    assert (found.residents, [grid.households for grid in found.grids]) == (3, [2, 1])


def test_a_grid_and_a_text_narrow_the_list_together(village: Village) -> None:
    presenter, view = listed(village)
    presenter.choose_grid("01")
    assert [line.household.code for line in view.found[-1].lines] == ["01001", "01002"]
    presenter.find("李")
    assert [line.household.code for line in view.found[-1].lines] == ["01002"]
    presenter.choose_grid(None)
    presenter.find("欧阳")
    assert [line.household.code for line in view.found[-1].lines] == ["02001"]
    assert view.found[-1].find == "欧阳"


def test_a_village_without_households_shows_an_empty_list(tmp_path: Path) -> None:
    presenter, view = listed(new_village(tmp_path))
    presenter.load()
    assert view.found[-1].lines == ()
    assert view.problems == []


def test_a_household_is_shown_with_people_and_books_the_green_one_first(village: Village) -> None:
    _, view = opened(village, "01002")
    assert view.found is not None
    assert [book.is_red for book in view.found.books] == [False, True]
    assert [person.name for person in view.found.card.people] == ["李秀英"]
    party = next(column for column in people_columns(village.clock) if column.key == "party")
    assert party.text(view.found.card.people[0]) == "党员"


def test_a_reversed_line_stays_and_its_reversal_stands_in_the_same_column(village: Village) -> None:
    presenter, view = opened(village, "01001")
    assert view.found is not None
    account = view.found.books[0].balance.account.id
    booked(village, (account,), item="101")
    booked(village, (account,), item="108", memo="门前堆柴")
    presenter.load()
    presenter.reverse(view.found.books[0].lines[1], "看错了")
    assert [line.account_seq for line in view.reversed] == [2]
    added, taken, back = (book_cells(line) for line in view.found.books[0].lines)
    assert (added["credit"], added["debit"], added["balance"]) == ("10", "", "10")
    assert (taken["credit"], taken["debit"], taken["balance"]) == ("", "5", "5")
    assert (back["credit"], back["debit"], back["balance"]) == ("", "-5", "10")
    assert back["item"].startswith("冲第 2 行")
    assert back["memo"] == "看错了"
    assert taken["memo"] == "已冲销 · 门前堆柴"


def test_a_line_that_was_taken_back_is_not_taken_back_twice(village: Village) -> None:
    presenter, view = opened(village, "01001")
    assert view.found is not None
    booked(village, (view.found.books[0].balance.account.id,))
    presenter.load()
    line = view.found.books[0].lines[0]
    presenter.reverse(line, "记错")
    presenter.reverse(line, "又记错")
    assert view.problems == ["ledger.already-reversed"]
    assert len(view.found.books[0].lines) == 2


def test_numbers_of_people_are_masked_in_the_table(tmp_path: Path) -> None:
    village = new_village(tmp_path)
    with village.write() as tx:
        household(tx, "01001", "王建国", phone="13812345678")
    _, view = opened(village, "01001")
    assert view.found is not None
    phone = next(column for column in people_columns(village.clock) if column.key == "phone")
    assert phone.text(view.found.card.people[0]) == "138****5678"
