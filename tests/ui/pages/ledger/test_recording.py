"""The presenter of the entry page: what is offered, saved, named, taken back."""

from datetime import date
from pathlib import Path

import pytest

from builders.entry import EntryDesk
from builders.village import booked, household, new_village, settled_village
from passbook_desk.db.errors import DiskFull
from passbook_desk.features.ledger.queries import accounts, balances, lines
from passbook_desk.features.ledger.values import Colour
from passbook_desk.features.village.commands import change_policy
from passbook_desk.features.village.policy import VillagePolicy
from passbook_desk.kernel.points import Points
from passbook_desk.ui.pages.ledger.values import Way
from passbook_desk.ui.pages.ledger.words import count_words, left_out_words, total_words
from passbook_desk.ui.shell.choices import item_words


@pytest.fixture
def desk(tmp_path: Path) -> EntryDesk:
    return EntryDesk(settled_village(tmp_path))


def test_only_items_that_may_be_recorded_on_the_day_are_offered(desk: EntryDesk) -> None:
    codes = [choice.item.code for choice in desk.presenter.choices("")]
    assert "101" in codes
    assert not any(code.startswith("9") for code in codes)
    desk.presenter.set_day(date(2026, 1, 1))
    assert desk.presenter.choices("") == ()
    assert desk.view.problems == ["catalogue.none-in-force"]
    assert desk.view.fields == ["occurred_on"]


def test_an_item_is_found_by_code_name_and_initials(desk: EntryDesk) -> None:
    for text in ("101", "环境整治", "cjhj"):
        assert desk.presenter.choices(text)[0].item.code == "101"
    assert desk.presenter.choices("没有这个") == ()


def test_an_item_is_said_with_its_value_and_a_deduction_with_its_word(desk: EntryDesk) -> None:
    said = {choice.item.code: item_words(choice.item) for choice in desk.presenter.choices("")}
    assert said["101"] == "101 参加环境整治  ＋10"
    assert said["205"].endswith("＋10～20")
    assert said["201"].endswith("＋1/小时")
    assert said["753"].endswith("扣 －3～15")
    assert said["108"].endswith("扣 －5/处")


def test_the_wall_shows_the_households_of_the_grid_or_its_party_members(desk: EntryDesk) -> None:
    desk.presenter.choose_grid("01")
    assert [tile.account.owner_name for tile in desk.roll.tiles] == ["王建国", "李秀英"]
    desk.choose("801")
    assert [(tile.account.owner_name, tile.is_red) for tile in desk.roll.tiles] == [("李秀英", True)]
    desk.choose("101")
    assert [tile.short_code for tile in desk.roll.tiles] == ["001", "002"]


def test_a_roll_call_is_one_act_with_one_line_for_each_ticked_household(desk: EntryDesk) -> None:
    desk.presenter.choose_grid("01")
    desk.choose("101")
    desk.save(Way.ROLL, desk.ids())
    (saved,) = desk.view.saved
    assert (saved.count, str(saved.recorded.total), saved.reds) == (2, "20", False)
    assert desk.vouchers() == 1
    assert desk.recorded() == [True, True]
    assert desk.view.recent[0].lines == 2


def test_two_acts_one_after_the_other_are_two(desk: EntryDesk) -> None:
    desk.presenter.choose_grid("01")
    desk.choose("101")
    desk.save(Way.ROLL, desk.ids()[:1])
    desk.save(Way.ROLL, desk.ids()[1:])
    assert desk.vouchers() == 2


def test_nobody_ticked_is_refused_beside_the_grid(desk: EntryDesk) -> None:
    desk.choose("101")
    desk.save(Way.ROLL, ())
    assert (desk.view.problems, desk.view.fields) == (["ledger.nobody-chosen"], ["account"])
    assert desk.vouchers() == 0


def test_one_book_is_found_by_name_and_recorded_with_points_from_a_range(desk: EntryDesk) -> None:
    desk.choose("205")
    desk.presenter.find_books("王建国")
    (book,) = desk.view.found
    desk.presenter.choose_book(book.id)
    assert desk.view.book is not None
    desk.save(Way.SINGLE, (book.id,))
    assert (desk.view.problems, desk.view.fields) == (["catalogue.points-not-given"], ["points"])
    assert desk.presenter.worth(Points.parse("30"), 1) is None
    desk.save(Way.SINGLE, (book.id,), "15")
    assert [str(saved.recorded.total) for saved in desk.view.saved] == ["15"]


