"""The entry page under real keys: roll call, single, trouble beside the field, taking back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from builders.pages import Announced, Answers, AtOnce, VillageDesk
from builders.village import Village, household, settled_village
from passbook_desk.documents.fonts import FontBook
from passbook_desk.features.ledger.queries import accounts, balances, recent_vouchers
from passbook_desk.features.ledger.values import Colour
from passbook_desk.kernel.changes import Topic
from passbook_desk.ui.kit.theme import Theme
from passbook_desk.ui.pages.ledger.page import LedgerPage
from passbook_desk.ui.pages.ledger.values import Way
from passbook_desk.ui.shell.tools import Tools


class Bench:
    """The page on a village, as wide as the window leaves it at 14 points."""

    def __init__(self, village: Village, fontbook: FontBook) -> None:
        self.village = village
        self.announced, self.answers = Announced(), Answers()
        tools = Tools(
            desk=VillageDesk(village),
            jobs=AtOnce(),
            clock=village.clock,
            dialogs=self.answers,
            announcer=self.announced,
            fontbook=fontbook,
            go=lambda route: None,
        )
        self.page = LedgerPage(tools)
        self.page.resize(1190, 620)
        self.page.show()
        self.page.activateWindow()
        assert QTest.qWaitForWindowActive(self.page)
        self.page.enter({})

    def item(self, text: str) -> None:
        """Type into the item line and press Enter."""
        line = self.page.head.item
        line.setFocus()
        QTest.keyClicks(line, text)
        QTest.keyClick(line, Qt.Key.Key_Return)

    def save(self) -> None:
        QTest.keyClick(self.page, Qt.Key.Key_F8)

    def vouchers(self) -> int:
        with self.village.read() as scope:
            return len(recent_vouchers(scope, 99))


@pytest.fixture
def bench(theme: Theme, fontbook: FontBook, tmp_path: Path) -> Iterator[Bench]:
    theme.set_size(14)
    village = settled_village(tmp_path)
    with village.write() as tx:
        for number in range(3, 73):
            household(tx, f"01{number:03d}", f"王家{number}")
    made = Bench(village, fontbook)
    yield made
    made.page.close()
    made.page.deleteLater()


def test_a_grid_is_ticked_and_saved_by_keys_alone_and_taken_back(bench: Bench) -> None:
    bench.item("101")
    bench.page.head.choose_grid("01")
    wall = bench.page.wall
    wall.setFocus()
    QTest.keyClick(wall, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(wall, Qt.Key.Key_Right)
    QTest.keyClick(wall, Qt.Key.Key_Space)
    assert len(wall.ticked) == 71
    bench.save()
    assert bench.announced.said == ["已记 71 户 ＋710 分"]
    assert wall.ticked == ()
    assert bench.announced.undo is not None
    bench.announced.undo()
    with bench.village.read() as scope:
        assert {str(row.balance) for row in balances(scope)} == {"0"}


def test_at_fourteen_points_fifty_households_are_in_sight(bench: Bench) -> None:
    bench.item("101")
    bench.page.head.choose_grid("01")
    assert bench.page.wall.shown_count() >= 50


def test_typing_a_number_jumps_to_its_tile(bench: Bench) -> None:
    bench.page.head.choose_grid("01")
    wall = bench.page.wall
    QTest.keyClicks(wall, "045")
    assert wall.tiles[wall.currentIndex().row()].short_code == "045"


def test_what_was_recorded_that_day_is_not_ticked_by_ticking_all(bench: Bench) -> None:
    bench.item("101")
    bench.page.head.choose_grid("01")
    wall = bench.page.wall
    wall.toggle(0)
    bench.save()
    wall.tick_all()
    assert len(wall.ticked) == 71
    assert wall.tiles[0].account.id not in wall.ticked


def test_ticks_outlive_leaving_the_page_and_news_from_elsewhere(bench: Bench) -> None:
    drafts: list[int] = []
    bench.page.drafts_changed.connect(drafts.append)
    bench.page.head.choose_grid("01")
    bench.page.wall.toggle(4)
    assert bench.page.leave()
    bench.page.refresh(frozenset({Topic.LEDGER}))
    bench.page.enter({})
    assert len(bench.page.wall.ticked) == 1
    assert drafts[-1] == 1


def test_what_is_missing_is_said_beside_its_field_and_nothing_is_written(bench: Bench) -> None:
    bench.save()
    assert set(bench.page.head.said) == {"item"}
    bench.item("205")
    bench.save()
    assert set(bench.page.head.said) == {"account"}
    bench.page.head.choose_grid("01")
    bench.page.wall.toggle(0)
    bench.save()
    assert set(bench.page.head.said) == {"points"}
    bench.page.head.points.setText("12")
    bench.page.head.day.edit.setText("")
    QTest.keyClicks(bench.page.head.day.edit, "13.45")
    bench.save()
    assert set(bench.page.head.said) == {"occurred_on"}
    assert bench.vouchers() == 0


def test_one_household_is_found_by_name_and_recorded(bench: Bench) -> None:
    with bench.village.read() as scope:
        account = accounts(scope, colour=Colour.GREEN)[0]
    bench.page.enter({"account": account.id})
    assert bench.page.way is Way.SINGLE
    bench.item("753")
    bench.page.head.points.setText("5")
    bench.save()
    assert bench.announced.said == ["已记 1 户 扣 －5 分"]
    finder = bench.page.finder
    assert finder.text() == ""
    finder.setFocus()
    finder.setText("02001")
    QTest.keyClick(finder, Qt.Key.Key_Return)
    assert "欧阳明" in finder.text()


def test_a_recent_act_is_taken_back_with_a_reason(bench: Bench) -> None:
    bench.item("101")
    bench.page.head.choose_grid("02")
    bench.page.wall.tick_all()
    bench.save()
    recent = bench.page.panels.recent
    button = recent.findChild(QPushButton, "ledger.reverse")
    assert button is not None
    assert not button.isEnabled()
    recent._table.view.selectRow(0)
    button.click()
    assert bench.answers.asked == ["冲销“参加环境整治”共 1 笔？原来的行留着，另记一行红字。"]
    assert bench.announced.said[-1] == "已冲销 1 笔。"
    recent._table.view.selectRow(0)
    assert not button.isEnabled()


def test_the_home_page_leads_to_the_grid_that_is_silent(bench: Bench) -> None:
    bench.page.enter({"grid": "02"})
    assert bench.page.way is Way.ROLL
    assert [tile.account.owner_name for tile in bench.page.wall.tiles] == ["欧阳明"]


def test_enter_leads_from_the_item_to_the_wall_and_from_the_book_to_saving(bench: Bench) -> None:
    bench.page.head.choose_grid("01")
    bench.item("101")
    assert bench.page.wall.hasFocus()
    bench.item("205")
    assert bench.page.head.points.hasFocus()
    bench.page._ways.button(2).click()
    bench.page.head.points.setText("15")
    QTest.keyClick(bench.page.head.points, Qt.Key.Key_Return)
    finder = bench.page.finder
    assert finder.hasFocus()
    finder.setText("02001")
    QTest.keyClick(finder, Qt.Key.Key_Return)
    button = bench.page.act_button("ledger.save")
    assert button is not None
    assert button.hasFocus()
    button.click()
    assert bench.announced.said == ["已记 1 户 ＋15 分"]


def test_what_was_typed_without_choosing_goes_away(bench: Bench) -> None:
    bench.item("101")
    line = bench.page.head.item
    line.setFocus()
    QTest.keyClicks(line, "999")
    bench.page.head.memo.setFocus()
    assert line.text() == "101 参加环境整治  ＋10"


def test_f7_lists_all_items_and_escape_closes_the_list_before_anything_else(bench: Bench) -> None:
    bench.item("101")
    line = bench.page.head.item
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_F7)
    assert line._shown is not None
    assert line._shown.count() == len(bench.page._presenter.choices(""))
    QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert line._shown is None
    assert line.text() == "101 参加环境整治  ＋10"
    QTest.keyClick(line, Qt.Key.Key_F7)
    QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert line.text().startswith("102 ")


def test_a_recent_act_is_moved_to_another_item_with_a_reason(bench: Bench) -> None:
    bench.item("101")
    bench.page.head.choose_grid("02")
    bench.page.wall.tick_all()
    bench.save()
    recent = bench.page.panels.recent
    bench.page._more.click()
    recent._table.view.selectRow(0)
    button = recent.findChild(QPushButton, "ledger.move")
    assert button is not None
    button.click()
    QTest.keyClicks(recent._item, "102")
    QTest.keyClick(recent._item, Qt.Key.Key_Return)
    assert bench.answers.asked == ["把“参加环境整治”共 1 笔改成“参加打扫卫生”？原来的行冲销，另记新的。"]
    assert bench.announced.said[-1] == "已改成“参加打扫卫生”：1 笔 ＋2 分"


def test_a_code_typed_faster_than_the_list_follows_is_the_one_that_counts(bench: Bench) -> None:
    line = bench.page.head.item
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_F7)
    QTest.keyClicks(line, "205")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert line.text().startswith("205 ")
    line.setFocus()
    QTest.keyClicks(line, "1")
    QTest.qWait(260)
    QTest.keyClicks(line, "02")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert line.text().startswith("102 ")
