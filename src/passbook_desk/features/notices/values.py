from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from passbook_desk.features.ledger.values import Colour
from passbook_desk.features.village.policy import WallDeductions
from passbook_desk.features.village.values import WallNames
from passbook_desk.kernel.period import Quarter
from passbook_desk.kernel.periods import Period
from passbook_desk.kernel.points import ZERO, Points


class NoticeKind(StrEnum):
    """What a notice publishes; what is known of each kind stands in kinds.py."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"
    EVENTS = "events"
    REDEMPTION = "redemption"
    CATALOGUE = "catalogue"
    CORRECTIONS = "corrections"


class Subject(StrEnum):
    """Whose lines stand on a notice of points. Buildings add books up and so stand alone."""

    HOUSEHOLD = "household"
    MEMBER = "member"
    SHOP = "shop"
    UNIT = "unit"
    BUILDING = "building"


class NoticeColumn(StrEnum):
    """A column of figures, in the order in which it stands on the sheet."""

    OPENING = "opening"
    CREDITS = "credits"
    DEBITS = "debits"
    NET = "net"
    """Gains and losses as one figure, where the village keeps deductions off the wall."""
    REDEEMED = "redeemed"
    CLOSING = "closing"
    PENDING = "pending"
    """公示中: what hangs with this notice and counts when it closes."""
    TOTAL = "total"
    """Ledger and 公示中 together."""
    YEAR_TOTAL = "year-total"
    STARS = "stars"


class PaperSize(StrEnum):
    """Paper of a wall notice."""

    A4 = "a4"
    A3 = "a3"


@dataclass(frozen=True, slots=True)
class NoticeLook:
    """What the sheet shows and how it is laid out; frozen with it. `size` is the body's, in points."""

    subjects: tuple[Subject, ...]
    columns: tuple[NoticeColumn, ...]
    names: WallNames
    deductions: WallDeductions = WallDeductions.TOTALS
    paper: PaperSize = PaperSize.A4
    landscape: bool = True
    size: float = 16.0


@dataclass(frozen=True, slots=True)
class NoticeWords:
    """What the sheet says around its table besides its period, as the village has it; frozen with it."""

    objection_person: str
    objection_place: str
    answer_days: int
    signers: tuple[str, ...]
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NoticeLineRow:
    """One line of the wall, masked: opening + credits + debits + redeemed = closing.

    `debits` and `redeemed` are zero or negative, unless a mistake of an earlier period was taken back;
    paper shows them in columns of their own without the minus. `pending` hangs with the notice and is in no
    other figure. A shop's or unit's line has its group's name for `grid_name` and its own code for
    `household_code`; a building's line has its code there, no colour and no account. `number` is what
    villagers name when they object (第 37 行). `stars` is None where the village gives none.
    """

    number: int
    grid_code: str
    grid_name: str
    household_code: str
    shown_name: str
    colour: Colour | None
    account_number: str
    opening: Points
    credits: Points
    debits: Points
    redeemed: Points
    closing: Points
    year_total: Points
    pending: Points = ZERO
    stars: int | None = None

    @property
    def net(self) -> Points:
        """Gains and losses as one figure."""
        return self.credits + self.debits

    @property
    def total(self) -> Points:
        """What the ledger says and what hangs with the notice, together."""
        return self.closing + self.pending


@dataclass(frozen=True, slots=True)
class NoticeSums:
    """Figures of several lines added up."""

    lines: int = 0
    opening: Points = ZERO
    credits: Points = ZERO
    debits: Points = ZERO
    redeemed: Points = ZERO
    closing: Points = ZERO
    year_total: Points = ZERO
    pending: Points = ZERO

    @property
    def net(self) -> Points:
        """Gains and losses as one figure."""
        return self.credits + self.debits

    @property
    def total(self) -> Points:
        """What the ledger says and what hangs with the notice, together."""
        return self.closing + self.pending


class CellKind(StrEnum):
    """How a column of a part is set: figures stand to the right and are numbers in a workbook."""

    TEXT = "text"
    CENTRED = "centred"
    POINTS = "points"
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class PartColumn:
    """A column of a part; `summed` ones have their sum below."""

    title: str
    kind: CellKind = CellKind.TEXT
    summed: bool = False


class PartKind(StrEnum):
    """What a part of a sheet lists."""

    CORRECTIONS = "corrections"
    """Corrections of earlier notices."""
    DEDUCTIONS = "deductions"
    PENDING = "pending"
    """The deeds that hang with this notice."""
    EVENTS = "events"
    REDEEMED_GOODS = "redeemed-goods"
    REDEEMED_BOOKS = "redeemed-books"
    CATALOGUE = "catalogue"