def test_only_books_that_the_item_can_go_into_are_found(desk: EntryDesk) -> None:
    desk.presenter.find_books("李秀英")
    assert {row.colour for row in desk.view.found} == {Colour.RED, Colour.GREEN}
    desk.choose("801")
    desk.presenter.find_books("李秀英", desk.presenter.item)
    assert [row.colour for row in desk.view.found] == [Colour.RED]


def test_a_deduction_takes_points_off_though_no_minus_was_typed(desk: EntryDesk) -> None:
    desk.presenter.choose_grid("01")
    desk.choose("753")
    ids = desk.ids()[:1]
    desk.save(Way.SINGLE, ids, "5")
    desk.presenter.set_day(date(2026, 5, 30))
    desk.save(Way.SINGLE, ids, "-3")
    with desk.village.read() as scope:
        assert [str(line.debit) for line in lines(scope, ids[0])] == ["5", "3"]
    assert total_words(desk.view.saved[0].recorded.total) == "扣 －5 分"


def test_units_are_counted(desk: EntryDesk) -> None:
    desk.presenter.choose_grid("01")
    desk.choose("201")
    desk.save(Way.SINGLE, desk.ids()[:1], quantity=3)
    assert str(desk.view.saved[0].recorded.total) == "3"
    assert str(desk.presenter.worth(None, 4)) == "4"


def test_a_deed_in_the_future_is_refused_beside_the_day(desk: EntryDesk) -> None:
    desk.presenter.choose_grid("01")
    desk.choose("101")
    desk.presenter.set_day(date(2026, 6, 2))
    desk.save(Way.ROLL, desk.ids())
    assert (desk.view.problems, desk.view.fields) == (["ledger.future-deed"], ["occurred_on"])


def test_what_was_just_recorded_is_taken_back_as_a_whole(desk: EntryDesk) -> None:
    desk.presenter.choose_grid("01")
    desk.choose("101")
    desk.save(Way.ROLL, desk.ids())
    desk.presenter.undo(desk.view.saved[0], "刚记错")
    assert desk.view.undone == 2
    with desk.village.read() as scope:
        assert {str(row.balance) for row in balances(scope)} == {"0"}
    assert desk.recorded() == [False, False]


def test_after_a_failure_the_act_is_looked_up_and_not_written_twice(desk: EntryDesk) -> None:
    desk.presenter.choose_grid("01")
    desk.choose("101")
    desk.desk.trouble = DiskFull()
    desk.save(Way.ROLL, desk.ids())
    assert desk.view.problems == []
    assert [saved.count for saved in desk.view.saved] == [2]
    assert desk.vouchers() == 1


def test_an_act_that_failed_before_it_was_written_is_said_and_may_be_tried_again(desk: EntryDesk) -> None:
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


def test_another_day_has_other_books_recorded_already(desk: EntryDesk) -> None:
    with desk.village.read() as scope:
        first = accounts(scope, colour=Colour.GREEN)[0].id
    booked(desk.village, (first,), on=date(2026, 5, 20))
    desk.presenter.choose_grid("01")
    desk.choose("101")
    assert desk.recorded() == [False, False]
    desk.presenter.set_day(date(2026, 5, 20))
    assert desk.recorded() == [True, False]


def test_a_village_without_a_catalogue_says_so_beside_the_day(tmp_path: Path) -> None:
    village = new_village(tmp_path)
    with village.write() as tx:
        household(tx, "01001", "王建国")
    desk = EntryDesk(village)
    assert desk.view.problems == ["catalogue.none-in-force"]


def test_counts_name_households_or_members() -> None:
    assert (count_words(40, False), count_words(3, True)) == ("40 户", "3 人")


def with_policy(desk: EntryDesk, policy: VillagePolicy) -> None:
    with desk.village.write() as tx:
        change_policy(tx, policy)


def test_a_household_that_has_the_deed_already_is_left_out_and_named(desk: EntryDesk) -> None:
    desk.presenter.choose_grid("01")
    desk.choose("101")
    first, second = desk.ids()
    desk.save(Way.ROLL, (first,))
    desk.save(Way.ROLL, (first, second))
    saved = desk.view.saved[-1]
    assert (saved.count, [each.account.id for each in saved.recorded.left_out]) == (1, [first])
    words = left_out_words(saved.recorded)
    assert words.startswith("1 户没有记：01001 王建国：")
    assert desk.roll.marks == {}


