from dataclasses import dataclass
from enum import StrEnum

from passbook_desk.features.village.values import WallNames
from passbook_desk.kernel.period import DateSpan
from passbook_desk.kernel.periods import Period
from passbook_desk.kernel.points import ZERO, Points


class By(StrEnum):
    """What a row of the count is: a household's green book, a member's red one, a grid or a building."""

    HOUSEHOLD = "household"
    MEMBER = "member"
    GRID = "grid"
    BUILDING = "building"

    @property
    def of_places(self) -> bool:
        """Rows are places with many books."""
        return self in (By.GRID, By.BUILDING)


class Outside(StrEnum):
    """Books that belong to no grid or building, in a row of their own that takes no rank."""

    SHOPS = "shops"
    UNITS = "units"
    NO_PLACE = "no-place"


@dataclass(frozen=True, slots=True)
class CountRow:
    """One row of a count. `id` is that of the household, person or place, 0 for a row of `outside`.

    `households` and `recorded` count those that take part in points on the last day, and those of them with a
    deed in the span; a single book counts 1, also that of a member. `debits` and `redeemed` are zero or
    negative. `score` is what the span added to the assessment without base points and opening figures,
    `before` that of the period before. `rank` is None where nothing is ranked. `shown_name` is the one for
    walls and group chats.
    """

    id: int
    code: str
    name: str
    grid_name: str = ""
    shown_name: str = ""
    households: int = 0
    recorded: int = 0
    credits: Points = ZERO
    debits: Points = ZERO
    redeemed: Points = ZERO
    closing: Points = ZERO
    score: Points = ZERO
    before: Points = ZERO
    rank: int | None = None
    outside: Outside | None = None

    @property
    def average(self) -> Points | None:
        """The score for each household, rounded to 0.01, halves away from zero; None without households."""
        if not self.households:
            return None
        whole, rest = divmod(abs(self.score.hundredths), self.households)
        rounded = Points(whole + (rest * 2 >= self.households))
        return -rounded if self.score < ZERO else rounded


@dataclass(frozen=True, slots=True)
class CountSheet:
    """A count as screen, paper and workbook show it; every figure counts by `counted_on`.

    `total` adds the rows up. `households` and `recorded` are those of the whole village. `silent` are the
    names of grids with households and without a deed. `running` says that the period is not over.
    """

    period: Period
    span: DateSpan
    by: By
    rows: tuple[CountRow, ...]
    total: CountRow
    households: int
    recorded: int
    silent: tuple[str, ...]
    running: bool
    ranked: bool
    village_name: str
    wall_names: WallNames


@dataclass(frozen=True, slots=True)
class Participation:
    """Households that take part in points, and how many of them have a deed in a period."""

    households: int
    recorded: int

    @property
    def percent(self) -> int | None:
        """参与率 in whole percents, rounded down so that only everybody is a hundred; None for nobody."""
        return self.recorded * 100 // self.households if self.households else None
