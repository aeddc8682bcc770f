"""The wall under real keys: how many it takes, what they do, how much is in sight."""

import random
from itertools import groupby
from statistics import median

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from builders.village import household
from passbook_desk.features.village.commands import change_policy
from passbook_desk.features.village.policy import Twice, VillagePolicy
from passbook_desk.ui.kit.theme import Theme
from passbook_desk.ui.pages.ledger.values import Chip
from ui.pages.ledger.conftest import PAGE_ROOM, MakeBench, PageBench

_CONTROL = Qt.KeyboardModifier.ControlModifier
_DRAWS, _HOUSEHOLDS, _PRESENT = 100, 52, 40


def wall_of(bench: PageBench, item: str = "101") -> PageBench:
    bench.item(item)
    bench.page.head.choose_grid("01")
    bench.page.wall.setFocus()
    QApplication.processEvents()
    return bench


class Keys:
    """Presses keys on the wall and counts them; a key held down or repeated is one run."""

    def __init__(self, bench: PageBench) -> None:
        self.bench = bench
        self.pressed: list[str] = []

    def press(self, key: Qt.Key, times: int = 1, held: Qt.KeyboardModifier | None = None) -> None:
        for _ in range(times):
            QTest.keyClick(self.bench.page.wall, key, held or Qt.KeyboardModifier.NoModifier)
            self.pressed.append(key.name)

    @property
    def runs(self) -> int:
        return len(list(groupby(self.pressed)))

    def tick(self, present: set[int]) -> None:
        """As a clerk with a paper list does: all at once, then from absentee to absentee."""
        wall = self.bench.page.wall
        self.press(Qt.Key.Key_A, held=_CONTROL)
        at = 0
        for row in range(len(wall.tiles)):
            if row not in present:
                self.press(Qt.Key.Key_Right, row - at)
                self.press(Qt.Key.Key_Space)
                at = row + 1
        self.press(Qt.Key.Key_F8)


def test_forty_of_fifty_two_households_take_at_most_sixty_keys(make_bench: MakeBench) -> None:
    bench = wall_of(make_bench(_HOUSEHOLDS))
    page, drawn = bench.page, random.Random(20260601)
    saved: list[tuple[int, ...]] = []
    page._presenter.save_roll = lambda: saved.append(page.wall.ticked)  # type: ignore[method-assign]
    runs, every = [], []
    for _ in range(_DRAWS):
        present = set(drawn.sample(range(_HOUSEHOLDS), _PRESENT))
        page.wall.tick_none()
        page._saving = False
        QTest.keyClick(page.wall, Qt.Key.Key_Home)
        keys = Keys(bench)
        keys.tick(present)
        assert saved[-1] == tuple(page.wall.tiles[row].account.id for row in sorted(present))
        runs.append(keys.runs)
        every.append(len(keys.pressed))
    assert len(saved) == _DRAWS
    counted = f"runs {median(runs)} (most {max(runs)}), every key {median(every)} (most {max(every)})"
    assert median(runs) <= 60, counted
    assert median(every) <= 60, counted


def test_one_draw_is_saved_as_one_act(make_bench: MakeBench) -> None:
    bench = wall_of(make_bench(_HOUSEHOLDS))
    keys = Keys(bench)
    keys.tick(set(range(_PRESENT)))
    assert bench.announced.said == ["已记 40 户 ＋400 分"]
    assert bench.vouchers() == 1


@pytest.mark.parametrize(("size", "least"), [(12, 72), (14, 50), (18, 36)])
def test_as_many_households_are_in_sight_as_promised(
    make_bench: MakeBench, theme: Theme, size: int, least: int
) -> None:
    theme.set_size(size)
    bench = make_bench(80)
    bench.page.resize(*PAGE_ROOM[size])
    wall_of(bench)
    assert bench.page.wall.shown_count() >= least


def test_space_ticks_and_moves_on_and_control_a_twice_unticks_all(make_bench: MakeBench) -> None:
    bench = wall_of(make_bench(10))
    wall = bench.page.wall
    bench.key(Qt.Key.Key_Space, Qt.Key.Key_Space)
    assert (len(wall.ticked), wall.currentIndex().row()) == (2, 2)
    bench.key(Qt.Key.Key_A, held=_CONTROL)
    assert len(wall.ticked) == 10
    bench.key(Qt.Key.Key_A, held=_CONTROL)
    assert wall.ticked == ()


def test_letters_jump_to_initials_and_digits_to_a_code(make_bench: MakeBench) -> None:
    bench = wall_of(make_bench(60))
    wall = bench.page.wall
    bench.type("lxy")
    assert wall.current is not None
    assert wall.current.account.owner_name == "李秀英"
    QTest.qWait(1100)
    bench.type("045")
    assert wall.current.short_code == "045"


