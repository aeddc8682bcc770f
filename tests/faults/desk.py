"""Passbook Desk under the campaigns: an invented village of 240 households, and the installed commands."""

import functools
import importlib.util
import json
import os
import re
import sqlite3
import sys
from collections.abc import Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from unittest import mock

import desk_session
from launch import Forked, Installed, Launcher
from shim import ToolMissing
from workload import CRASH, Acknowledged, Arguments, Reading, Verdict, judge, recover

REPOSITORY = Path(__file__).parents[2]
TODAY = "2026-06-01"
GRIDS = {"01": 60, "02": 60, "03": 120}
LARGE_GRID = "03"
ITEM = "101"
WARM = (
    "sqlalchemy.dialects.sqlite",
    "passbook_desk.app.commands.registry",
    "passbook_desk.ui.kit.sentences",
)


def _home_of(module: str, folder: Path) -> Path:
    """The folder that `module` is imported from: site-packages when installed, else `folder`."""
    if importlib.util.find_spec(module) is None:
        sys.path.append(str(folder))
    found = importlib.util.find_spec(module)
    if found is None or not found.submodule_search_locations:
        raise ToolMissing(f"{module} is missing: packaging/bootstrap.py test installs the program")
    return Path(found.submodule_search_locations[0]).parent


class Desk:
    """`passbook-desk record`, `reverse`, `verify`, `backup`, `restore` on one village file."""

    name = "passbook-desk"
    read_files: tuple[str, ...] = ("清泉村.pbk", "清泉村.pbk.key")
    same_again = True

    def __init__(self) -> None:
        self._home = _home_of("passbook_desk", REPOSITORY / "src")
        _home_of("builders", REPOSITORY / "tests")
        from passbook_desk.db.integrity import expected_schema

        self._schema_once = functools.cache(expected_schema)

    def _file(self, folder: Path) -> Path:
        return folder / "清泉村.pbk"

    def prepare(self, folder: Path) -> None:
        from builders.village import KEY, catalogue, household, new_village
        from passbook_desk.app.keys import fingerprint, write_key
        from passbook_desk.features.village.commands import set_key_fingerprint

        village = new_village(folder)
        with village.write() as tx:
            set_key_fingerprint(tx, fingerprint(KEY))
            catalogue(tx)
            for grid, count in GRIDS.items():
                for number in range(1, count + 1):
                    phone = f"139{grid}{number:06d}"
                    household(tx, f"{grid}{number:03d}", f"户主{grid}{number}", number % 20 == 0, phone)
        village.store.close()
        write_key(village.path, KEY)
        self.journal(folder).unlink(missing_ok=True)

    def installed(self, library: Path) -> Launcher:
        script = Path(sys.executable).with_name("passbook-desk")
        if script.exists():
            return Installed(library, (str(script),))
        return Installed(library, (sys.executable, "-m", "passbook_desk"))

    def forked(self, library: Path, scratch: Path) -> Forked:
        return Forked(library, scratch, "passbook_desk.app.cli:main", WARM, (self._home,))

    def settings(self, scratch: Path) -> dict[str, str]:
        home = scratch / "home"
        home.mkdir(parents=True, exist_ok=True)
        path = [str(self._home), *filter(None, [os.environ.get("PYTHONPATH")])]
        return {"PASSBOOK_HOME": str(home), "PYTHONPATH": os.pathsep.join(path)}

    def _command(self, folder: Path, *command: str) -> Arguments:
        return ("--village", str(self._file(folder)), "--today", TODAY, *command)

    def _record(self, folder: Path, grid: str, index: int) -> Arguments:
        day = f"2026-05-{index % 28 + 1:02d}"
        return self._command(folder, "record", "--item", ITEM, "--on", day, "--grid", grid, "--again")

    def step(self, folder: Path, index: int, before: Sequence[Acknowledged]) -> Arguments:
        if index % 5 == 0 and before:
            line = before[-1].numbers[index % len(before[-1].numbers)]
            return self._command(folder, "reverse", str(line), "--reason", "记错了户")
        return self._record(folder, ("01", "02")[index % 2], index)

    def large(self, folder: Path, index: int) -> Arguments:
        return (*self._record(folder, LARGE_GRID, index), "--uid", f"large-{index}")

    def backup(self, folder: Path, target: Path) -> Arguments:
        return self._command(folder, "backup", str(target))

    def restore(self, folder: Path, source: Path) -> Arguments:
        return self._command(folder, "restore", str(source))

    def estrange(self, folder: Path) -> None:
        """The next command makes another key, as on another computer; a restore makes the lookups anew."""
        (folder / self.read_files[1]).unlink()

    def verify(self, folder: Path) -> Arguments:
        return self._command(folder, "verify")

    def numbers(self, answer: str) -> tuple[int, ...]:
        found = re.search(r"行号：([\d ]+)", answer)
        return tuple(int(word) for word in found[1].split()) if found else ()

    def journal(self, folder: Path) -> Path:
        return folder / "清泉村.pbk-journal"

    def session(self, folder: Path, count: int) -> Arguments:
        return (str(self._file(folder)), TODAY, str(count), json.dumps(["01", "02"]), ITEM)

    def session_program(self, library: Path) -> Launcher:
        return Installed(library, (sys.executable, desk_session.__file__))

    def read(self, folder: Path) -> Reading:
        from sqlalchemy.exc import DBAPIError

        from passbook_desk.kernel.errors import PassbookError

        path = self._file(folder)
        try:
            fault = self._first_fault(path)
            with closing(sqlite3.connect(path)) as connection:
                lines = dict(connection.execute("SELECT seq, hash FROM ledger_line"))
                half = _half_batches(connection)
        except PassbookError as trouble:
            return Reading({}, fault=f"{trouble.code} {trouble.params}")
        except (sqlite3.DatabaseError, DBAPIError) as trouble:
            return Reading({}, fault=str(trouble))
        except Exception as crash:  # noqa: BLE001 - what verify does not expect is a finding of its own
            return Reading({}, fault=f"{CRASH} {type(crash).__name__}: {crash}")
        return Reading(lines, half, fault)

    def _first_fault(self, path: Path) -> str | None:
        from passbook_desk.app.keys import fingerprint, read_key
        from passbook_desk.app.verify import only_village, verify_village
        from passbook_desk.app.village_file import shipped_scripts
        from passbook_desk.db.store import Store
        from passbook_desk.features.access.queries import check_permit
        from passbook_desk.features.audit.commands import seal_changes
        from passbook_desk.features.households.secrets import lookup_of, phone_of
        from passbook_desk.kernel.clock import SetDateClock
        from passbook_desk.kernel.errors import FaultFound

        key = read_key(path)
        store = Store.on_file(path, only_village(path), seal_changes, check_permit)
        try:
            with store.read(SetDateClock(date.fromisoformat(TODAY))) as scope:
                try:
                    with mock.patch("passbook_desk.db.integrity.expected_schema", self._schema_once):
                        verify_village(scope, shipped_scripts())
                except FaultFound as trouble:
                    return f"{trouble.code} {trouble.params}"
        finally:
            store.close()
        with closing(sqlite3.connect(path)) as connection:
            (known,) = connection.execute("SELECT key_fingerprint FROM village").fetchone()
            phones = connection.execute("SELECT phone, phone_lookup FROM person WHERE phone <> ''").fetchall()
        if key is None or known != fingerprint(key):
            return None  # the next command makes the lookups anew
        if any(lookup_of(phone_of(value), key) != lookup for value, lookup in phones):
            return "the lookups were made with another key than the one that the file names"
        return None

    def check(self, folder: Path, acknowledged: Sequence[Acknowledged]) -> Verdict:
        recover(self.journal(folder))
        return judge(self.read(folder), acknowledged, {})


def _half_batches(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Recorded vouchers without one line for each green account of one grid; other vouchers of no line."""
    found = connection.execute(
        "SELECT v.uid, v.kind, count(l.seq), count(DISTINCT l.account_id), min(substr(a.number, 2, 2)),"
        " max(substr(a.number, 2, 2)) FROM voucher v LEFT JOIN ledger_line l ON l.voucher_id = v.id"
        " LEFT JOIN account a ON a.id = l.account_id GROUP BY v.id"
    )
    return tuple(
        uid
        for uid, kind, lines, accounts, first, last in found
        if lines == 0 or (kind == "record" and not (first == last and lines == accounts == GRIDS.get(first)))
    )
