"""Whoever changes a book behind the program's back is found out, and the book is named."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from builders.books import account_ids, answered, issued, printed, replaced, row_of, sent, small_type
from builders.guards import tampered
from builders.village import Village, booked, new_village, settled_village
from passbook_desk.features.audit.errors import MasterRowChanged
from passbook_desk.features.audit.queries import verify_audit
from passbook_desk.features.passbooks.books.errors import BookBroken
from passbook_desk.features.passbooks.books.verifying import verify_books


@pytest.fixture(scope="module")
def settled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three accounts: a full book and the next one, a book with a spoilt line, one that waits."""
    village = settled_village(tmp_path_factory.mktemp("books"))
    first, second, _, third = account_ids(village)
    for account, count in ((first, 9), (second, 4), (third, 2)):
        for _ in range(count):
            booked(village, (account,))
    full = issued(village, first, small_type(village))
    printed(village, full)
    after = replaced(village, full)
    printed(village, full)
    printed(village, after)
    jammed = issued(village, second)
    answered(village, sent(village, jammed), 2, spoilt=1)
    printed(village, jammed)
    sent(village, issued(village, third))
    village.store.close()
    return village.path


@pytest.fixture
def village(settled: Path, tmp_path: Path) -> Village:
    village = new_village(tmp_path)
    shutil.copyfile(settled, village.path)
    return village


def numbers(village: Village) -> list[str]:
    """The numbers of the four books, in the order of issue."""
    return [row_of(village, book).number for book in (1, 2, 3, 4)]


def checked(village: Village) -> int:
    with village.read() as scope:
        return verify_books(scope)


def test_books_that_nobody_touched_are_right(village: Village) -> None:
    assert checked(village) == 4
    with village.read() as scope:
        verify_audit(scope)


@pytest.mark.parametrize(
    ("book", "statement"),
    [
        (1, "UPDATE book_position SET next_slot = next_slot + 1 WHERE book_id = 1"),
        (1, "UPDATE book_position SET closed = 0 WHERE book_id = 1"),
        (2, "UPDATE book_position SET last_seq = last_seq - 1 WHERE book_id = 2"),
        (3, "UPDATE book_position SET balance = balance + 100 WHERE book_id = 3"),
        (3, "UPDATE book_position SET spoilt = 1 WHERE book_id = 3"),
        (3, "DELETE FROM book_position WHERE book_id = 3"),
        (4, "UPDATE book_position SET open_print_id = NULL WHERE book_id = 4"),
        (4, "UPDATE book_position SET next_slot = 3, last_seq = 2, balance = 2000 WHERE book_id = 4"),
        (1, "UPDATE book_line SET code = '22222222' WHERE id = 2"),
        (1, "UPDATE book_line SET slot = 40 WHERE id = 9"),
        (1, "UPDATE book_line SET line_id = 8, balance = 8000 WHERE id = 2"),
        (1, "UPDATE book_line SET line_id = 10 WHERE id = 1"),
        (1, "UPDATE book_line SET balance = balance + 1 WHERE kind = 'carry_in'"),
        (1, "UPDATE book_line SET kind = 'carry_in' WHERE kind = 'carry_out'"),
        (3, "UPDATE print_outcome SET spoilt = 0 WHERE spoilt = 1"),
        (3, "UPDATE print_outcome SET printed = 4 WHERE spoilt = 1"),
        (3, "UPDATE print_outcome SET number = 2 WHERE spoilt = 1"),
        (4, "UPDATE book SET ended_as = 'lost', ended_on = '2026-06-01' WHERE id = 4"),
        (2, "UPDATE book SET after_seq = 6, balance_before = 6000 WHERE id = 2"),
        (2, "UPDATE book SET balance_before = 6000 WHERE id = 2"),
        (2, "UPDATE book SET ordinal = 3 WHERE id = 2"),
        (2, "UPDATE book SET ended_as = '', ended_on = NULL WHERE id = 1"),
        (1, "UPDATE book SET uid = 'x' WHERE id = 1"),
        (1, "UPDATE ledger_line SET hash = 'x' WHERE id = 3"),
        (1, "DELETE FROM book_line WHERE id = 3"),
        (1, "UPDATE book_print SET number = 5 WHERE book_id = 1 AND number = 2"),
        (3, "UPDATE book_print SET book_id = 3, number = 3 WHERE book_id = 4"),
    ],
)
def test_the_first_book_that_is_wrong_is_named(village: Village, book: int, statement: str) -> None:
    number = numbers(village)[book - 1]
    changed = tampered(village, lambda connection: connection.execute(statement))
    with pytest.raises(BookBroken) as found:
        checked(changed)
    assert found.value.params == {"number": number}


@pytest.mark.parametrize(
    ("table", "statement"),
    [
        ("book", "UPDATE book SET holder = '马王爷' WHERE id = 1"),
        ("book_type", "UPDATE book_type SET name = '别的' WHERE id = 1"),
        ("book_print", "UPDATE book_print SET printer = '别处' WHERE id = 1"),
        ("book_line", "UPDATE book_line SET code = '22222222' WHERE id = 2"),
        ("print_outcome", "UPDATE print_outcome SET printed = printed - 1 WHERE id = 1"),
    ],
)
def test_a_changed_row_of_a_book_is_named_by_the_audit(village: Village, table: str, statement: str) -> None:
    changed = tampered(village, lambda connection: connection.execute(statement))
    with pytest.raises(MasterRowChanged) as found, changed.read() as scope:
        verify_audit(scope)
    assert found.value.params["table"] == table


def test_many_books_are_checked_with_few_statements(
    village: Village, statements: Callable[[Village, Callable[[], object]], int]
) -> None:
    few = statements(village, lambda: checked(village))
    booked(village, account_ids(village)[:1])
    printed(village, 2)
    issued(village, account_ids(village)[2])
    assert checked(village) == 5
    assert statements(village, lambda: checked(village)) == few


@pytest.fixture
def statements() -> Callable[[Village, Callable[[], object]], int]:
    """How many statements an act takes."""

    def count(village: Village, act: Callable[[], object]) -> int:
        seen: list[str] = []
        with village.read() as scope:
            raw = scope.session.connection().connection.driver_connection
        assert raw is not None
        raw.set_trace_callback(seen.append)
        act()
        raw.set_trace_callback(None)
        return sum(statement.startswith("SELECT") for statement in seen)

    return count