def test_digits_are_hours_where_the_item_counts_and_codes_begin_with_zero(make_bench: MakeBench) -> None:
    bench = wall_of(make_bench(20), "201")
    wall = bench.page.wall
    bench.type("12")
    first = wall.tiles[0].account.id
    assert bench.page._presenter.roll.marks[first].quantity == 12
    bench.key(Qt.Key.Key_Plus)
    assert bench.page._presenter.roll.marks[first].quantity == 13
    bench.key(Qt.Key.Key_Equal)
    assert bench.page._presenter.roll.marks[first].quantity is None
    QTest.qWait(1100)
    bench.type("015")
    assert wall.current is not None
    assert wall.current.short_code == "015"
    bench.type("＋")
    assert wall.current.account.id in wall.ticked


def test_points_of_a_range_are_raised_inside_it(make_bench: MakeBench) -> None:
    bench = wall_of(make_bench(5), "205")
    bench.page.head.points.setText("19")
    bench.key(Qt.Key.Key_Space, Qt.Key.Key_Left)
    bench.key(Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Plus)
    (mark,) = bench.page._presenter.roll.marks.values()
    assert str(mark.points) == "20"
    bench.key(Qt.Key.Key_F8)
    assert bench.announced.said == ["已记 1 户 ＋20 分"]


def test_a_tile_says_in_words_what_is_there_already_and_is_counted_as_left_out(
    make_bench: MakeBench,
) -> None:
    bench = wall_of(make_bench(5), "102")
    wall, side = bench.page.wall, bench.page.roll_side
    bench.key(Qt.Key.Key_Space, Qt.Key.Key_F8)
    look = side._look(wall.tiles[0])
    assert look.states[0].startswith("今天已记 ")
    bench.key(Qt.Key.Key_Home, Qt.Key.Key_Space)
    bench.page._presenter.preview_roll()
    assert side._look(wall.tiles[0]).mark == "☒"
    assert "1 户不记" in bench.page._totals.text()


def test_where_the_village_forbids_it_enter_does_nothing(make_bench: MakeBench) -> None:
    bench = make_bench(5)
    with bench.village.write() as tx:
        change_policy(tx, VillagePolicy(same_deed_twice=Twice.REFUSE))
    wall_of(bench, "201")
    bench.key(Qt.Key.Key_Space, Qt.Key.Key_F8)
    bench.key(Qt.Key.Key_Home, Qt.Key.Key_Return)
    assert bench.page.wall.ticked == ()
    assert "只记一次" in bench.page.roll_side.about


def test_where_the_village_asks_enter_enters_the_deed_again(make_bench: MakeBench) -> None:
    bench = wall_of(make_bench(5), "201")
    bench.key(Qt.Key.Key_Space, Qt.Key.Key_F8)
    bench.key(Qt.Key.Key_Home)
    assert "仍要记按回车" in bench.page.roll_side.about
    bench.key(Qt.Key.Key_Return)
    bench.page._presenter.preview_roll()
    bench.key(Qt.Key.Key_F8)
    assert bench.announced.said == ["已记 1 户 ＋1 分"] * 2


def test_who_was_left_out_is_named_below_the_title(make_bench: MakeBench) -> None:
    bench = wall_of(make_bench(5), "101")
    bench.key(Qt.Key.Key_Space, Qt.Key.Key_F8)
    bench.key(Qt.Key.Key_Home, Qt.Key.Key_Space, Qt.Key.Key_Space, Qt.Key.Key_F8)
    assert "1 户没有记：01001 王建国" in bench.page.message.words
    assert bench.announced.said[-1] == "已记 1 户 ＋10 分"


def test_chips_show_whom_they_name_and_ticks_out_of_sight_are_told(make_bench: MakeBench) -> None:
    bench = wall_of(make_bench(8))
    bench.key(Qt.Key.Key_Space, Qt.Key.Key_Space)
    bench.page.head.press_chip(Chip.TICKED)
    assert len(bench.page.wall.tiles) == 2
    bench.page.head.press_chip(Chip.ALL)
    assert len(bench.page.wall.tiles) == 8


def test_the_whole_village_is_one_wall_with_whole_codes(make_bench: MakeBench) -> None:
    bench = make_bench(5)
    bench.item("101")
    bench.page.head.choose_grid("")
    codes = [bench.page.roll_side._look(tile).code for tile in bench.page.wall.tiles]
    assert codes == ["01001", "01002", "01003", "01004", "01005", "02001"]


def test_a_household_that_came_later_appears_and_ticks_stay(make_bench: MakeBench) -> None:
    bench = wall_of(make_bench(5))
    bench.key(Qt.Key.Key_Space)
    with bench.village.write() as tx:
        household(tx, "01099", "新来的")
    bench.page.refresh(bench.page.topics)
    assert (len(bench.page.wall.tiles), len(bench.page.wall.ticked)) == (6, 1)
