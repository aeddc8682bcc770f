"""Continuing books at the printer: sent, asked, turned, full, lost power, one book after another."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListWidget
from pytestqt.qtbot import QtBot

from builders.books import issued, paper, replaced, row_of, sent, small_type
from builders.offices import FLATBED, LASER, Office
from builders.pages import AtOnce
from builders.village import booked
from passbook_desk.documents.correction import Correction
from passbook_desk.documents.page import texts
from passbook_desk.documents.print_exchange import Measured
from passbook_desk.features.access.model import Operator
from passbook_desk.features.passbooks.books.queries import books_waiting
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.jobs import Progress
from passbook_desk.ui.pages.passbooks.post_page import PostPage
from passbook_desk.ui.shell.routes import Route

Result = TypeVar("Result")
ENTER = Qt.Key.Key_Return


class Counter:
    """The page with a clerk at its keys."""

    def __init__(self, office: Office, qtbot: QtBot) -> None:
        self.office = office
        self.page = PostPage(office.tools, office.printers)
        qtbot.addWidget(self.page)
        self.page.resize(1200, 700)
        self.page.show()

    def words(self) -> str:
        labels = self.page.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    def keys(self, *keys: Qt.Key) -> None:
        """Keys go to the list while a question is open, else to the page."""
        for key in keys:
            asked = self.page._question.isVisible()
            QTest.keyClick(self.page._question.findChild(QListWidget) if asked else self.page, key)

    @property
    def button(self) -> str:
        """What the blue button of the question says."""
        return self.page._question._done.text()

    @property
    def acts(self) -> list[str]:
        return [act.id for act in self.page.actions_shown]

    def paper_of(self, sheet: int) -> list[str]:
        """The line numbers of the account on a sheet that left."""
        page = self.office.printers.sheets[sheet].page
        return [text for text in texts(page) if text.isdecimal() and int(text) < 10]


@pytest.fixture
def counter(office: Office, qtbot: QtBot) -> Counter:
    return Counter(office, qtbot)


def test_two_keys_after_the_holder_is_found_the_page_is_at_the_printer(counter: Counter) -> None:
    office = counter.office
    booked(office.village, office.green[:1])
    book = issued(office.village, office.green[0])
    counter.page.enter({"accounts": office.green[:1]})
    assert "王建国" in counter.words()
    assert "第 1 页 第 1 行，1 行" in counter.words()
    assert "请放存折，翻到第 1 页" in counter.words()
    counter.keys(ENTER)
    (sheet,) = office.printers.sheets
    assert (sheet.printer, sheet.title) == (LASER, row_of(office.village, book).number)
    assert paper(office.village, book) == []
    assert "打好了吗？" in counter.words()
    counter.keys(ENTER)
    assert paper(office.village, book) == ["1-1 1 10"]
    assert office.said.said == ["登折 1 本，1 行。"]
    assert office.went == [Route("print")]


def test_what_is_seen_is_what_goes_to_the_printer_but_for_its_correction(counter: Counter) -> None:
    office = counter.office
    booked(office.village, office.green[:1])
    book = issued(office.village, office.green[0])
    measured = Correction(1.2, -0.8, 1.002, 1.0)
    office.corrections.measured.append(Measured(FLATBED, 130.0, 180.0, measured, date(2026, 6, 1)))
    counter.page.enter({"book": book})
    assert "右移 1.2 毫米，上移 0.8 毫米，宽 ×1.002" in counter.words()
    shown = counter.page._sheet.page
    assert shown is not None
    counter.keys(ENTER)
    (sheet,) = office.printers.sheets
    assert sheet.printer == FLATBED
    assert sheet.page.correction == measured
    assert (sheet.page.items, sheet.page.width, sheet.page.height) == (shown.items, 130.0, 180.0)
    assert (shown.correction.right_mm, shown.correction.scale_x) == (0.0, 1.0)


def test_after_a_jam_the_missing_lines_go_out_once_more(counter: Counter) -> None:
    office = counter.office
    for _ in range(12):
        booked(office.village, office.green[:1])
    book = issued(office.village, office.green[0])
    counter.page.enter({"book": book})
    counter.keys(ENTER)
    counter.keys(Qt.Key.Key_1, Qt.Key.Key_1)
    assert counter.button == "从第 11 行起没打上  Enter"
    counter.keys(ENTER)
    assert "第 1 页 第 11–12 行，2 行" in counter.words()
    counter.keys(ENTER, ENTER)
    assert [line.split()[1] for line in paper(office.village, book)] == [str(n) for n in range(1, 13)]


def test_a_spoilt_line_takes_its_place_and_goes_out_on_the_next_one(counter: Counter) -> None:
    office = counter.office
    for _ in range(3):
        booked(office.village, office.green[:1])
    book = issued(office.village, office.green[0])
    counter.page.enter({"book": book})
    counter.keys(ENTER, Qt.Key.Key_2)
    counter.page._question._spoilt.click()
    assert "第 1 页 第 3–4 行，2 行" in counter.words()
    counter.keys(ENTER, ENTER)
    assert paper(office.village, book) == ["1-1 1 10", "1-2 废 20", "1-3 2 20", "1-4 3 30"]


def test_a_printer_that_is_off_asks_with_nothing_printed_and_the_lines_stay(counter: Counter) -> None:
    office = counter.office
    booked(office.village, office.green[:1])
    book = issued(office.village, office.green[0])
    counter.page.enter({"book": book})
    office.printers.works = False
    counter.keys(ENTER)
    assert counter.page.message.words == "打印机没有准备好，可能没打上。看看折，再答下面这一问。"
    assert counter.button == "从第 1 行起没打上  Enter"
    counter.keys(ENTER)
    assert paper(office.village, book) == []
    office.printers.works = True
    counter.keys(ENTER, ENTER)
    assert paper(office.village, book) == ["1-1 1 10"]


def test_lines_are_written_down_as_sent_before_the_printer_gets_them(counter: Counter) -> None:
    office = counter.office
    booked(office.village, office.green[:1])
    book = issued(office.village, office.green[0])
    seen: list[bool] = []
    office.printers.meanwhile = lambda: seen.append(row_of(office.village, book).open_print)
    counter.page.enter({"book": book})
    counter.keys(ENTER)
    assert seen == [True]


def test_a_page_turn_is_said_and_not_an_error_and_a_full_book_gets_a_new_one(counter: Counter) -> None:
    office = counter.office
    for _ in range(9):
        booked(office.village, office.green[:1])
    book = issued(office.village, office.green[0], small_type(office.village))
    counter.page.enter({"book": book})
    assert "这一页打好后，还有 4 行在后面的页。" in counter.words()
    counter.keys(ENTER, ENTER)
    assert "请翻到第 2 页" in counter.words()
    assert counter.page.message.words == ""
    counter.keys(ENTER, ENTER)
    assert "折上没有空行了，还有 2 行没登，请换折。" in counter.words()
    counter.keys(ENTER)
    assert "已换折，新折" in counter.page.message.words
    assert "第 2 页 第 5 行，1 行" in counter.words()
    counter.keys(ENTER, ENTER)
    assert "这是新折，封面和首页打过了再登折。" in counter.page.message.words
    counter.keys(ENTER, ENTER)
    with office.village.read() as scope:
        assert books_waiting(scope) == ()
    assert paper(office.village, book)[-1] == "2-5 to_book 70"
    assert office.said.said == ["登折 2 本，13 行。"]


def test_a_print_that_nobody_answered_is_asked_about_first(counter: Counter) -> None:
    office = counter.office
    booked(office.village, office.green[:1])
    book = issued(office.village, office.green[0])
    sent(office.village, book)
    booked(office.village, office.green[:1])
    counter.page.enter({"account": office.green[0]})
    assert "送出的登折，第 1 页 第 1 行，还没有答复。" in counter.words()
    assert counter.acts == ["post.next"]
    counter.keys(ENTER)
    assert paper(office.village, book) == ["1-1 1 10"]
    assert "第 1 页 第 2 行，1 行" in counter.words()


def test_a_queue_goes_from_book_to_book_and_leaves_out_what_is_put_off(counter: Counter) -> None:
    office = counter.office
    booked(office.village, office.green)
    queue = [issued(office.village, account) for account in office.green]
    counter.page.enter({"books": tuple(queue)})
    assert counter.page.title == "登折　第 1 本，共 3 本"
    counter.keys(ENTER, ENTER)
    assert "李秀英" in counter.words()
    counter.page._presenter.skip()
    assert "欧阳明" in counter.words()
    counter.keys(ENTER, ENTER)
    assert office.said.said == ["登折 2 本，2 行。留下 1 本以后登。"]
    assert [sheet.title for sheet in office.printers.sheets] == [
        row_of(office.village, queue[0]).number,
        row_of(office.village, queue[2]).number,
    ]


def test_the_books_of_a_household_come_green_first_and_only_those_that_wait(counter: Counter) -> None:
    office = counter.office
    green, red = issued(office.village, office.green[1]), issued(office.village, office.red)
    booked(office.village, (office.red,), item="801")
    counter.page.enter({"accounts": (office.red, office.green[1])})
    assert "红折" in counter.words()
    assert counter.page.title == "登折"
    booked(office.village, office.green[1:2])
    counter.page.enter({"accounts": (office.red, office.green[1])})
    assert "绿折" in counter.words()
    counter.keys(ENTER, ENTER, ENTER, ENTER)
    assert [len(paper(office.village, book)) for book in (green, red)] == [1, 1]


def test_an_account_without_a_book_leads_to_issuing_one(counter: Counter) -> None:
    office = counter.office
    counter.page.enter({"account": office.green[0]})
    assert counter.page.message.words == "还没有存折。先发一本，或接手村里原来手写的折。"
    counter.page.message._run()
    assert office.went == [Route("books", {"account": office.green[0]})]


def test_a_book_with_all_lines_on_paper_says_so_and_prints_nothing(counter: Counter) -> None:
    office = counter.office
    book = issued(office.village, office.green[0])
    counter.page.enter({"book": book})
    assert "账上的行都在折上了。" in counter.words()
    assert counter.acts == ["books.open", "books.centre"]
    counter.keys(ENTER)
    assert office.printers.sheets == []
    assert office.went == [Route("print")]


def test_a_deed_recorded_meanwhile_shows_the_new_plan_before_anything_is_sent(counter: Counter) -> None:
    office = counter.office
    booked(office.village, office.green[:1])
    book = issued(office.village, office.green[0], small_type(office.village))
    counter.page.enter({"book": book})
    replaced(office.village, book, lost=True)
    counter.keys(ENTER)
    assert office.printers.sheets == []
    assert counter.page.message.words != ""


def test_without_a_printer_the_page_becomes_a_file_and_is_asked_about_as_well(
    office: Office, qtbot: QtBot, tmp_path: Path
) -> None:
    office.printers.known = ()
    counter = Counter(office, qtbot)
    booked(office.village, office.green[:1])
    book = issued(office.village, office.green[0])
    office.answers.file = tmp_path / "登折.pdf"
    counter.page.enter({"book": book})
    assert "post.print" not in counter.acts
    counter.keys(ENTER)
    assert office.answers.file.read_bytes().startswith(b"%PDF")
    assert paper(office.village, book) == []
    counter.keys(ENTER)
    assert paper(office.village, book) == ["1-1 1 10"]


def test_a_name_that_no_font_has_is_told_before_anything_is_printed(counter: Counter) -> None:
    office = counter.office
    booked(office.village, office.green[:1])
    book = issued(office.village, office.green[0])
    with office.village.write() as tx:
        tx.session.get_one(Operator, office.village.actor.operator_id).name = "刘\U000323af"
    counter.page.enter({"book": book})
    assert "\U000323af" in counter.page.message.words
    counter.keys(ENTER)
    assert office.printers.sheets == []


class SlowPrinter(AtOnce):
    """Desk work is done at once; what goes to the printer waits for `run`."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[Callable[[], None]] = []

    def press(
        self,
        work: Callable[[Progress], Result],
        done: Callable[[Result], None],
        failed: Callable[[BaseException], None] | None = None,
        label: str = "",
    ) -> None:
        self.waiting.append(lambda: super(SlowPrinter, self).press(work, done, failed, label))

    def run(self) -> None:
        while self.waiting:
            self.waiting.pop(0)()


