"""The file itself refuses a second open print, a taken place, a line twice; threads take turns."""

import threading
from collections.abc import Callable

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

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
)
from builders.village import Village
from passbook_desk.features.passbooks.books.errors import PrintOpen
from passbook_desk.features.passbooks.books.printing import send_lines
from passbook_desk.features.passbooks.books.values import PrintWay, SendLines
from passbook_desk.features.passbooks.books.verifying import verify_books

THREADS = 8


def refused(village: Village, words: str, *statements: str) -> None:
    """The last of these statements is refused in such words, and nothing of the others stays."""
    done: list[str] = []

    def doing() -> None:
        with village.write() as tx:
            for statement in statements:
                tx.session.execute(text(statement))
                done.append(statement)

    with pytest.raises(IntegrityError, match=words):
        doing()
    assert done == list(statements[:-1])


def opened(book: int, number: int) -> str:
    return (
        "INSERT INTO book_print (id, village_id, uid, book_id, number, way, printer, sent_at, sent_by)"
        f" VALUES (900, 1, 'p{number}', {book}, {number}, 'printer', '', '2026-06-01T01:30:00Z', 1)"
    )


def written(slot: int, line: int, balance: int, *, sent_as: int = 900) -> str:
    return (
        "INSERT INTO book_line (uid, book_print_id, slot, kind, line_id, balance, code)"
        f" VALUES ('l{sent_as}-{slot}-{line}', {sent_as}, {slot}, 'entry', {line}, {balance}, 'AAAAAAAA')"
    )


def told(print_id: int, number: int, lines: int) -> str:
    return (
        "INSERT INTO print_outcome (uid, book_print_id, number, printed, spoilt, told_at, told_by)"
        f" VALUES ('o{number}', {print_id}, {number}, {lines}, 0, '2026-06-01T01:30:00Z', 1)"
    )


def test_a_second_print_while_one_waits_is_refused_by_the_file(village: Village, account: int) -> None:
    deeds(village, account, 2)
    book = issued(village, account)
    sent(village, book)
    refused(village, "an earlier print waits", opened(book, 2))


def test_a_print_in_the_new_book_waits_for_that_of_the_old_one(village: Village, account: int) -> None:
    deeds(village, account, 1)
    old = issued(village, account)
    printed(village, old)
    new = replaced(village, old)
    sent(village, old)
    refused(village, "an earlier print waits", opened(new, 1))


def test_a_place_that_is_taken_and_a_line_that_is_on_paper_are_refused_by_the_file(
    village: Village, account: int
) -> None:
    deeds(village, account, 3)
    book = issued(village, account)
    answered(village, sent(village, book, 2), 2)
    refused(village, "the line of the book is taken", opened(book, 2), written(2, 3, 3000))
    refused(village, "on paper or not of this book", opened(book, 2), written(3, 2, 2000))
    refused(village, "on paper or not of this book", opened(book, 2), written(3, 3, 2900))


def test_one_line_at_two_places_and_a_line_behind_the_answer_are_refused_by_the_file(
    village: Village, account: int
) -> None:
    deeds(village, account, 3)
    book = issued(village, account)
    first = sent(village, book, 1)
    answered(village, first, 1)
    twice = (opened(book, 2), written(2, 2, 2000), written(3, 2, 2000))
    refused(village, "answered or has the line", *twice)
    refused(village, "answered or has the line", written(2, 2, 2000, sent_as=first))


def test_a_line_of_another_account_is_refused_by_the_file(village: Village, account: int) -> None:
    other = account_ids(village)[1]
    deeds(village, account, 1)
    deeds(village, other, 1)
    refused(village, "not of this book", opened(issued(village, account), 1), written(1, 2, 1000))


def test_an_answer_for_more_lines_than_were_sent_is_refused_by_the_file(
    village: Village, account: int
) -> None:
    deeds(village, account, 2)
    waiting = sent(village, issued(village, account))
    refused(village, "does not fit", told(waiting, 1, 3))
    refused(village, "does not fit", told(waiting, 2, 2))


def test_nothing_goes_into_a_lost_book_even_by_plain_sql(village: Village, account: int) -> None:
    old = issued(village, account)
    replaced(village, old, lost=True)
    refused(village, "lost or closed", opened(old, 1))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE book_line SET slot = 9",
        "DELETE FROM book_line",
        "UPDATE print_outcome SET printed = 0",
        "DELETE FROM print_outcome",
        "UPDATE book_print SET book_id = 1, number = 9",
        "DELETE FROM book_print",
        "DELETE FROM book",
        "UPDATE book SET number = '20010019'",
        "UPDATE book SET after_seq = 1",
    ],
)
def test_what_was_sent_and_told_stays(village: Village, account: int, statement: str) -> None:
    deeds(village, account, 1)
    printed(village, issued(village, account))
    refused(village, "append-only|a book (stays|keeps)", statement)


def race(acts: list[Callable[[], object]]) -> list[BaseException | None]:
    """All at once, each in a thread of its own; what each ended with."""
    start = threading.Barrier(len(acts), timeout=60)
    ends: list[BaseException | None] = [None] * len(acts)

    def run(place: int) -> None:
        try:
            start.wait()
            acts[place]()
        except BaseException as trouble:  # noqa: BLE001 - looked at by the test's own thread
            ends[place] = trouble

    threads = [threading.Thread(target=run, args=(place,)) for place in range(len(acts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return ends


def test_of_eight_threads_that_print_in_one_book_one_sends_and_the_others_are_told_to_wait(
    village: Village, account: int
) -> None:
    deeds(village, account, 3)
    book = issued(village, account)
    codes = tuple(line.code for line in plan_of(village, book).lines)

    def send() -> None:
        with village.write() as tx:
            send_lines(tx, SendLines(book, PrintWay.PRINTER, codes))

    ends = race([send] * THREADS)
    assert [type(end) for end in ends if end is not None] == [PrintOpen] * (THREADS - 1)
    assert row_of(village, book).open_print
    with village.read() as scope:
        assert scope.session.execute(text("SELECT count(*) FROM book_line")).scalar_one() == 3
        assert verify_books(scope) == 1


def test_eight_threads_that_press_the_same_button_send_once(village: Village, account: int) -> None:
    deeds(village, account, 2)
    book = issued(village, account)
    command = SendLines(book, PrintWay.PRINTER, tuple(line.code for line in plan_of(village, book).lines))
    ids: list[int] = []

    def send() -> None:
        with village.write() as tx:
            ids.append(send_lines(tx, command))

    assert race([send] * THREADS) == [None] * THREADS
    assert len(ids) == THREADS
    assert len(set(ids)) == 1
    answered(village, ids[0], 2)
    assert paper(village, book) == ["1-1 1 10", "1-2 2 20"]


def test_threads_that_print_what_the_old_and_the_new_book_owe_take_turns(
    village: Village, account: int
) -> None:
    deeds(village, account, 1)
    old = issued(village, account)
    printed(village, old)
    new = replaced(village, old)
    deeds(village, account, 1)
    plans = {book: tuple(line.code for line in plan_of(village, book).lines) for book in (old, new)}

    def send(book: int) -> Callable[[], None]:
        def work() -> None:
            with village.write() as tx:
                send_lines(tx, SendLines(book, PrintWay.PRINTER, plans[book]))

        return work

    ends = race([send(book) for book in (old, new) * (THREADS // 2)])
    assert sum(end is None for end in ends) == 1
    assert {type(end) for end in ends} == {type(None), PrintOpen}
