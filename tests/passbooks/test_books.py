"""The next line goes exactly where it belongs, once."""

import pytest

from builders.books import (
    account_ids,
    answered,
    deeds,
    issued,
    paper,
    plan_of,
    printed,
    replaced,
    row_of,
    sent,
    small_type,
)
from builders.village import Village, booked
from passbook_desk.features.ledger.commands import reverse_lines
from passbook_desk.features.ledger.values import ReverseLines
from passbook_desk.features.passbooks.books.commands import adopt_book, hand_over_book, issue_books
from passbook_desk.features.passbooks.books.errors import (
    BalanceAmbiguous,
    BalanceNotInLedger,
    BookEnded,
    BookFull,
    HasBook,
    HolderUnchanged,
    NothingToPrint,
    OutcomeTooLate,
    PlanOutdated,
    PrintOpen,
    WrongOutcome,
)
from passbook_desk.features.passbooks.books.printing import send_lines
from passbook_desk.features.passbooks.books.queries import books, books_waiting, unprinted_books
from passbook_desk.features.passbooks.books.values import (
    AdoptBook,
    BookState,
    IssueBook,
    PrintWay,
    SendLines,
)
from passbook_desk.kernel.ids import has_valid_check_digit, new_uid
from passbook_desk.kernel.points import Points


def test_a_new_book_has_a_number_of_digits_and_waits_for_its_first_line(
    village: Village, account: int
) -> None:
    book = row_of(village, issued(village, account))
    assert book.number.startswith(book.account.number)
    assert has_valid_check_digit(book.number)
    assert (book.state, book.page, book.line, book.holder) == (BookState.ISSUED, 1, 1, "王建国")


def test_lines_go_on_at_the_next_free_line_only_when_somebody_says_they_are_there(
    village: Village, account: int
) -> None:
    deeds(village, account, 2)
    book = issued(village, account)
    waiting = sent(village, book)
    assert paper(village, book) == []
    assert row_of(village, book).position.slot == 1
    answered(village, waiting, 2)
    assert paper(village, book) == ["1-1 1 10", "1-2 2 20"]
    deeds(village, account, 1)
    printed(village, book)
    assert paper(village, book)[2:] == ["1-3 3 30"]
    with pytest.raises(NothingToPrint):
        sent_again(village, book)


def sent_again(village: Village, book: int) -> None:
    with village.write() as tx:
        send_lines(tx, SendLines(book, PrintWay.PRINTER, ("AAAA",)))


def test_while_nobody_has_said_whether_it_printed_nothing_else_is_sent(
    village: Village, account: int
) -> None:
    deeds(village, account, 2)
    book = issued(village, account)
    waiting = sent(village, book, 1)
    with pytest.raises(PrintOpen):
        sent_again(village, book)
    answered(village, waiting, 0)
    printed(village, book)
    assert paper(village, book) == ["1-1 1 10", "1-2 2 20"]


def test_after_a_jam_the_missing_lines_go_out_once_more_and_a_spoilt_line_is_passed_over(
    village: Village, account: int
) -> None:
    deeds(village, account, 4)
    book = issued(village, account)
    answered(village, sent(village, book), 2, spoilt=1)
    assert row_of(village, book).line == 4
    printed(village, book)
    assert paper(village, book) == ["1-1 1 10", "1-2 2 20", "1-3 废 30", "1-4 3 30", "1-5 4 40"]


def test_pages_are_turned_with_a_line_carried_on_both_and_the_last_line_is_kept(
    village: Village, account: int
) -> None:
    deeds(village, account, 9)
    book = issued(village, account, small_type(village))
    plan = plan_of(village, book)
    assert plan.full
    assert [line.page for line in plan.on_page()] == [1] * 5
    printed(village, book)
    assert paper(village, book) == [
        "1-1 1 10", "1-2 2 20", "1-3 3 30", "1-4 4 40", "1-5 carry_out 40",
        "2-1 carry_in 40", "2-2 5 50", "2-3 6 60", "2-4 7 70",
    ]  # fmt: skip
    assert row_of(village, book).state is BookState.FULL
    with pytest.raises(BookFull):
        sent_again(village, book)


def test_a_full_book_is_replaced_with_a_carried_line_in_both(village: Village, account: int) -> None:
    deeds(village, account, 9)
    old = issued(village, account, small_type(village))
    printed(village, old)
    new = replaced(village, old)
    printed(village, old)
    printed(village, new)
    assert paper(village, old)[-1] == "2-5 to_book 70"
    assert paper(village, new) == ["1-1 from_book 70", "1-2 8 80", "1-3 9 90"]
    assert row_of(village, old).state is BookState.REPLACED
    assert row_of(village, new).ordinal == 2
    with village.read() as scope:
        assert (books_waiting(scope), unprinted_books(scope)) == ((), 0)


