from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from passbook_desk.kernel.period import DateSpan
from passbook_desk.kernel.points import Points


class LogGroup(StrEnum):
    """What the clerk looks for in the log."""

    POINTS = "points"
    REVIEW = "review"
    PEOPLE = "people"
    EVENTS = "events"
    SHOP = "shop"
    IMPORT = "import"
    RULES = "rules"
    PAPER = "paper"
    SIGN_IN = "sign-in"
    KEEPING = "keeping"


class LogKind(StrEnum):
    """What one transaction was."""

    RECORDED = "recorded"
    OPENED = "opened"
    BASE = "base"
    TRANSFERRED = "transferred"
    REVERSED = "reversed"
    MOVED = "moved"
    RUN = "run"
    PERIOD_CLOSED = "period-closed"
    PERIOD_REOPENED = "period-reopened"
    CLAIMED = "claimed"
    REVIEWED = "reviewed"
    HOUSEHOLDS = "households"
    RESIDENTS = "residents"
    PLACES = "places"
    ROLES = "roles"
    LINKS = "links"
    OWNERS = "owners"
    ACCOUNTS = "accounts"
    EVENT_REPORTED = "event-reported"
    EVENT_STEP = "event-step"
    EVENT_CHANGED = "event-changed"
    BODY_MEMBERS = "body-members"
    """The council or the moral council: its name, its members and their terms."""
    CHARTER = "charter"
    PLEDGED = "pledged"
    PLEDGE_STRUCK = "pledge-struck"
    PLEDGE_WORDS = "pledge-words"
    LENT = "lent"
    """Things lent for feasts: counted, lent, brought back."""
    EQUIPMENT = "equipment"
    REDEEMED = "redeemed"
    SLIP_UNDONE = "slip-undone"
    STOCK_PAPER = "stock-paper"
    """Goods came in or went out with a paper."""
    STOCK_BACK = "stock-back"
    """Such a paper was taken back."""
    STOCKTAKE = "stocktake"
    STOCKTAKE_COUNT = "stocktake-count"
    STOCKTAKE_STEP = "stocktake-step"
    GOODS = "goods"
    GOODS_PRICE = "goods-price"
    GOODS_PICTURE = "goods-picture"
    OUTLETS = "outlets"
    DEMAND = "demand"
    EXCHANGE_DAY = "exchange-day"
    EXCHANGE_TICKET = "exchange-ticket"
    EXCHANGE_SETTLED = "exchange-settled"
    IMPORTED = "imported"
    IMPORT_UNDONE = "import-undone"
    CATALOGUE = "catalogue"
    CATALOGUE_DRAFT = "catalogue-draft"
    STANDARD = "standard"
    SETTINGS = "settings"
    VILLAGE = "village"
    OPERATORS = "operators"
    PASSBOOKS = "passbooks"
    BOOKS = "books"
    """Paper books were issued, taken over from paper, replaced or reissued."""
    BOOK_HANDED_OVER = "book-handed-over"
    BOOK_CLOSED = "book-closed"
    BOOK_LINES = "book-lines"
    """Lines were sent to books, or written with a pen."""
    BOOK_ANSWERED = "book-answered"
    BOOK_PLACE_SET = "book-place-set"
    """Where books go on was set by hand."""
    LAYOUTS_IN = "layouts-in"
    BOOK_TYPES = "book-types"
    REVIEW_SHEET = "review-sheet"
    COUNT_TOLD = "count-told"
    """The count of a period was printed, copied as a picture or saved."""
    NOTICE = "notice"
    NOTICE_PROOF = "notice-proof"
    NOTICE_STEP = "notice-step"
    """A notice was hung, or closed; what hung with it became lines."""
    NOTICE_PHOTO = "notice-photo"
    NOTICE_PHOTO_STRUCK = "notice-photo-struck"
    OBJECTED = "objected"
    OBJECTION_STEP = "objection-step"
    """An objection was given to somebody, answered, with a correction or without, or taken back."""
    UNMASKED = "unmasked"
    SIGN_IN = "sign-in"
    FOUNDED = "founded"
    BACKUP = "backup"
    RESTORED = "restored"
    KEY_REPLACED = "key-replaced"
    UPGRADED = "upgraded"
    """A newer program brought the file up to its own form."""
    DATE_SET = "date-set"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Part:
    """One of several things a transaction did, by its code in words.py, and how many of them."""

    code: str
    count: int


@dataclass(frozen=True, slots=True)
class LogRow:
    """One transaction: when, by whom (empty before anybody signed in), and what it was.

    `count` is how many lines, claims, books or households; `points` their sum, None when there is none or
    when there are too many lines to add up at a glance; `text` a catalogue item, a file name or a printed
    number, never free text or a number of a person, `several` that there are other items, too; `title` that
    of a notice and `version` which of its versions; `set_day` the day it was done under (--today).
    """

    at: datetime
    operator: str
    kind: LogKind
    count: int = 0
    points: Points | None = None
    text: str = ""
    several: bool = False
    parts: tuple[Part, ...] = ()
    span: DateSpan | None = None
    title: str = ""
    version: int = 1
    set_day: date | None = None


@dataclass(frozen=True, slots=True)
class LogMark:
    """Where to go on: rows before these numbers of the audit chain and of the vouchers are older."""

    audit_seq: int
    voucher_id: int


@dataclass(frozen=True, slots=True)
class LogAsked:
    """Which rows are wanted: days (None for no bound), one operator, one group."""

    first: date | None = None
    last: date | None = None
    operator_id: int | None = None
    group: LogGroup | None = None


@dataclass(frozen=True, slots=True)
class LogPage:
    """Rows, newest first; `older` is None when there are no more."""

    rows: tuple[LogRow, ...]
    older: LogMark | None


@dataclass(frozen=True, slots=True)
class LogOperator:
    """Somebody who has worked with the file, also when that was long ago."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class LogSheet:
    """The log as it is printed: what was asked for, by whom and when; `more` when older rows are cut."""

    village_name: str
    asked: LogAsked
    operator: str
    rows: tuple[LogRow, ...]
    more: bool
    printed_by: str
    printed_at: datetime
