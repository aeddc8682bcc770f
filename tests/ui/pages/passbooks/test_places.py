"""A book goes on where its paper says: set by hand, and looked at after a restore."""

import pytest
from pytestqt.qtbot import QtBot

from builders.books import issued, printed, row_of
from builders.offices import Office
from builders.village import booked
from passbook_desk.features.passbooks.books.places import doubt_paper
from passbook_desk.ui.pages.passbooks.book_forms import PlaceForm
from passbook_desk.ui.pages.passbooks.books_page import BooksPage
from passbook_desk.ui.pages.passbooks.post_page import PostPage
from passbook_desk.ui.pages.passbooks.queue_page import QueuePage
from passbook_desk.ui.shell.routes import Route


@pytest.fixture
def book(office: Office) -> int:
    """The book of 王建国 with two lines on its paper and one that is due."""
    account = office.green[0]
    for _ in range(2):
        booked(office.village, (account,))
    made = issued(office.village, account)
    printed(office.village, made)
    booked(office.village, (account,))
    return made


def doubted(office: Office) -> None:
    with office.village.write() as tx:
        assert doubt_paper(tx, None).books == 1


def form_of(office: Office, qtbot: QtBot) -> tuple[BooksPage, PlaceForm]:
    page = BooksPage(office.tools)
    qtbot.addWidget(page)
    page.show()
    page.enter({"account": office.green[0]})
    button = page.act_button("print.place")
    assert button is not None
    button.click()
    assert isinstance(page._form, PlaceForm)
    return page, page._form


def test_a_line_that_a_smear_took_is_passed_over_with_a_reason(
    office: Office, qtbot: QtBot, book: int
) -> None:
    _, form = form_of(office, qtbot)
    assert (form._page.text(), form._line.text(), form._balance.text()) == ("1", "3", "")
    form._line.setText("5")
    form.panel.submit()
    assert form.panel.problem_of("reason") != ""
    form._reason.setText("第 3、4 行沾了墨")
    form.panel.submit()
    row = row_of(office.village, book)
    assert (row.page, row.line, row.unprinted) == (1, 5, 1)
    assert not form.isVisible()


def test_a_place_that_the_book_does_not_have_stays_in_the_form(
    office: Office, qtbot: QtBot, book: int
) -> None:
    _, form = form_of(office, qtbot)
    form._line.setText("40")
    form._reason.setText("看过折")
    form.panel.submit()
    assert form.panel.problem_of("line") != ""
    assert row_of(office.village, book).line == 3


def test_a_page_too_many_is_said_at_the_page(office: Office, qtbot: QtBot, book: int) -> None:
    _, form = form_of(office, qtbot)
    form._page.setText("99")
    form._reason.setText("看过折")
    form.panel.submit()
    assert form.panel.problem_of("page") == "这种折只有 12 页、每页 20 行，请照折上的页和行填。"
    assert form.panel.problem_of("line") == ""


def test_after_a_restore_a_book_is_looked_at_before_anything_is_printed_in_it(
    office: Office, qtbot: QtBot, book: int
) -> None:
    doubted(office)
    post = PostPage(office.tools, office.printers)
    qtbot.addWidget(post)
    post.enter({"book": book})
    assert post.message.words == "恢复过备份，折上可能已经多几行。请先核对，再登。"
    post._print()
    assert office.printers.sheets == []
    page, form = form_of(office, qtbot)
    assert page.message.words == "恢复过备份，折上可能已经多几行。请拿折来看，再登。"
    form._line.setText("4")
    form._balance.setText("30")
    form.panel.submit()
    row = row_of(office.village, book)
    assert (row.line, row.unprinted, row.doubted) == (4, 0, False)
    assert page.message.words == ""


def test_books_that_nothing_was_printed_in_since_the_backup_are_released_together(
    office: Office, qtbot: QtBot, book: int
) -> None:
    doubted(office)
    queue = QueuePage(office.tools)
    qtbot.addWidget(queue)
    queue.enter({})
    assert queue.message.words.startswith("恢复过备份，1 本要拿折来核对再登")
    assert queue._table.model.rows()[0].book is not None
    office.answers.reason = "备份是昨晚的，今天没登过折"
    queue._trust([book])
    assert not row_of(office.village, book).doubted
    assert office.said.said == ["1 本可以接着登了。"]
    assert queue.message.words == ""
    assert office.went == []
    queue._open(queue._table.model.rows()[0])
    assert office.went == [Route("post", {"book": book})]
