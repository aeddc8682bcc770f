"""What makes the ink of one printer land where a page says: a shift and a stretch of everything on it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:  # a page holds its correction
    from passbook_desk.documents.page import Page

_MOST_SHIFT: Final = 30.0
_SCALES: Final = (0.9, 1.1)
_MOST_DRIFT: Final = 5.0


@dataclass(frozen=True, slots=True)
class Correction:
    """Draws the point (x, y) of a page at (scale_x · x + right_mm, scale_y · y + down_mm).

    Millimetres and factors from the top-left corner of the paper, whose own size stays. `drift_mm` is added
    to `down_mm` once for every sheet after the first: fan-fold paper that creeps.
    """

    right_mm: float = 0.0
    down_mm: float = 0.0
    scale_x: float = 1.0
    scale_y: float = 1.0
    drift_mm: float = 0.0

    @property
    def possible(self) -> bool:
        """Whether a printer may need it: 30 mm, a tenth of the size and 5 mm a sheet at most."""
        shifts = all(abs(shift) <= _MOST_SHIFT for shift in (self.right_mm, self.down_mm))
        scales = all(_SCALES[0] <= scale <= _SCALES[1] for scale in (self.scale_x, self.scale_y))
        return shifts and scales and abs(self.drift_mm) <= _MOST_DRIFT

    def on_sheet(self, number: int) -> "Correction":
        """The same for the sheet of that number, from 0, with its share of the drift in `down_mm`."""
        return replace(self, down_mm=self.down_mm + number * self.drift_mm, drift_mm=0.0)

    def placed(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the page is drawn, in millimetres."""
        return self.scale_x * x + self.right_mm, self.scale_y * y + self.down_mm


NO_CORRECTION = Correction()
"""For preview, PDF and printers nobody has measured."""


def corrected(pages: "Sequence[Page]", correction: Correction) -> "tuple[Page, ...]":
    """The pages as a printer must be given them; each is one sheet further on fan-fold paper."""
    return tuple(replace(page, correction=correction.on_sheet(number)) for number, page in enumerate(pages))
