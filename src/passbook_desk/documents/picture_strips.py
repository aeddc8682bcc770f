"""Pictures with a line of words below each, so many to a page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from passbook_desk.documents.measure import Measure
from passbook_desk.documents.page import Face, Item, Picture, Text

STRIPS_A_PAGE: Final = 2
_HEADING: Final = 16.0
_BELOW_HEADING: Final = 12.0
_SIZE: Final = 12.0
_PITCH: Final = 6.0
_GAP: Final = 6.0


@dataclass(frozen=True, slots=True)
class Captioned:
    """A JPEG and what stands below it."""

    content: bytes
    words: str


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of a page that may be drawn on, in millimetres."""

    left: float
    top: float
    width: float
    height: float


def picture_strips(
    pictures: Sequence[Captioned], heading: str, frame: Frame, measure: Measure
) -> tuple[tuple[Item, ...], ...]:
    """The items of each page: the heading, then two pictures one above the other, each with its words.

    A picture is as large as its words leave room for. Raises PictureNotReadable and CharactersNotPrintable.
    """
    high = (frame.height - _BELOW_HEADING) / STRIPS_A_PAGE
    pages = []
    for first in range(0, len(pictures), STRIPS_A_PAGE):
        items: list[Item] = [Text(frame.left, frame.top + 6.0, heading, _HEADING, Face.BOLD)]
        for place, picture in enumerate(pictures[first : first + STRIPS_A_PAGE]):
            top = frame.top + _BELOW_HEADING + place * high
            items += _strip(picture, Frame(frame.left, top, frame.width, high), measure)
        pages.append(tuple(items))
    return tuple(pages)


def _strip(picture: Captioned, frame: Frame, measure: Measure) -> list[Item]:
    lines = measure.wrap(picture.words, frame.width, _SIZE)
    room = frame.height - _GAP - len(lines) * _PITCH
    items: list[Item] = [Picture(frame.left, frame.top, frame.width, room, picture.content)]
    for place, line in enumerate(lines, start=1):
        items.append(Text(frame.left, frame.top + room + place * _PITCH, line, _SIZE))
    return items
