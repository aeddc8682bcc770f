"""The queue of claims: what waits, deciding many at once, entering what is due."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final, Protocol

from passbook_desk.features.access.errors import NotAllowed
from passbook_desk.features.ledger.claims.commands import decide_claims, post_due_claims, withdraw_claims
from passbook_desk.features.ledger.claims.errors import WrongStep
from passbook_desk.features.ledger.claims.queries import claim_card, claim_counts, queue
from passbook_desk.features.ledger.claims.sheets import sheet_with
from passbook_desk.features.ledger.claims.values import (
    ClaimCard,
    ClaimCounts,
    ClaimRow,
    DecideClaims,
    Decided,
    Decision,
    Refused,
    Stage,
    Step,
)
from passbook_desk.features.notices.queries import notices_of_claims
from passbook_desk.features.village.queries import policy
from passbook_desk.kernel.clock import Clock
from passbook_desk.kernel.jobs import Jobs
from passbook_desk.ui.kit.ports import Desk


class Shown(StrEnum):
    """Which claims are listed."""

    OPEN = "open"
    FIRST_CHECK = "first-check"
    REVIEW = "review"
    NOTICE = "notice"
    ENDED = "ended"


STAGES: Final[Mapping[Shown, frozenset[Stage]]] = MappingProxyType(
    {
        Shown.OPEN: frozenset({Stage.FIRST_CHECK, Stage.REVIEW, Stage.NOTICE, Stage.DUE}),
        Shown.FIRST_CHECK: frozenset({Stage.FIRST_CHECK}),
        Shown.REVIEW: frozenset({Stage.REVIEW}),
        Shown.NOTICE: frozenset({Stage.NOTICE, Stage.DUE}),
        Shown.ENDED: frozenset({Stage.POSTED, Stage.REJECTED, Stage.WITHDRAWN}),
    }
)
_STEP_OF: Final[Mapping[Stage, Step]] = MappingProxyType(
    {
        Stage.FIRST_CHECK: Step.FIRST_CHECK,
        Stage.REVIEW: Step.REVIEW,
        Stage.NOTICE: Step.NOTICE,
        Stage.DUE: Step.NOTICE,
    }
)


@dataclass(frozen=True, slots=True)
class Queue:
    """What the page shows: the claims listed, how many wait where, whether one clerk works alone.

    Where points count when the village's notice closes (`by_notice`), `notices` are the numbers of those on
    which claims hang, by the claims' ids.
    """

    rows: tuple[ClaimRow, ...]
    counts: ClaimCounts
    alone: bool
    has_review: bool
    by_notice: bool
    notices: Mapping[int, str]


class ClaimsView(Protocol):
    """What the page is told."""

    def show_queue(self, found: Queue) -> None: ...
    def show_card(self, card: ClaimCard | None) -> None: ...
    def show_sheet_number(self, number: str) -> None: ...
    def show_decided(self, done: Decided) -> None: ...
    def show_withdrawn(self, count: int) -> None: ...
    def show_problem(self, error: BaseException) -> None: ...


class ClaimsPresenter:
    """Keeps what is listed; every decision is one command for each step the chosen claims wait at."""

    def __init__(self, desk: Desk, view: ClaimsView, jobs: Jobs, clock: Clock) -> None:
        self._desk, self._view, self._jobs, self._clock = desk, view, jobs, clock
        self._shown = Shown.OPEN
        self._find = ""
        self._asked = 0

    def list_these(self, shown: Shown, find: str) -> None:
        """List claims of these stages that a text fits."""
        self._shown, self._find = shown, find
        self.load()

    def load(self) -> None:
        """Read the queue anew."""
        stages, find = STAGES[self._shown], self._find
        self._ask(lambda scope: _queue(scope, stages, find), self._view.show_queue)

    def open_card(self, claim_id: int | None) -> None:
        """Show the steps of a claim; answers to earlier questions are dropped."""
        self._asked += 1
        asked = self._asked
        if claim_id is None:
            self._view.show_card(None)
            return

        def shown(card: ClaimCard) -> None:
            if asked == self._asked:
                self._view.show_card(card)

        self._ask(lambda scope: claim_card(scope, claim_id), shown)

    def look_for_sheet(self, claim_ids: Sequence[int]) -> None:
        """The number of the latest printed sheet on which all of these stand."""
        wanted = tuple(claim_ids)
        self._ask(lambda scope: sheet_with(scope, wanted), self._view.show_sheet_number)

    def decide(self, claims: Sequence[ClaimRow], decision: Decision, reason: str, paper: str) -> None:
        """Pass or reject the chosen claims, each at the step it waits at."""
        parts: dict[Step, list[ClaimRow]] = {}
        for row in claims:
            parts.setdefault(_STEP_OF.get(row.stage, Step.REVIEW), []).append(row)

        def command(tx: Any) -> Decided:
            return _together(
                [_decided(tx, rows, step, decision, reason, paper) for step, rows in parts.items()]
            )

        self._do(command, self._view.show_decided)

    def post_due(self) -> None:
        """Enter what is due."""
        self._do(post_due_claims, self._view.show_decided)

    def withdraw(self, claim_ids: Sequence[int], reason: str) -> None:
        """Take own claims back."""
        ids = tuple(claim_ids)
        self._do(lambda tx: withdraw_claims(tx, ids, reason), lambda _: self._view.show_withdrawn(len(ids)))

    def _ask(self, query: Callable[[Any], Any], show: Callable[[Any], None]) -> None:
        self._jobs.desk(lambda: self._desk.ask(query), show, self._view.show_problem)

    def _do(self, command: Callable[[Any], Any], show: Callable[[Any], None]) -> None:
        self._jobs.desk(lambda: self._desk.do(command), show, self._view.show_problem)


def _queue(scope: Any, stages: Collection[Stage], find: str) -> Queue:
    """`scope` is unnamed here as in ports.Desk: the window does not know the database room."""
    decided = policy(scope)
    by_notice = decided.count_when_posted
    return Queue(
        queue(scope, stages=stages, find=find),
        claim_counts(scope),
        decided.single_clerk,
        decided.first_check or decided.review,
        by_notice,
        notices_of_claims(scope) if by_notice else {},
    )


def _decided(
    tx: Any, rows: Sequence[ClaimRow], step: Step, decision: Decision, reason: str, paper: str
) -> Decided:
    """Decide claims that wait at one step; those at a step that the operator has no say in are named."""
    try:
        ids = tuple(row.id for row in rows)
        return decide_claims(tx, DecideClaims(ids, step, decision, reason, paper))
    except (NotAllowed, WrongStep) as error:
        return Decided(
            refused=tuple(Refused(row.id, row.account.number, row.item_text, error) for row in rows)
        )


def _together(done: Sequence[Decided]) -> Decided:
    return Decided(
        tuple(each for part in done for each in part.passed),
        tuple(each for part in done for each in part.hung),
        tuple(each for part in done for each in part.posted),
        tuple(each for part in done for each in part.rejected),
        tuple(each for part in done for each in part.refused),
    )
