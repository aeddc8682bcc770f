from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from passbook_desk.kernel.points import ZERO, Points


class StocktakeState(StrEnum):
    """How far a stocktake has come."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    DROPPED = "dropped"
    REVERSED = "reversed"


@dataclass(frozen=True, slots=True)
class StartStocktake:
    """Begin to count what lies at an outlet; `counters` are the names of who counts (盘点人)."""

    uid: str
    outlet_id: int
    counters: str


@dataclass(frozen=True, slots=True)
class Count:
    """Pieces of one kind that lie there, expired ones too."""

    goods_id: int
    quantity: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ConfirmStocktake:
    """Let the differences change the stock; `witness` watched (监盘人).

    `paper_ref` is the number of the sheet that the second person signed, where one operator works alone.
    """

    uid: str
    stocktake_id: int
    witness: str
    paper_ref: str = ""


@dataclass(frozen=True, slots=True)
class StocktakeRow:
    """A stocktake for lists: `counted` kinds, of which `differing` changed the stock.

    `differing` is None as long as nobody has confirmed it.
    """

    id: int
    uid: str
    number: str
    outlet_id: int
    outlet: str
    begun_on: date
    counters: str
    begun_by: str
    state: StocktakeState
    ended_on: date | None
    witness: str
    paper_ref: str
    words: str
    counted: int
    differing: int | None


@dataclass(frozen=True, slots=True)
class StepRow:
    """How a stocktake went on: `who` watched, `words` say why it was dropped or taken back."""

    kind: StocktakeState
    done_on: date
    who: str
    paper_ref: str
    words: str
    recorded_at: datetime
    recorded_by: str


@dataclass(frozen=True, slots=True)
class CountRow:
    """Goods in a stocktake: `counted` is None until somebody counted them, so is `book`.

    `book` is the stock they are compared with, at the moment of the count. `price` is that of one piece on
    the day on which the stocktake began, None where there was none yet. `outdated` counts are from before
    the book itself was corrected and have to be made again.
    """

    goods_id: int
    code: str
    name: str
    spec: str
    unit: str
    shelf: str
    barcode: str
    price: Points | None
    book: int | None
    counted: int | None
    reason: str
    outdated: bool = False

    @property
    def difference(self) -> int:
        """Pieces counted beyond the book stock, negative for missing ones; 0 until counted."""
        return 0 if self.counted is None or self.book is None else self.counted - self.book

    @property
    def value(self) -> Points:
        """What the difference is worth in points; nothing where there is no price."""
        return ZERO if self.price is None else self.price * self.difference

    @property
    def called(self) -> str:
        """Name and specification."""
        return f"{self.name} {self.spec}".strip()


@dataclass(frozen=True, slots=True)
class CountEntry:
    """One entry of the history of counts: who wrote down what, and when."""

    number: int
    goods_id: int
    code: str
    name: str
    quantity: int
    reason: str
    recorded_at: datetime
    recorded_by: str


@dataclass(frozen=True, slots=True)
class StocktakeCard:
    """A stocktake with everything that is to be counted, by shelf and code, and how it went on."""

    row: StocktakeRow
    rows: tuple[CountRow, ...]
    steps: tuple[StepRow, ...]

    @property
    def counted(self) -> tuple[CountRow, ...]:
        """Goods that somebody counted."""
        return tuple(row for row in self.rows if row.counted is not None)

    @property
    def differing(self) -> tuple[CountRow, ...]:
        """Counted goods whose stock is not the book's."""
        return tuple(row for row in self.rows if row.difference)

    @property
    def uncounted(self) -> tuple[CountRow, ...]:
        """Goods that nobody counted: they stay as they are."""
        return tuple(row for row in self.rows if row.counted is None)

    @property
    def unexplained(self) -> tuple[CountRow, ...]:
        """Differences without a reason."""
        return tuple(row for row in self.differing if not row.reason)

    @property
    def outdated(self) -> tuple[CountRow, ...]:
        """Goods that have to be counted again."""
        return tuple(row for row in self.rows if row.outdated)

    @property
    def found(self) -> int:
        """Pieces beyond the book stock."""
        return sum(row.difference for row in self.rows if row.difference > 0)

    @property
    def missing(self) -> int:
        """Pieces that the book stock has and nobody found."""
        return -sum(row.difference for row in self.rows if row.difference < 0)

    @property
    def value(self) -> Points:
        """What all differences together are worth in points."""
        return sum((row.value for row in self.rows), ZERO)


@dataclass(frozen=True, slots=True)
class StocktakeSheet:
    """What the papers of a stocktake (盘点表) say; `blind` ones are for counting and tell no book stock."""

    village: str
    card: StocktakeCard
    blind: bool
