"""Items of a page as PDF operators."""

from collections.abc import Callable, Iterable
from itertools import groupby
from math import cos, radians, sin
from operator import itemgetter
from typing import NamedTuple

from passbook_desk.documents.codes import bars, squares
from passbook_desk.documents.fonts import FontBook, not_printable
from passbook_desk.documents.page import (
    BLACK,
    MM_PER_POINT,
    Align,
    Box,
    Code,
    Colour,
    Disc,
    Face,
    Item,
    Picture,
    Rule,
    Star,
    Text,
)
from passbook_desk.documents.pdf_fonts import EmbeddedFont
from passbook_desk.documents.pictures import fitted, jpeg_header
from passbook_desk.documents.shapes import hatch_rules, star_points

POINTS_PER_MM = 72 / 25.4
_ROUND = 0.5522847498
"""How far the control points of a quarter circle lie, in radii."""
_KEPT = 100_000


class _Line(NamedTuple):
    """A text ready to be shown: (font resource, operator) for each run, and its width in font sizes."""

    runs: tuple[tuple[str, str], ...]
    width: float


class _Glyph(NamedTuple):
    """A character in the file: font resource, code in that font, width in thousandths of the size."""

    resource: str
    code: str
    advance: float


class Ink:
    """Turns items into operators for one document; remembers texts, places and the fonts used.

    `picture_name` puts a picture into the document and answers the name to draw it by.
    """

    def __init__(self, fontbook: FontBook, picture_name: Callable[[Picture], str]) -> None:
        self._fontbook = fontbook
        self._picture_name = picture_name
        self._embedded: dict[str, EmbeddedFont] = {}
        self._glyphs: dict[Face, dict[str, _Glyph]] = {face: {} for face in Face}
        self._lines: dict[Face, dict[str, _Line]] = {face: {} for face in Face}
        self._places: dict[tuple[float, float, float], str] = {}

    def fonts(self) -> tuple[EmbeddedFont, ...]:
        """The fonts used so far, in the order of their first use."""
        return tuple(self._embedded.values())

    def operators(self, items: Iterable[Item], height: float) -> str:
        """The items as operators, `height` being that of the page in millimetres.

        Starts from the graphics state of a fresh page. Raises CharactersNotPrintable.
        """
        out: list[str] = []
        add = out.append
        places = self._places
        regular, bold = self._lines[Face.REGULAR], self._lines[Face.BOLD]
        state = _State(out, height)
        font, size, colour, in_text = "", 0.0, BLACK, False
        for item in items:
            if type(item) is not Text:
                if in_text:
                    add("ET")
                    in_text, font = False, ""
                self._shape(item, state)
                colour = state.fill
                continue
            text = item.text
            if not text:
                continue
            if not in_text:
                add("BT")
                in_text = True
            if item.colour is not colour and item.colour != colour:
                colour = state.fill = item.colour
                add(f"{_rgb(colour)} rg")
            lines = regular if item.face is Face.REGULAR else bold
            line = lines.get(text) or self._line(text, item.face)
            back = 0.0
            if item.align is not Align.LEFT:
                back = line.width * item.size * MM_PER_POINT * (0.5 if item.align is Align.CENTRE else 1.0)
            if item.angle:
                add(_turned(item, back, height))
            else:
                x = item.x - back
                add(places.get((x, item.y, height)) or self._place(x, item.y, height))
            for resource, show in line.runs:
                if resource != font or item.size != size:
                    font, size = resource, item.size
                    add(f"/{font} {size:g} Tf")
                add(show)
        if in_text:
            add("ET")
        return "\n".join(out)

    def _line(self, text: str, face: Face) -> _Line:
        known = self._glyphs[face]
        try:
            glyphs = [known[character] for character in text]
        except KeyError:
            glyphs = [known.get(character) or self._glyph(character, face) for character in text]
        if len({glyph[0] for glyph in glyphs}) == 1:  # nearly always; spares the grouping
            runs: tuple[tuple[str, str], ...] = ((glyphs[0][0], _show(glyphs)),)
        else:
            runs = tuple((resource, _show(run)) for resource, run in groupby(glyphs, itemgetter(0)))
        lines = self._lines[face]
        if len(lines) > _KEPT:
            lines.clear()
        line = lines[text] = _Line(runs, sum([glyph[2] for glyph in glyphs]) / 1000)
        return line

    def _glyph(self, character: str, face: Face) -> _Glyph:
        font = self._fontbook.home(character, face)
        if font is None:
            raise not_printable([character], [])
        if font.name not in self._embedded:
            self._embedded[font.name] = EmbeddedFont(font, f"F{len(self._embedded) + 1}")
        embedded = self._embedded[font.name]
        glyph = _Glyph(embedded.resource, embedded.code(character), font.advance(character))
        self._glyphs[face][character] = glyph
        return glyph

    def _place(self, x: float, y: float, height: float) -> str:
        if len(self._places) > _KEPT:
            self._places.clear()
        place = f"1 0 0 1 {x * POINTS_PER_MM:.2f} {(height - y) * POINTS_PER_MM:.2f} Tm"
        self._places[(x, y, height)] = place
        return place

    def _shape(self, item: Item, state: "_State") -> None:
        if isinstance(item, Rule):
            state.rule(item)
        elif isinstance(item, Box):
            state.box(item)
        elif isinstance(item, Disc):
            state.disc(item)
        elif isinstance(item, Star):
            state.star(item)
        elif isinstance(item, Code):
            state.code(item)
        elif isinstance(item, Picture):
            state.picture(item, self._picture_name(item))


