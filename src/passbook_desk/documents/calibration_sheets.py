"""The sheets that a printer is measured with: a frame with rulers, and words that say what to measure."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import cos, pi, sin
from typing import Final

from passbook_desk.documents.calibration import DRIFT_SHEETS, Frame, frame_of, target_radius
from passbook_desk.documents.correction import Correction, corrected
from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import (
    BLACK,
    GREY,
    MM_PER_POINT,
    Align,
    Colour,
    Face,
    Item,
    Page,
    Rule,
    Text,
)

_THIN: Final = 0.1
_FRAME: Final = 0.15
_ARM: Final = 4.0
"""How far the lines of the frame run on beyond its corners."""
_OPEN: Final = 1.2
"""How far they stop before a ring, so that a pencil dot can be seen in it."""
_TICKS: Final = ((10, 3.4), (5, 2.4), (1, 1.4))
"""The length of every tenth, fifth and other line of the rulers."""
_NONIUS_STEP: Final = 0.9
_NONIUS_LENGTH: Final = 3.0
_RULER_LINE: Final = 27.0
"""Where the edge of the clerk's ruler lies on the second sheet, from the top and from the left."""
_RING_SIDES: Final = 24
_LARGEST_WORDS: Final = 16.0
_SMALLEST_WORDS: Final = 6.0
_LEADING: Final = 1.5
"""From line to line, in font sizes."""
_BELOW_WORDS: Final = 0.94
"""④ stands so far down its arrow: beside a line of the words it would read as that line's number."""
_TENTHS: Final = "先读整毫米；再看哪条细线和尺上的线对齐，它的号就是零点几。"


@dataclass(frozen=True, slots=True)
class _Area:
    """Room for words, in millimetres."""

    left: float
    top: float
    right: float
    bottom: float


def ruler_sheet(width: float, height: float, measure: Measure) -> Page:
    """The first sheet: four distances with their arrows; raises CalibrationPaperSize."""
    frame = frame_of(width, height)
    words = (
        "校准第一张",
        "用尺量四个数，量到半毫米：",
        "① 左：纸左边到框的竖线",
        "② 上：纸上边到框的横线",
        "③ 宽：框的左线到右线",
        "④ 高：框的上线到下线",
        f"纸 {width:g}×{height:g} 毫米。打印时选“实际大小”，不要缩放。",
    )
    area = _Area(frame.left + 14, frame.top + 13, frame.right - 3, frame.bottom - 3)
    return Page(
        width, height, (*_frame(frame), *_rulers(frame), *_arrows(frame), *_words(words, area, measure))
    )


def check_sheet(
    width: float, height: float, correction: Correction, measure: Measure, note: str = ""
) -> Page:
    """The second sheet, printed with the correction: rings to accept it by, a nonius to measure it with.

    `note` stands in the last line. Raises CalibrationPaperSize.
    """
    frame = frame_of(width, height)
    words = (
        "校准第二张",
        f"一、用尺从纸左边量 {frame.left:g}、上边量 {frame.top:g} 毫米点一点，"
        f"从左边量 {frame.right:g}、上边量 {frame.bottom:g} 毫米点一点。两点都在小圈内，就准了。",
        "二、有一点在圈外，再量一次四个数，量到零点一毫米：尺边靠灰线，"
        f"0 对纸边（左、上）或框线（宽、高）。{_TENTHS}",
        note,
    )
    return _measuring_sheet(width, height, correction, words, measure)


def drift_sheets(width: float, height: float, correction: Correction, measure: Measure) -> tuple[Page, ...]:
    """Ten sheets one after another for fan-fold paper: the first and the last are compared.

    Raises CalibrationPaperSize.
    """
    pages = []
    for number in range(1, DRIFT_SHEETS + 1):
        words = (
            f"连续纸 第 {number} 张，共 {DRIFT_SHEETS} 张",
            f"量第 1 张和第 {DRIFT_SHEETS} 张：纸的上边到框的横线，量到零点一毫米。"
            f"尺边靠竖的灰线，0 对纸的上边。{_TENTHS}",
        )
        pages.append(_measuring_sheet(width, height, correction, words, measure))
    return corrected(pages, correction)


def _measuring_sheet(
    width: float, height: float, correction: Correction, words: tuple[str, ...], measure: Measure
) -> Page:
    frame = frame_of(width, height)
    area = _Area(_RULER_LINE + 3, _RULER_LINE + 3, frame.right - 3, frame.bottom - 3)
    items = (
        *_open_frame(frame),
        *_targets(frame, target_radius(width, height)),
        *_nonius(frame),
        *_words(tuple(filter(None, words)), area, measure),
    )
    return Page(width, height, items, correction=correction)


def _frame(frame: Frame) -> Iterator[Item]:
    """The four lines; they cross at the corners."""
    for y in (frame.top, frame.bottom):
        yield Rule(frame.left - _ARM, y, frame.right + _ARM, y, _FRAME)
    for x in (frame.left, frame.right):
        yield Rule(x, frame.top - _ARM, x, frame.bottom + _ARM, _FRAME)


def correction_words(correction: Correction) -> str:
    """右 +1.2 下 −0.8 宽 ×1.002 高 ×0.998, for paper and the command line."""
    words = (
        f"右 {_signed(correction.right_mm, 1)} 下 {_signed(correction.down_mm, 1)} "
        f"宽 ×{correction.scale_x:.3f} 高 ×{correction.scale_y:.3f}"
    )
    return f"{words} 每张再下 {_signed(correction.drift_mm, 2)}" if correction.drift_mm else words


def _signed(value: float, digits: int) -> str:
    return f"{value:+.{digits}f}".replace("-", "−")


