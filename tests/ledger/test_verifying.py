import sqlite3
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from builders.guards import tampered
from builders.village import Village, booked, new_village, settled_village
from passbook_desk.features.audit.commands import note_act
from passbook_desk.features.audit.errors import AuditChainBroken, MasterRowChanged
from passbook_desk.features.audit.queries import verify_audit
from passbook_desk.features.ledger.anchors import set_anchor
from passbook_desk.features.ledger.commands import reverse_lines
from passbook_desk.features.ledger.errors import (
    AnchorBroken,
    FiguresBroken,
    LedgerBroken,
    NoteBroken,
    SumsBroken,
    VoucherBroken,
)
from passbook_desk.features.ledger.queries import accounts, lines
from passbook_desk.features.ledger.values import AnchorKind, Colour, ReverseLines
from passbook_desk.features.ledger.verifying import NOTE_ERASED, verify_ledger
from passbook_desk.kernel.errors import FaultFound
from passbook_desk.kernel.ids import new_uid


@pytest.fixture
def village(tmp_path: Path) -> Village:
    """A village with three batches, one reversal and a code that went on paper."""
    village = settled_village(tmp_path)
    with village.read() as scope:
        everybody = tuple(row.id for row in accounts(scope, colour=Colour.GREEN))
    booked(village, everybody, memo="打扫街道")
    booked(village, everybody[:1], item="108")
    written = booked(village, everybody[1:], on=date(2026, 5, 25))
    with village.write() as tx:
        reverse_lines(tx, ReverseLines(new_uid(), written.seqs[:1], "重复"))
        set_anchor(tx, AnchorKind.PRINTOUT, "全村存折")
    return village


def test_an_untouched_ledger_verifies(village: Village) -> None:
    with village.read() as scope:
        assert verify_ledger(scope) == 7
        assert verify_audit(scope) > 20


@pytest.mark.parametrize(
    ("sql", "fault"),
    [
        ("UPDATE ledger_line SET points = 9900 WHERE seq = 2", LedgerBroken),
        ("UPDATE ledger_line SET occurred_on = '2026-05-21' WHERE seq = 1", LedgerBroken),
        ("UPDATE ledger_line SET item_text = '别的' WHERE seq = 3", LedgerBroken),
        ("UPDATE ledger_line SET account_id = 1, account_seq = 99 WHERE seq = 3", LedgerBroken),
        ("UPDATE voucher SET kind = 'opening' WHERE id = 1", LedgerBroken),
        ("DELETE FROM ledger_line WHERE seq = 4", LedgerBroken),
        ("DELETE FROM ledger_line WHERE seq = 7", AnchorBroken),
        ("UPDATE account_balance SET balance = balance + 100 WHERE account_id = 1", SumsBroken),
        ("UPDATE account_month SET points = 0 WHERE account_id = 1", SumsBroken),
        ("DELETE FROM account_month WHERE account_id = 1", SumsBroken),
        ("UPDATE line_note SET memo = '偷换' WHERE line_id = 1", NoteBroken),
        ("INSERT INTO voucher SELECT 99, village_id, 'x', kind, batch_id, recorded_at, recorded_by"
         " FROM voucher WHERE id = 1", VoucherBroken),
        ("UPDATE anchor SET code = 'AAAAAAAAAA'", AnchorBroken),
    ],
)  # fmt: skip
def test_each_change_behind_the_program_is_found(village: Village, sql: str, fault: type[FaultFound]) -> None:
    village = tampered(village, lambda connection: connection.execute(sql))
    with village.read() as scope, pytest.raises(fault):
        verify_ledger(scope)


@pytest.mark.parametrize(
    ("sql", "fault"),
    [
        ("UPDATE person SET name = '张三' WHERE id = 1", MasterRowChanged),
        ("UPDATE person SET phone = '13800000000' WHERE id = 1", MasterRowChanged),
        ("UPDATE village SET household_base = 10000", MasterRowChanged),
        ("DELETE FROM scored_span WHERE id = 1", MasterRowChanged),
        ("UPDATE catalogue_item SET most = 9900, least = 9900 WHERE code = '101'", MasterRowChanged),
        ("UPDATE audit SET detail = 'x' WHERE seq = 3", AuditChainBroken),
        ("DELETE FROM audit WHERE seq = 2", AuditChainBroken),
    ],
)
def test_each_change_of_people_and_rules_is_found(
    village: Village, sql: str, fault: type[FaultFound]
) -> None:
    village = tampered(village, lambda connection: connection.execute(sql))
    with village.read() as scope, pytest.raises(fault):
        verify_audit(scope)


def test_erasing_a_note_keeps_the_ledger_whole_once_it_is_noted(village: Village) -> None:
    with village.write() as tx:
        tx.session.execute(text("DELETE FROM line_note WHERE line_id = 1"))
    with village.read() as scope, pytest.raises(NoteBroken):
        verify_ledger(scope)
    with village.write() as tx:
        uid = tx.session.execute(text("SELECT uid FROM ledger_line WHERE id = 1")).scalar_one()
        note_act(tx, NOTE_ERASED, "ledger_line", uid)
    with village.read() as scope:
        assert verify_ledger(scope) == 7
        assert lines(scope, 1)[0].memo == ""


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE ledger_line SET points = 9900 WHERE seq = 2",
        "DELETE FROM ledger_line WHERE seq = 7",
        "UPDATE voucher SET kind = 'record'",
        "DELETE FROM audit",
        "UPDATE anchor SET code = ''",
        "UPDATE catalogue_item SET name = 'x'",
        "INSERT OR REPLACE INTO ledger_line SELECT * FROM ledger_line WHERE seq = 2",
        "INSERT INTO ledger_line SELECT 99, village_id, 9, 'u', voucher_id, account_id, 9, kind, effect,"
        " points, balance_after, assessment_after, spendable_after, occurred_on, counted_on, recorded_at,"
        " recorded_by, item_id, item_code, item_text, person_id, reverses_id, memo_commit, prev_hash, hash"
        " FROM ledger_line WHERE seq = 2",
        "DROP TRIGGER ledger_line_no_update",
        "DROP TABLE audit",
        "ATTACH ':memory:' AS other",
    ],
)
def test_the_file_itself_refuses_what_the_program_never_does(village: Village, sql: str) -> None:
    with pytest.raises(DBAPIError), village.write() as tx:
        tx.session.execute(text(sql))
    with village.read() as scope:
        assert verify_ledger(scope) == 7


def test_an_empty_ledger_verifies(tmp_path: Path) -> None:
    with new_village(tmp_path).read() as scope:
        assert verify_ledger(scope) == 0


def test_running_figures_that_do_not_follow_are_named(village: Village) -> None:
    """A forger who re-hashes the whole chain still has to make every running figure fit."""

    def forge(connection: sqlite3.Connection) -> None:
        from passbook_desk.features.ledger import verifying
        from passbook_desk.features.ledger.rules import LineChain, LineContent

        chain = LineChain(*connection.execute("SELECT uid FROM village").fetchone())
        connection.execute("UPDATE ledger_line SET points = 9900 WHERE seq = 2")
        previous = ""
        for row in connection.execute(str(verifying._LINES), {"village": 1}).fetchall():
            line = LineContent(*row[:23])
            new_hash = chain.hash(previous, line)
            connection.execute(
                "UPDATE ledger_line SET prev_hash = ?, hash = ? WHERE seq = ?", (previous, new_hash, line.seq)
            )
            previous = new_hash

    village = tampered(village, forge)
    with village.read() as scope, pytest.raises(FiguresBroken) as found:
        verify_ledger(scope)
    assert found.value.params["seq"] == 2
