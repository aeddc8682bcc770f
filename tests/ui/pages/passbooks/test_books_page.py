"""The books of one account: issued, taken over, replaced, lost, handed on, closed."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from builders.books import answered, issued, paper, printed, row_of, sent, small_type
from builders.offices import Office
from builders.village import booked
from passbook_desk.features.passbooks.books.queries import books
from passbook_desk.features.passbooks.books.values import BookEnd, BookState
from passbook_desk.features.passbooks.model import Book
from passbook_desk.ui.kit.theme import Theme
from passbook_desk.ui.pages.passbooks.books_columns import PAPER_COLUMNS
from passbook_desk.ui.pages.passbooks.books_page import BooksPage
from passbook_desk.ui.pages.passbooks.question_box import QuestionBox
from passbook_desk.ui.shell.routes import Route


class Card:
    """The page of 王建国's account."""

    def __init__(self, office: Office, qtbot: QtBot) -> None:
        self.office = office
        self.account = office.green[0]
        self.page = BooksPage(office.tools)
        qtbot.addWidget(self.page)
        self.page.resize(1200, 700)
        self.page.show()

    def enter(self) -> None:
        self.page.enter({"account": self.account})

    @property
    def acts(self) -> list[str]:
        return [act.id for act in self.page.actions_shown]

    def press(self, act: str) -> None:
        button = self.page.findChildren(QPushButton, act)[-1]
        assert isinstance(button, QPushButton)
        assert button.isEnabled()
        button.click()

    def books(self) -> list[tuple[str, str]]:
        """State and end reason of each, in their order."""
        with self.office.village.read() as scope:
            rows = books(scope, account_ids=(self.account,), ended_too=True)
        return [(row.state.value, row.end_reason) for row in rows]

    def lines(self) -> list[str]:
        model = self.page._paper.model
        return [
            " ".join(str(model.index(row, column).data()) for column in range(3))
            for row in range(model.rowCount())
        ]


@pytest.fixture
def card(office: Office, qtbot: QtBot) -> Card:
    return Card(office, qtbot)


def test_a_first_book_is_issued_from_the_card_and_its_cover_is_shown(card: Card) -> None:
    card.enter()
    assert card.acts == ["print.adopt", "print.issue"]
    card.press("print.issue")
    assert card.page._form is not None
    card.page._form.panel.submit()
    assert card.books() == [("issued", "")]
    assert card.office.went == [Route("book_paper", {"kind": "covers", "books": (1,)})]


def test_a_book_kept_by_hand_is_taken_over_where_its_writing_ends(card: Card) -> None:
    office = card.office
    for _ in range(4):
        booked(office.village, (card.account,))
    card.enter()
    card.press("print.adopt")
    form = card.page._form
    assert form is not None
    form._page.setText("2")
    form._line.setText("7")
    form._balance.setText("25")
    form.panel.submit()
    assert form.panel.problem_of("balance") == "账上没有哪一行结余是 25（现在 40），请核对折上最后一行。"
    form._balance.setText("20")
    form.panel.submit()
    row = row_of(office.village, 1)
    assert (row.page, row.line, row.unprinted) == (2, 7, 2)
    assert office.said.said == ["已接手旧折。"]
    assert card.acts == ["print.lost", "print.replace", "print.post"]


def test_a_balance_that_stands_twice_lets_the_clerk_choose_the_line(card: Card) -> None:
    office = card.office
    booked(office.village, (card.account,))
    booked(office.village, (card.account,), item="108", points="-10")
    booked(office.village, (card.account,))
    card.enter()
    card.press("print.adopt")
    form = card.page._form
    assert form is not None
    form._page.setText("1")
    form._line.setText("4")
    form._balance.setText("10")
    assert not form._last.isVisibleTo(form)
    form.panel.submit()
    assert form._last.isVisibleTo(form)
    assert [form._last.itemText(n).split("　")[0] for n in range(form._last.count())] == [
        "第 1 行",
        "第 3 行",
    ]
    form._last.setCurrentIndex(0)
    form.panel.submit()
    assert row_of(office.village, 1).unprinted == 2


@pytest.mark.parametrize("size", [12, 14, 18])
def test_the_lines_to_choose_from_are_read_whole_and_nothing_is_scrolled_away(
    theme: Theme, card: Card, qtbot: QtBot, size: int
) -> None:
    theme.set_size(size)
    for points in ("10", "-10", "10"):
        booked(card.office.village, (card.account,), item="101" if points == "10" else "108", points=points)
    card.enter()
    card.press("print.adopt")
    form = card.page._form
    assert form is not None
    form._page.setText("1")
    form._line.setText("4")
    form._balance.setText("10")
    form.panel.submit()
    said = [form._last.itemText(number) for number in range(form._last.count())]
    assert [words.split("　")[0] for words in said] == ["第 1 行", "第 3 行"]
    assert not any("结余" in words for words in said)
    wanted = max(form._last.fontMetrics().horizontalAdvance(words) for words in said)
    assert form._last.view().minimumWidth() > wanted
    qtbot.wait(100)
    assert form.panel.hidden_height == 0


