"""What is written down of a village outside its file."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from builders.guards import guards_aside
from builders.village import MORNING, booked, one_deed, settled_village
from passbook_desk.app.desk import Desk
from passbook_desk.app.verify import verify_village
from passbook_desk.app.village_file import open_village, shipped_scripts
from passbook_desk.app.witness import start_anew, witness_of
from passbook_desk.features.audit.rules import AuditChain
from passbook_desk.features.ledger.errors import ChainsReplaced, OlderCopy
from passbook_desk.features.ledger.queries import accounts
from passbook_desk.features.ledger.recording import record_deeds
from passbook_desk.kernel.clock import FixedClock
from passbook_desk.kernel.places import Places

CLOCK = FixedClock(MORNING)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "villages", tmp_path / "settings", tmp_path / "logs")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A village with lines, closed."""
    village = settled_village(tmp_path)
    with village.read() as scope:
        everybody = tuple(row.id for row in accounts(scope))[:1]
    booked(village, everybody)
    village.store.close()
    return village.path


def opened(file: Path, places: Places) -> Desk:
    village_file = open_village(file, CLOCK)
    return Desk(village_file, CLOCK, lambda _: None, witness_of(places, village_file, CLOCK))


def left(file: Path, places: Places) -> None:
    """The program is ended: the ends of the chains are written down."""
    desk = opened(file, places)
    desk.write_down()
    desk.file.close()


def audit_made_anew(file: Path) -> None:
    """Somebody changes what the audit chain tells and makes the chain whole again, anchors and all."""
    with guards_aside(file) as connection:
        (uid,) = connection.execute("SELECT uid FROM village").fetchone()
        chain, previous = AuditChain(uid), ""
        connection.execute("UPDATE audit SET operator_id = NULL WHERE seq = (SELECT max(seq) FROM audit)")
        rows = connection.execute(
            "SELECT seq, at, operator_id, act, subject_table, subject_uid, digest, detail FROM audit"
            " ORDER BY seq"
        ).fetchall()
        for row in rows:
            fitting = chain.hash(previous, *row)
            connection.execute(
                "UPDATE audit SET prev_hash = ?, hash = ? WHERE seq = ?", (previous, fitting, row[0])
            )
            previous = fitting


def test_a_file_that_was_left_alone_is_as_it_was_left(file: Path, places: Places) -> None:
    left(file, places)
    desk = opened(file, places)
    desk.check_end()
    assert desk.verify().line_seq == 1
    desk.file.close()


def test_chains_that_were_made_anew_are_whole_but_not_what_was_written_down(
    file: Path, places: Places
) -> None:
    left(file, places)
    audit_made_anew(file)
    desk = opened(file, places)
    desk.ask(lambda scope: verify_village(scope, shipped_scripts()))
    with pytest.raises(ChainsReplaced):
        desk.check_end()
    with pytest.raises(ChainsReplaced):
        desk.verify()
    desk.file.close()


def test_an_older_copy_in_the_place_of_the_file_is_told(file: Path, places: Places, tmp_path: Path) -> None:
    older = tmp_path / "older.pbk"
    shutil.copyfile(file, older)
    desk = opened(file, places)
    book = desk.ask(accounts)[0].id
    desk.do(lambda tx: record_deeds(tx, one_deed((book,), on=date(2026, 5, 21))))
    desk.write_down()
    desk.file.close()
    shutil.copyfile(older, file)
    desk = opened(file, places)
    with pytest.raises(OlderCopy) as told:
        desk.check_end()
    assert told.value.params == {"seq": 2, "last": 1}
    desk.file.close()


def test_after_a_restore_what_was_written_down_before_no_longer_counts(file: Path, places: Places) -> None:
    left(file, places)
    audit_made_anew(file)
    start_anew(places, file, CLOCK)
    desk = opened(file, places)
    desk.check_end()
    desk.file.close()
    assert len(list((places.settings / "anchors").iterdir())) == 2


def test_a_torn_line_is_passed_over(file: Path, places: Places) -> None:
    left(file, places)
    (kept,) = (places.settings / "anchors").iterdir()
    with kept.open("a", encoding="ascii") as torn:
        torn.write("2026-06-01T01:30:00+00:00 7 ABC")
    desk = opened(file, places)
    desk.check_end()
    desk.file.close()
