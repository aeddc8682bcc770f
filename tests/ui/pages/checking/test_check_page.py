"""核验 as the clerk sees it: one field, a large answer, the way to the household."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from builders.books import account_ids, issued, plan_of, printed, replaced, row_of
from builders.pages import Announced, Answers, AtOnce, VillageDesk
from builders.village import Village, booked, settled_village
from passbook_desk.documents.fonts import FontBook
from passbook_desk.features.ledger.commands import reverse_lines
from passbook_desk.features.ledger.values import ReverseLines
from passbook_desk.kernel.ids import new_uid
from passbook_desk.ui.kit.theme import Theme
from passbook_desk.ui.pages.checking.page import CheckPage
from passbook_desk.ui.shell.routes import Route
from passbook_desk.ui.shell.tools import Tools


@dataclass
class Bench:
    """The page on a village with a book of two lines."""

    qtbot: QtBot
    village: Village
    fontbook: FontBook
    way: list[Route] = field(default_factory=list)

    def __post_init__(self) -> None:
        account = account_ids(self.village)[0]
        booked(self.village, (account,))
        booked(self.village, (account,), item="102")
        self.book = issued(self.village, account)
        self.codes = [line.code for line in plan_of(self.village, self.book).lines]
        printed(self.village, self.book)
        desk, said = VillageDesk(self.village), Announced()
        self.page = CheckPage(
            Tools(desk, AtOnce(), self.village.clock, Answers(), said, self.fontbook, self.way.append)
        )
        self.qtbot.addWidget(self.page)
        self.page.resize(1200, 640)
        self.page.show()
        self.page.enter({})

    def types(self, code: str) -> None:
        """As a keyboard-type scanner does: the characters, then Enter."""
        self.page._code.clear()
        QTest.keyClicks(self.page._code, code)
        QTest.keyClick(self.page._code, Qt.Key.Key_Return)
        QApplication.processEvents()

    def words(self) -> list[str]:
        return [label.text() for label in self.page.findChildren(QLabel) if label.isVisible()]

    def table(self) -> list[tuple[str, ...]]:
        model = self.page._table.model
        return [
            tuple(str(model.index(row, column).data()) for column in range(1, model.columnCount()))
            for row in range(model.rowCount())
        ]


@pytest.fixture
def bench(qtbot: QtBot, theme: Theme, tmp_path: Path, fontbook: FontBook) -> Bench:
    return Bench(qtbot, settled_village(tmp_path), fontbook)


def test_a_code_that_is_right_is_answered_with_whose_line_it_is(bench: Bench) -> None:
    assert bench.page.focusWidget() is bench.page._code
    bench.types(bench.codes[0].lower())
    words = bench.words()
    said = ("✓", "真的", "王建国　01001", "第 1 页第 1 行", "2026.5.20　参加环境整治", "10 分，结余 10 分")
    assert set(said) <= set(words)
    assert bench.page._code.selectedText() == bench.codes[0].lower()


def test_the_next_code_takes_the_place_of_the_last_and_both_stay_in_the_list(bench: Bench) -> None:
    bench.types(bench.codes[0])
    bench.types(bench.codes[1][:7] + ("2" if bench.codes[1][7] != "2" else "3"))
    words = bench.words()
    assert "校验位不对，请再看一眼" in words
    assert "王建国　01001" not in words
    number = row_of(bench.village, bench.book).number
    assert [row[1:] for row in bench.table()] == [
        ("✕ 校验位不对，请再看一眼", ""),
        ("✓ 真的", f"{number}，王建国　01001"),
    ]
    bench.page._table.opened.emit(bench.page._table.model.row_at(1))
    QApplication.processEvents()
    assert "真的" in bench.words()


def test_what_came_after_is_said_in_words_beside_its_mark(bench: Bench) -> None:
    with bench.village.write() as tx:
        reverse_lines(tx, ReverseLines(new_uid(), (1,), "记错了"))
    bench.types(bench.codes[0])
    words = bench.words()
    assert {"⚠", "真的，后来冲销了"} <= set(words)
    assert any(word.endswith("第 3 行冲销了它。") for word in words)


def test_a_barred_book_is_told_when_its_number_is_scanned(bench: Bench) -> None:
    old = row_of(bench.village, bench.book).number
    new = row_of(bench.village, replaced(bench.village, bench.book, lost=True)).number
    bench.types(old)
    words = bench.words()
    assert {"⚠", "这本已挂失", "已挂失", f"接着用的是存折 {new}。"} <= set(words)
    assert "2026.6.1 挂失（丢了），请不要再凭它办事。" in words


def test_from_the_answer_the_household_is_one_press_away(bench: Bench) -> None:
    button = bench.page._household_button
    assert not button.isVisible()
    bench.types("ABCDEFGHJK")
    assert "不是本村打的，或抄错了" in bench.words()
    assert not button.isVisible()
    bench.types(bench.codes[0])
    button.click()
    account = row_of(bench.village, bench.book).account
    assert bench.way == [Route("household", {"id": account.household_id})]


def test_a_route_may_bring_its_code_along_and_an_empty_line_asks_nothing(bench: Bench) -> None:
    bench.types("  ")
    assert bench.table() == []
    bench.page.enter({"code": bench.codes[1]})
    QApplication.processEvents()
    assert "真的" in bench.words()
