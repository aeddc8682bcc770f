"""What a JPEG says of itself in its header: enough to set it on paper without decoding it."""

from dataclasses import dataclass
from typing import Final

from passbook_desk.documents.errors import PictureNotReadable

_START: Final = b"\xff\xd8"
_FRAMES: Final = frozenset({0xC0, 0xC1, 0xC2})
"""Baseline, extended and progressive, which every viewer draws."""
_OTHER_FRAMES: Final = frozenset(range(0xC3, 0xD0)) - {0xC4, 0xC8, 0xCC}
_WITHOUT_LENGTH: Final = frozenset({0x01, *range(0xD0, 0xD8)})
_SCAN, _END, _ADOBE = 0xDA, 0xD9, 0xEE
_BITS: Final = 8
_COMPONENTS: Final = frozenset({1, 3, 4})


@dataclass(frozen=True, slots=True)
class JpegHeader:
    """Width and height in dots, and how many components a dot has: 1 grey, 3 colour, 4 as printers mix it.

    `inverted` tells pictures of four components that keep their inks the other way round.
    """

    width: int
    height: int
    components: int
    inverted: bool = False


def jpeg_header(content: bytes) -> JpegHeader:
    """The header of a JPEG. Raises PictureNotReadable for anything that a pen could not draw."""
    if not content.startswith(_START):
        raise PictureNotReadable()
    place, inverted = len(_START), False
    while place + 4 <= len(content) and content[place] == 0xFF:
        marker = content[place + 1]
        if marker == 0xFF:
            place += 1
            continue
        if marker in _WITHOUT_LENGTH:
            place += 2
            continue
        length = int.from_bytes(content[place + 2 : place + 4])
        part = content[place + 4 : place + 2 + length]
        if marker in (_SCAN, _END) or marker in _OTHER_FRAMES or len(part) != length - 2:
            break
        if marker in _FRAMES:
            return _frame(part, inverted)
        inverted = inverted or (marker == _ADOBE and part.startswith(b"Adobe"))
        place += 2 + length
    raise PictureNotReadable()


def fitted(header: JpegHeader, width: float, height: float) -> tuple[float, float, float, float]:
    """Left, top, width and height of the picture in a box of that size: as large as it can be, in its
    middle, its sides in their ratio.
    """
    scale = min(width / header.width, height / header.height)
    wide, high = header.width * scale, header.height * scale
    return (width - wide) / 2, (height - high) / 2, wide, high


def _frame(part: bytes, inverted: bool) -> JpegHeader:
    if len(part) < 6 or part[0] != _BITS:
        raise PictureNotReadable()
    height, width = int.from_bytes(part[1:3]), int.from_bytes(part[3:5])
    components = part[5]
    if not height or not width or components not in _COMPONENTS:
        raise PictureNotReadable()
    return JpegHeader(width, height, components, inverted and components == 4)
