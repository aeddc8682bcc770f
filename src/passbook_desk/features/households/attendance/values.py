"""What a sign-in sheet says, and whom its lines mean."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class SignInLine:
    """A line of a sheet. `place` is its row and column as Excel shows them (C12).

    `grid` is the short code of the grid the sheet says, "" when it says none. `head` and `house_number` are
    of the household; `note` is what stands behind the name, in brackets or in the remarks. `units` is the
    number in the hours' column, None when there is none. `code` is the household's code of a 打卡表, once its
    hidden cell was checked; `code_damaged` when that cell was typed over.
    """

    place: str
    name: str
    came: bool
    grid: str = ""
    head: str = ""
    house_number: str = ""
    note: str = ""
    units: int | None = None
    code: str = ""
    code_damaged: bool = False


@dataclass(frozen=True, slots=True)
class SignInSheet:
    """A sheet of a workbook: its lines, the day it is about if it says one, all that stands above them.

    `grids` are the names of the grids its lines speak of; `batch` names the giving-out of a 打卡表.
    """

    name: str
    day: date | None
    above: str
    lines: tuple[SignInLine, ...]
    batch: str = ""


@dataclass(frozen=True, slots=True)
class Attender:
    """A resident whom a line may mean, and the household that would get the points."""

    person_id: int
    name: str
    household_id: int
    household_code: str
    house_number: str
    grid_name: str
    head_name: str
    is_head: bool


class Sureness(StrEnum):
    """What became of a line."""

    SURE = "sure"
    NAMESAKES = "namesakes"
    """Several people of the grid bear the name: asked."""
    MISSPELT = "misspelt"
    """Nobody bears it, somebody's sounds the same or differs by a character: asked."""
    OTHER_GRID = "other_grid"
    """Nobody of the grid, somebody of another one: asked."""
    OTHER_HOUSEHOLD = "other_household"
    """The sheet names a household that the person does not live in: asked."""
    UNKNOWN = "unknown"
    TWICE = "twice"
    """Signed a second time: counts once."""
    ABSENT = "absent"


ASKED = frozenset({Sureness.NAMESAKES, Sureness.MISSPELT, Sureness.OTHER_GRID, Sureness.OTHER_HOUSEHOLD})
"""Only the clerk can say who is meant."""


@dataclass(frozen=True, slots=True)
class MatchedLine:
    """A line and whom it means: one for a sure line, those to choose from for one that is asked."""

    line: SignInLine
    sureness: Sureness
    attenders: tuple[Attender, ...] = ()


@dataclass(frozen=True, slots=True)
class MatchedSheet:
    """A sheet with every line matched; nothing is guessed."""

    sheet: SignInSheet
    lines: tuple[MatchedLine, ...]

    def of(self, sureness: Sureness) -> tuple[MatchedLine, ...]:
        """The lines of one outcome."""
        return tuple(line for line in self.lines if line.sureness is sureness)

    @property
    def asked(self) -> tuple[MatchedLine, ...]:
        """The lines to ask about, in the order of the sheet."""
        return tuple(line for line in self.lines if line.sureness in ASKED)
