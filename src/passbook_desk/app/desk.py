"""What presenters talk to: ask a query, do a command, hear what changed."""

from collections.abc import Callable
from typing import TypeVar

from passbook_desk.app.village_file import VillageFile
from passbook_desk.db.errors import OutcomeUnknown
from passbook_desk.db.store import Scope, Tx
from passbook_desk.features.access.commands import sign_out, try_sign_in
from passbook_desk.features.access.errors import SignInNeeded
from passbook_desk.features.access.queries import acts_of, operators
from passbook_desk.features.access.values import OperatorRow, SignInTry
from passbook_desk.features.audit.commands import note_act
from passbook_desk.features.ledger.queries import has_voucher
from passbook_desk.features.ledger.recording_values import Recorded
from passbook_desk.features.ledger.reversing import Moved
from passbook_desk.features.ledger.values import RecordedVoucher
from passbook_desk.kernel.actor import NOBODY, Actor
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.clock import Clock, SetDateClock
from passbook_desk.kernel.errors import EnvironmentProblem, FaultFound

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

        Working under a set date (--today) is noted in the audit chain (DECISIONS 14h). Raises SignInNeeded
        while nobody has signed in.
        """
        if self.file.actor == NOBODY:
            raise SignInNeeded(names=tuple(row.name for row in self.people()))
        written: list[Result] = []
        touched: frozenset[Topic] = frozenset()
        try:
            with self.file.store.write(self.file.actor, self.clock) as tx:
                result = command(tx)
                if isinstance(self.clock, SetDateClock):
                    note_act(tx, "date-set", "village", str(tx.village_id), self.clock.today().isoformat())
                touched = frozenset(tx.touched)
                written.append(result)
        except EnvironmentProblem:
            if not written or not self._is_kept(written[0]):
                raise
        self._tell(touched)
        return written[0]

    def actor(self) -> Actor:
        """Who works now; NOBODY until somebody signs in."""
        return self.file.actor

    def people(self) -> tuple[OperatorRow, ...]:
        """Everybody who may sign in today."""
        return self.ask(operators)

    def may(self) -> frozenset[Act]:
        """What who works now may do; nothing while nobody has signed in."""
        return self.ask(lambda scope: acts_of(scope, self.file.actor.operator_id))

    def sign_in(self, operator_id: int, pin: str) -> SignInTry:
        """Try a PIN; when it is right, everything from now on is done in that operator's name."""
        with self.file.store.write(Actor(operator_id, ""), self.clock) as tx:
            tried = try_sign_in(tx, operator_id, pin)
        if tried.passed:
            self.file.actor = Actor(tried.operator.id, tried.operator.name)
            self._tell(frozenset({Topic.ACCESS}))
        return tried

    def sign_out(self) -> None:
        """From now on nobody works with the file until somebody signs in."""
        if self.file.actor != NOBODY:
            self.do(sign_out)
            self.file.actor = NOBODY

    def _is_kept(self, result: object) -> bool:
        """Whether lines whose commit failed are in the file all the same: asked on a fresh connection.

        A failed last sync may leave a commit durable (reliability §0 row 13); saying 没有保存 would make the
        clerk record it twice (DECISIONS 15). Raises OutcomeUnknown when the disk cannot be asked.
        """
        if not isinstance(result, RecordedVoucher | Recorded | Moved):
            return False
        try:
            return self.ask(lambda scope: has_voucher(scope, result.uid))
        except (EnvironmentProblem, FaultFound):
            raise OutcomeUnknown from None

    def copied(self, query: Callable[[Scope], Result]) -> Callable[[], Result]:
        """Copy the village into memory now; the answer is read from the copy, on the press lane.

        For long reads, so that the desk lane is free for the clerk (DECISIONS 13). Ask once.
        """
        copy = self.file.store.snapshot()

        def ask() -> Result:
            try:
                with copy.read(self.clock) as scope:
                    return query(scope)
            finally:
                copy.close()

        return ask
