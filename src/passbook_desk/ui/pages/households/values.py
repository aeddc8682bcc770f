"""What the household pages show, put together from people and points."""

from dataclasses import dataclass
from datetime import date

from passbook_desk.features.events.values import EventRow
from passbook_desk.features.households.life.values import MemberRow, StoryLine
from passbook_desk.features.households.values import GridRow, HouseholdCard, HouseholdRow
from passbook_desk.features.ledger.counting.standing_values import Standing
from passbook_desk.features.ledger.values import BalanceRow, Colour, LineRow
from passbook_desk.kernel.points import Points


@dataclass(frozen=True, slots=True)
class HouseholdLine:
    """A household in the list. `green` and `red` are account numbers; `spendable` that of the green one."""

    household: HouseholdRow
    green: str
    red: tuple[str, ...]
    spendable: Points | None


@dataclass(frozen=True, slots=True)
class HouseholdList:
    """Households of one grid or of all, found by a text; `grids` with their head counts.

    With `gone` they are those that are no longer in the village.
    """

    grids: tuple[GridRow, ...]
    grid: GridRow | None
    find: str
    lines: tuple[HouseholdLine, ...]
    gone: bool = False

    @property
    def residents(self) -> int:
        """How many people live in the households shown."""
        return sum(line.household.members for line in self.lines)


@dataclass(frozen=True, slots=True)
class Book:
    """An account of the household with its latest lines, the oldest of them first.

    `closed` ones take no more lines. `standing` says what the book allows; closed books have none.
    `on_paper` is the last line in its paper book; None where it has no paper book.
    """

    balance: BalanceRow
    lines: tuple[LineRow, ...]
    closed: bool = False
    standing: Standing | None = None
    on_paper: int | None = None

    @property
    def unprinted(self) -> int:
        """How many lines are still missing in the paper book; 0 where there is none."""
        return 0 if self.on_paper is None else max(self.count - self.on_paper, 0)

    @property
    def count(self) -> int:
        """How many lines the book has: they are numbered from 1 without a gap."""
        return self.lines[-1].account_seq if self.lines else 0

    @property
    def has_more(self) -> bool:
        """There are older lines than those shown."""
        return bool(self.lines) and self.lines[0].account_seq > 1

    @property
    def is_red(self) -> bool:
        """A party member's book, not the household's."""
        return self.balance.account.colour is Colour.RED


@dataclass(frozen=True, slots=True)
class HouseholdView:
    """A household with its people, its books, the green one first, and its story, the latest act first."""

    card: HouseholdCard
    books: tuple[Book, ...]
    story: tuple[StoryLine, ...] = ()
    events: tuple[EventRow, ...] = ()
    """What the household hosted or is going to host, the latest first."""


@dataclass(frozen=True, slots=True)
class PastDay:
    """Who belonged to a household on a day, the head first, and the grid it was in; empty for no grid."""

    on: date
    grid_name: str
    members: tuple[MemberRow, ...]
