"""Backup and restore of a village file, with every check the features know."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from passbook_desk import __version__
from passbook_desk.app.desk import Desk
from passbook_desk.app.keys import write_key
from passbook_desk.app.verify import check_copy
from passbook_desk.app.village_file import SUFFIX, VillageFile, open_village, renew_lookups, shipped_scripts
from passbook_desk.db.errors import FileReadOnly, NotAVillageFile, problem_for
from passbook_desk.db.lock import FileLock
from passbook_desk.db.migrate import SCHEMA_NUMBER, SCHEMA_REVISION
from passbook_desk.db.store import Tx
from passbook_desk.features.audit.commands import note_act
from passbook_desk.features.households.secrets import LookupKey
from passbook_desk.features.ledger.anchors import set_anchor
from passbook_desk.features.ledger.values import AnchorKind
from passbook_desk.features.passbooks.books.places import doubt_paper
from passbook_desk.features.passbooks.books.seen import PaperKnown, paper_known
from passbook_desk.features.passbooks.books.values import Doubts
from passbook_desk.features.safekeeping.backups import (
    make_backup,
    quarantine,
    restore_into,
    set_journal_aside,
    unpacked,
)
from passbook_desk.features.safekeeping.errors import BackupOfAnotherVillage
from passbook_desk.features.safekeeping.values import Facts, Manifest
from passbook_desk.features.village.queries import village
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.disk import flush_folder
from passbook_desk.kernel.errors import FaultFound


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore brought and what it kept of before."""

    facts: Facts
    safety_copy: Path | None
    quarantined: Path | None
    doubts: Doubts
    """Books whose paper may hold more than the restored file knows."""


def back_up(desk: Desk, target: Path) -> tuple[Path, Manifest]:
    """A verified backup in a folder or at a .pbd path; the head code that left the file is remembered."""
    desk.require(Act.BACKUP)
    made, manifest = _written(desk.file, target, desk.clock)
    desk.do(lambda tx: _remember(tx, made))
    return made, manifest


def _remember(tx: Tx, made: Path) -> None:
    set_anchor(tx, AnchorKind.BACKUP, str(made))
    tx.touched.add(Topic.BACKUPS)


def _written(village_file: VillageFile, target: Path, clock: Clock) -> tuple[Path, Manifest]:
    return make_backup(
        village_file.store,
        village_file.key.value,
        target,
        clock.now(),
        lambda copy: check_copy(copy, shipped_scripts(), clock),
        __version__,
        (SCHEMA_NUMBER, SCHEMA_REVISION),
    )


def restore_village(path: Path, backup: Path, clock: Clock) -> Restored:
    """Bring a backup into the village file at `path`.

    The backup is verified before anything is touched. An existing village is backed up beside its file
    first and must be the same village; a .pbk file that cannot be opened is moved into quarantine with
    its journal, any other file stays; a missing file is written new (moving to another computer). Books whose
    paper may hold more than the backup knows are in doubt until somebody has looked at them.
    """
    if path.exists() and backup.exists() and path.samefile(backup):
        raise NotAVillageFile(path=path)
    with unpacked(backup, lambda copy: check_copy(copy, shipped_scripts(), clock)) as (copy, key, manifest):
        safety, moved, before = None, None, None
        if path.exists():
            try:
                safety, before = _restore_existing(path, copy, manifest, clock)
            except (FaultFound, NotAVillageFile):
                if path.suffix != SUFFIX:
                    raise
                moved = _set_aside(path, clock)
        if safety is None:
            set_journal_aside(path, clock.now())
            _write_new(path, copy, key)
        village_file = open_village(path, clock)
        try:
            with village_file.store.write(village_file.actor, clock) as tx:
                doubts = _note(tx, backup, before)
        finally:
            village_file.close()
    return Restored(manifest.facts, safety, moved, doubts)


def _restore_existing(
    path: Path, copy: Path, manifest: Manifest, clock: Clock
) -> tuple[Path, Mapping[str, PaperKnown]]:
    village_file = open_village(path, clock)
    try:
        return _restore_into(village_file, copy, manifest, clock)
    finally:
        village_file.close()


def restore_open_village(desk: Desk, backup: Path) -> Restored:
    """Restore into the village that is open in the window, after a safety backup; every page is told."""
    desk.require(Act.RESTORE)
    clock = desk.clock
    with unpacked(backup, lambda copy: check_copy(copy, shipped_scripts(), clock)) as (copy, _, manifest):
        safety, before = _restore_into(desk.file, copy, manifest, clock)
    doubts = desk.work_on(lambda tx: _note(tx, backup, before))
    desk.write_down_anew()
    return Restored(manifest.facts, safety, None, doubts)


def _restore_into(
    village_file: VillageFile, copy: Path, manifest: Manifest, clock: Clock
) -> tuple[Path, Mapping[str, PaperKnown]]:
    """Restore into an open village file; raises BackupOfAnotherVillage. Returns the safety backup and what
    was known of the paper of books until then."""
    with village_file.store.read(clock) as scope:
        here, before = village(scope), paper_known(scope)
    if here.uid != manifest.facts.village_uid:
        raise BackupOfAnotherVillage(backup_village=manifest.facts.village_name, village=here.name)
    safety, _ = _written(village_file, village_file.path.with_name("恢复前备份"), clock)
    restore_into(village_file.store, copy)
    renew_lookups(village_file.store, village_file.key, village_file.actor, clock)
    return safety, before


def _set_aside(path: Path, clock: Clock) -> Path:
    lock = FileLock(path, "restore")
    try:
        return quarantine(path, clock.now())
    finally:
        lock.release()


def _write_new(path: Path, copy: Path, key: bytes) -> None:
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        with closing(sqlite3.connect(copy)) as source, closing(sqlite3.connect(part)) as target:
            source.backup(target)
        write_key(path, LookupKey(key))
        part.replace(path)
        flush_folder(path.parent)
    except (OSError, sqlite3.Error) as error:
        problem = problem_for(error, path) if isinstance(error, sqlite3.Error) else None
        raise (problem or FileReadOnly(path=path)) from None
    finally:
        for leftover in (part, part.with_name(part.name + "-journal")):
            leftover.unlink(missing_ok=True)


def _note(tx: Tx, backup: Path, before: Mapping[str, PaperKnown] | None) -> Doubts:
    note_act(tx, "restored", "village", str(tx.village_id), backup.name)
    tx.touched |= set(Topic)
    return doubt_paper(tx, before)
