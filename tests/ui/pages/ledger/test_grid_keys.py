"""The grid and the single book under real keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from passbook_desk.features.ledger.queries import accounts, lines
from passbook_desk.features.ledger.values import Colour
from passbook_desk.features.village.commands import change_policy
from passbook_desk.features.village.policy import VillagePolicy
from passbook_desk.ui.kit.theme import Theme
from passbook_desk.ui.pages.ledger.lines import Cell
from passbook_desk.ui.pages.ledger.values import Way
from ui.pages.ledger.conftest import MakeBench, PageBench

_ENTER = Qt.Key.Key_Return


@pytest.fixture
def bench(make_bench: MakeBench) -> PageBench:
    made = make_bench(5)
    made.page._ways.button(1).click()
    assert made.page.way is Way.GRID
    return made


def fill(bench: PageBench, book: str, item: str, points: str = "", memo: str = "") -> None:
    """A line from its first cell to the day, by Enter alone."""
    for text in (book, item, points, memo):
        bench.type(text)
        bench.key(_ENTER)


def test_two_lines_by_keys_alone_are_one_act(bench: PageBench) -> None:
    fill(bench, "01001", "101", "", "扫街")
    bench.key(_ENTER, _ENTER)
    fill(bench, "02001", "205", "5*3", "..")
    assert bench.page.grid_side.grid.place == (1, Cell.DAY)
    bench.key(Qt.Key.Key_F8)
    assert bench.announced.said == ["已记 2 户 ＋25 分"]
    assert bench.vouchers() == 1
    with bench.village.read() as scope:
        second = next(row for row in accounts(scope) if row.owner_code == "02001")
        (line,) = lines(scope, second.id)
    assert (str(line.points), line.memo) == ("15", "扫街")


def test_initials_offer_a_list_and_a_digit_picks_from_it(bench: PageBench) -> None:
    bench.type("wj")
    bench.settle()
    bench.type("2")
    sheet = bench.page._presenter.lines
    assert sheet.lines[0].book is not None
    assert sheet.lines[0].book.owner_name.startswith("王")
    assert bench.page.grid_side.grid.place == (0, Cell.ITEM)


def test_a_name_composed_with_an_input_method_is_found(bench: PageBench) -> None:
    editor = bench.focus
    QApplication.sendEvent(editor, QInputMethodEvent("ou'yang", []))
    committed = QInputMethodEvent()
    committed.setCommitString("欧阳明")
    QApplication.sendEvent(editor, committed)
    bench.settle()
    bench.key(_ENTER)
    book = bench.page._presenter.lines.lines[0].book
    assert book is not None
    assert book.owner_code == "02001"


def test_the_signs_of_a_chinese_keyboard_repeat_the_cell_above(bench: PageBench) -> None:
    fill(bench, "01001", "101", "", "扫街")
    bench.key(_ENTER, _ENTER)
    for _ in range(2):
        bench.type("。。")
        bench.key(_ENTER)
    bench.type("＝")
    bench.key(_ENTER)
    bench.type("、、")
    bench.key(_ENTER)
    first, second = bench.page._presenter.lines.lines[:2]
    assert (second.book, second.item, second.texts[Cell.MEMO]) == (first.book, first.item, "扫街")
    assert str(second.worth()) == "10"


def test_what_cannot_be_read_is_said_below_by_row_and_the_clerk_stands_there(bench: PageBench) -> None:
    fill(bench, "01001", "101")
    bench.page.grid_side.grid.stand_in(1, Cell.MEMO)
    bench.type("扫街")
    bench.key(Qt.Key.Key_F8)
    assert bench.page.grid_side.said.splitlines() == [
        "⚠ 第 2 行：没有写户，写首字母或户编号。",
        "⚠ 第 2 行：没有写事项，按 F7 看全部。",
    ]
    assert bench.page.grid_side.grid.place[0] == 1
    assert bench.vouchers() == 0


def test_an_unknown_item_stays_in_its_cell_and_is_named(bench: PageBench) -> None:
    bench.type("01001")
    bench.key(_ENTER)
    bench.type("999")
    bench.key(Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    assert "第 1 行：没有“999”这个事项，按 F7 看全部。" in bench.page.grid_side.said
    bench.key(Qt.Key.Key_Up)
    assert bench.page._presenter.lines.lines[0].texts[Cell.ITEM] == "999"


def test_f7_lists_the_items_and_enter_takes_one(bench: PageBench) -> None:
    bench.key(Qt.Key.Key_F7)
    bench.key(Qt.Key.Key_Down, _ENTER)
    assert bench.page._presenter.lines.lines[0].texts[Cell.ITEM] == "102"
    assert bench.page.grid_side.grid.place == (0, Cell.POINTS)


def test_control_d_insert_and_control_delete(bench: PageBench) -> None:
    fill(bench, "01001", "101", "", "扫街")
    bench.key(Qt.Key.Key_Down)
    grid, sheet = bench.page.grid_side.grid, bench.page._presenter.lines
    grid.stand_in(1, Cell.MEMO)
    bench.key(Qt.Key.Key_D, held=Qt.KeyboardModifier.ControlModifier)
    assert sheet.lines[1].texts[Cell.MEMO] == "扫街"
    bench.key(Qt.Key.Key_Insert)
    assert [line.is_blank for line in sheet.lines] == [False, True, False, True]
    bench.key(Qt.Key.Key_Delete, held=Qt.KeyboardModifier.ControlModifier)
    assert [line.is_blank for line in sheet.lines] == [False, False, True]


def test_rows_copied_in_wps_are_pasted_with_control_v(bench: PageBench) -> None:
    QGuiApplication.clipboard().setText("户编号\t事项\t分值\n01001\t101\t\n01002\t205\t12\n没有的户\t101\t\n")
    bench.key(Qt.Key.Key_V, held=Qt.KeyboardModifier.ControlModifier)
    bench.key(Qt.Key.Key_F8)
    assert bench.vouchers() == 0
    assert "第 3 行：找不到“没有的户”" in bench.page.grid_side.said
    bench.key(Qt.Key.Key_Delete, held=Qt.KeyboardModifier.ControlModifier)
    bench.key(Qt.Key.Key_F8)
    assert bench.announced.said == ["已记 2 户 ＋22 分"]


def test_a_line_that_a_rule_leaves_out_stays_and_can_be_confirmed(bench: PageBench) -> None:
    fill(bench, "01001", "201")
    bench.key(_ENTER, _ENTER)
    fill(bench, "01001", "201")
    bench.key(Qt.Key.Key_F8)
    assert bench.announced.said == ["已记 1 户 ＋1 分"]
    side = bench.page.grid_side
    assert side.said.startswith("⚠ 第 1 行：王建国")
    button = next(one for one in side.findChildren(QPushButton) if one.text() == "第 1 行仍要记")
    assert button.isVisible()
    button.click()
    bench.page._presenter.preview_lines()
    bench.key(Qt.Key.Key_F8)
    assert bench.vouchers() == 2


def test_the_lenient_day_and_today_by_key(bench: PageBench) -> None:
    grid, sheet = bench.page.grid_side.grid, bench.page._presenter.lines
    grid.stand_in(0, Cell.DAY)
    bench.type("5.20")
    grid.stand_in(0, Cell.DAY)
    model = grid.model()
    assert str(model.index(0, 1 + Cell.DAY).data()).startswith("5.20 周三")
    bench.key(Qt.Key.Key_F5)
    assert sheet.lines[0].day == bench.village.clock.today()


@pytest.mark.parametrize("size", [12, 14, 18])
def test_rows_are_high_and_nothing_is_scrolled_sideways(bench: PageBench, theme: Theme, size: int) -> None:
    theme.set_size(size)
    QApplication.processEvents()
    grid = bench.page.grid_side.grid
    assert grid.rowHeight(0) >= 34
    assert sum(grid.columnWidth(column) for column in range(8)) <= grid.viewport().width()


def test_one_book_takes_at_most_ten_keys_from_its_card(make_bench: MakeBench) -> None:
    bench = make_bench(5)
    with bench.village.read() as scope:
        account = accounts(scope, colour=Colour.GREEN)[0]
    bench.page.enter({"account": account.id})
    pressed = 0
    for text, keys in (("205", (_ENTER,)), ("15", (Qt.Key.Key_F8,))):
        bench.type(text)
        bench.key(*keys)
        pressed += len(text) + len(keys)
    assert bench.announced.said == ["已记 1 户 ＋15 分"]
    assert pressed <= 10


def test_one_book_that_has_the_deed_is_entered_again_only_when_asked_for(make_bench: MakeBench) -> None:
    bench = make_bench(5)
    with bench.village.read() as scope:
        account = accounts(scope, colour=Colour.GREEN)[0]
    for _ in range(2):
        bench.page.enter({"account": account.id})
        bench.item("201")
        bench.key(Qt.Key.Key_F8)
    assert bench.vouchers() == 1
    assert "没有记" in bench.page.message.words
    again = next(one for one in bench.page.message.findChildren(QPushButton) if one.text() == "仍要记")
    again.click()
    assert bench.vouchers() == 2


def test_under_steps_of_review_the_bar_leads_to_the_review(make_bench: MakeBench) -> None:
    bench = make_bench(5)
    with bench.village.write() as tx:
        change_policy(tx, VillagePolicy(review=True))
    bench.item("101")
    bench.page.head.choose_grid("01")
    bench.page.wall.tick_all()
    bench.key(Qt.Key.Key_F8)
    assert bench.announced.said == ["5 户 进入待审 ＋50 分"]
    go = next(one for one in bench.page.message.findChildren(QPushButton) if one.text() == "去审核")
    go.click()
    assert [route.name for route in bench.went] == ["claims"]


def test_f4_repeats_a_batch_by_its_digit(make_bench: MakeBench) -> None:
    bench = make_bench(5)
    bench.item("201")
    bench.page.head.choose_grid("01")
    bench.page.wall.toggle(1)
    bench.page.wall.toggle(3)
    bench.key(Qt.Key.Key_F8)
    QTest.keyClick(bench.page, Qt.Key.Key_F4)
    assert bench.page.panels.frequent.isVisible()
    bench.key(Qt.Key.Key_1)
    assert len(bench.page.wall.ticked) == 2
    assert bench.page.head.item.text().startswith("201 ")
    assert not bench.page.panels.frequent.isVisible()


def test_the_draft_is_kept_two_seconds_after_a_tick_and_offered_again(make_bench: MakeBench) -> None:
    bench = make_bench(5)
    counts: list[int] = []
    bench.page.drafts_changed.connect(counts.append)
    bench.item("101")
    bench.page.head.choose_grid("01")
    bench.page.wall.toggle(0)
    assert bench.page._draft_timer.isActive()
    assert 0 < bench.page._draft_timer.remainingTime() <= 2000
    bench.page._draft_timer.timeout.emit()
    assert counts[-1] == 1
    again = make_bench(drafts=bench.drafts, village=bench.village)
    assert again.page._drafts.words == "上次没存的点名（1 户）"
    next(one for one in again.page._drafts.findChildren(QPushButton) if one.text() == "继续").click()
    assert len(again.page.wall.ticked) == 1
    assert again.page._drafts.words == ""
    again.page._draft_timer.stop()
    bench.page._draft_timer.stop()


def test_another_operator_finds_an_empty_grid_and_may_type_at_once(bench: PageBench) -> None:
    fill(bench, "01001", "101")
    bench.page.grid_side.grid.stand_in(1, Cell.MEMO)
    bench.drafts.who = "village-2"
    bench.page.refresh(bench.page.topics)
    assert [line.is_blank for line in bench.page._presenter.lines.lines] == [True]
    bench.page.grid_side.grid.take_focus()
    fill(bench, "02001", "101")
    bench.key(Qt.Key.Key_F8)
    assert bench.announced.said == ["已记 1 户 ＋10 分"]


def test_control_enter_saves_from_the_middle_of_a_cell_and_from_the_wall(bench: PageBench) -> None:
    bench.type("01001")
    bench.key(_ENTER)
    bench.type("101")
    bench.key(_ENTER)
    bench.type("=")
    bench.key(_ENTER, held=Qt.KeyboardModifier.ControlModifier)
    assert bench.announced.said == ["已记 1 户 ＋10 分"]
    bench.page._ways.button(0).click()
    bench.item("101")
    bench.page.head.choose_grid("02")
    bench.page.wall.setFocus()
    bench.key(Qt.Key.Key_Space)
    bench.key(_ENTER, held=Qt.KeyboardModifier.ControlModifier)
    assert bench.announced.said[-1] == "已记 1 户 ＋10 分"
    assert bench.vouchers() == 2


def test_escape_takes_back_what_was_typed_into_a_cell(bench: PageBench) -> None:
    fill(bench, "01001", "101")
    grid, sheet = bench.page.grid_side.grid, bench.page._presenter.lines
    grid.stand_in(0, Cell.ITEM)
    bench.type("99")
    bench.key(Qt.Key.Key_Escape)
    grid.stand_in(0, Cell.MEMO)
    assert sheet.lines[0].texts[Cell.ITEM] == "101"
