"""Covers, forms and copies: drawn one after another, printed as often as needed."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from builders.books import issued, paper, printed, row_of
from builders.offices import Office
from builders.village import booked
from passbook_desk.documents.page import Page, texts
from passbook_desk.ui.pages.passbooks.paper_page import BookPaperPage
from passbook_desk.ui.pages.passbooks.paper_presenter import DrawnPages
from passbook_desk.ui.shell.routes import Route


@pytest.fixture
def page(office: Office, qtbot: QtBot) -> BookPaperPage:
    made = BookPaperPage(office.tools, office.printers)
    qtbot.addWidget(made)
    return made


def test_cover_and_holder_page_of_each_book_come_in_the_order_asked_for(
    office: Office, page: BookPaperPage
) -> None:
    queue = [issued(office.village, account) for account in office.green]
    page.enter({"kind": "covers", "books": tuple(queue[::-1])})
    assert page.title == "封面和首页 3 本"
    page._preview.print_all()
    numbers = [row_of(office.village, book).number for book in queue[::-1]]
    assert len(office.printers.sheets) == 6
    for place, number in enumerate(numbers):
        assert number in texts(office.printers.sheets[2 * place].page)


def test_covers_lead_on_to_the_first_lines_and_to_the_forms_of_blank_stock(
    office: Office, page: BookPaperPage
) -> None:
    book = issued(office.village, office.green[0])
    page.enter({"kind": "covers", "books": (book,)})
    for act in ("print.post", "print.forms"):
        button = page.findChild(QPushButton, act)
        assert isinstance(button, QPushButton)
        button.click()
    assert office.went == [
        Route("post", {"books": (book,)}),
        Route("book_paper", {"kind": "forms", "books": (book,)}),
    ]
    page.enter(office.went[-1].params)
    assert page._preview.page_count == row_of(office.village, book).layout.pages


def test_a_copy_says_that_it_is_one_and_moves_nothing(
    office: Office, page: BookPaperPage, tmp_path: Path
) -> None:
    booked(office.village, office.green[:1])
    book = issued(office.village, office.green[0])
    printed(office.village, book)
    office.answers.file = tmp_path / "副本.pdf"
    page.enter({"kind": "register", "books": (book,)})
    page._preview.save_pdf()
    assert office.answers.file.read_bytes().startswith(b"%PDF")
    assert any("副本" in text for text in texts(page._pages[0]))
    assert len(paper(office.village, book)) == 1


def test_pages_of_a_village_are_drawn_when_they_are_asked_for() -> None:
    drawn: list[int] = []

    def draw(number: int) -> tuple[Page, ...]:
        drawn.append(number)
        return tuple(Page(100 + number, place, ()) for place in (1.0, 2.0))

    pages = DrawnPages(range(500), 2, draw)
    assert len(pages) == 1000
    assert drawn == []
    assert (pages[7].width, pages[7].height) == (103, 2.0)
    assert pages[-1].width == 599
    assert drawn == [3, 3, 499]
    assert [page.width for page in pages[2:5]] == [101, 101, 102]
    with pytest.raises(IndexError):
        pages[1000]
    assert sum(1 for _ in pages) == 1000
