import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from builders.auditing import activity, audit_head, last_digest
from builders.guards import tampered
from builders.village import KEY, Village, grid, household, new_village, person
from passbook_desk.db.store import CreatedRow
from passbook_desk.features.audit.commands import create_rows, note_act
from passbook_desk.features.audit.digests import row_digest
from passbook_desk.features.audit.errors import AuditChainBroken, MasterRowChanged
from passbook_desk.features.audit.model import AuditRow
from passbook_desk.features.audit.queries import verify_audit
from passbook_desk.features.audit.rules import AuditChain
from passbook_desk.features.households.model import Person, Place
from passbook_desk.features.households.secrets import LookupKey, set_phone
from passbook_desk.kernel.canonical import NO_HASH
from passbook_desk.kernel.errors import FaultFound
from passbook_desk.kernel.sensitive import Sensitive, SensitiveKind

PHONE = Sensitive(SensitiveKind.PHONE, "13900001111")


@pytest.fixture
def village(tmp_path: Path) -> Village:
    """A village with one person."""
    village = new_village(tmp_path)
    with village.write() as tx:
        person(tx, "王建国")
    return village


def acts_on(village: Village, uid: str) -> list[str]:
    with village.read() as scope:
        chosen = select(AuditRow.act).where(AuditRow.subject_uid == uid).order_by(AuditRow.seq)
        return list(scope.session.scalars(chosen))


def somebody(village: Village) -> Person:
    with village.read() as scope:
        return scope.session.scalars(select(Person)).one()


def test_a_row_that_is_made_changed_and_removed_leaves_three_acts(village: Village) -> None:
    with village.write() as tx:
        uid = grid(tx, "01").uid
    with village.write() as tx:
        tx.session.scalars(select(Place)).one().name = "河东"
    with village.write() as tx:
        tx.session.delete(tx.session.scalars(select(Place)).one())
    assert acts_on(village, uid) == ["created", "changed", "removed"]
    with village.read() as scope:
        assert last_digest(scope, "place", uid) == ""
        assert verify_audit(scope) == audit_head(scope)


def test_a_row_that_is_made_and_changed_in_one_act_is_sealed_once_as_it_ends(village: Village) -> None:
    with village.write() as tx:
        place = grid(tx, "01")
        place.name = "河西"
        tx.session.flush()
        place.name = "河东"
    assert acts_on(village, place.uid) == ["created"]
    with village.read() as scope:
        assert verify_audit(scope) > 0


def test_a_row_that_is_made_and_removed_in_one_act_verifies(village: Village) -> None:
    with village.write() as tx:
        place = grid(tx, "01")
        tx.session.delete(place)
    with village.read() as scope:
        assert verify_audit(scope) > 0
        assert scope.session.scalars(select(Place)).all() == []


def test_rows_made_at_once_are_sealed_like_rows_made_one_by_one(village: Village) -> None:
    with village.write() as tx:
        by_itself = grid(tx, "01")
        tx.session.flush()  # its id comes before those of the next ones
        facts = {"village_id": tx.village_id, "kind": "grid"}
        together = create_rows(
            tx,
            Place,
            [
                {"id": by_itself.id + 1, "uid": "b" * 32, "code": "02", "name": "河\u0001东", **facts},
                {"id": by_itself.id + 2, "uid": "c" * 32, "code": "03", "name": "河西", **facts},
            ],
        )
    with village.read() as scope:
        rows = {row.uid: row for row in scope.session.scalars(select(Place))}
        assert [rows[row.uid].name for row in together] == ["河东", "河西"]
        for row in (*together, CreatedRow("place", by_itself.uid, row_digest(by_itself))):
            assert last_digest(scope, "place", row.uid) == row.digest == row_digest(rows[row.uid])
        assert verify_audit(scope) == audit_head(scope)
    assert acts_on(village, "b" * 32) == acts_on(village, by_itself.uid) == ["created"]


def test_a_row_made_with_others_and_changed_in_the_same_act_is_sealed_as_it_ends(village: Village) -> None:
    with village.write() as tx:
        values = {"id": 7, "uid": "b" * 32, "village_id": tx.village_id, "kind": "grid", "code": "02"}
        create_rows(tx, Place, [{**values, "name": "河东"}])
        tx.session.get_one(Place, 7).name = "河西"
    assert acts_on(village, "b" * 32) == ["created", "changed"]
    with village.read() as scope:
        assert last_digest(scope, "place", "b" * 32) == row_digest(scope.session.get_one(Place, 7))
        assert verify_audit(scope) == audit_head(scope)


def test_the_layout_of_audit_rows_never_changes() -> None:
    first = AuditChain("u").hash(
        NO_HASH, 1, "2026-06-03T01:12:09.123456Z", None, "created", "person", "p", "d", ""
    )
    assert first == "92da13a7e0614c19553592a757b5436d1656f642281fb17555bfc496dc5d0c80"


def test_saving_a_row_as_it_was_is_no_act(village: Village) -> None:
    before = acts_on(village, somebody(village).uid)
    with village.write() as tx:
        row = tx.session.scalars(select(Person)).one()
        row.name = row.name
    assert acts_on(village, somebody(village).uid) == before == ["created"]


