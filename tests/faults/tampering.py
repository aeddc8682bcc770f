"""Tampers with a copy of a village file behind the program's back and asks whether the check finds it.

python tests/faults/tampering.py --count 2000 --seed N

Rows are changed, deleted, swapped and inserted by SQL with the triggers set aside and put back; bits are
turned. Every tampering after which any row of any table reads differently must be found. A tampered line of
the ledger must be named, and so must the book, the notice or the part of the shop that was tampered with.
Exit 0: every promise kept. 1: not so.
"""

import argparse
import random
import re
import sqlite3
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from flips import rows_of
from replay import flipped

from passbook_desk.app.keys import read_key
from passbook_desk.app.verify import only_village, verify_village
from passbook_desk.app.village_file import shipped_scripts
from passbook_desk.db.errors import NotAVillageFile, problem_for
from passbook_desk.db.migrate import read_stamp
from passbook_desk.db.store import Store
from passbook_desk.features.access.queries import check_permit
from passbook_desk.features.audit.commands import seal_changes
from passbook_desk.features.households.secrets import LookupKey
from passbook_desk.features.ledger.errors import SumsBroken
from passbook_desk.features.notices.errors import NoticeBroken, NoticeFiguresBroken
from passbook_desk.features.passbooks.books.errors import BookBroken
from passbook_desk.features.redemption.counter.errors import SlipBroken
from passbook_desk.features.redemption.exchange.errors import ExchangeBroken
from passbook_desk.features.redemption.stock.errors import StockBroken, StockPaperBroken
from passbook_desk.features.redemption.stocktake.errors import StocktakeBroken
from passbook_desk.kernel.clock import SystemClock
from passbook_desk.kernel.errors import PassbookError

NOTICE_TABLES: Final = (
    "notice",
    "notice_line",
    "notice_claim",
    "notice_proof",
    "notice_step",
    "notice_photo",
    "objection",
    "objection_step",
)
BOOK_TABLES: Final = (
    "book",
    "book_type",
    "book_print",
    "book_line",
    "print_outcome",
    "place_set",
    "paper_doubt",
    "book_position",
)
SHOP_TABLES: Final = (
    "outlet",
    "goods",
    "goods_price",
    "goods_picture",
    "stock_paper",
    "stock_batch",
    "stock_move",
    "stock_level",
    "slip",
    "slip_item",
    "slip_undo",
    "demand",
    "stocktake",
    "stocktake_count",
    "stocktake_step",
    "exchange_day",
    "exchange_ticket",
    "exchange_settlement",
)
_OF_SHOP: Final = (SlipBroken, StockBroken, StockPaperBroken, StocktakeBroken, ExchangeBroken)
KINDS: Final = ("change", "delete", "swap", "insert", "flip")
_TRIES: Final = 60


@dataclass(slots=True)
class TamperFigures:
    """How often each kind was done, seen by a reader and found; what was missed, with the SQL of it.

    `lines` counts visible tamperings of single ledger lines, `named` those whose number the check told;
    `books` and `books_named` the same of rows that hold books on paper, `notices` and `notices_named` of
    notices, what hangs with them, what was done with them and what was said against them, `goods` and
    `goods_named` of everything in the points shop.
    """

    done: Counter[str] = field(default_factory=Counter)
    visible: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    crashed: list[str] = field(default_factory=list)
    unnamed: list[str] = field(default_factory=list)
    lines: int = 0
    named: int = 0
    books: int = 0
    books_named: int = 0
    notices: int = 0
    notices_named: int = 0
    goods: int = 0
    goods_named: int = 0

    @property
    def kept(self) -> bool:
        return not self.missed and not self.crashed and not self.unnamed


@dataclass(frozen=True, slots=True)
class Tampering:
    """One change: its kind, words and table, and the numbers of the ledger line it touched (old and new)."""

    kind: str
    words: str
    table: str = ""
    seqs: frozenset[int] = frozenset()
    tail: bool = False
    """The last line was cut off: nothing is left to tell its number by, but its account misses it."""


class NoSuchRow(Exception):
    """The chosen table or row does not allow this tampering: another one is drawn."""


def tamper_again_and_again(file: Path, scratch: Path, count: int, rng: random.Random) -> TamperFigures:
    """`count` copies of a sound village file, each tampered with once."""
    figures = TamperFigures()
    sound = rows_of(file)
    assert sound is not None
    content, key = file.read_bytes(), read_key(file)
    for number in range(count):
        kind, copy = KINDS[number % len(KINDS)], scratch / f"{number}.pbk"
        act = _tampered(content, copy, kind, rng)
        figures.done[kind] += 1
        if rows_of(copy) == sound:
            copy.unlink()
            continue
        figures.visible[kind] += 1
        fault = fault_of(copy, key)
        copy.unlink()
        if fault is None:
            figures.missed.append(act.words)
            continue
        figures.found[kind] += 1
        if not isinstance(fault, PassbookError):
            figures.crashed.append(f"{act.words}: {fault!r}")
        if act.seqs:
            figures.lines += 1
            figures.named += (named := _names_line(fault, act))
        elif act.table in BOOK_TABLES:
            figures.books += 1
            figures.books_named += (named := _names(fault, act, BookBroken))
        elif act.table in NOTICE_TABLES:
            figures.notices += 1
            figures.notices_named += (named := _names(fault, act, NoticeBroken, NoticeFiguresBroken))
        elif act.table in SHOP_TABLES:
            figures.goods += 1
            figures.goods_named += (named := _names(fault, act, *_OF_SHOP))
        else:
            continue
        if not named:
            figures.unnamed.append(f"{act.words}: {fault!r} {getattr(fault, 'params', '')}")
    return figures


