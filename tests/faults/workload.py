"""What a campaign must know of a program: how to make its file, what to run, how to read the file back."""

import hashlib
import re
import shutil
import sqlite3
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import bare_program
from launch import Forked, Installed, Launcher
from replay import Tree, digest, write_tree

Arguments = tuple[str, ...]
CRASH = "the check itself failed:"
"""How `Reading.fault` begins when the program's check ended in an exception of no kind it knows."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What stands in a file: fingerprint of the line by its number, batches not whole, the first fault."""

    lines: Mapping[int, str]
    half: tuple[str, ...] = ()
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a power cut or a kill did to the promises; all empty = kept."""

    lost: tuple[int, ...] = ()
    half: tuple[str, ...] = ()
    fault: str | None = None

    @property
    def kept(self) -> bool:
        return not self.lost and not self.half and self.fault is None


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """One command that exited 0 and the numbers of the lines that it said it wrote."""

    step: int
    numbers: tuple[int, ...]


class Workload(Protocol):
    """A program under test. Folders are absolute; `folder` holds the file and whatever lies beside it."""

    name: str
    read_files: tuple[str, ...]
    """Names of the files that `read` depends on."""
    same_again: bool
    """Whether a command given twice is known by its uid and answered with the lines written before."""

    def prepare(self, folder: Path) -> None:
        """Makes the starting file, everything in it safe."""

    def installed(self, library: Path) -> Launcher:
        """The program as its user starts it."""

    def forked(self, library: Path, scratch: Path) -> Forked:
        """The same program from a warm process."""

    def settings(self, scratch: Path) -> dict[str, str]:
        """Environment that keeps the program's own settings and logs in `scratch`."""

    def step(self, folder: Path, index: int, before: Sequence[Acknowledged]) -> Arguments:
        """The command number `index` (from 1) after those acknowledged `before`."""

    def large(self, folder: Path, index: int) -> Arguments:
        """A command that writes one large batch."""

    def session(self, folder: Path, count: int) -> Arguments:
        """`count` steps by one long-lived process that acknowledges them itself, for `session_program`."""

    def session_program(self, library: Path) -> Launcher:
        """The program that understands `session`."""

    def backup(self, folder: Path, target: Path) -> Arguments:
        """Makes the verified copy `target`, outside the folder."""

    def restore(self, folder: Path, source: Path) -> Arguments:
        """Puts the copy `source` into the live file."""

    def estrange(self, folder: Path) -> None:
        """Changes what a restore must bring back besides the lines, if there is such a thing."""

    def verify(self, folder: Path) -> Arguments:
        """The program's own check of its file."""

    def numbers(self, answer: str) -> tuple[int, ...]:
        """Line numbers from the stdout of a step."""

    def journal(self, folder: Path) -> Path:
        """The rollback journal beside the file."""

    def read(self, folder: Path) -> Reading:
        """Opens the file, which recovers it, and checks all of it in this process."""

    def check(self, folder: Path, acknowledged: Sequence[Acknowledged]) -> Verdict:
        """`read` held against what was acknowledged."""


def judge(reading: Reading, acknowledged: Sequence[Acknowledged], whole: Mapping[int, str]) -> Verdict:
    """`whole` are the lines as an undisturbed run left them; {} when only their presence is known."""
    lost = tuple(
        number
        for one in acknowledged
        for number in one.numbers
        if number not in reading.lines or whole.get(number, reading.lines[number]) != reading.lines[number]
    )
    return Verdict(lost, reading.half, reading.fault)


class Reader:
    """Reads trees in a scratch folder; equal trees, and trees equal once recovered, are read once."""

    def __init__(self, workload: Workload, scratch: Path) -> None:
        self._workload = workload
        self._scratch = scratch
        self._by_tree: dict[bytes, Reading] = {}
        self._by_file: dict[bytes, Reading] = {}
        self.hot_journals = 0

    def read(self, tree: Tree) -> Reading:
        """What the program would find after the power came back."""
        key = digest(tree)
        journal = tree.get(self._workload.journal(Path()).name, b"")
        self.hot_journals += journal[:1] not in (b"", b"\0")
        if key not in self._by_tree:
            self.unfold(tree)
            if recover(self._workload.journal(self._scratch)):
                recovered = digest({name: self._bytes(name) for name in self._workload.read_files})
                if recovered not in self._by_file:
                    self._by_file[recovered] = self._workload.read(self._scratch)
                self._by_tree[key] = self._by_file[recovered]
            else:
                self._by_tree[key] = Reading({}, fault="cannot be opened")
        return self._by_tree[key]

    def _bytes(self, name: str) -> bytes:
        file = self._scratch / name
        return file.read_bytes() if file.exists() else b""

    @property
    def distinct(self) -> int:
        """Different trees read."""
        return len(self._by_tree)

    def unfold(self, tree: Tree) -> Path:
        """Puts the tree alone into the scratch folder."""
        shutil.rmtree(self._scratch, ignore_errors=True)
        write_tree(tree, self._scratch)
        return self._scratch