def test_an_act_that_fails_leaves_no_trace_in_the_chain(village: Village) -> None:
    with village.read() as scope:
        before = audit_head(scope)

    def interrupted() -> None:
        with village.write() as tx:
            household(tx, "01001", "李秀英")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        interrupted()
    with village.read() as scope:
        assert verify_audit(scope) == before


def test_the_digest_of_a_phone_is_no_phone_and_outlives_the_lookups(village: Village) -> None:
    with village.write() as tx:
        set_phone(tx.session.scalars(select(Person)).one(), PHONE, KEY)
    uid = somebody(village).uid
    assert acts_on(village, uid) == ["created", "changed"]
    with village.write() as tx:
        set_phone(tx.session.scalars(select(Person)).one(), PHONE, LookupKey(b"n" * 32))
    with village.read() as scope:
        verify_audit(scope)
    village.store.close()
    with closing(sqlite3.connect(village.path)) as connection:
        rows = connection.execute("SELECT * FROM audit").fetchall()
    assert not any(PHONE.value in str(cell) for row in rows for cell in row)


def test_who_did_what_is_told_newest_first(village: Village) -> None:
    with village.write() as tx:
        note_act(tx, "passbooks-printed", "printout", "u" * 32, "3")
    with village.read() as scope:
        latest, before = activity(scope, 2)
    assert (latest.operator, latest.act, latest.detail) == ("刘文书", "passbooks-printed", "3")
    assert latest.at == village.clock.now()
    assert (before.act, before.subject_table, latest.seq) == ("created", "person", before.seq + 1)


@pytest.mark.parametrize(
    ("sql", "table"),
    [
        ("UPDATE person SET name = '王建军'", "person"),
        ("UPDATE person SET born_on = '1970-01-01'", "person"),
        ("UPDATE person SET id_number = '140108197001010012'", "person"),
        ("DELETE FROM person", "person"),
        ("UPDATE operator SET name = '别人'", "operator"),
        ("UPDATE operator_role SET role = 'supervisor' WHERE id = 1", "operator_role"),
        ("UPDATE village SET objection_phone = '110'", "village"),
        ("INSERT INTO operator (village_id, uid, name) VALUES (1, 'x', '生人')", "operator"),
    ],
)
def test_a_master_row_changed_behind_the_program_is_named(village: Village, sql: str, table: str) -> None:
    village = tampered(village, lambda connection: connection.execute(sql))
    with village.read() as scope, pytest.raises(MasterRowChanged) as found:
        verify_audit(scope)
    assert found.value.params["table"] == table


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE audit SET act = 'created' WHERE act = 'noted' OR seq = 2",
        "UPDATE audit SET digest = replace(digest, substr(digest, 1, 1), '0') || 'f' WHERE seq = 2",
        "UPDATE audit SET at = '2020-01-01T00:00:00.000000Z' WHERE seq = 2",
        "UPDATE audit SET operator_id = NULL WHERE seq = 2",
        "UPDATE audit SET detail = '不是我' WHERE seq = 2",
        "DELETE FROM audit WHERE seq = 2",
        "UPDATE audit SET seq = 99 WHERE seq = 2",
    ],
)
def test_a_changed_chain_is_named_by_its_first_broken_row(village: Village, sql: str) -> None:
    def change(connection: sqlite3.Connection) -> None:
        assert connection.execute(sql).rowcount > 0

    if "act = 'created'" in sql:
        with village.write() as tx:
            note_act(tx, "noted", "village", "x")
    village = tampered(village, change)
    with village.read() as scope, pytest.raises(AuditChainBroken) as found:
        verify_audit(scope)
    assert found.value.params["seq"] >= 1


def test_an_audit_row_of_a_row_that_never_was_is_missed(village: Village) -> None:
    """The chain is whole, yet it speaks of a person who is not there."""
    with village.write() as tx:
        gone = person(tx, "李秀英")
    village = tampered(village, lambda connection: connection.execute("DELETE FROM person WHERE id = 2"))
    with village.read() as scope, pytest.raises(MasterRowChanged) as found:
        verify_audit(scope)
    assert found.value.params == {"table": "person", "uid": gone.uid}


def test_no_character_of_a_recorded_moment_can_change_unseen(village: Village) -> None:
    with village.read() as scope:
        end = audit_head(scope)
        assert verify_audit(scope) == end
    village.store.close()
    with closing(sqlite3.connect(village.path)) as connection:
        (written,) = connection.execute("SELECT at FROM audit WHERE seq = ?", (end,)).fetchone()
    changed = [
        written[:place] + chr(ord(written[place]) ^ (1 << bit)) + written[place + 1 :]
        for place in range(len(written))
        for bit in range(7)
    ]
    for text in changed:
        other = tampered(
            village,
            lambda connection, text=text: connection.execute(
                "UPDATE audit SET at = ? WHERE seq = ?", (text, end)
            ),
        )
        with other.read() as scope, pytest.raises(FaultFound):
            verify_audit(scope)
        other.store.close()
