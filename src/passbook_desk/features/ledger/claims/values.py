from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from passbook_desk.features.ledger.values import AccountRow
from passbook_desk.kernel.errors import UserError
from passbook_desk.kernel.points import Points


class ClaimKept(StrEnum):
    """What a claim has reached by its reviews alone; the village's steps say what it waits for (Stage)."""

    FIRST_CHECK = "first_check"
    """Nothing decided yet."""
    REVIEW = "review"
    """The first check is passed."""
    NOTICE = "notice"
    """Everything is passed; it hangs until its day, where it has one."""
    POSTED = "posted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


class Stage(StrEnum):
    """What a claim waits for under the steps in force now, or how it ended."""

    FIRST_CHECK = "first-check"
    REVIEW = "review"
    NOTICE = "notice"
    DUE = "due"
    """Nothing is left but to enter it: its notice days are over, or no step is in force any more."""
    POSTED = "posted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


class Step(StrEnum):
    """What a review row decides."""

    FIRST_CHECK = "first_check"
    REVIEW = "review"
    NOTICE = "notice"
    POSTING = "posting"
    WITHDRAWAL = "withdrawal"


class Decision(StrEnum):
    """How a review row decides it."""

    PASSED = "passed"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    POSTED = "posted"


class Doubt(StrEnum):
    """What is wrong with a claim as things stand now; whoever reviews should see it first."""

    ACCOUNT_CLOSED = "account-closed"
    HOUSEHOLD_AWAY = "household-away"
    HOLDER_CLOSED = "holder-closed"
    OVER_LIMIT = "over-limit"
    NO_DEBT = "no-debt"
    DUPLICATE = "duplicate"


@dataclass(frozen=True, slots=True)
class StepRow:
    """One decision on a claim: who and when; `until_on` is the last day on the wall."""

    number: int
    step: Step
    decision: Decision
    until_on: date | None
    reason: str
    paper_ref: str
    line_seq: int | None
    decided_at: datetime
    decided_by: str


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim as the queue shows it. `waiting_days` counts from its last step, or from its recording."""

    id: int
    uid: str
    group_uid: str
    account: AccountRow
    item_code: str
    item_text: str
    quantity: int
    points: Points
    source: str
    occurred_on: date
    recorded_at: datetime
    recorder_id: int
    recorder: str
    memo: str
    witness: str
    evidence: str
    stage: Stage
    until_on: date | None
    waiting_days: int
    doubts: tuple[Doubt, ...] = ()
    reason: str = ""
    """Why it was rejected or withdrawn."""

    @property
    def open(self) -> bool:
        """Whether its points are pending."""
        return self.stage not in (Stage.POSTED, Stage.REJECTED, Stage.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class ClaimCard:
    """A claim with every step it took, in order."""

    claim: ClaimRow
    steps: tuple[StepRow, ...]


@dataclass(frozen=True, slots=True)
class ClaimCounts:
    """How many claims wait at each stage; `points` are those of all open ones together."""

    first_check: int
    review: int
    notice: int
    due: int
    points: Points

    @property
    def to_decide(self) -> int:
        """Claims that somebody has to look at."""
        return self.first_check + self.review


@dataclass(frozen=True, slots=True)
class DecideClaims:
    """Pass or reject many claims at one step; a rejection needs a reason.

    `paper_ref` is the number of the printed, signed sheet on which the claims stand: with it one clerk alone
    may go on (DECISIONS 14d).
    """

    claim_ids: tuple[int, ...]
    step: Step
    decision: Decision
    reason: str = ""
    paper_ref: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """A claim that could not go on, and why; it stays where it was."""

    claim_id: int
    number: str
    item_text: str
    error: UserError


@dataclass(frozen=True, slots=True)
class Decided:
    """What deciding did: claims by what became of them; each claim asked for stands in exactly one."""

    passed: tuple[int, ...] = ()
    """Went on to the next step."""
    hung: tuple[int, ...] = ()
    """Passed their last step and hang for their days."""
    posted: tuple[int, ...] = ()
    rejected: tuple[int, ...] = ()
    refused: tuple[Refused, ...] = ()

    @property
    def done(self) -> int:
        """How many claims were decided."""
        return len(self.passed) + len(self.hung) + len(self.posted) + len(self.rejected)


@dataclass(frozen=True, slots=True)
class SheetContent:
    """A 积分审核单 to be signed: claims in the order of the books, and what is needed around them."""

    number: str
    village_name: str
    on: date
    rows: tuple[ClaimRow, ...]
    total: Points
    single_clerk: bool
