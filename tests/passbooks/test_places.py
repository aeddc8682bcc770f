"""The paper is not what the program thinks: the next free line is set by hand, after a restore always."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from builders.books import (
    account_ids,
    answered,
    issued,
    paper,
    plan_of,
    printed,
    replaced,
    row_of,
    sent,
    small_type,
)
from builders.guards import tampered
from builders.village import Village, booked, settled_village
from passbook_desk.features.passbooks.books import errors
from passbook_desk.features.passbooks.books.commands import adopt_book, replace_book
from passbook_desk.features.passbooks.books.places import doubt_paper, set_place, trust_places
from passbook_desk.features.passbooks.books.seen import PaperKnown, paper_known
from passbook_desk.features.passbooks.books.values import (
    AdoptBook,
    PaperLineKind,
    PrintWay,
    ReplaceBook,
    SetPlace,
)
from passbook_desk.features.passbooks.books.verifying import verify_books
from passbook_desk.features.passbooks.checking import check_code
from passbook_desk.features.passbooks.checking_values import Remark
from passbook_desk.kernel.errors import UserError
from passbook_desk.kernel.points import Points


@pytest.fixture
def village(tmp_path: Path) -> Village:
    return settled_village(tmp_path)


@pytest.fixture
def account(village: Village) -> int:
    return account_ids(village)[0]


@pytest.fixture(autouse=True)
def _whole(village: Village) -> object:
    """Whatever a story does, the file is right at its end."""
    yield
    with village.read() as scope:
        verify_books(scope)


def deeds(village: Village, account: int, count: int) -> None:
    for _ in range(count):
        booked(village, (account,))


def moved(
    village: Village, book: int, page: int, line: int, balance: str = "", last_seq: int | None = None
) -> None:
    with village.write() as tx:
        told = Points.parse(balance) if balance else None
        set_place(tx, SetPlace(book, page, line, "折上不是这样", told, last_seq))


def due(village: Village, book: int) -> list[str]:
    return [
        f"{line.page}-{line.line} {line.entry.account_seq if line.entry else line.kind}"
        for line in plan_of(village, book).lines
    ]


def restored(village: Village, before: dict[str, PaperKnown] | None) -> int:
    """The file is as it was; until the restore this was known of the paper."""
    with village.write() as tx:
        return doubt_paper(tx, before).books


def test_lines_that_were_never_printed_go_out_again_from_where_the_paper_ends(
    village: Village, account: int
) -> None:
    deeds(village, account, 4)
    book = issued(village, account)
    printed(village, book)
    gone = plan_of(village, book, whole=True).lines[2].code
    moved(village, book, 1, 3)
    row = row_of(village, book)
    assert (row.page, row.line, str(row.position.balance), row.unprinted) == (1, 3, "20", 2)
    assert paper(village, book) == ["1-1 1 10", "1-2 2 20"]
    assert due(village, book) == ["1-3 3", "1-4 4"]
    with village.read() as scope:
        (found,) = check_code(scope, gone).found
    assert Remark.OFF_PAPER in found.remarks
    printed(village, book)
    assert paper(village, book) == ["1-1 1 10", "1-2 2 20", "1-3 3 30", "1-4 4 40"]


def test_places_that_somebody_wrote_on_are_passed_over_and_lines_follow_behind(
    village: Village, account: int
) -> None:
    deeds(village, account, 3)
    book = issued(village, account)
    answered(village, sent(village, book, 1), 1)
    moved(village, book, 1, 5)
    assert due(village, book) == ["1-5 2", "1-6 3"]
    printed(village, book)
    assert paper(village, book) == ["1-1 1 10", "1-5 2 20", "1-6 3 30"]


def test_lines_that_stand_on_the_paper_already_are_not_printed_again(village: Village, account: int) -> None:
    deeds(village, account, 4)
    book = issued(village, account)
    answered(village, sent(village, book, 1), 1)
    moved(village, book, 1, 4, "30")
    row = row_of(village, book)
    assert (str(row.position.balance), row.unprinted) == ("30", 1)
    assert due(village, book) == ["1-4 4"]


def test_a_balance_that_no_line_behind_the_place_has_is_refused(village: Village, account: int) -> None:
    deeds(village, account, 3)
    book = issued(village, account)
    printed(village, book)
    with pytest.raises(errors.BalanceNotInLedger):
        moved(village, book, 1, 8, "20")
    moved(village, book, 1, 8, "30")
    assert due(village, book) == []


def test_a_page_that_begins_behind_empty_places_says_what_it_goes_on_from(
    village: Village, account: int
) -> None:
    deeds(village, account, 3)
    book = issued(village, account, small_type(village))
    answered(village, sent(village, book, 2), 2)
    moved(village, book, 2, 1)
    assert due(village, book) == ["2-1 carry_in", "2-2 3"]


def test_from_the_first_line_on_everything_goes_out_again(village: Village, account: int) -> None:
    deeds(village, account, 2)
    first = issued(village, account)
    printed(village, first)
    book = replaced(village, first)
    deeds(village, account, 1)
    printed(village, book)
    moved(village, book, 1, 1)
    assert due(village, book) == ["1-1 from_book", "1-2 3"]


def test_a_place_may_be_set_back_and_forth_and_the_last_word_holds(village: Village, account: int) -> None:
    deeds(village, account, 5)
    book = issued(village, account)
    printed(village, book)
    for page, line in ((1, 2), (1, 9), (2, 1), (1, 3)):
        moved(village, book, page, line)
    assert due(village, book) == ["1-3 2", "1-4 3", "1-5 4", "1-6 5"]
    moved(village, book, 1, 7, "50")
    moved(village, book, 1, 4)
    assert due(village, book) == ["1-4 2", "1-5 3", "1-6 4", "1-7 5"]
    printed(village, book, PrintWay.BOOKLET)
    assert paper(village, book) == [f"1-{line} {line} {line}0" for line in range(1, 6)]


def test_the_same_place_twice_is_refused_and_the_same_command_is_done_once(
    village: Village, account: int
) -> None:
    deeds(village, account, 3)
    book = issued(village, account)
    printed(village, book)
    with pytest.raises(errors.PlaceUnchanged):
        moved(village, book, 1, 4)
    command = SetPlace(book, 1, 2, "卡纸")
    for _ in range(2):
        with village.write() as tx:
            set_place(tx, command)
    assert due(village, book) == ["1-2 2", "1-3 3"]
    with pytest.raises(errors.PlaceUnchanged):
        moved(village, book, 1, 2)


def test_no_place_outside_the_book_without_a_reason_or_while_a_print_waits(
    village: Village, account: int
) -> None:
    deeds(village, account, 2)
    book = issued(village, account)
    for page, line in ((0, 1), (13, 1), (1, 0), (1, 21), (-1, 25)):
        with pytest.raises(errors.PositionOutside):
            moved(village, book, page, line)
    refused(village, "ledger.reason-missing", SetPlace(book, 1, 2, " "))
    waiting = sent(village, book)
    refused(village, "books.print-open", SetPlace(book, 1, 2, "卡纸"))
    answered(village, waiting, 2)
    replaced(village, book, lost=True)
    refused(village, "books.ended", SetPlace(book, 1, 2, "卡纸"))


def refused(village: Village, code: str, command: SetPlace) -> None:
    with pytest.raises(UserError) as told, village.write() as tx:
        set_place(tx, command)
    assert told.value.code == code


def test_the_lines_written_by_hand_before_the_program_stay_untouched(village: Village, account: int) -> None:
    deeds(village, account, 3)
    kind = row_of(village, issued(village, account_ids(village)[1])).type_id
    with village.write() as tx:
        book = adopt_book(tx, AdoptBook(account, kind, 2, 4, Points.parse("10")))
    printed(village, book)
    with pytest.raises(errors.PlaceBeforeStart):
        moved(village, book, 2, 3)
    moved(village, book, 2, 4)
    assert due(village, book) == ["2-4 2", "2-5 3"]


def test_an_answer_is_too_late_once_the_place_was_set(village: Village, account: int) -> None:
    deeds(village, account, 3)
    book = issued(village, account)
    first = sent(village, book)
    answered(village, first, 3)
    moved(village, book, 1, 3)
    with pytest.raises(errors.OutcomeTooLate):
        answered(village, first, 1)
    again = sent(village, book)
    answered(village, again, 0)
    answered(village, again, 1)
    assert paper(village, book) == ["1-1 1 10", "1-2 2 20", "1-3 3 30"]


def test_the_last_place_of_all_is_kept_for_the_next_book(village: Village, account: int) -> None:
    deeds(village, account, 3)
    book = issued(village, account, small_type(village, pages=1))
    answered(village, sent(village, book, 1), 1)
    moved(village, book, 1, 5)
    plan = plan_of(village, book)
    assert (plan.lines, plan.full) == ((), True)
    replaced(village, book)
    assert [line.kind for line in plan_of(village, book).lines] == [PaperLineKind.TO_BOOK]


def test_after_a_restore_nothing_is_printed_in_a_book_until_somebody_has_looked(
    village: Village, account: int
) -> None:
    deeds(village, account, 3)
    book, other = issued(village, account), issued(village, account_ids(village)[1])
    answered(village, sent(village, book, 1), 1)
    with village.read() as scope:
        before = dict(paper_known(scope))
    uid = row_of(village, book).uid
    before[uid] = PaperKnown(before[uid].number, before[uid].marks | {"a print that the backup never saw"})
    assert restored(village, before) == 1
    assert (row_of(village, book).doubted, row_of(village, other).doubted) == (True, False)
    for act in (lambda: sent(village, book), lambda: replaced(village, book)):
        with pytest.raises(errors.PaperDoubted):
            act()
    moved(village, book, 1, 4, "30")
    assert not row_of(village, book).doubted
    assert due(village, book) == []
    deeds(village, account, 1)
    printed(village, book)
    assert paper(village, book)[-1] == "1-4 4 40"


def test_paper_that_holds_no_more_is_trusted_as_it_is(village: Village, account: int) -> None:
    deeds(village, account, 2)
    book = issued(village, account)
    answered(village, sent(village, book, 1), 0)
    printed(village, book)
    assert restored(village, None) == 1
    assert restored(village, None) == 0
    moved(village, book, 1, 3)
    assert restored(village, None) == 1
    with village.write() as tx:
        assert trust_places(tx, (book,), "备份后没有登过折") == 1
        assert trust_places(tx, (book,), "备份后没有登过折") == 0
    assert (row_of(village, book).doubted, due(village, book)) == (False, [])


def test_a_lost_book_is_replaced_without_looking_at_it(village: Village, account: int) -> None:
    deeds(village, account, 2)
    book = issued(village, account)
    printed(village, book)
    restored(village, None)
    with village.write() as tx:
        new = replace_book(tx, ReplaceBook(book, "丢了", lost=True))
    assert not row_of(village, new).doubted


def test_a_lost_book_that_the_restore_made_good_again_and_one_it_never_knew_are_told(
    village: Village, account: int
) -> None:
    book = issued(village, account)
    with village.read() as scope:
        before = dict(paper_known(scope))
    uid = row_of(village, book).uid
    before[uid] = PaperKnown(before[uid].number, frozenset({"lost"}))
    before["later"] = PaperKnown("20990019", frozenset({""}))
    with village.write() as tx:
        doubts = doubt_paper(tx, before)
    assert (doubts.books, doubts.unknown) == (1, ("20990019",))


@pytest.mark.parametrize(
    ("words", "statement"),
    [
        ("append-only", "UPDATE place_set SET slot = 9"),
        ("append-only", "DELETE FROM place_set"),
        ("append-only", "UPDATE paper_doubt SET after_set = 0"),
        ("append-only", "DELETE FROM paper_doubt"),
        ("does not fit", "{set} VALUES ('x', 1, 3, 1, 9, 2, 2000, 'r', 'm', 1)"),
        ("does not fit", "{set} VALUES ('x', 1, 2, 0, 9, 2, 2000, 'r', 'm', 1)"),
        (
            "was set by hand",
            "INSERT INTO print_outcome (uid, book_print_id, number, printed, spoilt, told_at, told_by)"
            " VALUES ('x', 1, 2, 0, 0, 'm', 1)",
        ),
        (
            "looked at the paper",
            "INSERT INTO book_print (village_id, uid, book_id, number, way, printer, sent_at, sent_by)"
            " VALUES (1, 'x', 1, 2, 'printer', '', 'm', 1)",
        ),
    ],
)
def test_the_file_itself_keeps_what_was_set(
    village: Village, account: int, words: str, statement: str
) -> None:
    deeds(village, account, 2)
    book = issued(village, account)
    printed(village, book)
    moved(village, book, 1, 5)
    restored(village, None)
    columns = "(uid, book_id, number, after_print, slot, last_seq, balance, reason, set_at, set_by)"
    with pytest.raises(IntegrityError, match=words), village.write() as tx:
        tx.session.execute(text(statement.format(set=f"INSERT INTO place_set {columns}")))


@pytest.mark.parametrize(
    "column",
    [
        "slot = slot + 1",
        "last_seq = last_seq - 1",
        "balance = balance + 100",
        "number = 2",
        "after_print = 0",
    ],
)
def test_a_place_that_was_changed_in_the_file_is_named(
    village: Village, account: int, column: str, tmp_path: Path
) -> None:
    deeds(village, account, 2)
    book = issued(village, account)
    printed(village, book)
    moved(village, book, 1, 5)
    village.store.close()
    (tmp_path / "forged").mkdir()
    copy = replace(village, path=Path(shutil.copy(village.path, tmp_path / "forged")))
    forged = tampered(copy, lambda file: file.execute(f"UPDATE place_set SET {column}"))
    with forged.read() as scope, pytest.raises(errors.BookBroken):
        verify_books(scope)
