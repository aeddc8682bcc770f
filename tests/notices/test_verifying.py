import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from builders.guards import tampered
from builders.village import Village, booked, settled_village
from passbook_desk.features.ledger.queries import accounts
from passbook_desk.features.ledger.values import Colour
from passbook_desk.features.notices.commands import issue_quarter
from passbook_desk.features.notices.errors import NoticeBroken, NoticeFiguresBroken
from passbook_desk.features.notices.queries import issued_quarter
from passbook_desk.features.notices.rules import lines_digest, sheet_digest
from passbook_desk.features.notices.values import IssueQuarter
from passbook_desk.features.notices.verifying import verify_notices
from passbook_desk.kernel.errors import FaultFound
from passbook_desk.kernel.period import Quarter

Q2, Q3 = Quarter(2026, 2), Quarter(2026, 3)


@pytest.fixture
def village(tmp_path: Path) -> Village:
    """A village with two issued notices and lines after them."""
    village = settled_village(tmp_path)
    with village.read() as scope:
        households = tuple(row.id for row in accounts(scope, colour=Colour.GREEN))
    booked(village, households, on=date(2026, 2, 3))
    booked(village, households[:2])
    for day, quarter in ((date(2026, 7, 1), Q2), (date(2026, 10, 1), Q3)):
        village.on(day)
        with village.write() as tx:
            issue_quarter(tx, IssueQuarter(quarter))
        booked(village, households, on=date(2026, 6, 30))
    return village


def by_sql(village: Village, *statements: str) -> Village:
    return tampered(village, lambda connection: [connection.execute(each) for each in statements])


def fault(village: Village) -> FaultFound:
    with village.read() as scope, pytest.raises(FaultFound) as found:
        verify_notices(scope)
    return found.value


def test_notices_as_issued_verify_whatever_was_recorded_since(village: Village) -> None:
    with village.read() as scope:
        assert verify_notices(scope) == 2


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE notice_line SET closing = closing + 100 WHERE notice_id = 1 AND line_no = 2",
        "UPDATE notice_line SET shown_name = '赵*才' WHERE notice_id = 1 AND line_no = 1",
        "DELETE FROM notice_line WHERE notice_id = 1 AND line_no = 4",
        "UPDATE notice SET hung_until = '2026-08-01' WHERE id = 1",
        "UPDATE notice SET objection_phone = '0000' WHERE id = 1",
        "UPDATE notice SET about = 'spring' WHERE id = 1",
        "UPDATE notice_line SET colour = 'blue' WHERE id = 1",
        "UPDATE notice SET cut_off_seq = cut_off_seq + 1 WHERE id = 1",
        "UPDATE notice SET version = 2, reason = '没有错' WHERE id = 1",
        "UPDATE notice SET sheet = replace(sheet, 'a4', 'a3') WHERE id = 1",
        "UPDATE notice SET sheet = '{}' WHERE id = 1",
    ],
)
def test_a_changed_notice_is_named(village: Village, change: str) -> None:
    found = fault(by_sql(village, change))
    assert isinstance(found, NoticeBroken)
    assert found.params["number"] == "2026-01"


def test_a_removed_notice_is_missed_by_its_number(village: Village) -> None:
    found = fault(
        by_sql(village, "DELETE FROM notice_line WHERE notice_id = 2", "DELETE FROM notice WHERE id = 2")
    )
    assert isinstance(found, NoticeBroken)
    assert found.params["number"] == "2026-02"


def test_a_notice_that_was_slipped_in_is_named(village: Village) -> None:
    columns = (
        "village_id, version, kind, first_on, last_on, cut_off_seq, issued_on, hung_until, village_name,"
        " township, issuer, objection_phone, wall_places, head_code, lines_sha256, form, sheet, reason,"
        " issued_at, issued_by"
    )
    slipped_in = (
        f"INSERT INTO notice (uid, number, about, {columns})"
        f" SELECT 'other', '2026-09', '2025Q4', {columns} FROM notice WHERE id = 1"
    )
    found = fault(by_sql(village, slipped_in))
    assert isinstance(found, NoticeBroken)
    assert found.params["number"] == "2026-09"


def test_figures_forged_with_all_their_seals_still_do_not_follow_from_the_ledger(village: Village) -> None:
    forged = by_sql(
        village, "UPDATE notice_line SET credits = credits + 100, closing = closing + 100 WHERE id = 1"
    )
    with forged.read() as scope:
        content = issued_quarter(scope, Q2)
        sheet = scope.session.connection().exec_driver_sql("SELECT sheet FROM notice").scalars().first()
    assert content is not None
    sealed = by_sql(
        forged,
        f"UPDATE notice SET lines_sha256 = '{lines_digest(content.lines)}' WHERE id = 1",
        f"UPDATE audit SET detail = '2026-01 {sheet_digest(content, str(sheet), '')}'"
        " WHERE act = 'notice-issued' AND detail LIKE '2026-01 %'",
    )
    found = fault(sealed)
    assert isinstance(found, NoticeFiguresBroken)
    assert (found.params["number"], found.params["line"]) == ("2026-01", 1)


def test_a_line_of_the_ledger_that_was_changed_does_not_fit_the_notice(village: Village) -> None:
    found = fault(by_sql(village, "UPDATE ledger_line SET points = points + 100 WHERE seq = 4"))
    assert isinstance(found, NoticeFiguresBroken)


def test_issued_notices_cannot_be_changed_while_the_triggers_stand(village: Village) -> None:
    village.store.close()
    attempts: list[Callable[[sqlite3.Connection], object]] = [
        lambda connection: connection.execute("UPDATE notice SET number = '2026-07'"),
        lambda connection: connection.execute("DELETE FROM notice_line"),
    ]
    with closing(sqlite3.connect(village.path)) as connection:
        for attempt in attempts:
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                attempt(connection)
