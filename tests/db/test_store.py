import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from builders.village import booked, new_village, settled_village
from passbook_desk.db import errors
from passbook_desk.db.engine import SETTINGS
from passbook_desk.db.errors import (
    DiskFull,
    FileDamaged,
    FileHeld,
    FileReadOnly,
    NotAVillageFile,
    ReadWriteFault,
    problem_for,
)
from passbook_desk.db.lock import FileLock
from passbook_desk.db.migrate import read_stamp
from passbook_desk.db.types import TextNotStorable, clean_text
from passbook_desk.features.households.model import Place
from passbook_desk.features.ledger.queries import accounts, head
from passbook_desk.features.village.commands import next_number
from passbook_desk.features.village.model import Village as VillageTable


def test_every_safety_setting_is_in_force_on_the_live_connection(tmp_path: Path) -> None:
    village = new_village(tmp_path)
    with village.read() as scope:
        for name, _, expected in SETTINGS:
            found = scope.session.execute(text(f"PRAGMA {name}")).scalar()
            assert found in (expected, None) if name == "mmap_size" else found == expected, name


def test_a_block_that_raises_leaves_nothing(tmp_path: Path) -> None:
    village = new_village(tmp_path)

    def interrupted() -> None:
        with village.write() as tx:
            tx.session.get_one(VillageTable, 1).name = "别的村"
            tx.session.flush()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        interrupted()
    with village.read() as scope:
        assert scope.session.get_one(VillageTable, 1).name == "清泉村"


def test_a_query_that_changes_rows_is_a_fault_of_the_program(tmp_path: Path) -> None:
    village = new_village(tmp_path)

    def query_that_writes() -> None:
        with village.read() as scope:
            scope.session.get_one(VillageTable, 1).name = "别的村"
            scope.session.flush()

    with pytest.raises(RuntimeError, match="query"):
        query_that_writes()


def test_a_copy_inside_a_write_is_refused_instead_of_waiting_for_ever(tmp_path: Path) -> None:
    village = new_village(tmp_path)
    with pytest.raises(RuntimeError, match="between transactions"), village.write():
        village.store.snapshot()


def test_a_snapshot_stays_as_it_was_and_cannot_be_written(tmp_path: Path) -> None:
    village = settled_village(tmp_path)
    with village.read() as scope:
        account = accounts(scope)[0].id
    booked(village, (account,))
    snapshot = village.store.snapshot()
    booked(village, (account,))
    with snapshot.read(village.clock) as scope:
        assert head(scope).seq == 1
    with pytest.raises(errors.EnvironmentProblem), snapshot.write(village.actor, village.clock) as tx:
        next_number(tx, "x")
    snapshot.close()
    with village.read() as scope:
        assert head(scope).seq == 2


def test_a_second_program_is_told_who_holds_the_file(tmp_path: Path) -> None:
    path = tmp_path / "村.pbk"
    first = FileLock(path, "另一个窗口")
    with pytest.raises(FileHeld) as held:
        FileLock(path, "我")
    assert held.value.params["holder"] == "另一个窗口"
    first.release()
    FileLock(path, "我").release()


def test_a_lock_dies_with_its_program_even_if_the_lock_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "村.pbk"
    holder = subprocess.Popen(
        [sys.executable, "-c",
         "import sys;from pathlib import Path;from passbook_desk.db.lock import FileLock;"
         "lock=FileLock(Path(sys.argv[1]),'x');print('held',flush=True);sys.stdin.read()", str(path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={"PYTHONPATH": ":".join(sys.path)},
    )  # fmt: skip
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"held\n"
    with pytest.raises(FileHeld):
        FileLock(path, "我")
    holder.kill()
    holder.communicate()
    FileLock(path, "我").release()


def test_another_opener_of_the_database_is_refused_at_once(tmp_path: Path) -> None:
    village = new_village(tmp_path)
    with village.write() as tx:
        next_number(tx, "x")
    with closing(sqlite3.connect(village.path, timeout=0)) as other, pytest.raises(sqlite3.OperationalError):
        other.execute("SELECT * FROM village").fetchall()


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("SQLITE_FULL", DiskFull),
        ("SQLITE_IOERR_WRITE", ReadWriteFault),
        ("SQLITE_IOERR_FSYNC", ReadWriteFault),
        ("SQLITE_BUSY", FileHeld),
        ("SQLITE_READONLY", FileReadOnly),
        ("SQLITE_NOTADB", NotAVillageFile),
    ],
)
def test_each_trouble_of_the_disk_has_its_own_name(
    tmp_path: Path, name: str, problem: type[Exception]
) -> None:
    error = sqlite3.OperationalError("x")
    error.sqlite_errorname = name
    assert type(problem_for(error, tmp_path / "村.pbk")) is problem


