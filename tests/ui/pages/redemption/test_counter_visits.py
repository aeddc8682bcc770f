"""Visits at the counter with real keys: with a scanner, without, short of points, out of stock, in place of
somebody."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from builders.books import paper, replaced
from builders.claims import worker
from builders.counter import Counter
from builders.deeds import decided
from passbook_desk.features.access.values import Role
from passbook_desk.features.ledger.values import Colour
from passbook_desk.features.redemption.goods.commands import save_outlet
from passbook_desk.features.redemption.goods.demands import demands
from passbook_desk.features.redemption.goods.values import LimitPeriod
from passbook_desk.features.village.policy import RedeemDays
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.points import Points
from passbook_desk.ui.kit.jobs import JobRunner
from passbook_desk.ui.kit.theme import Theme
from passbook_desk.ui.shell.routes import COUNTER, Route

ENTER, F6, F7, F8, F9 = (
    Qt.Key.Key_Return,
    Qt.Key.Key_F6,
    Qt.Key.Key_F7,
    Qt.Key.Key_F8,
    Qt.Key.Key_F9,
)
RED = Colour.RED
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
MINUS, BACK, ESC, TAB = Qt.Key.Key_Minus, Qt.Key.Key_Backspace, Qt.Key.Key_Escape, Qt.Key.Key_Tab


@pytest.fixture
def counter(tmp_path: Path, qtbot: QtBot, theme: Theme, jobs: JobRunner) -> Iterator[Counter]:
    standing = Counter(tmp_path, qtbot, theme, jobs)
    yield standing
    standing.close()


def test_with_a_scanner_soap_and_its_line_in_the_book_take_four_keys(counter: Counter) -> None:
    book = counter.with_book("王建国")
    counter.open()
    counter.comes("王建国")
    assert "王建国" in counter.words()
    assert counter.page._card._points.text() == "40"
    assert "未登折 4 行：从第 1 页 第 1 行起" in counter.words()
    counter.type("1")
    assert counter.chosen() == ("肥皂×1　－5",)
    assert "兑后 35 分" in counter.words()
    assert "待登折 4＋1 行：从第 1 页 第 1 行起" in counter.words()
    counter.keys(F9)
    assert counter.window.nav.here == Route("post", {"book": book, "then": "counter"})
    assert "请放存折，翻到第 1 页" in counter.words()
    counter.keys(ENTER)
    assert "打好了吗？" in counter.words()
    counter.keys(ENTER)
    assert counter.pressed == 4
    assert counter.window.nav.here == COUNTER
    assert paper(counter.shop.village, book)[-1] == "1-5 5 35"
    (slip,) = counter.slips()
    assert (slip.points, slip.items[0].name) == (Points(500), "肥皂")
    assert "账上的行都在折上了" in counter.words()
    assert counter.page._card._points.text() == "35"


def test_without_a_scanner_initials_and_a_digit_find_the_holder_in_nine_keys(counter: Counter) -> None:
    book = counter.with_book("王建国")
    counter.open()
    counter.type("wjg")
    assert not counter.page._found.isHidden()
    counter.type("1")
    assert "王建国" in counter.words()
    assert counter.page._found.isHidden()
    counter.type("1")
    counter.keys(F9, ENTER, ENTER)
    assert counter.pressed == 8
    assert counter.unprinted(book) == 0
    assert len(counter.slips()) == 1


def test_a_household_with_two_books_is_chosen_from_by_digit(counter: Counter) -> None:
    counter.open()
    counter.scan("01002")
    assert counter.page._found.count() == 2
    counter.type("2")
    assert counter.page._card._badge.text() == "红色存折 " + counter.shop.account("李秀英", RED).number


def test_the_same_digit_takes_one_more_and_minus_or_backspace_one_less(counter: Counter) -> None:
    counter.open()
    counter.comes("王建国")
    counter.type("112")
    assert counter.chosen() == ("肥皂×2　－10", "牙膏×1　－10")
    counter.keys(BACK)
    assert counter.chosen() == ("肥皂×2　－10",)
    counter.keys(MINUS)
    assert counter.chosen() == ("肥皂×1　－5",)
    counter.keys(F8)
    assert counter.said() == "换了 肥皂×1，余 35 分"
    assert counter.shop.goods("肥皂").stock == 19
    assert counter.window.nav.here == COUNTER


def test_goods_from_ten_up_take_two_digits_and_enter_at_any_pace(counter: Counter) -> None:
    for number in range(5, 13):
        counter.shop.offer(f"货{number}", "1")
        counter.shop.stocked(f"货{number}", 5)
    counter.open()
    counter.comes("王建国")
    counter.type("12")
    counter.keys(ENTER)
    assert counter.chosen() == ("货12×1　－1",)
    counter.scan("11")
    assert counter.chosen() == ("货12×1　－1", "货11×1　－1")
    counter.type("13")
    assert counter.chosen()[-1] == "肥皂×1　－5", "each digit for itself, and for rice the points are short"
    counter.keys(ENTER)
    assert counter.chosen() == ("货12×1　－1", "货11×1　－1")
    assert "没有 13 号物品" in counter.words()


def test_f7_goes_among_the_goods_and_esc_comes_back(counter: Counter) -> None:
    counter.open()
    counter.comes("王建国")
    counter.keys(F7, Qt.Key.Key_Right, ENTER)
    assert counter.chosen() == ("牙膏×1　－10",)
    counter.keys(ESC)
    assert counter.page._scan.hasFocus()
    assert counter.chosen() == ("牙膏×1　－10",)


def test_tab_reaches_the_rest_of_the_shop_and_a_book_scanned_there_still_counts(counter: Counter) -> None:
    counter.open()
    counter.keys(TAB, TAB)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "shop.goods"
    for digit in counter.shop.account("王建国").number:
        QTest.keyClick(QApplication.focusWidget() or counter.page, Qt.Key(ord(digit)))
    counter.keys(ENTER)
    assert "王建国" in counter.words()


def test_a_barcode_adds_the_goods_and_never_a_book(counter: Counter) -> None:
    counter.shop.offer("洗衣粉", "15", barcode="6901234567892")
    counter.shop.stocked("洗衣粉", 3)
    counter.open()
    counter.scan("6901234567892")
    assert "先扫存折" in counter.words()
    counter.comes("王建国")
    counter.scan("6901234567892")
    assert counter.chosen() == ("洗衣粉×1　－15",)
    assert counter.page._scan.text() == ""
    counter.scan("6900000000000")
    assert "没有找到“6900000000000”" in counter.words()
    assert counter.chosen() == ("洗衣粉×1　－15",)


def test_digits_in_full_width_and_a_chinese_minus_count_as_well(counter: Counter) -> None:
    counter.open()
    counter.comes("王建国")
    counter.composes("１")
    counter.composes("１")
    counter.composes("－")
    assert counter.chosen() == ("肥皂×1　－5",)
    counter.keys(ESC)
    counter.page._scan.setText(
        "２０１０００１７".replace("２０１０００１７", counter.shop.account("王建国").number)
    )
    QTest.keyClick(counter.page._scan, ENTER)
    assert "王建国" in counter.words()
    assert not counter.page._scan.inputMethodQuery(Qt.InputMethodQuery.ImEnabled)


def test_what_is_short_is_said_with_what_can_be_had_instead(counter: Counter) -> None:
    counter.open()
    counter.comes("王建国")
    assert counter.tile("大米").endswith("差10分")
    counter.type("3")
    assert "“大米”还差 10 分，可换：理发(20) 牙膏(10) 肥皂(5)" in counter.words()
    counter.type("4")
    counter.type("4")
    counter.type("2")
    assert "“牙膏”还差 10 分，剩下的分换不了别的。" in counter.words()
    assert counter.chosen() == ("理发×2　－40",)


def test_an_empty_shelf_is_grey_and_the_demand_is_kept_once(counter: Counter) -> None:
    counter.shop.offer("毛巾", "8")
    counter.open()
    assert counter.tile("毛巾").endswith("缺货")
    counter.comes("王建国")
    counter.type("5")
    assert "“毛巾”缺货，已记需求。" in counter.words()
    counter.type("5")
    with counter.shop.village.read() as scope:
        assert [(row.goods_name, row.account.owner_name) for row in demands(scope)] == [("毛巾", "王建国")]
    assert counter.chosen() == ()


def test_the_limit_of_a_household_is_said_with_what_is_left(counter: Counter) -> None:
    counter.shop.offer("鸡蛋", "1", limit=1, per=LimitPeriod.MONTH)
    counter.shop.stocked("鸡蛋", 30)
    counter.open()
    counter.comes("王建国")
    counter.type("55")
    assert counter.chosen() == ("鸡蛋×1　－1",)
    assert "“鸡蛋”每月限1 件" in counter.words()


def test_a_neighbour_collects_and_is_remembered(counter: Counter) -> None:
    counter.open()
    counter.comes("王建国")
    counter.type("1")
    counter.keys(F6)
    QTest.keyClicks(counter.page._card.collector._name.lineEdit(), "Zhao")
    counter.keys(ENTER)
    QTest.keyClicks(counter.page._card.collector._relation, "son")
    counter.keys(ENTER)
    assert counter.page._scan.hasFocus()
    counter.keys(F8)
    (slip,) = counter.slips()
    assert (slip.collector, slip.relation) == ("Zhao", "son")
    counter.keys(ESC)
    counter.comes("王建国")
    assert counter.page._card.collector.name == ""
    counter.type("1")
    counter.keys(F6, ENTER, F8)
    assert [(row.collector, row.relation) for row in counter.slips()] == [("Zhao", "son")] * 2


def test_a_collector_without_a_name_is_asked_for_it(counter: Counter) -> None:
    counter.open()
    counter.comes("王建国")
    counter.type("1")
    counter.keys(F6, F8)
    assert "没有写代领人的姓名" in counter.words()
    assert counter.slips() == ()


def test_a_red_book_that_does_not_redeem_says_why_and_takes_nothing(counter: Counter) -> None:
    decided(counter.shop.village, members_redeem=False)
    counter.open()
    counter.scan(counter.shop.account("李秀英", RED).number)
    assert "本村红色存折不兑换物品" in counter.words()
    counter.type("1")
    assert counter.chosen() == ()


def test_a_book_below_the_line_is_suspended_with_both_figures(counter: Counter) -> None:
    decided(counter.shop.village, suspension_line=Points(6000))
    counter.open()
    counter.comes("王建国")
    assert "停兑：40 分，低于 60 分" in counter.words()
    counter.type("1")
    counter.keys(F8)
    assert counter.slips() == ()


def test_nobody_serves_the_own_household_without_a_signed_sheet(counter: Counter) -> None:
    wang = counter.shop.account("王建国")
    with counter.shop.village.read() as scope:
        head = scope.session.connection().exec_driver_sql(
            "SELECT person_id FROM headship WHERE household_id = ?", (wang.household_id,)
        )
        person_id = head.scalar_one()
    counter.shop.village.actor = worker(counter.shop.village, "王会计", Role.RECORDER, person_id=person_id)
    counter.open()
    counter.comes("王建国")
    counter.type("1")
    counter.keys(F8)
    assert "王会计不能给自家兑换" in counter.words()
    QTest.keyClicks(counter.page._card._sheet, "QZ-7")
    counter.keys(F8)
    (slip,) = counter.slips()
    assert slip.paper_ref == "QZ-7"


def test_outside_the_redemption_day_the_counter_says_when_to_come(counter: Counter) -> None:
    decided(counter.shop.village, redeem_days=RedeemDays.MONTH, redeem_day=3)
    counter.open()
    assert "今天不是兑换日，下次是 2026.6.3" in counter.words()
    counter.comes("王建国")
    counter.type("1")
    assert counter.chosen() == ()
    assert "今天不是兑换日" in counter.words()


def test_a_book_that_was_replaced_is_not_served(counter: Counter) -> None:
    old = counter.with_book("王建国")
    with counter.shop.village.read() as scope:
        number = scope.session.connection().exec_driver_sql("SELECT number FROM book").scalar_one()
    replaced(counter.shop.village, old, lost=True)
    counter.open()
    counter.scan(number)
    assert f"存折 {number} 已挂失" in counter.words()
    assert counter.page._presenter.visit is None


def test_without_a_book_f9_sends_to_f8(counter: Counter) -> None:
    counter.open()
    counter.comes("王建国")
    counter.type("1")
    counter.keys(F9)
    assert "还没有存折。按 F8 只确认" in counter.words()
    counter.keys(F8)
    assert len(counter.slips()) == 1


def test_with_nothing_chosen_f9_prints_what_is_not_in_the_book(counter: Counter) -> None:
    book = counter.with_book("王建国")
    counter.open()
    counter.comes("王建国")
    counter.keys(F9, ENTER, ENTER)
    assert counter.unprinted(book) == 0
    assert counter.slips() == ()
    assert counter.window.nav.here == COUNTER


def test_of_two_outlets_the_one_that_was_chosen_is_remembered(counter: Counter) -> None:
    with counter.shop.village.write() as tx:
        second = save_outlet(tx, new_uid(), "志愿者服务站")
    page = counter.open()
    assert page._outlets.isVisible()
    page._outlets.setCurrentIndex(1)
    page._outlets.activated.emit(1)
    assert counter.tile("肥皂").endswith("缺货")
    assert page._presenter._shelf is not None
    assert page._presenter._shelf.outlet_id == second