def test_where_nothing_was_entered_the_ticks_stay(desk: EntryDesk) -> None:
    desk.presenter.choose_grid("01")
    desk.choose("101")
    first = desk.ids()[0]
    desk.save(Way.ROLL, (first,))
    desk.save(Way.ROLL, (first,))
    assert list(desk.roll.marks) == [first]
    assert desk.vouchers() == 1


def test_with_steps_of_review_the_deeds_wait_and_can_be_withdrawn(desk: EntryDesk) -> None:
    with_policy(desk, VillagePolicy(review=True))
    desk.presenter.choose_grid("01")
    desk.choose("101")
    desk.save(Way.ROLL, desk.ids())
    saved = desk.view.saved[0]
    assert (saved.waits, saved.count, desk.vouchers()) == (True, 2, 0)
    assert [desk.roll.standing(each).waiting for each in desk.ids()] == [True, True]
    desk.presenter.undo(saved, "刚记错")
    assert desk.view.undone == 2
    assert desk.recorded() == [False, False]


def test_a_whole_act_is_moved_to_another_item(desk: EntryDesk) -> None:
    desk.presenter.choose_grid("01")
    desk.choose("101")
    desk.save(Way.ROLL, desk.ids())
    choice = desk.presenter.choices("102")[0]
    desk.presenter.move(desk.view.recent[0], choice, "记错了事项")
    assert desk.view.problems == []
    (moved,) = desk.view.moved
    assert {entry.item.code for entry in moved.entered} == {"102"}


def test_the_usual_batches_are_those_that_differ_and_come_back_ticked_with_todays_date(
    desk: EntryDesk,
) -> None:
    desk.presenter.choose_grid("01")
    desk.choose("201")
    ids = desk.ids()
    desk.presenter.set_day(date(2026, 5, 30))
    desk.roll.set_amount(ids[0], 3)
    desk.roll.toggle(ids[1])
    desk.presenter.save_roll()
    desk.presenter.set_day(date(2026, 5, 29))
    desk.roll.set_amount(ids[0], 3)
    desk.roll.toggle(ids[1])
    desk.presenter.save_roll()
    (batch,) = desk.view.frequent
    assert (batch.item_code, batch.accounts, batch.grids) == ("201", 2, ("第一网格",))
    desk.presenter.grid = None
    desk.presenter.repeat(batch)
    assert (desk.presenter.day, desk.presenter.grid) == (date(2026, 6, 1), "01")
    assert {key: mark.quantity for key, mark in desk.roll.marks.items()} == {ids[0]: 3, ids[1]: 1}
    assert desk.view.taken_up == [Way.ROLL]


def test_lines_of_many_deeds_are_one_act_and_what_a_rule_forbids_stays(desk: EntryDesk) -> None:
    desk.write(0, "01001", "101", day=date(2026, 5, 30))
    desk.write(1, "02001", "205", "15")
    desk.write(2, "01001", "101", day=date(2026, 5, 30))
    desk.presenter.save_lines()
    saved = desk.view.saved[0]
    assert (len(saved.recorded.entered), desk.vouchers()) == (2, 1)
    assert [line.texts[0] for line in desk.presenter.lines.lines] == ["01001", ""]
    assert desk.view.recent[0].lines == 2


def test_balances_after_each_line_count_the_lines_above(desk: EntryDesk) -> None:
    desk.write(0, "01001", "205", "15")
    desk.write(1, "01001", "201")
    desk.write(2, "02001", "101")
    assert [str(desk.presenter.lines.after(row)) for row in range(3)] == ["15", "16", "10"]


def test_a_name_that_several_households_bear_asks_for_the_code(desk: EntryDesk) -> None:
    with desk.village.write() as tx:
        household(tx, "02002", "王建国")
    desk.write(0, "王建国", "101")
    desk.write(1, "02002", "101")
    first, second = desk.presenter.lines.lines[:2]
    assert (first.book, first.several) == (None, ("01001", "02002"))
    assert second.book is not None


def test_batches_that_wait_for_review_are_usual_batches_too(desk: EntryDesk) -> None:
    with_policy(desk, VillagePolicy(review=True))
    desk.presenter.choose_grid("01")
    desk.choose("101")
    desk.save(Way.ROLL, desk.ids()[:1])
    (batch,) = desk.view.frequent
    assert (batch.item_code, batch.accounts, batch.owner) == ("101", 1, "王建国")
