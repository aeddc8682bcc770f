"""The only place that opens, commits and rolls back transactions."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from threading import Lock, get_ident
from typing import NamedTuple

from sqlalchemy import Engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from passbook_desk.db.base import Audited, Base
from passbook_desk.db.engine import snapshot_engine, village_engine
from passbook_desk.db.errors import problem_for
from passbook_desk.kernel.actor import Actor
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.clock import Clock


@dataclass(slots=True)
class Scope:
    """What a query gets: a session, the village it reads, the day it is asked for."""

    session: Session
    village_id: int
    today: date


class CreatedRow(NamedTuple):
    """A master row that was inserted in bulk: its table, its identity and the digest to seal."""

    table: str
    uid: str
    digest: str


@dataclass(slots=True)
class RowChanges:
    """Master rows that a transaction created, changed or removed, in the order of their flushes.

    `created_in_bulk` went past the session, so whoever inserted them names them here.
    """

    created_in_bulk: list[CreatedRow] = field(default_factory=list)
    saved: dict[int, tuple[Base, bool]] = field(default_factory=dict)
    removed: list[Base] = field(default_factory=list)


@dataclass(slots=True)
class Tx(Scope):
    """What a command gets: a scope that may write, who acts and when, and what it has touched."""

    actor: Actor
    now: datetime
    permit: "Permit"
    touched: set[Topic] = field(default_factory=set)
    changes: RowChanges = field(default_factory=RowChanges)

    def require(self, act: Act) -> None:
        """Go on only if who acts may do this; raises what the village's permit raises."""
        self.permit(self, act)


Permit = Callable[[Tx, Act], None]
"""Called by commands before they change anything: raises when the operator's roles do not allow the act."""

Seal = Callable[[Tx], None]
"""Called once before each commit: writes the audit rows of the changed master rows."""


class Store:
    """One village file (or a snapshot of it). Commands compose inside `write`; nobody else commits.

    Threads wait for each other, so that each reads what the one before it wrote.
    """

    def __init__(self, engine: Engine, path: Path, village_id: int, seal: Seal, permit: Permit) -> None:
        self._engine = engine
        self._writer = engine.execution_options(writes=True)
        self._seal = seal
        self._permit = permit
        self._turn = Lock()
        self._whose_turn: int | None = None
        self.path = path
        self.village_id = village_id

    @classmethod
    def on_file(cls, path: Path, village_id: int, seal: Seal, permit: Permit) -> "Store":
        """A store on a village file whose lock the caller holds."""
        return cls(village_engine(path), path, village_id, seal, permit)

    @contextmanager
    def write(self, actor: Actor, clock: Clock) -> Iterator[Tx]:
        """One transaction, begun IMMEDIATE; committed when the block ends, rolled back when it raises.

        A failed read or write of the disk is raised as its EnvironmentProblem and the connection is
        dropped, so that a failed commit is never retried on it (reliability §3.4).
        """
        with self._trouble_named(), Session(self._writer, expire_on_commit=False) as session:
            session.connection()
            tx = Tx(session, self.village_id, clock.today(), actor, clock.now(), self._permit)
            event.listen(session, "after_flush", lambda flushed, _: _collect(tx.changes, flushed))
            yield tx
            session.flush()  # so that the seal sees every change
            self._seal(tx)
            session.commit()

    @contextmanager
    def read(self, clock: Clock) -> Iterator[Scope]:
        """One consistent view; a change inside it is a fault of the program."""
        with self._trouble_named(), Session(self._engine, autoflush=False) as session:
            event.listen(session, "before_flush", _refuse_changes)
            yield Scope(session, self.village_id, clock.today())

    def snapshot(self) -> "Store":
        """A copy in memory for long reads. Between transactions only: inside one it would never return."""
        memory = sqlite3.connect(":memory:", check_same_thread=False)
        self.copy_into(memory)
        return Store(snapshot_engine(memory), self.path, self.village_id, _seal_nothing, self._permit)

    def copy_into(self, target: sqlite3.Connection) -> None:
        """Copy the whole file through the backup API into another connection."""
        with self._raw() as live:
            live.backup(target)

    def replace_from(self, source: sqlite3.Connection) -> None:
        """Restore through the backup API: old or new, never a mixture (reliability §6.3)."""
        with self._raw() as live:
            source.backup(live)
        self._engine.dispose()

    def close(self) -> None:
        """Give the file back."""
        self._engine.dispose()

    @contextmanager
    def _raw(self) -> Iterator[sqlite3.Connection]:
        with self._trouble_named():
            pooled = self._engine.raw_connection()
            try:
                live = pooled.driver_connection
                assert isinstance(live, sqlite3.Connection)
                yield live
            finally:
                pooled.close()

    @contextmanager
    def _trouble_named(self) -> Iterator[None]:
        """Threads take turns at the one connection; inside a turn a second one is a fault of the program."""
        if self._whose_turn == get_ident():
            raise RuntimeError("one transaction at a time; copies are made between transactions")
        with self._turn:
            self._whose_turn = get_ident()
            try:
                with self._named():
                    yield
            finally:
                self._whose_turn = None

    @contextmanager
    def _named(self) -> Iterator[None]:
        try:
            yield
        except (DBAPIError, sqlite3.Error) as error:
            cause = error.orig if isinstance(error, DBAPIError) else error
            self._engine.dispose()
            problem = problem_for(cause, self.path) if isinstance(cause, sqlite3.Error) else None
            if problem is None:
                raise
            raise problem from None


def _collect(changes: RowChanges, session: Session) -> None:
    for row in session.new:
        if isinstance(row, Audited) and isinstance(row, Base):
            changes.saved[id(row)] = (row, True)
    for row in session.dirty:
        if isinstance(row, Audited) and isinstance(row, Base) and session.is_modified(row):
            changes.saved.setdefault(id(row), (row, False))
    for row in session.deleted:
        if isinstance(row, Audited) and isinstance(row, Base):
            changes.saved.pop(id(row), None)
            changes.removed.append(row)


def _refuse_changes(session: Session, *_: object) -> None:
    if session.new or session.dirty or session.deleted:
        raise RuntimeError("a query tried to change rows")


def _seal_nothing(_: Tx) -> None:
    return None