def _open_frame(frame: Frame) -> Iterator[Item]:
    """The four lines, which stop before the two corners that have rings."""
    left, top, right, bottom = frame.left, frame.top, frame.right, frame.bottom
    for y, start, end in ((top, left + _OPEN, right + _ARM), (bottom, left - _ARM, right - _OPEN)):
        yield Rule(start, y, end, y, _FRAME)
    for x, start, end in ((left, top + _OPEN, bottom + _ARM), (right, top - _ARM, bottom - _OPEN)):
        yield Rule(x, start, x, end, _FRAME)
    for x, y, way in ((left, top, -1), (right, bottom, 1)):
        yield Rule(x + way * _OPEN, y, x + way * _ARM, y, _FRAME)
        yield Rule(x, y + way * _OPEN, x, y + way * _ARM, _FRAME)


def _rulers(frame: Frame) -> Iterator[Item]:
    """Millimetres along the upper and the left line, counted from their corner."""
    for step in range(1, int(frame.width)):
        length = _tick(step)
        yield Rule(frame.left + step, frame.top, frame.left + step, frame.top + length, _THIN)
        if step % 10 == 0 and step < frame.width - 2:
            x, y = frame.left + step, frame.top + length + 2.3
            yield Text(x, y, str(step), 6, align=Align.CENTRE)
    for step in range(1, int(frame.height)):
        length = _tick(step)
        yield Rule(frame.left, frame.top + step, frame.left + length, frame.top + step, _THIN)
        if step % 10 == 0 and step < frame.height - 2:
            yield Text(frame.left + length + 0.6, frame.top + step + 0.8, str(step), 6)


def _tick(step: int) -> float:
    return next(length for every, length in _TICKS if step % every == 0)


def _arrows(frame: Frame) -> Iterator[Item]:
    """What to measure, drawn where it is measured."""
    across, along = frame.top + 6, frame.left + 7
    yield from _arrow(0.0, across, frame.left, across, "①")
    yield from _arrow(along, 0.0, along, frame.top, "②")
    yield from _arrow(frame.left, frame.top + 8.5, frame.right, frame.top + 8.5, "③")
    yield from _arrow(frame.left + 8.1, frame.top, frame.left + 8.1, frame.bottom, "④", _BELOW_WORDS)


def _arrow(x1: float, y1: float, x2: float, y2: float, name: str, share: float = 0.5) -> Iterator[Item]:
    """A line with a head at both ends and its name at a share of the way, in the middle if not said."""
    yield Rule(x1, y1, x2, y2, 0.2, GREY)
    head, half = 1.6, 0.7
    for x, y, way in ((x1, y1, 1), (x2, y2, -1)):
        for side in (-half, half):
            if y1 == y2:
                yield Rule(x, y, x + way * head, y + side, 0.2, GREY)
            else:
                yield Rule(x, y, x + side, y + way * head, 0.2, GREY)
    if y1 == y2:
        yield Text(x1 + (x2 - x1) * share, y1 + 4.2, name, 10, align=Align.CENTRE)
    else:
        yield Text(x1 + 1.0, y1 + (y2 - y1) * share + 1.3, name, 10)


def _targets(frame: Frame, radius: float) -> Iterator[Item]:
    """A small ring to judge by and a large one to find it at both corners."""
    for x, y in ((frame.left, frame.top), (frame.right, frame.bottom)):
        yield from _ring(x, y, radius, 0.08, BLACK)
        yield from _ring(x, y, 3.0, _THIN, GREY)


def _ring(x: float, y: float, radius: float, width: float, colour: Colour) -> Iterator[Item]:
    corners = [
        (x + radius * cos(pi * step / _RING_SIDES * 2), y + radius * sin(pi * step / _RING_SIDES * 2))
        for step in range(_RING_SIDES + 1)
    ]
    for (x1, y1), (x2, y2) in pairwise(corners):
        yield Rule(x1, y1, x2, y2, width, colour)


def _nonius(frame: Frame) -> Iterator[Item]:
    """The edge for the clerk's ruler, and beside each line of the frame nine more, running inwards."""
    edge = _RULER_LINE
    yield Rule(0.0, edge, frame.right, edge, _THIN, GREY)
    yield Rule(edge, 0.0, edge, frame.bottom, _THIN, GREY)
    for step in range(1, 10):
        inwards = step * _NONIUS_STEP
        named = step % 4 == 1
        length = _NONIUS_LENGTH + (1.0 if named else 0.0)
        for x, digit in ((frame.left + inwards, step), (frame.right - inwards, 10 - step)):
            yield Rule(x, edge - length, x, edge, _THIN)
            if named:
                yield Text(x, edge - length - 0.6, str(digit), 6, align=Align.CENTRE)
        for y, digit in ((frame.top + inwards, step), (frame.bottom - inwards, 10 - step)):
            yield Rule(edge - length, y, edge, y, _THIN)
            if named:
                yield Text(edge - length - 0.6, y + 0.7, str(digit), 6, align=Align.RIGHT)


def _words(words: tuple[str, ...], area: _Area, measure: Measure) -> Iterator[Item]:
    """The words as large as the room allows, the first line in bold."""
    size = _LARGEST_WORDS
    while size > _SMALLEST_WORDS and not _fits(words, area, size, measure):
        size -= 0.5
    y = area.top
    for number, sentence in enumerate(words):
        face = Face.REGULAR if number else Face.BOLD
        for line in measure.wrap(sentence, area.right - area.left, size, face):
            y += size * MM_PER_POINT * _LEADING
            yield Text(area.left, y, line, size, face)


def _fits(words: tuple[str, ...], area: _Area, size: float, measure: Measure) -> bool:
    wrapped = [measure.wrap(sentence, area.right - area.left, size, Face.BOLD) for sentence in words]
    return sum(map(len, wrapped)) * size * MM_PER_POINT * _LEADING <= area.bottom - area.top
