import hashlib
import json
import random
import shutil
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

import pytest

from builders.village import KEY, Village, booked, household, settled_village
from passbook_desk.app.desk import Desk
from passbook_desk.app.keeping import Restored, back_up, restore_open_village, restore_village
from passbook_desk.app.keys import key_file, read_key, write_key
from passbook_desk.app.verify import check_copy, facts_of, verify_village
from passbook_desk.app.village_file import open_village, shipped_scripts
from passbook_desk.db import migrate
from passbook_desk.db.errors import FileMissing
from passbook_desk.db.migrate import Scripts
from passbook_desk.features.households.secrets import lookup_of, phone_of
from passbook_desk.features.ledger.queries import accounts, balances, last_anchor
from passbook_desk.features.ledger.values import AnchorKind, Colour
from passbook_desk.features.safekeeping.backups import read_manifest, unpacked
from passbook_desk.features.safekeeping.errors import (
    BackupDamaged,
    BackupExists,
    BackupMissing,
    BackupOfAnotherVillage,
    BackupTargetNotWritable,
    NotABackup,
)
from passbook_desk.features.safekeeping.values import Facts
from passbook_desk.features.village.model import Village as VillageTable
from passbook_desk.kernel.errors import PassbookError

PHONE = "13900001111"


@pytest.fixture
def village(tmp_path: Path) -> Village:
    """A village with lines and a phone number, and its key beside the file."""
    village = settled_village(tmp_path)
    with village.write() as tx:
        household(tx, "02002", "赵玉梅", phone=PHONE)
    booked(village, green(village), memo="打扫街道")
    write_key(village.path, KEY)
    return village


@pytest.fixture
def desk(village: Village) -> Iterator[Desk]:
    """The same village, open in the program."""
    village.store.close()
    village_file = open_village(village.path, village.clock)
    yield Desk(village_file, village.clock, lambda _: None)
    village_file.close()


def green(village: Village) -> tuple[int, ...]:
    with village.read() as scope:
        return tuple(row.id for row in accounts(scope, colour=Colour.GREEN))


def backup_of(village: Village, folder: Path) -> Path:
    village.store.close()
    village_file = open_village(village.path, village.clock)
    try:
        return back_up(Desk(village_file, village.clock, lambda _: None), folder)[0]
    finally:
        village_file.close()


def facts(village: Village, path: Path) -> Facts:
    village_file = open_village(path, village.clock)
    try:
        with village_file.store.read(village.clock) as scope:
            return verify_village(scope, shipped_scripts())
    finally:
        village_file.close()


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder but locks, to tell whether anything was touched."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".lock"
    }


def test_a_backup_is_named_by_what_it_holds_and_labelled(desk: Desk, tmp_path: Path) -> None:
    now = desk.ask(facts_of)
    made, manifest = back_up(desk, tmp_path / "备份")
    assert made.name == f"清泉村_{now.line_seq:07d}_20260601T013000Z_{now.head_code}.pbd"
    assert manifest.facts == now
    assert (manifest.encrypted, manifest.schema_number) == (False, migrate.SCHEMA_NUMBER)
    assert read_manifest(made) == manifest
    with zipfile.ZipFile(made) as packed:
        label = json.loads(packed.read("manifest.json"))
        assert sorted(packed.namelist()) == ["lookup.key", "manifest.json", "village.db"]
    assert label == {"format": "passbook-desk-backup-1", **asdict(manifest)}
    assert [path.name for path in (tmp_path / "备份").iterdir()] == [made.name]


def test_the_head_code_that_left_the_file_is_remembered(desk: Desk, tmp_path: Path) -> None:
    made, manifest = back_up(desk, tmp_path / "甲.pbd")
    anchor = desk.ask(lambda scope: last_anchor(scope, AnchorKind.BACKUP))
    assert anchor is not None
    assert (anchor.code, anchor.reference) == (manifest.facts.head_code, str(made))


def test_a_copy_that_does_not_verify_never_becomes_a_backup(village: Village, tmp_path: Path) -> None:
    village.store.close()
    with closing(sqlite3.connect(village.path)) as connection:
        connection.execute("DROP TRIGGER ledger_line_no_update")
        connection.execute("UPDATE ledger_line SET points = 9900 WHERE seq = 1")
        connection.commit()
    with pytest.raises(PassbookError):
        backup_of(village, tmp_path / "备份")
    assert not (tmp_path / "备份").exists()


def test_a_target_that_cannot_be_written_is_named_and_leaves_no_part(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "占位").write_text("文件，不是文件夹", encoding="utf-8")
    with pytest.raises(BackupTargetNotWritable):
        back_up(desk, tmp_path / "占位")
    assert desk.ask(lambda scope: last_anchor(scope, AnchorKind.BACKUP)) is None
    assert list(tmp_path.glob("**/*.part")) == []


