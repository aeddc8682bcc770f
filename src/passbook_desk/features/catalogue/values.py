from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.points import ZERO, Points


class ValueKind(StrEnum):
    """How a deed is worth points: always the same, between two values, for each unit, not yet decided."""

    FIXED = "fixed"
    RANGE = "range"
    PER_UNIT = "per_unit"
    UNSET = "unset"


class Holder(StrEnum):
    """Which books a deed may go into: a member's red book, or the green book of a household, shop or unit."""

    RED = "red"
    HOUSEHOLD = "household"
    SHOP = "shop"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class ItemDraft:
    """One deed as a meeting decides it.

    `least` and `most` are equal for fixed and per-unit items (points for one unit), zero for unset ones.
    `unit` is the word behind the value (次, 小时, 处 …), `cap` and `remark` are words for people.
    `line_no` is the line of the meeting's paper; several items may stand in one line. `code` may be empty
    before codes are given (rules.with_codes).
    """

    code: str
    category: str
    name: str
    value_kind: ValueKind
    least: Points
    most: Points
    unit: str = "次"
    cap: str = ""
    holders: tuple[Holder, ...] = (Holder.HOUSEHOLD,)
    source: str = ""
    remark: str = ""
    enabled: bool = True
    line_no: int | None = None


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One deed of a version; see ItemDraft for the fields."""

    id: int
    uid: str
    version_number: int
    line_no: int | None
    code: str
    category: str
    name: str
    value_kind: ValueKind
    least: Points
    most: Points
    unit: str
    cap: str
    holders: tuple[Holder, ...]
    source: str
    remark: str
    enabled: bool


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A catalogue as one meeting decided it, its items in the order of their codes."""

    number: int
    uid: str
    meeting_on: date
    minutes_no: str
    effective_from: date
    source: str
    items: tuple[ItemRow, ...]

    @property
    def line_count(self) -> int:
        """How many numbered lines of the paper can be recorded: 42 for the starter version."""
        return len({item.line_no for item in self.items if item.enabled and item.line_no is not None})


@dataclass(frozen=True, slots=True)
class KnownCode:
    """A code that some version has given to a deed, and the deed's name."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class AdoptCatalogue:
    """What a meeting has decided. `uid` is made when the form opens (DECISIONS 15)."""

    meeting_on: date
    minutes_no: str
    effective_from: date
    source: str
    items: tuple[ItemDraft, ...]
    uid: str = field(default_factory=new_uid)


NO_VALUE = ZERO
"""`least` and `most` of an item whose value the meeting has still to decide."""
