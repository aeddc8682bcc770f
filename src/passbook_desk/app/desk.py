"""What presenters talk to: ask a query, do a command, hear what changed."""

from collections.abc import Callable
from typing import TypeVar

from passbook_desk.app.village_file import VillageFile
from passbook_desk.db.store import Scope, Store, Tx
from passbook_desk.features.audit.commands import note_act
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.clock import Clock, SetDateClock

Result = TypeVar("Result")


class Desk:
    """One open village. Call it on the desk lane only; listeners are told the topics after each commit."""

    def __init__(
        self, village_file: VillageFile, clock: Clock, tell: Callable[[frozenset[Topic]], None]
    ) -> None:
        self.file = village_file
        self.clock = clock
        self._tell = tell

    def ask(self, query: Callable[[Scope], Result]) -> Result:
        """The answer of a query in one consistent view."""
        with self.file.store.read(self.clock) as scope:
            return query(scope)

    def do(self, command: Callable[[Tx], Result]) -> Result:
        """Carry out a command as one transaction; what it touched is told when it is safe on disk.

        Working under a set date (--today) is noted in the audit chain (DECISIONS 14h).
        """
        with self.file.store.write(self.file.actor, self.clock) as tx:
            result = command(tx)
            if isinstance(self.clock, SetDateClock):
                note_act(tx, "date-set", "village", str(tx.village_id), self.clock.today().isoformat())
            touched = tx.touched
        self._tell(frozenset(touched))
        return result

    def snapshot(self) -> Store:
        """A copy in memory for long reads on the press lane; close it when done."""
        return self.file.store.snapshot()
