"""Lines that carry a balance over: spoilt ones come again, ended books get nothing more."""

from dataclasses import replace

import pytest

from builders.books import (
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
from builders.village import Village
from passbook_desk.features.passbooks.books.commands import adopt_book, close_book
from passbook_desk.features.passbooks.books.errors import BalanceNotInLedger, BookEnded, OutcomeTooLate
from passbook_desk.features.passbooks.books.printing import send_lines
from passbook_desk.features.passbooks.books.types import book_type, change_book_type
from passbook_desk.features.passbooks.books.values import AdoptBook, PrintWay, SendLines
from passbook_desk.kernel.points import Points


def closed(village: Village, book: int) -> None:
    with village.write() as tx:
        close_book(tx, book, "全户外出")


def test_a_new_book_whose_first_line_is_spoilt_says_on_the_next_what_it_goes_on_from(
    village: Village, account: int
) -> None:
    deeds(village, account, 1)
    old = issued(village, account)
    printed(village, old)
    new = replaced(village, old)
    deeds(village, account, 1)
    answered(village, sent(village, new), 0, spoilt=1)
    printed(village, new)
    assert paper(village, new) == ["1-1 废 10", "1-2 from_book 10", "1-3 2 20"]


def test_a_page_whose_first_lines_are_spoilt_begins_with_the_carried_balance_all_the_same(
    village: Village, account: int
) -> None:
    deeds(village, account, 6)
    book = issued(village, account, small_type(village, pages=3, lines=4))
    answered(village, sent(village, book), 4, spoilt=2)
    assert (row_of(village, book).page, row_of(village, book).line) == (2, 3)
    printed(village, book)
    assert paper(village, book) == [
        "1-1 1 10", "1-2 2 20", "1-3 3 30", "1-4 carry_out 30",
        "2-1 废 30", "2-2 废 40", "2-3 carry_in 30", "2-4 carry_out 30",
        "3-1 carry_in 30", "3-2 4 40", "3-3 5 50",
    ]  # fmt: skip


def test_no_booklet_is_made_of_a_replaced_book(village: Village, account: int) -> None:
    deeds(village, account, 2)
    old = issued(village, account)
    printed(village, old)
    replaced(village, old)
    assert plan_of(village, old, whole=True).lines == ()
    with pytest.raises(BookEnded), village.write() as tx:
        send_lines(tx, SendLines(old, PrintWay.BOOKLET, ("AAAAAAAA",)))
    assert row_of(village, old).position.last_seq == 2


def test_what_a_closed_book_holds_stands_once_another_book_goes_on_behind_it(
    village: Village, account: int
) -> None:
    deeds(village, account, 2)
    first = issued(village, account)
    waiting = sent(village, first)
    answered(village, waiting, 2)
    closed(village, first)
    answered(village, waiting, 1)
    second = issued(village, account)
    with pytest.raises(OutcomeTooLate):
        answered(village, waiting, 2)
    printed(village, second)
    assert paper(village, second) == ["1-1 from_book 10", "1-2 2 20"]


def test_a_book_kept_by_hand_is_not_taken_over_before_the_end_of_a_closed_one(
    village: Village, account: int
) -> None:
    deeds(village, account, 3)
    first = issued(village, account)
    answered(village, sent(village, first, 2), 2)
    closed(village, first)
    with pytest.raises(BalanceNotInLedger), village.write() as tx:
        adopt_book(tx, AdoptBook(account, 1, 1, 5, Points.parse("10")))
    with village.write() as tx:
        second = adopt_book(tx, AdoptBook(account, 1, 1, 5, Points.parse("20")))
    printed(village, second)
    assert paper(village, second) == ["1-5 3 30"]


def test_a_kind_of_book_whose_fold_moves_is_for_new_books_alone(village: Village, account: int) -> None:
    kind = small_type(village)
    book = issued(village, account, kind)
    with village.write() as tx:
        layout = book_type(tx, kind).layout
        assert change_book_type(tx, kind, replace(layout, first_mm=layout.first_mm + 1)) == kind
        newer = change_book_type(tx, kind, replace(layout, fold_after=2, fold_skip=1))
    assert newer != kind
    assert row_of(village, book).layout.fold_after == 0