def test_only_a_file_that_a_fresh_look_finds_broken_is_called_damaged(tmp_path: Path) -> None:
    village = new_village(tmp_path)
    village.store.close()
    error = sqlite3.DatabaseError("x")
    error.sqlite_errorname = "SQLITE_CORRUPT"
    assert type(problem_for(error, village.path)) is ReadWriteFault
    content = bytearray(village.path.read_bytes())
    content[8192:12288] = bytes(4096)
    village.path.write_bytes(content)
    assert type(problem_for(error, village.path)) is FileDamaged


def test_a_full_disk_that_looks_like_a_fault_is_told_by_its_free_space(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(errors.shutil, "disk_usage", lambda _: type("Usage", (), {"free": 0}))
    error = sqlite3.OperationalError("x")
    error.sqlite_errorname = "SQLITE_IOERR_WRITE"
    assert type(problem_for(error, tmp_path / "村.pbk")) is DiskFull


def test_a_full_file_refuses_the_write_and_the_next_one_works_when_there_is_room(tmp_path: Path) -> None:
    village = settled_village(tmp_path)
    with village.read() as scope:
        everybody = tuple(row.id for row in accounts(scope))[:1]
        pages = scope.session.execute(text("PRAGMA page_count")).scalar_one()
        scope.session.execute(text(f"PRAGMA max_page_count = {pages}"))

    def until_full() -> None:
        for _ in range(500):
            booked(village, everybody, memo="很长的摘要" * 50)

    with pytest.raises(DiskFull):
        until_full()
    with village.read() as scope:
        scope.session.execute(text("PRAGMA max_page_count = 100000"))
        before = head(scope).seq
    booked(village, everybody)
    with village.read() as scope:
        assert head(scope).seq == before + 1


def test_text_is_kept_as_any_page_and_sheet_can_carry_it(tmp_path: Path) -> None:
    assert clean_text("e\u0301\x00\x0b二\n行") == "é二\n行"
    with pytest.raises(TextNotStorable):
        clean_text("\ud800")
    village = new_village(tmp_path)
    with village.write() as tx:
        tx.session.add(
            Place(village_id=1, uid="u", parent_id=None, kind="grid", code="01", name="𠮷\x07野%_\\'\"")
        )
    with village.read() as scope:
        assert scope.session.query(Place).one().name == "𠮷野%_\\'\""


def test_a_number_of_a_series_is_never_given_twice(tmp_path: Path) -> None:
    village = new_village(tmp_path)
    with village.write() as tx:
        assert (next_number(tx, "book"), next_number(tx, "book", 5), next_number(tx, "book")) == (1, 2, 7)
        assert next_number(tx, "notice:2026") == 1


def test_damage_in_the_text_of_a_table_is_damage_even_where_its_words_cannot_be_read(tmp_path: Path) -> None:
    village = new_village(tmp_path)
    village.store.close()
    content = village.path.read_bytes()
    assert content.count(b"CREATE TABLE person (") == 1
    village.path.write_bytes(content.replace(b"CREATE TABLE person (", b"CRE\xefTE TABLE person ("))
    with pytest.raises(FileDamaged):
        read_stamp(village.path)
