from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from passbook_desk.features.events.course.values import DueStep
from passbook_desk.features.events.lending.values import LoanRow
from passbook_desk.features.events.values import EventRow
from passbook_desk.features.ledger.claims.values import ClaimCounts
from passbook_desk.features.ledger.counting.run_values import RunKind
from passbook_desk.features.ledger.counting.values import Participation
from passbook_desk.features.notices.objections.values import ObjectionRow
from passbook_desk.features.notices.values import NoticeRow
from passbook_desk.features.redemption.exchange.values import ExchangeDayRow
from passbook_desk.features.village.policy import VillagePolicy

Param = str | int | date | tuple[str, ...]


class RhythmPart(StrEnum):
    """What a village does by its calendar (domain §2.2); each has a rhythm of its own."""

    RECORD = "record"
    COUNT = "count"
    COMPARE = "compare"
    POST = "post"
    REDEEM = "redeem"
    ASSESS = "assess"


class DueGroup(StrEnum):
    """Where a line stands: under the rhythm it belongs to, with the events, with the file's safety."""

    SETUP = "setup"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"
    EVENTS = "events"
    SHOP = "shop"
    SAFETY = "safety"
    NEXT = "next"
    """The next date on which something will be due."""


class DueKind(StrEnum):
    """What a line is about; each has one sentence."""

    ROSTER = "roster"
    CATALOGUE = "catalogue"
    STANDARD = "standard"
    PHONE = "phone"
    FIRST_BACKUP = "first-backup"
    CLAIMS_WAIT = "claims-wait"
    CLAIMS_DUE = "claims-due"
    CLAIMS_HANG = "claims-hang"
    GRID_SILENT = "grid-silent"
    GRIDS_SILENT = "grids-silent"
    GRIDS_FINE = "grids-fine"
    PARTICIPATION = "participation"
    COUNT_READY = "count-ready"
    COUNT_DONE = "count-done"
    COMPARE_READY = "compare-ready"
    COMPARE_DONE = "compare-done"
    ASSESS_READY = "assess-ready"
    ASSESS_DONE = "assess-done"
    BOOKS_UNPRINTED = "books-unprinted"
    PROOF_SOON = "proof-soon"
    PROOF_MISSING = "proof-missing"
    NOTICE_NEXT = "notice-next"
    NOTICE_READY = "notice-ready"
    NOTICE_CHANGED = "notice-changed"
    NOTICES_OLDER = "notices-older"
    NOTICE_UNHUNG = "notice-unhung"
    NOTICE_HANGING = "notice-hanging"
    NOTICE_OVER = "notice-over"
    NOTICE_HELD = "notice-held"
    MORE_NOTICES = "more-notices"
    OBJECTION = "objection"
    MORE_OBJECTIONS = "more-objections"
    REDEEM_OPEN = "redeem-open"
    REDEEM_AFTER = "redeem-after"
    CLEAR_DUE = "clear-due"
    EXPIRY_DUE = "expiry-due"
    BASE_DUE = "base-due"
    EVENT_CHECK = "event-check"
    EVENT_CHECK_LATE = "event-check-late"
    EVENT_FOLLOW = "event-follow"
    EVENT = "event"
    MORE_EVENTS = "more-events"
    NO_EVENTS = "no-events"
    LOAN_LATE = "loan-late"
    LOANS_LATE = "loans-late"
    REDEEM_TODAY = "redeem-today"
    EXCHANGE_HELD = "exchange-held"
    EXCHANGE_OPEN = "exchange-open"
    GOODS_LOW = "goods-low"
    GOODS_EXPIRED = "goods-expired"
    GOODS_EXPIRING = "goods-expiring"
    STOCKTAKE_DUE = "stocktake-due"
    NEVER_COUNTED = "never-counted"
    BACKUP_FINE = "backup-fine"
    BACKUP_OLD = "backup-old"
    COUNT_COMES = "count-comes"
    COMPARE_COMES = "compare-comes"
    NOTICE_COMES = "notice-comes"
    CLOSING_COMES = "closing-comes"
    EVENT_COMES = "event-comes"
    REDEEM_COMES = "redeem-comes"
    EXCHANGE_COMES = "exchange-comes"
    BACKUP_COMES = "backup-comes"


@dataclass(frozen=True, slots=True)
class DueItem:
    """One line of the village's calendar.

    `due` waits for the clerk (☐), `done` is ticked off (☑); other lines only tell how things stand.
    `due_on` is the day by which it should be done, or on which it comes; `days_left` counts from today and
    is negative once the day is over. `params` are what the sentence and the way to the work need.
    """

    group: DueGroup
    kind: DueKind
    params: Mapping[str, Param] = field(default_factory=dict)
    due: bool = False
    done: bool = False
    due_on: date | None = None
    days_left: int | None = None


@dataclass(frozen=True, slots=True)
class GridFact:
    """A grid with households that take part."""

    code: str
    name: str
    households: int


@dataclass(frozen=True, slots=True)
class ProofFact:
    """The last proof of a notice: how many entries that count in its days came after it."""

    later: int


@dataclass(frozen=True, slots=True)
class RunFact:
    """A run that is due: clearing, expiry, base points anew, and how many books it would move."""

    kind: RunKind
    name: str
    books: int


@dataclass(frozen=True, slots=True)
class ShopFacts:
    """The points shop: what to buy with how many pieces, what expired or will within two months, by names.

    `counted_on` is the day of the last stocktake, `stocked_on` that of the first receipt, `next_day` the next
    on which the village gives goods out, `exchange_days` those not settled yet.
    """

    stocked: bool
    to_buy: tuple[str, ...]
    expired: tuple[str, ...]
    expiring: tuple[str, ...]
    counted_on: date | None
    stocked_on: date | None
    next_day: date | None
    exchange_days: tuple[ExchangeDayRow, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """What the village's file says today; `rules.due_items` makes the lines of it and of nothing else.

    `silent` are grids without a deed since `silent_since`. `first_deed` is the earliest day on which a deed
    counts. `told` are periods whose count was printed, copied or saved, with True for a ranked one. `proofs`
    are by what the notice is about. `loans` are overdue ones, `runs` those with something to move.
    `backup_age` is in days, None without a backup; `backup_time` is its time of day, 09:12.
    """

    today: date
    policy: VillagePolicy
    has_phone: bool
    has_catalogue: bool
    has_standard: bool
    households: int
    silent_since: date
    silent: tuple[GridFact, ...]
    participation: Participation
    first_deed: date | None
    told: frozenset[tuple[str, bool]]
    claims: ClaimCounts
    books_unprinted: int
    notices: tuple[NoticeRow, ...]
    proofs: Mapping[str, ProofFact]
    objections: tuple[ObjectionRow, ...]
    runs: tuple[RunFact, ...]
    events: tuple[EventRow, ...]
    event_steps: tuple[DueStep, ...]
    loans: tuple[LoanRow, ...]
    shop: ShopFacts
    backup_age: int | None
    backup_time: str