def test_the_question_waits_for_the_printer_and_a_second_enter_sends_nothing_more(
    office: Office, qtbot: QtBot
) -> None:
    slow = SlowPrinter()
    office.tools = replace(office.tools, jobs=slow)
    counter = Counter(office, qtbot)
    booked(office.village, office.green[:1])
    counter.page.enter({"book": issued(office.village, office.green[0])})
    counter.keys(ENTER, ENTER)
    counter.page.refresh(frozenset({Topic.PASSBOOKS}))
    assert not counter.page._question.isVisible()
    assert len(slow.waiting) == 1
    slow.run()
    assert counter.page._question.isVisible()
    assert len(office.printers.sheets) == 1


def test_a_book_left_while_it_prints_does_not_disturb_the_next_one(office: Office, qtbot: QtBot) -> None:
    slow = SlowPrinter()
    office.tools = replace(office.tools, jobs=slow)
    counter = Counter(office, qtbot)
    booked(office.village, office.green)
    first, second = (issued(office.village, account) for account in office.green[:2])
    counter.page.enter({"book": first})
    office.printers.works = False
    counter.keys(ENTER)
    counter.page.leave()
    counter.page.enter({"book": second})
    slow.run()
    assert "李秀英" in counter.words()
    assert not counter.page._question.isVisible()
    assert row_of(office.village, first).open_print