def recover(journal: Path) -> bool:
    """Lets SQLite roll a hot journal back; False when the file is no database any more."""
    file = journal.with_name(journal.name.removesuffix("-journal"))
    if not file.exists():
        return False
    connection = sqlite3.connect(file, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode=TRUNCATE").fetchone()
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return False
    finally:
        connection.close()
    return True


class Bare:
    """bare_program.py with chosen engine modes: the harness's own test piece and negative controls."""

    read_files: tuple[str, ...] = ("book.db",)
    same_again = True

    def __init__(self, journal: str = "TRUNCATE", sync: str = "FULL", locking: str = "EXCLUSIVE") -> None:
        self.name = f"bare sqlite {journal}+{sync}+{locking}"
        self._modes = (journal, sync, locking)

    def _file(self, folder: Path) -> Path:
        return folder / "book.db"

    def prepare(self, folder: Path) -> None:
        connection = bare_program.opened(self._file(folder))
        bare_program.create(connection)
        for index in range(-3, 0):
            bare_program.record(connection, str(index))
        connection.close()
        self.journal(folder).unlink(missing_ok=True)

    def installed(self, library: Path) -> Launcher:
        return Installed(library, (sys.executable, "-S", "-E", bare_program.__file__))

    def forked(self, library: Path, scratch: Path) -> Forked:
        return Forked(library, scratch, "bare_program:main", (), (Path(__file__).parent,))

    def settings(self, scratch: Path) -> dict[str, str]:
        return {}

    def _command(self, folder: Path, *command: str) -> Arguments:
        return (str(self._file(folder)), *self._modes, *command)

    def step(self, folder: Path, index: int, before: Sequence[Acknowledged]) -> Arguments:
        if index % 5 == 0 and before:
            return self._command(folder, "reverse", str(before[-1].numbers[0]))
        return self.large(folder, index)

    def large(self, folder: Path, index: int) -> Arguments:
        return self._command(folder, "record", str(index))

    def session(self, folder: Path, count: int) -> Arguments:
        return self._command(folder, "session", str(count))

    def session_program(self, library: Path) -> Launcher:
        return self.installed(library)

    def backup(self, folder: Path, target: Path) -> Arguments:
        return self._command(folder, "backup", str(target))

    def restore(self, folder: Path, source: Path) -> Arguments:
        return self._command(folder, "restore", str(source))

    def estrange(self, folder: Path) -> None:
        pass

    def replace(self, folder: Path, source: Path) -> Arguments:
        """A restore as it must not be done."""
        return self._command(folder, "replace", str(source))

    def verify(self, folder: Path) -> Arguments:
        return self._command(folder, "verify")

    def numbers(self, answer: str) -> tuple[int, ...]:
        return tuple(int(word) for word in re.findall(r"\d+", answer))

    def journal(self, folder: Path) -> Path:
        return folder / "book.db-journal"

    def read(self, folder: Path) -> Reading:
        connection = sqlite3.connect(self._file(folder), isolation_level=None)
        try:
            half = tuple(bare_program.half_batches(connection))
            lines = {
                row[0]: hashlib.sha256(repr(row).encode()).hexdigest()
                for row in connection.execute("SELECT * FROM line")
            }
            fault = None
            try:
                bare_program.verify(connection)
            except bare_program.Damaged as damage:
                fault = str(damage)
        except sqlite3.DatabaseError as error:
            return Reading({}, fault=str(error))
        finally:
            connection.close()
        return Reading(lines, half, fault)

    def check(self, folder: Path, acknowledged: Sequence[Acknowledged]) -> Verdict:
        recover(self.journal(folder))
        return judge(self.read(folder), acknowledged, {})
