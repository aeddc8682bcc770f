from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from passbook_desk.features.ledger.values import Colour
from passbook_desk.kernel.period import Quarter
from passbook_desk.kernel.points import ZERO, Points


class NoticeKind(StrEnum):
    """What a notice publishes."""

    QUARTER = "quarter"


@dataclass(frozen=True, slots=True)
class NoticeLineRow:
    """One account on the wall, masked: opening + credits + debits + redeemed = closing.

    `debits` and `redeemed` are zero or negative, unless a mistake of an earlier quarter was taken back;
    paper shows them in columns of their own without the minus. A shop's or unit's line has its group's name
    for `grid_name` and its own code for `household_code`. `number` is what villagers name when they object
    (第 37 行).
    """

    number: int
    grid_code: str
    grid_name: str
    household_code: str
    shown_name: str
    colour: Colour
    account_number: str
    opening: Points
    credits: Points
    debits: Points
    redeemed: Points
    closing: Points
    year_total: Points


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


@dataclass(frozen=True, slots=True)
class NoticeContent:
    """Everything the sheet says, as issued or as a proof.

    `number` is "2026-01", None for a proof (校样). Figures count deeds from `first_on` to `last_on` by the
    day they count and lines up to number `cut_off_seq`. In a proof `issued_on` and `hung_until` are the
    earliest days it could hang, and `head_code` is empty.
    """

    number: str | None
    kind: NoticeKind
    quarter: Quarter
    first_on: date
    last_on: date
    cut_off_seq: int
    issued_on: date
    hung_until: date
    village_name: str
    township: str
    issuer: str
    objection_phone: str
    wall_places: str
    head_code: str
    lines: tuple[NoticeLineRow, ...]

    @property
    def proof(self) -> bool:
        """True for a 校样, which has no number and of which nothing is stored."""
        return self.number is None

    @property
    def period(self) -> str:
        """As paper says it: 2026年二季度."""
        return self.quarter.chinese


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """An issued notice in the list; `shown_number` is 〔2026〕第1号."""

    id: int
    uid: str
    number: str
    shown_number: str
    kind: NoticeKind
    quarter: Quarter
    period: str
    first_on: date
    last_on: date
    issued_on: date
    hung_until: date
    issued_at: datetime
    issued_by: str
    lines: int
    cut_off_seq: int
    head_code: str


@dataclass(frozen=True, slots=True)
class IssueQuarter:
    """Issue the points notice of a quarter that is over."""

    quarter: Quarter
