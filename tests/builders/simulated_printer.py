"""Printers that are off by some millimetres, and clerks who measure them with an ordinary ruler."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from passbook_desk.documents.calibration import Frame, Reading
from passbook_desk.documents.correction import Correction

PAPERS = ((130, 180), (125, 88), (105, 148), (148, 210), (210, 297))
HALF, TENTH = 0.5, 0.1
"""The steps in which the first and the second sheet are read."""


@dataclass(frozen=True)
class Printer:
    """Puts a point at scale · point + offset, on each further sheet `creep` millimetres lower."""

    right: float
    down: float
    scale_x: float
    scale_y: float
    creep: float = 0.0

    def lands(self, correction: Correction, x: float, y: float, sheet: int = 0) -> tuple[float, float]:
        drawn_x, drawn_y = correction.on_sheet(sheet).placed(x, y)
        return (
            self.scale_x * drawn_x + self.right,
            self.scale_y * drawn_y + self.down + sheet * self.creep,
        )

    def left_over(self, correction: Correction, width: float, height: float) -> float:
        """The largest distance of ink from its place; errors grow in straight lines, so a corner has it."""
        corners = product((0.0, width), (0.0, height))
        return max(
            ((at[0] - x) ** 2 + (at[1] - y) ** 2) ** 0.5
            for x, y in corners
            if (at := self.lands(correction, x, y))
        )


def distances(printer: Printer, correction: Correction, frame: Frame) -> tuple[float, ...]:
    """The four distances of the sheet as they lie on the paper."""
    left, top = printer.lands(correction, frame.left, frame.top)
    right, bottom = printer.lands(correction, frame.right, frame.bottom)
    return left, top, right - left, bottom - top


def read(
    printer: Printer, correction: Correction, frame: Frame, step: float, slips: Sequence[int]
) -> Reading:
    """What a clerk reads to the nearest step; a slip is one line of the ruler more or less."""
    seen = distances(printer, correction, frame)
    return Reading(*(round(round(d / step) * step + s * step, 1) for d, s in zip(seen, slips, strict=True)))
