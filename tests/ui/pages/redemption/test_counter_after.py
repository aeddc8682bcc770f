"""Around a visit: taken back, cleared after a minute, as large as the screen, seen by the customer."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from builders.counter import Counter
from builders.pictures import jpeg
from builders.village import booked
from passbook_desk.db.errors import DiskFull
from passbook_desk.features.redemption.goods.pictures import set_picture
from passbook_desk.kernel.ids import new_uid
from passbook_desk.ui.kit.jobs import JobRunner
from passbook_desk.ui.kit.theme import Theme
from passbook_desk.ui.pages.redemption.counter_grid import PICTURE
from passbook_desk.ui.shell.routes import COUNTER, HOME, Route

ENTER, F8, F9, F11, ESC = (
    Qt.Key.Key_Return,
    Qt.Key.Key_F8,
    Qt.Key.Key_F9,
    Qt.Key.Key_F11,
    Qt.Key.Key_Escape,
)


@pytest.fixture
def counter(tmp_path: Path, qtbot: QtBot, theme: Theme, jobs: JobRunner) -> Iterator[Counter]:
    standing = Counter(tmp_path, qtbot, theme, jobs)
    yield standing
    standing.close()


def test_ctrl_z_brings_points_and_goods_back_once(counter: Counter) -> None:
    counter.open()
    counter.comes("王建国")
    counter.type("1")
    counter.keys(F8)
    assert counter.shop.goods("肥皂").stock == 19
    counter.held(Qt.Key.Key_Z)
    assert counter.said() == "已退回 肥皂×1，5 分回到存折"
    assert counter.page._card._points.text() == "40"
    assert counter.tile("肥皂").endswith("存20")
    (slip,) = counter.slips()
    assert slip.undone_on is not None
    counter.held(Qt.Key.Key_Z)
    assert len(counter.slips()) == 1
    counter.type("1")
    counter.keys(F8)
    assert [row.undone_on is None for row in counter.slips()] == [True, False]


def test_the_frame_offers_to_take_the_last_act_back(counter: Counter) -> None:
    counter.open()
    counter.comes("王建国")
    counter.type("2")
    counter.keys(F8)
    counter.window.undo_last()
    assert counter.slips()[0].undone_on is not None
    assert counter.shop.goods("牙膏").stock == 10


def test_what_stands_in_the_book_already_goes_back_on_its_slip_alone(counter: Counter) -> None:
    counter.with_book("王建国")
    counter.open()
    counter.comes("王建国")
    counter.type("1")
    counter.keys(F9, ENTER, ENTER)
    (slip,) = counter.slips()
    counter.held(Qt.Key.Key_Z)
    assert "已经登了折，要写原因才能退回" in counter.words()
    assert counter.slips()[0].undone_on is None
    counter.page.message._run()
    assert counter.went[-1] == Route("slip", {"id": slip.id})


def test_the_slip_of_the_act_is_one_click_away(counter: Counter, qtbot: QtBot) -> None:
    counter.open()
    assert counter.page.act_button("counter.slip") is None
    counter.comes("王建国")
    counter.type("1")
    counter.keys(F8)
    qtbot.waitUntil(lambda: counter.page.act_button("counter.slip") is not None)
    button = counter.page.act_button("counter.slip")
    assert button is not None
    button.click()
    assert counter.went[-1] == Route("slip", {"id": counter.slips()[0].id})


def test_a_minute_without_a_hand_clears_the_screen(counter: Counter, qtbot: QtBot) -> None:
    counter.idle_ms = 150
    page = counter.open()
    counter.comes("王建国")
    counter.type("1")
    qtbot.waitUntil(lambda: page._presenter.visit is None)
    assert counter.chosen() == ()
    assert "王建国" not in counter.words()
    assert page._display.words == ("请出示存折",)
    assert counter.slips() == ()


def test_esc_sends_the_visitor_away_and_then_goes_back(counter: Counter) -> None:
    counter.window.go(HOME)
    counter.open()
    counter.comes("王建国")
    counter.type("1")
    counter.keys(ESC)
    assert counter.window.nav.here == COUNTER
    assert counter.page._presenter.visit is None
    counter.keys(ESC)
    assert counter.window.nav.here == HOME


def test_f11_opens_the_counter_makes_it_large_and_small_again(counter: Counter, qtbot: QtBot) -> None:
    counter.window.go(HOME)
    counter.to_window(F11)
    assert counter.window.nav.here == COUNTER
    assert counter.window._rail.isVisible()
    counter.to_window(F11)
    assert counter.window.isFullScreen()
    assert not counter.window._rail.isVisible()
    assert not counter.window._status.isVisible()
    counter.with_book("王建国")
    counter.comes("王建国")
    counter.keys(F9)
    assert not counter.window._rail.isVisible(), "the book that is printed from there stays large"
    counter.window.go(HOME)
    assert counter.window._rail.isVisible()
    assert not counter.window.isFullScreen()


def test_the_customer_sees_the_family_name_alone_and_both_figures(counter: Counter) -> None:
    page = counter.open()
    assert not page._display.isVisible()
    page._turn_display.setChecked(True)
    assert page._display.isVisible()
    counter.comes("王建国")
    assert page._display.words == ("王**", "可用 40 分")
    counter.type("12")
    assert page._display.words == ("王**", "可用 40 分", "肥皂×1　－5\n牙膏×1　－10", "换后 25 分")
    counter.keys(F8)
    assert page._display.words == ("王**", "可用 40 分", "肥皂×1　－5\n牙膏×1　－10", "换后 25 分")
    counter.window.go(HOME)
    assert page._display.words == ("请出示存折",)
    page._display.close()
    assert not page._turn_display.isChecked()


def test_points_recorded_elsewhere_are_seen_at_once_and_what_is_chosen_stays(counter: Counter) -> None:
    page = counter.open()
    counter.comes("王建国")
    counter.type("1")
    booked(counter.shop.village, (counter.shop.account("王建国").id,))
    page.refresh(page.topics)
    assert page._card._points.text() == "50"
    assert counter.chosen() == ("肥皂×1　－5",)


def test_a_disk_that_complains_after_writing_gives_the_goods_once(counter: Counter) -> None:
    counter.open()
    counter.comes("王建国")
    counter.type("1")
    counter.desk.trouble = DiskFull()
    counter.keys(F8)
    assert counter.said() == "换了 肥皂×1，余 35 分"
    assert len(counter.slips()) == 1
    counter.keys(F8)
    assert "还没有选物品" in counter.words()
    assert len(counter.slips()) == 1


def test_goods_show_their_picture(counter: Counter) -> None:
    with counter.shop.village.write() as tx:
        set_picture(tx, new_uid(), counter.shop.ids["肥皂"], jpeg())
    page = counter.open()
    model = page._grid._goods
    assert model.data(model.index(0), PICTURE).width() > 0
    assert model.data(model.index(1), PICTURE) is None


def test_a_digit_that_comes_before_the_visitor_waits_for_them(counter: Counter) -> None:
    counter.open()
    waiting: list[Callable[[], None]] = []
    counter.working.later = waiting
    counter.comes("王建国")
    counter.type("1")
    counter.working.later = None
    for answer in waiting:
        answer()
    counter.settle()
    assert counter.chosen() == ("肥皂×1　－5",)
    assert counter.page._scan.text() == ""