def test_what_was_written_before_the_book_was_taken_over_is_not_counted(card: Card) -> None:
    booked(card.office.village, (card.account,))
    card.enter()
    card.press("print.adopt")
    form = card.page._form
    assert form is not None
    form._page.setText("1")
    form._line.setText("2")
    form._balance.setText("10")
    form.panel.submit()
    number = row_of(card.office.village, 1).number
    assert card.page._paper._totals.text() == f"存折 {number}：接手后登了 0 行，以前手写的不列在这里。"


@pytest.mark.parametrize("size", [12, 14, 18])
def test_a_check_code_is_read_whole_at_every_text_size(theme: Theme, card: Card, size: int) -> None:
    theme.set_size(size)
    booked(card.office.village, (card.account,))
    printed(card.office.village, issued(card.office.village, card.account))
    card.page.resize(1366 - 216 - 48, 620)
    card.enter()
    view = card.page._paper.view
    code = [column.key for column in PAPER_COLUMNS].index("code")
    around = view.sizeHintForColumn(code) - view.fontMetrics().horizontalAdvance(
        card.page._paper.model.rows()[0].paper.code
    )
    assert view.columnWidth(code) >= view.fontMetrics().horizontalAdvance("4WLCTSWD") + around


def test_the_lines_on_paper_are_listed_with_place_words_and_balance(card: Card) -> None:
    office = card.office
    for _ in range(3):
        booked(office.village, (card.account,))
    book = issued(office.village, card.account)
    answered(office.village, sent(office.village, book), 1, 1)
    card.enter()
    assert card.lines() == ["1-1 参加环境整治 10", "1-2 参加环境整治 20"]
    assert card.page._paper._totals.text().endswith("折上 2 行。其中打坏 1 行。")
    model = card.page._paper.model
    assert model.index(1, 3).data() == "废"


def test_a_full_book_is_replaced_without_a_question_and_a_worn_one_with_a_reason(card: Card) -> None:
    office = card.office
    for _ in range(8):
        booked(office.village, (card.account,))
    book = issued(office.village, card.account, small_type(office.village))
    printed(office.village, book)
    assert row_of(office.village, book).state is BookState.FULL
    card.enter()
    card.press("print.replace")
    office.answers.reason = "受潮了"
    card.enter()
    card.press("print.replace")
    assert card.books() == [("replaced", "写满了"), ("replaced", "受潮了"), ("issued", "")]
    assert [route.name for route in office.went] == ["book_paper", "book_paper"]


def test_a_lost_book_is_barred_and_reissued_under_a_new_number(card: Card) -> None:
    office = card.office
    booked(office.village, (card.account,))
    book = issued(office.village, card.account)
    office.answers.reason = "赶集丢了"
    card.enter()
    card.press("print.lost")
    assert card.books() == [("lost", "赶集丢了"), ("issued", "")]
    assert row_of(office.village, book).number != row_of(office.village, book + 1).number


def test_a_new_head_gets_the_book_with_a_new_holder_page(card: Card) -> None:
    office = card.office
    book = issued(office.village, card.account)
    with office.village.write() as tx:
        tx.session.get_one(Book, book).holder = "王老根"
    card.enter()
    assert card.page.message.words == "折上写的是王老根，现在是王建国。过户后重打首页。"
    card.page.message._run()
    assert row_of(office.village, book).holder == "王建国"
    assert office.went == [Route("book_paper", {"kind": "covers", "books": (book,)})]


def test_a_book_is_closed_with_a_reason(card: Card) -> None:
    office = card.office
    book = issued(office.village, card.account)
    office.answers.reason = "搬走了"
    card.enter()
    card.press("print.close")
    assert row_of(office.village, book).end is BookEnd.CLOSED
    assert card.acts == ["print.adopt", "print.issue"]


def test_the_last_answer_is_given_anew_and_the_position_goes_back(card: Card) -> None:
    office = card.office
    for _ in range(3):
        booked(office.village, (card.account,))
    book = issued(office.village, card.account)
    printed(office.village, book)
    card.enter()
    card.press("print.correct")
    question = card.page.findChild(QuestionBox)
    assert question is not None
    assert "折上到底打上了哪些？" in "".join(label.text() for label in question.findChildren(QLabel))
    question.choose_line(2)
    question.answer()
    assert paper(office.village, book) == ["1-1 1 10"]
    assert card.lines() == ["1-1 参加环境整治 10"]


def test_strips_copies_and_the_booklet_of_a_book_are_reached_from_its_card(card: Card) -> None:
    office = card.office
    booked(office.village, (card.account,))
    book = issued(office.village, card.account)
    card.enter()
    for act in ("print.strip", "print.hand", "print.booklet", "print.register", "print.post"):
        card.press(act)
    assert office.went == [
        *[Route("sheets", {"way": way, "books": (book,)}) for way in ("strip", "hand", "booklet")],
        Route("book_paper", {"kind": "register", "books": (book,)}),
        Route("post", {"account": card.account}),
    ]
