"""A small points book on bare sqlite3: what the harness itself is tried on, with any journal and sync mode.

`bare_program.py FILE JOURNAL SYNC LOCKING command …`, commands as in COMMANDS. Engine settings are those of
the village file apart from the three modes. Exit 0 = acknowledged, with the numbers of the lines on stdout.
"""

import hashlib
import os
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path

from shim import acknowledge

ACCOUNTS = 400
LINES = 60
FILLER = "书" * 40
TABLES = """
CREATE TABLE account (id INTEGER PRIMARY KEY, name TEXT NOT NULL, balance INTEGER NOT NULL) STRICT;
CREATE TABLE batch (uid TEXT PRIMARY KEY, size INTEGER NOT NULL) STRICT;
CREATE TABLE line (seq INTEGER PRIMARY KEY, batch TEXT NOT NULL, account INTEGER NOT NULL,
    points INTEGER NOT NULL, balance_after INTEGER NOT NULL, hash BLOB NOT NULL) STRICT;
"""


class Damaged(Exception):
    """The file is not what its writer left."""


def opened(
    path: Path, journal: str = "TRUNCATE", sync: str = "FULL", locking: str = "EXCLUSIVE"
) -> sqlite3.Connection:
    """A connection with the village's engine settings but the modes asked for."""
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in (
        f"locking_mode={locking}",
        f"journal_mode={journal}",
        f"synchronous={sync}",
        "foreign_keys=ON",
        "trusted_schema=OFF",
        "cell_size_check=ON",
        "mmap_size=0",
        "temp_store=MEMORY",
        "secure_delete=ON",
        "busy_timeout=5000",
    ):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def line_hash(previous: bytes, *fields: object) -> bytes:
    """The chain's link."""
    return hashlib.sha256(previous + repr(fields).encode()).digest()


def create(connection: sqlite3.Connection) -> None:
    """An empty book of ACCOUNTS accounts."""
    connection.executescript(TABLES)
    connection.execute("BEGIN IMMEDIATE")
    rows = ((number, f"户{number}{FILLER}") for number in range(1, ACCOUNTS + 1))
    connection.executemany("INSERT INTO account VALUES (?, ?, 0)", rows)
    connection.execute("COMMIT")


def written_before(connection: sqlite3.Connection, uid: str) -> list[int]:
    """The numbers of a batch that is in the book already."""
    return [seq for (seq,) in connection.execute("SELECT seq FROM line WHERE batch = ? ORDER BY seq", (uid,))]


def post(connection: sqlite3.Connection, uid: str, deeds: list[tuple[int, int]]) -> list[int]:
    """Writes one batch of (account, points) whole; a batch known by its uid is not written twice."""
    connection.execute("BEGIN IMMEDIATE")
    known = written_before(connection, uid)
    if known:
        connection.execute("ROLLBACK")
        return known
    last = connection.execute("SELECT seq, hash FROM line ORDER BY seq DESC LIMIT 1").fetchone()
    seq, link = last or (0, b"")
    connection.execute("INSERT INTO batch VALUES (?, ?)", (uid, len(deeds)))
    numbers = []
    for account, points in deeds:
        seq += 1
        connection.execute("UPDATE account SET balance = balance + ? WHERE id = ?", (points, account))
        (after,) = connection.execute("SELECT balance FROM account WHERE id = ?", (account,)).fetchone()
        link = line_hash(link, seq, uid, account, points, after)
        connection.execute(
            "INSERT INTO line VALUES (?, ?, ?, ?, ?, ?)", (seq, uid, account, points, after, link)
        )
        numbers.append(seq)
    connection.execute("COMMIT")
    return numbers


def record(connection: sqlite3.Connection, index: str) -> list[int]:
    """LINES deeds that depend on `index` only, spread over the accounts."""
    step = int(index)
    deeds = [((step * 37 + place * 7) % ACCOUNTS + 1, 1 + place % 5) for place in range(LINES)]
    return post(connection, f"record-{step}", deeds)


