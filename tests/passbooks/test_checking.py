"""核验: what stands on paper is taken back to the ledger, whatever happened since."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from builders.books import account_ids, answered, issued, paper, plan_of, printed, replaced, row_of, sent
from builders.guards import tampered
from builders.village import Village, booked, settled_village
from passbook_desk.features.ledger.anchors import set_anchor
from passbook_desk.features.ledger.commands import reverse_lines
from passbook_desk.features.ledger.values import AnchorKind, ReverseLines
from passbook_desk.features.notices.checking import check_code
from passbook_desk.features.notices.commands import issue_quarter
from passbook_desk.features.notices.values import IssueQuarter
from passbook_desk.features.passbooks.books.commands import close_book
from passbook_desk.features.passbooks.books.values import PrintWay
from passbook_desk.features.passbooks.checking_values import (
    AccountFound,
    BookFound,
    CodeAnswer,
    CodeVerdict,
    LineFound,
    Remark,
    SheetFound,
    SheetKind,
    Slip,
)
from passbook_desk.features.passbooks.commands import log_printouts
from passbook_desk.features.passbooks.queries import passbook_content
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.period import Quarter

GENUINE, CHANGED, FOREIGN = CodeVerdict.GENUINE, CodeVerdict.CHANGED, CodeVerdict.FOREIGN


@pytest.fixture
def village(tmp_path: Path) -> Iterator[Village]:
    village = settled_village(tmp_path)
    yield village
    village.store.close()


@pytest.fixture
def account(village: Village) -> int:
    return account_ids(village)[0]


def later(village: Village) -> None:
    village.clock = replace(village.clock, moment=village.clock.moment + timedelta(minutes=5))


def asked(village: Village, typed: str) -> CodeAnswer:
    with village.read() as scope:
        return check_code(scope, typed)


def line_of(village: Village, typed: str) -> LineFound:
    (found,) = asked(village, typed).found
    assert isinstance(found, LineFound)
    return found


def sheet_of(village: Village, typed: str) -> SheetFound:
    (found,) = asked(village, typed).found
    assert isinstance(found, SheetFound)
    return found


def codes(village: Village, book: int) -> list[str]:
    """The codes of what is due."""
    return [line.code for line in plan_of(village, book).lines]


def two_lines(village: Village, account: int) -> tuple[int, list[str]]:
    """A book with two deeds printed in it, and the codes beside them."""
    booked(village, (account,))
    booked(village, (account,), item="102")
    book = issued(village, account)
    printed_codes = codes(village, book)
    printed(village, book)
    return book, printed_codes


def test_the_code_of_a_printed_line_leads_back_to_it(village: Village, account: int) -> None:
    book, (_, second) = two_lines(village, account)
    answer = asked(village, second)
    assert (answer.verdict, answer.code) == (GENUINE, second)
    line = line_of(village, second)
    assert (line.book.number, line.book.holder) == (row_of(village, book).number, "王建国")
    assert (line.paper.page, line.paper.line, line.paper.kind) == (1, 2, "entry")
    assert line.paper.entry is not None
    assert line.paper.entry.item_code == "102"
    assert (line.printed_by, line.printed_at) == ("刘文书", village.clock.now())


def test_a_code_is_understood_however_it_is_typed(village: Village, account: int) -> None:
    _, (first, _) = two_lines(village, account)
    wide = "".join(chr(ord(character) + 0xFEE0) for character in first)
    for typed in (first.lower(), f" {first[:4]}-{first[4:]} ", wide, f"{first[:4]} {first[4:]}\n"):
        assert asked(village, typed).verdict is GENUINE


def test_every_single_slip_is_told_as_a_slip(village: Village, account: int) -> None:
    _, (first, _) = two_lines(village, account)
    for place, right in enumerate(first):
        wrong = "2" if right != "2" else "3"
        answer = asked(village, first[:place] + wrong + first[place + 1 :])
        assert (answer.slip, answer.found) == (Slip.CHECK, ())
    assert asked(village, first[:7]).slip is Slip.LENGTH
    assert asked(village, first[:7] + "O").slip is Slip.SIGNS


def test_a_line_that_was_reversed_is_genuine_paper_and_changed_since(village: Village, account: int) -> None:
    _, (first, second) = two_lines(village, account)
    with village.write() as tx:
        reverse_lines(tx, ReverseLines(new_uid(), (1,), "记错了"))
    answer = asked(village, first)
    assert answer.verdict is CHANGED
    line = line_of(village, first)
    assert line.remarks == (Remark.REVERSED,)
    assert line.taken_back_by is not None
    assert (line.taken_back_by.account_seq, line.taken_back_by.seq) == (3, 3)
    assert asked(village, second).verdict is GENUINE


def test_a_lost_book_is_barred_with_every_line_in_it(village: Village, account: int) -> None:
    book, (first, _) = two_lines(village, account)
    number = row_of(village, book).number
    new = row_of(village, replaced(village, book, lost=True)).number
    line = line_of(village, first)
    assert (line.verdict, line.remarks, line.next_book) == (CHANGED, (Remark.LOST,), new)
    (found,) = asked(village, number).found
    assert isinstance(found, BookFound)
    assert (found.verdict, found.remarks, found.next_book) == (CHANGED, (Remark.LOST,), new)
    assert asked(village, new).verdict is GENUINE


def test_a_line_of_a_full_book_stays_genuine_when_the_book_itself_is_replaced(
    village: Village, account: int
) -> None:
    book, (first, _) = two_lines(village, account)
    old = row_of(village, book).number
    new = row_of(village, replaced(village, book)).number
    line = line_of(village, first)
    assert (line.verdict, line.remarks, line.next_book) == (GENUINE, (Remark.REPLACED,), new)
    assert asked(village, old).verdict is CHANGED


def test_a_closed_book_is_told(village: Village, account: int) -> None:
    book, _ = two_lines(village, account)
    number = row_of(village, book).number
    with village.write() as tx:
        close_book(tx, book, "全户迁出")
    (found,) = asked(village, number).found
    assert (found.verdict, found.remarks) == (CHANGED, (Remark.CLOSED,))


def test_lines_that_were_sent_failed_or_spoilt_are_told_apart(village: Village, account: int) -> None:
    for _ in range(4):
        booked(village, (account,))
    book = issued(village, account)
    first = codes(village, book)
    waiting = sent(village, book)
    assert line_of(village, first[0]).remarks == (Remark.WAITING,)
    assert asked(village, first[0]).verdict is GENUINE
    answered(village, waiting, 2, spoilt=1)
    assert asked(village, first[1]).verdict is GENUINE
    assert line_of(village, first[2]).remarks == (Remark.SPOILT,)
    assert line_of(village, first[3]).remarks == (Remark.OFF_PAPER,)
    again = codes(village, book)
    printed(village, book)
    assert paper(village, book)[3:] == ["1-4 3 30", "1-5 4 40"]
    assert [asked(village, code).verdict for code in again] == [GENUINE, GENUINE]


def test_a_line_that_went_out_twice_is_one_line(village: Village, account: int) -> None:
    booked(village, (account,))
    book = issued(village, account)
    (code,) = codes(village, book)
    answered(village, sent(village, book), 0)
    later(village)
    printed(village, book)
    line = line_of(village, code)
    assert (line.verdict, line.printed_at) == (GENUINE, village.clock.now())
    printed(village, book, PrintWay.BOOKLET)
    assert line_of(village, code).way is PrintWay.BOOKLET


@pytest.mark.parametrize(
    "forged",
    [
        "UPDATE ledger_line SET points = points * 9, balance_after = balance_after * 9 WHERE seq = 1",
        "UPDATE ledger_line SET item_text = '修路大户' WHERE seq = 1",
        "UPDATE ledger_line SET item_text = '修路大户', hash = replace(hash, '0', '1') WHERE seq = 1",
        "UPDATE book_line SET balance = 99900 WHERE slot = 1",
    ],
)
def test_a_ledger_that_was_tampered_with_does_not_fit_the_paper(
    village: Village, account: int, forged: str
) -> None:
    _, (first, _) = two_lines(village, account)
    village = tampered(village, lambda connection: connection.execute(forged))
    line = line_of(village, first)
    assert (line.verdict, line.remarks) == (CHANGED, (Remark.DIFFERS,))


def test_a_printout_is_known_with_its_day_and_how_many_lines_came_since(
    village: Village, account: int
) -> None:
    booked(village, (account,))
    with village.write() as tx:
        contents = passbook_content(tx, (account,), village.clock.today())
        log_printouts(tx, contents)
    code = contents[0].head_code
    sheet = sheet_of(village, f"{code[:5]} {code[5:].lower()}")
    assert (sheet.kind, sheet.verdict, sheet.last_seq, sheet.since) == (SheetKind.PRINTOUT, GENUINE, 1, 0)
    assert (sheet.number, sheet.name, sheet.pages) == (contents[0].account.number, "王建国", 3)
    assert (sheet.as_of, sheet.made_by) == (village.clock.today(), "刘文书")
    booked(village, (account,))
    assert sheet_of(village, code).since == 1


def test_a_run_of_many_books_is_one_sheet_of_paper(village: Village) -> None:
    everybody = account_ids(village)
    booked(village, everybody[:2])
    with village.write() as tx:
        contents = passbook_content(tx, everybody, village.clock.today())
        log_printouts(tx, contents)
    sheet = sheet_of(village, contents[0].head_code)
    assert (sheet.books, sheet.number) == (len(everybody), "")


def test_a_notice_is_known_by_its_number_and_period(village: Village) -> None:
    booked(village, account_ids(village)[:2])
    village.on(village.clock.today().replace(month=7, day=3))
    with village.write() as tx:
        notice = issue_quarter(tx, IssueQuarter(Quarter.parse("2026Q2")))
    sheet = sheet_of(village, notice.head_code)
    assert (sheet.kind, sheet.verdict) == (SheetKind.NOTICE, GENUINE)
    assert (sheet.number, sheet.name, sheet.made_by) == (notice.number, "2026年二季度积分", "刘文书")
    assert sheet.as_of == notice.issued_on


def test_a_backup_and_a_print_of_lines_under_one_code_are_both_told(village: Village, account: int) -> None:
    booked(village, (account,))
    book = issued(village, account)
    with village.write() as tx:
        code = set_anchor(tx, AnchorKind.BACKUP, r"E:\备份\清泉村_0000001.pbd").code
    printed(village, book)
    answer = asked(village, code)
    assert answer.verdict is GENUINE
    kinds = [(found.kind, found.number) for found in answer.found if isinstance(found, SheetFound)]
    assert kinds == [
        (SheetKind.BOOK_LINES, row_of(village, book).number),
        (SheetKind.BACKUP, "清泉村_0000001.pbd"),
    ]


def test_a_sheet_from_a_ledger_that_was_made_anew_does_not_fit(village: Village, account: int) -> None:
    booked(village, (account,))
    with village.write() as tx:
        code = set_anchor(tx, AnchorKind.BACKUP, "U盘").code
    anew = "UPDATE ledger_line SET hash = hex(randomblob(32))"
    village = tampered(village, lambda connection: connection.execute(anew))
    assert sheet_of(village, code).remarks == (Remark.DIFFERS,)


def test_a_sheet_that_knows_more_than_the_file_tells_of_an_older_copy(village: Village) -> None:
    booked(village, account_ids(village)[:2])
    with village.write() as tx:
        code = set_anchor(tx, AnchorKind.BACKUP, "U盘").code
    village = tampered(village, lambda connection: connection.execute("UPDATE anchor SET seq = 900"))
    assert sheet_of(village, code).remarks == (Remark.SHORTER,)


def test_the_number_of_an_account_tells_its_balance_and_its_book(village: Village, account: int) -> None:
    booked(village, (account,))
    book = issued(village, account)
    row = row_of(village, book)
    (found,) = asked(village, row.account.number).found
    assert isinstance(found, AccountFound)
    assert (str(found.balance), found.book, found.verdict) == ("10", row.number, GENUINE)


def test_what_no_book_and_no_sheet_carries_is_not_ours(village: Village, account: int) -> None:
    _, (first, _) = two_lines(village, account)
    other = "".join(sorted(first))
    assert asked(village, "ABCDEFGHJK").verdict is FOREIGN
    assert asked(village, "20109994").slip is Slip.CHECK
    assert asked(village, "ABCDEFGA").verdict in (FOREIGN, CodeVerdict.SLIP)
    assert asked(village, other).found == ()
