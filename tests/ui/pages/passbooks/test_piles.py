"""Strips, lines to copy, booklets: one pile for many books, answered once."""

from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from builders.books import issued, paper, printed, row_of, sent
from builders.offices import LASER, Office
from builders.progress import CancelAt
from builders.village import booked
from passbook_desk.documents.imposition import Duplex
from passbook_desk.documents.page import A4_LANDSCAPE, texts
from passbook_desk.features.passbooks.books.booklets import rules_extract
from passbook_desk.features.passbooks.books.queries import book_plans, printed_lines
from passbook_desk.features.passbooks.books.values import PrintWay
from passbook_desk.kernel.errors import Cancelled
from passbook_desk.ui.pages.passbooks.batch_page import BatchPage
from passbook_desk.ui.pages.passbooks.batch_presenter import told
from passbook_desk.ui.shell.routes import Route


class Pile:
    """The page of a pile, three books of one line each behind it."""

    def __init__(self, office: Office, qtbot: QtBot) -> None:
        self.office = office
        self.queue = tuple(issued(office.village, account) for account in office.green)
        booked(office.village, office.green)
        self.page = BatchPage(office.tools, office.printers)
        qtbot.addWidget(self.page)
        self.page.resize(1200, 700)
        self.page.show()

    def enter(self, way: str, *books: int) -> None:
        self.page.enter({"way": way, "books": books or self.queue})

    def untick(self, row: int) -> None:
        self.page._table.view.selectRow(row)
        QTest.keyClick(self.page._table.view, Qt.Key.Key_Space)

    @property
    def done(self) -> str:
        """What the button that ends the pile says; "" while it is not there."""
        button = self.page._buttons["print.done"]
        return button.text() if button.isVisible() else ""

    def finish(self) -> None:
        self.page._buttons["print.done"].click()

    def written(self) -> list[int]:
        """How many lines each paper has."""
        return [len(paper(self.office.village, book)) for book in self.queue]

    def words(self) -> str:
        QApplication.processEvents()
        return "\n".join(label.text() for label in self.page.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def pile(office: Office, qtbot: QtBot) -> Pile:
    return Pile(office, qtbot)


def test_strips_of_all_listed_books_are_one_job_and_one_question(pile: Pile) -> None:
    office = pile.office
    pile.enter("strip")
    assert pile.done == ""
    pile.page._preview.print_all()
    assert [sheet.printer for sheet in office.printers.sheets] == [LASER]
    on_sheet = " ".join(texts(office.printers.sheets[0].page))
    assert all(name in on_sheet for name in ("王建国", "李秀英", "欧阳明"))
    assert pile.written() == [0, 0, 0]
    assert "都贴好了吗？没贴上的按空格去掉勾。" in pile.words()
    assert pile.done == "都贴好了  F8"
    pile.finish()
    assert pile.written() == [1, 1, 1]
    assert office.said.said[-1] == "已登折 3 本，3 行。"
    assert office.went == [Route("print")]


def test_books_whose_strip_was_not_pasted_are_unticked_and_come_again(pile: Pile) -> None:
    pile.enter("strip")
    pile.page._preview.print_all()
    pile.untick(1)
    assert pile.done == "2 本好了，1 本没有  F8"
    pile.finish()
    assert pile.written() == [1, 0, 1]
    assert not row_of(pile.office.village, pile.queue[1]).open_print
    assert pile.office.said.said[-1] == "已登折 2 本，2 行。1 本没登上，还在打印中心。"


def test_lines_are_sent_before_the_pile_leaves_and_once_only(pile: Pile) -> None:
    office = pile.office
    seen: list[bool] = []
    office.printers.meanwhile = lambda: seen.append(row_of(office.village, pile.queue[0]).open_print)
    pile.enter("strip")
    pile.page._preview.print_all()
    pile.page._buttons["print.again"].click()
    pile.page._preview.print_all()
    assert seen == [True, True]
    pile.finish()
    with office.village.read() as scope:
        assert len(printed_lines(scope, pile.queue[0])) == 1


def test_a_printer_that_is_off_leaves_all_unticked(pile: Pile) -> None:
    pile.office.printers.works = False
    pile.enter("strip")
    pile.page._preview.print_all()
    assert pile.done == "0 本好了，3 本没有  F8"
    pile.finish()
    assert pile.written() == [0, 0, 0]


def test_a_pile_that_was_never_answered_is_asked_about_first(pile: Pile) -> None:
    office = pile.office
    for book in pile.queue[:2]:
        sent(office.village, book, way=PrintWay.STRIP)
    pile.enter("strip")
    assert pile.page.message.words == "上次这 2 本还没有答复，先答好了没有。"
    assert pile.done == "都贴好了  F8"
    pile.untick(0)
    pile.finish()
    assert pile.written() == [0, 1, 0]


def test_books_that_wait_for_another_answer_or_have_no_line_are_left_out_by_name(pile: Pile) -> None:
    office = pile.office
    sent(office.village, pile.queue[0])
    printed(office.village, pile.queue[1])
    pile.enter("strip")
    assert pile.page.message.words.startswith("没有列入王建国、李秀英：")
    assert [row.book.id for row in pile.page._table.model.rows()] == [pile.queue[2]]


def test_lines_to_copy_stand_large_on_the_screen_and_count_when_they_are_copied(pile: Pile) -> None:
    office = pile.office
    pile.enter("hand")
    words = pile.words()
    assert "王建国" in words
    assert "第 1 页 第 1 行" in words
    assert "2026.5.20" in words
    pile.untick(2)
    assert "欧阳明" in pile.words()
    pile.finish()
    assert pile.written() == [1, 1, 0]
    with office.village.read() as scope:
        assert [line.way for line in printed_lines(scope, pile.queue[0])] == [PrintWay.HAND]
    assert not row_of(office.village, pile.queue[2]).open_print


def test_a_copying_sheet_is_printed_without_counting_as_written(pile: Pile) -> None:
    office = pile.office
    pile.enter("hand", pile.queue[0])
    pile.page.resize(800, 600)
    pile.page._buttons["print.paper_too"].click()
    assert pile.page._preview.isVisible()
    pile.page._preview.print_all()
    assert "王建国" in " ".join(texts(office.printers.sheets[0].page))
    assert not row_of(office.village, pile.queue[0]).open_print


def test_a_booklet_goes_to_a_printer_that_turns_the_paper(pile: Pile) -> None:
    office = pile.office
    printed(office.village, pile.queue[0])
    pile.enter("booklet", pile.queue[0])
    assert pile.page._preview.page_count % 2 == 0
    pile.page._preview.print_all()
    assert {sheet.duplex for sheet in office.printers.sheets} == {Duplex.LONG_EDGE}
    assert {(s.page.width, s.page.height) for s in office.printers.sheets} == {A4_LANDSCAPE}
    pile.finish()
    with office.village.read() as scope:
        assert [line.way for line in printed_lines(scope, pile.queue[0])] == [PrintWay.BOOKLET]


def test_a_printer_of_one_side_gets_the_fronts_then_after_a_prompt_the_backs(pile: Pile) -> None:
    office = pile.office
    pile.enter("booklet", pile.queue[0])
    pile.page._turning.setCurrentIndex(2)
    pile.page._turning.activated.emit(2)
    fronts = pile.page._preview.page_count
    pile.page._preview.print_all()
    assert "再按“打印”打反面。" in pile.page.message.words
    assert pile.done == ""
    pile.page._preview.print_all()
    assert pile.page.message.words == "对折，从折线装订。"
    assert len(office.printers.sheets) == 2 * fronts
    assert {sheet.duplex for sheet in office.printers.sheets} == {None}
    assert pile.done == "都订好了  F8"
    pile.untick(0)
    pile.finish()
    assert pile.written()[0] == 0


def test_a_pile_saved_as_pdf_is_asked_about_as_well(pile: Pile, tmp_path: Path) -> None:
    office = pile.office
    office.answers.file = tmp_path / "贴条.pdf"
    pile.enter("strip")
    pile.page._preview.save_pdf()
    assert office.answers.file.read_bytes().startswith(b"%PDF")
    assert pile.done == "都贴好了  F8"


def test_a_booklet_of_two_passes_in_a_file_holds_both_and_says_where_the_backs_begin(
    pile: Pile, tmp_path: Path
) -> None:
    pile.office.answers.file = tmp_path / "整本.pdf"
    pile.enter("booklet", pile.queue[0])
    pile.page._turning.setCurrentIndex(2)
    pile.page._turning.activated.emit(2)
    fronts = pile.page._preview.page_count
    pile.page._preview.save_pdf()
    assert len(PdfDocument(pile.office.answers.file)) == 2 * fronts
    assert pile.page.message.words.startswith(f"PDF 前 {fronts} 页是正面，打完整叠翻个面")
    assert pile.done == "都订好了  F8"


def test_a_booklet_of_the_window_has_the_rules_that_the_command_line_prints(pile: Pile) -> None:
    office = pile.office
    pile.enter("booklet", pile.queue[0])
    pile.page._preview.print_all()
    on_sheets = "".join(text for sheet in office.printers.sheets for text in texts(sheet.page))
    account = row_of(office.village, pile.queue[0]).account
    with office.village.read() as scope:
        extract = rules_extract(scope, account)
    assert extract
    assert [rule for rule in extract if rule not in on_sheets] == []


def test_laying_out_a_village_is_cancelled_between_two_books(pile: Pile) -> None:
    with pile.office.village.read() as scope:
        plans = book_plans(scope, pile.queue) * 4
    with pytest.raises(Cancelled):
        list(told(plans, CancelAt(7)))
    assert list(told(plans, CancelAt(99))) == list(plans)
