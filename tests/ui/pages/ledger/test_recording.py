from datetime import date
from pathlib import Path

import pytest

from builders.pages import AtOnce, VillageDesk
from builders.village import Village, booked, household, new_village, settled_village
from passbook_desk.db.errors import DiskFull
from passbook_desk.features.households.values import GridRow
from passbook_desk.features.ledger.queries import accounts, balances, lines, recent_vouchers
from passbook_desk.features.ledger.values import AccountRow, BalanceRow, Colour, VoucherRow
from passbook_desk.kernel.points import Points
from passbook_desk.ui.pages.ledger.presenter import LedgerPresenter
from passbook_desk.ui.pages.ledger.values import Entry, ItemChoice, Saved, Tile, Way
from passbook_desk.ui.pages.ledger.words import count_words, item_words, total_words


class Shown:
    def __init__(self) -> None:
        self.grids: tuple[GridRow, ...] = ()
        self.choices: tuple[ItemChoice, ...] = ()
        self.wall: tuple[Tile, ...] = ()
        self.found: tuple[AccountRow, ...] = ()
        self.book: BalanceRow | None = None
        self.recent: tuple[VoucherRow, ...] = ()
        self.saved: list[Saved] = []
        self.reversed = 0
        self.problems: list[str] = []
        self.fields: list[object] = []

    def show_grids(self, grids: tuple[GridRow, ...]) -> None:
        self.grids = grids

    def show_items(self, choices: tuple[ItemChoice, ...], chosen: ItemChoice | None) -> None:
        self.choices = choices

    def show_wall(self, tiles: tuple[Tile, ...]) -> None:
        self.wall = tiles

    def show_found(self, books: tuple[AccountRow, ...]) -> None:
        self.found = books

    def show_book(self, book: BalanceRow | None) -> None:
        self.book = book

    def show_recent(self, vouchers: tuple[VoucherRow, ...]) -> None:
        self.recent = vouchers

    def show_saved(self, saved: Saved) -> None:
        self.saved.append(saved)

    def show_reversed(self, lines: int) -> None:
        self.reversed += lines

    def show_problem(self, error: BaseException) -> None:
        self.problems.append(getattr(error, "code", str(error)))
        self.fields.append(getattr(error, "params", {}).get("field"))


class Desk3:
    """A presenter with its view and desk."""

    def __init__(self, village: Village) -> None:
        self.village = village
        self.view = Shown()
        self.desk = VillageDesk(village)
        self.presenter = LedgerPresenter(self.desk, self.view, AtOnce(), village.clock)
        self.presenter.load()

    def choose(self, text: str) -> None:
        self.presenter.choose_item(self.presenter.choices(text)[0])

    def ids(self) -> tuple[int, ...]:
        return tuple(tile.account.id for tile in self.view.wall)

    def save(self, way: Way, ids: tuple[int, ...], points: str | None = None, quantity: int = 1) -> None:
        given = None if points is None else Points.parse(points)
        self.presenter.save(way, Entry(ids, given, quantity, ""))

    def vouchers(self) -> int:
        with self.village.read() as scope:
            return len(recent_vouchers(scope, 99))


@pytest.fixture
def desk(tmp_path: Path) -> Desk3:
    return Desk3(settled_village(tmp_path))


def test_only_items_that_may_be_recorded_on_the_day_are_offered(desk: Desk3) -> None:
    codes = [choice.item.code for choice in desk.presenter.choices("")]
    assert "101" in codes
    assert not any(code.startswith("9") for code in codes)
    desk.presenter.set_day(date(2026, 1, 1))
    assert desk.presenter.choices("") == ()
    assert desk.view.problems == ["catalogue.none-in-force"]
    assert desk.view.fields == ["occurred_on"]


def test_an_item_is_found_by_code_name_and_initials(desk: Desk3) -> None:
    for text in ("101", "环境整治", "cjhj"):
        assert desk.presenter.choices(text)[0].item.code == "101"
    assert desk.presenter.choices("没有这个") == ()


def test_an_item_is_said_with_its_value_and_a_deduction_with_its_word(desk: Desk3) -> None:
    said = {choice.item.code: item_words(choice.item) for choice in desk.presenter.choices("")}
    assert said["101"] == "101 参加环境整治  ＋10"
    assert said["205"].endswith("＋10～20")
    assert said["201"].endswith("＋1/小时")
    assert said["753"].endswith("扣 －3～15")
    assert said["108"].endswith("扣 －5/处")


def test_the_wall_shows_the_households_of_the_grid_or_its_party_members(desk: Desk3) -> None:
    desk.presenter.choose_grid("01")
    assert [tile.account.owner_name for tile in desk.view.wall] == ["王建国", "李秀英"]
    desk.choose("801")
    assert [(tile.account.owner_name, tile.is_red) for tile in desk.view.wall] == [("李秀英", True)]
    desk.choose("101")
    assert [tile.short_code for tile in desk.view.wall] == ["001", "002"]


def test_a_roll_call_is_one_act_with_one_line_for_each_ticked_household(desk: Desk3) -> None:
    desk.presenter.choose_grid("01")
    desk.choose("101")
    desk.save(Way.ROLL, desk.ids())
    (saved,) = desk.view.saved
    assert (saved.count, str(saved.total), saved.reds) == (2, "20", False)
    assert desk.vouchers() == 1
    assert [tile.recorded for tile in desk.view.wall] == [True, True]
    assert desk.view.recent[0].lines == 2


