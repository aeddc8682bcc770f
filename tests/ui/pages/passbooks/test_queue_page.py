"""The print centre: what waits, what there is, who has no book yet."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from builders.books import issued, printed, row_of, sent
from builders.offices import Office
from builders.village import booked
from passbook_desk.features.passbooks.books.queries import books
from passbook_desk.ui.pages.passbooks.queue_page import QueuePage
from passbook_desk.ui.shell.routes import Route


class Centre:
    """The page with what it lists."""

    def __init__(self, office: Office, qtbot: QtBot) -> None:
        self.office = office
        self.page = QueuePage(office.tools)
        qtbot.addWidget(self.page)
        self.page.resize(1200, 700)
        self.page.show()

    def rows(self) -> list[tuple[str, ...]]:
        """Book, holder, next place, lines, state of each row."""
        wanted = [0, 2, 5, 6, 7]
        model = self.page._table.model
        return [
            tuple(str(model.index(row, column).data()) for column in wanted)
            for row in range(model.rowCount())
        ]

    def press(self, act: str) -> None:
        button = self.page.findChild(QPushButton, act)
        assert isinstance(button, QPushButton)
        button.click()

    def chips(self, *keys: str) -> Sequence[list[tuple[str, ...]]]:
        found = []
        for key in keys:
            self.page._table.press_chip(key)
            found.append(self.rows())
        return found


@pytest.fixture
def centre(office: Office, qtbot: QtBot) -> Centre:
    return Centre(office, qtbot)


def test_books_with_lines_wait_in_the_order_of_the_village_and_unanswered_ones_say_so(
    centre: Centre,
) -> None:
    office = centre.office
    queue = [issued(office.village, account) for account in office.green]
    booked(office.village, office.green)
    sent(office.village, queue[2])
    centre.page.enter({})
    assert centre.rows() == [
        ("绿折", "王建国", "第 1 页 第 1 行", "1 行", "新折"),
        ("绿折", "李秀英", "第 1 页 第 1 行", "1 行", "新折"),
        ("绿折", "欧阳明", "第 1 页 第 1 行", "1 行", "等答复"),
    ]
    assert centre.page._table._totals.text() == "3 本，未登 3 行。1 本等答复。"


def test_enter_prints_in_one_book_and_f9_in_all_that_are_listed(centre: Centre) -> None:
    office = centre.office
    queue = [issued(office.village, account) for account in office.green]
    booked(office.village, office.green)
    centre.page.enter({})
    QTest.keyClick(centre.page._table.view, Qt.Key.Key_Down)
    QTest.keyClick(centre.page._table.view, Qt.Key.Key_Return)
    centre.press("print.post")
    centre.press("print.strip")
    centre.press("print.booklet")
    assert office.went == [
        Route("post", {"book": queue[1]}),
        Route("post", {"books": tuple(queue)}),
        Route("sheets", {"way": "strip", "books": tuple(queue)}),
        Route("sheets", {"way": "booklet", "books": (queue[1],)}),
    ]


def test_a_grid_and_a_name_narrow_the_queue(centre: Centre) -> None:
    office = centre.office
    for account in office.green:
        issued(office.village, account)
    booked(office.village, office.green)
    centre.page.enter({})
    centre.page._grid.setCurrentIndex(2)
    centre.page._grid.activated.emit(2)
    assert [row[1] for row in centre.rows()] == ["欧阳明"]
    centre.page._grid.setCurrentIndex(0)
    centre.page._grid.activated.emit(0)
    centre.page._presenter.find("李秀英")
    assert [row[1] for row in centre.rows()] == ["李秀英"]
    centre.page._presenter.find(row_of(office.village, 1).number)
    assert [row[1] for row in centre.rows()] == ["王建国"]


def test_whoever_has_no_book_gets_one_with_a_number_and_its_cover_comes_next(centre: Centre) -> None:
    office = centre.office
    issued(office.village, office.green[0])
    centre.page.enter({"shown": "without"})
    assert [row[:2] for row in centre.rows()] == [
        ("绿折", "李秀英"),
        ("红折", "李秀英"),
        ("绿折", "欧阳明"),
    ]
    centre.press("print.issue")
    assert centre.page._form is not None
    centre.page._form.panel.submit()
    with office.village.read() as scope:
        made = tuple(row.id for row in books(scope))
    assert len(made) == 4
    assert office.said.said == ["已发 3 本。"]
    assert office.went == [Route("book_paper", {"kind": "covers", "books": made[1:]})]
    assert centre.chips("without") == [[]]


def test_a_printed_number_is_typed_for_one_book_and_a_wrong_one_stays_in_the_form(centre: Centre) -> None:
    office = centre.office
    centre.page.enter({"shown": "without"})
    QTest.keyClick(centre.page._table.view, Qt.Key.Key_Return)
    form = centre.page._form
    assert form is not None
    form._number.setText("12")
    form.panel.submit()
    assert form.panel.problem_of("number").startswith("“12”不是存折号")
    form._number.setText("880001")
    form.panel.submit()
    assert row_of(office.village, 1).number == "880001"


def test_an_empty_queue_leads_to_those_without_a_book(centre: Centre) -> None:
    office = centre.office
    book = issued(office.village, office.green[0])
    booked(office.village, office.green[:1])
    printed(office.village, book)
    centre.page.enter({})
    assert centre.rows() == []
    centre.page._table._empty._button.click()
    assert centre.page._table.chip == "without"
    assert len(centre.rows()) == 3
    assert [row[4] for row in centre.chips("all")[0]] == ["在用"]


def test_checking_copies_records_calibration_and_kinds_are_one_press_away(centre: Centre) -> None:
    centre.page.enter({})
    for act in ("check.open", "print.copies", "print.log", "print.calibrate", "print.types"):
        centre.press(act)
    assert centre.office.went == [
        Route("check_code"),
        Route("copies"),
        Route("copies", {"log": "books"}),
        Route("calibration"),
        Route("book_types"),
    ]
