from collections.abc import Iterator
from dataclasses import dataclass

from passbook_desk.features.redemption.counter.values import SlipItemRow, SlipRow
from passbook_desk.kernel.period import DateSpan
from passbook_desk.kernel.points import ZERO, Points


@dataclass(frozen=True, slots=True)
class SlipSheet:
    """A slip as paper tells it.

    `book` is the number of the book in use on its day, that of the account where there was none. `seq` is the
    last ledger line it wrote, `code` the head code of the ledger at that line: the same on every reprint.
    """

    slip: SlipRow
    book: str
    seq: int
    code: str


@dataclass(frozen=True, slots=True)
class Register:
    """兑换登记表: the slips of some days, oldest first, those taken back among them.

    `outlet` is empty where it is of all. The sums leave out what was taken back.
    """

    span: DateSpan
    outlet: str
    sheets: tuple[SlipSheet, ...]

    @property
    def standing(self) -> tuple[SlipRow, ...]:
        """Slips that nobody took back."""
        return tuple(sheet.slip for sheet in self.sheets if sheet.slip.undone_on is None)

    @property
    def taken_back(self) -> int:
        """How many slips were taken back."""
        return len(self.sheets) - len(self.standing)

    @property
    def pieces(self) -> int:
        """Pieces given out."""
        return sum(slip.pieces for slip in self.standing)

    @property
    def points(self) -> Points:
        """Points they cost."""
        return sum((slip.points for slip in self.standing), ZERO)

    @property
    def items(self) -> Iterator[tuple[SlipSheet, SlipItemRow, Points]]:
        """Every line of every slip, with what could be spent after it."""
        for sheet in self.sheets:
            left = sheet.slip.before
            for item in sheet.slip.items:
                left -= item.points
                yield sheet, item, left