def test_two_acts_one_after_the_other_are_two(desk: Desk3) -> None:
    desk.presenter.choose_grid("01")
    desk.choose("101")
    desk.save(Way.ROLL, desk.ids())
    desk.save(Way.ROLL, desk.ids())
    assert desk.vouchers() == 2


def test_nobody_ticked_is_refused_beside_the_grid(desk: Desk3) -> None:
    desk.choose("101")
    desk.save(Way.ROLL, ())
    assert (desk.view.problems, desk.view.fields) == (["ledger.nobody-chosen"], ["account"])
    assert desk.vouchers() == 0


def test_one_book_is_found_by_name_and_recorded_with_points_from_a_range(desk: Desk3) -> None:
    desk.choose("205")
    desk.presenter.find_books("王建国")
    (book,) = desk.view.found
    desk.presenter.choose_book(book.id)
    assert desk.view.book is not None
    desk.save(Way.SINGLE, (book.id,))
    assert (desk.view.problems, desk.view.fields) == (["catalogue.points-not-given"], ["points"])
    assert desk.presenter.worth(Points.parse("30"), 1) is None
    desk.save(Way.SINGLE, (book.id,), "15")
    assert [str(saved.total) for saved in desk.view.saved] == ["15"]


def test_only_books_that_the_item_can_go_into_are_found(desk: Desk3) -> None:
    desk.presenter.find_books("李秀英")
    assert {row.colour for row in desk.view.found} == {Colour.RED, Colour.GREEN}
    desk.choose("801")
    desk.presenter.find_books("李秀英")
    assert [row.colour for row in desk.view.found] == [Colour.RED]


def test_a_deduction_takes_points_off_though_no_minus_was_typed(desk: Desk3) -> None:
    desk.presenter.choose_grid("01")
    desk.choose("753")
    ids = desk.ids()[:1]
    desk.save(Way.SINGLE, ids, "5")
    desk.save(Way.SINGLE, ids, "-3")
    with desk.village.read() as scope:
        assert [str(line.debit) for line in lines(scope, ids[0])] == ["5", "3"]
    assert total_words(desk.view.saved[0].total) == "扣 －5 分"


def test_units_are_counted(desk: Desk3) -> None:
    desk.presenter.choose_grid("01")
    desk.choose("201")
    desk.save(Way.SINGLE, desk.ids()[:1], quantity=3)
    assert str(desk.view.saved[0].total) == "3"
    assert str(desk.presenter.worth(None, 4)) == "4"


def test_a_deed_in_the_future_is_refused_beside_the_day(desk: Desk3) -> None:
    desk.presenter.choose_grid("01")
    desk.choose("101")
    desk.presenter.set_day(date(2026, 6, 2))
    desk.save(Way.ROLL, desk.ids())
    assert (desk.view.problems, desk.view.fields) == (["ledger.future-deed"], ["occurred_on"])


def test_what_was_just_recorded_is_taken_back_as_a_whole(desk: Desk3) -> None:
    desk.presenter.choose_grid("01")
    desk.choose("101")
    desk.save(Way.ROLL, desk.ids())
    desk.presenter.reverse(desk.view.saved[0].voucher.voucher_id, "刚记错")
    assert desk.view.reversed == 2
    with desk.village.read() as scope:
        assert {str(row.balance) for row in balances(scope)} == {"0"}
    assert [tile.recorded for tile in desk.view.wall] == [False, False]


def test_after_a_failure_the_act_is_looked_up_and_not_written_twice(desk: Desk3) -> None:
    desk.presenter.choose_grid("01")
    desk.choose("101")
    desk.desk.trouble = DiskFull()
    desk.save(Way.ROLL, desk.ids())
    assert desk.view.problems == []
    assert [saved.count for saved in desk.view.saved] == [2]
    assert desk.vouchers() == 1


def test_an_act_that_failed_before_it_was_written_is_said_and_may_be_tried_again(desk: Desk3) -> None:
    desk.presenter.choose_grid("01")
    desk.choose("101")

    def full(command: object) -> object:
        raise DiskFull

    whole, desk.desk.do = desk.desk.do, full  # type: ignore[method-assign,assignment]
    desk.save(Way.ROLL, desk.ids())
    assert desk.view.problems == ["db.disk-full"]
    desk.desk.do = whole  # type: ignore[method-assign]
    desk.save(Way.ROLL, desk.ids())
    assert desk.vouchers() == 1


def test_another_day_has_other_books_recorded_already(desk: Desk3) -> None:
    with desk.village.read() as scope:
        first = accounts(scope, colour=Colour.GREEN)[0].id
    booked(desk.village, (first,), on=date(2026, 5, 20))
    desk.presenter.choose_grid("01")
    desk.choose("101")
    assert [tile.recorded for tile in desk.view.wall] == [False, False]
    desk.presenter.set_day(date(2026, 5, 20))
    assert [tile.recorded for tile in desk.view.wall] == [True, False]


def test_a_village_without_a_catalogue_says_so_beside_the_day(tmp_path: Path) -> None:
    village = new_village(tmp_path)
    with village.write() as tx:
        household(tx, "01001", "王建国")
    desk = Desk3(village)
    assert desk.view.problems == ["catalogue.none-in-force"]


def test_counts_name_households_or_members() -> None:
    assert (count_words(40, False), count_words(3, True)) == ("40 户", "3 人")
