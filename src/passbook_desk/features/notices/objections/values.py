from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from passbook_desk.features.ledger.recording_values import DeedEntry
from passbook_desk.features.notices.values import NoticeKind
from passbook_desk.kernel.points import Points


class Way(StrEnum):
    """How an objection came in."""

    COUNTER = "counter"
    PHONE = "phone"
    LETTER = "letter"
    BOX = "box"
    OTHER = "other"


class ObjectionOutcome(StrEnum):
    """What the village found: the notice stands, or it was corrected."""

    UPHELD = "upheld"
    CORRECTED = "corrected"


class ObjectionStepKind(StrEnum):
    """What was done about an objection."""

    ASSIGNED = "assigned"
    RESOLVED = "resolved"
    WITHDRAWN = "withdrawn"


class ObjectionState(StrEnum):
    """Where an objection stands; worked out, never stored."""

    OPEN = "open"
    LATE = "late"
    """Open, and its day has passed."""
    UPHELD = "upheld"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class ObjectionStepRow:
    """One thing done about an objection. `reversed_seqs` and `corrected_seqs` are the ledger lines posted
    together with a correction.
    """

    number: int
    kind: ObjectionStepKind
    done_on: date
    handler: str
    due_on: date | None
    outcome: ObjectionOutcome | None
    words: str
    paper_ref: str
    reversed_seqs: tuple[int, ...]
    corrected_seqs: tuple[int, ...]
    recorded_at: datetime
    recorded_by: str


@dataclass(frozen=True, slots=True)
class ObjectionRow:
    """An objection in a list. `line_no` is None for the sheet as a whole; `line_words` says whose line it
    is as the sheet shows it; `who` is empty for somebody unnamed. `handler` and `due_on` are the newest.
    """

    id: int
    uid: str
    number: str
    shown_number: str
    notice_number: str
    notice_shown: str
    notice_kind: NoticeKind
    line_no: int | None
    line_words: str
    received_on: date
    way: Way
    who: str
    words: str
    evidence: str
    handler: str
    due_on: date
    state: ObjectionState
    after_hours: bool
    """It came in after the last day on the wall."""
    change: Points | None = None
    """What a correction moved in the ledger, None for other outcomes."""

    @property
    def open(self) -> bool:
        """Whether somebody still owes an answer."""
        return self.state in (ObjectionState.OPEN, ObjectionState.LATE)


@dataclass(frozen=True, slots=True)
class ObjectionCard:
    """An objection with every step, and the account and open deeds of the line pointed at."""

    row: ObjectionRow
    steps: tuple[ObjectionStepRow, ...]
    account_id: int | None
    claim_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class AddObjection:
    """An objection as it was received. Without `due_on` the village's days to answer count from
    `received_on`. `uid` is made when the form opens (DECISIONS 15).
    """

    uid: str
    notice_number: str
    line_no: int | None
    received_on: date
    way: Way
    words: str
    who: str = ""
    evidence: str = ""
    handler: str = ""
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class AssignObjection:
    """Give an objection to somebody else, or more time."""

    uid: str
    objection_id: int
    handler: str
    due_on: date
    words: str = ""


@dataclass(frozen=True, slots=True)
class ResolveObjection:
    """Answer an objection. A correction takes lines back (`reverse_seqs`), enters right ones (`deeds`) and
    keeps deeds that still hang from counting (`reject_claims`), all in one act. `words` is the answer.
    `paper_ref` names the signed paper; a village with steps of review needs it for a correction.
    """

    uid: str
    objection_id: int
    outcome: ObjectionOutcome
    words: str
    paper_ref: str = ""
    reverse_seqs: tuple[int, ...] = ()
    deeds: tuple[DeedEntry, ...] = ()
    reject_claims: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class WithdrawObjection:
    """Whoever objected takes it back."""

    uid: str
    objection_id: int
    words: str
