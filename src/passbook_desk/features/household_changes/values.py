"""Acts that change households and move points: split, merge, de-register, hand over (DECISIONS 5)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from passbook_desk.features.households.life.values import Act, LifeFinding
from passbook_desk.features.ledger.transfers import Figures
from passbook_desk.kernel.points import ZERO, Points


class PointsWay(StrEnum):
    """Where points go, by the village's rule (domain §13 rule 20)."""

    STAY = "stay"
    """They stay in the account they are in."""
    AMOUNT = "amount"
    """A stated part goes to the other household."""
    HEADS = "heads"
    """They are divided by the number of people."""
    MOVE = "move"
    """All go to the other household."""
    FREEZE = "freeze"
    """They stay in an account that is closed, until they are released."""


@dataclass(frozen=True, slots=True)
class PointsRule:
    """`amount` are spendable points and `base` base points for AMOUNT; for MOVE base goes with `base_too`."""

    way: PointsWay
    amount: Points | None = None
    base: Points = ZERO
    base_too: bool = False


@dataclass(frozen=True, slots=True)
class SplitHousehold:
    """分户: `person_ids` leave and found a household headed by one of them.

    `relations` are codes to the new head that the clerk gave, by person, those who stay included.
    `old_head_id` is who heads the old household when its head is among those who leave. `grid_id` None keeps
    the grid; `code` None gives the next number of the grid.
    """

    act: Act
    household_id: int
    person_ids: tuple[int, ...]
    head_id: int
    points: PointsRule
    relations: Mapping[int, str] = field(default_factory=dict)
    old_head_id: int | None = None
    grid_id: int | None = None
    code: str | None = None
    house_number: str = ""
    address: str = ""
    scored: bool = True


@dataclass(frozen=True, slots=True)
class MergeHouseholds:
    """并户: everybody of `household_id` goes into `into_id`; `relations` are codes to the head there."""

    act: Act
    household_id: int
    into_id: int
    points: PointsRule
    relations: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DeregisterHousehold:
    """注销: the household ends; who is still in it is struck off with it. `to_id` receives points."""

    act: Act
    household_id: int
    points: PointsRule
    to_id: int | None = None


@dataclass(frozen=True, slots=True)
class ReleasePoints:
    """Frozen points go to a household; `figures` None means all that is left."""

    act: Act
    account_id: int
    to_id: int
    figures: Figures | None = None


@dataclass(frozen=True, slots=True)
class BookChange:
    """One book before and after: `number` is empty for an account that the act will open."""

    household_code: str
    number: str
    before: Figures
    after: Figures
    closed: bool


@dataclass(frozen=True, slots=True)
class Changed:
    """What an act did, or would do in a preview: households, books, what the clerk should look at.

    `voucher_id` is the transfer, None when no points moved; the ledger reverses it as a whole.
    """

    household_id: int
    other_id: int | None
    books: tuple[BookChange, ...]
    findings: tuple[LifeFinding, ...]
    voucher_id: int | None
