"""What the entry page shows and sends."""

from dataclasses import dataclass
from enum import StrEnum

from passbook_desk.features.ledger.recording_values import Recorded, Room, Verdict
from passbook_desk.features.ledger.values import AccountRow, Colour
from passbook_desk.kernel.errors import UserError
from passbook_desk.kernel.points import ZERO, Points


class Way(StrEnum):
    """The three ways of recording on one page."""

    ROLL = "roll"
    GRID = "grid"
    SINGLE = "single"


class Chip(StrEnum):
    """Which tiles of the wall are shown."""

    ALL = "all"
    HOME = "home"
    TICKED = "ticked"


WHOLE_VILLAGE = ""
"""Stands for a wall of all grids where a grid's code is expected."""


@dataclass(frozen=True, slots=True)
class Tile:
    """One book on the wall. `at_home`: somebody of the household lives in the village today."""

    account: AccountRow
    initials: str
    at_home: bool = True

    @property
    def short_code(self) -> str:
        """The household's number inside its grid; of a shop or unit its code."""
        return self.account.household_code[2:] or self.account.organization_code

    @property
    def is_red(self) -> bool:
        """A party member's book."""
        return self.account.colour is Colour.RED


@dataclass(frozen=True, slots=True)
class Mark:
    """What a ticked book gets. `points` and `quantity` None: what the head says, or the item's own value.

    `people` are those who did the deed, a deed for each; `times` how many people whose names nobody wrote.
    `again` confirms a deed that is entered already, `fill` takes what a cap leaves.
    """

    points: Points | None = None
    quantity: int | None = None
    people: tuple[int, ...] = ()
    times: int = 1
    again: bool = False
    fill: bool = False

    @property
    def deeds(self) -> int:
        """How many deeds this is."""
        return max(len(self.people), self.times)


@dataclass(frozen=True, slots=True)
class Standing:
    """What saving would do with a book, all its deeds together; `points` would be entered."""

    points: Points = ZERO
    problem: UserError | None = None
    fill: Points | None = None
    confirmable: bool = False
    same_day: Points | None = None
    waiting: bool = False
    room: Room | None = None

    @property
    def left_out(self) -> bool:
        """Nothing would be entered."""
        return self.problem is not None and not self.points

    @classmethod
    def of(cls, verdict: Verdict) -> "Standing":
        """What becomes of the first deed of a book."""
        return cls(
            verdict.points or ZERO,
            verdict.problem,
            verdict.fill,
            verdict.confirmable,
            verdict.same_day,
            verdict.waiting,
            verdict.room,
        )

    def with_verdict(self, verdict: Verdict) -> "Standing":
        """This and one deed more; what was there before is known from the first one."""
        points = verdict.points or ZERO
        return Standing(
            self.points + points,
            self.problem or verdict.problem,
            self.fill or verdict.fill,
            self.confirmable or verdict.confirmable,
            self.same_day,
            self.waiting,
            verdict.room or self.room,
        )


@dataclass(frozen=True, slots=True)
class RollTotals:
    """What stands below the wall.

    Of the ticked books `left_out` would not be entered, `short` would get less than they should, `hidden` are
    not among those shown. `same_day` books on the wall have the deed already.
    """

    ticked: int
    points: Points | None
    reds: bool
    left_out: int
    short: int
    same_day: int
    hidden: int


@dataclass(frozen=True, slots=True)
class Saved:
    """What was written or left out, for the words at the foot of the window."""

    way: Way
    recorded: Recorded
    reds: bool

    @property
    def count(self) -> int:
        """How many books got something."""
        return len({entry.account.id for entry in self.recorded.entered})

    @property
    def waits(self) -> bool:
        """Everything entered still waits for its steps."""
        return bool(self.recorded.claim_ids)


@dataclass(frozen=True, slots=True)
class Entry:
    """What the clerk filled in for one book beside day and item."""

    points: Points | None
    quantity: int
    memo: str
    witness: str = ""
    again: bool = False
