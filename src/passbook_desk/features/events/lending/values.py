from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final


class MoveKind(StrEnum):
    """清点: into or out of what the village has; 借出; 归还."""

    STOCK = "stock"
    OUT = "out"
    BACK = "back"


DAYS_AFTER: Final = 1
"""Days after the last day of an event by which its things are due, unless another day was agreed."""


@dataclass(frozen=True, slots=True)
class KeepEquipment:
    """A kind of thing as it was counted: `total` is all there is, what is out now included.

    `equipment_id` None is a new kind; `words` says why the total changed (bought, mended, thrown away).
    """

    uid: str
    name: str
    unit: str
    total: int
    equipment_id: int | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class LendOut:
    """Things handed to an event or a household; `who` took them. `due_on` None: the day after the event,
    or for a household no day."""

    uid: str
    equipment_id: int
    count: int
    moved_on: date
    who: str = ""
    event_id: int | None = None
    household_id: int | None = None
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class BringBack:
    """Things of a loan: `count` came back sound, `broken` came back broken, `short` will not come back."""

    uid: str
    loan_id: int
    count: int
    moved_on: date
    short: int = 0
    broken: int = 0
    who: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class EquipmentRow:
    """A kind of thing: `total` the village has, of which `out` are lent now and `free` can be lent."""

    id: int
    name: str
    unit: str
    total: int
    out: int

    @property
    def free(self) -> int:
        """How many can be lent."""
        return self.total - self.out


@dataclass(frozen=True, slots=True)
class LoanRow:
    """A loan and what became of it; `open` of `count` things are still out.

    `event_number` is empty for a loan to a household. `due_on` is the day agreed or that of the event, None
    where there is none; `overdue` when it is over and things are still out.
    """

    id: int
    equipment_id: int
    name: str
    unit: str
    count: int
    back: int
    short: int
    broken: int
    lent_on: date
    who: str
    event_id: int | None
    event_number: str
    household_code: str
    head_name: str
    due_on: date | None
    overdue: bool
    words: tuple[str, ...]

    @property
    def open(self) -> int:
        """How many nobody has accounted for."""
        return self.count - self.back - self.short - self.broken