def reverse(connection: sqlite3.Connection, seq: str) -> list[int]:
    """One line against line `seq`."""
    account, points = connection.execute("SELECT account, points FROM line WHERE seq = ?", (seq,)).fetchone()
    return post(connection, f"reverse-{seq}", [(account, -points)])


def session(connection: sqlite3.Connection, count: str) -> list[int]:
    """Steps 1 to `count` on one connection, each acknowledged in the fault library's log as it is done."""
    numbers: list[int] = []
    for index in range(1, int(count) + 1):
        reversing = index % 5 == 0
        answer = reverse(connection, str(numbers[-1])) if reversing else record(connection, str(index))
        acknowledge(Path(os.environ["FAULTS_LOG"]), index, " ".join(map(str, answer)).encode())
        numbers += answer
    return numbers


def backup(connection: sqlite3.Connection, target: str) -> list[int]:
    """The open book into the new file `target`, by the backup interface."""
    copy = sqlite3.connect(target)
    connection.backup(copy)
    copy.close()
    return []


def restore(connection: sqlite3.Connection, source: str) -> list[int]:
    """The book in `source` into the open one, by the backup interface."""
    copy = sqlite3.connect(f"file:{source}?mode=ro", uri=True)
    copy.backup(connection)
    copy.close()
    return []


def replace(path: Path, source: str) -> None:
    """How a book must not be restored: the file exchanged, with whatever journal lies beside it."""
    part = path.with_name(path.name + ".part")
    with part.open("wb") as target:
        target.write(Path(source).read_bytes())
        target.flush()
        os.fsync(target.fileno())
    part.replace(path)
    folder = os.open(part.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)


def verify(connection: sqlite3.Connection) -> list[int]:
    """Raises Damaged with the first fault: pages, chain, balances, batches that are not whole."""
    (answer,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if answer != "ok":
        raise Damaged(answer)
    link = b""
    sums: dict[int, int] = {}
    for expected, row in enumerate(connection.execute("SELECT * FROM line ORDER BY seq"), start=1):
        seq, uid, account, points, after, stored = row
        link = line_hash(link, seq, uid, account, points, after)
        sums[account] = sums.get(account, 0) + points
        if seq != expected or link != stored or sums[account] != after:
            raise Damaged(f"line {seq}")
    for account, name, balance in connection.execute("SELECT * FROM account"):
        if balance != sums.get(account, 0) or name != f"户{account}{FILLER}":
            raise Damaged(f"account {account}")
    half = half_batches(connection)
    if half:
        raise Damaged(f"half batch {half[0]}")
    return []


def half_batches(connection: sqlite3.Connection) -> list[str]:
    """Batches with fewer or more lines than they had when written, and lines of no batch."""
    found = connection.execute(
        "SELECT coalesce(b.uid, l.batch) FROM (SELECT batch, count(*) AS n FROM line GROUP BY batch) l"
        " FULL JOIN batch b ON b.uid = l.batch WHERE b.size IS NOT l.n"
    )
    return [uid for (uid,) in found]


COMMANDS: dict[str, Callable[..., list[int]]] = {
    "record": record,
    "reverse": reverse,
    "backup": backup,
    "restore": restore,
    "session": session,
    "verify": verify,
}


def main() -> int:
    """Runs one command on one file."""
    path, journal, sync, locking, command, *rest = sys.argv[1:]
    if command == "replace":
        replace(Path(path), *rest)
        return 0
    try:
        connection = opened(Path(path), journal, sync, locking)
        numbers = COMMANDS[command](connection, *rest)
        connection.close()
    except (sqlite3.Error, OSError):
        print("磁盘读写出错，这一笔没有记上", file=sys.stderr)
        return 1
    except Damaged:
        print("数据文件不完整", file=sys.stderr)
        return 1
    print("\n".join(map(str, numbers)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
