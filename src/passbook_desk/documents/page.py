"""A printed page as data: what stands where, in millimetres from the top-left corner.

Two pens draw it: `documents.pdf_pen` (reportlab) and the QPainter pen of ui/kit. Both must put the
same ink in the same place, so nothing here depends on a pen (DECISIONS 20).
"""

import hashlib
import json
from dataclasses import dataclass, replace
from enum import StrEnum

from passbook_desk.documents.correction import NO_CORRECTION, Correction
from passbook_desk.documents.pictures import jpeg_header

Colour = tuple[float, float, float]
"""Red, green, blue, each 0 to 1."""

BLACK: Colour = (0.0, 0.0, 0.0)
GREY: Colour = (0.45, 0.45, 0.45)
RED_BOOK: Colour = (0.643, 0.086, 0.102)
GREEN_BOOK: Colour = (0.0, 0.475, 0.42)
PALE: Colour = (0.93, 0.93, 0.93)

A3 = (297.0, 420.0)
A4 = (210.0, 297.0)
A4_LANDSCAPE = (297.0, 210.0)
"""Width and height in millimetres."""

MM_PER_POINT = 25.4 / 72


class Align(StrEnum):
    """Which end of a text its x names."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Face(StrEnum):
    """The weight of a text; characters a bold font lacks are drawn in the regular one."""

    REGULAR = "regular"
    BOLD = "bold"


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text. `y` is the baseline; `x` its left end, middle or right end by `align`.

    `size` is in points; `angle` in degrees, counter-clockwise around (x, y). A text without
    characters draws nothing.
    """

    x: float
    y: float
    text: str
    size: float = 10.5
    face: Face = Face.REGULAR
    align: Align = Align.LEFT
    colour: Colour = BLACK
    angle: float = 0.0


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line; `width` is its thickness in millimetres."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float = 0.2
    colour: Colour = BLACK


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with its top-left corner at (x, y).

    `line` is the thickness of the outline in millimetres, 0 for none; `hatch` rules it with thin
    diagonal lines, which tells a field apart on a black-and-white print.
    """

    x: float
    y: float
    width: float
    height: float
    line: float = 0.2
    fill: Colour | None = None
    colour: Colour = BLACK
    hatch: bool = False


@dataclass(frozen=True, slots=True)
class Disc:
    """A filled circle around (x, y): tells a green book without colour."""

    x: float
    y: float
    radius: float
    fill: Colour


@dataclass(frozen=True, slots=True)
class Star:
    """A filled five-pointed star around (x, y), one point up: tells a red book without colour."""

    x: float
    y: float
    radius: float
    fill: Colour


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code of digits with its top-left corner at (x, y), `size` millimetres square.

    `size` spans the dark and light squares only; leave four squares of white around it. The squares
    come from `documents.codes.squares`.
    """

    x: float
    y: float
    size: float
    payload: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A JPEG in a box with its top-left corner at (x, y): as large as fits, in the middle, not distorted.

    Raises PictureNotReadable when it is made, so that no page can hold what a pen could not draw.
    """

    x: float
    y: float
    width: float
    height: float
    content: bytes

    def __post_init__(self) -> None:
        jpeg_header(self.content)

    @property
    def digest(self) -> str:
        """Tells pictures apart: SHA-256 of the JPEG in hexadecimal digits."""
        return hashlib.sha256(self.content).hexdigest()


Item = Text | Rule | Box | Disc | Star | Code | Picture


@dataclass(frozen=True, slots=True)
class Fixed:
    """Parts that many pages repeat (grid, headings); stored once in a PDF.

    The same `key` in one document must always stand for the same items.
    """

    key: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet of paper: fixed parts are drawn first, then the insets, then the items in their order.

    `correction` moves all ink of the page for one printer; the paper keeps its size.
    """

    width: float
    height: float
    items: tuple[Item, ...]
    fixed: tuple[Fixed, ...] = ()
    insets: "tuple[Inset, ...]" = ()
    correction: Correction = NO_CORRECTION


@dataclass(frozen=True, slots=True)
class Inset:
    """A whole page on a larger sheet, its top-left corner at (x, y); `turned` puts it upside down there."""

    page: Page
    x: float
    y: float
    turned: bool = False


def all_items(page: Page) -> tuple[Item, ...]:
    """The page's own items in the order of drawing, fixed parts first; those of insets not among them."""
    return tuple(item for part in page.fixed for item in part.items) + page.items


def moved(item: Item, right: float, down: float) -> Item:
    """The same item at another place, in millimetres."""
    if isinstance(item, Rule):
        return replace(item, x1=item.x1 + right, x2=item.x2 + right, y1=item.y1 + down, y2=item.y2 + down)
    return replace(item, x=item.x + right, y=item.y + down)


def texts(page: Page) -> tuple[str, ...]:
    """The strings of all texts on the page and its insets, for glyph checks (`FontBook.check`) and tests."""
    own = tuple(item.text for item in all_items(page) if isinstance(item, Text))
    return own + tuple(text for inset in page.insets for text in texts(inset.page))


def page_as_json(page: Page) -> str:
    """The page as text for golden tests: one item a line, lengths rounded to 0.001 mm.

    A picture is told by its digest.
    """
    head = json.dumps({"width": _plain(page.width), "height": _plain(page.height)} | _corrections(page))
    lines = [f"  {_item_as_json(item)}" for item in page.items]
    for part in page.fixed:
        inner = ",\n".join(f"    {_item_as_json(item)}" for item in part.items)
        name = json.dumps(part.key, ensure_ascii=False)
        lines.append(f'  {{"fixed": {name}, "items": [\n{inner}\n  ]}}')
    for inset in page.insets:
        place = json.dumps([_plain(inset.x), _plain(inset.y), inset.turned])
        lines.append(f'  {{"inset": {place}, "page": {page_as_json(inset.page).rstrip()}}}')
    return "[\n" + ",\n".join([f"  {head}", *lines]) + "\n]\n"


def _corrections(page: Page) -> dict[str, object]:
    if page.correction == NO_CORRECTION:
        return {}
    found = page.correction
    return {"correction": [found.right_mm, found.down_mm, found.scale_x, found.scale_y, found.drift_mm]}


def _item_as_json(item: Item) -> str:
    named = {"kind": type(item).__name__.lower()}
    return json.dumps(
        named | {name: _plain(getattr(item, name)) for name in item.__slots__}, ensure_ascii=False
    )


def _plain(value: object) -> object:
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, int | float):
        return round(float(value), 3)
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest()
    return str(value)
