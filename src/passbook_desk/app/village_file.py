"""A village file in use: its lock, its store, its key, who works with it."""

import os
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from passbook_desk.app.keys import fingerprint, new_key, read_key, write_key
from passbook_desk.app.verify import check_upgraded, only_village
from passbook_desk.db.errors import FileExists, FileMissing, FileReadOnly, NotAVillageFile, problem_for
from passbook_desk.db.lock import FileLock
from passbook_desk.db.migrate import Scripts, create_file, needs_upgrade, read_stamp, upgrade_file
from passbook_desk.db.store import Store
from passbook_desk.features.access.commands import found_operator
from passbook_desk.features.access.queries import check_permit, operators
from passbook_desk.features.access.values import Role
from passbook_desk.features.audit.commands import note_act, seal_changes
from passbook_desk.features.events.keys import renew_event_lookups
from passbook_desk.features.households.keys import renew_household_lookups
from passbook_desk.features.households.names import has_old_names, renew_names
from passbook_desk.features.households.secrets import LookupKey
from passbook_desk.features.passbooks.books.types import bring_shipped_types
from passbook_desk.features.safekeeping.backups import set_journal_aside
from passbook_desk.features.village.commands import found_village, set_key_fingerprint
from passbook_desk.features.village.queries import key_fingerprint
from passbook_desk.features.village.values import FoundVillage
from passbook_desk.kernel.actor import NOBODY, Actor
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.disk import flush_folder
from passbook_desk.kernel.places import migrations_folder

SUFFIX: Final = ".pbk"
_FIRST_ROLES = (Role.RECORDER, Role.REVIEWER)


def shipped_scripts() -> Scripts:
    """The schema of this program."""
    return Scripts(migrations_folder())


@dataclass(slots=True)
class VillageFile:
    """An open village file. One thread uses the store; `close` lets the next program in.

    `actor` is who works with it: the clerk who is alone and has no PIN, else nobody until somebody signs in.
    """

    path: Path
    lock: FileLock
    store: Store
    key: LookupKey
    actor: Actor

    def close(self) -> None:
        """Close the database, then release the lock."""
        self.store.close()
        self.lock.release()


def create_village(path: Path, founding: FoundVillage, clock: Clock) -> None:
    """Make a new village file with its first operator (DECISIONS 14d), whole or not at all.

    Raises FileExists, FileHeld, FileReadOnly, and what the village's facts are refused for.
    """
    if path.exists():
        raise FileExists(path=path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise FileReadOnly(path=path) from None
    lock = FileLock(path, _holder())
    part = path.with_name(path.name + ".part")
    try:
        part.unlink(missing_ok=True)
        key = new_key()
        _fill(part, founding, key, clock)
        write_key(path, key)
        set_journal_aside(path, clock.now())
        part.replace(path)
        flush_folder(path.parent)
    except (OSError, sqlite3.Error) as error:
        problem = problem_for(error, path) if isinstance(error, sqlite3.Error) else None
        raise (problem or FileReadOnly(path=path)) from None
    finally:
        for leftover in (part, part.with_name(part.name + "-journal")):
            leftover.unlink(missing_ok=True)
        lock.release()


def _fill(part: Path, founding: FoundVillage, key: LookupKey, clock: Clock) -> None:
    create_file(part, shipped_scripts())
    store = Store.on_file(part, 0, seal_changes, check_permit)
    try:
        with store.write(Actor(0, ""), clock) as tx:
            found_village(tx, founding)
            set_key_fingerprint(tx, fingerprint(key))
            tx.actor = found_operator(tx, founding.clerk, _FIRST_ROLES)
            bring_shipped_types(tx)
    finally:
        store.close()


def open_village(path: Path, clock: Clock) -> VillageFile:
    """Open a village file for work: lock, upgrade if an older program wrote it, key, operator.

    Raises FileMissing, FileHeld, NotAVillageFile, NewerFile, FileReadOnly, FileDamaged and the like.
    """
    if not path.is_file():
        raise FileMissing(path=path)
    lock = FileLock(path, _holder())
    try:
        scripts = shipped_scripts()
        if needs_upgrade(path, scripts):
            _upgrade(path, scripts, clock)
        store = Store.on_file(path, _village_id(path), seal_changes, check_permit)
        try:
            with store.read(clock) as scope:
                people = operators(scope)
            founder = Actor(people[0].id, people[0].name)
            key = _settled_key(path, store, founder, clock)
            _settle_names(store, founder, clock)
        except BaseException:
            store.close()  # SQLite's own lock would keep this program out of the file, too
            raise
    except BaseException:
        lock.release()
        raise
    alone = len(people) == 1 and not people[0].has_pin
    return VillageFile(path, lock, store, key, founder if alone else NOBODY)


def _village_id(path: Path) -> int:
    try:
        return only_village(path)
    except sqlite3.Error as error:
        raise (problem_for(error, path) or NotAVillageFile(path=path)) from None


def _upgrade(path: Path, scripts: Scripts, clock: Clock) -> None:
    stamp = clock.now().strftime("%Y%m%dT%H%M%SZ")
    safety = path.with_name(f"{path.name}.升级前_{stamp}.db")
    working = path.with_name(path.name + ".upgrade.part")
    before = read_stamp(path).number
    _copy(path, safety)
    try:
        upgrade_file(path, working, scripts, lambda copy: _verified(copy, before, scripts, clock))
    finally:
        working.unlink(missing_ok=True)


def _verified(copy: Path, before: int, scripts: Scripts, clock: Clock) -> None:
    check_upgraded(copy, before, scripts, clock)


def _copy(source: Path, target: Path) -> None:
    live, copy = sqlite3.connect(source), sqlite3.connect(target)
    try:
        live.backup(copy)
    finally:
        copy.close()
        live.close()


def _settled_key(path: Path, store: Store, actor: Actor, clock: Clock) -> LookupKey:
    """The key beside the file, with every lookup in line with it.

    After a restore, or when the key file was lost, the file's lookups were made with another key: the
    numbers are plain in the file, so they are made anew (DECISIONS 14f).
    """
    key = read_key(path)
    if key is None:
        key = new_key()
        write_key(path, key)
    with store.read(clock) as scope:
        fits = key_fingerprint(scope) == fingerprint(key)
    if not fits:
        renew_lookups(store, key, actor, clock)
    return key


def renew_lookups(store: Store, key: LookupKey, actor: Actor, clock: Clock) -> None:
    """Bring every lookup of the file in line with `key`, in one transaction."""
    with store.write(actor, clock) as tx:
        renew_household_lookups(tx, key)
        renew_event_lookups(tx, key)
        set_key_fingerprint(tx, fingerprint(key))
        note_act(tx, "key-replaced", "village", str(tx.village_id))


def _settle_names(store: Store, actor: Actor, clock: Clock) -> None:
    """Files of the first version keep a single reading of each name; once they get all of them."""
    with store.read(clock) as scope:
        old = has_old_names(scope)
    if old:
        with store.write(actor, clock) as tx:
            renew_names(tx)


def _holder() -> str:
    return f"pid {os.getpid()}"