def test_a_flipped_bit_anywhere_is_refused_or_changes_nothing_that_is_restored(
    village: Village, tmp_path: Path
) -> None:
    backup = backup_of(village, tmp_path / "备份")
    whole = backup.read_bytes()
    with zipfile.ZipFile(backup) as packed:
        kept = {name: packed.read(name) for name in packed.namelist()}
    chance = random.Random(20260601)
    ends = [*range(60), *range(len(whole) - 300, len(whole))]
    refused = 0
    for place in [*chance.sample(range(len(whole)), 300), *ends]:
        damaged = bytearray(whole)
        damaged[place] ^= 1 << chance.randrange(8)
        target = tmp_path / "坏.pbd"
        target.write_bytes(damaged)
        try:
            read_manifest(target)
        except (NotABackup, BackupDamaged):
            refused += 1
            continue
        with zipfile.ZipFile(target) as packed:
            assert {name: packed.read(name) for name in packed.namelist()} == kept, place
    assert refused > 400


@pytest.mark.parametrize("share", [0, 1, 30, 60, 99])
def test_a_backup_that_was_cut_off_is_refused_and_nothing_is_touched(
    village: Village, tmp_path: Path, share: int
) -> None:
    backup = backup_of(village, tmp_path / "备份")
    whole = backup.read_bytes()
    backup.write_bytes(whole[: len(whole) * share // 100])
    before = contents(village.path.parent)
    with pytest.raises((NotABackup, BackupDamaged)):
        restore_village(village.path, backup, village.clock)
    assert contents(village.path.parent) == before


def repacked(backup: Path, **changed: bytes) -> Path:
    """The same backup with other pieces in it and every checksum of the packing right."""
    with zipfile.ZipFile(backup) as packed:
        pieces = {name: packed.read(name) for name in packed.namelist()}
    target = backup.with_name("改过.pbd")
    with zipfile.ZipFile(target, "w") as packed:
        for name, piece in {**pieces, **{key.replace("_", "."): new for key, new in changed.items()}}.items():
            packed.writestr(name, piece)
    return target


def test_a_label_that_promises_something_else_is_refused(village: Village, tmp_path: Path) -> None:
    backup = backup_of(village, tmp_path / "备份")
    label = json.loads(zipfile.ZipFile(backup).read("manifest.json"))
    label["facts"]["points_sum"] = "999999"
    forged = repacked(backup, manifest_json=json.dumps(label).encode())
    before = contents(village.path.parent)
    with pytest.raises(BackupDamaged):
        restore_village(village.path, forged, village.clock)
    del before["备份/改过.pbd"], before[f"备份/{backup.name}"]
    after = contents(village.path.parent)
    assert {name: piece for name, piece in after.items() if name in before} == before


def test_a_database_that_was_tampered_with_inside_a_rightly_sealed_backup_is_refused(
    village: Village, tmp_path: Path
) -> None:
    backup = backup_of(village, tmp_path / "备份")
    database = tmp_path / "village.db"
    database.write_bytes(zipfile.ZipFile(backup).read("village.db"))
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("UPDATE person SET name = '别人' WHERE id = 1")
        connection.commit()
    label = json.loads(zipfile.ZipFile(backup).read("manifest.json"))
    label["database_sha256"] = hashlib.sha256(database.read_bytes()).hexdigest()
    forged = repacked(backup, manifest_json=json.dumps(label).encode(), village_db=database.read_bytes())
    before = village.path.read_bytes()
    with pytest.raises(PassbookError):
        restore_village(village.path, forged, village.clock)
    assert village.path.read_bytes() == before


def test_something_else_is_not_a_backup(tmp_path: Path) -> None:
    with pytest.raises(BackupMissing):
        read_manifest(tmp_path / "没有.pbd")
    other = tmp_path / "别的.pbd"
    other.write_bytes(b"PK nothing")
    with pytest.raises(NotABackup):
        read_manifest(other)
    with zipfile.ZipFile(other, "w") as packed:
        packed.writestr("manifest.json", "{}")
    with pytest.raises(NotABackup):
        read_manifest(other)


def test_restoring_goes_back_to_what_the_backup_holds_and_keeps_what_was_there(
    village: Village, tmp_path: Path
) -> None:
    backup = backup_of(village, tmp_path / "备份")
    earlier = read_manifest(backup).facts
    booked(village, green(village), item="102")
    village.store.close()
    later = facts(village, village.path)
    restored = restore_village(village.path, backup, village.clock)
    assert (restored.facts, restored.quarantined) == (earlier, None)
    assert facts(village, village.path) == earlier
    assert restored.safety_copy is not None
    assert read_manifest(restored.safety_copy).facts == later
    again = restore_village(village.path, restored.safety_copy, village.clock)
    assert again.facts == later


def test_restoring_in_the_open_window_works_on_the_same_file(desk: Desk, tmp_path: Path) -> None:
    made, manifest = back_up(desk, tmp_path / "甲.pbd")
    everybody = desk.ask(lambda scope: tuple(row.id for row in accounts(scope, colour=Colour.GREEN)))
    before = desk.ask(balances)
    booked(Village(desk.file.path, desk.file.store, desk.file.actor, desk.clock), everybody)  # type: ignore[arg-type]
    assert desk.ask(balances) != before
    restored = restore_open_village(desk, made)
    assert isinstance(restored, Restored)
    assert desk.ask(balances) == before
    assert desk.ask(facts_of) == manifest.facts


def test_another_villages_backup_is_refused(village: Village, tmp_path: Path) -> None:
    backup = backup_of(village, tmp_path / "备份")
    (tmp_path / "邻村").mkdir()
    neighbour = settled_village(tmp_path / "邻村")
    with neighbour.write() as tx:
        tx.session.get_one(VillageTable, 1).uid = "f" * 32
    neighbour.store.close()
    open_village(neighbour.path, village.clock).close()
    before = neighbour.path.read_bytes()
    with pytest.raises(BackupOfAnotherVillage):
        restore_village(neighbour.path, backup, village.clock)
    assert neighbour.path.read_bytes() == before


def test_a_file_that_cannot_be_opened_goes_into_quarantine_with_its_journal(
    village: Village, tmp_path: Path
) -> None:
    backup = backup_of(village, tmp_path / "备份")
    expected = read_manifest(backup).facts
    village.path.write_bytes(b"\0" * 8192)
    restored = restore_village(village.path, backup, village.clock)
    assert restored.safety_copy is None
    assert restored.quarantined is not None
    assert (restored.quarantined / village.path.name).read_bytes() == b"\0" * 8192
    assert facts(village, village.path) == expected


def test_a_village_moves_to_a_computer_that_has_nothing(village: Village, tmp_path: Path) -> None:
    backup = backup_of(village, tmp_path / "备份")
    there = tmp_path / "新电脑" / "清泉村.pbk"
    with pytest.raises(FileMissing):
        open_village(there, village.clock)
    restored = restore_village(there, backup, village.clock)
    assert (restored.safety_copy, restored.quarantined) == (None, None)
    assert facts(village, there) == restored.facts
    assert read_key(there) == KEY


@pytest.mark.parametrize("left", [None, b"too short"], ids=["lost", "cut off"])
def test_a_key_that_was_lost_is_made_anew_and_numbers_are_found_again(
    village: Village, left: bytes | None
) -> None:
    village.store.close()
    key_file(village.path).unlink()
    if left is not None:
        key_file(village.path).write_bytes(left)
    village_file = open_village(village.path, village.clock)
    key = village_file.key
    village_file.close()
    assert key != KEY
    assert read_key(village.path) == key
    with closing(sqlite3.connect(village.path)) as connection:
        ((lookup, tail),) = connection.execute(
            "SELECT phone_lookup, phone_tail4 FROM person WHERE phone <> ''"
        ).fetchall()
    assert (lookup, tail) == (lookup_of(phone_of(PHONE), key), PHONE[-4:])
    facts(village, village.path)


def test_a_backup_of_an_older_program_is_upgraded_in_its_copy_before_it_counts(
    village: Village, tmp_path: Path
) -> None:
    """As today's backup looks to a program with one more migration."""
    backup = backup_of(village, tmp_path / "备份")
    before = backup.read_bytes()
    folder = tmp_path / "migrations"
    shutil.copytree(shipped_scripts().folder, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "0099_later.py").write_text(
        "from alembic import op\n"
        f"revision = '0099'\ndown_revision = {migrate.SCHEMA_REVISION!r}\n"
        "def upgrade() -> None:\n    op.execute('CREATE INDEX ix_later ON household (address)')\n",
        encoding="utf-8",
    )
    later = Scripts(folder, migrate.SCHEMA_NUMBER + 1, "0099")
    with unpacked(backup, lambda copy: check_copy(copy, later, village.clock)) as (copy, _, manifest):
        with closing(sqlite3.connect(copy)) as connection:
            indexes = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'ix_later'")
            assert indexes.fetchone() == (1,)
        assert manifest.schema_number == migrate.SCHEMA_NUMBER
        assert not migrate.needs_upgrade(copy, later)
    assert backup.read_bytes() == before


def test_a_backup_of_the_same_name_is_never_replaced(village: Village, tmp_path: Path) -> None:
    first = backup_of(village, tmp_path / "上月.pbd")
    held = first.read_bytes()
    with pytest.raises(BackupExists):
        backup_of(village, tmp_path / "上月.pbd")
    assert first.read_bytes() == held