def fault_of(copy: Path, key: LookupKey | None) -> Exception | None:
    """What the whole check finds in a file, with the key that lies beside it."""
    try:
        read_stamp(copy)
        store = Store.on_file(copy, only_village(copy), seal_changes, check_permit)
    except PassbookError as fault:
        return fault
    except sqlite3.Error as error:  # opening the file names it so
        return problem_for(error, copy) or NotAVillageFile(path=copy)
    try:
        with store.read(SystemClock()) as scope:
            verify_village(scope, shipped_scripts(), key)
    except Exception as fault:  # noqa: BLE001 - a crash is a figure, too
        return fault
    finally:
        store.close()
    return None


def _names_line(fault: Exception, act: Tampering) -> bool:
    """Whether the fault tells the number of the touched line, or the row in SQLite's own words."""
    if not isinstance(fault, PassbookError):
        return False
    if act.tail and isinstance(fault, SumsBroken):
        return True
    return fault.params.get("seq") in act.seqs or "ledger_line" in str(fault.params.get("detail", ""))


def _names(fault: Exception, act: Tampering, *kinds: type[PassbookError]) -> bool:
    """Whether the fault is one of these kinds, which tell what they are about, or tells the row's table."""
    if not isinstance(fault, PassbookError):
        return False
    told = (fault.params.get("table"), fault.params.get("detail"))
    return isinstance(fault, kinds) or any(act.table in str(words) for words in told)


def _tampered(content: bytes, copy: Path, kind: str, rng: random.Random) -> Tampering:
    if kind == "flip":
        copy.write_bytes(flipped(content, rng))
        return Tampering(kind, "bit")
    for _ in range(_TRIES):
        copy.write_bytes(content)
        try:
            with closing(sqlite3.connect(copy)) as connection:
                return _by_sql(connection, kind, rng)
        except (sqlite3.IntegrityError, NoSuchRow):
            continue
    raise RuntimeError(f"no {kind} could be done")


def _by_sql(connection: sqlite3.Connection, kind: str, rng: random.Random) -> Tampering:
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute("PRAGMA ignore_check_constraints=ON")
    triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        connection.execute(f'DROP TRIGGER "{name}"')
    act = _ACTS[kind](_Table.drawn(connection, rng), rng)
    for _, sql in triggers:
        connection.execute(sql)
    connection.commit()
    return act


@dataclass(frozen=True, slots=True)
class _Table:
    """A table that has rows, with the types of its columns."""

    connection: sqlite3.Connection
    name: str
    columns: tuple[str, ...]
    types: tuple[str, ...]
    unique: frozenset[str]

    @classmethod
    def drawn(cls, connection: sqlite3.Connection, rng: random.Random) -> "_Table":
        """A quarter of the time the lines of the ledger, a sixth each a table of books, one of notices and
        one of the shop, else any table with rows.
        """
        names = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if name != "alembic_version" and connection.execute(f'SELECT 1 FROM "{name}" LIMIT 1').fetchone()
        ]
        shares = (("ledger_line",), BOOK_TABLES, NOTICE_TABLES, SHOP_TABLES, sorted(names))
        name = rng.choice(rng.choices(shares, (3, 2, 2, 2, 3))[0])
        facts = connection.execute(f'PRAGMA table_info("{name}")').fetchall()
        unique: set[str] = set()
        for index in connection.execute(f'PRAGMA index_list("{name}")').fetchall():
            if index[2]:
                parts = connection.execute(f'PRAGMA index_info("{index[1]}")').fetchall()
                unique |= {parts[-1][2]}
        return cls(
            connection,
            name,
            tuple(fact[1] for fact in facts),
            tuple(fact[2] for fact in facts),
            frozenset(unique | {fact[1] for fact in facts if fact[5]}),
        )

    def row(self, rng: random.Random) -> dict[str, object]:
        """A row by its columns."""
        (count,) = self.connection.execute(f'SELECT count(*) FROM "{self.name}"').fetchone()
        found = self.connection.execute(
            f'SELECT * FROM "{self.name}" LIMIT 1 OFFSET ?', (rng.randrange(count),)
        ).fetchone()
        return dict(zip(self.columns, found, strict=True))

    def where(self, row: dict[str, object]) -> tuple[str, list[object]]:
        """A condition that fits just this row."""
        return " AND ".join(f'"{name}" IS ?' for name in self.columns), list(row.values())

    def seqs_of(self, *rows: dict[str, object]) -> frozenset[int]:
        """The numbers of ledger lines; none for rows of other tables."""
        numbers = (row["seq"] for row in rows if self.name == "ledger_line")
        return frozenset(number for number in numbers if isinstance(number, int))


