"""What a clerk measures on two sheets of paper, and the correction that follows from it.

A printer puts the point p of a page at scale · p + offset, on fan-fold paper a little further down on every
sheet. Both sheets show a frame whose left, top, right and bottom should be where `frame_of` says. On the
first sheet four distances are read to half a millimetre, with any ruler. The second is printed with the
correction found; there the lines of a nonius (nine tenths of a millimetre apart) stand beside the frame: the
one that meets a line of the ruler gives the tenth, so that an ordinary ruler reads to 0.1 mm, one line more
or less. The first sheet alone leaves up to 0.75 mm in a corner of the paper; both leave less than 0.45 mm.
"""

from dataclasses import dataclass, replace
from math import floor, isfinite, sqrt
from typing import Final

from passbook_desk.documents.correction import NO_CORRECTION, Correction
from passbook_desk.documents.errors import (
    CalibrationInCentimetres,
    CalibrationNotADistance,
    CalibrationPaperSize,
    CalibrationScaleOff,
    CalibrationShiftOff,
    CalibrationUnsteady,
)

DRIFT_SHEETS: Final = 10
"""The sheet of fan-fold paper that is compared with the first one."""
TOLERANCE_MM: Final = 0.5
"""How far ink may be from its place anywhere on the page."""

_EDGE: Final = 12.0
_SMALLEST: Final = 60.0
_LARGEST: Final = 450.0
_MOST_SHIFT: Final = 9.0
_MOST_STRETCH: Final = 0.05
_MOST_CHANGE: Final = 2.0
_MOST_DRIFT: Final = 2.0


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the four lines of the frame belong, in whole millimetres from the top-left corner."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From the left line to the right one."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From the upper line to the lower one."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Reading:
    """The four numbers, in millimetres: paper's left edge to the frame, its top edge to the frame, width and
    height of the frame."""

    left: float
    top: float
    width: float
    height: float


def frame_of(width: float, height: float) -> Frame:
    """The frame on paper of that size, about 12 mm from each edge; raises CalibrationPaperSize."""
    if not (_SMALLEST <= width <= _LARGEST and _SMALLEST <= height <= _LARGEST):
        raise CalibrationPaperSize(field="paper", least=f"{_SMALLEST:g}", most=f"{_LARGEST:g}")
    return Frame(_EDGE, _EDGE, float(floor(width - _EDGE)), float(floor(height - _EDGE)))


def target_radius(width: float, height: float) -> float:
    """How far, in millimetres, two opposite corners of the frame may be off so that no ink on the page is off
    by more than TOLERANCE_MM.

    An error grows in a straight line from corner to corner and beyond, across and down by itself. With m the
    larger share of the frame that the paper reaches beyond it, unit errors at the two corners make
    √(2 + 4m + 4m²) at most in a corner of the paper.
    """
    frame = frame_of(width, height)
    beyond_x = max(frame.left, width - frame.right) / frame.width
    beyond_y = max(frame.top, height - frame.bottom) / frame.height
    share = max(beyond_x, beyond_y)
    return TOLERANCE_MM / sqrt(2 + 4 * share + 4 * share * share)


def measured(width: float, height: float, reading: Reading) -> Correction:
    """The correction for what was read on the first sheet.

    Raises CalibrationNotADistance, CalibrationInCentimetres, CalibrationScaleOff, CalibrationShiftOff and
    CalibrationPaperSize, each with the `field` of the reading.
    """
    return _bettered(NO_CORRECTION, frame_of(width, height), reading)


def refined(correction: Correction, width: float, height: float, reading: Reading) -> Correction:
    """A better correction for what was read on a sheet printed with `correction`; the drift stays.

    Raises what `measured` raises, and CalibrationUnsteady when the sheet is further off than one that was
    printed with a correction can be.
    """
    frame = frame_of(width, height)
    found = _bettered(correction, frame, reading)
    for field, value, nominal in _compared(frame, reading):
        if abs(value - nominal) > _MOST_CHANGE:
            raise CalibrationUnsteady(field=field, value=f"{value:g}", nominal=f"{nominal:g}")
    return found


def drift_of(correction: Correction, first_top: float, last_top: float) -> Correction:
    """The same correction with the drift that follows from sheet 1 and sheet 10 of a run printed with it.

    Both numbers are the distance from the top edge to the frame. Raises CalibrationNotADistance and
    CalibrationUnsteady.
    """
    for field, value in (("first_top", first_top), ("last_top", last_top)):
        _check_distance(field, value)
    creep = (last_top - first_top) / (DRIFT_SHEETS - 1)
    if abs(creep) > _MOST_DRIFT:
        raise CalibrationUnsteady(field="last_top", value=f"{last_top:g}", nominal=f"{first_top:g}")
    return replace(correction, drift_mm=correction.drift_mm - creep * correction.scale_y)


def _bettered(correction: Correction, frame: Frame, reading: Reading) -> Correction:
    for field, value, nominal in _compared(frame, reading):
        _check(field, value, nominal)
    stretch_x, stretch_y = reading.width / frame.width, reading.height / frame.height
    shift_x = reading.left - stretch_x * frame.left
    shift_y = reading.top - stretch_y * frame.top
    scale_x, scale_y = correction.scale_x / stretch_x, correction.scale_y / stretch_y
    return replace(
        correction,
        right_mm=correction.right_mm - scale_x * shift_x,
        down_mm=correction.down_mm - scale_y * shift_y,
        scale_x=scale_x,
        scale_y=scale_y,
    )


def _compared(frame: Frame, reading: Reading) -> tuple[tuple[str, float, float], ...]:
    """Name, what was read, what it should be."""
    return (
        ("left", reading.left, frame.left),
        ("top", reading.top, frame.top),
        ("width", reading.width, frame.width),
        ("height", reading.height, frame.height),
    )


def _check(field: str, value: float, nominal: float) -> None:
    _check_distance(field, value)
    shown = {"field": field, "value": f"{value:g}", "nominal": f"{nominal:g}"}
    if _likely(field, value, nominal):
        return
    if _likely(field, value * 10, nominal):
        raise CalibrationInCentimetres(**shown)
    if field in ("left", "top"):
        raise CalibrationShiftOff(**shown)
    raise CalibrationScaleOff(**shown)


def _likely(field: str, value: float, nominal: float) -> bool:
    most = _MOST_SHIFT if field in ("left", "top") else nominal * _MOST_STRETCH
    return abs(value - nominal) <= most


def _check_distance(field: str, value: float) -> None:
    if not isfinite(value) or value <= 0:
        raise CalibrationNotADistance(field=field)