def test_a_lost_book_is_barred_and_the_new_one_goes_on_behind_it(village: Village, account: int) -> None:
    deeds(village, account, 3)
    old = issued(village, account)
    answered(village, sent(village, old, 2), 2)
    new = replaced(village, old, lost=True)
    printed(village, new)
    assert paper(village, new) == ["1-1 from_book 20", "1-2 3 30"]
    assert row_of(village, old).state is BookState.LOST
    with pytest.raises(BookEnded):
        sent_again(village, old)
    with pytest.raises(BookEnded):
        replaced(village, old)


def test_a_line_taken_back_after_printing_gets_its_reversal_on_the_next_line(
    village: Village, account: int
) -> None:
    deeds(village, account, 2)
    book = issued(village, account)
    printed(village, book)
    with village.write() as tx:
        reverse_lines(tx, ReverseLines(new_uid(), (1,), "记错了户"))
    printed(village, book)
    assert paper(village, book)[-1] == "1-3 3 10"


def test_what_was_shown_is_sent_or_nothing(village: Village, account: int) -> None:
    deeds(village, account, 1)
    book = issued(village, account)
    shown = tuple(line.code for line in plan_of(village, book).lines)
    deeds(village, account, 1)
    with village.write() as tx:
        send_lines(tx, SendLines(book, PrintWay.PRINTER, shown))
    other = issued(village, account_ids(village)[1])
    booked(village, (account_ids(village)[1],))
    with village.write() as tx, pytest.raises(PlanOutdated):
        send_lines(tx, SendLines(other, PrintWay.PRINTER, shown))


def test_sent_and_answered_twice_is_once(village: Village, account: int) -> None:
    deeds(village, account, 1)
    book = issued(village, account)
    codes = tuple(line.code for line in plan_of(village, book).lines)
    command = SendLines(book, PrintWay.PRINTER, codes)
    with village.write() as tx:
        first = send_lines(tx, command)
    with village.write() as tx:
        assert send_lines(tx, command) == first
    with pytest.raises(WrongOutcome):
        answered(village, first, 2)
    answered(village, first, 1)
    assert paper(village, book) == ["1-1 1 10"]


def test_the_answer_of_the_last_print_may_be_put_right_and_no_earlier_one(
    village: Village, account: int
) -> None:
    deeds(village, account, 2)
    book = issued(village, account)
    first = sent(village, book, 1)
    answered(village, first, 1)
    second = sent(village, book)
    answered(village, second, 1)
    answered(village, second, 0)
    assert paper(village, book) == ["1-1 1 10"]
    with pytest.raises(OutcomeTooLate):
        answered(village, first, 0)


def test_a_booklet_is_the_whole_book_anew(village: Village, account: int) -> None:
    deeds(village, account, 2)
    book = issued(village, account)
    answered(village, sent(village, book), 1, spoilt=1)
    printed(village, book, PrintWay.BOOKLET)
    assert paper(village, book) == ["1-1 1 10", "1-2 2 20"]
    assert row_of(village, book).line == 3


def test_a_book_kept_by_hand_is_taken_over_behind_its_last_balance(village: Village, account: int) -> None:
    deeds(village, account, 3)
    with village.write() as tx:
        book = adopt_book(tx, AdoptBook(account, 1, 2, 9, Points.parse("20"), number="20180077"))
    printed(village, book)
    assert paper(village, book) == ["2-9 3 30"]
    assert row_of(village, book).number == "20180077"


def test_a_balance_that_the_ledger_does_not_know_or_knows_twice_is_asked_about(
    village: Village, account: int
) -> None:
    deeds(village, account, 2)
    with pytest.raises(BalanceNotInLedger), village.write() as tx:
        adopt_book(tx, AdoptBook(account, 1, 2, 9, Points.parse("85")))
    with village.write() as tx:
        reverse_lines(tx, ReverseLines(new_uid(), (2,), "记错了户"))
    with pytest.raises(BalanceAmbiguous) as asked, village.write() as tx:
        adopt_book(tx, AdoptBook(account, 1, 2, 9, Points.parse("10")))
    assert asked.value.params["lines"] == (1, 3)
    with village.write() as tx:
        book = adopt_book(tx, AdoptBook(account, 1, 2, 9, Points.parse("10"), last_seq=3))
    assert row_of(village, book).unprinted == 0


def test_an_account_has_one_book_in_use(village: Village, account: int) -> None:
    issued(village, account)
    with pytest.raises(HasBook), village.write() as tx:
        issue_books(tx, [IssueBook(account, 1)])


def test_an_account_named_twice_in_one_act_gets_no_book_and_nobody_else_does(
    village: Village, account: int
) -> None:
    other = next(each for each in account_ids(village) if each != account)
    with pytest.raises(HasBook), village.write() as tx:
        issue_books(tx, [IssueBook(each, 1) for each in (other, account, account)])
    with village.read() as scope:
        assert books(scope) == ()


def test_a_book_whose_holder_is_right_is_not_handed_over(village: Village, account: int) -> None:
    book = issued(village, account)
    with pytest.raises(HolderUnchanged), village.write() as tx:
        hand_over_book(tx, book)
