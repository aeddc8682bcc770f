"""What presenters talk to: ask a query, do a command, hear what changed."""

from collections.abc import Callable
from typing import TypeVar

from passbook_desk.app.verify import verify_village
from passbook_desk.app.village_file import VillageFile, shipped_scripts
from passbook_desk.app.witness import Witness
from passbook_desk.db.errors import OutcomeUnknown
from passbook_desk.db.store import Scope, Tx
from passbook_desk.features.access.commands import sign_out, try_sign_in
from passbook_desk.features.access.errors import NotAllowed, SignInNeeded, TooSoon, WrongPin
from passbook_desk.features.access.queries import acts_of, operators
from passbook_desk.features.access.values import OperatorRow, SignInTry
from passbook_desk.features.audit.commands import note_act
from passbook_desk.features.ledger.queries import has_voucher
from passbook_desk.features.ledger.recording_values import Recorded
from passbook_desk.features.ledger.reversing import Moved
from passbook_desk.features.ledger.values import RecordedVoucher
from passbook_desk.features.safekeeping.values import Facts
from passbook_desk.kernel.actor import NOBODY, Actor
from passbook_desk.kernel.acts import Act
from passbook_desk.kernel.changes import Topic
from passbook_desk.kernel.clock import Clock, SetDateClock
from passbook_desk.kernel.errors import EnvironmentProblem, FaultFound

Result = TypeVar("Result")

_LEAVES = frozenset({Topic.BACKUPS, Topic.NOTICES, Topic.PASSBOOKS})
"""What is told when something has left the file with a head code on it."""


class Desk:
    """One open village. Call it on the desk lane only; listeners are told the topics after each commit."""

    def __init__(
        self,
        village_file: VillageFile,
        clock: Clock,
        tell: Callable[[frozenset[Topic]], None],
        witness: Witness | None = None,
    ) -> None:
        """`witness` is where the ends of the chains are written down outside the file."""
        self.file = village_file
        self.clock = clock
        self._tell = tell
        self._witness = witness

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
        if touched & _LEAVES:
            self.write_down()
        self._tell(touched)
        return written[0]

    def require(self, act: Act) -> None:
        """Raise NotAllowed when who works now may not do this."""
        if act not in self.may():
            raise NotAllowed(act=act.value, operator=self.file.actor.name)

    def verify(self) -> Facts:
        """The whole check, and the comparison with what was written down outside; raises what it finds."""
        return self.ask(self._verified)

    def verifying(self) -> Callable[[], Facts]:
        """`verify` on a copy in memory, for the press lane."""
        return self.copied(self._verified)

    def _verified(self, scope: Scope) -> Facts:
        facts = verify_village(scope, shipped_scripts(), self.file.key)
        if self._witness is not None:
            self._witness.check(scope)
        return facts

    def check_end(self) -> None:
        """The quick check at the start: does the file still end where it was left on this computer?"""
        if self._witness is not None:
            self.ask(self._witness.check_latest)

    def write_down(self) -> None:
        """Write the ends of the chains down outside the file; after something left it, and at the end."""
        witness = self._witness
        if witness is not None:
            self.ask(lambda scope: witness.remember(scope, self.clock))

    def work_on(self, note: Callable[[Tx], Result]) -> Result:
        """After a restore: note it, and go on as the same operator if the file still knows that one."""
        here = self.file.actor
        known = any((row.id, row.name) == (here.operator_id, here.name) for row in self.people())
        self.file.actor = here if known else NOBODY
        with self.file.store.write(self.file.actor, self.clock) as tx:
            result = note(tx)
            touched = frozenset(tx.touched)
        self._tell(touched)
        return result

    def write_down_anew(self) -> None:
        """After a restore: what was written down before no longer counts."""
        witness = self._witness
        if witness is not None:
            self.ask(lambda scope: witness.begin_anew(scope, self.clock))

    def actor(self) -> Actor:
        """Who works now; NOBODY until somebody signs in."""
        return self.file.actor

    def people(self) -> tuple[OperatorRow, ...]:
        """Everybody who may sign in today."""
        return self.ask(operators)

    def may(self) -> frozenset[Act]:
        """What who works now may do; nothing while nobody has signed in.

        Roles are those of the real day, as for commands, also while the program works under an earlier date.
        """
        on = max(self.clock.today(), self.clock.now().date())
        return self.ask(lambda scope: acts_of(scope, self.file.actor.operator_id, on))

    def sign_in(self, operator_id: int, pin: str) -> SignInTry:
        """Try a PIN; when it is right, everything from now on is done in that operator's name."""
        with self.file.store.write(Actor(operator_id, ""), self.clock) as tx:
            tried = try_sign_in(tx, operator_id, pin)
        if tried.passed:
            self.file.actor = Actor(tried.operator.id, tried.operator.name)
            self._tell(frozenset({Topic.ACCESS}))
        return tried

    def prove(self, pin: str) -> None:
        """Who works now types the PIN again, as when signing in. Raises WrongPin, TooSoon."""
        tried = self.sign_in(self.file.actor.operator_id, pin)
        if tried.waiting:
            raise TooSoon(field="old_pin", name=tried.operator.name, seconds=tried.seconds)
        if not tried.passed:
            raise WrongPin(field="old_pin", name=tried.operator.name, seconds=tried.seconds)

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