class _State:
    """Writes shapes and knows which colours and line width are set on the page."""

    def __init__(self, out: list[str], height: float) -> None:
        self._add = out.append
        self._height = height
        self._stroke: Colour = BLACK
        self._width = 0.0
        self.fill: Colour = BLACK

    def rule(self, item: Rule) -> None:
        self._pen(item.width, item.colour)
        self._add(f"{self._at(item.x1, item.y1)} m {self._at(item.x2, item.y2)} l S")

    def box(self, item: Box) -> None:
        corner = self._at(item.x, item.y + item.height)
        path = f"{corner} {item.width * POINTS_PER_MM:.2f} {item.height * POINTS_PER_MM:.2f} re"
        if item.fill is not None:
            self._brush(item.fill)
            self._add(f"{path} f")
        if item.hatch:
            for rule in hatch_rules(item):
                self.rule(rule)
        if item.line > 0:
            self._pen(item.line, item.colour)
            self._add(f"{path} S")

    def disc(self, item: Disc) -> None:
        self._brush(item.fill)
        x, y, r, k = item.x, item.y, item.radius, item.radius * _ROUND
        at = self._at
        self._add(
            f"{at(x + r, y)} m "
            f"{at(x + r, y - k)} {at(x + k, y - r)} {at(x, y - r)} c "
            f"{at(x - k, y - r)} {at(x - r, y - k)} {at(x - r, y)} c "
            f"{at(x - r, y + k)} {at(x - k, y + r)} {at(x, y + r)} c "
            f"{at(x + k, y + r)} {at(x + r, y + k)} {at(x + r, y)} c f"
        )

    def star(self, item: Star) -> None:
        self._brush(item.fill)
        first, *others = (self._at(x, y) for x, y in star_points(item))
        self._add(f"{first} m " + " ".join(f"{corner} l" for corner in others) + " f")

    def code(self, item: Code) -> None:
        self._brush(BLACK)
        rows = squares(item.payload)
        side = item.size / len(rows) * POINTS_PER_MM
        left, top = item.x * POINTS_PER_MM, (self._height - item.y) * POINTS_PER_MM
        self._add(f"q {side:.4f} 0 0 {-side:.4f} {left:.2f} {top:.2f} cm")
        self._add("\n".join([f"{column} {row} {length} 1 re" for row, column, length in bars(rows)]))
        self._add("f Q")

    def picture(self, item: Picture, name: str) -> None:
        left, top, width, height = fitted(jpeg_header(item.content), item.width, item.height)
        x, up = item.x + left, self._height - item.y - top - height
        sides = f"{width * POINTS_PER_MM:.4f} 0 0 {height * POINTS_PER_MM:.4f}"
        self._add(f"q {sides} {x * POINTS_PER_MM:.4f} {up * POINTS_PER_MM:.4f} cm /{name} Do Q")

    def _at(self, x: float, y: float) -> str:
        return f"{x * POINTS_PER_MM:.2f} {(self._height - y) * POINTS_PER_MM:.2f}"

    def _pen(self, width: float, colour: Colour) -> None:
        if width != self._width:
            self._width = width
            self._add(f"{width * POINTS_PER_MM:.3f} w")
        if colour != self._stroke:
            self._stroke = colour
            self._add(f"{_rgb(colour)} RG")

    def _brush(self, colour: Colour) -> None:
        if colour != self.fill:
            self.fill = colour
            self._add(f"{_rgb(colour)} rg")


def _show(glyphs: Iterable[_Glyph]) -> str:
    return f"<{''.join([glyph[1] for glyph in glyphs])}> Tj"


def _turned(item: Text, back: float, height: float) -> str:
    """Where a turned text begins that is aligned `back` millimetres before its place."""
    c, s = cos(radians(item.angle)), sin(radians(item.angle))
    x, y = item.x - back * c, height - item.y - back * s
    return f"{c:.5f} {s:.5f} {-s:.5f} {c:.5f} {x * POINTS_PER_MM:.2f} {y * POINTS_PER_MM:.2f} Tm"


def _rgb(colour: Colour) -> str:
    return " ".join(f"{part:.3g}" for part in colour)
