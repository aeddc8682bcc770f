from dataclasses import dataclass
from datetime import date
from enum import StrEnum


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
    """A stocktake for lists."""

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


@dataclass(frozen=True, slots=True)
class CountRow:
    """Goods in a stocktake: `counted` is None until somebody counted them.

    `book` is the stock they are compared with, which is not for who still counts.
    """

    goods_id: int
    code: str
    name: str
    spec: str
    unit: str
    shelf: str
    book: int
    counted: int | None
    reason: str

    @property
    def difference(self) -> int:
        """Pieces counted beyond the book stock, negative for missing ones; 0 until counted."""
        return 0 if self.counted is None else self.counted - self.book


@dataclass(frozen=True, slots=True)
class StocktakeCard:
    """A stocktake with everything that is to be counted, in the order of codes."""

    row: StocktakeRow
    rows: tuple[CountRow, ...]

    @property
    def differing(self) -> tuple[CountRow, ...]:
        """Counted goods whose stock is not the book's."""
        return tuple(row for row in self.rows if row.difference)

    @property
    def uncounted(self) -> tuple[CountRow, ...]:
        """Goods that nobody counted: they stay as they are."""
        return tuple(row for row in self.rows if row.counted is None)
