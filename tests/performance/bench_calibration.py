"""What calibration leaves over: thousands of simulated printers on each paper, one sheet and two.

    python tests/performance/bench_calibration.py

Printers are off by up to 5 mm and 2 %. The first sheet is read to half a millimetre, the second by its nonius
to a tenth; at worst each of its four numbers is one line wrong. A row tells the largest distance of ink from
its place anywhere on the paper in millimetres.
"""

import sys
from pathlib import Path
from random import Random

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parents[1] / "src")]

from builders.simulated_printer import HALF, PAPERS, TENTH, Printer, read  # noqa: E402
from passbook_desk.documents.calibration import TOLERANCE_MM, frame_of, measured, refined  # noqa: E402
from passbook_desk.documents.correction import NO_CORRECTION  # noqa: E402
from performance.table import Measured, show  # noqa: E402

PRINTERS = 20_000
SEED = 7


def rows() -> list[Measured]:
    """One row for each paper: what two sheets leave beside what one leaves."""
    chance = Random(SEED)
    return [_paper(width, height, chance) for width, height in PAPERS]


def _paper(width: float, height: float, chance: Random) -> Measured:
    frame, one, two = frame_of(width, height), 0.0, 0.0
    for _ in range(PRINTERS):
        shift, stretch = (-5, 5), (0.98, 1.02)
        printer = Printer(*(chance.uniform(*span) for span in (shift, shift, stretch, stretch)))
        first = measured(width, height, read(printer, NO_CORRECTION, frame, HALF, [0] * 4))
        slips = [chance.choice((-1, 1)) for _ in range(4)]
        second = refined(first, width, height, read(printer, first, frame, TENTH, slips))
        one = max(one, printer.left_over(first, width, height))
        two = max(two, printer.left_over(second, width, height))
    return Measured(
        f"left anywhere on {width:g} x {height:g} mm by two sheets (beside: by one), {PRINTERS} printers",
        f"{two:.3f} mm",
        f"{one:.3f} mm",
        two / one,
        f"<={TOLERANCE_MM} mm",
        two <= TOLERANCE_MM,
    )


if __name__ == "__main__":
    raise SystemExit(show(rows()))
