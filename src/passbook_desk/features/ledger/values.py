from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from passbook_desk.kernel.points import Points


class Colour(StrEnum):
    """红 for party members, 绿 for households, shops and units."""

    RED = "red"
    GREEN = "green"


class OwnerKind(StrEnum):
    """Who holds an account."""

    PERSON = "person"
    HOUSEHOLD = "household"
    SHOP = "shop"
    UNIT = "unit"


class LineKind(StrEnum):
    """What a line is (DECISIONS 14a). The effect of a line is one of these but REVERSAL."""

    OPENING = "opening"
    BASE = "base"
    CREDIT = "credit"
    DEBIT = "debit"
    REDEEM = "redeem"
    EXPIRE = "expire"
    CARRY = "carry"
    TRANSFER = "transfer"
    HONOUR = "honour"
    """Counts for honours, cannot be spent."""
    GIFT = "gift"
    """Given, not earned: can be spent by the village's rule, does not count for honours."""
    REDEEM_COUNTED = "redeem_counted"
    """A redemption in a village where redeeming lowers the assessment, too."""
    REVERSAL = "reversal"


class VoucherKind(StrEnum):
    """The act that wrote lines together."""

    RECORD = "record"
    OPENING = "opening"
    BASE = "base"
    TRANSFER = "transfer"
    REVERSAL = "reversal"
    RUN = "run"
    """Clearing, carrying over, expiry, base points granted anew."""
    REDEMPTION = "redemption"
    """Goods for points; the slip names the goods."""


class AnchorKind(StrEnum):
    """Where a head code went."""

    NOTICE = "notice"
    PRINTOUT = "printout"
    BACKUP = "backup"


@dataclass(frozen=True, slots=True)
class AccountRow:
    """A points account and who holds it. `number` is colour + grid + running number + check digit.

    A shop's or unit's account has no household (`household_id` 0, `household_code` "") and perhaps no grid.
    """

    id: int
    uid: str
    number: str
    colour: Colour
    owner_kind: OwnerKind
    owner_name: str
    household_id: int
    household_code: str
    grid_code: str
    grid_name: str
    person_id: int | None
    organization_id: int | None = None
    organization_code: str = ""

    @property
    def owner_code(self) -> str:
        """What the owner is called by: the household's code, or that of a shop or unit (S001, U001)."""
        return self.household_code or self.organization_code

    @property
    def of_organization(self) -> bool:
        """The book of a shop or a resident unit."""
        return self.owner_kind in (OwnerKind.SHOP, OwnerKind.UNIT)


@dataclass(frozen=True, slots=True)
class BalanceRow:
    """Figures of an account: `balance` as the book prints it; `base` is in it but never spendable."""

    account: AccountRow
    balance: Points
    assessment: Points
    spendable: Points
    base: Points
    pending: Points


@dataclass(frozen=True, slots=True)
class LineRow:
    """One line of an account as pages, books and exports show it."""

    id: int
    seq: int
    account_id: int
    account_seq: int
    kind: LineKind
    effect: LineKind
    points: Points
    balance_after: Points
    assessment_after: Points
    spendable_after: Points
    occurred_on: date
    counted_on: date
    recorded_at: datetime
    handler: str
    item_code: str
    item_text: str
    memo: str
    person_name: str | None
    reverses_seq: int | None
    reverses_account_seq: int | None
    reversed_by_seq: int | None

    @property
    def credit(self) -> Points | None:
        """Points in the 加 column; a reversal stays, negative, in the column of its line (红字)."""
        return None if self.effect in _DEBIT_COLUMN else self.points

    @property
    def debit(self) -> Points | None:
        """Points in the 扣 column, printed without the minus that the place already says."""
        return -self.points if self.effect in _DEBIT_COLUMN else None


_DEBIT_COLUMN = frozenset({LineKind.DEBIT, LineKind.REDEEM, LineKind.REDEEM_COUNTED, LineKind.EXPIRE})


@dataclass(frozen=True, slots=True)
class VoucherRow:
    """One act of recording, for the list of recent acts."""

    id: int
    uid: str
    kind: VoucherKind
    recorded_at: datetime
    handler: str
    lines: int
    points_total: Points
    text: str
    first_seq: int
    reversed: bool

    @property
    def reversible(self) -> bool:
        """A reversal is final, what was taken back stays so, and goods go back with their slip."""
        final = (VoucherKind.REVERSAL, VoucherKind.REDEMPTION)
        return not self.reversed and self.kind not in final


@dataclass(frozen=True, slots=True)
class Head:
    """Where the ledger ends: last line number, its hash, its code for paper."""

    seq: int
    hash: str
    code: str


@dataclass(frozen=True, slots=True)
class AnchorRow:
    """A head code that left the file: how, at which line, where to and when."""

    kind: AnchorKind
    seq: int
    code: str
    reference: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class PeriodFigures:
    """An account over a span of whole months: opening + credits + debits + redeemed = closing.

    `debits` and `redeemed` are zero or negative; `year_total` is what the year's lines added to the
    assessment up to the end of the span.
    """

    opening: Points
    credits: Points
    debits: Points
    redeemed: Points
    closing: Points
    year_total: Points


@dataclass(frozen=True, slots=True)
class OpenAccount:
    """An account to open: for a household (green), a party member (red), or a shop or unit (green).

    `owner_kind` must be given for a shop or unit; `grid_code` is empty for an owner without a grid.
    """

    colour: Colour
    household_id: int | None
    person_id: int | None
    grid_code: str
    organization_id: int | None = None
    owner_kind: OwnerKind | None = None

    @property
    def kind(self) -> OwnerKind:
        """Who holds the account."""
        if self.owner_kind is not None:
            return self.owner_kind
        return OwnerKind.HOUSEHOLD if self.person_id is None else OwnerKind.PERSON


@dataclass(frozen=True, slots=True)
class ReverseLines:
    """Lines to take back, by their numbers, and why."""

    uid: str
    seqs: tuple[int, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class ReverseVoucher:
    """A whole act to take back, by its voucher, and why."""

    uid: str
    voucher_id: int
    reason: str


@dataclass(frozen=True, slots=True)
class OpeningFigures:
    """What a village brings along for one account: spendable points, base, and the year's accumulated points.

    `base` None leaves the base the village grants as it is; `accumulated` None means that nothing had been
    redeemed.
    """

    account_id: int
    spendable: Points
    base: Points | None
    accumulated: Points | None


@dataclass(frozen=True, slots=True)
class RecordedVoucher:
    """What was written: the voucher and the village-wide numbers of its lines."""

    voucher_id: int
    uid: str
    seqs: tuple[int, ...]
