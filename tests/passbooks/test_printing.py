import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from builders.auditing import activity
from builders.paper import measure, pdf_text
from builders.village import Village, booked, household, settled_village
from passbook_desk.features.ledger.commands import reverse_lines
from passbook_desk.features.ledger.errors import NobodyChosen, UnknownAccount
from passbook_desk.features.ledger.queries import accounts, head
from passbook_desk.features.ledger.values import ReverseLines
from passbook_desk.features.ledger.verifying import verify_ledger
from passbook_desk.features.passbooks.commands import log_printouts
from passbook_desk.features.passbooks.errors import PrintoutOutdated
from passbook_desk.features.passbooks.paper import passbook_pages
from passbook_desk.features.passbooks.queries import passbook_content, printouts
from passbook_desk.features.passbooks.values import PassbookContent
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.ids import new_uid

TODAY = date(2026, 6, 1)


@pytest.fixture
def village(tmp_path: Path) -> Village:
    return settled_village(tmp_path)


def ids(village: Village, grid: str | None = None) -> tuple[int, ...]:
    with village.read() as scope:
        return tuple(row.id for row in accounts(scope, grid_code=grid))


def books(village: Village, *account_ids: int) -> tuple[PassbookContent, ...]:
    with village.read() as scope:
        return passbook_content(scope, account_ids, TODAY)


def count(village: Village, table: str) -> int:
    with village.read() as scope:
        return int(scope.session.connection().exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one())


def test_the_books_of_a_grid_come_in_the_order_asked_for_with_holder_and_office(village: Village) -> None:
    wanted = ids(village, "01")
    booked(village, wanted[:1])
    contents = books(village, *reversed(wanted))
    assert [content.account.id for content in contents] == list(reversed(wanted))
    last = contents[-1]
    assert (last.village_name, last.office_phone, last.as_of) == ("清泉村", "0351-5550123", TODAY)
    assert ([str(line.points) for line in last.lines], str(last.balance)) == (["10"], "10")
    assert last.head_code == contents[0].head_code != "-" * 10


def test_a_line_taken_back_is_printed_with_what_took_it_back(village: Village) -> None:
    first = ids(village)[0]
    written = booked(village, (first,))
    with village.write() as tx:
        reverse_lines(tx, ReverseLines(new_uid(), written.seqs, "记错了户"))
    (content,) = books(village, first)
    text = "".join(pdf_text(passbook_pages(content, measure())))
    assert "冲第 1 行" in text
    assert "-10" in text
    assert "记错了户" not in text
    assert str(content.balance) == "0"


def test_an_unknown_account_has_no_book(village: Village) -> None:
    with pytest.raises(UnknownAccount), village.read() as scope:
        passbook_content(scope, (999,), TODAY)


def test_printing_is_logged_with_the_lines_shown_one_row_a_book_and_one_code_for_all(
    village: Village,
) -> None:
    first, second, *_ = ids(village)
    booked(village, (first,))
    booked(village, (first,))
    contents = books(village, first, second)
    with village.write() as tx:
        log_printouts(tx, contents)
        assert Topic.PASSBOOKS in tx.touched
    with village.read() as scope:
        empty, full = printouts(scope, 10)
        (act,) = [row for row in activity(scope, 50) if row.act == "passbooks-printed"]
        assert verify_ledger(scope) == 2
        assert full.head_code == head(scope).code
    assert (full.account_id, full.first_account_seq, full.last_account_seq, full.pages) == (first, 1, 2, 3)
    assert (empty.account_id, empty.first_account_seq, empty.last_account_seq) == (second, 0, 0)
    assert (full.as_of, full.printed_by, full.owner_name) == (TODAY, "刘文书", "王建国")
    assert (act.subject_uid, act.detail) == (full.uid, "2")
    assert count(village, "anchor") == 1


def test_the_log_shows_the_latest_prints_first_and_no_more_than_asked_for(village: Village) -> None:
    for account_id in ids(village)[:3]:
        with village.write() as tx:
            log_printouts(tx, passbook_content(tx, (account_id,), TODAY))
    with village.read() as scope:
        latest = [row.account_id for row in printouts(scope, 2)]
    assert latest == [ids(village)[2], ids(village)[1]]


def test_nothing_is_logged_when_the_ledger_went_on_since_the_pages_were_made(village: Village) -> None:
    first = ids(village)[0]
    contents = books(village, first)
    booked(village, (first,))
    with pytest.raises(PrintoutOutdated), village.write() as tx:
        log_printouts(tx, contents)
    assert (count(village, "printout"), count(village, "anchor")) == (0, 0)


def test_a_print_of_nothing_is_refused(village: Village) -> None:
    with pytest.raises(NobodyChosen), village.write() as tx:
        log_printouts(tx, ())


def test_the_print_log_cannot_be_changed(village: Village) -> None:
    first = ids(village)[0]
    with village.write() as tx:
        log_printouts(tx, passbook_content(tx, (first,), TODAY))
    village.store.close()
    with closing(sqlite3.connect(village.path)) as connection:
        for attempt in ("UPDATE printout SET pages = 1", "DELETE FROM printout"):
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                connection.execute(attempt)


def test_no_number_of_a_person_is_on_a_passbook(village: Village) -> None:
    with village.write() as tx:
        household(tx, "03001", "赵德才", phone="13912345678")
    (account_id,) = ids(village, "03")
    booked(village, (account_id,), memo="残疾，低保户")
    text = "".join(pdf_text(passbook_pages(books(village, account_id)[0], measure())))
    assert "赵德才" in text
    assert not [secret for secret in ("13912345678", "5678", "残疾", "低保") if secret in text]
