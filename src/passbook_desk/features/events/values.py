from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.sensitive import Sensitive


class EventKind(StrEnum):
    """红事 or 白事."""

    WEDDING = "wedding"
    FUNERAL = "funeral"


class HostingCase(StrEnum):
    """Whose limits apply: one ordinary family, both families together, or a party member or cadre."""

    ORDINARY = "ordinary"
    JOINT = "joint"
    MEMBER = "member"


class Measure(StrEnum):
    """What a standard limits, in the order of the paper form; the comment is the unit."""

    TABLES = "tables"  # tables
    SEATS = "seats"  # people at a table
    PER_TABLE = "per_table"  # yuan a table, tobacco and liquor included
    CIGARETTES = "cigarettes"  # yuan a pack
    LIQUOR = "liquor"  # yuan a bottle
    GIFT = "gift"  # yuan from a villager
    GIFT_KIN = "gift_kin"  # yuan from kin and friends
    BRIDE_PRICE = "bride_price"  # yuan, advice only
    CARS = "cars"  # cars
    DAYS = "days"  # days
    MUSICIANS = "musicians"  # players
    WREATHS = "wreaths"  # wreaths
    FIREWORKS = "fireworks"  # fireworks
    RELIGIOUS_SERVICE = "religious_service"  # yuan


class Verdict(StrEnum):
    """未超, 接近, 超标; none where the standard sets no limit."""

    WITHIN = "within"
    NEAR = "near"
    OVER = "over"
    NONE = "none"


NOTICE_TITLE = "报备时间"
"""The title of the line that says when to report; the meeting's own sheets call it so."""


@dataclass(frozen=True, slots=True)
class LimitDraft:
    """One line of a standard for one kind of event and one case.

    `measure` None is a rule in words only, named by `title`. `amount` counts in the measure's unit;
    None means words only. The line about when to report has measure None and title NOTICE_TITLE; its
    amount is in days: before a wedding, after a funeral.
    """

    kind: EventKind
    case: HostingCase
    measure: Measure | None
    title: str
    amount: int | None
    words: str


@dataclass(frozen=True, slots=True)
class StandardRow:
    """A red-white standard as one meeting decided it."""

    number: int
    uid: str
    meeting_on: date
    minutes_no: str
    effective_from: date
    source: str
    limits: tuple[LimitDraft, ...]


@dataclass(frozen=True, slots=True)
class AdoptStandard:
    """What a meeting has decided. `uid` is made when the form opens (DECISIONS 15)."""

    meeting_on: date
    minutes_no: str
    effective_from: date
    source: str
    limits: tuple[LimitDraft, ...]
    uid: str = field(default_factory=new_uid)


@dataclass(frozen=True, slots=True)
class FigureJudged:
    """A declared figure beside its limit; both in the measure's unit, either may be absent.

    `words` is what the standard says in words, empty without a rule.
    """

    measure: Measure
    declared: int | None
    limit: int | None
    verdict: Verdict
    words: str = ""


@dataclass(frozen=True, slots=True)
class Deadline:
    """`days_ahead` days lie between report and event (negative: reported after it).

    `required` is the least `days_ahead` that is in time: 7 for weddings, −7 for funerals, whose paper may
    follow within seven days (domain §13 rule 22).
    """

    days_ahead: int
    required: int
    late: bool


@dataclass(frozen=True, slots=True)
class RegisterEvent:
    """A wedding or funeral as the host reports it. `hosting_case` None takes the suggested one.

    `figures` are the declared amounts in each measure's unit; `uid` is made when the form opens.
    """

    uid: str
    kind: EventKind
    household_id: int
    held_on: date
    hosting_case: HostingCase | None = None
    matter: str = ""
    place: str = ""
    contact: str = ""
    phone: Sensitive | None = None
    cook_team: str = ""
    pledge_signed: bool = False
    figures: tuple[tuple[Measure, int], ...] = ()


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event for lists; `tables` as declared, `verdict` is the worst of its declared figures."""

    id: int
    number: str
    kind: EventKind
    hosting_case: HostingCase
    household_code: str
    head_name: str
    matter: str
    held_on: date
    reported_on: date
    place: str
    tables: int | None
    verdict: Verdict
    late: bool


@dataclass(frozen=True, slots=True)
class EventCard:
    """One event with everything that was declared and how it stands against its standard.

    `figures` holds each declared or limited measure in the order of the form, `rules` the lines in words.
    """

    id: int
    uid: str
    number: str
    kind: EventKind
    hosting_case: HostingCase
    household_id: int
    household_code: str
    head_name: str
    grid_name: str
    matter: str
    held_on: date
    reported_on: date
    place: str
    contact: str
    phone: Sensitive | None
    cook_team: str
    pledge_signed: bool
    standard_number: int
    standard_meeting_on: date
    deadline: Deadline
    figures: tuple[FigureJudged, ...]
    rules: tuple[LimitDraft, ...]
    handler: str
