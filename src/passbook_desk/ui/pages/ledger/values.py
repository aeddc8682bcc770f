"""What the entry page shows and sends."""

from dataclasses import dataclass
from enum import StrEnum

from passbook_desk.features.catalogue.values import ItemRow, ValueKind
from passbook_desk.features.ledger.values import AccountRow, Colour, RecordedVoucher
from passbook_desk.kernel.points import ZERO, Points


class Way(StrEnum):
    """The two ways of recording on one page."""

    ROLL = "roll"
    SINGLE = "single"


@dataclass(frozen=True, slots=True)
class ItemChoice:
    """An item that may be recorded on the day chosen; `initials` for finding it by pinyin."""

    item: ItemRow
    initials: str

    @property
    def takes(self) -> bool:
        """True for a deduction."""
        return self.item.most < ZERO

    def matches(self, text: str) -> bool:
        """Code from its beginning, name anywhere, initials from their beginning; an empty text fits all."""
        wanted = text.casefold()
        return (
            self.item.code.startswith(wanted)
            or wanted in self.item.name.casefold()
            or any(spelled.startswith(wanted) for spelled in self.initials.split())
        )


@dataclass(frozen=True, slots=True)
class Tile:
    """One book on the wall. `recorded`: this item was recorded for this day already."""

    account: AccountRow
    initials: str
    recorded: bool

    @property
    def short_code(self) -> str:
        """The household's number inside its grid; of a shop or unit its code."""
        return self.account.household_code[2:] or self.account.organization_code

    @property
    def is_red(self) -> bool:
        """A party member's book."""
        return self.account.colour is Colour.RED


@dataclass(frozen=True, slots=True)
class Entry:
    """What the clerk filled in beside day and item. `points` only for ranges, `quantity` only per unit."""

    account_ids: tuple[int, ...]
    points: Points | None
    quantity: int
    memo: str


@dataclass(frozen=True, slots=True)
class Saved:
    """What was written, for the word at the foot of the window."""

    way: Way
    voucher: RecordedVoucher
    item: ItemRow
    total: Points
    reds: bool

    @property
    def count(self) -> int:
        """How many lines."""
        return len(self.voucher.seqs)


def needs_points(item: ItemRow) -> bool:
    """The clerk chooses within a range."""
    return item.value_kind is ValueKind.RANGE


def needs_quantity(item: ItemRow) -> bool:
    """The clerk counts units."""
    return item.value_kind is ValueKind.PER_UNIT
