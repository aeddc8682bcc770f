from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from passbook_desk.features.intake.values import Finding
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


class Effect(StrEnum):
    """What points do: count and can be spent, only count (for honours), can only be spent (given points)."""

    COUNTED = ""
    HONOUR = "honour"
    GIFT = "gift"


class Veto(StrEnum):
    """What a deed forbids whoever did it (一票否决): standing for honours, redeeming, or both."""

    NONE = ""
    HONOURS = "honours"
    REDEMPTION = "redemption"
    BOTH = "both"


class VetoTerm(StrEnum):
    """How long a veto holds from the day of the deed, or until a meeting lifts it."""

    NONE = ""
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"
    TWO_YEARS = "two-years"
    UNTIL_LIFTED = "until-lifted"


class Direction(StrEnum):
    """A cap bounds what an account is given, a floor what is taken from it."""

    CAP = "cap"
    FLOOR = "floor"


class LimitPeriod(StrEnum):
    """The calendar period of the deed's day in which a limit is counted."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    EVER = "ever"


class Measure(StrEnum):
    """What a limit counts: points, or lines (times)."""

    POINTS = "points"
    TIMES = "times"


@dataclass(frozen=True, slots=True)
class Limit:
    """How much one account gets (cap) or loses (floor) in a period, all deeds of the item added up.

    `amount` is Points when points are measured, a number of lines when times are; never negative, for floors
    too. `holder` None: every kind of account. `item` is a code; None: all items together that give (cap)
    or take (floor). A draft's item names its own limits without its code.
    """

    direction: Direction
    period: LimitPeriod
    measure: Measure
    amount: Points | int
    holder: Holder | None = None
    item: str | None = None


@dataclass(frozen=True, slots=True)
class ItemDraft:
    """One deed as a meeting decides it.

    `least` and `most` are equal for fixed and per-unit items (points for one unit), zero for unset ones.
    `unit` is the word behind the value (次, 小时, 处 …), `cap` and `remark` are words for people.
    `line_no` is the line of the meeting's paper; several items may stand in one line. `code` may be empty
    before codes are given (rules.with_codes). `limits` are what the words of `cap` mean; their `item` is None
    in a draft and the code in a version. `evidence` says what has to be shown.
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
    effect: Effect = Effect.COUNTED
    evidence: str = ""
    veto: Veto = Veto.NONE
    veto_term: VetoTerm = VetoTerm.NONE
    limits: tuple[Limit, ...] = ()


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
    effect: Effect = Effect.COUNTED
    evidence: str = ""
    veto: Veto = Veto.NONE
    veto_term: VetoTerm = VetoTerm.NONE
    limits: tuple[Limit, ...] = ()


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A catalogue as one meeting decided it, its items in the order of their codes.

    `limits` are those over all items; an item's own stand in the item.
    """

    number: int
    uid: str
    meeting_on: date
    minutes_no: str
    effective_from: date
    source: str
    items: tuple[ItemRow, ...]
    limits: tuple[Limit, ...] = ()

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
    """What a meeting has decided; `limits` are those over all items. `uid` is made when the form opens."""

    meeting_on: date
    minutes_no: str
    effective_from: date
    source: str
    items: tuple[ItemDraft, ...]
    uid: str = field(default_factory=new_uid)
    limits: tuple[Limit, ...] = ()


@dataclass(frozen=True, slots=True)
class Noted:
    """Something a workbook left open, and the code of the item it concerns; "" for the list as a whole."""

    finding: Finding
    item: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """What is proposed for a meeting: every item has a code, `limits` are those over all items.

    `noted` is what the clerk has not yet looked at; the dates are what the workbook's heading says.
    """

    source: str
    items: tuple[ItemDraft, ...]
    limits: tuple[Limit, ...] = ()
    noted: tuple[Noted, ...] = ()
    meeting_on: date | None = None
    effective_from: date | None = None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is left open, without the items."""
        return tuple(noted.finding for noted in self.noted)

    @property
    def enabled(self) -> int:
        """How many items could be recorded with."""
        return sum(item.enabled for item in self.items)


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """The village's draft, and when and by whom it was last kept."""

    draft: Draft
    saved_at: datetime
    saved_by: str


@dataclass(frozen=True, slots=True)
class AdoptDraft:
    """The meeting that adopts the village's draft. `uid` is made when the form opens (DECISIONS 15)."""

    meeting_on: date
    minutes_no: str
    effective_from: date
    uid: str = field(default_factory=new_uid)


NO_VALUE = ZERO
"""`least` and `most` of an item whose value the meeting has still to decide."""
