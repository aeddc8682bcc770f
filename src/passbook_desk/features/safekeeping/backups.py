"""Backup files (.pbd): one zip with the label, the database and the key of the lookups.

Made through `.part`, verified, renamed (reliability §3.8). Nothing in it is encrypted yet; the label says so.
"""

import errno
import hashlib
import json
import os
import re
import shutil
import sqlite3
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Final

from passbook_desk.db.errors import DiskFull, ReadWriteFault
from passbook_desk.db.store import Store
from passbook_desk.db.types import moment_text
from passbook_desk.features.safekeeping.errors import (
    BackupDamaged,
    BackupExists,
    BackupMissing,
    BackupTargetNotWritable,
    NotABackup,
)
from passbook_desk.features.safekeeping.values import Facts, Manifest
from passbook_desk.kernel.disk import flush_folder

SUFFIX: Final = ".pbd"
_FORMAT: Final = "passbook-desk-backup-1"
_LABEL, _DATABASE, _KEY = "manifest.json", "village.db", "lookup.key"
_FULL: Final = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_UNSAFE: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
"""What Windows allows in no file name."""
_NAME_LENGTH: Final = 40
"""A file name holds 255 bytes, a Chinese character takes three or four of them."""
_UNREADABLE: Final = (
    ValueError,
    TypeError,
    KeyError,
    NotImplementedError,
    RuntimeError,
    OSError,
    EOFError,
    zlib.error,
)
"""What reading a damaged zip raises besides BadZipFile, and what its label may fail with."""

Check = Callable[[Path], Facts]
"""Opens a copy, verifies it wholly and returns its facts; raises FaultFound."""


def backup_name(facts: Facts, made_at: datetime) -> str:
    """Village, last line number, UTC time, head code: sorts by content even when the clock is wrong."""
    stamp = made_at.strftime("%Y%m%dT%H%M%SZ")
    village = _UNSAFE.sub("-", facts.village_name)[:_NAME_LENGTH].strip(" .")
    return f"{village}_{facts.line_seq:07d}_{stamp}_{facts.head_code}{SUFFIX}"


def make_backup(
    store: Store,
    key: bytes,
    target: Path,
    made_at: datetime,
    check: Check,
    program_version: str,
    schema: tuple[int, str],
) -> tuple[Path, Manifest]:
    """Write a verified backup and return where it is and its label.

    `target` is a folder (the name is made) or a file ending in .pbd. The copy is verified before it is
    packed and the packed file is read back before it gets its name. A backup that is there is never
    replaced. Raises BackupExists, BackupTargetNotWritable, DiskFull, or the fault found in the copy.
    """
    if target.suffix == SUFFIX and target.exists():
        raise BackupExists(path=target)
    with tempfile.TemporaryDirectory(prefix="passbook-") as scratch:
        copy = Path(scratch) / _DATABASE
        _copy_database(store, copy)
        facts = check(copy)
        manifest = Manifest(
            facts=facts,
            made_at=moment_text(made_at),
            program_version=program_version,
            schema_number=schema[0],
            schema_revision=schema[1],
            database_sha256=_sha256(copy),
            encrypted=False,
        )
        final = target if target.suffix == SUFFIX else target / backup_name(facts, made_at)
        part = final.with_name(final.name + ".part")
        try:
            final.parent.mkdir(parents=True, exist_ok=True)
            _pack(part, manifest, copy, key)
            if read_manifest(part) != manifest:
                raise BackupDamaged(path=part)
            part.replace(final)
            flush_folder(final.parent)
        except OSError as error:
            raise (DiskFull() if error.errno in _FULL else BackupTargetNotWritable(path=final)) from None
        finally:
            with suppress(OSError):  # where nothing can be written, nothing is left
                part.unlink(missing_ok=True)
    return final, manifest


def read_manifest(backup: Path) -> Manifest:
    """The label of a backup whose packing is whole; raises BackupMissing, NotABackup, BackupDamaged."""
    if not backup.is_file():
        raise BackupMissing(path=backup)
    try:
        with zipfile.ZipFile(backup) as packed:
            names = set(packed.namelist())
            if names != {_LABEL, _DATABASE, _KEY}:
                raise NotABackup(path=backup)
            if packed.testzip() is not None:
                raise BackupDamaged(path=backup)
            label = json.loads(packed.read(_LABEL))
        if label.pop("format") != _FORMAT:
            raise NotABackup(path=backup)
        return Manifest(facts=Facts(**label.pop("facts")), **label)
    except (zipfile.BadZipFile, zipfile.LargeZipFile):
        raise NotABackup(path=backup) from None
    except _UNREADABLE:
        raise BackupDamaged(path=backup) from None


@contextmanager
def unpacked(backup: Path, check: Check) -> Iterator[tuple[Path, bytes, Manifest]]:
    """The verified database of a backup in a folder that vanishes afterwards, its key and its label.

    Nothing is touched before the copy has passed `check` and equals its label. Raises what `read_manifest`
    raises, DiskFull and ReadWriteFault.
    """
    manifest = read_manifest(backup)
    with tempfile.TemporaryDirectory(prefix="passbook-") as scratch:
        try:
            with zipfile.ZipFile(backup) as packed:
                key = packed.read(_KEY)
                copy = Path(packed.extract(_DATABASE, scratch))
        except OSError as error:
            raise (DiskFull() if error.errno in _FULL else ReadWriteFault()) from None
        if _sha256(copy) != manifest.database_sha256 or check(copy) != manifest.facts:
            raise BackupDamaged(path=backup)
        yield copy, key, manifest


def restore_into(store: Store, copy: Path) -> None:
    """Write a verified copy into the live file through the backup API (reliability §6.3)."""
    source = sqlite3.connect(f"{copy.resolve().as_uri()}?mode=ro", uri=True)
    try:
        store.replace_from(source)
    finally:
        source.close()


def quarantine(village_file: Path, moment: datetime) -> Path:
    """Move a file that cannot be opened, and its journal, into a folder beside it; returns that."""
    folder = village_file.with_name(f"{village_file.name}.损坏_{moment.strftime('%Y%m%dT%H%M%SZ')}")
    folder.mkdir()
    for name in (village_file.name, village_file.name + "-journal"):
        piece = village_file.with_name(name)
        if piece.exists():
            shutil.move(piece, folder / name)
    flush_folder(village_file.parent)
    return folder


def set_journal_aside(village_file: Path, moment: datetime) -> None:
    """Move away the journal that a lost file left behind: it would be played back into the new one.

    Where the old file turns up again, its journal lies in the folder beside it.
    """
    journal = village_file.with_name(village_file.name + "-journal")
    if not village_file.exists() and journal.is_file() and journal.stat().st_size:
        quarantine(village_file, moment)


def _copy_database(store: Store, copy: Path) -> None:
    target = sqlite3.connect(copy)
    try:
        target.execute("PRAGMA journal_mode=OFF")
        store.copy_into(target)
    finally:
        target.close()


def _pack(part: Path, manifest: Manifest, copy: Path, key: bytes) -> None:
    with part.open("wb") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
            label = {"format": _FORMAT, **asdict(manifest)}
            packed.writestr(_LABEL, json.dumps(label, ensure_ascii=False, indent=1))
            packed.write(copy, _DATABASE)
            packed.writestr(_KEY, key)
        file.flush()
        os.fsync(file.fileno())


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
