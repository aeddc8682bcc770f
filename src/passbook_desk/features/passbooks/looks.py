"""What all paper of a passbook shares: the words and marks of red and green, texts in cells.

Red and green books differ by shape, word and pattern as well as by colour (experience §6).
"""

from datetime import date
from typing import Final

from passbook_desk.documents.measure import BASELINE_BELOW_MIDDLE, Measure
from passbook_desk.documents.page import (
    BLACK,
    GREEN_BOOK,
    MM_PER_POINT,
    RED_BOOK,
    Box,
    Disc,
    Face,
    Item,
    Star,
    Text,
)
from passbook_desk.documents.page import Colour as Ink
from passbook_desk.features.ledger.values import Colour, OwnerKind

WHITE: Final = (1.0, 1.0, 1.0)
WORD: Final = {Colour.RED: "红色存折", Colour.GREEN: "绿色存折"}
INK: Final[dict[Colour, Ink]] = {Colour.RED: RED_BOOK, Colour.GREEN: GREEN_BOOK}
NO_GRID: Final = "—"
CELL_PADDING: Final = 0.9
"""Millimetres left free at both ends of a cell."""

_FOR_WHOM: Final = {Colour.RED: "党员积分存折", Colour.GREEN: "家庭积分存折"}
_OF_ORGANIZATION: Final = {OwnerKind.SHOP: "商铺积分存折", OwnerKind.UNIT: "单位积分存折"}
_CODE_OF: Final = {OwnerKind.SHOP: "商铺编号", OwnerKind.UNIT: "单位编号"}
_PITCH: Final = 1.2
_BAND: Final = 9.0


def for_whom(colour: Colour, kind: OwnerKind) -> str:
    """Whose book it is, in the words of its cover."""
    return _OF_ORGANIZATION.get(kind, _FOR_WHOM[colour])


def code_label(kind: OwnerKind) -> str:
    """What the code of the book's owner is called."""
    return _CODE_OF.get(kind, "户编号")


def frame_name(colour: Colour, kind: OwnerKind) -> str:
    """Tells apart fixed parts whose words differ: pages of shops and units have words of their own."""
    return kind.value if kind in _OF_ORGANIZATION else colour.value


def chinese_day(day: date) -> str:
    """2026年6月3日"""
    return f"{day.year}年{day.month}月{day.day}日"


def short_day(day: date) -> str:
    """2026.6.3, as entries of a book name their day."""
    return f"{day.year}.{day.month}.{day.day}"


def baseline(middle: float, size: float) -> float:
    """The baseline of a text whose middle is at this height."""
    return middle + size * BASELINE_BELOW_MIDDLE * MM_PER_POINT


def mark(colour: Colour, x: float, y: float, radius: float, ink: Ink | None = None) -> Item:
    """The shape of a book around (x, y): a star for red, a disc for green."""
    if colour is Colour.RED:
        return Star(x, y, radius, ink or INK[colour])
    return Disc(x, y, radius, ink or INK[colour])


def band(colour: Colour, left: float, top: float, width: float, height: float = _BAND) -> list[Item]:
    """The band on top of inner pages: solid for red, hatched for green, with badge and word."""
    ink, by = INK[colour], height / _BAND
    ground = Box(left, top, width, height, 0, fill=ink)
    if colour is Colour.GREEN:
        ground = Box(left, top, width, height, 0.4, colour=ink, hatch=True)
    low, radius = (4.8, 3.2) if colour is Colour.RED else (4.5, 2.9)
    return [
        ground,
        Box(left + 2 * by, top + 0.6 * by, 36 * by, 7.8 * by, 0, fill=WHITE),
        mark(colour, left + 6.5 * by, top + low * by, radius * by),
        Text(left + 12 * by, top + 6.6 * by, WORD[colour], 15 * by, Face.BOLD, colour=BLACK),
    ]


def cell(
    text: str,
    left: float,
    top: float,
    width: float,
    height: float,
    size: float,
    measure: Measure,
    face: Face = Face.REGULAR,
) -> list[Item]:
    """A text in a cell: one line at `size` if it fits, else the largest size at which its lines do."""
    lines = measure.wrap(text, width - 2 * CELL_PADDING, size, face)
    while len(lines) > 1 and len(lines) * size * _PITCH * MM_PER_POINT > height - 0.4:
        size = size - 0.5 if size > 4 else size * 0.9
        lines = measure.wrap(text, width - 2 * CELL_PADDING, size, face)
    pitch = size * _PITCH * MM_PER_POINT
    first = baseline(top + (height - (len(lines) - 1) * pitch) / 2, size)
    return [
        Text(left + CELL_PADDING, first + number * pitch, line, size, face)
        for number, line in enumerate(lines)
        if line
    ]
