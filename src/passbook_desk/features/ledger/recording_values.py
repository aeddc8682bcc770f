"""What the clerk enters in one act, what of it may be written, and what became of every part of it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from passbook_desk.features.catalogue.values import ItemRow, Limit
from passbook_desk.features.ledger.values import AccountRow, RecordedVoucher
from passbook_desk.kernel.errors import UserError
from passbook_desk.kernel.points import ZERO, Points


class OverCap(StrEnum):
    """What becomes of a deed that would pass a cap: it is left out, or entered with what the cap leaves."""

    SKIP = "skip"
    FILL = "fill"


@dataclass(frozen=True, slots=True)
class DeedEntry:
    """One deed for one account as the clerk enters it. `points` None means the item's own value.

    `again` confirms a deed that is already entered for this day, or in the other book of the household.
    """

    account_id: int
    item_code: str
    occurred_on: date
    quantity: int = 1
    points: Points | None = None
    memo: str = ""
    person_id: int | None = None
    witness: str = ""
    evidence: str = ""
    over_cap: OverCap = OverCap.SKIP
    again: bool = False


@dataclass(frozen=True, slots=True)
class RecordBatch:
    """One act of entry: all its deeds are written together, or what may not be written is named.

    `strict`: the first deed that may not be written as it stands refuses the whole act.
    `uid` is made when the form opens, so that a retry finds what was already written (DECISIONS 15).
    """

    uid: str
    entries: tuple[DeedEntry, ...]
    strict: bool = False


@dataclass(frozen=True, slots=True)
class CheckedEntry:
    """A deed that may be entered: whose book, which item of which version, and exactly how many points.

    A claim that is posted names itself by `claim_id`.
    """

    account: AccountRow
    item: ItemRow
    occurred_on: date
    quantity: int
    points: Points
    memo: str = ""
    person_id: int | None = None
    witness: str = ""
    evidence: str = ""
    claim_id: int | None = None


@dataclass(frozen=True, slots=True)
class Posted:
    """What became of claims that were entered: the voucher, and the line of each entry in the order given.

    The voucher may hold more lines: what a linked member loses with a household.
    """

    voucher: RecordedVoucher
    entry_seqs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Entered:
    """A deed that was entered; `place` is its place in the act. `seq` is its line, None while it is a claim.

    `points` is less than `wanted` when a cap or floor left no more.
    """

    place: int
    account: AccountRow
    item: ItemRow
    points: Points
    wanted: Points
    seq: int | None

    @property
    def shortened(self) -> bool:
        """Whether a cap or floor left less than the deed is worth."""
        return self.points != self.wanted


@dataclass(frozen=True, slots=True)
class NotEntered:
    """A deed that was not entered, and why; `place` is its place in the act."""

    place: int
    account: AccountRow
    item: ItemRow
    reason: UserError


@dataclass(frozen=True, slots=True)
class LinkedLoss:
    """What a party member lost because of the deed at `place` of a household he or she looks after."""

    place: int
    account: AccountRow
    points: Points
    seq: int


@dataclass(frozen=True, slots=True)
class Recorded:
    """What one act wrote: a voucher, or the claims of a group whose `group_uid` is `uid`, or nothing.

    Every deed of the act is in `entered` or in `left_out`.
    """

    uid: str
    voucher: RecordedVoucher | None
    claim_ids: tuple[int, ...]
    entered: tuple[Entered, ...]
    left_out: tuple[NotEntered, ...]
    linked: tuple[LinkedLoss, ...] = ()

    @property
    def seqs(self) -> tuple[int, ...]:
        """The numbers of the lines written."""
        return () if self.voucher is None else self.voucher.seqs

    @property
    def total(self) -> Points:
        """The points of everything entered, linked losses not among them."""
        return sum((entry.points for entry in self.entered), ZERO)


@dataclass(frozen=True, slots=True)
class Room:
    """How far a limit is used up by an account on a day: 15 of 20 points, or 1 of 1 times."""

    limit: Limit
    used: Points | int


@dataclass(frozen=True, slots=True)
class Verdict:
    """What saving would do with a deed; `place` is its place in the act.

    `points` would be entered, None when nothing would, and `problem` says why it is less than `wanted`.
    `fill` is what 只记到上限 would enter, None when the limit leaves nothing or none is reached.
    `same_day` is what this book already has for the item on that day, claims included (`waiting`).
    `room` is the limit that leaves least. `confirmable`: the clerk may enter it all the same (`again`).
    """

    place: int
    account: AccountRow | None
    wanted: Points | None
    points: Points | None
    problem: UserError | None = None
    fill: Points | None = None
    confirmable: bool = False
    same_day: Points | None = None
    waiting: bool = False
    room: Room | None = None
