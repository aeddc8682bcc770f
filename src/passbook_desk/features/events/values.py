from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from passbook_desk.features.events.cases import HostingCase
from passbook_desk.features.events.course.kinds import DayPlace, EventState, Outcome, Stage, StepKind
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.sensitive import Sensitive


class EventKind(StrEnum):
    """红事, 白事, and the other feasts that a village allows, limits or does without."""

    WEDDING = "wedding"
    FUNERAL = "funeral"
    BIRTH = "birth"
    HOUSE = "house"
    STUDY = "study"
    ARMY = "army"
    LONGEVITY = "longevity"
    OTHER = "other"


OTHER_KINDS = tuple(kind for kind in EventKind if kind not in (EventKind.WEDDING, EventKind.FUNERAL))


class Measure(StrEnum):
    """What a standard limits, in the order of the paper form; the comment is the unit."""

    TABLES = "tables"  # tables
    SEATS = "seats"  # people at a table
    DISHES = "dishes"  # dishes on a table
    PER_TABLE = "per_table"  # yuan a table, tobacco and liquor included
    PER_TABLE_FOOD = "per_table_food"  # yuan a table, tobacco and liquor apart
    TOBACCO_LIQUOR = "tobacco_liquor"  # yuan a table for both
    CIGARETTES = "cigarettes"  # yuan a pack
    LIQUOR = "liquor"  # yuan a bottle
    GIFT = "gift"  # yuan from a villager
    GIFT_KIN = "gift_kin"  # yuan from kin and friends
    BRIDE_PRICE = "bride_price"  # yuan, advice only
    CARS = "cars"  # cars
    DAYS = "days"  # days
    HOURS = "hours"  # hours of the ceremony
    ESCORTS = "escorts"  # people who fetch or bring the bride
    MUSICIANS = "musicians"  # players
    SHOWS = "shows"  # shows on a stage
    SHEDS = "sheds"  # mourning sheds
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
    follow within seven days (domain §13 rule 22). None where the standard says it in words only; then
    nothing is called late.
    """

    days_ahead: int
    required: int | None
    late: bool


@dataclass(frozen=True, slots=True)
class RegisterEvent:
    """A wedding or funeral as the host reports it. `hosting_case` None takes the suggested one.

    `figures` are the declared amounts in each measure's unit; `uid` is made when the form opens. `days` are
    further days and venues beside `held_on` at `place`. `family` is the other one when both host together,
    `persons` are bride and groom or the deceased, `invited` says whom the host will ask.
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
    days: tuple[DayPlace, ...] = ()
    family: str = ""
    persons: str = ""
    invited: str = ""


@dataclass(frozen=True, slots=True)
class FigureCompared:
    """Planned, approved, found and allowed, each in the measure's unit and absent where nobody said.

    `verdict` is that of the newest figure; `over_plan` says that more was found than was approved, or than
    was declared where the council has not decided.
    """

    measure: Measure
    declared: int | None
    approved: int | None
    actual: int | None
    limit: int | None
    verdict: Verdict
    over_plan: bool
    words: str = ""


@dataclass(frozen=True, slots=True)
class EventName:
    """Which other event."""

    id: int
    number: str


@dataclass(frozen=True, slots=True)
class StepTaken:
    """A step as it was recorded. `figures` are of `stage`, which is None where a step has none.

    `id` runs in the order of recording over all events, `number` over those of its event. `days` are the
    days from then on, empty where they stayed; `other` is the event that took this one in.
    """

    id: int
    number: int
    uid: str
    kind: StepKind
    done_on: date
    who: str
    words: str
    reference: str
    outcome: Outcome | None
    due_on: date | None
    guests: int | None
    stage: Stage | None
    figures: tuple[tuple[Measure, int], ...]
    days: tuple[DayPlace, ...]
    other: EventName | None
    recorded_at: datetime
    recorder: str


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event for lists, as it stands on the day of the query.

    `held_on` and `place` are those of its first day, `last_on` is its last day. `tables` as declared now;
    `verdict` is the worst of its newest figures. `late` tells of the report. `due_on` is the day of an open
    second look. Figures and days of the events joined into it are counted in.
    """

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
    household_id: int
    state: EventState
    outcome: Outcome | None
    actual_tables: int | None
    last_on: date
    due_on: date | None


@dataclass(frozen=True, slots=True)
class EventCard:
    """One event with everything that was said of it and how it stands against its standard.

    `figures` holds each declared or limited measure in the order of the form, `compared` each measure of
    which anything is said, `rules` the lines in words. `held_on` and `place` are those of the first of
    `days`; `planned_on` is the first day as it was reported. `saving` is in yuan, see `course.rules.saving`.
    `joined` are the events counted as one with this, `joined_into` the one that took it in. `needs_filing`
    where a member or cadre hosts and the township has given no filing number.
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
    family: str
    persons: str
    invited: str
    planned_on: date
    days: tuple[DayPlace, ...]
    state: EventState
    outcome: Outcome | None
    due_on: date | None
    steps: tuple[StepTaken, ...]
    compared: tuple[FigureCompared, ...]
    saving: int | None
    joined: tuple[EventName, ...]
    joined_into: EventName | None
    needs_filing: bool