@dataclass(frozen=True, slots=True)
class NoticePart:
    """A table beside the one of figures. `rows` hold words; figures as decimal text, exact.

    Its lines go on counting where the table before ended: the first row is line `first_line`, so that every
    line of a sheet has a number of its own. `note` stands below.
    """

    kind: PartKind
    title: str
    columns: tuple[PartColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    first_line: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class HangingClaim:
    """A deed that hangs on a line and counts when the notice closes."""

    claim_uid: str
    line_number: int
    points: Points


@dataclass(frozen=True, slots=True)
class NoticeContent:
    """Everything the sheet says, as issued or as a proof.

    `number` is "2026-01", None for a proof (校样). `about` is the period (2026Q2), the number of a version of
    the catalogue or of another notice, by kind. Figures count deeds from `first_on` to `last_on` by the day
    they count and lines up to number `cut_off_seq`; the year's total counts from `year_first`. In a proof
    `issued_on` and `hung_until` are the earliest days it could hang, and `head_code` is empty. `form` is 1
    for notices from before there was a choice of look.
    """

    number: str | None
    version: int
    kind: NoticeKind
    about: str
    first_on: date
    last_on: date
    year_first: date
    cut_off_seq: int
    issued_on: date
    hung_until: date
    village_name: str
    township: str
    issuer: str
    objection_phone: str
    wall_places: str
    head_code: str
    look: NoticeLook
    words: NoticeWords
    lines: tuple[NoticeLineRow, ...]
    parts: tuple[NoticePart, ...] = ()
    claims: tuple[HangingClaim, ...] = ()
    form: int = 2

    @property
    def proof(self) -> bool:
        """True for a 校样, which has no number."""
        return self.number is None

    @property
    def period(self) -> Period | None:
        """The period it is about; None for kinds that are about something else."""
        if self.kind in (NoticeKind.CATALOGUE, NoticeKind.CORRECTIONS):
            return None
        return Period.parse(self.about)

    @property
    def rows(self) -> int:
        """How many numbered lines the sheet has, those of its parts included."""
        return len(self.lines) + sum(len(part.rows) for part in self.parts)


class NoticeState(StrEnum):
    """Where an issued notice stands; worked out, never stored."""

    ISSUED = "issued"
    """Not on the wall yet."""
    HANGING = "hanging"
    OVER = "over"
    """It has hung its days and waits to be closed."""
    CLOSED = "closed"
    REPLACED = "replaced"
    """A newer version hangs in its place."""


class NoticeStepKind(StrEnum):
    """What was done with an issued notice."""

    HUNG = "hung"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class NoticeStepRow:
    """One thing done with a notice. `until_on` is the last day on the wall; `who` hung it."""

    number: int
    kind: NoticeStepKind
    done_on: date
    until_on: date | None
    place: str
    who: str
    words: str
    recorded_at: datetime
    recorded_by: str


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """An issued notice in the list; `shown_number` is 〔2026〕第1号.

    `hung_until` is the last day of those it was hung for, the planned one until it hangs. `objections` are
    all that came in, `open_objections` those without an answer; `photos` those that were not struck out.
    `lines` are those of books, `rows` all that can be pointed at by their number.
    """

    id: int
    uid: str
    number: str
    shown_number: str
    version: int
    kind: NoticeKind
    about: str
    title: str
    first_on: date
    last_on: date
    issued_on: date
    hung_until: date
    issued_at: datetime
    issued_by: str
    lines: int
    rows: int
    cut_off_seq: int
    head_code: str
    form: int
    state: NoticeState
    reason: str = ""
    objections: int = 0
    open_objections: int = 0
    photos: int = 0

    @property
    def quarter(self) -> Quarter | None:
        """The quarter it publishes; None for other kinds."""
        return Quarter.parse(self.about) if self.kind is NoticeKind.QUARTER else None


@dataclass(frozen=True, slots=True)
class NoticeCard:
    """An issued notice with its frozen sheet and what was done with it."""

    row: NoticeRow
    content: NoticeContent
    steps: tuple[NoticeStepRow, ...]


@dataclass(frozen=True, slots=True)
class ProofRow:
    """The last proof of a sheet: where the ledger stood, and when and by whom it was made."""

    cut_off_seq: int
    look: NoticeLook
    made_at: datetime
    made_by: str


@dataclass(frozen=True, slots=True)
class ChangedEntry:
    """A ledger line that came after the proof and changes what the sheet says."""

    seq: int
    account_number: str
    household_code: str
    owner_name: str
    occurred_on: date
    counted_on: date
    item_text: str
    points: Points
    reversal: bool
    recorded_at: datetime
    recorded_by: str


@dataclass(frozen=True, slots=True)
class ProofChanges:
    """What changed between the last proof and now. `other` is True when the sheet differs though no entry
    came (names, new books, the village's rules, deeds that hang). `proof` is None when nobody has looked at
    one.
    """

    proof: ProofRow | None
    entries: tuple[ChangedEntry, ...] = ()
    other: bool = False

    @property
    def any(self) -> bool:
        """Whether the sheet would say something else than its proof."""
        return bool(self.entries) or self.other


@dataclass(frozen=True, slots=True)
class MakeProof:
    """Make a proof and remember that somebody looked at it. Without a look it is the village's usual one."""

    kind: NoticeKind
    about: str
    look: NoticeLook | None = None
    uid: str = ""


@dataclass(frozen=True, slots=True)
class IssueNotice:
    """Issue a notice; with `again`, the reason, a new version in place of one that hangs wrong.

    Without a look it is that of the last proof, else the village's usual one.
    """

    kind: NoticeKind
    about: str
    look: NoticeLook | None = None
    again: str = ""


@dataclass(frozen=True, slots=True)
class IssueQuarter:
    """Issue the points notice of a quarter that is over."""

    quarter: Quarter


@dataclass(frozen=True, slots=True)
class HangNotice:
    """Remember where a notice hangs, since when, until when and who hung it. `uid`: see DECISIONS 15."""

    uid: str
    number: str
    hung_on: date
    until_on: date
    place: str
    who: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class CloseNotice:
    """Close a notice that has hung its days and whose objections are answered."""

    uid: str
    number: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Closed:
    """What closing did: claims that count now, and those that no longer can and were rejected in words."""

    posted: tuple[int, ...] = ()
    rejected: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class AddNoticePhoto:
    """A picture of a notice on its wall, as JPEG. `uid` is made when it is chosen (DECISIONS 15)."""

    uid: str
    number: str
    taken_on: date
    content: bytes
    words: str = ""


@dataclass(frozen=True, slots=True)
class NoticePhotoRow:
    """A picture kept with a notice."""

    id: int
    taken_on: date
    words: str
    content: bytes
    added_by: str