def _change(table: _Table, rng: random.Random) -> Tampering:
    row = table.row(rng)
    column = rng.choice(table.columns)
    value = _other(table, row, column, rng)
    condition, values = table.where(row)
    table.connection.execute(f'UPDATE "{table.name}" SET "{column}" = ? WHERE {condition}', [value, *values])
    words = f"{table.name}.{column}: {row[column]!r} -> {value!r}"
    return Tampering("change", words, table.name, table.seqs_of(row, {**row, column: value}))


def _other(table: _Table, row: dict[str, object], column: str, rng: random.Random) -> object:
    """Another value of the kind: that of another row, a number beside it, a text with another character."""
    now = row[column]
    if rng.random() < 1 / 2:
        other = table.row(rng)[column]
        if other != now:
            return other
    if isinstance(now, int):
        return now + rng.choice((-100, -1, 1, 100))
    if isinstance(now, bytes):
        return flipped(now, rng) if now else b"x"
    if isinstance(now, str) and now:
        place = rng.randrange(len(now))
        letter = rng.choice("0123456789abcdef王李")
        changed = now[:place] + letter + now[place + 1 :]
        if changed == now:
            raise NoSuchRow
        return changed
    return "x" if now == "" or table.types[table.columns.index(column)] == "TEXT" else 1


def _delete(table: _Table, rng: random.Random) -> Tampering:
    row = table.row(rng)
    (last,) = table.connection.execute("SELECT max(seq) FROM ledger_line").fetchone()
    condition, values = table.where(row)
    table.connection.execute(f'DELETE FROM "{table.name}" WHERE {condition}', values)
    seqs = table.seqs_of(row)
    return Tampering("delete", f"{table.name}: {row!r} deleted", table.name, seqs, last in seqs)


def _swap(table: _Table, rng: random.Random) -> Tampering:
    one, other, column = table.row(rng), table.row(rng), rng.choice(table.columns)
    if one == other or one[column] == other[column] or column in table.unique:
        raise NoSuchRow
    for row, value in ((one, other[column]), (other, one[column])):
        condition, values = table.where(row)
        table.connection.execute(
            f'UPDATE "{table.name}" SET "{column}" = ? WHERE {condition}', [value, *values]
        )
    words = f"{table.name}.{column}: {one[column]!r} <-> {other[column]!r}"
    both = table.seqs_of(one, other)
    return Tampering("swap", words, table.name, frozenset({min(both)}) if both else both)


def _insert(table: _Table, rng: random.Random) -> Tampering:
    row = table.row(rng)
    for column in table.unique:
        value = row[column]
        if isinstance(value, int):
            row[column] = value + 1_000_000
        elif isinstance(value, str):
            row[column] = re.sub(r".$", "", value) + rng.choice("0123456789") + "z"
    names = ", ".join(f'"{name}"' for name in row)
    places = ", ".join("?" for _ in row)
    table.connection.execute(f'INSERT INTO "{table.name}" ({names}) VALUES ({places})', list(row.values()))
    return Tampering("insert", f"{table.name}: {row!r} inserted", table.name)


_ACTS: Final[dict[str, Callable[[_Table, random.Random], Tampering]]] = {
    "change": _change,
    "delete": _delete,
    "swap": _swap,
    "insert": _insert,
}


def show(figures: TamperFigures) -> str:
    """The figures for people."""
    lines = [
        f"{kind}: done {figures.done[kind]}, seen {figures.visible[kind]}, found {figures.found[kind]}"
        for kind in KINDS
    ]
    lines.append(f"ledger lines: {figures.named} of {figures.lines} named")
    lines.append(f"rows of books: {figures.books_named} of {figures.books} named")
    lines.append(f"rows of notices: {figures.notices_named} of {figures.notices} named")
    lines.append(f"rows of the shop: {figures.goods_named} of {figures.goods} named")
    lines += [f"NOT NAMED {words}" for words in figures.unnamed[:20]]
    lines += [f"MISSED {words}" for words in figures.missed[:20]]
    lines += [f"CRASHED {words}" for words in figures.crashed[:20]]
    return "\n".join(lines)


def main(words: Sequence[str] | None = None) -> int:
    """Run the whole campaign."""
    from tampered_village import make_village

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    given = parser.parse_args(words)
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        scratch = Path(folder) / "copies"
        scratch.mkdir()
        file = make_village(Path(folder))
        figures = tamper_again_and_again(file, scratch, given.count, random.Random(given.seed))
    print(f"seed {given.seed}")
    print(show(figures))
    return 0 if figures.kept else 1


if __name__ == "__main__":
    sys.path.append(str(Path(__file__).resolve().parents[1]))
    sys.exit(main())
